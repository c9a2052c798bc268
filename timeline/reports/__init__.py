"""One module per command: the type of its JSON output and the function that builds it.

Commands parse arguments, call one of these functions and print the result; `timeline.open` calls the same
functions. Nothing is imported here, because a command needs only one of these modules.
"""

__all__ = [
    "actors",
    "check",
    "date",
    "editor_schema",
    "explain",
    "expressions",
    "json_page",
    "key_docs",
    "passages",
    "quote",
    "schemas",
    "search",
    "sources",
    "why",
]

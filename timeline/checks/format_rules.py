"""Rules about the format of the files. The readers and the validation of records report them.

They always run. They are described here because none of them is one function with a docstring of its own.
"""

FORMAT_RULES = {
    "unreadable": """A file of the dataset cannot be read: it is missing, a link, a folder or a pipe, or too
    large.

    Example: data/events.yaml is a folder
    Fix: put a regular file of at most 32 MiB there; split a larger one into several files.
    """,
    "bad-encoding": """A file is not valid UTF-8; the message names the line and the byte.

    Example: a file saved as Latin-1
    Fix: save the file as UTF-8.
    """,
    "yaml-syntax": """The YAML is invalid; the rest of the file was not read.

    Example: `title: NATO: a summit`
    Fix: put the value in quotation marks or fold it (`>-`); correct the indentation.
    """,
    "json-syntax": """A line of JSON Lines is not valid JSON; the other lines were read.

    Example: a line of data/events/bulk.jsonl that ends with a comma
    Fix: write one record as a JSON object on the line.
    """,
    "yaml-feature": """A file uses YAML that records do not allow: an anchor, an alias, a merge key, a tag, a
    second document or deep nesting.

    Example: `place: *madrid`
    Fix: write the value out.
    """,
    "duplicate-key": """A mapping has the same key twice, and one of the two values would be lost.

    Example: two lines `title:` in one event
    Fix: remove one of them.
    """,
    "merge-conflict": """The file contains a conflict marker of git.

    Example: `<<<<<<< HEAD`
    Fix: resolve the conflict, then check again.
    """,
    "wrong-format": """The file does not declare `format: 1`.

    Example: a file that begins with `events:`
    Fix: write `format: 1` on its first line.
    """,
    "missing-key": """A required key is missing.

    Example: an event without `title:`
    Fix: add the key.
    """,
    "unknown-key": """A key is not one of those that the record may have, so its value would be lost.

    Example: `titel: NATO summit`
    Fix: correct the key; the message suggests similar keys.
    """,
    "wrong-type": """A value has the wrong type, for example a list instead of a string.

    Example: `title: [NATO summit]`
    Fix: write a value of the type that the message names.
    """,
    "bad-value": """A value is not allowed: a word that is not in a closed list, an id with capitals, an empty
    string.

    Example: `status: hold`
    Fix: correct the value; the message suggests similar ones.
    """,
    "bad-date": """A date is not valid EDTF (ISO 8601-2); the message says why.

    Example: `date: 2023-02-29`
    Fix: write the date as precisely as it is known and no more; `timeline date` explains any date.
    """,
}

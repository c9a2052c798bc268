"""The rules of form: what readers and the gate of the records find before there is anything to judge.

They are always on. Their texts stand here, since what finds them is not one function each.
"""

FORMS = {
    "unreadable": """A file of the dataset cannot be read: missing, a link, a folder, a pipe, too large.

    Example: data/events.yaml is a folder
    Fix: put a regular file there, at most 32 MiB; bulk belongs in several files.
    """,
    "bad-encoding": """The bytes of a file are not UTF-8; the message names the line and the byte.

    Example: a file saved as Latin-1
    Fix: save the file as UTF-8.
    """,
    "yaml-syntax": """YAML cannot be read any further; what follows in that file is unread.

    Example: `title: NATO: a summit`
    Fix: put the value in quotation marks or fold it (`>-`); mend the indentation.
    """,
    "json-syntax": """A line of JSON Lines is no JSON; the other lines are read.

    Example: a line of data/events/bulk.jsonl that ends with a comma
    Fix: write one record as JSON on the line.
    """,
    "yaml-feature": """An anchor, alias, merge key, tag, second document, deep nesting: records need none.

    Example: `place: *madrid`
    Fix: write the value out.
    """,
    "duplicate-key": """One key stands twice in a mapping, and one of the two values would be lost.

    Example: two lines `title:` in one event
    Fix: keep one of them.
    """,
    "merge-conflict": """A git conflict marker stands in the file.

    Example: `<<<<<<< HEAD`
    Fix: finish the merge, then check again.
    """,
    "wrong-format": """The file does not say `format: 1` on top.

    Example: a file that begins with `events:`
    Fix: write `format: 1` as its first line.
    """,
    "missing-key": """A key that every such record has is missing.

    Example: an event without `title:`
    Fix: add it.
    """,
    "unknown-key": """A key that no such record has; its value would be lost.

    Example: `titel: NATO summit`
    Fix: correct the key; near ones are offered.
    """,
    "wrong-type": """A text, a list or a mapping stands where another of them is wanted.

    Example: `title: [NATO summit]`
    Fix: write what is wanted.
    """,
    "bad-value": """A value that cannot be: a word outside a closed list, an id with capitals, an empty text.

    Example: `status: hold`
    Fix: correct it; near words are offered.
    """,
    "bad-date": """A text that is no date in EDTF (ISO 8601-2); the sentence says why and where.

    Example: `date: 2023-02-29`
    Fix: write a date as precise as is known and no more; `timeline date` explains any.
    """,
}

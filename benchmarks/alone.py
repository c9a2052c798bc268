"""What a benchmark is held against, each in a process of its own with the garbage collector off.

python benchmarks/alone.py read FOLDER        the files into the tree, pydantic, and no more
python benchmarks/alone.py validate FILE      pydantic's validate_json of each line
"""

import gc
import sys
from pathlib import Path


def read(folder: Path) -> None:
    """Read the files of records and the texts, and validate the records."""
    from timeline import readers
    from timeline.records import EventRecord, SourceRecord, validate_records

    for path in sorted((folder / "data").rglob("*.yaml")):
        tree, problems = readers.read(path.name, path.read_text("utf-8"))
        if path.name == "sources.yaml":
            validate_records(tree, "sources", SourceRecord, problems)
        else:
            validate_records(tree, "events", EventRecord, problems)
    for path in (folder / "seeds").iterdir():
        path.read_text("utf-8")


def validate(file: Path) -> None:
    """Validate line by line."""
    from timeline.records import EventRecord

    with file.open("rb") as lines:
        for line in lines:
            EventRecord.model_validate_json(line)


if __name__ == "__main__":
    gc.disable()
    {"read": read, "validate": validate}[sys.argv[1]](Path(sys.argv[2]))

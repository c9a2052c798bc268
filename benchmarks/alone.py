"""The references that benchmarks compare with, each run in its own process without garbage collection.

python benchmarks/alone.py read FOLDER        read the files into trees and validate them
python benchmarks/alone.py validate FILE      validate_json of pydantic for each line
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

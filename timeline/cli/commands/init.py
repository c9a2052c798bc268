"""`timeline init`: create a dataset."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from typing import Annotated

import typer

from timeline.cli.command import ExamplesFirst, command_app
from timeline.cli.output import Failure, log
from timeline.dataset.files import write_atomically

app = command_app()

_EXAMPLES = """
timeline init my-timeline
timeline --dataset my-timeline check
"""
_PARTS = ("data", "seeds")
_TEMPLATE = Path(__file__).resolve().parent.parent.parent / "template"


@app.command(cls=ExamplesFirst, epilog=_EXAMPLES)
def init(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="Folder of the dataset; created if it does not exist.")
    ] = Path(),
) -> None:
    """Create a small dataset with one commented example event that passes check. Nothing is overwritten."""
    existing = [name for name in _PARTS if (folder / name).exists()]
    if existing:
        exist = "exists" if len(existing) == 1 else "exist"
        raise Failure(f"{folder}: {' and '.join(existing)} already {exist}; nothing was written", 3)
    try:
        _fill(folder)
    except OSError as error:
        raise Failure(f"{folder}: cannot be written: {error.strerror or error}", 3) from None
    option = f"--dataset {folder} " if folder != Path() else ""
    log(f"{folder}: created a dataset with one example event")
    log(f"next: timeline {option}check, timeline {option}list, then edit data/events.yaml")


def _fill(folder: Path) -> None:
    """Create both folders, or nothing: after a failure what was written is removed. Raises OSError."""
    created = [parent for parent in (folder, *folder.parents) if not parent.exists()]
    temporary = folder / f".init.{os.getpid()}.tmp"
    moved: list[Path] = []
    try:
        for file in _files():
            target = temporary / file.relative_to(_TEMPLATE)
            target.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(target, [file.read_bytes()])
        for part in _PARTS:
            (temporary / part).rename(folder / part)
            moved += [folder / part]
        temporary.rmdir()
    except BaseException:
        for leftover in (temporary, *moved):
            rmtree(leftover, ignore_errors=True)
        with suppress(OSError):
            for parent in created:
                parent.rmdir()
        raise


def _files() -> Iterator[Path]:
    return (
        path for path in sorted(_TEMPLATE.rglob("*")) if path.is_file() and path.suffix in (".yaml", ".txt")
    )

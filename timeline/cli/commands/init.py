"""`timeline init`: begin a dataset of one's own."""

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
        Path, typer.Argument(metavar="[DIR]", help="The folder; it is made where there is none.")
    ] = Path(),
) -> None:
    """Make a small dataset with one worked, commented event that passes check. Nothing is overwritten."""
    there = [name for name in _PARTS if (folder / name).exists()]
    if there:
        raise Failure(f"{folder}: there is a {' and a '.join(there)} already; nothing was written", 3)
    try:
        _fill(folder)
    except OSError as error:
        raise Failure(f"{folder}: cannot be written: {error.strerror or error}", 3) from None
    way = f"--dataset {folder} " if folder != Path() else ""
    log(f"{folder}: a dataset with one worked event")
    log(f"next: timeline {way}check, timeline {way}list, then edit data/events.yaml")


def _fill(folder: Path) -> None:
    """Both parts, or nothing: what was begun and cannot be ended is taken away. Raises OSError."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    aside = folder / f".init.{os.getpid()}.tmp"
    moved: list[Path] = []
    try:
        for file in _files():
            target = aside / file.relative_to(_TEMPLATE)
            target.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(target, [file.read_bytes()])
        for part in _PARTS:
            (aside / part).rename(folder / part)
            moved += [folder / part]
        aside.rmdir()
    except BaseException:
        for made in (aside, *moved):
            rmtree(made, ignore_errors=True)
        with suppress(OSError):
            for one in missing:
                one.rmdir()
        raise


def _files() -> Iterator[Path]:
    return (
        path for path in sorted(_TEMPLATE.rglob("*")) if path.is_file() and path.suffix in (".yaml", ".txt")
    )

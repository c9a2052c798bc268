"""Options that several commands share."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Annotated, cast

import typer

Offer = list[tuple[str, str]]
"""Values that a shell offers, with a line of help each."""

Json = Annotated[bool, typer.Option("--json", help="The documents as one JSON array, for other tools.")]
Output = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file, whole or not at all.")
]


def completion(values: str, *arguments: str) -> Callable[[typer.Context, str], Offer]:
    """A completion: a function of `timeline.cli.completion`, imported when a shell asks for it."""

    def complete(ctx: typer.Context, incomplete: str) -> Offer:
        offer = getattr(import_module("timeline.cli.completion"), values)
        return cast("Offer", offer(ctx, incomplete, *arguments))

    return complete

"""The parts from which commands are built: an app with its help, shared options, completion of values."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer
from typer.core import TyperCommand

if TYPE_CHECKING:
    from typer._click import Context, HelpFormatter

Json = Annotated[bool, typer.Option("--json", help="Print the documents as one JSON array.")]
Output = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to FILE (atomically).")
]


class ExamplesFirst(TyperCommand):
    """A command whose help begins with its examples: the epilog, one example per line."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the examples, then the usual help."""
        formatter.write("Examples:\n")
        for line in (self.epilog or "").strip().splitlines():
            formatter.write(f"  {line.strip()}\n")
        formatter.write("\n")
        super().format_help(ctx, formatter)

    def format_epilog(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write nothing: the epilog was written at the top."""


def command_app() -> typer.Typer:
    """A typer app for a single command."""
    return typer.Typer(
        rich_markup_mode=None,
        add_completion=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )


def completion(values: str, *arguments: str) -> Callable[[typer.Context, str], list[tuple[str, str]]]:
    """A completion by a function of `timeline.cli.completion`, which is imported when a shell asks for it."""

    def complete(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        offer = getattr(import_module("timeline.cli.completion"), values)
        return cast("list[tuple[str, str]]", offer(ctx, incomplete, *arguments))

    return complete

"""What all commands share: an app each, and a help text that begins with examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer
from typer.core import TyperCommand

if TYPE_CHECKING:
    from typer._click import Context, HelpFormatter


class ExamplesFirst(TyperCommand):
    """A command whose epilog holds its examples, a line each."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Examples, usage, what it does, options."""
        formatter.write("Examples:\n")
        for line in (self.epilog or "").strip().splitlines():
            formatter.write(f"  {line.strip()}\n")
        formatter.write("\n")
        super().format_help(ctx, formatter)

    def format_epilog(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Nothing more at the end."""


def command_app() -> typer.Typer:
    """The app of one command."""
    return typer.Typer(
        rich_markup_mode=None,
        add_completion=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )

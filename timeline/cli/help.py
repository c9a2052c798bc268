"""The help of a command, with examples before anything else; `timeline help`, the pages of the manual."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperCommand

from timeline.cli.output import Failure, send
from timeline.dataset import built_in
from timeline.names import did_you_mean

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


app = command_app()

_TOPICS = {
    "exit-codes": ("manual.md", "## Exit codes"),
    "dates": ("dates.md", ""),
    "records": ("records.md", ""),
    "manual": ("manual.md", ""),
}
"""Each topic with the page of docs/ that tells it, and the section of it."""
_EXAMPLES = """
timeline help exit-codes
timeline help dates | less
"""


def _topic_names() -> list[str]:
    return [*_TOPICS]


@app.command(cls=ExamplesFirst, epilog=_EXAMPLES)
def show_help(
    topic: Annotated[
        str | None,
        typer.Argument(
            metavar="[TOPIC]", help="exit-codes, dates, records or manual.", autocompletion=_topic_names
        ),
    ] = None,
) -> None:
    """Print a page of the manual; without TOPIC what topics there are. A command has its own --help."""
    if topic is None:
        send([f"topics: {', '.join(_TOPICS)}\nof a command: timeline COMMAND --help\n"])
        return
    if topic not in _TOPICS:
        hint = did_you_mean(topic, _TOPICS) or f"timeline {topic} --help, or one of: {', '.join(_TOPICS)}"
        raise Failure(f'there is no topic "{topic}": {hint}', 1)
    page, section = _TOPICS[topic]
    text = (built_in() / "docs" / page).read_text("utf-8")
    send([text if not section else _section(text, section)])


def _section(page: str, heading: str) -> str:
    """From a heading to the next one."""
    _, _, rest = page.partition(f"{heading}\n")
    return rest.partition("\n## ")[0].strip("\n") + "\n"

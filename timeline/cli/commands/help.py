"""`timeline help`: pages of the manual."""

from typing import Annotated

import typer

from timeline.cli.command import ExamplesFirst, command_app
from timeline.cli.output import Failure, write
from timeline.dataset.locate import built_in
from timeline.text.names import did_you_mean

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
        write([f"topics: {', '.join(_TOPICS)}\nof a command: timeline COMMAND --help\n"])
        return
    if topic not in _TOPICS:
        hint = did_you_mean(topic, _TOPICS) or f"timeline {topic} --help, or one of: {', '.join(_TOPICS)}"
        raise Failure(f'there is no topic "{topic}": {hint}', 1)
    page, section = _TOPICS[topic]
    text = (built_in() / "docs" / page).read_text("utf-8")
    write([text if not section else _section(text, section)])


def _section(page: str, heading: str) -> str:
    """From a heading to the next one."""
    _, _, rest = page.partition(f"{heading}\n")
    return rest.partition("\n## ")[0].strip("\n") + "\n"

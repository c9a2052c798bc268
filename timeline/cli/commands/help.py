"""`timeline help`: pages of the manual."""

from collections.abc import Iterator
from typing import Annotated

import typer

from timeline.cli.command import ExamplesFirst, command_app
from timeline.cli.output import Failure, on_terminal, screen_width, wrap, write
from timeline.dataset.locate import manual_pages
from timeline.text.names import did_you_mean

app = command_app()

_TOPICS = {
    "exit-codes": ("manual.md", "## Exit codes"),
    "dates": ("dates.md", ""),
    "records": ("records.md", ""),
    "manual": ("manual.md", ""),
}
"""Each topic with its page in docs/, and the section of that page (empty: all of it)."""
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
    """Print a page of the manual. Without TOPIC, list the topics. For a command use COMMAND --help."""
    if topic is None:
        write([f"topics: {', '.join(_TOPICS)}\nhelp for a command: timeline COMMAND --help\n"])
        return
    if topic not in _TOPICS:
        topics = ", ".join(_TOPICS)
        hint = did_you_mean(topic, _TOPICS) or f"one of: {topics}; for a command run timeline {topic} --help"
        raise Failure(f'unknown topic "{topic}"; {hint}', 1)
    page, section = _TOPICS[topic]
    text = (manual_pages() / page).read_text("utf-8")
    text = _section(text, section) if section else text
    write(_lines(text))


def _section(page: str, heading: str) -> str:
    """The text below a heading, up to the next heading of its level."""
    _, _, rest = page.partition(f"{heading}\n")
    return rest.partition("\n## ")[0].strip("\n") + "\n"


def _lines(text: str) -> Iterator[str]:
    """A page as it is for a pipe. On a terminal, paragraphs are wrapped at words to its width."""
    if not on_terminal():
        yield text
        return
    width = screen_width(1)
    for block in _blocks(text):
        is_code = block.startswith((" " * 4, "```"))
        yield (block if is_code else wrap(block, width, "  " * block.startswith(("- ", "|")))) + "\n"


def _blocks(text: str) -> list[str]:
    """The paragraphs, list items, table rows, headings and lines of code of a page, each as one line."""
    blocks = [""]
    fenced = False
    for line in text.splitlines():
        fenced ^= line.startswith("```")
        starts = fenced or not line or line.startswith(("#", "- ", "|", "```", " " * 4))
        if starts or not blocks[-1] or blocks[-1].startswith(("#", "|", "```", " " * 4)):
            blocks.append(line)
        else:
            blocks[-1] += f" {line.strip()}"
    return blocks[1:]

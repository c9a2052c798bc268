"""What is drawn for people: nothing that a terminal obeys, no line beyond the edge, no word lost."""

import io
import re
import unicodedata
from collections import Counter
from typing import Any

from rich.cells import cell_len
from rich.console import Console

from fuzz.harness import hold
from timeline.screens import show, table
from timeline.screens.search import draw_hits
from timeline.text.escape import visible

_STYLE = re.compile(r"\x1b\[[0-9;]*m")
_UNSAFE = ("Cc", "Cs", "Zl", "Zp")
_CONTROLLING = re.compile("[\u202a-\u202e\u2066-\u2069\u200b\u00ad\ufeff\U000e0000-\U000e0fff]")


def drawn(document: dict[str, Any], width: int) -> None:
    """What goes to a terminal: nothing that it obeys but our styles, no line beyond its edge, every word."""
    texts = [document["title"], document["summary"][0]["text"], document["actors"][0]["name"]]
    hit = {"event": document["title"], "title": texts[1], "runs": [], "location": texts[2]}
    hit |= {"text": texts[0], "highlights": [[0, len(texts[0]) // 2]]}
    console = Console(
        file=io.StringIO(), width=width, height=25, force_terminal=True, color_system="truecolor",
        markup=False, emoji=False, highlight=False, legacy_windows=False,
    )  # fmt: skip
    both = {"table": table.draw, "show": show.draw}
    drawings = {name: list(draw([document], console)) for name, draw in both.items()}  # type: ignore[list-item]
    drawings["hits"] = list(draw_hits([hit], console))  # type: ignore[list-item]
    for name, lines in drawings.items():
        for line in lines:
            with console.capture() as captured:
                console.print(line, soft_wrap=True)
            safe(_STYLE.sub("", captured.get()))
            wide = cell_len(line.plain) > max(width, console.width)
            hold(not wide, f"{name}: {line.plain!r} is wider than {width}")
        shown = Counter("".join(line.plain for line in lines))
        wanted = Counter("".join(map(visible, texts if name == "show" else texts[:1])))
        lost = {one: count for one, count in (wanted - shown).items() if not one.isspace()}
        hold(not lost, f"{name} of {width} loses {lost} of {texts}")


def safe(text: str) -> None:
    """Nothing in it moves a cursor, begins a command or hides."""
    sent = sorted({one for one in text if unicodedata.category(one) in _UNSAFE} - {"\n"})
    hold(not sent, f"a terminal is sent {sent}")
    hold(not _CONTROLLING.search(text), f"an eye would miss something in {text!r}")

"""Screens: no control character, no line wider than the terminal, no lost word."""

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


def check_screens(document: dict[str, Any], width: int) -> None:
    """Screens have only our own styles, no line that is wider than the terminal, and every word."""
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
        lost = {character: count for character, count in (wanted - shown).items() if not character.isspace()}
        hold(not lost, f"{name} of {width} loses {lost} of {texts}")


def safe(text: str) -> None:
    """No character moves the cursor, begins a control sequence or is invisible."""
    sent = sorted({character for character in text if unicodedata.category(character) in _UNSAFE} - {"\n"})
    hold(not sent, f"a terminal is sent {sent}")
    hold(not _CONTROLLING.search(text), f"an invisible character in {text!r}")

"""What may reach a terminal: text that a person can see, and the styles that the tool made."""

import re

from .cases import want
from .command import Ended

_STYLE = re.compile(r"\x1b\[[0-9;]*m|(?:\r\[[#.]{30}\] +[0-9]+%  [0-9,]+ events, [0-9]+ s *)+\r *\r")
"""Styles, and the line that says how far a slow machine has come."""
# Written out here and not taken from the tool: the test must not share its mistakes.
_COMMANDS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufe00-\ufe0e\ud800-\udfff\u115f\u1160\u3164\uffa0\U000e0000-\U000e007f\U000e0100-\U000e01ef]"
)


def plain(text: str) -> str:
    """Without what the tool made itself."""
    return _STYLE.sub("", text)


def squeezed(text: str) -> str:
    """Without styles and white space: a narrow column breaks lines where it must."""
    return "".join(plain(text).split())


def safe(ended: Ended, *, styled: bool = True) -> None:
    """No character in what was printed commands a terminal, reorders a line or hides."""
    text = plain(ended.said) if styled else ended.said
    found = _COMMANDS.search(text)
    if found:
        around = text[max(0, found.start() - 60) : found.end() + 30]
        want(False, f"U+{ord(found.group()):04X} reached the terminal: {around!r}")

"""What may reach a terminal: visible text, and the styles of the tool."""

import re

from .cases import want
from .command import Result

_STYLE = re.compile(r"\x1b\[[0-9;]*m|(?:\r\[[#.]{30}\] +[0-9]+%  [0-9,]+ events, [0-9]+ s *)+\r *\r")
"""Styles, and the progress line that a slow machine shows."""
# A copy, not imported from the tool: the test must not share its mistakes.
_COMMANDS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufe00-\ufe0e\ud800-\udfff\u115f\u1160\u3164\uffa0\U000e0000-\U000e007f\U000e0100-\U000e01ef]"
)


def plain(text: str) -> str:
    """The text without the styles of the tool."""
    return _STYLE.sub("", text)


def squeezed(text: str) -> str:
    """Without styles and white space: a narrow column wraps lines anywhere."""
    return "".join(plain(text).split())


def safe(result: Result, *, styled: bool = True) -> None:
    """The output has no character that controls a terminal, reorders a line or is invisible."""
    text = plain(result.output) if styled else result.output
    match = _COMMANDS.search(text)
    if match:
        around = text[max(0, match.start() - 60) : match.end() + 30]
        want(False, f"U+{ord(match.group()):04X} reached the terminal: {around!r}")

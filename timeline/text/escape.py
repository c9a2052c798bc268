"""Text from data made safe to look at: what a terminal would obey, or an eye would miss, is shown."""

import re
from functools import cache

# C0 and DEL, C1, lone surrogates, bidi controls, zero-width and tag characters, fillers, variation selectors:
# all that moves a cursor, reorders a line or hides. ZWJ and ZWNJ stay: Persian, Indic and emoji need them.
_HIDDEN = (
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0e\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U0001fff0-\U0001ffff\U000e0000-\U000e0fff"
    "\U0010fffe\U0010ffff]"
)


def _shown(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return f"^{chr(code + 64)}"
    return "^?" if code == 0x7F else f"<U+{code:04X}>" if code > 0xFF else f"<{code:02X}>"


@cache
def _hidden() -> re.Pattern[str]:
    """Compiled at its first use: plain ASCII, the usual case, pays nothing for it."""
    return re.compile(_HIDDEN)


def visible(text: str) -> str:
    """`text` on one line with every hidden or commanding character spelled out: `^[`, `<9B>`, `<U+202E>`."""
    if text.isascii() and text.isprintable():
        return text
    return _hidden().sub(_shown, text)

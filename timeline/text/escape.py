"""Text from data made safe for display: control and invisible characters are spelled out."""

import re
from functools import cache

# C0 and DEL, C1, lone surrogates, bidi controls, zero-width and tag characters, fillers, variation selectors:
# everything that moves the cursor, reorders a line or is invisible. ZWJ and ZWNJ are allowed, because
# Persian, Indic scripts and emoji need them.
_HIDDEN = (
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0e\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U0001fff0-\U0001ffff\U000e0000-\U000e0fff"
    "\U0010fffe\U0010ffff]"
)


@cache
def _hidden() -> re.Pattern[str]:
    # Compiled at first use, because most output is plain ASCII and never needs it.
    return re.compile(_HIDDEN)


def _spell_out(match: re.Match[str]) -> str:
    """The caret form of an ASCII control (`^[`), the code of any other character (`<9B>`, `<U+202E>`)."""
    code = ord(match.group())
    if code < 0x20:
        return f"^{chr(code + 64)}"
    if code == 0x7F:
        return "^?"
    return f"<U+{code:04X}>" if code > 0xFF else f"<{code:02X}>"


def visible(text: str) -> str:
    """Return `text` on one line, with each control or invisible character spelled out.

    A terminal can print the result: it contains no escape sequence, line break or bidi control.
    """
    if text.isascii() and text.isprintable():
        return text
    return _hidden().sub(_spell_out, text)

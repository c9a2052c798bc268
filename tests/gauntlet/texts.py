"""Hostile and harmless texts: as written, and as they must be shown."""

from typing import NamedTuple


class Text(NamedTuple):
    name: str
    what: str
    written: str
    seen: str


_SHOWN = [
    ("01", "SGR", "\x1b[31mred", "^[[31mred"),
    ("02", "title of the window", "\x1b]0;owned\x07", "^[]0;owned^G"),
    ("03", "live link (OSC 8)", "\x1b]8;;http://evil/\x1b\\go", "^[]8;;http://evil/^[\\go"),
    ("04", "clipboard (OSC 52)", "\x1b]52;c;cm0gLXJm\x07", "^[]52;c;cm0gLXJm^G"),
    ("05", "clear the screen", "\x1b[2J\x1b[H", "^[[2J^[[H"),
    ("06", "cursor up and erase", "\x1b[1A\x1b[2Kgone", "^[[1A^[[2Kgone"),
    ("07", "device status report", "\x1b[6n", "^[[6n"),
    ("08", "DCS", "\x1bP$q\x1b\\", "^[P$q^[\\"),
    ("09", "report of the title", "\x1b[21t", "^[[21t"),
    ("10", "C1 CSI", "\x9b31m", "<9B>31m"),
    ("11", "C1 OSC", "\x9d0;owned\x9c", "<9D>0;owned<9C>"),
    ("12", "NEL", "one\x85two", "one<85>two"),
    ("13", "carriage return", "harmless\rEVIL", "harmless^MEVIL"),
    ("14", "backspaces", "ab\x08\x08cd", "ab^H^Hcd"),
    ("15", "two hundred bells", "\x07" * 200, "^G" * 200),
    ("16", "VT and FF", "a\x0bb\x0cc", "a^Kb^Lc"),
    ("17", "NUL", "a\x00b", "a^@b"),
    ("18", "DEL", "a\x7fb", "a^?b"),
    ("19", "shift out", "a\x0eb", "a^Nb"),
    ("20", "ENQ", "a\x05b", "a^Eb"),
    ("29", "right-to-left override", "a\u202egnp.exe", "a<U+202E>gnp.exe"),
    ("30", "isolates", "\u2066x\u2067y\u2069", "<U+2066>x<U+2067>y<U+2069>"),
    ("31", "LRM, RLM, ALM", "\u200e\u200f\u061c", "<U+200E><U+200F><U+061C>"),
    ("32", "zero-width space", "a\u200bb", "a<U+200B>b"),
    ("34", "tag characters", "a\U000e0041\U000e007f", "a<U+E0041><U+E007F>"),
    ("35", "BOM inside", "a\ufeffb", "a<U+FEFF>b"),
    ("36", "variation selectors", "a\ufe00\U000e0100", "a<U+FE00><U+E0100>"),
    ("39", "LS and PS", "a\u2028b\u2029c", "a<U+2028>b<U+2029>c"),
    ("40", "annotation", "a\ufff9b\ufffac\ufffb", "a<U+FFF9>b<U+FFFA>c<U+FFFB>"),
    ("41", "fillers", "a\u3164b\uffa0c\u115f", "a<U+3164>b<U+FFA0>c<U+115F>"),
    ("47", "line end", "one\ntwo", "one^Jtwo"),
    ("48", "tab", "one\ttwo", "one^Itwo"),
    ("49", "forged row", "a\n 2099\n 1 Jan  forged", "a^J 2099^J 1 Jan  forged"),
    ("71", "noncharacters", "a\ufffe\uffff\U0001fffeb", "a<U+FFFE><U+FFFF><U+1FFFE>b"),
    ("74", "soft hyphen", "co\u00adop", "co<AD>op"),
    ("77", "word joiner", "a\u2060b\u2064c", "a<U+2060>b<U+2064>c"),
    ("78", "Mongolian vowel separator", "a\u180eb", "a<U+180E>b"),
    ("79", "musical and shorthand formats", "a\U0001d173b\U0001bca0c", "a<U+1D173>b<U+1BCA0>c"),
    ("80", "hieroglyph format", "a\U00013430b", "a<U+13430>b"),
    ("81", "interlinear Arabic mark", "a\u0600b", "a\u0600b"),
]
_KEPT = [
    ("33", "Persian with ZWNJ", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"),
    ("42", "fifty combining marks", "e" + "\u0301" * 50),
    ("43", "Indic with ZWJ", "\u0915\u094d\u200d\u0937"),
    ("44", "emoji of a family", "\U0001f468\u200d\U0001f469\u200d\U0001f467\ufe0f"),
    ("45", "CJK", "\u65e5\u672c\u8a9e\u306e\u984c"),
    ("46", "Arabic and Hebrew", "\u0633\u0644\u0627\u0645 \u05e9\u05dc\u05d5\u05dd"),
    ("52", "markup of rich", "[red]x[/red]"),
    ("53", "unmatched markup", "[/] [/b]"),
    ("54", "a curator's bracket", "He said [sic] it"),
    ("55", "link markup", "[link=javascript:alert(1)]x[/link]"),
    ("56", "action markup", "[@click=quit]x[/]"),
    ("57", "single letters in brackets", "[b] [#] [i]"),
    ("58", "emoji code", "root:x:1 :smile: :warning:"),
    ("59", "backslashes", "\\[b] \\\\ \\n \\x1b"),
    ("60", "ANSI in words", "\\033[31m \\e[0m ^[[31m"),
    ("61", "dollar and backquote", "$(touch canary) `touch canary` ${HOME}"),
    ("62", "shell", "; touch canary & | > canary"),
    ("63", "less", "!touch canary"),
    ("64", "format strings", "%s %n {0} {title} {{x}}"),
    ("65", "quotation marks", "\"a\" 'b' \u201cc\u201d"),
    ("66", "HTML", "<script>alert(1)</script>&amp;"),
    ("72", "private use", "a\ue000b"),
    ("82", "a path", "../../etc/passwd C:\\x"),
    ("83", "SQL", "'; DROP TABLE events; --"),
    ("84", "words of search", 'AND OR NOT NEAR("a") title:x*'),
]
TEXTS = [
    *(Text(f"T{number}", what, written, seen) for number, what, written, seen in _SHOWN),
    *(Text(f"T{number}", what, written, written) for number, what, written in _KEPT),
]

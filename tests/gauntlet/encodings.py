"""Y: bytes that are not UTF-8, or UTF-8 that must not be in a file of records."""

import re
from collections.abc import Iterator
from pathlib import Path

from .cases import Case, Proof, want
from .command import in_terminal, run, unharmed
from .datasets import GOOD, event, make
from .looks import safe
from .shared import Faults, Shared

_WHOLE = f"format: 1\nevents:\n{GOOD}"
_FILES: dict[str, bytes] = {
    "UTF-16 with a mark": _WHOLE.encode("utf-16"),
    "UTF-16, little end": _WHOLE.encode("utf-16-le"),
    "UTF-16, big end": _WHOLE.encode("utf-16-be"),
    "UTF-32": _WHOLE.encode("utf-32"),
    "a zip archive": b"PK\x03\x04\x14\x00\x00\x00\x08\x00\xff\xfe",
    "gzip": b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff",
    "a picture": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "random": bytes((number * 7919 + 13) % 256 for number in range(50_000)),
}
_VALUES: dict[str, bytes] = {
    "Latin-1": b"Z\xfcrich",
    "cp1252": b"\x93quoted\x94",
    "NUL": b"a\x00b",
    "FF": b"a\xffb",
    "an overlong slash": b"a\xc0\xafb",
    "a surrogate (CESU-8)": b"a\xed\xa0\xbd\xed\xb8\x80b",
    "beyond Unicode": b"a\xf4\x90\x80\x80b",
    "raw ESC": b"a\x1b[31mb",
    "raw C1": "a\x9b31mb".encode(),
    "raw DEL": b"a\x7fb",
    "raw LS": "a\u2028b".encode(),
    "raw NEL": "a\x85b".encode(),
    "a character cut off": b"a\xe2\x82",
    "raw CR": b"a\rb",
    "raw noncharacter": "a\ufffeb".encode(),
}
_SEEDS: dict[str, bytes] = {
    "Latin-1": b"Z\xfcrich\n",
    "UTF-16": "The text".encode("utf-16"),
    "FF": b"\xff" * 2000,
}


_ACCEPTED: dict[str, bytes] = {
    "a byte order mark": b"\xef\xbb\xbf" + _WHOLE.encode(),
    "CRLF": _WHOLE.replace("\n", "\r\n").encode(),
    "no last line end": _WHOLE.rstrip("\n").encode(),
    "raw RLO": (_WHOLE + event("two", title="a\u202eb")).encode(),
}
_NAMED = {f"Y{number}": content for number, content in enumerate(_VALUES.values(), 7200)}
_FAULTS = Faults(
    {name: event("two").encode().replace(b"title: two", b"title: " + value) for name, value in _NAMED.items()}
)
_TEXTS = Shared(
    lambda folder: make(folder, texts={f"bad-{at}.txt": text for at, text in enumerate(_SEEDS.values())})
)
_VALID = Faults({f"Y{number}": content for number, content in enumerate(_ACCEPTED.values(), 760)}, whole=True)


def cases() -> Iterator[Case]:
    """Whole files, values, stored texts; and what is accepted."""
    for number, (what, content) in enumerate(_FILES.items()):
        yield Case(f"Y7{number:02}", f"a file in {what}", _unreadable(content))
    for name, what in zip(_NAMED, _VALUES, strict=True):
        yield Case(name, f"a value in {what}", _FAULTS.refuses(name, line=13, good=False))
    for number, what in enumerate(_SEEDS):
        yield Case(f"Y75{number}", f"a stored text in {what}", _seed(f"seeds/bad-{number}.txt"))
    for number, what in enumerate(_ACCEPTED):
        yield Case(f"Y76{number}", f"accepted: {what}", _accepted(f"y76{number}"))


def _unreadable(content: bytes) -> Proof:
    def prove(folder: Path) -> None:
        make(folder, content, whole=True)
        checked, listed = run(folder, "check"), in_terminal(folder, "list")
        unharmed(checked, 1, 3)
        unharmed(listed, 0, 3)
        for result in (checked, listed):
            safe(result)
            want(result.cpu < 1, f"it took {result.cpu:.1f} s")
        want(
            re.search(r"data/events.yaml:[12]:\d", checked.output),
            f"no position is named: {checked.output[:200]}",
        )

    return prove


def _seed(file: str) -> Proof:
    def prove(_: Path) -> None:
        want("bad-encoding" in _TEXTS.problems_of(file).get(1, ""), f"line 1 of {file} is not named")
        want("good-one" in _TEXTS.drawn("list", "--format", "tsv").out, "the good event is not listed")

    return prove


def _accepted(name: str) -> Proof:
    def prove(_: Path) -> None:
        unharmed(_VALID.piped("check"), 0)
        listed = _VALID.drawn("list", "--format", "tsv")
        unharmed(listed, 0)
        safe(listed)
        want(f"good-one-{name}\t" in listed.out, "the good event is not listed")

    return prove

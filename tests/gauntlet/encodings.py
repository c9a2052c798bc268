"""Y: bytes that are no UTF-8, or UTF-8 that no file of records should hold."""

import re
from collections.abc import Iterator
from pathlib import Path

from .cases import Case, Proof, want
from .command import in_terminal, run, unharmed
from .datasets import GOOD, event, make
from .faults import refused
from .looks import safe

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


def cases() -> Iterator[Case]:
    """Whole files, values, stored texts; and what is accepted."""
    for number, (what, content) in enumerate(_FILES.items()):
        yield Case(f"Y7{number:02}", f"a file in {what}", _unreadable(content))
    for number, (what, content) in enumerate(_VALUES.items()):
        yield Case(f"Y72{number:02}", f"a value in {what}", _value(content))
    for number, (what, content) in enumerate(_SEEDS.items()):
        yield Case(f"Y75{number}", f"a stored text in {what}", _seed(content))
    accepted = {
        "a byte order mark": b"\xef\xbb\xbf" + _WHOLE.encode(),
        "CRLF": _WHOLE.replace("\n", "\r\n").encode(),
        "no last line end": _WHOLE.rstrip("\n").encode(),
        "raw RLO": (_WHOLE + event("two", title="a\u202eb")).encode(),
    }
    for number, (what, content) in enumerate(accepted.items()):
        yield Case(f"Y76{number}", f"accepted: {what}", _accepted(content))


def _unreadable(content: bytes) -> Proof:
    def prove(folder: Path) -> None:
        make(folder, content, whole=True)
        for ended in (run(folder, "check"), in_terminal(folder, "check"), run(folder, "list")):
            unharmed(ended, 0, 1, 3)
            safe(ended)
            want(ended.cpu < 1, f"it took {ended.cpu:.1f} s")
        told = run(folder, "check")
        unharmed(told, 1, 3)
        want(re.search(r"data/events.yaml:[12]:\d", told.said), f"no place is named: {told.said[:200]}")

    return prove


def _value(content: bytes) -> Proof:
    def prove(folder: Path) -> None:
        record = event("two").encode().replace(b"title: two", b"title: " + content)
        make(folder, record)
        for ended in (run(folder, "check"), in_terminal(folder, "list")):
            unharmed(ended, 0, 1, 3)
            safe(ended)
        told = run(folder, "check")
        unharmed(told, 1, 3)
        want("data/events.yaml:13:" in told.said, f"line 13 is not named: {told.said[:300]}")

    return prove


def _seed(content: bytes) -> Proof:
    return lambda folder: refused(
        make(folder, texts={"bad.txt": content}), "bad-encoding", file="seeds/bad.txt"
    )


def _accepted(content: bytes) -> Proof:
    def prove(folder: Path) -> None:
        make(folder, content, whole=True)
        checked = run(folder, "check")
        unharmed(checked, 0)
        listed = in_terminal(folder, "list", "--format", "tsv")
        unharmed(listed, 0)
        safe(listed)
        want("good-one" in listed.out, "the good event is not listed")

    return prove

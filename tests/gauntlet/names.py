"""X: a source is a name and never a path; ids are letters, digits and hyphens."""

from collections.abc import Iterator
from pathlib import Path

from .cases import Case, Proof, want
from .command import run, unharmed
from .datasets import event, make, quoted
from .faults import refused
from .looks import safe

_PATHS = (
    "../../../../etc/passwd", "/etc/passwd", "..", ".", "./good.txt", "seeds/good.txt", "good.txt/", "good.txt\x00.png",
    "~/.ssh/id_rsa", "file:///etc/passwd", "http://evil/good.txt", "\\\\host\\share\\x.txt", "C:\\x.txt", "good.txt\n",
    "GOOD.TXT", "go\u00adod.txt", "g\u043e\u043ed.txt", "good.txt ", " good.txt", "..good.txt..", "%2e%2e/passwd",
    "$HOME/x", "-rf", "a" * 5000, ".hidden",
)  # fmt: skip
_IDS = (
    "--force",
    "-x",
    "../a",
    "a/b",
    "A",
    "a b",
    "a\u200bb",
    "\u0430bc",
    "e\u0301",
    "\u00e9",
    "con.txt",
    "a_b",
    "",
    "a--b",
    "a-",
)
_WEB = (
    "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", 'http://a"onclick=b', "http://user@evil/",
    "http://e/ x", "http://e/\u202ex", "http://e/\x1b]0;x\x07", "//evil", "HTTP:evil", "https://", "http://\\evil",
)  # fmt: skip


def cases() -> Iterator[Case]:
    """Each name where a text, an event, a source or an address is wanted."""
    for number, path in enumerate(_PATHS):
        yield Case(f"X5{number:02}", f"a text at {path[:24]!r}", _text_at(path))
    for number, key in enumerate(_IDS):
        yield Case(f"X6{number:02}", f"the id {key!r}", _id(key))
    for number, address in enumerate(_WEB):
        yield Case(f"X7{number:02}", f"the address {address!r}", _address(address))


def _text_at(path: str) -> Proof:
    def prove(folder: Path) -> None:
        make(folder, sources=f"  - {{id: outside, file: {quoted(path)}, title: x, publisher: y}}\n")
        refused(folder, file="data/sources.yaml")
        for command in (("source", "outside"), ("quote", "root"), ("sources",)):
            ended = run(folder, *command)
            unharmed(ended, 0, 1)
            safe(ended)
            want("root:x:0" not in ended.said, "a file outside the dataset was read")

    return prove


def _id(key: str) -> Proof:
    return lambda folder: refused(make(folder, event(quoted(key), title="x")), line=12)


def _address(address: str) -> Proof:
    def prove(folder: Path) -> None:
        record = f"  - {{id: web, title: x, publisher: y, url: {quoted(address)}}}\n"
        refused(make(folder, sources=record), "bad-value", file="data/sources.yaml")

    return prove

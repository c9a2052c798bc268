"""X: a source is a name and never a path; ids are letters, digits and hyphens."""

from collections.abc import Iterator
from pathlib import Path

from .cases import Case, Proof, want
from .command import unharmed
from .datasets import event, make, quoted
from .looks import safe
from .shared import Faults, Shared

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


_FIRST = 4
"""The line of the first of these in the file, after the record of the good text."""
_RECORDS = [
    *(
        f"{{id: outside-{at}, file: {quoted(path)}, title: x, publisher: y}}"
        for at, path in enumerate(_PATHS)
    ),
    *(f"{{id: web-{at}, title: x, publisher: y, url: {quoted(address)}}}" for at, address in enumerate(_WEB)),
]
_SOURCES = Shared(
    lambda folder: make(folder, sources="".join(f"  - {record}\n" for record in _RECORDS)),
    sum(map(len, _RECORDS)),
)
_EVENTS = Faults({f"X6{number:02}": event(quoted(key), title="x") for number, key in enumerate(_IDS)})
_READING = (("sources", "--all"), ("quote", "root"), ("source", "outside-0"), ("source", "outside-1"))


def cases() -> Iterator[Case]:
    """Each name as a text, an event, a source or an address."""
    for number, path in enumerate(_PATHS):
        yield Case(f"X5{number:02}", f"a text at {path[:24]!r}", _refused(_FIRST + number, _rule(path)))
    for number, key in enumerate(_IDS):
        yield Case(
            f"X6{number:02}", f"the id {key!r}", _EVENTS.refuses(f"X6{number:02}", "bad-value: ", line=12)
        )
    for number, address in enumerate(_WEB):
        line = _FIRST + len(_PATHS) + number
        yield Case(f"X7{number:02}", f"the address {address!r}", _refused(line, "bad-value: "))


def _rule(path: str) -> str:
    """The rule of the problem; a long name is a valid name of a missing text."""
    return "source-missing: " if path.isalpha() and path.islower() else "bad-value: "


def _refused(line: int, message: str) -> Proof:
    def prove(_: Path) -> None:
        problems = _SOURCES.problems_of("data/sources.yaml")
        want(line in problems, f"line {line} is not named: {[*problems]}")
        want(message in problems[line], f"no {message!r} at line {line}: {problems[line]}")
        want("good-one" in _SOURCES.drawn("list", "--format", "tsv").out, "the good event is not listed")
        for command in _READING:
            result = _SOURCES.piped(*command)
            unharmed(result, 0, 1)
            safe(result)
            want("root:x:0" not in result.output, "a file outside the dataset was read")

    return prove

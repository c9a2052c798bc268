"""Y: files and records of a wrong shape, and values that YAML would take for something else."""

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from .cases import Case, Proof, want
from .command import run, unharmed
from .datasets import GOOD, event, make
from .faults import hostile

_TOPS = {
    "null": "null\n",
    "a text": "hello\n",
    "a list": "- a\n- b\n",
    "a misspelt key": f"format: 1\nevnets:\n{GOOD}",
    "a key twice": f"format: 1\nevents:\n{GOOD}events: []\n",
    "another format": f"format: 2\nevents:\n{GOOD}",
    "nothing": "",
    "comments only": "# nothing\n# here\n",
    "three hyphens": "---\n",
    "blanks": "   \n\n  \n",
    "two documents": f"format: 1\nevents:\n{GOOD}---\nformat: 1\nevents: []\n",
    "%YAML 9.9": f"%YAML 9.9\n---\nformat: 1\nevents:\n{GOOD}",
    "JSON": '{"events": [',
    "a pointer of LFS": "version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 12\n",
    "HTML": "<!DOCTYPE html>\n<html><body>404</body></html>\n",
    "a scalar of 500,000 words": "word " * 500_000,
}
_RECORDS = {
    "a text": "  - hello\n",
    "nothing": "  -\n",
    "a list": "  - [a, b]\n",
    "a number": "  - 12\n",
    "no id": event("", title="x"),
    "no title": event("two", title=""),
    "no date": event("two", date=""),
    "a misspelt key": event("two", "titel: x"),
    "actors as text": event("two", actors="Japan"),
    "actors as nothing": event("two", actors="~"),
    "actors in actors": event("two", actors="{Japan: {roles: {host: yes}}}"),
    "citations as a mapping": event("two", "citations: {source: good}"),
    "no quote": event("two", "citations: [{source: good, supports: []}]"),
    "an empty quote": event("two", "citations: [{source: good, quote: '', supports: []}]"),
    "an empty summary": event("two", summary="[]").replace("summary: []", "summary: ''"),
    "a role that is none": event("two", actors="{Japan: tourist}"),
    "a support that is none": event("two", "curator: [{note: x, supports: [date, colour]}]"),
    "a link to nothing": event("two", "links: {follows: [nothing-there]}"),
    "a link to itself": event("two", "links: {follows: [two]}"),
    "a key of 100,000 letters": event("two", f"? {'k' * 100_000}\n    : x"),
    "a kind of 100,000 letters": event("two", kind="K" * 100_000),
    "20,000 unknown keys": event("two", *(f"key{number}: x" for number in range(20_000))),
    "20,000 actors": event("two", f"actors: [{', '.join(f'Nobody {n}' for n in range(20_000))}]"),
}
_TYPED = (
    "NO",
    "on",
    "~",
    "012",
    "1.10",
    "12:30:45",
    "1_000",
    "0x1F",
    "2001-01-01",
    "=",
    "1e3",
    ".nan",
    ".inf",
    "y",
    "null",
)


def cases() -> Iterator[Case]:
    """Tops, records, and texts that stay texts."""
    for number, (what, text) in enumerate(_TOPS.items()):
        good = what in ("a key twice", "two documents")
        made = hostile(partial(make, events=text, whole=True), good=good)
        yield Case(f"Y3{number:02}", f"a file that is {what}", made)
    for number, (what, text) in enumerate(_RECORDS.items()):
        yield Case(f"Y4{number:02}", f"a record with {what}", hostile(partial(make, events=text)))
    for number, word in enumerate(_TYPED):
        yield Case(f"Y{41 + number}", f"{word} as a title", _stays(word))


def _stays(word: str) -> Proof:
    def prove(folder: Path) -> None:
        make(folder, event("typed", title=word, topics=f"[{word}]"))
        ended = run(folder, "list", "--json")
        unharmed(ended, 0)
        found = next(one for one in json.loads(ended.out) if one["id"] == "typed")
        want((found["title"], found["topics"]) == (word, [word]), f"{word} became {found['title']!r}")

    return prove

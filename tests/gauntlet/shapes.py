"""Y: files and records of a wrong shape, and values that YAML would convert."""

import json
from collections.abc import Iterator
from pathlib import Path

from .cases import Case, Proof, want
from .command import unharmed
from .datasets import GOOD, event, make
from .shared import Faults, Shared

_WHOLE_FILES: dict[str, tuple[str, str]] = {
    "null": ("wrong-type", "null\n"),
    "a text": ("wrong-type", "hello\n"),
    "a list": ("wrong-type", "- a\n- b\n"),
    "a misspelt key": ("unknown-key", f"format: 1\nevnets:\n{GOOD}"),
    "a key twice": ("duplicate-key", f"format: 1\nevents:\n{GOOD}events: []\n"),
    "another format": ("wrong-format", f"format: 2\nevents:\n{GOOD}"),
    "nothing": ("wrong-type", ""),
    "comments only": ("wrong-type", "# nothing\n# here\n"),
    "three hyphens": ("wrong-type", "---\n"),
    "blanks": ("wrong-type", "   \n\n  \n"),
    "two documents": ("yaml-feature", f"format: 1\nevents:\n{GOOD}---\nformat: 1\nevents: []\n"),
    "%YAML 9.9": ("yaml-syntax", f"%YAML 9.9\n---\nformat: 1\nevents:\n{GOOD}"),
    "JSON": ("yaml-syntax", '{"events": ['),
    "a pointer of LFS": (
        "wrong-type",
        "version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 12\n",
    ),
    "HTML": ("wrong-type", "<!DOCTYPE html>\n<html><body>404</body></html>\n"),
    "a scalar of 500,000 words": ("wrong-type", "word " * 500_000),
}
"""Each with the rule that names it."""
_RECORDS: dict[str, tuple[str, str]] = {
    "a text": ("wrong-type", "  - hello\n"),
    "nothing": ("wrong-type", "  -\n"),
    "a list": ("wrong-type", "  - [a, b]\n"),
    "a number": ("wrong-type", "  - 12\n"),
    "no id": ("missing-key", event("", title="x")),
    "no title": ("missing-key", event("two", title="")),
    "no date": ("missing-key", event("two", date="")),
    "a misspelt key": ("unknown-key", event("two", "titel: x")),
    "actors as text": ("wrong-type", event("two", actors="Japan")),
    "actors as nothing": ("wrong-type", event("two", actors="~")),
    "actors in actors": ("wrong-type", event("two", actors="{Japan: {roles: {host: yes}}}")),
    "citations as a mapping": ("wrong-type", event("two", "citations: {source: good}")),
    "no quote": ("missing-key", event("two", "citations: [{source: good, supports: []}]")),
    "an empty quote": ("bad-value", event("two", "citations: [{source: good, quote: '', supports: []}]")),
    "an empty summary": ("bad-value", event("two", summary="[]").replace("summary: []", "summary: ''")),
    "an unknown role": ("bad-value", event("two", actors="{Japan: tourist}")),
    "a support that is not a field": (
        "unknown-support",
        event("two", "curator: [{note: x, supports: [date, colour]}]"),
    ),
    "a link to nothing": ("unknown-link", event("two", "links: {follows: [nothing-there]}")),
    "a link to itself": ("unknown-link", event("two", "links: {follows: [two]}")),
    "a key of 100,000 letters": ("unknown-key", event("two", f"? {'k' * 100_000}\n    : x")),
    "a kind of 100,000 letters": ("bad-value", event("two", kind="K" * 100_000)),
    "20,000 unknown keys": ("unknown-key", event("two", *(f"key{number}: x" for number in range(20_000)))),
    "20,000 actors": (
        "wrong-type",
        event("two", f"actors: [{', '.join(f'Unknown {n}' for n in range(20_000))}]"),
    ),
}
"""Each with the rule that names it."""
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


_NAMED_FILES = {f"Y{number}": (what, *one) for number, (what, one) in enumerate(_WHOLE_FILES.items(), 300)}
_NAMED_RECORDS = {f"Y{number}": (what, *one) for number, (what, one) in enumerate(_RECORDS.items(), 400)}
_FILE_FAULTS = Faults({name: text for name, (_, _, text) in _NAMED_FILES.items()}, whole=True)
_RECORD_FAULTS = Faults({name: text for name, (_, _, text) in _NAMED_RECORDS.items()})
_TITLES = Shared(
    lambda folder: make(
        folder,
        "".join(event(f"typed-{at}", title=word, topics=f"[{word}]") for at, word in enumerate(_TYPED)),
    )
)


def cases() -> Iterator[Case]:
    """Tops, records, and texts that stay texts."""
    for name, (what, rule, _) in _NAMED_FILES.items():
        good = what in ("a key twice", "two documents")
        yield Case(name, f"a file that is {what}", _FILE_FAULTS.refuses(name, f"{rule}: ", good=good))
    for name, (what, rule, _) in _NAMED_RECORDS.items():
        yield Case(name, f"a record with {what}", _RECORD_FAULTS.refuses(name, f"{rule}: "))
    for number, word in enumerate(_TYPED):
        yield Case(f"Y{41 + number}", f"{word} as a title", _stays(f"typed-{number}", word))


def _stays(key: str, word: str) -> Proof:
    def prove(_: Path) -> None:
        for result in (_TITLES.piped("list", "--json"), _TITLES.drawn("list", "--json")):
            unharmed(result, 0)
            document = next(document for document in json.loads(result.out) if document["id"] == key)
            published = (document["title"], document["topics"])
            want(published == (word, [word]), f"{word} became {published}")

    return prove

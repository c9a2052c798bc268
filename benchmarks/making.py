"""Generated datasets of any size, the same for the same seed: skewed actors, groups, uncertain dates."""

import hashlib
import random
from collections.abc import Iterator
from pathlib import Path

_TEXT = (
    "ministers agreed summit association partners security maritime trade pledge declaration forum leaders "
    "statement cooperation regional resilience capability dialogue initiative commitment border energy "
    "technology defence exercise treaty sanctions corridor humanitarian observers delegation framework"
)
WORDS = _TEXT.split()
_FREQUENT = ("United States", "China", "NATO", "Russia", "European Union", "Japan")
_SELDOM = (
    "Australia", "Brazil", "Canada", "Chile", "Estonia", "Finland", "France", "Georgia", "Germany", "India",
    "Indonesia", "Italy", "Kenya", "Latvia", "Mexico", "Mongolia", "New Zealand", "Nigeria", "Norway", "Peru",
    "Poland", "South Korea", "Spain", "Sweden", "Ukraine", "United Kingdom", "Vietnam", "Zambia",
)  # fmt: skip
_KINDS = ("summit", "meeting", "speech", "statement", "agreement", "visit")


def sentence(chance: random.Random, number: int) -> str:
    """A sentence that occurs only once, because it contains its number."""
    words = [chance.choice(WORDS) for _ in range(chance.randint(9, 16))]
    return f"On point {number} the {' '.join(words)}."


def texts(chance: random.Random, count: int, sentences: int) -> list[list[str]]:
    """Texts as lists of sentences, all different."""
    return [
        [sentence(chance, text * sentences + number) for number in range(sentences)] for text in range(count)
    ]


def date(chance: random.Random) -> str:
    """Mostly days; some intervals, months, years, approximate and open ones."""
    year, month, day = chance.randint(1990, 2025), chance.randint(1, 12), chance.randint(1, 27)
    plain = f"{year}-{month:02}-{day:02}"
    forms = (
        f"{plain}/{year}-{month:02}-{day + 1:02}",
        f"{year}-{month:02}",
        f"{year}",
        f"{plain}~",
        f"{plain}/..",
    )
    return plain if chance.random() < 0.7 else chance.choice(forms)


def actors(chance: random.Random) -> list[str]:
    """A few actors are in most events, and most actors in few."""
    return sorted({chance.choice(_FREQUENT), *chance.sample(_SELDOM, chance.randint(1, 3))})


def event(chance: random.Random, number: int, source: int, quotes: list[str]) -> list[str]:
    """The lines of one record in YAML."""
    who = actors(chance)
    supports = ", ".join(["status", "place", "summary.1", *(f"actors.{name}" for name in who)])
    lines = [
        f"  - id: event-{number}",
        f"    title: The {chance.choice(WORDS)} of the {chance.choice(WORDS)}",
        f"    kind: {chance.choice(_KINDS)}",
        f"    date: {date(chance)}",
        "    place: {name: Geneva, country: CH}",
        "    actors:",
        *(f"      {name}: participant" for name in who),
        f"    topics: [{chance.choice(WORDS)}]",
        "    summary:",
        "      - The delegations came together.",
        "    citations:",
    ]
    for quote in quotes:
        lines += [
            f"      - source: text-{source}",
            "        quote: >-",
            f"          {quote}",
            "        supports: []",
        ]
    lines += [
        "    curator:",
        "      - note: From the records of the office.",
        f"        supports: [date, {supports}]",
        "        see: [https://example.org/]",
    ]
    return lines


def dataset(folder: Path, events: int, sources: int, *, files: int = 1, seed: int = 7) -> None:
    """A whole dataset: `events` with two quotes each, from `sources` texts, in one or several files."""
    chance = random.Random(seed)
    stored = texts(chance, sources, -(-2 * events // sources))
    (folder / "seeds").mkdir(parents=True)
    (folder / "data").mkdir()
    ledger = ["format: 1", "sources:"]
    for number, sentences in enumerate(stored):
        content = "\n".join(" ".join(sentences[i : i + 5]) for i in range(0, len(sentences), 5)).encode()
        (folder / "seeds" / f"text-{number}.txt").write_bytes(content)
        ledger += [
            f"  - id: text-{number}",
            f"    file: text-{number}.txt",
            "    published: 2025-12-01",
            f"    sha256: {hashlib.sha256(content).hexdigest()}",
        ]
    (folder / "data" / "sources.yaml").write_text("\n".join(ledger) + "\n")
    lines = list(_records(chance, events, stored))
    share = -(-events // files)
    if files == 1:
        (folder / "data" / "events.yaml").write_text("format: 1\nevents:\n" + "\n".join(lines) + "\n")
        return
    (folder / "data" / "events").mkdir()
    for number in range(files):
        part = "\n".join(lines[number * share : (number + 1) * share])
        (folder / "data" / "events" / f"part-{number}.yaml").write_text(f"format: 1\nevents:\n{part}\n")


def _records(chance: random.Random, events: int, stored: list[list[str]]) -> Iterator[str]:
    for number in range(events):
        source = number % len(stored)
        at = number // len(stored) * 2
        quotes = stored[source][at : at + 2]
        yield "\n".join(event(chance, number, source, quotes))

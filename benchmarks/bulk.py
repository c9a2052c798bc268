"""A generated timeline of any length in JSON Lines, the same for the same seed.

A few actors are in most events and most actors in few; some events name a group whose members changed; a
third of the dates are uncertain; summaries are long. The evidence is curator's notes, without stored texts.
"""

import json
import random
from collections.abc import Iterator
from pathlib import Path

from making import WORDS, date

FREQUENT = ("United States", "China", "Russia", "Ukraine", "United Kingdom", "France", "Germany")
SELDOM = (
    "Australia", "Brazil", "Canada", "Chile", "Croatia", "Egypt", "Estonia", "Finland", "Georgia", "Hungary",
    "India", "Indonesia", "Italy", "Japan", "Kenya", "Latvia", "Mexico", "Mongolia", "New Zealand", "Nigeria",
    "Norway", "Peru", "Philippines", "Poland", "South Korea", "Spain", "Sweden", "Vietnam", "Zambia",
)  # fmt: skip
GROUPS = ("NATO", "European Union", "G7", "G20", "ASEAN", "Quad", "CPTPP", "BRICS", "IP4", "AUKUS")
KINDS = ("summit", "meeting", "speech", "statement", "agreement", "visit", "conflict", "announcement")
PLACES = (("Geneva", "CH"), ("Brussels", "BE"), ("New York", "US"), ("Tokyo", "JP"), ("Kyiv", "UA"))


def cast(chance: random.Random) -> dict[str, str]:
    """Actors with roles: mostly the same few, sometimes a group, rarely an absent one."""
    roles = ["participant"] * 6 + ["host", "speaker", "target"]
    names = {chance.choice(FREQUENT), *chance.sample(SELDOM, chance.choice((0, 0, 1, 1, 2)))}
    if chance.random() < 0.12:
        names.add(GROUPS[min(int(chance.expovariate(0.4)), len(GROUPS) - 1)])
    actors = {name: chance.choice(roles) for name in sorted(names)}
    if chance.random() < 0.01:
        actors[min(actors)] = "absent"
    return actors


def event(chance: random.Random, number: int) -> dict[str, object]:
    """One record. Its number has no relation to its date."""
    actors = cast(chance)
    summary = [" ".join(["The", *chance.choices(WORDS, k=chance.randint(12, 30))]) + "." for _ in range(3)]
    place, country = chance.choice(PLACES)
    sentences = [f"summary.{index}" for index in range(1, len(summary) + 1)]
    return {
        "id": f"event-{number}",
        "title": f"The {chance.choice(WORDS)} of {chance.choice(WORDS)} number {number}",
        "kind": chance.choice(KINDS),
        "date": date(chance),
        "place": {"name": place, "country": country},
        "actors": actors,
        "topics": chance.sample(WORDS, 2),
        "summary": summary,
        "curator": [
            {
                "note": "From the register of the office.",
                "supports": ["date", "place", "status", *(f"actors.{name}" for name in actors), *sentences],
                "see": ["https://example.org/register"],
            }
        ],
    }


def lines(events: int, seed: int) -> Iterator[str]:
    """The records, one on each line."""
    chance = random.Random(seed)
    for number in range(events):
        yield json.dumps(event(chance, number), ensure_ascii=False) + "\n"


def dataset(folder: Path, events: int, seed: int = 11) -> Path:
    """A dataset with the single file data/events/bulk.jsonl, unless it exists already."""
    file = folder / "data" / "events" / "bulk.jsonl"
    if not file.is_file():
        file.parent.mkdir(parents=True)
        (folder / "seeds").mkdir()
        with file.open("w", encoding="utf-8") as stream:
            stream.writelines(lines(events, seed))
    return folder

"""Each of the 53 real quotes, altered in one way at a time: one problem, its cause, its line."""

import re
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import FROZEN
from timeline.checks import check
from timeline.dataset.locate import Dataset
from timeline.evidence import load_timeline

SHIPPED = FROZEN
RECORDS: list[dict[str, Any]] = yaml.load((SHIPPED / "data/events.yaml").read_bytes(), yaml.BaseLoader)[
    "events"
]
QUOTES = [(record["id"], number) for record in RECORDS for number in range(len(record["citations"]))]
TEXTS = {path.stem: path.read_text("utf-8") for path in sorted((SHIPPED / "seeds").glob("*.txt"))}
SOURCES = list(TEXTS)

Alter = Callable[[str, str], str | None]
"""From a quote and its source to the altered quote; None where the quote is too short for it."""


def inner(words: list[str]) -> int | None:
    """The index of a word of at least four letters with a word on each side."""
    places = [place for place in range(1, len(words) - 1) if len(words[place]) > 3]
    return places[len(places) // 2] if places else None


def altered(change: Callable[[list[str], int], list[str]]) -> Alter:
    def alter(quote: str, _source: str) -> str | None:
        words = quote.split()
        place = inner(words)
        return None if place is None else " ".join(change(words, place))

    return alter


def another_digit(quote: str, _source: str) -> str | None:
    found = re.search(r"\d", quote)
    return (
        quote[: found.start()] + str((int(found.group()) + 1) % 10) + quote[found.end() :] if found else None
    )


def other_case(word: str) -> str:
    return word[0].swapcase() + word[1:] if word[0].isalpha() else word[:1] + word[1].swapcase() + word[2:]


def joined_to_a_far_passage(quote: str, source: str) -> str:
    text = TEXTS[source]
    lines = [line for line in text.split("\n") if len(line) > 90 and quote not in line]
    far = lines[0] if text.find(quote) > len(text) / 2 else lines[-1]
    return f"{quote} {' '.join(far.split()[:7])}"


def cut_inside_a_word(quote: str, _source: str) -> str | None:
    last = re.search(r"[^\W\d_]{4,}$", quote.rstrip("\u201d.,"))
    return quote[: last.end() - 2] if last else None


ALTERATIONS: dict[str, tuple[str, Alter]] = {
    "another digit": ("changed", another_digit),
    "a digit inserted": ("changed", altered(lambda w, i: [*w[:i], w[i][:2] + "7" + w[i][2:], *w[i + 1 :]])),
    "a figure inserted": ("changed", altered(lambda w, i: [*w[:i], "12", *w[i:]])),
    "two words swapped": ("changed", altered(lambda w, i: [*w[: i - 1], w[i], w[i - 1], *w[i + 1 :]])),
    "an inner word dropped": ("changed", altered(lambda w, i: [*w[:i], *w[i + 1 :]])),
    "another case": ("changed", altered(lambda w, i: [*w[:i], other_case(w[i]), *w[i + 1 :]])),
    "a bracket added": ("changed", altered(lambda w, i: [*w[:i], f"[{w[i]}]", *w[i + 1 :]])),
    "joined to a far passage": ("spliced", joined_to_a_far_passage),
    "cut inside a word": ("cut", cut_inside_a_word),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("altered")
    shutil.copytree(SHIPPED / "seeds", made / "seeds")
    shutil.copytree(SHIPPED / "data", made / "data")
    return made


def record_of(event: str) -> dict[str, Any]:
    """The record alone, without links to events that are not there."""
    found = next(record for record in RECORDS if record["id"] == event)
    return {key: value for key, value in found.items() if key != "links"} | {
        "citations": [dict(citation) for citation in found["citations"]]
    }


def check_alone(folder: Path, record: dict[str, Any]) -> tuple[list[str], list[str], int]:
    """Write the one record, with folded lines, and check it: rules, messages, line of the first problem."""
    text = yaml.safe_dump({"format": "1", "events": [record]}, allow_unicode=True, sort_keys=False, width=100)
    (folder / "data/events.yaml").write_text(text, "utf-8")
    timeline = load_timeline(Dataset("folder", folder, ""))
    problems = check(timeline).problems
    for problem in problems:
        number = next(
            (q.number for q in timeline.events[0].quotes if type(q.outcome).__name__ == "Lost"), None
        )
        node = timeline.events[0].quotes[number].quote_node if number is not None else None
        assert node is None or node.line <= problem.location.line <= node.end_line
    lines = [problem.location.line for problem in problems]
    return (
        [problem.rule for problem in problems],
        [problem.message for problem in problems],
        lines[0] if lines else 0,
    )


@pytest.mark.parametrize(("event", "number"), QUOTES)
def test_a_real_quote_has_no_problem(folder: Path, event: str, number: int) -> None:
    assert check_alone(folder, record_of(event))[0] == []


def altered_quote(event: str, number: int, kind: str) -> str | None:
    """The quote altered in this way; None where it is too short, or would be the same."""
    citation = record_of(event)["citations"][number]
    quote = ALTERATIONS[kind][1](citation["quote"], citation["source"])
    return None if quote == citation["quote"] else quote


ALTERED = [
    (*quote, kind) for quote in QUOTES for kind in ALTERATIONS if altered_quote(*quote, kind) is not None
]


def test_most_quotes_can_be_altered_in_each_way() -> None:
    counts = Counter(kind for _, _, kind in ALTERED)
    assert set(counts) == set(ALTERATIONS)
    assert {kind: count for kind, count in counts.items() if count < 10} == {}


@pytest.mark.parametrize(("event", "number", "kind"), ALTERED)
def test_an_altered_quote_is_one_problem_with_its_cause(
    folder: Path, event: str, number: int, kind: str
) -> None:
    record = record_of(event)
    quote = altered_quote(event, number, kind)
    record["citations"][number]["quote"] = quote

    rules, messages, _ = check_alone(folder, record)

    assert rules == ["quote-not-found"], messages
    assert messages[0].startswith(ALTERATIONS[kind][0]), (messages, quote)


@pytest.mark.parametrize(("event", "number"), QUOTES)
def test_a_quote_of_another_source_is_found_there(folder: Path, event: str, number: int) -> None:
    record = record_of(event)
    citation = record["citations"][number]
    citation["source"] = SOURCES[(SOURCES.index(citation["source"]) + 1) % 3]

    rules, messages, _ = check_alone(folder, record)

    assert rules == ["quote-not-found"]
    assert messages[0].startswith("in another source")

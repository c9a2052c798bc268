"""The manual of dates says what the code does: every row of words, and every date in its tables."""

import re
from pathlib import Path

import pytest

from timeline.dates import InvalidDate, parse
from timeline.dates.phrases import read, read_text

MANUAL = (Path(__file__).parents[2] / "docs" / "dates.md").read_text(encoding="utf-8")
SAID = parse("2024-07-09")


def rows(after: str, before: str) -> list[list[str]]:
    """The rows of the tables between two marks of the manual, cell by cell."""
    section = MANUAL.partition(after)[2].partition(before)[0]
    lines = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| `")]
    assert lines
    return lines


def words_and_dates() -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for words, dates, *_ in rows("## Words", "### What is refused"):
        phrases, found = re.findall("`([^`]+)`", words), re.findall("`([^`]+)`", dates)
        pairs += zip(phrases, found * len(phrases) if len(found) == 1 else found, strict=True)
    return pairs


@pytest.mark.parametrize(("words", "date"), words_and_dates())
def test_words_come_to_what_the_manual_says(words: str, date: str) -> None:
    assert str(read(words, SAID).date) == date


def refused() -> list[str]:
    return [
        phrase
        for words, *_ in rows("### What is refused", "## In a text")
        for phrase in re.findall("`([^`]+)`", words)
    ]


@pytest.mark.parametrize("words", refused())
def test_words_are_refused_as_the_manual_says(words: str) -> None:
    with pytest.raises(InvalidDate):
        read(words, SAID)


def texts() -> list[tuple[str, list[str | None]]]:
    return [
        (text.strip("`"), [None if date == "-" else date for date in re.findall("`([^`]+)`", dates)])
        for text, dates, *_ in rows("## In a text", "### Choices")
    ]


@pytest.mark.parametrize(("text", "dates"), texts())
def test_texts_come_to_what_the_manual_says(text: str, dates: list[str | None]) -> None:
    found = [expression.date and str(expression.date) for expression in read_text(text, SAID)]
    assert found == dates


@pytest.mark.parametrize("row", rows("## Choices", "###"))
def test_choices_are_refused_and_read_as_the_manual_says(row: list[str]) -> None:
    for text in re.findall("`([^`]+)`", row[0]):
        if text.startswith(("T", "+")):
            text = f"2016-12-31{text}" if text.startswith("T") else f"2016-12-31T10:00{text}"
        if not re.match("[-0-9Y/\\[{]", text):
            continue
        if row[1].startswith("refused"):
            with pytest.raises(InvalidDate):
                parse(text)
        elif text != "-0000":
            assert str(parse(text)) == text


@pytest.mark.parametrize("row", rows("### Cases", "## Words"))
def test_the_cases_held_to_be_wrong_are_read(row: list[str]) -> None:
    for text in re.findall("`([^`]+)`", row[0]):
        assert str(parse(text)) == text

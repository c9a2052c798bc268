"""The same words with the same reference mean the same date: alone, in a text, and in a quotation."""

# ruff: noqa: SIM905  (phrases read best as one text)

import pytest

from tests.evidence.conftest import MakeTimeline
from timeline.dates import InvalidDate, parse
from timeline.dates.phrases import Side, read, read_text

SAID = "2025-07-09"
PHRASES = (
    "on 9 July 2024|on July 9, 2024|on Tuesday, 9 July 2024|on the ninth of July 2024|"
    "from July 9 to 11, 2024|on 2024-07-09|in July 2024|in July or August 2024|"
    "from June to August 2024|in March 44 BC|in 2024|in 44 BC|in the 1980s|in AD 79|"
    "in the 19th century|in the fifth century BC|in Q3 2024|in the second half of 2024|"
    "in autumn 2024|in winter 2024-25|from 1939 to 1945|between 2014 and 2022|"
    "between 1 and 3 July 2024|in late June 2025|in mid-2023|at the end of 2024|around July 2024|"
    "probably in 2024|before 2020|after July 2024|by the end of 2026|since February 2022|until 2026|"
    "on New Year's Day 2024|on the night of 6-7 July 2024|in the week of 1 July 2024|"
    "on 9 or 12 July 2024|on Thursday|on Monday evening|late on Monday|from Friday to Sunday|"
    "on Friday and Saturday|on Sunday, 6 July|on 20 September|on July 7-8|in September|"
    "in early September|on 30 December|by Friday|since Monday|until Friday|over the weekend|"
    "overnight|today|yesterday|last night|this week|last week|last month|last year|"
    "in June last year|on Thursday of last week|this Friday|last Friday|next Friday|next month|"
    "two weeks ago|a decade ago|some three years ago|last weekend|this summer|last December|"
    "from 30 December to 2 January|earlier this year|the day before yesterday|tomorrow|"
    "the week after next|on Christmas Day"
).split("|")
SENTENCES = {Side.BEFORE: "Envoys met {}.", Side.AFTER: "Envoys will meet {}."}


def alone(phrase: str, side: Side) -> str | None:
    try:
        return str(read(phrase, parse(SAID), side).date)
    except InvalidDate:
        return None


def in_a_text(sentence: str) -> str | None:
    found = read_text(sentence, parse(SAID))
    return str(found[0].date) if len(found) == 1 and found[0].date else None


@pytest.mark.parametrize("side", SENTENCES)
@pytest.mark.parametrize("phrase", PHRASES)
def test_words_mean_the_same_date_everywhere(phrase: str, side: Side, timeline_of: MakeTimeline) -> None:
    sentence = SENTENCES[side].format(phrase)
    expected = alone(phrase, side)
    assert in_a_text(sentence) == expected
    if expected is None:
        return
    (linked,) = timeline_of(
        f'- {{id: a, title: t, kind: k, date: "{expected}", summary: s, '
        f'citations: [{{source: gazette, quote: "{sentence}", supports: [date]}}]}}',
        texts={"gazette.txt": f"{sentence}\n"},
    ).events
    assert linked.proof.verdict == "agrees"
    assert linked.fields["date"].evidence == "quoted"


def test_most_of_the_phrases_are_read() -> None:
    read_ones = [phrase for phrase in PHRASES if alone(phrase, Side.BEFORE)]
    assert len(read_ones) > 0.9 * len(PHRASES)

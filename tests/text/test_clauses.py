"""Tense, mood and stance of clauses, by tables of sentences."""

# ruff: noqa: SIM905  (words read best as words)

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.text.clauses import Clause, Mood, Stance, Tense, clauses, read_clause

TABLES = Path(__file__).parent


def rows(table: str) -> list[list[str]]:
    lines = (TABLES / table).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def read(marked: str) -> Clause:
    """The clause at the square bracket of a sentence."""
    return read_clause(marked.replace("[", "").replace("]", ""), marked.index("["))


@pytest.mark.parametrize(("tense", "sentence"), rows("tenses.txt"))
def test_the_tense_of_a_date(tense: str, sentence: str) -> None:
    assert read(sentence).tense is Tense(tense)


@pytest.mark.parametrize(("stance", "mood", "sentence"), rows("stances.txt"))
def test_stance_and_mood(stance: str, mood: str, sentence: str) -> None:
    clause = read(sentence)
    assert (clause.stance, clause.mood) == (Stance(stance), Mood(mood))


@pytest.mark.parametrize(
    ("sentence", "seen_from"),
    [
        ("Japan will sign the pact on [Friday].", Tense.PRESENT),
        ("Officials said that Japan will sign the pact on [Friday].", Tense.PRESENT),
        ("Officials said that Japan would sign the pact on [Friday].", Tense.PAST),
        ("Leaders agreed to meet on [Friday].", Tense.PAST),
        ("Leaders have agreed to meet on [Friday].", Tense.PRESENT),
        ("Leaders met ahead of a summit on [Friday].", Tense.PAST),
        ("Leaders will meet ahead of a summit on [Friday].", Tense.PRESENT),
        ("They had met on [Friday].", Tense.PAST),
        ("They met on [Friday].", Tense.PRESENT),
    ],
)
def test_the_time_that_a_tense_counts_from(sentence: str, seen_from: Tense) -> None:
    assert read(sentence).seen_from is seen_from


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("Ministers met on Monday and will travel on Friday.",
         ["Ministers met on Monday ", "and will travel on Friday."]),
        ("The man arrested on Friday was released.",
         ["The man ", "arrested on Friday ", "was released."]),
        ("Kim, who met Trump in May, said on Friday he would resign.",
         ["Kim, ", "who met Trump in May, ", "said on Friday ", "he would resign."]),
        ("After the war ended in May, the king fled to Rome.",
         ["After the war ended in May, ", "the king fled to Rome."]),
        ("“We will win,” he said.", ["“We will win,", "” he said."]),
        ("On May 17, 2019, Japan signed, but Korea refused.",
         ["On May 17, 2019, Japan signed, ", "but Korea refused."]),
    ],
)  # fmt: skip
def test_where_clauses_part(sentence: str, parts: list[str]) -> None:
    assert [sentence[clause.start : clause.end] for clause in clauses(sentence)] == parts


def test_the_parts_of_an_interrupted_clause_have_one_verb() -> None:
    first, inserted, last = clauses("The man arrested on Friday was released.")
    assert first.verb == last.verb == (27, 39)
    assert inserted.verb == (8, 16)


def test_the_cues_are_the_words_that_the_reading_rests_on() -> None:
    sentence = "He denied that troops had crossed the border."
    clause = read_clause(sentence, sentence.index("border"))
    assert [sentence[start:end] for start, end in clause.cues] == ["denied", "had", "crossed"]


def test_a_position_outside_the_sentence_is_refused() -> None:
    with pytest.raises(IndexError):
        read_clause("Japan signed.", 13)


def test_an_empty_text_has_no_clause() -> None:
    assert clauses("") == ()


@pytest.mark.parametrize("text", [" ", "...", "😀", "ﬁ", "İ’ll go", "of", "May", "’s", "n't"])
def test_what_is_no_sentence_is_unknown(text: str) -> None:
    assert {read_clause(text, place).tense for place in range(len(text))} <= {Tense.UNKNOWN, Tense.FUTURE}


WORDS = st.sampled_from(
    "Japan the will would said that met signed to be been is was has had due , “ ” . after before who on "
    "Friday and not n't ’s it agreed meeting scheduled for if ahead of by until May (".split(" ")
)


@given(st.one_of(st.text(), st.lists(WORDS, max_size=30).map(" ".join)))
def test_each_position_belongs_to_exactly_one_clause(sentence: str) -> None:
    parts = clauses(sentence)
    assert "".join(sentence[part.start : part.end] for part in parts) == sentence
    for place in range(len(sentence)):
        clause = read_clause(sentence, place)
        assert clause.start <= place < clause.end
        assert all(0 <= start < end <= len(sentence) for start, end in clause.cues)


@given(st.lists(WORDS, max_size=20).map(" ".join))
def test_a_sentence_without_a_sign_of_the_future_is_never_future(sentence: str) -> None:
    signs = "will would to is has due scheduled for ahead before until agreed said".split(" ")
    if not set(sentence.split(" ")) & set(signs):
        assert Tense.FUTURE not in {clause.tense for clause in clauses(sentence)}


@pytest.mark.parametrize(
    "unit",
    ["a", ",", '"', "’", "(", "will ", "to be ", "has been ", "is to be ", "to ", "and ", "that ", "signed ",
     "said the ", "after ", "after signed ", ", signed ", "quickly ", "met as ", "Monday ", "by ",
     "which was ", "after , "],
)  # fmt: skip
def test_the_cost_of_hostile_text_is_linear(unit: str) -> None:
    """Eight times the text takes at most some twenty times as long; quadratic would be sixty-four."""

    def cost(count: int) -> float:
        text = unit * count + "signed on Friday"
        start = time.process_time()
        read_clause(text, len(text) - 1)
        return time.process_time() - start

    small = max(min(cost(2000), cost(2001), cost(2002)), 0.001)
    assert min(cost(16000), cost(16001), cost(16002)) < 20 * small

"""Lines of text are split into sentences."""

import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.text.sentences import sentences


def split(line: str) -> list[str]:
    return [line[start:end] for start, end in sentences(line)]


def columns(text: Path) -> dict[int, list[int]]:
    """The columns in which sentences begin, by line number."""
    lines = enumerate(text.read_text("utf-8").split("\n"), 1)
    return {
        number: [sentence.start + 1 for sentence in sentences(line)] for number, line in lines if line.strip()
    }


def test_sentences_of_the_foreign_policy_excerpt(frozen: Path) -> None:
    text = frozen / "seeds" / "closing-natos-indo-pacific-gap.txt"
    assert columns(text) == {
        1: [1], 2: [1, 222], 3: [1, 100, 352], 4: [1, 222], 5: [1, 100, 352], 6: [1, 71, 180, 350], 7: [1],
    }  # fmt: skip


def test_sentences_of_the_rewritten_dispatch(frozen: Path) -> None:
    text = frozen / "seeds" / "nato-indo-pacific-partners-unite.txt"
    assert columns(text) == {
        1: [1], 3: [1], 5: [1, 168, 229], 7: [1], 9: [1, 187], 11: [1], 13: [1], 15: [1, 132], 17: [1],
        19: [1], 21: [1, 200], 23: [1], 25: [1, 103], 27: [1],
    }  # fmt: skip


def test_sentences_of_the_rewritten_essay(frozen: Path) -> None:
    text = frozen / "seeds" / "allies-independent-path.txt"
    assert columns(text) == {
        1: [1], 2: [1], 4: [1, 218], 5: [1, 183, 425], 6: [1, 280], 7: [1, 198, 319, 465], 8: [1, 213],
        9: [1, 68, 109],
    }  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "He met Gen. Smith and Mrs. Jones of St. Petersburg.",
        "The U.S. Congress and the U.N. General Assembly met in Washington, D.C. before noon.",
        "A share of 3.5 percent, i.e. Japan's, is in No. 5 and Art. IV of the text.",
        "Antony J. Blinken and J. R. Smith spoke at 5 p.m. Tuesday.",
        "It was signed on Jan. 5 by Acme Inc. President Lee.",
        "She paused ... and went on.",
        "He thought... Japan said nothing.",
        "“Who is it?” Kim Tae-hyo asked.",
        "“Who is it?” President Lee Jae-myung asked.",
        "“We must act!” he said.",
        "Smith et al. found it on www.nato.int/cps in v. 2 of the file.",
        "1. The first point",
    ],
)
def test_line_is_one_sentence(line: str) -> None:
    assert split(line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "It met in the U.S.| The next day it left.",
        "It met in the U.S.| Several left.",
        "It is in Washington, D.C.| But it is far.",
        "They grew since 2022.| At the summit they met.",
        "He said no.| No. 5 was his.",
        "It broke off by signing........| Then nothing came.",
        "“That is all.”| “It is not.”| (He left.)| She stayed.",
        "What now?| Who knows!| “Really?”| The answer is no.",
        "It stands.[1]| It fell.²| It rose.",
        "1. It began.| 2. It ended.",
        "“Who?” Kim asked.| He left.",
        "It ended.| [...] It began again.",
        "北约发表声明。|日本同意！|「好。」| Done.",
        "It ended. ¿Qué?",
        "In 1999. • Next",
    ],
)
def test_line_is_several_sentences(line: str) -> None:
    """A bar marks the end of a sentence; without a bar, the line is split after each full stop."""
    if "|" not in line:
        line = line.replace(". ", ".| ")
    assert split(line.replace("|", "")) == [piece.strip() for piece in line.split("|")]


@given(st.text(alphabet=st.sampled_from("aA1 .!?…“”\"')([]。\t\u00a0UShe-—é"), max_size=60))
@example("")
@example(" . ")
@example("[...]")
def test_only_white_space_is_outside_sentences(line: str) -> None:
    pieces = sentences(line)
    ends = [0, *(end for _, end in pieces)]
    starts = [*(start for start, _ in pieces), len(line)]
    assert all(line[end:start].strip() == "" for end, start in zip(ends, starts, strict=True))
    assert all(line[start:end] == line[start:end].strip() != "" for start, end in pieces)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", [".", "a.", "A. ", "“", "U.S. ", "。", '."', "[1]", " ", ". ", "?” ", "It ended. "]
)
def test_splitting_takes_linear_time(piece: str) -> None:
    def seconds(length: int) -> float:
        line = piece * (length // len(piece))
        runs = []
        for _ in range(3):
            start = time.process_time()
            sentences(line)
            runs.append(time.process_time() - start)
        return min(runs)

    assert seconds(400_000) < 8 * max(seconds(100_000), 0.01)

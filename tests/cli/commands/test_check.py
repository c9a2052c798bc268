"""`timeline check`: everything is checked and counted; one mistake is one problem."""

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import MakeDataset, Run


def test_built_in_dataset_has_no_problems(run: Run) -> None:
    answer = run("check")
    assert answer.code == 0
    assert answer.out.startswith("30 events, 3 stored sources, 53 quotes: 53 found (53 exact)\n")


@pytest.fixture
def copy(frozen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:
    """A copy of the built-in dataset, as the current folder."""
    for part in ("data", "seeds"):
        shutil.copytree(frozen / part, tmp_path / part)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def change(file: Path, before: str, after: str) -> str:
    """Change the last occurrence of words in a file. Returns FILE:LINE:COLUMN of the first change."""
    text = file.read_text(encoding="utf-8")
    start = text.rindex(before)
    same = next(index for index, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1])
    spot = start + same
    file.write_text(text[:start] + after + text[start + len(before) :], encoding="utf-8")
    return f"data/{file.name}:{text.count(chr(10), 0, spot) + 1}:{spot - text.rfind(chr(10), 0, spot)}"


@pytest.mark.parametrize(
    ("before", "after", "rests"),
    [
        (
            "a 5 percent defense pledge, managing U.S. President Donald Trump, and",
            "a 3 percent defense pledge, managing U.S. President Donald Trump, and",
            " fields of hague-2025: date, place, status, actors.NATO, ",
        ),
        (
            "In 2023, the alliance formalized ties with the IP4 at the Vilnius summit by signing",
            "In 3023, the alliance formalized ties with the IP4 at the Vilnius summit by signing",
            " fields of vilnius-2023: date, place, status, actors.NATO, ",
        ),
    ],
)
def test_changed_digit_in_a_quote_is_one_problem(
    run: Run, copy: Path, before: str, after: str, rests: str
) -> None:
    place = change(copy / "data" / "events.yaml", before, after)
    answer = run("check")
    assert answer.code == 1
    assert answer.out.startswith(f"{place}: quote-not-found: changed: a number differs from the text\n")
    assert rests in answer.out
    assert "\n1 problem: 1 quote-not-found " in answer.out
    listed = run("list")
    assert len(listed.out.splitlines()) == 31
    assert '1 problem; run "timeline check"\n' in listed.err


def test_changed_digit_in_a_text_is_one_problem(run: Run, copy: Path) -> None:
    change(copy / "seeds" / "closing-natos-indo-pacific-gap.txt", "In 2023, the", "In 2024, the")
    answer = run("check")
    assert answer.code == 1
    assert (
        "source-changed: seeds/closing-natos-indo-pacific-gap.txt has changed since it was recorded"
        in answer.out
    )
    assert "vilnius-2023: “In 2023, the alliance formalized ties" in answer.out
    assert "\n1 problem: 1 source-changed " in answer.out


TEXT = "“The alliance’s 3.5 percent,” she said, “is a floor—not a ceiling.” Allies agreed in The Hague."


def cite(quote: str) -> str:
    """An event with a curator's note for each field, that quotes these words as context."""
    return f"""
        - id: pledge-2025
          title: The pledge
          kind: agreement
          date: 2025
          summary: It was pledged.
          citations: [{{source: gazette, quote: {json.dumps(quote)}, supports: []}}]
          curator: [{{note: Minutes., supports: [date, status, summary.1], see: https://example.org/m}}]
        """


@pytest.mark.parametrize(
    "quote",
    [
        '"The alliance\'s 3.5 percent," she said, "is a floor-not a ceiling."',
        "is  a floor\u2013not a ceiling",
        "Allies agreed\nin The Hague.",
        "Al\u00adlies agreed in The Hague.",
    ],
)
def test_typographic_differences_are_found(run: Run, dataset: MakeDataset, quote: str) -> None:
    own = dataset(cite(quote), texts={"gazette.txt": TEXT})
    answer = run("--dataset", own, "check")
    assert answer.code == 0
    assert "1 quote: 1 found (1 typographic)" in answer.out


@pytest.mark.parametrize(
    "quote",
    [
        "allies agreed in The Hague",
        "Allies agreed [again] in The Hague",
        "Allies agreed (in The Hague)",
        "Allies in The Hague",
        "5 percent,” she said",
        "3.5 percent,” he said",
        "The alliances 3.5 percent",
        "lies agreed in The Hague",
        "is a floor not a ceiling",
        "Allies agreed in The Hague!",
    ],
)
def test_other_differences_are_not_found(run: Run, dataset: MakeDataset, quote: str) -> None:
    own = dataset(cite(quote), texts={"gazette.txt": TEXT})
    answer = run("--dataset", own, "check")
    assert answer.code == 1
    assert "1 quote: 0 found (0 exact), 1 not found" in answer.out
    assert "\n1 problem: 1 quote-not-found " in answer.out


def test_joined_parts_must_be_in_order(run: Run, dataset: MakeDataset) -> None:
    in_order = dataset(cite("The alliance’s 3.5 percent [...] is a floor"), texts={"gazette.txt": TEXT})
    assert run("--dataset", in_order, "check").code == 0
    reversed_order = dataset(cite("is a floor [...] The alliance’s 3.5 percent"), texts={"gazette.txt": TEXT})
    assert run("--dataset", reversed_order, "check").code == 1

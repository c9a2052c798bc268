"""A hit in a very long sentence is shown with what stands around it."""

import json

import pytest

from tests.conftest import MakeDataset, Run

LONG = "one two " * 2000


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Needle", "needle"),
        ("needle one", "needle"),
        ('"needle three"', "needle three"),
    ],
)
def test_hit_in_a_long_sentence_is_highlighted(
    dataset: MakeDataset, run: Run, words: str, shown: str
) -> None:
    folder = dataset(texts={"long.txt": f"{LONG}needle three {LONG}\n"})
    (hit,) = json.loads(run("--dataset", str(folder), "search", words, "--json").out)
    assert [hit["text"][start:end] for start, end in hit["highlights"]] == [shown]
    assert hit["text"][0] == hit["text"][-1] == "…"
    assert len(hit["text"]) < 500


def test_hit_in_another_spelling_has_no_highlight(dataset: MakeDataset, run: Run) -> None:
    folder = dataset(texts={"long.txt": f"{LONG}Nadél {LONG}\n"})
    (hit,) = json.loads(run("--dataset", str(folder), "search", "nadel", "--json").out)
    assert hit["text"].startswith("one two one")
    assert hit["highlights"] == []

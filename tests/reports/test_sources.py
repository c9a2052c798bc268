"""The sources of a dataset: the state of each text, and how it is used."""

from pathlib import Path

import pytest

from tests.conftest import MakeDataset
from tests.reports.conftest import RECORD, ReportOn, event
from timeline.dataset.locate import find
from timeline.evidence import load_timeline
from timeline.query import UnknownName
from timeline.reports.sources import report, rows


@pytest.mark.parametrize(
    ("hashed", "state"),
    [(f", sha256: {'0' * 64}", "changed"), ("", "unrecorded")],
)
def test_state_compares_the_sha256(hashed: str, state: str, report_on: ReportOn) -> None:
    assert report_on("One came.\n", sources=RECORD % hashed)["state"] == state


def test_state_of_missing_and_unstored_texts(dataset: MakeDataset) -> None:
    folder = dataset(event("e", "One came"), sources="- {id: text, file: other.txt}\n- {id: known}")
    source = rows(load_timeline(find(str(folder), folder)))
    assert [(row["state"], row["sentence_counts"]) for row in source] == [
        ("missing", None),
        ("not stored", None),
    ]
    assert source[0]["quote_counts"] == {"found": 0, "lost": 1}


def test_notes_that_refer_to_a_source(dataset: MakeDataset) -> None:
    pointing = event("e", "One came").replace("note: N", "note: N, see: [known, known]")
    folder = dataset(pointing, sources="- {id: known}\n- {id: other, rewrite_of: known}")
    source = report(load_timeline(find(str(folder), folder)), "known")
    assert source["curator_notes"] == [
        {"event": "e", "note": "N", "supports": ["date", "status", "summary.1"]}
    ]
    assert (source["note_count"], source["rewritten_by"]) == (1, ["other"])


def test_counts_add_up(frozen: Path) -> None:
    timeline = load_timeline(find(str(frozen), frozen))
    source = rows(timeline)
    assert sum(row["quote_counts"]["found"] + row["quote_counts"]["lost"] for row in source) == sum(
        len(linked.quotes) for linked in timeline.events
    )
    for row in source:
        if numbers := row["sentence_counts"]:
            assert numbers["cited"] + numbers["part"] + numbers["uncited"] == numbers["total"]


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("wire-2", "did you mean wire-20 or wire-21 or wire-22?"),
        ("w", "timeline sources --all has the ids"),
        ("wire-30", "did you mean"),
    ],
)
def test_an_unknown_source_has_a_hint(dataset: MakeDataset, typed: str, hint: str) -> None:
    ids = ("wire-20", "wire-21", "wire-22", "wire-10000000000")
    folder = dataset(sources="\n".join(f"- {{id: {key}}}" for key in ids))
    with pytest.raises(UnknownName) as refused:
        report(load_timeline(find(str(folder), folder)), typed)
    assert str(refused.value).startswith(f'unknown source "{typed}"; {hint}')

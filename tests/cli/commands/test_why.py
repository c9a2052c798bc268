"""`timeline why`: what proves each field, what the curator added, and how to add evidence."""

import json

import pytest

from tests.conftest import Golden, MakeDataset, Run

TEXT = {"talk.txt": "The ministers met in Oslo on Tuesday. Recently they had met in Rome.\n"}
SOURCES = "- {id: talk, file: talk.txt, published: 2025-03-05, sha256: %s}"
EVENT = """
- id: oslo-2025
  title: Ministers meet in Oslo
  kind: meeting
  date: 2025-03-04
  place: {name: Oslo, country: NO}
  summary: The ministers met.
  citations:
    - source: talk
      quote: The ministers met in Oslo on Tuesday.
      supports: [date, place, status, summary.1]
"""


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("why-hague-date.txt", ["why", "hague-2025", "date"]),
        ("why-washington-date.txt", ["why", "washington-2024", "date"]),
        ("why-unga-date.txt", ["why", "unga-2025", "date"]),
        ("why-hague-japan.txt", ["why", "hague-2025", "actors.Japan"]),
        ("why-madrid.txt", ["why", "madrid-2022"]),
    ],
)
def test_page_matches_golden(run: Run, golden: Golden, name: str, arguments: list[str]) -> None:
    answer = run(*arguments)
    assert answer.code == 0
    golden(name, answer.out)


def test_unproved_days_are_in_brackets(run: Run) -> None:
    page = run("why", "hague-2025", "date").out
    assert "[24–25] June 2025" in page
    assert "PARTLY QUOTED" in page
    assert "the quoted words prove June 2025, its last" in page


def test_weekday_is_resolved_by_the_reference_date(run: Run) -> None:
    (field,) = json.loads(run("why", "washington-2024", "date", "--json").out)["fields"]
    tuesday = next(word for word in field["date_evidence"]["words"] if word["text"] == "Tuesday")
    assert (tuesday["reference_date"], tuesday["edtf"], tuesday["verdict"]) == (
        "2024-07-09",
        "2024-07-09",
        "proves a part",
    )


def test_vague_word_proves_nothing(run: Run) -> None:
    page = " ".join(run("why", "unga-2025", "date").out.split())
    assert "“recently” (seeds/allies-independent-path.txt:5:207) does not support the date" in page
    assert "CURATOR" in page


def test_that_year_refers_to_the_sentence_before(run: Run) -> None:
    (field,) = json.loads(run("why", "madrid-2022", "date", "--json").out)["fields"]
    that_year = next(word for word in field["date_evidence"]["words"] if word["text"] == "that year")
    assert (that_year["edtf"], that_year["rule"]) == ("2022", "that-unit")
    assert that_year["counts_from"]["edtf"] == "2022"


@pytest.mark.parametrize("spelling", ["actors.JP", "actors.Japan", "actors.japan", "actors.JPN"])
def test_why_accepts_any_name_of_an_actor(run: Run, spelling: str) -> None:
    assert json.loads(run("why", "hague-2025", spelling, "--json").out)["fields"][0]["field"] == "actors.JP"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["why", "hage-2025"], 'unknown event "hage-2025"; did you mean hague-2025'),
        (["why", "hague-2025", "summary.9"], 'hague-2025 has no field "summary.9"; did you mean'),
        (["why", "hague-2025", "actors.Chad"], 'hague-2025 has no field "actors.Chad"'),
    ],
)
def test_unknown_event_or_field_is_exit_1(run: Run, arguments: list[str], message: str) -> None:
    answer = run(*arguments)
    assert answer.code == 1
    assert message in answer.err


def test_date_supported_by_the_quote_is_quoted(run: Run, dataset: MakeDataset) -> None:
    folder = dataset(EVENT, texts=TEXT, sources=None)
    ledger = folder / "data" / "sources.yaml"
    ledger.write_text(ledger.read_text().replace("file:", "published: 2025-03-05, file:"))
    answer = run("--dataset", folder, "why", "oslo-2025", "date")
    assert "date   4 March 2025" in answer.out
    assert "agrees: the quoted words mean this date." in answer.out
    assert " QUOTED" in answer.out

"""`timeline why`: first what is proved, then what is added, whether they agree, and the way out."""

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
def test_the_page(run: Run, golden: Golden, name: str, arguments: list[str]) -> None:
    answer = run(*arguments)
    assert answer.code == 0
    golden(name, answer.out)


def test_the_days_of_the_hague_are_the_curators(run: Run) -> None:
    page = run("why", "hague-2025", "date").out
    assert "[24–25] June 2025" in page
    assert "PARTLY QUOTED" in page
    assert "the text proves June 2025, its last" in page


def test_washington_begins_on_the_tuesday_on_which_the_source_speaks(run: Run) -> None:
    (field,) = json.loads(run("why", "washington-2024", "date", "--json").out)["fields"]
    tuesday = next(one for one in field["proof"]["words"] if one["words"] == "Tuesday")
    assert (tuesday["said"], tuesday["edtf"], tuesday["verdict"]) == (
        "2024-07-09",
        "2024-07-09",
        "proves a part",
    )


def test_recently_proves_nothing(run: Run) -> None:
    page = " ".join(run("why", "unga-2025", "date").out.split())
    assert "“recently” (seeds/allies-independent-path.txt:5:207) proves nothing" in page
    assert "CURATOR" in page


def test_that_year_points_back_to_the_sentence_before(run: Run) -> None:
    (field,) = json.loads(run("why", "madrid-2022", "date", "--json").out)["fields"]
    that_year = next(one for one in field["proof"]["words"] if one["words"] == "that year")
    assert (that_year["edtf"], that_year["rule"]) == ("2022", "that-unit")


@pytest.mark.parametrize("spelling", ["actors.JP", "actors.Japan", "actors.japan", "actors.JPN"])
def test_an_actor_in_any_spelling(run: Run, spelling: str) -> None:
    assert json.loads(run("why", "hague-2025", spelling, "--json").out)["fields"][0]["field"] == "actors.JP"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["why", "hage-2025"], 'there is no event "hage-2025": did you mean hague-2025'),
        (["why", "hague-2025", "summary.9"], 'hague-2025 has no field "summary.9": did you mean'),
        (["why", "hague-2025", "actors.Chad"], 'hague-2025 has no field "actors.Chad"'),
    ],
)
def test_what_is_not_there_is_exit_1(run: Run, arguments: list[str], said: str) -> None:
    answer = run(*arguments)
    assert answer.code == 1
    assert said in answer.err


def test_a_date_whose_words_agree_is_quoted(run: Run, dataset: MakeDataset) -> None:
    folder = dataset(EVENT, texts=TEXT, sources=None)
    ledger = folder / "data" / "sources.yaml"
    ledger.write_text(ledger.read_text().replace("file:", "published: 2025-03-05, file:"))
    answer = run("--dataset", folder, "why", "oslo-2025", "date")
    assert "date   4 March 2025" in answer.out
    assert "agrees: the words of the text come to this date." in answer.out
    assert " QUOTED" in answer.out

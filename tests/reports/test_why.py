"""The evidence for each field of an event."""

import pytest

from tests.conftest import MakeDataset
from timeline.cache import open_store
from timeline.dataset.locate import Dataset
from timeline.query import UnknownName
from timeline.reports.why import why
from timeline.store import Store

EVENT = """
- id: oslo-2025
  title: Ministers meet in Oslo
  kind: meeting
  date: 2025-03-04
  actors: {Norway: host, Japan: partner}
  summary: [The ministers met in Oslo., They left., They slept.]
  citations:
    - {source: text, quote: The ministers met in Oslo on 4 March 2025, supports: [date, status, summary.1]}
  curator: [{note: Norway was the host., supports: [actors.Norway]}]
"""


@pytest.fixture
def oslo(dataset: MakeDataset) -> Store:
    folder = dataset(EVENT, texts={"text.txt": "The ministers met in Oslo on 4 March 2025.\n"})
    return open_store(Dataset("folder", folder, ""))


@pytest.mark.parametrize(
    ("field", "evidence", "conclusion", "advice"),
    [
        ("date", "quoted", "agrees: the quoted words mean this date.", ""),
        ("summary.1", "quoted", "a stored text supports it.", ""),
        ("actors.Norway", "curator", "only a curator's note supports it.", "To prove it, store a text"),
        ("summary.3", "unsupported", "there is no evidence for it.", "Quote a text that has it"),
    ],
)
def test_conclusion_and_advice_follow_from_the_evidence(
    oslo: Store, field: str, evidence: str, conclusion: str, advice: str
) -> None:
    (entry,) = why(oslo, "oslo-2025", field)["fields"]
    assert (entry["evidence"], entry["conclusion"]) == (evidence, conclusion)
    assert entry["advice"].startswith(advice)
    assert bool(entry["advice"]) == bool(advice)


def test_without_texts_the_conclusion_is_not_checked(dataset: MakeDataset) -> None:
    file = dataset(EVENT) / "data" / "events.yaml"
    store = open_store(Dataset("file", file, str(file)))
    (entry,) = why(store, "oslo-2025", "summary.1")["fields"]
    assert (entry["evidence"], entry["conclusion"]) == (
        "unchecked",
        "not checked: this dataset has no stored texts.",
    )


def test_all_fields_in_the_order_of_the_document(oslo: Store) -> None:
    fields = [field["field"] for field in why(oslo, "oslo-2025")["fields"]]
    assert fields[0] == "date"
    assert fields[-3:] == ["summary.1", "summary.2", "summary.3"]


def test_quotes_have_their_number_and_location(oslo: Store) -> None:
    (entry,) = why(oslo, "oslo-2025", "date")["fields"]
    (quote,) = entry["quotes"]
    assert (quote["number"], quote["location"]) == (1, "seeds/text.txt:1:1")
    assert (entry["contradicting_quotes"], entry["notes"]) == ([], [])


@pytest.mark.parametrize(
    ("event", "field", "message"),
    [
        ("oslo-2024", None, 'unknown event "oslo-2024"; did you mean oslo-2025'),
        ("x", None, 'unknown event "x"; timeline list has the ids'),
        ("oslo-2025", "dat", 'oslo-2025 has no field "dat"; did you mean date'),
        ("oslo-2025", "actors.Chad", 'oslo-2025 has no field "actors.Chad"'),
    ],
)
def test_unknown_events_and_fields_are_refused(
    oslo: Store, event: str, field: str | None, message: str
) -> None:
    with pytest.raises(UnknownName, match=message):
        why(oslo, event, field)

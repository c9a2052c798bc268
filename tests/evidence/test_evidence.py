"""Who answers for each field: a found quote, the curator, both, or nobody."""

import pytest

from tests.evidence.conftest import MakeTimeline

MET = "{source: gazette, quote: The towns met in Port Example, supports: [SUPPORTS]}"
NOTE = "{note: From the minutes., supports: [SUPPORTS]}"


def event(quotes: list[str], notes: list[str], more: str = "") -> str:
    return (
        "- {id: a, title: t, kind: summit, date: 2025-06, summary: [One., Two.], place: {name: Port}, "
        f"actors: [Japan, Atlantis], citations: [{', '.join(quotes)}], curator: [{', '.join(notes)}]{more}}}"
    )


FIELDS = ["date", "place", "status", "actors.JP", "actors.Atlantis", "summary.1", "summary.2"]


def test_the_fields_that_an_event_answers_for(timeline_of: MakeTimeline) -> None:
    (linked,) = timeline_of(event([], [])).events
    assert list(linked.fields) == FIELDS
    (bare,) = timeline_of("- {id: a, title: t, kind: k, date: 2025, summary: s}").events
    assert list(bare.fields) == ["date", "status", "summary.1"]


@pytest.mark.parametrize("field", [field for field in FIELDS if field != "date"])
@pytest.mark.parametrize(
    ("quoted", "noted", "evidence"),
    [
        (True, False, "quoted"),
        (True, True, "partly"),
        (False, True, "curator"),
        (False, False, "unsupported"),
    ],
)
def test_quote_and_note_make_the_evidence(
    timeline_of: MakeTimeline, field: str, quoted: bool, noted: bool, evidence: str
) -> None:
    quote = MET.replace("SUPPORTS", field if quoted else "")
    note = NOTE.replace("SUPPORTS", field if noted else "")
    (linked,) = timeline_of(event([quote], [note])).events
    assert linked.fields[field] == ((0,) if quoted else (), (0,) if noted else (), evidence)


@pytest.mark.parametrize(
    ("quote", "noted", "evidence"),
    [
        ("The towns met in Port Elsewhere", False, "unsupported"),
        ("The towns met in Port Elsewhere", True, "curator"),
        ("The lamps burn", False, "quoted"),
        ("The lamps burn", True, "partly"),
    ],
)
def test_a_quote_that_is_lost_proves_nothing_and_one_that_stands_twice_does(
    timeline_of: MakeTimeline, quote: str, noted: bool, evidence: str
) -> None:
    written = MET.replace("The towns met in Port Example", quote).replace("SUPPORTS", "summary.1, date")
    notes = [NOTE.replace("SUPPORTS", "summary.1, date")] if noted else []
    (linked,) = timeline_of(event([written], notes)).events
    assert {linked.fields[field].evidence for field in ("summary.1", "date")} == {evidence}


def test_one_quote_that_is_found_is_enough(timeline_of: MakeTimeline) -> None:
    lost = MET.replace("The towns met in Port Example", "The towns met in Port Elsewhere")
    quotes = [one.replace("SUPPORTS", "status") for one in (lost, MET)]
    (linked,) = timeline_of(event(quotes, [])).events
    assert linked.fields["status"] == ((0, 1), (), "quoted")


def test_several_quotes_and_notes_are_numbered_and_one_is_counted_once(timeline_of: MakeTimeline) -> None:
    quotes = [MET.replace("SUPPORTS", one) for one in ("status", "", "status, status")]
    notes = [NOTE.replace("SUPPORTS", one) for one in ("", "status")]
    (linked,) = timeline_of(event(quotes, notes)).events
    assert linked.fields["status"] == ((0, 2), (1,), "partly")
    assert (linked.quote_supports, linked.note_supports) == (
        (("status",), (), ("status",)),
        ((), ("status",)),
    )


@pytest.mark.parametrize(
    ("quote", "noted", "evidence"),
    [
        ("It was late June.", False, "unsupported"),
        ("It was late June.", True, "partly"),
        ("on Monday", False, "quoted"),  # what contradicts is a problem of its own
        ("on Monday", True, "partly"),
        ("The towns met in Port Example", False, "unsupported"),
        ("The towns met in Port Example", True, "curator"),
    ],
)
def test_a_date_is_quoted_as_far_as_the_words_of_its_quotes_prove_it(
    timeline_of: MakeTimeline, quote: str, noted: bool, evidence: str
) -> None:
    written = MET.replace("The towns met in Port Example", quote).replace("SUPPORTS", "date")
    notes = [NOTE.replace("SUPPORTS", "date")] if noted else []
    (linked,) = timeline_of(event([written], notes).replace("2025-06,", "2025-06-24,")).events
    assert linked.fields["date"].evidence == evidence


def test_a_date_that_words_of_time_give_whole_is_quoted(timeline_of: MakeTimeline) -> None:
    text = {"gazette.txt": "They met on 24 June 2025."}
    written = MET.replace("The towns met in Port Example", "They met on 24 June 2025").replace(
        "SUPPORTS", "date"
    )
    (linked,) = timeline_of(event([written], []).replace("2025-06,", "2025-06-24,"), texts=text).events
    assert (linked.fields["date"].evidence, linked.proof.verdict) == ("quoted", "agrees")


def test_a_dataset_without_texts_is_unchecked_where_it_quotes(timeline_of: MakeTimeline) -> None:
    quote, note = MET.replace("SUPPORTS", "date, status"), NOTE.replace("SUPPORTS", "date, summary.1")
    (linked,) = timeline_of(event([quote], [note]), texts=None).events
    assert {field: support.evidence for field, support in linked.fields.items()} == {
        **dict.fromkeys(FIELDS, "unsupported"), "date": "unchecked", "status": "unchecked",
        "summary.1": "curator",
    }  # fmt: skip
    assert linked.quotes[0].outcome is None

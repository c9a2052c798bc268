"""The fields of an event and their evidence: a found quote, a curator's note, both, or none."""

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


def test_the_fields_that_need_evidence(timeline_of: MakeTimeline) -> None:
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
def test_evidence_of_quotes_and_notes(
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
def test_a_lost_quote_proves_nothing_and_an_ambiguous_one_does(
    timeline_of: MakeTimeline, quote: str, noted: bool, evidence: str
) -> None:
    written = MET.replace("The towns met in Port Example", quote).replace("SUPPORTS", "summary.1, date")
    notes = [NOTE.replace("SUPPORTS", "summary.1, date")] if noted else []
    (linked,) = timeline_of(event([written], notes)).events
    assert {linked.fields[field].evidence for field in ("summary.1", "date")} == {evidence}


def test_one_found_quote_is_enough(timeline_of: MakeTimeline) -> None:
    lost = MET.replace("The towns met in Port Example", "The towns met in Port Elsewhere")
    quotes = [quote.replace("SUPPORTS", "status") for quote in (lost, MET)]
    (linked,) = timeline_of(event(quotes, [])).events
    assert linked.fields["status"] == ((0, 1), (), "quoted")


def test_quotes_and_notes_are_numbered_and_counted_once(timeline_of: MakeTimeline) -> None:
    quotes = [MET.replace("SUPPORTS", field) for field in ("status", "", "status, status")]
    notes = [NOTE.replace("SUPPORTS", field) for field in ("", "status")]
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
        ("on Monday", False, "quoted"),  # a contradiction is a problem of its own
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


def test_a_date_that_words_of_time_prove_is_quoted(timeline_of: MakeTimeline) -> None:
    text = {"gazette.txt": "They met on 24 June 2025."}
    written = MET.replace("The towns met in Port Example", "They met on 24 June 2025").replace(
        "SUPPORTS", "date"
    )
    (linked,) = timeline_of(event([written], []).replace("2025-06,", "2025-06-24,"), texts=text).events
    assert (linked.fields["date"].evidence, linked.proof.verdict) == ("quoted", "agrees")


def test_quotes_of_a_dataset_without_texts_are_unchecked(timeline_of: MakeTimeline) -> None:
    quote, note = MET.replace("SUPPORTS", "date, status"), NOTE.replace("SUPPORTS", "date, summary.1")
    (linked,) = timeline_of(event([quote], [note]), texts=None).events
    assert {field: support.evidence for field, support in linked.fields.items()} == {
        **dict.fromkeys(FIELDS, "unsupported"), "date": "unchecked", "status": "unchecked",
        "summary.1": "curator",
    }  # fmt: skip
    assert linked.quotes[0].outcome is None


SUPPORTING = (
    "- {id: a, title: t, kind: summit, date: 2025, summary: [One.], "
    "actors: [nippon, ROK, 'Mayor of St. Ives', Korea], "
    "citations: [{source: gazette, quote: Japan and, supports: [SUPPORTS]}], "
    "curator: [{note: n, supports: [SUPPORTS]}]}"
)


@pytest.mark.parametrize(
    ("support", "field"),
    [
        ("date", "date"),
        ("status", "status"),
        ("summary.1", "summary.1"),
        ("actors.nippon", "actors.JP"),
        ("actors.JP", "actors.JP"),
        ("actors.Japan", "actors.JP"),
        ("actors.JAPAN", "actors.JP"),
        ("actors.jpn", "actors.JP"),
        ("actors.South  Korea", "actors.KR"),
        ("actors.U.S. ally", "actors.KR"),
        ("actors.Mayor of St. Ives", "actors.Mayor of St. Ives"),
        ("actors.mayor of st. ives", "actors.Mayor of St. Ives"),
        ("actors.Korea", "actors.Korea"),
        ("actors.KOREA", "actors.Korea"),
    ],
)
def test_a_support_names_its_field(timeline_of: MakeTimeline, support: str, field: str) -> None:
    (linked,) = timeline_of(SUPPORTING.replace("SUPPORTS", f"'{support}'")).events
    assert (linked.quote_supports, linked.note_supports) == (((field,),), ((field,),))
    assert linked.unknown_supports == ()


@pytest.mark.parametrize(
    "support",
    ["place", "Date", "summary", "summary.0", "summary.2", "actors", "actors.", "actors.KP", "actors.Tokyo",
     "actor.JP", "title", "date.start", "actors.Mayor of St"],
)  # fmt: skip
def test_a_support_that_names_no_field_is_kept_with_its_place(
    timeline_of: MakeTimeline, support: str
) -> None:
    (linked,) = timeline_of(SUPPORTING.replace("SUPPORTS", f"status, '{support}'")).events
    assert linked.quote_supports == (("status",),)
    assert linked.unknown_supports == (
        ("citations", 0, "supports", support),
        ("curator", 0, "supports", support),
    )

"""Everything that can be wrong with the shape of a record: its rule, its place, its sentence, its remedy."""

import pytest

from tests.records.conftest import Admit
from timeline.records import EventRecord

GOOD = {
    "id": "a-2025",
    "title": "A summit",
    "kind": "summit",
    "date": "2025",
    "summary": "They met.",
}
CITED = "[{source: gazette, quote: They met, supports: [date]}]"
_DATE_HINT = "write a date in EDTF, such as 2025-06-24 or 2025-06~"
_ID = "small letters, digits and single hyphens, such as hague-2025"
_ROLES = (
    "one of: host, organiser, member, partner, invitee, participant, signatory, speaker, subject, target, "
    "addressee, absent, not-invited"
)


def event(**fields: str | None) -> str:
    """A file with one event in one line; `None` leaves a field out."""
    entries = {key: value for key, value in {**GOOD, **fields}.items() if value is not None}
    return "format: 1\nevents:\n- {" + ", ".join(f"{key}: {value}" for key, value in entries.items()) + "}\n"


SHAPES: list[tuple[dict[str, str | None], str, str, str, str]] = [
    # what is written, where the caret stands, rule, message, remedy
    ({"title": None}, "{id", "missing-key", '"title" is missing', 'add "title: ..." to it'),
    ({"citations": "[{source: gazette, supports: []}]"}, "{source", "missing-key", '"quote" is missing',
     'add "quote: ..." to it'),
    ({"place": "{country: NL}"}, "{country", "missing-key", '"name" is missing', 'add "name: ..." to it'),
    ({"titel": "x"}, "titel", "unknown-key", '"titel" is no key of this', "did you mean title?"),
    ({"zzz": "x"}, "zzz", "unknown-key", '"zzz" is no key of this',
     "allowed here: " + ", ".join(EventRecord.model_fields)),
    ({"place": "{name: Port, land: NL}"}, "land", "unknown-key", '"land" is no key of this',
     "allowed here: name, country"),
    ({"actors": "{NATO: {roel: host}}"}, "roel", "unknown-key", '"roel" is no key of this',
     "did you mean roles?"),
    ({"curator": "[{note: x, supports: [], se: y}]"}, "se:", "unknown-key", '"se" is no key of this',
     "did you mean see?"),
    ({"status": "hold"}, "hold", "bad-value", '"hold" is no status', "did you mean held?"),
    ({"status": "xyz"}, "xyz", "bad-value", '"xyz" is no status',
     "one of: planned, held, cancelled, ongoing"),
    ({"status": "[held]"}, "[held]", "wrong-shape", "status: a list stands where a word is wanted",
     "write a word here"),
    ({"actors": "{NATO: hosts}"}, "hosts", "bad-value", '"hosts" is no role', "did you mean host?"),
    ({"actors": "{NATO: [host, zzz]}"}, "zzz", "bad-value", '"zzz" is no role', _ROLES),
    ({"actors": "{NATO: {role: zzz}}"}, "zzz", "bad-value", '"zzz" is no role', _ROLES),
    ({"actors": "{NATO: []}"}, "[]", "bad-value", "roles: it is empty", "name at least one role"),
    ({"actors": "{NATO: {role: host, roles: [host]}}"}, "{role", "bad-value",
     "NATO: both role and roles are here: one of them is enough", "correct it"),
    ({"actors": "{NATO: {level: chief}}"}, "chief", "bad-value", '"chief" is no level',
     "one of: leader, deputy, minister, official"),
    ({"actors": "[NATO, Japan, NATO]"}, "[NATO", "bad-value", 'actors: "NATO" is listed twice', "correct it"),
    ({"actors": "[NATO, {Japan: host}]"}, "[NATO", "wrong-shape",
     "actors: a list stands where a mapping is wanted", "write a mapping here"),
    ({"actors": "NATO"}, "NATO", "wrong-shape", "actors: a text stands where a mapping is wanted",
     "write a mapping here"),
    ({"actors": "{NATO: {by: [x]}}"}, "[x]", "wrong-shape", "by: a list stands where a text is wanted",
     "write a text here"),
    ({"actors": "{'': host}"}, "''", "bad-value", "actors: it is empty", "correct it"),
    ({"actors": "['']"}, "''", "bad-value", "actors: it is empty", "correct it"),
    ({"links": "{follow: b-2024}"}, "follow", "bad-value", '"follow" is no link', "did you mean follows?"),
    ({"links": "{zzz: [b-2024]}"}, "zzz", "bad-value", '"zzz" is no link',
     "one of: part-of, outcome-of, about, follows, responds-to, leads-to"),
    ({"links": "{follows: B}"}, "B}", "bad-value",
     f'follows: "B" is no id: {_ID}', "correct it"),
    ({"links": "[b-2024]"}, "[b-2024", "wrong-shape", "links: a list stands where a mapping is wanted",
     "write a mapping here"),
    ({"id": "A b"}, "A b", "bad-value",
     f'id: "A b" is no id: {_ID}', "correct it"),
    ({"title": "''"}, "''", "bad-value", "title: it is empty", "correct it"),
    ({"title": "'  '"}, "'  '", "bad-value", "title: it is empty", "correct it"),
    ({"title": "{x: y}"}, "{x", "wrong-shape", "title: a mapping stands where a text is wanted",
     "write a text here"),
    ({"summary": "[One., '']"}, "''", "bad-value", "summary: it is empty", "correct it"),
    ({"date": "2025-13"}, "2025-13", "bad-date",
     "2025-13: there is no month 13, and seasons and quarters are 21 to 41", _DATE_HINT),
    ({"date": "[2025, 2026]"}, "[2025", "bad-date",
     'a set is one string: write it in quotation marks, "[2025, 2026]"', "put it in quotation marks"),
    ({"place": "Port"}, "Port", "wrong-shape", "place: a text stands where a mapping is wanted",
     "write a mapping here"),
    ({"place": "''"}, "''", "wrong-shape", "place: nothing stands where a mapping is wanted",
     "write a mapping here"),
    ({"topics": "x"}, "x}", "wrong-shape", "topics: a text stands where a list is wanted",
     "write a list here"),
    ({"citations": "[They met]"}, "They met]", "wrong-shape",
     "citations: a text stands where a mapping is wanted", "write a mapping here"),
    ({"citations": CITED.replace("[date]", "date")}, "date}]", "wrong-shape",
     "supports: a text stands where a list is wanted", "write a list here"),
    ({"citations": CITED.replace("gazette", "The Gazette")}, "The Gazette", "bad-value",
     f'source: "The Gazette" is no id: {_ID}', "correct it"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "caret", "rule", "message", "hint"), SHAPES, ids=[str(one[0]) for one in SHAPES]
)
def test_one_mistake_is_one_problem(
    admitted: Admit, fields: dict[str, str | None], caret: str, rule: str, message: str, hint: str
) -> None:
    text = event(**fields)
    records, (problem,) = admitted(text)
    assert records == []
    assert (problem.rule, problem.message, problem.hint) == (rule, message, hint)
    assert problem.location.line == 3
    assert text.split("\n")[2][problem.location.column - 1 :].startswith(caret)
    assert problem.event == fields.get("id", "a-2025")


def test_the_good_record_is_good(admitted: Admit) -> None:
    records, problems = admitted(event(citations=CITED))
    assert ([one.record.id for one in records], problems) == (["a-2025"], [])


def test_all_mistakes_of_a_record_are_told_at_once(admitted: Admit) -> None:
    _, problems = admitted(event(title=None, status="xyz", date="soon", zzz="x"))
    assert sorted(one.rule for one in problems) == ["bad-date", "bad-value", "missing-key", "unknown-key"]


def test_a_record_without_a_name_is_no_event_of_anybody(admitted: Admit) -> None:
    _, problems = admitted(event(id="[x]", title=None))
    assert {one.event for one in problems} == {""}


@pytest.mark.parametrize(
    ("item", "message"),
    [
        ("They met", "a text stands where a record is wanted"),
        ("", "nothing stands where a record is wanted"),
        ("[They met]", "a list stands where a record is wanted"),
    ],
)
def test_an_item_that_is_no_mapping(admitted: Admit, item: str, message: str) -> None:
    _, (problem,) = admitted(f"format: 1\nevents:\n  - {item}\n")
    assert (problem.rule, problem.message, problem.location.line) == ("wrong-shape", message, 3)
    assert problem.hint == "write it as a mapping: id, title, kind, date, summary, ..."

"""Validation of the nodes of a file: records, and problems with rule, place, message and hint."""

import pytest

from tests.records.conftest import Validate
from timeline.readers.yaml import read
from timeline.records import EventRecord, count

GOOD = {
    "id": "a-2025",
    "title": "A summit",
    "kind": "summit",
    "date": "2025",
    "summary": "They met.",
}
CITED = "[{source: gazette, quote: They met, supports: [date]}]"
_DATE_HINT = "write a date in EDTF, such as 2025-06-24 or 2025-06~"
_ID = "use lower-case letters, digits and single hyphens, such as hague-2025"
_ROLES = (
    "use one of: host, organiser, member, partner, invitee, participant, signatory, speaker, subject, "
    "target, addressee, absent, not-invited"
)


def event(**fields: str | None) -> str:
    """A file with one event in one line; `None` leaves a field out."""
    entries = {key: value for key, value in {**GOOD, **fields}.items() if value is not None}
    return "format: 1\nevents:\n- {" + ", ".join(f"{key}: {value}" for key, value in entries.items()) + "}\n"


MISTAKES: list[tuple[dict[str, str | None], str, str, str, str]] = [
    # fields, text at the caret, rule, message, hint
    ({"title": None}, "{id", "missing-key", 'missing key "title"', 'add "title: ..."'),
    ({"citations": "[{source: gazette, supports: []}]"}, "{source", "missing-key", 'missing key "quote"',
     'add "quote: ..."'),
    ({"place": "{country: NL}"}, "{country", "missing-key", 'missing key "name"', 'add "name: ..."'),
    ({"titel": "x"}, "titel", "unknown-key", 'unknown key "titel"', "did you mean title?"),
    ({"zzz": "x"}, "zzz", "unknown-key", 'unknown key "zzz"',
     "use one of: " + ", ".join(EventRecord.model_fields)),
    ({"place": "{name: Port, land: NL}"}, "land", "unknown-key", 'unknown key "land"',
     "use one of: name, country"),
    ({"actors": "{NATO: {roel: host}}"}, "roel", "unknown-key", 'unknown key "roel"',
     "did you mean roles?"),
    ({"curator": "[{note: x, supports: [], se: y}]"}, "se:", "unknown-key", 'unknown key "se"',
     "did you mean see?"),
    ({"status": "hold"}, "hold", "bad-value", 'unknown status "hold"', "did you mean held?"),
    ({"status": "xyz"}, "xyz", "bad-value", 'unknown status "xyz"',
     "use one of: planned, held, cancelled, ongoing"),
    ({"status": "[held]"}, "[held]", "wrong-type", "status: expected a word, found a list",
     "write a word here"),
    ({"actors": "{NATO: hosts}"}, "hosts", "bad-value", 'unknown role "hosts"', "did you mean host?"),
    ({"actors": "{NATO: [host, zzz]}"}, "zzz", "bad-value", 'unknown role "zzz"', _ROLES),
    ({"actors": "{NATO: {role: zzz}}"}, "zzz", "bad-value", 'unknown role "zzz"', _ROLES),
    ({"actors": "{NATO: []}"}, "[]", "bad-value", "roles: must not be empty", "add at least one role"),
    ({"actors": "{NATO: {role: host, roles: [host]}}"}, "{role", "bad-value",
     'NATO: both "role" and "roles" are given; keep one', "correct this value"),
    ({"actors": "{NATO: {level: chief}}"}, "chief", "bad-value", 'unknown level "chief"',
     "use one of: leader, deputy, minister, official"),
    ({"actors": "[NATO, Japan, NATO]"}, "[NATO", "bad-value", 'actors: "NATO" is listed twice',
     "correct this value"),
    ({"actors": "[NATO, {Japan: host}]"}, "[NATO", "wrong-type",
     "actors: expected a mapping, found a list", "write a mapping here"),
    ({"actors": "NATO"}, "NATO", "wrong-type", "actors: expected a mapping, found a string",
     "write a mapping here"),
    ({"actors": "{NATO: {by: [x]}}"}, "[x]", "wrong-type", "by: expected a string, found a list",
     "write a string here"),
    ({"actors": "{'': host}"}, "''", "bad-value", "actors: must not be empty", "correct this value"),
    ({"actors": "['']"}, "''", "bad-value", "actors: must not be empty", "correct this value"),
    ({"links": "{follow: b-2024}"}, "follow", "bad-value", 'unknown link type "follow"',
     "did you mean follows?"),
    ({"links": "{zzz: [b-2024]}"}, "zzz", "bad-value", 'unknown link type "zzz"',
     "use one of: part-of, outcome-of, about, follows, responds-to, leads-to"),
    ({"links": "{follows: B}"}, "B}", "bad-value",
     f'follows: "B" is not a valid id: {_ID}', "correct this value"),
    ({"links": "[b-2024]"}, "[b-2024", "wrong-type", "links: expected a mapping, found a list",
     "write a mapping here"),
    ({"id": "A b"}, "A b", "bad-value",
     f'id: "A b" is not a valid id: {_ID}', "correct this value"),
    ({"title": "''"}, "''", "bad-value", "title: must not be empty", "correct this value"),
    ({"title": "'  '"}, "'  '", "bad-value", "title: must not be empty", "correct this value"),
    ({"title": "{x: y}"}, "{x", "wrong-type", "title: expected a string, found a mapping",
     "write a string here"),
    ({"summary": "[One., '']"}, "''", "bad-value", "summary: must not be empty", "correct this value"),
    ({"date": "2025-13"}, "2025-13", "bad-date",
     "2025-13: there is no month 13, and seasons and quarters are 21 to 41", _DATE_HINT),
    ({"date": "[2025, 2026]"}, "[2025", "bad-date",
     "expected a date in EDTF; put a set in quotation marks: \"[2025, 2026]\"", "put it in quotation marks"),
    ({"place": "Port"}, "Port", "wrong-type", "place: expected a mapping, found a string",
     "write a mapping here"),
    ({"place": "''"}, "''", "wrong-type", "place: expected a mapping, found nothing",
     "write a mapping here"),
    ({"topics": "x"}, "x}", "wrong-type", "topics: expected a list, found a string",
     "write a list here"),
    ({"citations": "[They met]"}, "They met]", "wrong-type",
     "citations: expected a mapping, found a string", "write a mapping here"),
    ({"citations": CITED.replace("[date]", "date")}, "date}]", "wrong-type",
     "supports: expected a list, found a string", "write a list here"),
    ({"citations": CITED.replace("gazette", "The Gazette")}, "The Gazette", "bad-value",
     f'source: "The Gazette" is not a valid id: {_ID}', "correct this value"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "caret", "rule", "message", "hint"), MISTAKES, ids=[str(mistake[0]) for mistake in MISTAKES]
)
def test_each_mistake_is_one_problem(
    validated: Validate, fields: dict[str, str | None], caret: str, rule: str, message: str, hint: str
) -> None:
    text = event(**fields)
    records, (problem,) = validated(text)
    assert records == []
    assert (problem.rule, problem.message, problem.hint) == (rule, message, hint)
    assert problem.location.line == 3
    assert text.split("\n")[2][problem.location.column - 1 :].startswith(caret)
    assert problem.event == fields.get("id", "a-2025")


def test_a_valid_record_has_no_problems(validated: Validate) -> None:
    records, problems = validated(event(citations=CITED))
    assert ([located.record.id for located in records], problems) == (["a-2025"], [])


def test_all_mistakes_of_a_record_are_reported(validated: Validate) -> None:
    _, problems = validated(event(title=None, status="xyz", date="soon", zzz="x"))
    assert sorted(problem.rule for problem in problems) == [
        "bad-date",
        "bad-value",
        "missing-key",
        "unknown-key",
    ]


def test_problems_of_a_record_without_an_id_belong_to_no_event(validated: Validate) -> None:
    _, problems = validated(event(id="[x]", title=None))
    assert {problem.event for problem in problems} == {""}


@pytest.mark.parametrize(
    ("item", "message"),
    [
        ("They met", "expected a record, found a string"),
        ("", "expected a record, found nothing"),
        ("[They met]", "expected a record, found a list"),
    ],
)
def test_an_item_must_be_a_mapping(validated: Validate, item: str, message: str) -> None:
    _, (problem,) = validated(f"format: 1\nevents:\n  - {item}\n")
    assert (problem.rule, problem.message, problem.location.line) == ("wrong-type", message, 3)
    assert problem.hint == "write a mapping: id, title, kind, date, summary, ..."


TOP = "format: 1\nevents:\n"
TOP_HINT = 'write "format: 1" and "events:" at the top of this file'


def record(name: str, more: str = "") -> str:
    return f"- id: {name}\n  title: t\n  kind: summit\n  date: 2025\n  summary: s\n{more}"


def in_a_line(name: str, more: str = "") -> str:
    return f"{{id: {name}, title: t, kind: summit, date: 2025, summary: s{more}}}"


def outcome(validated: Validate, text: str) -> tuple[list[str], list[str]]:
    """The ids of the valid records, and each problem with its place."""
    records, problems = validated(text)
    return [located.record.id for located in records], [
        f"{problem.location.line}:{problem.location.column} {problem.rule}" for problem in problems
    ]


@pytest.mark.parametrize(
    ("more", "problems"),
    [
        ("  zzz: 1\n", ["13:3 unknown-key"]),
        ("  topics: &x [y]\n", ["13:11 yaml-feature"]),
        ("  topics: *x\n", ["13:11 yaml-feature"]),
        ("  <<: *x\n", ["13:3 yaml-feature", "13:7 yaml-feature"]),
        ("  title: u\n", ["13:3 duplicate-key"]),
        ("  place: {name: x, name: y}\n", ["13:20 duplicate-key"]),
        ("  ? [topics]\n  : x\n", ["13:5 yaml-feature"]),
        ("  topics: [\x07]\n", ["13:12 yaml-syntax"]),
    ],
)
def test_an_invalid_record_is_left_out_and_its_neighbours_are_kept(
    validated: Validate, more: str, problems: list[str]
) -> None:
    text = TOP + record("a") + record("b", more) + record("c")
    assert outcome(validated, text) == (["a", "c"], problems)
    assert count(read("x.yaml", text)[0], "events") == 3


def test_an_invalid_record_on_one_line_with_valid_ones(validated: Validate) -> None:
    items = [in_a_line("a"), in_a_line("b", ", id: d"), in_a_line("c")]
    text = f"format: 1\nevents: [{', '.join(items)}]"
    column = text.split("\n")[1].index("id: d") + 1
    assert outcome(validated, text) == (["a", "c"], [f"2:{column} duplicate-key"])


def test_an_item_that_is_not_a_mapping_hides_no_other(validated: Validate) -> None:
    text = TOP + record("a") + "- b\n" + record("c")
    assert outcome(validated, text) == (["a", "c"], ["8:3 wrong-type"])


def test_a_record_with_a_problem_of_the_reader_is_validated_too(validated: Validate) -> None:
    text = TOP + "- &x\n  id: a\n  title: *y\n  kind: Summit\n"
    assert outcome(validated, text) == ([], ["3:3 yaml-feature", "5:10 yaml-feature", "6:9 bad-value",
                                            "3:3 missing-key", "3:3 missing-key"])  # fmt: skip


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (TOP + record("a") + "- id: b\n  title: x: y\n", ["9:11 yaml-syntax"]),
        (TOP + record("a") + "- id: b\n  title: 'x\n", ["9:10 yaml-syntax"]),
        (TOP + record("a") + "- {id: b\n", ["8:9 yaml-syntax"]),
        (TOP + record("a") + "- id: b\n<<<<<<< HEAD\n  title: x\n", ["9:1 merge-conflict"]),
        (TOP + record("a") + "- id: *x\n  title: [\n", ["8:7 yaml-feature", "9:11 yaml-syntax"]),
        (TOP + record("a") + "---\nc: d\n", ["8:1 yaml-feature"]),
    ],
)
def test_records_before_a_syntax_error_are_kept(validated: Validate, text: str, problems: list[str]) -> None:
    assert outcome(validated, text) == (["a"], problems)


@pytest.mark.parametrize(
    ("text", "problem", "message"),
    [
        ("", "1:1 wrong-type", "expected a mapping at the top of this file, found nothing"),
        ("- a\n", "1:1 wrong-type", "expected a mapping at the top of this file, found a list"),
        ("format: 1\n", "1:1 missing-key", 'missing key "events" at the top of this file'),
        ("format: 1\nevents: {a: b}\n", "2:9 wrong-type", "events: expected a list, found a mapping"),
        ("format: 1\nevents: none\n", "2:9 wrong-type", "events: expected a list, found a string"),
        ("events: []\n", "1:1 wrong-format", 'missing "format: 1" at the top of this file'),
        ("format: 2\nevents: []\n", "1:9 wrong-format", 'unknown format, expected "format: 1"'),
        ("format: [1]\nevents: []\n", "1:9 wrong-format", 'unknown format, expected "format: 1"'),
        (
            "format: 1\nevents: []\nevent: []\n",
            "3:1 unknown-key",
            'unknown key "event" at the top of this file',
        ),
    ],
)
def test_the_top_of_a_file(validated: Validate, text: str, problem: str, message: str) -> None:
    records, (found,) = validated(text)
    assert (records, f"{found.location.line}:{found.location.column} {found.rule}") == ([], problem)
    assert found.message == message
    assert found.hint == ("did you mean events?" if found.rule == "unknown-key" else TOP_HINT)


def test_the_hint_for_an_unknown_key_without_a_near_one_is_what_to_write(validated: Validate) -> None:
    assert validated("format: 1\nevents:\nzzz: 1\n")[1][0].hint == TOP_HINT


@pytest.mark.parametrize(
    "text", ["format: 1\nevents:\n", "format: 1\nevents: []\n", "format: '1'\nevents: ''\n"]
)
def test_a_file_without_events_has_no_problems(validated: Validate, text: str) -> None:
    assert validated(text) == ([], [])


@pytest.mark.parametrize(
    "text",
    ["@\n", "format: 1\n@: x\n", "version https://git-lfs.github.com/spec/v1\n", "[[[[[[[[[[[[[[[[[[[[\n"],
)
def test_nothing_is_missing_from_a_file_that_was_not_read_to_its_end(validated: Validate, text: str) -> None:
    records, problems = validated(text)
    assert (records, len(problems)) == ([], 1)

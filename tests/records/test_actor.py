"""The actor record: memberships, offices and kinds."""

import pytest

from tests.records.conftest import Validate
from timeline.records import ActorRecord

ACTOR = "format: 1\nactors:\n- {id: PORT-LEAGUE, name: League of Ports, kind: group, "


def actor(validated: Validate, fields: str) -> ActorRecord:
    (located,), problems = validated(f"{ACTOR}{fields}}}\n")
    assert problems == []
    assert isinstance(located.record, ActorRecord)
    return located.record


def refused(validated: Validate, text: str) -> str:
    """The one problem of a file with one record."""
    records, (problem,) = validated(f"{text}}}\n")
    assert records == []
    return f"{problem.rule}: {problem.message}"


def test_a_membership_is_one_date_or_a_list(validated: Validate) -> None:
    record = actor(validated, "members: {JP: 2019/.., NO: [2001~/2005, 2009/..]}")
    assert {key: [str(date) for date in dates] for key, dates in record.members.items()} == {
        "JP": ["2019/.."],
        "NO": ["2001~/2005", "2009/.."],
    }


@pytest.mark.parametrize(
    ("dates", "message"),
    [
        ("soon", "soon: "),
        ("[2019/2020, x]", "x: "),
        ("{a: b}", "expected a date in EDTF, found a mapping"),
        ("'{2019, 2022}'", "{2019, 2022}: a set cannot be a membership; write a list of intervals"),
        ("'[..2022]'", "[..2022]: a set cannot be a membership; write a list of intervals"),
    ],
)
def test_invalid_memberships(validated: Validate, dates: str, message: str) -> None:
    assert refused(validated, f"{ACTOR}members: {{JP: {dates}}}").startswith(f"bad-date: {message}")


def test_offices_and_existence_have_dates_too(validated: Validate) -> None:
    record = actor(validated, "existed: 1918/1992-04-27, offices: [{office: chair, of: JP, when: 2019/..}]")
    assert (str(record.existed), str(record.offices[0].when)) == ("1918/1992-04-27", "2019/..")
    for bad in ("existed: x", "offices: [{office: chair, when: x}]"):
        assert refused(validated, f"{ACTOR}{bad}").startswith("bad-date: x: ")


def test_a_kind_of_actor_is_one_of_five(validated: Validate) -> None:
    message = refused(validated, "format: 1\nactors:\n- {id: JP, name: Japan, kind: countries")
    assert message == 'bad-value: unknown kind "countries"'

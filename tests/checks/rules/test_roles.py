"""Roles: membership in the group that organised the event, and offices, on the day of the event."""

import pytest

from tests.checks.conftest import MakeTimeline, ask
from timeline.checks.rules.roles import role_contradicted
from timeline.evidence import Timeline

PEOPLE = """
- id: chris-hipkins
  name: Chris Hipkins
  kind: person
  offices: [{office: prime minister, of: NZ, when: 2023-01-25/2023-11-27}]
- id: donald-trump
  name: Donald Trump
  kind: person
  ambiguous: [Trump]
  offices:
    - {office: president, of: US, when: 2017-01-20/2021-01-20}
    - {office: president, of: US, when: 2025-01-20/..}
- id: speaker
  name: Ada Speaker
  kind: person
  offices: [{office: president, of: EUROPEAN-COMMISSION, when: 2019-12-01/..}]
- id: charles-michel
  name: Charles Michel
  kind: person
  offices: [{office: president, when: 2019-12-01/2024-11-30}]
- {id: somebody, name: Some Body, kind: person}
"""


def contradicted(timeline_of: MakeTimeline, actors: str, date: str = "2023-07-11/2023-07-12") -> list[str]:
    """The messages about the roles of an event with these actors on these days."""
    record = f"- {{id: a, title: A, kind: summit, date: '{date}', summary: They met., actors: {{{actors}}}}}"
    return [problem.message for problem in ask(role_contradicted, timeline_of(record, actors=PEOPLE))]


@pytest.mark.parametrize(
    ("actors", "date"),
    [
        ("NATO: organiser, Finland: member", "2023-07-11"),
        ("NATO: organiser, Sweden: invitee", "2023-07-11"),
        ("NATO: organiser, Sweden: member", "2024-07-09"),
        ("NATO: organiser, Sweden: member", "2023/2024"),
        ("NATO: organiser, Sweden: member", "2022/.."),
        ("NATO: organiser, Sweden: member", "2023?"),
        ("NATO: participant, Sweden: member", "2023-07-11"),
        ("UN: organiser, Sweden: member", "2023-07-11"),
        ("NATO: organiser, EU: organiser, Sweden: member", "2023-07-11"),
        ("Japan: organiser, Sweden: member", "2023-07-11"),
    ],
)
def test_a_possible_member_is_accepted(timeline_of: MakeTimeline, actors: str, date: str) -> None:
    assert contradicted(timeline_of, actors, date) == []


@pytest.mark.parametrize(
    ("actors", "message"),
    [
        (
            "NATO: organiser, Sweden: member",
            "Sweden was not a member of NATO on 11–12 Jul 2023; its membership: since 7 Mar 2024",
        ),
        ("NATO: [organiser, host], Sweden: [host, member]", "Sweden was not a member of NATO"),
        ("NATO: organiser, Sweden: {role: member}", "Sweden was not a member of NATO"),
        ("NATO: organiser, Ukraine: member", "Ukraine was not a member of NATO on 11–12 Jul 2023"),
        ("EU: organiser, Britain: member", "United Kingdom was not a member of European Union"),
        ("NATO: organiser, EU: member", "European Union was not a member of NATO"),
    ],
)
def test_a_member_that_did_not_belong_is_reported(
    timeline_of: MakeTimeline, actors: str, message: str
) -> None:
    [found] = contradicted(timeline_of, actors)

    assert found.startswith(message)


@pytest.mark.parametrize("role", ["member", "{role: member}", "{roles: [host, member]}", "[host, member]"])
def test_the_location_is_the_role(timeline_of: MakeTimeline, role: str) -> None:
    record = f"""
    - id: event
      title: A summit
      kind: summit
      date: 2023-07-11
      summary: They met.
      actors:
        NATO: organiser
        Sweden: {role}
    """
    [problem] = ask(role_contradicted, timeline_of(record))

    column = len("      Sweden: ") + role.index("member") + 1
    assert problem.location == ("data/events.yaml", 10, column, len("member"))
    assert (problem.event, problem.details) == ("event", ())


@pytest.mark.parametrize(
    "actors",
    [
        "New Zealand: {by: Chris Hipkins, level: leader}",
        "New Zealand: {by: Someone Unknown, level: leader}",
        "Japan: {by: Some Body}",
        "United States: {by: Trump}",
        "EU: {by: Ada Speaker}",
        "EU: {by: Charles Michel}",
    ],
)
def test_a_representative_in_office_is_accepted(timeline_of: MakeTimeline, actors: str) -> None:
    assert contradicted(timeline_of, actors) == []


@pytest.mark.parametrize(
    ("actors", "date", "message"),
    [
        (
            "NZ: {by: Chris Hipkins}",
            "2024-07-09",
            "Chris Hipkins held no office of New Zealand on 9 Jul 2024",
        ),
        ("Australia: {by: Chris Hipkins}", "2023-07-11", "Chris Hipkins held no office of Australia"),
        (
            "US: {by: Donald Trump, level: leader}",
            "2023",
            "Donald Trump held no office of United States on 2023",
        ),
        ("US: {by: Donald Trump}", "2021-01-21/2025-01-19", "Donald Trump held no office of United States"),
    ],
)
def test_a_representative_without_office_is_reported(
    timeline_of: MakeTimeline, actors: str, date: str, message: str
) -> None:
    [found] = contradicted(timeline_of, actors, date)

    assert found.startswith(message)


def test_both_ends_of_an_office_count(timeline_of: MakeTimeline) -> None:
    for date in (
        "2023-01-25",
        "2023-11-27",
        "2023-11-27/2023-12-31",
        "2021-01-20",
        "[2022-01-01, 2023-11-01]",
    ):
        actors = "US: {by: Donald Trump}" if date == "2021-01-20" else "NZ: {by: Chris Hipkins}"
        assert contradicted(timeline_of, actors, date) == []
    assert contradicted(timeline_of, "NZ: {by: Chris Hipkins}", "[2022-01-01, 2024-01-01]") != []


def test_the_offices_of_the_person_are_shown(timeline_of: MakeTimeline) -> None:
    record = """
    - {id: event, title: A, kind: summit, date: 2023, summary: They met., actors: {US: {by: Donald Trump}}}
    """
    [problem] = ask(role_contradicted, timeline_of(record, actors=PEOPLE))

    assert problem.details == ("president of US: 2017-01-20/2021-01-20", "president of US: 2025-01-20/..")


def test_roles_are_not_checked_while_the_date_is_contradicted(shipped: Timeline) -> None:
    linked = next(event for event in shipped.events if event.record.id == "vilnius-2023")
    later = linked.record.model_copy(update={"date": shipped.events[-1].record.date})
    proof = linked.proof._replace(verdict="contradicts")
    event = linked._replace(event=linked.event._replace(record=later))

    assert len(ask(role_contradicted, shipped._replace(events=(event,)))) == 3
    assert ask(role_contradicted, shipped._replace(events=(event._replace(proof=proof),))) == []


def test_the_built_in_dataset_is_clean(shipped: Timeline) -> None:
    assert ask(role_contradicted, shipped) == []

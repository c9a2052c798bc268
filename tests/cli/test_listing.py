"""Notices about events that a list leaves out, each with the option that adds them."""

from types import SimpleNamespace
from typing import Any

import pytest

from tests.conftest import MakeDataset, Run
from timeline.cli.listing import left_out
from timeline.query import ActorTerm, Query

FAIRS = """
- {id: may-fair, title: The fair in May, kind: fair, date: 2025-05-03, actors: [NATO], summary: S.}
- {id: some-fair, title: Some fair, kind: fair, date: 2025, actors: [Norway], summary: S.}
- {id: no-fair, title: No fair, kind: fair, date: 2025, actors: {Norway: absent, Japan: host}, summary: S.}
- {id: far, title: Far, kind: fair, date: 2025, actors: {Chile: absent, Norway: absent}, summary: S.}
"""


ABSENT = "not shown: {} with {} absent (--role absent)"
POSSIBLE = "not shown: 3 possible matches (leave out --certain)"
MEMBERS = "not shown: 1 event that names members of NATO, not NATO itself (--member-of NATO)"


@pytest.mark.parametrize(
    ("options", "notices"),
    [
        (["--actor", "Norway"], [ABSENT.format("2 events", "Norway")]),
        (["--actor", "Chile"], [ABSENT.format("1 event", "Chile")]),
        (["--actor", "Japan", "--actor", "Norway"], [ABSENT.format("1 event", "Japan, Norway")]),
        (["--on", "2025-05", "--certain"], [POSSIBLE]),
        (["--on", "2025-05", "--certain", "--kind", "fair", "--actor", "NATO"], [MEMBERS]),
        (["--actor", "NATO"], [MEMBERS]),
        (["--actor", "NATO", "--direct"], []),
        (["--actor", "Norway", "--role", "absent"], []),
        (["--actor", "Norway", "--role", "host"], []),
        (["--kind", "fair"], []),
    ],
)
def test_notices_about_left_out_events(
    run: Run, dataset: MakeDataset, options: list[str], notices: list[str]
) -> None:
    lines = run("--dataset", dataset(FAIRS), "list", *options).err.splitlines()
    assert [line for line in lines if line.startswith("not shown")] == notices


def test_group_name_with_a_space_is_quoted(run: Run, dataset: MakeDataset) -> None:
    notices = run("--dataset", dataset(FAIRS), "list", "--actor", "Nordic Council").err
    assert 'members of Nordic Council, not Nordic Council itself (--member-of "Nordic Council")' in notices


def test_left_out_events_are_counted_up_to_a_thousand(run: Run, dataset: MakeDataset) -> None:
    event = "- {{id: e-{0}, title: T, kind: fair, date: 2025, actors: {{Norway: {1}}}, summary: S.}}\n"
    fairs = "".join(event.format(number, "absent" if number % 2 else "host") for number in range(2100))
    folder = dataset(fairs)
    notices = run("--dataset", folder, "list", "--actor", "Norway", "--limit", "1").err
    assert "not shown: over 1,000 events with Norway absent" in notices
    notices = run("--dataset", folder, "list", "--actor", "NATO").err
    assert "over 1,000 events that name members of NATO, not NATO itself" in notices
    notices = run("--dataset", folder, "list", "--on", "2025-05-01", "--certain", "--limit", "2").err
    assert "not shown: over 1,000 possible matches" in notices


@pytest.mark.parametrize(
    ("absent", "events"),
    [(1, "1 event"), (2, "2 events"), (1000, "1000 events"), (1001, "over 1,000 events")],
)
def test_number_in_a_notice(absent: int, events: str) -> None:
    store: Any = SimpleNamespace(count_absent=lambda _: absent, count_via_members=lambda *_: 0)
    query = Query(actors=(ActorTerm("Norway", ("NO",)),))
    assert list(left_out(store, query)) == [f"not shown: {events} with Norway absent (--role absent)"]


def test_a_limit_that_was_reached_is_noted(run: Run, dataset: MakeDataset) -> None:
    folder = dataset(FAIRS)
    listed = ("--dataset", folder, "list", "--format", "table")
    assert "\n4 of 4 events.\n" in run(*listed).err
    assert "\n4 of 4 events.\n" in run(*listed, "--limit", "5").err
    assert "\n4 of 4 events, limited by --limit; there may be more.\n" in run(*listed, "--limit", "4").err


def test_table_counts_events_that_match_only_through_a_group(run: Run, dataset: MakeDataset) -> None:
    listed = ("--dataset", dataset(FAIRS), "list", "--format", "table", "--actor")
    assert "2 of 4 events. 1 name Norway; 1 match only through a group.\n" in run(*listed, "Norway").err
    assert "1 of 4 events. All name Japan; none match only through a group.\n" in run(*listed, "Japan").err
    legend = "[...] added by the curator; not found in a stored text. Details: timeline why ID\n"
    assert run(*listed, "Japan").err.endswith(legend)
    assert legend not in run(*listed, "Chad").err

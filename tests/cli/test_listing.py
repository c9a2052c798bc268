"""What an answer leaves out that one might look for in it is said on stderr, with how to get it."""

import pytest

from tests.conftest import MakeDataset, Run

FAIRS = """
- {id: may-fair, title: The fair in May, kind: fair, date: 2025-05-03, actors: [NATO], summary: S.}
- {id: some-fair, title: Some fair, kind: fair, date: 2025, actors: [Norway], summary: S.}
- {id: no-fair, title: No fair, kind: fair, date: 2025, actors: {Norway: absent, Japan: host}, summary: S.}
- {id: far, title: Far, kind: fair, date: 2025, actors: {Chile: absent, Norway: absent}, summary: S.}
"""


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--actor", "Norway"], "not shown: 2 events with Norway absent (--role absent)"),
        (["--actor", "Chile"], "not shown: 1 event with Chile absent (--role absent)"),
        (["--actor", "Japan", "--actor", "Norway"], "not shown: 1 event with Japan, Norway absent"),
        (["--on", "2025-05", "--certain"], "not shown: 3 possible matches (leave out --certain)"),
        (["--on", "2025-05", "--certain", "--kind", "fair", "--actor", "NATO"], ""),
        (
            ["--actor", "NATO"],
            "not shown: 1 event that names members of NATO, not NATO itself (--member-of NATO)",
        ),
        (["--actor", "NATO", "--direct"], ""),
        (["--actor", "Norway", "--role", "absent"], ""),
        (["--kind", "fair"], ""),
    ],
)
def test_notice_about_left_out_events(run: Run, dataset: MakeDataset, options: list[str], said: str) -> None:
    talk = run("--dataset", dataset(FAIRS), "list", *options).err
    lines = [line for line in talk.splitlines() if "timeline check" not in line]
    assert said in talk
    assert bool(said) or not [line for line in lines if "not shown" in line]


def test_group_name_with_a_space_is_quoted(run: Run, dataset: MakeDataset) -> None:
    talk = run("--dataset", dataset(FAIRS), "list", "--actor", "Nordic Council").err
    assert 'members of Nordic Council, not Nordic Council itself (--member-of "Nordic Council")' in talk


def test_left_out_events_are_counted_up_to_a_thousand(run: Run, dataset: MakeDataset) -> None:
    event = "- {{id: e-{0}, title: T, kind: fair, date: 2025, actors: {{Norway: {1}}}, summary: S.}}\n"
    fairs = "".join(event.format(number, "absent" if number % 2 else "host") for number in range(2100))
    folder = dataset(fairs)
    talk = run("--dataset", folder, "list", "--actor", "Norway", "--limit", "1").err
    assert "not shown: over 1,000 events with Norway absent" in talk
    talk = run("--dataset", folder, "list", "--actor", "NATO").err
    assert "over 1,000 events that name members of NATO, not NATO itself" in talk
    talk = run("--dataset", folder, "list", "--on", "2025-05-01", "--certain", "--limit", "2").err
    assert "not shown: over 1,000 possible matches" in talk

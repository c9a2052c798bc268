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
        (["--actor", "Norway"], "2 events say that Norway was not there: --role absent"),
        (["--actor", "Chile"], "1 event says that Chile was not there: --role absent"),
        (["--actor", "Japan", "--actor", "Norway"], "1 event says that Japan, Norway was not there"),
        (["--on", "2025-05", "--certain"], "3 more may match; --certain leaves them out"),
        (["--on", "2025-05", "--certain", "--kind", "fair", "--actor", "NATO"], ""),
        (["--actor", "NATO"], "1 more event names members of NATO, and not NATO: --member-of NATO"),
        (["--actor", "NATO", "--direct"], ""),
        (["--actor", "Norway", "--role", "absent"], ""),
        (["--kind", "fair"], ""),
    ],
)
def test_what_is_left_aside(run: Run, dataset: MakeDataset, options: list[str], said: str) -> None:
    talk = run("--dataset", dataset(FAIRS), "list", *options).err
    lines = [line for line in talk.splitlines() if "timeline check" not in line]
    assert said in talk
    assert bool(said) or not [line for line in lines if "--role absent" in line or "--certain" in line]


def test_a_group_with_a_space_in_its_name_is_quoted_for_the_shell(run: Run, dataset: MakeDataset) -> None:
    talk = run("--dataset", dataset(FAIRS), "list", "--actor", "Nordic Council").err
    assert 'members of Nordic Council, and not Nordic Council: --member-of "Nordic Council"' in talk


def test_what_is_left_aside_is_counted_to_a_thousand(run: Run, dataset: MakeDataset) -> None:
    event = "- {{id: e-{0}, title: T, kind: fair, date: 2025, actors: {{Norway: {1}}}, summary: S.}}\n"
    fairs = "".join(event.format(number, "absent" if number % 2 else "host") for number in range(2100))
    folder = dataset(fairs)
    talk = run("--dataset", folder, "list", "--actor", "Norway", "--limit", "1").err
    assert "over 1,000 events say that Norway was not there" in talk
    talk = run("--dataset", folder, "list", "--actor", "NATO").err
    assert "over 1,000 more events name members of NATO, and not NATO" in talk
    talk = run("--dataset", folder, "list", "--on", "2025-05-01", "--certain", "--limit", "2").err
    assert "over 1,000 more may match; --certain leaves them out" in talk

"""`timeline actor`: names, groups, members and events of an actor."""

import json
from pathlib import Path

import pytest

from tests.conftest import Golden, MakeDataset, Run


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("actor-nato-2022.txt", ["actor", "NATO", "--on", "2022-06-29"]),
        ("actor-japan.txt", ["actor", "Japan"]),
        ("actor-ip4.txt", ["actor", "IP4"]),
        ("actor-ishiba.txt", ["actor", "Shigeru Ishiba"]),
        ("actor-european-union-2020.txt", ["actor", "EU", "--on", "2020-03"]),
    ],
)
def test_page_matches_golden(run: Run, golden: Golden, name: str, arguments: list[str]) -> None:
    answer = run(*arguments)
    assert answer.code == 0
    golden(name, answer.out)


@pytest.mark.parametrize(
    ("day", "members"),
    [("2022-06-29", 30), ("2023-07-11", 31), ("2024-07-09", 32), ("2019-12-03", 29)],
)
def test_nato_members_by_day(run: Run, day: str, members: int) -> None:
    report = json.loads(run("actor", "NATO", "--on", day, "--json").out)
    assert len(report["members"]) == members
    assert report["on"] == day
    assert all(member["certainty"] == "certain" for member in report["members"])


def test_later_members_are_listed_as_not_yet(run: Run) -> None:
    report = json.loads(run("actor", "NATO", "--on", "2022-06-29", "--json").out)
    assert [member["name"] for member in report["not_yet"]] == ["Finland", "Sweden"]


def test_member_that_leaves_within_the_year_is_possible(run: Run) -> None:
    report = json.loads(run("actor", "EU", "--on", "2020", "--json").out)
    assert {member["name"]: member["certainty"] for member in report["members"]}[
        "United Kingdom"
    ] == "possible"


@pytest.mark.parametrize(
    ("name", "code", "message"),
    [
        ("Jpan", 1, 'unknown actor "Jpan"; did you mean Japan'),
        ("Korea", 2, '"Korea" is ambiguous: North Korea (KP) or South Korea (KR)?'),
        ("Washington", 2, '"Washington" is ambiguous: United States (US)?'),
    ],
)
def test_unknown_or_ambiguous_actor_is_an_error(run: Run, name: str, code: int, message: str) -> None:
    answer = run("actor", name)
    assert answer.code == code
    assert message in answer.err


@pytest.mark.parametrize(
    ("membership", "day", "text"),
    [("1951", "2000", "no longer  Japan (until 1951)"), ("1951", "1900", "not yet    Japan (from 1951)"),
     ("1951-03", "2000", "until Mar 1951"), ("/1951", "2000", "until 1951")],
)  # fmt: skip
def test_membership_with_a_single_date_has_an_end(
    run: Run, dataset: MakeDataset, tmp_path: Path, membership: str, day: str, text: str
) -> None:
    folder = dataset(actors=f"- {{id: G, name: The guild, kind: group, members: {{JP: {membership}}}}}")
    answer = run("--dataset", folder, "actor", "G", "--on", day, "-o", tmp_path / "x")
    assert answer.code == 0
    assert text in (tmp_path / "x").read_text("utf-8")

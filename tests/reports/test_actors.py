"""Members of a group in a period."""

import pytest

import timeline
from tests.conftest import MakeDataset

ACTORS = """
- id: guild
  name: The Guild
  kind: organisation
  members: {JP: 2001-05-06/.., CL: 2001-05-06/2003, PE: 2004~/2010-02-03, IN: 2012/..}
"""


@pytest.mark.parametrize(
    ("period", "certain", "possible", "not_yet", "no_longer"),
    [
        ("2001-05-05", [], [], ["JP", "CL", "PE", "IN"], []),
        ("2001-05-06", ["JP", "CL"], [], ["PE", "IN"], []),
        ("2003-06-01", ["JP"], ["CL", "PE"], ["IN"], []),
        ("2010-02-03", ["JP", "PE"], [], ["IN"], ["CL"]),
        ("2010-02-04", ["JP"], [], ["IN"], ["CL", "PE"]),
        (None, ["JP", "IN"], [], [], ["CL", "PE"]),
    ],
)
def test_members_are_certain_possible_later_or_former(
    dataset: MakeDataset,
    period: str | None,
    certain: list[str],
    possible: list[str],
    not_yet: list[str],
    no_longer: list[str],
) -> None:
    report = timeline.open(dataset(actors=ACTORS)).actor("The Guild", on=period)
    members = [(member["certainty"], member["id"]) for member in report["members"]]
    expected = [("certain", key) for key in certain] + [("possible", key) for key in possible]
    assert sorted(members) == sorted(expected)
    assert sorted(member["id"] for member in report["not_yet"]) == sorted(not_yet)
    assert sorted(member["id"] for member in report["no_longer"]) == sorted(no_longer)

"""The built-in world: its names and memberships."""

import unicodedata
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pycountry
import pytest

import timeline
from timeline.actors.registry import Actor, AmbiguousName, Registry, actor_of
from timeline.dates import day_number
from timeline.readers import read
from timeline.records import ActorRecord, validate_records
from timeline.text.names import fold

FILES = sorted((Path(timeline.__file__).parent / "actors" / "world").glob("*.yaml"))


def records_of(file: Path) -> list[ActorRecord]:
    tree, known = read(file.name, file.read_text("utf-8"))
    records, problems = validate_records(tree, "actors", ActorRecord, known)
    assert [*known, *problems] == []
    return [one.record for one in records]


RECORDS = {file.stem: records_of(file) for file in FILES}
ACTORS = [actor_of(record) for records in RECORDS.values() for record in records]
WORLD = Registry(ACTORS)
GROUPS = [actor for actor in ACTORS if actor.members]


def test_there_are_three_tables() -> None:
    assert set(RECORDS) == {"countries", "groups", "historical"}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Japan", "JP"), ("ROK", "KR"), ("Republic of Korea", "KR"), ("South Korea", "KR"), ("DPRK", "KP"),
        ("U.S.", "US"), ("United States", "US"), ("U.K.", "GB"), ("Britain", "GB"),
        ("Turkey", "TR"), ("T\u00fcrkiye", "TR"), ("Turkiye", "TR"), ("Czechia", "CZ"), ("Burma", "MM"),
        ("C\u00f4te d\u2019Ivoire", "CI"), ("Ivory Coast", "CI"), ("NO", "NO"),
        ("the Netherlands", "NL"), ("Russia", "RU"),
        ("Soviet Union", "SUHH"), ("NATO", "NATO"), ("the EU", "EU"), ("Indo-Pacific Four", "IP4"),
        ("Group of Seven", "G7"), ("Kosovo", "XK"), ("Taiwan", "TW"), ("UN", "UN"),
        ("Atlantis", None), ("South Ko", None),
    ],
)  # fmt: skip
def test_everyday_names_resolve(name: str, key: str | None) -> None:
    found = WORLD.resolve(name)
    assert (found.id if isinstance(found, Actor) else found) == key


@pytest.mark.parametrize(
    ("name", "candidates"),
    [
        ("Korea", {"KR", "KP"}),
        ("Congo", {"CD", "CG"}),
        ("Washington", {"US"}),
        ("Beijing", {"CN"}),
        ("the West", {"NATO"}),
        ("Brussels", {"BE", "EU", "NATO"}),
    ],
)
def test_duplicate_names_and_metonyms_never_resolve(name: str, candidates: set[str]) -> None:
    found = WORLD.resolve(name)
    assert isinstance(found, AmbiguousName)
    assert candidates <= {actor.id for actor in found.candidates}


def test_no_two_actors_share_a_name_or_an_id() -> None:
    names = [
        name for actor in ACTORS for name in {fold(name) for name in (actor.id, actor.name, *actor.names)}
    ]
    assert [name for name, count in Counter(names).items() if count > 1] == []
    assert len({actor.id for actor in ACTORS}) == len(ACTORS)


def test_no_ambiguous_name_is_the_name_of_an_actor() -> None:
    assert [name for actor in ACTORS for name in actor.ambiguous if WORLD.actors_named(name)] == []


def test_names_are_written_as_people_type_them() -> None:
    for actor in ACTORS:
        for name in (actor.name, *actor.names, *actor.demonyms, *actor.ambiguous):
            assert name == " ".join(unicodedata.normalize("NFC", name).split())
            assert not set(name) & set("\u2018\u2019\u201c\u201d\u2013")


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.id)
def test_members_of_a_group_are_known_and_their_memberships_do_not_overlap(group: Actor) -> None:
    assert {membership.member for membership in group.members} <= set(WORLD.actors) - {group.id}
    assert group.see
    ordered = sorted(group.members, key=lambda membership: (membership.member, membership.first))
    assert all(membership.first <= membership.last for membership in ordered)
    for earlier, later in pairwise(ordered):
        assert earlier.member != later.member or earlier.last < later.first


def members(group: str, text: str) -> set[str]:
    day = day_number(*(int(part) for part in text.split("-")))
    return {membership.member for membership in WORLD.members(group, day, day)}


@pytest.mark.parametrize(
    ("group", "on", "count"),
    [
        ("NATO", "1949-08-23", 0), ("NATO", "1949-08-24", 12), ("NATO", "2019-12-03", 29),
        ("NATO", "2021-06-14", 30), ("NATO", "2022-06-29", 30), ("NATO", "2023-07-11", 31),
        ("NATO", "2024-07-09", 32), ("NATO", "2025-06-24", 32),
        ("EU", "2019-06-01", 28), ("EU", "2020-01-31", 28), ("EU", "2020-02-01", 27),
        ("EU", "2025-01-01", 27),
        ("CPTPP", "2018-12-29", 0), ("CPTPP", "2018-12-30", 6), ("CPTPP", "2025-01-01", 12),
        ("G7", "2025-01-01", 7), ("G8", "2013-06-01", 8), ("G8", "2015-06-01", 0),
        ("IP4", "2022-06-29", 4), ("QUAD", "2024-01-01", 4), ("AUKUS", "2024-01-01", 3),
        ("FVEY", "2024-01-01", 5), ("P5", "1991-12-01", 5), ("P5", "1992-06-01", 5),
    ],
)  # fmt: skip
def test_the_number_of_members_on_a_day(group: str, on: str, count: int) -> None:
    assert len(members(group, on)) == count


def test_the_members_on_a_day() -> None:
    assert members("IP4", "2022-06-29") == {"AU", "JP", "KR", "NZ"}
    assert members("NATO", "2023-07-11") - members("NATO", "2022-06-29") == {"FI"}
    assert members("NATO", "2024-07-09") - members("NATO", "2023-07-11") == {"SE"}
    assert members("EU", "2020-01-31") - members("EU", "2020-02-01") == {"GB"}
    assert members("CPTPP", "2024-12-15") - members("CPTPP", "2024-12-14") == {"GB"}


def test_the_beginning_of_an_informal_group_is_approximate() -> None:
    """`2016~` may be a year earlier or later: in these years a membership is possible, not certain."""
    japan = next(each for each in WORLD.actors["IP4"].members if each.member == "JP")
    assert members("IP4", "2015-01-01") == {"AU", "JP", "KR", "NZ"}
    assert members("IP4", "2014-12-31") == set()
    assert japan.sure_first == day_number(2017, 12, 31)


def test_countries_are_those_of_iso_3166_with_their_codes() -> None:
    ours = {record.id: record.codes for record in RECORDS["countries"] if record.id != "XK"}
    assert ours == {country.alpha_2: [country.alpha_3] for country in pycountry.countries}


def test_former_states_have_the_codes_of_iso_3166_3_where_there_are_any() -> None:
    codes = {country.alpha_4: [country.alpha_3] for country in pycountry.historic_countries}
    ours = {record.id: record.codes for record in RECORDS["historical"] if record.id in codes}
    assert ours == {key: codes[key] for key in ours}
    assert {"SUHH", "YUCS", "CSHH", "DDDE"} <= set(ours)
    assert all(record.existed for record in RECORDS["historical"])

"""The registry: which actor has a name, and who belonged to which group when."""

import pytest

from timeline.actors.registry import Actor, AmbiguousName, Membership, Registry, membership
from timeline.dates import day_number, parse
from timeline.query import FOREVER

JAPAN = Actor("JP", "Japan", "country", ("JPN", "Nippon"), ambiguous=("Tokyo",))
SOUTH = Actor("KR", "South Korea", "country", ("ROK", "Republic of Korea"), ambiguous=("Korea",))
NORTH = Actor("KP", "North Korea", "country", ("DPRK",), ambiguous=("Korea",))
TRUMP = Actor("donald-trump", "Donald Trump", "person", ("President Trump", "Trump"))
OTHER = Actor("ivanka-trump", "Ivanka Trump", "person", ("Trump",))
KIM = Actor("kim", "Kim", "person", ("Tokyo",))
REGISTRY = Registry([JAPAN, SOUTH, NORTH, TRUMP, OTHER])


@pytest.mark.parametrize("name", ["Japan", "japan", "JP", "jpn", " Nippon\n", "JAPAN"])
def test_every_name_code_and_id_resolves_folded(name: str) -> None:
    assert REGISTRY.resolve(name) == JAPAN


@pytest.mark.parametrize("name", ["Jap", "Japans", "the Japan", "", "Atlantis"])
def test_an_unknown_name_does_not_resolve(name: str) -> None:
    assert REGISTRY.resolve(name) is None


@pytest.mark.parametrize(
    ("name", "candidates"),
    [
        ("korea", (NORTH, SOUTH)),
        ("TRUMP", (TRUMP, OTHER)),
        ("Tokyo", (JAPAN,)),
    ],
)
def test_a_shared_name_and_a_metonym_are_ambiguous(name: str, candidates: tuple[Actor, ...]) -> None:
    assert REGISTRY.resolve(name) == AmbiguousName(name, candidates)


def test_a_name_that_is_also_a_metonym_is_ambiguous() -> None:
    assert Registry([JAPAN, KIM]).resolve("Tokyo") == AmbiguousName("Tokyo", (JAPAN, KIM))


def test_a_later_actor_replaces_an_earlier_one_of_the_same_id_with_all_its_names() -> None:
    other = Actor("JP", "Japan", "country", ("Nihon",))
    registry = Registry([JAPAN, SOUTH, other])
    assert [registry.resolve(name) for name in ("Japan", "Nihon", "Nippon", "Tokyo")] == [
        other,
        other,
        None,
        None,
    ]


def test_actors_named_includes_all_actors_with_a_shared_name() -> None:
    assert REGISTRY.actors_named("trump") == [TRUMP, OTHER]
    assert REGISTRY.actors_named("Korea") == []


def test_spellings_and_metonyms_are_folded_names_with_ids() -> None:
    registry = Registry([JAPAN, NORTH])
    assert set(registry.spellings()) == {
        ("jp", "JP"), ("japan", "JP"), ("jpn", "JP"), ("nippon", "JP"),
        ("kp", "KP"), ("north korea", "KP"), ("dprk", "KP"),
    }  # fmt: skip
    assert set(registry.metonyms()) == {("tokyo", "JP"), ("korea", "KP")}


def test_short_codes_are_not_suggested() -> None:
    assert list(Registry([JAPAN, NORTH]).known_names()) == ["Japan", "Nippon", "North Korea", "DPRK"]


def day(text: str) -> int:
    year, month, number = map(int, text.split("-"))
    return day_number(year, month, number)


@pytest.mark.parametrize(
    ("when", "first", "last", "sure_first", "sure_last"),
    [
        ("2019-03-01/2020-02-29", "2019-03-01", "2020-02-29", "2019-03-01", "2020-02-29"),
        ("2019-03-01/..", "2019-03-01", FOREVER, "2019-03-01", FOREVER),
        ("2019/2021", "2019-01-01", "2021-12-31", "2019-12-31", "2021-01-01"),
        ("2019/..", "2019-01-01", FOREVER, "2019-12-31", FOREVER),
        ("2019~/2021~", "2018-01-01", "2022-12-31", "2020-12-31", "2020-01-01"),
        ("2019~/..", "2018-01-01", FOREVER, "2020-12-31", FOREVER),
        ("2019/", "2019-01-01", FOREVER, "2019-12-31", "2019-12-31"),
        ("../2019", -FOREVER, "2019-12-31", "2019-01-01", "2019-01-01"),
        ("2019?/2021", "2019-01-01", "2021-12-31", FOREVER, -FOREVER),
        ("2019%/..", "2018-01-01", FOREVER, FOREVER, FOREVER),
        ("2019-03-01", "2019-03-01", "2019-03-01", "2019-03-01", "2019-03-01"),
    ],
)  # fmt: skip
def test_the_days_of_a_membership(
    when: str, first: str | int, last: str | int, sure_first: str | int, sure_last: str | int
) -> None:
    expected = [
        bound if isinstance(bound, int) else day(bound) for bound in (first, last, sure_first, sure_last)
    ]
    assert membership("JP", parse(when)) == Membership("JP", parse(when), *expected)


MEMBERSHIPS = [
    ("JP", "2019-03-01/.."),
    ("NO", "2001/2005"),
    ("NO", "2010-06-15/2012"),
    ("GB", "2016~/2020-01-31"),
]
LEAGUE = Actor(
    "LEAGUE", "League", "group", (), members=tuple(membership(who, parse(when)) for who, when in MEMBERSHIPS)
)


@pytest.mark.parametrize(
    ("first", "last", "members"),
    [
        ("2019-03-01", "2019-03-01", ["JP", "GB"]),
        ("2019-02-28", "2019-02-28", ["GB"]),
        ("2020-01-31", "2020-01-31", ["JP", "GB"]),
        ("2020-02-01", "2020-02-01", ["JP"]),
        ("2005-12-31", "2010-06-14", ["NO"]),
        ("2006-01-01", "2010-06-14", []),
        ("2005-01-01", "2011-01-01", ["NO", "NO"]),
        ("2015-01-01", "2015-01-01", ["GB"]),
        ("2014-12-31", "2014-12-31", []),
        ("3000-01-01", "3000-01-01", ["JP"]),
    ],
)
def test_members_are_the_possible_ones_of_some_day(first: str, last: str, members: list[str]) -> None:
    registry = Registry([LEAGUE])
    assert [membership.member for membership in registry.members("LEAGUE", day(first), day(last))] == members


def test_an_actor_that_is_not_a_group_has_no_members() -> None:
    assert Registry([JAPAN]).members("JP", 0, 10**6) == Registry([JAPAN]).members("XX", 0, 10**6) == []

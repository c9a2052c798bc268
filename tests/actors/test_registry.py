"""The registry: who bears a name, and who belonged to what when."""

import pytest

from timeline.actors.registry import Actor, AmbiguousName, Membership, Registry, membership
from timeline.dates import day_number, parse
from timeline.forever import FOREVER

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
def test_what_nobody_is_called_resolves_to_nobody(name: str) -> None:
    assert REGISTRY.resolve(name) is None


@pytest.mark.parametrize(
    ("name", "candidates"),
    [
        ("korea", (NORTH, SOUTH)),
        ("TRUMP", (TRUMP, OTHER)),
        ("Tokyo", (JAPAN,)),
    ],
)
def test_what_may_mean_several_or_is_a_metonym_resolves_to_none_of_them(
    name: str, candidates: tuple[Actor, ...]
) -> None:
    assert REGISTRY.resolve(name) == AmbiguousName(name, candidates)


def test_a_name_that_is_a_metonym_too_is_ambiguous() -> None:
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


def test_who_bears_a_name_is_said_even_where_it_does_not_resolve() -> None:
    assert REGISTRY.actors_named("trump") == [TRUMP, OTHER]
    assert REGISTRY.actors_named("Korea") == []


def test_all_spellings_and_metonyms_are_folded_and_lead_to_ids() -> None:
    registry = Registry([JAPAN, NORTH])
    assert set(registry.spellings()) == {
        ("jp", "JP"), ("japan", "JP"), ("jpn", "JP"), ("nippon", "JP"),
        ("kp", "KP"), ("north korea", "KP"), ("dprk", "KP"),
    }  # fmt: skip
    assert set(registry.metonyms()) == {("tokyo", "JP"), ("korea", "KP")}


def test_short_codes_are_not_offered_for_misspelt_names() -> None:
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
def test_a_spell_is_possible_and_sure_in_days(
    when: str, first: str | int, last: str | int, sure_first: str | int, sure_last: str | int
) -> None:
    expected = [one if isinstance(one, int) else day(one) for one in (first, last, sure_first, sure_last)]
    assert membership("JP", parse(when)) == Membership("JP", parse(when), *expected)


SPELLS = [("JP", "2019-03-01/.."), ("NO", "2001/2005"), ("NO", "2010-06-15/2012"), ("GB", "2016~/2020-01-31")]
LEAGUE = Actor(
    "LEAGUE", "League", "group", (), members=tuple(membership(who, parse(when)) for who, when in SPELLS)
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
def test_members_are_those_who_may_have_belonged_on_some_day(
    first: str, last: str, members: list[str]
) -> None:
    registry = Registry([LEAGUE])
    assert [one.member for one in registry.members("LEAGUE", day(first), day(last))] == members


def test_who_is_no_group_has_no_members() -> None:
    assert Registry([JAPAN]).members("JP", 0, 10**6) == Registry([JAPAN]).members("XX", 0, 10**6) == []

"""The actors that a text names."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import FROZEN
from timeline.actors import Mentions, mentions, words, words_with_offsets
from timeline.dataset.locate import Dataset
from timeline.evidence import load_timeline
from timeline.records import ActorRecord


def built_in() -> Mentions:
    material = load_timeline(Dataset("folder", FROZEN, "")).material
    return Mentions(actor.record for actor in (*material.world, *material.actors))


MENTIONS = built_in()


def named(text: str) -> list[tuple[str, str]]:
    """The names in a text, each with the ids of its actors; regions and metonyms are left out."""
    return [
        (text[mention.start : mention.end], " ".join(mention.actors))
        for mention in MENTIONS.find(text)
        if mention.sense in ("name", "demonym")
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Japan and South Korea", [("Japan", "JP"), ("South Korea", "KR")]),
        ("Japan's and NATO’s leaders", [("Japan", "JP"), ("NATO", "NATO")]),
        ("the Philippines' delegation", [("Philippines", "PH")]),
        ("Papua New Guinea, Guinea-Bissau and Guinea",
         [("Papua New Guinea", "PG"), ("Guinea-Bissau", "GW"), ("Guinea", "GN")]),
        ("South Sudan and Sudan", [("South Sudan", "SS"), ("Sudan", "SD")]),
        ("the Democratic Republic of the Congo", [("Democratic Republic of the Congo", "CD")]),
        ("the U.S., the U.K. and the U.N.", [("U.S.", "US"), ("U.K.", "GB"), ("U.N.", "UN")]),
        ("the U.S.", [("U.S.", "US")]),
        ("U.S.-led, US-led, Russia-China", [("U.S.", "US"), ("US", "US"), ("Russia", "RU"), ("China", "CN")]),
        ("they told us who came, and it is in the can", []),
        ("US, EU, UN, UK, WHO", [("US", "US"), ("EU", "EU"), ("UN", "UN"), ("UK", "GB"), ("WHO", "WHO")]),
        ("IN, IS, IT, CAN, PER and JP", []),
        ("the U.S. Chamber of Commerce", [("U.S. Chamber of Commerce", "us-chamber-of-commerce")]),
        ("Lithuanians, Americans, Frenchmen, the Dutch, a Swede and two Poles",
         [("Lithuanians", "LT"), ("Americans", "US"), ("Frenchmen", "FR"), ("Dutch", "NL"), ("Swede", "SE"),
          ("Poles", "PL")]),
        ("South Koreans and North Korean officials", [("South Koreans", "KR"), ("North Korean", "KP")]),
        ("the Korean Peninsula and Korean culture", []),
        ("the South China Sea, the Indian Ocean, the Gulf of Mexico", []),
        ("Latin America and South American trade", []),
        ("Northern Ireland and Ireland", [("Ireland", "IE")]),
        ("turkey, china, chad, polish", []),
        ("JAPAN AND NEW ZEALAND", [("JAPAN", "JP"), ("NEW ZEALAND", "NZ")]),
        ("the Congolese army", [("Congolese", "CD CG")]),
        ("both Koreas, the two Koreas", [("both Koreas", "KP KR"), ("two Koreas", "KP KR")]),
        ("North and South Korea", [("North and South Korea", "KP KR")]),
        ("East and West Germans", [("East and West Germans", "DDDE DE")]),
        ("Serbia and Montenegro", [("Serbia and Montenegro", "CSXX RS ME")]),
        ("NATO allies and other allies", [("NATO", "NATO")]),
        ("the UN Security Council", [("UN Security Council", "UNSC UN")]),
        ("People’s Republic of China", [("People’s Republic of China", "CN")]),
        ("Republic of China", [("Republic of China", "TW")]),
        ("Cote d’Ivoire, Co\u0302te d'Ivoire", [("Cote d’Ivoire", "CI"), ("Co\u0302te d'Ivoire", "CI")]),
        ("Ja\u00adpan", [("Ja\u00adpan", "JP")]),
        ("Yoon Suk\u2010yeol", [("Yoon Suk\u2010yeol", "yoon-suk-yeol")]),
        ("Nigeria, Malian, Omanis, Japanesque", [("Nigeria", "NG"), ("Malian", "ML"), ("Omanis", "OM")]),
        ("xJapan Japan2 _Japan", []),
        ("It grew in the South. Korea grew too.", []),
        ("IP4—Australia", [("IP4", "IP4"), ("Australia", "AU")]),
        ("", []),
    ],
)  # fmt: skip
def test_names(text: str, names: list[tuple[str, str]]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Beijing", {"CN"}),
        ("The alliance", {"NATO"}),
        ("Korea", {"KP", "KR"}),
        ("Washington, D.C.", {"US"}),
        ("Mexico City", {"MX"}),
        ("Trump", {"donald-trump"}),
    ],
)
def test_a_metonym_names_no_actor(text: str, meant: set[str]) -> None:
    [mention] = MENTIONS.find(text)

    assert (mention.sense, set(mention.actors)) == ("metonym", meant)
    assert (mention.start, mention.end) == (0, len(text))


def test_a_region_means_no_actor() -> None:
    [mention] = MENTIONS.find("the East China Sea")

    assert (mention.sense, mention.actors) == ("region", ())


def test_an_actor_of_the_dataset_wins_over_a_region_and_over_the_world() -> None:
    canal = ActorRecord(id="sea", name="Indian Ocean", kind="body")
    japan = ActorRecord(id="JP", name="Nippon", kind="country")
    world = ActorRecord(id="JP", name="Japan", kind="country")
    mentions = Mentions([world, japan, canal])

    assert [mention.actors for mention in mentions.find("Indian Ocean, Japan, Nippon")] == [("sea",), ("JP",)]


def test_a_metonym_of_one_actor_makes_the_name_of_another_ambiguous() -> None:
    one = ActorRecord(id="one", name="Quad", kind="group")
    other = ActorRecord(id="other", name="Squad", kind="group", ambiguous=["Quad"])
    for records in ([one, other], [other, one]):
        [mention] = Mentions(records).find("Quad")
        assert (mention.sense, set(mention.actors)) == ("metonym", {"one", "other"})


def test_meanings_are_those_that_find_finds() -> None:
    text = "Japan’s leaders met both Koreas at the U.N. in Beijing, not in the South China Sea."

    assert [(mention.sense, mention.actors) for mention in MENTIONS.find(text)] == MENTIONS.meanings(text)


@given(st.text())
def test_any_text_can_be_searched(text: str) -> None:
    mentions = MENTIONS.find(text)

    assert [tuple(mention[2:]) for mention in mentions] == MENTIONS.meanings(text)
    assert all(mention.start < mention.end <= len(text) for mention in mentions)
    assert all(earlier.end <= later.start for earlier, later in pairwise(mentions))
    assert words(text) == [word.text for word in words_with_offsets(text)]


_NAMES = st.sampled_from(
    ["Japan", "South", "Korea", "the", "Republic", "of", "China", "Sea", "'", ".", "U.S.", "and"]
)


@given(st.lists(_NAMES))
def test_names_are_found_from_the_left_and_none_inside_another(pieces: list[str]) -> None:
    text = " ".join(pieces)

    for mention in MENTIONS.find(text):
        again = MENTIONS.find(text[mention.start : mention.end])
        assert [inside.actors for inside in again] == [mention.actors]


@pytest.mark.parametrize(
    "piece",
    ["Papua New Zealand of the ", "the Democratic Republic of the ", "U.", "'", "—Å", "a\u0301", "WHO IS "],
)
def test_twice_the_text_takes_twice_the_steps(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = 0
    take_step = mentions._next

    def count_step(step: mentions._Step, word: str) -> mentions._Step | None:
        nonlocal steps
        steps += 1
        return take_step(step, word)

    monkeypatch.setattr(mentions, "_next", count_step)
    counts = []
    for count in (1_000, 2_000):
        steps = 0
        MENTIONS.find(piece * count)
        counts.append(steps)

    assert counts[1] <= 2 * counts[0] + 10


def test_a_word_in_capitals_is_a_name_in_small_letters() -> None:
    actor = ActorRecord(id="quad", name="the quad", kind="group", aliases=["port league"])

    assert [mention.actors for mention in Mentions([actor]).find("PORT LEAGUE, Port League")] == [("quad",)]

"""Which actors a stretch of prose names."""

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.actors import Mentions, words, words_with_offsets
from timeline.dataset.locate import Dataset
from timeline.evidence import load_timeline
from timeline.records import ActorRecord

ROOT = Path(__file__).resolve().parents[2]


def built_in() -> Mentions:
    material = load_timeline(Dataset("folder", ROOT, "")).material
    return Mentions(one.record for one in (*material.world, *material.actors))


MENTIONS = built_in()


def named(text: str) -> list[tuple[str, str]]:
    """The names in a text, each with whom it names; a name that names nobody by itself is left out."""
    return [
        (text[one.start : one.end], " ".join(one.actors))
        for one in MENTIONS.find(text)
        if one.sense in ("name", "demonym")
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
def test_what_may_mean_several_or_a_government_names_nobody(text: str, meant: set[str]) -> None:
    [mention] = MENTIONS.find(text)

    assert (mention.sense, set(mention.actors)) == ("metonym", meant)
    assert (mention.start, mention.end) == (0, len(text))


def test_a_region_means_nobody() -> None:
    [mention] = MENTIONS.find("the East China Sea")

    assert (mention.sense, mention.actors) == ("region", ())


def test_an_actor_of_the_dataset_wins_over_a_region_and_over_the_world() -> None:
    canal = ActorRecord(id="sea", name="Indian Ocean", kind="body")
    japan = ActorRecord(id="JP", name="Nippon", kind="country")
    world = ActorRecord(id="JP", name="Japan", kind="country")
    mentions = Mentions([world, japan, canal])

    assert [one.actors for one in mentions.find("Indian Ocean, Japan, Nippon")] == [("sea",), ("JP",)]


def test_who_may_only_be_meant_by_a_name_spoils_it_for_who_bears_it() -> None:
    one = ActorRecord(id="one", name="Quad", kind="group")
    other = ActorRecord(id="other", name="Squad", kind="group", ambiguous=["Quad"])
    for records in ([one, other], [other, one]):
        [mention] = Mentions(records).find("Quad")
        assert (mention.sense, set(mention.actors)) == ("metonym", {"one", "other"})


def test_said_says_what_find_finds() -> None:
    text = "Japan’s leaders met both Koreas at the U.N. in Beijing, not in the South China Sea."

    assert [(one.sense, one.actors) for one in MENTIONS.find(text)] == MENTIONS.meanings(text)


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    found = MENTIONS.find(text)

    assert [tuple(one[2:]) for one in found] == MENTIONS.meanings(text)
    assert all(one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert words(text) == [word.text for word in words_with_offsets(text)]


_NAMES = st.sampled_from(
    ["Japan", "South", "Korea", "the", "Republic", "of", "China", "Sea", "'", ".", "U.S.", "and"]
)


@given(st.lists(_NAMES))
def test_names_are_found_from_the_left_and_none_in_another(pieces: list[str]) -> None:
    text = " ".join(pieces)

    for mention in MENTIONS.find(text):
        again = MENTIONS.find(text[mention.start : mention.end])
        assert [one.actors for one in again] == [mention.actors]


@pytest.mark.parametrize(
    "piece",
    ["Papua New Zealand of the ", "the Democratic Republic of the ", "U.", "'", "—Å", "a\u0301", "WHO IS "],
)
def test_twice_the_text_takes_twice_the_time(piece: str) -> None:
    def seconds(text: str) -> float:
        started = time.process_time()
        MENTIONS.find(text)
        return time.process_time() - started

    best = [min(seconds(piece * count) for _ in range(5)) for count in (4_000, 8_000)]

    assert best[1] < 3 * best[0] + 0.005

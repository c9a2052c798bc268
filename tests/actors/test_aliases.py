"""The names of actors in prose, and their meanings."""

import pytest

from timeline.actors.aliases import alias_meanings
from timeline.records import ActorRecord
from timeline.text.words import words


def meanings(*records: ActorRecord) -> dict[str, tuple[str, ...]]:
    """The sense and actors of each name, without regions."""
    return {
        " ".join(name): (meaning.sense, *meaning.actors)
        for name, meaning in alias_meanings(records).items()
        if meaning.sense != "region"
    }


@pytest.mark.parametrize(
    ("demonym", "plural"),
    [
        ("Norwegian", "Norwegians"), ("Frenchman", "Frenchmen"), ("Welshman", "Welshmen"),
        ("Welshwoman", "Welshwomen"), ("Japanese", None), ("Swiss", None), ("Dutch", None),
        ("British", None),
    ],
)  # fmt: skip
def test_demonyms_have_a_regular_plural(demonym: str, plural: str | None) -> None:
    found = meanings(ActorRecord(id="x", name="State", kind="country", demonyms=[demonym]))
    assert {name for name, (sense, *_) in found.items() if sense == "demonym"} == {demonym, plural} - {None}


def test_ids_and_codes_are_not_names_in_prose() -> None:
    assert set(meanings(ActorRecord(id="IN", name="India", kind="country", codes=["IND"]))) == {"India"}


def test_a_name_in_small_letters_may_begin_a_sentence() -> None:
    found = meanings(ActorRecord(id="x", name="Alliance", kind="group", ambiguous=["our alliance"]))
    assert found["our alliance"] == found["Our alliance"] == ("metonym", "x")


def test_the_article_is_dropped_where_the_name_means_the_same() -> None:
    found = meanings(ActorRecord(id="US", name="US", kind="country", aliases=["the US", "the States"]))
    assert set(found) == {"US", "the States", "The States"}


def test_a_body_also_names_its_organisation() -> None:
    council = ActorRecord(id="UNSC", name="UN Security Council", kind="body")
    un = ActorRecord(id="UN", name="UN", kind="organisation")
    assert meanings(council, un)["UN Security Council"] == ("name", "UNSC", "UN")


def test_regions_contain_names_and_mean_no_actor() -> None:
    sea = alias_meanings([ActorRecord(id="CN", name="China", kind="country")])[
        tuple(words("South China Sea"))
    ]
    assert (sea.sense, sea.actors) == ("region", ())

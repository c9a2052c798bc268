"""A query: what counts as asked, and which roles count."""

import pytest

from timeline.query import ActorTerm, FacetTerm, Query, Window


@pytest.mark.parametrize(
    "query",
    [
        Query(actors=(ActorTerm("Japan", ("JP",)),)),
        Query(roles=("host",)),
        Query(windows=(Window(1, 2),)),
        Query(facets=(FacetTerm("kind", ("summit",)),)),
        Query(text="war"),
    ],
)
def test_every_filter_asks(query: Query) -> None:
    assert query.asks


@pytest.mark.parametrize(
    "query", [Query(), Query(reverse=True), Query(limit=3), Query(certain=True), Query(direct=True)]
)
def test_how_to_show_the_answer_asks_nothing(query: Query) -> None:
    assert not query.asks


def test_who_took_part_or_was_concerned_counts_and_who_was_not_there_does_not() -> None:
    assert Query().accepted_roles == (
        "host", "organiser", "member", "partner", "invitee", "participant", "signatory", "speaker",
        "subject", "target", "addressee",
    )  # fmt: skip
    assert Query(roles=("absent",)).accepted_roles == ("absent",)

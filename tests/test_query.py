"""Queries: what counts as a filter, the roles that count, and errors that show their message."""

import pytest

from timeline.query import FOREVER, NEVER, ActorTerm, FacetTerm, Query, UnknownName, Window


@pytest.mark.parametrize(
    "query",
    [
        Query(actors=(ActorTerm("Japan", ("JP",)),)),
        Query(member_of=(("NATO",),)),
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
def test_order_limit_and_strictness_ask_nothing(query: Query) -> None:
    assert not query.asks


def test_roles_of_actors_that_were_not_there_count_only_if_given() -> None:
    assert Query().accepted_roles == (
        "host", "organiser", "member", "partner", "invitee", "participant", "signatory", "speaker",
        "subject", "target", "addressee",
    )  # fmt: skip
    assert Query(roles=("absent",)).accepted_roles == ("absent",)


def test_unknown_name_shows_its_message_without_quotation_marks() -> None:
    with pytest.raises(KeyError) as raised:
        raise UnknownName('unknown actor "X"')
    assert str(raised.value) == 'unknown actor "X"'


def test_never_is_beyond_forever_and_both_fit_into_sqlite() -> None:
    assert FOREVER < NEVER < 1 << 63

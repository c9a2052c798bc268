"""The types of filters: what each accepts, and the errors for anything else."""

import pytest

from timeline.filters import Filters
from timeline.filters.rows import Count, Declared, Text, rows
from timeline.query import InvalidQuery


def test_a_string_means_one_value() -> None:
    assert Filters(actor="Japan").actor == ("Japan",)
    assert Filters(actor="Japan") == Filters(actor=["Japan"])


def test_several_values_are_kept_in_their_order() -> None:
    assert Filters(kind=(kind for kind in ("visit", "summit"))).kind == ("visit", "summit")


def test_without_a_value_a_filter_has_its_default() -> None:
    assert [row.of(Filters()) for row in rows(Filters)] == [row.default for row in rows(Filters)]
    assert (Filters().actor, Filters().since, Filters().limit, Filters().direct) == ((), None, None, False)


def test_an_unknown_filter_is_a_type_error() -> None:
    with pytest.raises(TypeError, match=r'^unknown filter "kinds"; did you mean kind\?$'):
        Filters.from_values({"kinds": "summit"})
    with pytest.raises(TypeError, match=r'^unknown filter "xyz"$'):
        Filters.from_values({"xyz": 1})


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"actor": 3}, "actor: expected a string or an iterable of strings, found int"),
        ({"actor": None}, "actor: expected a string or an iterable of strings, found NoneType"),
        ({"kind": ["summit", 3]}, "kind: expected a string, found int"),
        ({"since": ["2024"]}, "since: expected a string, found list"),
        ({"limit": "3"}, "limit: expected a number, found str"),
        ({"limit": True}, "limit: expected a number, found bool"),
        ({"certain": 1}, "certain: expected True or False, found int"),
    ],
)
def test_a_value_of_another_type_is_a_type_error(values: dict[str, object], message: str) -> None:
    with pytest.raises(TypeError) as raised:
        Filters.from_values(values)
    assert str(raised.value) == message


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"limit": -1}, "limit: expected 0 or more, found -1"),
        ({"text": "half\udc97"}, "text: 'half\\udc97' is not UTF-8"),
        ({"actor": ["Japan", "half\udc97"]}, "actor: 'half\\udc97' is not UTF-8"),
    ],
)
def test_a_value_that_no_event_can_match_is_an_invalid_query(values: dict[str, object], message: str) -> None:
    with pytest.raises(InvalidQuery) as raised:
        Filters.from_values(values)
    assert str(raised.value) == message


def test_filters_are_frozen_values() -> None:
    filters = Filters(actor="Japan", limit=0)
    with pytest.raises(AttributeError, match="frozen"):
        setattr(filters, "limit", 3)  # noqa: B010
    assert {filters, Filters(actor=("Japan",), limit=0)} == {filters}
    assert filters != Filters(actor="Japan")
    assert repr(filters) == "Filters(actor=('Japan',), limit=0)"


def test_values_of_different_classes_are_not_equal() -> None:
    class Other(Declared):
        limit: Count = Count("N", "Show at most N.")
        text: Text = Text("T", "Words.")

    assert Other(limit=1) != Filters(limit=1)
    assert [row.name for row in rows(Other)] == ["limit", "text"]

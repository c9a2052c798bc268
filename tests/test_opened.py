"""The same questions from Python."""

import json
from collections.abc import Callable

import pytest

import timeline
from tests.conftest import Run
from timeline.dataset import built_in


def test_select_gives_the_documents_of_list(run: Run) -> None:
    opened = timeline.open(built_in())
    listed = json.loads(run("list", "--actor", "Japan", "--since", "2023", "--json").out)
    assert list(opened.select(actor="Japan", since="2023")) == listed


def test_it_is_a_collection_of_events() -> None:
    opened = timeline.open(built_in())
    assert len(opened) == 30
    assert next(iter(opened))["id"] == "cptpp-signed-2018"
    assert opened.get("hague-2025")["title"] == "NATO summit in The Hague"


def test_several_values_of_a_filter(run: Run) -> None:
    opened = timeline.open(built_in())
    both = [event["id"] for event in opened.select(actor=["Japan", "Sweden"], direct=True)]
    assert both == ["ip4-first-nato-summit-session-2022", "madrid-2022", "vilnius-2023"]
    third = opened.select(kind=["summit"], text='"third year"')
    assert [event["id"] for event in third] == ["washington-2024"]


@pytest.mark.parametrize(
    ("ask", "error", "said"),
    [
        (lambda one: one.select(actor="Korea"), ValueError, "North Korea"),
        (lambda one: one.select(actor="Atlantis"), ValueError, 'unknown actor "Atlantis"'),
        (lambda one: one.select(since="2023-02-29"), ValueError, "February 2023 has 28 days"),
        (lambda one: one.select(colour="red"), TypeError, 'unknown filter "colour"'),
        (lambda one: one.get("nowhere"), KeyError, "nowhere"),
        (lambda one: one.get("half\udc97"), KeyError, "half"),
        (lambda one: one.select(text="half\udc97"), ValueError, r"'half\\udc97' is not UTF-8"),
        (lambda one: one.select(actor=["Japan", "half\udc97"]), ValueError, "is not UTF-8"),
    ],
)
def test_what_cannot_be_asked_raises(
    ask: Callable[[timeline.OpenTimeline], object], error: type[Exception], said: str
) -> None:
    with pytest.raises(error, match=said):
        ask(timeline.open(built_in()))


def test_no_dataset_of_that_name() -> None:
    with pytest.raises(ValueError, match="there is no such dataset"):
        timeline.open("/nowhere/at/all")


def test_the_package_has_no_other_face() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'close'"):
        _ = timeline.close

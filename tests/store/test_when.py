"""The store finds by time what the definitions say: design, section 3, read out loud in plain Python."""

import json
from datetime import date
from math import inf
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from tests.store.conftest import Compile
from timeline.query import Query, Window


class Span(NamedTuple):
    """What is known of a stretch of time, in day numbers."""

    earliest_start: float
    latest_start: float
    earliest_end: float
    latest_end: float
    sure: bool = True

    def is_possible(self, window: Window) -> bool:
        a, b = limits(window)
        return self.earliest_start <= b and self.latest_end >= a

    def is_certain(self, window: Window) -> bool:
        a, b = limits(window)
        return self.sure and self.latest_start <= b and self.earliest_end >= a


class When(NamedTuple):
    """A date as written, and the spans that it may be: one, or the members of a set."""

    text: str
    spans: tuple[Span, ...]

    def is_possible(self, window: Window) -> bool:
        return any(span.is_possible(window) for span in self.spans)

    def is_certain(self, window: Window) -> bool:
        of_them = all if self.text.startswith("[") else any
        return of_them(span.is_certain(window) for span in self.spans)


def limits(window: Window) -> tuple[float, float]:
    since, until = window
    return (-inf if since is None else since), (inf if until is None else until)


class Unit(NamedTuple):
    """A year, a month or a day as written: its first and last day, with what `~` and `?` do to them."""

    text: str
    first: int
    last: int
    sure: bool = True


@st.composite
def units(draw: st.DrawFn) -> Unit:
    year, month, day = draw(st.integers(2000, 2004)), draw(st.integers(2, 11)), draw(st.integers(2, 26))
    mark = draw(st.sampled_from(["", "", "", "?", "~"]))
    wide = mark == "~"
    name, first, after = draw(
        st.sampled_from(
            [
                (f"{year}", date(year - wide, 1, 1), date(year + wide + 1, 1, 1)),
                (f"{year}-{month:02}", date(year, month - wide, 1), next_month(year, month + wide)),
                (
                    f"{year}-{month:02}-{day:02}",
                    date(year, month, day - wide),
                    date(year, month, day + 1 + wide),
                ),
            ]
        )
    )
    return Unit(name + mark, first.toordinal(), after.toordinal() - 1, mark != "?")


def next_month(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1)


def at(unit: Unit) -> Span:
    """Somewhere in the unit: it may start and end on any of its days."""
    return Span(unit.first, unit.last, unit.first, unit.last, unit.sure)


@st.composite
def dates(draw: st.DrawFn) -> When:
    """A date of any kind. Of an open and of an unknown end no more is known than that it had begun."""
    one, other = sorted(draw(st.tuples(units(), units())), key=lambda unit: (unit.first, unit.last))
    both = one.sure and other.sure
    from_to = Span(one.first, one.last, other.first, other.last, both)
    kinds = [
        When(one.text, (at(one),)),
        When(f"{one.text}/..", (Span(one.first, one.last, one.last, inf, one.sure),)),
        When(f"{one.text}/", (Span(one.first, one.last, one.last, inf, one.sure),)),
        When(f"../{one.text}", (Span(-inf, one.first, one.first, one.last, one.sure),)),
        When(f"/{one.text}", (Span(-inf, one.first, one.first, one.last, one.sure),)),
        When("/", (Span(-inf, inf, -inf, inf),)),
        When(f"[{one.text},{other.text}]", (at(one), at(other))),
        When(f"{{{one.text},{other.text}}}", (at(one), at(other))),
        When(f"[..{one.text}]", (Span(-inf, one.last, -inf, one.last, one.sure),)),
        When(f"[{one.text}..]", (Span(one.first, inf, one.first, inf, one.sure),)),
    ]
    if one.last < other.first:
        kinds.append(When(f"{one.text}/{other.text}", (from_to,)))
    return draw(st.sampled_from(kinds))


days = st.none() | st.integers(date(1999, 6, 1).toordinal(), date(2006, 1, 1).toordinal())
windows = st.builds(Window, days, days)


@given(st.lists(dates(), min_size=2, max_size=12), st.lists(windows, max_size=2), st.booleans())
def test_an_event_is_found_when_its_date_may_lie_in_every_window(
    compiled: Compile, when: list[When], asked: list[Window], certain: bool
) -> None:
    events = {f"event-{number}": one for number, one in enumerate(when)}
    store = compiled([{"id": key, "date": one.text} for key, one in events.items()])
    found = {}
    for answer in store.select(Query(windows=tuple(asked), certain=certain)):
        document = json.loads(answer.json)
        found[document["id"]] = document["match"]["certainty"] if asked else "certain"
    expected = {
        key: "certain" if all(map(one.is_certain, asked)) else "possible"
        for key, one in events.items()
        if all(map(one.is_possible, asked)) and not (certain and not all(map(one.is_certain, asked)))
    }
    assert found == expected

"""The two types of rules.

An event rule looks at one event, so it can be asked batch by batch, and again for an event that changed. A
timeline rule looks at all events: it says which facts it needs of each one, and judges when it has them all.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple

from timeline.checks.context import Context
from timeline.checks.facts import Fact, Facts
from timeline.evidence import LinkedEvent
from timeline.problems import Problem
from timeline.records import EventRecord, Located

Tier = Literal["always", "default", "strict"]
"""`always` rules cannot be silenced; `default` ones can, for one event and with a reason; `strict` ones are
asked only on request.
"""


class EventRule(NamedTuple):
    """`judge` gives the problems of one event. They depend on this event and the context only."""

    judge: Callable[[LinkedEvent, Context], Iterator[Problem]]
    tier: Tier


class TimelineRule(NamedTuple):
    """`judge` gives the problems of the whole timeline, by the facts that `collect` gives for each event, and
    `collect_left_out` for each event that is left out since another one (the second argument) has its id.
    What `collect` gives depends on this event and the context only.
    """

    judge: Callable[[Facts, Context], Iterator[Problem]]
    tier: Tier
    collect: Callable[[LinkedEvent, Context], Iterable[Fact]] | None = None
    collect_left_out: Callable[[Located[EventRecord], Located[EventRecord]], Fact] | None = None


Rule = EventRule | TimelineRule

"""The dataset around an event, as rules need it."""

from collections.abc import Callable
from functools import cached_property
from typing import TypeVar, cast

from timeline.checks.actor_index import ActorIndex, index_actors
from timeline.checks.limits import Budget
from timeline.checks.locations import is_unread, written_files, written_ids
from timeline.evidence import LinkedEvent, Timeline

T = TypeVar("T")


class _Shared:
    """What all batches of a dataset have in common; each part is computed when it is first needed."""

    def __init__(self, timeline: Timeline) -> None:
        self._registry = timeline.registry
        self._dataset = timeline.material._replace(events=())

    @cached_property
    def actor_index(self) -> ActorIndex:
        located = (*self._dataset.world, *self._dataset.actors)
        return index_actors((actor.record for actor in located), self._registry)

    @cached_property
    def source_ids(self) -> set[str]:
        return written_ids(self._dataset, "sources")

    @cached_property
    def actor_ids(self) -> set[str]:
        return written_ids(self._dataset, "actors")


class Context:
    """The registry, the sources, the stored texts and the ids of a dataset.

    It does not change during a check, except for its budget. `earlier` is the context of another batch of the
    same dataset, with which it shares what does not depend on the batch.
    """

    def __init__(
        self, timeline: Timeline, earlier: "Context | None" = None, budget: Budget | None = None
    ) -> None:
        self.registry = timeline.registry
        self.sources = timeline.sources
        self.dataset = timeline.material._replace(events=())
        """The dataset without its events."""
        self.texts = timeline.material.texts
        """Stored texts by file name; None if the dataset has none, and then no quote is checked."""
        self.budget: Budget = earlier.budget if earlier else budget or Budget()
        self._latest: tuple[object, LinkedEvent, object] | None = None
        self._shared: _Shared = earlier._shared if earlier else _Shared(timeline)

    def cached(self, function: Callable[[LinkedEvent, "Context"], T], linked: LinkedEvent) -> T:
        """The value of a function for an event. Only the latest value is kept: a rule and a count need the
        same one shortly after each other.
        """
        latest = self._latest
        if latest is None or latest[0] is not function or latest[1] is not linked:
            latest = self._latest = (function, linked, function(linked, self))
        return cast("T", latest[2])

    @property
    def actor_index(self) -> ActorIndex:
        """The names of all actors, for finding them in prose, and the offices of persons."""
        return self._shared.actor_index

    @cached_property
    def event_ids(self) -> set[str]:
        """The ids of all events as written, including those of records that are left out."""
        ids = self.dataset.ids
        return written_ids(self.dataset, "events") if ids is None else ids

    @property
    def source_ids(self) -> set[str]:
        """The ids of all sources as written, including those of records that are left out."""
        return self._shared.source_ids

    @property
    def actor_ids(self) -> set[str]:
        """The ids of the dataset's own actors as written, including those of records that are left out."""
        return self._shared.actor_ids

    @cached_property
    def recorded_files(self) -> set[str]:
        """The stored texts that records of sources name, including records that are left out."""
        return written_files(self.dataset)

    @cached_property
    def events_unread(self) -> bool:
        """Whether a part of the files of events was not read, so that events in it are not known."""
        return is_unread(self.dataset, "events")

    @cached_property
    def sources_unread(self) -> bool:
        """Whether a part of data/sources.yaml was not read."""
        return is_unread(self.dataset, "sources")

    @cached_property
    def actors_unread(self) -> bool:
        """Whether a part of data/actors.yaml was not read."""
        return is_unread(self.dataset, "actors")

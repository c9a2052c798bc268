"""The dataset around an event, as rules may ask about it."""

from collections.abc import Callable
from functools import cached_property
from typing import TypeVar, cast

from timeline.checks.actor_index import Known, index
from timeline.checks.budget import Budget
from timeline.checks.locations import files_written, ids_written, unread
from timeline.evidence import LinkedEvent, Timeline

T = TypeVar("T")


class _Shared:
    """What the batches of one dataset have in common; each part is made when it is first asked for."""

    def __init__(self, timeline: Timeline) -> None:
        self._registry = timeline.registry
        self._material = timeline.material._replace(events=())

    @cached_property
    def known(self) -> Known:
        admitted = (*self._material.world, *self._material.actors)
        return index((actor.record for actor in admitted), self._registry)

    @cached_property
    def sources(self) -> set[str]:
        return ids_written(self._material, "sources")

    @cached_property
    def actors(self) -> set[str]:
        return ids_written(self._material, "actors")


class Context:
    """The registry, the sources, the texts and the ids of a dataset. It does not change during a run, except
    for its budget. `earlier` is the context of another batch of the same dataset.
    """

    def __init__(
        self, timeline: Timeline, earlier: "Context | None" = None, budget: Budget | None = None
    ) -> None:
        self.registry = timeline.registry
        self.sources = timeline.sources
        self.material = timeline.material._replace(events=())
        self.texts = timeline.material.texts
        """By file name; None where the dataset carries none, and then nothing is said about quotes."""
        self.budget: Budget = earlier.budget if earlier else budget or Budget()
        self._latest: tuple[object, LinkedEvent, object] | None = None
        self._shared: _Shared = earlier._shared if earlier else _Shared(timeline)

    def once(self, make: Callable[[LinkedEvent, "Context"], T], linked: LinkedEvent) -> T:
        """What `make` gives for an event. The latest is kept: a rule and a count need the same, one after
        the other.
        """
        latest = self._latest
        if latest is None or latest[0] is not make or latest[1] is not linked:
            latest = self._latest = (make, linked, make(linked, self))
        return cast("T", latest[2])

    @property
    def known(self) -> Known:
        """The names of all actors, to be found in prose, and who held which office."""
        return self._shared.known

    @cached_property
    def event_ids(self) -> set[str]:
        """The ids of all events as written, those of records with problems included."""
        ids = self.material.ids
        return ids_written(self.material, "events") if ids is None else ids

    @property
    def source_ids(self) -> set[str]:
        """The same for sources."""
        return self._shared.sources

    @property
    def actor_ids(self) -> set[str]:
        """The same for the actors that the dataset declares."""
        return self._shared.actors

    @cached_property
    def recorded_files(self) -> set[str]:
        """The names of stored texts that a record of a source mentions, in whatever state it is."""
        return files_written(self.material)

    @cached_property
    def events_unread(self) -> bool:
        """Whether a part of the files of events was not read, so that it is not known what they hold."""
        return unread(self.material, "events")

    @cached_property
    def sources_unread(self) -> bool:
        """The same for sources."""
        return unread(self.material, "sources")

    @cached_property
    def actors_unread(self) -> bool:
        """The same for actors."""
        return unread(self.material, "actors")

"""Completion of values: ids, actors, kinds, topics, sources, rules, as fast as the commands themselves.

Only what is known is offered, nothing is evaluated, and whatever goes wrong offers nothing.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import typer

from timeline.cache import open_store
from timeline.cli.session import caches
from timeline.cli.shells import harmless, told
from timeline.dataset import locate as datasets
from timeline.roles import ROLES
from timeline.store import Store
from timeline.text.names import fold

Offered = list[tuple[str, str]]
"""Values with a word of help each."""


def _store(context: typer.Context) -> Store | None:
    named = context.find_root().params.get("dataset") or os.environ.get("TIMELINE_DATASET")
    with suppress(Exception):
        return open_store(datasets.find(named if named != "-" else None, Path.cwd()), caches())
    return None


def _beginning(values: Iterable[tuple[str, str]], incomplete: str) -> Offered:
    """Those that begin with what is typed, whatever the case, and are no code to a shell and no option."""
    typed = fold(incomplete)
    return [
        (value, told(words))
        for value, words in values
        if fold(value).startswith(typed) and not value.startswith("-") and harmless(value)
    ]


def event_ids(ctx: typer.Context, incomplete: str) -> Offered:
    """The ids of events, with their titles."""
    store = _store(ctx)
    return _beginning(store.titles(), incomplete) if store else []


def actor_names(ctx: typer.Context, incomplete: str) -> Offered:
    """The actors on this timeline first, then all that are known."""
    store = _store(ctx)
    if store is None:
        return []
    everybody = [(name, "") for name in store.actors.names()]
    return _beginning(store.actors.by_frequency(), incomplete) or _beginning(everybody, incomplete)


def facet_values(ctx: typer.Context, incomplete: str, facet: str) -> Offered:
    """The values of a facet that occur."""
    store = _store(ctx)
    return _beginning([(value, "") for value in store.values(facet)], incomplete) if store else []


def roles(ctx: typer.Context, incomplete: str) -> Offered:
    """The closed list of roles."""
    del ctx
    return _beginning([(role, "") for role in ROLES], incomplete)

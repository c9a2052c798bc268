"""From filters as typed to a query: names resolved, dates read, and messages about unknown names."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from timeline.filters import FACETS, Filters
from timeline.query import ActorTerm, FacetTerm, InvalidQuery, Query, UnknownName, Window
from timeline.roles import ROLES
from timeline.store import Store
from timeline.text.names import did_you_mean, fold

if TYPE_CHECKING:
    from timeline.store.actors import KnownActor


class ReadQuery(NamedTuple):
    """The query that filters stand for, with messages: `unknown` about names and values that do not occur
    (the query finds nothing for them), `notes` about how words were read as dates.
    """

    query: Query
    unknown: tuple[str, ...]
    notes: tuple[str, ...]


def read_query(filters: Filters, store: Store, today: str) -> ReadQuery:
    """The query. Words such as "last week" count from `today` (EDTF). Raises InvalidQuery for a date that is
    none, an unknown role and an ambiguous name.
    """
    unknown: list[str] = []
    windows, notes = _windows(filters, today)
    query = Query(
        actors=tuple(dict.fromkeys(_actor(typed, store, unknown) for typed in filters.actor)),
        roles=tuple(_role(role) for typed in filters.role for role in typed.split(",")),
        member_of=tuple(_actor(typed, store, unknown).ids or ("",) for typed in filters.member_of),
        windows=windows,
        facets=tuple(_facet_terms(filters, store, unknown)),
        text=filters.text or "",
        certain=filters.certain,
        direct=filters.direct,
        reverse=filters.reverse,
        limit=filters.limit,
    )
    return ReadQuery(query, tuple(unknown), tuple(notes))


def resolve_one(name: str, store: Store) -> "KnownActor":
    """The actor of that name. Raises InvalidQuery for an ambiguous name, UnknownName for an unknown one."""
    unknown: list[str] = []
    ids = list(_resolved(name, store, unknown))
    if not ids:
        raise UnknownName(unknown[0])
    return store.actors.named(ids[0])[0][0]


def _actor(typed: str, store: Store, unknown: list[str]) -> ActorTerm:
    """One `--actor`: the whole is tried first (`Korea, Republic of`), then its parts between commas."""
    known, resolves = store.actors.named(typed)
    if resolves:
        return ActorTerm(known[0].name, (known[0].id,))
    parts = [typed] if known else [part.strip() for part in typed.split(",") if part.strip()] or [typed]
    ids = [key for part in parts for key in _resolved(part, store, unknown)]
    return ActorTerm(typed, tuple(dict.fromkeys(ids)))


def _resolved(name: str, store: Store, unknown: list[str]) -> Iterator[str]:
    known, resolves = store.actors.named(name)
    if resolves:
        yield known[0].id
    elif known:
        candidates = " or ".join(f"{actor.name} ({actor.id})" for actor in known)
        raise InvalidQuery(f'"{name}" is ambiguous: {candidates}?')
    else:
        unknown.append(_with_hint(f'unknown actor "{name}"', did_you_mean(name, store.actors.names())))


def _with_hint(message: str, hint: str) -> str:
    return f"{message}; {hint}" if hint else message


def _role(typed: str) -> str:
    role = typed.strip().casefold()
    if role not in ROLES:
        hint = did_you_mean(role, ROLES) or f"one of: {', '.join(ROLES)}"
        raise InvalidQuery(f'--role: unknown role "{typed}"; {hint}')
    return role


def _windows(filters: Filters, today: str) -> tuple[tuple[Window, ...], list[str]]:
    """The windows of the dates that are given, and how words were read."""
    typed = (("since", filters.since), ("until", filters.until), ("on", filters.on))
    dates = {option: date for option, date in typed if date is not None}
    if not dates:
        return (), []
    from timeline.resolve.windows import between, window_of  # a listed seam: most questions name no date

    read = {option: window_of(option, date, today) for option, date in dates.items()}
    windows = {option: date.window for option, date in read.items()}
    if "since" in windows and "until" in windows:  # one window, not two conditions
        windows["since"] = between(windows["since"], windows.pop("until"))
    return tuple(windows.values()), [date.echo for date in read.values() if date.echo]


def _facet_terms(filters: Filters, store: Store, unknown: list[str]) -> Iterator[FacetTerm]:
    for facet in FACETS:
        if typed := facet.of(filters):
            yield FacetTerm(facet.name, tuple(_facet_values(facet.name, typed, store, unknown)))


def _facet_values(name: str, typed: tuple[str, ...], store: Store, unknown: list[str]) -> Iterator[str]:
    """The folded values. One that occurs nowhere matches no event, and a message says so."""
    known = store.values(name)
    folded = {fold(value) for value in known}
    for value in typed:
        parts = [value] if fold(value) in folded else [part for part in value.split(",") if part.strip()]
        for part in parts or [value]:
            yield fold(part)
            if fold(part) not in folded:
                message = f'no events of {name} "{part.strip()}"'
                unknown.append(_with_hint(message, did_you_mean(part.strip(), known)))

"""Turn filters as typed into a query: resolve names, read dates, collect messages about unknown names."""

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
    """A query with its messages: `unknown` about names and values that do not occur (the query finds nothing
    for them), `notes` about words that were read as dates.
    """

    query: Query
    unknown: tuple[str, ...]
    notes: tuple[str, ...]


class ReadDate(NamedTuple):
    """A date filter as read: its window, its EDTF, and a message that shows the EDTF where words were typed
    (else empty).
    """

    window: Window
    edtf: str
    echo: str


def read_query(filters: Filters, store: Store, today: str) -> ReadQuery:
    """The query for these filters. Words such as "last week" count from `today` (EDTF). Raises InvalidQuery
    for an invalid date, an unknown role and an ambiguous name.
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
    """The windows of the date filters, and notes about how words were read."""
    typed = (("since", filters.since), ("until", filters.until), ("on", filters.on))
    dates = {option: date for option, date in typed if date is not None}
    read_dates = {option: window_of(option, date, today) for option, date in dates.items()}
    windows = {option: date.window for option, date in read_dates.items()}
    if "since" in windows and "until" in windows:
        windows["since"] = _between(windows["since"], windows.pop("until"))
    return tuple(windows.values()), [date.echo for date in read_dates.values() if date.echo]


def window_of(option: str, typed: str, today: str) -> ReadDate:
    """The window of a date filter: `--since 2024` begins with the first day of 2024, `--until 2024` ends with
    the last. Words count from `today` (EDTF). Raises InvalidQuery.
    """
    from timeline.dates import (  # imported late: most queries have no date
        InvalidDate,
        parse,
        parse_plain,
        window,
    )
    from timeline.dates.phrases import read  # imported late: most dates are EDTF

    try:
        reading = read(typed, parse(today) if today else None)
        if reading.rule == "edtf":
            parse_plain(typed)
    except InvalidDate as error:
        raise InvalidQuery(f"--{option}: {error}") from None
    first, last = window(reading.date)
    days = Window(first if option != "until" else None, last if option != "since" else None)
    echo = f'--{option} "{typed}" is read as {reading.date.text}' if reading.rule != "edtf" else ""
    return ReadDate(days, reading.date.text, echo)


def _between(since: Window, until: Window) -> Window:
    """One window of `--since` and `--until`, so that an event must overlap both at once. Raises InvalidQuery
    where it has no day.
    """
    both = Window(since.since, until.until)
    if both.since is not None and both.until is not None and both.since > both.until:
        raise InvalidQuery("--since begins after --until ends: no day lies between them")
    return both


def _facet_terms(filters: Filters, store: Store, unknown: list[str]) -> Iterator[FacetTerm]:
    for facet in FACETS:
        if typed := facet.of(filters):
            yield FacetTerm(facet.name, tuple(_facet_values(facet.name, typed, store, unknown)))


def _facet_values(name: str, typed: tuple[str, ...], store: Store, unknown: list[str]) -> Iterator[str]:
    """The folded values. A value of no event gets a message."""
    known = store.values(name)
    folded = {fold(value) for value in known}
    for value in typed:
        parts = [value] if fold(value) in folded else [part for part in value.split(",") if part.strip()]
        for part in parts or [value]:
            yield fold(part)
            if fold(part) not in folded:
                message = f'no events of {name} "{part.strip()}"'
                unknown.append(_with_hint(message, did_you_mean(part.strip(), known)))

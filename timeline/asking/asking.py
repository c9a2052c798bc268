"""From what was typed to a query: names resolved, dates read, and a sentence for what is unknown."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from timeline.names import did_you_mean, fold
from timeline.query import ActorTerm, Query, Unclear, UnknownName, Window
from timeline.roles import ROLES
from timeline.store import Store
from timeline.store.people import Known


class Asked(NamedTuple):
    """The filters as typed. A value may hold several, parted by commas: any of them will do."""

    actors: tuple[str, ...] = ()
    member_of: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    dates: tuple[tuple[str, str], ...] = ()
    facets: Mapping[str, list[str]] = {}
    today: str = ""
    """The day from which words such as "last week" count, in EDTF."""


def query_of(asked: Asked, store: Store) -> tuple[Query, list[str]]:
    """The query, and sentences about names that nobody and nothing bears. Raises Unclear."""
    notes: list[str] = []
    facets = {field: tuple(_facet(field, values, store, notes)) for field, values in asked.facets.items()}
    query = Query(
        actors=tuple(dict.fromkeys(_actor(typed, store, notes) for typed in asked.actors)),
        roles=tuple(_role(role) for typed in asked.roles for role in typed.split(",")),
        member_of=tuple(_actor(typed, store, notes).ids or ("",) for typed in asked.member_of),
        windows=_windows(asked, notes),
        kinds=facets.get("kind", ()),
        topics=facets.get("topic", ()),
        places=facets.get("place", ()),
        sources=facets.get("source", ()),
        statuses=facets.get("status", ()),
    )
    return query, notes


def resolve_one(name: str, store: Store) -> Known:
    """The actor of that name. Raises Unclear where two bear it, UnknownName where nobody is called so."""
    notes: list[str] = []
    ids = list(_resolved(name, store, notes))
    if not ids:
        raise UnknownName(notes[0])
    return store.people.named(ids[0])[0][0]


def _actor(typed: str, store: Store, notes: list[str]) -> ActorTerm:
    """One `--actor`: the whole is tried first (`Korea, Republic of`), then what its commas part."""
    known, resolves = store.people.named(typed)
    if resolves:
        return ActorTerm(known[0].name, (known[0].id,))
    parts = [typed] if known else [part.strip() for part in typed.split(",") if part.strip()] or [typed]
    ids = [key for part in parts for key in _resolved(part, store, notes)]
    return ActorTerm(typed, tuple(dict.fromkeys(ids)))


def _resolved(name: str, store: Store, notes: list[str]) -> Iterator[str]:
    known, resolves = store.people.named(name)
    if resolves:
        yield known[0].id
    elif known:
        candidates = " or ".join(f"{actor.name} ({actor.id})" for actor in known)
        raise Unclear(f'"{name}" is not the name of one actor.\nWhich is meant: {candidates}?')
    else:
        guess = did_you_mean(name, store.people.names())
        notes.append(f'nobody is called "{name}"{f": {guess}" if guess else ""}')


def _role(typed: str) -> str:
    role = typed.strip().casefold()
    if role not in ROLES:
        raise Unclear(
            f'--role: "{typed}" is no role. {did_you_mean(role, ROLES) or "One of: " + ", ".join(ROLES)}'
        )
    return role


def _windows(asked: Asked, notes: list[str]) -> tuple[Window, ...]:
    if not asked.dates:
        return ()
    from timeline.asking.windows import between, window_of  # a listed seam: most questions name no date

    read = {option: window_of(option, typed, asked.today) for option, typed in asked.dates}
    notes += [one.echo for one in read.values() if one.echo]
    windows = {option: one.window for option, one in read.items()}
    if "since" in windows and "until" in windows:  # one stretch of time, and not two questions
        windows["since"] = between(windows["since"], windows.pop("until"))
    return tuple(windows.values())


def _facet(field: str, typed: list[str], store: Store, notes: list[str]) -> Iterator[str]:
    """The folded values of one filter; one that occurs nowhere finds nothing, and a sentence says so."""
    if not typed:
        return
    known = store.values(field)
    folded = {fold(value) for value in known}
    for one in typed:
        parts = [one] if fold(one) in folded else [part for part in one.split(",") if part.strip()] or [one]
        for part in parts:
            yield fold(part)
            if fold(part) not in folded:
                guess = did_you_mean(part.strip(), known)
                notes.append(f'no event has the {field} "{part.strip()}"{f": {guess}" if guess else ""}')

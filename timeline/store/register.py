"""The people of a compiled timeline: actors, their names, and who belonged to what when."""

import json
import sqlite3
from collections.abc import Iterable

from timeline.actors.registry import Actor
from timeline.evidence import Timeline

Row = tuple[str | int, ...]


def register(connection: sqlite3.Connection, timeline: Timeline) -> None:
    """Fill the tables of actors, names and memberships."""
    registry = timeline.registry
    own = {one.record.id for one in timeline.material.actors}
    actors: Iterable[Row] = (
        (actor.id, actor.name, actor.kind, _record(actor, actor.id in own))
        for actor in registry.actors.values()
    )
    connection.executemany("INSERT INTO actors VALUES (?, ?, ?, ?)", actors)
    connection.executemany("INSERT INTO names VALUES (?, ?, 1)", registry.spellings())
    connection.executemany("INSERT OR REPLACE INTO names VALUES (?, ?, 0)", registry.metonyms())
    spells: Iterable[Row] = (
        (one.member, group.id, one.first, one.last, one.sure_first, one.sure_last, one.when.text)
        for group in registry.actors.values()
        for one in group.members
    )
    connection.executemany("INSERT INTO memberships VALUES (?, ?, ?, ?, ?, ?, ?)", spells)


def _record(actor: Actor, own: bool) -> str:
    """What is known of an actor, for `timeline actor`."""
    names = [name for name in dict.fromkeys(actor.names) if name not in (actor.name, actor.id)]
    known = {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "names": names,
        "ambiguous": actor.ambiguous,
        "see": actor.see,
        "existed": actor.existed or None,
        "origin": "data/actors.yaml" if own else "built-in",
    }
    return json.dumps(known, ensure_ascii=True, separators=(",", ":"))

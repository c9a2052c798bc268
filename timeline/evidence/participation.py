"""Publish how an actor took part, and which parts of it (role, level, person) the quotations support."""

import re
from typing import Literal

from timeline.actors.registry import Actor
from timeline.documents.schema import ActorDocument, Evidence, PartDocument
from timeline.evidence.fields import actor_key
from timeline.evidence.model import LinkedEvent, Support
from timeline.evidence.runs import actor_runs, folded
from timeline.records import Participation

Part = Literal["role", "level", "by"]
_LEVELS = {
    "leader": "leaders?|presidents?|prime ministers?|chancellors?|premiers?|heads? of (?:state|government)",
    "deputy": r"deput(?:y|ies)|vice[- ]presidents?",
    "minister": r"ministers?|secretar(?:y|ies) of state",
    "official": r"officials?|advis[eo]rs?|spokes(?:man|woman|person)|envoys?|ambassadors?",
}
_LEVEL = {level: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for level, words in _LEVELS.items()}


def quoted_parts(participation: Participation, quotes: list[str]) -> list[Part]:
    """Those of `role`, `level` and `by` that the quotations supporting an actor name.

    A role counts when any quotation supports the actor, a level by its own words, a person by the full name
    or the last word of it.
    """
    parts: list[Part] = ["role"] if quotes else []
    if participation.level and any(_LEVEL[participation.level].search(quote) for quote in quotes):
        parts.append("level")
    if participation.by:
        surname = re.compile(rf"\b{re.escape(participation.by.split()[-1])}\b")
        if any(participation.by in quote or surname.search(quote) for quote in quotes):
            parts.append("by")
    return parts


def actor_document(name: str, participation: Participation, linked: LinkedEvent) -> ActorDocument:
    """An actor of an event; `name` is the one that the record uses."""
    actor = linked.actors[name]
    known = actor if isinstance(actor, Actor) else None
    key = actor_key(name, linked.actors)
    evidence, quotes = linked.fields[f"actors.{key}"].evidence, linked.quotes_of(f"actors.{key}")
    parts = quoted_parts(participation, quotes)
    usual_name = known.name if known else name
    return {
        "id": key,
        "name": usual_name,
        "kind": known.kind if known else None,
        "roles": list(participation.roles),
        "by": participation.by,
        "level": participation.level,
        "quoted_parts": parts,
        "evidence": evidence,
        "runs": actor_runs(usual_name, participation, parts, evidence, [*map(folded, quotes)]),
    }


def part_documents(actor: ActorDocument, linked: LinkedEvent) -> list[PartDocument]:
    """The evidence of each part of an actor's participation that the record has."""
    support = linked.fields[f"actors.{actor['id']}"]
    parts: list[Part] = ["role"]
    parts += ["level"] if actor["level"] else []
    parts += ["by"] if actor["by"] else []
    return [{"part": part, "evidence": _evidence_of(part, actor, support)} for part in parts]


def _evidence_of(part: Part, actor: ActorDocument, support: Support) -> Evidence:
    """The evidence of role, level or by. A part that no quotation names is the curator's where a note
    supports the actor.
    """
    if part in actor["quoted_parts"] or support.evidence not in ("quoted", "partly"):
        return support.evidence
    return "curator" if support.notes else "unsupported"

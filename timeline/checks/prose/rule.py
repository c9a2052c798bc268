"""Titles and summaries against what their events can call upon."""

from collections.abc import Iterator
from typing import NamedTuple

from timeline.actors.registry import Actor
from timeline.checks.context import Context
from timeline.checks.prose.evidence import Evidence
from timeline.checks.prose.tokens import Token, tokens
from timeline.checks.rules.quotes import is_cut
from timeline.evidence import LinkedEvent
from timeline.problems import Location, Problem
from timeline.quotes import Lost
from timeline.readers.nodes import Part, Scalar, locate, place, word_place

_MOST = 8
"""So many numbers a message offers."""


class Claim(NamedTuple):
    """Something in the prose of an event that must be proved: where the text is written, the text, what."""

    path: tuple[Part, ...]
    text: str
    token: Token


def unsupported_prose(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """A title or a sentence of a summary says more than the event can prove: a number, a date, a capitalised
    name or a quoted phrase that stands in none of its quotes and notes, nor in its actors, place or date.
    Numbers are compared by value, states by actor (Japanese is Japan), dates by their days. An event without
    quotes is openly the curator's, and its prose is not compared.

    Example: `3 percent` in a summary whose quotes and notes all say `5 percent`
    Fix: correct the prose; or quote the words that say it; or let a curator's note say it, with `see:`.
    """
    found = context.once(claims, linked)
    if not found:
        return
    evidence = Evidence(linked, context)
    for claim in found:
        if not evidence.proves(claim.token, claim.text):
            yield _problem(claim, linked, evidence)


def prose_tokens(linked: LinkedEvent, context: Context) -> int:
    """How many numbers, dates, names and quoted phrases of its title and summary are checked."""
    return len(context.once(claims, linked))


def claims(linked: LinkedEvent, context: Context) -> list[Claim]:
    """What must be proved in the title and the summary of an event, as far as it can be judged."""
    if not _can_be_judged(linked):
        return []
    mentions = context.known.mentions
    found = [Claim(path, text, token) for path, text in _prose(linked) for token in tokens(text, mentions)]
    # A word at the head of a sentence is a name where it is one in mid-sentence.
    names = {word for claim in found if not claim.token.lone for word in claim.token.words}
    return [claim for claim in found if not claim.token.lone or names.issuperset(claim.token.words)]


def _can_be_judged(linked: LinkedEvent) -> bool:
    """Whether the prose has quotes to be held against, and all of them: one mistake is one problem. An event
    without quotes is openly the curator's, in every word.
    """
    broken = any(isinstance(quote.outcome, Lost) or is_cut(quote, linked) for quote in linked.quotes)
    unknown = any(not isinstance(found, Actor) for found in linked.actors.values())
    return bool(linked.quotes) and not broken and not unknown


def _prose(linked: LinkedEvent) -> Iterator[tuple[tuple[Part, ...], str]]:
    """The title and the sentences for which somebody answers, each with where it is written."""
    yield ("title",), linked.record.title
    for number, sentence in enumerate(linked.record.summary):
        if linked.fields[f"summary.{number + 1}"].evidence != "unsupported":
            yield ("summary", number), sentence


def _problem(claim: Claim, linked: LinkedEvent, evidence: Evidence) -> Problem:
    token = claim.token
    shown = " ".join(claim.text[token.start : token.end].split())
    kind = "name" if token.kind == "actor" else token.kind
    said = evidence.numbers_said() if token.number else []
    return Problem(
        _place(claim, linked),
        "unsupported-prose",
        f"no quote and no note of {linked.record.id} has the {kind} {_marked(shown)}",
        "correct it; or quote the words that say it; or say it in a curator's note, with see:",
        (f"the numbers there: {', '.join(said[:_MOST])}",) if said else (),
        linked.record.id,
    )


def _marked(shown: str) -> str:
    return shown if not shown[0].isalnum() else f'"{shown}"'


def _place(claim: Claim, linked: LinkedEvent) -> Location:
    """Where the token begins in the file, in the line as it is folded there."""
    tree, node = linked.event.tree, locate(linked.event.node, claim.path)
    number = len(claim.text[: claim.token.start + 1].split()) - 1
    where = word_place(tree, node, number) if isinstance(node, Scalar) else None
    if where is None:
        return place(tree.file, node)
    line = tree.lines[where.line - 1]
    shown = claim.text[claim.token.start : claim.token.end]
    first = shown.split()[0]
    column = line.find(first, where.column - 1, where.column - 1 + where.width)
    if column < 0:
        return where
    whole = shown if line.startswith(shown, column) else first
    return Location(tree.file, where.line, column + 1, len(whole))

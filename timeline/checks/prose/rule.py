"""The rule `unsupported-prose`: titles and summaries are compared with what their events prove."""

from collections.abc import Iterator
from typing import NamedTuple

from timeline.actors.registry import Actor
from timeline.checks.context import Context
from timeline.checks.prose.evidence import ProseEvidence
from timeline.checks.prose.tokens import Token, tokens
from timeline.checks.rules.quotes import is_cut
from timeline.evidence import LinkedEvent
from timeline.problems import Location, Problem
from timeline.quotes import Lost
from timeline.readers.nodes import Part, Scalar, locate, place, word_place

_MAX_NUMBERS_LISTED = 8
"""Numbers of the quotes that a message lists."""


class Claim(NamedTuple):
    """A token that the prose of an event must prove, with its text and the path of the text."""

    path: tuple[Part, ...]
    text: str
    token: Token


def unsupported_prose(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """A title or a sentence of a summary states more than the event proves: a number, a date, a capitalised
    name or a quoted phrase that is in none of its quotes and notes, nor in its actors, place or date. Numbers
    are compared by value, states by actor (Japanese is Japan), dates by their days. An event without quotes
    is entirely the curator's, and its prose is not compared.

    Example: `3 percent` in a summary whose quotes and notes all have `5 percent`
    Fix: correct the prose; or quote the words that state it; or add a curator's note that states it, with
    `see:`.
    """
    found = context.cached(claims, linked)
    if not found:
        return
    evidence = ProseEvidence(linked, context)
    for claim in found:
        if not evidence.proves(claim.token, claim.text):
            yield _problem(claim, linked, evidence)


def prose_tokens(linked: LinkedEvent, context: Context) -> int:
    """How many numbers, dates, names and quoted phrases of its title and summary are compared."""
    return len(context.cached(claims, linked))


def claims(linked: LinkedEvent, context: Context) -> list[Claim]:
    """What must be proved in the title and the summary of an event, as far as they can be compared."""
    if not _can_be_compared(linked):
        return []
    mentions = context.actor_index.mentions
    found = [Claim(path, text, token) for path, text in _prose(linked) for token in tokens(text, mentions)]
    # A word at the start of a sentence is a name if it is one in the middle of another sentence.
    names = {word for claim in found if not claim.token.lone for word in claim.token.words}
    return [claim for claim in found if not claim.token.lone or names.issuperset(claim.token.words)]


def _can_be_compared(linked: LinkedEvent) -> bool:
    """Whether there are quotes to compare with, and none of them has a problem of its own: one mistake is one
    problem.
    """
    broken = any(isinstance(quote.outcome, Lost) or is_cut(quote, linked) for quote in linked.quotes)
    unresolved = any(not isinstance(actor, Actor) for actor in linked.actors.values())
    return bool(linked.quotes) and not broken and not unresolved


def _prose(linked: LinkedEvent) -> Iterator[tuple[tuple[Part, ...], str]]:
    """The title and the sentences that have evidence, each with its path in the record."""
    yield ("title",), linked.record.title
    for number, sentence in enumerate(linked.record.summary):
        if linked.fields[f"summary.{number + 1}"].evidence != "unsupported":
            yield ("summary", number), sentence


def _problem(claim: Claim, linked: LinkedEvent, evidence: ProseEvidence) -> Problem:
    token = claim.token
    shown = " ".join(claim.text[token.start : token.end].split())
    kind = "name" if token.kind == "actor" else token.kind
    in_quotes = evidence.numbers_in_quotes() if token.number else []
    listed = ", ".join(in_quotes[:_MAX_NUMBERS_LISTED])
    return Problem(
        _location(claim, linked),
        "unsupported-prose",
        f"the {kind} {_in_quotation_marks(shown)} is in no quote or note of {linked.record.id}",
        "correct it; or quote the words that state it; or add a curator's note that states it, with see:",
        (f"numbers in the quotes and notes: {listed}",) if listed else (),
        linked.record.id,
    )


def _in_quotation_marks(shown: str) -> str:
    """A token in quotation marks, unless it has its own."""
    return shown if not shown[0].isalnum() else f'"{shown}"'


def _location(claim: Claim, linked: LinkedEvent) -> Location:
    """Where the token begins in the file, on its line of a folded text."""
    tree, node = linked.event.tree, locate(linked.event.node, claim.path)
    number = len(claim.text[: claim.token.start + 1].split()) - 1
    word = word_place(tree, node, number) if isinstance(node, Scalar) else None
    if word is None:
        return place(tree.file, node)
    line = tree.lines[word.line - 1]
    shown = claim.text[claim.token.start : claim.token.end]
    first = shown.split()[0]
    column = line.find(first, word.column - 1, word.column - 1 + word.width)
    if column < 0:
        return word
    width = len(shown) if line.startswith(shown, column) else len(first)
    return Location(tree.file, word.line, column + 1, width)

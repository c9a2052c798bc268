"""The gate: the items of a tree become records, and what is wrong with them becomes problems with places."""

import re
from bisect import bisect_left
from collections.abc import Sequence as Items
from itertools import islice
from sys import intern
from typing import Generic, NamedTuple, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from timeline.dates import NotADate
from timeline.names import did_you_mean
from timeline.problems import Location, Problem
from timeline.records.crowding import crowded
from timeline.records.fields import Record
from timeline.records.keys import allowed_in, required, singular
from timeline.records.patience import Patience
from timeline.tree import Mapping, Node, Part, Scalar, Sequence, Tree, key_of, locate, place, plain

R = TypeVar("R", bound=Record)
MOST = 100
"""Faults of one record, or keys on top of a file, that are listed."""


class Admitted(NamedTuple, Generic[R]):
    """A record and where it stands."""

    record: R
    node: Mapping
    tree: Tree


def admit(
    tree: Tree, key: str, model: type[R], known: Items[Problem], patience: Patience | None = None
) -> tuple[list[Admitted[R]], list[Problem]]:
    """The records in the list `key` of a file, and what is wrong with the others.

    `known` are problems that the reader has found: an item in which one lies is left out, and nothing is
    said twice of one place. One bad record never hides the good ones, unless `patience` with the file, of
    which this may be a piece, is lost.
    """
    patience = patience or Patience()
    said = sorted(problem.location[1:3] for problem in known if problem.location.file == tree.file)
    places = set(said)
    items, top = _items(tree, key, whole=not said)
    problems = patience.keep(tree.file, _unsaid(top, places))
    admitted: list[Admitted[R]] = []
    for item in items:
        if patience.lost:
            break
        record, found = _record(tree, item, model)
        before = len(admitted)
        if record is not None and isinstance(item, Mapping) and not _spoiled(item, said):
            admitted.append(Admitted(record, item, tree))
        patience.note(good=len(admitted) > before)
        problems += patience.keep(tree.file, _unsaid(found, places))
    return admitted, problems


def _unsaid(found: list[Problem], places: set[tuple[int, int]]) -> list[Problem]:
    """The problems that the reader has not found at the same place."""
    if not places:
        return found
    return [one for one in found if one.rule == "missing-key" or one.location[1:3] not in places]


def _spoiled(item: Mapping, said: list[tuple[int, int]]) -> bool:
    """Whether one of these places lies inside the item."""
    index = bisect_left(said, (item.line, item.column))
    return index < len(said) and said[index] < item.end


def count(tree: Tree, key: str) -> int:
    """How many records a file holds, good or bad."""
    return len(_items(tree, key, whole=True)[0])


def _items(tree: Tree, key: str, *, whole: bool) -> tuple[list[Node], list[Problem]]:
    """The list under `key` of the top mapping, and what is wrong with the top. Of a file that is not read
    whole it is not said what is missing.
    """
    root = tree.root
    wanted = f'a mapping with "format: 1" and "{key}:" stands on top of this file'
    if not isinstance(root, Mapping):
        problem = Problem(place(tree.file, root), "wrong-shape", f"no mapping on top: {wanted}", wanted)
        return [], [problem] if whole else []
    problems = [
        Problem(
            place(tree.file, entry.key),
            "unknown-key",
            f'"{name}" is no key on top of this file',
            did_you_mean(name, ["format", key]) or wanted,
        )
        for name, entry in islice(root.entries.items(), MOST)
        if name not in ("format", key)
    ]
    if len(root.entries) > MOST:
        message = f"{len(root.entries):,} keys stand on top of this file; there are two"
        problems.append(Problem(place(tree.file, root), "wrong-shape", message, wanted))
    form = root.get("format")
    if (form or whole) and not (isinstance(form, Scalar) and form.text == "1"):
        where = place(tree.file, form) if form else Location(tree.file, root.line, root.column)
        problems.append(Problem(where, "wrong-format", 'this file does not say "format: 1"', wanted))
    items = root.get(key)
    if isinstance(items, Sequence):
        return items.items, problems
    if items is None and whole:
        where = Location(tree.file, root.line, root.column)
        problems.append(Problem(where, "missing-key", f'there is no "{key}:" on top', wanted))
    elif items is not None and not (isinstance(items, Scalar) and not items.text):
        problems.append(Problem(place(tree.file, items), "wrong-shape", f'"{key}" is not a list', wanted))
    return [], problems


def _record(tree: Tree, item: Node, model: type[R]) -> tuple[R | None, list[Problem]]:
    if not isinstance(item, Mapping):
        message = f"{_what(item)} stands where a record is wanted"
        hint = f"write it as a mapping: {', '.join(required(model))}, ..."
        return None, [Problem(place(tree.file, item), "wrong-shape", message, hint)]
    too_many = crowded(tree, item)
    if too_many:
        return None, [too_many]
    values = plain(item)
    if not values:
        hint = f"write it whole: {', '.join(required(model))}, ..."
        return None, [Problem(place(tree.file, item), "wrong-shape", "nothing stands in this record", hint)]
    try:
        return model.model_validate(values), []
    except ValidationError as error:
        name = item.get("id")
        event = name.text if isinstance(name, Scalar) else ""
        details = error.errors(include_url=False)
        problems = [_shared(_problem(tree, item, detail, model), event) for detail in details[:MOST]]
        if len(details) > MOST:
            rest = f"this record has {len(details) - MOST:,} more faults, which are not listed"
            problems.append(Problem(place(tree.file, item), "wrong-shape", rest, "correct it", event=event))
        return None, problems


def _shared(problem: Problem, event: str) -> Problem:
    """A problem of an event; thousands have the same words, and these are kept once."""
    return problem._replace(message=intern(problem.message), hint=intern(problem.hint), event=event)


def _problem(tree: Tree, item: Mapping, detail: ErrorDetails, model: type[Record]) -> Problem:
    path: tuple[Part, ...] = tuple(part for part in detail["loc"] if part != "[key]")
    node = locate(item, path)
    name = str(path[-1]) if path else ""
    kind = detail["type"]
    if kind == "missing":
        hint = f'add "{name}: ..." to it'
        return Problem(place(tree.file, node), "missing-key", f'"{name}" is missing', hint)
    if kind == "extra_forbidden":
        key = key_of(locate(item, path[:-1]), name)
        allowed = allowed_in(model, path[:-1])
        hint = did_you_mean(name, allowed) or f"allowed here: {', '.join(allowed)}"
        return Problem(place(tree.file, key or node), "unknown-key", f'"{name}" is no key of this', hint)
    if detail["loc"][-1:] == ("[key]",):
        path = path[:-1]
        node = key_of(locate(item, path), name) or node
    return _value_problem(tree, node, path, detail)


def _value_problem(tree: Tree, node: Node, path: tuple[Part, ...], detail: ErrorDetails) -> Problem:
    name = next((part for part in reversed(path) if isinstance(part, str)), "this")
    where = place(tree.file, node)
    context = detail.get("ctx", {})
    if detail["type"] == "literal_error" and isinstance(node, Scalar):
        allowed = [word.strip("'") for word in str(context["expected"]).replace(" or ", ", ").split(", ")]
        hint = did_you_mean(node.text, allowed) or f"one of: {', '.join(allowed)}"
        return Problem(where, "bad-value", f'"{node.text}" is no {singular(name)}', hint)
    if detail["type"] == "value_error":
        sentence = str(context["error"])
        if isinstance(context["error"], NotADate):
            return _bad_date(where, node, sentence)
        return Problem(where, "bad-value", f"{name}: {sentence}", "correct it")
    if detail["type"] == "too_short":
        return Problem(where, "bad-value", f"{name}: it is empty", f"name at least one {singular(name)}")
    wanted = _WANTED.get(detail["type"], "another shape")
    message = f"{name}: {_what(node)} stands where {wanted} is wanted"
    return Problem(where, "wrong-shape", message, f"write {wanted} here")


def _bad_date(where: Location, node: Node, sentence: str) -> Problem:
    """A text that is no date, and what to write for it: what its words come to, else two examples."""
    from timeline.dates.phrases import suggestions  # a listed seam: only where a date is wrong

    if not isinstance(node, Scalar):
        return Problem(where, "bad-date", sentence, "put it in quotation marks")
    found = suggestions(node.text)
    if not found:
        return Problem(where, "bad-date", sentence, "write a date in EDTF, such as 2025-06-24 or 2025-06~")
    written = " or ".join(f'"{date}"' if date[0] in "[{" else date for date in found)
    decade = " (a decade)" if re.fullmatch("[0-9]{3}X", found[-1]) else ""
    if any(character.isalpha() or character == "/" for character in node.text):
        sentence = f"{node.text}: not written in EDTF"
    return Problem(where, "bad-date", sentence, f"write {written}{decade}")


_WANTED = {
    "string_type": "a text",
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "literal_error": "a word",
}


def _what(node: Node) -> str:
    if isinstance(node, Scalar):
        return "a text" if node.text else "nothing"
    return "a list" if isinstance(node, Sequence) else "a mapping"

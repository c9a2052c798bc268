"""The gate: the items of a tree become records, and what is wrong with them becomes problems with places."""

from bisect import bisect_left
from collections.abc import Sequence as Items
from typing import Generic, NamedTuple, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from timeline.dates import NotADate
from timeline.names import did_you_mean
from timeline.problems import Location, Problem
from timeline.records.crowding import crowded
from timeline.records.fields import Record
from timeline.tree import Mapping, Node, Part, Scalar, Sequence, Tree, key_of, locate, place, plain

R = TypeVar("R", bound=Record)
MOST = 100
"""Faults of one record that are listed."""


class Admitted(NamedTuple, Generic[R]):
    """A record and where it stands."""

    record: R
    node: Mapping
    tree: Tree


def admit(
    tree: Tree, key: str, model: type[R], known: Items[Problem]
) -> tuple[list[Admitted[R]], list[Problem]]:
    """The records in the list `key` of a file, and what is wrong with the others.

    `known` are problems that the reader has found: an item in which one lies is left out, and nothing is
    said twice of one place. One bad record never hides the good ones.
    """
    said = sorted(problem.location[1:3] for problem in known if problem.location.file == tree.file)
    items, problems = _items(tree, key, whole=not said)
    admitted: list[Admitted[R]] = []
    for item in items:
        record, found = _record(tree, item, model)
        problems += found
        if record is not None and isinstance(item, Mapping) and not _spoiled(item, said):
            admitted.append(Admitted(record, item, tree))
    places = set(said)
    return admitted, [
        problem
        for problem in problems
        if problem.rule == "missing-key" or problem.location[1:3] not in places
    ]


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
        for name, entry in root.entries.items()
        if name not in ("format", key)
    ]
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
        hint = f"write it as a mapping: {', '.join(_required(model))}, ..."
        return None, [Problem(place(tree.file, item), "wrong-shape", message, hint)]
    too_many = crowded(tree, item)
    if too_many:
        return None, [too_many]
    try:
        return model.model_validate(plain(item)), []
    except ValidationError as error:
        name = item.get("id")
        event = name.text if isinstance(name, Scalar) else ""
        details = error.errors(include_url=False)
        problems = [_problem(tree, item, detail, model)._replace(event=event) for detail in details[:MOST]]
        if len(details) > MOST:
            rest = f"this record has {len(details) - MOST:,} more faults, which are not listed"
            problems.append(Problem(place(tree.file, item), "wrong-shape", rest, "correct it", event=event))
        return None, problems


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
        allowed = _allowed(model, path[:-1])
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
        return Problem(where, "bad-value", f'"{node.text}" is no {_singular(name)}', hint)
    if detail["type"] == "value_error":
        sentence = str(context["error"])
        if isinstance(context["error"], NotADate):
            return Problem(
                where, "bad-date", sentence, "write a date in EDTF, such as 2025-06-24 or 2025-06~"
            )
        return Problem(where, "bad-value", f"{name}: {sentence}", "correct it")
    if detail["type"] == "too_short":
        return Problem(where, "bad-value", f"{name}: it is empty", f"name at least one {_singular(name)}")
    wanted = _WANTED.get(detail["type"], "another shape")
    message = f"{name}: {_what(node)} stands where {wanted} is wanted"
    return Problem(where, "wrong-shape", message, f"write {wanted} here")


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


def _singular(name: str) -> str:
    return name.removesuffix("s") if name != "status" else name


def _required(model: type[Record]) -> list[str]:
    return [name for name, field in model.model_fields.items() if field.is_required()]


def _allowed(model: type[Record], path: tuple[Part, ...]) -> list[str]:
    """The keys of the record at `path`, read out of the models themselves."""
    found: type[Record] = model
    for part in path:
        if isinstance(part, str) and part in found.model_fields:
            inner = _record_in(found.model_fields[part].annotation)
            found = inner or found
    return list(found.model_fields)


def _record_in(annotation: object) -> type[Record] | None:
    """The record model inside `list[Place]`, `dict[str, Participation]` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    arguments: tuple[object, ...] = getattr(annotation, "__args__", ())
    return next((found for argument in arguments if (found := _record_in(argument))), None)

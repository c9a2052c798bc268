"""Validate the nodes of a file: valid items become records, everything else a problem with its place."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from collections.abc import Sequence as Items
from itertools import islice
from sys import intern
from typing import Generic, Literal, NamedTuple, TypeVar, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from timeline.dates import InvalidDate
from timeline.problems import Location, Problem
from timeline.readers.nodes import Mapping, Node, Part, Scalar, Sequence, Tree, key_of, locate, place, plain
from timeline.records.fields import Record
from timeline.records.limits import FileBudget, oversized_list
from timeline.text.names import did_you_mean

R = TypeVar("R", bound=Record)
Path = tuple[Part, ...]
_MAX_LISTED = 100
"""Problems of one record, or unknown keys at the top of a file, that are listed."""


class Located(NamedTuple, Generic[R]):
    """A record and its place in a file."""

    record: R
    node: Mapping
    tree: Tree


def validate_records(
    tree: Tree, key: str, model: type[R], known: Items[Problem], budget: FileBudget | None = None
) -> tuple[list[Located[R]], list[Problem]]:
    """The valid records in the list `key` of a file, and the problems of the others.

    `known` are problems that the reader found. An item that contains one of them is left out, and no second
    problem is reported at the same place. One invalid record never hides the valid ones, unless the `budget`
    of the file is exhausted (`tree` may be one block of the file).
    """
    budget = budget or FileBudget()
    known_positions = sorted(problem.location[1:3] for problem in known if problem.location.file == tree.file)
    reported = set(known_positions)
    items, top_problems = _items(tree, key, whole=not known_positions)
    problems = budget.keep(tree.file, _unreported(top_problems, reported))
    records: list[Located[R]] = []
    for item in items:
        if budget.exhausted:
            break
        record, record_problems = _record(tree, item, model)
        before = len(records)
        if record is not None and isinstance(item, Mapping) and not _contains(item, known_positions):
            records.append(Located(record, item, tree))
        budget.count_record(valid=len(records) > before)
        problems += budget.keep(tree.file, _unreported(record_problems, reported))
    return records, problems


def _unreported(problems: list[Problem], reported: set[tuple[int, int]]) -> list[Problem]:
    """The problems at places where the reader found none."""
    if not reported:
        return problems
    return [
        problem
        for problem in problems
        if problem.rule == "missing-key" or problem.location[1:3] not in reported
    ]


def _contains(item: Mapping, positions: list[tuple[int, int]]) -> bool:
    """Whether one of these sorted positions lies inside the item."""
    index = bisect_left(positions, (item.line, item.column))
    return index < len(positions) and positions[index] < item.end


def count(tree: Tree, key: str) -> int:
    """The number of records in a file, valid or not."""
    return len(_items(tree, key, whole=True)[0])


def _items(tree: Tree, key: str, *, whole: bool) -> tuple[list[Node], list[Problem]]:
    """The list under `key` of the top mapping, and the problems of the top. Nothing is reported as missing
    from a file that was not read to its end (`whole`).
    """
    root = tree.root
    hint = f'write "format: 1" and "{key}:" at the top of this file'
    if not isinstance(root, Mapping):
        message = f"expected a mapping at the top of this file, found {_kind_of(root)}"
        problem = Problem(place(tree.file, root), "wrong-type", message, hint, unread=True)
        return [], [problem] if whole else []
    problems = [*_unknown_top_keys(tree, root, key, hint), *_format_problems(tree, root, hint, whole=whole)]
    items = root.get(key)
    if isinstance(items, Sequence):
        return items.items, problems
    if items is None and whole:
        top = Location(tree.file, root.line, root.column)
        problems.append(Problem(top, "missing-key", f'missing key "{key}" at the top of this file', hint))
    elif items is not None and not (isinstance(items, Scalar) and not items.text):
        message = f"{key}: expected a list, found {_kind_of(items)}"
        problems.append(Problem(place(tree.file, items), "wrong-type", message, hint, unread=True))
    return [], problems


def _unknown_top_keys(tree: Tree, root: Mapping, key: str, hint: str) -> Iterator[Problem]:
    for name, entry in islice(root.entries.items(), _MAX_LISTED):
        if name not in ("format", key):
            message = f'unknown key "{name}" at the top of this file'
            suggestion = did_you_mean(name, ["format", key])
            yield Problem(place(tree.file, entry.key), "unknown-key", message, suggestion or hint)
    if len(root.entries) > _MAX_LISTED:
        message = f"{len(root.entries):,} keys at the top of this file, expected two"
        yield Problem(place(tree.file, root), "wrong-type", message, hint)


def _format_problems(tree: Tree, root: Mapping, hint: str, *, whole: bool) -> Iterator[Problem]:
    version = root.get("format")
    if version is None and whole:
        top = Location(tree.file, root.line, root.column)
        yield Problem(top, "wrong-format", 'missing "format: 1" at the top of this file', hint)
    elif version is not None and not (isinstance(version, Scalar) and version.text == "1"):
        message = 'unknown format, expected "format: 1"'
        yield Problem(place(tree.file, version), "wrong-format", message, hint)


def _record(tree: Tree, item: Node, model: type[R]) -> tuple[R | None, list[Problem]]:
    if not isinstance(item, Mapping):
        message = f"expected a record, found {_kind_of(item)}"
        hint = f"write a mapping: {', '.join(_required_keys(model))}, ..."
        return None, [Problem(place(tree.file, item), "wrong-type", message, hint)]
    oversized = oversized_list(tree, item)
    if oversized:
        return None, [oversized]
    values = plain(item)
    if not values:
        hint = f"add its keys: {', '.join(_required_keys(model))}, ..."
        return None, [Problem(place(tree.file, item), "wrong-type", "empty record", hint)]
    try:
        return model.model_validate(values), []
    except ValidationError as error:
        return None, _record_problems(tree, item, error.errors(include_url=False, include_input=False), model)


def _record_problems(tree: Tree, item: Mapping, details: list[ErrorDetails], model: type[R]) -> list[Problem]:
    name = item.get("id")
    event = name.text if isinstance(name, Scalar) else ""
    problems = [_interned(_problem(tree, item, detail, model), event) for detail in details[:_MAX_LISTED]]
    if len(details) > _MAX_LISTED:
        message = f"this record has {len(details) - _MAX_LISTED:,} more problems, which are not listed"
        hint = "fix the listed ones first"
        problems.append(Problem(place(tree.file, item), "wrong-type", message, hint, event=event))
    return problems


def _interned(problem: Problem, event: str) -> Problem:
    """A problem of an event; thousands have the same words, which are kept in memory once."""
    return problem._replace(message=intern(problem.message), hint=intern(problem.hint), event=event)


def _problem(tree: Tree, item: Mapping, detail: ErrorDetails, model: type[Record]) -> Problem:
    path: Path = tuple(part for part in detail["loc"] if part != "[key]")
    node = locate(item, path)
    name = str(path[-1]) if path else ""
    if detail["type"] == "missing":
        hint = f'add "{name}: ..."'
        return Problem(place(tree.file, node), "missing-key", f'missing key "{name}"', hint)
    if detail["type"] == "extra_forbidden":
        key = key_of(locate(item, path[:-1]), name)
        allowed = _allowed_keys(model, path[:-1])
        hint = did_you_mean(name, allowed) or f"use one of: {', '.join(allowed)}"
        return Problem(place(tree.file, key or node), "unknown-key", f'unknown key "{name}"', hint)
    if detail["loc"][-1:] == ("[key]",):
        path = path[:-1]
        node = key_of(locate(item, path), name) or node
    return _value_problem(tree, node, path, detail, model)


def _value_problem(tree: Tree, node: Node, path: Path, detail: ErrorDetails, model: type[Record]) -> Problem:
    name = next((part for part in reversed(path) if isinstance(part, str)), "this")
    location = place(tree.file, node)
    if detail["type"] == "literal_error" and isinstance(node, Scalar):
        allowed = _allowed_words(model, detail["loc"])
        hint = did_you_mean(node.text, allowed) or f"use one of: {', '.join(allowed)}"
        return Problem(location, "bad-value", f'unknown {_singular(name)} "{node.text}"', hint)
    if detail["type"] == "value_error":
        error = detail.get("ctx", {})["error"]
        if isinstance(error, InvalidDate):
            return _bad_date(location, node, str(error))
        return Problem(location, "bad-value", f"{name}: {error}", "correct this value")
    if detail["type"] == "too_short":
        hint = f"add at least one {_singular(name)}"
        return Problem(location, "bad-value", f"{name}: must not be empty", hint)
    expected = _EXPECTED.get(detail["type"], "another type of value")
    message = f"{name}: expected {expected}, found {_kind_of(node)}"
    return Problem(location, "wrong-type", message, f"write {expected} here")


def _bad_date(location: Location, node: Node, message: str) -> Problem:
    """A value that is not a date. The hint has the dates that its words can mean, else two examples."""
    from timeline.dates.phrases import suggestions  # imported late: only where a date is invalid

    if not isinstance(node, Scalar):
        return Problem(location, "bad-date", message, "put it in quotation marks")
    dates = suggestions(node.text)
    if not dates:
        return Problem(location, "bad-date", message, "write a date in EDTF, such as 2025-06-24 or 2025-06~")
    written = " or ".join(f'"{date}"' if date[0] in "[{" else date for date in dates)
    decade = " (a decade)" if re.fullmatch("[0-9]{3}X", dates[-1]) else ""
    if any(character.isalpha() or character == "/" for character in node.text):
        message = f"{node.text}: not written in EDTF"
    return Problem(location, "bad-date", message, f"write {written}{decade}")


_EXPECTED = {
    "string_type": "a string",
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "literal_error": "a word",
}


def _kind_of(node: Node) -> str:
    if isinstance(node, Scalar):
        return "a string" if node.text else "nothing"
    return "a list" if isinstance(node, Sequence) else "a mapping"


def _singular(key: str) -> str:
    """What a message calls one value under a key: a role of `roles`."""
    return {"status": "status", "links": "link type"}.get(key, key.removesuffix("s"))


def _required_keys(model: type[Record]) -> list[str]:
    return [name for name, field in model.model_fields.items() if field.is_required()]


def _allowed_keys(model: type[Record], path: Path) -> list[str]:
    """The keys of the record at `path` inside of `model`."""
    record = model
    for part in path:
        if isinstance(part, str) and part in record.model_fields:
            record = _record_type(record.model_fields[part].annotation) or record
    return list(record.model_fields)


def _record_type(annotation: object) -> type[Record] | None:
    """The record model inside `list[Place]`, `dict[str, Participation]` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    arguments: tuple[object, ...] = getattr(annotation, "__args__", ())
    return next((record for argument in arguments if (record := _record_type(argument))), None)


def _allowed_words(model: type[Record], path: Path) -> list[str]:
    """The words that the type at `path` allows; `[key]` at the end of a path means the keys of a mapping."""
    annotation: object = model
    for number, part in enumerate(path):
        if part != "[key]":
            annotation = _type_at(annotation, part, key=path[number + 1 : number + 2] == ("[key]",))
    return list(_literals(annotation))


def _type_at(annotation: object, part: Part, *, key: bool) -> object:
    """The type at `part` of a record, list or mapping; with `key` the type of a mapping's keys."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        field = annotation.model_fields.get(str(part))
        return field.annotation if field else None
    arguments = get_args(annotation)
    if get_origin(annotation) is dict:
        return arguments[0 if key else 1]
    if get_origin(annotation) is list:
        return arguments[0]
    # In Annotated[...] and Optional the type of the value comes first.
    return _type_at(arguments[0], part, key=key) if arguments else None


def _literals(annotation: object) -> Iterator[str]:
    arguments = get_args(annotation)
    if get_origin(annotation) is Literal:
        yield from (word for word in arguments if isinstance(word, str))
        return
    for argument in arguments:
        yield from _literals(argument)

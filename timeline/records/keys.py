"""Which keys a record may have and must have, read out of the models themselves."""

from collections.abc import Iterator
from typing import Literal, get_args, get_origin

from timeline.readers.nodes import Part
from timeline.records.fields import Record


def singular(key: str) -> str:
    """What one member of a list is called: a role of `roles`."""
    return key.removesuffix("s") if key != "status" else key


def required(model: type[Record]) -> list[str]:
    """The keys that every such record has."""
    return [name for name, field in model.model_fields.items() if field.is_required()]


def allowed_in(model: type[Record], path: tuple[Part, ...]) -> list[str]:
    """The keys of the record at `path`."""
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


def words_at(model: type[Record], path: tuple[Part, ...]) -> list[str]:
    """The words of the closed list at `path`; `[key]` at its end means the keys of a mapping."""
    annotation: object = model
    for number, part in enumerate(path):
        if part != "[key]":
            annotation = _inside(annotation, part, key=path[number + 1 : number + 2] == ("[key]",))
    return list(_words(annotation))


def _inside(annotation: object, part: Part, *, key: bool) -> object:
    """What a record, a list or a mapping holds at `part`: the value, or the `key` itself."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        field = annotation.model_fields.get(str(part))
        return field.annotation if field else None
    arguments = get_args(annotation)
    if get_origin(annotation) is dict:
        return arguments[0 if key else 1]
    if get_origin(annotation) is list:
        return arguments[0]
    # Annotated[...] and Optional: the value is what comes first.
    return _inside(arguments[0], part, key=key) if arguments else None


def _words(annotation: object) -> Iterator[str]:
    arguments = get_args(annotation)
    if get_origin(annotation) is Literal:
        yield from (word for word in arguments if isinstance(word, str))
        return
    for argument in arguments:
        yield from _words(argument)

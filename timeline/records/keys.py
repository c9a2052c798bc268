"""Which keys a record may have and must have, read out of the models themselves."""

from timeline.records.fields import Record
from timeline.tree import Part


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

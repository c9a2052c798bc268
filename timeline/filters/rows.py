"""The types of filters, as descriptors, and the base class of a table of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import (
    TYPE_CHECKING,
    Generic,
    Literal,
    Never,
    Self,
    TypeAlias,
    TypeVar,
    dataclass_transform,
    overload,
)

from timeline.query import InvalidQuery
from timeline.text.names import did_you_mean

if TYPE_CHECKING:
    from timeline.documents.schema import Document
    from timeline.evidence import LinkedEvent

Given = TypeVar("Given", contravariant=True)
Kept = TypeVar("Kept", covariant=True)


class Row(Generic[Given, Kept]):
    """One filter: its name, its default, and its text in `--help`. `Given` is the type that a caller may set,
    `Kept` the type that is read back.
    """

    name = ""

    def __init__(self, default: Kept, description: str, metavar: str | None = None) -> None:
        self.default = default
        self.description = description
        self.metavar = metavar

    def __set_name__(self, owner: type[object], name: str) -> None:
        self.name = name

    @overload
    def __get__(self, instance: None, owner: type[object]) -> Row[Given, Kept]: ...
    @overload
    def __get__(self, instance: object, owner: type[object]) -> Kept: ...
    def __get__(self, instance: object | None, owner: type[object]) -> Row[Given, Kept] | Kept:
        if instance is None:
            return self
        kept: Kept = instance.__dict__.get(self.name, self.default)
        return kept

    def __set__(self, instance: object, value: Given) -> None:
        instance.__dict__[self.name] = self.kept(value)

    def of(self, filters: Declared) -> Kept:
        """The value of this filter in `filters`."""
        return self.__get__(filters, type(filters))

    def kept(self, value: Given) -> Kept:
        """The value to keep. Raises TypeError for another type, InvalidQuery for a value that no event can
        match.
        """
        raise NotImplementedError

    def _text(self, value: object) -> str:
        """The value as a string. Raises InvalidQuery for a lone surrogate, which cannot be encoded."""
        if not isinstance(value, str):
            raise self._unexpected("a string", value)
        try:
            value.encode()
        except UnicodeEncodeError:
            raise InvalidQuery(f"{self.name}: {value!a} is not UTF-8") from None
        return value

    def _unexpected(self, expected: str, value: object) -> TypeError:
        return TypeError(f"{self.name}: expected {expected}, found {type(value).__name__}")


AnyRow: TypeAlias = Row[Never, object]


class Names(Row[str | Iterable[str], tuple[str, ...]]):
    """A filter with any number of values; a string means one value."""

    def __init__(
        self, metavar: str, description: str, completes: Literal["actor_names", "roles", "facet"]
    ) -> None:
        super().__init__((), description, metavar)
        self.completes = completes

    def kept(self, value: str | Iterable[str]) -> tuple[str, ...]:
        """The values, in the order given."""
        if not isinstance(value, Iterable):
            raise self._unexpected("a string or an iterable of strings", value)
        return tuple(map(self._text, [value] if isinstance(value, str) else value))


class Facet(Names):
    """A filter by values of events: `values` reads them from a document and its linked event. They are
    compared after case folding; an event matches when it has any of the given values.
    """

    def __init__(
        self, metavar: str, description: str, values: Callable[[Document, LinkedEvent], Iterable[str]]
    ) -> None:
        super().__init__(metavar, description, "facet")
        self.values = values


class Text(Row[str | None, str | None]):
    """A filter with one value."""

    def __init__(self, metavar: str, description: str) -> None:
        super().__init__(None, description, metavar)

    def kept(self, value: str | None) -> str | None:
        """The value itself."""
        return None if value is None else self._text(value)


class Count(Row[int | None, int | None]):
    """A number of at least 0; None means no limit."""

    def __init__(self, metavar: str, description: str) -> None:
        super().__init__(None, description, metavar)

    def kept(self, value: int | None) -> int | None:
        """The value itself."""
        if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
            raise self._unexpected("a number", value)
        if value is not None and value < 0:
            raise InvalidQuery(f"{self.name}: expected 0 or more, found {value}")
        return value


class Flag(Row[bool, bool]):
    """A filter that is on or off."""

    def __init__(self, description: str) -> None:
        super().__init__(False, description)

    def kept(self, value: bool) -> bool:
        """The value itself."""
        if not isinstance(value, bool):
            raise self._unexpected("True or False", value)
        return value


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Declared:
    """A frozen value with one keyword per row of its class. Raises TypeError for an unknown keyword."""

    def __init__(self, **given: object) -> None:
        for name, value in given.items():
            row = vars(type(self)).get(name)
            if not isinstance(row, Row):
                hint = did_you_mean(name, [known.name for known in rows(type(self))])
                raise TypeError(f'unknown filter "{name}"{f"; {hint}" if hint else ""}')
            row.__set__(self, value)

    @classmethod
    def from_values(cls, values: Mapping[str, object]) -> Self:
        """The same from a mapping of keywords."""
        return cls(**values)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{name} cannot be set: {type(self).__name__} is frozen")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        given = {row.name: row.of(self) for row in rows(type(self))}
        words = [f"{name}={value!r}" for name, value in given.items() if name in self.__dict__]
        return f"{type(self).__name__}({', '.join(words)})"

    def _values(self) -> tuple[object, ...]:
        return tuple(row.of(self) for row in rows(type(self)))


def rows(declared: type[Declared]) -> Iterator[AnyRow]:
    """The rows of a class, in order of declaration."""
    return (row for row in vars(declared).values() if isinstance(row, Row))

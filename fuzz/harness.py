"""A harness: a law over bytes, seeds to begin with, and a known bug to be found."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from importlib import import_module
from typing import NamedTuple, cast

NAMES = ("reading", "dates", "anchoring", "outputs", "searching")
FOUND = 3
"""The exit code of a search that has found the planted bug."""
BETWEEN = b"\xff"
"""Separates the fields of an input: a byte that is never part of UTF-8."""


class Broken(Exception):
    """A law does not hold; the message says which, and for what."""


class Harness(NamedTuple):
    """A law, and what a search for inputs that break it needs."""

    judge: Callable[[bytes], None]
    """Raises Broken if the law does not hold for these bytes, and any exception of the program."""
    seeds: Callable[[], Iterable[bytes]]
    """Inputs to begin with, from the shipped data and the tests."""
    words: tuple[str, ...]
    """Words of the language of the inputs, which a mutation may insert."""
    plant: Callable[[], AbstractContextManager[object]]
    """A context with a known bug: a search that does not find it is useless."""
    shows: bytes
    """An input that shows the planted bug."""


def hold(condition: bool, message: str) -> None:
    """Raises Broken with the message unless the condition holds."""
    if not condition:
        raise Broken(message)


def harness(name: str) -> Harness:
    """The harness of that name."""
    return cast("Harness", import_module(f"fuzz.{name}").HARNESS)


def parts(data: bytes, least: int) -> list[str]:
    """The fields of an input as texts, at least `least` of them."""
    fields = [part.decode("utf-8", "replace") for part in data.split(BETWEEN)]
    return fields + [""] * (least - len(fields))


def joined(*texts: str) -> bytes:
    """An input with these fields."""
    return BETWEEN.join(text.encode() for text in texts)

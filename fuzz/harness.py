"""What a harness is: a law over bytes, seeds to begin with, and a known bug to be found."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from importlib import import_module
from typing import NamedTuple, cast

NAMES = ("reading", "dates", "anchoring", "outputs", "searching")
FOUND = 3
"""The exit code of a search that has found what was planted."""
BETWEEN = b"\xff"
"""Parts the fields of an input: a byte that no UTF-8 text has."""


class Broken(Exception):
    """A law does not hold; the sentence says which, and of what."""


class Harness(NamedTuple):
    """A law, and what is needed to look for what breaks it."""

    judge: Callable[[bytes], None]
    """Raises Broken where the law does not hold of these bytes, and whatever the house lets out."""
    seeds: Callable[[], Iterable[bytes]]
    """Inputs to begin with, out of the shipped data and the tests."""
    words: tuple[str, ...]
    """What the language of the inputs is made of: a mutation may put one in."""
    plant: Callable[[], AbstractContextManager[object]]
    """Plants a known bug for as long as it is entered: a search that does not find it is worth nothing."""
    shows: bytes
    """An input by which the planted bug shows."""


def hold(law: bool, sentence: str) -> None:
    """Raises Broken where a law does not hold."""
    if not law:
        raise Broken(sentence)


def harness(name: str) -> Harness:
    """The harness of that name."""
    return cast("Harness", import_module(f"fuzz.{name}").HARNESS)


def parts(data: bytes, least: int) -> list[str]:
    """The fields of an input as texts, at least so many."""
    found = [part.decode("utf-8", "replace") for part in data.split(BETWEEN)]
    return found + [""] * (least - len(found))


def joined(*texts: str) -> bytes:
    """An input with these fields."""
    return BETWEEN.join(text.encode() for text in texts)

"""What a case is: one hostile input or fault, and a function that fails where the command obeys it."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple


class Broken(AssertionError):
    """The command did what it must not do: the sentence says what."""


Proof = Callable[[Path], None]
"""Gets an empty folder and raises Broken."""


class Case(NamedTuple):
    """`name` begins with the letter of its family."""

    name: str
    what: str
    prove: Proof


def want(truth: object, complaint: str) -> None:
    """Raise Broken with the complaint unless it is so."""
    if not truth:
        raise Broken(complaint)

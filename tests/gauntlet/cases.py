"""A case: one hostile input or fault, and a function that fails if the command handles it badly."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple


class Broken(AssertionError):
    """The command did something that it must not do; the message says what."""


Proof = Callable[[Path], None]
"""Gets an empty folder; raises Broken if the command fails the case."""


class Case(NamedTuple):
    """`name` begins with the letter of its family."""

    name: str
    what: str
    prove: Proof


def want(condition: object, message: str) -> None:
    """Raise Broken with the message unless the condition holds."""
    if not condition:
        raise Broken(message)

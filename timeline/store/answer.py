"""What the store answers: documents as stored, with how they match what was asked."""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

if TYPE_CHECKING:  # its typing costs start-up, and nothing here needs it to run
    from timeline.documents import Document

When = Literal["certain", "possible"]


class Matched(NamedTuple):
    """How an asked actor is in an event: surely or possibly, and through which groups (none: by name)."""

    when: When
    through: tuple[str, ...]


class Answer:
    """One event of an answer."""

    def __init__(self, stored: str, when: When, actors: dict[str, Matched] | None) -> None:
        self._stored = stored
        self.when = when
        self.actors = actors or {}
        self._asked = actors is not None

    @property
    def json(self) -> str:
        """The document as one line of JSON; the stored text is passed through, not made again."""
        if not self._asked:
            return self._stored
        matched = {name: {"when": one.when, "through": one.through} for name, one in self.actors.items()}
        match = json.dumps({"when": self.when, "actors": matched}, separators=(",", ":"))
        return f'{self._stored[:-1]},"match":{match}}}'

    @cached_property
    def document(self) -> Document:
        """The same as Python values."""
        return cast("Document", json.loads(self.json))

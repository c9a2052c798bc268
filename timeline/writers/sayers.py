"""Who answers for each field, as the marks of the margin: `1, c`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.documents import Document


class Sayers:
    """The quotations (figures) and the curator's notes (letters) that support each field of an event."""

    def __init__(self, document: Document) -> None:
        self._marks: dict[str, list[str]] = {}
        for number, citation in enumerate(document["citations"], 1):
            for field in citation["supports"]:
                self._marks.setdefault(field, []).append(str(number))
        for number, note in enumerate(document["curator"]):
            for field in note["supports"]:
                self._marks.setdefault(field, []).append(letter(number))

    def of(self, field: str) -> str:
        """The marks of a field; a question mark where nobody answers."""
        return ", ".join(self._marks.get(field, ["?"]))


def letter(number: int) -> str:
    """a, b ... z, aa, ab ...: the mark of a curator's note."""
    return letter(number // 26 - 1) + letter(number % 26) if number >= 26 else chr(97 + number)

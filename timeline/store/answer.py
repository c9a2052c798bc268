"""What the store answers: documents as stored, with how they match what was asked."""

from typing import NamedTuple


class Answer(NamedTuple):
    """One event of an answer: its document as the store keeps it."""

    stored: str
    match: str
    """The `match` of the document as JSON; empty where nothing was asked."""

    @property
    def json(self) -> str:
        """The document as one line of ASCII-safe JSON; the stored text is passed through, not made again."""
        return f'{self.stored[:-1]},"match":{_ascii(self.match)}}}' if self.match else self.stored


def _ascii(text: str) -> str:
    """JSON as SQLite makes it, with DEL and every letter that is not ASCII as UTF-16 escapes."""
    if text.isascii() and "\x7f" not in text:
        return text
    return "".join(letter if letter < "\x7f" else _escaped(letter) for letter in text)


def _escaped(letter: str) -> str:
    units = letter.encode("utf-16-be")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))

"""A document as the store keeps it and as `--json` prints it."""

from pydantic_core import to_json

from timeline.documents.schema import Document


def encode(document: Document) -> str:
    """One line of ASCII-safe JSON."""
    # DEL is ASCII and yet nothing that a terminal should get.
    return to_json(document, ensure_ascii=True).replace(b"\x7f", rb"\u007f").decode("ascii")

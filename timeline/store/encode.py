"""A document as the store keeps it and as `--json` prints it."""

from pydantic_core import to_json

from timeline.documents.schema import Document


def encode(document: Document) -> str:
    """The document as one line of JSON in printable ASCII."""
    # DEL is ASCII, but a control character that must not reach a terminal.
    return to_json(document, ensure_ascii=True).replace(b"\x7f", rb"\u007f").decode("ascii")

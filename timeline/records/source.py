"""The source record: one mapping in `data/sources.yaml`, with or without a stored text."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator

from timeline.records.fields import Edtf, Id, Record, SourceId, Text, Web, defined

_FILE = re.compile(r"[a-z0-9][a-z0-9._-]*")


def _file_name(text: str) -> str:
    if not _FILE.fullmatch(text) or ".." in text:
        raise ValueError(
            f'"{text}" is not a valid file name in seeds/: use lower-case letters, digits, dots and hyphens'
        )
    return text


def _sha256(text: str) -> str:
    if not re.fullmatch("[0-9a-f]{64}", text):
        raise ValueError("expected 64 hexadecimal digits in lower case")
    return text


def _line_number(value: object) -> object:
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10:
        return int(value)
    raise ValueError("expected a line number, such as 7")


class SourceRecord(Record):
    """A source. Without `file` no text is stored: notes can refer to it (`see`), citations cannot quote it.

    `as_of` is the reference date of its words of time, where that is more reliable than `published`;
    `not_text` are the lines of the file that are notices, not part of the text.
    """

    id: Id
    """Lower-case letters, digits and single hyphens; unique in the dataset."""
    file: Annotated[str, AfterValidator(_file_name), defined("FileName")] | None = None
    """The name of its text in `seeds/`, never a path; left out when there is no stored text."""
    title: Text | None = None
    """The title, as the text has it."""
    author: Text | None = None
    """The author, as the text names them."""
    publisher: Text | None = None
    """The publisher, as the text names it."""
    published: Edtf | None = None
    """The day of publication, in EDTF."""
    as_of: Edtf | None = None
    """The day from which its words of time count, when that is more reliable than `published`."""
    url: Web | None = None
    """The web address of the text."""
    coverage: Literal["full", "excerpt"] | None = None
    """Whether the stored text is the full text or an excerpt."""
    rewrite_of: SourceId | None = None
    """The id of the source that this text rewrites."""
    retrieved: Edtf | None = None
    """When the text was retrieved, in EDTF."""
    archived: Web | None = None
    """The web address of an archived copy."""
    language: Text | None = None
    """The language of the text."""
    rights: Text | None = None
    """Who holds the rights, and what they allow."""
    sha256: Annotated[str, AfterValidator(_sha256), defined("Sha256")] | None = None
    """The SHA-256 digest of the stored text, so that a change of the text is noticed."""
    not_text: list[Annotated[int, BeforeValidator(_line_number), defined("LineNumber")]] = []
    """Numbers of the lines that are notices and not part of the text."""


class SourcesFile(Record):
    """The top of `data/sources.yaml`."""

    format: Literal["1", 1]
    """The version of the record format: 1."""
    sources: list[SourceRecord]
    """The sources, in any order."""

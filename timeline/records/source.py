"""The source record: what `data/sources.yaml` knows of each text, stored or only known."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator

from timeline.records.fields import Edtf, Id, Record, SourceId, Text, Web, defined

_FILE = re.compile(r"[a-z0-9][a-z0-9._-]*")


def _file_name(text: str) -> str:
    if not _FILE.fullmatch(text) or ".." in text:
        raise ValueError(f'"{text}" is no name of a text in seeds/: small letters, digits, dot and hyphen')
    return text


def _sha256(text: str) -> str:
    if not re.fullmatch("[0-9a-f]{64}", text):
        raise ValueError("a sha256 has 64 digits from 0 to 9 and a to f")
    return text


def _line_number(value: object) -> object:
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10:
        return int(value)
    raise ValueError("a line number is wanted, such as 7")


class SourceRecord(Record):
    """A text. Without `file` it is only known: it can be pointed to (`see`) and not quoted.

    `as_of` is the day from which its words of time are meant, when that is surer than `published`;
    `not_text` are lines that are notices and no text of the source.
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
    """The day from which its words of time count, when that is surer than `published`."""
    url: Web | None = None
    """The web address of the text."""
    coverage: Literal["full", "excerpt"] | None = None
    """Whether the stored text is the full text or an excerpt."""
    rewrite_of: SourceId | None = None
    """The id of the source of which this is a rewrite."""
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

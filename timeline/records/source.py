"""The source record: what `data/sources.yaml` knows of each text, stored or only known."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator

from timeline.records.fields import Edtf, Id, Record, Text, Web

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
    file: Annotated[str, AfterValidator(_file_name)] | None = None
    title: Text | None = None
    author: Text | None = None
    publisher: Text | None = None
    published: Edtf | None = None
    as_of: Edtf | None = None
    url: Web | None = None
    coverage: Literal["full", "excerpt"] | None = None
    rewrite_of: Id | None = None
    retrieved: Edtf | None = None
    archived: Web | None = None
    language: Text | None = None
    rights: Text | None = None
    sha256: Annotated[str, AfterValidator(_sha256)] | None = None
    not_text: list[Annotated[int, BeforeValidator(_line_number)]] = []


class SourcesFile(Record):
    """The top of `data/sources.yaml`."""

    format: Literal["1", 1]
    sources: list[SourceRecord]

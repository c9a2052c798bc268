"""The kinds of values that several records share."""

import re
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainValidator,
    WithJsonSchema,
)

from timeline.dates import Date, NotADate, parse_plain
from timeline.visible import visible

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ACTOR_ID = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
_WEB = re.compile(r"https?://[^\s\"'<>\\@/?#]+(?:[/?#][^\s\"'<>\\]*)?")


class Record(BaseModel):
    """Strict, closed and frozen: a key that no one knows is a problem, and no text becomes a number."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, arbitrary_types_allowed=True)


def _said(text: str) -> str:
    if not text.strip():
        raise ValueError("it is empty")
    return text


def _date(value: object) -> Date:
    if isinstance(value, list) or (isinstance(value, dict) and not any(value.values())):
        raise NotADate(f"a set is one string: write it in quotation marks, {_as_set(value)}")
    if not isinstance(value, str):
        raise NotADate("a date is one text in EDTF, such as 2025-06-24/2025-06-25")
    return parse_plain(value)


def _as_set(value: list[object] | dict[object, object]) -> str:
    """A set of dates as it was written without quotation marks, which YAML reads as a list or a mapping."""
    first, last = "[]" if isinstance(value, list) else "{}"
    members = ", ".join(map(str, value))
    return f'"{first}{members}{last}"'


def _slug(text: str) -> str:
    if not _ID.fullmatch(text):
        raise ValueError(f'"{text}" is no id: small letters, digits and single hyphens, such as hague-2025')
    return text


def _actor_id(text: str) -> str:
    if not _ACTOR_ID.fullmatch(text):
        raise ValueError(f'"{text}" is no id: letters, digits and single hyphens, such as JP or lin-jian')
    return text


def is_web(text: str) -> bool:
    """Whether it can be made a link anywhere: http(s), nobody's name before the host, no space, no quotation
    mark, nothing hidden.
    """
    return bool(_WEB.fullmatch(text)) and visible(text) == text


def _web(text: str) -> str:
    if not is_web(text):
        raise ValueError(f'"{text}" is no web address: it begins with https:// and has no spaces or quotes')
    return text


def one_or_more(value: object) -> object:
    """A short form: one value stands for a list of one."""
    return value if isinstance(value, list) else [value]


Text = Annotated[str, AfterValidator(_said)]
Id = Annotated[str, AfterValidator(_slug), WithJsonSchema({"type": "string", "pattern": f"^{_ID.pattern}$"})]
ActorId = Annotated[
    str, AfterValidator(_actor_id), WithJsonSchema({"type": "string", "pattern": f"^{_ACTOR_ID.pattern}$"})
]
Web = Annotated[str, AfterValidator(_web), WithJsonSchema({"type": "string", "format": "uri"})]
# YAML editors read 2025 as a number and 2025-06-24 as a text: both are a date here.
Edtf = Annotated[
    Date,
    PlainValidator(_date),
    WithJsonSchema({"type": ["string", "integer"], "description": "EDTF, ISO 8601-2 levels 0 to 2"}),
]
Texts = Annotated[list[Text], BeforeValidator(one_or_more, json_schema_input_type=Text | list[Text])]

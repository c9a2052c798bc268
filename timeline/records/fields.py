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

from timeline.dates import Date, NotADate, parse
from timeline.text.escape import visible

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ACTOR_ID = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
WEB = re.compile(r"""https?://[^\s"'<>\\@/?#]+(?:[/?#][^\s"'<>\\]*)?""")


class Record(BaseModel):
    """Strict, closed and frozen: a key that no one knows is a problem, and no text becomes a number."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, arbitrary_types_allowed=True)


def _said(text: str) -> str:
    if not text.strip():
        raise ValueError("it is empty")
    return text


def _date(value: object) -> Date:
    if not isinstance(value, str):
        raise NotADate("a date is one text in EDTF, such as 2025-06-24/2025-06-25")
    return parse(value)


def _slug(text: str) -> str:
    if not ID.fullmatch(text):
        raise ValueError(f'"{text}" is no id: small letters, digits and single hyphens, such as hague-2025')
    return text


def _actor_id(text: str) -> str:
    if not ACTOR_ID.fullmatch(text):
        raise ValueError(f'"{text}" is no id: letters, digits and single hyphens, such as JP or lin-jian')
    return text


def is_web(text: str) -> bool:
    """Whether it can be made a link anywhere: http(s), nobody's name before the host, no space, no quotation
    mark, nothing hidden.
    """
    return bool(WEB.fullmatch(text)) and visible(text) == text


def _web(text: str) -> str:
    if not is_web(text):
        raise ValueError(f'"{text}" is no web address: it begins with https:// and has no spaces or quotes')
    return text


def one_or_more(value: object) -> object:
    """A short form: one value stands for a list of one."""
    return value if isinstance(value, list) else [value]


DEFINED = "x-defined"
"""The key that has the name of a type of values, in a schema whose references are not yet made."""


def defined(name: str) -> WithJsonSchema:
    """The JSON Schema of a type of values, by name: `reports.editor_schema` defines each type once."""
    return WithJsonSchema({DEFINED: name})


Text = Annotated[str, AfterValidator(_said), defined("Text")]
ActorName = Annotated[str, AfterValidator(_said), defined("ActorName")]
SourceOrUrl = Annotated[str, AfterValidator(_said), defined("SourceOrUrl")]
Id = Annotated[str, AfterValidator(_slug), defined("Id")]
EventId = Annotated[str, AfterValidator(_slug), defined("EventId")]
SourceId = Annotated[str, AfterValidator(_slug), defined("SourceId")]
ActorId = Annotated[str, AfterValidator(_actor_id), defined("ActorId")]
Web = Annotated[str, AfterValidator(_web), defined("Url")]
Edtf = Annotated[Date, PlainValidator(_date), defined("Date")]
Texts = Annotated[list[Text], BeforeValidator(one_or_more, json_schema_input_type=Text | list[Text])]

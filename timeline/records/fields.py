"""Types of values that several records share: text, ids, dates, web addresses."""

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

from timeline.dates import Date, InvalidDate, parse_plain
from timeline.text.escape import visible

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ACTOR_ID = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
WEB = re.compile(r"""https?://[^\s"'<>\\@/?#]+(?:[/?#][^\s"'<>\\]*)?""")


class Record(BaseModel):
    """The base of all records: no unknown keys, no conversion of types, frozen."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, arbitrary_types_allowed=True)


def _not_empty(text: str) -> str:
    if not text.strip():
        raise ValueError("must not be empty")
    return text


def _date(value: object) -> Date:
    if isinstance(value, list) or (isinstance(value, dict) and not any(value.values())):
        raise InvalidDate(f"expected a date in EDTF; put a set in quotation marks: {_as_set(value)}")
    if not isinstance(value, str):
        raise InvalidDate("expected a date in EDTF, found a mapping")
    return parse_plain(value)


def _as_set(value: list[object] | dict[object, object]) -> str:
    """A set of dates that was written without quotation marks, so that YAML reads a list or a mapping."""
    first, last = "[]" if isinstance(value, list) else "{}"
    members = ", ".join(map(str, value))
    return f'"{first}{members}{last}"'


def _slug(text: str) -> str:
    if not ID.fullmatch(text):
        hint = "use lower-case letters, digits and single hyphens, such as hague-2025"
        raise ValueError(f'"{text}" is not a valid id: {hint}')
    return text


def _actor_id(text: str) -> str:
    if not ACTOR_ID.fullmatch(text):
        raise ValueError(
            f'"{text}" is not a valid id: use letters, digits and single hyphens, such as JP or lin-jian'
        )
    return text


def is_web(text: str) -> bool:
    """Whether a text is a web address that is safe as a link in any output: http or https, no user name
    before the host, no space, no quotation mark, no invisible character.
    """
    return bool(WEB.fullmatch(text)) and visible(text) == text


def _web(text: str) -> str:
    if not is_web(text):
        raise ValueError(
            f'"{text}" is not a valid web address: start with https:// and use no spaces or quotation marks'
        )
    return text


def one_or_more(value: object) -> object:
    """The value as a list: a single value means a list of one."""
    return value if isinstance(value, list) else [value]


DEFINED = "x-defined"
"""The key under which a schema keeps the name of a type until `reports.editor_schema` makes a reference."""


def defined(name: str) -> WithJsonSchema:
    """The JSON Schema of a type, by name: `reports.editor_schema` defines each type once."""
    return WithJsonSchema({DEFINED: name})


Text = Annotated[str, AfterValidator(_not_empty), defined("Text")]
ActorName = Annotated[str, AfterValidator(_not_empty), defined("ActorName")]
SourceOrUrl = Annotated[str, AfterValidator(_not_empty), defined("SourceOrUrl")]
Id = Annotated[str, AfterValidator(_slug), defined("Id")]
EventId = Annotated[str, AfterValidator(_slug), defined("EventId")]
SourceId = Annotated[str, AfterValidator(_slug), defined("SourceId")]
ActorId = Annotated[str, AfterValidator(_actor_id), defined("ActorId")]
Web = Annotated[str, AfterValidator(_web), defined("Url")]
Edtf = Annotated[Date, PlainValidator(_date), defined("Date")]
Texts = Annotated[list[Text], BeforeValidator(one_or_more, json_schema_input_type=Text | list[Text])]

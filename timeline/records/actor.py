"""The actor record: one mapping in `data/actors.yaml` or in the built-in world."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator

from timeline.dates import Date, InvalidDate
from timeline.records.fields import ActorId, ActorName, Edtf, Record, Text, defined, one_or_more


def _interval(date: Date) -> Date:
    if date.spans:
        raise InvalidDate(f"{date}: a set cannot be a membership; write a list of intervals")
    return date


ActorKind = Literal["country", "organisation", "group", "person", "body"]
MembershipDate = Annotated[Edtf, AfterValidator(_interval), defined("Period")]
MembershipDates = Annotated[
    list[MembershipDate],
    BeforeValidator(one_or_more, json_schema_input_type=MembershipDate | list[MembershipDate]),
]


class Office(Record):
    """An office that a person held, for which actor, and when."""

    office: Text
    """The name of the office."""
    of: ActorName | None = None
    """The country or organisation of the office."""
    when: Edtf
    """The time in office, in EDTF."""
    see: list[Text] = []
    """Where this is from."""


class ActorRecord(Record):
    """A country, organisation, group, person or body that can take part in an event.

    `ambiguous` names never resolve by themselves. Both ends of a membership are inclusive; with an open end
    (`..`) it has not ended.
    """

    id: ActorId
    """Letters, digits and single hyphens, such as `JP` or `lin-jian`."""
    name: Text
    """The usual name."""
    kind: ActorKind
    """country, organisation, group, person or body."""
    codes: list[Text] = []
    """Codes, which are names too."""
    aliases: list[Text] = []
    """Further names. All names match exactly, after case folding."""
    demonyms: list[Text] = []
    """Words for its people and things, such as Japanese: read in prose, never for `--actor`."""
    ambiguous: list[Text] = []
    """Names that never resolve by themselves, such as Washington or the allies."""
    members: dict[ActorName, MembershipDates] = {}
    """Of a group: each member with the time of its membership in EDTF, or a list of times; both ends are
    inclusive, and `..` means still a member.
    """
    existed: Edtf | None = None
    """The lifetime of a historical state, in EDTF."""
    offices: list[Office] = []
    """Of a person: the offices held."""
    see: list[Text] = []
    """Where the record is from."""


class ActorsFile(Record):
    """The top of `data/actors.yaml`."""

    format: Literal["1", 1]
    """The version of the record format: 1."""
    actors: list[ActorRecord]
    """The actors, in any order. An actor replaces the built-in one of the same id."""

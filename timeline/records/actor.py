"""The actor record: what the world and a dataset's `data/actors.yaml` hold."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator

from timeline.dates import Date, NotADate
from timeline.records.fields import ActorId, ActorName, Edtf, Record, Text, defined, one_or_more


def _span(when: Date) -> Date:
    if when.spans:
        raise NotADate(f"{when}: a set is no time of membership; write a list of intervals")
    return when


ActorKind = Literal["country", "organisation", "group", "person", "body"]
Spell = Annotated[Edtf, AfterValidator(_span), defined("Period")]
Spells = Annotated[list[Spell], BeforeValidator(one_or_more, json_schema_input_type=Spell | list[Spell])]


class Office(Record):
    """What a person was, for whom, and when."""

    office: Text
    """The name of the office."""
    of: ActorName | None = None
    """The country or organisation of the office."""
    when: Edtf
    """The time in office, in EDTF."""
    see: list[Text] = []
    """Where this is from."""


class ActorRecord(Record):
    """Somebody who can take part. `ambiguous` names never resolve by themselves; both ends of a spell
    of membership are inclusive, and an open end (`..`) is a member still.
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
    members: dict[ActorName, Spells] = {}
    """Of a group: each member with the time of its membership in EDTF, or a list of times; both ends are
    inclusive, and `..` is a member still.
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

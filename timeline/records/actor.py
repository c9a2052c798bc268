"""The actor record: what the world and a dataset's `data/actors.yaml` hold."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator

from timeline.dates import Date, NotADate
from timeline.records.fields import ActorId, Edtf, Record, Text, one_or_more


def _span(when: Date) -> Date:
    if when.spans:
        raise NotADate(f"{when}: a set is no time of membership; write a list of intervals")
    return when


ActorKind = Literal["country", "organisation", "group", "person", "body"]
Spell = Annotated[Edtf, AfterValidator(_span)]
Spells = Annotated[list[Spell], BeforeValidator(one_or_more, json_schema_input_type=Spell | list[Spell])]


class Office(Record):
    """What a person was, for whom, and when."""

    office: Text
    of: Text | None = None
    when: Edtf
    see: list[Text] = []


class ActorRecord(Record):
    """Somebody who can take part. `ambiguous` names never resolve by themselves; both ends of a spell
    of membership are inclusive, and an open end (`..`) is a member still.
    """

    id: ActorId
    name: Text
    kind: ActorKind
    codes: list[Text] = []
    aliases: list[Text] = []
    demonyms: list[Text] = []
    ambiguous: list[Text] = []
    members: dict[Text, Spells] = {}
    existed: Edtf | None = None
    offices: list[Office] = []
    see: list[Text] = []


class ActorsFile(Record):
    """The top of `data/actors.yaml`."""

    format: Literal["1", 1]
    actors: list[ActorRecord]

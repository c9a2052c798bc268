"""The parts that an actor can have in an event: a closed list in three classes."""

from typing import Literal, get_args

TakingPart = Literal[
    "host", "organiser", "member", "partner", "invitee", "participant", "signatory", "speaker"
]
Concerned = Literal["subject", "target", "addressee"]
NotThere = Literal["absent", "not-invited"]
Role = Literal[TakingPart, Concerned, NotThere]

TAKING_PART: tuple[str, ...] = get_args(TakingPart)
CONCERNED: tuple[str, ...] = get_args(Concerned)
NOT_THERE: tuple[str, ...] = get_args(NotThere)
ROLES = (*TAKING_PART, *CONCERNED, *NOT_THERE)

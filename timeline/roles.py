"""The roles of actors in events: a closed list in three classes."""

from typing import Literal, get_args

TakingPart = Literal[
    "host", "organiser", "member", "partner", "invitee", "participant", "signatory", "speaker"
]
Concerned = Literal["subject", "target", "addressee"]
NotThere = Literal["absent", "not-invited"]
Role = Literal[TakingPart, Concerned, NotThere]

TAKING_PART: tuple[str, ...] = get_args(TakingPart)
"""Roles of actors that took part."""
CONCERNED: tuple[str, ...] = get_args(Concerned)
"""Roles of actors that the event was about or addressed to."""
NOT_THERE: tuple[str, ...] = get_args(NotThere)
"""Roles of actors that did not take part: they are never shown as present."""
ROLES = (*TAKING_PART, *CONCERNED, *NOT_THERE)
"""All roles, in the order in which they are listed."""

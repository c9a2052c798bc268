"""Options that several commands share."""

import datetime
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Annotated, cast

import typer

from timeline.asking import Asked

Json = Annotated[bool, typer.Option("--json", help="The documents as one JSON array, for other tools.")]
Output = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file, whole or not at all.")
]


def option(metavar: str, text: str, values: str = "") -> typer.models.OptionInfo:
    """An option that is named after its parameter; `values` completes it: a function of `completing`."""
    complete = completion(values) if values else None
    made: typer.models.OptionInfo = typer.Option(metavar=metavar, help=text, autocompletion=complete)
    return made


def completion(values: str) -> Callable[[typer.Context, str], list[tuple[str, str]]]:
    """A completion by name, imported when a shell asks for it."""

    def complete(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        found = getattr(import_module("timeline.cli.completing"), values)(ctx, incomplete)
        return cast("list[tuple[str, str]]", found)

    return complete


Many = list[str] | None
Actors = Annotated[
    Many, option("A", "Who took part, by name, alias or code; a comma means or.", "actor_names")
]
MemberOf = Annotated[
    Many, option("G", "Somebody took part who was then a member of this group.", "actor_names")
]
Roles = Annotated[Many, option("R", "In what part: host, partner, speaker ... absent.", "roles")]
Since = Annotated[str | None, option("D", "Not over before this date (EDTF: 2024, 2024-07; or words).")]
Until = Annotated[str | None, option("D", "Begun by this date.")]
On = Annotated[str | None, option("D", "On this day, or in this month or year.")]
Kinds = Annotated[Many, option("K", "summit, meeting, speech, statement ...", "kinds")]
Topics = Annotated[Many, option("T", "About what.", "topics")]
Places = Annotated[Many, option("P", "Where: a place or a country.", "places")]
Sources = Annotated[Many, option("S", "Cites this source (its id).", "sources")]
Statuses = Annotated[Many, option("S", "planned, held, cancelled, ongoing.", "statuses")]
Certain = Annotated[bool, typer.Option("--certain", help="Leave out what only may match.")]
Direct = Annotated[bool, typer.Option("--direct", help="Leave out what matches through a group.")]
Limit = Annotated[int | None, typer.Option(metavar="N", min=0, help="At most so many.")]


def asked(given: dict[str, str | Many]) -> Asked:
    """The filters as typed, from the options of a command by name."""

    def many(name: str) -> list[str]:
        value = given.get(name)
        return list(value) if isinstance(value, list | tuple) else []

    dates = ((name, given.get(name)) for name in ("since", "until", "on"))
    return Asked(
        actors=tuple(many("actor")),
        member_of=tuple(many("member_of")),
        roles=tuple(many("role")),
        dates=tuple((name, value) for name, value in dates if isinstance(value, str)),
        facets={field: many(field) for field in ("kind", "topic", "place", "source", "status")},
        today=datetime.date.today().isoformat(),
    )

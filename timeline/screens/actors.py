"""The page of an actor, and the list of all actors, for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from timeline.dates import parse, say, say_fully
from timeline.documents.wording import count
from timeline.screens.layout import block, heading, side_by_side, styled

if TYPE_CHECKING:
    from rich.console import Console

    from timeline.reports.actors import ActorEvent, ActorReport, MemberReport, Presence


def draw_actor(report: ActorReport, console: Console) -> Iterator[Text]:
    """Names, members by year of entry, who was not in, groups, events, and whose table it is."""
    yield from heading(report["name"], report["kind"], console)
    if report["names"]:
        yield from block(styled(", ".join(report["names"])), 1, console)
    if report["existed"]:
        yield from block(styled(f"existed {say_fully(parse(report['existed']))}"), 1, console)
    if report["ambiguous"]:
        yield from block(styled(f"never by itself: {', '.join(report['ambiguous'])}", "dim"), 1, console)
    yield from _members(report, console)
    yield from _groups(report, console)
    yield from _events(report, console)
    if report["members"] or report["groups"]:
        yield Text()
        yield from block(styled(_table(report), "dim"), 1, console)


def _day(report: ActorReport) -> str:
    if not report["on"]:
        return ", as far as known"
    asked = parse(report["on"])
    return f" {'on' if asked.precision == 'day' else 'in'} {say_fully(asked)}"


def _members(report: ActorReport, console: Console) -> Iterator[Text]:
    listed = [*report["members"], *report["not_yet"], *report["no_longer"]]
    if not listed:
        return
    yield from (Text(), Text(f" {count(len(report['members']), 'member')}{_day(report)}", style="bold"))
    for year, members in groupby(report["members"], key=_since):
        names = ", ".join(sorted(_name(one) for one in members))
        yield from side_by_side(
            [(Text(), 1), (styled(year, "dim"), 7), (styled(names), console.width - 14)], console
        )
    for label, others in (("not yet", report["not_yet"]), ("no longer", report["no_longer"])):
        if others:
            names = ", ".join(f"{one['name']} ({_edge(label, one)})" for one in others)
            yield from side_by_side(
                [(styled(f" {label}", "dim"), 10), (styled(names), console.width - 14)], console
            )


def _since(one: MemberReport) -> str:
    """The year of entry, approximate where the table says so."""
    start = one["edtf"].partition("/")[0]
    return f"{'c. ' if start.endswith('~') else ''}{start.strip('~?%').split('-')[0]}"


def _name(one: MemberReport) -> str:
    return one["name"] if one["certainty"] == "certain" else f"? {one['name']}"


def _edge(label: str, one: MemberReport) -> str:
    """The end of a spell that is nearest; a spell that is one date is its own."""
    start, _, end = one["edtf"].partition("/")
    return f"from {say(parse(start))}" if label == "not yet" else f"until {say(parse(end or start))}"


def _groups(report: ActorReport, console: Console) -> Iterator[Text]:
    if not report["groups"]:
        return
    yield from (Text(), Text(f" Member of{_day(report)}", style="bold"))
    for one in report["groups"]:
        when = styled(say(parse(one["edtf"])), "dim")
        yield from side_by_side([(Text(), 1), (styled(_name(one)), 44), (when, console.width - 52)], console)


def _events(report: ActorReport, console: Console) -> Iterator[Text]:
    """Those of the day that was asked for, a line each, and how many there are in all."""
    yield Text()
    then = [event for event in report["events"] if event["in_period"]] if report["on"] else []
    for number, event in enumerate(then):
        label = "On that day" if number == 0 else ""
        line = styled(event["id"], "magenta").append_text(styled(f"  {event['title']}  "))
        line.append_text(styled(_part(event), "dim"))
        yield from side_by_side([(styled(f" {label}", "bold"), 12), (line, console.width - 16)], console)
    total = len(report["events"])
    words = f"{count(total, 'event')} on this timeline"
    if total:
        first, last = report["events"][0]["date_text"], report["events"][-1]["date_text"]
        words += f", {first} to {last}: timeline list --actor "
        words += f'"{report["name"]}"' if " " in report["name"] else report["name"]
    yield from side_by_side(
        [(Text(" In all", style="bold"), 12), (styled(words), console.width - 16)], console
    )


def _part(event: ActorEvent) -> str:
    return ", ".join(event["roles"]) or f"via {', '.join(event['through'])}"


def _table(report: ActorReport) -> str:
    """Membership rests on a table, so the page says which."""
    if report["origin"] != "built-in":
        return "Membership is as data/actors.yaml has it, in no stored text."
    see = f" It is from: {', '.join(report['see'])}." if report["see"] and report["members"] else ""
    return (
        "Membership is the tool's own table, in no stored text: timeline/actors/world/groups.yaml; "
        f"data/actors.yaml overrides it.{see}"
    )


def draw_actors(rows: Iterable[Presence], console: Console) -> Iterator[Text]:
    """One line an actor, the most frequent first."""
    room = max(16, console.width - 47)
    heads = ("events", "actor", "first", "last")
    yield from _row([Text(head, style="bold") for head in heads], room, console)
    for row in rows:
        first, last = (say(parse(row[end]["edtf"])) for end in ("first", "last"))
        words = [styled(f"{row['event_count']:>6}"), styled(row["name"]), styled(first), styled(last)]
        yield from _row(words, room, console)


def _row(cells: list[Text], room: int, console: Console) -> Iterator[Text]:
    lines = side_by_side(list(zip(cells, (6, room, 15, 15), strict=True)), console)
    return (Text(" ").append_text(line) for line in lines)

"""The page of an actor, and the list of all actors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from timeline.dates import parse, say, say_fully
from timeline.documents.wording import count
from timeline.screens.layout import block, heading, labelled, side_by_side, styled

if TYPE_CHECKING:
    from rich.console import Console

    from timeline.reports.actors import ActorEvent, ActorReport, MemberReport, Presence

_LABEL_WIDTH = 14


def draw_actor(report: ActorReport, console: Console) -> Iterator[Text]:
    """Names, members by year of entry, groups and events, and where the memberships come from."""
    yield from heading(report["name"], report["kind"], console)
    if report["names"]:
        yield from block(styled(", ".join(report["names"])), 1, console)
    if report["existed"]:
        yield from block(styled(f"existed {say_fully(parse(report['existed']))}"), 1, console)
    if report["ambiguous"]:
        yield from block(styled(f"ambiguous names: {', '.join(report['ambiguous'])}", "dim"), 1, console)
    yield from _members(report, console)
    yield from _groups(report, console)
    yield from _events(report, console)
    if report["members"] or report["groups"]:
        yield Text()
        yield from block(styled(_origin(report), "dim"), 1, console)


def _period(report: ActorReport) -> str:
    """` on 6 May 2025`, ` in 2025`."""
    if not report["on"]:
        return ", as far as known"
    date = parse(report["on"])
    return f" {'on' if date.precision == 'day' else 'in'} {say_fully(date)}"


def _members(report: ActorReport, console: Console) -> Iterator[Text]:
    if not (report["members"] or report["not_yet"] or report["no_longer"]):
        return
    title = f" {count(len(report['members']), 'member')}{_period(report)}"
    yield from (Text(), Text(title, style="bold"))
    width = console.width - 14
    for year, members in groupby(report["members"], key=_year_of_entry):
        names = ", ".join(sorted(map(_name, members)))
        yield from side_by_side([(Text(), 1), (styled(year, "dim"), 7), (styled(names), width)], console)
    for label, others in (("not yet", report["not_yet"]), ("no longer", report["no_longer"])):
        if others:
            names = ", ".join(f"{member['name']} ({_nearest_end(label, member)})" for member in others)
            yield from side_by_side([(styled(f" {label}", "dim"), 10), (styled(names), width)], console)


def _year_of_entry(member: MemberReport) -> str:
    """The year, after `c.` if the table has it as approximate."""
    start = member["edtf"].partition("/")[0]
    return f"{'c. ' if start.endswith('~') else ''}{start.strip('~?%').split('-')[0]}"


def _name(member: MemberReport) -> str:
    return member["name"] if member["certainty"] == "certain" else f"? {member['name']}"


def _nearest_end(label: str, member: MemberReport) -> str:
    """The end of the membership that is nearer to the period; both ends are the same for a single date."""
    start, _, end = member["edtf"].partition("/")
    return f"from {say(parse(start))}" if label == "not yet" else f"until {say(parse(end or start))}"


def _groups(report: ActorReport, console: Console) -> Iterator[Text]:
    if not report["groups"]:
        return
    yield from (Text(), Text(f" Member of{_period(report)}", style="bold"))
    for group in report["groups"]:
        dates = styled(say(parse(group["edtf"])), "dim")
        cells = [(Text(), 1), (styled(_name(group)), 44), (dates, console.width - 52)]
        yield from side_by_side(cells, console)


def _events(report: ActorReport, console: Console) -> Iterator[Text]:
    """The events of the period, a line each, and how many there are in all."""
    yield Text()
    in_period = [event for event in report["events"] if event["in_period"]] if report["on"] else []
    for number, event in enumerate(in_period):
        label = "At that time" if number == 0 else ""
        line = styled(event["id"], "magenta").append_text(styled(f"  {event['title']}  "))
        line.append_text(styled(_part(event), "dim"))
        cells = [(styled(f" {label}", "bold"), _LABEL_WIDTH), (line, console.width - _LABEL_WIDTH - 4)]
        yield from side_by_side(cells, console)
    total = len(report["events"])
    words = f"{count(total, 'event')} on this timeline"
    if total:
        first, last = report["events"][0]["date_text"], report["events"][-1]["date_text"]
        words += f", {first}" if first == last else f", {first} to {last}"
        words += ": timeline list --actor "
        words += f'"{report["name"]}"' if " " in report["name"] else report["name"]
    yield from labelled("In total", words, _LABEL_WIDTH, console)


def _part(event: ActorEvent) -> str:
    return ", ".join(event["roles"]) or f"via {', '.join(event['through'])}"


def _origin(report: ActorReport) -> str:
    """Memberships are proved by no stored text, so the page names the table that has them."""
    if report["origin"] != "built-in":
        return "Memberships are from data/actors.yaml, not from a stored text."
    see = f" Its sources: {', '.join(report['see'])}." if report["see"] and report["members"] else ""
    return (
        "Memberships are from the built-in table, not from a stored text: "
        f"timeline/actors/world/groups.yaml; data/actors.yaml overrides it.{see}"
    )


def draw_actors(rows: Iterable[Presence], console: Console) -> Iterator[Text]:
    """A line for each actor, in the order of the rows."""
    width = max(16, console.width - 47)
    titles = ("events", "actor", "first", "last")
    yield from _row([Text(title, style="bold") for title in titles], width, console)
    for row in rows:
        first, last = (say(parse(row[end]["edtf"])) for end in ("first", "last"))
        words = [styled(f"{row['event_count']:>6}"), styled(row["name"]), styled(first), styled(last)]
        yield from _row(words, width, console)


def _row(cells: list[Text], actor_width: int, console: Console) -> Iterator[Text]:
    lines = side_by_side(list(zip(cells, (6, actor_width, 15, 15), strict=True)), console)
    return (Text(" ").append_text(line) for line in lines)

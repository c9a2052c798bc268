"""A text as it is shown: a sentence a passage, or those that one quotation holds; repetitions are folded."""

from typing import Literal

from typing_extensions import TypedDict

from timeline.reports.coverage import CitedRange, Coverage, Stretch, spans


class SameAs(TypedDict):
    """The lines of which others are a repetition; `column` is 1 where whole lines are repeated."""

    line: int
    column: int
    last_line: int


class PassageReport(TypedDict):
    """One sentence, or several that one quotation holds together (`sentence_count` says how many); a title, a
    notice, or lines that repeat earlier ones word for word. What is quoted of a repetition is counted at its
    first place. `cited_by` says who quotes what, `quoted_ranges` which words anybody quotes.
    """

    kind: Literal["text", "title", "notice", "repeat"]
    line: int
    column: int
    last_line: int
    start: int
    end: int
    text: str
    sentence_count: int
    state: Literal["cited", "part", "uncited"]
    cited_by: list[CitedRange]
    quoted_ranges: list[Stretch]
    event_ids: list[str]
    same_as: SameAs | None


def passages(made: Coverage) -> list[PassageReport]:
    """The passages of a text in order; nothing of it is left out but white space."""
    groups: list[list[int]] = []
    for index in range(len(made.units)):
        if groups and _joins(made, groups[-1][-1], index):
            groups[-1].append(index)
        else:
            groups.append([index])
    return [_passage(made, group) for group in groups]


def uncited(listed: list[PassageReport]) -> list[PassageReport]:
    """The sentences that no event uses: what a curator may still do."""
    return [one for one in listed if one["kind"] == "text" and one["state"] == "uncited"]


def _joins(made: Coverage, before: int, index: int) -> bool:
    """Whether a unit belongs to the passage of the one before it: as lines that repeat lines which stand
    just so, or as sentences that the same events quote, one of them in one quotation.
    """
    one, other = made.units[before], made.units[index]
    if one.repeats and other.repeats:
        return other.line - one.line == other.repeats - one.repeats
    if one.line != other.line or one.first != before or other.first != index:
        return False
    held = made.holders[before] & made.holders[index]
    return bool(held) and _events(made, before) == _events(made, index)


def _events(made: Coverage, index: int) -> list[str]:
    """The events that quote a unit, once each, in the order of the timeline."""
    return list(dict.fromkeys(one["event"] for one in made.cited[index]))


def _passage(made: Coverage, group: list[int]) -> PassageReport:
    first, last = made.units[group[0]], made.units[group[-1]]
    repeated = bool(first.repeats) or first.first != group[0]
    line, column = made.text.place(first.start)
    states = {made.state(index) for index in group}
    cited = [] if repeated else [cited for index in group for cited in made.cited[index]]
    return {
        "kind": "repeat" if repeated else first.kind,
        "line": line,
        "column": column,
        "last_line": last.line,
        "start": first.start,
        "end": last.end,
        "text": made.text.text[first.start : last.end],
        "sentence_count": len(group) if first.kind == "text" else 0,
        "state": states.pop() if len(states) == 1 else "part",
        "cited_by": cited,
        "quoted_ranges": [{"start": start, "end": end} for start, end in spans(cited)],
        "event_ids": [] if repeated else _events(made, group[0]),
        "same_as": _same_as(made, group) if repeated else None,
    }


def _same_as(made: Coverage, group: list[int]) -> SameAs:
    first, last = made.units[group[0]], made.units[group[-1]]
    if first.repeats:
        return {"line": first.repeats, "column": 1, "last_line": last.repeats}
    line, column = made.text.place(made.units[first.first].start)
    return {"line": line, "column": column, "last_line": line}

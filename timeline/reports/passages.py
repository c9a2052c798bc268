"""A stored text in passages: a sentence, or several that one quotation covers; repetitions are folded."""

from typing import Literal

from typing_extensions import TypedDict

from timeline.reports.coverage import CitedRange, Coverage, TextRange, spans


class SameAs(TypedDict):
    """The earlier lines that a passage repeats; `column` is 1 if whole lines are repeated."""

    line: int
    column: int
    last_line: int


class PassageReport(TypedDict):
    """One sentence, or several that one quotation covers (`sentence_count` of them); a title, a notice, or
    lines that repeat earlier ones verbatim. What is quoted of a repetition is counted where the words come
    first. `cited_by` has a range for each quotation, `quoted_ranges` joins them.
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
    quoted_ranges: list[TextRange]
    event_ids: list[str]
    same_as: SameAs | None


def passages(covered: Coverage) -> list[PassageReport]:
    """The passages of a text in order. Only white space is left out."""
    groups: list[list[int]] = []
    for index in range(len(covered.units)):
        if groups and _joins(covered, groups[-1][-1], index):
            groups[-1].append(index)
        else:
            groups.append([index])
    return [_passage(covered, group) for group in groups]


def uncited(passages: list[PassageReport]) -> list[PassageReport]:
    """The sentences that no event quotes: what a curator can still use."""
    return [passage for passage in passages if passage["kind"] == "text" and passage["state"] == "uncited"]


def _joins(covered: Coverage, before: int, index: int) -> bool:
    """Whether a unit belongs to the passage of the one before it: both repeat lines at the same distance, or
    both are sentences of one line that the same events quote, at least once in a single quotation.
    """
    previous, unit = covered.units[before], covered.units[index]
    if previous.repeats and unit.repeats:
        return unit.line - previous.line == unit.repeats - previous.repeats
    if previous.line != unit.line or previous.first != before or unit.first != index:
        return False
    shared = covered.holders[before] & covered.holders[index]
    return bool(shared) and _events(covered, before) == _events(covered, index)


def _events(covered: Coverage, index: int) -> list[str]:
    """The ids of the events that quote a unit, in the order of the timeline."""
    return list(dict.fromkeys(quoted["event"] for quoted in covered.cited[index]))


def _passage(covered: Coverage, group: list[int]) -> PassageReport:
    first, last = covered.units[group[0]], covered.units[group[-1]]
    repeated = bool(first.repeats) or first.first != group[0]
    line, column = covered.text.place(first.start)
    states = {covered.state(index) for index in group}
    cited = [] if repeated else [cited for index in group for cited in covered.cited[index]]
    return {
        "kind": "repeat" if repeated else first.kind,
        "line": line,
        "column": column,
        "last_line": last.line,
        "start": first.start,
        "end": last.end,
        "text": covered.text.text[first.start : last.end],
        "sentence_count": len(group) if first.kind == "text" else 0,
        "state": states.pop() if len(states) == 1 else "part",
        "cited_by": cited,
        "quoted_ranges": [{"start": start, "end": end} for start, end in spans(cited)],
        "event_ids": [] if repeated else _events(covered, group[0]),
        "same_as": _same_as(covered, group) if repeated else None,
    }


def _same_as(covered: Coverage, group: list[int]) -> SameAs:
    first, last = covered.units[group[0]], covered.units[group[-1]]
    if first.repeats:
        return {"line": first.repeats, "column": 1, "last_line": last.repeats}
    line, column = covered.text.place(covered.units[first.first].start)
    return {"line": line, "column": column, "last_line": line}

"""Write the results of `check` after a full run, and bring them up to date after a small edit.

Results that depend on more than their own record, or on the order of records, are not updated: the next
check of an edited dataset is then a full run.
"""

import sqlite3
from collections import Counter

from timeline.cache.check_results import (
    NO_RECORD,
    TABLES,
    LocationPattern,
    Totals,
    counts_of,
    facts_of,
    read_results,
    read_totals,
    stored_chunks,
    write_chunk,
    write_problems,
    write_totals,
)
from timeline.cache.edits import (
    LINES_BEFORE,
    ChunkRow,
    Edit,
    EditedDataset,
    edits_since,
    require_same_inputs,
    write_shared_digest,
)
from timeline.checks import (
    MAX_PROBLEMS_PER_RULE,
    Budget,
    CheckedTimeline,
    Context,
    EventResults,
    RuleResults,
    all_problems,
    apply_timeline_rules,
    check_event,
)
from timeline.dataset.chunks import Chunk
from timeline.dataset.locate import Dataset
from timeline.evidence import LinkedEvent, Timeline
from timeline.store.update import CannotUpdate


def is_complete(outcome: RuleResults, dataset: Dataset) -> bool:
    """Whether no problem was dropped or skipped, and all of them are in files of the dataset."""
    problems = list(all_problems(outcome))
    inside = all(problem.location.file.startswith(dataset.shown) for problem, _ in problems)
    counts = Counter((problem.rule, reason is None) for problem, reason in problems)
    below_limit = not outcome.more and max(counts.values(), default=0) < MAX_PROBLEMS_PER_RULE
    return inside and below_limit and not outcome.exhausted


def write_outcome(connection: sqlite3.Connection, dataset: Dataset, outcome: RuleResults) -> None:
    """Write results that can be shown again until a file changes."""
    problems = list(all_problems(outcome))
    pattern = LocationPattern({problem.location.file for problem, _ in problems})
    named = pattern.in_problems(problem for problem, _ in problems)
    connection.executescript(TABLES)
    connection.execute("BEGIN")
    write_problems(connection, problems, dataset.shown)
    write_totals(connection, _totals(outcome, dataset, named=named))
    connection.execute("COMMIT")


def write_whole(
    connection: sqlite3.Connection, dataset: Dataset, whole: CheckedTimeline, rows: list[ChunkRow] | None
) -> None:
    """Write results that can also be updated after an edit, if the records are known (`rows`) and the
    problems of each one are in its own lines.
    """
    pattern = LocationPattern(whole.timeline.material.trees)
    if rows is None or any(_is_elsewhere(linked, findings, pattern) for linked, findings in whole.events):
        write_outcome(connection, dataset, whole.results)
        return
    events = {linked.record.id: (linked, findings) for linked, findings in whole.events}
    connection.executescript(TABLES)
    connection.execute("BEGIN")
    for row in rows:
        linked, findings = events.get(row.event, (None, EventResults()))
        line = linked.event.node.line if linked else 1
        write_chunk(connection, row, line, line, findings)
    write_problems(connection, whole.timeline_problems, dataset.shown)
    named = pattern.in_problems(problem for problem, _ in whole.timeline_problems)
    write_totals(connection, _totals(whole.results, dataset, named=named))
    write_shared_digest(connection, dataset, whole.timeline.material)
    connection.execute("COMMIT")


def _totals(outcome: RuleResults, dataset: Dataset, *, named: bool) -> Totals:
    return Totals(
        outcome.events, outcome.left_out, outcome.sources, outcome.spent, dataset.shown, locations=named
    )


def _is_elsewhere(linked: LinkedEvent, findings: EventResults, pattern: LocationPattern) -> bool:
    """Whether a finding about an event is located outside its record, or mentions a line of a file.

    Such a finding may change when another record changes.
    """
    for _, fact in findings.facts:
        for value in fact.values:
            if ":" in value and pattern.in_text(value):
                return True
    located = [fact.location for _, fact in findings.facts if fact.location]
    if not findings.problems and not findings.accepted and not located:
        return False
    problems = [problem for problem, _ in all_problems(findings)]
    files = {location.file for location in (*located, *(problem.location for problem in problems))}
    return not files <= {linked.event.tree.file} or pattern.in_problems(problems)


def restore(connection: sqlite3.Connection, dataset: Dataset) -> RuleResults | None:
    """The stored results; None if their messages mention locations as seen from another folder."""
    totals = read_totals(connection)
    if totals.locations and totals.shown != dataset.shown:
        return None
    results = read_results(connection, dataset.shown)
    return results._replace(
        events=totals.counts, left_out=totals.left_out, sources=totals.sources, spent=totals.spent
    )


def recheck(dataset: Dataset, earlier: sqlite3.Connection, edited: EditedDataset) -> sqlite3.Connection:
    """A copy in memory of earlier results, brought up to date. Raises CannotUpdate and sqlite3.Error."""
    rows = stored_chunks(earlier)
    edits, chunks = edits_since(edited, rows)
    require_same_inputs(earlier, edited)
    memory = sqlite3.connect(":memory:", isolation_level=None)
    earlier.backup(memory)
    memory.execute("BEGIN")
    timeline = edited.link(edits, {row.event for row in rows if row.event})
    pattern = LocationPattern([*timeline.material.trees, *map(dataset.label, dataset.event_files())])
    totals = _recheck_events(memory, edits, timeline, pattern)
    _write_first_lines(memory, chunks)
    named = _recheck_timeline(memory, timeline, dataset, pattern)
    write_totals(memory, totals._replace(shown=dataset.shown, locations=named))
    memory.execute("COMMIT")
    _require_below_limit(memory)
    return memory


def _recheck_events(
    memory: sqlite3.Connection, edits: list[Edit], timeline: Timeline, pattern: LocationPattern
) -> Totals:
    """Check the changed events, and replace their results."""
    totals = read_totals(memory)
    context = Context(timeline, budget=Budget(totals.spent))
    events = {linked.record.id: linked for linked in timeline.events}
    counts = totals.counts
    for edit in edits:
        findings = check_event(events[edit.event], context)
        if context.budget.exhausted or _is_elsewhere(events[edit.event], findings, pattern):
            raise CannotUpdate
        counts = counts.minus(counts_of(memory, edit.file, edit.position)).plus(findings.counts)
        memory.execute("DELETE FROM problems WHERE file = ? AND position = ?", (edit.file, edit.position))
        row = ChunkRow(edit.file, edit.position, edit.chunk.print, edit.event)
        write_chunk(memory, row, edit.chunk.first, LINES_BEFORE + 1, findings)
    return totals._replace(counts=counts, spent=dict(context.budget.spent))


def _write_first_lines(memory: sqlite3.Connection, chunks: dict[str, list[Chunk]]) -> None:
    """Store the line in which each record begins now."""
    memory.executemany(
        "UPDATE chunks SET first = ?1 WHERE file = ?2 AND position = ?3 AND first <> ?1",
        (
            (chunk.first, file, position)
            for file, of_file in chunks.items()
            for position, chunk in enumerate(of_file)
        ),
    )


def _recheck_timeline(
    memory: sqlite3.Connection, timeline: Timeline, dataset: Dataset, pattern: LocationPattern
) -> bool:
    """Run the timeline rules on the facts of all events; returns whether a message mentions a location."""
    context = Context(timeline)
    problems = list(apply_timeline_rules(facts_of(memory, dataset.shown), context))
    if context.budget.exhausted:
        raise CannotUpdate
    memory.execute("DELETE FROM problems WHERE position = ?", (NO_RECORD,))
    write_problems(memory, dict.fromkeys(problems), dataset.shown)
    return pattern.in_problems(problem for problem, _ in problems)


def _require_below_limit(memory: sqlite3.Connection) -> None:
    """Raise CannotUpdate if a rule has more problems than are kept."""
    sql = f"SELECT 1 FROM problems GROUP BY rule, reason IS NULL HAVING COUNT(*) >= {MAX_PROBLEMS_PER_RULE:d}"
    if memory.execute(sql).fetchone():
        raise CannotUpdate

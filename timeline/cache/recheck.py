"""What `check` found, written down after a cold run, and brought up to date after a small edit.

Whatever is in doubt is not written down, or is found again by a cold run.
"""

import sqlite3
from collections import Counter

from timeline.cache.check_results import (
    OF_NO_RECORD,
    TABLES,
    Places,
    Totals,
    counts_of,
    facts_of,
    judged,
    rows_stored,
    totals_of,
    write_chunk,
    write_problems,
    write_totals,
)
from timeline.cache.edits import (
    BEFORE,
    Around,
    ChunkRow,
    Doubtful,
    Edit,
    edits_since,
    fingerprint,
    read_edits,
    same_surroundings,
)
from timeline.checks.budget import Budget
from timeline.checks.context import Context
from timeline.checks.kept import MOST
from timeline.checks.run import Findings, examine, judge_timeline, open_and_accepted
from timeline.checks.run_batches import Outcome, Whole
from timeline.dataset.chunks import Chunk
from timeline.dataset.locate import Dataset
from timeline.evidence import LinkedEvent, Timeline


def is_complete(outcome: Outcome, dataset: Dataset) -> bool:
    """Whether all problems are there, each in a file whose name begins as those of the dataset do, and none
    depends on the order of the events.
    """
    found = list(open_and_accepted(outcome.judged))
    inside = all(problem.location.file.startswith(dataset.shown) for problem, _ in found)
    numbers = Counter((problem.rule, reason is None) for problem, reason in found)
    few = not outcome.judged.more and max(numbers.values(), default=0) < MOST
    return inside and few and not outcome.exhausted


def write_outcome(connection: sqlite3.Connection, dataset: Dataset, outcome: Outcome) -> None:
    """Write down an outcome that is shown again while no file changes."""
    found = list(open_and_accepted(outcome.judged))
    places = Places({problem.location.file for problem, _ in found})
    named = places.in_problems(problem for problem, _ in found)
    connection.executescript(TABLES)
    connection.execute("BEGIN")
    write_problems(connection, found, dataset.shown)
    write_totals(connection, _totals(outcome, dataset, named=named))
    connection.execute("COMMIT")


def write_whole(
    connection: sqlite3.Connection, dataset: Dataset, whole: Whole, rows: list[ChunkRow] | None
) -> None:
    """Write down an outcome that can be brought up to date after an edit, where the records can be told apart
    (`rows`) and none says anything of another one.
    """
    events = {linked.record.id: (linked, found) for linked, found in whole.events}
    places = Places(whole.timeline.material.trees)
    if rows is None or any(_is_elsewhere(linked, found, places) for linked, found in whole.events):
        write_outcome(connection, dataset, whole.outcome)
        return
    connection.executescript(TABLES)
    connection.execute("BEGIN")
    for row in rows:
        linked, findings = events.get(row.event, (None, Findings()))
        line = linked.event.node.line if linked else 1
        write_chunk(connection, row, line, line, findings)
    write_problems(connection, whole.of_timeline, dataset.shown)
    named = places.in_problems(problem for problem, _ in whole.of_timeline)
    write_totals(connection, _totals(whole.outcome, dataset, named=named))
    around = fingerprint(dataset, whole.timeline.material)
    connection.execute("INSERT INTO meta VALUES ('surroundings', ?)", (around,))
    connection.execute("COMMIT")


def _totals(outcome: Outcome, dataset: Dataset, *, named: bool) -> Totals:
    return Totals(
        outcome.events, outcome.left_out, outcome.sources, outcome.spent, dataset.shown, places=named
    )


def _is_elsewhere(linked: LinkedEvent, findings: Findings, places: Places) -> bool:
    """Whether something that was found in an event is not in its record, or names a line of a file: then it
    may change with another record.
    """
    for _, fact in findings.facts:
        for value in fact.values:
            if ":" in value and places.in_text(value):
                return True
    if (
        not findings.problems
        and not findings.accepted
        and not any(fact.location for _, fact in findings.facts)
    ):
        return False
    problems = [problem for problem, _ in open_and_accepted(findings)]
    files = {problem.location.file for problem in problems}
    files.update(fact.location.file for _, fact in findings.facts if fact.location)
    return not files <= {linked.event.tree.file} or places.in_problems(problems)


def restore(connection: sqlite3.Connection, dataset: Dataset) -> Outcome | None:
    """What is written down; None where it names places as they are called from another folder."""
    totals = totals_of(connection)
    if totals.places and totals.shown != dataset.shown:
        return None
    found = judged(connection, dataset.shown)
    return Outcome(found, totals.counts, totals.left_out, totals.sources, totals.spent)


def recheck(dataset: Dataset, earlier: sqlite3.Connection, around: Around) -> sqlite3.Connection:
    """What was written down earlier, brought up to date, in memory. Raises Doubtful and sqlite3.Error."""
    rows = rows_stored(earlier)
    edits, chunks = edits_since(dataset, rows)
    material = same_surroundings(earlier, around).material
    memory = sqlite3.connect(":memory:", isolation_level=None)
    earlier.backup(memory)
    memory.execute("BEGIN")
    timeline = read_edits(edits, material, {row.event for row in rows if row.event})
    places = Places([*timeline.material.trees, *map(dataset.label, dataset.event_files())])
    totals = _recheck_events(memory, edits, timeline, places)
    _move(memory, chunks)
    named = _recheck_timeline(memory, timeline, dataset, places)
    write_totals(memory, totals._replace(shown=dataset.shown, places=named))
    memory.execute("COMMIT")
    _few(memory)
    return memory


def _recheck_events(
    memory: sqlite3.Connection, edits: list[Edit], timeline: Timeline, places: Places
) -> Totals:
    """Judge the changed events, and write what was found in the place of what was found before."""
    totals = totals_of(memory)
    context = Context(timeline, budget=Budget(totals.spent))
    events = {linked.record.id: linked for linked in timeline.events}
    sums = totals.counts
    for edit in edits:
        findings = examine(events[edit.event], context)
        if context.budget.exhausted or _is_elsewhere(events[edit.event], findings, places):
            raise Doubtful
        sums = sums.minus(counts_of(memory, edit.file, edit.position)).plus(findings.counts)
        memory.execute("DELETE FROM problems WHERE file = ? AND position = ?", (edit.file, edit.position))
        row = ChunkRow(edit.file, edit.position, edit.chunk.digest, edit.event)
        write_chunk(memory, row, edit.chunk.first, BEFORE + 1, findings)
    return totals._replace(counts=sums, spent=dict(context.budget.spent))


def _move(memory: sqlite3.Connection, chunks: dict[str, list[Chunk]]) -> None:
    """Write down where each record begins now."""
    memory.executemany(
        "UPDATE chunks SET first = ?1 WHERE file = ?2 AND position = ?3 AND first <> ?1",
        (
            (chunk.first, file, position)
            for file, of_file in chunks.items()
            for position, chunk in enumerate(of_file)
        ),
    )


def _recheck_timeline(
    memory: sqlite3.Connection, timeline: Timeline, dataset: Dataset, places: Places
) -> bool:
    """Judge the timeline by the facts of all events; whether a message names a place."""
    context = Context(timeline)
    found = list(judge_timeline(facts_of(memory, dataset.shown), context))
    if context.budget.exhausted:
        raise Doubtful
    memory.execute("DELETE FROM problems WHERE position = ?", (OF_NO_RECORD,))
    write_problems(memory, dict.fromkeys(found), dataset.shown)
    return places.in_problems(problem for problem, _ in found)


def _few(memory: sqlite3.Connection) -> None:
    """Raise Doubtful where a rule found more problems than are kept."""
    sql = f"SELECT 1 FROM problems GROUP BY rule, reason IS NULL HAVING COUNT(*) >= {MOST:d}"
    if memory.execute(sql).fetchone():
        raise Doubtful

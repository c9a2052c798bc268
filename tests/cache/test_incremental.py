"""An updated store has the contents of a full build, whatever was edited, or CannotUpdate is raised."""

import sqlite3
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import MakeDataset
from timeline.cache.build import compile_into
from timeline.cache.edits import EditedDataset
from timeline.cache.incremental import updated_store
from timeline.checks import DEFAULT, check_timeline
from timeline.dataset.locate import find
from timeline.evidence import load_timeline
from timeline.store.update import CannotUpdate

TEXT = "The fair was held on 3 May 2025 in the hall. No one came on Monday. The hall was closed in June 2025."
QUOTES = (
    "The fair was held on 3 May 2025",
    "No one came on Monday",
    "It never rained",
    "closed in June 2025",
)
_TABLES = {
    "events": "SELECT * FROM events ORDER BY seq",
    "documents": "SELECT * FROM documents ORDER BY number",
    "spans": "SELECT * FROM spans ORDER BY event, first, last",
    "parts": "SELECT * FROM parts ORDER BY actor, bucket, event, role",
    "facets": "SELECT field, folded, value, events, spellings, event "
    "FROM terms LEFT JOIN facets USING (term) ORDER BY field, folded, event",
    "words": "SELECT rowid, * FROM event_words ORDER BY rowid",
    "found": "SELECT rowid FROM event_words WHERE event_words MATCH 'fair OR hall' ORDER BY rowid",
    "meta": "SELECT * FROM meta ORDER BY key",
    "records": "SELECT * FROM chunks ORDER BY file, position",
    "actors": "SELECT * FROM actors ORDER BY id",
    "sentences": "SELECT * FROM sentences ORDER BY id",
}


def dump(store: sqlite3.Connection) -> dict[str, list[object]]:
    return {name: store.execute(sql).fetchall() for name, sql in _TABLES.items()}


def full_build(folder: Path) -> sqlite3.Connection:
    store = sqlite3.connect(":memory:", isolation_level=None)
    compile_into(find(str(folder), folder), {})(store)
    return store


def update(folder: Path, old: sqlite3.Connection) -> sqlite3.Connection | None:
    """The store brought up to date; None if it must be built again."""
    dataset = find(str(folder), folder)
    outcome = check_timeline(load_timeline(dataset)).results
    meta = {"problems": str(outcome.select(DEFAULT).number), "left_out": str(outcome.left_out)}
    try:
        return updated_store(old, EditedDataset(dataset), meta)
    except CannotUpdate:
        return None


class Event(NamedTuple):
    """The parts of a record that are edited."""

    title: str
    date: str
    topics: tuple[str, ...]
    actors: tuple[str, ...]
    quote: str
    links: str

    def lines(self, key: str) -> str:
        return "\n".join(
            [
                f"- id: {key}",
                f"  title: {self.title}",
                "  kind: fair",
                f"  date: '{self.date}'",
                f"  topics: [{', '.join(self.topics)}]",
                f"  actors: [{', '.join(self.actors)}]",
                f"  links: {{follows: [{self.links}]}}",
                "  summary: >-",
                "      The fair",
                "      - was held.",
                "  citations:",
                f"    - {{source: gazette, quote: {self.quote}, supports: [date, summary.1]}}",
            ]
        )


events = st.builds(
    Event,
    title=st.sampled_from(["The fair", "The hall", "'A: colon'"]),
    date=st.sampled_from(["2025", "2025-05-03", "2025-05~", "2024/..", "[2023,2024]"]),
    topics=st.lists(st.sampled_from(["trade", "Trade", "war"]), max_size=2, unique=True).map(tuple),
    actors=st.lists(st.sampled_from(["Japan", "JP", "NATO", "Atlantis"]), max_size=2, unique=True).map(tuple),
    quote=st.sampled_from(QUOTES),
    links=st.sampled_from(["event-0", "event-1", "event-9"]),
)


@given(st.lists(events, min_size=1, max_size=5), st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_an_updated_store_equals_a_full_build(
    dataset: MakeDataset, before: list[Event], data: st.DataObject
) -> None:
    folder = dataset(texts={"gazette.txt": TEXT})
    write(folder, before)
    old = full_build(folder)
    after = list(before)
    for _ in range(data.draw(st.integers(1, 2))):
        after[data.draw(st.integers(0, len(after) - 1))] = data.draw(events)
    write(folder, after)
    new = update(folder, old)
    assert new is None or dump(new) == dump(full_build(folder))


def write(folder: Path, records: list[Event]) -> None:
    listed = "\n".join(event.lines(f"event-{number}") for number, event in enumerate(records))
    body = "\n".join(f"  {line}" for line in listed.split("\n"))
    (folder / "data" / "events.yaml").write_text(f"format: 1\nevents:\n{body}\n", encoding="utf-8")


ONE = Event("The fair", "2025", ("trade",), ("Japan",), QUOTES[0], "event-1")
TWO = Event("The hall", "2026", ("war",), ("NATO",), QUOTES[1], "event-0")


@pytest.fixture
def two(dataset: MakeDataset) -> Path:
    """A dataset with two events, of the years 2025 and 2026."""
    folder = dataset(texts={"gazette.txt": TEXT})
    write(folder, [ONE, TWO])
    return folder


@pytest.mark.parametrize(
    "after",
    [
        ONE._replace(title="The hall"),
        ONE._replace(date="2025-05-03"),
        ONE._replace(topics=("peace",)),
        ONE._replace(actors=("Atlantis",)),
        ONE._replace(quote=QUOTES[2]),
        ONE._replace(links="event-9"),
    ],
)
def test_an_edit_that_keeps_the_order_is_an_update(two: Path, after: Event) -> None:
    old = full_build(two)
    write(two, [after, TWO])
    new = update(two, old)
    assert new is not None
    assert dump(new) == dump(full_build(two))


@pytest.mark.parametrize("after", [[ONE._replace(date="2027"), TWO], [ONE], [ONE, TWO, ONE], [TWO, ONE]])
def test_a_change_of_order_or_number_needs_a_full_build(two: Path, after: list[Event]) -> None:
    old = full_build(two)
    write(two, after)
    assert update(two, old) is None


@pytest.mark.parametrize(
    "name", ["data/sources.yaml", "data/actors.yaml", "seeds/gazette.txt", "seeds/b.txt"]
)
def test_a_change_of_another_file_needs_a_full_build(two: Path, name: str) -> None:
    old = full_build(two)
    write(two, [ONE._replace(title="The hall"), TWO])
    with (two / name).open("a", encoding="utf-8") as stream:
        stream.write("format: 1\nactors: []\n" if "actors" in name else "# \n")
    assert update(two, old) is None

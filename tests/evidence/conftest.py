"""Small timelines made of YAML and texts in the tests, without files and the built-in world."""

import textwrap
from collections.abc import Mapping
from typing import Any, Protocol

import pytest

from timeline.dataset.read import LoadedDataset
from timeline.evidence import Timeline, link
from timeline.problems import Problem
from timeline.quotes.stored_text import StoredText
from timeline.readers import read
from timeline.records import ActorRecord, EventRecord, SourceRecord, validate_records

WORLD = """
- {id: JP, name: Japan, kind: country, codes: [JPN], aliases: [Nippon], ambiguous: [Tokyo]}
- {id: KR, name: South Korea, kind: country, aliases: [ROK, U.S. ally], ambiguous: [Korea]}
- {id: KP, name: North Korea, kind: country, ambiguous: [Korea]}
- {id: LEAGUE, name: League of Ports, kind: group, aliases: [the League], members: {JP: 2019/.., KR: 2020}}
"""
GAZETTE = """\
The towns met in Port Example on Monday.
Japan and \u201cthe League\u201d came.
The lamps burn. The mayor spoke.
The lamps burn. The baker spoke.
It was late June. No one slept.
It was late June. No one slept.
"""
LEDGER = """
- {id: gazette, file: gazette.txt, title: Port Gazette, published: 2025-07-09, coverage: full}
- {id: page, title: A page}
"""
TEXTS = {"gazette.txt": GAZETTE}


class MakeTimeline(Protocol):
    """Takes the lists of the three files of records; `texts` is None for a dataset that cannot have any."""

    def __call__(
        self,
        events: str,
        *,
        actors: str = "",
        sources: str = LEDGER,
        texts: Mapping[str, str] | None = TEXTS,
    ) -> Timeline: ...


@pytest.fixture
def timeline_of() -> MakeTimeline:
    def make(
        events: str,
        *,
        actors: str = "",
        sources: str = LEDGER,
        texts: Mapping[str, str] | None = TEXTS,
    ) -> Timeline:
        stored = (
            None
            if texts is None
            else {name: StoredText(f"seeds/{name}", text, "") for name, text in texts.items()}
        )
        return link(
            LoadedDataset(
                events=_records("events", events, EventRecord),
                actors=_records("actors", actors, ActorRecord),
                sources=_records("sources", sources, SourceRecord),
                world=_records("actors", WORLD, ActorRecord),
                texts=stored,
                trees={},
                problems=(),
                left_out=0,
            )
        )

    return make


def _records(key: str, items: str, model: type[Any]) -> tuple[Any, ...]:
    tree, known = read(f"data/{key}.yaml", f"format: 1\n{key}:\n{textwrap.dedent(items)}\n")
    records, problems = validate_records(tree, key, model, known)
    none: list[Problem] = []
    assert [*known, *problems] == none
    return tuple(records)

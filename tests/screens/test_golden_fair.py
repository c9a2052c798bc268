"""Screens of a dataset with everything that is rare: repetitions, rewrites, gaps, no dates.

The files in `golden/` are these screens: `REWRITE_GOLDEN=1 pytest tests/screens` rewrites them.
"""

import hashlib
from pathlib import Path

import pytest

from tests.conftest import Golden, MakeDataset, Run

NOTICE = "Notice of the Herald\n\n"
FAIR = "The fair opened in Port Example on Tuesday, and Japan, Chile and Peru came with their ministers. "
TEXTS = {
    "gazette.txt": f"{FAIR}No one had expected so many people there, they said.\n" * 6
    + "It rained. Recently it had not. Some left.\n",
    "herald.txt": f"{NOTICE}A fair is like another. The fair closed in May 2025 or soon after. None wept.\n",
    "letter.txt": "We came late.\n",
}
SHA = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in TEXTS.items()}
SOURCES = f"""
- id: gazette
  file: gazette.txt
  title: The Fair
  author: A. Writer
  publisher: The Gazette
  published: 2025-05-07~
  coverage: excerpt
  url: https://example.org/fair
  sha256: {SHA["gazette.txt"]}
- id: herald
  file: herald.txt
  publisher: The Herald
  coverage: full
  rewrite_of: wire
  sha256: {SHA["herald.txt"]}
  not_text: [1]
- {{id: letter, file: letter.txt}}
- {{id: changed, file: gone.txt, sha256: {"0" * 64}}}
- {{id: wire, publisher: A Wire, published: 2025, url: "https://example.org/wire"}}
- {{id: book}}
"""
ACTORS = """
- id: guild
  name: The Guild
  kind: organisation
  aliases: [Guildsmen]
  members:
    JP: 2001/..
    CL: 2001~/2025-06
    PE: 2026-05/..
    IN: 1999/2010-02
    CU: 2001/..
- {id: hamlet, name: Hamlet, kind: body}
"""
EVENTS = """
- id: fair-2025
  title: The fair of Port Example
  kind: fair
  status: ongoing
  date: 2025-05-06/..
  place: [{name: Port Example, country: CL}, {name: Chile, country: CL}, {name: The sea}]
  actors:
    Japan: [host, speaker]
    Chile: {role: host, level: minister}
    Peru: {role: partner, by: A. Person}
    India: {role: [member, speaker], level: leader, by: B. Person}
    Cuba: target
    Oman: absent
  topics: [trade, the sea]
  links: {about: [no-date], follows: [old, older]}
  summary: [The fair opened in Port Example., It rained., No one asked.]
  citations:
    - {source: gazette, quote: The fair opened in Port Example on Tuesday, supports: [date, place, summary.1]}
    - {source: gazette, quote: Chile and Peru came with their ministers,
       supports: [actors.Chile, actors.Peru], note: It names no ministers., speaker: A. Speaker}
    - {source: herald, quote: "The fair [...] soon after", supports: []}
    - {source: gazette, quote: It rained., supports: [summary.2]}
    - {source: letter, quote: We came early., supports: [status]}
  curator:
    - {note: Japan was the host., supports: [actors.Japan, actors.India, actors.Cuba], see: [wire, herald]}
    - {note: To be kept in mind., supports: [], see: ["https://example.org/more", book]}
- {id: no-date, title: The fair without a date, kind: fair, date: /, actors: {Peru: absent},
   summary: It was held.}
- {id: old, title: The old fair, kind: fair, status: cancelled, date: -0043-03, actors: {Peru: subject},
   summary: It was held.}
- {id: older, title: The older fair, kind: fair, date: "[..0050]", summary: It was held.}
- id: soon
  title: The fair to come, with a title that is so long that no line of this width can hold it
  kind: fair
  status: planned
  date: 2026-01-02/2026-03
  actors: [Japan, Chile, Peru, Cuba, Oman]
  summary: It will be held.
"""


@pytest.fixture
def fairs(dataset: MakeDataset) -> Path:
    """The dataset of fairs."""
    return dataset(EVENTS, sources=SOURCES, actors=ACTORS, texts=TEXTS)


@pytest.mark.parametrize(
    ("name", "columns", "arguments"),
    [
        ("fair-show.txt", 80, ["show", "fair-2025", "no-date"]),
        ("fair-why.txt", 80, ["why", "fair-2025"]),
        ("fair-list-50.txt", 50, ["list", "--format", "table"]),
        ("fair-list-80.txt", 80, ["list", "--format", "table", "--actor", "Japan", "--actor", "Peru"]),
        ("fair-list-160.txt", 160, ["list", "--format", "table"]),
        ("fair-list.md", 80, ["list", "--format", "markdown"]),
        ("fair-list.csv", 80, ["list", "--format", "csv"]),
        ("fair-source-gazette.txt", 80, ["source", "gazette"]),
        ("fair-source-gazette-30.txt", 30, ["source", "gazette"]),
        ("fair-source-gazette-20.txt", 20, ["source", "gazette"]),
        ("fair-source-herald.txt", 80, ["source", "herald"]),
        ("fair-source-letter.txt", 80, ["source", "letter"]),
        ("fair-source-changed.txt", 80, ["source", "changed"]),
        ("fair-source-wire.txt", 80, ["source", "wire"]),
        ("fair-source-book.txt", 80, ["source", "book"]),
        ("fair-sources.tsv", 80, ["sources"]),
        ("fair-search.tsv", 80, ["search", "fair"]),
        ("fair-actor.txt", 80, ["actor", "Peru", "--on", "2025-05-06"]),
        ("fair-actor-guild.txt", 80, ["actor", "The Guild", "--on", "2025"]),
        ("fair-actor-hamlet.txt", 80, ["actor", "Hamlet"]),
        ("fair-actors.tsv", 80, ["actors"]),
    ],
)
def test_screen(
    run: Run,
    golden: Golden,
    fairs: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    columns: int,
    arguments: list[str],
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    golden(name, run("--dataset", fairs, *arguments).out)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("fair-sources.txt", ["sources"]),
        ("fair-sources-all.txt", ["sources", "--all"]),
        ("fair-actors.txt", ["actors"]),
        ("fair-search.txt", ["search", "fair"]),
    ],
)
def test_screen_with_output_file(
    run: Run, golden: Golden, fairs: Path, name: str, arguments: list[str]
) -> None:
    """Tables are tab-separated in a pipe, and drawn in a file."""
    answer = run("--dataset", fairs, *arguments, "-o", "screen.txt")
    assert answer.code == 0, answer.err
    golden(name, Path("screen.txt").read_text("utf-8"))

"""Datasets of one stored text, and the report of how it is used."""

from collections.abc import Callable

import pytest

from tests.conftest import MakeDataset
from timeline.dataset.locate import find
from timeline.evidence import load_timeline
from timeline.reports.passages import PassageReport
from timeline.reports.sources import SourceReport, report

ReportOn = Callable[..., SourceReport]
GAP = "closing-natos-indo-pacific-gap"
RECORD = "- {id: text, file: text.txt, coverage: excerpt, title: A title, not_text: [2]%s}"
MARKS = {"cited": "|", "part": ":", "uncited": " "}


def event(key: str, *quotes: str) -> str:
    """An event that quotes the source `text`."""
    citations = "".join(f'\n    - {{source: text, supports: [], quote: "{quote}"}}' for quote in quotes)
    return (
        f"- id: {key}\n  title: T\n  kind: meeting\n  date: 2024\n  summary: S\n"
        f"  curator: [{{note: N, supports: [date, status, summary.1]}}]\n  citations:{citations}\n"
    )


@pytest.fixture
def report_on(dataset: MakeDataset) -> ReportOn:
    """The report of a text from which each of some events has a quotation."""

    def make(text: str, *quotes: str, sources: str | None = None) -> SourceReport:
        events = "\n".join(event(f"e{number}", quote) for number, quote in enumerate(quotes, 1))
        folder = dataset(events, sources=sources, texts={"text.txt": text})
        return report(load_timeline(find(str(folder), folder)), "text")

    return make


def shown(passages: list[PassageReport]) -> list[str]:
    """Mark, position, kind and number of sentences of each passage."""
    return [
        f"{MARKS[passage['state']]} {passage['line']}:{passage['column']} {passage['kind']} "
        f"{passage['sentence_count']}"
        for passage in passages
    ]

"""The options of `list` and `search` are the fields of `Filters` and select the same events as in Python."""

import json
from contextlib import suppress

import pytest
import typer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import timeline
from tests.conftest import MakeDataset, Run
from timeline.cli import completion
from timeline.cli.commands import list as list_module
from timeline.cli.commands import search as search_module
from timeline.cli.filtering import filter_options
from timeline.documents.schema import Document
from timeline.filters import Filters
from timeline.filters.rows import Facet, Flag, Names, rows
from timeline.query import InvalidQuery

FIELDS = [row.name for row in rows(Filters)]
OTHERS = {"format_", "json", "fields", "raw", "no_pager", "output", "words", "where", "help"}
EVENTS = """
- id: fair-2024
  title: The fair
  kind: fair
  date: 2024-05
  actors: {Japan: host, Chile: speaker}
  topics: [trade]
  place: {name: Port Example, country: JP}
  summary: It was held.
  citations: [{source: gazette, quote: It was held., supports: []}]
- id: summit-2025
  title: The summit
  kind: summit
  date: 2025~
  status: planned
  actors: {NATO: host, Chile: absent}
  topics: [trade, war]
  summary: It was held.
- {id: talks, title: Talks, kind: meeting, date: 2023/2025, actors: [France], summary: They talked.}
"""
VALUES: dict[str, list[str] | list[int]] = {
    "actor": ["Japan", "Chile", "NATO", "France", "Japan,Chile"],
    "member_of": ["NATO", "EU"],
    "role": ["host", "speaker", "absent", "host,participant"],
    "since": ["2024", "2025-02"],
    "until": ["2024", "2025-06"],
    "on": ["2024-05-03", "2025"],
    "kind": ["fair", "SUMMIT", "fair,meeting"],
    "topic": ["trade", "war"],
    "place": ["Port Example", "Japan"],
    "source": ["gazette"],
    "status": ["held", "planned"],
    "text": ["held", "the fair"],
    "limit": [0, 1, 2],
}
"""Values of each filter that has one; all of them occur in the events."""


def parameters(app: typer.Typer) -> set[str]:
    """The names of the options and arguments of a command."""
    return {str(parameter.name) for parameter in typer.main.get_command(app).params}


def test_list_has_an_option_for_each_filter() -> None:
    assert parameters(list_module.app) - OTHERS == {*FIELDS}


def test_search_has_all_filters_except_text_and_reverse() -> None:
    """WORDS replace `--text`, and hits are ordered by rank."""
    assert parameters(search_module.app) - OTHERS == {*FIELDS} - {"text", "reverse"}


def test_option_with_the_name_of_a_filter_is_an_error() -> None:
    with pytest.raises(ValueError, match="duplicate parameter name: 'kind'"):

        @filter_options()
        def command(filters: Filters, kind: str = "") -> None: ...


def test_filters_parameter_is_found_by_type() -> None:
    """The parameter may have any name."""
    passed: list[Filters] = []

    @filter_options(without=(Filters.text,))
    def command(chosen: Filters, debug: bool = False) -> None:
        passed.append(chosen)

    options: dict[str, object] = {row.name: None for row in rows(Filters) if row is not Filters.text}
    options |= {"kind": ["fair"], "direct": True}
    command(**options)  # type: ignore[arg-type]
    assert passed == [Filters(kind="fair", direct=True)]


@pytest.mark.parametrize("row", [row for row in rows(Filters) if isinstance(row, Names)])
def test_every_names_filter_has_a_completion(row: Names) -> None:
    assert callable(getattr(completion, "facet_values" if isinstance(row, Facet) else row.completes))


def test_every_filter_has_values_in_this_test() -> None:
    assert {*VALUES} | {row.name for row in rows(Filters) if isinstance(row, Flag)} == {*FIELDS}


def several(name: str) -> st.SearchStrategy[object]:
    """One value, or a list of values if the filter takes several."""
    value: st.SearchStrategy[object] = st.sampled_from(VALUES[name])
    row = next(row for row in rows(Filters) if row.name == name)
    return value | st.lists(value, min_size=1, max_size=2) if isinstance(row, Names) else value


given_filters = st.fixed_dictionaries(
    {},
    optional={name: several(name) if name in VALUES else st.booleans() for name in FIELDS},
)


def arguments(filters: dict[str, object]) -> list[str]:
    """The same filters as options."""
    words: list[str] = []
    for name, value in filters.items():
        option = f"--{name.replace('_', '-')}"
        if isinstance(value, bool):
            words += [option] * value
        else:
            words += [f"{option}={item}" for item in (value if isinstance(value, list) else [value])]
    return words


@pytest.fixture
def opened(dataset: MakeDataset) -> tuple[str, timeline.OpenTimeline]:
    folder = dataset(EVENTS, texts={"gazette.txt": "It was held."})
    return str(folder), timeline.open(folder)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given_filters)
def test_options_and_python_give_the_same_events(
    run: Run, opened: tuple[str, timeline.OpenTimeline], filters: dict[str, object]
) -> None:
    folder, events = opened
    answer = run("--dataset", folder, "list", "--json", *arguments(filters))
    expected: list[Document] | None = None
    with suppress(InvalidQuery):
        expected = list(events.select(**filters))  # type: ignore[arg-type]
    listed = json.loads(answer.out) if answer.code == 0 else None
    assert listed == expected

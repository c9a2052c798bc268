"""The Python API: `timeline.open` and its methods."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import timeline
from tests.conftest import FROZEN, MakeDataset, Run


def test_select_equals_list(run: Run) -> None:
    opened = timeline.open(FROZEN)
    listed = json.loads(run("list", "--actor", "Japan", "--since", "2023", "--json").out)
    assert list(opened.select(actor="Japan", since="2023")) == listed


def test_timeline_is_a_collection_of_events() -> None:
    opened = timeline.open(FROZEN)
    assert len(opened) == 30
    assert next(iter(opened))["id"] == "cptpp-signed-2018"
    assert opened.get("hague-2025")["title"] == "NATO summit in The Hague"


def test_filter_with_several_values(run: Run) -> None:
    opened = timeline.open(FROZEN)
    both = [event["id"] for event in opened.select(actor=["Japan", "Sweden"], direct=True)]
    assert both == ["ip4-first-nato-summit-session-2022", "madrid-2022", "vilnius-2023"]
    third = opened.select(kind=["summit"], text='"third year"')
    assert [event["id"] for event in third] == ["washington-2024"]


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda events: events.select(actor="Korea"), ValueError, "North Korea"),
        (lambda events: events.select(actor="Atlantis"), ValueError, 'unknown actor "Atlantis"'),
        (lambda events: events.select(since="2023-02-29"), ValueError, "February 2023 has 28 days"),
        (lambda events: events.select(colour="red"), TypeError, 'unknown filter "colour"'),
        (lambda events: events.get("nowhere"), KeyError, "nowhere"),
        (lambda events: events.get("half\udc97"), KeyError, "half"),
        (lambda events: events.select(text="half\udc97"), ValueError, r"'half\\udc97' is not UTF-8"),
        (lambda events: events.select(actor=["Japan", "half\udc97"]), ValueError, "is not UTF-8"),
    ],
)
def test_invalid_arguments_raise(
    call: Callable[[timeline.OpenTimeline], object], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        call(timeline.open(FROZEN))


def test_missing_dataset_raises() -> None:
    with pytest.raises(ValueError, match="no such dataset"):
        timeline.open("/nowhere/at/all")


def test_unknown_attribute_raises() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'close'"):
        _ = timeline.close


def test_examples_of_python_manual(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FROZEN)
    page = (repository / "docs" / "python.md").read_text("utf-8")
    examples = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert len(examples) == 5
    names: dict[str, object] = {}
    for example in examples:
        exec(example, names)
    assert names["event"]["id"] == "hague-2025"  # type: ignore[index]


def test_answers_equal_the_command_line(run: Run) -> None:
    opened = timeline.open(FROZEN)
    answers: list[tuple[object, tuple[str, ...]]] = [
        (opened.why("hague-2025", "actors.Japan"), ("why", "hague-2025", "actors.JP")),
        (opened.actor("NATO", on="2022-06-29"), ("actor", "NATO", "--on", "2022-06-29")),
        (opened.actors(), ("actors",)),
        (opened.search("Seoul"), ("search", "Seoul")),
        (opened.sources(), ("sources",)),
        (opened.source("mfat-cptpp"), ("source", "mfat-cptpp")),
        (opened.quote("5 percent defense pledge"), ("quote", "5 percent defense pledge")),
        (opened.date("2025-06"), ("date", "2025-06")),
    ]
    for answer, command in answers:
        assert answer == json.loads(run(*command, "--json").out), command


def test_check_equals_the_command_line(dataset: MakeDataset, run: Run) -> None:
    folder = dataset("- {id: fair, title: The fair, kind: fair, date: 2025, summary: It was held.}")
    result = timeline.open(folder).check()
    printed = json.loads(run("--dataset", folder, "check", "--json").out)
    assert [problem.message for problem in result.problems] == [one["message"] for one in printed["problems"]]
    assert result.counts.events == printed["counts"]["events"] == 1
    assert timeline.open(folder).problems() == result.problems


@pytest.mark.parametrize(
    ("only", "skip", "message"),
    [
        (["no-rule"], [], 'unknown rule "no-rule"'),
        ([], ["quote-not-found"], '"quote-not-found" cannot be skipped'),
        ([], ["missing-key"], '"missing-key" cannot be skipped'),
    ],
)
def test_invalid_rules_raise(only: list[str], skip: list[str], message: str) -> None:
    with pytest.raises(timeline.InvalidQuery, match=message):
        timeline.open(FROZEN).check(only, skip)


def test_left_out_records_warn(dataset: MakeDataset) -> None:
    folder = dataset(
        "- {id: fair, title: The fair, kind: fair, date: 2025, summary: It was held.}\n- {id: x}"
    )
    with pytest.warns(timeline.RecordsLeftOut, match="1 record is left out"):
        opened = timeline.open(folder)
    assert len(opened) == 1


def test_notebook_table_escapes_data(dataset: MakeDataset) -> None:
    folder = dataset('- {id: fair, title: "<b>Fair</b>", kind: fair, date: 2025, summary: It was held.}')
    shown = timeline.open(folder)._repr_html_()
    assert "&lt;b&gt;Fair&lt;/b&gt;" in shown
    assert "<b>" not in shown


def test_lower_packages_do_not_import_cli(repository: Path) -> None:
    for file in (repository / "timeline").rglob("*.py"):
        if "cli" not in file.relative_to(repository).parts and file.name != "__main__.py":
            assert "timeline.cli" not in file.read_text("utf-8"), file

"""`verify` finds the same with and without earlier results, in YAML and in JSON Lines of any size."""

import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest

from tests.conftest import MakeDataset, Run
from timeline.checks import Context, EventRule, Fact, Facts, TimelineRule, suppressions
from timeline.checks.locations import place_at
from timeline.checks.suppressions import TIMELINE_RULES
from timeline.dataset import blocks
from timeline.evidence import LinkedEvent
from timeline.problems import Location, Problem


def titles(linked: LinkedEvent, context: Context) -> Iterator[Fact]:
    record = linked.record
    yield Fact((record.title, record.date.text), place_at(linked.event, ("title",)), record.id)


def repeated_title(facts: Facts, context: Context) -> Iterator[Problem]:
    """Two events have the same title and date: one of them may be a copy."""
    for _, same in groupby(facts.of("repeated-title"), key=lambda fact: fact.values):
        first, *others = same
        for fact in others:
            assert fact.location is not None
            message = f'"{first.event}" has the same title and date'
            yield Problem(fact.location, "repeated-title", message, "remove one of them", event=fact.event)


@pytest.fixture(autouse=True)
def _rule(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TIMELINE_RULES, "repeated-title", TimelineRule(repeated_title, "default", titles))


@pytest.fixture(params=[50_000, 3], ids=["in memory", "in a file"])
def facts_limit(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of facts that are held in memory."""
    monkeypatch.setattr("timeline.checks.facts.MAX_IN_MEMORY", request.param)


def record(key: str, title: str, **more: object) -> dict[str, object]:
    note = {"note": "n", "supports": ["date", "status", "summary.1"]}
    base = {"id": key, "title": title, "kind": "talk", "date": "2024-05-01", "summary": "It was. " * 40}
    return {**base, "curator": [note], **more}


def as_yaml(records: list[dict[str, object]]) -> str:
    return "".join(f"- {json.dumps(record)}\n" for record in records)


def as_bulk(dataset: MakeDataset, records: list[dict[str, object]]) -> Path:
    folder = dataset()
    (folder / "data" / "events").mkdir()
    lines = "".join(f"{json.dumps(record)}\n" for record in records)
    (folder / "data" / "events" / "bulk.jsonl").write_text(lines, encoding="utf-8")
    return folder


def check(run: Run, folder: Path, *options: str) -> tuple[list[tuple[str, int, int]], list[str]]:
    """Rule, line and column of each problem, and the events of the accepted ones."""
    report = json.loads(run("--dataset", folder, "check", "--json", *options).out)
    problems = [(problem["rule"], problem["line"], problem["column"]) for problem in report["problems"]]
    return problems, [problem["event"] for problem in report["accepted"]]


RECORDS = [record("first", "Same"), *(record(f"e-{n}", f"T{n}") for n in range(30)), record("last", "Same")]


@pytest.mark.usefixtures("facts_limit")
def test_a_timeline_rule_compares_events_of_different_batches(
    run: Run, dataset: MakeDataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "PIECE", 2000)
    folder = as_bulk(dataset, RECORDS)
    column = json.dumps(RECORDS[-1]).index('"Same"') + 1
    for _ in ("cold", "warm"):
        assert check(run, folder) == ([("repeated-title", 32, column)], [])
    assert "1 problem" in run("--dataset", folder, "list").err


@pytest.mark.usefixtures("facts_limit")
def test_a_timeline_rule_compares_events_in_yaml(run: Run, dataset: MakeDataset) -> None:
    folder = dataset(as_yaml(RECORDS))
    for _ in ("cold", "warm"):
        problems, _ = check(run, folder)
        assert [problem[:2] for problem in problems] == [("repeated-title", 34)]


def test_an_edit_adds_and_removes_a_problem_of_two_events(run: Run, dataset: MakeDataset) -> None:
    folder = dataset(as_yaml([record("one", "Same"), record("two", "Other")]))
    file = folder / "data" / "events.yaml"
    plain = file.read_text("utf-8")
    assert run("--dataset", folder, "list").err == ""
    for text, count in ((plain.replace("Other", "Same"), 1), (plain, 0)):
        file.write_text(text, encoding="utf-8")
        assert ("1 problem" in run("--dataset", folder, "list").err) is bool(count)
        assert len(check(run, folder)[0]) == count


def test_a_location_moves_with_its_record(run: Run, dataset: MakeDataset) -> None:
    folder = dataset(as_yaml([record("one", "Same"), record("two", "Other"), record("three", "Same")]))
    assert check(run, folder)[0][0][:2] == ("repeated-title", 5)
    file = folder / "data" / "events.yaml"
    text = file.read_text("utf-8").replace('  - {"id": "three"', '    # a comment\n\n  - {"id": "three"')
    file.write_text(text, encoding="utf-8")
    assert check(run, folder)[0][0][:2] == ("repeated-title", 7)


@pytest.mark.parametrize("bulk", [False, True])
def test_a_problem_of_a_timeline_rule_can_be_accepted(run: Run, dataset: MakeDataset, bulk: bool) -> None:
    last = record("last", "Same", accept={"repeated-title": "they differ"})
    records = [*RECORDS[:-1], last]
    folder = as_bulk(dataset, records) if bulk else dataset(as_yaml(records))
    for _ in ("cold", "warm"):
        assert check(run, folder, "--strict") == ([], ["last"])


def test_an_unused_accept_of_a_timeline_rule_is_a_problem(run: Run, dataset: MakeDataset) -> None:
    folder = dataset(as_yaml([record("one", "Only", accept={"repeated-title": "they differ"})]))
    for _ in ("cold", "warm"):
        problems, accepted = check(run, folder, "--strict")
        assert ([rule for rule, *_ in problems], accepted) == (["unused-accept"], [])


def never(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """Every event has this problem."""
    yield Problem(place_at(linked.event, ("id",)), "never-right", "no", "none", event=linked.record.id)


def never_at_all(facts: Facts, context: Context) -> Iterator[Problem]:
    """Some event has this problem."""
    for fact in facts.of("never-at-all"):
        yield Problem(fact.location or Location("", 1, 1), "never-at-all", "no", "none", event=fact.event)


def places(linked: LinkedEvent, context: Context) -> Iterator[Fact]:
    yield Fact((), place_at(linked.event, ("id",)), linked.record.id)


@pytest.mark.parametrize("tier", ["always", "default", "strict"])
def test_accept_never_silences_a_rule_of_tier_always(
    run: Run, dataset: MakeDataset, monkeypatch: pytest.MonkeyPatch, tier: str
) -> None:
    monkeypatch.setitem(suppressions.EVENT_RULES, "never-right", EventRule(never, tier))  # type: ignore[arg-type]
    whole = TimelineRule(never_at_all, tier, places)  # type: ignore[arg-type]
    monkeypatch.setitem(TIMELINE_RULES, "never-at-all", whole)
    reasons = {"never-right": "it is right", "never-at-all": "it is right"}
    folder = dataset(as_yaml([record("one", "T", accept=reasons)]))
    expected = ["never-at-all", "never-right", "unknown-rule", "unknown-rule"] if tier == "always" else []
    for _ in ("cold", "warm"):
        problems, accepted = check(run, folder, "--strict")
        assert sorted(rule for rule, *_ in problems) == expected
        assert len(accepted) == (0 if tier == "always" else 2)


def test_accept_does_not_silence_quote_not_found(run: Run, dataset: MakeDataset) -> None:
    quote = {"source": "gazette", "quote": "It was a fine summer.", "supports": ["status"]}
    one = record("one", "T", citations=[quote], accept={"quote-not-found": "the page is gone"})
    folder = dataset(as_yaml([one]), texts={"gazette.txt": "It was a mild winter."})
    problems, accepted = check(run, folder)
    assert sorted(rule for rule, *_ in problems) == ["quote-not-found", "unknown-rule"]
    assert accepted == []


def test_accept_with_a_renamed_rule_still_works(run: Run, dataset: MakeDataset) -> None:
    quote = {"source": "gazette", "quote": "It was a mild winter.", "supports": ["actors.Japan"]}
    one = record("one", "T", actors=["Japan"], citations=[quote])
    texts = {"gazette.txt": "It was a mild winter."}
    assert [rule for rule, *_ in check(run, dataset(as_yaml([one]), texts=texts))[0]] == [
        "quote-lacks-support"
    ]
    folder = dataset(as_yaml([{**one, "accept": {"quote-does-not-say": "he says so"}}]), texts=texts)
    assert check(run, folder) == ([], ["one"])
    assert [rule for rule, *_ in check(run, folder, "--strict")[0]] == ["renamed-rule"]

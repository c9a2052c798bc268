"""The rows of the table in docs/performance.md: each function measures some of them."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import bulk
import making
from measuring import TIMELINE, Cost, Row, Runner, in_turn, run, run_in_terminal
from startup import EMPTY

HERE = Path(__file__).parent
ACTOR, YEAR = "Vietnam", "2019"
"""The actor and year of the bulk queries, which find about 2,000 events, some through groups."""
LIMITED = {
    "nothing": [],
    "--on a day": ["--on", "2019-05-14"],
    "a late --since": ["--since", "2025-06"],
    "an actor through groups": ["--actor", "Japan"],
}


class Workspace(NamedTuple):
    """The folder of the datasets, the size of the bulk dataset, and the environment of the programs."""

    folder: Path
    events: int
    environment: dict[str, str]

    def bulk(self, events: int) -> Path:
        """A dataset in JSON Lines."""
        return bulk.dataset(self.folder / f"bulk-{events}", events)

    def clear_cache(self) -> None:
        """Delete the compiled timelines."""
        shutil.rmtree(self.environment["XDG_CACHE_HOME"], ignore_errors=True)

    def run_cold(self, command: list[str], environment: dict[str, str]) -> Cost:
        """Run a program without what an earlier run has kept."""
        self.clear_cache()
        return run(command, environment)


def start(workspace: Workspace) -> list[Row]:
    """Warm commands on the shipped data."""
    typed = ["COMP_WORDS=timeline list --actor Ja", "COMP_CWORD=3", "_TIMELINE_COMPLETE=complete_bash"]
    return [
        _start(workspace, "warm `timeline list --json`, CPU", [TIMELINE, "list", "--json"], 1.25, run),
        _start(
            workspace, "warm `timeline list` on a terminal, CPU", [TIMELINE, "list"], 2.1, run_in_terminal
        ),
        _start(workspace, "completion of an actor, CPU", ["env", *typed, TIMELINE], 1.25, run),
    ]


def _start(workspace: Workspace, measure: str, command: list[str], must: float, runner: Runner) -> Row:
    empty = workspace.folder / "empty.py"
    empty.write_text(EMPTY)
    other = [sys.executable, str(empty)]
    pair = in_turn(command, other, workspace.environment, runs=30, cpu=True, runner=runner)
    figures = f"{pair.first * 1000:.0f} ms, {pair.second * 1000:.0f} ms"
    return Row(measure, "an empty typer program", pair.ratio, must, figures)


def check(workspace: Workspace) -> list[Row]:
    """Cold check of 40,000 events, compared with reading and validation alone."""
    folder = workspace.folder / "quoted-40000"
    if not folder.exists():
        making.dataset(folder, 40_000, 200, files=8)
    script = HERE / "alone.py"
    pair = in_turn(
        [TIMELINE, "--dataset", str(folder), "check"],
        [sys.executable, str(script), "read", str(folder)],
        workspace.environment,
        runs=2,
        cpu=True,
        runner=workspace.run_cold,
    )
    figures = f"{pair.first:.1f} s, {pair.second:.1f} s"
    against = "reading into the tree and validation alone"
    return [Row("cold `timeline check`, 40,000 events, 80,000 quotes", against, pair.ratio, 2.0, figures)]


def build(workspace: Workspace) -> list[Row]:
    """Build of the bulk dataset, compared with pydantic on the same lines."""
    folder = workspace.bulk(workspace.events)
    workspace.clear_cache()
    built = run([TIMELINE, "--dataset", str(folder), "list", "--limit", "1"], workspace.environment)
    lines = str(folder / "data" / "events" / "bulk.jsonl")
    alone = run([sys.executable, str(HERE / "alone.py"), "validate", lines], workspace.environment)
    what = f"build of {workspace.events:,} events from JSON Lines, with search index"
    figures = f"{built.cpu:.0f} s, {alone.cpu:.0f} s of CPU"
    return [
        Row(what, "pydantic `validate_json` of the same lines", built.cpu / alone.cpu, 12, figures),
        Row("memory of that build, MiB", "", built.memory, 600),
    ]


def limit(workspace: Workspace) -> list[Row]:
    """The first 20 of many events, compared with the first 20 of a thousand."""
    large, small = workspace.bulk(workspace.events), workspace.bulk(1_000)
    rows = []
    for name, words in LIMITED.items():
        commands = [
            [TIMELINE, "--dataset", str(folder), "list", "--limit", "20", *words] for folder in (large, small)
        ]
        pair = in_turn(commands[0], commands[1], workspace.environment, runs=15)
        figures = f"{pair.first * 1000:.0f} ms, {pair.second * 1000:.0f} ms"
        rows.append(
            Row(f"`--limit 20` of {workspace.events:,}: {name}", "itself of 1,000", pair.ratio, 1.3, figures)
        )
    return rows


def query(workspace: Workspace) -> list[Row]:
    """An actor in a year through dated groups, as JSON."""
    folder = workspace.bulk(workspace.events)
    words = ["list", "--actor", ACTOR, "--since", YEAR, "--until", YEAR, "--json"]
    ours = [TIMELINE, "--dataset", str(folder), *words]
    lines = str(folder / "data" / "events" / "bulk.jsonl")
    parquet = workspace.folder / f"bulk-{workspace.events}.parquet"
    script = str(HERE / "duck.py")
    what = f"{workspace.events:,} events: actor and year through groups"
    made = subprocess.run([sys.executable, script, "make", lines, str(parquet)], check=False)
    rows = []
    if made.returncode == 0:
        asked = [sys.executable, script, "ask", str(parquet), ACTOR, YEAR]
        pair = in_turn(ours, asked, workspace.environment, runs=9)
        figures = f"{pair.first * 1000:.0f} ms, {pair.second * 1000:.0f} ms"
        rows.append(Row(what, "DuckDB on Parquet sorted by date", pair.ratio, 0.6, figures))
    if shutil.which("jq"):
        pair = in_turn(ours, ["jq", "-c", _jq(), lines], workspace.environment, runs=1)
        figures = f"{pair.first * 1000:.0f} ms, {pair.second:.1f} s"
        rows.append(Row(what, "jq on the same JSON Lines", pair.ratio, 0.05, figures))
    return rows


def _jq() -> str:
    """The same query in jq, without the bounds of uncertain dates."""
    names = json.dumps([ACTOR, "ASEAN", "CPTPP"])
    return f'select((.date | contains("{YEAR}")) and any(.actors | keys[]; IN({names}[])))'


def rebuild(workspace: Workspace) -> list[Row]:
    """A rebuild after one of 10,000 events changed, compared with the cold build."""
    rows = []
    for files, must in ((1, 0.6), (10, 0.35)):
        folder = workspace.folder / f"quoted-10000-{files}"
        if not folder.exists():
            making.dataset(folder, 10_000, 50, files=files)
        command = [TIMELINE, "--dataset", str(folder), "list", "--limit", "1"]
        ratios = []
        for number in range(3):
            workspace.clear_cache()
            cold = run(command, workspace.environment).cpu
            _change(folder, number)
            warm = run(command, workspace.environment).cpu
            ratios.append((warm / cold, warm, cold))
        ratio, warm, cold = sorted(ratios)[len(ratios) // 2]
        files_text = "one YAML file" if files == 1 else "ten files"
        figures = f"{warm:.2f} s, {cold:.2f} s"
        rows.append(
            Row(
                f"rebuild after one changed event of 10,000, {files_text}",
                "the cold build",
                ratio,
                must,
                figures,
            )
        )
    return rows


def _change(folder: Path, number: int) -> None:
    """Change the title of one event."""
    file = next(path for path in sorted((folder / "data").rglob("*.yaml")) if path.name != "sources.yaml")
    text = file.read_text("utf-8")
    start = text.index("    title: ", len(text) // 2)
    end = text.index("\n", start)
    file.write_text(f"{text[:start]}    title: Another title {number}{text[end:]}", "utf-8")


ROWS: dict[str, Callable[[Workspace], list[Row]]] = {
    "start": start,
    "check": check,
    "build": build,
    "limit": limit,
    "query": query,
    "rebuild": rebuild,
}

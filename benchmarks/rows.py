"""The rows of the table in docs/performance.md: each a function that measures and says what it found."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import bulk
import making
from measuring import TIMELINE, Row, Way, in_turn, run, run_in_terminal
from startup import EMPTY

HERE = Path(__file__).parent
ACTOR, YEAR = "Vietnam", "2019"
"""Whose events of which year the bulk queries ask for: about 2,000 rows, some through groups."""
LIMITED = {
    "nothing": [],
    "--on a day": ["--on", "2019-05-14"],
    "a late --since": ["--since", "2025-06"],
    "an actor through groups": ["--actor", "Japan"],
}


class Place(NamedTuple):
    """Where the made datasets lie, how many events bulk has, and what the programs run with."""

    folder: Path
    events: int
    environment: dict[str, str]

    def bulk(self, events: int) -> Path:
        """A dataset in JSON Lines."""
        return bulk.dataset(self.folder / f"bulk-{events}", events)

    def forget(self) -> None:
        """Take the compiled timelines away."""
        shutil.rmtree(self.environment["XDG_CACHE_HOME"], ignore_errors=True)


def start(place: Place) -> list[Row]:
    """Warm commands on the shipped data."""
    typed = ["COMP_WORDS=timeline list --actor Ja", "COMP_CWORD=3", "_TIMELINE_COMPLETE=complete_bash"]
    return [
        _start(place, "warm `timeline list --json`, CPU", [TIMELINE, "list", "--json"], 1.25, run),
        _start(place, "warm `timeline list` on a terminal, CPU", [TIMELINE, "list"], 2.1, run_in_terminal),
        _start(place, "completion of an actor, CPU", ["env", *typed, TIMELINE], 1.25, run),
    ]


def _start(place: Place, what: str, command: list[str], must: float, way: Way) -> Row:
    empty = place.folder / "empty.py"
    empty.write_text(EMPTY)
    other = [sys.executable, str(empty)]
    pair = in_turn(command, other, place.environment, runs=30, cpu=True, way=way)
    told = f"{pair.one * 1000:.0f} ms, {pair.other * 1000:.0f} ms"
    return Row(what, "an empty typer program", pair.ratio, must, told)


def check(place: Place) -> list[Row]:
    """Cold check of 40,000 events, against reading into the tree and validation alone."""
    folder = place.folder / "quoted-40000"
    if not folder.exists():
        making.dataset(folder, 40_000, 200, files=8)
    script = HERE / "alone.py"
    pair = in_turn(
        [TIMELINE, "--dataset", str(folder), "check"],
        [sys.executable, str(script), "read", str(folder)],
        place.environment,
        runs=2,
        cpu=True,
    )
    told = f"{pair.one:.1f} s, {pair.other:.1f} s"
    against = "reading into the tree and validation alone"
    return [Row("cold `timeline check`, 40,000 events, 80,000 quotes", against, pair.ratio, 2.0, told)]


def build(place: Place) -> list[Row]:
    """Build of the bulk dataset, against pydantic on the same lines."""
    folder = place.bulk(place.events)
    place.forget()
    built = run([TIMELINE, "--dataset", str(folder), "list", "--limit", "1"], place.environment)
    lines = str(folder / "data" / "events" / "bulk.jsonl")
    alone = run([sys.executable, str(HERE / "alone.py"), "validate", lines], place.environment)
    what = f"build of {place.events:,} events from JSON Lines, with search index"
    told = f"{built.cpu:.0f} s, {alone.cpu:.0f} s of CPU"
    return [
        Row(what, "pydantic `validate_json` of the same lines", built.cpu / alone.cpu, 12, told),
        Row("memory of that build, MiB", "", built.memory, 600),
    ]


def limit(place: Place) -> list[Row]:
    """The first 20 of many events, against the same of a thousand."""
    large, small = place.bulk(place.events), place.bulk(1_000)
    rows = []
    for name, words in LIMITED.items():
        commands = [
            [TIMELINE, "--dataset", str(folder), "list", "--limit", "20", *words] for folder in (large, small)
        ]
        pair = in_turn(commands[0], commands[1], place.environment, runs=15)
        told = f"{pair.one * 1000:.0f} ms, {pair.other * 1000:.0f} ms"
        rows.append(
            Row(f"`--limit 20` of {place.events:,}: {name}", "itself of 1,000", pair.ratio, 1.3, told)
        )
    return rows


def query(place: Place) -> list[Row]:
    """An actor in a year through dated groups, as JSON."""
    folder = place.bulk(place.events)
    words = ["list", "--actor", ACTOR, "--since", YEAR, "--until", YEAR, "--json"]
    ours = [TIMELINE, "--dataset", str(folder), *words]
    lines = str(folder / "data" / "events" / "bulk.jsonl")
    parquet = place.folder / f"bulk-{place.events}.parquet"
    script = str(HERE / "duck.py")
    what = f"{place.events:,} events: actor and year through groups"
    made = subprocess.run([sys.executable, script, "make", lines, str(parquet)], check=False)
    rows = []
    if made.returncode == 0:
        asked = [sys.executable, script, "ask", str(parquet), ACTOR, YEAR]
        pair = in_turn(ours, asked, place.environment, runs=9)
        told = f"{pair.one * 1000:.0f} ms, {pair.other * 1000:.0f} ms"
        rows.append(Row(what, "DuckDB on Parquet sorted by date", pair.ratio, 0.6, told))
    if shutil.which("jq"):
        pair = in_turn(ours, ["jq", "-c", _jq(), lines], place.environment, runs=1)
        told = f"{pair.one * 1000:.0f} ms, {pair.other:.1f} s"
        rows.append(Row(what, "jq on the same JSON Lines", pair.ratio, 0.05, told))
    return rows


def _jq() -> str:
    """The same question without what jq would have to be taught: uncertain ends of dates."""
    names = json.dumps([ACTOR, "ASEAN", "CPTPP"])
    return f'select((.date | contains("{YEAR}")) and any(.actors | keys[]; IN({names}[])))'


def rebuild(place: Place) -> list[Row]:
    """A rebuild after one event of 10,000 was changed, against the cold build."""
    rows = []
    for files, must in ((1, 0.6), (10, 0.35)):
        folder = place.folder / f"quoted-10000-{files}"
        if not folder.exists():
            making.dataset(folder, 10_000, 50, files=files)
        command = [TIMELINE, "--dataset", str(folder), "list", "--limit", "1"]
        ratios = []
        for number in range(3):
            place.forget()
            cold = run(command, place.environment).cpu
            _change(folder, number)
            warm = run(command, place.environment).cpu
            ratios.append((warm / cold, warm, cold))
        ratio, warm, cold = sorted(ratios)[len(ratios) // 2]
        where = "one YAML file" if files == 1 else "ten files"
        told = f"{warm:.2f} s, {cold:.2f} s"
        rows.append(
            Row(f"rebuild after one changed event of 10,000, {where}", "the cold build", ratio, must, told)
        )
    return rows


def _change(folder: Path, number: int) -> None:
    """Change the title of one event."""
    file = next(path for path in sorted((folder / "data").rglob("*.yaml")) if path.name != "sources.yaml")
    text = file.read_text("utf-8")
    start = text.index("    title: ", len(text) // 2)
    end = text.index("\n", start)
    file.write_text(f"{text[:start]}    title: Another title {number}{text[end:]}", "utf-8")


ROWS: dict[str, Callable[[Place], list[Row]]] = {
    "start": start,
    "check": check,
    "build": build,
    "limit": limit,
    "query": query,
    "rebuild": rebuild,
}

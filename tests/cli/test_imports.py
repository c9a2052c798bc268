"""Imports at start: a run with a warm cache imports no heavy package."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("pydantic", "yaml", "rich", "rapidfuzz", "dateutil")
SCRIPT = f"""
import sys
from timeline.cli import main
try:
    main()
finally:
    sys.stderr.write(" ".join(sorted(set({HEAVY}) & set(sys.modules))))
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ["list"],
        ["list", "--actor", "Japan", "--json"],
        ["list", "--kind", "summit", "--format", "csv"],
        ["show", "hague-2025", "--json"],
    ],
)
def test_warm_run_imports_no_heavy_package(frozen: Path, arguments: list[str]) -> None:
    command = [sys.executable, "-c", SCRIPT, "--dataset", str(frozen), *arguments]
    subprocess.run(command, capture_output=True, check=True)
    second = subprocess.run(command, capture_output=True, check=True)
    assert second.stderr == b""
    assert second.stdout


def test_import_timeline_is_light() -> None:
    script = "import sys, timeline; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    ours = ("timeline", "typer", "sqlite3")
    packages = {name for name in done.stdout.decode().split() if name.startswith(ours)}
    assert packages == {"timeline", "timeline.version"}

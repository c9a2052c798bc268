"""What loading this room costs: a plain `--since 2023` pays for no library."""

import subprocess
import sys

import pytest

HEAVY = {"dataclasses", "datetime", "dateutil", "pydantic", "decimal", "calendar", "unicodedata"}


def loaded_by(statement: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after this statement."""
    program = f"import sys; {statement}; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in run.stdout.split()} | set(run.stdout.split())


def test_plain_dates_load_no_library() -> None:
    loaded = loaded_by("import timeline.dates as d; d.say(d.parse('2024-07~/..'))")
    assert "timeline.dates.phrases" not in loaded
    assert not HEAVY & loaded - loaded_by("pass")


@pytest.mark.parametrize("package", ["pydantic", "dateutil.parser", "rich", "yaml"])
def test_words_of_time_load_nothing_but_relativedelta(package: str) -> None:
    assert package not in loaded_by("from timeline.dates.phrases import read; read('July 2024', None)")

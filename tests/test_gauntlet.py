"""One case in twenty of the gauntlet; `python -m tests.gauntlet` runs all of them."""

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.slow  # .ci/run runs all of it
def test_a_sample_of_the_gauntlet(repository: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.gauntlet", "--sample"], cwd=repository, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stdout

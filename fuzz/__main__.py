"""Search for inputs that break a law: `python -m fuzz NAME [--seconds N] [--planted] [--crashes FOLDER]`.

The search runs in a separate process, because an input may crash it.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from fuzz.folder import MEMORY
from fuzz.harness import FOUND, NAMES

_STATUS = re.compile(r"#(\d+)\t\w+\s+cov: (\d+) ft: (\d+)")
_QUIET = re.compile(r"#\d+\t(NEW|REDUCE|pulse|RELOAD)|INFO: Instrumenting|WARNING: Failed to find function")


def main(arguments: list[str]) -> int:
    """Run one search; returns 1 if a law was broken, or if a planted bug was not found."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description="Search for inputs that break a law.")
    parser.add_argument("name", choices=NAMES)
    parser.add_argument("--seconds", type=int, help="how long; 60 when planted, else 600")
    parser.add_argument("--planted", action="store_true", help="plant a known bug, which must be found")
    parser.add_argument("--crashes", type=Path, help="where inputs that break a law are kept")
    options = parser.parse_args(arguments)
    crashes = options.crashes or Path(tempfile.mkdtemp(prefix="fuzz-"))
    crashes.mkdir(parents=True, exist_ok=True)
    seconds = options.seconds or (60 if options.planted else 600)
    return search(options.name, seconds, crashes.absolute(), planted=options.planted)


def search(name: str, seconds: int, crashes: Path, *, planted: bool) -> int:
    """Run one search and print a summary; returns the exit code."""
    start, before = time.monotonic(), set(crashes.iterdir())
    command = [sys.executable, "-m", "fuzz.guided", name, str(seconds), str(crashes), "y" if planted else ""]
    runs = edges = features = "0"
    with tempfile.TemporaryDirectory(dir=MEMORY) as work:
        environment = {**os.environ, "TMPDIR": work}
        with subprocess.Popen(  # noqa: S603 (ourselves)
            command, env=environment, stderr=subprocess.PIPE, encoding="utf-8", errors="replace"
        ) as child:
            for line in child.stderr or ():
                status = _STATUS.match(line)
                if status:
                    runs, edges, features = status.groups()
                if not _QUIET.match(line):
                    sys.stderr.write(line)
    seconds_taken = time.monotonic() - start
    kept = set(crashes.iterdir()) - before
    sys.stdout.write(
        f"{name}: {seconds_taken:.1f} s, {int(runs):,} executions, {edges} edges, {features} features, "
        f"{len(kept)} found{f' in {crashes}' if kept else ''}\n"
    )
    if planted:
        sys.stdout.write(f"the planted bug was {'' if child.returncode == FOUND else 'NOT '}found\n")
        return 0 if child.returncode == FOUND else 1
    return 1 if kept or child.returncode else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The CPU time of a warm command, as a ratio to that of an empty typer program.

    python benchmarks/startup.py [RUNS] [-- ARGUMENTS OF timeline]

The two programs run alternately, and the median ratio is printed: on a noisy machine, ratios are stable and
seconds are not. The first run of each fills the cache and writes bytecode; it is not counted.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

EMPTY = """\
import typer
app = typer.Typer()

@app.command()
def main() -> None:
    print("nothing")

app()
"""


def cpu_seconds(command: list[str], environment: dict[str, str]) -> float:
    """User and system time of one run of a command, in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def ratios(arguments: list[str], runs: int) -> list[tuple[float, float]]:
    """Pairs of CPU seconds: timeline, and the empty program."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    program = str(Path(sys.executable).with_name("timeline"))
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder, "empty.py")
        empty.write_text(EMPTY)
        commands = [[sys.executable, program, *arguments], [sys.executable, str(empty)]]
        for command in commands:
            cpu_seconds(command, environment)
        pairs = []
        for _ in range(runs):
            ours, theirs = (cpu_seconds(command, environment) for command in commands)
            pairs.append((ours, theirs))
    return pairs


def main() -> None:
    """Measure and print."""
    words = sys.argv[1:]
    arguments = words[words.index("--") + 1 :] if "--" in words else ["list", "--json"]
    runs = int(words[0]) if words and words[0].isdigit() else 40
    pairs = ratios(arguments, runs)
    median = statistics.median(ours / theirs for ours, theirs in pairs)
    ours, theirs = (statistics.median(column) * 1000 for column in zip(*pairs, strict=True))
    print(f"timeline {' '.join(arguments)}: {ours:.1f} ms of CPU; an empty typer program: {theirs:.1f} ms")
    print(f"ratio {median:.2f} (median of {runs} pairs)")


if __name__ == "__main__":
    main()

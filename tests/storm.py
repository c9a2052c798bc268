"""Stress tests of the cache: `python -m tests.storm [--corruptions N] [--kills N] [--crowds N]`.

They are too slow for the test suite, which runs samples of them (tests/gauntlet/caches.py). Prints a line for
each test, and exits with 1 if any answer was wrong.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

TIMELINE = str(Path(sys.executable).with_name("timeline"))
DATASET = Path(__file__).parents[1]
FILES = 4
"""Files in the cache after a command: the store, the results of `check`, and a manifest for each."""
START = 0.02
"""Seconds before the first kill; the last one comes when a build has just ended."""


class Setup:
    """The shipped dataset, an own cache folder, and the right answer."""

    def __init__(self, folder: Path) -> None:
        self.cache = folder / "timeline"
        self.environment = {**os.environ, "XDG_CACHE_HOME": str(folder)}
        self.command = [TIMELINE, "--dataset", str(DATASET), "list", "--json"]
        start = time.monotonic()
        self.right = self.answer()
        self.seconds = time.monotonic() - start

    def answer(self) -> tuple[int, bytes, bytes]:
        """Exit code, stdout and stderr of the command."""
        process = subprocess.run(self.command, env=self.environment, capture_output=True, check=False)
        return process.returncode, process.stdout, process.stderr

    def clear(self) -> None:
        """Empty the cache."""
        for path in self.cache.iterdir():
            path.unlink()


def corruptions(setup: Setup, times: int, chance: random.Random) -> int:
    """Damage the store or its manifest in one of four ways, and count wrong answers."""
    setup.answer()
    intact = {path: path.read_bytes() for path in setup.cache.iterdir()}
    store, manifest = sorted(
        (path for path in intact if "-check" not in path.name), key=lambda path: path.suffix
    )
    wrong = 0
    for _ in range(times):
        for path, content in intact.items():
            path.write_bytes(content)
        damaged = store if chance.random() < 0.8 else manifest
        damaged.write_bytes(chance.choice(DAMAGES)(intact[damaged], chance))
        wrong += setup.answer() != setup.right
    return wrong


def _flip(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content))
    return content[:at] + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1 :]


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def _overwrite(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content))
    return content[:at] + chance.randbytes(50) + content[at + 50 :]


def _noise(_content: bytes, chance: random.Random) -> bytes:
    return chance.randbytes(chance.randrange(1, 5000))


DAMAGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (_flip, _cut, _overwrite, _noise)


def kills(setup: Setup, times: int, _chance: random.Random) -> int:
    """Kill a command at times spread over its build, and count wrong answers of the next command."""
    wrong = 0
    for number in range(times):
        setup.clear()
        process = subprocess.Popen(setup.command, env=setup.environment, stdout=subprocess.DEVNULL)
        time.sleep(START + number * setup.seconds * 1.2 / times)
        process.kill()
        process.wait()
        wrong += setup.answer() != setup.right
        wrong += len([*setup.cache.iterdir()]) != FILES
    return wrong


def crowds(setup: Setup, times: int, _chance: random.Random) -> int:
    """Start sixteen commands at once without a cache; count wrong answers and leftover files."""
    wrong = 0
    for _ in range(times):
        setup.clear()
        pipe = subprocess.PIPE
        started = [
            subprocess.Popen(setup.command, env=setup.environment, stdout=pipe, stderr=pipe)
            for _ in range(16)
        ]
        results = [(process.communicate(), process.returncode) for process in started]
        wrong += sum((code, *output) != setup.right for output, code in results)
        wrong += len([*setup.cache.iterdir()]) != FILES
    return wrong


TESTS = {"corruptions": (corruptions, 1000), "kills": (kills, 50), "crowds": (crowds, 3)}


def main() -> int:
    """Run the tests."""
    parser = argparse.ArgumentParser(description="Stress tests of the cache.")
    for name, (test, times) in TESTS.items():
        parser.add_argument(f"--{name}", type=int, default=times, metavar="N", help=test.__doc__)
    arguments = parser.parse_args()
    wrong = 0
    for name, (test, _) in TESTS.items():
        times = getattr(arguments, name)
        with tempfile.TemporaryDirectory() as folder:
            start = time.monotonic()
            count = test(Setup(Path(folder)), times, random.Random(5))
        print(f"{times} {name}: {count} wrong, in {time.monotonic() - start:.0f} s", flush=True)
        wrong += count
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

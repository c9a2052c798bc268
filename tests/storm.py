"""What a compiled timeline may suffer, many times over: `python -m tests.storm [--corruptions N]`.

Too slow for the suite, which takes samples of it (tests/gauntlet/caches.py). Prints a line a proof and
exits 1 when an answer was another one.
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
START = 0.02
"""Seconds after which the first kill comes; the last comes when a build has just ended."""


class Sky:
    """The shipped dataset, a cache of its own, and the right answer."""

    def __init__(self, folder: Path) -> None:
        self.cache = folder / "timeline"
        self.environment = {**os.environ, "XDG_CACHE_HOME": str(folder)}
        self.command = [TIMELINE, "--dataset", str(DATASET), "list", "--json"]
        begun = time.monotonic()
        self.right = self.answer()
        self.seconds = time.monotonic() - begun

    def answer(self) -> tuple[int, bytes, bytes]:
        """Exit code, stdout and stderr of a whole command."""
        ended = subprocess.run(self.command, env=self.environment, capture_output=True, check=False)
        return ended.returncode, ended.stdout, ended.stderr

    def forget(self) -> None:
        """Take the cache away."""
        for path in self.cache.iterdir():
            path.unlink()


def corruptions(sky: Sky, times: int, chance: random.Random) -> int:
    """Spoil the store or its slip in one of four ways, ask, and count the answers that are not right."""
    sky.answer()
    sound = {path: path.read_bytes() for path in sky.cache.iterdir()}
    store, slip = sorted(sound, key=lambda path: path.suffix)
    wrong = 0
    for _ in range(times):
        for path, content in sound.items():
            path.write_bytes(content)
        spoilt = store if chance.random() < 0.8 else slip
        spoilt.write_bytes(chance.choice(WAYS)(sound[spoilt], chance))
        wrong += sky.answer() != sky.right
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


WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (_flip, _cut, _overwrite, _noise)


def kills(sky: Sky, times: int, _chance: random.Random) -> int:
    """Kill a command at points all over its build; count the next commands that are not right."""
    wrong = 0
    for number in range(times):
        sky.forget()
        process = subprocess.Popen(sky.command, env=sky.environment, stdout=subprocess.DEVNULL)
        time.sleep(START + number * sky.seconds * 1.2 / times)
        process.kill()
        process.wait()
        wrong += sky.answer() != sky.right
        wrong += len([*sky.cache.iterdir()]) != 2
    return wrong


def crowds(sky: Sky, times: int, _chance: random.Random) -> int:
    """Start sixteen at once without a cache; count what is not right, and what is left beside one store."""
    wrong = 0
    for _ in range(times):
        sky.forget()
        pipe = subprocess.PIPE
        started = [
            subprocess.Popen(sky.command, env=sky.environment, stdout=pipe, stderr=pipe) for _ in range(16)
        ]
        ended = [(process.communicate(), process.returncode) for process in started]
        wrong += sum((code, *told) != sky.right for told, code in ended)
        wrong += len([*sky.cache.iterdir()]) != 2
    return wrong


PROOFS = {"corruptions": (corruptions, 1000), "kills": (kills, 50), "crowds": (crowds, 3)}


def main() -> int:
    """Run the proofs."""
    parser = argparse.ArgumentParser(description="What a compiled timeline may suffer.")
    for name, (proof, times) in PROOFS.items():
        parser.add_argument(f"--{name}", type=int, default=times, metavar="N", help=proof.__doc__)
    asked = parser.parse_args()
    wrong = 0
    for name, (proof, _) in PROOFS.items():
        times = getattr(asked, name)
        with tempfile.TemporaryDirectory() as folder:
            begun = time.monotonic()
            found = proof(Sky(Path(folder)), times, random.Random(5))
        print(f"{times} {name}: {found} wrong, in {time.monotonic() - begun:.0f} s", flush=True)
        wrong += found
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

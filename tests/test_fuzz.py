"""The harnesses of `fuzz/`, without a fuzzer: their laws hold, and they see what is planted."""

import random
from collections.abc import Iterator

import pytest

from fuzz.harness import BETWEEN, NAMES, Harness, harness

SEEDS, CHANCES = 60, 140


def changed(seeds: list[bytes], words: tuple[str, ...], chance: random.Random) -> Iterator[bytes]:
    """Seeds with pieces taken out, put in, and taken from others; and bytes by chance alone."""
    while True:
        data = bytearray(chance.choice(seeds))
        for _ in range(chance.randrange(5)):
            at = chance.randrange(len(data) + 1)
            other = chance.choice(seeds)
            piece = chance.randrange(len(other) + 1)
            data[at : at + chance.randrange(4)] = chance.choice(
                [b"", chance.randbytes(1), chance.choice(words).encode(), other[piece : piece + 20], BETWEEN]
            )
        yield bytes(data)
        yield chance.randbytes(chance.randrange(30))


def some_seeds(looking: Harness) -> list[bytes]:
    seeds = list(dict.fromkeys(looking.seeds()))
    assert len(seeds) > SEEDS
    return random.Random("seeds").sample(seeds, SEEDS)


@pytest.mark.parametrize("name", NAMES)
def test_the_laws_hold_of_the_seeds_and_of_chance(name: str) -> None:
    looking = harness(name)
    seeds = some_seeds(looking)
    made = changed(seeds, looking.words, random.Random(name))
    for data in (*seeds, *(next(made) for _ in range(CHANCES))):
        looking.judge(data)


@pytest.mark.parametrize("name", NAMES)
def test_the_planted_bug_is_seen_and_nothing_else(name: str) -> None:
    looking = harness(name)
    looking.judge(looking.shows)
    with looking.plant(), pytest.raises(Exception, match=r"[a-z]"):
        looking.judge(looking.shows)
    looking.judge(looking.shows)

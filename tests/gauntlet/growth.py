"""S: the time grows linearly with the length of a text."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from .cases import Case, Proof, want
from .command import run, unharmed
from .datasets import event, make, quoted

_REPEATED = {
    "spaces": " ",
    "digits": "1",
    "brackets": "[",
    "quotation marks": '"',
    "curly marks": "\u201c\u201d",
    "words": "one ",
    "capitals": "Aa ",
    "hyphens": "twenty-",
    "numbers in words": "two hundred ",
    "days and months": "1 May ",
    "full stops": "A.",
    "points": ". ",
    "ellipses": "[...] ",
    "notes": "[1]",
    "zero-width": "\u200bx",
    "stacked accents": "e\u0301",
    "dashes": "1\u20132",
    "percents": "5 percent ",
}
_SIZES = (20_000, 40_000)
_STEADY = 0.3
"""Seconds above the start below which a run at n is too short to be compared with one at 2n."""


def cases() -> Iterator[Case]:
    """Each kind of text by itself, and all together."""
    yield Case("S24", "time at n and 2n: check, of all texts below", _together)
    for number, (what, piece) in enumerate(_REPEATED.items()):
        yield Case(f"S3{number:02}", f"time at n and 2n: {what}", _linear(piece))


def _repeated(kinds: Iterable[str], size: int, folder: Path) -> Path:
    """A dataset with each kind as title, summary, quotation and stored text of `size` characters."""
    records, texts = "", {}
    for number, piece in enumerate(kinds):
        long = f"X{(piece * size)[:size]}X"
        words = quoted(long)
        cited = f"citations: [{{source: long-{number}, quote: {words}, supports: [summary.1]}}]"
        records += event(f"odd-{number}", cited, title=words, summary=f"[{words}]")
        texts[f"long-{number}.txt"] = f"A {long} z\n"
    return make(folder, records, texts=texts)


def _grows(kinds: Iterable[str], verb: tuple[str, ...], folder: Path) -> None:
    """The cost beyond the start must not grow much faster than the input. A short run at 2n is not compared
    with one at n.
    """

    def spent(size: int) -> float:
        dataset = folder / str(size)
        result = run(dataset if dataset.exists() else _repeated(kinds, size, dataset), *verb)
        unharmed(result, 0, 1, 2)
        return max(0.0, result.cpu - 0.25)

    once, twice = _SIZES
    long = spent(twice)
    if long >= 3 * _STEADY:
        short = spent(once)
        want(long < 3 * max(_STEADY, short), f"{verb[0]}: n and 2n took {short:.2f} s and {long:.2f} s")


def _linear(piece: str) -> Proof:
    """Each command reads, links and checks everything; `check` itself runs on all kinds together."""

    def prove(folder: Path) -> None:
        typed = f"Xy {(piece * 2000)[:2000]}"
        for verb in (("search", "--", piece.strip() or "X"), ("source", "long-0"), ("quote", "--", typed)):
            _grows([piece], verb, folder)

    return prove


def _together(folder: Path) -> None:
    _grows(_REPEATED.values(), ("check",), folder)

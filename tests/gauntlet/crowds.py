"""S: files below 1 MB that repeat one small thing: they must take about a second, and 25 times their size."""

from collections.abc import Callable, Iterator
from pathlib import Path

from .cases import Case, Proof, want
from .command import run, unharmed
from .datasets import event, make, quoted
from .faults import affordable

_TOP = "format: 1\nevents:\n"
_NOTE = "curator: [{note: So it was., supports: [%s]}]"
Dataset = Callable[[Path], Path]

_MANY: dict[str, str] = {
    "empty records": "format: 1\nevents: [" + "{}," * 330_000 + "]\n",
    "texts for records": "format: 1\nevents: [" + "a," * 400_000 + "]\n",
    "lists for records": "format: 1\nevents: [" + "[]," * 330_000 + "]\n",
    "lists in lists": "format: 1\nevents: [" + f"[{'a,' * 990}]," * 480 + "]\n",
    "one key": "format: 1\nevents: [{" + "a," * 480_000 + "}]\n",
    "keys on top": "".join(f"{number:x}:\n" for number in range(130_000)),
    "controls": "\x01\n" * 480_000,
}
_LINES: dict[str, str] = {
    "empty records": "{}\n" * 330_000,
    "no JSON": "x\n" * 480_000,
    "numbers": '{"a":[' + "1," * 480_000 + "1]}\n",
    "texts in a list": '{"id":"a","title":[' + '"",' * 320_000 + '""]}\n',
    "ids alone": '{"id":"a"}\n' * 88_000,
}
_TEXT = "one two " * 120_000


def cases() -> Iterator[Case]:
    """Records, then fields, then words and names."""
    for number, (what, text) in enumerate(_MANY.items()):
        yield Case(f"S4{number:02}", f"1 MB of YAML: {what}", _within(_yaml(text), "check", "list", code=1))
    for number, (what, text) in enumerate(_LINES.items(), 10):
        verbs = ("check", "list", "sources")
        yield Case(f"S4{number:02}", f"1 MB of JSON Lines: {what}", _within(_bulk(text), *verbs, code=1))
    yield Case("S420", "100 KB of supports that are not fields", _within(_supports, "check", "list", code=1))
    yield Case(
        "S421", "1,000 actors and as many supports of others", _within(_actors, "check", code=1, seconds=2)
    )
    yield Case("S422", "a list of 1,001 inside of a list", _inner_list)
    yield Case(
        "S430", "1 MB of one sentence", _within(_sentence, "search two", 'search "one two"', "search zzz")
    )
    yield Case("S431", "words with 100,000 positions", _within(_sentence, 'quote "one two one"', code=1))
    yield Case(
        "S432", "10,000 citations of such words", _within(_citations, "check", code=1, seconds=3, times=50)
    )
    yield Case(
        "S433", "6,000 quotes that are not found", _within(_lost, "check", code=1, seconds=4, times=50)
    )
    yield Case(
        "S434",
        "quotations of 1 to 900 letters in a text of one letter",
        _within(_unary, "check", code=1, seconds=6),
    )
    yield Case("S440", "10,000 actors of one name", _within(_alike, "check", code=1, seconds=3, times=50))
    yield Case(
        "S441",
        "59,400 accepted rules that do not exist",
        _within(_accepted, "check", code=1, seconds=2, times=50),
    )


def _yaml(text: str) -> Dataset:
    return lambda folder: make(folder, text, whole=True)


def _bulk(text: str) -> Dataset:
    def made(folder: Path) -> Path:
        make(folder)
        (folder / "data" / "events").mkdir()
        (folder / "data" / "events" / "bulk.jsonl").write_text(text, "utf-8")
        return folder

    return made


def _within(
    make_dataset: Dataset, *commands: str, code: int = 0, seconds: float = 1.5, times: int = 40
) -> Proof:
    """Each command stays within the limits of time and memory; `check` and `quote` exit with `code`."""

    def prove(folder: Path) -> None:
        make_dataset(folder)
        parts = (folder / "data", folder / "seeds")
        size = sum(path.stat().st_size for part in parts for path in part.rglob("*") if path.is_file())
        for words in commands:
            verb, _, rest = words.partition(" ")
            result = run(folder, verb, *([rest] if rest else []))
            unharmed(result, code if verb in ("check", "quote") else 0)
            affordable(result, size, seconds, times)
            want(len(result.out) < 200_000 and len(result.err) < 2000, f"{verb} prints too much")

    return prove


def _supports(folder: Path) -> Path:
    notes = ",".join(f"x{number}" for number in range(990))
    note = "{note: x, supports: [%s]}"
    return make(folder, event("odd", "curator: [" + ", ".join([note % notes] * 20) + "]"))


def _actors(folder: Path) -> Path:
    names = ", ".join(f"Person {number}" for number in range(1000))
    supports = ", ".join(f"actors.Unknown {number}" for number in range(1000))
    people = "".join(
        f"  - {{id: p{number}, name: Person {number}, kind: person}}\n" for number in range(1000)
    )
    return make(folder, event("odd", f"actors: [{names}]", _NOTE % supports), actors=people)


def _inner_list(folder: Path) -> None:
    make(folder, event("odd", _NOTE % ", ".join(["date"] * 1001)))
    result = run(folder, "check")
    unharmed(result, 1)
    want("1,001 entries; one record may have at most" in result.out, result.out[:300])


def _sentence(folder: Path) -> Path:
    return make(folder, texts={"long.txt": _TEXT})


def _cited(quotes: list[str]) -> str:
    """Events with these quotes, up to 900 each."""
    cited = [f"{{source: long, quote: {quoted(quote)}, supports: []}}" for quote in quotes]
    pieces = [cited[at : at + 900] for at in range(0, len(cited), 900)]
    return "".join(
        event(f"e-{number}", f"citations: [{', '.join(piece)}]", _NOTE % "date, status, summary.1")
        for number, piece in enumerate(pieces)
    )


def _citations(folder: Path) -> Path:
    return make(folder, _cited(["one"] * 10_000), texts={"long.txt": _TEXT[:400_000]})


def _lost(folder: Path) -> Path:
    quotes = [f"He said {number} times that all was lost" for number in range(6000)]
    return make(
        folder, _cited(quotes), texts={"long.txt": "He often said that all was lost in it. " * 12_000}
    )


def _unary(folder: Path) -> Path:
    return make(folder, _cited(["a" * number for number in range(1, 901)]), texts={"long.txt": "a" * 500_000})


def _alike(folder: Path) -> Path:
    people = "".join(f"  - {{id: p{number}, name: Person, kind: person}}\n" for number in range(10_000))
    return make(folder, event("odd", "actors: [Person]", _NOTE % "date, status, summary.1"), actors=people)


def _accepted(folder: Path) -> Path:
    rules = ["{" + ", ".join(f"r{event}-{number}: x" for number in range(990)) + "}" for event in range(60)]
    return make(folder, "".join(event(f"e-{number}", accept=one) for number, one in enumerate(rules)))

"""S: many, long and deeply nested records; memory and time grow linearly with the input."""

import json
from collections.abc import Iterator
from pathlib import Path

from .cases import Case, want
from .command import in_terminal, run, unharmed
from .datasets import event, make, quoted
from .faults import affordable
from .processes import shell

RECORDS = 50
"""Bytes of memory for each byte of YAML if records are minimal: each takes about 8 kB, with the positions of its
values.
"""


def cases() -> Iterator[Case]:
    """Slow cases first, so that the workers finish together."""
    yield Case("S01", "20,000 records as JSON Lines", _bulk)
    yield Case("S02", "5,000 records as YAML", _records)
    yield Case("S03", "5,000 problems", _problems)
    yield Case("S04", "1,000 files with a fault each", _files)
    yield Case("S05", "a summary of 10 MB", _long_text)
    yield Case("S06", "a memory limit", _memory)
    yield Case("S07", "a file above the limit", _above)
    yield Case("S08", "a stored text of 10 MB, and a near miss of 5 kB", _near_miss)
    yield Case("S09", "5,000 names that are similar", _near_names)
    yield Case("S20", "20,000 digits, brackets and marks as title", _titles)
    yield Case("S21", "5,000 combining marks", _combining)
    yield Case("S22", "a chain of 2,000 links, and a circle", _links)
    yield Case("S23", "circular memberships", _circle)


def _bulk(folder: Path) -> None:
    make(folder)
    (folder / "data" / "events").mkdir()
    with (folder / "data" / "events" / "bulk.jsonl").open("w", encoding="utf-8") as stream:
        for number in range(20_000):
            record = {"id": f"e-{number}", "title": f"Event {number}", "kind": "meeting", "date": "2023", "summary": ["So."],
                      "actors": ["Japan"], "curator": [{"note": "x", "supports": ["date", "status", "actors.Japan", "summary.1"]}]}  # fmt: skip
            stream.write(json.dumps(record) + "\n")
    size = (folder / "data" / "events" / "bulk.jsonl").stat().st_size
    result = run(folder, "list", "--limit", "3")
    unharmed(result, 0)
    affordable(result, size, 30)
    affordable(run(folder, "list", "--actor", "Japan", "--limit", "3"), size, 1)


def _records(folder: Path) -> None:
    make(folder, "".join(event(f"e-{number}") for number in range(5000)))
    size = (folder / "data" / "events.yaml").stat().st_size
    for verb in ("check", "list"):
        result = run(folder, verb)
        unharmed(result, 0)
        affordable(result, size, 6, RECORDS)


def _problems(folder: Path) -> None:
    make(folder, "".join(event(f"e-{number}", date="2001-02-30", kind="Bad Kind") for number in range(2500)))
    result = run(folder, "check")
    unharmed(result, 1)
    affordable(result, (folder / "data" / "events.yaml").stat().st_size, 4, RECORDS)
    want(
        result.out.count("fix:") == 20 and len(result.out) < 20_000,
        f"{result.out.count('fix:')} problems, {len(result.out)} letters",
    )
    want("2,500 bad-date" in result.out or "2,490 bad-date" in result.out, "no counts by rule")
    listed = run(folder, "list")
    unharmed(listed, 0)
    want(len(listed.output) < 2000, "a list prints too much")


def _files(folder: Path) -> None:
    make(folder)
    (folder / "data" / "events.yaml").unlink()
    (folder / "data" / "events").mkdir()
    for number in range(1000):
        (folder / "data" / "events" / f"f{number}.yaml").mkdir()
    for verb in ("check", "list"):
        result = run(folder, "--dataset", ".", verb)
        unharmed(result, 1, 3)
        want(len(result.output) < 20_000, f"{len(result.output)} letters")


def _long_text(folder: Path) -> None:
    make(folder, event("long", summary=f"[{quoted('It was so and so. ' * 550_000)}]"))
    size = (folder / "data" / "events.yaml").stat().st_size
    for verb in ("check", "list"):
        result = run(folder, verb)
        unharmed(result, 0, 1)
        affordable(result, size, 40)
        want(len(result.output) < 20_000, f"{len(result.output)} letters")


def _memory(folder: Path) -> None:
    make(folder, "".join(event(f"e-{number}") for number in range(2500)))
    for verb in ("check", "list"):
        for megabytes in (70, 100):
            result = shell(folder, f"ulimit -v {megabytes * 1024}; $T {verb}")
            unharmed(result, 0, 3)
            want(result.code == 0 or len(result.err.splitlines()) == 1, f"not one line: {result.err[:300]!r}")


def _above(folder: Path) -> None:
    make(folder)
    with (folder / "data" / "events.yaml").open("ab") as stream:
        stream.write(b"# " + b"x" * (33 << 20))
    result = run(folder, "list")
    unharmed(result, 3)
    want("the limit is 33,554,432" in result.err, result.err)
    affordable(result, 0)


def _near_miss(folder: Path) -> None:
    line = "The ministers of the two countries met and agreed on almost nothing at all, again. "
    quote = line * 60 + "Never."
    make(
        folder,
        event("q", f"citations: [{{source: big, quote: {quoted(quote)}, supports: []}}]"),
        texts={"big.txt": (line * 60 + "Ever.\n") * 2000},
    )
    result = run(folder, "check")
    unharmed(result, 1)
    want("quote-not-found" in result.out, "the quotation was found")
    affordable(result, 10_000_000, 15)


def _near_names(folder: Path) -> None:
    make(
        folder,
        "".join(event(f"e-{number}", actors=f"[Republik of Noland {number}]") for number in range(2500)),
    )
    affordable(run(folder, "check"), (folder / "data" / "events.yaml").stat().st_size, 6, RECORDS)


def _titles(folder: Path) -> None:
    titles = (
        "1" * 20_000,
        "<" * 20_000,
        "[b]" * 7000,
        "a." * 10_000,
        "(" * 20_000,
        "\u65e5" * 20_000,
        " x" * 10_000,
    )
    make(folder, "".join(event(f"e-{number}", title=quoted(title)) for number, title in enumerate(titles)))
    for arguments in (("list",), ("show", "e-0", "e-1", "e-2", "e-3"), ("check",)):
        result = in_terminal(folder, *arguments)
        unharmed(result, 0, 1)
        want(result.cpu < 5, f"{arguments[0]} took {result.cpu:.1f} s")


def _combining(folder: Path) -> None:
    make(folder, event("odd", title=quoted("e" + "\u0301" * 5000)))
    for arguments in (("list",), ("show", "odd"), ("search", "e")):
        result = in_terminal(folder, *arguments)
        unharmed(result, 0, 1)
        want(result.cpu < 2, f"{arguments[0]} took {result.cpu:.1f} s")


def _links(folder: Path) -> None:
    note = ["curator: [{note: x, supports: [date, status, summary.1]}]"]
    make(
        folder,
        "".join(
            event(f"e-{number}", f"links: {{follows: [e-{(number + 1) % 2000}]}}", *note)
            for number in range(2000)
        ),
    )
    for verb in ("check", "show e-0", "list"):
        result = run(folder, *verb.split())
        unharmed(result, 0, 1)
        want(result.cpu < 5, f"{verb} took {result.cpu:.1f} s")


def _circle(folder: Path) -> None:
    groups = "".join(
        f"  - {{id: g{number}, name: Group {number}, kind: group, members: {{g{(number + 1) % 500}: 2000/..}}}}\n"
        for number in range(500)
    )
    make(folder, event("odd", actors="[Group 7]"), actors=groups)
    for verb in ("check", "list --actor g3", "actor g3"):
        result = run(folder, *verb.split())
        unharmed(result, 0, 1)
        want(result.cpu < 6, f"{verb} took {result.cpu:.1f} s")

"""Datasets for cases: a good event, its text, and whatever a case adds."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

GOOD_TEXT = "The ministers met in Vilnius on 11 July 2023 and agreed on nothing else.\n"
GOOD = """\
  - id: good-one
    title: The good one
    kind: meeting
    date: 2023-07-11
    summary: [The ministers met in Vilnius.]
    citations:
      - source: good
        quote: The ministers met in Vilnius on 11 July 2023
        supports: [date, status, summary.1]
"""


def quoted(text: str) -> str:
    """In double quotation marks for YAML, with every character but plain ASCII escaped."""
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    code = ord(character)
    if character in '"\\':
        return f"\\{character}"
    if 0x20 <= code < 0x7F:
        return character
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def event(key: str, *lines: str, **fields: str) -> str:
    """A record of an event with these values as YAML, and further lines below it."""
    usual = {"id": key, "title": key, "kind": "meeting", "date": "2023", "summary": "[It was so.]"}
    written = [f"{name}: {value}" for name, value in {**usual, **fields}.items() if value]
    note = ["curator:", "  - note: This is how it was.", "    supports: [date, status, summary.1]"]
    return "  - " + "\n    ".join([*written, *(lines or note)]) + "\n"


def make(
    folder: Path,
    events: str | bytes = "",
    *,
    texts: Mapping[str, str | bytes] | None = None,
    sources: str = "",
    actors: str = "",
    whole: bool = False,
) -> Path:
    """A dataset in `folder`: the good event, then `events`; or `events` alone when they are the whole file."""
    for part in ("data", "seeds"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    stored: dict[str, str | bytes] = {"good.txt": GOOD_TEXT, **(texts or {})}
    source_records = ""
    for name, text in stored.items():
        content = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        (folder / "seeds" / name).write_bytes(content)
        digest = hashlib.sha256(content).hexdigest()
        source_records += (
            f"  - {{id: {name.removesuffix('.txt')}, file: {name}, coverage: full, sha256: {digest}}}\n"
        )
    (folder / "data" / "sources.yaml").write_text(f"format: 1\nsources:\n{source_records}{sources}", "utf-8")
    if actors:
        (folder / "data" / "actors.yaml").write_text(f"format: 1\nactors:\n{actors}", "utf-8")
    content = events if isinstance(events, bytes) else events.encode("utf-8", "surrogatepass")
    head = b"" if whole else f"format: 1\nevents:\n{GOOD}".encode()
    (folder / "data" / "events.yaml").write_bytes(head + content)
    return folder

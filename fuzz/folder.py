"""A small dataset in a folder (in memory if the system has one), with one fuzzed file at a time."""

import os
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from timeline.dataset.locate import Dataset

TEXT = (
    "In June 2024 the leaders of Japan and \u201cthe League\u201d met in Geneva.\n"
    "They agreed on 3.5 percent.\n"
    "The lamps burn. The mayor spoke.\nThe lamps burn. The baker spoke.\n"
)
GOOD = (
    "  - {id: good, title: Good, kind: summit, date: 2024-06, place: {name: Geneva, country: CH}, "
    "actors: {Japan: host, the League: partner}, summary: They met., citations: [{source: gazette, "
    'quote: the leaders of Japan and "the League" met in Geneva, '
    "supports: [date, place, status, summary.1]}]}\n"
)
NEXT = GOOD.replace("id: good", "id: next")
"""A syntax error may cost the record before it, because that record may be incomplete."""
OTHER = GOOD.replace("id: good", "id: other")
FILES = {
    "data/events.yaml": f"format: 1\nevents:\n{GOOD}".encode(),
    "data/events/other.yaml": f"format: 1\nevents:\n{OTHER}".encode(),
    "data/actors.yaml": b"format: 1\nactors:\n"
    b"  - {id: JP, name: Japan, kind: country, codes: [JPN], aliases: [Nippon], ambiguous: [Tokyo]}\n"
    b"  - {id: CH, name: Switzerland, kind: country, demonyms: [Swiss]}\n"
    b"  - {id: LEAGUE, name: League of Ports, kind: group, aliases: [the League], members: {JP: 2019/..}}\n"
    b"  - {id: ann, name: Ann Smith, kind: person, offices: [{office: mayor, of: JP, when: 2020/2022}]}\n",
    "data/sources.yaml": b"format: 1\nsources:\n"
    b"  - {id: gazette, file: gazette.txt, title: Port Gazette, published: 2024-07-09, coverage: full}\n"
    b"  - {id: page, title: A page, url: https://example.org/page}\n",
    "seeds/gazette.txt": TEXT.encode(),
    "data/events/bulk.jsonl": b"",
}
"""All files by name; one without content is there only when it is fuzzed."""


MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 (a folder of files in memory)
_written: dict[str, bytes] = {}


@cache
def _folder() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(prefix="fuzz-", dir=None if "TMPDIR" in os.environ else MEMORY)


def laid_out(name: str, content: bytes) -> tuple[Dataset, Mapping[str, bytes]]:
    """The dataset with this content in one file, and the content of all its files."""
    root = Path(_folder().name).resolve()
    files = {key: content if key == name else usual for key, usual in FILES.items() if usual or key == name}
    for key in _written.keys() - files.keys():
        (root / key).unlink()
        del _written[key]
    for key, new in files.items():
        if _written.get(key) != new:
            (root / key).parent.mkdir(parents=True, exist_ok=True)
            (root / key).write_bytes(new)
            _written[key] = new
    return Dataset("folder", root, ""), files

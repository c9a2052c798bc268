"""Seeds for `reading`, and the words that a mutation may insert into files of records."""

import json
from collections.abc import Iterator

from fuzz.gathering import REPOSITORY, records, texts_in_tests

_KEYS = """
id title kind status date place name country actors role roles by level topics summary citations source quote
supports note prefix suffix speaker contradicts curator see links accept part-of follows format events sources
file published as_of coverage rewrite_of retrieved archived sha256 not_text url members codes aliases demonyms
ambiguous existed offices office of when
"""
WORDS = (
    *(f"\n    {key}: " for key in _KEYS.split()), *(f'"{key}": ' for key in _KEYS.split()), *_KEYS.split(),
    "  - {id: x, title: X, kind: talk, date: 2024, summary: X}\n", "\n  - id: ", "\n      - ", ">-\n        ",
    "|\n", "&a ", "*a", "!!str ", "<<: ", "? ", "---\n", "...\n", "# ", "{", "}", "[", "]", ", ", ": ", "'",
    '"', "\\u0000", "\\ud800", "\\u00e9", "\ufeff", "\x00", "\x85", "\u2028", "\r\n", "\t", "<<<<<<< a\n",
    ">>>>>>> b\n", "date: 2024-06-01/..", "2024?", "[..2024]", "gazette", "page", "Japan", "host", "ROK",
    "true",
    "the League", "Tokyo", "null", "1e5", "%YAML 1.1\n---\n", "held", "planned", "duplicate-id", "good",
    "other",
)  # fmt: skip


def seeds() -> Iterator[bytes]:
    """Files and pieces of files, each after the letter of its kind."""
    for key, kind in (("events", "A"), ("actors", "W"), ("sources", "S")):
        for written, value in sorted(records(key), key=lambda record: len(record[0]))[:12]:
            yield f"{kind}{'' if kind == 'A' else f'format: 1{chr(10)}{key}:{chr(10)}'}{written}".encode()
            if key == "events":
                yield f"J{json.dumps(value)}".encode()
    for path in sorted((REPOSITORY / "tests" / "problems").glob("*.txt")):
        content = path.read_bytes().partition(b"==> data/events.yaml <==\n")[2].partition(b"==> ")[0]
        yield b"E" + content
        yield b"A" + content.partition(b"events:\n")[2]
    for text in (*texts_in_tests("readers"), *texts_in_tests("records")):
        yield f"{'J' if text.startswith('{') else 'E'}{text}".encode()

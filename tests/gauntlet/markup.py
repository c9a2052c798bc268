"""X: texts that would change the structure of Markdown, and texts that are hard for readers of JSON."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .cases import Case, Proof, want
from .command import unharmed
from .datasets import event, make, quoted
from .shared import Shared

_MARKDOWN = (
    "# heading", "\n# heading", "![x](http://evil/i.png)", "[x](javascript:alert(1))", "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>", "`code` ```fence", "\n```\nfence", "| a | b |", "[^1]: a forged footnote", "[^1]",
    "http://evil/ www.evil.org a@evil.org", "&lt;b&gt; &#60;", "**bold** __bold__ ~~x~~", "1. one\n2. two", "- [ ] task",
    "\\", "a\\", "<!-- comment", "$x^2$ $$", ":smile: @someone #12", "---\n", "> quote", "\x1b]8;;http://evil\x07",
)  # fmt: skip
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


_JSON = ("\u2028\u2029\x85", "\ufeff", "</script>", "a\\u0000", '"}', "\U0001f600\x7f", "NaN")


def _record(number: int, text: str) -> str:
    words = quoted(text)
    cited = ["citations:", f"  - source: odd-{number}", f"    quote: {words}", "    supports: []"]
    return event(f"odd-{number}", *cited, title=words, summary=f"[{words}]", place=f"{{name: {words}}}")


_TEXTS = Shared(
    lambda folder: make(
        folder,
        "".join(_record(*text) for text in enumerate(_MARKDOWN)),
        texts={f"odd-{at}.txt": f"before {text} after\n" for at, text in enumerate(_MARKDOWN)},
    )
)
_TITLES = Shared(
    lambda folder: make(
        folder, "".join(event(f"odd-{at}", title=quoted(f"a{text}z")) for at, text in enumerate(_JSON))
    )
)


def cases() -> Iterator[Case]:
    """Each text as title, summary, place and quotation."""
    for number, text in enumerate(_MARKDOWN):
        yield Case(f"X3{number:02}", f"Markdown: {text[:24]!r}", _markdown(f"odd-{number}"))
    for number, text in enumerate(_JSON):
        yield Case(f"X4{number:02}", f"JSON: {text!r}", _json(f"odd-{number}", text))


def _markdown(source: str) -> Proof:
    def prove(_: Path) -> None:
        result = _TEXTS.piped("list", "--format", "markdown", "--source", source)
        unharmed(result, 0)
        lines = [line for line in result.out.split("\n") if line]
        want(len(lines) == 2, f"no event and its footnote: {lines}")
        for line in lines:
            want(
                re.match(r"- \*\*|\[\^\d+\]: ", line), f"a line that is neither event nor footnote: {line!r}"
            )
            bare = _ESCAPED.sub("", line)
            ours = re.sub(
                r"^- \*\*|^\[\^\d+\]: |\*\*|\[\^\d+\]|`[^`]*`$|\*\(this quotation[^)]*\)\*$", "", bare
            )
            found = re.search(r"[`<>|\[\]*_~#$&@\\]|https?:|www\.", ours)
            want(found is None, f"Markdown would interpret {found and found.group()!r} in {line!r}")

    return prove


def _json(key: str, text: str) -> Proof:
    def prove(_: Path) -> None:
        for options in (("--json",), ("--format", "ndjson"), ("--json", "--fields", "id,title")):
            result = _TITLES.piped("list", *options)
            unharmed(result, 0)
            want(
                result.out.isascii() and not re.search("[\x00-\x09\x0b-\x1f\x7f]", result.out),
                "not plain ASCII",
            )
            lines, records = result.out.splitlines(), len(_JSON) + 1
            want(len(lines) == records + 2 * ("ndjson" not in options), f"{len(lines)} lines")
            documents: list[Any] = (
                list(map(json.loads, lines))
                if "ndjson" in options
                else json.loads(result.out, parse_constant=_never)
            )
            want(
                [document["title"] for document in documents if document["id"] == key] == [f"a{text}z"],
                "the title changed",
            )

    return prove


def _never(name: str) -> None:
    want(False, f"{name} is not JSON")

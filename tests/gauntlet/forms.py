"""Y: YAML that has been used against readers, and JSON Lines that are none."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from .cases import Case, Proof, want
from .datasets import event, make
from .faults import hostile, refused

_LAUGHS = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{new}: &{new} [{','.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
_MERGES = "a: &a {k: v}\n" + "".join(
    f"{new}: &{new} {{<<: [{','.join([f'*{old}'] * 9)}], {new}{new}: v}}\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
_TAGS = (
    "!!python/object/apply:os.system [touch canary]",
    "!!python/object/new:os.system [touch canary]",
    "!!python/name:os.system ''",
    "!!python/module:os ''",
    "!!int foo",
    "!!bool maybe",
    "!!timestamp x",
    "!!binary aGk=",
    "!!set {a, b}",
    "!local x",
    "!<tag:example.org,2000:x> y",
)
_SYNTAX = {
    "an open quotation mark": '    title: "never closed\n',
    "an open bracket": "    topics: [a, b\n",
    "a bad indentation": "    title: a\n   kind: b\n",
    "a bare colon": "    title: a: b: c\n",
    "an at sign": "    title: @x\n",
    "a backquote": "    title: `x\n",
    "a percent sign": "    title: %x\n",
    "a bad escape": '    title: "\\q"\n',
    "half a character escaped": '    title: "\\ud800"\n',
    "a complex key": "    ? [a, b]\n    : c\n",
    "a key of 2,000 letters": f"    {'k' * 2000}: c\n",
    "a tab as indentation": "\ttitle: x\n",
}
_JSON = {
    "half a character": '{"id": "a", "title": "\\ud800"}',
    "a text that never ends": '{"id": "a',
    "NaN": '{"id": "a", "title": NaN}',
    "Infinity": '{"id": "a", "title": -Infinity}',
    "a number of 100,000 digits": '{"id": ' + "9" * 100_000 + "}",
    "nesting of 100,000": '{"id": ' + "[" * 100_000,
    "nesting of 40 that is closed": '{"id": ' + "[" * 40 + "]" * 40 + "}",
    "a key twice": '{"id": "a", "id": "b"}',
    "two records on a line": '{"id": "a"} {"id": "b"}',
    "a list": '["a"]',
    "a raw control character": '{"id": "a\x1b[31m"}',
    "true": '{"id": true}',
    "single quotation marks": "{'id': 'a'}",
    "a comment": '// {"id": "a"}',
}


def _head(rest: str) -> str:
    return f"  - id: bad-one\n{rest}"


def _nested(depth: int, close: bool = True) -> str:
    return _head(f"    title: {'[' * depth}{']' * depth if close else ''}\n")


def _blocks(depth: int) -> str:
    return _head("    title:\n" + "".join(f"{' ' * (6 + level)}k:\n" for level in range(depth)))


def cases() -> Iterator[Case]:
    """Bombs, depth, doubles, tags, faults of syntax, lines of JSON."""
    whole: list[tuple[str, str, str]] = [
        ("Y01", "a billion laughs", _LAUGHS),
        ("Y02", "a bomb of merge keys", _MERGES),
        ("Y04", "aliases by the hundred thousand", "a: &a x\nb: [" + "*a," * 100_000 + "]\n"),
        ("Y05", "an alias to itself", "a: &a [*a]\n"),
    ]
    for name, what, text in whole:
        yield Case(name, what, hostile(partial(make, events=text, whole=True), good=False))
    one: dict[str, tuple[str, str, str]] = {
        "Y07": ("an alias", _head("    title: &t x\n    kind: *t\n"), "yaml-feature"),
        "Y08": ("a merge key", _head("    <<: {title: x}\n"), "yaml-feature"),
        "Y09": ("an alias of nothing", _head("    title: *none\n"), "yaml-"),
        "Y10": ("an anchor twice", _head("    title: &t x\n    kind: &t y\n"), "yaml-feature"),
        "Y11": ("nesting of 200", _nested(200), "deep"),
        "Y12": ("nesting of 1,000", _nested(1000), "deep"),
        "Y13": ("nesting of 40,000", _nested(40_000), "deep"),
        "Y14": ("100,000 open brackets", _nested(100_000, close=False), "deep"),
        "Y15": ("blocks of 400", _blocks(400), "deep"),
        "Y16": ("blocks of 1,300", _blocks(1300), "deep"),
        "Y18": ("a title twice", event("two", "title: again"), "duplicate-key"),
        "Y19": ("an id twice, plain and quoted", event("two", '"id": three'), "duplicate-key"),
        "Y20": ("citations twice", event("two", "citations: []", "citations: []"), "duplicate-key"),
        "Y21": (
            "a key of a citation twice",
            event("two", "curator: [{note: a, note: b, supports: []}]"),
            "duplicate-key",
        ),
        "Y22": ("the id of another event", event("good-one"), "duplicate-id"),
        "Y133": (
            "a merge of conflicts",
            _head("<<<<<<< HEAD\n    title: a\n=======\n>>>>>>> x\n"),
            "merge-conflict",
        ),
    }
    for name, (what, text, said) in one.items():
        yield Case(name, what, hostile(partial(make, events=text), said))
    for number, tag in enumerate(_TAGS):
        yield Case(f"Y{84 + number}", f"the tag {tag[:30]}", _tagged(tag))
    for number, (what, text) in enumerate(_SYNTAX.items()):
        yield Case(f"Y{134 + number}", what, hostile(partial(make, events=_head(text))))
    for number, (what, line) in enumerate(_JSON.items()):
        yield Case(f"Y2{number:02}", f"JSON Lines: {what}", _jsonl(line))


def _tagged(tag: str) -> Proof:
    def prove(folder: Path) -> None:
        refused(make(folder, _head(f"    title: {tag}\n")), "yaml-feature")
        want(not (folder / "canary").exists(), "the tag ran a program")

    return prove


def _jsonl(line: str) -> Proof:
    def prove(folder: Path) -> None:
        make(folder)
        (folder / "data" / "events").mkdir()
        (folder / "data" / "events" / "bulk.jsonl").write_text(f"{line}\n", "utf-8")
        refused(folder, line=1, file="data/events/bulk.jsonl")

    return prove

"""Y: YAML from known attacks on parsers, and invalid JSON Lines."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from .cases import Case, Proof, want
from .datasets import event, make
from .faults import hostile
from .shared import Faults

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
_OTHER = {"a key twice": "duplicate-key", "a list": "wrong-type", "true": "wrong-type"}
"""Valid JSON that is not a record, with the rule of its problem."""


def _head(rest: str) -> str:
    return f"  - id: bad-one\n{rest}"


def _nested(depth: int, close: bool = True) -> str:
    return _head(f"    title: {'[' * depth}{']' * depth if close else ''}\n")


def _blocks(depth: int) -> str:
    return _head("    title:\n" + "".join(f"{' ' * (6 + level)}k:\n" for level in range(depth)))


_FEATURES: dict[str, tuple[str, str, str]] = {
    "Y07": ("an alias", _head("    title: &t x\n    kind: *t\n"), "yaml-feature"),
    "Y08": ("a merge key", _head("    <<: {title: x}\n"), "yaml-feature"),
    "Y09": ("an alias of nothing", _head("    title: *none\n"), "yaml-"),
    "Y10": ("an anchor twice", _head("    title: &t x\n    kind: &t y\n"), "yaml-feature"),
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
    **{
        f"Y{number}": (f"the tag {tag[:30]}", _head(f"    title: {tag}\n"), "yaml-feature")
        for number, tag in enumerate(_TAGS, 84)
    },
    **{
        f"Y{number}": (what, _head(text), "yaml-") for number, (what, text) in enumerate(_SYNTAX.items(), 134)
    },
}
_FAULTS = Faults({name: text for name, (_, text, _) in _FEATURES.items()})
_LINES = {f"Y{number}": (what, line) for number, (what, line) in enumerate(_JSON.items(), 200)}
_BULK = Faults(
    {name: line.replace('"a"', f'"{name.lower()}"', 1) + "\n" for name, (_, line) in _LINES.items()},
    whole=True,
    ending=".jsonl",
)


def cases() -> Iterator[Case]:
    """Alias bombs, deep nesting, duplicate keys, tags, syntax errors, and lines of JSON."""
    bombs: dict[str, tuple[str, str]] = {
        "Y01": ("a billion laughs", _LAUGHS),
        "Y02": ("a bomb of merge keys", _MERGES),
        "Y04": ("aliases by the hundred thousand", "a: &a x\nb: [" + "*a," * 100_000 + "]\n"),
        "Y05": ("an alias to itself", "a: &a [*a]\n"),
    }
    for name, (what, text) in bombs.items():
        yield Case(name, what, hostile(partial(make, events=text, whole=True), good=False))
    deep: dict[str, tuple[str, str]] = {
        "Y11": ("nesting of 200", _nested(200)),
        "Y12": ("nesting of 1,000", _nested(1000)),
        "Y13": ("nesting of 40,000", _nested(40_000)),
        "Y14": ("100,000 open brackets", _nested(100_000, close=False)),
        "Y15": ("blocks of 400", _blocks(400)),
        "Y16": ("blocks of 1,300", _blocks(1300)),
    }
    for name, (what, text) in deep.items():
        yield Case(name, what, hostile(partial(make, events=text), "nest"))
    for name, (what, _, message) in _FEATURES.items():
        yield Case(name, what, _not_executed(_FAULTS.refuses(name, message)))
    for name, (what, _) in _LINES.items():
        rule = _OTHER.get(what, "json-syntax")
        yield Case(name, f"JSON Lines: {what}", _BULK.refuses(name, f"{rule}: ", line=1, good=False))


def _not_executed(prove: Proof) -> Proof:
    def proof(folder: Path) -> None:
        prove(folder)
        want(not (_FAULTS.folder / "canary").exists(), "a tag ran a program")

    return proof

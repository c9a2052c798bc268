"""Seeds: the shipped records and texts, and every string in the tests. Collected at each start."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from timeline.dataset.files import decode, read_bytes
from timeline.readers import yaml
from timeline.readers.nodes import Plain, Sequence, locate, plain

REPOSITORY = Path(__file__).resolve().parent.parent
_MAX_LENGTH = 300


@cache
def texts_in_tests(package: str) -> tuple[str, ...]:
    """The strings in the tests of a package, each once. Raises LookupError if there are none."""
    texts: dict[str, None] = {}
    for path in sorted((REPOSITORY / "tests" / package).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and len(node.value) < _MAX_LENGTH
            ):
                texts.setdefault(node.value.encode("utf-8", "replace").decode())
    if not texts:
        raise LookupError(f"tests/{package} has no strings")
    return tuple(texts)


@cache
def shipped(name: str) -> str:
    """A file of the built-in dataset."""
    return decode(read_bytes(REPOSITORY / name))


@cache
def stored_texts() -> tuple[str, ...]:
    """The stored texts of the built-in dataset."""
    return tuple(shipped(f"seeds/{path.name}") for path in sorted((REPOSITORY / "seeds").glob("*.txt")))


def records(key: str) -> Iterator[tuple[str, Plain]]:
    """The shipped records of one kind: each as its lines of YAML, and as values."""
    tree, _ = yaml.read(f"{key}.yaml", shipped(f"data/{key}.yaml"))
    listed = locate(tree.root, (key,))
    items = listed.items if isinstance(listed, Sequence) else []
    ends = [*(item.line for item in items[1:]), len(tree.lines) + 1]
    for item, end in zip(items, ends, strict=True):
        lines = [tree.lines[number] for number in range(item.line - 1, end - 1)]
        yield "\n".join(line for line in lines if line.strip() and line[2:3] != "#") + "\n", plain(item)

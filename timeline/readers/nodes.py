"""What stands in a file of records: mappings, sequences and texts that know their line and column."""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from timeline.problems import Location


class Scalar(NamedTuple):
    """A text as written, never typed: `NO` is two letters. Lines and columns count from 1."""

    text: str
    line: int
    column: int
    end_line: int
    end_column: int
    style: str
    """`plain`, `single`, `double`, `literal`, `folded`: how YAML had it; `plain` from other formats."""


class Sequence(NamedTuple):
    items: "list[Node]"
    line: int
    column: int
    end: tuple[int, int] = (0, 0)
    """Line and column of what comes after it; not known of the top of a file and of its lists."""


class Entry(NamedTuple):
    key: Scalar
    value: "Node"


class Mapping(NamedTuple):
    entries: dict[str, Entry]
    line: int
    column: int
    end: tuple[int, int] = (0, 0)
    """As of a sequence."""

    def get(self, key: str) -> "Node | None":
        entry = self.entries.get(key)
        return entry.value if entry else None


Plain = str | list["Plain"] | dict[str, "Plain"]


class Skimmed(Mapping):
    """A mapping that was read in haste: only some of its entries are nodes, `whole` is all of it."""

    whole: Plain


Node = Scalar | Sequence | Mapping
Part = str | int


class Lines(Protocol):
    """Lines by their index, from 0."""

    def __len__(self) -> int: ...
    def __getitem__(self, index: int, /) -> str: ...


class Tree(NamedTuple):
    """One file of records as read. `lines` are its lines as they lie on disk, without their ends."""

    file: str
    root: Node
    lines: Lines


def plain(node: Node) -> Plain:
    """The same without places, as the record models take it."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Skimmed):
        return node.whole
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(entry.value) for key, entry in node.entries.items()}


def locate(node: Node, path: tuple[Part, ...]) -> Node:
    """The node at `path`, or the nearest one above it that was written.

    A record allows short forms (one place for a list of places, `role` for `roles`): a step that was
    not written is passed over.
    """
    for part in path:
        found: Node | None = None
        if isinstance(node, Mapping) and isinstance(part, str):
            found = node.get(part) or node.get(part.removesuffix("s"))
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            found = node.items[part]
        elif isinstance(node, Sequence) and isinstance(part, str):
            found = next(
                (item for item in node.items if isinstance(item, Scalar) and item.text == part), None
            )
        node = found or node
    return node


def key_of(node: Node, key: str) -> Scalar | None:
    """The key itself, for a problem that is about the key and not about its value."""
    entry = node.entries.get(key) if isinstance(node, Mapping) else None
    return entry.key if entry else None


def place(file: str, node: Node) -> Location:
    """Where a node begins; a text on one line is underlined whole."""
    if isinstance(node, Scalar) and node.line == node.end_line:
        return Location(file, node.line, node.column, max(1, node.end_column - node.column))
    return Location(file, node.line, node.column)


def word_place(tree: Tree, scalar: Scalar, index: int) -> Location | None:
    """Where the word number `index` (from 0) of a text stands on disk, folded as it may be.

    Folding and quoting keep words and their order; None where an escape has hidden the word.
    """
    wanted = scalar.text.split()
    for number, (line, column, word) in enumerate(_words_on_disk(tree, scalar)):
        if number == index:
            return (
                Location(tree.file, line, column, len(word)) if word.strip("\"'") in wanted[index] else None
            )
    return None


def _words_on_disk(tree: Tree, scalar: Scalar) -> Iterator[tuple[int, int, str]]:
    block = scalar.style in ("literal", "folded")
    for line in range(scalar.line + block, min(scalar.end_line, len(tree.lines)) + 1):
        text = tree.lines[line - 1]
        start = scalar.column - 1 if line == scalar.line else 0
        stop = scalar.end_column - 1 if line == scalar.end_line else len(text)
        cursor = start
        for word in text[start:stop].split():
            cursor = text.index(word, cursor)
            yield line, cursor + 1, word
            cursor += len(word)

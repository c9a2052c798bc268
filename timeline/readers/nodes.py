"""The tree of a file of records as written: mappings, sequences and scalars with their positions."""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from timeline.problems import Location


class Scalar(NamedTuple):
    """A text as written, never converted: `NO` is two letters. Lines and columns count from 1."""

    text: str
    line: int
    column: int
    end_line: int
    end_column: int
    style: str
    """The YAML style: `plain`, `single`, `double`, `literal` or `folded`. JSON has `double` and `plain`."""


class Sequence(NamedTuple):
    """A list and where it begins."""

    items: "list[Node]"
    line: int
    column: int
    end: tuple[int, int] = (0, 0)
    """Line and column after it; unknown, (0, 0), for the top level of a YAML file and the lists in it."""


class Entry(NamedTuple):
    """A key of a mapping with its value."""

    key: Scalar
    value: "Node"


class Mapping(NamedTuple):
    """A mapping and where it begins; of duplicate keys it holds the first."""

    entries: dict[str, Entry]
    line: int
    column: int
    end: tuple[int, int] = (0, 0)
    """As in Sequence."""

    def get(self, key: str) -> "Node | None":
        """Return the value of a key, or None."""
        entry = self.entries.get(key)
        return entry.value if entry else None


Plain = str | list["Plain"] | dict[str, "Plain"]
"""Values without positions."""


class Skimmed(Mapping):
    """A mapping that was read quickly: only some of its entries are nodes, `whole` holds all of them."""

    whole: Plain


Node = Scalar | Sequence | Mapping
Part = str | int
"""One step of a path: a key of a mapping, or an index into a list."""


class Lines(Protocol):
    """Lines by index, from 0."""

    def __len__(self) -> int: ...
    def __getitem__(self, index: int, /) -> str: ...


class Tree(NamedTuple):
    """One file of records. `lines` are its lines as they are on disk, without line ends."""

    file: str
    root: Node
    lines: Lines


def plain(node: Node) -> Plain:
    """Return the value of a node without positions, as the record models take it."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Skimmed):
        return node.whole
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(entry.value) for key, entry in node.entries.items()}


def locate(node: Node, path: tuple[Part, ...]) -> Node:
    """Return the node at `path`, or its nearest parent that is in the file.

    A record allows short forms (one place for a list of places, `role` for `roles`): a step of the path
    that is not in the file is skipped.
    """
    for part in path:
        node = _child(node, part) or node
    return node


def _child(node: Node, part: Part) -> Node | None:
    if isinstance(node, Mapping) and isinstance(part, str):
        return node.get(part) or node.get(part.removesuffix("s"))
    if isinstance(node, Sequence) and isinstance(part, int):
        return node.items[part] if part < len(node.items) else None
    if isinstance(node, Sequence):
        return next((item for item in node.items if isinstance(item, Scalar) and item.text == part), None)
    return None


def key_of(node: Node, key: str) -> Scalar | None:
    """Return the key itself, for a problem with the key and not with its value."""
    entry = node.entries.get(key) if isinstance(node, Mapping) else None
    return entry.key if entry else None


def place(file: str, node: Node) -> Location:
    """Return where a node begins; a scalar on one line is underlined completely."""
    if isinstance(node, Scalar) and node.line == node.end_line:
        return Location(file, node.line, node.column, max(1, node.end_column - node.column))
    return Location(file, node.line, node.column)


def word_place(tree: Tree, scalar: Scalar, index: int) -> Location | None:
    """Return the location on disk of the word at `index` (from 0) of a scalar, also if it is folded.

    Folding and quoting keep words and their order. Returns None if there is no such word, or if an escape
    changes it.
    """
    words = scalar.text.split()
    for number, (line, column, word) in enumerate(_words_on_disk(tree, scalar)):
        if number == index:
            is_verbatim = word.strip("\"'") in words[index]
            return Location(tree.file, line, column, len(word)) if is_verbatim else None
    return None


def _words_on_disk(tree: Tree, scalar: Scalar) -> Iterator[tuple[int, int, str]]:
    """The words of a scalar as they are in the file, each with its line and column."""
    is_block = scalar.style in ("literal", "folded")
    for line in range(scalar.line + is_block, min(scalar.end_line, len(tree.lines)) + 1):
        text = tree.lines[line - 1]
        start = scalar.column - 1 if line == scalar.line else 0
        stop = scalar.end_column - 1 if line == scalar.end_line else len(text)
        cursor = start
        for word in text[start:stop].split():
            cursor = text.index(word, cursor)
            yield line, cursor + 1, word
            cursor += len(word)

"""What other programs read in a file of records, with every key once."""

import json

import yaml

from timeline.readers.nodes import Node, Plain, plain


def same_yaml(text: str, root: Node) -> bool:
    """Whether PyYAML's composer has the same values, and no key twice."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(text.removeprefix("\ufeff"))
    try:
        node = loader.get_single_node()
        return (_composed(node) if node else "") == plain(root)
    except (yaml.YAMLError, ValueError):
        return False
    finally:
        loader.dispose()


def _composed(node: yaml.Node) -> Plain:
    """The values of a node. Raises ValueError where a key stands twice."""
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_composed(one) for one in node.value]
    pairs = [(str(key.value), _composed(value)) for key, value in node.value]
    return _once(pairs)


def same_json(text: str, items: list[Node]) -> bool:
    """Whether Python's json has the same values in each line, and no key twice."""
    lines = [line for line in text.removeprefix("\ufeff").split("\n") if line.strip(" \t\r")]
    try:
        return [json.loads(line, object_pairs_hook=_once) for line in lines] == [plain(one) for one in items]
    except ValueError:
        return False


def _once(pairs: list[tuple[str, Plain]]) -> dict[str, Plain]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found

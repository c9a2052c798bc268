"""The values that other programs read in a file of records, without duplicate keys."""

import json

import yaml

from timeline.readers.nodes import Node, Plain, plain


def same_yaml(text: str, root: Node) -> bool:
    """Whether PyYAML's composer has the same values, and no duplicate keys."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(text.removeprefix("\ufeff"))
    try:
        node = loader.get_single_node()
        return (_composed(node) if node else "") == plain(root)
    except (yaml.YAMLError, ValueError):
        return False
    finally:
        loader.dispose()


def _composed(node: yaml.Node) -> Plain:
    """The values of a node. Raises ValueError for a duplicate key."""
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_composed(item) for item in node.value]
    pairs = [(str(key.value), _composed(value)) for key, value in node.value]
    return _once(pairs)


def same_json(text: str, items: list[Node]) -> bool:
    """Whether Python's json has the same values in each line, and no duplicate keys."""
    lines = [line for line in text.removeprefix("\ufeff").split("\n") if line.strip(" \t\r")]
    try:
        return [json.loads(line, object_pairs_hook=_once) for line in lines] == [
            plain(item) for item in items
        ]
    except ValueError:
        return False


def _once(pairs: list[tuple[str, Plain]]) -> dict[str, Plain]:
    mapping = dict(pairs)
    if len(mapping) < len(pairs):
        raise ValueError("duplicate key")
    return mapping

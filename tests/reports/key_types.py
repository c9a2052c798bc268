"""The JSON types of every key of every output, read from the schemas."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from timeline.reports.schemas import OUTPUTS, output_schema

Types = dict[str, dict[str, list[str]]]
"""By key, then by JSON type: the paths at which the key has the type. Null is no type: a key may be null."""


def key_types() -> Types:
    """Every key of the outputs, with its JSON types and where it has them."""
    types: Types = defaultdict(lambda: defaultdict(list))
    for output in OUTPUTS:
        schema: dict[str, Any] = output_schema(output)
        for path, key, kind in _keys(schema, schema, output):
            paths = types[key][kind]
            if path not in paths:
                paths.append(path)
    return types


def offenders() -> Types:
    """The keys with more than one JSON type."""
    return {key: dict(kinds) for key, kinds in sorted(key_types().items()) if len(kinds) > 1}


def _keys(node: dict[str, Any], root: dict[str, Any], path: str) -> Iterator[tuple[str, str, str]]:
    """Path, key and JSON type of each key below a schema. Keys that are data are left out."""
    node = _resolved(node, root)
    for branch in node.get("anyOf", ()):
        yield from _keys(branch, root, path)
    if isinstance(node.get("items"), dict):
        yield from _keys(node["items"], root, f"{path}[]")
    if isinstance(node.get("additionalProperties"), dict):
        yield from _keys(node["additionalProperties"], root, f"{path}.*")
    for key, value in node.get("properties", {}).items():
        for kind in _json_types(value, root):
            yield f"{path}.{key}", key, kind
        yield from _keys(value, root, f"{path}.{key}")


def _json_types(node: dict[str, Any], root: dict[str, Any]) -> set[str]:
    node = _resolved(node, root)
    if "anyOf" in node:
        return {kind for branch in node["anyOf"] for kind in _json_types(branch, root)}
    return {node["type"]} - {"null"}


def _resolved(node: dict[str, Any], root: dict[str, Any]) -> dict[str, Any]:
    reference = node.get("$ref")
    return root["$defs"][reference.removeprefix("#/$defs/")] if reference else node

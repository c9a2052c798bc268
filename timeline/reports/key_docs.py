"""JSON Schemas that describe each key: by the docstring below it in its class, or by its usual meaning."""

import ast
import inspect
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import cast

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import CoreSchema, core_schema

from timeline.reports.key_meanings import MEANINGS

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, object]
"""A JSON Schema, or a part of one."""


class DocumentedSchema(GenerateJsonSchema):
    """Generates the JSON Schemas of TypedDicts and record models. Docstrings are read from the source files
    at that time, so that importing the classes costs nothing.
    """

    def field_title_should_be_set(self, schema: CoreSchema) -> bool:
        """False: titles would only repeat the keys."""
        del schema
        return False

    def typed_dict_schema(self, schema: core_schema.TypedDictSchema) -> Schema:
        """The schema of an object in an output."""
        return _described(super().typed_dict_schema(schema), schema.get("cls"), MEANINGS)

    def model_schema(self, schema: core_schema.ModelSchema) -> Schema:
        """The schema of a mapping in a record."""
        return _described(super().model_schema(schema), schema["cls"], {})


def _described(schema: Schema, cls: type | None, meanings: Mapping[str, str]) -> Schema:
    schema.pop("title", None)
    properties = cast("dict[str, Schema]", schema.get("properties", {}))
    docs = {**meanings, **(key_docs(cls) if cls else {})}
    for key, value in properties.items():
        if key in docs:
            properties[key] = {**value, "description": docs[key]}
    return schema


def key_docs(cls: type) -> dict[str, str]:
    """The docstrings of the keys of a class and of its parents, each on one line."""
    docs: dict[str, str] = {}
    for parent in reversed([*_lineage(cls)]):
        docs.update(_own_key_docs(parent))
    return docs


def _lineage(cls: type) -> Iterator[type]:
    """The class and its parents. At run time a TypedDict is a plain dict with its parents in an attribute."""
    yield cls
    parents: tuple[object, ...] = getattr(cls, "__orig_bases__", cls.__bases__)
    for parent in parents:
        if isinstance(parent, type) and parent.__module__.startswith("timeline."):
            yield from _lineage(parent)


def _own_key_docs(cls: type) -> Iterator[tuple[str, str]]:
    for statement, following in pairwise(_body(cls)):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            text = _string(following)
            if text:
                yield statement.target.id, " ".join(text.split())


def _body(cls: type) -> list[ast.stmt]:
    """The statements of a class; none if it has no class statement or its source is not installed."""
    try:
        statement = ast.parse(inspect.getsource(cls)).body[0]
    except (OSError, TypeError):
        return []
    return statement.body if isinstance(statement, ast.ClassDef) else []


def _string(statement: ast.stmt) -> str:
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
        return statement.value.value if isinstance(statement.value.value, str) else ""
    return ""

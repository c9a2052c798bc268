"""Every key of the JSON outputs has one meaning and one JSON type, or a reason why it has two."""

import pytest

from tests.reports.key_types import key_types, offenders
from timeline.reports.key_meanings import MEANINGS
from timeline.reports.schemas import OUTPUTS, output_schema

NUMBERS = "in an object of counts each key is the number of what the same key lists elsewhere"
TWO_TYPES = {
    "accepted": NUMBERS,
    "actors": "in `match` an object keyed by the names that were asked for; elsewhere a list",
    "curator": NUMBERS,
    "end": "of time an object with the bounds; of text an offset (W3C TextPositionSelector)",
    "events": NUMBERS,
    "evidence": "in a document an object keyed by field; elsewhere the state of one field",
    "fields": NUMBERS,
    "part": NUMBERS,
    "problems": NUMBERS,
    "quotes": NUMBERS,
    "start": "of time an object with the bounds; of text an offset (W3C TextPositionSelector)",
}


def test_no_other_key_has_two_json_types() -> None:
    assert {key: kinds for key, kinds in offenders().items() if key not in TWO_TYPES} == {}
    assert set(TWO_TYPES) == set(offenders())


def test_every_key_has_a_meaning_and_no_meaning_is_left_over() -> None:
    assert set(MEANINGS) <= set(key_types())


@pytest.mark.parametrize("output", OUTPUTS)
def test_every_key_of_an_output_is_described(output: str) -> None:
    schema = output_schema(output)
    definitions = schema.get("$defs", {})
    assert isinstance(definitions, dict)
    undescribed = [
        f"{name}.{key}"
        for name, definition in [(output, schema), *definitions.items()]
        for key, value in definition.get("properties", {}).items()
        if not value.get("description")
    ]
    assert undescribed == []

"""The table of formats: a row names a module with fields and a function."""

import pytest

from tests.exporters.conftest import Document, Line
from timeline.exporters import EXPORTERS, TEXTS, fields_of


def test_names_and_suffixes_are_unique() -> None:
    assert tuple(EXPORTERS) == TEXTS == ("tsv", "json", "ndjson", "csv", "markdown")
    suffixes = [exporter.suffix for exporter in EXPORTERS.values()]
    assert sorted(set(suffixes)) == sorted(suffixes)


@pytest.mark.parametrize("name", EXPORTERS)
def test_a_row_names_fields_and_a_function(name: str) -> None:
    exporter = EXPORTERS[name]
    assert exporter.fields == fields_of(name)
    assert isinstance("".join(exporter.write([], exporter.fields[:1], exporter.options)), str)


def test_markdown_has_no_fields_to_choose() -> None:
    assert fields_of("markdown") == ()


def test_only_csv_has_the_option_raw() -> None:
    assert [name for name, exporter in EXPORTERS.items() if "raw" in exporter.options] == ["csv"]


@pytest.mark.parametrize("name", ["json", "tsv"])
def test_an_option_that_a_format_lacks_is_refused(hague: Document, name: str) -> None:
    with pytest.raises(ValueError, match=f"{name} has no option raw"):
        EXPORTERS[name].write([Line("{}")], (), frozenset({"raw"}))

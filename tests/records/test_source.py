"""The source record: file names, digests, line numbers and dates."""

import pytest

from tests.records.conftest import Validate
from timeline.records import SourceRecord

SOURCE = "format: 1\nsources:\n- {id: gazette, "


def source(validated: Validate, fields: str) -> SourceRecord:
    (located,), problems = validated(f"{SOURCE}{fields}}}\n")
    assert problems == []
    assert isinstance(located.record, SourceRecord)
    return located.record


def refused(validated: Validate, text: str) -> str:
    """The one problem of a file with one record."""
    records, (problem,) = validated(f"{text}}}\n")
    assert records == []
    return f"{problem.rule}: {problem.message}"


@pytest.mark.parametrize("name", ["gazette.txt", "2025_a-b.c.txt", "x"])
def test_valid_file_names(validated: Validate, name: str) -> None:
    assert source(validated, f"file: {name}").file == name


@pytest.mark.parametrize(
    "name",
    [
        "../gazette.txt",
        "a/b.txt",
        "/etc/passwd",
        "a..txt",
        ".hidden",
        "Gazette.txt",
        "-x",
        "a b",
        "gaz\u00e9tte",
    ],
)
def test_a_file_name_is_not_a_path(validated: Validate, name: str) -> None:
    hint = "use lower-case letters, digits, dots and hyphens"
    message = f'bad-value: file: "{name}" is not a valid file name in seeds/: {hint}'
    assert refused(validated, f"{SOURCE}file: '{name}'") == message


def test_a_sha256_has_64_digits(validated: Validate) -> None:
    message = "bad-value: sha256: expected 64 hexadecimal digits in lower case"
    assert source(validated, f"sha256: {'0a' * 32}").sha256 == "0a" * 32
    assert {refused(validated, f"{SOURCE}sha256: {bad}") for bad in ("0a" * 31, "0A" * 32, "0g" * 32)} == {
        message
    }


def test_line_numbers(validated: Validate) -> None:
    assert source(validated, "not_text: [2, '9']").not_text == [2, 9]
    for bad in ("x", "-1", "\u0662", "1.5", "1234567890", "[1]", "''"):
        message = refused(validated, f"{SOURCE}not_text: [{bad}]")
        assert message == "bad-value: not_text: expected a line number, such as 7"


@pytest.mark.parametrize("field", ["published", "as_of", "retrieved"])
def test_dates_of_a_source(validated: Validate, field: str) -> None:
    assert str(getattr(source(validated, f"{field}: 2025-07~"), field)) == "2025-07~"
    assert refused(validated, f"{SOURCE}{field}: July").startswith("bad-date: July: ")

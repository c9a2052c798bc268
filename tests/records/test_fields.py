"""Values that several records share: ids and web addresses."""

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


@pytest.mark.parametrize(
    "url", ["https://example.org/a?b=c#d", "http://example.org", "https://example.org/%C3%A9",
            "https://example.org/@x"],
)  # fmt: skip
def test_valid_web_addresses(validated: Validate, url: str) -> None:
    assert source(validated, f"url: '{url}'").url == url


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "example.org", "ftp://example.org", "https://a b", "https://u@example.org",
            'https://a"onclick=b', "https://a<b>", "https://a\\\\b", "https://", " https://a",
            "https:///x", "https://u:p@a/b", "https://a/\u202eb"],
)  # fmt: skip
def test_invalid_web_addresses(validated: Validate, url: str) -> None:
    written = url.replace('"', '\\"')
    message = "is not a valid web address: start with https:// and use no spaces or quotation marks"
    assert refused(validated, f'{SOURCE}url: "{written}"') == f'bad-value: url: "{url}" {message}'.replace(
        "\\\\", "\\"
    )


@pytest.mark.parametrize("name", ["JP", "lin-jian", "AFRICAN-UNION", "G7", "x1-2"])
def test_valid_ids_of_actors(validated: Validate, name: str) -> None:
    (located,), _ = validated(f"format: 1\nactors:\n- {{id: {name}, name: x, kind: body}}\n")
    assert located.record.id == name


@pytest.mark.parametrize("name", ["lin_jian", "-JP", "JP-", "a--b", "J\u00e9", "a b"])
def test_invalid_ids_of_actors(validated: Validate, name: str) -> None:
    message = refused(validated, f"format: 1\nactors:\n- {{id: '{name}', name: x, kind: body")
    hint = "use letters, digits and single hyphens, such as JP or lin-jian"
    assert message == f'bad-value: id: "{name}" is not a valid id: {hint}'

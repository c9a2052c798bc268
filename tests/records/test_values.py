"""What single values may be: ids, hashes, names of texts, addresses, line numbers, dates, spells."""

import pytest

from tests.records.conftest import Admit
from timeline.records import ActorRecord, SourceRecord

SOURCE = "format: 1\nsources:\n- {id: gazette, "
ACTOR = "format: 1\nactors:\n- {id: PORT-LEAGUE, name: League of Ports, kind: group, "


def source(admitted: Admit, fields: str) -> SourceRecord:
    (one,), problems = admitted(f"{SOURCE}{fields}}}\n")
    assert problems == []
    assert isinstance(one.record, SourceRecord)
    return one.record


def actor(admitted: Admit, fields: str) -> ActorRecord:
    (one,), problems = admitted(f"{ACTOR}{fields}}}\n")
    assert problems == []
    assert isinstance(one.record, ActorRecord)
    return one.record


def refused(admitted: Admit, text: str) -> str:
    """The one problem of a file with one record."""
    records, (problem,) = admitted(f"{text}}}\n")
    assert records == []
    return f"{problem.rule}: {problem.message}"


@pytest.mark.parametrize("name", ["gazette.txt", "2025_a-b.c.txt", "x"])
def test_the_name_of_a_stored_text(admitted: Admit, name: str) -> None:
    assert source(admitted, f"file: {name}").file == name


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
def test_a_stored_text_is_a_name_and_no_path(admitted: Admit, name: str) -> None:
    said = "is no name of a text in seeds/: small letters, digits, dot and hyphen"
    assert refused(admitted, f"{SOURCE}file: '{name}'") == f'bad-value: file: "{name}" {said}'


def test_a_hash_has_64_digits(admitted: Admit) -> None:
    said = "bad-value: sha256: a sha256 has 64 digits from 0 to 9 and a to f"
    assert source(admitted, f"sha256: {'0a' * 32}").sha256 == "0a" * 32
    assert {refused(admitted, f"{SOURCE}sha256: {bad}") for bad in ("0a" * 31, "0A" * 32, "0g" * 32)} == {
        said
    }


@pytest.mark.parametrize(
    "url", ["https://example.org/a?b=c#d", "http://example.org", "https://example.org/%C3%A9",
            "https://example.org/@x"],
)  # fmt: skip
def test_a_web_address(admitted: Admit, url: str) -> None:
    assert source(admitted, f"url: '{url}'").url == url


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "example.org", "ftp://example.org", "https://a b", "https://u@example.org",
            'https://a"onclick=b', "https://a<b>", "https://a\\\\b", "https://", " https://a",
            "https:///x", "https://u:p@a/b", "https://a/\u202eb"],
)  # fmt: skip
def test_what_is_no_web_address(admitted: Admit, url: str) -> None:
    written = url.replace('"', '\\"')
    said = "is no web address: it begins with https:// and has no spaces or quotes"
    assert refused(admitted, f'{SOURCE}url: "{written}"') == f'bad-value: url: "{url}" {said}'.replace(
        "\\\\", "\\"
    )


def test_line_numbers(admitted: Admit) -> None:
    assert source(admitted, "not_text: [2, '9']").not_text == [2, 9]
    for bad in ("x", "-1", "\u0662", "1.5", "1234567890", "[1]", "''"):
        said = refused(admitted, f"{SOURCE}not_text: [{bad}]")
        assert said == "bad-value: not_text: a line number is wanted, such as 7"


@pytest.mark.parametrize("field", ["published", "as_of", "retrieved"])
def test_dates_of_a_source(admitted: Admit, field: str) -> None:
    assert str(getattr(source(admitted, f"{field}: 2025-07~"), field)) == "2025-07~"
    assert refused(admitted, f"{SOURCE}{field}: July").startswith("bad-date: July: ")


@pytest.mark.parametrize("name", ["JP", "lin-jian", "AFRICAN-UNION", "G7", "x1-2"])
def test_the_id_of_an_actor(admitted: Admit, name: str) -> None:
    (one,), _ = admitted(f"format: 1\nactors:\n- {{id: {name}, name: x, kind: body}}\n")
    assert one.record.id == name


@pytest.mark.parametrize("name", ["lin_jian", "-JP", "JP-", "a--b", "J\u00e9", "a b"])
def test_what_is_no_id_of_an_actor(admitted: Admit, name: str) -> None:
    said = refused(admitted, f"format: 1\nactors:\n- {{id: '{name}', name: x, kind: body")
    assert (
        said
        == f'bad-value: id: "{name}" is no id: letters, digits and single hyphens, such as JP or lin-jian'
    )


def test_spells_of_membership_are_one_or_several(admitted: Admit) -> None:
    record = actor(admitted, "members: {JP: 2019/.., NO: [2001~/2005, 2009/..]}")
    assert {key: [str(one) for one in spells] for key, spells in record.members.items()} == {
        "JP": ["2019/.."],
        "NO": ["2001~/2005", "2009/.."],
    }


@pytest.mark.parametrize(
    ("spells", "said"),
    [
        ("soon", "soon: "),
        ("[2019/2020, x]", "x: "),
        ("{a: b}", "a date is one text in EDTF"),
        ("'{2019, 2022}'", "{2019, 2022}: a set is no time of membership; write a list of intervals"),
        ("'[..2022]'", "[..2022]: a set is no time of membership; write a list of intervals"),
    ],
)
def test_what_is_no_spell_of_membership(admitted: Admit, spells: str, said: str) -> None:
    assert refused(admitted, f"{ACTOR}members: {{JP: {spells}}}").startswith(f"bad-date: {said}")


def test_offices_and_existence_have_dates_too(admitted: Admit) -> None:
    record = actor(admitted, "existed: 1918/1992-04-27, offices: [{office: chair, of: JP, when: 2019/..}]")
    assert (str(record.existed), str(record.offices[0].when)) == ("1918/1992-04-27", "2019/..")
    for bad in ("existed: x", "offices: [{office: chair, when: x}]"):
        assert refused(admitted, f"{ACTOR}{bad}").startswith("bad-date: x: ")


def test_a_kind_of_actor_is_one_of_five(admitted: Admit) -> None:
    said = refused(admitted, "format: 1\nactors:\n- {id: JP, name: Japan, kind: countries")
    assert said == 'bad-value: "countries" is no kind'

"""Names are compared folded; near ones only ever feed a question."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.text.names import closest_names, did_you_mean, fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Japan", "JAPAN"),
        ("  New \n Zealand ", "new zealand"),
        ("T\u00fcrkiye", "Tu\u0308rkiye"),
        ("C\u00f4te d\u2019Ivoire", "c\u00f4te d'ivoire"),
        ("Nuku\u02bbalofa".replace("\u02bb", "\u02bc"), "nuku'alofa"),
        ("\u2018Eua", "'EUA"),
        ("Stra\u00dfe", "STRASSE"),
        ("\u0149amibia", "'namibia".replace("'n", "\u02bcn")),
    ],
)
def test_what_is_the_same_name(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cote d'Ivoire", "C\u00f4te d'Ivoire"),
        ("the EU", "EU"),
        ("South Korea", "SouthKorea"),
        ("ROK", "R.O.K."),
    ],
)
def test_what_is_another_name(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_is_done_once_and_knows_no_composition(name: str) -> None:
    assert fold(fold(name)) == fold(name)
    assert fold(unicodedata.normalize("NFD", name)) == fold(unicodedata.normalize("NFC", name))


KNOWN = ["Japan", "Jordan", "Jamaica", "South Korea", "North Korea", "T\u00fcrkiye"]


@pytest.mark.parametrize(
    ("name", "question"),
    [
        ("Japn", "did you mean Japan or Jordan?"),
        ("JAPANN", "did you mean Japan?"),
        ("Turkiye", "did you mean T\u00fcrkiye?"),
        ("West Korea", "did you mean South Korea or North Korea?"),
        ("Jorpan", "did you mean Jordan or Japan?"),
        ("Atlantis", ""),
        ("", ""),
    ],
)
def test_did_you_mean(name: str, question: str) -> None:
    assert did_you_mean(name, KNOWN) == question


def test_near_names_come_best_first_and_few() -> None:
    known = [f"event-{number}" for number in range(30)]
    assert closest_names("event-7", known, most=2)[0] == "event-7"
    assert len(closest_names("event-7", known)) == 3


def test_of_two_spellings_of_one_name_one_is_offered_whatever_their_order() -> None:
    assert (
        closest_names("japann", ["Japan", "JAPAN"])
        == closest_names("japann", ["JAPAN", "Japan"])
        == ["JAPAN"]
    )

"""Names are compared in a folded form; similar ones are only suggested."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.text.names import closest_names, did_you_mean, fold


@pytest.mark.parametrize(
    ("first", "second"),
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
def test_fold_equates_spellings_of_one_name(first: str, second: str) -> None:
    assert fold(first) == fold(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Cote d'Ivoire", "C\u00f4te d'Ivoire"),
        ("the EU", "EU"),
        ("South Korea", "SouthKorea"),
        ("ROK", "R.O.K."),
    ],
)
def test_fold_keeps_different_names_apart(first: str, second: str) -> None:
    assert fold(first) != fold(second)


@given(st.text())
def test_fold_is_idempotent_and_ignores_unicode_composition(name: str) -> None:
    assert fold(fold(name)) == fold(name)
    assert fold(unicodedata.normalize("NFD", name)) == fold(unicodedata.normalize("NFC", name))


KNOWN = ["Japan", "Jordan", "Jamaica", "South Korea", "North Korea", "T\u00fcrkiye"]


@pytest.mark.parametrize(
    ("name", "suggestion"),
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
def test_did_you_mean(name: str, suggestion: str) -> None:
    assert did_you_mean(name, KNOWN) == suggestion


def test_closest_names_come_first_and_are_limited() -> None:
    known = [f"event-{number}" for number in range(30)]
    assert closest_names("event-7", known, limit=2)[0] == "event-7"
    assert len(closest_names("event-7", known)) == 3


def test_closest_names_offers_one_spelling_whatever_the_order_of_the_known_names() -> None:
    assert (
        closest_names("japann", ["Japan", "JAPAN"])
        == closest_names("japann", ["JAPAN", "Japan"])
        == ["JAPAN"]
    )

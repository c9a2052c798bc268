"""Control and invisible characters are spelled out; all other text is unchanged."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.text.escape import visible


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[31mred", "^[[31mred"),
        ("a\rb\nc\td\x00", "a^Mb^Jc^Id^@"),
        ("\x7f\x08\x07", "^?^H^G"),
        ("\x9b31m\x85", "<9B>31m<85>"),
        ("\u202egnirts\u202c", "<U+202E>gnirts<U+202C>"),
        ("\u2066a\u2069\u061c\u200f", "<U+2066>a<U+2069><U+061C><U+200F>"),
        ("a\u200bb\u00adc\ufeffd\u2060", "a<U+200B>b<AD>c<U+FEFF>d<U+2060>"),
        ("a\u2028b\u2029c", "a<U+2028>b<U+2029>c"),
        ("\U000e0041\U000e007f", "<U+E0041><U+E007F>"),
        ("\ud800", "<U+D800>"),
        ("\u3164\u2800\u115f", "<U+3164><U+2800><U+115F>"),
        ("A\ufe00\U000e0100", "A<U+FE00><U+E0100>"),
    ],
)
def test_visible_spells_out_control_and_invisible_characters(text: str, expected: str) -> None:
    assert visible(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "plain [sic] text, :smile: and ^[ too",
        "T\u00fcrkiye \u2013 \u201cNATO\u2019s\u201d \u65e5\u672c \u05e2\u05d1\u05e8\u05d9\u05ea",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \u0915\u094d\u200d\u0937",
        "\U0001f469\u200d\U0001f4bb \u2764\ufe0f",
        "e\u0301 \u00a0",
        "",
    ],
)
def test_visible_keeps_ordinary_text(text: str) -> None:
    assert visible(text) == text


BIDI_CONTROLS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@given(st.text())
def test_visible_returns_one_safe_line_and_is_idempotent(text: str) -> None:
    result = visible(text)
    assert not {unicodedata.category(character) for character in result} & {"Cc", "Cs", "Zl", "Zp"}
    assert not {unicodedata.bidirectional(character) for character in result} & BIDI_CONTROLS
    assert len((result + "x").splitlines()) == 1
    assert visible(result) == result

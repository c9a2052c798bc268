"""No text and no quote makes the search slow: quadratic time would be minutes at these sizes."""

from collections.abc import Callable
from time import process_time

import pytest

from timeline.quotes import Ambiguous, SearchText, find, nearest
from timeline.quotes.normalise import normalise

pytestmark = pytest.mark.slow
MANY = 20_000
MAX_SECONDS = 5


@pytest.mark.parametrize(
    "text",
    [
        "a" + "\u0301" * MANY,
        "a" + "\u0301\u0323" * MANY,
        "\u212b" * MANY,
        "\u1100\u1161\u11a8" * MANY,
        "\u304b\u3099" * MANY,
        " \u200b" * MANY,
        "\u2026\n" * MANY,
        "word e\u0301 " * MANY,
    ],
    ids=lambda text: ascii(text[:9]),
)
def test_normalise_is_fast(text: str) -> None:
    assert within(lambda: normalise(text))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("the cat " * MANY, "the"),
        ("the cat\n" * MANY, "the"),
        ("the\u200bcat " * MANY, "the\u00adcat"),
        ("the cat", f"the {' ' * MANY} cat"),
        ("the cat", "[...]" * MANY),
        ("the " + "\u200b" * MANY + "cat", "the cat"),
    ],
    ids=lambda text: ascii(text[:9]),
)
def test_find_is_fast(text: str, quote: str) -> None:
    assert within(lambda: find(SearchText(text), quote))


def test_find_with_prefix_and_suffix_is_fast() -> None:
    text = "the cat sat. " * MANY
    assert within(lambda: find(SearchText(text), "cat", prefix="the", suffix="sat"))
    assert isinstance(find(SearchText(text), "cat", prefix="the"), Ambiguous)


def test_nearest_of_a_very_long_quote_is_fast() -> None:
    text = " ".join(f"number {number}" for number in range(MANY))
    quote = text[1000:MANY].replace("number", "numeral")
    assert within(lambda: nearest(SearchText(text), quote))


def within(work: Callable[[], object]) -> bool:
    start = process_time()
    work()
    return process_time() - start < MAX_SECONDS

"""Matches of a quotation in the stored texts."""

import timeline
from tests.conftest import MakeDataset


def test_at_most_ten_positions_of_a_text_are_matches(dataset: MakeDataset) -> None:
    words = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
    text = " ".join(f"{word} came by here and Japan {word}." for word in words)
    matches = timeline.open(dataset(texts={"a.txt": text})).quote("Japan")["matches"]
    assert [match["suffix"] for match in matches] == [f"{word}." for word in words[:10]]

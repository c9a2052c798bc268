"""No format and no screen sends a control character of the data, and none of the words is lost."""

import re
import unicodedata
from typing import Any

import pytest

from tests.exporters.conftest import SCREENS, Document, Written
from tests.exporters.hostile import HOSTILE, poisoned
from timeline.exporters import EXPORTERS
from timeline.text.escape import visible


@pytest.mark.parametrize("name", [*EXPORTERS, *SCREENS])
@pytest.mark.parametrize("words", HOSTILE)
def test_no_control_or_invisible_character_is_written(
    hague: Document, written: Written, name: str, words: str
) -> None:
    text = written(name, poisoned(hague, words))
    allowed = {"\n", "\t"} if name == "tsv" else {"\n"}
    controls = {
        character for character in text if unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")
    }
    assert controls <= allowed
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\u00ad\U000e0000-\U000e0fff]", text)


@pytest.mark.parametrize("name", ["tsv", *SCREENS])
@pytest.mark.parametrize("words", HOSTILE)
def test_all_words_are_shown(hague: Document, written: Written, name: str, words: str) -> None:
    assert visible(words) in written(name, poisoned(hague, words))


@pytest.mark.parametrize("name", ["tsv", "csv", "ndjson", "markdown"])
def test_no_words_add_a_line(hague: Document, written: Written, name: str) -> None:
    plain: Any = poisoned(hague, "plain")
    lines = written(name, plain).count("\n")
    assert {written(name, poisoned(hague, words)).count("\n") for words in HOSTILE} == {lines}

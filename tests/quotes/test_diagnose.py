"""Why a quote is not in its source: one kind, one message, and the word where the cause shows."""

import pytest

from timeline.quotes import Lost, find
from timeline.quotes.diagnose import Cause, CauseKind, diagnose
from timeline.quotes.stored_text import StoredText

TEXT = StoredText(
    "seeds/gazette.txt",
    "The towns held a summit in Port Example on 3 March 2025.\n"
    "They pledged 3.5 percent of their income, and the cafe\u0301 closed.\n"
    "The lights burn. The mayor spoke in the evening.\n",
    "",
)
ALMANAC = StoredText("seeds/almanac.txt", "Weather.\nIt was the coldest winter in years.\n", "")
BEGINS_INSIDE = "cut: the quote begins inside a word or number of the text"
OUT_OF_ORDER = (
    "order: the part after [...] is at seeds/gazette.txt:2:1, before the part that it follows in the quote"
)
ENDS_INSIDE = "cut: the quote ends inside a word or number of the text"


def cause_of(quote: str, prefix: str = "") -> Cause:
    lost = find(TEXT.search, quote, prefix)
    assert isinstance(lost, Lost)
    return diagnose(quote, lost, TEXT, {"gazette": TEXT, "almanac": ALMANAC})


@pytest.mark.parametrize(
    ("quote", "kind", "message", "word"),
    [
        ("5 percent of their income", CauseKind.CUT, BEGINS_INSIDE, 0),
        ("a summit in Port Exam", CauseKind.CUT, ENDS_INSIDE, 4),
        ("and the cafe", CauseKind.CUT, ENDS_INSIDE, 2),
        ("The lights burn. [...] They pledged", CauseKind.ORDER,
         OUT_OF_ORDER, 4),
        ("the coldest winter", CauseKind.ELSEWHERE,
         "in another source: these words are at seeds/almanac.txt:2:8", None),
        ("The towns held a summit spoke in the evening.", CauseKind.SPLICED,
         "spliced: passages at 1:1 and 3:28 of seeds/gazette.txt are joined without [...]", 5),
        ("summit at Port Example on 8 March 2025.", CauseKind.CHANGED,
         "changed: a number differs from the text", 5),
        ("The towns [...] in Port Sample on 3 March", CauseKind.CHANGED,
         "changed: the words differ from the text", 5),
        ("zebras gallop", CauseKind.ABSENT, "not found, and nothing similar in seeds/gazette.txt", None),
        ("The lights burn. [...] zebras gallop", CauseKind.ABSENT,
         'not found, and nothing similar in seeds/gazette.txt: "zebras gallop"', None),
    ],
)  # fmt: skip
def test_diagnose(quote: str, kind: CauseKind, message: str, word: int | None) -> None:
    cause = cause_of(quote)
    assert (cause.kind, cause.message, cause.word) == (kind, message, word)


def test_a_prefix_that_is_not_before_the_words() -> None:
    cause = cause_of("The lights burn.", prefix="evening")
    message = "neighbours: these words are at seeds/gazette.txt:3:1, but prefix or suffix do not match"
    assert cause == Cause(CauseKind.NEIGHBOURS, message, (), None)


@pytest.mark.parametrize(
    ("quote", "details"),
    [
        ("5 percent of their income",
         ("seeds/gazette.txt:2:16  They pledged 3.5 percent of their income, and the cafe\u0301 closed.",)),
        ("and the cafe", ("seeds/gazette.txt:2:43  ercent of their income, and the cafe\u0301 closed.",)),
        ("the coldest winter", ("not in seeds/gazette.txt",)),
        ("summit at Port Example on 8 March 2025.",
         ('seeds/gazette.txt:1:44  "3" in the text, "8" in the quote',
          "most similar: seeds/gazette.txt:1:18  summit in Port Example on 3 March 2025.")),
        ("The towns held summit in Port Example",
         ('seeds/gazette.txt:1:16  "a" in the text, nothing in the quote',
          "most similar: seeds/gazette.txt:1:1  The towns held a summit in Port Example")),
    ],
)  # fmt: skip
def test_details_show_the_text(quote: str, details: tuple[str, ...]) -> None:
    assert cause_of(quote).details == details

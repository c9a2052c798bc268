"""The words and marks of an English sentence, with the closed classes of words that show its structure."""

# ruff: noqa: SIM905  (words read best as words)

import re
from typing import NamedTuple

_WORD_OR_MARK = (
    r"(?P<word>[^\W_]++(?:(?:(?<=\d)[.,:/](?=\d)|[.'’\-‐‑](?=[^\W_]))[^\W_]++)*+)|(?P<mark>--|[^\w\s])"
)
_CLITIC = r"(?<=.)(?:n't|'(?:ll|ve|re|d|m|s))\Z"
"""Not compiled when the module is imported: warm commands import it and read no sentence."""
_MARKS = dict.fromkeys(("–", "—", "--", "―"), "-") | dict.fromkeys("“”„«»", '"')
_CONTRACTED = {"wo": "will", "ca": "can", "sha": "shall"}
_LONGEST = 40
"""Code points of a word that are looked at: no verb and no function word is longer."""

DETERMINERS = frozenset(
    "the a an this these those its his her their our my your each every some any no another both either "
    "neither several many few most more all such whose".split()
)
PRONOUNS = frozenset("he she it they we i you who which that this these those there one everyone".split())
SUBJECTS = frozenset("he she it they we i you there".split())
"""Pronouns that begin a clause."""
OBJECTS = frozenset("him them us me himself herself itself themselves".split())
PREPOSITIONS = frozenset(
    "of in on at by for from to with without into onto over under through between among against about "
    "across around behind below beneath beside besides beyond despite down during except inside near off "
    "outside per toward towards up upon via within amid amidst versus alongside following regarding "
    "concerning including than ahead".split()
)
RELATIVES = frozenset("who whom whose which".split())
SUBORDINATORS = frozenset(
    "that whether if unless because although though while whilst whereas when where".split()
)
SUBORDINATORS |= frozenset("whenever wherever once how why what lest".split())
AMBIGUOUS = frozenset("after before since until till as".split())
"""Conjunctions in front of a clause, prepositions in front of a noun."""
COORDINATORS = frozenset("and but or nor yet so then".split())
ADVERBS = frozenset(
    "also still now already soon later again ever just once twice even both all first finally longer far "
    "too yet itself themselves himself herself long further thus therefore however instead rather together "
    "today tomorrow yesterday tonight currently only never not n't no almost nearly about perhaps maybe "
    "always often sometimes well indeed meanwhile".split()
)
NEGATORS = frozenset("not n't never".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr "
    "jun jul aug sept sep oct nov dec".split()
)
_WORDS_TOO = frozenset("may march mar dec jun jan".split())
"""Months that are other words in small letters."""
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_DAY_WORDS = WEEKDAYS | frozenset("today yesterday tomorrow tonight morning afternoon evening night".split())
_STOPS = frozenset(",;:.!?()[]-…\"'")


class Token(NamedTuple):
    """A word, a contracted word's part (`did`, `n't`) or a mark, at code points of its sentence."""

    start: int
    end: int
    text: str
    """In lower case; dashes are `-`, double quotation marks `"`, apostrophes straight."""
    capital: bool


def tokens(sentence: str) -> list[Token]:
    """The tokens of a sentence in order."""
    found: list[Token] = []
    if sentence.isupper():
        sentence = sentence.lower() if len(sentence.lower()) == len(sentence) else sentence
    for match in re.finditer(_WORD_OR_MARK, sentence):
        if match["mark"]:
            found.append(
                Token(*match.span(), _MARKS.get(match["mark"], match["mark"].replace("’", "'")), False)
            )
        else:
            found.extend(_word(match))
    return _with_single_quotes(found, sentence) if "‘" in sentence else found


def _with_single_quotes(found: list[Token], sentence: str) -> list[Token]:
    """Pairs of ‘ and ’ as quotation marks; ’ closes where it is behind a mark or in front of one."""
    result: list[Token] = []
    is_open = False
    for token in found:
        if token.text == "‘":
            is_open, token = True, token._replace(text='"')
        elif token.text == "'" and is_open:
            beside = sentence[token.start - 1 : token.start] + sentence[token.end : token.end + 1].strip()
            if any(mark in ",.!?…;:" for mark in beside) or token.end == len(sentence):
                is_open, token = False, token._replace(text='"')
        result.append(token)
    return result


def _word(match: re.Match[str]) -> list[Token]:
    """A word, with its contraction apart; `'s` of a noun is apart too."""
    start, end = match.span()
    if end - start > _LONGEST:
        return [Token(start, end, "", match.group()[:1].isupper())]
    text = match.group().lower().replace("’", "'")
    capital = match.group()[0].isupper()
    if text == "cannot":
        return [Token(start, start + 3, "can", capital), Token(start + 3, end, "not", False)]
    clitic = re.search(_CLITIC, text) if "'" in text else None
    if not clitic:
        return [Token(start, end, text, capital)]
    parting = end - len(clitic.group())
    stem, tail = text[: clitic.start()], clitic.group()
    stem = _CONTRACTED.get(stem, stem) if tail == "n't" else stem
    return [Token(start, parting, stem, capital), Token(parting, end, tail, False)]


def is_word(token: Token) -> bool:
    return token.text not in _STOPS and token.text[:1].isalnum()


def is_date_word(token: Token) -> bool:
    """Whether a token is part of a day, month or year: `Friday`, `July`, `9`, `2024`."""
    return (
        token.text in _DAY_WORDS
        or (token.text in MONTHS and (token.capital or token.text not in _WORDS_TOO))
        or token.text[:1].isdigit()
    )


_NO_ADVERBS = frozenset(
    "assembly family supply reply rally july italy monopoly anomaly reply apply comply imply multiply ally "
    "butterfly bully folly homily elderly".split()
)


def is_adverb(token: Token) -> bool:
    text = token.text
    if text in ADVERBS:
        return True
    return text.endswith("ly") and len(text) > 4 and not token.capital and text not in _NO_ADVERBS


_NO_TOKEN = Token(0, 0, "", False)


def at(tokens: list[Token], index: int) -> Token:
    """The token at an index, or an empty one outside the sentence."""
    return tokens[index] if 0 <= index < len(tokens) else _NO_TOKEN


def opens_clause(tokens: list[Token], index: int) -> bool:
    """Whether a token is the first of the sentence or of a quotation or stretch of it."""
    return index == 0 or (not is_word(tokens[index - 1]) and tokens[index - 1].text not in ("'s", ",", "-"))

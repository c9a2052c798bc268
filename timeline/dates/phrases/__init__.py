"""English words of time, as people and newspapers write them: read by themselves, or in the text they are
from.

`read` reads one phrase, `read_text` every expression of a text; both use the one grammar and the one
evaluation, so the same words with the same reference come to the same date. Plain EDTF needs none of this.
"""

from timeline.dates.phrases.frame import Side
from timeline.dates.phrases.grammar import has_words_of_time, scan
from timeline.dates.phrases.meaning import Expression
from timeline.dates.phrases.reading import Reading, read
from timeline.dates.phrases.story import Origin
from timeline.dates.phrases.suggesting import suggestions
from timeline.dates.phrases.texts import TimeExpression, read_stored_text, read_text, within

__all__ = [
    "Expression",
    "Origin",
    "Reading",
    "Side",
    "TimeExpression",
    "has_words_of_time",
    "read",
    "read_stored_text",
    "read_text",
    "scan",
    "suggestions",
    "within",
]

"""Rules that change the date of the words in them: `c. 1890`, `before 2020`, `late June`, `since 2022`."""

import re

from timeline.dates.phrases.about import (
    after,
    approximately,
    before,
    no_earlier_than,
    no_later_than,
    since,
    uncertainly,
    until,
)
from timeline.dates.phrases.rule import Changed
from timeline.dates.phrases.words import TO, VERB_AHEAD


def _as_it_is(edtf: str) -> str:
    """EDTF has no thirds of a month or a year: the whole is kept, and the note says which part."""
    return edtf


_THE = "(?:(?:in|at|during) )?(?:the )?"
_ABOUT = "(?:circa|about|around|approximately|approx\\.?|roughly|ca\\.?|c\\.)"
_FORMS = (
    ("about", f"(?:in )?{_ABOUT} ", approximately, ""),
    ("about", "(?:in )?ca?\\.?(?=[0-9])", approximately, ""),
    ("perhaps", "(?:possibly|perhaps|probably|maybe) ", uncertainly, ""),
    ("some-time", "(?:at )?some ?time (?:in|during) ", _as_it_is, ""),
    ("by-the-end", "(?:by|before) the end of (?:the )?", no_later_than, ""),
    ("early", "(?:in )?(?:the )?early[ -](?:in )?(?:the )?", _as_it_is, "its first third"),
    ("mid", "(?:in )?(?:the )?mid(?:dle)?[ -](?:of |in )?(?:the )?", _as_it_is, "its middle third"),
    ("late", "(?:in )?(?:the )?late[ -](?:in )?(?:the )?", _as_it_is, "its last third"),
    ("beginning", f"{_THE}(?:beginning|start) of (?:the )?", _as_it_is, "its beginning"),
    ("end", f"{_THE}(?:end|close) of (?:the )?", _as_it_is, "its end"),
    ("before", "(?:before|prior to|earlier than|pre-) ?", before, ""),
    ("after", "(?:after|later than) ", after, ""),
    ("by", "(?:by|no later than|not later than|at the latest by|on or before) ", no_later_than, ""),
    ("from", "(?:not before|no earlier than|on or after) ", no_earlier_than, ""),
    ("since", "(?:ever )?since ", since, ""),
    ("until", "(?:until|till|up to|through) ", until, ""),
)  # fmt: skip

CHANGED = (
    Changed("verb", re.compile(f"(?:{VERB_AHEAD}) (?:on |in )?(?P<when>.+)"), _as_it_is, ""),
    *(Changed(name, re.compile(f"{form}(?P<when>.+)"), edtf, note) for name, form, edtf, note in _FORMS),
    Changed("from-to", re.compile(f"from (?P<when>.+?{TO}.+)"), _as_it_is, ""),
    Changed("from", re.compile("from (?P<when>.+?)(?: on| onwards?)?"), since, ""),
    Changed("from", re.compile("(?P<when>.+?) (?:or later|onwards?|and after)"), no_earlier_than, ""),
    Changed("by", re.compile("(?P<when>.+?) (?:or earlier|and before)"), no_later_than, ""),
)

"""English words of time, as people and newspapers write them: read, or found in a sentence.

Only what is asked for is loaded: plain EDTF needs none of this.
"""

from timeline.dates.phrases.finding import Found, find_phrases
from timeline.dates.phrases.reading import Reading, read

__all__ = ["Found", "Reading", "find_phrases", "read"]

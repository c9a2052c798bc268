"""What a meaning needs to become a date."""

from timeline.dates.phrases.meaning import (
    Beside,
    Changed,
    DayOfMonth,
    Fixed,
    InMoved,
    Meaning,
    Moved,
    Near,
    NearYearless,
    Recent,
    Refused,
    Several,
    ShortYear,
    Stretch,
    Weekday,
    WeekOf,
    Yearless,
)


def needs_of(meaning: Meaning) -> frozenset[str]:
    """What a meaning needs: `side`, any `context`, and whether it shows that the text counts from its `own day`."""
    if isinstance(meaning, Fixed | Refused):
        return frozenset()
    if isinstance(meaning, Weekday):
        bare = {"side", "weekday"} if not meaning.which and meaning.week is None else set()
        return frozenset(("context", "own day")) | bare
    if isinstance(meaning, Yearless):
        return frozenset(("context", "side", "year")) if "{}" in meaning.template else frozenset()
    if isinstance(meaning, Near):
        return frozenset(("context", "side", "own day"))
    if isinstance(meaning, Moved):
        if meaning.origin == "either":
            return frozenset(("context", "side", "either"))
        if meaning.rule == "in-time":
            return frozenset(("context", "side"))
        return frozenset(("context", "own day")) if meaning.origin == "said" else frozenset(("context",))
    if isinstance(meaning, Recent):
        return frozenset(("context", "own day"))
    if isinstance(meaning, NearYearless | ShortYear | DayOfMonth):
        return frozenset(("context",))
    if isinstance(meaning, InMoved):
        return needs_of(meaning.year)
    if isinstance(meaning, Changed | Beside):
        return needs_of(meaning.date)
    if isinstance(meaning, WeekOf):
        return needs_of(meaning.day)
    if isinstance(meaning, Stretch):
        return needs_of(meaning.first) | needs_of(meaning.last)
    if isinstance(meaning, Several):
        return frozenset().union(*map(needs_of, meaning.dates))
    return frozenset(("context",))

"""Day numbers where a date has no limit, for rooms that must not pay for the whole of dates."""

FOREVER = 1 << 62
"""A day number that stands for no end; minus it for no beginning."""

NEVER = FOREVER + 1
"""A day number beyond all others, for what is not sure of any day."""

"""The English words of time, and the numbers that they stand for."""

# ruff: noqa: SIM905  (words read best as words)

MONTH_NAMES = tuple(
    "january february march april may june july august september october november december".split()
)
MONTHS = {name: number for number, name in enumerate(MONTH_NAMES, 1)}
SHORT_MONTHS = {name[:3]: number for name, number in MONTHS.items() if name != "may"} | {"sept": 9}
WEEKDAY_NAMES = tuple("monday tuesday wednesday thursday friday saturday sunday".split())
WEEKDAYS = {name: number for number, name in enumerate(WEEKDAY_NAMES)}
SHORT_WEEKDAYS = {name[:3]: number for name, number in WEEKDAYS.items()} | {
    "tues": 1, "thur": 3, "thurs": 3,
}  # fmt: skip
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_UNIT_NAMES = "day week fortnight month quarter year decade".split()
UNITS = {name: name for name in _UNIT_NAMES} | {f"{name}s": name for name in _UNIT_NAMES}
UNITS |= {"night": "day", "nights": "day", "century": "century", "centuries": "century"}
ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
TENS = {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
NUMBERS = {word: number for number, word in enumerate(ONES) if number} | TENS
_ORDINAL_NAMES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
ORDINALS = {word: number for number, word in enumerate(_ORDINAL_NAMES, 1)} | {"thirtieth": 30}
DECADES = frozenset("twenties thirties forties fifties sixties seventies eighties nineties".split())
DAY_WORDS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
PARTS_OF_DAY = frozenset("morning afternoon evening night noon midnight midday dawn dusk".split())
PARTS_OF_A_DAY = frozenset("morning afternoon evening night dawn dusk".split())
"""Parts that `this` and `that` may stand before."""
BACK = frozenset("last past previous preceding".split())
ON = frozenset("next coming following subsequent".split())
POINTING = frozenset("that same".split())
WHICH = BACK | ON | POINTING | {"this", "current"}
ABOUT = frozenset("about around circa approximately approx roughly nearly almost some ca c".split())
PERHAPS = frozenset("possibly perhaps probably maybe".split())
FEW = frozenset("few several couple many some recent".split())
TITLES = frozenset(
    "mr mrs ms miss mx dr sir dame lady lord prof professor president minister premier chancellor "
    "judge justice senator general colonel captain lieutenant admiral sergeant theresa".split()
)
"""Words before names, so that April or May behind them is a person."""
NUMBERED = frozenset(
    "resolution resolutions no nos number flight flights article articles room rooms page pages p pp "
    "paragraph section sections model route highway directive regulation law bill act case order "
    "decree agenda chapter unscr boeing airbus channel apartment unit units regiment battalion line "
    "item items hull form type mark block lot area sector point hill height psalm verse kilometre "
    "kilometer mile fiscal financial fy".split()
)
"""Words after which a number is a number of something, and no year of the calendar."""
COUNTED = frozenset(
    "people men women children troops soldiers militants fighters dead wounded casualties deaths "
    "killed injured aircraft planes tanks ships guns tons tonnes miles km kilometres kilometers "
    "meters metres feet percent per million billion thousand hundred dollars euros pounds francs "
    "rubles yen yuan lire votes seats members delegates houses homes refugees prisoners civilians "
    "strong hours minutes degrees euro dollar cases jobs workers police officers sheep cattle horses "
    "inhabitants residents metric mm cm kg m ft lb".split()
)
"""Words that say that the number before them counts things."""
YEARLY = frozenset(
    "elections talks protests riots attacks games olympics floods wars hostilities negotiations reforms "
    "uprisings events sanctions accords agreements hearings massacres purges strikes clashes championships "
    "finals primaries demonstrations census bombings politics crisis congress".split()
)
"""Nouns like plurals that a year may stand before: the 2010 elections."""


def month_of(word: str) -> int:
    """1 to 12 for the name of a month, in full or shortened; 0 for any other word."""
    return MONTHS.get(word) or SHORT_MONTHS.get(word) or 0

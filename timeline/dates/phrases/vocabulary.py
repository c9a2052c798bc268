"""The English words of time, and the numbers that they stand for."""

MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MONTHS = {name: number for number, name in enumerate(MONTH_NAMES, 1)}
SHORT_MONTHS = {name[:3]: number for name, number in MONTHS.items() if name != "may"} | {"sept": 9}
WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS = {name: number for number, name in enumerate(WEEKDAY_NAMES)}
SHORT_WEEKDAYS = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
UNITS = {
    "day": "day", "days": "day", "night": "day", "nights": "day", "week": "week", "weeks": "week",
    "fortnight": "fortnight", "fortnights": "fortnight", "month": "month", "months": "month",
    "quarter": "quarter", "quarters": "quarter", "year": "year", "years": "year",
    "decade": "decade", "decades": "decade", "century": "century", "centuries": "century",
}  # fmt: skip
ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
NUMBERS = {word: number for number, word in enumerate(ONES) if number} | TENS
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
}  # fmt: skip
DAY_WORDS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
PARTS_OF_DAY = frozenset("morning afternoon evening night noon midnight midday dawn dusk".split())  # noqa: SIM905
BACK = frozenset("last past previous preceding".split())  # noqa: SIM905
ON = frozenset("next coming following subsequent".split())  # noqa: SIM905
POINTING = frozenset(("that", "same"))
ABOUT = frozenset(
    "about around circa approximately approx roughly nearly almost some ca c".split()  # noqa: SIM905
)
PERHAPS = frozenset("possibly perhaps probably maybe".split())  # noqa: SIM905
FEW = frozenset("few several couple many some recent".split())  # noqa: SIM905
TITLES = frozenset(
    "mr mrs ms miss mx dr sir dame lady lord prof professor president minister premier chancellor judge "
    "justice senator general colonel captain lieutenant admiral sergeant theresa".split()  # noqa: SIM905
)
NUMBERED = frozenset(
    "resolution resolutions no nos number flight flights article articles room rooms page pages p pp paragraph "
    "section sections model route highway directive regulation law bill act case order decree agenda chapter "
    "unscr boeing airbus channel apartment unit units regiment battalion line item items hull form type mark "
    "block lot area sector point hill height psalm verse kilometre kilometer mile".split()  # noqa: SIM905
)
"""Words after which a number is a number of something, and no year."""
COUNTED = frozenset(
    "people men women children troops soldiers militants fighters dead wounded casualties deaths killed injured "
    "aircraft planes tanks ships guns tons tonnes miles km kilometres kilometers meters metres feet percent per "
    "million billion thousand hundred dollars euros pounds francs rubles yen yuan lire marks votes seats members "
    "delegates houses homes refugees prisoners civilians strong hours minutes degrees euro dollar nato cases "
    "jobs workers police officers sheep cattle horses inhabitants residents metric mm cm kg m ft lb".split()  # noqa: SIM905
)
"""Words that say that the number before them counts things."""
YEARLY = frozenset(
    "elections talks protests riots attacks games olympics floods wars hostilities negotiations reforms "
    "uprisings events sanctions accords agreements hearings massacres purges strikes clashes championships "
    "finals primaries demonstrations census bombings politics politics crisis congress peoples".split()  # noqa: SIM905
)
"""Plurals that a year may stand before: the 2010 elections."""


def month_of(word: str) -> int:
    """1 to 12 for the name of a month, in full or shortened; 0 for any other word."""
    return MONTHS.get(word) or SHORT_MONTHS.get(word) or 0

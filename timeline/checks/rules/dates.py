"""Rules about words of time: do they agree with the date, and could the source know what it reports?"""

from collections.abc import Iterator

from timeline.checks.context import Context
from timeline.checks.locations import place_at
from timeline.checks.tense import reports_a_plan, reports_the_past
from timeline.dates import compare, say
from timeline.evidence import CitedQuote, LinkedEvent, TimeWords
from timeline.evidence.dates import is_judged, said_on, words_place
from timeline.problems import Problem
from timeline.quotes import Found


def date_contradicted(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """The words of time in the quotes that support the date come to another date than the record has.

    Example: `date: 2024-05-19` on a quote that says “last month” in July 2024
    Fix: correct the date; or take date out of the supports of a quote whose words of time are about
    something else.
    """
    if linked.proof.verdict != "contradicts":
        return
    telling = [one for one in linked.proof.words if one.verdict == "contradicts"]
    first = telling[0]
    says = say(first.date) if first.date else ""
    yield Problem(
        place_at(linked.event, ("date",)),
        "date-contradicted",
        f"the quoted words say {says}, the record says {say(linked.record.date)}",
        "correct the date; or, if these words are about something else, "
        f"take date out of the supports of citation {first.number + 1}",
        tuple(line for one in telling for line in _derivation(linked, one)),
        linked.record.id,
    )


def _derivation(linked: LinkedEvent, words: TimeWords) -> list[str]:
    """The location of the words, the date from which they count, and what they mean."""
    place = words_place(linked.quotes[words.number], words)
    meaning = words.date.text if words.date else "nothing"
    return [f"{place}  “{words.words}”", f"{_origin(linked, words)}, so {meaning}"]


def _origin(linked: LinkedEvent, words: TimeWords) -> str:
    """From what the words count: another date in the text, or the reference date of the source."""
    quote, origin = linked.quotes[words.number], words.counts_from
    if origin and quote.text:
        line, column = quote.text.place(origin.start)
        return f"counts from “{origin.words}” at {line}:{column}, {origin.edtf}"
    return f"said {words.said.text}" if words.said else "as written"


def status_not_proved(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """A source that speaks before the event cannot report that it happened: it proves only `planned`.

    Example: `supports: [status]` on “will be in attendance”, said the week before
    Fix: take status out of its supports; let a curator's note say it, with `see:`.
    """
    if linked.record.status == "planned":
        return
    for quote in linked.quotes:
        said = said_on(quote.source)
        proves = "status" in linked.quote_supports[quote.number] and isinstance(quote.outcome, Found)
        if not proves or said is None:
            continue
        if compare(said, linked.record.date) == "certainly before":
            number = quote.citation.supports.index("status")
            yield Problem(
                place_at(linked.event, ("citations", quote.number, "supports", number)),
                "status-not-proved",
                f"{quote.citation.source} speaks on {say(said)}, before the event: "
                f"it cannot say that it was {linked.record.status}",
                "take status out of its supports, and let a curator's note with see: say it",
                event=linked.record.id,
            )


def planned_in_the_past(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """A planned event lies before the reference date of all its sources, but a plan is made before its day.

    Example: `status: planned`, `date: 2025-07-07` on a text of 2025-08-20 that says “on July 7”
    Fix: correct the date, which may be a year too early; or write what became of the plan: `status: held`.
    """
    quotes = [quote for quote in linked.quotes if isinstance(quote.outcome, Found)]
    days = [said_on(quote.source) for quote in quotes]
    if linked.record.status != "planned" or not days or linked.proof.verdict == "contradicts":
        return
    if all(day and compare(linked.record.date, day) == "certainly before" for day in days):
        source, day = quotes[0].citation.source, days[0]
        yield Problem(
            place_at(linked.event, ("date",)),
            "planned-in-the-past",
            f"planned for {say(linked.record.date)}, but {source} speaks later, on {say(day) if day else ''}",
            "correct the date, which may be a year too early; or write what became of the plan: status: held",
            event=linked.record.id,
        )


def status_contradicted(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """The quotes that support the status have another tense: they report a planned event as past, or a held
    event only as future.

    Example: `status: planned` on “NATO met in Ankara on 7 July”
    Fix: correct the status; or take status out of the supports of a quote that is about something else.
    """
    quotes = [quote for quote in linked.quotes if "status" in linked.quote_supports[quote.number]]
    found = [quote for quote in quotes if isinstance(quote.outcome, Found) and is_judged(quote.source)]
    if not found or len(found) < len(quotes):
        return
    if linked.record.status == "planned" and any(reports_the_past(quote, linked) for quote in found):
        yield _status_problem(linked, found[0], "planned, but the quote reports it as past")
    only_plans = linked.record.status == "held" and all(reports_a_plan(quote, linked) for quote in found)
    if only_plans and not any(_speaks_before(quote, linked) for quote in found):
        yield _status_problem(linked, found[0], "held, but the quote reports it only as future")


def _speaks_before(quote: CitedQuote, linked: LinkedEvent) -> bool:
    """Whether a source speaks before the event, which the rule `status-not-proved` reports."""
    said = said_on(quote.source)
    return said is not None and compare(said, linked.record.date) == "certainly before"


def _status_problem(linked: LinkedEvent, quote: CitedQuote, message: str) -> Problem:
    number = quote.citation.supports.index("status")
    return Problem(
        place_at(linked.event, ("citations", quote.number, "supports", number)),
        "status-contradicted",
        message,
        "correct the status; or take status out of the supports of a quote that is about something else",
        event=linked.record.id,
    )

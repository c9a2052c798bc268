"""Rules about words of time: do they agree with the date, and could the source know what it reports?"""

from collections.abc import Iterator

from timeline.anchors import Found
from timeline.checks.places import place_at
from timeline.checks.telling import tells_of_a_plan, tells_of_the_past
from timeline.dates import compare, say
from timeline.linking import CitedQuote, Linked, Timeline, TimeWords
from timeline.linking.derivation import is_judged, said_on, words_place
from timeline.problems import Problem


def date_contradicted(timeline: Timeline) -> Iterator[Problem]:
    """The words of time in the quotes that support the date come to another date than the record has.

    Example: `date: 2024-05-19` on a quote that says “last month” in July 2024
    Mend: correct the date; or take date out of the supports of a quote whose words of time are about
    something else.
    """
    for linked in timeline.events:
        if linked.proof.verdict != "contradicts":
            continue
        telling = [one for one in linked.proof.words if one.verdict == "contradicts"]
        first = telling[0]
        says = say(first.date) if first.date else ""
        yield Problem(
            place_at(linked.event, ("date",)),
            "date-contradicted",
            f"the quoted words say {says}, the record says {say(linked.record.date)}",
            f"correct the date; or, if these words are about something else, take date out of the quote's "
            f"supports ({_supports_place(linked, first)})",
            tuple(line for one in telling for line in _derivation(linked, one)),
            linked.record.id,
        )


def _supports_place(linked: Linked, one: TimeWords) -> str:
    return f"line {place_at(linked.event, ('citations', one.number, 'supports')).line}"


def _derivation(linked: Linked, one: TimeWords) -> list[str]:
    """Where the words stand, from which day they count, and what they come to."""
    place = words_place(linked.quotes[one.number], one)
    come_to = one.date.text if one.date else "nothing"
    return [f"{place}  “{one.words}”", f"{_origin(linked, one)}, so {come_to}"]


def _origin(linked: Linked, one: TimeWords) -> str:
    """From what the words count: a date of the text, or the day on which it was said."""
    quote, origin = linked.quotes[one.number], one.counts_from
    if origin and quote.text:
        line, column = quote.text.place(origin.place)
        return f"counts from “{origin.words}” at {line}:{column}, {origin.edtf}"
    return f"said {one.said.text}" if one.said else "as it is written"


def status_not_proved(timeline: Timeline) -> Iterator[Problem]:
    """A source that speaks before the event cannot report that it happened: it proves only `planned`.

    Example: `supports: [status]` on “will be in attendance”, said the week before
    Mend: take status out of its supports; let a curator's note say it, with `see:`.
    """
    for linked in timeline.events:
        if linked.record.status == "planned":
            continue
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


def planned_in_the_past(timeline: Timeline) -> Iterator[Problem]:
    """A planned event lies before the day on which its only source speaks: nobody plans for a day that is
    over.

    Example: `status: planned`, `date: 2025-07-07` on a text of 2025-08-20 that says “on July 7”
    Mend: correct the date, which may be a year too early; or say what came of the plan: `status: held`.
    """
    for linked in timeline.events:
        quotes = [quote for quote in linked.quotes if isinstance(quote.outcome, Found)]
        days = [said_on(quote.source) for quote in quotes]
        if linked.record.status != "planned" or not days or linked.proof.verdict == "contradicts":
            continue
        if all(day and compare(linked.record.date, day) == "certainly before" for day in days):
            first = quotes[0].citation.source
            day = min((say(day) for day in days if day), default="")
            yield Problem(
                place_at(linked.event, ("date",)),
                "planned-in-the-past",
                f"it is planned for {say(linked.record.date)}, and {first} speaks on {day}, after it",
                "correct the date, which may be a year too early; or write what came of it: status: held",
                event=linked.record.id,
            )


def status_contradicted(timeline: Timeline) -> Iterator[Problem]:
    """The quotes that support the status tell otherwise: a plan is told as past, or what was held only as to
    come.

    Example: `status: planned` on “NATO met in Ankara on 7 July”
    Mend: correct the status; or take status out of the supports of a quote that is about something else.
    """
    for linked in timeline.events:
        quotes = [quote for quote in linked.quotes if "status" in linked.quote_supports[quote.number]]
        found = [quote for quote in quotes if isinstance(quote.outcome, Found) and is_judged(quote.source)]
        if not found or len(found) < len(quotes):
            continue
        if linked.record.status == "planned" and any(tells_of_the_past(quote, linked) for quote in found):
            yield _status(linked, found[0], "it is planned, and the quote tells it as past")
        only_ahead = linked.record.status == "held" and all(tells_of_a_plan(one, linked) for one in found)
        if only_ahead and not any(_speaks_before(quote, linked) for quote in found):
            yield _status(linked, found[0], "it was held, and the quote tells it only as to come")


def _speaks_before(quote: CitedQuote, linked: Linked) -> bool:
    """Whether a source speaks before the event: that is a problem already."""
    said = said_on(quote.source)
    return said is not None and compare(said, linked.record.date) == "certainly before"


def _status(linked: Linked, quote: CitedQuote, message: str) -> Problem:
    number = next(place for place, written in enumerate(quote.citation.supports) if written == "status")
    return Problem(
        place_at(linked.event, ("citations", quote.number, "supports", number)),
        "status-contradicted",
        message,
        "correct the status; or take status out of the supports of a quote that is about something else",
        event=linked.record.id,
    )

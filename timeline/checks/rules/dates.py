"""Rules about words of time: do they agree with the date, and could the source know what it reports?"""

from collections.abc import Iterator

from timeline.checks.context import Context
from timeline.checks.locations import place_at
from timeline.dates import compare, say
from timeline.evidence import LinkedEvent, TimeWords
from timeline.evidence.dates import said_on, words_place
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


def _derivation(linked: LinkedEvent, one: TimeWords) -> list[str]:
    """Where the words stand, from which day they count, and what they come to."""
    said = one.said.text if one.said else "no known date"
    come_to = one.date.text if one.date else "nothing"
    return [f"{words_place(linked.quotes[one.number], one)}  “{one.words}”", f"said {said}, so {come_to}"]


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

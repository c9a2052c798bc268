"""The precision of `unsupported-prose` on the built-in dataset: what it checks, reports and misses.

    python benchmarks/prose_precision.py

Every report on the shipped data was read, and was corrected there or became a test, so a remaining report
counts as a false alarm. Then each token is made untrue, one at a time: a number or date plus one, another
state or name, an added word in a quoted phrase; that must be the only report of its event. Precision is the
share of true reports among all.
"""

import re
from collections import Counter
from collections.abc import Callable

from timeline.checks import Context
from timeline.checks.prose import Claim, claims, unsupported_prose
from timeline.dataset.locate import Dataset, built_in
from timeline.evidence import LinkedEvent, load_timeline

_NEXT = {
    "second": "third", "third": "fourth", "first": "second", "two": "three", "four": "five", "six": "seven",
    "eight": "nine", "eleven": "twelve", "eighth": "ninth",
}  # fmt: skip


def one_more(shown: str) -> str:
    """The same number or date, plus one."""
    figures = re.sub(r"\d+", lambda match: str(int(match.group()) + 1), shown, count=1)
    return " ".join(_NEXT.get(word.casefold(), word) for word in figures.split())


LIES: dict[str, Callable[[str], str]] = {
    "number": one_more,
    "date": one_more,
    "actor": lambda _: "Bhutan",
    "name": lambda shown: f"{shown[0]}{shown[:0:-1].casefold()}",
    "quoted phrase": lambda shown: f"{shown[0]}not {shown[1:]}",
}


def with_lie(linked: LinkedEvent, claim: Claim) -> LinkedEvent:
    """The event with one token made untrue."""
    token = claim.token
    lie = LIES[token.kind](claim.text[token.start : token.end])
    text = f"{claim.text[: token.start]}{lie}{claim.text[token.end :]}"
    if claim.path == ("title",):
        record = linked.record.model_copy(update={"title": text})
    else:
        number = claim.path[1]
        summary = [text if at == number else sentence for at, sentence in enumerate(linked.record.summary)]
        record = linked.record.model_copy(update={"summary": summary})
    return linked._replace(event=linked.event._replace(record=record))


def reports(context: Context, linked: LinkedEvent) -> list[str]:
    """The reports about an event."""
    return [str(problem) for problem in unsupported_prose(linked, context)]


def main() -> None:
    """Measure and print."""
    timeline = load_timeline(Dataset("built-in", built_in(), ""))
    checked: Counter[str] = Counter()
    detected: Counter[str] = Counter()
    context = Context(timeline)
    alarms = [report for linked in timeline.events for report in reports(context, linked)]
    for linked in timeline.events:
        for claim in claims(linked, context):
            checked[claim.token.kind] += 1
            detected[claim.token.kind] += len(reports(context, with_lie(linked, claim))) == 1
    print(f"{checked.total()} tokens checked in {len(timeline.events)} events, {len(alarms)} reports")
    print(*alarms, sep="\n", end="\n" if alarms else "")
    for kind, number in sorted(checked.items()):
        print(f"  {kind:14} {number:4} checked, {detected[kind]:4} lies detected of {number}")
    true = detected.total()
    print(f"precision {true / (true + len(alarms)):.3f}, lies detected {true / checked.total():.3f}")


if __name__ == "__main__":
    main()

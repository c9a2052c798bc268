"""`timeline explain`: what the rules of `check` mean."""

import json as jsonlib
from collections.abc import Iterator
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from timeline.checks import (
    RENAMED,
    Explanation,
    current_name,
    explanation,
    explanations,
    renaming_notice,
    rules_page,
)
from timeline.cli.command import ExamplesFirst, command_app
from timeline.cli.output import Failure, draw, send, talk
from timeline.reports.explain import rule_report
from timeline.screens.layout import block, headed, ink, side_by_side
from timeline.text.names import did_you_mean

app = command_app()

_EXAMPLES = """
timeline explain
timeline explain quote-not-found
"""
_TIERS = {
    "always": "cannot be silenced",
    "default": "can be accepted for one event, with a reason: accept: {rule: reason}",
    "strict": "asked with check --strict, or by name",
}


def _rule_names(incomplete: str) -> list[tuple[str, str]]:
    return [(one.rule, one.summary) for one in explanations() if one.rule.startswith(incomplete)]


@app.command(name="explain", cls=ExamplesFirst, epilog=_EXAMPLES)
def explain_rule(
    rule: Annotated[
        str | None, typer.Argument(metavar="[RULE]", help="A rule; else all.", autocompletion=_rule_names)
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON array.")] = False,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="docs/rules.md: all rules as Markdown.")
    ] = False,
) -> None:
    """Explain a rule: what it means, an example, the remedy. Without RULE: all of them, a line each."""
    known = {one.rule: one for one in explanations()}
    if rule in RENAMED:
        talk(renaming_notice(rule))
        rule = current_name(rule)
    if rule is not None and rule not in known:
        hint = did_you_mean(rule, known) or "timeline explain lists them"
        raise Failure(f'there is no rule "{rule}": {hint}', 1)
    chosen = [explanation(rule)] if rule else list(known.values())
    if markdown:
        send([rules_page()])
    elif json:
        send([jsonlib.dumps([rule_report(chosen_rule) for chosen_rule in chosen], indent=1) + "\n"])
    elif rule:
        draw(lambda console: _page(known[rule], console))
    else:
        draw(lambda console: _list(chosen, console))


def _page(one: Explanation, console: Console) -> Iterator[Text]:
    yield from headed(one.rule, f"{one.tier}: {_TIERS[one.tier]}", console)
    yield Text()
    yield from block(ink(one.meaning), 1, console)
    yield Text()
    for label, words in (("example", one.example), ("fix", one.fix)):
        yield from side_by_side([(ink(f" {label}", "bold"), 9), (ink(words), console.width - 13)], console)


def _list(rules: list[Explanation], console: Console) -> Iterator[Text]:
    for tier, means in _TIERS.items():
        yield from block(ink(tier, "bold").append_text(ink(f": {means}")), 1, console)
        for one in rules:
            if one.tier == tier:
                cells = [(Text(), 1), (ink(one.rule, "magenta"), 22), (ink(one.summary), console.width - 30)]
                yield from side_by_side(cells, console)

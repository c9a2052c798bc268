"""`timeline explain`: the meaning of the rules of `check`."""

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
from timeline.cli.output import Failure, log, render, write
from timeline.reports.explain import rule_report
from timeline.screens.layout import block, heading, side_by_side, styled
from timeline.text.names import did_you_mean

app = command_app()

_EXAMPLES = """
timeline explain
timeline explain quote-not-found
"""
_TIERS = {
    "always": "cannot be silenced",
    "default": "can be accepted for one event, with a reason: accept: {rule: reason}",
    "strict": "run by check --strict, or by name",
}


def _rule_names(incomplete: str) -> list[tuple[str, str]]:
    return [(rule.rule, rule.summary) for rule in explanations() if rule.rule.startswith(incomplete)]


@app.command(name="explain", cls=ExamplesFirst, epilog=_EXAMPLES)
def explain_rule(
    rule: Annotated[
        str | None,
        typer.Argument(
            metavar="[RULE]", help="Name of a rule; all rules if omitted.", autocompletion=_rule_names
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON array.")] = False,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="Print docs/rules.md: all rules as Markdown.")
    ] = False,
) -> None:
    """Explain a rule: what it finds, an example, and how to fix it. Without RULE, list all rules."""
    known = {explained.rule: explained for explained in explanations()}
    if rule in RENAMED:
        log(renaming_notice(rule))
        rule = current_name(rule)
    if rule is not None and rule not in known:
        hint = did_you_mean(rule, known) or 'run "timeline explain" for a list'
        raise Failure(f'unknown rule "{rule}"; {hint}', 1)
    chosen = [explanation(rule)] if rule else list(known.values())
    if markdown:
        write([rules_page()])
    elif json:
        write([jsonlib.dumps([rule_report(chosen_rule) for chosen_rule in chosen], indent=1) + "\n"])
    elif rule:
        render(lambda console: _page(known[rule], console))
    else:
        render(lambda console: _list(chosen, console))


def _page(rule: Explanation, console: Console) -> Iterator[Text]:
    yield from heading(rule.rule, f"{rule.tier}: {_TIERS[rule.tier]}", console)
    yield Text()
    yield from block(styled(rule.meaning), 1, console)
    yield Text()
    for label, words in (("example", rule.example), ("fix", rule.fix)):
        yield from side_by_side(
            [(styled(f" {label}", "bold"), 9), (styled(words), console.width - 13)], console
        )


def _list(rules: list[Explanation], console: Console) -> Iterator[Text]:
    for tier, means in _TIERS.items():
        yield from block(styled(tier, "bold").append_text(styled(f": {means}")), 1, console)
        for rule in rules:
            if rule.tier == tier:
                cells = [
                    (Text(), 1),
                    (styled(rule.rule, "magenta"), 22),
                    (styled(rule.summary), console.width - 30),
                ]
                yield from side_by_side(cells, console)

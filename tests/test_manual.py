"""The manual cannot rot: every command and option stands in it, and docs/rules.md is made from the rules."""

import importlib
from pathlib import Path

import pytest
import typer

from timeline.checks import explanations, rules_page
from timeline.cli.app import COMMANDS, app

DOCS = Path(__file__).parent.parent / "docs"
MANUAL = (DOCS / "manual.md").read_text("utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_stands_in_the_manual(name: str) -> None:
    command = typer.main.get_command(importlib.import_module(f"timeline.cli.commands.{name}").app)
    assert f"timeline {name}" in MANUAL
    for parameter in command.params:
        for option in parameter.opts:
            assert not option.startswith("-") or f"`{option}" in MANUAL, f"{name} {option}"


def test_every_option_before_a_command_stands_in_the_manual() -> None:
    for parameter in typer.main.get_command(app).params:
        for option in parameter.opts:
            assert f"`{option}" in MANUAL


def test_the_page_of_rules_is_the_one_made_from_the_rules() -> None:
    assert (DOCS / "rules.md").read_text("utf-8") == rules_page()


@pytest.mark.parametrize("rule", explanations(), ids=lambda one: one.rule)
def test_every_rule_says_what_it_means_an_example_and_the_remedy(rule: object) -> None:
    assert all((rule.meaning, rule.example, rule.fix, rule.summary))  # type: ignore[attr-defined]

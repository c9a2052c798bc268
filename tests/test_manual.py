"""The manual cannot rot: every command and option stands in it, and docs/rules.md is made from the rules."""

import importlib
from pathlib import Path

import pytest
import typer

from timeline.checks.explain import everything, manual
from timeline.cli.app import COMMANDS, app

DOCS = Path(__file__).parent.parent / "docs"
MANUAL = (DOCS / "manual.md").read_text("utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_manual_has_every_command_and_option(name: str) -> None:
    command = typer.main.get_command(importlib.import_module(f"timeline.cli.commands.{name}").app)
    assert f"timeline {name}" in MANUAL
    for parameter in command.params:
        for option in parameter.opts:
            assert not option.startswith("-") or f"`{option}" in MANUAL, f"{name} {option}"


def test_manual_has_every_global_option() -> None:
    for parameter in typer.main.get_command(app).params:
        for option in parameter.opts:
            assert f"`{option}" in MANUAL


def test_rules_page_is_generated() -> None:
    assert (DOCS / "rules.md").read_text("utf-8") == manual()


@pytest.mark.parametrize("rule", everything(), ids=lambda one: one.rule)
def test_every_rule_has_meaning_example_fix_and_summary(rule: object) -> None:
    assert all((rule.meaning, rule.example, rule.fix, rule.summary))  # type: ignore[attr-defined]

"""The manual is complete: it has every command and option, and docs/rules.md is made from the rules."""

import importlib
import re
from pathlib import Path

import pytest
import typer

from timeline.checks import Explanation, explanations, rules_page
from timeline.cli.app import COMMANDS, app
from timeline.cli.listing import FORMATS

DOCS = Path(__file__).parent.parent / "docs"
MANUAL = (DOCS / "manual.md").read_text("utf-8")


def section(name: str) -> str:
    """The section of the manual about a command."""
    heading = re.search(rf"^## timeline {name}\b.*$", MANUAL, re.MULTILINE)
    assert heading is not None, f"the manual has no section about {name}"
    return MANUAL[heading.end() :].partition("\n## ")[0]


@pytest.mark.parametrize("name", COMMANDS)
def test_manual_has_every_command_and_option(name: str) -> None:
    command = typer.main.get_command(importlib.import_module(f"timeline.cli.commands.{name}").app)
    text = section(name)
    options = [option for parameter in command.params for option in parameter.opts if option.startswith("-")]
    common = {"--help", "-h"}  # described once, for all commands
    assert [option for option in options if option not in common and f"`{option}" not in text] == []


def test_manual_has_every_global_option() -> None:
    text = MANUAL.partition("\n## ")[0]
    options = [option for parameter in typer.main.get_command(app).params for option in parameter.opts]
    assert [option for option in options if f"`{option}" not in text] == []


def test_manual_and_help_list_every_format() -> None:
    (row,) = [line for line in section("list").splitlines() if line.startswith("| `--format F`")]
    assert [name for name in FORMATS if not re.search(rf"\b{name}\b", row)] == []


def test_rules_page_is_generated() -> None:
    assert (DOCS / "rules.md").read_text("utf-8") == rules_page()


@pytest.mark.parametrize("rule", explanations(), ids=lambda rule: str(rule.rule))
def test_every_rule_has_meaning_example_fix_and_summary(rule: Explanation) -> None:
    assert all((rule.meaning, rule.example, rule.fix, rule.summary))

"""Every relative link of a Markdown page leads to a file of the repository."""

import re
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
PAGES = [REPOSITORY / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "fuzz/README.md")]
PAGES += sorted((REPOSITORY / "docs").glob("*.md"))
LINK = re.compile(r"\]\(([^()\s]+)\)")
NAMED = re.compile(r"`((?:docs|tests|timeline|fuzz|benchmarks)/[\w/.-]+\.(?:md|py|yaml))`")
EXAMPLES = {"tests/P/test_M.py", "timeline/P/M.py"}
"""Names with variable parts."""


def links(text: str) -> list[str]:
    """The targets of relative links, without their anchors."""
    targets = (target.partition("#")[0] for target in LINK.findall(text))
    return [target for target in targets if target and not re.match("[a-z]+:", target)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_relative_links_lead_to_files(page: Path) -> None:
    targets = links(page.read_text("utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_named_files_exist(page: Path) -> None:
    text = re.sub(r"^(?:New file|Then) .*$", "", page.read_text("utf-8"), flags=re.M)
    assert {name for name in NAMED.findall(text) if not (REPOSITORY / name).exists()} <= EXAMPLES


def test_links_are_found() -> None:
    assert links("[a](docs/b.md#c) and [d](https://example.org/) and [e](#f)") == ["docs/b.md"]

"""docs/json.md is generated from the types, and describes every key."""

import re
from pathlib import Path

from tests.conftest import Run
from timeline.reports.json_page import json_page
from timeline.reports.schemas import OUTPUTS, output_schema

PAGE = Path(__file__).parents[2] / "docs" / "json.md"


def test_page_is_generated_from_the_types(run: Run) -> None:
    assert PAGE.read_text("utf-8") == json_page()
    assert run("schema", "--markdown").out == json_page()


def test_every_output_and_type_has_a_section() -> None:
    page = json_page()
    headings = re.findall(r"^##+ (.+)$", page, re.MULTILINE)
    types = {name for output in OUTPUTS for name in output_schema(output).get("$defs", {})}  # type: ignore[attr-defined]
    objects = {name for name in types if f"(#{name.lower()})" in page}
    assert {*OUTPUTS, *objects} <= {*headings}


def test_every_link_leads_to_a_section_and_every_key_has_a_meaning() -> None:
    page = json_page()
    headings = {heading.lower() for heading in re.findall(r"^##+ (.+)$", page, re.MULTILINE)}
    assert [link for link in re.findall(r"\]\(#([^)]+)\)", page) if link not in headings] == []
    assert re.findall(r"^\| `\w+` \| [^|]* \| *\|$", page, re.MULTILINE) == []

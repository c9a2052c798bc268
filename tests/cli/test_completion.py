"""Completion of values: what is known is offered, and whatever goes wrong offers nothing."""

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.conftest import MakeDataset
from timeline.cli.options import completion
from timeline.cli.shells import harmless, told
from timeline.filters import FACETS

FAIR = """
- id: fair-2025
  title: The fair
  kind: fair
  date: 2025
  actors: [Japan, Chile]
  topics: [trade, Tea, "t\\e[31m", -t, "t$(touch canary)"]
  place: {name: Port Example, country: JP}
  summary: It was held.
  citations: [{source: gazette, quote: It was held., supports: []}]
"""


def offered(values: str, typed: str, dataset: str | None) -> list[str]:
    """What is offered for an option's value of which so much is typed."""
    context: Any = SimpleNamespace(find_root=lambda: SimpleNamespace(params={"dataset": dataset}))
    is_facet = any(facet.name == values for facet in FACETS)
    complete = completion("facet_values", values) if is_facet else completion(values)
    return [value for value, _ in complete(context, typed)]


@pytest.mark.parametrize(
    ("values", "typed", "words"),
    [
        ("event_ids", "fa", ["fair-2025"]),
        ("event_ids", "zz", []),
        ("actor_names", "ja", ["Japan"]),
        ("actor_names", "Norw", ["Norway"]),
        ("kind", "", ["fair"]),
        ("topic", "T", ["Tea", "trade"]),
        ("place", "po", ["Port Example"]),
        ("place", "jap", ["Japan"]),
        ("source", "g", ["gazette"]),
        ("status", "h", ["held"]),
        ("roles", "ho", ["host"]),
    ],
)
def test_what_begins_so_is_offered(dataset: MakeDataset, values: str, typed: str, words: list[str]) -> None:
    assert sorted(offered(values, typed, str(dataset(FAIR)))) == sorted(words)


@pytest.mark.parametrize("values", ["event_ids", "actor_names", "kind"])
def test_of_a_dataset_that_is_not_there_nothing_is_offered(values: str, tmp_path: Path) -> None:
    assert offered(values, "", str(tmp_path / "nowhere")) == []


def test_standard_input_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "hague-2025" in offered("event_ids", "hag", "-")


def test_the_environment_may_name_the_dataset(dataset: MakeDataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINE_DATASET", str(dataset(FAIR)))
    assert offered("event_ids", "", None) == ["fair-2025"]


@pytest.mark.parametrize(
    "value",
    [
        "South Korea",
        "hague-2025",
        "P5+1",
        "Washington, D.C.",
        "sub_topic",
        "Türkiye",
        "Россия",
        "日本",
        "مصر",
        "भारत",
        "여덟 8",
        "--json",
    ],
)
def test_names_of_every_script_are_harmless(value: str) -> None:
    assert harmless(value)


@pytest.mark.parametrize(
    "sign", [*"$`\\\"'();&|<>{}[]*?!~^#%=:@/", "\n", "\r", "\t", "\x00", "\x1b", "\x9b", "\x7f"]
)
def test_a_sign_on_which_some_shell_acts_is_nowhere_harmless(sign: str) -> None:
    assert not any(map(harmless, (sign, f"a{sign}", f"{sign}a", f"a{sign}a", f"a {sign} a")))


@pytest.mark.parametrize(
    "value",
    [
        "",
        " ",
        " a",
        "a ",
        "a  b",
        "a\u00a0b",
        "a\u2028b",
        "a\u3000b",
        "a\u202eb",
        "a\u200bb",
        "\u3164",
        "a’b",
        "a\ud800",
    ],
)
def test_what_hides_or_would_arrive_as_something_else_is_not_harmless(value: str) -> None:
    assert not harmless(value)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("Show it: what [sic] (2023)?", "Show it: what [sic] (2023)?"),
        ('China\'s "word"', "China’s ”word”"),
        ("a\nb\tc", "a Jb Ic"),
        ("x \\\\$(touch canary) `id`", "x (touch canary) id"),
        ("\x1b]0;owned\x07", "[]0;owned G"),
        ("a\u202eb", "a U+202E b"),
        ("भारत", "भारत"),
        ("word " * 30, "word " * 13 + "word…"),
        ("$$$", ""),
    ],
)
def test_help_is_a_line_that_no_shell_acts_on(words: str, line: str) -> None:
    assert told(words) == line


def asked(shell: str, words: list[str]) -> dict[str, str]:
    """The environment in which a shell asks what may stand for the last of the words."""
    return {
        **os.environ,
        "_TIMELINE_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": "\n".join(words),
        "COMP_CWORD": str(len(words) - 1),
        "_TYPER_COMPLETE_ARGS": " ".join(words),
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": words[-1],
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }


def answer(shell: str, words: list[str], folder: Path) -> str:
    """What the shell gets from a process of its own."""
    command = [Path(sys.executable).with_name("timeline")]
    done = subprocess.run(command, env=asked(shell, words), cwd=folder, capture_output=True, check=True)
    return done.stdout.decode().removesuffix("\n")


def test_the_words_before_are_told_apart_by_spaces_too(tmp_path: Path) -> None:
    assert answer("bash", ["timeline", "show", "hague-"], tmp_path) == "hague-2025"


@pytest.mark.parametrize(
    ("shell", "words"),
    [
        ("bash", "South\\ Korea"),
        (
            "zsh",
            "local -a offered; offered=('South Korea:country'); _describe value offered",
        ),
        ("fish", "South Korea\tcountry"),
        ("powershell", "'South Korea':::country"),
        ("pwsh", "'South Korea':::country"),
    ],
)
def test_a_name_with_a_space_arrives_as_one_argument(shell: str, words: str, dataset: MakeDataset) -> None:
    folder = dataset(FAIR.replace("Chile", "South Korea"))
    assert answer(shell, ["timeline", "list", "--actor", "South"], folder) == words


@pytest.mark.parametrize("quote", ["'", '"'])
def test_in_quotes_bash_gets_the_space_as_it_is(quote: str, dataset: MakeDataset) -> None:
    folder = dataset(FAIR.replace("Chile", "South Korea"))
    assert answer("bash", ["timeline", "list", "--actor", f"{quote}South K"], folder) == "South Korea"


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_a_title_is_help_that_no_shell_acts_on(shell: str, dataset: MakeDataset) -> None:
    title = r"a\\$(touch canary)`id`\ [sic] ''b " + "long " * 40
    folder = dataset(FAIR.replace("The fair", f"'{title}'"))
    got = answer(shell, ["timeline", "show", "fair"], folder)
    assert "fair-2025" in got
    assert "[sic] ’b" in got
    assert not set("$`\\") & set(got)
    assert "\n" not in got


@pytest.mark.parametrize(("shell", "nothing"), [("bash", ""), ("zsh", "_files"), ("fish", "")])
@pytest.mark.parametrize(
    "words", [["list", "-o", "fil"], ["list", "--topic", "zzz"], ["list", "--topic", "t$"]]
)
def test_where_nothing_is_known_the_shell_offers_files(
    shell: str, nothing: str, words: list[str], dataset: MakeDataset
) -> None:
    assert answer(shell, ["timeline", *words], dataset(FAIR)) == nothing


def test_a_flag_that_prints_says_nothing_to_a_shell(tmp_path: Path) -> None:
    assert answer("fish", ["timeline", "--version", "expl"], tmp_path).startswith("explain\t")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_an_answer_imports_nothing_heavy(shell: str, dataset: MakeDataset) -> None:
    """And what rich would break into lines, fish would take for values."""
    folder, words = dataset(FAIR), ["timeline", "show", "fair"]
    answer(shell, words, folder)
    script = (
        "import sys, timeline.cli as cli; sys.argv = ['timeline']\n"
        "try: cli.main()\n"
        "finally: sys.stderr.write(' '.join(sys.modules))"
    )
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, env=asked(shell, words), cwd=folder, capture_output=True, check=True)
    imported = set(done.stderr.decode().split())
    assert "fair-2025" in done.stdout.decode()
    assert "timeline.cli.shells" in imported
    assert not imported & {"rich", "pydantic", "yaml", "rapidfuzz", "dateutil", "platformdirs"}

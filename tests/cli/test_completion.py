"""Shell completion: known values are offered, and no answer can be executed by a shell."""

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.conftest import MakeDataset
from timeline.cli.command import completion
from timeline.cli.completion import completion_help, is_shell_safe
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
    """The values that are offered when `typed` is the beginning of the value of an option."""
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
def test_completion_offers_values_by_prefix(
    dataset: MakeDataset, values: str, typed: str, words: list[str]
) -> None:
    assert sorted(offered(values, typed, str(dataset(FAIR)))) == sorted(words)


@pytest.mark.parametrize("values", ["event_ids", "actor_names", "kind"])
def test_missing_dataset_offers_nothing(values: str, tmp_path: Path) -> None:
    assert offered(values, "", str(tmp_path / "nowhere")) == []


def test_completion_does_not_read_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "hague-2025" in offered("event_ids", "hag", "-")


def test_completion_reads_timeline_dataset(dataset: MakeDataset, monkeypatch: pytest.MonkeyPatch) -> None:
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
def test_names_of_all_scripts_are_shell_safe(value: str) -> None:
    assert is_shell_safe(value)


@pytest.mark.parametrize(
    "sign", [*"$`\\\"'();&|<>{}[]*?!~^#%=:@/", "\n", "\r", "\t", "\x00", "\x1b", "\x9b", "\x7f"]
)
def test_special_characters_of_shells_are_unsafe(sign: str) -> None:
    assert not any(map(is_shell_safe, (sign, f"a{sign}", f"{sign}a", f"a{sign}a", f"a {sign} a")))


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
def test_invisible_characters_and_extra_spaces_are_unsafe(value: str) -> None:
    assert not is_shell_safe(value)


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
        ("x" * 70, "x" * 70),
        ("x" * 71, "x" * 69 + "…"),
    ],
)
def test_completion_help_is_one_safe_line(words: str, line: str) -> None:
    assert completion_help(words) == line


def environment(shell: str, words: list[str]) -> dict[str, str]:
    """The environment in which a shell asks for completions of the last word."""
    return {
        **os.environ,
        "_TIMELINE_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": "\n".join(words),
        "COMP_CWORD": str(len(words) - 1),
        "_TYPER_COMPLETE_ARGS": " ".join(words),
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": words[-1],
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }


def shell_answer(shell: str, words: list[str], folder: Path) -> str:
    """The answer to a shell, from a separate process."""
    command = [Path(sys.executable).with_name("timeline")]
    done = subprocess.run(command, env=environment(shell, words), cwd=folder, capture_output=True, check=True)
    return done.stdout.decode().removesuffix("\n")


def test_completion_without_newlines_between_words(tmp_path: Path) -> None:
    assert shell_answer("bash", ["timeline", "show", "hague-"], tmp_path) == "hague-2025"


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
def test_value_with_a_space_is_one_argument(shell: str, words: str, dataset: MakeDataset) -> None:
    folder = dataset(FAIR.replace("Chile", "South Korea"))
    assert shell_answer(shell, ["timeline", "list", "--actor", "South"], folder) == words


@pytest.mark.parametrize("quote", ["'", '"'])
def test_bash_in_quotes_gets_plain_spaces(quote: str, dataset: MakeDataset) -> None:
    folder = dataset(FAIR.replace("Chile", "South Korea"))
    assert shell_answer("bash", ["timeline", "list", "--actor", f"{quote}South K"], folder) == "South Korea"


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_hostile_title_is_safe_help(shell: str, dataset: MakeDataset) -> None:
    title = r"a\\$(touch canary)`id`\ [sic] ''b " + "long " * 40
    folder = dataset(FAIR.replace("The fair", f"'{title}'"))
    completions = shell_answer(shell, ["timeline", "show", "fair"], folder)
    assert "fair-2025" in completions
    assert "[sic] ’b" in completions
    assert not set("$`\\") & set(completions)
    assert "\n" not in completions


@pytest.mark.parametrize(("shell", "nothing"), [("bash", ""), ("zsh", "_files"), ("fish", "")])
@pytest.mark.parametrize(
    "words", [["list", "-o", "fil"], ["list", "--topic", "zzz"], ["list", "--topic", "t$"]]
)
def test_shell_offers_files_when_nothing_matches(
    shell: str, nothing: str, words: list[str], dataset: MakeDataset
) -> None:
    assert shell_answer(shell, ["timeline", *words], dataset(FAIR)) == nothing


def test_version_flag_prints_nothing_to_a_shell(tmp_path: Path) -> None:
    assert shell_answer("fish", ["timeline", "--version", "expl"], tmp_path).startswith("explain\t")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_imports_no_heavy_package(shell: str, dataset: MakeDataset) -> None:
    """Without rich, no answer is wrapped: fish would take each line for a value."""
    folder, words = dataset(FAIR), ["timeline", "show", "fair"]
    shell_answer(shell, words, folder)
    script = (
        "import sys, timeline.cli as cli; sys.argv = ['timeline']\n"
        "try: cli.main()\n"
        "finally: sys.stderr.write(' '.join(sys.modules))"
    )
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, env=environment(shell, words), cwd=folder, capture_output=True, check=True)
    imported = set(done.stderr.decode().split())
    assert "fair-2025" in done.stdout.decode()
    assert "timeline.cli.completion" in imported
    assert not imported & {"rich", "pydantic", "yaml", "rapidfuzz", "dateutil", "platformdirs"}

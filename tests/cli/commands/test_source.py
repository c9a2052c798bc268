"""`timeline source`: which sentences of a source are cited."""

import json
from pathlib import Path

import pytest

from tests.conftest import Golden, MakeDataset, Run

GAP = "closing-natos-indo-pacific-gap"
UNITE = "nato-indo-pacific-partners-unite"


@pytest.mark.parametrize("key", [GAP, UNITE, "allies-independent-path", "mfat-cptpp"])
def test_screen_matches_golden(key: str, run: Run, golden: Golden) -> None:
    golden(f"source-{key}.txt", run("source", key).out)


@pytest.mark.parametrize("key", [GAP, UNITE])
def test_uncited_screen_matches_golden(key: str, run: Run, golden: Golden) -> None:
    golden(f"source-{key}-uncited.txt", run("source", key, "--uncited").out)


def test_the_words_of_time_of_a_text(run: Run, golden: Golden) -> None:
    golden(f"source-{UNITE}-dates.txt", run("source", UNITE, "--dates").out)
    assert run("source", "mfat-cptpp", "--dates").code == 1


@pytest.mark.parametrize("columns", [20, 40, 80, 200])
def test_source_screen_has_every_word_at_any_width(
    columns: int, run: Run, frozen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    screen = run("source", UNITE).out
    body = screen.partition("\n\n")[2]
    marks = str.maketrans("", "", "«»|:0123456789–\n ")
    text = (frozen / "seeds" / f"{UNITE}.txt").read_text("utf-8")
    shown = body.translate(marks)
    for line in text.split("\n")[2:]:
        for sentence in line.replace("D.C.", "").split(". ")[:1]:
            assert sentence.translate(marks)[:40] in shown
    assert max(map(len, screen.split("\n"))) <= max(30, min(columns, 100))


def test_quoted_words_are_marked(run: Run) -> None:
    screen = " ".join(run("source", UNITE).out.split())
    assert "Additionally, «according to the United States" in screen
    assert "weapons against : Ukraine.»" in screen or "weapons against Ukraine.»" in screen


def test_uncited_notice_when_all_is_cited(run: Run, dataset: MakeDataset) -> None:
    folder = dataset(
        """
        - id: e
          title: T
          kind: meeting
          date: 2024
          summary: S
          citations: [{source: a, quote: One came., supports: []}]
          curator: [{note: N, supports: [date, status, summary.1]}]
        """,
        texts={"a.txt": "One came.\n"},
    )
    answer = run("--dataset", folder, "source", "a", "--uncited")
    assert answer.code == 0
    assert "every sentence is quoted, at least in part" in answer.err


def test_repeated_sentence_refers_to_the_first(run: Run, dataset: MakeDataset) -> None:
    folder = dataset(texts={"a.txt": "Yes. One came.\nTwo went. Yes.\n"})
    assert "   2:11    identical to 1:1\n" in run("--dataset", folder, "source", "a").out


def test_json(run: Run) -> None:
    found = json.loads(run("source", GAP, "--json").out)
    assert found["sha256"] == found["recorded_sha256"]
    assert [passage["state"] for passage in found["passages"]].count("cited") == 8
    (left,) = json.loads(run("source", GAP, "--json", "--uncited").out)["passages"]
    assert left["text"].startswith("Absent refocused attention")


@pytest.mark.parametrize("typed", ["closing-natos-indopacific-gap", "closing-nato"])
def test_unknown_source_is_exit_1(typed: str, run: Run) -> None:
    answer = run("source", typed)
    assert (answer.code, answer.out) == (1, "")
    assert f'unknown source "{typed}"; did you mean {GAP}' in answer.err


def test_unknown_source_without_similar_id(run: Run) -> None:
    answer = run("source", "zzz")
    assert answer.code == 1
    assert "timeline sources --all has the ids" in answer.err


def test_changed_text_is_marked(run: Run, dataset: MakeDataset) -> None:
    folder = dataset(sources=f"- {{id: a, file: a.txt, sha256: {'0' * 64}}}", texts={"a.txt": "One came.\n"})
    screen = run("--dataset", folder, "source", "a").out
    assert "TEXT CHANGED: its sha256 is " in screen
    assert "recorded is 00000000…" in screen

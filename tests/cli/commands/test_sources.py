"""`timeline sources`: status and use of each source."""

import json
from pathlib import Path

from tests.conftest import Golden, MakeDataset, Run


def drawn(run: Run, *arguments: str | Path) -> str:
    """The screen, which `-o` writes to a file."""
    file = Path("sources.txt")
    answer = run(*arguments, "-o", file)
    assert (answer.code, answer.out) == (0, "")
    return file.read_text("utf-8")


def test_screen_matches_golden(run: Run, golden: Golden) -> None:
    golden("sources.txt", drawn(run, "sources"))


def test_screen_of_all_sources(run: Run) -> None:
    screen = drawn(run, "sources", "--all")
    rows = json.loads(run("sources", "--json").out)
    assert all(
        f"     {row['note_count']}  {row['id']}" in screen for row in rows if row["state"] == "not stored"
    )


def test_states_of_texts(run: Run, dataset: MakeDataset) -> None:
    folder = dataset(
        sources=f"""
        - {{id: new, file: a.txt}}
        - {{id: other, file: b.txt, sha256: {"0" * 64}, publisher: A Paper, published: 2024-07~}}
        - {{id: gone, file: c.txt}}
        """,
        texts={"a.txt": "One came.\n", "b.txt": "Two went.\n"},
    )
    assert [" ".join(line.split()) for line in drawn(run, "--dataset", folder, "sources").splitlines()] == [
        "new no sha256 recorded",
        "0 quotes · 0 events · 0 of 1 sentence cited",
        "",
        "other TEXT CHANGED",
        "A Paper · c. Jul 2024",
        "0 quotes · 0 events · 0 of 1 sentence cited",
        "",
        "gone TEXT MISSING",
        "0 quotes · 0 events",
    ]


def test_lost_quote_is_counted(run: Run, dataset: MakeDataset) -> None:
    folder = dataset(
        """
        - id: e
          title: T
          kind: meeting
          date: 2024
          summary: S
          citations: [{source: a, quote: No one came, supports: []}]
          curator: [{note: N, supports: [date, status, summary.1]}]
        """,
        texts={"a.txt": "One came.\n"},
    )
    assert "0 quotes and 1 NOT FOUND · 1 event" in drawn(run, "--dataset", folder, "sources")
    assert "0 quotes found · 1 quote NOT FOUND" in run("--dataset", folder, "source", "a").out


def test_sources_in_a_pipe_is_tsv(run: Run) -> None:
    header, *lines = run("sources").out.splitlines()
    rows = [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]
    found = json.loads(run("sources", "--json").out)
    assert [row["id"] for row in rows] == [row["id"] for row in found]
    assert [row["events"] for row in rows] == [str(len(row["event_ids"])) for row in found]
    assert rows[2] == {
        "id": "closing-natos-indo-pacific-gap", "publisher": "Foreign Policy", "published": "2025-07-09~",
        "coverage": "excerpt", "state": "unchanged", "found": "18", "lost": "0", "events": "9",
        "sentences": "9", "cited": "8", "part": "0", "notes": "1",
    }  # fmt: skip


def test_file_of_events_has_no_sources(run: Run, frozen: Path) -> None:
    answer = run("--dataset", frozen / "data" / "events.yaml", "sources", "--json")
    assert (answer.code, answer.out) == (0, "[]\n")
    assert "a single file of events, without sources and stored texts" in answer.err


def test_notice_about_unreadable_records(run: Run, dataset: MakeDataset) -> None:
    answer = run("--dataset", dataset(sources="- {id: a}\n- {id: b, wrong: key}"), "sources")
    assert [line.split("\t")[0] for line in answer.out.splitlines()] == ["id", "a"]
    assert '1 problem in the files, invalid records left out; run "timeline check"' in answer.err


def test_unreadable_events_are_exit_3(run: Run, dataset: MakeDataset) -> None:
    folder = dataset()
    (folder / "data" / "events.yaml").write_bytes(b"\xff\xfe")
    answer = run("--dataset", folder, "sources")
    assert (answer.code, answer.out) == (3, "")

"""`timeline actors`: the actors that events name."""

import json

from tests.conftest import Golden, Run


def test_output_in_a_pipe_matches_golden(run: Run, golden: Golden) -> None:
    answer = run("actors")
    assert answer.code == 0
    golden("actors.tsv", answer.out)


def test_actors_counts_events_and_names_first_and_last(run: Run) -> None:
    rows = json.loads(run("actors", "--kind", "country", "--json").out)
    japan = next(row for row in rows if row["id"] == "JP")
    listed = json.loads(run("list", "--actor", "Japan", "--direct", "--json").out)
    assert japan["event_count"] == len(listed)
    assert japan["first"]["id"] == listed[0]["id"]
    assert {row["kind"] for row in rows} == {"country"}


def test_no_actors_is_an_empty_array(run: Run) -> None:
    assert run("actors", "--kind", "no such kind", "--json").out == "[]\n"

"""`timeline list`: what it finds, on the events that come with the program."""

import json

import pytest

from tests.conftest import MakeDataset, Run

JAPAN = {
    "madrid-2022", "vilnius-2023", "washington-2024", "hague-2025", "unga-2025", "gcap-launch-2022",
    "kishida-congress-address-2024",
}  # fmt: skip


def ids(answer: str) -> list[str]:
    """The first column of tab-separated lines, without the header."""
    header, *lines = answer.splitlines()
    assert header.startswith("id")
    return [line.partition("\t")[0] for line in lines]


@pytest.mark.parametrize("name", ["Japan", "JP", "JPN", "japan", "  JAPAN "])
def test_the_events_of_an_actor_by_any_of_its_names(run: Run, name: str) -> None:
    answer = run("list", "--actor", name)
    assert answer.code == 0
    assert set(ids(answer.out)) >= JAPAN
    assert answer.out == run("list", "--actor", "Japan").out


def test_in_an_empty_folder_the_built_in_dataset_is_used_and_stderr_says_so(run: Run) -> None:
    answer = run("list", "--actor", "Japan")
    assert set(ids(answer.out)) >= JAPAN
    assert "the built-in dataset is used" in answer.err


def test_json_is_one_array_of_all_events_with_their_citations(run: Run) -> None:
    documents = json.loads(run("list", "--json").out)
    assert len(documents) == 30
    assert all(document["citations"] for document in documents)


def test_an_unknown_actor_finds_nothing_says_who_is_near_and_is_no_failure(run: Run) -> None:
    answer = run("list", "--actor", "Atlantis", "--json")
    assert (answer.code, answer.out) == (0, "[]\n")
    assert 'unknown actor "Atlantis"; did you mean ' in answer.err


@pytest.mark.parametrize(
    ("option", "value", "sentence"),
    [
        ("--kind", "sumit", 'no events of kind "sumit"; did you mean summit or visit?'),
        ("--topic", "Indo-Pacifik", 'no events of topic "Indo-Pacifik"; did you mean Indo-Pacific?'),
        ("--place", "Madri", 'no events of place "Madri"; did you mean Madrid?'),
        ("--status", "hold", 'no events of status "hold"; did you mean held?'),
        ("--source", "closing-natos-gap", "did you mean closing-natos-indo-pacific-gap?"),
        ("--kind", "zzz", 'no events of kind "zzz"\n'),
        ("--kind", "", 'no events of kind ""'),
        ("--actor", ",", 'unknown actor ","'),
    ],
)
def test_an_unknown_value_finds_nothing_and_a_sentence_says_so(
    run: Run, option: str, value: str, sentence: str
) -> None:
    answer = run("list", option, value)
    assert (answer.code, ids(answer.out)) == (0, [])
    assert sentence in answer.err


def test_any_of_what_a_comma_parts_will_do_and_every_option_narrows(run: Run) -> None:
    def direct(*actors: str) -> list[str]:
        options = [word for actor in actors for word in ("--actor", actor)]
        return ids(run("list", "--direct", *options).out)

    assert direct("Lithuania,Netherlands") == ["vilnius-2023", "hague-2025"]
    assert direct("Lithuania", "Netherlands") == []
    assert direct("Lithuania", "NATO") == ["vilnius-2023"]


def test_a_name_with_a_comma_is_tried_whole_first(run: Run) -> None:
    assert run("list", "--actor", "Korea, Republic of").out == run("list", "--actor", "KR").out


def test_roles_may_be_several(run: Run) -> None:
    hosts = ids(run("list", "--actor", "Spain", "--role", "host").out)
    assert "madrid-2022" in hosts
    assert ids(run("list", "--actor", "Spain", "--role", "speaker,host").out) == hosts


def test_who_was_not_there_is_left_aside_and_stderr_says_so(run: Run) -> None:
    answer = run("list", "--actor", "Shigeru Ishiba")
    assert ids(answer.out) == []
    assert "1 event says that Shigeru Ishiba was not there: --role absent" in answer.err
    asked = run("list", "--actor", "Shigeru Ishiba", "--role", "absent")
    assert ids(asked.out) == ["hague-2025"]
    assert "not there" not in asked.err


def test_the_limit_the_order_and_its_reverse(run: Run) -> None:
    everything = ids(run("list").out)
    assert ids(run("list", "--limit", "3").out) == everything[:3]
    assert ids(run("list", "--reverse", "--limit", "3").out) == everything[::-1][:3]
    assert ids(run("list", "--limit", "0").out) == []
    assert ids(run("list", "--limit", "9" * 30).out) == everything


def test_since_and_until_are_one_window(run: Run, dataset: MakeDataset) -> None:
    own = dataset(
        """
        - {id: twice, title: Held twice, kind: fair, date: "{2001,2010}", summary: It was held twice.}
        - {id: through, title: All those years, kind: fair, date: 2001/2010, summary: It went on.}
        """
    )
    answer = run("--dataset", own, "list", "--since", "2004", "--until", "2006")
    assert ids(answer.out) == ["through"]


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["--since", "2025-06-25", "--until", "2025-06-25"], {"hague-2025"}),
        (["--on", "2025-06", "--kind", "summit"], {"hague-2025"}),
        (["--kind", "summit", "--place", "The Hague"], {"hague-2025"}),
        (["--kind", "summit", "--place", "Netherlands"], {"hague-2025"}),
        (["--kind", "SUMMIT", "--place", "NL"], {"hague-2025"}),
        (["--topic", "defence spending", "--status", "held"], {"hague-2025"}),
        (["--text", "hague", "--source", "closing-natos-indo-pacific-gap"], {"hague-2025"}),
        (["--kind", "summit", "--actor", "Finland", "--direct"], {"madrid-2022"}),
    ],
)
def test_filters(run: Run, arguments: list[str], found: set[str]) -> None:
    assert set(ids(run("list", *arguments).out)) >= found


def test_certain_leaves_out_what_only_may_match(run: Run, dataset: MakeDataset) -> None:
    own = dataset(
        """
        - {id: some-time, title: Some time in 2024, kind: talk, date: 2024, summary: They talked.}
        - {id: in-may, title: In May, kind: talk, date: 2024-05-07, summary: They talked.}
        """
    )
    assert ids(run("--dataset", own, "list", "--on", "2024-05").out) == ["some-time", "in-may"]
    assert ids(run("--dataset", own, "list", "--on", "2024-05", "--certain").out) == ["in-may"]


def test_the_columns_and_keys_that_are_asked_for(run: Run) -> None:
    tsv = run("list", "--kind", "summit", "--fields", "date, id", "--place", "The Hague")
    assert tsv.out == "date\tid\n2025-06-24/2025-06-25\thague-2025\n"
    (document,) = json.loads(
        run("list", "--text", "The Hague", "--kind", "summit", "--json", "--fields", "id,title").out
    )
    assert document == {"id": "hague-2025", "title": "NATO summit in The Hague"}

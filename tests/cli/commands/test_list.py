"""`timeline list`: filters, order and fields, with the built-in dataset."""

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
def test_actor_filter_accepts_names_and_codes(run: Run, name: str) -> None:
    answer = run("list", "--actor", name)
    assert answer.code == 0
    assert set(ids(answer.out)) >= JAPAN
    assert answer.out == run("list", "--actor", "Japan").out


def test_notice_about_the_built_in_dataset(run: Run) -> None:
    answer = run("list", "--actor", "Japan")
    assert set(ids(answer.out)) >= JAPAN
    assert "no data/events.yaml found here or in a parent folder; using the built-in example\n" in answer.err


def test_json_is_an_array_of_documents(run: Run) -> None:
    documents = json.loads(run("list", "--json").out)
    assert len(documents) == 30
    assert all(document["citations"] for document in documents)


def test_unknown_actor_matches_nothing_with_a_hint(run: Run) -> None:
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
def test_unknown_filter_value_matches_nothing_with_a_hint(
    run: Run, option: str, value: str, sentence: str
) -> None:
    answer = run("list", option, value)
    assert (answer.code, ids(answer.out)) == (0, [])
    assert sentence in answer.err


def test_comma_means_or_and_repeated_options_and(run: Run) -> None:
    def direct(*actors: str) -> list[str]:
        options = [word for actor in actors for word in ("--actor", actor)]
        return ids(run("list", "--direct", *options).out)

    assert direct("Lithuania,Netherlands") == ["vilnius-2023", "hague-2025"]
    assert direct("Lithuania", "Netherlands") == []
    assert direct("Lithuania", "NATO") == ["vilnius-2023"]


def test_name_with_a_comma_is_tried_whole_first(run: Run) -> None:
    assert run("list", "--actor", "Korea, Republic of").out == run("list", "--actor", "KR").out


def test_role_filter_accepts_several_roles(run: Run) -> None:
    hosts = ids(run("list", "--actor", "Spain", "--role", "host").out)
    assert "madrid-2022" in hosts
    assert ids(run("list", "--actor", "Spain", "--role", "speaker,host").out) == hosts


def test_absent_actor_is_listed_only_by_role_absent(run: Run) -> None:
    answer = run("list", "--actor", "Shigeru Ishiba")
    assert ids(answer.out) == []
    assert "not shown: 1 event with Shigeru Ishiba absent (--role absent)" in answer.err
    asked = run("list", "--actor", "Shigeru Ishiba", "--role", "absent")
    assert ids(asked.out) == ["hague-2025"]
    assert "not shown" not in asked.err


def test_limit_and_reverse(run: Run) -> None:
    everything = ids(run("list").out)
    assert ids(run("list", "--limit", "3").out) == everything[:3]
    assert ids(run("list", "--reverse", "--limit", "3").out) == everything[::-1][:3]
    assert ids(run("list", "--limit", "0").out) == []
    assert ids(run("list", "--limit", "9" * 30).out) == everything


def test_since_and_until_form_one_window(run: Run, dataset: MakeDataset) -> None:
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
def test_filters_narrow_the_list(run: Run, arguments: list[str], found: set[str]) -> None:
    assert set(ids(run("list", *arguments).out)) >= found


def test_certain_excludes_possible_matches(run: Run, dataset: MakeDataset) -> None:
    own = dataset(
        """
        - {id: some-time, title: Some time in 2024, kind: talk, date: 2024, summary: They talked.}
        - {id: in-may, title: In May, kind: talk, date: 2024-05-07, summary: They talked.}
        """
    )
    assert ids(run("--dataset", own, "list", "--on", "2024-05").out) == ["some-time", "in-may"]
    assert ids(run("--dataset", own, "list", "--on", "2024-05", "--certain").out) == ["in-may"]


def test_fields_selects_columns_and_keys(run: Run) -> None:
    tsv = run("list", "--kind", "summit", "--fields", "date, id", "--place", "The Hague")
    assert tsv.out == "date\tid\n2025-06-24/2025-06-25\thague-2025\n"
    (document,) = json.loads(
        run("list", "--text", "The Hague", "--kind", "summit", "--json", "--fields", "id,title").out
    )
    assert document == {"id": "hague-2025", "title": "NATO summit in The Hague"}

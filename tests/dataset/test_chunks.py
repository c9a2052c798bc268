"""The records of a YAML file as chunks of text."""

from timeline.dataset.chunks import cut, lines_of, records
from timeline.readers.yaml import read

TEXT = "format: 1\nevents:\n  - id: a\n    title: A\n  - id: b\n    topics:\n      - x\n"


def test_the_lines_before_the_first_record_are_a_chunk_of_their_own() -> None:
    chunks = cut(lines_of(TEXT))
    assert [(chunk.first, chunk.text.split("\n")[0]) for chunk in chunks] == [
        (1, "format: 1"), (3, "  - id: a"), (5, "  - id: b"),
    ]  # fmt: skip
    assert "\n".join(chunk.text for chunk in chunks) == TEXT


def test_a_digest_changes_with_the_text_only() -> None:
    before, after = cut(lines_of(TEXT)), cut(lines_of("# a comment\n" + TEXT.replace("id: b", "id: c")))
    same = [old.digest == new.digest for old, new in zip(before, after, strict=True)]
    assert same == [False, True, False]


def test_a_file_whose_chunks_are_not_its_records_has_none() -> None:
    assert records(read("x.yaml", TEXT)[0]) == cut(lines_of(TEXT))
    assert records(read("x.yaml", f"{TEXT}notes:\n  - not a record\n")[0]) is None


def test_lines_have_no_byte_order_mark_and_no_carriage_return() -> None:
    assert lines_of("\ufeffa\r\nb") == ("a", "b")

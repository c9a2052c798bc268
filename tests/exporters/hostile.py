"""Texts that could do harm: to a terminal, a spreadsheet, a Markdown page or the layout of a format."""

from tests.exporters.conftest import Document

HOSTILE = [
    "He said [sic] it",
    "[/] [/bold] [red]red[/red]",
    ":x: :warning:",
    "\x1b[31mred\x1b]8;;http://evil.example\x07",
    "right\u202eto left\u2066",
    "a\ttab and a\nnew line and a\r",
    "`code` ``and`` more",
    "a | b || c",
    "<script>alert(1)</script> &amp;",
    "[click](javascript:alert) ![x](y) # *bold* _it_ ~~no~~",
    "~struck~ and ~~struck~~ out",
    "www.evil.example WWW.evil.example http://evil.example someone@evil.example",
    "\x9b31m \x00 \x7f",
    "tag\U000e0041 zero\u200bwidth soft\u00adhyphen",
    "\"quoted\", and; 'more'",
    "=HYPERLINK(1)",
    "東京 Zürich עברית 👩‍👩‍👧",
]


def poisoned(document: Document, words: str) -> Document:
    """The document with these words in every field that a curator or a source can fill."""
    run = [{"text": words, "proved": None}]
    citation = {**document["citations"][0], "quote": words, "note": words, "speaker": words}
    citation["source"] = {**citation["source"], "title": words, "author": words, "publisher": words}
    citation["anchors"] = [{**citation["anchors"][0], "prefix": words, "suffix": words}]
    return {
        **document,
        "title": words,
        "topics": [words],
        "places": [{"name": words, "country": None, "country_name": None, "runs": run}],
        "actors": [{**document["actors"][0], "name": words, "by": words, "runs": [*run, *run, *run]}],
        "summary": [{"text": words, "evidence": "quoted", "runs": run}],
        "citations": [citation],
        "curator": [{**document["curator"][0], "note": words}],
    }

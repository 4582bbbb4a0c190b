"""Notes of web pages: by the names that word processors give, or by links that lead both ways."""

from __future__ import annotations

import pytest

from clausetrack.comparison import compared
from clausetrack.ingest import read
from clausetrack.model import Document

PAGE = """<!DOCTYPE html><html><body><h1>Lock Keepers' Collective Agreement 2027-2029</h1>
<h2>1. Pay</h2><p>1.1 A keeper is paid {mark} each week.</p><p>1.2 The lock is kept.</p>
{note}</body></html>"""
MARKS = {
    "a": '<sup data-fn="k" class="fn"><a href="#k" id="k-link">1</a></sup>',
    "b": '<sup id="r1"><a href="#k">[1]</a></sup>',
    "c": '<a href="#k" name="r1"><sup>*</sup></a>',
}
NOTES = {
    "a": '<ol class="wp-block-footnotes"><li id="k">{} <a href="#k-link">↩︎</a></li></ol>',
    "b": '<ol><li id="k"><p>{} <a href="#r1">back</a></p></li></ol>',
    "c": '<p><a name="k" href="#r1">*</a> {}</p>',
}


def page(kind: str, said: str = "Before tax.") -> bytes:
    return PAGE.format(mark=f"$900{MARKS[kind]}", note=NOTES[kind].format(said)).encode()


def left_out(document: Document) -> list[str]:
    return [left.why for left in document.left_out]


def ids(document: Document) -> list[str]:
    return [clause.id for clause in document.clauses if clause.kind != "heading"]


@pytest.mark.parametrize("kind", MARKS)
def test_a_mark_and_a_note_that_lead_to_each_other_are_left_out(kind: str) -> None:
    document = read(page(kind), "lock.html")
    assert document.body["1.1"].own_text == "A keeper is paid $900 each week."
    assert left_out(document) == ["the mark of a footnote", "in a footnote"]
    assert ids(document) == ["1", "1.1", "1.2"]


@pytest.mark.parametrize("kind", MARKS)
def test_a_note_that_changed_is_told_of_two_pages(kind: str) -> None:
    found = compared(page(kind), page(kind, "After tax."), "old.html", "new.html")
    assert not found.changes
    (told,) = [one.message for one in found.findings if one.code == "outside-changed"]
    assert told.startswith("in a footnote, changed: “")


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        # leads nowhere back: a clause that is cited by its number
        ('under clause <a href="#k">1</a>', '<p id="k">1.3 The gate is kept.</p>'),
        # a heading that leads back to the contents
        ('<a id="r1" href="#k">1</a>', '<h2 id="k"><a href="#r1">2. Leave</a></h2>'),
        ('<a id="r1" href="#gone">1</a>', '<p id="k"><a href="#r1">1.3</a> The gate.</p>'),
    ],
)
def test_links_that_do_not_lead_both_ways_are_text(mark: str, note: str) -> None:
    document = read(PAGE.format(mark=mark, note=note).encode(), "lock.html")
    assert left_out(document) == []


def test_entries_of_contents_that_lead_both_ways_are_no_marks() -> None:
    rows = "".join(f'<tr><td><a id="t{n}" href="#s{n}">{n}</a></td><td>Lock {n}</td></tr>'
                   for n in (1, 2))  # fmt: skip
    parts = "".join(f'<p id="s{n}"><a href="#t{n}">{n}.</a> Lock {n} is kept all year.</p>'
                    for n in (1, 2))  # fmt: skip
    made = f"<html><body><h1>Lock rules</h1><table>{rows}</table>{parts}</body></html>"
    document = read(made.encode(), "lock.html", any_text=True)
    assert "in a footnote" not in left_out(document)


def test_a_part_that_waits_behind_a_tab_is_text() -> None:
    tab = '<div role="tabpanel" style="display:none"><h2>2. Leave</h2><p>2.1 It is paid.</p></div>'
    document = read(PAGE.format(mark="", note=tab).encode(), "lock.html")
    assert ids(document) == ["1", "1.1", "1.2", "2", "2.1"]
    hidden = tab.replace(' role="tabpanel"', "")
    assert "2.1" not in ids(read(PAGE.format(mark="", note=hidden).encode(), "lock.html"))

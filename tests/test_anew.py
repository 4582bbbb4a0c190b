"""What a signing copy lacks that was set anew, since its base was no Word file, is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factory import statuses

from clausetrack import anew
from clausetrack.errors import ProofFailed
from clausetrack.ingest import read
from clausetrack.markup import Markup, markup
from clausetrack.render import docx

BASE = """# Reed Trust Collective Agreement 2023-2025

1. Coverage

1.1 All staff of the Trust are covered.{mark}

1.2 Meals are paid.
"""
TERMS = """Terms of settlement
Reed Trust Collective Agreement 2025-2027

1. In clause 1.2 replace “Meals” with “Breaks”.
"""


def result(base: str, name: str) -> Markup:
    return markup(base.encode(), TERMS.encode(), base_name=name)


def lacks(done: Markup) -> list[str]:
    assert statuses(done) == ["applied"]
    said = [one.message for one in done.applied.findings if one.code == "not-taken-over"]
    return [message.partition(": ")[2] for message in said]


def test_a_footnote_and_a_link() -> None:
    base = BASE.format(mark=" See [the plan](https://reed.example/plan).[^1]")
    assert lacks(result(f"{base}\n[^1]: Subject to ratification.\n", "base.md")) == [
        "1 footnote (“Subject to ratification.”); 1 link target"
    ]


def test_of_many_some_are_quoted() -> None:
    marks = "".join(f"[^{n}]" for n in range(1, 5))
    notes = "".join(f"\n[^{n}]: {'Agreed ' * 20}in {n} parts.\n" for n in range(1, 5))
    (said,) = lacks(result(BASE.format(mark=marks) + notes, "base.md"))
    cut = " ".join(["Agreed"] * 8) + " …"  # the words within 60 characters
    assert said == f"4 footnotes (“{cut}”, “{cut}” and 2 more)"


def test_a_page_header_once_and_no_number_of_a_page() -> None:
    pages = [
        f"DRAFT OF THE REED TRUST\n\n{n}. Clause {n}\n\n{n}.1 Rest is paid.\n\n"
        f"{n}.2 Meals are paid.\n\n{n}"
        for n in range(1, 7)
    ]
    base = "Reed Trust Collective Agreement 2023-2025\n\n" + "\f".join(pages)
    assert lacks(result(base, "base.txt")) == [
        "1 page header or footer (“DRAFT OF THE REED TRUST”)"
    ]


def test_a_picture_of_a_page() -> None:
    page = (
        "<html><body><h1>Reed Trust Collective Agreement 2023-2025</h1><p>1. Coverage</p>"
        "<p>1.1 All staff are covered. <img src='seal.png'></p><p>1.2 Meals are paid.</p>"
    )
    assert lacks(result(page, "base.html")) == ["1 picture"]


def test_nothing_is_said_of_what_is_set_whole() -> None:
    assert lacks(result(BASE.format(mark=""), "base.md")) == []


def test_a_word_file_keeps_all_of_it() -> None:
    text = BASE.format(mark="[^1]") + "\n[^1]: Subject to ratification.\n"
    base = read(text.encode(), "base.md")
    done = markup(docx.house(base, automatic=True), TERMS.encode(), base_name="base.docx")
    assert lacks(done) == []


def test_the_clause_is_named_that_would_read_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    base = read(BASE.format(mark="").encode(), "base.md")
    last = base.clauses[-1]
    other = replace(base, clauses=(*base.clauses[:-1], last._replace(text=last.heading)))
    spoilt = docx.house(other, automatic=True)
    monkeypatch.setattr(docx, "house", lambda _base, **_how: spoilt)
    with pytest.raises(ProofFailed, match=r"without changing 1\.2; give the agreement as a Word"):
        anew.in_house_style(base)

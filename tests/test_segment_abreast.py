"""A number and the first item of its list on one line: "5.1.2 (a) The employer …"."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_segment import agreement, ids
from word_samples import body_texts, paragraph, run, word

from clausetrack import diff, markup, read
from clausetrack.ooxml.package import Package, open_package
from clausetrack.ooxml.revisions import accept, reject
from clausetrack.xmlio import from_xml, to_xml


def words(text: str) -> list[tuple[str, str]]:
    """The clauses of clause 5, each with its own words."""
    return [(one.id, one.own_text) for one in agreement(text).clauses if one.id.startswith("5")]


LIST = "5.1 Lamps\n\n5.1.2 {0}(a) The lamp is red.\n\n(b) The lamp is lit.\n\n5.1.3 It is clean.\n"
ITEMS = [("5.1", ""), ("5.1.2", ""), ("5.1.2(a)", "The lamp is red."),
         ("5.1.2(b)", "The lamp is lit."), ("5.1.3", "It is clean.")]  # fmt: skip


@pytest.mark.parametrize("space", ["", "\t", "  "])
def test_the_first_item_on_the_line_of_its_clause_is_one(space: str) -> None:
    assert words(LIST.format(space)) == ITEMS
    assert not agreement(LIST.format(space)).findings


def test_a_number_and_a_letter_may_touch() -> None:
    assert words(LIST.replace("5.1.2 {0}", "5.1.2")) == ITEMS


def test_a_letter_that_no_list_goes_on_from_stays_in_the_words() -> None:
    text = LIST.format("").replace("(b) The lamp is lit.\n\n", "")
    assert words(text) == [
        ("5.1", ""), ("5.1.2", "(a) The lamp is red."), ("5.1.3", "It is clean."),
    ]  # fmt: skip
    # the list is that of the next clause
    later = "5.1.2 (a) Red.\n\n5.1.3 Lamps are:\n\n(a) red;\n\n(b) lit.\n"
    assert words(later)[:1] == [("5.1.2", "(a) Red.")]


def test_where_lists_are_printed_so_an_item_may_be_alone() -> None:
    text = "5.1.1 (a) Red.\n\n(b) Lit.\n\n5.1.2 (a) Green.\n\n5.1.3 (a) and (b) are clean.\n"
    assert words(text) == [
        ("5.1.1", ""), ("5.1.1(a)", "Red."), ("5.1.1(b)", "Lit."),
        ("5.1.2", ""), ("5.1.2(a)", "Green."), ("5.1.3", "(a) and (b) are clean."),
    ]  # fmt: skip


def test_a_clause_that_is_cited_at_the_beginning_of_a_line_is_no_clause() -> None:
    text = "5.1.1 Lamps\n\n5.1.1(a) applies to all lamps.\n\n5.1.2 It is clean.\n"
    assert "5.1.1(a)" not in [name for name, _ in words(text)]


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("5.1.2 (a) (i) Red.\n\n(ii) Green.\n\n(b) Lit.",
         ["5.1.2", "5.1.2(a)", "5.1.2(a)(i)", "5.1.2(a)(ii)", "5.1.2(b)"]),
        ("5.1.2 (1) Red.\n\n(2) Green.", ["5.1.2", "5.1.2(1)", "5.1.2(2)"]),
        ("5.1.2 (i) Red.\n\n(ii) Green.", ["5.1.2", "5.1.2(i)", "5.1.2(ii)"]),
        ("5.1.2 Lamps:\n\n(a) (i) Red.\n\n(ii) Green.",
         ["5.1.2", "5.1.2(a)", "5.1.2(a)(i)", "5.1.2(a)(ii)"]),
    ],
)  # fmt: skip
def test_lists_in_lists(line: str, items: list[str]) -> None:
    assert ids(agreement(f"{line}\n\n6 End\n"))[: len(items)] == items


def test_where_each_stood_is_kept_and_stored() -> None:
    document = agreement(LIST.format(""))
    (number,) = [one for one in document.clauses if one.id == "5.1.2"]
    (item,) = [one for one in document.clauses if one.id == "5.1.2(a)"]
    assert [(run.text, run.source and run.source.start) for run in number.label] == [("5.1.2", 0)]
    assert [(run.text, run.source and run.source.start) for run in (*item.label, *item.text)] == [
        ("(a)", 6), ("The lamp is red.", 10),
    ]  # fmt: skip
    assert from_xml(to_xml(document)).clauses == document.clauses


# ------------------------------------------------------------------ in a file of a word processor

BASE = word(
    paragraph("Harbour Light Collective Agreement 2023 to 2025", style="Title"),
    paragraph("5 Lamps"),
    paragraph("5.1.1 The parties agree."),
    paragraph(run("5.1.2"), "<w:r><w:tab/></w:r>", run("(a)"), "<w:r><w:tab/></w:r>",
              run("The lamp is red.")),
    paragraph("(b) The lamp is lit for 5 hours."),
    paragraph("5.1.3 (a) The keeper rests."),
    paragraph("(b) The mate rests."),
)  # fmt: skip


def marked(tmp_path: Path, orders: str) -> tuple[list[str], list[str]]:
    """What the base becomes and what it was: its paragraphs, accepted and rejected."""
    base, terms = tmp_path / "base.docx", tmp_path / "terms.txt"
    base.write_bytes(BASE)
    terms.write_text(
        f"Terms of Settlement\n\nHarbour Light Collective Agreement 2025 to 2027\n\n{orders}\n",
        "utf-8",
    )
    result = markup(base, terms)
    assert [one.status for one in result.applied.outcomes] == ["applied"]
    assert result.proof.holds
    return body(accept(open_package(result.docx))), body(reject(open_package(result.docx)))


def body(package: Package) -> list[str]:
    """The texts below the title."""
    return body_texts(package.parts["word/document.xml"])[1:]


WAS = ["5 Lamps", "5.1.1 The parties agree.", "5.1.2\t(a)\tThe lamp is red.",
       "(b) The lamp is lit for 5 hours.", "5.1.3 (a) The keeper rests.",
       "(b) The mate rests."]  # fmt: skip


@pytest.mark.parametrize(
    ("order", "changed"),
    [
        ("Replace clause 5.1.2(a) with “(a) The lamp is green.”",
         {2: "5.1.2\t(a)\tThe lamp is green."}),
        ("In clause 5.1.2, replace “red” with “green”.", {2: "5.1.2\t(a)\tThe lamp is green."}),
        ("In clause 5.1.2(b), replace “5 hours” with “6 hours”.",
         {3: "(b) The lamp is lit for 6 hours."}),
        ("Delete clause 5.1.2.", {2: None, 3: None}),
        ("Delete clause 5.1.2(b).", {3: None}),
    ],
)  # fmt: skip
def test_orders_on_either_of_two_clauses_in_one_paragraph(
    order: str, changed: dict[int, str | None], tmp_path: Path
) -> None:
    accepted, rejected = marked(tmp_path, f"1. Lamps\n\n{order}")
    assert rejected == WAS
    assert accepted == [
        text for at, was in enumerate(WAS) if (text := changed.get(at, was)) is not None
    ]


def test_the_first_item_goes_and_its_clause_stays(tmp_path: Path) -> None:
    accepted, rejected = marked(tmp_path, "1. Rest\n\nDelete clause 5.1.3(a).")
    assert rejected == WAS
    assert [text.strip() for text in accepted[4:]] == ["5.1.3", "(b) The mate rests."]


def test_a_number_without_words_of_its_own_takes_another(tmp_path: Path) -> None:
    accepted, rejected = marked(
        tmp_path, "1. Oil\n\nInsert a new clause 5.1.2 and renumber:\n\n“5.1.2 Oil is pure.”"
    )
    assert rejected == WAS
    assert accepted[1:] == [
        "5.1.1 The parties agree.", "5.1.2 Oil is pure.", "5.1.3\t(a)\tThe lamp is red.",
        "(b) The lamp is lit for 5 hours.", "5.1.4 (a) The keeper rests.", "(b) The mate rests.",
    ]  # fmt: skip


def test_on_lines_of_their_own_they_are_the_same_clauses() -> None:
    apart = word(
        paragraph("Harbour Light Collective Agreement 2023 to 2025", style="Title"),
        paragraph("5 Lamps"),
        paragraph("5.1.1 The parties agree."),
        paragraph("5.1.2"),
        paragraph("(a) The lamp is red."),
        paragraph("(b) The lamp is lit for 5 hours."),
        paragraph("5.1.3"),
        paragraph("(a) The keeper rests."),
        paragraph("(b) The mate rests."),
    )
    assert [one.id for one in read(BASE).clauses] == [one.id for one in read(apart).clauses]
    assert not diff(BASE, apart)

"""What terms in Word print beside their paragraphs, or drawn through, leaves orders to a person.

The outcomes were worked out by hand.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from word_samples import paragraph, run, word

from clausetrack.markup import Markup, markup

BASE = """Ferry Crew Collective Agreement 2023–2025

1 Pay

1.1 A night crossing earns $40 and a meal.

1.2 A coat is given each year.

1.3 A cap is given each year.
"""
TITLE = "Terms of Settlement: Ferry Crew Collective Agreement 2025–2027"
FIRST = "1. In clause 1.1, replace “$40” with “$50”."
STRIKE, HIDDEN = "<w:strike/>", "<w:vanish/>"


def made(tmp_path: Path, *body: str, **parts: str) -> Markup:
    base, terms = tmp_path / "agreement.txt", tmp_path / "terms.docx"
    base.write_text(BASE, "utf-8")
    terms.write_bytes(word(paragraph(run(TITLE)), *body, **parts))
    return markup(base, terms)


def outcomes(result: Markup) -> list[tuple[str | None, str]]:
    return [(one.amendment.target, one.status) for one in result.applied.outcomes]


def passages(result: Markup) -> list[tuple[str, str]]:
    return [(one.item, one.text) for one in result.instructions.terms_only]


@pytest.mark.parametrize(("how", "said"), [(STRIKE, "struck out"), (HIDDEN, "hidden")])
def test_wording_with_struck_words_does_not_come_in(tmp_path: Path, how: str, said: str) -> None:
    wording = paragraph(run("1.1 A night crossing earns "), run("$40", how), run("$50 and tea."))
    result = made(tmp_path, paragraph(run("1. Amend clause 1.1 to read:")), wording)
    assert outcomes(result) == [("1.1", "needs-decision")]
    assert f"“$40” {said}" in result.applied.outcomes[0].reason


def test_an_order_that_is_struck_out_is_not_carried_out(tmp_path: Path) -> None:
    result = made(
        tmp_path, paragraph(run(FIRST)), paragraph(run("2. Delete clause 1.2.", STRIKE))
    )
    assert outcomes(result) == [("1.1", "applied"), ("1.2", "needs-decision")]
    assert "“2. Delete clause 1.2.” struck out" in result.applied.outcomes[1].reason


def noted(kind: str, text: str) -> dict[str, str]:
    return {f"{kind}s": f'<w:{kind} w:id="2">{paragraph(run(text))}</w:{kind}>'}


def mark(kind: str) -> str:
    return f'<w:r><w:{kind}Reference w:id="2"/></w:r>'


@pytest.mark.parametrize(
    ("kind", "name"), [("footnote", "a footnote"), ("endnote", "an endnote"),
                       ("comment", "a comment")])  # fmt: skip
def test_an_order_with_a_note_on_it_waits_with_its_words(
    tmp_path: Path, kind: str, name: str
) -> None:
    result = made(
        tmp_path,
        paragraph(run(FIRST), mark(kind)),
        paragraph(run("2. Delete clause 1.2.")),
        **noted(kind, "For mates who joined in June."),
    )
    assert outcomes(result) == [("1.1", "needs-decision"), ("1.2", "applied")]
    said = f"“For mates who joined in June.” in {name} on it"
    assert said in result.applied.outcomes[0].reason
    assert passages(result) == [(f"{kind} 1", "For mates who joined in June.")]


def test_a_comment_on_several_paragraphs_is_on_each(tmp_path: Path) -> None:
    result = made(
        tmp_path,
        paragraph('<w:commentRangeStart w:id="2"/>', run(FIRST)),
        paragraph(run("2. Delete clause 1.2.")),
        paragraph(run("3. Delete clause 1.3."), '<w:commentRangeEnd w:id="2"/>', mark("comment")),
        **noted("comment", "Ask the union."),
    )
    assert {status for _, status in outcomes(result)} == {"needs-decision"}


def test_a_note_on_the_wording_is_a_note_on_the_order(tmp_path: Path) -> None:
    result = made(
        tmp_path,
        paragraph(run("1. Amend clause 1.1 to read:")),
        paragraph(run("1.1 A night crossing earns $50."), mark("footnote")),
        **noted("footnote", "Not on holidays."),
    )
    assert outcomes(result) == [("1.1", "needs-decision")]


def test_what_a_note_orders_is_listed_and_not_carried_out(tmp_path: Path) -> None:
    result = made(
        tmp_path,
        paragraph(run(FIRST)),
        paragraph(run("The parties met in June."), mark("endnote")),
        **noted("endnote", "They met twice. Delete clause 1.2."),
    )
    assert outcomes(result) == [("1.1", "applied"), ("1.2", "needs-decision")]
    assert "it stands in an endnote" in result.applied.outcomes[1].reason
    assert ("endnote 1", "They met twice.") in passages(result)


def test_text_boxes_are_listed(tmp_path: Path) -> None:
    box = (
        "<w:r><w:pict><w:txbxContent>"
        + paragraph(run("Delete clause 1.3."))
        + paragraph(run("Lunch is at noon."))
        + "</w:txbxContent></w:pict></w:r>"
    )
    result = made(tmp_path, paragraph(run(FIRST), box))
    assert outcomes(result) == [("1.1", "applied"), ("1.3", "needs-decision")]
    assert ("text box 2", "Lunch is at noon.") in passages(result)


@pytest.mark.parametrize("kind", ["header", "footer"])
def test_pages_that_are_headed_as_no_settlement_hold_all(tmp_path: Path, kind: str) -> None:
    said = "Without prejudice – not yet agreed"
    result = made(tmp_path, paragraph(run(FIRST)), **{kind: paragraph(run(said))})
    assert outcomes(result) == [("1.1", "needs-decision")]
    assert f"“{said}” stands in the page {kind}" in result.applied.outcomes[0].reason
    assert passages(result) == [(f"page {kind} 1", said)]


def test_a_page_number_is_no_passage_and_a_name_is(tmp_path: Path) -> None:
    parts = {"header": paragraph(run("Ferry Trust")), "footer": paragraph(run("Page 1 of 3"))}
    result = made(tmp_path, paragraph(run(FIRST)), **parts)
    assert outcomes(result) == [("1.1", "applied")]
    assert passages(result) == [("page header 1", "Ferry Trust")]


def test_a_stamp_on_the_first_page_holds_all(tmp_path: Path) -> None:
    stamp = f"<w:r><w:pict><w:txbxContent>{paragraph(run('DRAFT'))}</w:txbxContent></w:pict></w:r>"
    met = paragraph(run("The parties met in June."), stamp)
    result = made(tmp_path, met, paragraph(run(FIRST)))
    assert outcomes(result) == [("1.1", "needs-decision")]
    assert "“DRAFT” stands in a text box" in result.applied.outcomes[0].reason


def test_a_note_on_the_title_that_nothing_is_agreed_holds_all(tmp_path: Path) -> None:
    base, terms = tmp_path / "agreement.txt", tmp_path / "terms.docx"
    base.write_text(BASE, "utf-8")
    title = paragraph(run(TITLE), mark("footnote"))
    for said, status in (("Not agreed.", "needs-decision"), ("Signed in June.", "applied")):
        terms.write_bytes(word(title, paragraph(run(FIRST)), **noted("footnote", said)))
        assert outcomes(markup(base, terms)) == [("1.1", status)]


def test_a_note_on_a_line_under_an_order_is_on_the_order(tmp_path: Path) -> None:
    result = made(
        tmp_path,
        paragraph(run("1. Delete clause 1.2. The reasons are:")),
        paragraph(run("• coats are dear"), mark("comment")),
        paragraph(run("2. Delete clause 1.3.")),
        **noted("comment", "Ask the union."),
    )
    assert outcomes(result) == [("1.2", "needs-decision"), ("1.3", "applied")]


def test_a_footnote_in_markdown_is_on_the_order_that_has_its_mark() -> None:
    terms = f"# {TITLE}\n\n{FIRST}[^1]\n\n2. Delete clause 1.2.\n\n[^1]: For mates alone.\n"
    result = markup(BASE.encode(), terms.encode(), terms_name="terms.md")
    assert outcomes(result) == [("1.1", "needs-decision"), ("1.2", "applied")]
    assert "“For mates alone.” in a footnote on it" in result.applied.outcomes[0].reason


def test_the_mark_of_a_note_holds_the_order_wherever_its_words_stand() -> None:
    mark = "<a id='r' href='#n'><sup>1</sup></a>"
    page = f"<h1>{TITLE}</h1><p>{FIRST}{mark}</p><p>2. Delete clause 1.2.</p>"
    note = "<p id='n'><a href='#r'>1</a> For mates alone.</p>"
    text = f"<html><body>{page}{note}</body></html>"
    result = markup(BASE.encode(), text.encode(), terms_name="t.html")
    assert outcomes(result)[:2] == [("1.1", "needs-decision"), ("1.2", "applied")]
    assert "“1” on it, the mark of a footnote" in result.applied.outcomes[0].reason

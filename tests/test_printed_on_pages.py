"""What a PDF prints at the edges of its pages, held against the other version."""

from __future__ import annotations

import pytest
from pdf_pages import Text, pdf
from word_samples import paragraph, word

from clausetrack.comparison import compared
from clausetrack.diff.outside import printed_on_pages
from clausetrack.model import Document, LeftOut, Source
from clausetrack.reconcile.differences import Reconciliation
from clausetrack.reconciliation import reconciled

PAGES = (
    ("Slip Works Collective Agreement 2024", "1 Pay", "1.1 A rigger is paid $30 an hour."),
    ("1.2 Pay is on a Monday.", "1.3 A rigger who works on a Sunday is paid twice."),
    ("2 Leave", "2.1 A rigger has 20 days of leave.", "2.2 Leave is taken in the summer."),
    ("2.3 Leave that is not taken is kept.", "2.4 A rigger asks for leave in writing."),
)
TERMS = b"""Terms of Settlement

1. Amend clause 1.2 by replacing "Monday" with "Tuesday".
"""
VARY = "The works may vary any clause by notice"


def printed(header: str = "", footer: str = "") -> bytes:
    """The agreement on its pages; "#" stands for the number of the page."""
    pages = []
    for number, lines in enumerate(PAGES, 1):
        rows = [Text(72, 700 - 20 * at, line) for at, line in enumerate(lines)]
        for y, text in ((800, header), (40, footer)):
            if text:
                rows.append(Text(72, y, text.replace("#", str(number))))
        pages.append(rows)
    return pdf(pages)


def lines() -> list[str]:
    return [line for page in PAGES for line in page]


def said(old: bytes, new: bytes) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in compared(old, new).findings]


def test_a_header_that_changed_is_told_once_for_all_pages() -> None:
    old, new = printed("Agreed in full – page # of 4"), printed(f"{VARY} – page # of 5")
    assert said(old, new) == [
        ("outside-changed",
         f"in the page header, changed: “Agreed in full – page of” → “{VARY} – page of”")
    ]  # fmt: skip


def test_a_footer_that_came_is_told_and_one_that_went() -> None:
    plain, footed = printed(), printed(footer=VARY)
    assert said(plain, footed) == [("outside-changed", f"in the page footer, inserted: “{VARY}”")]
    assert said(footed, plain) == [("outside-changed", f"in the page footer, deleted: “{VARY}”")]


def test_a_year_in_a_header_is_no_number_of_a_page() -> None:
    old, new = (printed(f"Slip Works {year}, page #") for year in (2024, 2025))
    assert said(old, new) == [
        ("outside-changed", "in the page header, changed: “Slip Works 2024, page” → "
                            "“Slip Works 2025, page”")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("Slip Works Collective Agreement 2024", ""), ("", "")),  # it stands in the text
        (("Draft", "Slip Works, page #"), ("Slip Works, page #", "Draft")),  # and elsewhere
        (("Slip Works", "Page # of 4"), ("Slip Works", "Page # of 6")),
    ],
)
def test_what_stands_in_both_is_no_difference(old: tuple[str, str], new: tuple[str, str]) -> None:
    assert said(printed(*old), printed(*new)) == []


def test_a_pdf_is_held_against_the_header_of_a_word_file() -> None:
    base = word(*lines(), header=paragraph("Agreed in full"))
    told = [one for one in said(base, printed(VARY)) if one[0] == "outside-changed"]
    assert told == [("outside-changed", f"in the page header, inserted: “{VARY}”")]
    told = said(base, printed("Agreed in full"))
    assert all(code == "not-compared" for code, _ in told)


def test_what_a_text_cannot_have_is_said_not_to_be_compared() -> None:
    text = "\n\n".join(lines()).encode()
    assert said(text, printed(VARY)) == [
        ("not-compared", "text of one version alone is not compared: in the page header, "
                         f"inserted: “{VARY}”")
    ]  # fmt: skip
    assert said(text, printed("Slip Works Collective Agreement 2024")) == []


def held(base: bytes) -> Reconciliation:
    return reconciled(base, TERMS, printed(VARY), "base", "terms.txt", "theirs.pdf")


def test_a_header_of_theirs_is_a_silent_edit() -> None:
    found = [one for one in held(word(*lines())).of("silent") if not one.clause]
    assert [(one.what, one.reason, one.theirs) for one in found] == [
        ("inserted", "in the page header", VARY)
    ]
    result = held("\n\n".join(lines()).encode())
    assert [one for one in result.of("silent") if not one.clause] == []
    assert any(one.code == "not-compared" and VARY in one.message for one in result.findings)


def test_what_a_change_struck_out_stands_in_no_version_that_it_left() -> None:
    left = LeftOut(VARY, "deleted by a tracked change", Source())
    header = LeftOut(VARY, "a running header", Source(page=1))
    old, new = (Document("agreement", left_out=(one,)) for one in (left, header))
    (found,) = printed_on_pages(old, new, alike=True)
    assert found.message == f"in the page header, inserted: “{VARY}”"

"""Words of another side that their file strikes out, hides or raises, and no change of theirs."""

from __future__ import annotations

import pytest
from word_samples import deleted, inserted, paragraph, row, run, table, word

from clausetrack.ooxml.package import open_package, save
from clausetrack.reconcile.differences import Difference, Reconciliation
from clausetrack.reconciliation import reconciled

TERMS = b"""Terms of Settlement

1. Amend clause 1.3 by replacing "Monday" with "Tuesday".
"""
UP = '<w:vertAlign w:val="superscript"/>'


def agreement(second: str, third: str = "1.3 The bonus is paid on a Monday.") -> bytes:
    return word(
        "Slip Works Collective Agreement 2024",
        "1 Coverage",
        "1.1 This agreement covers 21 deckhands.",
        second,
        third,
    )


PLAIN = "1.2 It does not cover masters or engineers."


def second(properties: str) -> str:
    return paragraph("1.2 It does ", run("not ", properties), "cover masters or engineers.")


def held(theirs: bytes, base: bytes = agreement(PLAIN)) -> Reconciliation:
    return reconciled(base, TERMS, theirs, "base.docx", "terms.txt", "theirs.docx")


def told(one: Difference) -> tuple[str, str, str, tuple[str, ...], bool]:
    return one.kind, one.what, one.clause, one.classes, one.slight


@pytest.mark.parametrize(
    ("properties", "how"),
    [
        ("<w:vanish/>", "“not” is hidden"),
        ("<w:strike/>", "“not” is struck out by its format alone"),
        ('<w:color w:val="FFFFFF"/>', "“not” has the colour of what is behind it"),
    ],
)
def test_words_that_theirs_hides_are_a_silent_edit_at_their_clause(
    properties: str, how: str
) -> None:
    found = held(agreement(second(properties)))
    (one,) = found.of("silent")
    assert told(one) == ("silent", "changed", "1.2", ("negation",), False)
    assert one.reason == f"in theirs alone, {how}, and is read as part of the text"
    assert one.theirs == "It does not cover masters or engineers."
    assert found.differs
    assert not [each for each in found.findings if each.code.startswith("text-")]


def test_words_that_both_hide_are_no_difference_and_those_that_ours_alone_hides_are() -> None:
    hidden = agreement(second("<w:vanish/>"))
    assert not held(hidden, hidden).of("silent")
    (one,) = held(agreement(PLAIN), hidden).of("silent")
    assert told(one) == ("silent", "changed", "1.2", ("negation",), False)
    assert one.reason.startswith("in ours alone, “not” is hidden")


def test_a_figure_that_theirs_raises_is_a_silent_edit() -> None:
    theirs = word(
        "Slip Works Collective Agreement 2024",
        "1 Coverage",
        paragraph("1.1 This agreement covers 2", run("1", UP), " deckhands."),
        PLAIN,
        "1.3 The bonus is paid on a Monday.",
    )
    (one,) = held(theirs).of("silent")
    assert told(one) == ("silent", "changed", "1.1", ("figure",), False)
    assert one.reason == "in theirs alone, “2¹” is read as “21”"


def test_words_that_come_in_hidden_are_not_ordered() -> None:
    more = inserted(run(" or never", "<w:vanish/>"))
    third = paragraph("1.3 The bonus is paid on a Monday", more, ".")
    found = held(agreement(PLAIN, third))
    assert not found.of("silent")
    hidden = [one for one in found.of("not-ordered") if "is hidden" in one.reason]
    assert [told(one) for one in hidden] == [
        ("not-ordered", "changed", "1.3", ("negation", "conjunction"), False)
    ]


def test_struck_words_that_theirs_deletes_are_told_as_that_alone() -> None:
    base = agreement(second("<w:strike/>"))
    took = paragraph(
        "1.2 It does ",
        deleted("not ").replace("<w:r>", "<w:r><w:rPr><w:strike/></w:rPr>"),
        "cover masters or engineers.",
    )
    found = held(agreement(took), base)
    assert not found.of("silent")
    (one,) = found.of("not-ordered")
    assert told(one) == ("not-ordered", "changed", "1.2", ("negation",), False)


def test_a_link_that_theirs_leads_elsewhere_is_a_silent_edit() -> None:
    def linked(address: str) -> bytes:
        link = '<w:hyperlink r:id="rId9">' + run("the policy") + "</w:hyperlink>"
        made = word(
            "Slip Works Collective Agreement 2024",
            "1 Coverage",
            "1.1 This agreement covers 21 deckhands.",
            paragraph("1.2 Leave is under ", link, "."),
            "1.3 The bonus is paid on a Monday.",
        )
        package = open_package(made, "a.docx")
        part = "word/_rels/document.xml.rels"
        related = package.parts[part].replace(
            b"</Relationships>",
            b'<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            b'relationships/hyperlink" Target="' + address.encode() + b'" TargetMode="External"/>'
            b"</Relationships>",
        )
        return save(package.changed({part: related}))

    one, other = linked("https://a.example/1"), linked("https://a.example/2")
    (found,) = held(other, one).of("silent")
    assert (found.clause, found.what, found.slight) == ("1.2", "changed", False)
    assert found.reason.startswith("the address of the link “the policy”, changed: ")
    assert not held(one, one).of("silent")


def test_another_emphasis_that_is_tracked_was_not_ordered() -> None:
    change = '<w:rPrChange w:id="7" w:author="Them" w:date="2027-05-01T00:00:00Z"><w:rPr/>'
    theirs = second(f"<w:b/>{change}</w:rPrChange>")
    base = agreement(paragraph("1.2 It does ", run("not "), "cover masters or engineers."))
    (one,) = held(agreement(theirs), base).of("not-ordered")
    assert told(one) == ("not-ordered", "changed", "1.2", (), True)
    assert one.reason == "the emphasis is another"


def test_who_tracked_a_note_or_a_whole_row_is_told() -> None:
    def rows(*properties: str) -> bytes:
        pay = (row("1", "$30"), row("2", "$40"), *(row("3", "$50", properties=one)
               for one in properties))  # fmt: skip
        return word("Slip Works Collective Agreement 2024", "1 Pay", "1.1 The rates:", table(*pay),
                    "1.2 It does not cover masters.", "1.3 The bonus is paid on a Monday.")

    theirs = rows('<w:ins w:id="8" w:author="R. Rua" w:date="2027-05-01T00:00:00Z"/>')
    (one,) = held(theirs, rows()).of("not-ordered")
    assert {(mark.kind, mark.author, mark.text) for mark in one.marks} == {
        ("inserted", "R. Rua", "3"), ("inserted", "R. Rua", "$50")}  # fmt: skip
    head = paragraph(inserted("In confidence"))
    plain = word("Slip Works Collective Agreement 2024", "1 Pay", "1.3 Paid on a Monday.")
    headed = word("Slip Works Collective Agreement 2024", "1 Pay", "1.3 Paid on a Monday.",
                  header=head)  # fmt: skip
    (one,) = held(headed, plain).of("not-ordered")
    assert [(mark.kind, mark.author) for mark in one.marks] == [("inserted", "A. Drafter")]


@pytest.mark.parametrize("turned", [False, True])
def test_a_clause_that_is_tracked_into_a_heading_was_not_ordered(turned: bool) -> None:
    heading, plain = '<w:pStyle w:val="H2"/>', ""
    was, now = (heading, plain) if turned else (plain, heading)
    change = f'{now}<w:pPrChange w:id="7" w:author="Them" w:date="2027-05-01T00:00:00Z">'
    change += f"<w:pPr>{was}</w:pPr></w:pPrChange>"
    text = run("1.2 It does not cover masters or engineers.")
    theirs = agreement(f"<w:p><w:pPr>{change}</w:pPr>{text}</w:p>")
    base = agreement(f"<w:p><w:pPr>{was}</w:pPr>{text}</w:p>")
    (one,) = held(theirs, base).of("not-ordered")
    assert told(one) == ("not-ordered", "changed", "1.2", (), True)
    assert one.reason == f"it is {'no longer ' if turned else ''}set as a heading"

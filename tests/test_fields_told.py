"""Fields that Word computes anew: what they showed last reads alike, and their codes do not."""

from __future__ import annotations

import pytest
from word_samples import WHO, paragraph, run, word

from clausetrack.comparison import compared, tracked
from clausetrack.reconcile.differences import Reconciliation
from clausetrack.reconciliation import reconciled

TERMS = b"""Terms of Settlement

1. Amend clause 1.3 by replacing "Monday" with "Tuesday".
"""


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    return run(text, element="instrText")


def field(text: str, shown: str, *, before: str = "") -> str:
    """The XML of a field with its code; `before` stands in the code, and `shown` is its result."""
    return mark("begin") + code(text) + before + mark("separate") + run(shown) + mark("end")


def bookmarked(text: str, name: str) -> str:
    return paragraph(f'<w:bookmarkStart w:id="5" w:name="{name}"/>', text,
                     '<w:bookmarkEnd w:id="5"/>')  # fmt: skip


def agreement(what: str, at: str = "", name: str = "_Ref1") -> bytes:
    """`what` is the XML of a figure in clause 1.1; the bookmark `name` is in clause `at`."""
    texts = {"1.2": "1.2 A welder is paid weekly.", "1.3": "1.3 Pay is on a Monday."}
    clauses = (bookmarked(text, name) if number == at else text for number, text in texts.items())
    return word(
        "Slip Works Collective Agreement 2024",
        "1 Pay",
        paragraph("1.1 A rigger is paid as in clause ", what, " from July."),
        *clauses,
    )


def said(old: bytes, new: bytes) -> list[tuple[str, str]]:
    result = compared(old, new)
    assert result.changes == ()
    return [(one.clause, one.message.partition(" and that Word computes anew, ")[2])
            for one in result.findings]  # fmt: skip


def held(base: bytes, theirs: bytes) -> Reconciliation:
    return reconciled(base, TERMS, theirs, "base.docx", "terms.txt", "theirs.docx")


PLAIN = run("1.2")
SUM = field(" = 1+0.2 ", "1.2")


@pytest.mark.parametrize(
    ("old", "new", "how"),
    [
        (PLAIN, SUM, "inserted: = 1+0.2"),
        (SUM, field(" = 1+0.3 ", "1.2"), "changed: = 1+0.2 → = 1+0.3"),
        (PLAIN, field(' IF 1 = 1 "1.3" "1.2" ', "1.2"), 'inserted: IF 1 = 1 "1.3" "1.2"'),
        (PLAIN, '<w:fldSimple w:instr="DOCPROPERTY Pay">' + PLAIN + "</w:fldSimple>",
         "inserted: DOCPROPERTY Pay"),
    ],
)  # fmt: skip
def test_what_word_computes_is_told(old: str, new: str, how: str) -> None:
    assert said(agreement(old), agreement(new)) == [("1.1", how)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (SUM, PLAIN),  # it is as fixed as it reads
        (SUM, field("  =  1+0.2 \\* MERGEFORMAT ", "1.2")),
        (field(" DATE \\@ \"d MMMM\" ", "1.2"), field("DATE \\@\"d\\ MMMM\"", "1.2")),
        (PLAIN, field(" PAGE ", "1.2")),
        (PLAIN, field(" FORMTEXT ", "1.2")),
    ],
)
def test_what_computes_the_same_is_not(old: str, new: str) -> None:
    assert said(agreement(old), agreement(new)) == []


def test_a_field_in_a_page_header_is_of_the_file() -> None:
    old, new = (word("Slip Works Collective Agreement 2024", "1 Pay", "1.1 Paid weekly.",
                     header=paragraph(what)) for what in (run("May"), field(" DATE ", "May")))
    assert compared(old, new).findings == ()


def test_a_reference_that_repeats_another_clause_is_told() -> None:
    reference = field(" REF _Ref1 \\r \\h ", "1.2")
    old, new = agreement(reference, at="1.2"), agreement(reference, at="1.3")
    told = "changed: it repeats 1.3, and no longer 1.2"
    assert said(old, new) == [("1.1", told)]
    (silent,) = held(old, new).of("silent")
    assert silent.clause == "1.1"
    assert silent.reason.endswith(told)


def test_a_reference_by_another_name_to_the_same_clause_is_not() -> None:
    old = agreement(field(" REF _Ref1 \\r \\h ", "1.2"), at="1.2")
    new = agreement(field(" REF Saved_2 \\r \\h ", "1.2"), at="1.2", name="Saved_2")
    assert said(old, new) == []
    assert said(agreement(PLAIN), new) == []  # it came, and shows what it means
    astray = agreement(field(" REF _Ref1 \\r \\h ", "1.2"), at="1.3")
    assert said(agreement(PLAIN), astray) == [("1.1", "inserted: REF _Ref1 \\r \\h")]


def test_a_code_that_a_tracked_change_edits_was_not_ordered() -> None:
    edited = (
        f'{mark("begin")}<w:del {WHO} w:id="71">{run(" = 1+0.2 ", element="delInstrText")}</w:del>'
        f'<w:ins {WHO} w:id="72">{code(" = 1+0.3 ")}</w:ins>'
        f'{mark("separate")}{PLAIN}{mark("end")}'
    )
    result = held(agreement(SUM), agreement(edited))
    assert result.of("silent") == ()
    (found,) = result.of("not-ordered")
    assert (found.clause, found.reason.partition("anew, ")[2]) == (
        "1.1", "changed: = 1+0.2 → = 1+0.3")  # fmt: skip


def test_words_in_the_code_of_a_field_are_not_printed() -> None:
    inner = field(" MERGEFIELD Rate ", "1.2 or less")
    within = mark("begin") + code(" IF ") + inner + code(' = "x" "1.2" ') + mark("separate")
    (found, _) = compared(
        agreement(run("1.2 or less1.2")), agreement(within + PLAIN + mark("end"))
    ).findings
    assert (found.code, found.clause, found.quote) == ("text-hidden", "1.1", "1.2 or less")
    assert "stands in the code of a field" in found.message
    # a field that never ends holds nothing back
    loose = compared(agreement(PLAIN), agreement(mark("begin") + code(" = 1 ") + PLAIN))
    assert [one.code for one in loose.findings] == []


@pytest.mark.parametrize(
    ("old", "new", "how"),
    [
        (agreement(PLAIN), agreement(SUM), ["inserted: = 1+0.2"]),
        (agreement(SUM), agreement(field(" = 1+0.3 ", "1.2")), ["changed: = 1+0.2 → = 1+0.3"]),
        (agreement(SUM), agreement(SUM), []),
        (agreement(field(" REF _Ref1 \\r ", "1.2"), at="1.2"),
         agreement(field(" REF _Ref1 \\r ", "1.2"), at="1.3"),
         ["changed: it repeats 1.3, and no longer 1.2"]),
    ],
)  # fmt: skip
def test_a_field_that_stays_as_it_was_in_the_tracked_file_is_told(
    old: bytes, new: bytes, how: list[str]
) -> None:
    _, told = tracked(old, new, "old.docx", "new.docx")
    assert [one.message.partition(" and that Word computes anew, ")[2] for one in told] == how

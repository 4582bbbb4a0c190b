"""References: the citations that a text holds, and the clauses that they mean."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from documents import clause, document, documents, table
from hypothesis import given, settings
from hypothesis import strategies as st

from clausetrack.ingest import read
from clausetrack.model import Clause, Document
from clausetrack.references import WIDEST_RANGE, Reference, find, references

# ---------------------------------------------------------------------------------------- find


def cited(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(mention.text, mention.kind, mention.ids) for mention in find(text)]


@pytest.mark.parametrize(
    ("text", "words", "ids"),
    [
        ("as clause 4.3.2 says", "clause 4.3.2", ("4.3.2",)),
        ("see Clause 4.3A.8.", "Clause 4.3A.8", ("4.3A.8",)),
        ("a new clause 4.3.1.(vi) is", "clause 4.3.1.(vi)", ("4.3.1(vi)",)),
        ("amend clause 1.8 (h) thus", "clause 1.8 (h)", ("1.8(h)",)),
        ("sub-clause 3.4A1 and so on", "sub-clause 3.4A1", ("3.4A1",)),
        ("clauses 4.9.6 and 4.9.7 above hold", "clauses 4.9.6 and 4.9.7 above", ("4.9.6", "4.9.7")),
        (
            "save for clauses 5.6.2, 5.6.3, and 5.6.5, all",
            "clauses 5.6.2, 5.6.3, and 5.6.5",
            ("5.6.2", "5.6.3", "5.6.5"),
        ),
        (
            "under clauses 6.2.8(a)(i) to 6.2.8(a)(v) a",
            "clauses 6.2.8(a)(i) to 6.2.8(a)(v)",
            ("6.2.8(a)(i)", "6.2.8(a)(v)"),
        ),
        ("clauses 2.10.3 - 2.10.5 go", "clauses 2.10.3 - 2.10.5", ("2.10.3", "2.10.5")),
        ("clause 4.3 to clause 4.5", "clause 4.3 to clause 4.5", ("4.3", "4.5")),
        ("if 4.2.2.1(b) or (c) fits", "4.2.2.1(b) or (c)", ("4.2.2.1(b)", "4.2.2.1(c)")),
        (
            "clause 6.2.8(a)(i) or (iii) or (b)",
            "clause 6.2.8(a)(i) or (iii) or (b)",
            ("6.2.8(a)(i)", "6.2.8(a)(iii)", "6.2.8(b)"),
        ),
        ("clause 1.8(h) or (i) says", "clause 1.8(h) or (i)", ("1.8(h)", "1.8(i)")),
        ("subject to (ii) and (iii) below, a", "(ii) and (iii) below", ("(ii)", "(iii)")),
        ("not barred by (e) above", "(e) above", ("(e)",)),
        ("as per (i) on the scale", "(i)", ("(i)",)),
        ("paragraphs (a) to (c) apply", "paragraphs (a) to (c)", ("(a)", "(c)")),
        ("subclause (b) of clause 4.3", "subclause (b) of clause 4.3", ("4.3(b)",)),
        ("in Part Eleven.", "Part Eleven", ("Part 11",)),
        ("Parts 3 and 4", "Parts 3 and 4", ("Part 3", "Part 4")),
        ("Appendix A applies", "Appendix A", ("Appendix A",)),
        (
            "Appendices A, B and D",
            "Appendices A, B and D",
            ("Appendix A", "Appendix B", "Appendix D"),
        ),
        ("of Appendix D, clause 1.5 for", "Appendix D, clause 1.5", ("Appendix D 1.5",)),
        ("clause 1.5 of Appendix D", "clause 1.5 of Appendix D", ("Appendix D 1.5",)),
        ("Annexe 1 has it", "Annexe 1", ("Annex 1",)),
        ("meets Supplement 1 in full", "Supplement 1", ("Supplement 1",)),
        ("clause 4.1 of this agreement", "clause 4.1 of this agreement", ("4.1",)),
        ("amend 4.9 to read", "4.9", ("4.9",)),
        ("clauses 4, 5 and 6", "clauses 4, 5 and 6", ("4", "5", "6")),
    ],
)
def test_a_citation_of_the_agreement_itself(text: str, words: str, ids: tuple[str, ...]) -> None:
    assert cited(text) == [(words, "internal", ids)]


@pytest.mark.parametrize(
    ("text", "ids", "instrument"),
    [
        (
            "clause 114 of Schedule 1 of the Education and Training Act 2020",
            ("Schedule 1 clause 114",),
            "Education and Training Act 2020",
        ),
        (
            "clause 119 of Schedule 1 of the Education and Training Act (2020)",
            ("Schedule 1 clause 119",),
            "Education and Training Act 2020",
        ),
        (
            "Part 1 of Schedule 1 of the Health Act 1956",
            ("Schedule 1 Part 1",),
            "Health Act 1956",
        ),
        (
            "section 53 of the Employment Relations Act 2000",
            ("section 53",),
            "Employment Relations Act 2000",
        ),
        ("s53 of the Holidays Act", ("section 53",), "Holidays Act"),
        ("s93(3) of the Holidays Act 2003", ("section 93(3)",), "Holidays Act 2003"),
        ("ss 5 and 6 of the Holidays Act 2003", ("section 5", "section 6"), "Holidays Act 2003"),
        ("s 53 Holidays Act 2003", ("section 53",), "Holidays Act 2003"),
        ("Holidays Act 2003, section 40", ("section 40",), "Holidays Act 2003"),
        ("clause 3 of that Act", ("clause 3",), "that Act"),
        ("section 53", ("section 53",), ""),
        ("Health and Safety at Work Act 2015", (), "Health and Safety at Work Act 2015"),
        ("Part 6 of the Education Regulations 2005", ("Part 6",), "Education Regulations 2005"),
    ],
)
def test_a_statute_is_never_taken_for_a_clause(
    text: str, ids: tuple[str, ...], instrument: str
) -> None:
    (mention,) = find(f"It stands in {text}, as agreed.")
    assert (mention.kind, mention.text, mention.ids) == ("statute", text, ids)
    assert mention.instrument == instrument


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        ("clause 3.9 of the PTCA", "PTCA"),
        ("clause 3.9 of the Area School Agreement", "Area School Agreement"),
    ],
)
def test_a_clause_of_another_agreement(text: str, instrument: str) -> None:
    (mention,) = find(f"the unit value in {text} rises")
    assert (mention.kind, mention.text, mention.ids) == ("agreement", text, ("3.9",))
    assert mention.instrument == instrument


def test_an_agreement_may_be_named_first() -> None:
    (mention,) = find("the unit value in PTCA clause 3.9 rises")
    assert (mention.kind, mention.ids, mention.instrument) == ("agreement", ("3.9",), "PTCA")


def test_items_of_the_terms() -> None:
    assert cited("items 3, 4 and 5, and item 9") == [
        ("items 3, 4 and 5", "item", ("3", "4", "5")),
        ("item 9", "item", ("9",)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "0.25 FTTE and 8.30 am to 4.30pm, or 2.5% and 12.5 per cent",
        "$5,000 on 28.01.2026 for 40.5 hours",
        "(a) the teacher applies; (b) the employer agrees",
        "in respect of (a) leave and (b) pay",
        "Part of the term, part 2 of the day, Part Time teachers",
        "the clause, this clause and any clauses",
        "The Act says so; an Act; Act now",
        "5 and 6 teachers, the year 2026, room 4B",
        "the teacher's 5 days",
        "each item and item by item",
    ],
)
def test_what_only_looks_like_a_citation(text: str) -> None:
    assert cited(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("in clause 4, 25 teachers", "clause 4"),
        ("under clause 4.3 and 2.5% more", "clause 4.3"),
        ("of clause 4.3 (if it applies)", "clause 4.3"),
        ("by clause 3.17 (MITA), which", "clause 3.17"),
        ("clause 4.3 to PPTA members", "clause 4.3"),
        ("clause 4.3. (a) is new", "clause 4.3"),
    ],
)
def test_a_citation_ends_where_other_words_begin(text: str, words: str) -> None:
    assert [mention.text for mention in find(text)] == [words]


@given(st.text(max_size=80))
def test_mentions_are_pieces_of_the_text_in_order(text: str) -> None:
    at = 0
    for mention in find(text):
        assert at <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        at = mention.end


@pytest.mark.parametrize(
    "piece",
    [
        "(a)",
        "4.9, ",
        "clause 4.3, ",
        "(b) of clause ",
        "Part 1 of ",
        "Health and Safety of Work ",
        "1.1.",
        "A ",
        " ",
    ],
)
def test_a_long_run_of_what_looks_like_citations_is_read_to_its_end(piece: str) -> None:
    found = find(piece * 24000 + "clause 77.7")
    assert found[-1].text.endswith("77.7")


# ------------------------------------------------------------------------------------- resolve


def agreement(*clauses: Clause) -> Document:
    return document(*clauses, agreement="STCA", title="Sample Teachers' Collective Agreement")


def only(given_document: Document) -> Reference:
    (reference,) = references(given_document)
    return reference


LEAVE = (
    clause("6.2.8"),
    clause("6.2.8(a)"),
    clause("6.2.8(a)(i)"),
    clause("6.2.8(a)(ii)"),
    clause("6.2.8(a)(iii)"),
    clause("6.2.8(b)"),
    clause("6.2.8(c)"),
)


def within_leave(clause_id: str, text: str) -> Reference:
    """The one reference of `text`, which stands in a clause of the leave clauses."""
    clauses = tuple(clause(one.id, text if one.id == clause_id else "") for one in LEAVE)
    return only(agreement(*clauses))


@pytest.mark.parametrize(
    ("clause_id", "text", "targets"),
    [
        ("6.2.8(b)", "clause 6.2.8(a)", ("6.2.8(a)",)),
        (
            "6.2.8(b)",
            "clauses 6.2.8(a)(i) to 6.2.8(a)(iii)",
            ("6.2.8(a)(i)", "6.2.8(a)(ii)", "6.2.8(a)(iii)"),
        ),
        ("6.2.8(c)", "clauses 6.2.8(a) to (c)", ("6.2.8(a)", "6.2.8(b)", "6.2.8(c)")),
        ("6.2.8(a)(i)", "subject to (ii) and (iii) below", ("6.2.8(a)(ii)", "6.2.8(a)(iii)")),
        ("6.2.8(a)(iii)", "under (c) below", ("6.2.8(c)",)),
        ("6.2.8(c)", "paragraph (a) above", ("6.2.8(a)",)),
        ("6.2.8(c)", "as in (a)(ii) above", ("6.2.8(a)(ii)",)),
        ("6.2.8", "paragraph (b) below", ("6.2.8(b)",)),
        ("6.2.8(a)", "see (i) below", ("6.2.8(a)(i)",)),
        ("6.2.8(c)", "clause 6.2.8(a)(i) of the STCA", ("6.2.8(a)(i)",)),
    ],
)
def test_a_reference_resolves(clause_id: str, text: str, targets: tuple[str, ...]) -> None:
    reference = within_leave(clause_id, text)
    assert (reference.clause, reference.fragment) == (clause_id, None)
    assert (reference.targets, reference.resolves, reference.why) == (targets, True, "")


@pytest.mark.parametrize(
    ("text", "targets", "why"),
    [
        ("see clause 6.2.9", ("6.2.9",), "no clause 6.2.9 in this document"),
        ("see Appendix Z", ("Appendix Z",), "no Appendix Z in this document"),
        ("see (d) below", ("(d)",), "no (d) below near 6.2.8(b)"),
        ("see (c) above", ("(c)",), "no (c) above near 6.2.8(b)"),
        ("clauses 6.2.8(a) and 6.2.8(q)", ("6.2.8(a)", "6.2.8(q)"), "no clause 6.2.8(q)"),
        ("clauses 6.2.8(a) to 6.2.8(q)", ("6.2.8(a)", "6.2.8(q)"), "no clause 6.2.8(q)"),
        ("clauses 6.2.8(c) to 6.2.8(a)", ("6.2.8(c)", "6.2.8(a)"), "no range of clauses in order"),
        ("clauses 6.2.8 to 6.2.8(a)", ("6.2.8", "6.2.8(a)"), "no range of clauses in order"),
        ("clause 3.9 of the PTCA", ("3.9",), "in the PTCA"),
        ("section 6 of the Health Act 1956", ("section 6",), "a statute"),
        ("see item 6", ("6",), "not this one"),
    ],
)
def test_what_cannot_be_resolved_stays_open_with_its_reason(
    text: str, targets: tuple[str, ...], why: str
) -> None:
    reference = within_leave("6.2.8(b)", text)
    assert (reference.targets, reference.resolves) == (targets, False)
    assert why in reference.why


def test_a_range_follows_the_document_and_not_arithmetic() -> None:
    given_document = agreement(
        clause("4"),
        clause("4.3"),
        clause("4.3A"),
        clause("4.3A note 1"),
        clause("4.5"),
        clause("5", "Clauses 4.3 to 4.5 hold."),
    )
    assert only(given_document).targets == ("4.3", "4.3A", "4.5")


def test_a_range_wider_than_any_drafter_means_stays_open() -> None:
    clauses = [clause(f"4.{n}") for n in range(1, WIDEST_RANGE + 2)]
    text = f"Clauses 4.1 to 4.{WIDEST_RANGE + 1} hold, and clauses 4.2 to 4.{WIDEST_RANGE + 1}."
    wide, narrow = references(agreement(clause("4"), *clauses, clause("5", text)))
    assert (wide.resolves, narrow.resolves) == (False, True)
    assert len(narrow.targets) == WIDEST_RANGE


def test_a_number_in_an_appendix_is_its_own_where_only_that_is_there() -> None:
    given_document = agreement(
        clause("1"),
        clause("1.4"),
        clause("Appendix D"),
        clause("Appendix D 1.5", "See clause 1.6, clause 1.4 and clause 1.5."),
        clause("Appendix D 1.6"),
    )
    assert [reference.targets for reference in references(given_document)] == [
        ("Appendix D 1.6",),
        ("1.4",),
        ("Appendix D 1.5",),
    ]


def test_a_number_that_may_be_either_is_not_guessed() -> None:
    given_document = agreement(
        clause("1"),
        clause("1.4"),
        clause("Appendix D"),
        clause("Appendix D 1.4"),
        clause("Appendix D 1.5", "See clause 1.4."),
    )
    reference = only(given_document)
    assert not reference.resolves
    assert reference.why == "may be 1.4 or Appendix D 1.4"
    assert reference.may == ("1.4", "Appendix D 1.4")


def test_a_paragraph_is_what_the_division_counts_itself() -> None:
    given_document = agreement(
        clause("1"),
        clause("1.4"),
        clause("Schedule D"),
        clause("Schedule D 1.4"),
        clause("Schedule D 1.5", "See paragraph 1.4."),
    )
    reference = only(given_document)
    assert (reference.resolves, reference.targets, reference.may) == (
        True, ("Schedule D 1.4",), (),
    )  # fmt: skip


def test_a_part_whose_clauses_count_on_is_named_with_them() -> None:
    given_document = agreement(
        clause("Part 11"),
        clause("11.2", "See clause 11.3 of Part 11.", parent="Part 11"),
        clause("11.3", parent="Part 11"),
    )
    assert only(given_document).targets == ("11.3",)


def test_headings_and_cells_are_read_too() -> None:
    given_document = agreement(
        clause("4.1", heading="Scale (see clause 4.2)"),
        clause("4.1 table 1", table=table([["Step"], ["clause 4.1"]])),
        clause("4.2"),
    )
    assert [(r.place, r.targets) for r in references(given_document)] == [
        ("heading", ("4.2",)),
        ("cell 2,1", ("4.1",)),
    ]


# --------------------------------------------------------------------------------------- terms


def terms(*clauses: Clause) -> Document:
    return document(*clauses, kind="terms", version="2025-27")


def test_clause_numbers_in_the_terms_are_those_of_the_agreement() -> None:
    given_document = terms(
        clause("1", "Amend clause 2, as item 2 says.", kind="item"),
        clause("2", "Clause 4.1 is amended.", kind="item"),
    )
    assert [(r.targets, r.resolves, r.why) for r in references(given_document)] == [
        (("2",), False, "in the agreement, not in the terms"),
        (("2",), True, ""),
        (("4.1",), False, "in the agreement, not in the terms"),
    ]


def test_markers_of_an_item_are_its_own() -> None:
    given_document = terms(
        clause("3", kind="item"),
        clause("3(a)", parent="3"),
        clause("3(c)", "The offer in (a) above.", parent="3"),
    )
    assert only(given_document).targets == ("3(a)",)


def test_quoted_wording_refers_to_itself_first() -> None:
    given_document = terms(
        clause("1", kind="item"),
        clause("4.9.1", "Subject to clause 4.9.2 below and clause 4.9.7.", fragment="f"),
        clause("4.9.2", fragment="f"),
        clause("4.9.7", fragment="g"),
    )
    first, second = references(given_document)
    assert (first.fragment, first.targets, first.resolves) == ("f", ("4.9.2",), True)
    assert (second.resolves, second.why) == (False, "in the agreement, not in the terms")


@settings(max_examples=20)
@given(documents())
def test_what_resolves_is_there(drawn: Document) -> None:
    held = {(one.fragment, one.id) for one in drawn.clauses}
    for reference in references(drawn):
        assert reference.resolves is not bool(reference.why)
        if reference.resolves:
            assert {(reference.fragment, target) for target in reference.targets} <= held


# ---------------------------------------------------------------------------- real documents


def test_no_clause_that_real_terms_cite_is_missed(seeds: Path) -> None:
    for path in sorted(seeds.glob("*.txt")):
        if path.name.startswith("000"):
            continue
        document_ = read(path)
        for one in document_.clauses:
            for text in (one.heading_text, one.own_text):
                found = find(text)
                for words in re.finditer(r"\b[Cc]lauses?\s+(\d[\w.]*\w|\d)", text):
                    covering = [m for m in found if m.start <= words.start() < m.end]
                    assert covering, words[0]
                    # What an Act follows within a few words is the Act's.
                    statute = re.match(
                        r"[^.;]{0,40}? of the [A-Z][^.;]{0,40}? Act", text[words.end() :]
                    )
                    assert (covering[0].kind == "statute") is bool(statute), words[0]


def test_the_ranges_of_real_terms_are_expanded(seeds: Path) -> None:
    (path,) = seeds.glob("001*.txt")
    found = {
        (reference.clause, reference.targets)
        for reference in references(read(path))
        if reference.resolves and len(reference.targets) > 1
    }
    reasons = tuple(f"6.2.8(a)({label})" for label in ("i", "ii", "iii", "iv", "v"))
    assert ("6.2.8(b)", reasons) in found
    assert ("4.2.2.2(a)", ("4.2.2.1(b)", "4.2.2.1(c)")) in found
    assert ("4.2.2.2(a)(i)", ("4.2.2.2(a)(ii)", "4.2.2.2(a)(iii)")) in found
    assert ("5.6.1", ("5.6.2", "5.6.3", "5.6.5")) in found


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Introduce a new clause 4.28.", "a new clause of the agreement, not printed under its"),
        ("The parties agree to the addition of clause 4.13.", "a new clause of the agreement"),
        ("Add new sub-clauses to clause 4.9.", "in the agreement, not in the terms"),
    ],
)
def test_a_clause_that_the_terms_add_is_not_said_to_be_in_the_agreement(
    text: str, why: str
) -> None:
    found = only(terms(clause("1", text, kind="item")))
    assert not found.resolves
    assert found.why.startswith(why)

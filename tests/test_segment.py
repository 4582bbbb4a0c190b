"""Documents in, clause trees out: each test is a document and the tree that a reader sees in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from clausetrack.errors import NotAnAgreement, UnreadableInput
from clausetrack.ingest import read
from clausetrack.model import Document, Line, Run, Source
from clausetrack.references import references
from clausetrack.segment.labels import classify

TITLE = "Lighthouse Keepers’ Collective Agreement 2020–2023\n\n"
TERMS = (
    "Terms of Settlement\n\nThese are the terms for the Lighthouse Keepers’ Collective Agreement "
    "(2023 – 2026).\n\n"
)


def agreement(text: str) -> Document:
    return read((TITLE + text).encode(), "sample.txt")


def terms(text: str) -> Document:
    return read((TERMS + text).encode(), "terms.txt")


def ids(document: Document, fragment: str | None = None) -> list[str]:
    """The IDs of the clauses after the title and the preamble."""
    return [
        clause.id
        for clause in document.clauses
        if clause.fragment == fragment
        and not clause.id.startswith(("Lighthouse", "Terms", "preamble"))
    ]


def codes(document: Document) -> list[str]:
    return [finding.code for finding in document.findings]


# ------------------------------------------------------------------------------- what it is


def test_the_title_names_the_agreement_and_its_years() -> None:
    document = agreement(
        "1.1 Lamps\n\n1.1.1 The lamp is lit at dusk.\n\n1.1.2 It is put out at dawn."
    )
    assert (document.kind, document.agreement, document.version) == ("agreement", "LKCA", "2020-23")


def test_terms_name_the_agreement_that_they_renew() -> None:
    document = terms(
        "1. Lamps\n\nAmend clause 1.1 as follows: The lamp is lit one hour before dusk."
    )
    assert (document.kind, document.agreement, document.version) == ("terms", "LKCA", "2023-26")


def test_an_agreement_that_speaks_of_terms_of_settlement_is_still_an_agreement() -> None:
    text = "It was made under terms of settlement of 2020.\n\n1.1 Lamps\n\n1.1.1 They are lit."
    assert agreement(text).kind == "agreement"


@pytest.mark.parametrize(
    "text", ["Keepers walked out on Monday.\n\nThey want more oil.", "one line"]
)
def test_what_is_no_agreement_is_refused(text: str) -> None:
    with pytest.raises(NotAnAgreement, match=r"news\.txt is not an agreement"):
        read(text.encode(), "news.txt")


SHORT = "1 TERM\n\n1.1 It runs for a year.\n\n2 OIL\n\n2.1 Oil is landed weekly.\n"


@pytest.mark.parametrize(
    "title",
    ["LAMP ROOM COLLECTIVE AGREEMENT 2025 - 2027", "LAMP ROOM COLLECTIVE EMPLOYMENT AGREEMENT"],
)
def test_a_short_agreement_is_known_by_its_title_in_capitals(title: str) -> None:
    document = read(f"{title}\n\n{SHORT}".encode(), "short.txt")
    assert [clause.id for clause in document.clauses][-4:] == ["1", "1.1", "2", "2.1"]


@pytest.mark.parametrize(
    "title", ["KEEPERS REJECT COLLECTIVE AGREEMENT OFFER", "Lamp room minutes, July 2025"]
)
def test_two_numbers_do_not_make_another_paper_an_agreement(title: str) -> None:
    with pytest.raises(NotAnAgreement):
        read(f"{title}\n\n{SHORT}".encode(), "short.txt")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        ("1.1 caf\u00e9".encode("latin-1"), "not UTF-8"),
        (b"1.1 text\x00\x01\x02\x00 more", "is no text"),
        (bytes(range(1, 32)) * 40, "is no text"),
    ],
)
def test_bytes_that_are_no_text_are_refused_in_one_line(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableInput, match=says) as error:
        read(data, "odd.txt")
    assert "\n" not in str(error.value)


# ------------------------------------------------------------------------------ the numbering


def test_clauses_stand_under_their_parts_and_their_own_numbers() -> None:
    document = agreement(
        "Part One: Lamps\n\n1.1 Lighting\n\n1.1.1 Keepers light the lamp.\n\n(a) at dusk;\n\n"
        "(b) in fog:\n\n"
        "(i) thick fog; and\n\n(ii) sea mist.\n\n1.1A Oil\n\n1.1A.1 Oil is stored dry.\n\n"
        "Appendix B: Boats\n\n1.1 A boat is painted white.\n\n1.2 It is rowed by two.\n"
    )
    tree = [(clause.id, clause.parent) for clause in document.clauses if clause.number]
    assert tree == [
        ("Part 1", None),
        ("1.1", "Part 1"),
        ("1.1.1", "1.1"),
        ("1.1.1(a)", "1.1.1"),
        ("1.1.1(b)", "1.1.1"),
        ("1.1.1(b)(i)", "1.1.1(b)"),
        ("1.1.1(b)(ii)", "1.1.1(b)"),
        ("1.1A", "Part 1"),
        ("1.1A.1", "1.1A"),
        ("Appendix B", None),
        ("Appendix B 1.1", "Appendix B"),
        ("Appendix B 1.2", "Appendix B"),
    ]


def test_i_is_a_letter_after_h_and_a_numeral_before_ii() -> None:
    letters = "".join(f"({letter}) lamp {letter};\n\n" for letter in "abcdefghij")
    assert ids(agreement("1.1 Lamps are:\n\n" + letters))[-3:] == ["1.1(h)", "1.1(i)", "1.1(j)"]
    nested = letters.replace("(i) lamp i;", "(i) red;\n\n(ii) green;\n\n(i) lamp i;")
    assert ids(agreement("1.1 Lamps are:\n\n" + nested))[-5:] == [
        "1.1(h)",
        "1.1(h)(i)",
        "1.1(h)(ii)",
        "1.1(i)",
        "1.1(j)",
    ]


def test_roman_items_directly_under_a_clause() -> None:
    assert ids(
        agreement("1.1 Lamps are:\n\n(i) red;\n\n(ii) green;\n\n(iii) white.\n\n1.2 End.")
    ) == [
        "1.1",
        "1.1(i)",
        "1.1(ii)",
        "1.1(iii)",
        "1.2",
    ]


@pytest.mark.parametrize(
    ("begins", "first"),
    [("(c) (i) red;", ["1.1(c)(i)"]), ("(c)(i) red;", ["1.1(c)(i)"]),
     ("(c) either (i) red; or", [])],
)  # fmt: skip
def test_ii_after_an_item_that_has_i_in_its_own_line_is_a_numeral_under_it(
    begins: str, first: list[str]
) -> None:
    text = f"1.1 Paint is:\n\n(a) wet;\n\n(b) dry;\n\n{begins}\n\n(ii) blue; and\n\n(d) old."
    ids = [one.id for one in agreement(text).clauses if one.number.startswith("(")]
    assert ids == ["1.1(a)", "1.1(b)", "1.1(c)", *first, "1.1(c)(ii)", "1.1(d)"]


def test_ii_after_an_item_that_only_cites_i_is_not_put_under_it() -> None:
    text = "1.1 Paint is:\n\n(a) wet;\n\n(b) as 4.2(a)(i) says;\n\n(ii) blue."
    ids = [one.id for one in agreement(text).clauses if one.number.startswith("(")]
    assert ids == ["1.1(a)", "1.1(b)", "1.1(ii)"]


def test_a_bullet_that_the_format_prints_hides_no_number() -> None:
    line = Line((Run("1.6.3 A lamp."),), Source(), style="list", label="•")
    assert (classify(line).kind, classify(line).id) == ("decimal", "1.6.3")
    assert classify(replace(line, runs=(Run("A lamp."),))).kind == "bullet"


def test_what_is_put_in_after_b_does_not_break_its_list() -> None:
    document = agreement("1.1 Lamps are:\n\n(a) red;\n\n(b) green;\n\n(ba) amber;\n\n(c) white.")
    assert ids(document) == ["1.1", "1.1(a)", "1.1(b)", "1.1(ba)", "1.1(c)"]
    roman = agreement("1.1 Lamps:\n\n(a) are:\n\n(i) red;\n\n(ii) green;\n\n(iii) white.")
    assert "number-out-of-order" not in [*codes(document), *codes(roman)]


def test_after_appendix_z_comes_appendix_aa_and_a_word_in_capitals_is_no_letter() -> None:
    document = agreement(
        "Appendix Z Boats\n\nZ1 The keeper holds the oars.\n\n"
        "Appendix AA Lamps\n\nAA1 The keeper trims the wick.\n\nAA2 Oil is provided.\n\n"
        "SCHEDULE OF LAMPS\n\nEach lamp is named on the list.\n"
    )
    assert ids(document)[:5] == ["Appendix Z", "Z1", "Appendix AA", "AA1", "AA2"]
    assert not any(clause_id.startswith("Schedule OF") for clause_id in ids(document))


def test_a_number_used_twice_keeps_its_first_place() -> None:
    document = agreement("1.1 Lamps\n\n1.1.1 One lamp.\n\n1.1.1 Two lamps.\n\n1.1.2 Three lamps.")
    assert ids(document) == ["1.1", "1.1.1", "1.1.1 (2nd)", "1.1.2"]
    assert [c.citable for c in document.clauses if c.id == "1.1.1 (2nd)"] == [False]
    assert "number-repeated" in codes(document)


def test_bullets_before_c_are_a_and_b_and_other_bullets_stay_bullets() -> None:
    document = agreement(
        "1.1 Lamps are:\n\n- red at sea;\n- green in port;\n\n- (c) white on land.\n\n"
        "1.2 Oil is:\n\n(a) whale oil:\n\n- clear;\n- dark;\n\n(b) olive oil.\n"
    )
    assert ids(document) == [
        "1.1",
        "1.1(a)",
        "1.1(b)",
        "1.1(c)",
        "1.2",
        "1.2(a)",
        "1.2(a) bullet 1",
        "1.2(a) bullet 2",
        "1.2(b)",
    ]
    assert [c.id for c in document.clauses if c.inferred] == ["1.1(a)", "1.1(b)"]
    assert codes(document).count("label-inferred") == 2


def test_figures_at_the_start_of_a_paragraph_are_no_numbers() -> None:
    document = agreement(
        "1.1 Lamps\n\n1.1.1 The lamp is lit.\n\n0.25 FTTE is set aside for oil.\n\n"
        "8.30 am is the hour of inspection.\n\n2025 was a foggy year.\n\n1.1.2 The lamp is put out."
    )
    assert [i for i in ids(document) if "paragraph" not in i] == ["1.1", "1.1.1", "1.1.2"]


def test_a_letter_and_a_number_before_words_are_a_number_where_the_next_clause_counts_from_it() -> (
    None
):
    document = agreement(
        "A1 Lamps\n\nA1.1 The lamp is lit.\n\nA1.2 It is trimmed.\n\n"
        "A2 Oil\n\nA2.1 Oil is kept.\n\n"
        "B3 Watches\n\nThe watch of the night.\n\nC1.1 It is rung."
    )
    found = {c.id: c.heading_text for c in document.clauses}
    assert (found["A1"], found["A2"]) == ("Lamps", "Oil")
    assert "B3" not in found


def test_a_note_belongs_to_the_unit_before_it_and_says_what_it_governs() -> None:
    document = agreement(
        "1.1 Lamps\n\n1.1.1 Lamps are lit.\n\n(a) at dusk.\n\nNote: Clause 1.1.1 does not "
        "apply to buoys."
    )
    note = document.clauses[-1]
    assert (note.id, note.kind, note.scope, note.citable) == (
        "1.1.1(a) note 1",
        "note",
        "1.1.1",
        False,
    )


def test_a_whole_number_in_a_section_is_an_item_of_a_list() -> None:
    document = agreement(
        "Article 1 Boots\n\nSection 1. Those are paid for:\n\n1. New boots\n\n2. Old boots\n\n"
        "Section 2. They are kept dry.\n"
    )
    assert ids(document)[1:] == [
        "Article 1 Section 1", "Article 1 Section 1 (1)", "Article 1 Section 1 (2)",
        "Article 1 Section 2",
    ]  # fmt: skip


def test_a_number_alone_under_a_sentence_that_cites_a_clause_is_what_it_cites() -> None:
    document = agreement(
        "2.3 Lamps\n\n2.3.1 The lamp is lit at dusk, except as is said in clause\n\n12.8.1.\n\n"
        "2.3.2 It is put out at dawn.\n"
    )
    assert ids(document) == ["2.3", "2.3.1", "2.3.2"]
    assert document.body["2.3.1"].own_text.endswith("said in clause 12.8.1.")
    assert codes(document) == ["sentence-rejoined"]


def test_the_number_before_its_first_clause_is_one_whatever_its_title_says() -> None:
    document = agreement(
        "13 Lamps\n\n13.1 Oil\n\nOil is dear.\n\n14 When the watch ends\n\n14.1 Dawn\n\nIt ends.\n"
    )
    assert ids(document) == ["13", "13.1", "14", "14.1"]
    assert document.body["14"].heading_text == "When the watch ends"


def test_a_heading_before_words_stands_in_its_clause_and_what_follows_keeps_its_place() -> None:
    document = agreement(
        "3. Watches\n\n3.1 Lamps\n\nThe lamp is lit.\n\nOf the oil\n\nOil is drawn by day.\n\n"
        "It is measured.\n\nOf the wick\n\n3.2 Horns\n\nThe horn sounds in fog.\n"
    )
    found = {clause.id: clause.parent for clause in document.clauses}
    assert found | {
        "Of the oil": "3.1",
        "3.1 paragraph 1": "3.1",
        "3.1 paragraph 2": "3.1",
        "Of the wick": "3",
        "3.2": "3",
    } == found


def test_words_that_open_with_a_clause_and_lead_into_a_list_are_no_heading() -> None:
    body = agreement("1.1 Clause 1.2 does not stop a keeper:\n\n(a) from sleep; or\n\n"
                     "(b) from tea.\n\n1.2 Watches are kept.").body  # fmt: skip
    assert (body["1.1"].heading, body["1.1"].own_text) == ((), "Clause 1.2 does not stop a keeper:")


def test_headings_and_paragraphs_of_a_clause() -> None:
    document = agreement(
        "1.1 Lamps\n\nThey are lit by hand.\n\nThey are cleaned weekly.\n\n1.2 Oil is dear."
    )
    lamps, more, oil = document.clauses[-3:]
    assert (lamps.heading_text, lamps.own_text) == ("Lamps", "They are lit by hand.")
    assert (more.id, more.parent) == ("1.1 paragraph 1", "1.1")
    assert (oil.heading_text, oil.own_text) == ("", "Oil is dear.")


def test_signatures_close_the_document() -> None:
    document = agreement("1.1 Lamps are lit.\n\n1.2 Oil is dear.\n\nSigned at Bluff:\n\nA Keeper\n")
    assert ids(document)[-2:] == ["signatures 1", "signatures 2"]
    assert document.clauses[-1].parent is None


# ------------------------------------------------------------------------------------ tables

SCALE = (
    "1.1 Pay\n\n1.1.1 Keepers are paid:\n\nPay of keepers\n\n"
    "Step\tGroup\tRates effective until 27 Jan 2026\tRates effective 28 Jan 2026\n"
    "1\tA\t\\$50,000\t\\$51,000\n2\t\t\\$52,000\t\\$53,040\n\n1.1.2 Pay is monthly."
)


@pytest.mark.parametrize(
    ("cell", "rows"),
    [("means the sum of $45 that is paid for work on the reef", 1), ("an amount of $45", 3)],
)
def test_rows_above_a_sentence_that_speaks_of_an_amount_are_no_headings(
    cell: str, rows: int
) -> None:
    head = "1.1 Words\n\n1.1.1 In this agreement:\n\nday keeper\tmeans one on watch by day\n"
    body = "gale\tmeans a wind of force eight\nlamp\tmeans the upper and the lower light\n"
    document = agreement(f"{head}{body}reef payment\t{cell}\nwatch\tmeans four hours\n")
    table = next(clause.table for clause in document.clauses if clause.table)
    assert table.header_rows == rows


def test_a_table_has_a_caption_keys_and_dated_columns() -> None:
    clause = next(c for c in agreement(SCALE).clauses if c.table)
    assert clause.table is not None
    assert (clause.id, clause.heading_text) == ("1.1.1 table 1", "Pay of keepers")
    assert clause.table.header_rows == 1
    assert [(c.role, c.start, c.end) for c in clause.table.columns] == [
        ("key", None, None),
        ("group", None, None),
        ("rate", None, date(2026, 1, 27)),
        ("rate", date(2026, 1, 28), None),
    ]
    assert [clause.table.key(row) for row in (1, 2)] == ["1", "2"]
    assert clause.table.texts[2] == ["2", "", "$52,000", "$53,040"]


@pytest.mark.parametrize("style", ["| {} |", "{} |", "{}"])
def test_pipes_tell_cells_with_and_without_borders(style: str) -> None:
    rows = ["Step | Group | Rate from 1 July 2024", "1 | A | $50,000", "2 | B | $52,000"]
    table = "\n".join(style.format(row) for row in rows)
    if style.startswith("|"):
        table = table.replace("\n", "\n|---|---|---|\n", 1)
    clause = next(c for c in agreement(f"1.1 Pay\n\n1.1.1 Pay is:\n\n{table}\n").clauses if c.table)
    assert clause.table is not None
    assert clause.table.texts[1:] == [["1", "A", "$50,000"], ["2", "B", "$52,000"]]


def test_a_ragged_row_is_put_under_the_columns_of_its_kind_and_reported() -> None:
    document = agreement(
        "1.1 Pay\n\n1.1.1 Pay is:\n\nStep | Group | Rate from 1 July 2024 | Rate from 1 July "
        "2025 |\n"
        "1 | A | $50,000 | $51,000 |\n2 | $52,000 | $53,000 | |\n"
    )
    table = next(c.table for c in document.clauses if c.table)
    assert table.texts[2] == ["2", "", "$52,000", "$53,000"]
    assert "table-ragged" in codes(document)


def test_a_figure_that_is_not_one_amount_is_reported_and_left_as_it_is() -> None:
    document = agreement(SCALE.replace("53,040", "53, 040"))
    table = next(c.table for c in document.clauses if c.table)
    assert table.texts[2][3] == "$53, 040"
    assert "figure-malformed" in codes(document)


# ------------------------------------------------------------------- conversion's damage mended


def test_a_sentence_that_a_page_break_cut_is_joined_and_reported() -> None:
    document = agreement(
        "1.1 Lamps\n\n1.1.1 Keepers trim the wick of every\n\nlamp at noon. They write it down.\n"
    )
    assert document.clauses[-1].own_text == (
        "Keepers trim the wick of every lamp at noon. They write it down."
    )
    assert "sentence-rejoined" in codes(document)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A keeper is paid by the rules in clauses 1.3 and", "1.2 below. The rules are read out."),
        ("A keeper is paid by what is said in clauses 1.1(a), 1.4 to", "1.9 and by custom."),
        ("A keeper is paid for the night under", "1.2 above, and for the day by the hour."),
        ("A keeper is paid for the night who works more than", "12 hours in a day."),
    ],
)
def test_a_figure_with_which_a_sentence_goes_on_begins_no_clause(before: str, after: str) -> None:
    made = f"1. Lamps\n\n1.1 {before}\n{after}\n\n1.2 They sleep.\n\n1.3 They wake.\n"
    document = agreement(made)
    assert ids(document) == ["1", "1.1", "1.2", "1.3"]
    assert document.body["1.1"].own_text == f"{before} {after}"


def test_an_item_behind_a_number_that_is_cited_begins() -> None:
    items = "(a) stops a keeper; or\n\n(b) helps.\n"
    document = agreement(f"1. Lamps\n\n1.1 Nothing in clause 1.2\n\n{items}")
    assert ids(document) == ["1", "1.1", "1.1(a)", "1.1(b)"]


@pytest.mark.parametrize("before", ["Keepers see clauses 1.3 and 1.4.", "The lamp is lit:"])
def test_a_clause_below_what_has_ended_begins(before: str) -> None:
    made = f"1. Lamps\n\n1.1 {before}\n1.2 above all, they sleep.\n"
    assert ids(agreement(made)) == ["1", "1.1", "1.2"]


def test_a_label_that_the_line_before_cites_begins_no_item() -> None:
    document = agreement(
        "1.1 A keeper takes (a) oil or (b) wicks, and a keeper who took them under option\n\n"
        "(b) returns them by noon.\n\n1.2 They sleep."
    )
    assert ids(document) == ["1.1", "1.2"]
    assert "sentence-rejoined" in codes(document)
    lists = "1.1 A keeper takes one of the following option{}\n\n(a) oil;\n(b) wicks.\n\n1.2 End."
    for after in ("s", "s:"):
        assert ids(agreement(lists.replace("{}", after))) == ["1.1", "1.1(a)", "1.1(b)", "1.2"]


def test_a_multiple_of_time_is_no_clause_number() -> None:
    text = "1.1 A keeper on call at night is paid at\n\n{} of the hourly rate.\n\n1.2 They sleep."
    assert ids(agreement(text.replace("{}", "T1.5"))) == ["1.1", "1.1 paragraph 1", "1.2"]
    assert "S1.5" in ids(agreement(text.replace("{}", "S1.5")))


def test_a_list_is_not_taken_for_a_broken_sentence() -> None:
    document = agreement("1.1 Keepers bring:\n\n- oil;\n- wicks; and\n- matches\n\n1.2 They sleep.")
    assert ids(document) == ["1.1", "1.1 bullet 1", "1.1 bullet 2", "1.1 bullet 3", "1.2"]


def test_emphasis_and_escapes_leave_the_text_and_a_footnote_mark_stays() -> None:
    document = agreement(
        "1.1 *Lamps* cost **\\$40** each.\n\n1.2 Oil costs \\$2* a litre in winter.\n\n1.3 "
        "*Wicks are free.**\n"
    )
    assert [c.own_text for c in document.clauses[-3:]] == [
        "Lamps cost $40 each.",
        "Oil costs $2* a litre in winter.",
        "Wicks are free.",
    ]
    assert "emphasis-unbalanced" in codes(document)
    assert [run.emphasis for run in document.clauses[-3].text] == ["i", "", "b", ""]


def test_hard_wrapped_paragraphs_are_one_paragraph_each() -> None:
    words = (
        "the keeper of the light shall keep the light at all hours of the night and shall not sleep"
    )
    wrapped = f"1.1 Where {words},\n{words}\nand {words}.\n\n"
    text = "".join(wrapped.replace("1.1", f"1.{n}") for n in range(1, 12))
    document = agreement(text)
    assert ids(document) == [f"1.{n}" for n in range(1, 12)]
    assert document.clauses[-1].own_text == f"Where {words}, {words} and {words}."


# ------------------------------------------------------------------- terms and quoted wording


def test_quoted_wording_stands_in_its_own_ID_space() -> None:
    document = terms(
        "1. Lamps\n\nAmend clause 1.1 as follows:\n\n1.1 Lamps are lit:\n\n(a) at dusk; and\n"
        "\n(b) in fog.\n\n"
        "The parties will meet about oil.\n\n2. Oil\n\nThe parties agree to meet.\n"
    )
    assert ids(document) == ["1", "1 paragraph 1", "2"]
    assert ids(document, "1 quoted 1") == ["1.1", "1.1(a)", "1.1(b)"]


def test_wording_in_line_after_the_colon() -> None:
    document = terms("1. Term\n\nAmend clause 1.6 as follows: This agreement ends on 1 May 2026.\n")
    (clause,) = document.fragment("1 quoted 1")
    assert (clause.id, clause.own_text) == ("1.6", "This agreement ends on 1 May 2026.")
    assert document.body["1"].own_text == "Amend clause 1.6 as follows:"


def test_labels_alone_belong_to_the_clause_that_the_instruction_names() -> None:
    document = terms(
        "1. Words\n\nAmend clause 1.8 (h) as follows:\n\nii. Untrained Keeper means a keeper "
        "at sea.\n\n"
        "2. More words\n\nAmend clause 1.8 by adding sub-clauses.\n\n(m) “Buoy” floats.\n\n"
        "(n) “Bell” rings.\n"
    )
    assert ids(document, "1 quoted 1") == ["1.8(h)(ii)"]
    assert ids(document, "2 quoted 1") == ["1.8(m)", "1.8(n)"]


def test_a_whole_number_before_the_wording_is_the_clause_that_the_instruction_names() -> None:
    document = terms(
        "1. Lamps\n\nReplace clause 4 with the following:\n\n4 Lamps\n\n4.1 A lamp is:\n\n"
        "(1) lit; and\n\n(2) trimmed."
    )
    assert ids(document, "1 quoted 1") == ["4", "4.1", "4.1(1)", "4.1(2)"]


def test_an_items_own_list_is_not_wording() -> None:
    document = terms(
        "1. Oil\n\nThe parties agree to amend clauses 2.1 - 2.2 to:\n\n- 1. Allow olive oil "
        "under clause 2.1; and\n"
        "- 2. From 1 May 2026:\n - a. under clause 2.2, ban tallow; and\n - b. under clause "
        "2.2, ban lard.\n"
    )
    assert ids(document) == ["1", "1(1)", "1(2)", "1(2)(a)", "1(2)(b)"]
    assert document.fragments == ()


def test_a_heading_inside_quoted_wording_belongs_to_it() -> None:
    document = terms(
        "1. Bells\n\nAmend Part 7 by inserting new wording as follows:\n\n7.2 Bells\n\n7.2.1 "
        "Bells ring.\n\n"
        "Bells in fog\n\n7.2.2 They ring twice.\n\nTerms of settlement only\n\n2. Oil\n\nOil "
        "is noted.\n"
    )
    assert ids(document, "1 quoted 1") == ["7.2", "7.2.1", "Bells in fog", "7.2.2"]
    assert ids(document) == ["1", "2"]


def test_every_permanent_key_is_the_first_ID_and_its_version(corpus: Path) -> None:
    document = read(corpus / "stca-2022-25.txt")
    assert document.body["4.3A.8"].key == "4.3A.8@2022-25"


def test_a_computed_letter_is_one_however_short_its_words_are() -> None:
    page = b"""<html><body><h1>Depot collective agreement</h1><p>1.1 The driver carries:</p>
    <ol type="a"><li>oil;</li><li>rope.</li></ol></body></html>"""
    document = read(page, "page.html", any_text=True)
    assert [c.id for c in document.clauses if c.id.startswith("1.1")] == [
        "1.1", "1.1(a)", "1.1(b)",
    ]  # fmt: skip


def test_a_division_in_capitals_with_a_full_stop_is_one() -> None:
    document = agreement(
        "ARTICLE 12.1. LAMPS AND HORNS.\n\nSection 1. The lamp is lit.\n\n"
        "ARTICLE 12.2. RELIEF DIFFERENTIAL.\n\nSection 1.\n\nA. A relief keeper is paid more.\n\n"
        "B. It is paid each month.\n\nArticle 12.1 binds the keeper."
    )
    found = ids(document)
    assert found[:5] == [
        "Article 12.1", "Article 12.1 Section 1", "Article 12.2", "Article 12.2 Section 1",
        "Article 12.2 Section 1 (A)",
    ]  # fmt: skip
    assert "Article 12.1 (2nd)" not in found  # a sentence that cites an Article opens none


def test_the_name_of_a_division_may_begin_with_a_small_letter() -> None:
    document = agreement(
        "Part I: watches\n\nArticle 1: hours of work\n\n1.1 A watch is six hours.\n\n"
        "Schedule 1 – rates of pay\n\n1.1 The rate is as set out in\n"
        "Schedule 2: the table that the parties have.\n"
    )
    assert ids(document)[:5] == [
        "Part 1", "Article 1", "1.1", "Schedule 1", "Schedule 1 1.1",
    ]  # fmt: skip
    assert "Schedule 2" not in ids(document)  # a sentence that goes on


def test_headings_that_call_themselves_clauses_have_their_numbers() -> None:
    document = agreement(
        "CLAUSE 1: PARTIES\n\n1.1 The keeper and the port.\n\nClause 2 – Watches\n\n"
        "A watch is six hours.\n\n(a) It begins at dusk.\n\n(b) Clause 1 binds the keeper.\n\n"
        "SCHEDULE ONE – RATES\n\nClause 1 What is paid\n\nOil money is paid.\n"
    )
    assert ids(document) == [
        "1", "1.1", "2", "2(a)", "2(b)", "Schedule 1", "Schedule 1 1",
    ]  # fmt: skip
    headings = [clause.heading_text for clause in document.clauses if clause.heading]
    assert headings[1:] == ["PARTIES", "Watches", "RATES", "What is paid"]


def test_a_heading_that_speaks_of_a_clause_is_not_that_clause() -> None:
    document = agreement("1 Lamps\n\n1.1 They are lit.\n\nClause 7: what was meant\n\nNothing.\n")
    assert ids(document)[:2] == ["1", "1.1"]
    assert "7" not in ids(document)


def test_short_words_after_a_letter_are_an_item() -> None:
    document = agreement(
        "1) Crew\n   a. The keeper\n   b. The mate\n   c. All others, being:\n"
        "      i. cooks\n      ii. boys\n\n2) Pay\n   a. $25.00 an hour on\n   p. 12.\n"
    )
    assert ids(document) == [
        "1", "1(a)", "1(b)", "1(c)", "1(c)(i)", "1(c)(ii)", "2", "2(a)",
    ]  # fmt: skip


def test_a_clause_that_is_gone_takes_no_number_from_the_others() -> None:
    document = agreement("Clause 1: Lamps\n\nThey are lit.\n\nClause 3: Horns\n\nThey are blown.\n")
    assert ids(document) == ["1", "3"]


FARES = """Ferry Agreement

1. Pay

1.1 The rates for each crossing are:

Deckhand: $24.00
Coxswain: $31.50 per crossing
Master – $1,210.75 a week

Boats: the small ones

1.2 Wages are paid each Thursday.
"""


def test_a_name_and_its_figure_are_a_line_of_their_clause_and_no_heading() -> None:
    document = read(FARES.encode(), "fares.txt")
    found = [(one.id, one.parent, one.citable) for one in document.clauses]
    assert found[1:] == [
        ("1", None, True),
        ("1.1", "1", True),
        ("1.1 paragraph 1", "1.1", False),
        ("1.1 paragraph 2", "1.1", False),
        ("1.1 paragraph 3", "1.1", False),
        ("Boats: the small ones", "1", False),  # a heading as before
        ("1.2", "1", True),
    ]
    assert document.body["1.1 paragraph 2"].own_text == "Coxswain: $31.50 per crossing"


@pytest.mark.parametrize("mark", ['"A"', "“A”", "A"])
def test_the_letter_of_an_appendix_may_stand_between_quotation_marks(mark: str) -> None:
    document = agreement(
        f"1.1 Wages are set out in Appendix {mark}.\n\nAPPENDIX {mark} – WAGES\n\n"
        "1. A mate is paid on Fridays.\n\n2. A cook is paid on Mondays.\n"
    )
    assert ids(document) == ["1.1", "Appendix A", "Appendix A 1", "Appendix A 2"]
    (cited,) = references(document)
    assert cited.targets == ("Appendix A",)


def test_sections_by_words_or_letters_are_divisions() -> None:
    document = agreement(
        "SECTION ONE: PARTIES\n\n1. The parties are the mill and the union.\n\n"
        "2. It covers the yard.\n\nSECTION TWO: WAGES\n\n1. Wages are in Section Three.\n\n"
        "2. They are paid weekly.\n\nSECTION THREE: RATES\n\n1. A sawyer is paid by the hour.\n"
    )
    assert ids(document) == [
        "Section 1", "Section 1 1", "Section 1 2", "Section 2", "Section 2 1", "Section 2 2",
        "Section 3", "Section 3 1",
    ]  # fmt: skip
    document = agreement(
        "ARTICLE I: LEAVE\n\nSECTION A: SICK LEAVE\n\nIt is ten days.\n\n"
        "ARTICLE II: PAY\n\nSECTION A: RATES\n\nThey are weekly.\n"
    )
    assert ids(document) == [
        "Article 1", "Article 1 Section A", "Article 2", "Article 2 Section A",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "leads"),
    [("The mill deducts dues each month:", True), ("Progress depends on:", True),
     ("The work of a sawyer:", False), ("Types of leave:", False)],
)  # fmt: skip
def test_a_sentence_before_a_list_leads_into_it(words: str, leads: bool) -> None:
    document = agreement(f"4.1 Dues are paid.\n\n{words}\n\n(a) by the week; or\n\n(b) by the day.")
    assert ("4.1(a)" in ids(document)) is leads


def test_a_sentence_with_a_whole_number_is_a_clause_before_the_first_number_under_it() -> None:
    document = agreement(
        "1. It binds the mill.\n\n1.1 It binds the yard.\n\n1.2 It binds no guest:\n\n"
        "1. of the mill; or\n\n2. of the yard.\n\n2. The hours are 40 per week.\n\n"
        "2.1 They are averaged.\n\n3. A coat is given.\n\n4. Pay is weekly.\n\n4.1 It is in cash.\n"
    )
    assert ids(document) == [
        "1", "1.1", "1.2", "1.2(1)", "1.2(2)", "2", "2.1", "3", "4", "4.1",
    ]  # fmt: skip
    # the items of a list, before a clause whose own heading has no number
    document = agreement(
        "1. It binds the mill.\n\n1.1 A guest:\n\n1. asks first;\n\n2. signs the book; and\n\n"
        "3. goes.\n\n3.1 The hours are 40 per week.\n"
    )
    assert ids(document) == ["1", "1.1", "1.1(1)", "1.1(2)", "1.1(3)", "3.1"]


def test_a_tab_makes_a_number_before_a_word_of_time_one() -> None:
    document = agreement(
        "1\tParties\n\n1.1 They are two.\n\n2\tHours of work\n\n2.1 They are 40.\n"
    )
    assert ids(document) == ["1", "1.1", "2", "2.1"]


def test_an_o_before_a_tab_is_a_bullet_where_no_n_comes_before_it() -> None:
    document = agreement("1.1 Bring:\n\no\ta coat; and\n\no\ta hat.\n\n1.2 Leave them here.")
    assert ids(document) == ["1.1", "1.1 bullet 1", "1.1 bullet 2", "1.2"]
    labels = "".join(f"{letter}\tthe tool of kind {letter};\n\n" for letter in "abcdefghijklmno")
    assert ids(agreement(f"1.1 Bring:\n\n{labels}1.2 Leave them."))[-2:] == ["1.1(o)", "1.2"]


def test_the_first_item_of_a_list_may_stand_in_the_line_of_its_clause() -> None:
    document = agreement(
        "ARTICLE 2 – HOURS\n\n2.01 The week has 40 hours.\n\n"
        "2.02 (a) A shift is eight hours, if:\n\n(i) it is by day; or\n\n(ii) it is by night.\n\n"
        "(b) It is counted as in Article 2.02(a).\n\n"
        "2.03 See Article 2.01 and clause 2.02(b).\n"
    )
    assert ids(document) == [
        "Article 2", "2.01", "2.02", "2.02(a)", "2.02(a)(i)", "2.02(a)(ii)", "2.02(b)", "2.03",
    ]  # fmt: skip
    assert codes(document) == []
    targets = [one.targets for one in references(document)]
    assert targets == [("2.02(a)",), ("2.01",), ("2.02(b)",)]


def test_cl_before_a_number_is_no_roman_numeral() -> None:
    document = terms("1. Boots\n\ncl. 3.1: $12.00 becomes $13.50.\n")
    assert not [one.id for one in document.clauses if "(cl)" in one.id]
    assert "5.1(cl)" not in ids(agreement("5.1 See:\n\ncl. 3.1 on boots.\n"))


def test_an_agreement_of_no_known_name_may_tell_of_terms_in_its_preamble() -> None:
    told = (
        "What follows was settled when the keepers and the harbour board signed their terms of "
        "settlement on 3 May 2024, and both say that it takes effect on the day after that."
    )
    body = "Part One: Lamps\n\n1.1 Lit\n\n1.1.1 At dusk.\n\n1.1.2 So.\n"
    made = f"The Keepers and the Board\n\n{told}\n\n{body}"
    document = read(made.encode(), "lamps.txt")
    assert document.kind == "agreement"
    assert "Part 1" in [clause.id for clause in document.clauses]


def test_what_is_paid_is_no_heading_of_what_follows() -> None:
    lines = ("2.4 Lamps", "A keeper is paid by the lamp:", "Lamp 3\t$75 per month",
             "Lamp 4 $125 per month", "2.5 Youth", "(a) under 18", "60% of the least rate",
             "(b) at 18", "70% of the least rate")  # fmt: skip
    document = read("\n\n".join(("Lamp Keepers Collective Agreement", *lines)).encode(), "a.txt")
    assert [c.id for c in document.clauses if c.kind == "heading"] == [
        "Lamp Keepers Collective Agreement"
    ]
    assert [c.parent for c in document.clauses if c.id.startswith("2.5(")] == ["2.5", "2.5"]

"""Clauses that are numbered by a word, a numeral or in brackets: "Rule 2.", "IV.", "(1)"."""

from __future__ import annotations

import pytest

from clausetrack import numbering
from clausetrack.errors import NotAnAgreement
from clausetrack.ingest import read
from clausetrack.model import Document

RULES = "RULES OF THE WEAVERS' CIRCLE\n\n"


def rules(text: str) -> Document:
    return read((RULES + text).encode(), "rules.txt")


def ids(document: Document) -> list[str]:
    return [clause.id for clause in document.clauses if clause.kind != "heading"]


def unread(document: Document) -> list[str]:
    return [found.quote or "" for found in document.findings if found.code == "number-unread"]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (["Article 1.", "Article 2.", "Article 3."], ["Article 1", "Article 2", "Article 3"]),
        (["Art. 1.", "Art. 2.", "Art. 3."], ["Article 1", "Article 2", "Article 3"]),
        (["Art. I –", "Art. II –", "Art. III –"], ["Article 1", "Article 2", "Article 3"]),
        (["Article One", "Article Two", "Article Three"], ["Article 1", "Article 2", "Article 3"]),
        (["Rule 1.", "Rule 2.", "Rule 4."], ["1", "2", "4"]),
        (["§ 1.", "§2.", "§ 3."], ["1", "2", "3"]),
        (["CLAUSE 1:", "Clause 2:", "Clause 3:"], ["1", "2", "3"]),
        (["Rule 1.", "Rule 2.", "Rule 2A."], ["1", "2", "2A"]),
        (["I.", "II.", "III."], ["I", "II", "III"]),
        (["(1)", "(2)", "(3)"], ["1", "2", "3"]),
    ],
)
def test_each_form_of_number_begins_a_clause(labels: list[str], expected: list[str]) -> None:
    words = ["Name. This is the circle.", "Looms. Each member has a loom.", "Dues. Dues are $4."]
    if "–" in labels[0]:
        words = ["Name", "Looms", "Dues"]
    found = rules("\n\n".join(map(" ".join, zip(labels, words, strict=True))))
    assert ids(found) == expected
    said = [clause.heading_text or clause.own_text for clause in found.clauses[1:]]
    assert said == words
    assert [clause.printed.split(words[0][:4])[0].strip() for clause in found.clauses[1:2]] == [
        labels[0]
    ]
    assert not unread(found)


@pytest.mark.parametrize(("label", "name"), [("Rule", ""), ("Art.", "Article ")])
def test_a_number_may_stand_on_a_line_of_its_own(label: str, name: str) -> None:
    found = rules(f"{label} 1\n\nThis is it.\n\n{label} 2\n\nDues are $4.\n\n{label} 3\n\nEnd.")
    assert [one for one in ids(found) if "paragraph" not in one] == [
        f"{name}1", f"{name}2", f"{name}3",
    ]  # fmt: skip
    assert found.body[f"{name}2 paragraph 1"].own_text == "Dues are $4."


def test_items_below_the_sentence_of_an_article_are_its_list() -> None:
    found = rules(
        "Art. 1. Name. This is the circle.\n\nArt. 2. Aims. The aims are\n\n"
        "1) to weave;\n2) to teach; and\n3) to mend\n   a) nets,\n   b) sails.\n\n"
        "Art. 3. Dues. Dues are $4.\n"
    )
    assert ids(found) == [
        "Article 1", "Article 2", "Article 2 (1)", "Article 2 (2)", "Article 2 (3)",
        "Article 2 (3)(a)", "Article 2 (3)(b)", "Article 3",
    ]  # fmt: skip


def test_one_row_may_be_numbered_after_several_words() -> None:
    found = rules(
        "Article 1. Name. This is the circle.\n\n§ 2. Looms. Each member has one.\n\n"
        "Rule 3. Dues\n\nDues are $4.\n\nParagraph 4 The rules may be changed.\n"
    )
    assert ids(found) == ["Article 1", "2", "3", "4"]
    assert found.body["3"].heading_text == "Dues"
    assert found.body["3"].own_text == "Dues are $4."


def test_an_article_of_another_paper_is_no_clause_and_told() -> None:
    found = rules(
        "1. Name\n\n1.1 This is the circle.\n\n2. Land\n\n2.1 The deed of the land is this:\n\n"
        "Article 1. The land is for looms.\n\nArticle 2. It is not sold.\n\n2.2 That is kept.\n"
    )
    assert ids(found) == ["1", "1.1", "2", "2.1", "2.1 paragraph 1", "2.1 paragraph 2", "2.2"]
    assert unread(found) == ["Article 1. The land is for looms."]


def test_a_rule_alone_is_no_clause_and_told() -> None:
    found = rules("1. Looms are shared.\n\n2. Dues are $4.\n\nRule 7. This is old.\n\n3. End.")
    assert "7" not in ids(found)
    assert unread(found) == ["Rule 7. This is old."]


@pytest.mark.parametrize(
    "words", ["Rule 7 of the old rules says so.", "Article 3 is older.", "Clause 9: what it meant"]
)
def test_a_sentence_about_a_rule_is_told_as_nothing(words: str) -> None:
    found = rules(f"1. Looms are shared.\n\n2. Dues are $4.\n\n{words}\n\n3. This is the end.")
    assert ids(found)[-1] == "3"
    assert not unread(found)


@pytest.mark.parametrize(
    "numbers", [("2-1.", "2-2."), ("2/1", "2/2"), ("2 (1)", "2 (2)")]
)
def test_numbers_of_a_form_that_is_not_read_are_told(numbers: tuple[str, str]) -> None:
    first, second = numbers
    found = rules(
        f"1. Looms are shared.\n\n2. Dues\n\nDues are paid.\n\n{first} A weaver pays $4.\n\n"
        f"{second} A helper pays $2.\n\n3. This is the end.\n"
    )
    assert unread(found) == [f"{first} A weaver pays $4."]


BY_LAWS = """I. NAME
The name is the Weavers' Circle.

II. MEMBERS
A. Kinds. There are two kinds:
   i. weavers; and
   ii. helpers.
B. Dues. Dues are $4 a month.

III. OFFICERS
A. Chair
   1. Opens the door.
   2. Shuts it.
B. Clerk
   1. Keeps the keys.

IV. MEETINGS
Each month.
"""


def test_numerals_that_are_all_a_paper_has_number_its_clauses() -> None:
    found = rules(BY_LAWS)
    assert ids(found) == [
        "I", "II", "II(A)", "II(A)(i)", "II(A)(ii)", "II(B)", "III", "III(A)", "III(A)(1)",
        "III(A)(2)", "III(B)", "III(B)(1)", "IV",
    ]  # fmt: skip
    assert found.body["I"].heading_text == "NAME"
    assert found.body["III(A)"].parent == "III"
    assert found.body["III(A)"].own_text == "Chair"
    assert found.body["II(A)(i)"].parent == "II(A)"
    assert not found.findings


def test_numerals_over_clauses_that_count_through_them_are_headings() -> None:
    found = rules(
        "I. NAME\n\n1. This is the circle.\n\nII. LOOMS\n\n2. Each member has a loom.\n\n"
        "3. A loom is lent.\n\nIII. DUES\n\n4. Dues are $4.\n"
    )
    assert ids(found) == ["1", "2", "3", "4"]
    assert [clause.heading_text for clause in found.clauses if clause.heading][1:] == [
        "I. NAME", "II. LOOMS", "III. DUES",
    ]  # fmt: skip


def test_a_list_in_brackets_numbers_no_clauses() -> None:
    with pytest.raises(NotAnAgreement):
        rules("Each weaver brings:\n\n(1) Thread;\n\n(2) Needles; and\n\n(3) Light.\n")


def test_a_number_by_a_numeral_is_cited_counted_and_sorted() -> None:
    third = numbering.parse("III(A)(1)")
    assert (str(third), str(third.parent), str(third.next)) == (
        "III(A)(1)", "III(A)", "III(A)(2)",
    )  # fmt: skip
    assert str(numbering.parse("IV").next) == "V"
    rows = ["IX", "V", "II(A)", "I", "II"]
    assert sorted(rows, key=lambda one: numbering.parse(one).order) == [
        "I", "II", "II(A)", "V", "IX",
    ]  # fmt: skip
    assert [str(numbering.parse(one)) for one in ("§ 5", "Rule 2", "Art. 3")] == [
        "5", "2", "Article 3",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("A letter.\n\nWe met, and nobody spoke.", "no number of a clause can be read in it"),
        ("A letter.\n\n1. We met.", "only one number of a clause can be read in it"),
    ],
)
def test_what_is_refused_is_told_how_many_numbers_were_read(text: str, says: str) -> None:
    with pytest.raises(NotAnAgreement, match=says):
        read(text.encode(), "letter.txt")


def test_an_appendix_may_begin_with_a_later_clause() -> None:
    found = read(
        b"Weavers' Collective Agreement 2020-2022\n\n1 Looms\n\nEach member has one.\n\n"
        b"2 Dues\n\nDues are $4.\n\nAppendix 1 Helpers\n\n2 Dues\n\nDues are $2.\n",
        "rules.txt",
    )
    assert ids(found) == ["1", "2", "Appendix 1", "Appendix 1 2"]
    assert found.body["Appendix 1 2"].own_text == "Dues are $2."


def test_a_figure_below_the_heading_of_an_appendix_is_no_clause_without_others_like_it() -> None:
    found = rules(
        "1. Looms\n\nEach member has one.\n\n2. Dues\n\nDues are $4.\n\n3. End\n\nIt ends.\n\n"
        "Appendix 1 Helpers\n\n12 Looms in the hall\n\nDues are $2.\n"
    )
    assert "Appendix 1 12" not in ids(found)


def test_an_item_whose_line_breaks_off_is_one_of_its_list() -> None:
    found = rules(
        "1. Looms are shared.\n\n2. A weaver may:\n\nA. use a loom;\n\n"
        "B. Use the yarn that another weaver of the circle\n\nC. rest.\n\n3. Dues are $4.\n"
    )
    assert ids(found) == ["1", "2", "2(A)", "2(B)", "2(C)", "3"]


def test_headings_by_letters_are_no_items() -> None:
    found = rules(
        "1. Looms are shared.\n\nA. General\n\nAll weave.\n\nB. Dues\n\nAll pay.\n\n"
        "2. Dues are $4.\n\n3. This is the end.\n"
    )
    headings = [clause.heading_text for clause in found.clauses if clause.kind == "heading"]
    assert headings[1:] == ["A. General", "B. Dues"]

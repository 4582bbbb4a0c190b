"""Wording whose paragraphs each open with a quotation mark, and of which the last one closes it."""

from __future__ import annotations

from pathlib import Path

import pytest
from factory import on, statuses, texts_changed
from test_coverage import assert_partition

from clausetrack.ingest import read

AGREEMENT = """Orari Dairy Collective Agreement 2023–2025

1. Coverage

1.1 This agreement covers milkers.

6. Ending

6.1 The period of notice is two weeks.

6.2 Pay is made up on the last day. Keys are handed in.

6.3 A reference is given.

7. Gear

7.1 The Company supplies:

(a) boots; and

(b) aprons.

8. Tea

Tea is free.
"""
TERMS = (
    "Terms of settlement\n\nOrari Dairy Collective Agreement 2025–2027\n\n"
    "The parties have agreed to the following changes.\n\n"
    "1. {}\n\n2. Ratification\n\nMembers will vote.\n"
)
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
NOTICE = {
    "6.1": "The period of notice is four weeks.",
    "6.1(a)": "It is given in writing.",
    "6.1(b)": "It may be shortened by agreement.",
}
result = on(AGREEMENT, TERMS)


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("Amend clause 6.1 to read:\n\n“6.1 The period of notice is four weeks.\n\n"
         "“(a) It is given in writing.\n\n“(b) It may be shortened by agreement.”", NOTICE),
        ("Amend clause 6.1 to read:\n\n\"6.1 The period of notice is four weeks.\n\n"
         "\"(a) It is given in writing.\n\n\"(b) It may be shortened by agreement.\"", NOTICE),
        ("Amend clause 6.1 to read:\n\n‘6.1 The period of notice is four weeks.\n\n"
         "‘(a) It is given in writing.\n\n‘(b) It may be shortened by agreement.’", NOTICE),
        ("Amend clause 6.1 to read: “6.1 The period of notice is four weeks.\n\n"
         "“(a) It is given in writing.\n\n“(b) It may be shortened by agreement.”", NOTICE),
        # a list in the place of another, clauses that come in, and several that are replaced
        ("Replace clause 7.1 with the following:\n\n“7.1 The Company supplies:\n\n“(a) boots;\n\n"
         "“(b) aprons; and\n\n“(c) hats.”",
         {"7.1(a)": "boots;", "7.1(b)": "aprons; and", "7.1(c)": "hats."}),
        ("Insert after clause 6.3:\n\n“6.4 Records are kept.\n\n“6.5 They are kept for six years.”",
         {"6.4": "Records are kept.", "6.5": "They are kept for six years."}),
        ("Replace clause 6.3 with:\n\n“6.3 A reference is given.\n\n“6.3A It is signed.”",
         {"6.3A": "It is signed."}),
        # a term in marks of its own, and paragraphs without numbers
        ("Insert a new clause 9:\n\n“9. Training\n\n“9.1 Training is paid.\n\n"
         "“9.2 A “trainee” is a milker in the first year.”",
         {"9": "", "9.1": "Training is paid.",
          "9.2": "A “trainee” is a milker in the first year."}),
        ("Amend clause 8 to read as follows:\n\n“Tea is free.\n\n“Milk is free.”",
         {"8 paragraph 1": "Milk is free."}),
    ],
)  # fmt: skip
def test_the_marks_between_are_no_words_of_it(order: str, wanted: dict[str, str]) -> None:
    done = result(order)
    assert (statuses(done), texts_changed(done, UNCHANGED)) == (["applied"], wanted)


def test_all_clauses_of_an_order_are_found() -> None:
    done = result(
        "Replace clauses 6.2 and 6.3 with:\n\n“6.2 Pay is made up on the last day.\n\n"
        "“6.3 A reference is given within a week.”"
    )
    assert statuses(done) == ["applied", "applied"]
    assert texts_changed(done, UNCHANGED) == {
        "6.2": "Pay is made up on the last day.",
        "6.3": "A reference is given within a week.",
    }


@pytest.mark.parametrize(
    "order",
    [
        # no mark closes it, or what closes it is not all
        "Amend clause 6.1 to read:\n\n“6.1 Notice is four weeks.\n\n“(a) It is in writing.",
        "Amend clause 6.1 to read:\n\n“6.1 Notice is four weeks.\n\n"
        "“(a) It is in writing.” This was"
        " not agreed by all.",
        "Amend clause 6.1 to read:\n\n“6.1 Notice is four weeks.”\n\n"
        "“(a) It is in writing.” was not"
        " agreed.",
        # a paragraph without a mark between them
        "Amend clause 6.1 to read:\n\n“6.1 Notice is four weeks.\n\nThe parties will meet.\n\n"
        "“(a) It is in writing.”",
        # what somebody said
        "The union said: “We ask for four weeks.\n\n“Clause 6.1 is to be amended to read: four"
        " weeks.”",
    ],
)
def test_a_quotation_that_is_not_certain_comes_in_nowhere(order: str) -> None:
    done = result(order)
    assert "applied" not in statuses(done)
    assert texts_changed(done, UNCHANGED) == {}


def test_the_marks_are_accounted_for(tmp_path: Path) -> None:
    path = tmp_path / "terms.txt"
    path.write_text(
        TERMS.format(
            "Amend clause 6.1 to read:\n\n“6.1 The period of notice is four weeks.\n\n"
            "“(a) It is given as Article 2.1 says.\n\n“(b) It is short.”"
        ),
        "utf-8",
    )
    assert_partition(path)

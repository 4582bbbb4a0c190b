"""Clauses without others under them beside clauses that have some; what was put in between."""

from __future__ import annotations

import pytest
from factory import statuses, texts

from clausetrack import numbering
from clausetrack.ingest import read
from clausetrack.markup import markup
from clausetrack.references import references

HEAD = "Reed Trust Collective Agreement 2023-2025\n\n1. Coverage\n\n1.1 All staff are covered.\n\n"
SECOND = "1.2 Drivers are not covered.\n\n"
LAST = "3. Notices\n\n3.1 A notice is in writing.\n"


def ids(text: str) -> list[str]:
    document = read(text.encode(), "agreement.txt")
    return [one.id for one in document.clauses if one.number]


@pytest.mark.parametrize(
    "said",
    [
        "2. Redundancy. Four weeks’ pay is due.",
        "2. A worker who is made redundant is paid four weeks of pay for each year.",
        "2. REDUNDANCY AND TECHNICAL CHANGE AND THE CLOSURE OF THE WHOLE OR ANY PART OF THE WORKS",
        "2 A worker who is made redundant is paid four weeks of pay for each year.",
        "2. A redundant worker gets:\n\n1. pay;\n\n2. notice.",
    ],
)
def test_a_clause_of_one_sentence_is_one(said: str) -> None:
    found = ids(HEAD + SECOND + said + "\n\n" + LAST)
    found = [one for one in found if not one.startswith("2(")]
    assert found == ["1", "1.1", "1.2", "2", "3", "3.1"]


def test_several_of_them_and_the_last() -> None:
    rest = "2. Rest. It is paid.\n\n3. Term. It ends in 2025.\n\n4. Savings. Nothing is lost.\n"
    assert ids(HEAD + SECOND + rest) == ["1", "1.1", "1.2", "2", "3", "4"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a list of 1.2 that leads up to it, with words between
        ("1.2 A driver must:\n\n1. stop;\n\nAt night this holds too.\n\n2. Rest for an hour.\n\n",
         ["1.2(1)", "1.2(2)"]),
        # a list that goes on in the next clause
        ("1.2 Drivers:\n\n1. stop.\n\n1.3 Cooks:\n\n2. Rest.\n\n3. Eat.\n\n",
         ["1.2(1)", "1.3(2)", "1.3(3)"]),
        # a sentence that the line above leaves open
        ("1.2 Drivers are paid as in schedule\n\n2. Cooks are not.\n\n", []),
        # another clause is headed by that number
        ("1.2 Drivers are not covered.\n\n2. See the notes.\n\n2. Rest\n\n2.1 It is paid.\n\n",
         ["2", "2.1"]),
    ],
)  # fmt: skip
def test_what_only_looks_like_one(text: str, expected: list[str]) -> None:
    found = ids(HEAD + text + LAST)
    assert [one for one in found if one in expected] == expected
    assert ("2" in found) == ("2" in expected)


SCOPE = """# Reed Trust Collective Agreement 2023-2025

## 1. Scope

1. All staff are covered.
2. Drivers are not.
3. Cooks are, at night.

## 2. Pay

1. Pay is weekly.
2. Pay is by transfer.
3. Pay is in dollars.
{rest}"""


@pytest.mark.parametrize(
    ("rest", "last"),
    [
        ("", []),
        ("\n## 3. Term\n\nIt ends in 2025.\n", ["3"]),
    ],
)
def test_sentences_with_numbers_below_headings_with_numbers_are_lists(
    rest: str, last: list[str]
) -> None:
    text = SCOPE.format(rest=rest)
    expected = ["1", "1(1)", "1(2)", "1(3)", "2", "2(1)", "2(2)", "2(3)", *last]
    document = read(text.encode(), "agreement.md")
    assert [one.id for one in document.clauses if one.number] == expected
    assert ids(text.replace("# ", "").replace("#", "")) == expected


def test_the_clause_before_it_is_deleted_alone() -> None:
    base = HEAD + SECOND + "2. Redundancy. Four weeks’ pay is due.\n\n" + LAST
    terms = (
        "Terms of settlement\nReed Trust Collective Agreement 2025-2027\n\n"
        "1. Delete clause 1.2.\n\n2. In clause 2, replace “Four” with “Six”.\n"
    )
    done = markup(base.encode(), terms.encode())
    assert statuses(done) == ["applied", "applied"]
    left = texts(done)
    assert "1.2" not in left
    assert left["2"] == "Redundancy. Six weeks’ pay is due."


PUT_IN = """Reed Trust Collective Agreement 2023-2025

1. Coverage

All staff are covered.

2. Termination

(1) A month’s notice is given.

(1A) A dockmaster gives two months’ notice.

(2) Notice under subclause (1A) or clause 2(1A) is in writing.

2A. Bonus

A bonus of $500 is paid.

2B Breaks

Breaks are paid.

3. Term

It ends in 2025.
"""


def test_what_was_put_in_between_two_has_their_number_and_a_letter() -> None:
    assert ids(PUT_IN) == ["1", "2", "2(1)", "2(1A)", "2(2)", "2A", "2B", "3"]
    document = read(PUT_IN.encode(), "agreement.txt")
    assert [one.targets for one in references(document)] == [("2(1A)",), ("2(1A)",)]
    assert document.findings == ()


def test_labels_with_a_letter_sort_and_count_on() -> None:
    named = ["3(1)", "3(1A)", "3(1B)", "3(2)", "3(10)"]
    mixed = [named[4], named[2], named[1], named[3], named[0]]
    assert sorted(mixed, key=lambda one: numbering.parse(one).order) == named
    assert str(numbering.parse("clause 3 (1A)").next) == "3(1B)"


def test_orders_on_them() -> None:
    terms = """Terms of settlement
Reed Trust Collective Agreement 2025-2027

1. In clause 2(1A) replace “two” with “three”.

2. After clause 2(1A) insert:

“(1B) A pilot gives four months’ notice.”

3. Delete clause 2B.

4. In clause 2A replace “$500” with “$600”.
"""
    done = markup(PUT_IN.encode(), terms.encode())
    assert statuses(done) == ["applied"] * 4
    left = texts(done)
    second = [one for one in left if one.startswith("2")]
    assert second == ["2", "2(1)", "2(1A)", "2(1B)", "2(2)", "2A"]
    assert left["2(1A)"] == "A dockmaster gives three months’ notice."
    assert left["2(1B)"] == "A pilot gives four months’ notice."

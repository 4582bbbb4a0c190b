"""What a reader is told of what orders leave behind, in words that are so."""

from __future__ import annotations

import pytest

from clausetrack.checks.review import review
from clausetrack.diff.compare import compare
from clausetrack.diff.consequences import stale_references
from clausetrack.ingest import read
from clausetrack.markup import Markup, markup
from clausetrack.render.items import spelled_out

AGREEMENT = """Orchard Trust Collective Agreement 2023–2025

1 Hours

1.1 The week is 40 hours.

1.2 Clauses 2.1 and 2.2 do not apply to pickers.

2 Boots

2.1 Boots are given each year.

2.2 The trust pays for:

(a) laces;

(b) soles; and

(c) polish.

3 Keys

Keys are kept in the office.
"""
HEAD = """Terms of settlement
Orchard Trust Collective Agreement 2025–2027

"""


def marked(order: str) -> Markup:
    return markup(AGREEMENT.encode(), (HEAD + order + "\n").encode())


def found(order: str, code: str) -> list[tuple[str, str]]:
    return [(one.clause, one.message) for one in marked(order).applied.findings if one.code == code]


@pytest.mark.parametrize(
    ("order", "said"),
    [
        (
            "1. Delete clauses 2.1 and 2.2.",
            [("2", "1#1, 1#2: 2 holds nothing but its heading now")],
        ),
        ("1. Delete clause 2.1.", []),
        ("1. Delete clause 2.", []),
        ("1. Clause 3 is amended to read: “Keys are kept at the gate.”", []),
    ],
)
def test_a_clause_that_holds_nothing_any_more_is_told(
    order: str, said: list[tuple[str, str]]
) -> None:
    assert found(order, "clause-emptied") == said


def test_an_item_with_several_orders_is_named_once() -> None:
    done = marked("1. Delete clauses 2.1 and 2.2.")
    amendments = [one.amendment for one in done.applied.outcomes]
    assert spelled_out("1#1, 1#2: it is so", amendments) == "item 1: it is so"
    assert spelled_out("1#1 and 1#2", amendments) == "item 1 and item 1"


def test_an_order_to_change_the_title_that_was_refused_is_not_denied() -> None:
    ((_, message),) = found(
        "1. Replace “2023–2025” with “2025–2027” in the title of the agreement.", "title-unchanged"
    )
    assert "since the order to change it was not carried out: the agreement is now" in message
    ((_, message),) = found("1. Delete clause 2.1.", "title-unchanged")
    assert "since no instruction changes it: the agreement is now" in message


def test_terms_that_begin_with_a_later_item_are_read_as_such() -> None:
    order = "4 Boots\nReplace “Boots” with “Shoes” in clause 2.1.\n"
    terms = read((HEAD + order).encode(), "t.txt")
    assert [(one.id, one.kind) for one in terms.clauses][-1] == ("4", "item")
    assert [one.message for one in terms.findings] == ["item 4 is the first"]


def test_what_an_order_cites_is_of_the_agreement() -> None:
    order = (
        "1 Boots\nIn clause 2.2:\n(a) in paragraph (b), delete “soles” and insert “heels”; and\n"
        "(b) in paragraph (c), delete “polish” and insert “wax”."
    )
    terms = read((HEAD + order + "\n").encode(), "t.txt")
    assert not [one for one in review([terms]).findings if one.finding.code.startswith("reference")]


def test_each_clause_that_one_reference_names_is_told() -> None:
    old = read(AGREEMENT.encode(), "old.txt")
    moved = AGREEMENT.replace("\n2 Boots", "\n2 Gates\n\n2.1 Gates are shut at dusk.\n\n3 Boots")
    for one, other in (("2.1 Boots", "3.1 Boots"), ("2.2 The", "3.2 The"), ("3 Keys", "4 Keys")):
        moved = moved.replace(f"\n{one}", f"\n{other}")
    new = read(moved.encode(), "new.txt")
    assert [one.message for one in stale_references(old, new, compare(old, new))] == [
        "“Clauses 2.1 and 2.2” meant 2.1, which is now 3.1",
        "“Clauses 2.1 and 2.2” meant 2.2, which is now 3.2",
    ]

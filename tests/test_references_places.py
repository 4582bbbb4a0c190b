"""References whose place is told by what they stand in, and numbers that are no clauses at all."""

from __future__ import annotations

import pytest
from documents import clause, document
from test_references import cited

from clausetrack.references import Reference, find, references


@pytest.mark.parametrize(
    ("text", "kind", "ids"),
    [
        ("additional duties (see section 9.10) where", "internal", ("9.10",)),
        ("set out in section 7 of this Agreement.", "internal", ("7",)),
        ("in section 12.7 of the Collective Agreement", "internal", ("12.7",)),
        ("Section 12 of the Collective Bargaining Agreement", "internal", ("Section 12",)),
        ("as stated in section 3 of this Article", "internal", ("3",)),
        ("stated in subsection 3 below", "internal", ("3",)),
        ("that shown in Section 12.6 Tables", "internal", ("12.6",)),
        ("under section 53 it ends", "statute", ("section 53",)),
        ("section 69OI of the Employment Relations Act 2000", "statute", ("section 69OI",)),
        ("section 7.2 of the Holidays Act 2003", "statute", ("section 7.2",)),
        ("Schedule 2 Part 1 Departments of the Public Service Act 2020", "statute",
         ("Schedule 2 Part 1",)),
        ("clause 100 of the 2016-2017 CEA", "agreement", ("100",)),
        ("clause 6.8 (Earlier Service) of the National Museum Collective Agreement", "agreement",
         ("6.8",)),
        ("clause 24 of the Department of Roads collective agreement", "agreement", ("24",)),
        ("in clause 7.2 (Sick leave) of this agreement", "internal", ("7.2",)),
        ("stated in Article 11.1, Section 2(C)(2)", "internal", ("Article 11.1 Section 2 (C)(2)",)),
        ("Division 5 of Part 2-2 of the Fair Work Act 2009", "statute", ("Part 2-2",)),
        ("as Parts 2-4 say", "internal", ("Part 2", "Part 4")),
        ("rights under Section 3500 of the Government Code", "statute", ("section 3500",)),
        ("found in section 6 of this policy.", "internal", ("6",)),
        ("as section 9 of this Award says", "internal", ("9",)),
    ],
)  # fmt: skip
def test_whose_provision_it_is(text: str, kind: str, ids: tuple[str, ...]) -> None:
    ((_, found, what),) = cited(text)
    assert (found, what) == (kind, ids)


@pytest.mark.parametrize(
    "text",
    [
        "the factors listed in ORS 652.220(2) and more",
        "as described in Policy 50.1.6 it",
        "the policy (50.010.03) and others",
        "under Rule 6.2.1 the",
    ],
)
def test_a_number_of_a_code_or_a_policy_is_no_clause(text: str) -> None:
    assert not find(text)


def at(found: tuple[Reference, ...], place: str) -> list[tuple[tuple[str, ...], bool]]:
    return [(one.targets, one.resolves) for one in found if one.clause == place]


def test_a_section_is_that_of_the_article_in_which_the_words_stand() -> None:
    made = document(
        clause("Article 1", "", kind="part"),
        clause("Article 1 Section 2", "First.", kind="part", parent="Article 1"),
        clause("Article 2", "", kind="part"),
        clause("Article 2 Section 2", "Second.", kind="part", parent="Article 2"),
        clause("Article 2 Section 3", "As in Section 2.", kind="part", parent="Article 2"),
        clause("Article 2 Section 4", "See section 3 of this Article.", kind="part",
               parent="Article 2"),
        clause("Article 2 Section 5", "See Article 1, Section 2.", kind="part", parent="Article 2"),
        clause("Article 2 Section 6", "See Section 9.", kind="part", parent="Article 2"),
    )  # fmt: skip
    found = references(made)
    assert at(found, "Article 2 Section 3") == [(("Article 2 Section 2",), True)]
    assert at(found, "Article 2 Section 4") == [(("Article 2 Section 3",), True)]
    assert at(found, "Article 2 Section 5") == [(("Article 1 Section 2",), True)]
    assert at(found, "Article 2 Section 6") == [(("Section 9",), False)]


def test_a_clause_that_lost_its_place_in_the_tree_keeps_its_siblings_by_its_id() -> None:
    made = document(
        clause("8", "All."),
        clause("8.3", "From here.", parent="8"),
        clause("8.4", "More.", parent="8"),
        clause("8.5", "The rules of clauses 8.3 to 8.5 hold."),  # its parent is lost
        clause("8.4(a)", "Once.", parent="8.4"),
        clause("8.4(b)", "In addition to (a) above it holds."),
    )
    found = references(made)
    assert at(found, "8.5") == [(("8.3", "8.4", "8.5"), True)]
    assert at(found, "8.4(b)") == [(("8.4(a)",), True)]

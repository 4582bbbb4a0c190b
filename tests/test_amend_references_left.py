"""References that amendments leave behind are told, in clauses that they changed in part too."""

from __future__ import annotations

import pytest

from clausetrack.diff.compare import compare
from clausetrack.diff.consequences import stale_references
from clausetrack.ingest import read
from clausetrack.markup import markup

AGREEMENT = """Fern Trust Collective Agreement 2023–2025

1 Hours

1.1 The ordinary week is 40 hours, as clause 2.2 says.

1.2 A tea break is ten minutes, as clause 2.2 says.

1.3 Breaks are:

Who\tHow long
Cooks\tten minutes (clause 2.2)
Porters\tnine minutes

2 Leave

2.1 Leave is four weeks.

2.2 Nobody is on leave and at work.

2.3 Leave may be carried over.
"""
TERMS = "Terms of settlement\nFern Trust Collective Agreement 2025–2027\n\n{}\n"
GONE = "2. Delete clause 2.2."


def told(*orders: str) -> list[tuple[str, str]]:
    """What is told of references, by clause."""
    done = markup(AGREEMENT.encode(), TERMS.format("\n\n".join(orders)).encode())
    assert [one.status for one in done.applied.outcomes] == ["applied"] * len(orders)
    return [(one.clause, one.message) for one in done.applied.findings
            if one.code.startswith("reference-")]  # fmt: skip


LEFT = "“clause 2.2” meant 2.2, which 2#1 repeals"
OTHERS = [("1.2", LEFT), ("1.3 table 1", LEFT)]


@pytest.mark.parametrize(
    ("order", "said"),
    [
        # the words beside the reference changed, and it stayed
        ("1. In clause 1.1, replace “40” with “38”.", [("1.1", LEFT)]),
        ("1. In clause 1.1, insert “of work” after “hours”.", [("1.1", LEFT)]),
        # the reference itself changed
        ("1. In clause 1.1, replace “clause 2.2” with “clause 2.3”.", []),
        ("1. In clause 1.1, delete “, as clause 2.2 says”.", []),
        ("1. Delete clause 1.1.", []),
        # it is printed anew, and nothing has the number
        (
            "1. Clause 1.1 is amended to read: “The week is 38 hours, as clause 2.2 says.”",
            [("1.1", "“clause 2.2” cites 2.2, which 2#1 repeals")],
        ),
        ("1. Clause 1.1 is amended to read: “The week is 38 hours, as clause 2.3 says.”", []),
    ],
)
def test_what_stays_in_a_clause_that_changed_is_told(
    order: str, said: list[tuple[str, str]]
) -> None:
    assert sorted(told(order, GONE)) == sorted([*OTHERS, *said])


SCHEDULED = """Fern Trust Collective Agreement 2023–2025

1 Hours

1.1 The ordinary week is 40 hours.

2 Leave

2.1 Leave is four weeks.

Schedule A: Complaints

1 The cook tells the manager of it.

2 The manager answers in six days.

3 Where {cited} brings no answer, either may go to mediation.
"""


@pytest.mark.parametrize(
    ("cited", "meant"), [("paragraph 2", "meant"), ("clause 2", "may have meant")]
)
def test_a_reference_in_a_schedule_to_what_it_counts_itself_is_told(cited: str, meant: str) -> None:
    base = SCHEDULED.format(cited=cited)
    order = "1. In Schedule A, delete paragraph 2 and renumber the remaining paragraph accordingly."
    done = markup(base.encode(), TERMS.format(order).encode())
    assert [one.status for one in done.applied.outcomes] == ["applied"]
    said = [(one.clause, one.message) for one in done.applied.findings
            if one.code.startswith("reference-")]  # fmt: skip
    assert said == [("Schedule A 2", f"“{cited}” {meant} Schedule A 2, which 1#1 repeals")]
    sides = read(base.encode(), "old.txt"), done.applied.document
    (found,) = stale_references(*sides, compare(*sides))
    assert found.message == (
        f"“{cited}” {meant} Schedule A 2, which is gone; another clause has its number now"
    )

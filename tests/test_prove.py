"""The proof holds for what was ordered, and for nothing else: each deliberate mistake is caught."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from factory import agreement, amendment, bodies, instructions, orders, spans, terms
from hypothesis import given, settings

from clausetrack.amend.apply import apply
from clausetrack.marked_spans import ChangedSpan, Mark, locate
from clausetrack.model import Clause, Document, Run, Source
from clausetrack.prove import STATEMENTS, Proof, prove
from clausetrack.settlement import Applied, Instructions, Operation

BASE = agreement(
    """
    4.1.1 Teachers are paid on this scale.
    | Step | Rates from 2024-12-02 |
    | 1 | $61,000 |
    4.3 = Units
    4.3.1 Units recognise responsibility.
    4.3.2 A unit is worth $5,000.
    4.3.3 Units are used after consultation:
    4.3.3(a) each year; and
    4.3.3(b) in writing.
    Note: A form is on the website.
    4.4 = Travel
    4.4.1 It is paid at 62 cents.
    4.6 = Definitions
    4.6.1 “Board” means a school board.
    4.6.2 “Union” means the union.
    """
)
TERMS = terms(
    "4.3.2 A unit is worth $5,500.",
    "4.3.3 Units are used after talks:\n4.3.3(a) each term.\nNote: A form is on the website.",
    "4.3.4 Units may be shared.\n* equally, or\n* by agreement.",
    "| Step | Rates until 2026-01-27 | Rates from 2026-01-28 |\n| 1 | $61,000 | $63,000 |",
    "4.6.1 “Area” means a district with one education office.",
)
ORDERED = instructions(
    amendment(1, "4.3.2"),
    amendment(2, "4.3.3"),
    amendment(3, "4.3.4", action="insertion"),
    amendment(4, "4.1.1"),
    amendment(5, "4.6", action="insertion"),
    amendment(6, "4.4.1", wording="figures", stated=("62 cents", "83 cents")),
    amendment(7, "4.4", wording="described"),
)


@dataclass(frozen=True)
class Case:
    """All that the proof is given."""

    base: Document
    terms: Document
    instructions: Instructions
    applied: Applied
    rejected: Document
    accepted: Document
    changed: tuple[ChangedSpan, ...]

    def proof(self) -> Proof:
        return prove(self.base, self.terms, self.instructions, self.applied, self.rejected,
                     self.accepted, self.changed)  # fmt: skip


def right() -> Case:
    applied = apply(BASE, TERMS, ORDERED)
    return Case(BASE, TERMS, ORDERED, applied, BASE, applied.document, spans(applied))


def test_what_was_ordered_is_proved() -> None:
    case = right()
    statuses = [one.status for one in case.applied.outcomes]
    assert statuses == ["applied"] * 6 + ["needs-decision"]
    proof = case.proof()
    assert proof.failures == ()
    assert proof.holds
    assert list(proof.as_json()) == list(STATEMENTS)
    assert all(proof.as_json().values())


# ------------------------------------------------------------------ what a mistake looks like


def retext(document: Document, clause_id: str, text: str) -> Document:
    """A document in which one clause reads otherwise."""
    return replace(document, clauses=tuple(
        one._replace(text=(Run(text),)) if one.id == clause_id else one for one in document.clauses
    ))  # fmt: skip


def drop(document: Document, clause_id: str) -> Document:
    return replace(document, clauses=tuple(one for one in document.clauses if one.id != clause_id))


def put(document: Document, before: str, clause: Clause) -> Document:
    out: list[Clause] = []
    for one in document.clauses:
        out += [clause, one] if one.id == before else [one]
    return replace(document, clauses=tuple(out))


def swap(document: Document, one: str, other: str) -> Document:
    ids = [clause.id for clause in document.clauses]
    out = list(document.clauses)
    i, j = ids.index(one), ids.index(other)
    out[i], out[j] = out[j], out[i]
    return replace(document, clauses=tuple(out))


def written(case: Case, accepted: Document, *more: ChangedSpan) -> Case:
    """A wrong `apply`: the new agreement and the bytes agree with one another, and are wrong."""
    applied = replace(case.applied, document=accepted)
    return replace(case, applied=applied, accepted=accepted, changed=(*case.changed, *more))


def claiming(case: Case, amendment_id: str, *operations: Operation) -> Case:
    """The same with these operations claimed for one instruction."""
    outcomes = tuple(
        replace(one, operations=operations) if one.amendment.id == amendment_id else one
        for one in case.applied.outcomes
    )
    return replace(case, applied=replace(case.applied, outcomes=outcomes))


def wrong_clause(case: Case) -> Case:
    new = retext(case.accepted, "4.3.1", "A unit is worth $5,500.")
    new = retext(new, "4.3.2", "A unit is worth $5,000.")
    moved = claiming(written(case, new), "1#1", Operation("4.3.1", "substitution"))
    spans = [replace(one, clause="4.3.1") if one.clause == "4.3.2" else one for one in case.changed]
    return replace(moved, changed=tuple(spans))


def dropped_sibling(case: Case) -> Case:
    gone = ChangedSpan("deleted", "4.3.1", "Units recognise responsibility.")
    return written(case, drop(case.accepted, "4.3.1"), gone)


def doubled_paragraph(case: Case) -> Case:
    twice = case.accepted.body["4.3.4 bullet 2"]._replace(id="4.3.4 bullet 3")
    new = put(case.accepted, "4.4", twice)
    doubled = written(case, new, ChangedSpan("inserted", "4.3.4 bullet 3", "by agreement."))
    done = case.applied.outcomes[2].operations
    return claiming(doubled, "3#1", *done, Operation("4.3.4 bullet 3", "insertion"))


def altered_word(case: Case) -> Case:
    return written(case, retext(case.accepted, "4.3.2", "A unit is worth $5,501."))


def altered_word_below(case: Case) -> Case:
    return written(case, retext(case.accepted, "4.3.3(a)", "each year."))


def altered_cell(case: Case) -> Case:
    table = case.accepted.body["4.1.1 table 1"]
    assert table.table is not None
    rows = (*table.table.rows[:-1], table.table.rows[-1][::-1])
    other = table._replace(table=replace(table.table, rows=rows))
    clauses = tuple(other if one is table else one for one in case.accepted.clauses)
    return written(case, replace(case.accepted, clauses=clauses))


def wrong_figure(case: Case) -> Case:
    return written(case, retext(case.accepted, "4.4.1", "It is paid at 84 cents."))


def figure_and_more(case: Case) -> Case:
    return written(case, retext(case.accepted, "4.4.1", "It is always paid at 83 cents."))


def swapped_order(case: Case) -> Case:
    return written(case, swap(case.accepted, "4.3.1", "4.3.2"))


def swapped_in_the_file(case: Case) -> Case:
    return replace(case, accepted=swap(case.accepted, "4.3.4 bullet 1", "4.3.4 bullet 2"))


def unattributed_change(case: Case) -> Case:
    said = ChangedSpan("inserted", "4.4", "allowance")
    heading = case.accepted.body["4.4"]._replace(heading=(Run("Travel allowance"),))
    clauses = tuple(heading if one.id == "4.4" else one for one in case.accepted.clauses)
    return written(case, replace(case.accepted, clauses=clauses), said)


def change_in_no_clause(case: Case) -> Case:
    return replace(case, changed=(*case.changed, ChangedSpan("inserted", "", "Draft")))


def claimed_by_two(case: Case) -> Case:
    return claiming(case, "6#1", Operation("4.4.1", "substitution"),
                    Operation("4.3.2", "substitution"))  # fmt: skip


def repeal_without_licence(case: Case) -> Case:
    gone = written(
        case,
        drop(case.accepted, "4.3.1"),
        ChangedSpan("deleted", "4.3.1", "Units recognise responsibility."),
    )
    done = case.applied.outcomes[0].operations
    return claiming(gone, "1#1", *done, Operation("4.3.1", "repeal"))


def repeal_by_an_addition(case: Case) -> Case:
    gone = written(
        case, drop(case.accepted, "4.3.1"), ChangedSpan("deleted", "4.3.1", "Units recognise.")
    )
    done = case.applied.outcomes[2].operations
    return claiming(gone, "3#1", *done, Operation("4.3.1", "repeal"))


def doubled_in_the_middle(case: Case) -> Case:
    note = case.accepted.body["4.3.3(a) note 1"]._replace(id="4.3.3 note 1", parent="4.3.3")
    said = ChangedSpan("inserted", note.id, "A form is on the website.")
    made = written(case, put(case.accepted, "4.3.3(a)", note), said)
    done = case.applied.outcomes[1].operations
    return claiming(made, "2#1", *done, Operation(note.id, "insertion"))


def number_changed(case: Case) -> Case:
    other = case.accepted.body["4.4"]._replace(number="4.5")
    clauses = tuple(other if one.id == "4.4" else one for one in case.accepted.clauses)
    return written(case, replace(case.accepted, clauses=clauses))


def invented_clause(case: Case) -> Case:
    extra = case.accepted.body["4.3.3(a)"]._replace(id="4.3.3(b)", number="(b)")
    made = written(
        case, put(case.accepted, "4.3.4", extra), ChangedSpan("inserted", "4.3.3(b)", "each term.")
    )
    done = case.applied.outcomes[1].operations
    return claiming(made, "2#1", *done, Operation("4.3.3(b)", "insertion"))


def claim_that_changes_nothing(case: Case) -> Case:
    done = case.applied.outcomes[0].operations
    return claiming(case, "1#1", *done, Operation("4.3.1", "substitution"))


def change_that_was_not_written(case: Case) -> Case:
    left = tuple(one for one in case.changed if one.clause != "4.3.2")
    return replace(case, changed=left, accepted=retext(case.accepted, "4.3.2", "It is $5,000."))


def base_lost_in_the_file(case: Case) -> Case:
    return replace(case, rejected=drop(case.rejected, "4.3.3(b)"))


def base_altered_in_the_file(case: Case) -> Case:
    return replace(case, rejected=retext(case.rejected, "4.4.1", "It is paid at 83 cents."))


def renumbered_at_will(case: Case) -> Case:
    body = case.accepted.body["4.3.1"]
    other = body._replace(id="4.3.9", number="4.3.9")
    clauses = tuple(other if one.id == "4.3.1" else one for one in case.accepted.clauses)
    made = written(case, replace(case.accepted, clauses=clauses))
    renumbered = {**case.applied.renumbered, "4.3.1": "4.3.9"}
    return replace(made, applied=replace(made.applied, renumbered=renumbered))


def number_not_moved_in_print(case: Case) -> Case:
    other = case.accepted.body["4.6.2"]._replace(number="4.6.1")
    clauses = tuple(other if one.id == "4.6.2" else one for one in case.accepted.clauses)
    return replace(case, accepted=replace(case.accepted, clauses=clauses))


def outcome_left_out(case: Case) -> Case:
    return replace(case, applied=replace(case.applied, outcomes=case.applied.outcomes[:-1]))


def refused_and_done_all_the_same(case: Case) -> Case:
    outcomes = (replace(case.applied.outcomes[0], status="conflict"), *case.applied.outcomes[1:])
    return replace(case, applied=replace(case.applied, outcomes=outcomes))


WRONG: list[tuple[Callable[[Case], Case], set[str]]] = [
    (wrong_clause, {"wording_verbatim", "changes_attributed"}),
    (dropped_sibling, {"changes_attributed", "rest_untouched"}),
    (doubled_paragraph, {"wording_verbatim"}),
    (altered_word, {"wording_verbatim"}),
    (altered_word_below, {"wording_verbatim"}),
    (altered_cell, {"wording_verbatim"}),
    (wrong_figure, {"wording_verbatim"}),
    (figure_and_more, {"wording_verbatim"}),
    (swapped_order, {"rest_untouched"}),
    (swapped_in_the_file, {"accept_equals_new", "wording_verbatim"}),
    (unattributed_change, {"changes_attributed", "rest_untouched"}),
    (change_in_no_clause, {"changes_attributed"}),
    (claimed_by_two, {"changes_attributed"}),
    (repeal_without_licence, {"changes_attributed"}),
    (repeal_by_an_addition, {"changes_attributed"}),
    (doubled_in_the_middle, {"wording_verbatim"}),
    (number_changed, {"rest_untouched"}),
    (invented_clause, {"wording_verbatim", "changes_attributed"}),
    (claim_that_changes_nothing, {"changes_attributed"}),
    (change_that_was_not_written, {"accept_equals_new", "changes_attributed"}),
    (base_lost_in_the_file, {"reject_equals_base"}),
    (base_altered_in_the_file, {"reject_equals_base"}),
    (renumbered_at_will, {"rest_untouched"}),
    (number_not_moved_in_print, {"accept_equals_new"}),
    (outcome_left_out, {"changes_attributed"}),
    (refused_and_done_all_the_same, {"changes_attributed"}),
]


@pytest.mark.parametrize(
    ("mistake", "broken"), WRONG, ids=[mistake.__name__ for mistake, _ in WRONG]
)
def test_a_mistake_is_caught(mistake: Callable[[Case], Case], broken: set[str]) -> None:
    proof = mistake(right()).proof()
    assert not proof.holds
    assert broken <= {name for name, true in proof.as_json().items() if not true}
    assert all(failure.strip() and "\n" not in failure for failure in proof.failures)


def test_an_addition_to_a_clause_may_not_repeal_what_it_does_not_print() -> None:
    said = terms("4.3.3 Units are used after consultation:\n4.3.3(c) with reasons.")
    ordered = instructions(amendment(1, "4.3.3", action="insertion"))
    applied = apply(BASE, said, ordered)
    case = Case(BASE, said, ordered, applied, BASE, applied.document, spans(applied))
    assert case.proof().holds
    gone = written(
        case, drop(case.accepted, "4.3.3(a)"), ChangedSpan("deleted", "4.3.3(a)", "each year; and")
    )
    done = applied.outcomes[0].operations
    wrong = claiming(gone, "1#1", *done, Operation("4.3.3(a)", "repeal")).proof()
    assert not wrong.changes_attributed
    assert any("to add repeals nothing" in failure for failure in wrong.failures)


def test_a_failure_names_the_clause() -> None:
    proof = altered_word(right()).proof()
    assert any("4.3.2" in failure and "1#1" in failure for failure in proof.failures)


# ---------------------------------------------------------------------------- where marks are


def placed(clause: Clause, paragraph: int) -> Clause:
    at = Source(part="word/document.xml", paragraph=paragraph)
    return clause._replace(text=tuple(run._replace(source=at) for run in clause.text))


def test_marks_of_the_package_are_found_in_the_clauses_that_hold_them() -> None:
    old = replace(BASE, clauses=tuple(placed(one, at) for at, one in enumerate(BASE.clauses)))
    new = drop(old, "4.4.1")
    at = [one.id for one in old.clauses].index("4.4.1")
    marks = [
        Mark("deleted", "word/document.xml", at, "It is paid"),
        Mark("inserted", "word/document.xml", at + 2, "“Board”"),
        Mark("inserted", "word/document.xml", at, "lost"),
        Mark("inserted", "word/footnotes.xml", 0, "elsewhere"),
        Mark("deleted", "word/document.xml", at, "  "),
    ]
    assert locate(marks, old, new) == (
        ChangedSpan("deleted", "4.4.1", "It is paid"),
        ChangedSpan("inserted", "4.6.1", "“Board”"),
        ChangedSpan("inserted", "", "lost"),
        ChangedSpan("inserted", "", "elsewhere"),
    )


# ------------------------------------------------------------------------- whatever is ordered


@settings(max_examples=150)
@given(bodies(), orders())
def test_whatever_is_applied_stands_the_proof(
    text: str, ordered: tuple[Document, Instructions]
) -> None:
    base = agreement(text)
    said, given_ = ordered
    applied = apply(base, said, given_)
    assert tuple(edit.old for edit in applied.edits if edit.old) == base.clauses
    assert tuple(edit.new for edit in applied.edits if edit.new) == applied.document.clauses
    assert len(applied.document.body) == len(applied.document.clauses)
    proof = prove(base, said, given_, applied, base, applied.document, spans(applied))
    assert proof.failures == ()

"""What becomes of each instruction, of several together, and of real terms of settlement."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import hypothesis
import pytest
from factory import SAMPLE as BASE
from factory import SCALE as TABLE
from factory import (
    agreement,
    amendment,
    bodies,
    changed,
    figure,
    only,
    operations,
    orders,
    printed,
    reread,
    run,
    spans,
)
from hypothesis import assume, settings

from clausetrack.amend.apply import apply
from clausetrack.amend.instructions import find
from clausetrack.amend.tree import is_numbered
from clausetrack.errors import TermsDoNotFit
from clausetrack.ingest import read
from clausetrack.model import Document
from clausetrack.prove import prove
from clausetrack.settlement import Amendment, Applied, Instructions

# --------------------------------------------------------------------- what is not carried out


@pytest.mark.parametrize(
    ("given", "status"),
    [
        (amendment(1, "4.3.2", wording="figures"), "needs-decision"),
        (amendment(1, "4.3.2", wording="partial"), "needs-decision"),
        (amendment(1, "4.3.2", wording="described"), "needs-decision"),
        (amendment(1, "4.7", wording="described"), "target-missing"),
        (amendment(1, "4.7", wording="described", action="insertion"), "needs-decision"),
        (amendment(1, None, wording="described"), "target-unnamed"),
        (amendment(1, None, wording="described", described="the weather"), "target-unnamed"),
        (amendment(1, None, wording="described", described="disregarded leave"), "needs-decision"),
        (amendment(1, "4.3.2", wording="elsewhere"), "needs-wording"),
        (amendment(1, None, wording="elsewhere"), "needs-wording"),
        (amendment(1, "4.7", wording="elsewhere"), "target-missing"),
        (amendment(1, "4.7", wording="elsewhere", action="insertion"), "needs-wording"),
        (amendment(1, "4.3.2", fragment=False), "needs-decision"),
        (amendment(1, "4.3.2", action="renumbering", fragment=False), "needs-decision"),
        (amendment(1, "4.7", action="repeal", fragment=False), "target-missing"),
        (amendment(1, None, action="repeal", fragment=False), "target-unnamed"),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{value.wording} {value.target}",
)
def test_what_cannot_be_carried_out_says_why_and_changes_nothing(
    given: Amendment, status: str
) -> None:
    applied = run(BASE, given)
    assert only(applied).status == status
    assert only(applied).reason
    assert applied.document.clauses == BASE.clauses


def test_an_amended_clause_that_the_base_lacks_is_not_invented() -> None:
    said = "Amend clause 4.3.7 as follows:"
    applied = run(BASE, amendment(1, "4.3.7", instruction=said), wording=("4.3.7 It is new.",))
    assert only(applied).status == "target-missing"


def test_two_headings_that_fit_are_both_named() -> None:
    base = agreement("4.1 = Travel allowance rates\n4.2 = Rates of travel allowance\n4.3 = Units")
    given = amendment(1, None, wording="described", described="travel allowance rates")
    applied = run(base, given)
    assert only(applied).status == "target-unnamed"
    assert "4.1 “Travel allowance rates”; 4.2 “Rates of travel allowance”" in only(applied).reason


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Delete clause 4.9.9.", "applied"),
        ("Clauses 4.9.2 and 4.9.9 are deleted.", "applied"),
        ("Remove the note to clause 4.9.9.", "needs-decision"),
        ("Delete the last sentence of 4.9.9.", "needs-decision"),
        ("The words “who moves” in clause 4.9.9 are removed.", "needs-decision"),
        ("Delete the note to clause 4.9.91, and delete clause 4.9.9.", "applied"),
    ],
)
def test_a_part_of_a_clause_is_not_the_clause(said: str, status: str) -> None:
    given = amendment(1, "4.9.9", action="repeal", fragment=False, instruction=said)
    assert only(run(BASE, given)).status == status


def test_a_repeal_that_prints_wording_is_not_guessed_at() -> None:
    given = amendment(1, "4.9.9", action="repeal")
    assert only(run(BASE, given, wording=("4.9.9 It is kept.",))).status == "needs-decision"


def test_a_repeal_takes_out_the_clause_with_everything_under_it() -> None:
    applied = run(BASE, amendment(1, "4.9.1", action="repeal", fragment=False))
    assert operations(only(applied)) == ["repeal 4.9.1", "repeal 4.9.1(a)", "repeal 4.9.1(b)"]
    assert changed(applied)[1] == []
    assert len(applied.document.clauses) == len(BASE.clauses) - 3


# ---------------------------------------------------------------------------------- together


def test_two_instructions_that_touch_one_clause_are_both_in_conflict() -> None:
    applied = run(
        BASE,
        amendment(1, "4.3.2"),
        amendment(2, "4.9.2"),
        amendment(3, "4.3"),
        wording=("4.3.2 It is $5,500.", "4.9.2 It is $1,700.", "4.3 = Units\n4.3.1 Read on."),
    )
    assert [one.status for one in applied.outcomes] == ["conflict", "applied", "conflict"]
    assert "3#1" in applied.outcomes[0].reason
    assert "1#1" in applied.outcomes[2].reason
    assert changed(applied)[1] == ["4.9.2 It is $1,700."]


def test_a_clause_added_under_one_that_is_replaced_whole_is_a_conflict() -> None:
    applied = run(
        BASE,
        amendment(1, "6.2.8"),
        amendment(2, "6.2.8", action="insertion"),
        wording=("6.2.8 = Disregarded leave\n6.2.8(a) It is granted.", "6.2.8(h) It ends."),
    )
    assert [one.status for one in applied.outcomes] == ["conflict", "conflict"]


def test_the_text_of_a_clause_and_the_table_under_it_compose() -> None:
    base = agreement(
        "4.1.1 A unit is worth $5,000.\n| Step | Rates from 2024-12-02 |\n| 1 | $61,000 |"
    )
    applied = run(
        base,
        replace(figure("$5,000", "$5,500", "4.1.1"), id="1#1", fragment=None),
        amendment(2, "4.1.1"),
        wording=("", "| Step | Rates from 2026-01-28 |\n| 1 | $63,000 |"),
    )
    assert [one.status for one in applied.outcomes] == ["applied", "applied"]


def test_additions_at_one_place_stand_in_the_order_of_their_numbers() -> None:
    applied = run(
        BASE,
        amendment(1, "4.9A", action="insertion"),
        amendment(2, "4.9.11", action="insertion"),
        amendment(3, "4.9.10", action="insertion"),
        wording=("4.9A = New\n4.9A.1 Words.", "4.9.11 Later words.", "4.9.10 Other words."),
    )
    ids = list(applied.document.body)
    at = ids.index("4.9.9 note 1")
    assert ids[at + 1 : at + 6] == ["4.9.10", "4.9.11", "4.9A", "4.9A.1", "4.10"]


def test_wording_that_no_instruction_takes_up_is_reported() -> None:
    applied = run(BASE, amendment(1, "4.3.2"), wording=("4.3.2 It is $5,500.", "4.9.2 It is lost."))
    (finding,) = [one for one in applied.findings if one.code == "wording-unused"]
    assert finding.clause == "4.9.2"
    assert finding.message == "item 2 prints 4.9.2, and no instruction takes it up"
    assert "It is lost" in finding.quote


def test_wording_beside_the_units_that_the_instruction_takes_up_is_reported() -> None:
    given = amendment(1, "4.3.2", printed=("4.3.2",))
    applied = run(BASE, given, wording=("4.3.2 It is $5,500.\n4.9.2 It is lost.",))
    assert [one.clause for one in applied.findings if one.code == "wording-unused"] == ["4.9.2"]
    assert changed(applied)[1] == ["4.3.2 It is $5,500."]


def test_the_edits_hold_every_clause_of_both_agreements_once_in_order() -> None:
    applied = run(
        BASE,
        amendment(1, "6.2.8"),
        amendment(2, "1.8", action="insertion"),
        amendment(3, "4.1.1"),
        wording=("6.2.8 = Disregarded leave\n6.2.8(a) Never.", "1.8(i) “Term” means one.", TABLE),
    )
    assert tuple(edit.old for edit in applied.edits if edit.old) == BASE.clauses
    new = tuple(edit.new for edit in applied.edits if edit.new)
    assert new == applied.document.clauses
    for edit in applied.edits:
        assert bool(edit.amendment) == (edit.old != edit.new)


def test_every_clause_of_the_result_has_its_parent_before_it() -> None:
    wording = "4.9 = Increment\n4.9.1 Read on.\n4.9.1(a) One.\nNote: A note."
    applied = run(BASE, amendment(1, "4.9"), wording=(wording,))
    seen: set[str | None] = {None}
    for clause in applied.document.clauses:
        assert clause.parent in seen
        assert clause.id not in seen
        seen.add(clause.id)


@settings(max_examples=100)
@hypothesis.given(bodies(), orders())
def test_the_new_agreement_has_the_ids_that_reading_it_again_gives(
    text: str, ordered: tuple[Document, Instructions]
) -> None:
    base = agreement(text)
    assert [one.id for one in reread(base).clauses] == [one.id for one in base.clauses]
    new = apply(base, *ordered).document
    assume(any(is_numbered(one) for one in new.clauses))
    assert printed(reread(new)) == printed(new)
    assert [one.id for one in reread(new).clauses] == [one.id for one in new.clauses]


def test_the_second_of_two_headings_is_the_only_one_where_the_first_goes() -> None:
    lines = (
        "Sample Teachers’ Collective Agreement (STCA) 2022-25",
        "1.1 Hours are agreed in writing.\n\nMeetings",
        "1.2 They are held each term.",
        "1.3 Nobody is paid to attend.\n\nMeetings",
        "1.4 The board decides where they are held.",
    )
    base = read("\n\n".join(lines).encode(), name="sample.txt")
    ids = [one.id for one in base.clauses]
    assert ids[1:] == ["1.1", "Meetings", "1.2", "1.3", "Meetings (2nd)", "1.4"]
    applied = run(base, amendment(1, "Meetings", action="repeal", fragment=False))
    new = [one.id for one in applied.document.clauses]
    assert new[1:] == ["1.1", "1.2", "1.3", "Meetings", "1.4"]
    added = run(
        base,
        amendment(1, "1.1A", action="insertion", printed=("1.1A",)),
        wording=("== Meetings\n1.1A They open with a karakia.",),
    )
    new = [one.id for one in added.document.clauses]
    assert new[2:5] == ["Meetings", "1.1A", "Meetings (2nd)"]


# ------------------------------------------------------------------------- real terms


def real(corpus: Path, seeds: Path, base: str, number: str) -> tuple[Document, Applied]:
    """Real terms on the sample base of the same agreement, held against the proof."""
    old = read(corpus / base)
    said = read(next(seeds.glob(f"{number}_*")))
    ordered = find(said)
    applied = apply(old, said, ordered)
    proof = prove(old, said, ordered, applied, old, applied.document, spans(applied))
    assert proof.failures == ()
    return old, applied


def test_real_secondary_terms(corpus: Path, seeds: Path) -> None:
    old, applied = real(corpus, seeds, "stca-2022-25.txt", "001")
    for outcome in applied.outcomes:
        given = outcome.amendment.wording == "given"
        assert outcome.status == ("applied" if given else "needs-wording")
    done = {one.clause: one.op for outcome in applied.outcomes for one in outcome.operations}
    stays = [f"4.9.{n}" for n in range(2, 10)] + ["5.6.6", "6.2.9", "1.8(h)(i)", "4.1.1", "4.1.3"]
    for clause_id in stays:
        assert clause_id not in done
        assert applied.document.body[clause_id] == old.body[clause_id]
    around = [one for one in old.body if re.match(r"4\.1\.[13] paragraph", one)]
    assert around
    assert all(applied.document.body[one] == old.body[one] for one in around)
    assert done["6.2.8(g)"] == "repeal"
    assert ("child-repealed", "6.2.8(g)") in {(one.code, one.clause) for one in applied.findings}
    assert [done[f"11.2.{n}"] for n in (1, 2, 3, 4)] == ["substitution"] * 3 + ["insertion"]
    ids = list(applied.document.body)
    assert ids.index("4.9.9") < ids.index("4.9.10") < ids.index("4.10")
    assert ids.index("1.8(l)") < ids.index("1.8(m)") < ids.index("1.8(n)") < ids.index("1.9")
    assert ids.index("4.27.5") < ids.index("4.28.1") < ids.index("4.28.5") < ids.index("Part 5")
    assert [one.id for one in reread(applied.document).clauses] == ids


def test_real_primary_terms(corpus: Path, seeds: Path) -> None:
    old, applied = real(corpus, seeds, "ptca-2023-25.txt", "003")
    status = {one.amendment.target: one.status for one in applied.outcomes}
    for clause_id in ("3.4A", "3.9", "2.10.3", "2.10.4", "2.10.5", "3.17", "3.35", "3.27.1"):
        assert status[clause_id] == "needs-decision"
    for clause_id in ("3.37.4", "3.5", "4.13"):
        assert status[clause_id] == "needs-wording"
    body = applied.document.body
    assert body["1.6.4"].own_text == old.body["1.6.3"].own_text
    assert applied.renumbered["1.6.3"] == "1.6.4"
    assert "1.6.17" in {one.clause for out in applied.outcomes for one in out.operations}
    assert any(one.code == "reference-stale" for one in applied.findings)


def test_real_terms_on_the_other_agreement_are_refused(corpus: Path, seeds: Path) -> None:
    said = read(next(seeds.glob("001_*")))
    with pytest.raises(TermsDoNotFit, match=r"STCA.*PTCA"):
        apply(read(corpus / "ptca-2023-25.txt"), said, find(said))

"""Another side's tracked agreement held against base and terms: each difference once, by kind."""

from __future__ import annotations

import pytest

from clausetrack import reconcile
from clausetrack.comparison import tracked
from clausetrack.errors import TermsDoNotFit
from clausetrack.reconcile.differences import Difference, Reconciliation

BASE = """Lighthouse Keepers’ Collective Agreement 2020–2023

Part Two: Lamps

2.1 Lighting

2.1.1 A keeper lights the lamp within 5 days of landing, and may ask for help.

2.1.2 Each lamp is worth $5,000 per annum, which the harbour board pays in March.

2.1.3 A keeper cleans the glass of the upper light once in each week of the winter.

2.1.4 The board gives every keeper:

(a) a coat that keeps out the rain;

(b) two pairs of boots for the rocks; and

(c) a lantern with a spare wick.

2.2 Signals

2.2.1 The fog signal is sounded by the keeper of the watch, and never by a visitor.

2.2.2 Pay of keepers is set out in this table.

Pay of keepers

Step	Group	Rates effective 1 July 2024
1	A	$50,000
2	B	$52,000

2.2.3 A visitor signs the log book on the day of landing and on the day of leaving.
"""

TERMS = """Terms of Settlement

These terms renew the Lighthouse Keepers’ Collective Agreement (2023 – 2026).

1. Lamps

Amend clause 2.1.2 as follows:

2.1.2 Each lamp is worth $5,500 per annum, which the harbour board pays in March.

2. Landing

In clause 2.1.1 replace the words “5 days” with “10 days”.

3. Clothing

Amend clause 2.1.4 by adding a sub-clause:

(d) a hat for the sun.

4. Visitors

Delete clause 2.2.3.

5. Glass

Amend clause 2.1.3 so that it is easier to follow. The wording is available in the tracked change \
collective agreement.
"""

NEW = (
    BASE.replace("$5,000", "$5,500")
    .replace("within 5 days", "within 10 days")
    .replace("spare wick.", "spare wick.\n\n(d) a hat for the sun.")
    .partition("2.2.3")[0]
    .replace("once in each week of the winter", "every week in winter")
)


def held(old: str = BASE, new: str = NEW, terms: str = TERMS) -> Reconciliation:
    """The outcome where theirs makes `new` of `old`, every change tracked."""
    theirs = tracked(old.encode(), new.encode(), author="R. Rua")[0]
    return reconcile(BASE.encode(), terms.encode(), theirs)


def told(result: Reconciliation) -> list[tuple[str, str]]:
    """The differences but for what agrees and what the honest version has for a person."""
    known = {("unverified", "2.1.3")}
    found = [(one.kind, one.clause) for one in result.differences if one.kind != "agreed"]
    return [one for one in found if one not in known]


def only(result: Reconciliation, kind: str) -> Difference:
    (found,) = result.of(kind)
    return found


def words(one: Difference) -> list[tuple[str, str]]:
    return [(edit.old, edit.new) for edit in one.edits]


# ----------------------------------------------------------------------------- nothing to say


def test_theirs_as_ordered_agrees_and_leaves_one_thing_to_a_person() -> None:
    result = held()
    assert told(result) == []
    assert [(one.clause, one.amendment) for one in result.of("agreed")] == [
        ("2.1.2", "1#1"),
        ("2.1.1", "2#1"),
        ("2.1.4(d)", "3#1"),
        ("2.2.3", "4#1"),
    ]
    check = only(result, "unverified")
    assert (check.clause, check.amendment) == ("2.1.3", "5#1")
    assert ("once in each", "every") in words(check) or check.edits
    assert {mark.author for mark in check.marks} == {"R. Rua"}
    assert result.differs


def test_a_base_reconciled_with_itself_lacks_what_was_ordered() -> None:
    result = held(new=BASE)
    assert {kind for kind, _ in told(result)} == {"absent"}
    assert {one.amendment for one in result.of("absent")} == {"1#1", "2#1", "3#1", "4#1", "5#1"}
    assert [finding.code for finding in result.findings] == ["tracked-unmarked", "not-compared"]


# -------------------------------------------------------------------------------- silent edits


def silently(was: str, now: str) -> Reconciliation:
    """Theirs where the base that it tracks changes in is not ours."""
    assert was in BASE
    return held(BASE.replace(was, now), NEW.replace(was, now))


def test_a_word_that_changed_without_a_mark_is_silent_and_stands_first() -> None:
    result = silently("never by a visitor", "rarely by a visitor")
    assert told(result) == [("silent", "2.2.1")]
    first = result.differences[0]
    assert (first.kind, words(first)) == ("silent", [("never", "rarely")])
    assert first.ours.endswith("never by a visitor.")
    assert first.marks == ()


def test_a_silent_edit_beside_an_ordered_one_is_told_once() -> None:
    result = silently("pays in March", "pays in May")
    assert told(result) == [("silent", "2.1.2")]
    assert "2.1.2" in {one.clause for one in result.of("agreed")}


def test_a_silent_edit_under_an_ordered_one_is_told_though_the_result_is_right() -> None:
    result = held(BASE.replace("$5,000", "$4,900"), NEW)
    assert told(result) == [("silent", "2.1.2")]
    assert "2.1.2" in {one.clause for one in result.of("agreed")}


def test_a_silent_edit_and_a_wrong_figure_in_one_clause_are_two_differences() -> None:
    new = NEW.replace("pays in March", "pays in May").replace("$5,500", "$5,400")
    result = held(BASE.replace("pays in March", "pays in May"), new)
    assert told(result) == [("silent", "2.1.2"), ("different", "2.1.2")]
    assert words(only(result, "silent")) == [("March", "May")]
    assert words(only(result, "different")) == [("$5,500", "$5,400")]


def test_a_clause_that_came_or_went_silently_is_one_difference_with_all_under_it() -> None:
    more = "\n\n2.1.5 A keeper has a dog.\n\n(a) The dog is fed.\n\n2.2 Signals"
    result = silently("\n\n2.2 Signals", more)
    one = only(result, "silent")
    assert (one.clause, one.what, one.clauses) == ("2.1.5", "inserted", ("2.1.5", "2.1.5(a)"))
    gone = silently("2.2.1 The fog signal is sounded by the keeper of the watch, and never by a "
                    "visitor.\n\n", "")  # fmt: skip
    assert [(one.clause, one.what) for one in gone.of("silent")] == [("2.2.1", "deleted")]


def test_a_cell_that_changed_silently_is_told_by_its_step() -> None:
    one = only(silently("$52,000", "$51,000"), "silent")
    assert one.clause == "2.2.2 table 1"
    assert [(edit.row, edit.old, edit.new) for edit in one.edits] == [("2", "$52,000", "$51,000")]


def test_spacing_and_quotes_are_told_and_called_slight() -> None:
    result = silently("Lighthouse Keepers’ Collective", "Lighthouse Keepers' Collective")
    assert [(one.slight, one.what) for one in result.of("silent")] == [(True, "changed")]


def test_a_number_set_in_another_way_is_told_and_called_slight() -> None:
    one = only(silently("(b) two pairs", "b) two pairs"), "silent")
    assert (one.clause, one.slight, one.ours, one.theirs) == ("2.1.4(b)", True, "(b)", "b)")


# ------------------------------------------------------------------------ tracked, not ordered


@pytest.mark.parametrize(
    ("was", "now", "clause", "what"),
    [
        ("never by a visitor", "rarely by a visitor", "2.2.1", "changed"),
        ("(c) a lantern with a spare wick.\n\n(d) a hat for the sun.",
         "(c) a lantern with a spare wick.\n\n(d) a hat for the sun.\n\n(e) a pipe.",
         "2.1.4(e)", "inserted"),
        ("$52,000", "$53,000", "2.2.2 table 1", "changed"),
        ("may ask for help", "must ask for help", "2.1.1", "changed"),
    ],
)  # fmt: skip
def test_what_no_instruction_orders(was: str, now: str, clause: str, what: str) -> None:
    assert was in NEW
    result = held(new=NEW.replace(was, now))
    assert told(result) == [("not-ordered", clause)]
    one = only(result, "not-ordered")
    assert (one.what, one.amendment) == (what, "")
    assert {mark.author for mark in one.marks} == {"R. Rua"}


def test_a_change_beyond_an_exchange_of_words_leaves_the_exchange_agreed() -> None:
    result = held(new=NEW.replace("may ask for help", "must ask for help"))
    assert words(only(result, "not-ordered")) == [("may", "must")]
    assert "2.1.1" in {one.clause for one in result.of("agreed")}


# ------------------------------------------------------------------ ordered: absent, different


def test_an_instruction_left_out_is_absent() -> None:
    result = held(new=NEW.replace("$5,500", "$5,000"))
    one = only(result, "absent")
    assert (one.clause, one.amendment) == ("2.1.2", "1#1")
    assert told(result) == [("absent", "2.1.2")]


TWO = TERMS.replace(
    "with “10 days”.", "with “10 days”. In clause 2.1.1 replace “may ask” with “must ask”."
)
BOTH = NEW.replace("may ask", "must ask")


def test_of_two_orders_on_one_clause_the_one_left_out_is_named() -> None:
    assert told(held(new=BOTH, terms=TWO)) == []
    first = only(held(new=BOTH.replace("10 days", "5 days"), terms=TWO), "different")
    assert (first.clause, first.amendment, words(first)) == ("2.1.1", "2#1", [("10", "5")])
    second = only(held(new=BOTH.replace("must ask", "may ask"), terms=TWO), "different")
    assert (second.clause, second.amendment, words(second)) == ("2.1.1", "2#2", [("must", "may")])
    neither = held(new=BOTH.replace("must ask", "may ask").replace("10 days", "5 days"), terms=TWO)
    assert [(one.amendment, words(one)) for one in neither.of("absent")] == [
        ("2#1", [("10", "5")]),
        ("2#2", [("must", "may")]),
    ]


def test_a_repeal_left_out_is_absent() -> None:
    result = held(new=f"{NEW}2.2.3{BASE.partition('2.2.3')[2]}")
    assert told(result) == [("absent", "2.2.3")]
    assert only(result, "absent").what == "inserted"


def test_an_addition_left_out_is_absent() -> None:
    result = held(new=NEW.replace("\n\n(d) a hat for the sun.", ""))
    assert told(result) == [("absent", "2.1.4(d)")]


@pytest.mark.parametrize(
    ("was", "now", "clause", "order"),
    [
        ("$5,500", "$5,400", "2.1.2", "1#1"),
        ("10 days", "8 days", "2.1.1", "2#1"),
        ("a hat for the sun", "a cap for the sun", "2.1.4(d)", "3#1"),
    ],
)
def test_what_was_done_otherwise_is_told_word_by_word(
    was: str, now: str, clause: str, order: str
) -> None:
    result = held(new=NEW.replace(was, now))
    assert told(result) == [("different", clause)]
    one = only(result, "different")
    assert one.amendment == order
    ((old, new),) = words(one)
    assert old in was
    assert new in now


def test_wording_that_the_terms_print_is_ruled_by_them_to_the_last_word() -> None:
    result = held(new=NEW.replace("pays in March", "may pay in March"))
    one = only(result, "different")
    assert (one.clause, one.amendment) == ("2.1.2", "1#1")


# --------------------------------------------------------------------------- left to a person


def test_an_open_instruction_without_a_tracked_change_is_absent() -> None:
    result = held(new=NEW.replace("every week in winter", "once in each week of the winter"))
    one = only(result, "absent")
    assert (one.clause, one.amendment, one.what) == ("2.1.3", "5#1", "none")
    assert not result.of("unverified")


def test_a_renumbering_that_was_ordered_is_no_difference() -> None:
    terms = TERMS.partition("1. Lamps")[0] + (
        "1. Words\n\nAmend clause 2.2 by adding this clause:\n\n"
        "2.2.2 “Beacon” is a light on a hill that nobody minds.\n"
    )
    shifted = BASE.replace("2.2.3 A visitor", "2.2.4 A visitor").replace("2.2.2 Pay", "2.2.3 Pay")
    new = shifted.replace(
        "2.2.3 Pay", "2.2.2 “Beacon” is a light on a hill that nobody minds.\n\n2.2.3 Pay"
    )
    result = held(new=new, terms=terms)
    assert not [one for one in result.differences if one.kind != "agreed"]
    edited = held(new=new.replace("signs the log book", "reads the log book"), terms=terms)
    assert [(one.kind, one.clause) for one in edited.differences][:1] == [("not-ordered", "2.2.4")]
    assert [one.clause for one in edited.of("agreed")] == ["2.2.2", "2.2.3", "2.2.4"]
    left = held(new=BASE, terms=terms)
    one = only(left, "absent")
    assert (one.clause, one.renumbers) == (
        "2.2.2",
        (("2.2.3", "2.2.2"), ("2.2.4", "2.2.3")),
    )


def test_an_unordered_item_before_an_ordered_one_takes_its_number_and_not_its_credit() -> None:
    items = "(d) a pipe for the night; and\n\n(e) a hat for the sun."
    result = held(new=NEW.replace("(d) a hat for the sun.", items))
    one = only(result, "not-ordered")
    assert (one.clause, one.what, one.renumbers) == (
        "2.1.4(d)",
        "inserted",
        (("2.1.4(d)", "2.1.4(e)"),),
    )
    assert told(result) == [("not-ordered", "2.1.4(d)")]
    assert "2.1.4(d)" in {each.clause for each in result.of("agreed")}


def test_items_that_changed_places_are_one_difference() -> None:
    one, other = "a coat that keeps out the rain;", "two pairs of boots for the rocks; and"
    swapped = NEW.replace(one, "@").replace(other, one).replace("@", other)
    assert [(found.kind, found.what) for found in held(new=swapped).differences][:1] == [
        ("not-ordered", "moved")
    ]
    assert len(told(held(new=swapped))) == 1


SCALE = """1. Pay

The rates of the scale in clause 2.2.2 rise. The scale is amended as in this table.

Pay of keepers

Step	Group	Rates effective until 27 Jan 2026	Rates effective 28 Jan 2026
1	A	$50,000	$51,000
2	B	$52,000	$53,040
"""


@pytest.mark.parametrize(
    ("base", "right", "made", "expected"),
    [
        ("$52,000", "$53,040", "$53,040", []),
        ("$52,000", "$53,040", "$53,140", [("different", "$53,040", "$53,140")]),
        ("$51,500", "$53,040", "$53,040", [("silent", "$52,000", "$51,500")]),
        ("$51,500", "$53,040", "$53,140",
         [("silent", "$52,000", "$51,500"), ("different", "$53,040", "$53,140")]),
    ],
)  # fmt: skip
def test_a_scale_that_was_replaced(
    base: str, right: str, made: str, expected: list[tuple[str, str, str]]
) -> None:
    old = BASE.replace("$52,000", base)
    caption, table = SCALE.partition("Pay of keepers")[1:][0], SCALE.partition("Step")[2]
    head, _, rest = BASE.partition(f"{caption}\n\nStep")
    rows = f"{caption}\n\nStep{table.rstrip()}".replace(right, made)
    new = f"{head}{rows}\n\n{rest.partition(chr(10) * 2)[2]}"
    result = held(old, new, TERMS.partition("1. Lamps")[0] + SCALE)
    found = [(one.kind, edit.old, edit.new) for one in result.differences
             if one.kind != "agreed" for edit in one.edits]  # fmt: skip
    assert found == expected


def test_another_agreement_is_refused() -> None:
    other = BASE.replace("Lighthouse Keepers’", "Harbour Pilots’")
    theirs = tracked(other.encode(), other.encode())[0]
    with pytest.raises(TermsDoNotFit, match="the tracked agreement is the HPCA"):
        reconcile(BASE.encode(), TERMS.encode(), theirs)

"""What an order is on, for whom, and what it prints beside it: worked by hand."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts

from clausetrack.ingest import read
from clausetrack.markup import markup

AGREEMENT = """Tarn Hotels Collective Agreement 2023–2025

1 Rest

1.1 A porter has ten days of rest.

1.2 Rest is taken by agreement.

1.3 Rest may be split.

2 Pay

2.1 A porter is paid for ten days.
"""
TERMS = "Terms of settlement\nTarn Hotels Collective Agreement 2025–2027\n\n1. {}\n"
CONSENT = "\n\n“1.2 Rest is by consent.”"
result = on(AGREEMENT, TERMS)
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}


@pytest.mark.parametrize(
    "behind",
    [
        "This applies to head porters only.",
        "Night porters keep ten days.",
        "The same change is made in clause 2.1.",
        "Clause 2.1 is amended likewise.",
    ],
)
def test_where_else_or_for_whom_words_are_exchanged_is_not_passed_over(behind: str) -> None:
    done = result(f"Clause 1.1: replace “ten days” with “twelve days”. {behind}")
    assert "needs-decision" in statuses(done)
    assert texts(done)["2.1"] == UNCHANGED["2.1"]


@pytest.mark.parametrize(
    "behind", ["All other wording is unchanged.", "The rest of clause 1.1 remains.", ""]
)
def test_that_all_else_stays_is_no_exception(behind: str) -> None:
    done = result(f"Clause 1.1: replace “ten days” with “twelve days”. {behind}")
    assert texts(done) == UNCHANGED | {"1.1": "A porter has twelve days of rest."}


@pytest.mark.parametrize(
    "order",
    [
        f"Replace clause 1.2 with:{CONSENT}\n\nbut only for head porters.",
        f"Replace clause 1.2 with:{CONSENT}\n\nThis applies to head porters only.",
        f"For head porters only, replace clause 1.2 with:{CONSENT}",
        f"Replace clause 1.2 with the following, unless the union objects:{CONSENT}",
    ],
)
def test_wording_that_is_for_some_only_is_a_persons_to_put_in(order: str) -> None:
    done = result(order)
    assert statuses(done) == ["needs-decision"]
    assert texts(done) == UNCHANGED


def test_wording_that_hangs_on_ratification_is_put_in() -> None:
    done = result(f"Replace clause 1.2 with the following, subject to ratification:{CONSENT}")
    assert texts(done) == UNCHANGED | {"1.2": "Rest is by consent."}


def test_a_clause_printed_with_those_that_are_replaced_comes_in() -> None:
    done = result(
        f"Replace clauses 1.2 to 1.3 with:{CONSENT[:-1]}\n\n1.3 Rest may be sold.\n\n"
        "1.4 Rest is paid.”"
    )
    assert texts(done) == UNCHANGED | {
        "1.2": "Rest is by consent.",
        "1.3": "Rest may be sold.",
        "1.4": "Rest is paid.",
    }


def test_a_clause_that_no_order_names_is_not_overwritten_by_what_is_printed_beside_it() -> None:
    done = result(f"Replace clause 1.2 with:{CONSENT[:-1]}\n\n1.3 Consent is written.”")
    assert statuses(done) == ["needs-decision"]
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    "order", ["Insert new clause 1.4.", "A new clause 1.4 is added.", "Insert new clause 1.4:"]
)
def test_marks_open_wording_without_a_colon_before_them(order: str) -> None:
    done = result(f"{order}\n\n“1.4 Rest is paid.\n\n(a) It is paid weekly.”")
    assert texts(done) == UNCHANGED | {"1.4": "Rest is paid.", "1.4(a)": "It is paid weekly."}


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("Insert “paid” before “days” in clause 1.1.",
         {"1.1": "A porter has ten paid days of rest."}),
        ("Insert the words “(paid)” after the word “days” in clause 1.1.",
         {"1.1": "A porter has ten days (paid) of rest."}),
        ("Delete “ by agreement” from clause 1.2.", {"1.2": "Rest is taken."}),
        ("The word “ten” in clause 2.1 is replaced by “eleven”.",
         {"2.1": "A porter is paid for eleven days."}),
        ("Replace “porter” with “page” in clauses 1.1 and 2.1.",
         {"1.1": "A page has ten days of rest.", "2.1": "A page is paid for ten days."}),
    ],
)  # fmt: skip
def test_the_clause_may_be_named_behind_the_words(order: str, expected: dict[str, str]) -> None:
    assert texts(result(order)) == UNCHANGED | expected


def test_a_label_behind_words_is_no_aside() -> None:
    base = AGREEMENT + "\n2.2 These are given:\n(a) caps;\n(b) coats.\n"
    order = "Replace “coats” with “jackets” in clause 2.2(b)."
    done = markup(base.encode(), TERMS.format(order).encode())
    assert texts(done)["2.2(b)"] == "jackets."


def test_an_order_that_does_not_stand_the_proof_leaves_the_others_done() -> None:
    # "5" is no number that the clause under 1.2 could be read by again
    done = result(
        "Insert the following new clause:\n\n“5 Rest may be sold.”\n\n"
        "2. Clause 1.1: replace “ten days” with “twelve days”.\n\n3. Delete clause 1.3."
    )
    assert statuses(done) == ["needs-decision", "applied", "applied"]
    reason = done.applied.outcomes[0].reason
    assert reason.startswith("carried out, the new agreement would not read as it must at ")
    assert reason.endswith(": a person must carry it out")
    kept = {name: text for name, text in UNCHANGED.items() if name != "1.3"}
    assert texts(done) == kept | {"1.1": "A porter has twelve days of rest."}
    assert done.proof.holds


def test_a_number_that_is_printed_twice_is_refused_and_told() -> None:
    twice = f"{CONSENT[:-1]}\n\n1.2 It is in writing.\n\n1.3 Or not.”"
    done = result(f"Replace clause 1.2 with:{twice}")
    assert statuses(done) == ["needs-decision"]
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    "order",
    [
        "Delete clause 2 (Pay).",
        "Delete clause 2 – Pay.",
        "Delete clause 2 Pay in its entirety.",
        "Clause 2, “Pay”, is deleted.",
    ],
)
def test_a_clause_may_be_taken_out_by_its_number_and_its_heading(order: str) -> None:
    kept = {name: text for name, text in UNCHANGED.items() if not name.startswith("2")}
    assert texts(result(order)) == kept


@pytest.mark.parametrize("order", ["Delete clause 2 (Rest).", "Delete clause 2 Pay notes."])
def test_another_heading_or_more_than_it_is_a_persons_to_settle(order: str) -> None:
    done = result(order)
    assert statuses(done) == ["needs-decision"]
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    "order",
    [
        "In clause 1.2 replace the rest after “taken” with “when asked for.”",
        "In clause 2.1 replace the words before “is paid” with “Each porter”.",
        "In clause 1.1 replace “ten” with “twelve” or “fourteen”.",
        "In clause 1.1 replace “ten” with “twelve” for porters hired after 2025.",
        "In clause 1.1 replace “ten” with “twelve”, and with “fourteen” from 1 July 2026.",
        "In clause 1.1 replace “ten”, “rest” with “twelve”, “leave”.",
        "In clause 1.1 replace “ten” with “twelve”. Present porters stay on ten.",
        "In clause 1.1 replace “ten” with “twelve”. Do the same in clause 2.1.",
    ],
)
def test_more_than_one_exchange_of_words_is_a_persons_to_carry_out(order: str) -> None:
    done = result(order)
    assert "applied" not in statuses(done)
    assert texts(done) == UNCHANGED


SCALE = (
    "\n\nSchedule 1 Pay\n\n1 The rates are:\n\n| Step | Rate |\n| 1 | $30.00 |\n| 2 | $31.00 |\n"
)


def test_a_sentence_behind_a_scale_does_not_take_the_place_of_the_schedule() -> None:
    order = (
        "The rates in Schedule 1 are increased as follows:\n\n| Step | Rate |\n| 1 | $31.00 |\n"
        "| 2 | $32.00 |\n\nThese rates include three per cent."
    )
    done = markup((AGREEMENT + SCALE).encode(), TERMS.format(order).encode())
    assert "applied" not in statuses(done)
    assert done.applied.document.clauses == done.base.clauses


@pytest.mark.parametrize("labels", ["2.2(a) to (c)", "2.2(a), (b) and (c)"])
def test_an_entry_that_is_named_and_not_printed_does_not_stay_in_silence(labels: str) -> None:
    base = AGREEMENT + "\n2.2 These are given:\n(a) caps;\n(b) coats; and\n(c) keys.\n"
    order = f"Replace clause {labels} with:\n\n(a) one uniform."
    done = markup(base.encode(), TERMS.format(order).encode())
    assert "applied" not in statuses(done)
    assert texts(done)["2.2(a)"] == "caps;"


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        ("| Clause | Current | New |\n| 1.1 | ten days | twelve days |",
         {"1.1": "A porter has twelve days of rest."}),
        ("| Clause | From | To |\n| 1.1 | ten | twelve |\n| 2.1 | ten | nine |",
         {"1.1": "A porter has twelve days of rest.", "2.1": "A porter is paid for nine days."}),
    ],
)  # fmt: skip
def test_a_table_of_old_and_new_is_carried_out_by_clauses(
    table: str, wanted: dict[str, str]
) -> None:
    done = result(f"Allowances\n\n{table}")
    assert [one.amendment.target for one in done.applied.outcomes] == [*wanted]
    assert {one: texts(done)[one] for one in wanted} == wanted


def test_a_table_of_old_and_new_that_names_no_clause_is_listed() -> None:
    table = "| Allowance | Current | Proposed |\n| Meals | $8 | $9 |\n| Boots | $5 | $6 |"
    done = result(f"Allowances\n\n{table}")
    assert [one.amendment.target for one in done.applied.outcomes] == [None]
    assert "applied" not in statuses(done)


def test_what_stands_behind_wording_that_is_closed_is_listed() -> None:
    done = result(f"Replace clause 1.2 with:{CONSENT}\n\nThose on leave keep the old clause.")
    assert [one.text for one in done.instructions.terms_only] == [
        "Those on leave keep the old clause."
    ]

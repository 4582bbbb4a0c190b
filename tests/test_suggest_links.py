"""What is bound to something else, ends or hangs on a condition, in the words of agreements."""

from __future__ import annotations

from datetime import date

import pytest
from documents import clause, document

from clausetrack.provisions.cues import kinds, last_days, periods
from clausetrack.provisions.evaluate import Evaluation, evaluate, unused_facts
from clausetrack.provisions.facts import NEVER, Fact, FactName, Facts, Span, on
from clausetrack.provisions.suggest import suggest

TRIGGER, LINK = {"cross-agreement-trigger"}, {"conditional-variation"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # better terms for others
        ("Where the board offers another group of staff terms more favourable than these, they are"
         " offered to the keepers.", TRIGGER),
        ("If the board agrees to a rise for any other employees that is greater than that of clause"
         " 3, the rest is paid.", TRIGGER),
        ("Any improvement in leave negotiated for staff at other lights will be extended to the"
         " keepers.", TRIGGER),
        ("Keepers get any higher rate that the Pilots Collective Agreement sets.", TRIGGER),
        ("Parity will be held with the scale of the Pilots Collective Agreement.", TRIGGER),
        ("In the event that the pilots’ settlement exceeds 4%, the rest is added.", TRIGGER),
        ("If any union settles with the board for more, the same is due here.", TRIGGER),
        ("If the board agrees to a pay equity settlement for cooks, it is applied here.", TRIGGER),
        # margins, floors, shares, published rates
        ("The margin between a keeper and a mate will be maintained.", LINK),
        ("The board will keep the relativity of mates and keepers.", LINK),
        ("No rate is to be less than $1.50 above the adult minimum wage.", LINK),
        ("All rates under it are raised to the living wage each May.", LINK),
        ("No step will be below the current living wage.", LINK),
        ("If the minimum wage overtakes a step, that step goes.", LINK),
        ("The oil allowance is 7.5% of the mate’s rate.", LINK),
        ("Mileage is paid at the rate that is published by the revenue from time to time.", LINK),
        ("The meal fee is reviewed in line with the food group of the CPI.", LINK),
        ("Each guild may require clause 12 to be renegotiated.", LINK),
        ("The second increase is contingent on a grant.", LINK),
        ("The second instalment is subject to the grant being confirmed.", LINK),
        # last days
        ("The guild opens talks 90 days prior to expiry.", {"deadline"}),
        ("Talks may open within the 60 days before the expiry of this agreement.", {"deadline"}),
        ("Consultation lasts for at least two weeks.", {"deadline"}),
        ("Keepers have no less than ten working days to respond.", {"deadline"}),
        ("The notice period is four weeks.", {"deadline"}),
        ("The count is to be done by July 2027.", {"deadline"}),
        ("A report is due at the end of each year.", {"deadline"}),
        ("If the law changes, the parties will enter into talks.", {"duty-to-meet"}),
        # ends
        ("This agreement will continue in force until the close of 30 June 2029.", {"expiry"}),
        ("Term: 1 July 2026 - 30 June 2028", {"expiry"}),
        ("The term of this agreement is 24 months from 1 July 2026.", {"expiry"}),
        ("This clause has no effect after 30 June 2027.", {"expiry"}),
        ("The oil allowance is discontinued on 1 July 2027.", {"expiry"}),
        ("Clause 7 will cease to apply when the last keeper has left.", {"expiry"}),
        # the first pay
        ("A sum of $500 is due on the first pay day after ratification.", {"dated-rate"}),
    ],
)  # fmt: skip
def test_what_is_bound_to_something_else_or_ends_is_proposed(text: str, found: set[str]) -> None:
    assert set(dict(kinds(text))) == found


@pytest.mark.parametrize(
    "text",
    [
        "Keepers employed before 1 July 2012 keep the allowance of $1,200.",
        "Those appointed on or before 30 June 2010 keep five weeks of leave.",
        "A keeper who commenced employment before 1 May 2011 is paid the old allowance.",
        "A keeper may ask for a margin of time between two watches.",
        "Any union member may attend.",
        "If any union member attends, the board agrees to release that keeper.",
        "The settlement reached with the guild provides for a rise.",
        "If a keeper asks for better terms, other staff are told.",
        "Leave is earned in the 12 months before it is taken.",
        "A keeper with at least two years of service may apply.",
        "Leave is paid, subject to the sum being reduced by what was paid.",
        "The board consults the guild.",
        "Keepers are paid at the living wage or better.",
    ],
)
def test_words_of_such_a_kind_that_bind_to_nothing_are_not_proposed(text: str) -> None:
    assert not dict(kinds(text))


def test_who_must_be_appointed_before_a_day_must_be_so_by_that_day() -> None:
    text = "A cook must be appointed before 1 May 2027."
    assert dict(kinds(text)) == {"deadline": text}


@pytest.mark.parametrize("before", ["before it expires", "prior to the expiry of this agreement",
                                    "before the date on which this agreement expires"])  # fmt: skip
def test_up_to_when_something_runs_does_not_end_it(before: str) -> None:
    assert "expiry" not in dict(kinds(f"Talks open at least two months {before}."))
    assert "expiry" in dict(kinds("The offer is to be taken up before it expires on 1 May 2027."))


def test_what_ends_takes_the_day_of_its_own_sentence_alone() -> None:
    two = "From 1 May 2026 the rate is $5. The loading will cease to apply."
    assert set(dict(kinds(two))) == {"expiry", "dated-rate"}
    one = "The rate of $5 is paid up to 1 May 2026 and ceases on 2 May 2026."
    assert set(dict(kinds(one))) == {"expiry"}


def test_each_period_of_a_window_is_named() -> None:
    text = "Talks open not earlier than 60 days before it expires, or 120 days if there are two."
    assert [str(one) for one in periods(text)] == ["60 days", "120 days"]
    text = "Consultation runs for not less than 15 working days."
    assert [str(one) for one in periods(text)] == ["15 working days"]


@pytest.mark.parametrize(
    "begins", ["comes into force on", "came into effect on", "commences on", "starts", "begins on"]
)
def test_the_day_on_which_a_term_begins_is_no_last_day(begins: str) -> None:
    text = f"This agreement {begins} 1 March 2026 and expires on 31 August 2028."
    assert last_days(text) == (date(2028, 8, 31),)


def judged(text: str, *facts: str) -> list[Evaluation]:
    made = document(clause("2.1", text), kind="agreement", agreement="STCA", version="2026-28")
    known = [Fact(FactName("STCA 2026-28", fact), on(date(2026, 3, 2))) for fact in facts]
    return list(evaluate(suggest(made), [made], Facts(tuple(known))))


@pytest.mark.parametrize(
    "text",
    [
        "If any change in the law affects this, the parties will meet within 20 working days.",
        "The allowance ceases on 30 June 2027 unless the parties agree to keep it.",
        "The rate is $5 from 1 July 2027, provided that the grant is made.",
        "If the roster changes, no more than 12 teachers may hold it.",
    ],
)
def test_no_kind_is_said_to_hang_on_nothing_where_its_words_name_a_condition(text: str) -> None:
    (one,) = judged(text)
    assert one.texts == ("the condition that clause 2.1 states: a person must judge it",)
    assert one.status == "unknown"


@pytest.mark.parametrize(
    "text",
    [
        "The board pays fares, if any, within 20 working days.",
        "The allowance ceases on 30 June 2027.",
        "The rate is $5 from 1 July 2027.",
    ],
)
def test_words_that_name_no_condition_are_stated(text: str) -> None:
    (one,) = judged(text)
    assert (one.texts, one.status) == ((), "stated")


def test_a_second_thing_to_be_done_leaves_the_last_day_of_the_first() -> None:
    # 30 days after 2 March 2026: 29 of them are left in March, so 1 April
    text = ("A panel will be set up within 30 days of the signing of this agreement and will report"
            " by 30 November 2026.")  # fmt: skip
    (one,) = judged(text, "signed")
    (due,) = one.follows[0].deadlines
    assert due.day == date(2026, 4, 1)
    assert due.duty.act == "do what clause 2.1 says is to be done by then"
    two = "It is set up within 30 days of ratification and will not be changed."
    (one,) = judged(two, "ratified")
    assert one.follows[0].deadlines == ()


PAID = "The board shall pay arrears within 10 working days of ratification"
RATIFIED = FactName("STCA 2026-28", "ratified")


def paid(*facts: Fact, as_at: date | None = None, text: str = f"{PAID}.") -> Evaluation:
    made = document(clause("2.1", text), kind="agreement", agreement="STCA", version="2026-28")
    (one,) = evaluate(suggest(made), [made], Facts(facts), as_at)
    return one


def test_the_fact_from_which_a_last_day_runs_is_relied_on() -> None:
    # 2 March 2026 is a Monday, and no holiday stands in the two weeks behind it
    told = Fact(RATIFIED, on(date(2026, 3, 2)))
    one = paid(told)
    (due,) = one.follows[0].deadlines
    assert (one.status, due.day, due.facts) == ("action-due", date(2026, 3, 16), (told,))
    assert one.facts == (told,)
    assert unused_facts([one], Facts((told,))) == ()
    other = Fact(FactName("STCA 2026-28", "signed"), on(date(2026, 3, 6)))
    assert unused_facts([one], Facts((told, other))) == (other.name,)


def test_what_runs_from_an_event_is_due_only_once_that_has_happened() -> None:
    told = Fact(RATIFIED, on(date(2026, 3, 2)))
    assert paid(told, as_at=date(2026, 3, 2)).status == "action-due"
    early = paid(told, as_at=date(2026, 3, 1))
    assert (early.status, early.follows) == ("not-met", ())
    never = paid(Fact(RATIFIED, NEVER))
    assert (never.status, never.missing) == ("not-met", ())
    unknown = paid()
    assert (unknown.status, unknown.missing) == ("unknown", (RATIFIED,))
    about = paid(Fact(RATIFIED, Span(date(2026, 2, 26), date(2026, 3, 4))), as_at=date(2026, 3, 2))
    assert about.status == "unknown"


def test_a_condition_beside_the_event_leaves_both_to_be_known() -> None:
    text = f"{PAID}, unless the guild agrees otherwise."
    one = paid(text=text)
    assert (one.status, one.missing) == ("unknown", (RATIFIED,))
    assert one.texts == ("the condition that clause 2.1 states: a person must judge it",)
    assert paid(Fact(RATIFIED, NEVER), text=text).status == "not-met"

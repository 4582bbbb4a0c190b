"""What becomes of a provision that was set off; suppositions; the agreements; calendar and page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from icalendar import Calendar
from provision_samples import clause, ptca, shipped, stca

from clausetrack.errors import InvalidFacts
from clausetrack.model import Document
from clausetrack.provisions import agreements, changes, explain, suppose
from clausetrack.provisions.evaluate import Evaluation, evaluate, unused_facts
from clausetrack.provisions.facts import NEVER, Fact, FactName, Facts, Span, on
from clausetrack.render import triggers_html
from clausetrack.render.ics import calendar

OWN, OTHER, ID = "PTCA 2025-27", "STCA 2025-27", "ptca-2025-27-item-3"
MET = {
    (OWN, "terms_signed"): on(date(2025, 10, 1)),
    (OWN, "ratified"): on(date(2025, 10, 2)),
    (OWN, "signed"): on(date(2025, 10, 4)),
    (OTHER, "ratified"): on(date(2025, 12, 4)),
    (OTHER, "signed"): on(date(2025, 12, 8)),
}


def known(more: dict[str, Span], base: dict[tuple[str, str], Span] | None = None) -> Facts:
    """The facts under which the offer is due, and facts of the variation offered."""
    told = [Fact(FactName(*name), span) for name, span in (MET if base is None else base).items()]
    told += [Fact(FactName(OWN, f"variation_{name}", ID), span) for name, span in more.items()]
    return Facts(tuple(told))


def judged(facts: Facts, as_at: date | None = None, value: str = "$5,500") -> Evaluation:
    (evaluation,) = evaluate(shipped(), [ptca(), stca(value)], facts, as_at)
    return evaluation


DAY = date(2025, 12, 20)


@pytest.mark.parametrize(
    ("more", "as_at", "status"),
    [
        ({}, None, "offer-due"),
        ({}, date(2026, 3, 1), "offer-due"),  # whether it was made is not known
        ({"offered": NEVER}, None, "offer-due"),
        ({"offered": NEVER}, date(2026, 1, 5), "offer-due"),  # the last day by a rule
        ({"offered": NEVER}, date(2026, 1, 6), "overdue"),
        ({"offered": Span(date(2026, 2, 1), never=True)}, date(2026, 1, 20), "overdue"),
        ({"offered": on(DAY)}, None, "offered"),
        ({"offered": on(DAY)}, date(2025, 12, 19), "offer-due"),
        ({"offered": on(DAY), "received": on(DAY)}, None, "answer-due"),
        (
            {"offered": on(DAY), "received": on(DAY), "accepted": NEVER, "declined": NEVER},
            date(2026, 2, 1),
            "overdue",
        ),
        ({"offered": on(DAY), "received": on(DAY), "accepted": on(DAY)}, None, "accepted"),
        ({"offered": on(DAY), "declined": on(date(2026, 1, 3))}, None, "declined"),
        (
            {"offered": on(DAY), "accepted": on(DAY), "signed": on(date(2026, 2, 1))},
            None,
            "varied",
        ),
    ],
)
def test_how_far_the_offer_has_come(more: dict[str, Span], as_at: date | None, status: str) -> None:
    assert judged(known(more), as_at).status == status


def test_a_variation_that_names_no_provision_is_not_taken_for_this_one() -> None:
    other = Fact(FactName(OWN, "variation_offered"), on(DAY))
    assert judged(Facts((*known({}), other))).status == "offer-due"


def test_what_became_of_the_offer_is_used_and_another_offer_is_not() -> None:
    told = known({"offered": on(DAY), "received": on(DAY)})
    assert unused_facts([judged(told)], told) == ()
    other = FactName(OWN, "variation_offered")
    with_other = Facts((*told, Fact(other, on(DAY))))
    assert unused_facts([judged(with_other)], with_other) == (other,)


def test_the_second_month_runs_from_receipt() -> None:
    (follows,) = judged(known({"offered": on(DAY)})).follows
    answer = follows.deadlines[1]
    assert (answer.day, answer.not_later_than) == (None, date(2026, 2, 4))
    evaluation = judged(known({"offered": on(DAY), "received": on(date(2025, 12, 22))}))
    assert evaluation.follows[0].deadlines[1].day == date(2026, 1, 22)


def test_an_interval_gives_the_earliest_day_as_the_alert_and_the_range() -> None:
    facts = dict(MET)
    facts[OTHER, "ratified"] = Span(date(2025, 11, 25), date(2025, 12, 5))
    (follows,) = judged(known({}, facts)).follows
    offer = follows.deadlines[0]
    assert (offer.day, offer.latest) == (date(2025, 12, 25), date(2026, 1, 5))
    said = " ".join(explain.text(judged(known({}, facts))).split())
    assert "Last day: 25 December 2025" in said
    assert "corresponding-date: 25 December 2025 to 5 January 2026" in said


def test_when_its_time_is_over_it_has_expired() -> None:
    facts = {name: span for name, span in MET.items() if name[0] == OWN}
    facts[OTHER, "ratified"] = NEVER
    assert judged(known({}, facts), date(2027, 12, 2)).status == "not-met"
    assert judged(known({}, facts), date(2027, 12, 3)).status == "expired"


# -------------------------------------------------------------------- what would change it


def test_each_missing_fact_is_tried_both_ways() -> None:
    facts = {name: span for name, span in MET.items() if name != (OWN, "ratified")}
    unknown = judged(known({}, facts))
    assert unknown.status == "unknown"
    would = changes.changes(unknown, [ptca(), stca("$5,500")], known({}, facts))
    assert [(one.supposed, one.status) for one in would] == [
        ("PTCA 2025-27 ratified: known not to have happened", "lapsed"),
        ("PTCA 2025-27 ratified: 3 October 2025", "offer-due"),
        ("PTCA 2025-27 ratified: 4 October 2025", "lapsed"),
        ("STCA unit value = $5,000", "not-met"),
    ]


def test_why_not_names_what_stands_against_it() -> None:
    evaluation = judged(known({}), value="$5,000")
    (why,) = changes.why_not(evaluation)
    assert "equal to $5,000" in why.statement
    would = changes.changes(evaluation, [ptca(), stca("$5,000")], known({}))
    assert ("STCA unit value = $5,001", "offer-due") in [(o.supposed, o.status) for o in would]


# -------------------------------------------------------------------------------- what if


def test_a_figure_can_be_supposed() -> None:
    what = suppose.parse("STCA unit value = $5,200 from 28 January 2026", shipped())
    assert what == suppose.Supposition("STCA", "unit value", Decimal(5200), date(2026, 1, 28))
    supposed = suppose.supposed([what], shipped())
    (evaluation,) = evaluate(shipped(), [ptca(), stca("$4,900")], known({}), None, supposed)
    assert evaluation.status == "offer-due"
    assert [part.amount for part in evaluation.follows[0].excess] == [Decimal(200)]
    version = suppose.supposed(
        [suppose.parse("STCA 2022-25 unit value = 9000", shipped())], shipped()
    )
    (untouched,) = evaluate(shipped(), [ptca(), stca("$4,900")], known({}), None, version)
    assert untouched.status == "not-met"


def test_from_what_value_anything_bites() -> None:
    what = suppose.parse("STCA unit value", shipped())
    given = [ptca(), stca("$4,000")]
    (found,) = suppose.thresholds(what, shipped(), given, known({}))
    assert (found.provision.id, found.relation, found.amount) == (ID, "above", Decimal(5000))
    assert (found.status, found.deadlines[0].day) == ("offer-due", date(2026, 1, 4))
    assert [part.old for part in found.raised] == [Decimal(4600), Decimal(4700)]
    said = " ".join(explain.thresholds([found]).split())
    assert "up to $5,000 nothing arises, above $5,000" in said
    assert "$4,600 plus what is above $5,000 from 28 January 2026" in said
    assert "Last day: 4 January 2026" in said
    own = suppose.parse("PTCA unit value", shipped())
    assert not list(suppose.thresholds(own, shipped(), given, known({})))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("5200", "supposes nothing"),
        ("STCA pay = 5200", "is no measure"),
        ("STCA unit value = lots", "is no amount"),
        ("STCA unit value = 5200 from then", "is no day"),
    ],
)
def test_what_supposes_nothing_is_refused(text: str, says: str) -> None:
    with pytest.raises(InvalidFacts, match=says):
        suppose.parse(text, shipped())


def test_what_was_done_too_late_is_done_and_said_to_be_late() -> None:
    on_time = judged(known({"offered": on(date(2026, 1, 4))}))  # ratified on 4 December
    late = judged(known({"offered": on(date(2026, 1, 20))}))
    for evaluation, is_late in ((on_time, False), (late, True)):
        assert evaluation.status == "offered"
        assert evaluation.follows[0].deadlines[0].late == is_late
        assert ("too late; the last day" in " ".join(explain.text(evaluation).split())) == is_late


def test_terms_that_a_fact_says_have_lapsed_bind_no_one() -> None:
    lapsed = judged(known({}, {(OWN, "terms_lapsed"): on(date(2025, 10, 7))}))
    assert lapsed.status == "lapsed"
    assert "recorded as lapsed" in explain.text(lapsed)


def test_a_watched_agreement_that_a_fact_says_has_lapsed_is_disputed() -> None:
    facts = {**MET, (OTHER, "terms_lapsed"): on(date(2025, 12, 9))}
    del facts[OTHER, "signed"]
    disputed = judged(known({}, facts))
    assert disputed.status == "disputed"
    assert "lapsed-agreement" in [fork.id for fork in disputed.forks]
    later = {**facts, (OTHER, "terms_lapsed"): on(date(2025, 12, 20))}
    assert judged(known({}, later), date(2025, 12, 8)).status == "offer-due"  # not yet


# ------------------------------------------------------------------------------ agreements


def agreement() -> Document:
    text = "This agreement is effective from 3 July 2022 and expires on 2 July 2025."
    return Document(
        "agreement", "STCA", version="2022-25", clauses=(clause("1.6", "clause", text),)
    )


def standing(facts: dict[str, Span], as_at: date) -> agreements.AgreementStatus:
    told = tuple(Fact(FactName("STCA 2022-25", name), span) for name, span in facts.items())
    (found,) = agreements.statuses([agreement()], Facts(told), as_at)
    return found


SIGNED = {"signed": on(date(2023, 8, 11))}
BEFORE, AFTER = date(2025, 6, 1), date(2025, 8, 1)


@pytest.mark.parametrize(
    ("facts", "as_at", "status"),
    [
        ({}, BEFORE, "unknown"),
        ({"signed": NEVER, "ratified": NEVER, "terms_signed": on(BEFORE)}, BEFORE, "offer"),
        ({"signed": NEVER, "ratified": on(date(2023, 8, 1))}, BEFORE, "ratified"),
        ({"terms_lapsed": on(date(2023, 8, 12))}, BEFORE, "lapsed"),
        ({"signed": on(date(2022, 6, 1))}, date(2022, 7, 2), "signed"),
        (SIGNED, BEFORE, "in-force"),
        (SIGNED, date(2025, 7, 2), "in-force"),
        (SIGNED, AFTER, "unknown"),
        ({**SIGNED, "bargaining_initiated": NEVER}, AFTER, "expired"),
        ({**SIGNED, "bargaining_initiated": on(date(2025, 7, 3))}, AFTER, "expired"),
        (
            {**SIGNED, "bargaining_initiated": on(BEFORE), "bargaining_ended": NEVER},
            AFTER,
            "carried-on",
        ),
        (
            {**SIGNED, "bargaining_initiated": on(BEFORE), "bargaining_ended": NEVER},
            date(2026, 7, 2),
            "carried-on",
        ),
        (
            {**SIGNED, "bargaining_initiated": on(BEFORE), "bargaining_ended": NEVER},
            date(2026, 7, 3),
            "expired",
        ),
        (
            {**SIGNED, "bargaining_initiated": on(BEFORE), "bargaining_ended": on(AFTER)},
            AFTER,
            "expired",
        ),
    ],
)
def test_the_status_of_an_agreement_on_a_day(
    facts: dict[str, Span], as_at: date, status: str
) -> None:
    found = standing(facts, as_at)
    assert found.status == status
    assert bool(found.missing) == (status == "unknown")


def test_what_would_tell_whether_it_is_carried_on_is_asked_for() -> None:
    assert [name.name for name in standing(SIGNED, AFTER).missing] == [
        "bargaining_initiated",
        "bargaining_ended",
    ]


def replaced(*later: tuple[str, Span], own: dict[str, Span] | None = None) -> str:
    """The status on 1 August 2025, with facts about the agreement that replaces it."""
    told = [Fact(FactName("STCA 2022-25", n), s) for n, s in {**SIGNED, **(own or {})}.items()]
    told += [Fact(FactName("STCA 2025-27", name), span) for name, span in later]
    found = agreements.statuses([agreement()], Facts(tuple(told)), AFTER)
    return next(one.status for one in found if one.version == "STCA 2022-25")


def test_bargaining_may_be_recorded_of_the_agreement_that_it_was_for() -> None:
    begun, going = ("bargaining_initiated", on(BEFORE)), ("bargaining_ended", NEVER)
    assert replaced(begun, going) == "carried-on"
    assert replaced(("bargaining_initiated", on(AFTER)), going) == "expired"  # after the expiry
    assert replaced(begun) == "unknown"


def test_the_signing_of_the_next_agreement_ends_the_bargaining() -> None:
    own = {"bargaining_initiated": on(BEFORE), "bargaining_ended": NEVER}
    assert replaced(("signed", on(AFTER)), own=own) == "expired"
    assert replaced(("signed", on(date(2025, 8, 2))), own=own) == "carried-on"  # the day before
    del own["bargaining_ended"]
    assert replaced(("signed", on(AFTER)), own=own) == "expired"


# ------------------------------------------------------------------------- calendar and page


def events(evaluations: Sequence[Evaluation]) -> list[tuple[str, date, str]]:
    read = Calendar.from_ical(calendar(evaluations))
    return [
        (str(event["uid"]), event.decoded("dtstart"), str(event["summary"]))
        for event in read.walk("VEVENT")
    ]


def test_each_last_day_is_one_whole_day_event_that_reads_back() -> None:
    ((uid, day, title),) = events([judged(known({}))])
    assert day == date(2026, 1, 4)
    assert title.startswith("UNCONFIRMED: PTCA 2025-27: the Public Service Commissioner must")
    facts = dict(MET)
    facts[OTHER, "ratified"] = on(date(2025, 12, 3))
    ((same, earlier, _),) = events([judged(known({}, facts))])
    assert (same, earlier) == (uid, date(2026, 1, 3))
    assert calendar([judged(known({}))]) == calendar([judged(known({}))])


def test_a_conditional_answer_says_so_in_the_title() -> None:
    facts = {name: span for name, span in MET.items() if name != (OWN, "ratified")}
    ((_, _, title),) = events([judged(known({}, facts))])
    assert title.startswith("IF RATIFIED, UNCONFIRMED: ")
    facts = {name: span for name, span in MET.items() if name != (OWN, "signed")}
    ((_, _, title),) = events([judged(known({}, facts))])
    assert title.startswith("IF MET, UNCONFIRMED: ")  # it is ratified, and something else is open


def test_what_has_no_day_or_binds_no_one_is_no_event() -> None:
    assert events([judged(known({}, {}))]) == []
    assert events([judged(known({}, {**MET, (OWN, "ratified"): NEVER}))]) == []
    offered = judged(known({"offered": on(DAY)}))
    assert [day for _, day, _ in events([offered])] == []  # the answer's day hangs on receipt
    received = judged(known({"offered": on(DAY), "received": on(DAY)}))
    assert [day for _, day, _ in events([received])] == [date(2026, 1, 20)]


def test_the_page_holds_the_tree_and_nothing_that_could_act() -> None:
    evaluation = judged(known({}))
    html = triggers_html.triggers([evaluation], [()], None, (), ()).decode()
    assert "<script" not in html
    assert "offer due" in html
    assert "default-src 'none'" in html
    for reason in evaluation.because:
        for part in reason.walk():
            assert part.statement.replace("'", "&#39;") in html

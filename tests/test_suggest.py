"""Records proposed from a text, against lists made by hand; and what becomes of them."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from documents import clause, document
from icalendar import Calendar

from clausetrack.commands import main
from clausetrack.ingest import read
from clausetrack.model import Document
from clausetrack.provisions import drafts, records
from clausetrack.provisions.cues import kinds, last_days, periods
from clausetrack.provisions.evaluate import evaluate
from clausetrack.provisions.facts import Fact, FactName, Facts, on
from clausetrack.provisions.suggest import suggest
from clausetrack.provisions.vocabulary import Happening, Period
from clausetrack.render.ics import calendar

EXPECTED = json.loads((Path(__file__).parent / "expected" / "provisions.json").read_text("utf-8"))


@pytest.mark.parametrize("name", list(EXPECTED))
def test_the_provisions_of_the_real_terms_are_found(seeds: Path, name: str) -> None:
    (path,) = seeds.glob(f"{name}_*.txt")
    proposed = {
        (record.pinned.clause, record.kind): record
        for record in suggest(read(path))
        if record.pinned
    }
    want = {(clause_id, kind): set(days) for clause_id, kind, days in EXPECTED[name]}
    found = want.keys() & proposed.keys()
    assert len(found) >= 0.95 * len(want), want.keys() - proposed.keys()
    assert len(found) >= 0.80 * len(proposed), proposed.keys() - want.keys()
    for key in found:
        assert want[key] <= {day.isoformat() for day in proposed[key].stated.dates}, key
    assert not any(record.confirmed for record in proposed.values())


@pytest.mark.parametrize("name", ["stca-2022-25", "stca-2025-27-terms", "ptca-2025-27-terms"])
def test_what_is_proposed_reads_back_and_fits_its_text(corpus: Path, name: str) -> None:
    source = read(corpus / f"{name}.txt")
    proposed = suggest(source)
    assert proposed
    assert records.read(drafts.write(proposed), "f") == proposed
    judged = evaluate(proposed, [source])
    assert {one.state for one in judged} == {"suggested"}
    assert not any(one.stale for one in judged)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "If any other collective agreement is varied in that time, an offer is made.",
            "cross-agreement-trigger",
        ),
        ("On acceptance of the offer the agreement will be varied.", "conditional-variation"),
        ("The board answers within 20 working days.", "deadline"),
        ("Each side gives two months’ notice.", "deadline"),
        ("No more than 12 teachers may hold it.", "cap"),
        ("The allowance is limited to one year.", "cap"),
        ("It lapses unless the members ratify it.", "expiry"),
        ("The parties will meet to discuss the list.", "duty-to-meet"),
        ("From 1 May 2026 the rate is $5.", "dated-rate"),
        ("The words are in the marked-up agreement.", "incorporation"),
        ("If any other union settles above this, more is due.", "cross-agreement-trigger"),
        ("Should the primary agreement be varied, so is this.", "cross-agreement-trigger"),
        ("Where a later settlement has bigger rises, they flow on.", "cross-agreement-trigger"),
        ("When the PTCA is settled at a higher rate, it is matched.", "cross-agreement-trigger"),
        ("Arrears are due, provided that the terms are ratified in May.", "conditional-variation"),
        ("A bonus is paid, but only where the ballot is carried.", "conditional-variation"),
        ("Notify the union at least 20 working days before closing.", "deadline"),
        ("The union will have 30 days from the day it gets the list.", "deadline"),
        ("Claims made more than 90 days after the event will not be paid.", "deadline"),
        ("It is told a fortnight before, no later than 3 weeks after signing.", "deadline"),
        ("A report is due on 30 September 2027.", "deadline"),
        ("No claim may exceed 300 kilometres.", "cap"),
        ("Leave is not to be greater than a month.", "cap"),
        ("No teacher may hold more than three units.", "cap"),
        ("A reader carries a maximum load of 24 children.", "cap"),
        ("Members approve the terms or they fall away.", "expiry"),
        ("This clause ceases to apply on 31 December 2025.", "expiry"),
        ("It stays in place up to 31 December 2026.", "expiry"),
        ("Representatives sit down together each spring.", "duty-to-meet"),
        ("If the guild that speaks for the pilots secures a higher rise in any other agreement, "
         "more is due.", "cross-agreement-trigger"),
        ("Should the unit value in the Pilots’ Collective Agreement exceed $5,500, more is due.",
         "cross-agreement-trigger"),
        ("Mates are paid no less than mates under the Pilots’ Collective Agreement.",
         "cross-agreement-trigger"),
        ("Any rise in another agreement is passed on.", "cross-agreement-trigger"),
        ("Either side may end it on three months’ written notice.", "deadline"),
        ("The employer puts up to $100,000 in each year into the fund.", "cap"),
        ("The trial runs for six months from 1 February 2025.", "expiry"),
        ("Clause 2 of the STCA applies as though it were written here.", "incorporation"),
        ("This Memorandum is effective July 1, 2024 through June 30, 2027.", "expiry"),
        ("It continues in full force until midnight June 30, 2027.", "expiry"),
        ("Effective July 1, 2024, the wage goes up by 4%.", "dated-rate"),
        ("A list is made by March 1, 2026.", "deadline"),
        ("The chief officer refunds up to $300 per financial year.", "cap"),
        ("A mate gets a maximum refund of $770 to seek advice.", "cap"),
        ("Course fees are paid up to $825 for the first subject.", "cap"),
    ],
)
def test_each_kind_has_words_that_earn_it(text: str, kind: str) -> None:
    assert dict(kinds(text)) == {kind: text}


@pytest.mark.parametrize(
    "text",
    [
        "This collective agreement was ratified by the members.",
        "Work is done within the school and within reason.",
        "A teacher at the maximum of the scale stays there.",
        "The employer meets the cost, and parents meet the teacher.",
        "A relief teacher who is engaged for more than three weeks is paid by the year.",
        "The rate varies with the step.",
        "The last agreement was signed on 3 May 2023.",
        "A teacher employed at the end of 2024 and on 28 January 2025 keeps the step.",
        "This includes, but is not limited to, the cost of travel.",
        "The period may be varied by agreement.",
        "Nothing in the STCA affects this agreement.",
        "A teacher with more than three years of service may apply.",
        "The employer meets the requirements, and the union meets its costs.",
        "The guild may ask for talks before this agreement expires.",
        "A mate is paid no less than a deckhand under clause 4.2 of this agreement.",
        "For example, if another collective agreement rose, so would this one.",
        "Mates are covered by the 2024-2027 Pilots Agreement.",
        "The guides of the station are not incorporated into this book.",
        "House rules do not form part of this agreement.",
        "The order has the effect of deferring it by six months from the day it begins.",
    ],
)
def test_similar_words_earn_nothing(text: str) -> None:
    assert not dict(kinds(text))


def test_the_agreement_itself_is_no_other_agreement() -> None:
    text = "If the Secondary Teachers' Collective Agreement is varied, the STCA says so."
    own = ("Secondary Teachers' Collective Agreement", "STCA")
    assert "cross-agreement-trigger" in dict(kinds(text))
    assert "cross-agreement-trigger" not in dict(kinds(text, own))


def test_a_last_day_inside_a_condition_is_no_deadline_of_its_own() -> None:
    text = "A sum of $250 is paid on condition that the terms are signed before 10 July 2026."
    assert dict(kinds(text)) == {"conditional-variation": text}
    both = "A review is done by 1 May 2026, and the parties confer on it."
    assert set(dict(kinds(both))) == {"deadline", "duty-to-meet"}


def test_the_periods_beside_other_words_than_within() -> None:
    text = "at least 20 working days before, a fortnight ahead, two months' notice, a year after"
    assert [str(period) for period in periods(text)] == [
        "20 working days", "2 weeks", "2 months", "12 months",
    ]  # fmt: skip


def test_a_window_of_notice_names_both_ends() -> None:
    text = "Notice is given not less than 90 nor more than 120 days before it."
    assert [str(period) for period in periods(text)] == ["90 days", "120 days"]
    text = "by not less than three and not more than six months’ notice"
    assert [str(period) for period in periods(text)] == ["3 months", "6 months"]


def test_notice_in_the_sentence_behind_the_term_is_a_deadline() -> None:
    text = (
        "This agreement runs from 6 April 2025 to 5 April 2027. Either party may end it by giving"
        " three months’ notice before 5 April 2027."
    )
    assert {"deadline", "expiry"} <= set(dict(kinds(text)))


def test_the_figures_of_limits_are_named() -> None:
    text = "up to 32 hours, a maximum of 9 days, up to a total of 14 weeks' pay, every four months"
    assert [str(period) for period in periods(text)] == [
        "32 hours", "9 days", "14 weeks", "4 months",
    ]  # fmt: skip
    assert [str(one) for one in periods("three weeks’ written notice")] == ["3 weeks"]
    assert [str(one) for one in periods("The shift is ten hours long.")] == []


def test_what_goes_up_to_a_figure_is_no_limit() -> None:
    assert dict(kinds("The rope money goes up to $18 a month.")) == {}
    assert set(dict(kinds("Rope is refunded, up to $18 a month."))) == {"cap"}
    assert set(dict(kinds("Rope is refunded, up to $18 for each mate a year."))) == {"cap"}


def _agreement(text: str) -> Document:
    return document(clause("3", text), agreement="STCA", version="2026-28")


def test_a_record_names_what_its_own_sentence_names() -> None:
    text = (
        "Either side may end it on five weeks’ written notice. In the first year of service,"
        " eight days’ written notice is enough."
    )
    first, second = suggest(_agreement(text))
    assert [first.id[-8:], second.id[-10:]] == ["deadline", "deadline-2"]
    assert [str(period) for period in first.stated.periods] == ["5 weeks"]
    assert [str(period) for period in second.stated.periods] == ["8 days"]

    text = (
        "Arrears of $90 are paid no later than 30 June 2026. Whoever has left must claim them by"
        " 31 July 2026. Forms cost $4. No more than 12 hours may be claimed."
    )
    first, limit, second = suggest(_agreement(text))
    assert (first.stated.dates, first.stated.money) == ((date(2026, 6, 30),), (Decimal(90),))
    assert (second.stated.dates, second.stated.money) == ((date(2026, 7, 31),), ())
    assert (limit.kind, limit.stated.periods) == ("cap", (Period(12, "hours"),))
    assert records.read(drafts.write((first, limit, second)), "f") == (first, limit, second)


def test_school_days_and_terms_are_no_periods_of_the_calendar() -> None:
    text = "within five school days, within two terms, within a month and within 28 days"
    assert [str(period) for period in periods(text)] == ["one month", "28 days"]
    notice = "Either may end it with a minimum of one term's notice, or two terms’ notice."
    assert [str(period) for period in periods(notice)] == ["one term", "2 terms"]


def test_the_calendar_keeps_the_days_on_which_something_ends_or_is_due() -> None:
    text = "It runs from 3 May 2026 to 2 May 2028, if signed by 1 May 2026."
    assert last_days(text) == (date(2028, 5, 2), date(2026, 5, 1))
    days = {
        str(event.decoded("dtstart"))
        for event in Calendar.from_ical(calendar(evaluate(suggest(terms()), [terms()]))).walk(
            "VEVENT"
        )
    }
    assert days == {"2026-03-03", "2026-03-06"}
    ratified = Facts((Fact(FactName("STCA 2025-27", "ratified"), on(date(2026, 3, 2))),))
    (meeting,) = [r for r in suggest(terms()) if r.kind == "duty-to-meet"]
    (judged,) = evaluate([meeting], [terms()], ratified)
    assert [one.day for one in judged.follows[0].deadlines] == [date(2026, 5, 2)]


def terms(cap: str = "No more than 12 teachers hold it.") -> Document:
    return document(
        clause("preamble 1", "This offer lapses unless ratified by 5pm on 3 March 2026 and signed"
               " by 5pm on 6 March 2026."),
        clause("1", cap, kind="item"),
        clause("2", "The parties meet within two months of ratification.", kind="item"),
        kind="terms",
        version="2025-27",
    )  # fmt: skip


def test_a_record_is_stale_as_soon_as_its_text_is_another() -> None:
    proposed = {record.kind: record for record in suggest(terms())}
    (fits,) = evaluate([proposed["cap"]], [terms()])
    assert (fits.state, fits.status) == ("suggested", "unknown")
    (stale,) = evaluate([proposed["cap"]], [terms("No more than 13 teachers hold it.")])
    assert (stale.state, stale.status) == ("stale", "stale")
    assert "the text of 1 is not the one it was made from" in stale.stale[0]
    (spaced,) = evaluate([proposed["cap"]], [terms("No  more than 12 teachers hold it. ")])
    assert spaced.state == "suggested"
    assert not evaluate([proposed["duty-to-meet"]], [terms("Other words.")])[0].stale


def test_an_edited_quote_is_stale_too() -> None:
    data = drafts.write(suggest(terms()))
    edited = data.replace(b">No more than 12 teachers hold it.<", b">Up to 12 teachers hold it.<")
    assert edited != data
    held = [r for r in records.read(edited, "f") if r.kind == "cap"]
    assert "does not hold the words that the record quotes" in evaluate(held, [terms()])[0].stale[0]


# ----------------------------------------------------------------------------------- commands


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(main, ["provisions", *map(str, args)])


def test_records_are_proposed_listed_and_confirmed(tmp_path: Path, corpus: Path) -> None:
    source, file = corpus / "ptca-2025-27-terms.txt", tmp_path / "mine.xml"
    proposed = run("suggest", source, "-o", file)
    assert (proposed.exit_code, proposed.stdout) == (0, "")
    assert "none of them confirmed" in proposed.stderr
    listed = json.loads(run("list", source, "--records", file, "--json").stdout)["provisions"]
    assert {one["state"] for one in listed} == {"suggested"}
    (meant,) = [one["id"] for one in listed if (one["at"], one["kind"]) == ("3(a)", "deadline")]
    done = run("confirm", meant, "--by", "A. Reader", "--on", "2026-02-01", "--records", file,
               "--against", source)  # fmt: skip
    assert done.exit_code == 0, done.stderr
    after = json.loads(run("list", "--records", file, "--json").stdout)["provisions"]
    assert [one["id"] for one in after if one["state"] == "confirmed"] == [meant]
    assert f"{meant}  [confirmed by A. Reader, 2026-02-01]" in run("list", "--records", file).stdout
    again = run("confirm", meant, "--by", "B", "--records", file)
    assert (again.exit_code, "was confirmed by A. Reader" in again.stderr) == (2, True)
    assert "there is no record" in run("confirm", "none", "--by", "B", "--records", file).stderr


def test_a_stale_record_is_not_confirmed(tmp_path: Path, corpus: Path) -> None:
    text = (corpus / "ptca-2025-27-terms.txt").read_text("utf-8")
    source, file = tmp_path / "terms.txt", tmp_path / "mine.xml"
    source.write_text(text, "utf-8")
    run("suggest", source, "-o", file)
    before = file.read_bytes()
    source.write_text(text.replace("within one month of receipt", "within six weeks of receipt"))
    stale = run("list", source, "--records", file, "--json")
    (meant,) = [r["id"] for r in json.loads(stale.stdout)["provisions"] if r["state"] == "stale"]
    refused = run("confirm", meant, "--by", "A", "--records", file, "--against", source)
    assert (refused.exit_code, "is stale" in refused.stderr) == (2, True)
    assert file.read_bytes() == before


def test_a_confirmation_keeps_the_comments_of_the_file(tmp_path: Path, corpus: Path) -> None:
    file = tmp_path / "shipped.xml"
    (shipped,) = (corpus / "records").glob("*.xml")
    file.write_bytes(shipped.read_bytes())
    run("confirm", "ptca-2025-27-item-3", "--by", "A & B", "--on", "2026-02-01", "--records", file)
    text = file.read_text("utf-8")
    assert text.count("<!--") == shipped.read_text("utf-8").count("<!--") > 0
    held = {record.id: record.confirmed for record in records.read(file.read_bytes(), "f")}
    assert held == {"ptca-2025-27-item-2": "", "ptca-2025-27-item-3": "A & B, 2026-02-01"}


def test_a_document_of_no_agreement_can_hold_no_records(tmp_path: Path) -> None:
    nameless = tmp_path / "a.txt"
    nameless.write_text("Terms of Settlement\n\n1. Term\n\nThe parties agree to meet.\n", "utf-8")
    result = run("suggest", nameless)
    assert result.exit_code == 2
    assert len([line for line in result.stderr.splitlines() if "error" in line]) == 1


@pytest.mark.parametrize(
    ("by", "days"),
    [("by 20 March 2026", {20: "stated", 21: "not-met"}),
     ("before 20 March 2026", {19: "stated", 20: "not-met"})],
)  # fmt: skip
def test_a_sum_on_condition_of_ratification_by_a_day_is_judged(
    by: str, days: dict[int, str]
) -> None:
    text = f"Arrears are paid, provided that the terms are ratified {by}."
    made = document(
        clause("3", text, kind="item"), kind="terms", agreement="STCA", version="2026-28"
    )
    (record,) = suggest(made)
    assert records.read(drafts.write([record]), "f") == (record,)
    (unknown,) = evaluate([record], [made])
    assert (unknown.status, [str(n) for n in unknown.missing]) == (
        "unknown",
        ["STCA 2026-28 ratified"],
    )
    for day, status in days.items():
        told = Fact(FactName("STCA 2026-28", "ratified"), on(date(2026, 3, day)))
        (judged,) = evaluate([record], [made], Facts((told,)))
        assert judged.status == status


def test_a_sum_on_condition_of_something_else_is_for_a_person() -> None:
    text = "A bonus is paid, provided that the agreement is signed by 20 March 2026."
    made = document(
        clause("3", text, kind="item"), kind="terms", agreement="STCA", version="2026-28"
    )
    (record,) = suggest(made)
    assert (record.kind, record.condition) == ("conditional-variation", None)
    (judged,) = evaluate([record], [made])
    assert judged.status == "unknown"
    assert "the condition that item 3 states" in judged.texts[0]


def test_a_document_that_does_not_say_what_it_is_may_be_named(tmp_path: Path) -> None:
    file = tmp_path / "made.txt"
    text = "Collective Agreement\n\n1. Notice\n\n1.1 Both give two weeks' notice.\n\n1.2 More.\n"
    file.write_text(text, "utf-8")
    refused = run("suggest", str(file))
    assert (refused.exit_code, "name it with --agreement" in refused.stderr) == (2, True)
    result = run("suggest", str(file), "--agreement", "MADE 2024-26", "--json")
    (proposed,) = json.loads(result.stdout)["provisions"]
    assert (proposed["agreement"], proposed["kind"]) == ("MADE 2024-26", "deadline")
    for wrong in ("other.txt=MADE 2024-26", "MADE"):
        assert run("suggest", str(file), "--agreement", wrong).exit_code == 2


def test_a_document_that_says_what_it_is_is_not_named_otherwise(corpus: Path) -> None:
    terms = str(corpus / "stca-2025-27-terms.txt")
    result = run("suggest", terms, "--agreement", "PTCA 2025-27")
    assert (result.exit_code, "says that it is the STCA 2025-27" in result.stderr) == (2, True)


LINKED = """Terms of Settlement - Clinic Staff Collective Agreement 2026 - 2028

These terms lapse if they are not ratified by 5pm on 15 July 2026 and signed by 24 July 2026.

1. Linked settlement
If the collective agreement between the employer and the Allied Union is settled before 30 June \
2027 with a rise of more than 3%, the employer will match it within 20 working days.

2. Review
If the levy rises, the parties will meet within one month of ratification to review it.

3. Roster
The parties will meet within three months of ratification to review the roster.
"""


def test_what_hangs_on_a_condition_is_not_said_to_hang_on_none(tmp_path: Path) -> None:
    (tmp_path / "terms.txt").write_text(LINKED, "utf-8")
    source = read(tmp_path / "terms.txt")
    proposed = suggest(source)
    held = {(record.source.item, record.kind) for record in proposed}
    assert ("1", "cross-agreement-trigger") in held
    assert ("1", "deadline") not in held  # the trigger itself names the 20 working days
    facts = Facts(
        tuple(
            Fact(FactName("CSCA 2026-28", name), on(date(2026, 7, 10)), "a notice")
            for name in ("ratified", "signed")
        )
    )
    judged = {one.provision.id: one for one in evaluate(proposed, [source], facts)}
    for name in ("1-cross-agreement-trigger", "2-duty-to-meet"):
        one = judged[f"csca-2026-28-{name}"]
        item = name[0]
        assert one.texts == (f"the condition that item {item} states: a person must judge it",)
        assert one.status == "unknown"
    assert judged["csca-2026-28-3-duty-to-meet"].texts == ()  # it states none


@pytest.mark.parametrize(
    ("text", "conditional"),
    [
        ("Should the levy rise, the board pays within 15 working days.", True),
        ("Oil is landed. Where the boat is late, the board tells the keeper within one day.", True),
        ("The board pays within 15 working days, if possible in cash.", False),
        ("The board pays within 15 working days of the place where the oil is landed.", False),
    ],
)
def test_a_sentence_that_opens_with_a_condition_hangs_on_it(text: str, conditional: bool) -> None:
    made = document(
        clause("3", text, kind="item"), kind="terms", agreement="STCA", version="2026-28"
    )
    (record,) = [one for one in suggest(made) if one.kind == "deadline"]
    (judged,) = evaluate([record], [made])
    assert bool(judged.texts) is conditional


@pytest.mark.parametrize(
    "text",
    [
        "If the collective agreement between the parties is ratified, pay rises on 1 July 2026.",
        "If the agreement for these employees is settled, it provides for pay from 1 July 2026.",
    ],
)
def test_the_agreement_between_the_parties_is_no_other_one(text: str) -> None:
    assert "cross-agreement-trigger" not in dict(kinds(text))


def test_records_keep_the_order_of_the_text_and_are_cited_as_a_reader_would(
    tmp_path: Path,
) -> None:
    terms, file = tmp_path / "terms.txt", tmp_path / "records.xml"
    terms.write_text(LINKED, "utf-8")
    assert run("suggest", terms, "-o", file).exit_code == 0
    told = CliRunner().invoke(main, ["triggers", str(terms), "--records", str(file)]).stdout
    heads = [line for line in told.splitlines() if line.startswith("CSCA 2026-28, ")]
    assert heads == [
        "CSCA 2026-28, preamble 1",
        *["CSCA 2026-28, item 1"] * heads.count("CSCA 2026-28, item 1"),
        "CSCA 2026-28, item 2",
        "CSCA 2026-28, item 3",
    ]
    assert "If all of that holds\n" in told  # no other agreement is spoken of
    assert "()" not in told


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Either side may re-open clause 3 in May if the CPI exceeds 3%.", "conditional-variation"),
        ("The lamp fee will be adjusted each May by the movement in the Consumers Price Index.",
         "conditional-variation"),
        ("The mate’s rate moves by the same percentage as the keeper’s.", "conditional-variation"),
        ("The night fee is a tenth of the rate and will move with it.", "conditional-variation"),
        ("If the adult minimum wage is raised the boy’s rate shall be raised by as much.",
         "conditional-variation"),
        ("Movements in the minimum wage will be added to the boy’s rate.", "conditional-variation"),
        ("Wages may be reopened by the guild.", "conditional-variation"),
        ("The meal allowance tracks the Inland Revenue rate that is published each May.",
         "conditional-variation"),
        ("The parity with the pilots’ rate is kept.", "conditional-variation"),
        ("If inflation (CPI) exceeds 4%, the fee is looked at again.", "conditional-variation"),
        ("The roster will be told not earlier than 10 days after the gale.", "deadline"),
        ("Arrears are paid within two pay periods of the gale.", "deadline"),
        ("If another harbour board settles a rise of more than 3%, the difference is offered.",
         "cross-agreement-trigger"),
        ("Any increase agreed with another union on the quay shall apply to members too.",
         "cross-agreement-trigger"),
    ],
)  # fmt: skip
def test_what_moves_with_something_else_is_proposed(text: str, kind: str) -> None:
    assert dict(kinds(text)) == {kind: text}


@pytest.mark.parametrize(
    "text",
    [
        "Pay goes on until the pier is reopened.",
        "The pier may be re-opened for boats.",
        "Nobody is paid less than the minimum wage.",
        "Where another employer takes the keepers on at the same pay, they have no claim.",
        "A keeper’s pay will increase with service.",
        "Two rooms of the same size as the first are kept.",
        "The board tracks the boats that pass, and the pay office tracks the tides.",
        "The parties value parity of esteem.",
        "The roster is told earlier than last year.",
        "Two pay periods make a month.",
        "Inflation is known to both.",
        "The price of oil is told to another union by the board.",
    ],
)
def test_what_only_speaks_of_such_things_is_not_proposed(text: str) -> None:
    assert not dict(kinds(text))


def test_a_meeting_that_an_index_sets_off_is_no_bare_deadline() -> None:
    text = "If inflation (CPI) exceeds 4%, the parties shall reconvene within 15 days of hearing."
    assert set(dict(kinds(text))) == {"conditional-variation", "duty-to-meet"}


def test_a_link_leaves_the_days_beside_it_to_their_own_kinds() -> None:
    notice = "The guild may re-open clause 2 by giving 20 days’ notice before 1 February 2026."
    assert set(dict(kinds(notice))) == {"conditional-variation", "deadline"}
    rate = "The fee is $12. It shall rise by the same percentage as pay, from 1 May 2026."
    assert "dated-rate" in dict(kinds(rate))


@pytest.mark.parametrize(
    ("words", "fact", "by", "last"),
    [
        ("The parties shall meet within 20 days of the date of ratification of this agreement.",
         "ratified", "the parties", "2026-03-22"),
        ("The employer must tell the guild within 10 days after the signing of this agreement.",
         "signed", "the employer", "2026-03-12"),
        ("The board shall pay no later than 15 days after this agreement is ratified.",
         "ratified", "the board", "2026-03-17"),
        ("Arrears are paid within two months of the day on which this agreement is signed.",
         "signed", "the parties", "2026-05-02"),
        ("Oil is paid within a week of ratification.", "ratified", "the parties", "2026-03-09"),
        # what is paid, and who gets it, must do nothing
        ("The lump sum will be paid within a week of ratification.",
         "ratified", "the parties", "2026-03-09"),
        ("The keepers will receive arrears within a week of ratification.",
         "ratified", "the parties", "2026-03-09"),
        ("No later than 14 days after ratification, the board shall pay arrears.",
         "ratified", "the board", "2026-03-16"),
        ("Point Light Limited will pay arrears within a week of ratification.",
         "ratified", "Point Light Limited", "2026-03-09"),
    ],
)  # fmt: skip
def test_a_last_day_that_runs_from_ratification_or_signing_is_computed(
    words: str, fact: str, by: str, last: str
) -> None:
    made = document(clause("2.1", words), kind="agreement", agreement="STCA", version="2026-28")
    (record,) = suggest(made)
    assert records.read(drafts.write([record]), "f") == (record,)
    (unknown,) = evaluate([record], [made])
    assert [one.day for one in unknown.follows[0].deadlines] == [None]
    told = Fact(FactName("STCA 2026-28", fact), on(date(2026, 3, 2)))
    (judged,) = evaluate([record], [made], Facts((told,)))
    (due,) = judged.follows[0].deadlines
    assert (due.day, due.duty.by) == (date.fromisoformat(last), by)
    assert due.duty.act == "do what clause 2.1 says"


@pytest.mark.parametrize(
    "words",
    [
        "The board pays within 20 days of the ratification of that agreement.",
        "The board pays within 20 days of ratification of another agreement.",
        "The board pays within 20 days of signing the roster.",
        "The board pays within 20 days of the signing of the agreement by the mate.",
        "The board pays within 20 days after the roster is signed.",
        "The board pays within 20 days of ratification/signing.",
    ],
)
def test_a_period_from_another_signing_or_ratification_has_no_day(words: str) -> None:
    made = document(clause("2.1", words), kind="agreement", agreement="STCA", version="2026-28")
    (record,) = suggest(made)
    assert record.duties == ()


def test_the_signing_of_terms_is_not_that_of_the_agreement() -> None:
    text = "The board pays within 20 days of the signing of these terms of settlement."
    made = document(
        clause("2", text, kind="item"), kind="terms", agreement="STCA", version="2026-28"
    )
    (record,) = suggest(made)
    (duty,) = record.duties
    assert duty.within.after == Happening("own", "terms_signed")
    assert duty.act == "do what item 2 says"


@pytest.mark.parametrize(
    "words",
    [
        "The board shall pay within 5 days of ratification or signing of this agreement, whichever"
        " is the later.",
        "The board shall pay within 5 days of ratification of this agreement, whichever is later.",
        "The board shall pay within 5 days of ratification of this agreement, but not before 1 May"
        " 2027.",
        "The board shall pay within 5 days of ratification (or of its notice).",
        "The board shall pay within 5 days of the signing of this agreement and receipt of a list.",
        "The board shall pay within 5 days of the signing of this agreement at the lighthouse.",
        "Within 5 days of ratification, or by 1 May 2027 at the latest, the board shall pay.",
        "By 1 May 2027, or within 5 days of ratification, the board shall pay.",
        "Within 5 days of ratification and receipt of a list the board shall pay.",
        "Within 5 days of ratification the board shall pay, though not before 1 May 2027.",
        "The earlier of 1 May 2027 and the day within 5 days of ratification is the last day.",
        # what is no duty has no last day
        "The board should pay, where practicable, within 5 days of signing of this agreement.",
        "The board shall, as far as possible, pay within 5 days of signing of this agreement.",
        "The guild may ask for a count within 5 days of ratification.",
        "The board will endeavour to pay within 5 days of ratification.",
    ],
)
def test_a_last_day_with_words_that_are_not_understood_is_not_computed(words: str) -> None:
    made = document(clause("2.1", words), kind="agreement", agreement="STCA", version="2026-28")
    (record,) = suggest(made)
    assert record.duties == ()
    assert record.kind == "deadline"
    told = [Fact(FactName("STCA 2026-28", fact), on(date(2026, 3, 2)))
            for fact in ("ratified", "signed")]  # fmt: skip
    (judged,) = evaluate([record], [made], Facts(tuple(told)))
    assert judged.status == "stated"
    assert judged.follows[0].deadlines == ()


@pytest.mark.parametrize(
    "words",
    [
        "The board shall pay within 5 days of ratification by the union’s members.",
        "The board shall count the lamps within 5 days of ratification to settle the roster.",
        "The board agrees within 5 days of ratification to: (a) count the lamps; (b) pay.",
        "Within 5 days of ratification of this agreement, the board shall pay arrears.",
        "Within 5 days of ratification of this agreement the board shall pay the arrears.",
        "The board shall pay as soon as possible, and in all events within 5 days of ratification.",
        "Arrears that may be owed will be paid within 5 days of ratification.",
        "The board shall pay within 5 days of ratification. It may also pay before that day.",
        "The board shall pay within 5 days of ratification; oil may be paid later.",
    ],
)
def test_words_that_leave_the_last_day_as_it_is_do_not_stop_it(words: str) -> None:
    made = document(clause("2.1", words), kind="agreement", agreement="STCA", version="2026-28")
    (record,) = suggest(made)
    told = Fact(FactName("STCA 2026-28", "ratified"), on(date(2026, 3, 2)))
    (judged,) = evaluate([record], [made], Facts((told,)))
    assert [due.day for due in judged.follows[0].deadlines] == [date(2026, 3, 7)]


def test_a_condition_behind_the_event_is_told_and_its_day_stands() -> None:
    words = "The board shall pay within 5 days of ratification if the guild asks for it."
    made = document(clause("2.1", words), kind="agreement", agreement="STCA", version="2026-28")
    (record,) = suggest(made)
    told = Fact(FactName("STCA 2026-28", "ratified"), on(date(2026, 3, 2)))
    (judged,) = evaluate([record], [made], Facts((told,)))
    assert judged.status == "unknown"
    assert [due.day for due in judged.follows[0].deadlines] == [date(2026, 3, 7)]


def test_answers_that_only_name_days_are_one_line_and_give_no_empty_reasons(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = (
        "Terms of Settlement\nClinic Staff Collective Agreement 2026–2028\n\n"
        "1. Arrears\nArrears are paid by 30 June 2026.\n\n"
        "2. Forms\nForms are handed in by 31 July 2026.\n\n"
        "3. Breaks\nNo clerk may work for more than six days on end.\n"
    )
    Path("terms.txt").write_text(text, "utf-8")
    runner = CliRunner()
    runner.invoke(main, ["provisions", "suggest", "terms.txt", "-o", "r.xml"])
    said = runner.invoke(main, ["triggers", "terms.txt", "--records", "r.xml"]).stdout
    short, *rest = said.split(f"\n\n{'-' * 80}\n\n")
    assert " ".join(short.split()) == (
        "In short STATED: CSCA 2026-28, item 1: 30 June 2026; item 2: 31 July 2026; item 3."
    )
    assert len(rest) == 3
    assert "\nWhy\n" not in said


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("cross-agreement-trigger",
         "If the harbour settles with Lodge 14 (Tug crews) for a general increase above 3%, it pays"
         " the difference."),
        ("cross-agreement-trigger",
         "Should any state-funded rescue employer be agreeing to rates that rise by more than 2%,"
         " the guild is told."),
        ("cross-agreement-trigger",
         "If the Tug Masters' agreement settles at more than 2.5%, the guild is offered as much."),
        ("cross-agreement-trigger",
         "If another operator settles a mate's rate above $32.50, clause 3 is looked at again."),
        ("cross-agreement-trigger",
         "If the harbour pays staff on individual agreements a bonus above $700, so are members."),
        ("conditional-variation",
         "If the award rate of a mate rises above the rate in clause 3, that rate is lifted."),
        ("cross-agreement-trigger",
         "If wages at the port of Easton go up by more than 3.5%, the guild may call a meeting."),
        ("cross-agreement-trigger",
         "If any other bargaining unit receives a greater increase, clause 3 is reopened."),
        ("cross-agreement-trigger",
         "Should Fire and Rescue settle salaries that are more than 2.5% higher, talks begin."),
        ("conditional-variation", "Where the living wage is more than Grade 1, that is lifted."),
        ("conditional-variation", "Where the Annual Wage Review of 2026 exceeds 3%, it is paid."),
        ("conditional-variation", "If inflation in a year is more than 4%, the parties talk."),
        ("conditional-variation",
         "Should the harbour's funding be increased by 4%, half of it goes to pay."),
        ("expiry", "This agreement is for two years from 2 May 2026 to 1 May 2028."),
    ],
)  # fmt: skip
def test_what_is_set_off_elsewhere_is_proposed(kind: str, text: str) -> None:
    assert kind in dict(kinds(text))


@pytest.mark.parametrize(
    "text",
    [
        "If a mate receives an award for bravery of more than $100, it is kept.",
        "If the harbour agrees with the mate on other duties, the mate is told.",
        "Where a mate is paid above the rate with the harbour's agreement, it stands.",
    ],
)
def test_what_is_set_off_here_is_no_link(text: str) -> None:
    assert not {"cross-agreement-trigger", "conditional-variation"} & set(dict(kinds(text)))


def test_a_window_for_notice_is_no_limit() -> None:
    text = "Notice is given not more than ninety (90) days nor less than 30 days before the end."
    assert "cap" not in dict(kinds(text))
    assert "cap" in dict(kinds("A mate is away for not more than ninety (90) days in all."))


def test_by_what_a_sum_is_paid_is_no_period() -> None:
    assert not list(periods("no less than the wage ($28.95 an hour from 1 May 2025)"))


def test_a_meeting_and_the_time_of_another_duty_are_two() -> None:
    text = (
        "The harbour sets up a working group on clause 9.2 by 30 September 2025. The working group"
        " meets first on 1 December 2025."
    )
    first, second = text.split(" The working")
    assert dict(kinds(text)) == {"deadline": first, "duty-to-meet": f"The working{second}"}

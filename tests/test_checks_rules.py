"""Each rule of the legal review: a document that earns the finding, a like one that does not."""

from __future__ import annotations

import pytest

from clausetrack.checks.registry import CODES
from clausetrack.checks.review import review
from clausetrack.ingest import read
from clausetrack.model import Finding

AGREEMENT = """Harbour Workers’ Collective Agreement 2024–2026

1.1 The parties to this agreement are the Harbour Board of Ōkārito and the Keepers’ Guild.

1.2 A keeper is paid for every watch that the roster gives.

{}
"""
TERMS = """Terms of Settlement

These terms renew the Harbour Workers’ Collective Agreement (2025 - 2027).

{}
"""
LAMP_FEE = "The parties agree to increase the lamp fee (clause 3.1) by $1 from 1 May 2025."
FEES = "| Step | From 1 May 2025 |\n|---|---|\n| 1 | $500 |\n{}| 2 | $600 |"


def found(text: str) -> list[Finding]:
    return [each.finding for each in review([read(text.encode(), "sample.txt")]).findings]


def _agreement(*paragraphs: str) -> str:
    return AGREEMENT.format("\n\n".join(paragraphs))


def _terms(*paragraphs: str) -> str:
    return TERMS.format("\n\n".join(paragraphs))


#: Code, clause, the document that earns it, and one that does not.
CASES: list[tuple[str, str, str, str]] = [
    ("act-undated", "2.1",
     _agreement("2.1 The Lighthouses Act applies to every keeper."),
     _agreement("2.1 The Lighthouses Act 1998 applies. The Lighthouses Act is kept at the pier.")),
    ("act-style-mixed", "2.2",
     _agreement("2.1 See section 4 of the Lighthouses Act 1998 and the Lighthouses Act 1998.",
                "2.2 The Lighthouses Act (1998) binds the Board."),
     _agreement("2.1 See the Lighthouses Act (1998).", "2.2 The Harbours Act 1950 binds it.")),
    ("section-style-mixed", "2.2",
     _agreement("2.1 As section 4 of the Lighthouses Act 1998 says.",
                "2.2 As s9 of the Lighthouses Act 1998 says."),
     _agreement("2.1 As s4 of the Lighthouses Act 1998 says.",
                "2.2 As s9 of the Lighthouses Act 1998 says.")),
    ("reference-unresolved", "2.1",
     _agreement("2.1 Leave is taken as clause 7.4 provides."),
     _agreement("2.1 Leave is taken as clause 1.2 provides, and clause 7.4 of the Pilots’"
                " Collective Agreement.")),
    ("references-unfollowed", "",
     _agreement(*(f"2.{n} Leave is taken as clause 7.{n} provides." for n in range(1, 6))),
     _agreement(*(f"2.{n} Leave is taken as clause 1.2 provides." for n in range(1, 6)))),
    ("reference-lost", "2.1",
     _agreement("2.1 The sum described in above is paid in May."),
     _agreement("2.1 The sum described in clause 1.2 above is paid in above-average months.")),
    ("reference-malformed", "2.2",
     _agreement("2.1A A keeper has a lamp.", "2.2 The oil under 2.1A4 is free."),
     _agreement("2.1A A keeper has a lamp.", "2.2 The oil under 2.1A is 4 litres.")),
    ("reference-plural", "2.1",
     _agreement("2.1 This is subject to clauses 1.2."),
     _agreement("2.1 This is subject to clauses 1.1 and 1.2, and to clause 1.2.")),
    ("abbreviation-undefined", "2.1",
     _agreement("2.1 The QLF is paid for every gale."),
     _agreement("2.1 The Quay Lamp Fee (QLF) is paid.", "2.2 The QLF is paid for every gale.")),
    ("abbreviation-variant", "2.2",
     _agreement("2.1 A keeper has 0.1 WQTE and a mate 0.2 WQTE.", "2.2 A cook has 0.1 WTE."),
     _agreement("2.1 A keeper has 0.1 WQTE and a mate 0.2 WQTE.", "2.2 A cook has 0.1 BRS.")),
    ("term-undefined", "2.1",
     _agreement("2.1 The course is approved by the Ministry."),
     _agreement("2.1 The Ministry of Harbours approves it. The course of the Ministry is free.")),
    ("term-defined-twice", "2.2",
     _agreement("2.1 “Gale” means wind of force eight.", "2.2 “Gale” means wind of force nine."),
     _agreement("2.1 “Gale” means wind of force eight.", "2.2 “Storm” means force ten.")),
    ("party-misspelt", "2.4",
     _agreement("2.1 The Kaitiaki Rama Guild pays.", "2.2 The Kaitiaki Rama Guild rests.",
                "2.3 The Kaitiaki Rama Guild sails.", "2.4 The Kaitaiki Rama Guild signs."),
     _agreement("2.1 The Kaitiaki Rama Guild pays.", "2.2 The Kaitiaki Rama Guild rests.",
                "2.3 The Kaitiaki Rama Guild sails.", "2.4 The Kaitiaki Rāma Guild signs.")),
    ("party-named-variously", "2.3",
     _agreement("2.1 KGU Te Rama meets the Board.", "2.2 KGU Te Rama votes.",
                "2.3 The Board writes to KGU in May."),
     _agreement("2.1 KGU Te Rama meets the Board.", "2.2 KGU Te Rama votes.")),
    ("wording-elsewhere", "1",
     _terms("1. Lamps", "The wording is in the attached tracked change collective agreement."),
     _terms("1. Lamps", "The parties agree to light every lamp at dusk.")),
    ("without-prejudice", "preamble 2",
     _terms("These terms are offered without prejudice and lapse unless ratified.",
            "1. Lamps", "The parties agree to light every lamp."),
     _terms("These terms are without prejudice to the lamp fund and lapse unless ratified.",
            "1. Lamps", "The parties agree to light every lamp.")),
    ("capital-mixed", "2.1",
     _agreement("2.1 This Agreement binds the Board.", "2.2 In this agreement a gale is a storm."),
     _agreement("2.1 This agreement binds the Board.", "2.2 In this agreement gales are storms.")),
    ("hyphen-mixed", "2.2",
     _agreement("2.1 A part-time keeper rests. Every part-time keeper eats.",
                "2.2 A part time keeper sails."),
     _agreement("2.1 A part-time keeper rests.", "2.2 A keeper works part time on the pier.")),
    ("hyphen-lost", "2.2",
     _agreement("2.1 A face-to-face meeting is held.", "2.2 The faceto-face one is in May."),
     _agreement("2.1 A face-to-face meeting is held.", "2.2 A face-to-face one is in May.")),
    ("macron-mixed", "2.2",
     _agreement("2.1 A wānanga is held.", "2.2 The wananga is in May."),
     _agreement("2.1 A wānanga is held, with the tūpuna.", "2.2 The tupuna is named in May.")),
    ("name-style-mixed", "2.2",
     _agreement("2.1 The Lamp Oil Allowance is paid.", "2.2 The Lamp Oil allowance is taxed."),
     _agreement("2.1 The Lamp Oil Allowance is paid.", "2.2 Lamp oil allowances are rare.")),
    ("number-style-mixed", "2.2",
     _agreement("2.1 There are 6,000 lamps.", "2.2 Of the 6000 lamps some burn."),
     _agreement("2.1 There are 6,000 lamps.", "2.2 From 2025 some burn for 7000 hours.")),
    ("time-style-mixed", "2.1",
     _agreement("2.1 The pier opens at 8.30 am and closes at 4:30pm."),
     _agreement("2.1 The pier opens at 8.30 am and closes at 4.30 pm.", "2.2 Tea is at 5:10pm.")),
    ("terms-mixed", "4.2",
     _terms("1. Rest", "Amend clause 4.2 as follows:",
            "4.2 A teacher rests on Sunday, and an employee who is ill rests on Monday."),
     _terms("1. Rest", "Amend clause 4.2 as follows:",
            "4.2 A teacher rests on Sunday, and a teacher who is ill rests on Monday.")),
    ("parallel-differs", "4.3",
     _terms("1. Fees", "Amend clauses 4.2 and 4.3 as follows:",
            "4.2 Each lamp fee will be worth $200 a year, rising to $240 from 1 May 2026.",
            "4.3 Each lamp fee shall be worth $200 a year, rising to $240 from 1 May 2026."),
     _terms("1. Fees", "Amend clauses 4.2 and 4.3 as follows:",
            "4.2 Each lamp fee will be worth $200 a year, rising to $240 from 1 May 2026.",
            "4.3 Each horn fee shall be worth $200 a year, rising to $250 from 1 May 2026.")),
    ("alternative-unresolved", "2.1",
     _agreement("2.1 The fund is [kept as it is OR paid out to the keepers] in May."),
     _agreement("2.1 The fund [see clause 1.2] is paid out to the keepers or kept in May.")),
    ("bullets-uncitable", "2.1",
     _agreement("2.1 The following are free:", "- oil;", "- wicks; and", "- matches."),
     _agreement("2.1 The following are free:", "(a) oil;", "(b) wicks; and", "(c) matches.")),
    ("list-without-conjunction", "2.1",
     _agreement("2.1 A keeper may rest if:", "(a) the sea is calm;", "(b) the lamp burns."),
     _agreement("2.1 A keeper may rest if:", "(a) the sea is calm; or", "(b) the lamp burns.",
                "2.2 Any of the following is rest:", "(a) sleep;", "(b) tea.")),
    ("list-without-conjunction", "2.1(c)",
     _agreement("2.1 A keeper may rest if:", "(a) the sea is calm; or", "(b) the lamp burns; or",
                "(c) the fog lifts.", "(d) the cook sleeps; or", "(e) a boat comes."),
     _agreement("2.1 A keeper may rest if:", "(a) the sea is calm;", "(b) the lamp burns; or",
                "(c) the fog lifts.")),
    ("list-of-one", "2.1",
     _agreement("2.1 A keeper may rest if:", "(a) the sea is calm."),
     _agreement("2.1 A keeper may rest if:", "(a) the sea is calm; or", "(b) the lamp burns.")),
    ("list-of-one", "2.1",
     _agreement("2.1 A keeper is paid:", "(a) by the watch.", "Watches are short."),
     _agreement("2.1 A keeper is paid:", "(a) by the watch;", "Watches are short.", "(i) A day.",
                "(ii) A night.", "All are told.", "(b) by the lamp.")),
    ("label-skipped", "2.1(d)",
     _agreement("2.1 A keeper may rest if:", "(a) the sea is calm;", "(b) the lamp burns; or",
                "(d) a boat comes."),
     _agreement("2.1 A keeper may rest if:", "(h) the sea is calm;".replace("h", "a"),
                "(b) the lamp burns; or", "(c) a boat comes.")),
    ("label-skipped", "2.1(b)",
     _agreement("2.1 A keeper may rest if:", "(b) the lamp burns; or", "(c) a boat comes."),
     _agreement("2.1 (a) A keeper may rest if the sea is calm.", "(b) The lamp burns at night.",
                "(c) A boat comes in May.")),
    ("number-skipped", "2.1.3",
     _agreement("2.1 Rest", "2.1.1 A keeper rests.", "2.1.3 A cook rests."),
     _agreement("2.1 Rest", "2.1.1 A keeper rests.", "2.1.1A A mate rests.",
                "2.1.2 A cook rests.")),
    ("number-skipped", "2.300",
     _agreement("2 Watches", "2.100 A keeper rests.", "2.101 A cook rests.",
                "2.300 A mate rests."),
     _agreement("2 Watches", "2.100 A keeper rests.", "2.101 A cook rests.",
                "2.200 A mate rests.")),
    ("label-malformed", "1",
     _terms("1. Rest", "The parties agree to add a new clause 4.3.(ii) about rest at night."),
     _terms("1. Rest", "The parties agree to add a new clause 4.3(ii) about rest at night.")),
    ("heading-repeated", "2",
     _terms("1. Lamps", "The parties agree to trim them.", "2. Lamps", "They agree to buy more."),
     _terms("1. Lamps", "The parties agree to trim them.", "2. Horns", "They agree to buy more.")),
    ("item-unnumbered", "Term of agreement",
     _terms("Term of agreement", "Amend clause 1.4 as follows: It runs from 1 May 2025 to"
            " 30 April 2027.", "1. Lamps", "Amend clause 3.1 as follows:", "3.1 Lamps burn."),
     _terms("1. Term of agreement", "Amend clause 1.4 as follows: It runs from 1 May 2025 to"
            " 30 April 2027.", "2. Lamps", "Amend clause 3.1 as follows:", "3.1 Lamps burn.")),
    ("heading-not-printed", "4.8.1",
     _terms("1. Oil", "Introduce a new clause 4.8 as follows:", "4.8.1 Oil is free.",
            "4.8.2 Wicks are free."),
     _terms("1. Oil", "Introduce a new clause 4.8 as follows:", "4.8 Oil and wicks",
            "4.8.1 Oil is free.", "4.8.2 Wicks are free.")),
    ("terms-only-unclosed", "1",
     _terms("1. Oil", "Terms of settlement only: the Board buys oil in May.",
            "The oil is stored at the pier.", "Amend clause 4.8 as follows:", "4.8 Oil is free."),
     _terms("1. Oil", "Amend clause 4.8 as follows:", "4.8 Oil is free.")),
    ("terms-only-amends", "2",
     _terms("1. Oil", "Amend clause 4.8 as follows:", "4.8 Oil is free.",
            "Terms of settlement only", "2. Wicks", "Amend clause 4.9 as follows:",
            "4.9 Wicks are free."),
     _terms("1. Oil", "Amend clause 4.8 as follows:", "4.8 Oil is free.",
            "Terms of settlement only", "2. Wicks", "The parties thank the wick makers.")),
    ("note-scope-unclear", "2.1 note 1",
     _agreement("2.1 A keeper rests.", "Note: This provision does not apply to cooks."),
     _agreement("2.1 A keeper rests.", "Note: Clause 2.1 does not apply to cooks.")),
    ("commences-early", "1.4",
     _terms("The offer lapses if it is not ratified by 5 pm on 9 May 2025.", "1. Term",
            "Amend clause 1.4 as follows: This agreement is effective from 1 May 2025 and expires"
            " on 30 April 2027."),
     _terms("The offer lapses if it is not ratified by 5 pm on 30 April 2025.", "1. Term",
            "Amend clause 1.4 as follows: This agreement is effective from 1 May 2025 and expires"
            " on 30 April 2027.")),
    ("promise-after-expiry", "2.2",
     _agreement("2.1 This agreement is in force from 1 May 2024 and expires on 30 April 2026.",
                "2.2 The lamp trial will run until 30 June 2026."),
     _agreement("2.1 This agreement is in force from 1 May 2024 and expires on 30 April 2026.",
                "2.2 The lamp trial will run until 30 June 2025.")),
    ("deadline-on-holiday", "2.1",
     _agreement("2.1 The oil must be paid for by 25 December 2025."),
     _agreement("2.1 The oil must be paid for by 23 December 2025.")),
    ("deadline-open", "2.1",
     _agreement("2.1 The Board will, within 28 days, buy oil."),
     _agreement("2.1 The Board will, within 28 days of the gale, buy oil.")),
    ("date-without-year", "2.1",
     _agreement("2.1 The lamp is lit on 3 May."),
     _agreement("2.1 The lamp is lit on 3 May 2025, and each year on 4 May.")),
    ("date-ambiguous", "2.1",
     _agreement("2.1 The lamp is lit on 03/04/2025."),
     _agreement("2.1 The lamp is lit on 23/04/2025.")),
    ("weekday-wrong", "2.1",
     _agreement("2.1 The lamp is lit on Tuesday, 14 September 2023."),
     _agreement("2.1 The lamp is lit on Thursday, 14 September 2023.")),
    ("date-by-event", "1",
     _terms("1. Oil", "Oil is free from the date the new agreement is settled."),
     _terms("1. Oil", "Oil is free from 1 May 2026.")),
    ("duty-without-actor", "2.1",
     _agreement("2.1 Notice of a gale will be given to every keeper."),
     _agreement("2.1 Notice of a gale will be given by the Board to every keeper.")),
    ("duty-without-deadline", "2.1",
     _agreement("2.1 The Board will provide the keeper with a written explanation."),
     _agreement("2.1 The Board will provide the keeper with a written explanation within a week.")),
    ("hours-without-period", "2.1",
     _agreement("2.1 A keeper has two hours of release time."),
     _agreement("2.1 A keeper has two hours of release time a week.")),
    ("implemented-later", "2",
     _terms("1. Fees", LAMP_FEE, "2. Other",
            "The pay office will implement the rates by 1 July 2025."),
     _terms("1. Fees", LAMP_FEE, "2. Other",
            "The pay office will implement the rates by 1 July 2025, with back pay.")),
    ("signature-blank", "signatures 1",
     _terms("1. Fees", "Fees are paid.", "Signed in Ōkārito on 3 May 2025 by:",
            "Advocate for the Guild", "Witnessed:"),
     _terms("1. Fees", "Fees are paid.", "Signed in Ōkārito on 3 May 2025 by:",
            "Advocate for the Guild", "Hana Brown", "Witnessed:")),
    ("signature-undated", "signatures 1",
     _terms("1. Fees", "Fees are paid.", "Signed in Ōkārito on", "Advocate for the Guild"),
     _terms("1. Fees", "Fees are paid.", "Signed in Ōkārito on 3 May 2025",
            "Advocate for the Guild")),
    ("quote-unbalanced", "2.1",
     _agreement("2.1 “Gale” means wind” of force eight."),
     _agreement("2.1 “Gale” means “wind” of force eight, the keeper’s bane.")),
    ("space-lost", "2.1",
     _agreement("2.1 The lamp is lit.The horn sounds."),
     _agreement("2.1 The lamp is lit. See www.lamps.govt.nz or unit(s) 3.")),
    ("dash-unspaced", "2.1",
     _agreement("2.1 The Lamp scale– Keepers is paid."),
     _agreement("2.1 The Lamp scale – Keepers is paid to long- and short-term keepers.")),
    ("page-furniture", "2.1",
     _agreement("2.1 The lamp is lit Page 3 of 12 at dusk."),
     _agreement("2.1 The lamp is lit as page 3 of the log says.")),
    ("row-empty", "2.1 table 1",
     _agreement("2.1 The fees are these.", "Fees", FEES.format("| | |\n")),
     _agreement("2.1 The fees are these.", "Fees", FEES.format(""))),
    ("sentence-unfinished", "2.1",
     _agreement("2.1 The lamp is lit. The horn sounds at dusk and then"),
     _agreement("2.1 The lamp is lit. The horn sounds at dusk.")),
]  # fmt: skip


@pytest.mark.parametrize(("code", "clause", "earns", "_not"), CASES, ids=[c[0] for c in CASES])
def test_a_document_earns_the_finding(code: str, clause: str, earns: str, _not: str) -> None:
    assert clause in [each.clause for each in found(earns) if each.code == code]


@pytest.mark.parametrize(("code", "_clause", "_earns", "does"), CASES, ids=[c[0] for c in CASES])
def test_a_like_document_does_not(code: str, _clause: str, _earns: str, does: str) -> None:
    assert not [each for each in found(does) if each.code == code]


#: Codes of reading and amending have their tests beside what finds them.
ELSEWHERE = {code.name for code in CODES.values() if code.group in {"amending"}} | {
    "label-inferred", "sentence-rejoined", "emphasis-unbalanced", "character-replaced",
    "table-ragged", "column-undated", "document-marked-up", "text-left-out", "page-unread",
    "wording-unlabelled", "figure-malformed", "number-repeated", "number-out-of-order",
    "rate-unread", "figure-marked", "step-unmapped", "scale-open", "changes-not-shown",
    "text-struck-out", "text-hidden", "figure-raised", "part-unread", "currency-open",
    "changes-unproved", "cell-number-unread", "encoding-inferred", "picture-unread",
    "number-worded", "number-unread",
}  # fmt: skip
#: And those that need a scale or several documents are in test_checks_figures and _slips.
FIGURES = {
    "rate-off-increase", "rate-off-column", "step-below", "rate-falls", "figure-words-differ",
    "rate-off-period", "figure-off-sum", "period-off-length", "rates-overlap", "period-reversed",
    "opening-differs", "scale-differs", "group-dropped",
    "term-gap", "term-overlap", "parallel-left-behind",
}  # fmt: skip


def test_every_code_has_a_case() -> None:
    assert {case[0] for case in CASES} | ELSEWHERE | FIGURES == set(CODES)


def test_a_list_whose_label_the_terms_order_begins_where_it_begins() -> None:
    text = _terms(
        "1. Definitions",
        "Amend clause 1.8 by adding:",
        "(m) “Gale” means wind of force eight.",
        "(n) “Storm” means wind of force ten.",
    )
    assert not {"label-skipped", "list-of-one"} & {each.code for each in found(text)}


def test_clause_numbers_of_the_agreement_are_no_open_references_of_its_terms() -> None:
    text = _terms("1. Rest", "Amend clause 4.2 as follows:", "4.2 A keeper rests as 6.1.3 says.")
    assert "reference-unresolved" not in {each.code for each in found(text)}


def test_wording_that_is_printed_whole_must_hold_what_it_cites_of_itself() -> None:
    text = _terms(
        "1. Rest",
        "Amend clause 4.2 as follows:",
        "4.2 A keeper rests, subject to 4.2(c):",
        "(a) at night; and",
        "(b) in fog.",
    )
    assert ("reference-unresolved", "4.2") in {(each.code, each.clause) for each in found(text)}


def test_a_relative_reference_beyond_the_end_of_its_list_is_open() -> None:
    items = ("2.1 A keeper may rest if:", "(a) the sea is calm, subject to {} below; and",
             "(b) the lamp burns.")  # fmt: skip
    for label, wrong in (("(b)", False), ("(c)", True)):
        text = _agreement(*(each.format(label) for each in items))
        codes = {each.code for each in found(text)}
        assert ("reference-unresolved" in codes) is wrong


def test_bullets_that_are_the_house_style_are_one_finding() -> None:
    lists = [part for n in range(1, 8) for part in (f"2.{n} These are free:", "- oil;", "- wicks.")]
    said = [each for each in found(_agreement(*lists)) if each.code == "bullets-uncitable"]
    assert [each.clause for each in said] == ["2.1"]
    assert "7 lists" in said[0].message


def test_text_between_the_items_of_a_list_does_not_end_it() -> None:
    text = _agreement("2.1 A keeper may rest if:", "(a) the sea is calm.",
                      "Every watch is logged in the book of the pier.", "(b) the lamp burns.",
                      "(c) the fog lifts.")  # fmt: skip
    assert not {"list-of-one", "label-skipped"} & {each.code for each in found(text)}


def test_the_year_of_an_act_may_stand_behind_a_comma() -> None:
    assert not found(_agreement("2.1 The Lighthouses Act, 1998, applies to every keeper."))
    codes = [each.code for each in found(_agreement("2.1 The Lighthouses Act, 12 men say, binds."))]
    assert codes == ["act-undated"]


def test_a_clause_of_another_document_that_is_cited_again_is_not_sought_here() -> None:
    text = _agreement(
        "2.1 Service counts as clauses 7.4 and 7.5 of the Pilots’ Collective Agreement say, but not"
        " service with a body that {} names."
    )
    codes = [each.code for each in found(text.replace("{}", "clause 7.4"))]
    assert "reference-unresolved" not in codes
    assert "reference-unresolved" in [each.code for each in found(text.replace("{}", "clause 8.4"))]


def test_a_part_of_a_longer_name_is_no_other_way_to_print_it() -> None:
    text = _agreement("2.1 The Lamp Oil Guild Dinner is held.", "2.2 The Lamp Oil guild {}.")
    assert not found(text.replace("{}", "eats fish"))
    codes = [each.code for each in found(text.replace("{}", "dinner is in May"))]
    assert codes == ["name-style-mixed"]


def test_paragraphs_that_all_end_without_a_full_stop_are_printed_so() -> None:
    bare = "The lamp is lit. It burns until dawn"
    codes = [each.code for each in found(_agreement("2.1 The watch.", bare, f"{bare} and on"))]
    assert "sentence-unfinished" not in codes
    codes = [each.code for each in found(_agreement("2.1 The watch.", bare, "The horn sounds."))]
    assert "sentence-unfinished" in codes


def test_who_gives_notice_to_their_own_leader_is_named() -> None:
    notice = "2.1 If a keeper wants oil, a week’s notice must be provided to {} leader."
    assert not found(_agreement(notice.replace("{}", "their")))
    codes = [each.code for each in found(_agreement(notice.replace("{}", "the")))]
    assert codes == ["duty-without-actor"]


def test_words_in_capitals_do_not_spell_out_an_abbreviation() -> None:
    (finding,) = found(_agreement("2.1 The PL is lit, OF THE PIER LAMP, by the keeper."))
    assert finding.message == "PL is not defined"
    (finding,) = found(_agreement("2.1 The PL is lit, at the Pier Lamp, by the keeper."))
    assert finding.message == "PL is not defined; “Pier Lamp” may be meant"


def test_a_table_without_any_heading_has_lost_none() -> None:
    grid = "| {} |  |  |\n|---|---|---|\n| Weekday | to dawn | $47 |\n| Sunday | all day | $99 |"
    for heading, expected in (("Day", True), ("", False)):
        codes = [each.code for each in found(_agreement("2.1 Fees.", grid.replace("{}", heading)))]
        assert ("column-undated" in codes) is expected


@pytest.mark.parametrize(
    ("by", "last"),
    [
        ("ratified by 5pm on 3 May 2025 and signed by 5pm on 6 May 2025", "signing, 6 May 2025"),
        ("signed by 2 May 2025 and ratified by 5pm on 9 May 2025", "ratification, 9 May 2025"),
    ],
)
def test_an_early_commencement_names_the_day_that_comes_last(by: str, last: str) -> None:
    text = _terms(
        f"The offer lapses if it is not {by}.",
        "1. Term",
        "Amend clause 1.4 as follows: This agreement is effective from 1 May 2025 and expires on"
        " 30 April 2027.",
    )
    (early,) = [each for each in found(text) if each.code == "commences-early"]
    assert early.message == f"commences on 1 May 2025, before the last day for {last}"


def test_parallel_provisions_are_told_apart_in_the_order_of_their_words() -> None:
    text = _terms(
        "1. Fees",
        "Amend clause 2.1 as follows:",
        "2.1 Each lamp fee will give an extra annual payment of $200 a year from 1 May 2025 and"
        " $300 a year from 1 May 2026.",
        "Amend clause 3.1 as follows:",
        "3.1 Each fee shall give an extra payment of $200 a year from 1 May 2025 and $300 a year"
        " from 1 May 2026.",
    )
    (parallel,) = [each for each in found(text) if each.code == "parallel-differs"]
    assert parallel.message == (
        "says what 2.1 says in other words: without “lamp”; “shall” for “will”; without “annual”"
    )


def test_a_party_in_two_forms_is_named_in_full() -> None:
    text = _agreement(
        "2.1 The KGU Te Kaha Moana Roa speaks for keepers.",
        "2.2 The KGU is told of gales.",
        "2.3 The KGU is told of fog.",
    )
    (named,) = [each for each in found(text) if each.code == "party-named-variously"]
    assert named.message == "the party is called both “KGU” and “KGU Te Kaha Moana Roa”"


def test_a_number_used_three_times_is_not_said_to_be_used_twice() -> None:
    text = _agreement(*[f"2.1 A keeper has right number {n}." for n in ("one", "two", "three")])
    repeated = [each for each in found(text) if each.code == "number-repeated"]
    assert [(each.clause, each.message) for each in repeated] == [
        (f"2.1 ({place})", "2.1 is used more than once; this one cannot be cited")
        for place in ("2nd", "3rd")
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Minor changes are made as shown in the attached tracked agreement.", "tracked agreement"),
        ("The wording of clause 2.1 is in the marked version that was sent.", "marked version"),
        ("Corrections are made as in the enclosed draft agreement.", "enclosed draft agreement"),
    ],
)
def test_a_tracked_or_marked_copy_is_wording_elsewhere(words: str, said: str) -> None:
    held = [each for each in found(_terms("1. Tidy", words)) if each.code == "wording-elsewhere"]
    assert [each.message for each in held] == [f"relies on a document that is not here: “{said}”"]


def test_no_rule_speaks_of_one_trade() -> None:
    trades = ("teacher", "nurse", "keeper")
    assert not [code for code, one in CODES.items() if any(t in one.why for t in trades)]

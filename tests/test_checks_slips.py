"""Slips in figures, days and sentences: each with a near miss that is right as it stands."""

from __future__ import annotations

import pytest
from test_checks_noise import of
from test_checks_rules import _agreement, _terms

from clausetrack.counts import number


@pytest.mark.parametrize(
    "words",
    [
        "forty (38) hours a week",
        "two hundred dollars ($250) a year",
        "three percent (2%)",
        "three per cent (2.5 per cent)",
        "twenty-five (26) days",
        "one hundred and twenty (102) keepers",
        "two thousand five hundred dollars ($2,050.00)",
        "six weeks (4 weeks)",
        "two and one-half percent (3.5%)",
        "seven and a half (7) hours",
        "38 (forty) hours",
        "thirty-eight (37.5) hours",
        "the step up, and two (3) days",
        "in Part Two, ten (12) lamps",
    ],
)
def test_a_number_in_words_that_is_another_in_figures(words: str) -> None:
    (one,) = of("figure-words-differ", _agreement(f"2.1 A keeper is owed {words}."))
    assert one.clause == "2.1"
    assert one.severity == "warning"


@pytest.mark.parametrize(
    "words",
    [
        "forty (40) hours a week",
        "two hundred dollars ($200.00)",
        "two and a half percent (2.5%)",
        "two and one-half percent (2.5%)",
        "seven and one-half (7.5) hours",
        "two point five percent (2.5%)",
        "four weeks (20 working days)",
        "two hours (120 minutes)",
        "one hundred and twenty-five (125) lamps",
        "one of two: (1) oil or (2) wicks, or both of the two (1) and (2)",
        "1990 (nineteen ninety)",
        "thirty-eight (38) hours in weeks one and two (2)",
        "a sum under clause nine (see 10)",
        "two dollars fifty ($2.50)",
        "one twenty-fifth (5)",
        "lamps as in Part Four (4)",
        "38 (thirty-eight) hours",
        "forty- five (45) days",
        "forty‑five (45) days",
        "three tenths of one percent (0.3%)",
        "lamps as in Part Two (2.1) and Schedule One (1.1)",
        "oil as in Appendix One (2)",
        "oil as in items one (1.1) and two (1.2)",
        "oil as in items one (3) and two (4)",
        "the first two (1.1 and 1.2) of the lamps",
        "the pay of Grade Three (4)",
        "a watch under clause four (3.5 hours)",
    ],
)
def test_words_and_figures_that_agree_or_say_two_things(words: str) -> None:
    assert not of("figure-words-differ", _agreement(f"2.1 A keeper is owed {words}."))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("zero", 0), ("nineteen", 19), ("ninety-nine", 99), ("hundred", 100),
        ("twelve hundred", 1200), ("one thousand and one", 1001),
        ("two million three hundred thousand", 2_300_000), ("twenty twenty", None),
        ("five six", None), ("ten one", None), ("one thousand two thousand", None),
    ],
)  # fmt: skip
def test_numbers_in_words(words: str, value: int | None) -> None:
    assert number(words) == value


@pytest.mark.parametrize(
    "words",
    [
        "from 1 July 2024 until 30 June 2023",
        "from 1 July 2024 to 30 June 2024",
        "(1 July 2024 – 1 May 2024)",
        "on 1 July 2025 and shall continue until 30 June 2024",
        "on 1 July 2025 and expires on 30 June 2024",
        "between 1 July 2024 and 30 June 2024",
        "from 1/07/2026 to 30/06/2026",
        "between 1/07/2026 and 30/06/2026",
    ],
)
def test_a_period_that_ends_before_it_begins(words: str) -> None:
    (one,) = of("period-reversed", _agreement(f"2.1 The lamp fee runs {words}."))
    assert one.clause == "2.1"
    assert one.severity == "warning"


@pytest.mark.parametrize(
    "words",
    [
        "The fee runs from 1 July 2024 until 30 June 2025.",
        "The fee runs from 1 July 2024 to 1 July 2024.",
        "The review of 1 July 2024 was moved from 1 May 2025 to 1 April 2025.",
        "The fee was $2 from 1 July 2025. To 30 June 2025 it was $1.",
        "The fee is due on 1 July 2025, 1 May 2025 and 1 April 2025.",
        "The fee runs between 1 July 2024 and 30 June 2025.",
        "The fee rose on 1 July 2025 and 1 May 2025.",
        "The lamps between the pier and the fee of 1 July 2025 and 30 June 2025 are lit.",
        "The fee runs from 1/07/2026 to 30/06/2027.",
        "The fee runs from 2/07/2026 to 1/07/2026.",  # nothing says which is the month
    ],
)
def test_days_in_their_order_or_of_no_one_period(words: str) -> None:
    assert not of("period-reversed", _agreement(f"2.1 {words}"))


@pytest.mark.parametrize(
    "blank",
    ["[$20 / $30] a week", "[ten] [twelve] cents",
     "$XX per week", "$X.XX an hour", "$_____ per week", "$ ____ a year", "$... a week", "XX%",
     "___% of the fee", "$[  ] a week"],
)  # fmt: skip
def test_a_sum_that_was_left_blank(blank: str) -> None:
    (one,) = of("alternative-unresolved", _agreement(f"2.1 A lamp fee of {blank} is paid."))
    assert one.clause == "2.1"
    assert one.severity == "error"


@pytest.mark.parametrize(
    "words",
    [
        "2.1 A lamp fee of $20 is paid; XX marks the pier, and XXL is a size.",
        "2.1 Claim form\n\nName: ______ Lamp fee claimed: $______ Oil: $______",
        "2.1 Lamp fee claimed: $______",
        "2.1 A keeper of [tension / onerous work] and of a [ten-mile / other] light rests.",
        "2.1 The lamp [brass / iron] and the notes [1] [2] stand; [two] lamps burn.",
        "2.1 Dated: ____ 2026",
        "2.1 Dated this 3rd day of ______ 2026",
        "2.1 Signed at the pier on ____ 2026",
        "2.1 Signed on ____ 2026 by ____",
        "2.1 The fee is $20... or so.",
        "2.1 Form\n\n| Lamp | Sum |\n|---|---|\n| 1 | $_____ |\n| 2 | $_____ |",
    ],
)
def test_a_form_that_is_to_be_filled_in_is_no_blank(words: str) -> None:
    assert not of("alternative-unresolved", _agreement(words))


REST = ("3 Rest", "3.1 A keeper rests.")


@pytest.mark.parametrize(
    "words",
    [
        'A new keeper completes the form: "I, [name], elect to join from [date]."',
        "The notice reads “Lamp [insert number] is out, and has been since [date].”",
        "A keeper signs this declaration:\n\n“I, [name], burn no oil.”",
    ],
)
def test_the_blanks_of_a_form_that_the_agreement_quotes_stay_blank(words: str) -> None:
    assert not of("alternative-unresolved", _agreement(f"2.1 {words}"))


@pytest.mark.parametrize(
    "words",
    [
        "The fee is paid from [date].",
        "The form “Lamp Out” is used from [date].",
        "The fund is called “the [name] Fund”.",
        "A keeper who fills in the form is paid from [date], as “agreed”.",
    ],
)
def test_a_blank_of_the_agreement_itself_is_told(words: str) -> None:
    (one,) = of("alternative-unresolved", _agreement(f"2.1 {words}"))
    assert one.severity == "error"


@pytest.mark.parametrize(
    "words",
    [
        "The fee begins on ___ 2026.",
        "The fee begins on ____ July 2026.",
        "The fee begins on [1 July 2026 / 1 August 2026].",
        "The fee is paid for [six]/[nine] months.",
        "The fee is paid for [six] [nine] months.",
    ],
)
def test_a_day_or_a_number_that_was_left_open(words: str) -> None:
    (one,) = of("alternative-unresolved", _agreement(f"2.1 {words}"))
    assert one.severity == "error"


def test_sums_in_a_table_that_were_left_open() -> None:
    text = "2.1 Rates\n\n| Step | Rate |\n|---|---|\n| 1 | $28.00 |\n| 2 | $XX.XX |"
    (one,) = of("alternative-unresolved", _agreement(text))
    assert one.quote == "$XX.XX"


def test_a_sentence_that_ends_in_and() -> None:
    text = _agreement("2.1 A keeper hands back keys, oilskins, and", *REST)
    (one,) = of("sentence-unfinished", text)
    assert one.clause == "2.1"


def test_a_list_whose_last_item_ends_in_and() -> None:
    text = _agreement(
        "2.1 A keeper hands back:",
        "(a) keys;",
        "(b) oilskins; and",
        *REST,
    )
    assert [each.clause for each in of("sentence-unfinished", text)] == ["2.1(b)"]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("2.1 A keeper hands back keys, and", "- oilskins.", *REST),
        ("2.1 A keeper hands back:", "(a) keys:", "(i) of brass; and", "(b) oilskins.", *REST),
        ("2.1 A keeper hands back:", "2.1.1 keys; and", "2.1.2 oilskins.", *REST),
        ("2.1 Keys and", "| Lamp | Key |\n|---|---|\n| 1 | a |", *REST),
        ("2.1 The parties are:", "THE ŌKĀRITO LIGHT COMPANY and", "3 The Guild", *REST),
        ("2.1 A keeper is paid for each watch that the roster and", "the gale book give.", *REST),
    ],
)  # fmt: skip
def test_what_ends_in_and_and_goes_on(paragraphs: tuple[str, ...]) -> None:
    assert not of("sentence-unfinished", _agreement(*paragraphs))


WATCH = "A keeper watches. A keeper hands back all"


@pytest.mark.parametrize(
    "paragraphs",
    [
        # a page or a row of the layout ended there
        (f"{WATCH} keys, and", "oilskins that the board gave."),
        (f"{WATCH} keys", "and the oilskins that the board gave."),
        ("Kaitiaki\tA keeper watches. A keeper hands back all keys", "Light and oilskins"),
    ],
)
def test_a_sentence_that_goes_on_in_the_next_paragraph_is_finished(
    paragraphs: tuple[str, ...],
) -> None:
    assert not of("sentence-unfinished", _agreement("2.1 Lamps burn.", *paragraphs, *REST))


def test_a_sentence_before_another_one_is_unfinished() -> None:
    said = f"{WATCH} keys, the lamps of the pier, the log and whatever else of the board’s they had"
    text = _agreement("2.1 Lamps burn.", said, "The oilskins are the board’s.", *REST)
    (one,) = of("sentence-unfinished", text)
    assert one.clause == "2.1 paragraph 1"


def test_wording_of_terms_that_breaks_off_may_go_on_in_the_agreement() -> None:
    text = _terms("1. Keys", "Amend clause 4.2 by adding:", "(c) keys of brass; and")
    assert not of("sentence-unfinished", text)


@pytest.mark.parametrize(
    ("day", "none"),
    [("31 June 2027", True), ("30/02/2027", True), ("29 February 2026", True), ("31/06/2027", True),
     ("03/04/2027", False)],
)  # fmt: skip
def test_a_day_that_no_calendar_has_is_said_to_be_none(day: str, none: bool) -> None:
    (one,) = of("date-ambiguous", _agreement(f"2.1 The fee ends on {day}."))
    assert ("no calendar has" in one.message) is none
    assert ("two days" in one.message) is not none


Y25, Y26 = "Step | From 1 July 2025", "From 1 July 2026"


@pytest.mark.parametrize(
    ("day", "said"),
    [("31/12/27", "two figures"), ("07/31/2027", "only if the month stands first")],
)
def test_a_date_in_figures_says_why_it_is_open(day: str, said: str) -> None:
    (one,) = of("date-ambiguous", _agreement(f"2.1 The fee ends on {day}."))
    assert said in one.message


def test_the_reason_fits_a_day_that_no_calendar_has() -> None:
    from clausetrack.checks.registry import CODES

    assert "two days, or none" not in CODES["date-ambiguous"].why
    assert "cannot be sure which it is, if it is any" in CODES["date-ambiguous"].why


def test_the_first_of_January_is_one_day_however_it_is_read() -> None:
    assert not of("date-ambiguous", _agreement("2.1 The fee ends on 01/01/2027."))


def scale(heads: str, *rows: str) -> str:
    count = heads.count("|") + 1
    return _agreement(
        "2.1 Rates\n\n"
        + "\n".join([f"| {heads} |", "|---" * count + "|", *(f"| {row} |" for row in rows)])
    )


def test_a_step_that_is_paid_less_than_the_one_before() -> None:
    rows = ("1 | $28.00 | $28.56", "2 | $29.00 | $29.58", "3 | $28.50 | $29.07",
            "4 | $31.00 | $31.62")  # fmt: skip
    (one,) = of("step-below", scale(f"{Y25} | {Y26}", *rows))
    assert one.clause == "2.1 table 1"
    assert "step 3: $28.50" in one.message
    assert "$29.00 of step 2" in one.message


@pytest.mark.parametrize(
    "rows",
    [
        ("1 | $28.00", "2 | $29.00", "3 | $30.00", "4 | $31.00"),
        ("4 | $31.00", "3 | $30.00", "2 | $29.00", "1 | $28.00"),  # from the top
        ("1 | $31.00", "2 | $30.00", "3 | $29.00", "4 | $28.00"),  # step 1 is the highest
        ("1 | $28.00", "2 | $29.00", "3 | $28.00", "4 | $29.00"),  # two ladders
        ("Cook | $28.00", "Mate | $29.00", "Boy | $20.00", "Keeper | $31.00"),
        ("1 | $28.00", "2 | $29.00", "3 | $28.50"),  # too few to tell
        ("1 | $28.00", "2 | $29.00", "3 | $29.00", "4 | $31.00"),
    ],
)
def test_scales_in_which_no_one_step_is_out_of_order(rows: tuple[str, ...]) -> None:
    assert not of("step-below", scale(Y25, *rows))


@pytest.mark.parametrize(
    ("heads", "rows"),
    [
        (f"{Y25} | {Y26}", ("1 | $50.00 | $49.00", "2 | $51.00 | $50.00")),
        (f"Step | {Y26} | {Y25[7:]}", ("1 | $28.00 | $28.56", "2 | $29.00 | $29.58")),
        ("Step | Current | From 1 July 2026", ("1 | $50.00 | $49.00", "2 | $51.00 | $50.00")),
    ],
)  # fmt: skip
def test_figures_that_all_fall_on_a_day(heads: str, rows: tuple[str, ...]) -> None:
    (one,) = of("rate-falls", scale(heads, *rows))
    assert one.clause == "2.1 table 1"


@pytest.mark.parametrize(
    ("heads", "rows"),
    [
        (f"{Y25} | {Y26}", ("1 | $50.00 | $51.00", "2 | $51.00 | $50.00")),
        # the newest column first, and paid the most
        (f"Step | {Y26} | {Y25[7:]}", ("1 | $28.56 | $28.00", "2 | $29.58 | $29.00")),
        ("Step | Day | Night", ("1 | $50.00 | $49.00", "2 | $51.00 | $50.00")),
        (f"{Y25} | {Y26}", ("1 | $50.00 | $49.00",)),
    ],
)  # fmt: skip
def test_figures_of_which_some_rise_or_that_have_no_days(heads: str, rows: tuple[str, ...]) -> None:
    assert not of("rate-falls", scale(heads, *rows))


@pytest.mark.parametrize(
    "title", ["Deductions for board and lodging", "Rent of quarters", "What keepers contribute"]
)
def test_what_keepers_pay_may_fall(title: str) -> None:
    rows = ("1 | $120.00 | $110.00", "2 | $110.00 | $100.00")
    assert not of("rate-falls", scale(f"{Y25} | {Y26}", *rows).replace("2.1 Rates", f"2.1 {title}"))


EIGHT = [28, 29, 30, 31, 32, 33, 34, 35]


def hourly(percent: str, odd: str) -> str:
    """Eight steps from $28.00 that all rise so much, but for step 3."""
    from decimal import ROUND_HALF_UP, Decimal

    rise = 1 + Decimal(percent) / 100
    new = [(each * rise).quantize(Decimal("0.01"), ROUND_HALF_UP) for each in EIGHT]
    rows = [f"{n} | ${old}.00 | ${odd if n == 3 else now}"
            for n, (old, now) in enumerate(zip(EIGHT, new, strict=True), 1)]  # fmt: skip
    return scale(f"{Y25} | {Y26}", *rows)


@pytest.mark.parametrize(
    ("percent", "odd"),
    [
        ("2", "31.60"),
        ("2.5", "31.75"),
        ("3", "30.67"),
        ("2", "30.07"),
        ("2.5", "37.05"),  # $30.75 with two figures that changed places
        ("2", "29.50"),  # less than it was, where all others rise
    ],
)
def test_an_hourly_rate_that_leaves_its_column_is_found(percent: str, odd: str) -> None:
    (one,) = of("rate-off-column", hourly(percent, odd))
    assert one.message.startswith(f"step 3: ${odd} is not $30.00 and {percent}")


@pytest.mark.parametrize(
    ("odd", "said"),
    [("55,800", "; two of its digits may have changed places"),
     ("53,800", "; it is $200 less than before"), ("55,000", "")],
)  # fmt: skip
def test_a_salary_whose_digits_changed_places_or_that_falls_is_found(odd: str, said: str) -> None:
    rows = [
        f"{n} | ${old:,} | ${old * 102 // 100:,}"
        for n, old in enumerate(range(50000, 64000, 2000), 1)
    ]
    rows[2] = f"3 | $54,000 | ${odd}"  # $55,080 as the others; $55,000 is a round $1,000 more
    found = of("rate-off-column", scale(f"{Y25} | {Y26}", *rows))
    assert [one.message.startswith(f"step 3: ${odd} is not $54,000") for one in found] == [
        True
    ] * bool(said)
    assert all(one.message.endswith(said) for one in found)


@pytest.mark.parametrize(
    ("percent", "odd"),
    [
        ("2", "30.60"),
        ("2", "30.61"),  # a cent that the figure before it hides
        ("2", "31.50"),  # five percent, of its own
        ("2.5", "30.70"),  # rounded to ten cents, as $30.75 would be to five
        ("2.3", "30.65"),  # rounded to five cents
        ("2.3", "30.50"),  # half a dollar
        ("2", "32.00"),  # two dollars
        ("2.5", "37.50"),  # seven dollars and a half, and no two digits changed places
    ],
)
def test_an_hourly_rate_with_a_rule_of_its_own_is_left_alone(percent: str, odd: str) -> None:
    assert not of("rate-off-column", hourly(percent, odd))


def test_a_label_that_comes_twice_is_told_and_its_list_has_its_and() -> None:
    text = _agreement("2.1 A keeper is owed:", "(a) a meal;", "(b) a bunk; and", "(b) a lamp.")
    assert not of("list-without-conjunction", text)
    (one,) = of("number-repeated", text)
    assert "(b)" in one.message


def test_an_item_of_the_same_letter_in_a_list_below_is_no_repeat() -> None:
    text = _agreement(
        "2.1 A keeper is owed:", "(h) a meal;".replace("h", "a"), "(b) the use of:",
        "(i) a bunk; and", "(ii) a lamp; and", "(c) rest."
    )  # fmt: skip
    assert not of("number-repeated", text)


def read_whole(*paragraphs: str) -> str:
    return "\n\n".join(("Harbour Workers’ Collective Agreement 2024–2026", *paragraphs))


def test_references_by_the_dozen_stay_one_finding() -> None:
    many = [f"4.{n} Lamps are lit as clause {n}.9 says." for n in range(2, 20)]
    assert len(of("references-unfollowed", dead(*many))) == 1


def test_what_a_title_joins_goes_on_below_it() -> None:
    text = "Agreement between\n\nthe Harbour Board of Ōkārito and\n\nThe Guild\n\n1 Term\n\n"
    text += "1.1 It runs for a year.\n\n1.2 It is read.\n\n1.3 It is kept."
    assert not of("sentence-unfinished", text)


def test_hyphens_by_the_dozen_are_one_finding() -> None:
    forms = ("e-mail", "pre-paid", "re-hire", "on-going", "by-law", "co-worker", "mid-year")
    words = [word for form in forms for word in (form, form.replace("-", ""))]
    (one,) = of("hyphen-mixed", _agreement(f"2.1 The words are {', '.join(words)}."))
    assert "more: “" in one.message
    (one, two) = of("hyphen-mixed", _agreement(f"2.1 The words are {', '.join(words[:4])}."))
    assert {one.message[:8], two.message[:8]} == {"“email” ", "“prepaid"}


def test_a_hyphen_that_a_line_left_is_no_other_way_to_write_a_word() -> None:
    uses = "2.1 A work-related injury is told. 2.2 Every non- work related injury too."
    assert not of("hyphen-mixed", _agreement(uses))


def test_a_page_address_that_a_line_cut_has_lost_no_word() -> None:
    said = "2.1 The code is at www.okarito.example/code-of- conduct, and at {}."
    assert not of("dash-unspaced", _agreement(said.format("the pier")))
    assert of("dash-unspaced", _agreement(said.format("the light- house")))


def test_the_consumers_price_index_needs_no_definition() -> None:
    said = "2.1 The fee follows the {} from May."
    assert not of("abbreviation-undefined", _agreement(said.format("CPI")))
    assert of("abbreviation-undefined", _agreement(said.format("CQI")))


def dead(*extra: str) -> str:
    """An agreement with clauses 1 to 4, most of whose references lead nowhere."""
    return read_whole(
        "1 Parties", "1.1 The Board.", "1.2 The Guild.",
        "2 Rest", "2.1 A keeper rests as clause 2.7 says.", "2.2 A cook rests as clause 2.8 says.",
        "3 Oil", "3.1 Oil is kept as clause 3.6 says.", "3.2 Oil is bought as clause 9 says.",
        "4 Lamps", "4.1 Lamps are lit as clause 1.2 says.", *extra,
    )  # fmt: skip


def test_dead_references_of_a_whole_agreement_are_each_told() -> None:
    assert not of("references-unfollowed", dead())
    assert [each.clause for each in of("reference-unresolved", dead())] == [
        "2.1",
        "2.2",
        "3.1",
        "3.2",
    ]


def test_references_of_an_extract_stay_one_finding() -> None:
    clauses = [f"7.{n} A keeper rests as clause {n}.4 says." for n in range(1, 6)]
    text = "Harbour Workers’ Collective Agreement 2024–2026\n\n7 Rest\n\n" + "\n\n".join(clauses)
    assert len(of("references-unfollowed", text)) == 1
    assert not of("reference-unresolved", text)


WEEKLY = ("1 | $28.00 | $1,120.00", "2 | $29.00 | $1,260.00", "3 | $30.00 | $1,200.00")


def test_a_weekly_rate_that_is_not_the_hours_which_the_table_names() -> None:
    (one,) = of("rate-off-period", scale("Step | Hourly | Weekly (40 hours)", *WEEKLY))
    assert one.clause == "2.1 table 1"
    assert one.message == ("step 2: $1,260.00 is not 40 hours at $29.00, which gives $1,160.00")
    assert one.severity == "warning"


def test_the_hours_of_a_year_that_a_heading_names() -> None:
    rows = ("1 | $58,240 | $28.00", "2 | $60,230 | $29.00")
    (one,) = of("rate-off-period", scale("Step | Annual (2,080 hours) | Hourly", *rows))
    assert one.message == "step 2: $60,230 is not 2080 hours at $29.00, which gives $60,320"
    rows = ("1 | $2,240.00 | $28.00", "2 | $2,230.00 | $29.00")
    (one,) = of("rate-off-period", scale("Step | Fortnightly (80 hours) | Hourly", *rows))
    assert one.message.startswith("step 2: $2,230.00 is not 80 hours at $29.00")


@pytest.mark.parametrize(
    ("heads", "rows", "step"),
    [
        ("Step | Annual | Fortnightly",
         ("1 | $52,000 | $2,000", "2 | $54,600 | $2,200", "3 | $57,200 | $2,200",
          "4 | $59,800 | $2,300"), "2"),
        ("Step | Hourly | Annual",
         ("1 | $25.00 | $52,143", "2 | $26.00 | $54,229", "3 | $27.00 | $56,314",
          "4 | $28.00 | $59,400"), "4"),
    ],
)  # fmt: skip
def test_a_rate_by_another_period_than_nearly_all_rows(
    heads: str, rows: tuple[str, ...], step: str
) -> None:
    (one,) = of("rate-off-period", scale(heads, *rows))
    assert one.message.startswith(f"step {step}: ")
    assert one.severity == "info"


@pytest.mark.parametrize(
    ("heads", "rows"),
    [
        ("Step | Hourly | Weekly", WEEKLY),  # nobody says of how many hours, and two rows are few
        ("Step | Hourly | Weekly (40 hours)", (WEEKLY[0], WEEKLY[2])),
        # each rounded by itself: $52,000, $54,321, $60,000 and $61,111 by 26.0714
        ("Step | Annual | Fortnightly",
         ("1 | $52,000 | $1,994.52", "2 | $54,321 | $2,083.55", "3 | $60,000 | $2,301.37",
          "4 | $61,111 | $2,343.98")),
        # some are full time and some are not
        ("Step | Hourly | Weekly",
         ("1 | $28.00 | $1,120.00", "2 | $29.00 | $1,160.00", "3 | $30.00 | $1,125.00",
          "4 | $31.00 | $1,162.50")),
        # the hours of the week say nothing of the year
        ("Step | Annual (40 hours) | Hourly", ("1 | $58,440 | $28.00", "2 | $60,530 | $29.00")),
        ("Step | Fortnightly (40 hours a week) | Hourly",
         ("1 | $2,240.00 | $28.00", "2 | $2,320.00 | $29.00")),
        ("Step | Annual | Hourly (40 hours)", ("1 | $58,440 | $28.00", "2 | $60,530 | $29.00")),
        ("Step | Annual (2080 hours) | Hourly", ("1 | $58,240 | $28.00", "2 | $60,320 | $29.00")),
        # a row that names its own hours, or is of no full week
        ("Step | Hourly | Weekly (40 hours)",
         ("1 | $28.00 | $1,120.00", "Half-time (20 hours) | $29.00 | $580.00",
          "Part-time | $30.00 | $600.00", "Casual, 8 hours | $30.00 | $240.00")),
        # a sum that is paid beside the wage
        ("Step | Hourly | Tool allowance per week (40 hours)",
         ("1 | $28.00 | $40.00", "2 | $29.00 | $60.00")),
        ("Step | Weekly allowance | Hourly (40 hours)",
         ("1 | $40.00 | $28.00", "2 | $60.00 | $29.00")),
        ("Step | Annual | Lodging deduction per week",
         ("1 | $52,000 | $100", "2 | $54,600 | $105", "3 | $57,200 | $110", "4 | $59,800 | $190")),
        ("Step | Day rate | Night rate",
         ("1 | $28.00 | $30.00", "2 | $29.00 | $31.00", "3 | $30.00 | $34.00",
          "4 | $31.00 | $33.00")),
    ],
)  # fmt: skip
def test_rates_of_two_periods_that_agree_or_say_nothing(heads: str, rows: tuple[str, ...]) -> None:
    assert not of("rate-off-period", scale(heads, *rows))

"""What the parties do to a text in bargaining: each change told once, as what it is."""

from __future__ import annotations

from clausetrack.comparison import compared


def told(old: str, new: str) -> set[tuple[str, str, str, bool]]:
    """The changes but for mere renumbering: kind, numbers, and whether the clause moved."""
    found = compared(old.encode(), new.encode(), "old.txt", "new.txt")
    return {
        (one.kind, one.old_id or "", one.new_id or "", one.moved)
        for one in found.changes
        if one.kind != "renumbered"
    }


TALLY = """Orchard Collective Agreement

3. Picking
3.1 Pickers are paid as follows.
(a) Wages are counted out at the kitchen table on the last day of the month.
(b) An entitlement to fruit shall accrue to the picker at the rate of 8 crates for each week worked.
(i) A crate of plums counts as two crates of pears in the weekly tally.
(ii) Windfalls that the foreman turned down count for nothing at all.
(iii) The tally is chalked on the door of the barn every Friday at noon.

4. Carting
4.1 Carters are paid as follows.
(a) An entitlement to cider shall accrue to the carter at the rate of 6 jugs for each week worked.
(i) The jugs are filled at the press and not at the gate of the yard.
(ii) A jug that a carter breaks on the road is paid for out of the wages.
"""
PRESS = "(i) The jugs are filled at the press and not at the gate of the yard.\n"
JUG = "A jug that a carter breaks on the road is paid for out of the wages."
TOOLS = "Ladders and baskets are lent to every picker free of charge."
LENT = (
    TALLY.replace("(b) An entitlement to fruit", f"(b) {TOOLS}\n(c) A right to fruit")
    .replace(f"(ii) {JUG}\n", "")
    .replace("at noon.\n", f"at noon.\n(iv) {JUG}\n")
    .replace("at the rate of 6 jugs", "at a rate of 7 jugs")
)
APART = {
    ("inserted", "", "3.1(b)", False),
    ("changed", "3.1(b)", "3.1(c)", False),
    ("changed", "4.1(a)", "4.1(a)", False),
}


def test_the_only_item_of_a_clause_does_not_take_it_along_to_where_others_are() -> None:
    old, new = TALLY.replace(PRESS, "").replace("(ii) A jug", "(i) A jug"), LENT.replace(PRESS, "")
    assert told(old, new) == {*APART, ("moved", "4.1(a)(i)", "3.1(c)(iv)", True)}


def test_half_the_items_of_a_clause_do_not_take_it_along_where_all_others_were_edited() -> None:
    new = LENT
    for word, other in (("plums", "quinces"), ("turned down", "refuses"), ("noon", "one o'clock")):
        new = new.replace(word, other)
    new = new.replace("at the press and not", "by the press and never")
    edited = {("changed", each, each.replace("(b)", "(c)"), False)
              for each in ("3.1(b)(i)", "3.1(b)(ii)", "3.1(b)(iii)", "4.1(a)(i)")}  # fmt: skip
    parted = {*APART, *edited, ("moved", "4.1(a)(ii)", "3.1(c)(iv)", True)}
    assert told(TALLY, new) == parted
    new = new.replace("Carters are paid as", "Each carter of ours is paid as")
    assert told(TALLY, new) == {*parted, ("changed", "4.1", "4.1", False)}


PAY = """Orchard Collective Agreement

2. Pay
2.1 Pickers are paid each Friday as Appendix A says.

3. Term
3.1 This agreement ends when the last apple is in.

Appendix A Night work
1 Night work is paid at time and a half for the first three hours.
2 Night work after that is paid at double time.
3 The foreman may ask for night work before noon of the day.
"""


def test_an_appendix_that_became_a_clause_moved_however_long_it_is() -> None:
    head, appendix = PAY.split("\n\nAppendix A ")
    title, *rest = appendix.splitlines()
    clause = "\n".join([f"3. {title}", *(f"3.{line}" for line in rest)])
    term = head[head.index("3. Term") :]
    new = head.replace(term, f"{clause}\n\n{term.replace('3.', '4.')}\n").replace(
        "as Appendix A says", "as clause 3 says"
    )
    assert told(PAY, new) == {
        ("changed", "2.1", "2.1", False),
        ("moved", "Appendix A", "3", True),
    }


ROWS = (
    "Grade\tTitle\tRate\nG1\tPicker of low branches\t$24.10\nG2\tCarter of crates\t$28.50\n"
    "G3\tLadder hand\t$30.20\nG4\tForeman of the orchard\t$36.00\nG5\tMaster of the press\t$41.00\n"
)


def test_a_table_put_under_another_clause_moved_and_not_what_it_passed() -> None:
    head = "Orchard Collective Agreement\n\n2. Pay\n\n2.1 Wages are paid by this table.\n\n"
    passed = "2.2 The wage is paid on Friday.\n\n3. Term\n\n3.1 The term is two years.\n\n"
    old, new = f"{head}{ROWS}\n{passed}", f"{head}{passed}{ROWS.replace('30.20', '31.40')}"
    assert told(old, new) == {("changed", "2.1 table 1", "3.1 table 1", True)}


def test_of_items_in_another_order_the_one_that_was_edited_is_no_new_one() -> None:
    head = "Orchard Collective Agreement\n\n2. Duties\n2.1 The picker must:\n"
    items = [
        "keep the paths clear of ladders and crates at all times;",
        "report every accident to the foreman before the end of the shift;",
        "wear the hat and the gloves that the orchard supplies;",
        "lock the barn when the last crate has been put away;",
        "sign the tally book at noon and at the end of the day;",
    ]
    edited = "report every accident and near miss to the foreman within 24 hours;"
    order = [items[4], items[2], items[0], edited, items[3]]
    old, new = (
        head + "".join(f"({label}) {item}\n" for label, item in zip("abcde", each, strict=True))
        for each in (items, order)
    )
    found = told(old, new)
    assert not {kind for kind, *_ in found} & {"inserted", "deleted"}
    assert ("changed", "2.1(b)", "2.1(d)") in {one[:3] for one in found}


def test_a_clause_named_for_its_schedule_only_follows_its_new_letter() -> None:
    schedules = {
        "Fruit": ("{0}1 A crate of plums is paid for at $2.80.", "{0}2 A crate of pears is not."),
        "Tools": ("{0}1 A hook is lent to each picker.", "{0}2 What is lost is paid for."),
    }
    old, new = (
        "Orchard Collective Agreement\n\n1. Pay\n1.1 Pay is set out in the Schedules.\n"
        + "".join(
            f"\nSchedule {letter} {name}\n" + "\n".join(schedules[name]).format(letter) + "\n"
            for letter, name in zip("AB", order, strict=True)
        )
        for order in (("Fruit", "Tools"), ("Tools", "Fruit"))
    )
    found = compared(old.encode(), new.encode(), "old.txt", "new.txt").changes
    assert [(one.old_id, one.new_id) for one in found] == [
        ("Schedule B", "Schedule A"), ("Schedule A", "Schedule B"),
    ]  # fmt: skip


def test_of_the_rates_of_some_years_the_oldest_goes_and_a_new_one_comes() -> None:
    def rates(*paid: tuple[str, int, str]) -> str:
        lines = [
            f"2.{at} A {who} is paid {rate} an hour from 1 July {year} to 30 June {year + 1}.\n"
            for at, (who, year, rate) in enumerate(paid, 1)
        ]
        return "Orchard Collective Agreement\n\n2. Pay\n" + "".join(lines)

    pickers = [("picker", 2024, "$28.50"), ("picker", 2025, "$29.50"), ("picker", 2026, "$30.50")]
    carters = [("carter", 2024, "$34.00"), ("carter", 2025, "$35.00"), ("carter", 2026, "$36.00")]
    assert told(rates(*pickers[:2], *carters[:2]), rates(*pickers[1:], *carters[1:])) == {
        ("deleted", "2.1", "", False), ("inserted", "", "2.2", False),
        ("deleted", "2.3", "", False), ("inserted", "", "2.4", False),
    }  # fmt: skip


def test_of_a_list_whose_items_became_clauses_one_said_otherwise_is_among_them() -> None:
    head = "Orchard Collective Agreement\n\n2. Allowances\n"
    old = (
        f"{head}2.1 The following allowances are paid:\n"
        "(a) meal allowance: $15.00 for each shift over ten hours;\n"
        "(b) boot allowance: $120.00 each July;\n(c) tool allowance: $2.00 a day;\n"
        "(d) height allowance: $3.50 an hour above twenty metres.\n"
    )
    new = (
        f"{head}2.1 A meal allowance of $15.00 is paid for each shift over ten hours.\n"
        "2.2 A boot allowance of $120.00 is paid each July.\n"
        "2.3 A tool allowance of $2.50 is paid each day.\n"
        "2.4 A height allowance of $3.50 an hour is paid above twenty metres.\n"
    )
    assert {each[:3] for each in told(old, new)} == {
        ("deleted", "2.1", ""), ("changed", "2.1(a)", "2.1"), ("changed", "2.1(b)", "2.2"),
        ("changed", "2.1(c)", "2.3"), ("changed", "2.1(d)", "2.4"),
    }  # fmt: skip


BREAKS = """Orchard Collective Agreement

2. Hours
2.1 Ordinary hours are forty a week.

3. Meals
3.1 A meal break of thirty minutes is taken after five hours.

4. Breaks
4.1 A rest break of ten minutes is taken each morning.
4.2 A rest break of ten minutes is taken each afternoon.
"""


def test_of_two_sections_under_one_heading_the_one_that_has_its_number_stays() -> None:
    united = BREAKS.replace("\n4. Breaks\n4.1", "3.2").replace("4.2", "3.3")
    assert told(BREAKS, united.replace("3. Meals", "3. Meals and breaks")) == {
        ("changed", "3", "3", False), ("deleted", "4", "", False),
    }  # fmt: skip
    assert told(BREAKS, united.replace("3. Meals", "3. Breaks")) == {
        ("deleted", "3", "", False), ("moved", "4", "3", True),
    }  # fmt: skip


def test_of_two_like_clauses_the_one_that_differs_by_a_figure_in_words_stays() -> None:
    new = BREAKS.replace("4.1 A rest break of ten minutes is taken each morning.\n4.2", "4.1")
    assert told(BREAKS, new.replace("ten minutes", "twelve minutes")) == {
        ("deleted", "4.1", "", False), ("changed", "4.2", "4.1", False),
    }  # fmt: skip

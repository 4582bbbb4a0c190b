"""A whole Part or Schedule that the terms print comes in with all that is in it: worked by hand."""

from __future__ import annotations

import pytest
from factory import statuses, texts

from clausetrack.markup import Markup, markup

AGREEMENT = """Alder Trams Collective Agreement 2023–2025

Part A – General

1. Parties

1.1 The parties are the Company and the Union.

Part B – Pay

2. Rates

2.1 Rates are weekly.

Schedule A – Rosters

1. Rosters are weekly.
"""
NAMED = """Alder Trams Collective Agreement 2023–2025

Part A – General

Clause 1 – Parties

1.1 The parties are the Company and the Union.

Clause 2 – Rates

2.1 Rates are weekly.
"""
TERMS = "Terms of settlement\nAlder Trams Collective Agreement 2025–2027\n\n1. Changes\n\n{}\n"


def result(order: str, agreement: str = AGREEMENT) -> Markup:
    """What an order does; "/" parts its paragraphs."""
    return markup(agreement.encode(), TERMS.format(order.replace(" / ", "\n\n")).encode())


def printed(done: Markup) -> list[str]:
    """What is new in the agreement, as it is printed."""
    return [edit.new.printed for edit in done.applied.edits if edit.new and not edit.old]


NEXT = " / 2. Delete clause 2.1."


@pytest.mark.parametrize("behind", ["", NEXT])
def test_a_new_part_comes_in_with_its_clauses(behind: str) -> None:
    done = result(
        "Insert a new Part C: / Part C – Union / 3. Meetings / 3.1 Members meet twice a year. / "
        f"4. Records / 4.1 Records are kept for: / (a) pay; and / (b) leave.{behind}"
    )
    assert set(statuses(done)) == {"applied"}
    assert printed(done) == [
        "Part C – Union", "3. Meetings", "3.1 Members meet twice a year.", "4. Records",
        "4.1 Records are kept for:", "(a) pay; and", "(b) leave.",
    ]  # fmt: skip
    assert ("2.1" in texts(done)) == (not behind)


def test_a_new_part_has_its_clauses_named_as_those_of_the_agreement_are() -> None:
    order = "Insert a new Part B: / Part B – Union / Clause 3 – Meetings / 3.1 Members meet."
    done = result(order, NAMED)
    assert printed(done) == ["Part B – Union", "Clause 3 – Meetings", "3.1 Members meet."]
    assert statuses(done) == ["applied"]


@pytest.mark.parametrize("behind", ["", NEXT])
@pytest.mark.parametrize(
    "heading",
    ["Schedule B – Flexible work", "SCHEDULE B - FLEXIBLE WORK", "Schedule B / Flexible work"],
)
def test_a_new_schedule_comes_in_with_its_paragraphs_and_headings(
    heading: str, behind: str
) -> None:
    done = result(
        f"Insert a new Schedule B: / {heading} / Purpose / This schedule is about flexible work. / "
        f"1. An employee may ask: / (a) in writing; or / (b) by phone. / Timing / "
        f"2. The employer answers.{behind}"
    )
    assert set(statuses(done)) == {"applied"}
    assert printed(done) == [
        heading.replace(" / ", " "), "Purpose", "This schedule is about flexible work.",
        "1. An employee may ask:", "(a) in writing; or", "(b) by phone.", "Timing",
        "2. The employer answers.",
    ]  # fmt: skip
    assert done.applied.document.body["Schedule B 2"].own_text == "The employer answers."
    assert done.instructions.terms_only == ()


def test_a_schedule_goes_on_behind_its_table() -> None:
    done = result(
        "Insert a new Schedule B: / Schedule B – Sizes / Size\tChest\nS\t90 / "
        f"Sizes are looked at yearly. / The parties agree that this costs nothing.{NEXT}"
    )
    assert texts(done)["Schedule B paragraph 1"] == "Sizes are looked at yearly."
    assert [one.text for one in done.instructions.terms_only] == [
        "The parties agree that this costs nothing."
    ]


@pytest.mark.parametrize("behind", ["", NEXT])
def test_the_heading_of_a_schedule_alone_is_no_schedule(behind: str) -> None:
    done = result(f"Insert a new Schedule B: / Schedule B – Map{behind}")
    assert statuses(done)[0] == "needs-decision"
    assert "the heading of Schedule B alone" in done.applied.outcomes[0].reason
    assert printed(done) == []


def test_a_title_over_the_next_item_is_no_part_of_a_schedule() -> None:
    done = result(
        f"Insert a new Schedule B: / Schedule B – Sizes / 1. Sizes are given. / Wages{NEXT}"
    )
    assert printed(done) == ["Schedule B – Sizes", "1. Sizes are given."]
    assert statuses(done) == ["applied", "applied"]


def test_an_order_behind_a_schedule_is_none_of_it() -> None:
    done = result(
        "Insert a new Schedule B: / Schedule B – Sizes / 1. Sizes are given. / "
        "In clause 2.1, replace “weekly” with “monthly”."
    )
    assert printed(done) == ["Schedule B – Sizes", "1. Sizes are given."]
    assert texts(done)["2.1"] == "Rates are monthly."


BARE = AGREEMENT.partition("Schedule A")[0]
SIGNED = "Signed on 1 July 2023:\n\nFor the Union: ____\n"
BY_TABLE = SIGNED + "\n| A. Rail | B. Tie |\n|---|---|\n| Union | Company |\n"
HATS = ["Appendix A", "Appendix A 1", "Appendix A 2"]


@pytest.mark.parametrize(
    ("agreement", "behind"),
    [
        (BARE, []),
        (BARE + SIGNED, ["signatures 1", "signatures 2"]),
        (BARE + BY_TABLE, ["signatures 1", "table 1"]),
    ],
)
@pytest.mark.parametrize("order", ["Insert a new Appendix A:", "Add Appendix A as follows:"])
def test_the_first_appendix_comes_last_or_before_the_signatures(
    order: str, agreement: str, behind: list[str]
) -> None:
    hats = "Appendix A – Hats / 1. Hats are worn. / 2. Hats are lent."
    done = result(f"{order} / {hats}", agreement)
    assert statuses(done) == ["applied"]
    ids = [one.id for one in done.applied.document.clauses]
    assert ids[ids.index("2.1") + 1 :] == [*HATS, *behind]
    assert done.proof.holds


def test_the_first_two_appendices_come_in_their_order() -> None:
    order = (
        "Insert a new Appendix A: / Appendix A – Hats / Hats are worn. / 2. Boots / "
        "Insert a new Appendix B: / Appendix B – Boots / Boots are worn."
    )
    done = result(order, BARE + SIGNED)
    assert statuses(done) == ["applied", "applied"]
    ids = [one.id for one in done.applied.document.clauses]
    last = ["Appendix A", "Appendix B", "signatures 1", "signatures 2"]
    assert ids[ids.index("2.1") + 1 :] == last


@pytest.mark.parametrize(
    ("order", "agreement"),
    [
        # it is said to be there
        ("In Appendix A insert: / Appendix A – Hats / 1. Hats are worn.", BARE),
        # before the Schedule, or behind it?
        ("Insert a new Appendix A: / Appendix A – Hats / Hats are worn.", AGREEMENT),
    ],
)
def test_an_appendix_whose_place_is_not_certain_is_left(order: str, agreement: str) -> None:
    done = result(order, agreement)
    assert statuses(done) == ["target-missing"]
    assert printed(done) == []


TOPICS = [
    # the numbers of the Schedule and those of the items, each counting on
    "1. Insert a new Schedule B: / Schedule B – Hats / 1. Hats are worn. / Parties / "
    "2. In clause 1.1 replace “Company” with “Council”. / Rates / "
    "3. In clause 2.1 replace “weekly” with “monthly”.",
    # the items have letters, or are only orders under their topic
    "1. Changes / (a) Insert a new Schedule B: / Schedule B – Hats / Hats are worn. / Parties / "
    "(b) In clause 1.1 replace “Company” with “Council”. / Rates / "
    "(c) In clause 2.1 replace “weekly” with “monthly”.",
    "Hats / Insert a new Schedule B: / Schedule B – Hats / Hats are worn. / Parties / "
    "In clause 1.1 replace “Company” with “Council”. / Rates / "
    "In clause 2.1 replace “weekly” with “monthly”.",
]


@pytest.mark.parametrize("order", TOPICS)
def test_a_topic_behind_a_new_schedule_is_none_of_it(order: str) -> None:
    terms = TERMS.replace("1. Changes\n\n", "").format(order.replace(" / ", "\n\n"))
    done = markup(AGREEMENT.encode(), terms.encode())
    assert statuses(done) == ["applied"] * 3
    assert texts(done)["1.1"] == "The parties are the Council and the Union."
    assert texts(done)["2.1"] == "Rates are monthly."
    assert not {"Parties", "Rates"} & {one.partition("\n")[0] for one in printed(done)}


def test_a_heading_in_a_new_schedule_comes_in_with_it() -> None:
    done = result("Insert a new Schedule B: / Schedule B – Hats / Care / Hats are brushed. / "
                  "Loan / Hats are lent. / 2. Delete clause 2.1.")  # fmt: skip
    assert statuses(done) == ["applied", "applied"]
    assert {"Care", "Loan"} <= {one.partition("\n")[0] for one in printed(done)}

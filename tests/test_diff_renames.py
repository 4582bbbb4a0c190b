"""A name that became another throughout is told as one thing, and where it did not is told too."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from factory import agreement

from clausetrack.commands import main
from clausetrack.diff.compare import compare
from clausetrack.diff.renames import Rename, findings, renames

OLD = """
Part 1 = Watches
1.1 The keeper stands no more than eight hours of watch in one day.
1.2 Keepers who stood the night watch rest for five hours after it.
1.3 Oil is landed each quarter for a keeper and paid for by Lamp Party Ltd.
1.4 A keeper's log is kept in ink and read by Lamp Party Ltd once a year.
1.5 Rope and canvas are ordered by the mate on a form of Lamp Party Ltd.
1.6 Any keeper may take leave when the tender calls, within 5 days of asking.
1.7 Lamp Party Ltd pays for the boat that brings the doctor to the rock.
1.8 The storekeeper counts the oil at dusk and tells the keeper how much is left.
"""


def found(new: str) -> tuple[Rename, ...]:
    return renames(compare(agreement(OLD), agreement(new, version="2025-28")))


def renamed(text: str) -> str:
    for old, new in (("The keeper", "The attendant"), ("Keepers", "Attendants"),
                     ("a keeper", "an attendant"), ("A keeper's", "An attendant's"),
                     ("Any keeper", "Any attendant"), ("the keeper", "the attendant")):  # fmt: skip
        text = text.replace(old, new)
    return text


def test_every_number_and_case_of_a_name_is_one_renaming() -> None:
    (one,) = found(renamed(OLD))
    assert (one.old, one.new, one.places) == ("keeper", "attendant", 6)
    ids = ["1.1", "1.2", "1.3", "1.4", "1.6", "1.8"]
    assert [change.new_id for change in one.changes] == ids
    assert [change.new_id for change in one.alone] == ids
    assert one.left == ()
    (told,) = findings([one])
    assert (told.code, told.severity) == ("term-renamed", "info")


def test_an_edit_beside_it_is_not_buried_and_a_clause_that_kept_the_name_is_told() -> None:
    new = renamed(OLD).replace("within 5 days", "within 10 days")
    new = new.replace("tells the attendant how", "tells the keeper how")
    (one,) = found(new)
    assert [change.new_id for change in one.alone] == ["1.1", "1.2", "1.3", "1.4"]
    assert [clause.id for clause in one.left] == ["1.8"]
    _, told = findings([one])
    assert (told.code, told.severity, told.clause) == ("term-left", "warning", "1.8")


def test_a_part_of_a_name_written_out_is_one_renaming() -> None:
    (one,) = found(OLD.replace("Party Ltd", "Party Limited"))
    assert (one.old, one.new, one.places, len(one.alone)) == ("Ltd", "Limited", 4, 4)


def test_a_name_that_took_more_words_is_renamed_and_does_not_stay_inside_itself() -> None:
    longer = OLD.replace("Party Ltd", "Party Ltd of Hull")
    (one,) = found(longer)
    assert (one.old, one.new, one.places, one.left) == ("Ltd", "Ltd of Hull", 4, ())
    (back,) = renames(compare(agreement(longer), agreement(OLD)))
    assert (back.old, back.new, back.places) == ("Ltd of Hull", "Ltd", 4)
    (one,) = found(OLD.replace("keeper", "light keeper").replace("Keepers", "Light keepers")
                   .replace("storelight keeper", "storekeeper"))  # fmt: skip
    assert (one.old, one.new, one.places, one.left) == ("keeper", "light keeper", 6, ())


def test_a_word_that_mostly_stayed_was_not_renamed() -> None:
    many = OLD + "".join(f"1.{at} The keeper signs form {at}.\n" for at in range(9, 14))
    some = many.replace("A keeper", "An attendant").replace("Any keeper", "Any attendant")
    some = some.replace("a keeper", "an attendant").replace("keeper stands", "attendant stands")
    assert renames(compare(agreement(many), agreement(some))) == ()  # four clauses of eleven


def test_a_name_that_stayed_in_some_clauses_is_told_with_them_and_hides_no_edit() -> None:
    new = replaced(OLD, "keeper", "attendant", "1.3", "1.8").replace("Keepers", "Attendants")
    new = new.replace("A attendant", "An attendant")
    (one,) = found(new)
    assert (one.old, one.new, one.places) == ("keeper", "attendant", 4)
    assert [clause.id for clause in one.left] == ["1.3", "1.8"]
    assert (one.throughout, one.alone) == (False, ())  # each edit is still shown by itself
    renamed, *left = findings([one])
    assert renamed.message.startswith("“keeper” became “attendant” in most places")
    assert [each.clause for each in left] == ["1.3", "1.8"]


def test_a_name_that_stayed_in_half_of_its_clauses_was_not_renamed() -> None:
    more = OLD + "1.9 A keeper signs the log.\n1.10 No keeper sails alone.\n"
    new = replaced(more, "keeper", "attendant", "1.3", "1.8", "1.9", "1.10")
    assert brief(more, new.replace("Keepers", "Attendants")) == []


def test_what_one_must_do_and_how_much_is_no_name_that_stayed_somewhere() -> None:
    lines = [f"1.{at} The mate may sound horn {at} for two hours." for at in range(1, 9)]
    old = "\n".join(["Part 1 = Horns", *lines])
    for was, now in (("may", "must"), ("two", "three")):
        assert brief(old, replaced(old, was, now, "1.2", "1.5", "1.7")) == []
    # a word beside a name that went here and there
    assert brief(old, replaced(old, "The mate", "The first mate", "1.2", "1.5", "1.7")) == []


def test_words_that_went_in_a_few_places_are_no_name_that_became_shorter() -> None:
    old = OLD + "".join(f"1.{at} The mate tells the board of storm {at}.\n" for at in range(9, 17))
    new = old
    for at in range(9, 13):
        new = new.replace(f"tells the board of storm {at}", f"tells board of storm {at}")
    assert renames(compare(agreement(old), agreement(new))) == ()  # "tells the" stands elsewhere


def test_three_places_are_not_throughout() -> None:
    assert found(OLD.replace("Oil", "Coal").replace("oil", "coal").replace("Rope", "Cord")) == ()


WARD = """
Part 1 = Wards
1.1 A staff nurse is rostered two weeks ahead of the first day.
1.2 Each staff nurse wears the badge that the ward has given out.
1.3 No staff nurse works more than three nights in a row.
1.4 The ward tells staff nurses of a change by the noon before.
1.5 The ward pays for the course that a staff nurse is sent on.
1.6 A staff nurse who is hurt tells the ward within two days.
1.7 A staff member parks behind the laundry at no charge.
1.8 The staff of a ward meet in the first week of each month.
1.9 A new staff member is shown the fire doors on the first day.
"""
PAY = """
Part 1 = Pay
1.1 The shift allowance is paid with the wages of the week.
1.2 A cook who is on leave is not paid the shift allowance.
1.3 Shift allowances are rounded to the nearest five cents.
1.4 A claim for a shift allowance is made within ten days.
1.5 A cook keeps the shift allowance for two weeks when ill.
1.6 A meal allowance is paid where the cook brings the meal.
1.7 The meal allowance is not paid on a day of leave.
1.8 Meal allowances are paid at the end of the month.
1.9 A claim for a meal allowance needs no receipt.
1.10 The tool allowance is not paid to an apprentice.
1.11 A travel allowance is paid beyond the bridge.
1.12 No shift starts before five, and a shift is of eight hours.
"""


def replaced(text: str, old: str, new: str, *but: str) -> str:
    """The text with other words in each line but those of some numbers."""
    lines = text.splitlines()
    return "\n".join(
        line if line.split(" ")[0] in but else line.replace(old, new) for line in lines
    )


def brief(old: str, new: str) -> list[tuple[str, str, int, list[str]]]:
    return [
        (one.old, one.new, one.places, [clause.id for clause in one.left])
        for one in renames(compare(agreement(old), agreement(new, version="2025-28")))
    ]


def test_a_name_of_which_a_word_stands_in_others_is_renamed_whole() -> None:
    new = replaced(WARD, "staff nurse", "registered nurse", "1.6")
    assert brief(WARD, new) == [("staff nurse", "registered nurse", 5, ["1.6"])]
    # with 1.8 alone beside it, "staff" would be what was renamed, and have been left there
    few = ("1.6", "1.7", "1.9")
    old, new = (
        "\n".join(line for line in text.splitlines() if line.split(" ")[0] not in few)
        for text in (WARD, new)
    )
    assert brief(old, new) == [("staff nurse", "registered nurse", 5, [])]


GUILD = """
Part 1 = Crews
1.1 In a wet week the guild pays for coats.
1.2 For a broken tool the guild pays in full.
1.3 On a feast day the guild pays for bread.
1.4 After a fire the guild pays for timber.
1.5 Each crew lists the tools of the guild once a year.
1.6 A crew that has left the guild keeps its coats.
1.7 The flag of the guild is flown from the mill.
1.8 Bread is brought by the guild at noon.
1.9 The guild is told of each fire.
1.10 The guild has a hall by the mill.
1.11 The guild has no cart.
"""


def test_a_name_that_has_a_word_behind_it_in_some_places_is_renamed_without_it() -> None:
    """What pays in four places is not all that was renamed in eight."""
    assert brief(GUILD, GUILD.replace("the guild", "the league")) == [
        ("guild", "league", 8, ["1.9", "1.10", "1.11"]),
    ]


def test_names_that_share_their_last_word_are_renamed_each_by_itself() -> None:
    new = replaced(PAY, "hift allowance", "hift payment", "1.5")
    assert brief(PAY, new) == [("shift allowance", "shift payment", 4, ["1.5"])]
    new = replaced(new, "eal allowance", "eal payment")
    assert sorted(brief(PAY, new)) == [
        ("meal allowance", "meal payment", 4, []), ("shift allowance", "shift payment", 4, ["1.5"]),
    ]  # fmt: skip


def test_what_one_must_do_and_how_often_is_no_part_of_a_name() -> None:
    lines = ["Part 1 = Duties"]
    lines += [f"1.{at} The keeper may light lamp {at} in two weeks." for at in range(1, 6)]
    lines += [f"1.{at} The mate may sound horn {at} in two days." for at in range(6, 12)]
    old = "\n".join(lines)
    assert brief(old, old.replace("keeper may", "keeper must")) == []
    assert brief(old, old.replace("two weeks", "three weeks")) == []


def test_the_terminal_tells_it_at_its_head_and_lists_where_it_is_all(tmp_path: Path) -> None:
    names = []
    for name, text in (("old", OLD), ("new", renamed(OLD).replace("5 days", "10 days"))):
        path = tmp_path / f"{name}.txt"
        body = "\n\n".join(text.replace(" = ", " ").strip().splitlines())
        path.write_text(f"Lamp Agreement 2022-2025\n\n{body}\n", "utf-8")
        names.append(str(path))
    result = CliRunner().invoke(main, ["diff", *names])
    head = (
        "Throughout\n    “keeper” became “attendant” at 6 places in 6 clauses, in 5 of which "
        "nothing else changed: 1.1,\n        1.2, 1.3, 1.4, 1.8\n\n1.6  changed  (figure, other "
        "words)\n"
    )
    assert result.output.startswith(head)
    assert result.output.count("{+") == 2  # the name and the figure in 1.6
    assert "5 of them of a name alone" in result.output
    assert "\n\n\n" not in result.output  # nothing is left to tell behind the changes
    assert CliRunner().invoke(main, ["diff", *names, "--all"]).output.lower().count("ttendant") == 7
    told = json.loads(CliRunner().invoke(main, ["diff", *names, "--format", "json"]).output)
    assert len(told["changes"]) == 6
    assert [(one["old"], one["new"], one["alone"]) for one in told["renames"]] == [
        ("keeper", "attendant", ["1.1", "1.2", "1.3", "1.4", "1.8"])
    ]
    page = CliRunner().invoke(main, ["diff", *names, "--format", "html"]).output
    assert "“keeper” became “attendant” at 6 places in 6 clauses" in page
    assert page.count("changed in a name alone") >= 5


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("four", "two"), ("weeks", "days"), ("weekly", "fortnightly"), ("minimum", "maximum"),
        ("Wednesday", "Thursday"), ("paid", "unpaid"), ("after", "before"), ("double", "half"),
    ],
)  # fmt: skip
def test_how_much_when_and_whether_is_no_name_however_often_it_changed(was: str, now: str) -> None:
    lines = [f"1.{at} Task {at} of the deck is done {was} in the season." for at in range(1, 8)]
    old = "\n".join(["Part 1 = Tasks", *lines])
    assert brief(old, replaced(old, was, now)) == []


def test_a_name_that_holds_such_a_word_may_be_renamed() -> None:
    lines = [f"1.{at} Annual leave {at} is asked for in writing." for at in range(1, 8)]
    old = "\n".join(["Part 1 = Leave", *lines])
    renamed = brief(old, replaced(old, "Annual leave", "Shore leave"))
    assert renamed == [("Annual", "Shore", 7, [])]


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("agreement", "consultation"), ("consent", "advice"), ("Approval", "Notification"),
        ("entitled", "eligible"), ("mutual agreement", "a recommendation"),
        ("agrees", "is consulted"), ("discretion", "obligation"),
    ],
)  # fmt: skip
def test_what_one_side_asks_of_the_other_is_no_name_however_often_it_changed(
    was: str, now: str
) -> None:
    lines = [f"1.{at} Watch {at} is changed {was} of the union first." for at in range(1, 8)]
    old = "\n".join(["Part 1 = Watches", *lines])
    assert brief(old, replaced(old, was, now)) == []


@pytest.mark.parametrize(("was", "now"), [("record", "audit"), ("pay", "lend")])
def test_what_one_must_do_is_no_name(was: str, now: str) -> None:
    lines = [f"1.{at} The mate must {was} the oil of watch {at}." for at in range(1, 8)]
    old = "\n".join(["Part 1 = Oil", *lines])
    assert brief(old, replaced(old, was, now)) == []


@pytest.mark.parametrize("now", ["contract", "deed", "collective agreement"])
def test_the_name_of_the_document_may_be_renamed(now: str) -> None:
    lines = [f"1.{at} Rule {at} of this agreement binds the mate." for at in range(1, 8)]
    old = "\n".join(["Part 1 = Rules", *lines])
    assert brief(old, replaced(old, "agreement", now)) == [("agreement", now, 7, [])]


def test_whom_one_asks_may_be_renamed() -> None:
    lines = [f"1.{at} Watch {at} is changed by agreement with the bosun." for at in range(1, 8)]
    old = "\n".join(["Part 1 = Watches", *lines])
    assert brief(old, replaced(old, "bosun", "foreman")) == [("bosun", "foreman", 7, [])]

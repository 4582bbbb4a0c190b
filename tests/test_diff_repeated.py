"""Clauses and items that say the same as others: which of them was edited, came, or went."""

from __future__ import annotations

from clausetrack import diff

KEYS = "The keys of the barn and of the press are kept by the foreman."
SHED = "A ladder is lent to each picker who brings one back in the evening."
LIST = """{n}. The foreman makes sure of the following before the picking begins:
• the names of all pickers are written on the board by the gate;
• {shared}
• {own}
"""
SHARED = "water is carried to every row that is picked that morning;"
OWN = (
    "the carts are greased and stand where the horses can be put to;",
    "plums are sorted from the windfalls that went to the press;",
    "the tally of the day before is read out aloud and is agreed;",
)


def numbered(*lists: str, lead: str = "") -> str:
    """Paragraphs that are numbered through, lists with one item in common among them."""
    out = ["Orchard Handbook", ""]
    texts = [lead] if lead else []
    for at, text in enumerate([*texts, KEYS, *lists, SHED], 1):
        out.append(text.replace("{n}.", f"{at}.") if "{n}" in text else f"{at}. {text}")
        out.append("")
    return "\n".join(out)


def told(old: str, new: str) -> list[tuple[str, str | None, str | None]]:
    changes = diff(old.encode(), new.encode())
    return [(one.kind, one.old_id, one.new_id) for one in changes if one.kind != "renumbered"]


LISTS = [LIST.replace("{shared}", SHARED).replace("{own}", own) for own in OWN]


def test_an_item_that_others_repeat_is_the_one_that_was_edited() -> None:
    edited = LISTS[1].replace("is picked", "is not picked")
    old = numbered(*LISTS)
    assert told(old, numbered(LISTS[0], edited, LISTS[2])) == [
        ("changed", "3 bullet 2", "3 bullet 2"),
    ]


def test_of_lists_with_one_lead_and_one_item_in_common_one_went() -> None:
    lead = "Boots are worn by all who stand on a ladder, and hats by all who do not."
    assert told(numbered(*LISTS), numbered(*LISTS[1:])) == [
        ("deleted", "2", None), ("deleted", "2 bullet 1", None),
        ("deleted", "2 bullet 2", None), ("deleted", "2 bullet 3", None),
    ]  # fmt: skip
    assert told(numbered(*LISTS), numbered(*LISTS, lead=lead)) == [("inserted", None, "1")]


CLAUSES = """Orchard Collective Agreement

2. Picking
2.1 The picker is given:
(a) a hat and a pair of gloves that the orchard has paid for;
{light}
(b) water that is carried to the row in which the picker stands.

3. Pressing
3.1 The presser is given:
(a) an apron that is washed by the orchard each week of the season;
{other}
(b) cider from the first barrel of the year, when it has cleared.
"""
LIGHT = "(ab) a room with natural light and a door that locks from the inside;"


def test_what_was_edited_did_not_go_to_where_its_old_wording_came() -> None:
    old = CLAUSES.format(light=LIGHT, other="")
    new = CLAUSES.format(light=LIGHT.replace("light and", "light or"), other=LIGHT)
    assert told(old, new) == [
        ("changed", "2.1(ab)", "2.1(ab)"), ("inserted", None, "3.1(ab)"),
    ]  # fmt: skip


def test_what_went_and_left_nothing_like_it_moved() -> None:
    other = LIGHT.replace("a room with natural light", "a bench in the shade of the old pear tree")
    old = CLAUSES.format(light=LIGHT, other="")
    assert told(old, CLAUSES.format(light="", other=LIGHT)) == [("moved", "2.1(ab)", "3.1(ab)")]
    assert set(told(old, CLAUSES.format(light=other, other=LIGHT))) == {
        ("inserted", None, "2.1(ab)"), ("moved", "2.1(ab)", "3.1(ab)"),
    }  # fmt: skip


def test_an_item_that_is_in_the_list_already_was_put_in_where_it_stands_now() -> None:
    names, _, own = LISTS[0].splitlines()[1:]
    again = LISTS[0].replace(names, f"{names}\n{own}")
    assert told(numbered(*LISTS), numbered(again, *LISTS[1:])) == [
        ("inserted", None, "2 bullet 2"),
    ]

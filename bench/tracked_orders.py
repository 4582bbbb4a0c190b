"""Instructions that terms can hold, honest or with a fault, and faults without an instruction."""

from __future__ import annotations

import re
from collections.abc import Callable

from tracked_agreement import THINGS, WORDS, Fault, Made, Unit, raised

# ------------------------------------------------------------------------------------ the orders


def substitute(made: Made, fault: str = "") -> None:
    """A clause reprinted with one or two changes."""
    unit = made.simple()
    want = made.edited(str(unit.old))
    if made.rng.random() < 0.3:
        want += f" {made.sentence()}"
    made.order(f"Amend clause {unit.clause} as follows:\n\n{unit.clause} {want}")
    unit.new = want
    plant(made, unit, fault, want)


def substitute_list(made: Made, fault: str = "") -> None:
    """A clause reprinted with its items: one edited, sometimes two that change places."""
    unit = made.listed()
    items = made.items_of(unit.clause)
    for item in items:
        item.taken = True
    chosen = made.rng.choice(items)
    chosen.new = made.edited(str(chosen.old))
    others = [item for item in items if item is not chosen]
    if len(others) > 1 and made.rng.random() < 0.4 and not fault:
        one, other = others[:2]
        one.new, other.new = other.old, one.old
        one.swapped = other.swapped = True
    printed = "\n\n".join(f"{item.label} {item.new}" for item in items)
    made.order(f"Amend clause {unit.clause} as follows:\n\n{unit.clause} {unit.old}\n\n{printed}")
    plant(made, chosen, fault, str(chosen.new))


def exchange(made: Made, fault: str = "") -> None:
    """Words for words."""
    unit = made.free(
        "clause",
        lambda u: (
            not made.items_of(u.clause)
            and not made.table_of(u)
            and _span(str(u.old)) is not None
        ),
    )
    found = _span(str(unit.old))
    assert found
    put = f"{int(found[1]) + made.rng.randint(1, 9)} {found[2]}"
    made.order(f"In clause {unit.clause} replace the words “{found[0]}” with “{put}”.")
    want = str(unit.old).replace(found[0], put, 1)
    unit.new = want
    if fault == "different":
        other = f"{int(found[1]) + made.rng.randint(10, 19)} {found[2]}"
        unit.new = str(unit.old).replace(found[0], other, 1)
        made.faults.append(Fault("different", unit.clause, f"“{other}” for the ordered “{put}”"))
    elif fault == "not-ordered":
        unit.new = want.rstrip(".") + ", subject to the timetable."
        made.faults.append(Fault("not-ordered", unit.clause, "goes beyond the words exchanged"))
    else:
        plant(made, unit, fault, want)


def _span(text: str) -> re.Match[str] | None:
    """A number of days or the like that the text says once: an order must mean one place."""
    found = re.search(r"\b(\d+) (days|hours|months|sailings)", text)
    return found if found and text.count(found[0]) == 1 else None


def plant(made: Made, unit: Unit, fault: str, want: str) -> None:
    """Leave an ordered change out, do it otherwise, or change their base under it."""
    if fault == "absent":
        unit.new = unit.old
        made.faults.append(Fault("absent", unit.clause, "the ordered change is left out"))
    elif fault == "different":
        while unit.new in (want, unit.old):
            unit.new = made.edited(want)
        made.faults.append(Fault("different", unit.clause, "another word or figure than ordered"))
    elif fault == "silent":
        # a sentence that no order speaks of and that theirs keeps
        unit.base = unit.old
        lead = made.sentence()
        unit.old, unit.new = f"{lead} {unit.old}", f"{lead} {unit.new}"
        made.faults.append(Fault("silent", unit.clause, "a sentence in their base, with an order"))


def add_clause(made: Made, fault: str = "") -> None:
    """A new clause at the end of a section, sometimes with items."""
    section = made.free("section")
    last = [
        u for u in made.units if u.kind == "clause" and u.clause.startswith(f"{section.clause}.")
    ]
    name = f"{section.clause}.{int(last[-1].clause.rpartition('.')[2]) + 1}"
    new = [Unit(name, "clause", None, made.sentence(), name, in_base=False, taken=True)]
    if made.rng.random() < 0.5:
        new += [
            Unit(f"{name}({x})", "item", None, made.sentence(), f"({x})", in_base=False, taken=True)
            for x in "ab"
        ]
    printed = "\n\n".join(f"{unit.label} {unit.new}" for unit in new)
    made.order(f"Insert a new clause {name} as follows:\n\n{printed}")
    at = made.after(section.clause)
    if fault == "absent":
        made.faults.append(Fault("absent", name, "the new clause is not there"))
        return
    made.units[at:at] = new
    if fault == "different":
        chosen = made.rng.choice(new)
        plant(made, chosen, fault, str(chosen.new))


def add_section(made: Made, fault: str = "") -> None:
    """A new numbered clause with a heading and clauses under it."""
    part = made.free("part").clause.removeprefix("Part ")
    sections = [u for u in made.units if u.kind == "section" and u.clause.startswith(f"{part}.")]
    name = f"{part}.{int(sections[-1].clause.rpartition('.')[2]) + 1}"
    new = [
        Unit(
            name,
            "section",
            None,
            f"New rules on {made.rng.choice(WORDS)} berths",
            name,
            in_base=False,
            taken=True,
        )
    ]
    new += [
        Unit(
            f"{name}.{n}", "clause", None, made.sentence(), f"{name}.{n}", in_base=False, taken=True
        )
        for n in (1, 2)
    ]
    printed = "\n\n".join(f"{unit.label} {unit.new}" for unit in new)
    made.order(f"Introduce a new clause {name} as follows:\n\n{printed}")
    if fault == "absent":
        made.faults.append(Fault("absent", name, "the new section is not there"))
        return
    at = made.after(sections[-1].clause)
    made.units[at:at] = new
    if fault == "different":
        plant(made, new[-1], fault, str(new[-1].new))


def add_item(made: Made, fault: str = "") -> None:
    """One more item at the end of a list."""
    unit = made.listed()
    items = made.items_of(unit.clause)
    for item in items:
        item.taken = True
    letter = chr(ord(items[-1].label[1]) + 1)
    name = f"{unit.clause}({letter})"
    new = Unit(name, "item", None, made.sentence(), f"({letter})", in_base=False, taken=True)
    made.order(f"Amend clause {unit.clause} by adding a sub-clause:\n\n({letter}) {new.new}")
    if fault == "absent":
        made.faults.append(Fault("absent", name, "the new item is not there"))
        return
    made.units.insert(made.units.index(items[-1]) + 1, new)
    if fault == "different":
        plant(made, new, fault, str(new.new))


def take_number(made: Made, fault: str = "") -> None:
    """A new clause with a number that is in use: those after it move up by one."""
    sections = [
        u
        for u in made.units
        if u.kind == "section"
        and not u.taken
        and all(not b.taken for b in made.units if b.clause.startswith(f"{u.clause}."))
    ]
    section = made.rng.choice(sections)
    inside = [u for u in made.units if u.clause.startswith(f"{section.clause}.")]
    for unit in (section, *inside):
        unit.taken = True
    clauses = [u for u in inside if u.kind == "clause"]
    number = made.rng.randint(2, len(clauses) - 1)
    name = f"{section.clause}.{number}"
    at = made.units.index(next(u for u in clauses if u.clause == name))
    for unit in clauses[number - 1 :]:
        stem, _, last = unit.clause.rpartition(".")
        unit.new_label = f"{stem}.{int(last) + 1}"
    term = made.rng.choice(THINGS).removeprefix("the ").title()
    text = f"“{term}” is what the wharf office calls {made.rng.choice(THINGS)} in a leap year."
    made.order(f"Amend clause {section.clause} by adding this clause:\n\n{name} {text}")
    new = Unit(name, "clause", None, text, name, in_base=False, taken=True)
    made.units.insert(at, new)
    if fault == "different":
        plant(made, new, fault, text)
    elif fault in {"not-ordered", "silent"}:
        # in a clause that only takes another number
        end = clauses[-1]
        if fault == "silent":
            end.base = end.old
            end.old = made.edited(str(end.old))
            end.new = end.old
        else:
            end.new = made.edited(str(end.old))
        name = str(end.new_label) if fault == "not-ordered" else end.clause
        made.faults.append(Fault(fault, name, "in a clause that takes another number"))


def repeal(made: Made, fault: str = "") -> None:
    """A clause taken out, with everything under it."""
    unit = made.simple()
    made.order(f"Delete clause {unit.clause}.")
    if fault == "absent":
        made.faults.append(Fault("absent", unit.clause, "the clause is still there"))
    else:
        unit.new = None


def rescale(made: Made, fault: str = "") -> None:
    """A pay scale replaced by one with a new column."""
    table = made.free("table")
    for unit in made.units:
        unit.taken = unit.taken or unit.clause == table.clause
    old = table.old
    assert isinstance(old, list)
    new = [["Step", "Grade", "Rates effective until 27 Jan 2026", "Rates effective 28 Jan 2026"]]
    for row in old[1:]:
        new.append([*row, f"${round(int(row[2][1:].replace(',', '')) * 1.03):,}"])
    printed = "\n".join("\t".join(row) for row in new)
    made.order(
        f"The rates of the scale in clause {table.clause} rise by 3% on 28 Jan 2026. The scale is "
        f"amended as in this table.\n\nScale of clause {table.clause}\n\n{printed}"
    )
    table.new = [list(row) for row in new]
    if fault == "absent":
        table.new = old
        made.faults.append(Fault("absent", table.clause, "the old scale is still there"))
    elif fault == "different":
        row = made.rng.choice(table.new[1:])
        row[3] = raised(row[3])
        made.faults.append(Fault("different", table.clause, f"step {row[0]} pays {row[3]}"))


def elsewhere(made: Made) -> None:
    """An instruction whose wording is in the tracked agreement: a person must check it."""
    unit = made.simple()
    made.order(
        f"Amend clause {unit.clause} so that it is easier to follow. The wording is available "
        "in the tracked change collective agreement."
    )
    unit.new = f"{unit.old} {made.sentence()}"
    made.waiting.append(unit.clause)


# ------------------------------------------------------------------- faults without an order


def silent_words(made: Made) -> None:
    unit = made.free(made.rng.choice(["clause", "item"]))
    unit.base, unit.old = unit.old, made.edited(str(unit.old))
    unit.new = unit.old
    made.faults.append(Fault("silent", unit.clause, "a word or figure in their base"))


def silent_gone(made: Made) -> None:
    unit = made.simple()
    unit.base, unit.old, unit.new = unit.old, None, None
    made.faults.append(Fault("silent", unit.clause, "the clause is not in their base"))


def silent_come(made: Made) -> None:
    unit = made.listed()
    items = made.items_of(unit.clause)
    for item in items:
        item.taken = True
    letter = chr(ord(items[-1].label[1]) + 1)
    text = made.sentence()
    new = Unit(
        f"{unit.clause}({letter})", "item", text, text, f"({letter})", in_base=False, taken=True
    )
    made.units.insert(made.units.index(items[-1]) + 1, new)
    made.faults.append(Fault("silent", new.clause, "an item that only their base has"))


def silent_cell(made: Made) -> None:
    table = made.free("table")
    assert isinstance(table.old, list)
    table.base = [list(row) for row in table.old]
    row = made.rng.choice(table.old[1:])
    row[2] = raised(row[2])
    table.new = table.old
    made.faults.append(Fault("silent", table.clause, f"step {row[0]} in their base pays {row[2]}"))


def tracked_words(made: Made) -> None:
    unit = made.free(made.rng.choice(["clause", "item", "bullet"]))
    unit.new = made.edited(str(unit.old))
    made.faults.append(Fault("not-ordered", unit.clause, "a tracked word or figure"))


def tracked_gone(made: Made) -> None:
    unit = made.simple()
    unit.new = None
    made.faults.append(Fault("not-ordered", unit.clause, "a clause struck out"))


def tracked_come(made: Made) -> None:
    unit = made.listed()
    items = made.items_of(unit.clause)
    for item in items:
        item.taken = True
    letter = chr(ord(items[-1].label[1]) + 1)
    new = Unit(
        f"{unit.clause}({letter})",
        "item",
        None,
        made.sentence(),
        f"({letter})",
        in_base=False,
        taken=True,
    )
    made.units.insert(made.units.index(items[-1]) + 1, new)
    made.faults.append(Fault("not-ordered", new.clause, "a new item"))


def tracked_move(made: Made) -> None:
    """The first bullet of a list moved to its end."""
    first = made.free("bullet", lambda u: all(not b.taken for b in made.items_of(u.clause)))
    bullets = made.items_of(first.clause)
    for bullet in bullets:
        bullet.taken = True
    first = bullets[0]
    moved = Unit(first.clause, "bullet", None, first.old, "•", in_base=False, taken=True)
    first.new = None
    first.swapped = moved.swapped = True
    made.units.insert(made.units.index(bullets[-1]) + 1, moved)
    made.faults.append(Fault("not-ordered", first.clause, "a bullet moved"))


def tracked_cell(made: Made) -> None:
    table = made.free("table")
    assert isinstance(table.old, list)
    table.new = [list(row) for row in table.old]
    row = made.rng.choice(table.new[1:])
    row[2] = raised(row[2])
    made.faults.append(Fault("not-ordered", table.clause, f"step {row[0]} pays {row[2]}"))


#: The orders, and how often each is given.
WEIGHTS: dict[Callable[[Made, str], None], int] = {
    substitute: 20,
    substitute_list: 6,
    exchange: 12,
    add_clause: 6,
    add_section: 2,
    add_item: 5,
    repeal: 6,
    rescale: 2,
}
#: The faults that stand in no order, by kind.
LOOSE: dict[str, list[Callable[[Made], None]]] = {
    "silent": [silent_words, silent_words, silent_words, silent_gone, silent_come, silent_cell],
    "not-ordered": [
        tracked_words,
        tracked_words,
        tracked_words,
        tracked_gone,
        tracked_come,
        tracked_cell,
        tracked_move,
    ],
}
#: The orders in which a fault of a kind can stand.
WITHIN: dict[str, list[Callable[[Made, str], None]]] = {
    "silent": [substitute, exchange],
    "not-ordered": [exchange],
    "absent": [substitute, exchange, add_clause, add_section, add_item, repeal, rescale],
    "different": [
        substitute,
        substitute_list,
        exchange,
        add_clause,
        add_section,
        add_item,
        rescale,
    ],
}

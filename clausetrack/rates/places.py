"""Where a figure stands: the clause of the agreement, the name of its scale, what is around it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from clausetrack import values
from clausetrack.citations import find as find_citations
from clausetrack.grids import written_days
from clausetrack.model import Clause, Document
from clausetrack.rates import days, headings, notes, openings, table_days, vague
from clausetrack.settlement import Amendment, Instructions

_LOCAL = re.compile(r" (?:table|note|bullet|paragraph) \d+\b.*$")
_ALONE = re.compile(r"\$\s?\d[\d,.]*|(?:\$?\d{1,3}(?:,\d{3})+(?:\.\d\d)?\s*)+")
#: A title that runs into its text: "Meal allowance: $18.50 per meal"; a lead-in is a sentence.
_RUN_IN = re.compile(
    r"\s*(?!(?:Notes?|NB|Example|(?:Level|Grade|Step|Band|Tier|Zone|Group|Stage) \w+)\s*:)"
    r"(?P<what>[A-ZĀĒĪŌŪ][\w'’()/&-]*"
    r"(?: (?!(?:is|are|will|shall|must|may|has|have|be|as|if|where|when|who|that|which"
    r"|follow\w*)\b)"
    r"[\w'’()/&-]+){0,5}): (?=\S)"
)
#: A line that leads in with its day, and names nothing: "Effective from 1 July 2025:".
_DAY_ALONE = re.compile(
    rf"\W*(?:with\s+effect\s+|effective\s+|on\s+and\s+)?(?:as\s+)?(?:from|on|effective|{days.WEF})\b\W*",
    re.I,
)
_LAST_WORDS = re.compile(
    rf"\W*\b(?:with\s+effect\s+|effective\s+|on\s+and\s+)?(?:as\s+)?(?:from|on|effective|{days.WEF})\s+$",
    re.I,
)
_BEGINS = re.compile(r"\b(?:from|effective|commencing|starting|beginning)\b", re.I)
#: A sentence that leads in what stands below it.
_INTRODUCES = re.compile(r":\s*$|\b(?:follow(?:s|ing)|below|tables?)\b", re.I)
_LONG = 80  # characters; a longer title names nothing
DIVISIONS = {"part", "heading"}
_NOTHING = "", False


def agreement(document: Document) -> str:
    """The name that facts and records use: "STCA 2025-27"; else the title, or the file."""
    name = f"{document.agreement} {document.version}".strip()
    title = " ".join(document.title.split())
    return name or (title if len(title) <= _LONG else "") or document.file


class Places:
    """The clauses of a document, and the amendments that terms order for the agreement."""

    def __init__(self, document: Document, instructions: Instructions | None) -> None:
        self.document = document
        self._spaces: dict[str | None, dict[str, Clause]] = defaultdict(dict)
        for clause in document.clauses:
            self._spaces[clause.fragment][clause.id] = clause
        self._items = {fragment.id: fragment.item for fragment in document.fragments}
        self._amendments: dict[str, list[Amendment]] = defaultdict(list)
        self._by_fragment: dict[str, Amendment] = {}
        self._terms_only: dict[str, str] = defaultdict(str)
        self._texts: dict[tuple[str | None, str], str] = {}
        self._beginnings: dict[tuple[str | None, str], tuple[days.Period, str]] = {}
        if instructions is not None:
            for amendment in instructions.amendments:
                self._amendments[amendment.item].append(amendment)
                if amendment.fragment:
                    self._by_fragment[amendment.fragment] = amendment
            for passage in instructions.terms_only:
                self._terms_only[passage.item] += passage.text + "\n"

    def item(self, clause: Clause) -> str:
        """The item of terms that a clause belongs to, "" in an agreement."""
        if clause.fragment is not None:
            return self._items.get(clause.fragment, "")
        if self.document.kind != "terms":
            return ""
        return list(self.up(clause))[-1].id

    def up(self, clause: Clause) -> Iterator[Clause]:
        """The clause and those that it stands under, nearest first."""
        space, seen = self._spaces[clause.fragment], set()
        here: Clause | None = clause
        while here is not None and here.id not in seen:
            seen.add(here.id)
            yield here
            here = space.get(here.parent or "")

    def named(self, clause: Clause, sentence: str = "") -> str:
        """The clause of the agreement whose figure this is; "item 9" where the terms name none."""
        if clause.fragment is None and self.document.kind == "terms":
            return self._of_item(clause, sentence)
        for each in self.up(clause):
            if each.citable and each.number:
                return each.id
        name = _LOCAL.sub("", clause.id)
        if clause.fragment is None or (name != clause.id and not re.match(r"table \d", name)):
            return name
        amendment = self._by_fragment.get(clause.fragment)
        if amendment and amendment.target:
            return amendment.target
        return f"item {self.item(clause)}"

    def _of_item(self, clause: Clause, sentence: str) -> str:
        item = self.item(clause)
        targets = {each.target for each in self._amendments[item] if each.target}
        passing = sentence.strip() and sentence.strip() in self._terms_only[item]
        if passing or not targets:
            return f"item {item}"
        if len(targets) > 1:
            targets &= {cited for found in find_citations(sentence) for cited in found.ids}
        return targets.pop() if len(targets) == 1 else f"item {item}"

    def heading(self, clause: Clause) -> str:
        """The nearest heading over a clause, or of the item of terms that quotes it."""
        for each in self.up(clause):
            if each.heading_text.strip() and not _DAY_ALONE.fullmatch(_undated(each.heading_text)):
                return _title(each.heading_text)
        item = self._spaces[None].get(self.item(clause))
        return _title(item.heading_text) if item is not None else ""

    def title(self, table: Clause) -> str:
        """The caption of a table, or the heading right over it where only that names its day."""
        over = next((each.heading_text for at, each in enumerate(self.up(table)) if at), "")
        return headings.of_table(table.heading_text, over)

    def name(self, clause: Clause) -> tuple[str, str]:
        """The scale and the step of the figures of a clause's text.

        Where words before a colon say what they are for, a clause with a number is named by them
        ("6.1 Meal allowance: $18.50" under "ALLOWANCES"), and a bullet is a step of the clause.
        """
        said = None if clause.heading_text.strip() else _RUN_IN.match(_untimed(clause.own_text))
        heading = self.heading(clause)
        if said is None:
            return heading, ""
        return (said["what"], "") if clause.citable and clause.number else (heading, said["what"])

    def renamed(self, clause: Clause, sentence: str) -> tuple[str, str]:
        """The same of a later sentence, which may have words before a colon of its own."""
        scale, step = self.name(clause)
        said = _RUN_IN.match(_untimed(sentence.strip()))
        if said is None or (scale, step) == (self.heading(clause), ""):
            return scale, step
        return (scale, said["what"]) if step else (said["what"], "")

    def above(self, clause: Clause) -> str:
        """What stands over the text of a clause: headings, what leads in, and what orders it."""
        over = list(self.up(clause))
        said = [clause.heading_text, *(f"{e.heading_text}\n{e.own_text}" for e in over[1:])]
        said.append(self._led.get(id(clause), _NOTHING)[0])
        ordered = self._instruction(clause.fragment) if clause.fragment is not None else ""
        return "\n".join([*said, ordered])

    def headings(self, clause: Clause) -> str:
        """Every heading over a clause, and that of the item of terms that quotes it."""
        above = [each.heading_text for each in self.up(clause)]
        item = self._spaces[None].get(self.item(clause))
        return _title("; ".join([*above, item.heading_text if item is not None else ""]))

    def stretch(self, clause: Clause) -> tuple[str | None, str]:
        """A name for the text in which one day may speak for all figures.

        That is the quoted wording or the item of terms that holds the clause; in an agreement the
        clause and its siblings under their common number.
        """
        if clause.fragment is not None:
            return clause.fragment, ""
        path = list(self.up(clause))
        if self.document.kind == "terms":
            return None, path[-1].id
        inside = len(path) > 1 and path[1].kind not in DIVISIONS
        return None, path[1].id if inside else clause.id

    def _instruction(self, fragment: str) -> str:
        """The words that order a quoted wording, which may say from when all of it runs."""
        amendment = self._by_fragment.get(fragment)
        return amendment.instruction if amendment is not None else ""

    def text(self, clause: Clause) -> str:
        """All the text of the stretch that the clause belongs to, without its tables."""
        key = self.stretch(clause)
        if key not in self._texts:
            inside = (
                self.document.subtree(key[1])
                if clause.fragment is None
                else self.document.fragment(clause.fragment)
            )
            self._texts[key] = "\n".join(
                f"{each.heading_text}\n{each.own_text}" for each in inside if each.table is None
            )
        return self._texts[key]

    def is_cell(self, clause: Clause) -> bool:
        """Is it a paragraph that is one amount and no more, beside another such: a lost table?"""
        return id(clause) in self._cells

    @cached_property
    def orders(self) -> dict[str, bool]:
        """Whether days all in figures begin with the day, where the document settles it."""
        return table_days.orders(self.document)

    @cached_property
    def notes(self) -> dict[int, dict[str, str]]:
        """The notes under each table, by the marks that they stand for."""
        return notes.under(self.document)

    @cached_property
    def _cells(self) -> frozenset[int]:
        found: dict[tuple[str | None, str | None], list[int]] = defaultdict(list)
        for clause in self.document.clauses:
            if clause.kind == "text" and _ALONE.fullmatch(clause.own_text.strip("* ")):
                found[clause.fragment, clause.parent].append(id(clause))
        return frozenset(one for beside in found.values() if len(beside) > 1 for one in beside)

    @cached_property
    def _led(self) -> dict[int, tuple[str, bool]]:
        """The line before each clause, under the same number, that leads in ("as follows:").

        Of two clauses with numbers of their own the one does not lead in the other, and what a
        table follows leads in no text behind it: for that text the second is True.
        """
        lines: dict[tuple[str | None, str | None], tuple[str, bool]] = {}
        tabled: set[tuple[str | None, str | None]] = set()
        led: dict[int, tuple[str, bool]] = {}
        for clause in self.document.clauses:
            key = clause.fragment, clause.parent
            numbered = bool(clause.number)
            line, of_number = lines.get(key, ("", False))
            behind = key in tabled and clause.table is None
            led[id(clause)] = "" if behind or (of_number and numbered) else line, behind
            if clause.table is not None:
                tabled.add(key)
            said = f"{clause.heading_text} {clause.own_text}".strip()
            if said.endswith(":"):
                lines[key] = said, numbered
                tabled.discard(key)
        return led

    @cached_property
    def _leads(self) -> dict[int, str]:
        leads: dict[int, str] = {}
        text, item = "", ""
        for clause in self.document.clauses:
            here = self.item(clause) or (clause.parent or clause.id)
            if here != item:
                text, item = "", here
            if clause.table is not None:
                leads[id(clause)], text = text, ""
            else:
                text += f"\n{clause.own_text}"
        return leads

    def lead(self, table: Clause) -> str:
        """The text between a table and the table or clause before it: what introduces it."""
        parent = next((c for at, c in enumerate(self.up(table)) if at), None)
        above = parent.own_text if parent is not None and table.fragment is None else ""
        return self._leads[id(table)] or above

    def introduced(self, table: Clause) -> table_days.When:
        """From when the sentence right before a table says that it runs, if it says that."""
        said = days.SENTENCE.split(self.lead(table).strip())[-1].strip()
        if not _INTRODUCES.search(said):
            return table_days.NEVER
        event = headings.event(said) if _BEGINS.search(said) else ""
        if event:
            return table_days.When(event=event)
        begins = openings.periods(said)
        if len(begins) == 1:
            return table_days.When(*begins.pop())
        if not begins and (times := vague.times(said)):
            return table_days.When(event=said[slice(*times[0])])
        if headings.is_later(said):
            return table_days.When(event=said.strip(" :"))
        written = _DAY_ALONE.fullmatch(_unwritten(said))
        return table_days.read(said, self.orders) if written else table_days.NEVER

    def period(self, clause: Clause) -> days.Period:
        """The one period from which the stretch speaks, (None, None) where it names several."""
        return self.leading(clause) or self._begins(clause)[0]

    def leading(self, clause: Clause) -> days.Period | None:
        """The period that the line over a list says of all its items ("From 1 July 2025:")."""
        over = next((each for at, each in enumerate(self.up(clause)) if at), None)
        if over is None or over.kind in DIVISIONS:
            return None
        line = f"{over.heading_text} {over.own_text}".strip()
        alone = line.endswith(":") and len(values.dates(line)) == 1
        return next(iter(openings.periods(line)), None) if alone else None

    def event(self, clause: Clause) -> str:
        """What the stretch begins with, where it is no date."""
        return self._begins(clause)[1] or self.led_by(clause)

    def led_by(self, clause: Clause) -> str:
        """What the line over a list or table says that all of it begins with, and is no date."""
        over = next((each for at, each in enumerate(self.up(clause)) if at), None)
        line, behind = self._led.get(id(clause), _NOTHING)
        lines = [line]
        if over is not None and over.kind not in DIVISIONS and not behind:
            lines.append(f"{over.heading_text} {over.own_text}".strip())
        for line in lines:
            said = days.SENTENCE.split(line)[-1]
            if said.endswith(":"):
                if times := vague.times(said):
                    return said[slice(*times[0])]
                if _BEGINS.search(said) and (event := headings.event(said)):
                    return event
        return ""

    def _begins(self, clause: Clause) -> tuple[days.Period, str]:
        key = self.stretch(clause)
        if key not in self._beginnings:
            text = self.text(clause)
            found = openings.periods(text)
            if clause.fragment is not None and not found and not values.dates(text):
                ordered = self._instruction(clause.fragment)
                found = openings.periods(ordered) if values.only_date(ordered) else set()
            period = found.pop() if len(found) == 1 else (None, None)
            self._beginnings[key] = period, openings.event(text)
        return self._beginnings[key]


def _untimed(text: str) -> str:
    """A text without the day before its colon: "Tool allowance, from 1 July 2026: $15"."""
    day = next(iter(values.dates(text)), None)
    if day is None or not text.startswith(":", day.end):
        return text
    return _LAST_WORDS.sub("", text[: day.start]) + text[day.end :]


def _undated(text: str) -> str:
    """A text without its one day; as it is where it has none, or several."""
    found = values.dates(text)
    return text[: found[0].start] + text[found[0].end :] if len(found) == 1 else text


def _unwritten(text: str) -> str:
    """A text without what is written in it as a day is, be it a full date or not."""
    for start, end in reversed(written_days(text)):
        text = text[:start] + text[end:]
    return text


def _title(text: str) -> str:
    return " ".join(text.split()).rstrip(" :")

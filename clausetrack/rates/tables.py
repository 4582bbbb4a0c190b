"""A table -> its scales: steps by dated columns, each cell an amount, or refused and reported."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import zip_longest

from clausetrack import currency, values
from clausetrack.errors import finding
from clausetrack.grids import carried, fill
from clausetrack.model import Cell, Clause, Finding, Source, Table
from clausetrack.rates import (
    alike,
    beside,
    blocks,
    columns,
    days,
    figures,
    headings,
    no_rates,
    notes,
    paired,
    parts,
    row_ends,
    table_days,
    units,
)
from clausetrack.rates.blocks import Block
from clausetrack.rates.columns import Rated
from clausetrack.rates.model import Mention, Rate, Scale, Step
from clausetrack.rates.places import Places, agreement
from clausetrack.rates.rises import of_sums, stated
from clausetrack.rates.table_days import When
from clausetrack.segment.tables import is_ragged

_NUMBERED = re.compile(r"^table\s+\w+\s*[-:–—.]*\s*", re.I)
_MERGED = re.compile(r"\bsteps?\s+(\w+)\s+(?:and|to|&)\s+(\w+)\b[^.]*\bmerged?\b", re.I)
#: By whether a cell has one amount, with words beside it.
_UNREAD = {
    True: "what stands beside a figure may change what it says, and it gives no rate",
    False: "a figure cannot be read as one amount and gives no rate",
}
_NO_CELL = Cell(())
_LONG = 60  # characters; what is longer is a sentence and no name of a step or group


@dataclass(frozen=True, slots=True)
class TableReading:
    """What one table sets."""

    scales: tuple[Scale, ...] = ()
    rates: tuple[Rate, ...] = ()
    mentions: tuple[Mention, ...] = ()
    findings: tuple[Finding, ...] = ()


def read(clause: Clause, table: Table, places: Places) -> TableReading:
    """The scales of a table; empty where it holds no rates."""
    read_parts = [
        _Reader(clause, part, places, number) for number, part in enumerate(parts.of(table))
    ]
    for part in read_parts:
        part.read()
    findings = [each for part in read_parts for each in part.findings]
    rates = []
    for found in parts.settled([each for part in read_parts for each in part.found]):
        if not found.why:
            rates.append(found.rate)
            continue
        message = f"{found.why}, and it gives no rate"
        rate = found.rate
        findings.append(
            finding("rate-unread", message, rate.clause, rate.source, found.quote[:160])
        )
    return TableReading(
        tuple(scale for part in read_parts for scale in part.scales),
        tuple(rates),
        tuple(mention for part in read_parts for mention in part.mentions),
        tuple(findings),
    )


class _Reader:
    def __init__(self, clause: Clause, table: Table, places: Places, part: int) -> None:
        self.clause, self.table, self.places, self.part = clause, table, places, part
        self.cells = fill(table.rows)
        self.lead = places.lead(clause)
        self.clause_id = places.named(clause)
        caption = clause.heading_text if "\t" not in clause.heading_text else ""
        self.name = _NUMBERED.sub("", " ".join(caption.split()).rstrip(" :")) or places.heading(
            clause
        )
        held = {v.value for row in self.cells for cell in row for v in values.money(cell.text)}
        self.notes = places.notes.get(id(clause), {})
        self.around = (self.name, of_sums(self.lead, held), places.headings(clause))
        self.money = currency.named(self.name) or units.MONEY
        self.findings: list[Finding] = []
        self.mentions: list[Mention] = []
        self.scales: list[Scale] = []
        self.found: list[parts.Found] = []
        self.gaps: dict[row_ends.Gap, list[tuple[str, Source]]] = {}

    def read(self) -> None:
        """The scales and figures, and what is odd, into what this reader holds."""
        for row in self.table.rows:
            if any(currency.FOREIGN.search(cell.text) for cell in row):
                quote = " | ".join(" ".join(cell.text.split()) for cell in row)
                self._report("rate-unread", currency.IN_NO_DOLLARS, quote, self._source(row[0]))
        known = self.places.orders
        rated = columns.of(self.table, self.cells, self.name, known)
        if not rated:
            figured = "" if self.findings else no_rates.unread(
                self.table, self.name, f"{self.places.headings(self.clause)} {self.lead}"
            )
            if figured:
                message = "a table of figures could not be read and gives no rate"
                self._report("rate-unread", message, figured, self.clause.source)
            said = f"{self.name} {days.SENTENCE.split(self.lead.strip())[-1]}"
            self.mentions += no_rates.of_whole(self.table, self.clause_id, self._source, said)
            return
        body = self.cells[self.table.header_rows :]
        rated = paired.dated(rated, body)
        taken = {each.at for each in rated}
        once = units.is_once(" ".join([self.name, *(each.span.heading for each in rated)]))
        self.days = table_days.DayColumns(self.table.columns, () if once else body, taken, known)
        title, lost = table_days.title(self.table, self.places.title(self.clause), known)
        over = (self.name, title, days.SENTENCE.split(self.lead.strip())[-1])
        rated = columns.by_pay(rated, next(filter(None, map(headings.next_pay, over)), ""))
        rated = columns.named(rated, self.places.text(self.clause))
        when = self._when(title)
        rated = columns.dated(rated, body, stated(self.lead), when.start)
        rated = self._in_context([replace(each, why=each.why or lost) for each in rated], when)
        found = blocks.of(self.table.columns, rated, self.days.places)
        for each in found:
            self.cells = carried(self.cells, self.table.header_rows, each.key, each.groups)
        pairs = zip_longest(found, found[1:])
        scales = list(filter(None, (self._scale(*pair) for pair in pairs)))
        self.mentions += no_rates.beside(body, taken, self.clause_id, self._source)
        self.scales = [scale for scale, *_ in scales]
        self.found = [rate for each in scales for rate in self._rates(*each)]
        for gap, rows in self.gaps.items():
            keys = ", ".join(dict.fromkeys(key for key, _ in rows))
            self._report("scale-open", gap.message, _quote(keys, *gap.cell), rows[0][1])

    def _when(self, title: str) -> When:
        """From when the table runs: by its title, what leads it in, or else its clause."""
        said = table_days.read(title, self.places.orders)
        if said == table_days.NEVER and (year := headings.year_alone(title)):
            return When(event=year)
        if said == table_days.NEVER:
            said = self.places.introduced(self.clause)
        return When(*self.places.period(self.clause)) if said == table_days.NEVER else said

    def _in_context(self, found: list[Rated], when: When) -> list[Rated]:
        """The columns, where none has any day: dated by their caption or their clause."""
        if any(each.has_day for each in found):
            return found
        if when.start is None and when.end is None:
            event = when.event or headings.event(self.name) or self.places.led_by(self.clause)
            by = "context" if event else ""
            spans = [replace(each.span, event=event, dated_by=by) for each in found]
            return [replace(each, why=when.why, span=span)
                    for each, span in zip(found, spans, strict=True)]  # fmt: skip
        return columns.in_context(found, when.start, when.end)

    def _scale(
        self, block: Block, following: Block | None
    ) -> tuple[Scale, Block, list[When], list[str]] | None:
        """The scale of a block, and of each step its row's own time and its key with its marks."""
        steps: list[Step] = []
        keys: list[str] = []
        times: list[When] = []
        over_all, days_first = table_days.NEVER, False
        seen: set[int] = set()  # the cells of the rows above, of which some span rows
        if following is not None and not blocks.turns(block, following, self.table.columns):
            following = None
        over = self._over(block.key)
        section = new_key = ""
        above: tuple[str, list[str]] = "", []
        for cells in self._rows():
            texts = {cell.text.strip() for cell in cells if cell.text.strip()}
            if len(texts) == 1 and not any(values.money(text) for text in texts):
                text = texts.pop()
                when = table_days.of_section(text, self.places.orders)
                if when is not None:
                    over_all, days_first = when, days_first or not section
                else:
                    section = self._short(text)
                    over_all = over_all if days_first else table_days.NEVER
                continue
            marked = self._text(cells, block.key)
            key = marked.rstrip("*†‡ ")  # the mark of a note
            found = [self._figure(cells, each, key) for each in block.rated]
            if following is not None and following.key is not None:
                old = key if any(found) else ""
                new_key = self._becomes(old, self._text(cells, following.key), new_key)
            if all(figure is None for figure in found):
                said = [self._text(cells, each.at) for each in block.rated]
                if other := next(filter(figures.is_other, said), ""):
                    self._report("rate-unread", _UNREAD[False], _quote(key, "", other),
                                 self._source(cells[0]))  # fmt: skip
                continue
            words = [self._text(cells, at) for at in block.groups]
            named = [at for at in (block.key, *block.groups) if self._text(cells, at)]
            read = {id(self._cell(cells, at)) for at in (*named, *(r.at for r in block.rated))}
            if read <= seen:
                continue  # cells that span rows are one figure for one step
            seen |= read
            own_day = self.days.of_row(cells)
            if own_day != table_days.NEVER and not key and not any(words):
                key, words = above  # a row of its day alone is of whom the row above is
            above = key, words
            step = self._step(cells, block, key, words, (over, section), found)
            steps.append(replace(step, becomes=new_key if following else ""))
            keys.append(marked)
            times.append(own_day if own_day != table_days.NEVER else over_all)
        if not steps:
            return None
        spans = tuple(each.span for each in block.rated)
        scale = Scale(
            agreement(self.places.document), self.clause_id, self.name, self._unit(block, steps),
            spans, tuple(steps), self.clause.source,
        )  # fmt: skip
        if any(when != table_days.NEVER for when in times):
            lost = When(why=table_days.LOST)
            times = [lost if when == table_days.NEVER else when for when in times]
        return scale, block, times, keys

    def _step(
        self, cells: Sequence[Cell], block: Block, key: str, words: Sequence[str],
        over: Sequence[str], found: Sequence[figures.Figure | None],
    ) -> Step:  # fmt: skip
        """A row as a step: whose it is, its figures as they are printed, and what they are per.

        `words` stand in the columns of groups of that row or of the one above, `over` are the
        groups that headings name; `found` are the figures.
        """
        own = [units.of_unit_cell(text) for text in words]
        group = _joined(*over, *(text for text, unit in zip(words, own, strict=True) if not unit))
        said = [
            units.behind(self.table.columns[at].heading, self._text(cells, at))
            for at in block.behind
        ]
        own += [units.of_words(text) for text in said]
        return Step(
            key,
            group,
            tuple(figure.amount if figure else None for figure in found),
            tuple(self._text(cells, each.at) for each in block.rated),
            sources=tuple(self._source(self._cell(cells, each.at)) for each in block.rated),
            unit=next(filter(None, own), ""),
            note=beside.of_row(said),
        )

    def _over(self, key: int | None) -> str:
        """Whose steps these are, where the heading over them says that ("Registered nurse")."""
        heading = self.table.columns[key].heading if key is not None else ""
        return self._short(headings.whose(heading))

    def _rows(self) -> Iterator[Sequence[Cell]]:
        """The rows below the heading that can be read; a ragged one is reported."""
        spanned = any(cell.rowspan > 1 for row in self.table.rows for cell in row)
        for row in range(self.table.header_rows, len(self.table.rows)):
            raw, cells = self.table.rows[row], self.cells[row]
            if not any(cell.text.strip() for cell in cells):
                continue
            ragged = not spanned and is_ragged(raw, self.table.columns)
            ragged = ragged and not row_ends.is_whole(raw, self.table.columns)
            if ragged and any(values.money(cell.text) for cell in raw):
                message = "a row has lost cells and its figures give no rate"
                quote = " | ".join(cell.text for cell in raw)
                self._report("rate-unread", message, quote, self._source(raw[0]))
                continue
            yield cells

    def _becomes(self, old: str, new: str, last: str) -> str:
        """The step of the next block on a row; where rows are merged, that of the one above."""
        if new or not old:
            return new
        said = "\n".join([self.lead, *self.notes.values()])
        merged = {step for found in _MERGED.finditer(said) for step in found.groups()}
        if old in merged and last:
            return last
        self._report("step-unmapped", f"nothing says what step {old} becomes", old,
                     self.clause.source)  # fmt: skip
        return ""

    # --------------------------------------------------------------------------------- cells

    def _cell(self, cells: Sequence[Cell], at: int | None) -> Cell:
        return cells[at] if at is not None and at < len(cells) else _NO_CELL

    def _text(self, cells: Sequence[Cell], at: int | None) -> str:
        return " ".join(self._cell(cells, at).text.split())

    def _short(self, text: str) -> str:
        text = " ".join(text.split())
        return text if len(text) <= _LONG else ""

    def _source(self, cell: Cell) -> Source:
        return next((run.source for run in cell.runs if run.source), self.clause.source)

    def _figure(self, cells: Sequence[Cell], rated: Rated, key: str) -> figures.Figure | None:
        cell = self._cell(cells, rated.at)
        figure = rated.read(cell.text)
        if figure is None:
            return None
        quote = " | ".join(filter(None, (key, rated.span.heading, cell.text.strip())))
        if figure.amount is None:
            why = _UNREAD[figures.is_one(cell.text)]
            self._report("rate-unread", why, quote, self._source(cell))
        elif figure.marked:
            self._report("figure-marked", "a mark beside a figure was left aside", quote,
                         self._source(cell))  # fmt: skip
        return figure

    def _unit(self, block: Block, steps: Sequence[Step]) -> str:
        """The unit of the columns that have none of their own."""
        open_ = [at for at, each in enumerate(block.rated) if not each.span.unit]
        places = open_ or range(len(block.rated))
        known = [step.amounts[at] for step in steps for at in places]
        amounts = [amount for amount in known if amount is not None]
        smallest = min(amounts, default=Decimal(0))
        heading = " ".join(block.rated[at].span.heading for at in places)
        key = self.table.columns[block.key].heading if block.key is not None else ""
        unit = units.of_table(heading, len(amounts), int(smallest), *self.around, key)
        return units.in_currency(unit, currency.named(heading) or self.money)

    def _rates(
        self, scale: Scale, block: Block, times: list[When], keys: list[str]
    ) -> Iterator[parts.Found]:
        lost = alike.lost(scale.columns)
        ordered = row_ends.by_day(block.rated)
        flipped = 2 * sum(each.is_step for each in block.rated) > len(block.rated)
        for step, when, marked in zip(scale.steps, times, keys, strict=True):
            by_row = when != table_days.NEVER
            no_rate = no_rates.why_none(step.key, f"{step.group} {marked} {step.note}")
            row: list[parts.Found] = []
            texts: list[tuple[str, ...]] = []
            each = zip(block.rated, lost, step.amounts, step.cells, step.sources, strict=True)
            for place, (rated, gone, amount, printed, source) in enumerate(each):
                if amount is None:
                    continue
                if no_rate:
                    self.mentions.append(
                        no_rates.of_row(scale.clause, step.key, printed, no_rate, source)
                    )
                    continue
                span, last = rated.span, row_ends.of_cell(place, block.rated, step.cells, ordered)
                own = span.dated_by in {"column", "rise"}
                why = rated.why or when.why or gone
                if own and by_row and span.start != when.start:
                    why = why or "the row and the column name different days"
                key, group = step.key, _joined(span.label, step.group)
                start, end, by = span.start, last.end, span.dated_by
                event = span.event if by or by_row else headings.year_of_row(step.key)
                if by_row and not own:
                    start, end, by = when.start, when.end, "row"
                elif last.gap and not why:
                    self.gaps.setdefault(last.gap, []).append((step.key, source))
                if by_row and block.key is None:
                    key, group = span.label, step.group
                elif flipped and span.label:
                    key, group = span.label, _joined(step.group, step.key)
                unit = units.of_cell(printed, step.unit or span.unit or scale.unit)
                if units.is_open(unit) and units.is_once(span.heading):
                    unit = units.ONCE
                unit = units.in_currency(unit, currency.named(span.heading) or self.money)
                said = beside.of_heading(span.heading, marked), step.note, (
                    last.gap.note if last.gap and end == last.end else ""
                )  # fmt: skip
                rate = Rate(
                    scale.agreement, scale.clause, scale.name, key, group, amount, unit,
                    source, _quote(step.key, span.heading, printed), step.becomes,
                    start=start, end=end, event=event, until=span.until, dated_by=by,
                    note="; ".join(filter(None, said)),
                )  # fmt: skip
                quote = " | ".join(filter(None, (step.key or span.label, printed)))
                row.append(parts.Found(rate, self.part, quote, why, columns.is_old(rated)))
                texts.append((printed, marked, span.heading))
            yield from notes.applied(row, texts, self.notes)

    def _report(self, code: str, message: str, quote: str, source: Source) -> None:
        found = finding(code, message, self.clause_id, source, quote[:160])
        if found not in self.findings:
            self.findings.append(found)


def _joined(*parts: str) -> str:
    return ", ".join(dict.fromkeys(filter(None, parts)))


def _quote(key: str, heading: str, printed: str) -> str:
    return " | ".join(filter(None, (key, heading, printed)))

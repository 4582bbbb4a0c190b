"""Rates as JSON, as CSV and as text for a terminal."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from clausetrack import values
from clausetrack.rates import units
from clausetrack.rates.brief import Brief, Group, owed, stated_rise, steps, still_open
from clausetrack.rates.compare import Difference
from clausetrack.rates.model import Rate
from clausetrack.rates.report import Report
from clausetrack.render import json
from clausetrack.render.terminal import safe

Object = dict[str, Any]

COLUMNS = ("agreement", "clause", "scale", "step", "group", "amount", "unit", "from", "to",
           "measure", "becomes", "depends_on", "paid", "source", "note")  # fmt: skip
DIFFERENCES = ("scale", "step", "group", "unit", "day", "old_agreement", "old", "new_agreement",
               "new", "difference", "percent", "by")  # fmt: skip
APART = "Compared with nothing: the other side has no scale that is surely the same"
OWED = "Owed by those who work, or taken from their pay, and no rate"
#: What a spreadsheet takes for a formula, also behind white space.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")


def said(rate: Rate) -> str:
    """What a rate begins or ends with where that is no date, or the words that leave it open."""
    if rate.doubt:
        return f"undecided: “{rate.doubt}”"
    return f"from {rate.event}" if rate.event else f"until {rate.until}" if rate.until else ""


def paid(rate: Rate) -> str:
    """The day of a sum that is paid once: "on 2026-03-26"."""
    return f"{rate.paid[0]} {rate.paid[1]}" if rate.paid else ""


def row(rate: Rate, measure: str) -> tuple[str | Decimal | date | None, ...]:
    """One rate in the order of `COLUMNS`."""
    return (
        rate.agreement, rate.clause, rate.scale, rate.step, rate.group, rate.amount, rate.unit,
        rate.start, rate.end, measure, rate.becomes, said(rate), paid(rate),
        str(rate.source), rate.note,
    )  # fmt: skip


def difference(each: Difference) -> tuple[str | Decimal | date | None, ...]:
    """One difference in the order of `DIFFERENCES`."""
    old, new = each.old, each.new
    return (
        each.scale, each.step, each.group, each.unit, each.day,
        old.agreement if old else "", old.amount if old else None,
        new.agreement if new else "", new.amount if new else None,
        each.difference, each.percent, each.by,
    )  # fmt: skip


# --------------------------------------------------------------------------------------- JSON


def as_json(report: Report) -> Object:
    """`clausetrack/rates/1`: amounts as decimal strings, days as ISO dates, null where none."""
    out: Object = {
        "schema": "clausetrack/rates/1",
        "as_at": json.value(report.as_at),
        "rates": [_rate(r, m) for r, m in zip(report.rates, report.measures, strict=True)],
        "undecided": [_rate(rate, "") for rate in report.undecided],
        "not_rates": [
            {
                "clause": m.clause,
                "text": m.text,
                "why": m.why,
                "from": json.value(m.start),
                "open": m.is_open,
                "words": m.quote,
                "source": json.place(m.source),
            }
            for rates in report.given
            for m in rates.mentions
        ],
        "measures": [
            {"name": m.name, "confirmed_by": m.confirmed_by or None,
             "on": json.value(m.confirmed_on)}
            for m in report.known
            if m.name in {*report.measures, *(d.by for d in report.differences)}
        ],
        "findings": [json.finding(finding) for finding in report.findings],
    }
    if report.against:
        out["against"] = report.against
        out["differences"] = [
            dict(zip(DIFFERENCES, map(json.value, difference(each)), strict=True))
            for each in report.differences
        ]
        out["apart"] = [_rate(rate, "") for rate in report.apart]
    if report.briefs:
        out["briefs"] = [_brief(each) for each in report.briefs]
    return out


def _rate(rate: Rate, measure: str) -> Object:
    out = dict(zip(COLUMNS, map(json.value, row(rate, measure)), strict=True))
    return {
        **out,
        "source": json.place(rate.source),
        "words": rate.quote,
        "dated_by": rate.dated_by,
    }


def _brief(brief: Brief) -> Object:
    return {
        "agreement": brief.agreement,
        "pay_days": [
            {"day": day.day.isoformat(), "how": day.how, "what": day.what,
             "condition": day.condition, "words": day.quote}
            for day in brief.pay_days
        ],
        "lines": [
            {"clause": line.rate.clause, "scale": line.rate.scale, "step": line.rate.step,
             "group": line.rate.group, "amount": json.value(line.rate.amount),
             "unit": line.rate.unit, "from": json.value(line.rate.start),
             "depends_on": said(line.rate),
             "pay_day": json.value(line.pay_day.day) if line.pay_day else None,
             "days_of_back_pay": line.back_pay, "note": line.rate.note}
            for line in brief.lines
        ],
        "open": list(brief.open),
        "undated": [
            {"clause": clause, "figures": count} for clause, count in brief.undated
        ],
        "begun_before": [{"clause": clause, "figures": count} for clause, count in brief.begun],
    }  # fmt: skip


# ---------------------------------------------------------------------------------------- CSV


def as_csv(report: Report) -> bytes:
    """The rates, or the differences where two sides were compared, a row each, with a heading."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    if report.against:
        writer.writerow(DIFFERENCES)
        writer.writerows([_cell(v) for v in difference(each)] for each in report.differences)
    else:
        writer.writerow(COLUMNS)
        for rate, measure in zip(report.rates, report.measures, strict=True):
            writer.writerow([_cell(value) for value in row(rate, measure)])
    return out.getvalue().encode("utf-8")


def beside_csv(report: Report) -> list[str]:
    """What has no row in the CSV and must be known with it: figures that are open, or no pay."""
    said = [(m, "what it comes to is not computed") for m in still_open(report.given)]
    said += [(m, m.why) for m in owed(report.given)]
    lines = [f"{stated_rise(m)}: {why}: “{_long(m.quote)}”" for m, why in said]
    lines += [f"{_undecided(rate).strip()}: in no row" for rate in report.undecided]
    return [safe(line) for line in lines]


def _cell(value: str | Decimal | date | None) -> str:
    """A value as a spreadsheet may open it: text that begins like a formula is written as text."""
    text = safe(json.value(value) or "")
    if isinstance(value, str) and text.lstrip(" \u00a0").startswith(_FORMULA):
        return f"'{text}"
    return text


# --------------------------------------------------------------------------------------- text


def as_text(report: Report) -> str:
    """The rates scale by scale, then the differences and the brief, for a terminal."""
    parts = [*(_differences(report) if report.against else _scales(report.rates, report.as_at))]
    if report.undecided:
        parts.append("Not decided by any date:\n" + "\n".join(map(_undecided, report.undecided)))
    unread = [f"  {f.clause}: {f.quote}" for f in report.findings if f.code == "rate-unread"]
    if unread:
        parts.append("Not read, and so in no row above:\n" + "\n".join(unread))
    stated = [f"  {stated_rise(m)}: “{_long(m.quote)}”" for m in still_open(report.given)]
    if stated:
        parts.append("Stated, and what it comes to is not computed:\n" + "\n".join(stated))
    taken = [f"  {stated_rise(m)}: “{_long(m.quote)}”" for m in owed(report.given)]
    if taken:
        parts.append(f"{OWED}:\n" + "\n".join(taken))
    parts += [_said_brief(each) for each in report.briefs]
    return safe("\n\n".join(parts) or "no rates were found") + "\n"


def _scales(rates: Sequence[Rate], as_at: date | None) -> Iterator[str]:
    groups = values.grouped(rates, lambda rate: (rate.agreement, rate.clause, rate.scale))
    for (agreement, clause, scale), found in groups.items():
        rows = [
            [rate.step, _short(rate.group), amount(rate.amount, rate.unit), _period(rate, as_at),
             f"note: {rate.note}" if rate.note else ""]
            for rate in found
        ]  # fmt: skip
        yield "\n".join([f"{agreement}  {clause}  {scale}", *_columns(rows)])


def _period(rate: Rate, as_at: date | None) -> str:
    if rate.until and rate.start and not rate.event and not rate.doubt:
        return f"from {rate.start} {said(rate)}"
    if rate.undecided:
        return said(rate)
    start = f"from {rate.start}" if rate.start else ""
    end = f"to {rate.end}" if rate.end else ""
    if rate.paid:
        start = f"paid {paid(rate)}"
    turns = f"(becomes step {rate.becomes})" if rate.becomes and not as_at else ""
    return " ".join(filter(None, (start, end, turns)))


def amount(value: Decimal, unit: str) -> str:
    """$61,329 per year; USD 0.83 per kilometre; 0.25 FTTE."""
    if units.is_count(unit):
        return f"{value:f} {unit}"
    places = 0 if value == value.to_integral_value() else max(2, -int(value.as_tuple().exponent))
    code, space, period = unit.partition(" ")
    sign = "$" if code in {"NZD", "$"} else f"{code} "
    return f"{sign}{value:,.{places}f}{space}{period}"


def amounts(group: Group) -> str:
    """The amount of a group of lines, or its lowest and highest."""
    return between([line.rate for line in group.lines])


def between(rates: Sequence[Rate]) -> str:
    """The amount of some rates of one unit, or the lowest and the highest."""
    found = [rate.amount for rate in rates]
    unit = rates[0].unit
    if min(found) == max(found):
        return amount(found[0], unit)
    money = unit.partition(" ")[0]
    return f"{amount(min(found), money)} to {amount(max(found), unit)}"


def _undecided(rate: Rate) -> str:
    return (
        f"  {rate.clause}  {rate.step or rate.scale}: {amount(rate.amount, rate.unit)} {said(rate)}"
    )


def _differences(report: Report) -> Iterator[str]:
    groups = by_scale(report.differences)
    if not groups:
        yield f"no scale is in both: {report.against}"
    for (scale, day, by), found in groups.items():
        one = next((d for d in found if d.old and d.new), found[0])
        old = one.old.agreement if one.old else report.against
        new = one.new.agreement if one.new else ""
        rows = [["step", old, new, "", ""]]
        for d in found:
            change = f"{d.difference:+,f}" if d.difference is not None else ""
            rate = f"{d.percent:+f}%" if d.percent is not None else ""
            rows.append([
                ", ".join(filter(None, (d.step, _short(d.group)))),
                amount(d.old.amount, d.unit) if d.old else "–",
                amount(d.new.amount, d.unit) if d.new else "–", change, rate,
            ])  # fmt: skip
        when = f"on {day}" if day else "no day stated"
        yield "\n".join([f"{scale}, {when} (by {by})", *_columns(rows)])
    if report.apart:
        rows = [_apart(found, report.as_at) for found in apart(report)]
        yield "\n".join([APART, *_columns(rows)])


def by_scale(
    differences: Iterable[Difference],
) -> dict[tuple[str, date | None, str], list[Difference]]:
    """The differences by scale, by day, and by what says that the two sides are the same."""
    return values.grouped(differences, lambda each: (each.scale, each.day, each.by))


def apart(report: Report) -> list[list[Rate]]:
    """The rates that were set against nothing, those of one scale and period together."""
    groups = values.grouped(
        report.apart,
        lambda rate: (rate.agreement, rate.clause, rate.scale, rate.unit, rate.start, rate.end,
                      "" if rate.step else rate.amount),
    )  # fmt: skip
    return list(groups.values())


def _apart(rates: Sequence[Rate], as_at: date | None) -> list[str]:
    one = rates[0]
    name = _short(", ".join(filter(None, (one.scale, steps(rates)))))
    return [one.agreement, one.clause, name, between(rates), _period(one, as_at)]


def _said_brief(brief: Brief) -> str:
    lines = [f"For payroll: {brief.agreement}"]
    for day in brief.pay_days:
        lines.append(f"  paid {day.how} {day.day} {day.what}".rstrip())
    rows = []
    for group in brief.groups:
        line = group.lines[0]
        rate = line.rate
        back = f"{line.back_pay} days of back pay" if line.back_pay is not None else ""
        paid = f"paid {line.pay_day.how} {line.pay_day.day}" if line.pay_day else ""
        begin = f"from {rate.start}" if rate.start else "undecided" if rate.doubt else said(rate)
        paid_for = _short(", ".join(filter(None, (rate.scale, group.who))))
        note = f"note: {group.notes}" if group.notes else ""
        rows.append([rate.clause, paid_for, amounts(group), begin, paid, back, note])
    lines += _columns(rows)
    for found, one, several in (
        (brief.undated, "has no first day and stands", "have no first day and stand"),
        (brief.begun, "began before the term and stands", "began before the term and stand"),
    ):
        if found:
            many = values.counted(sum(count for _, count in found), "figure")
            have = one if many.startswith("1 ") else several
            where = ", ".join(clause for clause, _ in found)
            lines.append(f"  {many} {have} in no line here: {where}")
    lines += ["  Open:", *(f"  - {each}" for each in brief.open)]
    return "\n".join(lines)


def _columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Columns as wide as their widest text; one that is empty throughout takes no room."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)] if rows else []
    padded = ([text.ljust(w) for text, w in zip(row, widths, strict=True) if w] for row in rows)
    return [f"  {'  '.join(row)}".rstrip() for row in padded]


def _long(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= 160 else said[:159] + "…"


def _short(text: str) -> str:
    return text if len(text) <= 44 else text[:43] + "…"

"""A figure that is not what the words beside it, or the rows above it, come to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from clausetrack import values
from clausetrack.checks.subject import Passage, Subject
from clausetrack.counts import counted
from clausetrack.model import Clause, Finding, Table
from clausetrack.numbering import NUMBER_WORD
from clausetrack.rates.no_rates import TOTAL

GROUP = "arithmetic"
WHY = {
    "figure-off-sum": "A figure and what it is made of are both the agreement’s words; whoever is"
    " paid by the lesser claims the other.",
}

_HUNDRED = Decimal(100)
_CENT, _FIVE_CENTS, _TEN_CENTS = Decimal("0.01"), Decimal("0.05"), Decimal("0.10")
_SUM = r"\$\s?(?P<{n}>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\d,.]*\d)"
_COUNT = rf"(?:\d+(?:\.\d+)?|{NUMBER_WORD})"
_REST = r"(?:[^.;$]|\.(?=\d))"  # of a sentence, without another sum
_PERCENT = r"(?P<percent>\d+(?:\.\d+)?)\s?(?:%|per\s?cent)"
#: "$600 a year is paid in 26 instalments of $23.08"
_PARTS = re.compile(
    rf"{_SUM.format(n='whole')}{_REST}{{0,80}}?\b(?:in|by|as|over) (?P<count>{_COUNT})"
    r" (?:(?:equal|weekly|fortnightly|monthly|quarterly|annual) ){0,2}(?:instal?ments?|payments?)"
    rf" of {_SUM.format(n='part')}(?!{_REST}{{0,200}}\$)",
    re.I,
)
#: "10% of $4,500, that is $450"
_SHARE = re.compile(
    rf"{_PERCENT} of {_SUM.format(n='whole')}"
    r"\s?(?:,|\(|=|,? (?:that is|which is|being|i\.e\.,?|equal to|or))+\s?"
    rf"{_SUM.format(n='part')}",
    re.I,
)
#: "by 3% from $25.00 to $25.75"; "from $25.00 to $25.75, an increase of 3%"
_RISE = re.compile(
    rf"(?:{_PERCENT}(?: (?:increase|rise))? )?\bfrom {_SUM.format(n='old')}{_REST}{{0,40}}?"
    rf"\bto {_SUM.format(n='new')}(?!{_REST}{{0,200}}\$)"
    rf"(?:(?:,| \()? ?(?:(?:an |a )?(?:increase|rise) of |being |or )?"
    rf"{_PERCENT.replace('percent', 'after')})?",
    re.I,
)
#: "made up of $500 in March, $500 in June and $400 in September"
_MADE_UP = re.compile(
    rf"{_SUM.format(n='whole')}{_REST}{{0,40}}?\b(?:made up of|consist(?:s|ing) of"
    rf"|compris(?:es|ing)|(?:paid|payable) as)(?={_REST}{{0,80}}\${_REST}{{0,80}}\$)",
    re.I,
)
#: "40 hours a week, in five shifts of eight hours"
_WEEK = re.compile(rf"(?<![\w.])(?P<week>{_COUNT}) hours? (?:per|a|each|every) week\b", re.I)
_DAYS = re.compile(
    rf"\b(?P<days>{_COUNT}) (?:[a-z]+ )?(?:days|shifts) of (?P<each>{_COUNT}) hours\b", re.I
)
_HOURS = re.compile(rf"(?<![\w.]){_COUNT} hours?\b", re.I)
#: Words by which a figure is no exact one.
_LOOSE = re.compile(
    r"\b(?:about|approximately|around|at least|up to|(?:not|no) (?:less|more) than|minimum|maximum"
    r"|averag\w+|round\w*|nearest|greater|lesser|between|plus|minus|further|then|in addition)\b",
    re.I,
)
_SENTENCE = re.compile(r"(?<=[.;])\s+")
_AMOUNT = re.compile(r"\$?\s?(?P<amount>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?%?")
_FEWEST = 3  # figures of a row: two and their total
_NAME = r"(?P<{n}>[A-Z\d][\w’'-]*(?: [\w’'-]+){{0,4}}?)"
_RATE = r"(?: (?:hourly |weekly |annual |base )?(?:rate|salary|pay|wage)s?(?: of pay)?)"
#: "The Mate rate is 104% of the Deckhand rate"
_RELATIVE = re.compile(
    rf"\b(?:(?:[Tt]he )?{_NAME.format(n='one')}{_RATE}"
    rf" (?:is|are|(?:will|shall) be) (?:set at |paid at )?{_PERCENT} of (?:the )?"
    rf"{_NAME.format(n='other')}{_RATE})\b"
)
_EMPTY = frozenset({"", "-", "–", "—"})


def check(subject: Subject) -> Iterator[Finding]:
    for passage in subject.prose:
        if "$" in passage.text or "hours" in passage.text:
            yield from _said(subject, passage)
        if "%" in passage.text or "per cent" in passage.text:
            yield from _shares(subject, passage)
    for clause in subject.document.clauses:
        if clause.table is not None:
            yield from _totals(subject, clause, clause.table)
            yield from _across(subject, clause, clause.table)


def _said(subject: Subject, passage: Passage) -> Iterator[Finding]:
    at = 0
    for end in [*(m.start() for m in _SENTENCE.finditer(passage.text)), len(passage.text)]:
        sentence = passage.text[at:end]
        for said in () if _LOOSE.search(sentence) else _off(sentence):
            yield subject.quoting("figure-off-sum", said, passage, at, min(end, at + 160))
        at = end


def _off(text: str) -> Iterator[str]:
    """What the words of a sentence come to, where they say otherwise."""
    for match in _PARTS.finditer(text):
        count, part = counted(match["count"]), _amount(match["part"])
        if count and abs(count * part - _amount(match["whole"])) > count * _unit(match["part"]):
            due = f"${count * part:,}, not ${match['whole']}"
            yield f"{match['count']} times ${match['part']} is {due}"
    for match in _SHARE.finditer(text):
        share = _amount(match["whole"]) * Decimal(match["percent"]) / _HUNDRED
        if abs(share - _amount(match["part"])) >= _unit(match["part"]):
            said = f"${share.quantize(_CENT):,}, not ${match['part']}"
            yield f"{match['percent']}% of ${match['whole']} is {said}"
    for match in _RISE.finditer(text):
        if bool(match["percent"]) != bool(match["after"]):
            yield from _rise(match, match["percent"] or match["after"])
    for match in _MADE_UP.finditer(text):
        parts = [one.value for one in values.money(text[match.end() :])]
        total = sum(one for one in parts if isinstance(one, Decimal))
        if total != _amount(match["whole"]):
            yield f"the parts come to ${total:,}, not ${match['whole']}"
    week, days = _WEEK.search(text), _DAYS.search(text)
    if week and days and len(_HOURS.findall(text)) == 2:
        count, each = counted(days["days"]), counted(days["each"])
        if count and each and count * each != counted(week["week"]):
            yield f"{days[0]} are {count * each:f} hours, not {week['week']}"


def _rise(match: re.Match[str], percent: str) -> Iterator[str]:
    """A rise by a percentage from one sum to another, where it does not lead there."""
    old, new, share = _amount(match["old"]), _amount(match["new"]), Decimal(percent)
    if not old or new <= old:
        return
    due = old * (1 + share / _HUNDRED)
    printed = round((new / old - 1) * _HUNDRED, 1 if share == round(share, 1) else 2)
    # hourly rates are rounded to five and to ten cents, too
    step = next(each for each in (_TEN_CENTS, _FIVE_CENTS, _CENT) if not new % each)
    if abs(due - new) >= max(step, _unit(match["new"])) and printed != share:
        yield f"${match['old']} and {percent}% is ${due.quantize(_CENT):,}, not ${match['new']}"


def _totals(subject: Subject, clause: Clause, table: Table) -> Iterator[Finding]:
    """The last row of a table, called its total, against the rows above it."""
    rows = [[text.strip() for text in row] for row in table.texts[table.header_rows :]]
    last = next((n for n, row in enumerate(rows) if row and TOTAL.fullmatch(row[0])), None)
    if last is None or last < 2:
        return
    for column, printed in enumerate(rows[last][1:], 1):
        above = [row[column] for row in rows[:last] if column < len(row)]
        filled = [_AMOUNT.fullmatch(text) for text in above if text not in _EMPTY]
        whole = _AMOUNT.fullmatch(printed)
        if whole is None or len(filled) < 2 or len({"$" in text for text in above if text}) > 1:
            continue
        if not all(filled):
            continue
        parts = [_amount(one["amount"]) for one in filled if one]
        total = sum(parts)
        # without a heading the first row may be one: "Fund | 2026 | 2027"
        if _amount(whole["amount"]) not in {total, total if table.header_rows else sum(parts[1:])}:
            yield subject.finding(
                "figure-off-sum",
                f"the rows above the total come to {total:,}, not {printed}",
                clause,
                f"{rows[last][0]} | {printed}",
            )


def _across(subject: Subject, clause: Clause, table: Table) -> Iterator[Finding]:
    """A row whose last figure, called the total, is not its others, where most rows add up."""
    if not table.columns or not TOTAL.fullmatch(table.columns[-1].heading.strip()):
        return
    read: list[tuple[list[str], Decimal, Decimal]] = []
    for row in table.texts[table.header_rows :]:
        texts = [text.strip() for text in row]
        cells = [_AMOUNT.fullmatch(text) for text in texts[1:]]
        if len(cells) < _FEWEST or not all(cells):
            return
        *parts, whole = (_amount(each["amount"]) for each in cells if each)
        read.append((texts, sum(parts, Decimal(0)), whole))
    off = [each for each in read if each[1] != each[2]]
    if len(off) * 2 >= len(read):
        return
    for texts, total, _ in off:
        message = f"the figures before the total come to {total:,}, not {texts[-1]}"
        yield subject.finding("figure-off-sum", message, clause, " | ".join(texts))


def _shares(subject: Subject, passage: Passage) -> Iterator[Finding]:
    """A rate that is said to be so many per cent of another, where the table has other figures."""
    for said in _RELATIVE.finditer(passage.text):
        names = [" ".join(said[name].casefold().split()) for name in ("one", "other")]
        share = Decimal(said["percent"]) / _HUNDRED
        for scale in (scale for *_, reading in subject.scales for scale in reading.scales):
            rows = [[step for step in scale.steps if step.key.casefold() in (name, f"step {name}")]
                    for name in names]  # fmt: skip
            if [len(each) for each in rows] != [1, 1]:
                continue
            (one,), (other,) = rows
            for column, mine, theirs in zip(
                scale.columns, one.amounts, other.amounts, strict=True
            ):
                due = theirs * share if theirs else None
                if due is None or mine is None or abs(due - mine) < max(_FIVE_CENTS, due / 1000):
                    continue
                message = (
                    f"{one.key} is ${mine:,} and not {said['percent']}% of the ${theirs:,} of"
                    f" {other.key}, which is ${due.quantize(_CENT):,}"
                )
                quote = f"{said[0]} | {column.heading}".strip(" |")
                yield subject.finding("figure-off-sum", message, passage.clause, quote)
                break


def _amount(printed: str) -> Decimal:
    return Decimal(printed.replace(",", ""))


def _unit(printed: str) -> Decimal:
    """The least step of a figure as it is printed: a cent, or a dollar where it has no cents."""
    return _CENT if "." in printed else Decimal(1)

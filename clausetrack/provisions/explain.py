"""What an evaluation says, in plain words: the answer, why, and the words relied on."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from clausetrack.provisions import school
from clausetrack.provisions.again import Series
from clausetrack.provisions.agreements import AgreementStatus
from clausetrack.provisions.changes import Change, why_not
from clausetrack.provisions.conditions import Reason, Truth, money_text, sentence
from clausetrack.provisions.consequences import Consequences, Raised
from clausetrack.provisions.deadlines import RULES
from clausetrack.provisions.evaluate import Evaluation
from clausetrack.provisions.facts import NAMES, Fact
from clausetrack.provisions.grounds import telling
from clausetrack.provisions.headlines import due_by, follows_from, headline
from clausetrack.provisions.places import named
from clausetrack.provisions.readings import Table, Value
from clausetrack.provisions.suppose import Threshold
from clausetrack.provisions.vocabulary import Fork, Measure, Provision
from clausetrack.values import day_text

_MARK: dict[Truth, str] = {True: "yes", False: "no", None: "?"}
_STATES = {
    "suggested": "unconfirmed: no person has checked this record against the text",
    "stale": "stale: the record was made from other words than the document's",
}
#: Only a record that a person has confirmed speaks as fact.
_DOUBT = {"suggested": " The record behind this answer is unconfirmed."}
WIDTH = 80  # columns: what every terminal has
_HOW = ["  Facts come from a facts file, texts from the documents given."]


def text(
    evaluation: Evaluation,
    as_at: date | None = None,
    changes: Iterable[Change] = (),
    terms: Sequence[school.Term] = (),
) -> str:
    """The evaluation for a person to read: plain text, ending without a line break.

    `changes` is what would change the answer; `terms` are the school terms, if they are known.
    """
    provision = evaluation.provision
    lines = [
        f"{provision.agreement}, {named(provision.source)}"
        + (
            f" (clause {provision.source.clause})"
            if provision.source.item and provision.source.clause
            else ""
        ),
        *textwrap.wrap(provision.title, WIDTH),
        "",
        *_wrapped(f"Status: {headline(evaluation)}{_DOUBT.get(evaluation.state, '')}", "  "),
        *_wrapped(f"Record: {provision.id}, {_state(evaluation)}", "  "),
        *([f"  As at: {day_text(as_at)}"] if as_at else []),
        *(line for measure in provision.measures for line in _wrapped(_bound(measure), "  ")),
    ]
    if evaluation.stale:
        lines += _section("Why nothing is judged", _listed(evaluation.stale))
    if evaluation.missing or evaluation.texts:
        open_ = evaluation.status == "unknown"
        lines += _section(
            "Not known" if open_ else "Not known, but this answer does not wait for it",
            _listed([*map(str, evaluation.missing), *evaluation.texts]) + (_HOW if open_ else []),
        )
    because = telling(evaluation.because)
    lines += _section("Why", [line for one in because for line in _reason(one, "  ")])
    if evaluation.status in ("not-met", "lapsed", "expired"):
        lines += _section("Why not", _listed(reason.statement for reason in why_not(evaluation)))
    lines += _section(
        "What would change this",
        _listed(f"{one.supposed}: {one.status.replace('-', ' ')}" for one in changes),
    )
    lines += _section("What the words name", _stated(provision))
    lines += _section("A notice of terms", _notices(provision, terms))
    lines += _section("This answer holds only if", _listed(evaluation.provisos))
    for follows in evaluation.follows:
        several = len(evaluation.follows) > 1
        told = _follows(follows, several and bool(follows.status))
        lines += _section(follows_from(evaluation, follows), told)
    if not evaluation.conditional or evaluation.tables:
        lines += _section(
            "The figures by reading", [line for made in evaluation.tables for line in _table(made)]
        )
    for series in evaluation.series:
        lines += _section("Several events", _series(series))
    lines += _section("A loop", _listed(map(sentence, evaluation.loops)))
    lines += _section(
        "Open: the wording can be read in more than one way",
        [line for fork in evaluation.forks for line in _fork(fork, evaluation)],
    )
    if evaluation.follows or evaluation.status == "unknown":
        lines += _section("Note", _listed(provision.notes))
    if any(follows.deadlines for follows in evaluation.follows):
        bases = [f"{rule.id}: {rule.basis}" for rule in RULES]
        lines += _section(
            "How the days are counted", _listed(map(sentence, (*bases, *evaluation.counted)))
        )
    lines += _section("Words relied on", _quotes(evaluation))
    lines += _section("Facts relied on", _listed(_fact(fact) for fact in _facts(evaluation)))
    return "\n".join(lines)


def agreements(found: Iterable[AgreementStatus], as_at: date) -> str:
    """The status of each agreement on a day; "" where there is none."""
    lines: list[str] = []
    for one in found:
        lines += _wrapped(f"{one.version}: {one.status.replace('-', ' ').upper()}", "  ")
        lines += [line for why in one.because for line in _wrapped(f"- {why}", "    ")]
        if one.missing:
            lines += _wrapped(f"- not known: {', '.join(map(str, one.missing))}", "    ")
    return "\n".join([f"The agreements on {day_text(as_at)}", *lines]) if lines else ""


def thresholds(found: Iterable[Threshold]) -> str:
    """From what value each provision bites, and what it passes on; "" where none watches it."""
    lines: list[str] = []
    for one in found:
        amount = money_text(one.amount)
        below, above = ("up to", "above") if one.relation == "above" else ("below", "from")
        passes = f"; it passes on what is above {amount}" if one.excess else ""
        said = (
            f"{one.version} {one.measure}: {below} {amount} nothing arises, {above} {amount} the"
            f" {one.provision.agreement}, {named(one.provision.source)}, bites{passes}"
        )
        lines += _wrapped(f"- {said} ({one.provision.id}).", "  ")
        lines += _wrapped(f"Status then: {one.status.replace('-', ' ')}.", "      ")
        for raised in one.raised:
            since = f" from {day_text(raised.start)}" if raised.start else ""
            lines += _wrapped(
                f"If varied, {raised.measure}, clause {raised.clause}: {money_text(raised.old)}"
                f" plus what is above {amount}{since}.",
                "      ",
            )
        lines += [line for due in one.deadlines for line in _wrapped(due_by(due), "      ")]
    return "\n".join(["From what value anything bites", *lines]) if lines else ""


def _bound(measure: Measure) -> str:
    """Where a measure is held, and whether a person has confirmed that."""
    places = [
        f"{held.agreement} {'' if held.clause.startswith('item') else 'clause '}{held.clause}"
        if held.clause
        else f"{held.agreement}, the scale “{held.scale}”"
        for held in measure.held
    ]
    doubt = "" if measure.confirmed else " (no person has confirmed that it is held there)"
    return f"Measure: {measure.name}: {'; '.join(places)}{doubt}"


def _state(evaluation: Evaluation) -> str:
    return _STATES.get(evaluation.state) or f"confirmed by {evaluation.provision.confirmed}"


def _reason(reason: Reason, indent: str) -> list[str]:
    # what is so only on a proviso is told apart from what is so
    mark = f"{'if' if reason.truth and reason.proviso else _MARK[reason.truth]:>3}  "
    lines = textwrap.wrap(
        reason.statement, WIDTH, initial_indent=indent + mark,
        subsequent_indent=indent + " " * len(mark),
    )  # fmt: skip
    return lines + [line for part in reason.parts for line in _reason(part, indent + "     ")]


def _follows(follows: Consequences, named_: bool) -> list[str]:
    lines = _wrapped(f"Status: {follows.status.replace('-', ' ')}.", "  ") if named_ else []
    lines += [line for deadline in follows.deadlines for line in _wrapped(due_by(deadline), "  ")]
    for part in follows.excess:
        since = f" from {day_text(part.figure.start)}" if part.figure.start else ""
        said = (
            f"The part above {money_text(part.over)}: {money_text(part.amount)} (the"
            f" {part.version} has {_money(part.figure.amount)}{since})."
        )
        lines += _wrapped(said, "  ")
    if follows.raised or follows.earlier:
        lines.append("  If the agreement is varied:")
    for raised in follows.earlier:
        lines += _wrapped(_rise(raised) + _earlier(raised, follows), "    ")
    for raised in follows.raised:
        lines += _wrapped(_rise(raised), "    ")
    return lines + _listed(follows.unknown)


def _rise(raised: Raised) -> str:
    since = f" for the figure that runs from {day_text(raised.start)}" if raised.start else ""
    until = f" for the figure that runs until {day_text(raised.end)}" if raised.end else ""
    return (
        f"{raised.measure}, clause {raised.clause}: {money_text(raised.old)} ->"
        f" {money_text(raised.new)}{since}{until}"
    )


def _earlier(raised: Raised, follows: Consequences) -> str:
    """Why the figure before the dated ones is open, and from when the watched figure runs."""
    said = ", only if the variation takes effect by then, and on one reading (see below)"
    starts = [part.figure.start for part in follows.excess]
    if starts and starts[0] and raised.end and starts[0] > raised.end:
        said += f"; the {follows.version}'s own figure starts on {day_text(starts[0])}"
    return said


def _stated(provision: Provision) -> list[str]:
    stated = provision.stated
    named_ = [
        *map(day_text, stated.dates),
        *map(money_text, stated.money),
        *map(str, stated.periods),
    ]
    return _wrapped("; ".join(named_), "  ") if named_ else []


def _notices(provision: Provision, terms: Sequence[school.Term]) -> list[str]:
    """By when notice of so many terms must be given, where the school terms are known."""
    lines: list[str] = []
    for period in provision.stated.periods:
        if period.unit != "terms":
            continue
        found = list(school.notices(period, terms))
        told = [
            f"{period}: given on or before {day_text(one.by)} it ends on {day_text(one.end)}, with"
            f" {one.term}"
            for one in found
        ]
        lines += _listed(told or [f"{period}: {school.NOT_COMPUTED}"])
        lines += _wrapped(sentence(school.BASIS), "  ")
    return lines


def _table(made: Table) -> list[str]:
    """What the figures become if the agreement is varied in one stretch of days, by reading."""
    if made.first and made.last:
        when = f"from {day_text(made.first)} to {day_text(made.last)}"
    elif made.last:
        when = f"by {day_text(made.last)}"
    else:
        when = f"from {day_text(made.first)}" if made.first else "on any day"
    lines = _wrapped(f"If it is varied {when} ({made.measure}, clause {made.clause}):", "  ")
    for row in made.rows:
        names = "; ".join(row.readings) if row.readings else "all readings agree"
        told = ", ".join(map(_value, row.values))
        lines += _wrapped(f"- {names}: {told}", "    ")
    return lines


def _series(series: Series) -> list[str]:
    """What the events pass on together, by the two readings of a second one."""
    lines = []
    for one in series.events:
        passed = "its offer was declined, so it passed on nothing" if one.declined else (
            f"{money_text(one.whole)} by itself, {money_text(one.rest)} beyond what was passed on"
        )  # fmt: skip
        lines += _listed([f"{one.run} ({one.when}): {money_text(one.value)}; {passed}"])
    if not series.ordered:
        lines += _wrapped("Which came first is not known; the sums below do not turn on it.", "  ")
    for name, total in (("each by itself", series.whole), ("nothing twice", series.rest)):
        told = ", ".join(
            f"{money_text(old)} -> {money_text(old + total)}"
            + (f" (from {day_text(start)})" if start else "")
            for start, old in series.figures
        )
        lines += _listed([f"{name}: {money_text(total)} in all; {series.measure} {told}"])
    return lines


def _value(value: Value) -> str:
    changed = f"{money_text(value.old)} -> " if value.old != value.new else ""
    since = f" from {day_text(value.start)}" if value.start else ""
    until = f" until {day_text(value.end)}" if value.end and not value.start else ""
    return f"{changed}{money_text(value.new)}{since}{until}"


def _fork(fork: Fork, evaluation: Evaluation) -> list[str]:
    lines = _wrapped(fork.question, "  ")
    for reading in fork.readings:
        passage = evaluation.passages.get(reading.words)
        place = passage.place if passage else "text not held"
        said = f"{reading.name}: {reading.says} ({place})"
        lines += _wrapped(f"- {said}", "    ")
    return lines


def _quotes(evaluation: Evaluation) -> list[str]:
    held = [(passage.place, passage.text) for passage in evaluation.passages.values()]
    held += [(figure.place, figure.quote) for _, figure in evaluation.figures]
    by_place: dict[str, list[str]] = {}
    for place, quote in dict.fromkeys(held):
        by_place.setdefault(place, []).append(" ".join(quote.split()))
    lines: list[str] = []
    for place, quotes in by_place.items():
        lines += _wrapped(f"{place}:", "  ")
        lines += [line for quote in quotes for line in _wrapped(f"“{quote}”", "    ")]
    return lines


def _facts(evaluation: Evaluation) -> tuple[Fact, ...]:
    order = list(NAMES)
    return tuple(
        sorted(evaluation.facts, key=lambda fact: (fact.name.version, order.index(fact.name.name)))
    )


def _fact(fact: Fact) -> str:
    said = f"{fact.name}: {fact.span}"
    return f"{said} (source: {fact.source})" if fact.source else said


def _section(title: str, lines: Sequence[str]) -> list[str]:
    return ["", title, *lines] if lines else []


def _listed(items: Iterable[str]) -> list[str]:
    return [line for item in items for line in _wrapped(f"- {item}", "  ")]


def _wrapped(said: str, indent: str) -> list[str]:
    hang = indent + ("  " if said.startswith("- ") else "")
    return textwrap.wrap(said, WIDTH, initial_indent=indent, subsequent_indent=hang,
                         break_on_hyphens=False)  # fmt: skip


def _money(amount: Decimal | None) -> str:
    return "" if amount is None else money_text(amount)

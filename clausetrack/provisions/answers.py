"""Evaluations as JSON: the object that `triggers --json` prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from clausetrack.model import Document
from clausetrack.provisions import school
from clausetrack.provisions.again import Series
from clausetrack.provisions.agreements import AgreementStatus
from clausetrack.provisions.changes import Change, why_not
from clausetrack.provisions.conditions import Reason
from clausetrack.provisions.consequences import Consequences, Deadline, Excess, Raised
from clausetrack.provisions.deadlines import ZONE, instant
from clausetrack.provisions.evaluate import Evaluation
from clausetrack.provisions.facts import NAMES, Fact, FactName, Span
from clausetrack.provisions.readings import Row, Table
from clausetrack.provisions.suppose import Threshold
from clausetrack.provisions.vocabulary import Fork, ForkReading, Provision, events


def as_json(
    evaluations: Sequence[Evaluation],
    *,
    as_at: date | None = None,
    changes: Sequence[Sequence[Change]] = (),
    agreements: Iterable[AgreementStatus] = (),
    thresholds: Iterable[Threshold] = (),
    terms: Sequence[school.Term] = (),
    unused_facts: Iterable[FactName] = (),
    unused_documents: Iterable[Document] = (),
) -> dict[str, Any]:
    """The object that `triggers --json` prints; amounts are decimal strings, days ISO dates.

    `changes` are what would change each of the evaluations, in their order.
    """
    told = changes or [()] * len(evaluations)
    return {
        "schema": "clausetrack/triggers/1",
        "as_at": _iso(as_at),
        "provisions": [
            {
                **_evaluation_json(evaluation),
                "why_not": [reason.statement for reason in why_not(evaluation)],
                "notices": list(_notices_json(evaluation.provision, terms)),
                "would_change": [{"supposed": one.supposed, "status": one.status} for one in would],
            }
            for evaluation, would in zip(evaluations, told, strict=True)
        ],
        "agreements": [
            {
                "agreement": one.version,
                "status": one.status,
                "because": list(one.because),
                "missing": [*map(str, one.missing)],
            }
            for one in agreements
        ],
        "thresholds": [
            {
                "provision": one.provision.id,
                "measure": f"{one.version} {one.measure}",
                "bites": one.relation,
                "amount": _plain(one.amount),
                "passes_on": f"what is above {_plain(one.amount)}" if one.excess else None,
                "status": one.status,
                "deadlines": [_deadline_json(found, one.version) for found in one.deadlines],
                "raises": [
                    {"clause": found.clause, "from": _iso(found.start), "old": _plain(found.old)}
                    for found in one.raised
                ],
            }
            for one in thresholds
        ],
        "unused_facts": [str(name) for name in unused_facts],
        "unused_documents": [document.file for document in unused_documents],
    }


def _notices_json(provision: Provision, terms: Sequence[school.Term]) -> Iterator[dict[str, Any]]:
    """By when notice of so many terms must be given; no rows where the terms are not known."""
    for period in provision.stated.periods:
        if period.unit == "terms":
            yield {
                "period": str(period),
                "basis": school.BASIS,
                "why_not": None if terms else school.NOT_COMPUTED,
                "rows": [
                    {"by": _iso(one.by), "end": _iso(one.end), "term": one.term}
                    for one in school.notices(period, terms)
                ],
            }


def _evaluation_json(evaluation: Evaluation) -> dict[str, Any]:
    provision = evaluation.provision
    follows = [_follows_json(part) for part in evaluation.follows]
    met = {
        key: [entry for part in follows for entry in part[key]]
        for key in ("deadlines", "excess", "effects", "earlier", "unknown")
    }
    nothing: dict[str, list[Any]] = {key: [] for key in met}
    return {
        "id": provision.id,
        "agreement": provision.agreement,
        "source_clause": provision.source.item or provision.source.clause,
        "clause": provision.source.clause,
        "title": provision.title,
        "kind": provision.kind,
        "state": evaluation.state,
        "status": evaluation.status,
        "cut_offs": [
            {
                "fact": f"{event.of.party} {NAMES[event.of.fact]}",
                "by": instant(event.window.end, event.window.hour).isoformat()
                if event.window.hour
                else event.window.end.isoformat(),
                "time_zone": ZONE.key,
            }
            for event in (*events(provision.binding), *events(provision.condition))
            if event.window.end
        ],
        "stated": {
            "dates": [_iso(day) for day in provision.stated.dates],
            "amounts": [_plain(amount) for amount in provision.stated.money],
            "periods": [str(period) for period in provision.stated.periods],
        },
        "missing": [*map(str, evaluation.missing), *evaluation.texts],
        "because": [
            *({"statement": why, "truth": None} for why in evaluation.stale),
            *(_reason_json(reason, evaluation) for reason in evaluation.because),
        ],
        "provisos": list(evaluation.provisos),
        "forks": [_fork_json(fork, evaluation) for fork in evaluation.forks],
        **(nothing if evaluation.conditional else met),
        "if_met": met if evaluation.conditional and evaluation.follows else None,
        "tables": [_table_json(table) for table in evaluation.tables],
        "loops": list(evaluation.loops),
        "days_counted": list(evaluation.counted),
        "events": [
            {"because_of": part.version, "status": part.status or None}
            for part in evaluation.follows
        ],
        "second_trigger": [_series_json(one) for one in evaluation.series],
        "notes": list(provision.notes),
        "measures": [
            {
                "measure": measure.name,
                "confirmed": measure.confirmed,
                "held": [
                    {
                        "agreement": held.agreement,
                        "clause": held.clause or None,
                        "scale": held.scale or None,
                        "step": held.step or None,
                    }
                    for held in measure.held
                ],
            }
            for measure in provision.measures
        ],
        "figures": [
            {
                "measure": measure,
                "clause": figure.clause,
                "text": figure.text,
                "amount": _plain(figure.amount),
                "from": _iso(figure.start),
                "to": _iso(figure.end),
                "event": figure.event or None,
                "place": figure.place,
                "quote": figure.quote,
            }
            for measure, figure in evaluation.figures
        ],
        "words": [
            {"id": id_, "clause": p.clause.id, "place": p.place, "quote": p.text}
            for id_, p in evaluation.passages.items()
        ],
    }


def _fact_json(fact: Fact) -> dict[str, Any]:
    return {
        "fact": str(fact.name),
        "number": fact.number,
        "when": str(fact.span),
        "day": _iso(fact.day),
        "earliest": _end(fact.span, fact.span.first),
        "latest": _end(fact.span, fact.span.last),
        "source": fact.source,
        "recorded": _iso(fact.recorded),
    }


def _reason_json(reason: Reason, evaluation: Evaluation) -> dict[str, Any]:
    passage = evaluation.passages.get(reason.words)
    return {
        "statement": reason.statement,
        "truth": reason.truth,
        "facts": [_fact_json(fact) for fact in reason.facts],
        "missing": [*map(str, reason.missing), *reason.texts],
        "quote": passage.text if passage else None,
        "place": passage.place if passage else None,
        "parts": [_reason_json(part, evaluation) for part in reason.parts],
    }


def _follows_json(follows: Consequences) -> dict[str, list[Any]]:
    return {
        "unknown": list(follows.unknown),
        "deadlines": [_deadline_json(deadline, follows.version) for deadline in follows.deadlines],
        "excess": [_excess_json(part) for part in follows.excess],
        "effects": [_raised_json(raised, follows.version) for raised in follows.raised],
        "earlier": [_earlier_json(raised, follows) for raised in follows.earlier],
    }


def _deadline_json(deadline: Deadline, version: str) -> dict[str, Any]:
    """`date` is the alert, the earliest candidate; `rule` and `basis` are those that give it."""
    rules = [found.rule for found in deadline.candidates if found.first == deadline.day]
    return {
        "what": deadline.duty.id,
        "date": _iso(deadline.day),
        "latest": _iso(deadline.latest),
        "rule": rules[0].id if rules else None,
        "basis": rules[0].basis if rules else None,
        "candidates": [
            {"rule": found.rule.id, "basis": found.rule.basis, "date": _iso(found.first),
             "latest": _iso(found.last)}
            for found in deadline.candidates
        ],
        "time_zone": ZONE.key,
        "by": deadline.duty.by,
        "act": deadline.duty.act,
        "after": deadline.after,
        "facts": [_fact_json(fact) for fact in deadline.facts],
        "not_later_than": _iso(deadline.not_later_than),
        "condition": deadline.condition or None,
        "passed": deadline.passed,
        "done": deadline.done or None,
        "done_when": str(deadline.done_when) if deadline.done else None,
        "done_late": deadline.late if deadline.done else None,
        "because_of": version,
        "words": deadline.duty.words,
    }  # fmt: skip


def _table_json(table: Table) -> dict[str, Any]:
    """The figures if varied on a day from `varied_from` to `varied_to`, by each reading."""
    return {
        "because_of": table.version,
        "measure": table.measure,
        "clause": table.clause,
        "varied_from": _iso(table.first),
        "varied_to": _iso(table.last),
        "all_readings_agree": table.agree,
        "rows": [_row_json(table, row) for row in table.rows],
    }


def _row_json(table: Table, row: Row) -> dict[str, Any]:
    return {
        "readings": dict(zip(table.questions, row.readings, strict=False)),
        "values": [
            {"from": _iso(value.start), "to": _iso(value.end), "old": _plain(value.old),
             "new": _plain(value.new)}
            for value in row.values
        ],
    }  # fmt: skip


def _series_json(series: Series) -> dict[str, Any]:
    """What several events pass on: each by itself, and beyond what the earlier passed on."""
    return {
        "measure": series.measure,
        "clause": series.clause,
        "fork": series.fork,
        "order_known": series.ordered,
        "events": [
            {"because_of": one.run, "when": str(one.when), "value": _plain(one.value),
             "anew": _plain(one.whole), "remainder": _plain(one.rest), "declined": one.declined}
            for one in series.events
        ],
        "anew": _plain(series.whole),
        "remainder": _plain(series.rest),
        "figures": [
            {"from": _iso(start), "old": _plain(old), "anew": _plain(old + series.whole),
             "remainder": _plain(old + series.rest)}
            for start, old in series.figures
        ],
    }  # fmt: skip


def _excess_json(part: Excess) -> dict[str, Any]:
    return {
        "because_of": part.version,
        "clause": part.figure.clause,
        "from": _iso(part.figure.start),
        "value": _plain(part.figure.amount),
        "over": _plain(part.over),
        "excess": _plain(part.amount),
    }


def _raised_json(raised: Raised, version: str) -> dict[str, Any]:
    return {
        "measure": raised.measure,
        "clause": raised.clause,
        "from": _iso(raised.start),
        "old": _plain(raised.old),
        "new": _plain(raised.new),
        "fork": raised.effect.fork,
        "because_of": version,
        "words": raised.effect.words,
    }


def _earlier_json(raised: Raised, follows: Consequences) -> dict[str, Any]:
    """`watched_from` is the day from which the watched figure itself runs."""
    return {
        **_raised_json(raised, follows.version),
        "fork": raised.effect.which_figure or raised.effect.fork,
        "to": _iso(raised.end),
        "watched_from": _iso(follows.excess[0].figure.start),
    }


def _fork_json(fork: Fork, evaluation: Evaluation) -> dict[str, Any]:
    return {
        "name": fork.id,
        "question": fork.question,
        "readings": [_reading_json(reading, evaluation) for reading in fork.readings],
    }


def _reading_json(reading: ForkReading, evaluation: Evaluation) -> dict[str, Any]:
    passage = evaluation.passages.get(reading.words)
    return {
        "name": reading.name,
        "says": reading.says,
        "quote": passage.text if passage else None,
        "place": passage.place if passage else None,
    }


def _end(span: Span, day: date) -> str | None:
    """An end of the interval in which it may have happened, null where that is open."""
    return day.isoformat() if span.days and date.min < day < date.max else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _plain(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:f}"

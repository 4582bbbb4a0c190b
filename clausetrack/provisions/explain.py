"""What an evaluation says, in plain words and as JSON: the answer, why, and the words relied on."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from clausetrack.model import Document
from clausetrack.provisions.conditions import Reason, Truth, day_text, money_text, sentence
from clausetrack.provisions.consequences import Consequences, Deadline, Excess, Raised
from clausetrack.provisions.deadlines import BASIS, RULE
from clausetrack.provisions.evaluate import Evaluation
from clausetrack.provisions.facts import NAMES, Fact, FactName
from clausetrack.provisions.places import named
from clausetrack.provisions.vocabulary import Fork

_MARK: dict[Truth, str] = {True: "yes", False: "no", None: "?"}
_STATES = {
    "suggested": "unconfirmed: no person has checked this record against the text",
    "stale": "stale: the record was made from other words than the document's",
}
_WIDTH = 96
_HOW = ["  Facts come from a facts file, texts from the documents given."]


# ------------------------------------------------------------------------------------- text


def text(evaluation: Evaluation, as_at: date | None = None) -> str:
    """The evaluation for a person to read: plain text, ending without a line break."""
    provision = evaluation.provision
    lines = [
        f"{provision.agreement}, {named(provision.source)}"
        + (f" (clause {provision.source.clause})" if provision.source.item else ""),
        provision.title,
        "",
        *_wrapped(f"Status: {_headline(evaluation)}", "  "),
        *_wrapped(f"Record: {provision.id}, {_state(evaluation)}", "  "),
        *([f"  As at: {day_text(as_at)}"] if as_at else []),
    ]
    if evaluation.stale:
        lines += _section("Why nothing is judged", _listed(evaluation.stale))
    if evaluation.missing or evaluation.texts:
        open_ = evaluation.status == "unknown"
        lines += _section(
            "Not known" if open_ else "Not known, and not needed for this answer",
            _listed([*map(str, evaluation.missing), *evaluation.texts]) + (_HOW if open_ else []),
        )
    lines += _section("Why", [line for r in evaluation.because for line in _reason(r, "  ")])
    conditional = evaluation.status == "unknown"
    for follows in evaluation.follows:
        title = f"If all of that holds ({follows.version})" if conditional else "What follows"
        lines += _section(title, _follows(follows))
    if evaluation.follows:
        for fork in provision.forks:
            lines += _section(
                "Open: the wording can be read in more than one way", _fork(fork, evaluation)
            )
        lines += _section("Note", _listed(provision.notes))
        lines += _section(f"How the days are counted: {RULE}", _wrapped(sentence(BASIS), "  "))
    lines += _section("Words relied on", _quotes(evaluation))
    lines += _section("Facts relied on", _listed(_fact(fact) for fact in _facts(evaluation)))
    return "\n".join(lines)


def _headline(evaluation: Evaluation) -> str:
    match evaluation.status:
        case "unknown":
            count = len(evaluation.missing) + len(evaluation.texts)
            things = "One thing is" if count == 1 else f"{count} things are"
            after = "; what follows if they hold is below" if evaluation.follows else ""
            return f"UNKNOWN. {things} not known{after}."
        case "not-met":
            return "NOT MET. Nothing arises on these facts and documents."
        case "lapsed":
            return "LAPSED. The provision binds no one, whatever happens elsewhere."
        case "stale":
            return "STALE. The document does not bear the record out, so nothing is judged."
        case status:
            return f"{status.replace('-', ' ').upper()}. The duty arises."


def _state(evaluation: Evaluation) -> str:
    return _STATES.get(evaluation.state) or f"confirmed by {evaluation.provision.confirmed}"


def _reason(reason: Reason, indent: str) -> list[str]:
    mark = f"{_MARK[reason.truth]:>3}  "
    lines = textwrap.wrap(
        reason.statement, _WIDTH, initial_indent=indent + mark,
        subsequent_indent=indent + " " * len(mark),
    )  # fmt: skip
    return lines + [line for part in reason.parts for line in _reason(part, indent + "     ")]


def _follows(follows: Consequences) -> list[str]:
    lines = [line for deadline in follows.deadlines for line in _wrapped(_due(deadline), "  ")]
    for part in follows.excess:
        since = f" from {day_text(part.figure.start)}" if part.figure.start else ""
        said = (
            f"The part above {money_text(part.over)}: {money_text(part.amount)} (the"
            f" {part.version} has {_money(part.figure.amount)}{since})."
        )
        lines += _wrapped(said, "  ")
    if follows.raised:
        lines.append("  If the agreement is varied:")
    for raised in follows.raised:
        since = f" for the figure that runs from {day_text(raised.start)}" if raised.start else ""
        said = (
            f"{raised.measure}, clause {raised.clause}: {money_text(raised.old)} ->"
            f" {money_text(raised.new)}{since}"
        )
        lines += _wrapped(said, "    ")
    return lines + _listed(follows.unknown)


def _due(deadline: Deadline) -> str:
    duty = f"{deadline.duty.by} must {deadline.duty.act}"
    if deadline.day is not None:
        when = f"Last day: {day_text(deadline.day)} ({deadline.after})."
        if deadline.passed:
            when += " That day has passed; the facts do not say whether it was done."
    elif deadline.not_later_than is not None:
        when = (
            f"Not later than {day_text(deadline.not_later_than)}, {deadline.condition}"
            f" ({deadline.after})."
        )
    else:
        when = f"Last day: {deadline.after}."
    return f"{sentence(duty)} {when}"


def _fork(fork: Fork, evaluation: Evaluation) -> list[str]:
    lines = _wrapped(fork.question, "  ")
    for reading in fork.readings:
        said = f"{reading.name}: {reading.says} ({evaluation.passages[reading.words].place})"
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

    def walk(reason: Reason) -> Iterator[Fact]:
        yield from reason.facts
        for part in reason.parts:
            yield from walk(part)

    used = dict.fromkeys(fact for reason in evaluation.because for fact in walk(reason))
    return tuple(sorted(used, key=lambda fact: (fact.name.version, order.index(fact.name.name))))


def _fact(fact: Fact) -> str:
    said = f"{fact.name}: {day_text(fact.day) if fact.day else 'known not to have happened'}"
    return f"{said} (source: {fact.source})" if fact.source else said


def _section(title: str, lines: Sequence[str]) -> list[str]:
    return ["", title, *lines] if lines else []


def _listed(items: Iterable[str]) -> list[str]:
    return [line for item in items for line in _wrapped(f"- {item}", "  ")]


def _wrapped(said: str, indent: str) -> list[str]:
    hang = indent + ("  " if said.startswith("- ") else "")
    return textwrap.wrap(said, _WIDTH, initial_indent=indent, subsequent_indent=hang,
                         break_on_hyphens=False)  # fmt: skip


# ------------------------------------------------------------------------------------- JSON


def as_json(
    evaluations: Iterable[Evaluation],
    *,
    as_at: date | None = None,
    unused_facts: Iterable[FactName] = (),
    unused_documents: Iterable[Document] = (),
) -> dict[str, Any]:
    """The object that `triggers --json` prints; amounts are decimal strings, days ISO dates."""
    return {
        "schema": "clausetrack/triggers/1",
        "as_at": _iso(as_at),
        "provisions": [_evaluation_json(evaluation) for evaluation in evaluations],
        "unused_facts": [str(name) for name in unused_facts],
        "unused_documents": [document.file for document in unused_documents],
    }


def _evaluation_json(evaluation: Evaluation) -> dict[str, Any]:
    provision = evaluation.provision
    follows = [_follows_json(part) for part in evaluation.follows]
    met = {
        key: [entry for part in follows for entry in part[key]]
        for key in ("deadlines", "excess", "effects", "unknown")
    }
    conditional = evaluation.status == "unknown"
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
        "missing": [*map(str, evaluation.missing), *evaluation.texts],
        "because": [
            *({"statement": why, "truth": None} for why in evaluation.stale),
            *(_reason_json(reason, evaluation) for reason in evaluation.because),
        ],
        "forks": [_fork_json(f, evaluation) for f in provision.forks] if evaluation.follows else [],
        **(nothing if conditional else met),
        "if_met": met if conditional and evaluation.follows else None,
        "notes": list(provision.notes),
        "figures": [
            {
                "measure": measure,
                "clause": figure.clause,
                "text": figure.text,
                "amount": _plain(figure.amount),
                "from": _iso(figure.start),
                "to": _iso(figure.end),
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


def _reason_json(reason: Reason, evaluation: Evaluation) -> dict[str, Any]:
    passage = evaluation.passages.get(reason.words)
    return {
        "statement": reason.statement,
        "truth": reason.truth,
        "facts": [
            {"fact": str(f.name), "day": _iso(f.day), "source": f.source} for f in reason.facts
        ],
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
    }


def _deadline_json(deadline: Deadline, version: str) -> dict[str, Any]:
    return {
        "what": deadline.duty.id,
        "date": _iso(deadline.day),
        "rule": RULE,
        "basis": BASIS,
        "by": deadline.duty.by,
        "act": deadline.duty.act,
        "after": deadline.after,
        "not_later_than": _iso(deadline.not_later_than),
        "condition": deadline.condition or None,
        "passed": deadline.passed,
        "because_of": version,
        "words": deadline.duty.words,
    }


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


def _fork_json(fork: Fork, evaluation: Evaluation) -> dict[str, Any]:
    return {
        "name": fork.id,
        "question": fork.question,
        "readings": [
            {
                "name": reading.name,
                "says": reading.says,
                "quote": evaluation.passages[reading.words].text,
                "place": evaluation.passages[reading.words].place,
            }
            for reading in fork.readings
        ],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _plain(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:f}"


def _money(amount: Decimal | None) -> str:
    return "" if amount is None else money_text(amount)

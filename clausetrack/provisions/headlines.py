"""The answer to an evaluation in a few sentences: the status, and what must be done by when."""

from __future__ import annotations

from datetime import date

from clausetrack.provisions.conditions import sentence
from clausetrack.provisions.consequences import Consequences, Deadline
from clausetrack.provisions.evaluate import Evaluation
from clausetrack.provisions.facts import NAMES
from clausetrack.values import day_text

_FOLLOWS = {
    "unknown": "If all of that holds ({})",
    "disputed": "On the reading that the duty arises ({})",
}
_PROGRESS = {
    "offered": "The offer was made; the time for the answer runs from its receipt.",
    "accepted": "The offer was accepted; whether that varies the agreement is open, see below.",
    "declined": "The offer was declined.",
    "varied": "The variation was signed.",
    "overdue": "It is known not to have been done by the latest day that any rule gives.",
}


def headline(evaluation: Evaluation) -> str:
    """The status, and in a sentence what it means."""
    match evaluation.status:
        case "unknown":
            count = len(evaluation.missing) + len(evaluation.texts)
            things = "One thing is" if count == 1 else f"{count} things are"
            known = any(f.deadlines or f.raised for f in evaluation.follows)
            after = "; what follows if they hold is below" if known else ""
            return f"UNKNOWN. {things} not known{after}."
        case "not-met":
            return "NOT MET. Nothing arises on these facts and documents."
        case "lapsed":
            return "LAPSED. The provision binds no one, whatever happens elsewhere."
        case "expired":
            return "EXPIRED. The time in which it could be set off is over."
        case "stated":
            return "STATED. The words name what is below; no more than that is judged."
        case "offered" | "accepted" | "declined" | "varied" | "overdue":
            return f"{evaluation.status.upper()}. {_PROGRESS[evaluation.status]}"
        case "stale":
            return "STALE. The document does not bear the record out, so nothing is judged."
        case "disputed":
            return (
                "DISPUTED. The wording can be read in more than one way: on one reading the duty"
                " arises, on another nothing does."
            )
        case status:
            rests = ", if what it rests on below is so" if evaluation.provisos else ""
            return f"{status.replace('-', ' ').upper()}. The duty arises{rests}."


def follows_from(evaluation: Evaluation, follows: Consequences) -> str:
    """The title over what follows: whether it follows, or would, and from which agreement."""
    usual = "What follows from the {}" if len(evaluation.follows) > 1 else "What follows"
    return _FOLLOWS.get(evaluation.status, usual).format(follows.version).replace(" ()", "")


def due_by(deadline: Deadline) -> str:
    """Who must do what, by when, and whether that day has passed, in sentences."""
    duty = f"{deadline.duty.by} must {deadline.duty.act}"
    if deadline.done:
        last = f"; the last day for it was {day_text(deadline.latest)}" if deadline.latest else ""
        late = f", too late{last}" if deadline.late else ""
        return f"{sentence(duty)} Done: {NAMES[deadline.done]}, {deadline.done_when}{late}."
    if deadline.day is not None:
        when = f"Last day: {day_text(deadline.day)} ({deadline.after})."
        if deadline.latest != deadline.day:
            others = "; ".join(
                f"{found.rule.id}: {_range(found.first, found.last, deadline.latest)}"
                for found in deadline.candidates
            )
            when += f" That is the earliest; by rule: {others}."
        if deadline.passed:
            when += " That day has passed, and no fact says that it was done."
    elif deadline.not_later_than is not None:
        when = (
            f"Not later than {day_text(deadline.not_later_than)}, {deadline.condition}"
            f" ({deadline.after})."
        )
    else:
        when = f"Last day: {deadline.after}."
    return f"{sentence(duty)} {when}"


def _range(first: date, last: date, latest: date | None) -> str:
    if first == last and latest:
        return day_text(first)
    return f"{day_text(first)} {f'to {day_text(last)}' if latest else 'or later'}"

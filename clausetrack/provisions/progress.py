"""How far a provision that was set off has come: offer due, offered, answer due, varied."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from clausetrack.provisions.conditions import Scene, fact_name
from clausetrack.provisions.consequences import Consequences, Deadline
from clausetrack.provisions.facts import FactName, Span
from clausetrack.provisions.vocabulary import Duty, Happening, Provision

#: The provision is set off; what is next is still to be said.
ARISEN = "arisen"
#: Nothing more is to be done of what one event obliges to.
OVER = ("declined", "varied")


def status(
    provision: Provision, follows: Consequences, scene: Scene, as_at: date | None
) -> tuple[str, tuple[FactName, ...]]:
    """The status of a provision that is set off, and the facts that are asked for to say more.

    A duty is done where a fact says so, on the day asked for or before it. It is overdue only
    where it is known not to have been done by the latest day that any rule gives.
    """
    if not provision.duties:
        return "stated", ()
    signed = _name("variation_signed", scene)
    if any(duty.done for duty in provision.duties) and scene.facts.span(signed).surely(
        as_at
    ):
        return "varied", ()
    last = ""
    for duty, deadline in zip(provision.duties, follows.deadlines, strict=True):
        if not deadline.done:
            return _next(duty, deadline, last, scene, as_at)
        last = deadline.done.rpartition("_")[2]
    return last, ()


def _next(
    duty: Duty, deadline: Deadline, last: str, scene: Scene, as_at: date | None
) -> tuple[str, tuple[FactName, ...]]:
    """The status while a duty is not done, `last` being what was done before it."""
    names = [_name(name, scene) for name in duty.done]
    if last and deadline.day is None:
        return last, (deadline.event,)
    if not last and deadline.day is None and deadline.not_later_than is None:
        return "unknown", (deadline.event,)
    if deadline.latest and as_at and as_at > deadline.latest and names and (
        _not_by(deadline.latest, (scene.facts.span(name) for name in names))
    ):  # fmt: skip
        return "overdue", ()
    return f"{duty.id}-due", ()


def _name(name: str, scene: Scene) -> FactName:
    return fact_name(Happening("own", name), scene)


def _not_by(day: date, spans: Iterable[Span]) -> bool:
    return all(not span.days or span.first > day for span in spans)

"""On what an answer stands: whether a record binds the parties, and whether it is set off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from clausetrack.provisions import standings
from clausetrack.provisions.conditions import (
    Reason,
    Scene,
    all_of,
    is_conditional,
    judge,
    sentence,
)
from clausetrack.provisions.places import named
from clausetrack.provisions.vocabulary import AllOf, Condition, Event, Happening, Provision

_UNBOUND = "The record names nothing on which it would depend whether it binds the parties."
_UNCONDITIONAL = "The record states no condition that sets it off."


def telling(because: Iterable[Reason]) -> list[Reason]:
    """The reasons without those that only say that the record states none."""
    return [one for one in because if one.statement not in (_UNBOUND, _UNCONDITIONAL)]


def binds(provision: Provision, scene: Scene, as_at: date | None) -> Reason:
    """Whether it binds the parties, or has lapsed by the terms that hold it."""
    lapse = standings.recorded_lapse("own", scene, as_at) if provision.source.item else None
    if provision.binding is None and lapse is None:
        return Reason(_UNBOUND, True)
    parts: tuple[Reason, ...] = () if lapse is None else (lapse,)
    if provision.binding is not None:
        inner = judge(provision.binding, replace(scene, as_at=as_at, lenient=True))
        parts = (*_parts(provision.binding, inner), *parts)
    truth = all_of(part.truth for part in parts)
    said = {
        True: "the provision binds the parties",
        False: "the provision does not bind the parties",
        None: "it is not known whether the provision binds the parties",
    }
    return Reason(sentence(said[truth]), truth, parts=parts)


def set_off(provision: Provision, scene: Scene, as_at: date | None) -> Reason:
    """Whether it is set off; a duty arises with the event from which its time runs."""
    condition = provision.condition or _begins(provision)
    inner = judge(condition, replace(scene, as_at=as_at)) if condition else None
    if provision.condition is None and is_conditional(provision):
        asked = f"the condition that {named(provision.source)} states: a person must judge it"
        said = "The words state a condition that the record does not hold."
        truth, parts = (all_of((None, inner.truth)), (inner,)) if inner else (None, ())
        return Reason(said, truth, texts=(asked,), parts=parts)
    if condition is None or inner is None:
        return Reason(_UNCONDITIONAL, True)
    name = f"the {scene.told}" if provision.watches else "what it names"
    told = {
        True: f"{name} sets it off",
        False: f"{name} does not set it off",
        None: f"it is not known whether {name} sets it off",
    }
    return Reason(sentence(told[inner.truth]), inner.truth, parts=_parts(condition, inner))


def _begins(provision: Provision) -> Event | None:
    """The event from which the time of the first duty runs."""
    return next(
        (
            Event(duty.within.after, duty.words)
            for duty in provision.duties
            if isinstance(duty.within.after, Happening)
        ),
        None,
    )


def _parts(condition: Condition, reason: Reason) -> tuple[Reason, ...]:
    """What must all hold is told part by part, anything else by itself."""
    return reason.parts if isinstance(condition, AllOf) else (reason,)

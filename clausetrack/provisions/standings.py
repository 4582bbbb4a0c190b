"""Whether a watched agreement stands, or lapsed by its own terms, and what rests on that."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from clausetrack.provisions.conditions import (
    Reason,
    Scene,
    all_of,
    fact_name,
    happened,
    judge,
    last_day,
    sentence,
)
from clausetrack.provisions.vocabulary import Event, Provision, Standing
from clausetrack.values import day_text


def standing(provision: Provision, scene: Scene) -> Standing | None:
    """What the record says of the scene's watched version, None where it says nothing."""
    watched = scene.versions["watched"]
    return next((found for found in provision.standings if found.version == watched), None)


def stands(found: Standing, scene: Scene, as_at: date | None, held: bool) -> Reason:
    """Whether the version had lapsed on `as_at`; `held`: a document given holds the words."""
    parts = tuple(_in_time(event, scene, as_at) for event in found.events)
    truth = all_of(part.truth for part in parts)
    said = {
        True: f"the {found.version} has not lapsed by its own terms",
        False: f"the {found.version} does not stand: it lapsed by its own terms",
        None: f"it is not known whether the {found.version} lapsed by its own terms",
    }
    texts = () if held else (f"text not held: {found.version} terms, on when they lapse",)
    return Reason(sentence(said[truth]), truth, found.events[0].words, texts=texts, parts=parts)


def unrecorded(scene: Scene) -> str:
    """What an answer rests on where the record says nothing of the scene's watched version."""
    return (
        f"the {scene.versions['watched']} did not lapse by terms of its own: the record does not"
        " say when it would have"
    )


def _in_time(event: Event, scene: Scene, as_at: date | None) -> Reason:
    end = event.window.end
    name = fact_name(event.of, scene)
    when = scene.facts.span(name)
    done = as_at is not None and when.surely(as_at)
    if as_at is not None and end is not None and as_at <= end and not done:
        said = (
            f"it was still open on {day_text(as_at)} whether {happened(name)} by"
            f" {last_day(event.window)}"
        )
        return Reason(sentence(said), True, event.words, scene.facts.of(name))
    # after the last day, what happened too late had not happened in time either
    reason = judge(event, replace(scene, as_at=None))
    if reason.truth is not None:
        return reason
    proviso = (
        f"{happened(name)} by {last_day(event.window)}: that is not known; if it was not, that"
        " agreement lapsed by its own terms, and it is an open question whether it sets the"
        " provision off"
    )
    return replace(reason, proviso=proviso)

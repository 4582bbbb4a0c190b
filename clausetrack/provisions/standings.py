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
    possible,
    sentence,
)
from clausetrack.provisions.facts import FactName
from clausetrack.provisions.vocabulary import Event, Party, Provision, Standing, Window
from clausetrack.values import day_text


def standing(provision: Provision, scene: Scene) -> Standing | None:
    """What the record says of the scene's watched version, None where it says nothing.

    A version whose terms a fact says have lapsed poses the same question as one of the record's.
    """
    watched = scene.versions["watched"]
    found = next((found for found in provision.standings if found.version == watched), None)
    if found is None and provision.standings and recorded_lapse("watched", scene, None):
        return Standing(watched, provision.standings[0].fork, ())
    return found


def recorded_lapse(party: Party, scene: Scene, as_at: date | None) -> Reason | None:
    """What facts say of the lapse of a side's terms, None where they say nothing.

    Nobody records that terms did not lapse, so that it is never asked for.
    """
    name = FactName(scene.versions[party], "terms_lapsed")
    facts = scene.facts.of(name)
    when = scene.facts.span(name)
    if not facts or not when.days:
        return None
    had = possible(Window(), when, None, as_at)
    said = f"the terms of settlement of the {name.version} are recorded as lapsed: {when}"
    missing = (name,) if had is None else ()
    truth = None if had is None else not had
    return Reason(sentence(said), truth, facts=facts, missing=missing)


def stands(found: Standing, scene: Scene, as_at: date | None, held: bool) -> Reason:
    """Whether the version had lapsed on `as_at`; `held`: a document given holds the words."""
    lapse = recorded_lapse("watched", scene, as_at)
    parts = (
        *(_in_time(event, scene, as_at) for event in found.events),
        *([lapse] if lapse is not None else []),
    )
    truth = all_of(part.truth for part in parts)
    said = {
        True: f"the {found.version} has not lapsed by its own terms",
        False: f"the {found.version} does not stand: it lapsed by its own terms",
        None: f"it is not known whether the {found.version} lapsed by its own terms",
    }
    texts = () if held else (f"text not held: {found.version} terms, on when they lapse",)
    words = found.events[0].words if found.events else ""
    return Reason(sentence(said[truth]), truth, words, texts=texts, parts=parts)


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

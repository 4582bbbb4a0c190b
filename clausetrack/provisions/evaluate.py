"""Provision records judged against documents and facts: status, reasons, deadlines, effects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from clausetrack.model import Document
from clausetrack.provisions import facts as fact_files
from clausetrack.provisions import figures
from clausetrack.provisions.conditions import (
    Reason,
    Scene,
    Truth,
    all_of,
    any_of,
    judge,
    sentence,
)
from clausetrack.provisions.consequences import Consequences, consequences
from clausetrack.provisions.facts import FactName, Facts
from clausetrack.provisions.figures import Figure
from clausetrack.provisions.passages import Passage, Stale, find
from clausetrack.provisions.places import named, version
from clausetrack.provisions.vocabulary import AllOf, Condition, Held, Party, Provision


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One record, judged.

    `state` is suggested, confirmed or stale. `status` is "offer-due" (the duty that arises
    first, by its ID), "not-met", "lapsed", "unknown" or "stale". `follows` are the consequences,
    and with status "unknown" what they would be. `figures` are those that the documents hold, by
    the name of their measure.
    """

    provision: Provision
    state: str
    status: str
    because: tuple[Reason, ...] = ()
    missing: tuple[FactName, ...] = ()
    texts: tuple[str, ...] = ()
    follows: tuple[Consequences, ...] = ()
    figures: tuple[tuple[str, Figure], ...] = ()
    passages: dict[str, Passage] = field(default_factory=dict)
    stale: tuple[str, ...] = ()


def evaluate(
    provisions: Iterable[Provision],
    documents: Sequence[Document],
    facts: Facts = Facts(),  # noqa: B008 (frozen)
    as_at: date | None = None,
) -> tuple[Evaluation, ...]:
    """Each record judged against the documents and facts, as things stood on `as_at` if given."""
    return tuple(_evaluate(provision, documents, facts, as_at) for provision in provisions)


def unused_facts(provisions: Sequence[Provision], facts: Facts) -> tuple[FactName, ...]:
    """The facts of versions that no record speaks of: a misspelt name would be one of these."""
    return tuple(
        fact.name
        for fact in facts
        if not _speaks_of(provisions, fact.name.version, fact_files.agreement(fact.name.version))
    )


def unused_documents(
    provisions: Sequence[Provision], documents: Sequence[Document]
) -> tuple[Document, ...]:
    """The documents that no record speaks of, or that do not say which agreement they are."""
    return tuple(d for d in documents if not _speaks_of(provisions, version(d), d.agreement))


def _speaks_of(provisions: Sequence[Provision], name: str, agreement: str) -> bool:
    return any(agreement == record.watches or name == record.agreement for record in provisions)


def _evaluate(
    provision: Provision, documents: Sequence[Document], facts: Facts, as_at: date | None
) -> Evaluation:
    own = [document for document in documents if version(document) == provision.agreement]
    kind = "terms" if provision.source.item else "agreement"
    holding = [document for document in own if document.kind == kind]
    found = [find(words, holding) for words in provision.words] if holding else []
    stale = tuple(dict.fromkeys(passage.why for passage in found if isinstance(passage, Stale)))
    if stale:
        return Evaluation(provision, "stale", "stale", stale=stale)
    passages = {passage.words.id: passage for passage in found if isinstance(passage, Passage)}

    scenes = [
        _scene(provision, own, [d for d in documents if version(d) == watched], watched, facts)
        for watched in _watched(provision, documents, facts)
    ]
    binding = _binds(provision, scenes[0], as_at)
    triggers = [(scene, _set_off(provision, scene, as_at)) for scene in scenes]
    met = any_of(reason.truth for _, reason in triggers)
    # a version that is ruled out asks for nothing while another may still set the provision off
    open_triggers = [r for _, r in triggers if met is False or r.truth is not False]
    reasons = [binding, *open_triggers]
    missing = _ordered(provision, (n for reason in reasons for n in reason.all_missing()))
    texts = tuple(dict.fromkeys(text for reason in reasons for text in reason.all_texts()))
    if not passages:
        texts = (f"text not held: {provision.agreement} {kind}, {named(provision.source)}", *texts)
        status = "unknown"
    else:
        final = judge(provision.binding, scenes[0]).truth
        status = _status(provision, binding.truth, final, met)
    follows: tuple[Consequences, ...] = ()
    if passages and status not in ("lapsed", "not-met"):
        wanted = True if status != "unknown" else None
        follows = tuple(
            consequences(provision, scene, as_at)
            for scene, reason in triggers
            if reason.truth in (True, wanted)
        )
    return Evaluation(
        provision,
        "confirmed" if provision.confirmed else "suggested",
        status,
        (binding, *(reason for _, reason in triggers)),
        missing,
        texts,
        follows,
        _held(provision, scenes),
        passages,
    )


def _status(provision: Provision, binding: Truth, final: Truth, met: Truth) -> str:
    """`binding` as at the day asked for, `final` whatever the day: lapsed is for good."""
    if final is False:
        return "lapsed"
    both = all_of((binding, met))
    if both is None:
        return "unknown"
    return f"{provision.duties[0].id}-due" if both else "not-met"


def _watched(provision: Provision, documents: Sequence[Document], facts: Facts) -> list[str]:
    """The versions of the watched agreement that the documents or the facts speak of."""
    given = {version(d) for d in documents if d.agreement == provision.watches}
    given |= {
        fact.name.version
        for fact in facts
        if fact_files.agreement(fact.name.version) == provision.watches
    }
    return sorted(given) or [provision.watches]


def _scene(
    provision: Provision,
    own: Sequence[Document],
    watched: Sequence[Document],
    name: str,
    facts: Facts,
) -> Scene:
    versions: dict[Party, str] = {"own": provision.agreement, "watched": name}
    sides: dict[Party, Sequence[Document]] = {"own": own, "watched": watched}
    held = [(measure, place) for measure in provision.measures for place in measure.held]
    return Scene(
        versions,
        facts,
        {(place.party, measure.id): _figures(place, sides[place.party]) for measure, place in held},
        {measure.id: measure.name for measure in provision.measures},
        {
            (place.party, measure.id): f"{versions[place.party]} {named(place.place)}"
            for measure, place in held
        },
    )


def _figures(held: Held, documents: Sequence[Document]) -> tuple[Figure, ...]:
    in_item = figures.in_item(documents, held.place.item, held.row) if held.place.item else ()
    return in_item or figures.written(documents, held.place.clause)


def _held(provision: Provision, scenes: Sequence[Scene]) -> tuple[tuple[str, Figure], ...]:
    return tuple(
        dict.fromkeys(
            (measure.name, figure)
            for measure in provision.measures
            for held in measure.held
            for scene in scenes
            for figure in scene.figures[held.party, measure.id]
        )
    )


def _binds(provision: Provision, scene: Scene, as_at: date | None) -> Reason:
    inner = judge(provision.binding, replace(scene, as_at=as_at))
    said = {
        True: "the provision binds the parties",
        False: "the provision does not bind the parties",
        None: "it is not known whether the provision binds the parties",
    }
    return Reason(sentence(said[inner.truth]), inner.truth, parts=_parts(provision.binding, inner))


def _set_off(provision: Provision, scene: Scene, as_at: date | None) -> Reason:
    inner = judge(provision.condition, replace(scene, as_at=as_at))
    name = scene.versions["watched"]
    said = {
        True: f"the {name} sets it off",
        False: f"the {name} does not set it off",
        None: f"it is not known whether the {name} sets it off",
    }
    return Reason(
        sentence(said[inner.truth]), inner.truth, parts=_parts(provision.condition, inner)
    )


def _parts(condition: Condition, reason: Reason) -> tuple[Reason, ...]:
    """What must all hold is told part by part, anything else by itself."""
    return reason.parts if isinstance(condition, AllOf) else (reason,)


def _ordered(provision: Provision, missing: Iterable[FactName]) -> tuple[FactName, ...]:
    names = list(fact_files.NAMES)
    return tuple(
        sorted(
            dict.fromkeys(missing),
            key=lambda n: (n.version != provision.agreement, n.version, names.index(n.name)),
        )
    )

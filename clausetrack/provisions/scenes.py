"""What a record is judged against: the documents and facts of both sides, a scene a version."""

from __future__ import annotations

from collections.abc import Sequence

from clausetrack.model import Document
from clausetrack.provisions import figures
from clausetrack.provisions.conditions import Scene
from clausetrack.provisions.facts import Facts
from clausetrack.provisions.figures import Figure
from clausetrack.provisions.places import clauses_held, named, version
from clausetrack.provisions.vocabulary import Measure, Party, Place, Provision, sides
from clausetrack.rates.model import short


def scenes(
    provision: Provision,
    documents: Sequence[Document],
    facts: Facts,
    supposed: figures.Supposed = figures.NOTHING,
) -> tuple[Scene, ...]:
    """A scene for each version of the watched agreement that documents or facts speak of.

    Where they speak of none, or the record watches none, there is one all the same.
    """
    return tuple(
        _scene(provision, documents, watched, facts, supposed)
        for watched in _watched(provision, documents, facts)
    )


def figures_of(provision: Provision, found: Sequence[Scene]) -> tuple[tuple[str, Figure], ...]:
    """The figures that the scenes hold, each once, by the names of their measures."""
    return tuple(
        dict.fromkeys(
            (measure.name, figure)
            for measure in provision.measures
            for scene in found
            for party in sides(provision)
            for figure in scene.figures[party, measure.id]
        )
    )


def _watched(provision: Provision, documents: Sequence[Document], facts: Facts) -> list[str]:
    if not provision.watches:
        return [""]
    given = {version(d) for d in documents if d.agreement == provision.watches}
    given |= {fact.name.version for fact in facts if short(fact.name.version) == provision.watches}
    return sorted(given) or [provision.watches]


def _scene(
    provision: Provision,
    documents: Sequence[Document],
    watched: str,
    facts: Facts,
    supposed: figures.Supposed,
) -> Scene:
    versions: dict[Party, str] = {"own": provision.agreement, "watched": watched}
    given = {p: [d for d in documents if version(d) == name] for p, name in versions.items()}
    sought = [
        (party, measure, agreement)
        for measure in provision.measures
        for party, agreement in sides(provision).items()
    ]
    return Scene(
        versions,
        facts,
        {
            (party, measure.id): figures.instead(supposed, versions[party], measure.id)
            or (figures.held(measure, given[party]) if measure.clause(agreement) else ())
            for party, measure, agreement in sought
        },
        {measure.id: measure.name for measure in provision.measures},
        {
            (party, measure.id): _asked_for(versions[party], measure, agreement)
            for party, measure, agreement in sought
        },
        provision=provision.id,
        held=clauses_held(given["own"]),
    )


def _asked_for(name: str, measure: Measure, agreement: str) -> str:
    """The text to ask for where no figures are held."""
    clause = measure.clause(agreement)
    if clause:
        return f"{name} {named(Place(clause))}"
    return f"where the {name} has its {measure.name}"

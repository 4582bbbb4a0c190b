"""What a record is judged against: the documents and facts of both sides, a scene a version."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from clausetrack.model import Document
from clausetrack.provisions import figures
from clausetrack.provisions.conditions import Scene
from clausetrack.provisions.facts import Facts
from clausetrack.provisions.figures import Figure
from clausetrack.provisions.places import clauses_held, named, version
from clausetrack.provisions.vocabulary import Measure, Party, Place, Provision
from clausetrack.rates.model import short


def scenes(
    provision: Provision,
    documents: Sequence[Document],
    facts: Facts,
    supposed: figures.Supposed = figures.NOTHING,
) -> tuple[Scene, ...]:
    """A scene for each version of a watched agreement that documents or facts speak of.

    So there is for each variation of one, where the record is judged again for those. Where they
    speak of none, or the record watches none, there is one all the same.
    """
    return tuple(
        _scene(provision, documents, watched, variation, facts, supposed)
        for watched in _watched(provision, documents, facts, supposed)
        for variation in (None, *_variations(provision, watched, facts))
    )


def figures_of(provision: Provision, found: Sequence[Scene]) -> tuple[tuple[str, Figure], ...]:
    """The figures that the scenes hold, each once, by the names of their measures."""
    return tuple(
        dict.fromkeys(
            (measure.name, figure)
            for measure in provision.measures
            for scene in found
            for party in ("own", "watched")
            for figure in scene.figures[party, measure.id]
        )
    )


def _watched(
    provision: Provision, documents: Sequence[Document], facts: Facts, supposed: figures.Supposed
) -> list[str]:
    if not provision.watches:
        return [""]
    given = {version(d) for d in documents if d.agreement in provision.watches}
    given |= {fact.name.version for fact in facts if short(fact.name.version) in provision.watches}
    # an agreement of which only a figure is supposed has no version yet
    spoken = {short(name) for name in given}
    given |= {n for n, _ in supposed if n in provision.watches and n not in spoken}
    return sorted(given - {provision.agreement}) or [provision.watches[0]]


def _variations(provision: Provision, watched: str, facts: Facts) -> list[str]:
    """The names of the variations of a version that facts speak of; "" is one without a name."""
    if provision.again is None:
        return []
    names = {fact.name for fact in facts if fact.name.version == watched}
    return sorted({name.variation for name in names if name.name.startswith("variation_")})


def _is_variation(document: Document, name: str) -> bool:
    """Whether a document is that of a variation: it has its name, with or without an ending."""
    file = Path(document.file)
    return name in (file.name, file.stem)


def _scene(
    provision: Provision,
    documents: Sequence[Document],
    watched: str,
    variation: str | None,
    facts: Facts,
    supposed: figures.Supposed,
) -> Scene:
    versions: dict[Party, str] = {"own": provision.agreement, "watched": watched}
    given = {p: [d for d in documents if version(d) == name] for p, name in versions.items()}
    of_variations = [
        d for d in given["watched"] for n in _variations(provision, watched, facts)
        if _is_variation(d, n)
    ]  # fmt: skip
    given["watched"] = [
        document
        for document in given["watched"]
        if (document not in of_variations if variation is None
            else _is_variation(document, variation))
    ]  # fmt: skip
    sought = [
        (party, measure, short(versions[party]))
        for measure in provision.measures
        for party in versions
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
            (party, measure.id): _asked_for(
                versions[party], measure, agreement, variation if party == "watched" else None
            )
            for party, measure, agreement in sought
        },
        provision=provision.id,
        held=clauses_held(given["own"]),
        variation=variation,
    )


def _asked_for(name: str, measure: Measure, agreement: str, variation: str | None) -> str:
    """The text to ask for where no figures are held."""
    if variation is not None:
        which = f"{variation}, in a file of that name" if variation else "which no fact names"
        return f"the variation of the {name} ({which})"
    clause = measure.clause(agreement)
    if clause:
        return f"{name} {named(Place(clause))}"
    return f"where the {name} has its {measure.name}"

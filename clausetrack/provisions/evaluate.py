"""Provision records judged against documents and facts: status, reasons, deadlines, effects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from clausetrack.model import Document
from clausetrack.provisions import again, counting, figures, pins, progress, standings
from clausetrack.provisions import facts as fact_files
from clausetrack.provisions import scenes as scenes_of
from clausetrack.provisions.conditions import (
    Reason,
    Scene,
    Truth,
    all_of,
    any_of,
    sentence,
)
from clausetrack.provisions.consequences import Consequences, consequences
from clausetrack.provisions.facts import Fact, FactName, Facts
from clausetrack.provisions.figures import Figure
from clausetrack.provisions.grounds import binds, set_off
from clausetrack.provisions.passages import Passage, Stale, find
from clausetrack.provisions.places import named, version
from clausetrack.provisions.readings import Table, loop, table
from clausetrack.provisions.vocabulary import (
    Fork,
    Measure,
    Provision,
    Standing,
    Words,
    events,
)
from clausetrack.rates.model import short

#: The statuses beside which what follows is what would follow.
CONDITIONAL = ("unknown", "disputed")


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One record, judged.

    `state` is suggested, confirmed or stale. `status` is "offer-due" (the duty that is next to be
    done, by its ID) or "overdue", "offered", "accepted", "declined", "varied", and else "not-met",
    "expired", "lapsed", "unknown", "disputed" (the readings of the wording differ), "stale", or
    "stated" where the words name days and figures and no more is judged. `follows` are the
    consequences, and with status "unknown" or "disputed" what they would be. `provisos` are what
    the answer rests on and the facts do not settle; `forks` the questions that are open. `figures`
    are those that the documents hold, by the name of their measure; `tables` what the holder's own
    become by each reading; `loops` how the provision would set itself off; `series` what several
    events pass on together; `counted` how the working days of its deadlines were counted.
    """

    provision: Provision
    state: str
    status: str
    because: tuple[Reason, ...] = ()
    missing: tuple[FactName, ...] = ()
    texts: tuple[str, ...] = ()
    follows: tuple[Consequences, ...] = ()
    provisos: tuple[str, ...] = ()
    forks: tuple[Fork, ...] = ()
    figures: tuple[tuple[str, Figure], ...] = ()
    passages: dict[str, Passage] = field(default_factory=dict)
    stale: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    loops: tuple[str, ...] = ()
    series: tuple[again.Series, ...] = ()
    counted: tuple[str, ...] = ()

    @property
    def unconfirmed(self) -> tuple[Measure, ...]:
        """The measures of which no person has confirmed in which clauses they are held."""
        return tuple(measure for measure in self.provision.measures if not measure.confirmed)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What the answer and its last days rest on, each once."""
        judged = [fact for reason in self.because for fact in reason.all_facts()]
        dated = [fact for part in self.follows for due in part.deadlines for fact in due.facts]
        return tuple(dict.fromkeys([*judged, *dated]))

    @property
    def conditional(self) -> bool:
        """Whether `follows` is what would follow, and not what does."""
        return self.status in CONDITIONAL


@dataclass(frozen=True, slots=True)
class _Trigger:
    """A watched version: whether it sets the provision off, and whether it stands."""

    scene: Scene
    set_off: Reason
    standing: Standing | None
    stands: Reason | None

    @property
    def truth(self) -> Truth:
        """Whether it sets the provision off, if an agreement that has lapsed does not."""
        # what is not known of the standing is told as a proviso and makes no answer unknown
        lapsed = self.stands is not None and self.stands.truth is False
        return False if lapsed else self.set_off.truth

    def reasons(self) -> tuple[Reason, ...]:
        return (self.set_off, *([self.stands] if self.stands else []))


def evaluate(
    provisions: Iterable[Provision],
    documents: Sequence[Document],
    facts: Facts = Facts(),  # noqa: B008 (frozen)
    as_at: date | None = None,
    supposed: figures.Supposed = figures.NOTHING,
    region: str = "",
) -> tuple[Evaluation, ...]:
    """Each record judged against the documents and facts, as things stood on `as_at` if given.

    `supposed` are figures that stand in for those of the documents ("what if"); `region` is the
    code of the region whose anniversary day is no working day.
    """
    return tuple(
        _evaluate(provision, documents, facts, as_at, supposed, region) for provision in provisions
    )


def unused_facts(evaluations: Sequence[Evaluation], facts: Facts) -> tuple[FactName, ...]:
    """The facts that no answer rests on, whether a record speaks of their version or not.

    What became of an offer is used where the offer was due.
    """
    used = {fact.name for one in evaluations for fact in one.facts}
    due = {one.provision.id for one in evaluations if one.follows}
    return tuple(
        dict.fromkeys(
            fact.name
            for fact in facts
            if fact.name not in used and not (fact.name.provision and fact.name.provision in due)
        )
    )


def versions_spoken_of(
    provisions: Sequence[Provision], documents: Iterable[Document], facts: Facts
) -> set[str]:
    """The versions that the documents are, that records hold, or of agreements that they watch."""
    watched = {name for record in provisions for name in record.watches}
    return (
        {version(document) for document in documents}
        | {record.agreement for record in provisions}
        | {fact.name.version for fact in facts if short(fact.name.version) in watched}
    )


def unused_documents(
    provisions: Sequence[Provision], documents: Sequence[Document]
) -> tuple[Document, ...]:
    """The documents that no record speaks of, or that do not say which agreement they are."""
    return tuple(d for d in documents if not _speaks_of(provisions, version(d), d.agreement))


def _speaks_of(provisions: Sequence[Provision], name: str, agreement: str) -> bool:
    return any(
        name == record.agreement or agreement in record.watches
        for record in provisions
    )


def _evaluate(
    provision: Provision,
    documents: Sequence[Document],
    facts: Facts,
    as_at: date | None,
    supposed: figures.Supposed,
    region: str,
) -> Evaluation:
    own = [document for document in documents if version(document) == provision.agreement]
    kind = "terms" if provision.source.item else "agreement"
    found = [
        find(words, holding)
        for words in provision.words
        if (holding := _holding(words, documents, own, kind))
    ]
    if provision.pinned and (holding := [document for document in own if document.kind == kind]):
        found.append(pins.find(provision.pinned, holding))
    stale = tuple(dict.fromkeys(passage.why for passage in found if isinstance(passage, Stale)))
    if stale:
        return Evaluation(provision, "stale", "stale", stale=stale)
    passages = {passage.words.id: passage for passage in found if isinstance(passage, Passage)}
    held = any(not passage.words.of for passage in passages.values())

    scenes = scenes_of.scenes(provision, documents, facts, supposed)
    binding = binds(provision, scenes[0], as_at)
    triggers = [_trigger(provision, scene, as_at, passages) for scene in scenes]
    met = any_of(trigger.set_off.truth for trigger in triggers)
    # a version that is ruled out asks for nothing while another may still set the provision off
    open_triggers = [t for t in triggers if met is False or t.set_off.truth is not False]
    reasons = [binding, *(reason for trigger in open_triggers for reason in trigger.reasons())]
    missing = [name for reason in reasons for name in reason.all_missing()]
    texts = tuple(dict.fromkeys(text for reason in reasons for text in reason.all_texts()))
    if held:
        final = binds(provision, scenes[0], None).truth
        status = _status(provision, binding.truth, final, triggers, as_at)
    else:
        texts = (f"text not held: {provision.agreement} {kind}, {named(provision.source)}", *texts)
        status = "unknown"
    asked = open_triggers if held and status not in ("lapsed", "not-met", "expired") else []
    if status != "unknown":
        asked = [trigger for trigger in asked if trigger.set_off.truth]
    conditional = status in CONDITIONAL
    following = [trigger for trigger in asked if conditional or trigger.truth]
    runs = [
        (scene, consequences(again.judged_as(provision, scene), scene, as_at, region))
        for scene in again.with_offers(provision, [t.scene for t in following], facts)
    ]
    if status == progress.ARISEN:
        status, asked_for, runs = _progress(provision, runs, as_at)
        missing += asked_for
    follows = tuple(found for _, found in runs)
    if not conditional and provision.kind == "incorporation" and held:
        status = "unknown"
        texts = (f"text not held: the wording that {named(provision.source)} says is elsewhere",)
    return Evaluation(
        provision,
        "confirmed" if provision.confirmed else "suggested",
        status,
        (binding, *(reason for trigger in triggers for reason in trigger.reasons())),
        _ordered(provision, missing),
        texts,
        follows,
        _provisos(binding, following) if status != "unknown" else (),
        _forks(provision, asked, binding),
        scenes_of.figures_of(provision, scenes),
        passages,
        tables=tuple(
            made for scene, _ in runs for made in table(again.judged_as(provision, scene), scene)
        ),
        loops=tuple(dict.fromkeys(s for scene, _ in runs for s in loop(provision, scene))),
        series=tuple(again.series(provision, runs)),
        counted=counting.counted(follows, own, region),
    )


def _progress(
    provision: Provision, runs: Sequence[tuple[Scene, Consequences]], as_at: date | None
) -> tuple[str, tuple[FactName, ...], list[tuple[Scene, Consequences]]]:
    """The status of the first event of which something is still to be done, else of the last."""
    told = [
        progress.status(again.judged_as(provision, scene), follows, scene, as_at)
        for scene, follows in runs
    ]
    status, asked_for = next((one for one in told if one[0] not in progress.OVER), told[-1])
    return status, asked_for, [
        (scene, replace(follows, status=one))
        for (scene, follows), (one, _) in zip(runs, told, strict=True)
    ]


def _holding(
    words: Words, documents: Sequence[Document], own: Sequence[Document], kind: str
) -> list[Document]:
    """The documents given that should hold the words."""
    if words.of:
        return [d for d in documents if version(d) == words.of and d.kind == "terms"]
    return [document for document in own if document.kind == kind]


def _trigger(
    provision: Provision, scene: Scene, as_at: date | None, passages: dict[str, Passage]
) -> _Trigger:
    provision = again.judged_as(provision, scene)
    found = standings.standing(provision, scene)
    held = found is None or all(event.words in passages for event in found.events)
    return _Trigger(
        scene,
        set_off(provision, scene, as_at),
        found,
        standings.stands(found, scene, as_at, held) if found else None,
    )


def _status(
    provision: Provision,
    binding: Truth,
    final: Truth,
    triggers: Sequence[_Trigger],
    as_at: date | None,
) -> str:
    """`binding` as at the day asked for, `final` whatever the day: lapsed is for good."""
    if final is False:
        return "lapsed"
    widest = all_of((binding, any_of(trigger.set_off.truth for trigger in triggers)))
    narrowest = all_of((binding, any_of(trigger.truth for trigger in triggers)))
    if widest is None:
        return "unknown"
    if widest is False:
        return "expired" if binding and _over(provision, as_at) else "not-met"
    return progress.ARISEN if narrowest else "disputed"


def _over(provision: Provision, as_at: date | None) -> bool:
    """Whether the time in which the provision could be set off is over."""
    ends = [event.window.end for event in events(provision.condition) if event.window.end]
    return as_at is not None and bool(ends) and max(ends) < as_at


def _provisos(binding: Reason, following: Iterable[_Trigger]) -> tuple[str, ...]:
    found = [part.proviso for part in binding.walk()]
    for trigger in following:
        found += [part.proviso for part in trigger.set_off.walk()]
        varied = trigger.scene.variation is not None
        if trigger.stands is None and trigger.scene.versions["watched"] and not varied:
            found.append(standings.unrecorded(trigger.scene))
        elif trigger.stands and trigger.stands.truth is not False:
            found += [part.proviso for part in trigger.stands.walk()]
    return tuple(dict.fromkeys(sentence(said) for said in found if said))


def _forks(provision: Provision, asked: Sequence[_Trigger], binding: Reason) -> tuple[Fork, ...]:
    """The open questions: those of the effects, and of what may have lapsed."""
    lapsed = {
        trigger.standing.fork
        for trigger in asked
        if trigger.standing and trigger.stands and trigger.stands.truth is not True
    }
    late = any("own cut-off" in part.proviso for part in binding.walk()) or (
        binding.truth is False and not any(_never(part) for part in binding.walk())
    )
    closed = {standing.fork for standing in provision.standings} - lapsed
    if not late:
        closed.add(provision.cut_off)
    return tuple(
        fork
        for fork in provision.forks
        if (asked and fork.id not in closed) or (late and fork.id == provision.cut_off)
    )


def _never(reason: Reason) -> bool:
    """Whether an event is not known to have happened at all."""
    return bool(reason.missing) or any(fact.span.never for fact in reason.facts)


def _ordered(provision: Provision, missing: Iterable[FactName]) -> tuple[FactName, ...]:
    names = list(fact_files.NAMES)
    return tuple(
        sorted(
            dict.fromkeys(missing),
            key=lambda n: (n.version != provision.agreement, n.version, names.index(n.name)),
        )
    )

"""The status of an agreement itself on a day: offer, ratified, signed, in force, expired, lapsed.

An agreement that has expired is carried on only where bargaining for the one that replaces it was
initiated before it expired and still continues, and for twelve months at most (Employment Relations
Act 2000, section 53).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from clausetrack.model import Document
from clausetrack.provisions.deadlines import months_after
from clausetrack.provisions.facts import FactName, Facts, Span
from clausetrack.provisions.places import cited, version
from clausetrack.rates.model import is_version, short
from clausetrack.term import read_term
from clausetrack.values import day_text

_CARRIED_ON = 12
#: The facts that the status of an agreement may rest on.
FACTS = ("terms_offered", "terms_signed", "terms_lapsed", "ratified", "signed",
         "bargaining_initiated", "bargaining_ended")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Term:
    """From when to when a version runs, and where its text says so."""

    start: date
    expiry: date
    place: str


@dataclass(frozen=True, slots=True)
class AgreementStatus:
    """`status` on the day asked for, why, and the facts that are not known but matter."""

    version: str
    status: str
    because: tuple[str, ...]
    missing: tuple[FactName, ...] = ()


def statuses(
    documents: Sequence[Document], facts: Facts, as_at: date
) -> tuple[AgreementStatus, ...]:
    """The status of every version that the documents or the facts speak of."""
    names = {version(document) for document in documents} | {fact.name.version for fact in facts}
    return tuple(
        _status(name, term([d for d in documents if version(d) == name]), facts, as_at)
        for name in sorted(names)
        if is_version(name)
    )


def term(documents: Iterable[Document]) -> Term | None:
    """The term that the documents state: the first and the last day of the clause on expiry."""
    for document in documents:
        own = (
            (clause, clause.own_text)
            for clause in document.clauses
            if document.kind != "terms" or clause.fragment is not None or clause.parent is None
        )
        if (found := read_term(own)) is not None:
            return Term(found.start, found.end, cited(document, found.clause))
    return None


def _status(name: str, term: Term | None, facts: Facts, as_at: date) -> AgreementStatus:
    because: list[str] = []
    missing: list[FactName] = []

    def happened(fact: str) -> bool | None:
        """Whether it had happened by the day asked for; what is not known is asked for."""
        fact_name = FactName(name, fact)
        truth = _by(facts.span(fact_name), as_at)
        if truth is None:
            missing.append(fact_name)
        else:
            because.append(f"{fact_name}: {facts.span(fact_name)}")
        return truth

    def found(status: str) -> AgreementStatus:
        asked = tuple(missing) if status == "unknown" else ()
        return AgreementStatus(name, status, tuple(because), asked)

    if happened("terms_lapsed"):
        return found("lapsed")
    missing.clear()  # nobody records that terms did not lapse
    signed = happened("signed")
    if signed is None:
        return found("unknown")
    if not signed:
        if happened("ratified"):
            return found("ratified")
        if missing:
            return found("unknown")
        offered = happened("terms_offered") or happened("terms_signed")
        return found("offer" if offered else "unknown")
    if term is None:
        because.append("no document given states its term")
        return found("signed")
    because.append(f"its term is {day_text(term.start)} to {day_text(term.expiry)} ({term.place})")
    if as_at < term.start:
        return found("signed")
    if as_at <= term.expiry:
        return found("in-force")
    return found(_after_expiry(name, term, facts, as_at, because, missing))


def _after_expiry(
    name: str, term: Term, facts: Facts, as_at: date, because: list[str], missing: list[FactName]
) -> str:
    """Expired, or carried on under section 53 of the Employment Relations Act 2000."""
    last = months_after(term.expiry, _CARRIED_ON)
    if as_at > last:
        because.append(
            f"section 53 carries an agreement on for twelve months at most, to {day_text(last)}"
        )
        return "expired"
    initiated, ended = (FactName(name, f"bargaining_{what}") for what in ("initiated", "ended"))
    # the bargaining may be recorded of the agreement that it was for, whose signing ended it
    begun = _of_this_or_later(initiated, facts)
    done = _of_this_or_later(ended, facts)
    signed = [n for n in _of_this_or_later(FactName(name, "signed"), facts) if n.version != name]
    in_time = _told([_by(facts.span(n), term.expiry) for n in begun])
    over = _told([_by(facts.span(n), as_at) for n in done])
    if True in [_by(facts.span(n), as_at) for n in signed]:
        over = True
    if in_time is False or over:
        because += [f"{n}: {facts.span(n)}" for n in (*begun, *done, *signed)]
        because.append("section 53 needs bargaining that began before the expiry and continues")
        return "expired"
    missing += [n for n, truth in ((initiated, in_time), (ended, over)) if truth is None]
    if missing:
        return "unknown"
    because.append(
        f"bargaining was initiated before the expiry and continues: section 53 carries it on, to"
        f" {day_text(last)} at the latest"
    )
    return "carried-on"


def _of_this_or_later(name: FactName, facts: Facts) -> list[FactName]:
    """The names under which facts speak of it: of the version itself, or of a later one."""
    found = {
        fact.name
        for fact in facts
        if fact.name.name == name.name
        and short(fact.name.version) == short(name.version)
        and fact.name.version >= name.version
    }
    return sorted(found, key=str)


def _told(truths: Sequence[bool | None]) -> bool | None:
    """What several facts say of one thing; None where they leave it open, or there is none."""
    if True in truths:
        return True
    return None if None in truths or not truths else False


def _by(when: Span, day: date) -> bool | None:
    """Whether it had happened by the end of the day."""
    if not when.days or when.first > day:
        return False
    return None if when.never or when.last > day else True

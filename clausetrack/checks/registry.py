"""The rules, and what each code means: every code of `errors.FINDINGS` belongs to one rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from clausetrack.checks import (
    abbreviations,
    act_style,
    act_undated,
    alternatives,
    bullets,
    capitals,
    commencement,
    days,
    deadlines,
    duties,
    elsewhere,
    furniture,
    headings,
    hours,
    hyphens,
    implementation,
    labels,
    lists,
    lost_hyphens,
    macrons,
    name_style,
    notes,
    number_style,
    number_words,
    openings_across,
    ordering,
    parallel,
    parallel_across,
    party_names,
    periods,
    prejudice,
    promises,
    quotation,
    rate_increases,
    rate_periods,
    reading,
    reference_lost,
    reference_malformed,
    reference_plural,
    reference_unresolved,
    scales_across,
    section_style,
    signatures,
    spacing,
    steps,
    sums,
    term_defined_twice,
    term_undefined,
    terms_across,
    terms_mixed,
    terms_only,
    time_style,
    unfinished,
    unread_rates,
)
from clausetrack.checks.subject import Subject
from clausetrack.errors import FINDINGS
from clausetrack.model import Finding


class Described(Protocol):
    """A module of rules: `WHY` says of each of its codes why it matters, `GROUP` its kind."""

    @property
    def GROUP(self) -> str: ...
    @property
    def WHY(self) -> dict[str, str]: ...


class Rule(Described, Protocol):
    """A module that looks at one document."""

    def check(self, subject: Subject, /) -> Iterable[Finding]: ...


class RuleAcross(Described, Protocol):
    """A module that looks at several documents beside one another."""

    def check(self, subjects: Sequence[Subject], /) -> Iterable[tuple[Subject, Finding]]: ...


#: What documents carry already; the codes of these belong to other rules too.
CARRIED: tuple[Rule, ...] = (reading, ordering)

RULES: tuple[Rule, ...] = (
    unread_rates,
    rate_increases,
    rate_periods,
    steps,
    number_words,
    sums,
    parallel,
    promises,
    labels,
    lists,
    bullets,
    alternatives,
    headings,
    notes,
    terms_only,
    reference_unresolved,
    reference_lost,
    reference_malformed,
    reference_plural,
    act_undated,
    act_style,
    section_style,
    abbreviations,
    term_undefined,
    term_defined_twice,
    party_names,
    elsewhere,
    prejudice,
    capitals,
    hyphens,
    macrons,
    name_style,
    number_style,
    terms_mixed,
    time_style,
    commencement,
    days,
    deadlines,
    duties,
    hours,
    implementation,
    periods,
    signatures,
    furniture,
    lost_hyphens,
    quotation,
    spacing,
    unfinished,
)

ACROSS: tuple[RuleAcross, ...] = (
    openings_across,
    scales_across,
    terms_across,
    parallel_across,
)


@dataclass(frozen=True, slots=True)
class Code:
    """What a code is: its group, its severity unless a finding lowers it, and why it matters."""

    name: str
    group: str
    severity: str
    why: str


#: Every code, in the order in which the rules stand.
CODES: dict[str, Code] = {
    name: Code(name, rule.GROUP, FINDINGS[name], why)
    for rule in (*CARRIED, *RULES, *ACROSS)
    for name, why in rule.WHY.items()
}
GROUPS: tuple[str, ...] = tuple(dict.fromkeys(code.group for code in CODES.values()))

"""The rules, and what each code means: every code of `errors.FINDINGS` belongs to one rule."""

from __future__ import annotations

from collections.abc import Iterable
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
    macrons,
    malformed_figures,
    name_style,
    notes,
    number_style,
    parallel,
    party_names,
    prejudice,
    promises,
    quotation,
    reading,
    reference_lost,
    reference_malformed,
    reference_plural,
    reference_unresolved,
    section_style,
    signatures,
    spacing,
    term_defined_twice,
    term_undefined,
    terms_mixed,
    terms_only,
    time_style,
    unfinished,
)
from clausetrack.checks.subject import Subject
from clausetrack.model import Finding


class Rule(Protocol):
    """A module of this package that looks at one document.

    `WHY` says of each of its codes, in a sentence, why it matters; `GROUP` what kind it is.
    """

    @property
    def GROUP(self) -> str: ...  # noqa: N802
    @property
    def WHY(self) -> dict[str, str]: ...  # noqa: N802
    def check(self, subject: Subject, /) -> Iterable[Finding]: ...


RULES: tuple[Rule, ...] = (
    reading,
    malformed_figures,
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
    signatures,
    furniture,
    quotation,
    spacing,
    unfinished,
)

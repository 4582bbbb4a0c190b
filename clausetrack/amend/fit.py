"""Do these terms amend this agreement? Asked before anything is applied."""

from __future__ import annotations

import re
from collections.abc import Callable

from clausetrack.errors import FINDINGS, TermsDoNotFit
from clausetrack.model import Document, Finding

_YEARS = re.compile(r"(?P<first>\d{4})(?:\s*[-–/]\s*(?P<last>\d{4}|\d{2}))?")


def check(base: Document, terms: Document) -> list[Finding]:
    """Findings about what could not be verified; raises TermsDoNotFit where the two do not fit.

    They fit where they name one agreement and the base is the version before the terms' own.
    """
    if terms.kind != "terms":
        raise TermsDoNotFit(f"{_name(terms)} is not terms of settlement; give the terms second")
    if base.kind != "agreement":
        raise TermsDoNotFit(f"{_name(base)} is not an agreement; give the base agreement first")
    findings = []
    if not (base.agreement and terms.agreement):
        findings.append(_unverified("which agreement", base, terms, lambda d: d.agreement))
    elif base.agreement.casefold() != terms.agreement.casefold():
        raise TermsDoNotFit(
            f"the terms amend the {terms.agreement} and the base is the {base.agreement}; "
            f"give the {terms.agreement} as the base"
        )
    old, new = years(base.version), years(terms.version)
    if old is None or new is None:
        findings.append(_unverified("which version", base, terms, lambda d: d.version))
    elif old == new:
        raise TermsDoNotFit(
            f"the base already is version {base.version}, which these terms settle; "
            "give the version before it"
        )
    elif abs(new[0] - old[1]) > 1:
        raise TermsDoNotFit(
            f"the terms settle version {terms.version} and the base is version {base.version}; "
            f"give the version that runs to {new[0]}"
        )
    return findings


def years(version: str) -> tuple[int, int] | None:
    """The first and the last year of a version: "2022-25" is (2022, 2025)."""
    found = _YEARS.search(version)
    if found is None:
        return None
    first = int(found["first"])
    last = int(found["last"] or first)
    if last < 100:
        last += first - first % 100
        last += 100 if last < first else 0
    return first, last


def _name(document: Document) -> str:
    return document.file or document.title or "the document"


def _unverified(
    what: str, base: Document, terms: Document, said: Callable[[Document], str]
) -> Finding:
    if said(base):
        silent = f"the terms do not say {what} they settle"
    elif said(terms):
        silent = f"the base does not say {what} it is"
    else:
        silent = f"neither the base nor the terms say {what} this is"
    code = "base-not-verified"
    return Finding(code, FINDINGS[code], f"{silent}: the fit was not checked")

"""The copies of a marked-up agreement for ratification and signing, each proved on its bytes."""

from __future__ import annotations

from clausetrack.errors import ProofFailed
from clausetrack.ingest import read
from clausetrack.markup import Markup, proved
from clausetrack.ooxml.package import open_package
from clausetrack.ooxml.revisions import has_revisions
from clausetrack.ooxml.scrub import traces
from clausetrack.prove import differences
from clausetrack.render import docx_copies


def ratification(result: Markup) -> bytes:
    """The tracked copy that members vote on: no comments, and nothing of who made it and when.

    Where the terms are not implemented in full, it says so on every page. Raises ProofFailed where
    it does not stand the proof that the working copy stood.
    """
    data = _with_banner(result, docx_copies.ratification(result.docx))
    proved(result.base, result.terms, result.instructions, result.applied, data)
    _check(data, "the ratification copy", result.banner)
    return data


def signing(result: Markup) -> bytes:
    """The clean copy that is signed: the new agreement and no change, comment or maker in it.

    Where the terms are not implemented in full, it says so on every page. Raises ProofFailed where
    its text is not that of the new agreement.
    """
    data = _with_banner(result, docx_copies.signing(result.docx))
    package = open_package(data, "the signing copy")
    if any(has_revisions(package.xml(part)) for part in package.stories()):
        raise ProofFailed("the signing copy holds a tracked change")
    wanted = result.applied.document
    if wrong := next(differences("in the signing copy", wanted, read(data, wanted.file)), ""):
        raise ProofFailed(wrong)
    _check(data, "the signing copy", result.banner)
    return data


def _with_banner(result: Markup, data: bytes) -> bytes:
    """A copy with its banner; one of a working copy that has it over every page has it, too."""
    return data if result.applied.withheld else docx_copies.bannered(data, result.banner)


def _check(data: bytes, name: str, banner: str) -> None:
    """That a copy tells nothing of its makers, and that it carries its banner."""
    if left := next(traces(open_package(data, name)), ""):
        raise ProofFailed(f"{name} still holds {left}")
    if banner and banner not in {left.text for left in read(data, name).left_out}:
        raise ProofFailed(f"{name} does not say that the terms are not implemented in full")

"""The copies of a marked-up agreement that leave the house: for ratification, and to be signed."""

from __future__ import annotations

from clausetrack.ooxml.banner import with_banner
from clausetrack.ooxml.package import open_package, save
from clausetrack.ooxml.revisions import accept
from clausetrack.ooxml.scrub import scrubbed, without_comments
from clausetrack.render.docx_contents import with_contents_anew


def bannered(working: bytes, banner: str) -> bytes:
    """The file with a banner over every page; the file itself where there is none."""
    return save(with_banner(open_package(working), banner)) if banner else working


def ratification(working: bytes) -> bytes:
    """The working copy with its tracked changes, without comments, and without who and when."""
    return save(scrubbed(without_comments(open_package(working))))


def signing(working: bytes) -> bytes:
    """The new agreement: every change accepted, without comments, and without who and when."""
    accepted = with_contents_anew(accept(open_package(working)))
    return save(scrubbed(without_comments(accepted)))

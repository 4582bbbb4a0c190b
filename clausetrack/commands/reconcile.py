"""`clausetrack reconcile`: another side's tracked agreement held against the base and the terms."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from clausetrack.commands import documents, options
from clausetrack.commands.input import read_bytes
from clausetrack.commands.output import emit_json

if TYPE_CHECKING:
    from clausetrack.ingest import Revisions

DIFFERENT = 1


@click.command("reconcile")
@click.argument("base", metavar="BASE")
@click.argument("terms", metavar="TERMS")
@click.argument("tracked", metavar="TRACKED")
@options.as_json
@click.option(
    "--exit-code", is_flag=True, help="Exit with 1 if anything differs or has to be checked."
)
@options.revisions
def command(
    base: str, terms: str, tracked: str, as_json: bool, exit_code: bool, revisions: Revisions
) -> int:
    """Hold the other side's tracked agreement in TRACKED against BASE and TERMS.

    Each difference is told once: silent edits (their text with all changes rejected is not BASE),
    changes that no instruction orders, instructions left out, and instructions done differently;
    then what a person must check, and what agrees. TRACKED is a Word file with tracked changes, or
    a PDF that shows them. Nothing is hidden: spacing and quotation marks are told, too.
    """
    sources = (base, terms, tracked)
    documents.distinct(sources)
    from clausetrack.reconciliation import reconciled

    first, second, third = map(read_bytes, sources)
    result = reconciled(first, second, third, *map(documents.name, sources), revisions=revisions)
    if as_json:
        from clausetrack.render import reconcile_json

        documents.warn(result.findings)
        emit_json(reconcile_json.reconciliation(result))
    else:
        from clausetrack.render import reconcile_terminal

        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        documents.show(reconcile_terminal.reconciliation(result, documents.width(), colour=colour))
    return DIFFERENT if exit_code and result.differs else 0

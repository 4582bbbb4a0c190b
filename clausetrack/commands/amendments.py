"""`clausetrack amendments`: what terms of settlement order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from clausetrack.commands import documents, options
from clausetrack.commands.output import emit_json

if TYPE_CHECKING:
    from clausetrack.ingest import Revisions


@click.command("amendments")
@click.argument("terms", metavar="TERMS")
@options.as_json
@options.revisions
def command(terms: str, as_json: bool, revisions: Revisions) -> None:
    """List what terms of settlement order, and how each instruction was read.

    After the amendments come the passages that bind the parties without entering the agreement,
    and any quoted wording that no instruction uses.
    """
    from clausetrack.amend.instructions import find
    from clausetrack.errors import UnreadableInput

    document = documents.read(terms, revisions, as_terms=True)
    if document.kind != "terms":
        raise UnreadableInput(f"{terms} is an agreement; give the terms of settlement")
    instructions = find(document)
    documents.warn(instructions.findings)
    if as_json:
        from clausetrack.render import settlement_json

        emit_json(settlement_json.amendments(document, instructions))
        return
    from clausetrack.render import terminal

    documents.show(terminal.amendments(instructions, documents.width(), colour=True))

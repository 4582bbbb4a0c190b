"""`clausetrack markup`: terms of settlement applied to an agreement as tracked changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clausetrack.commands import documents, options
from clausetrack.commands.input import read_bytes
from clausetrack.commands.output import echo, json_bytes, write_all

if TYPE_CHECKING:
    from clausetrack.ingest import Revisions
    from clausetrack.markup import Markup

NOT_APPLIED = 3


@click.command("markup")
@click.argument("base", metavar="BASE")
@click.argument("terms", metavar="TERMS")
@click.option(
    "-o",
    "--output",
    "outputs",
    metavar="FILE",
    multiple=True,
    help="Where to write: .docx (the marked-up agreement), .html (the schedule of changes), "
    ".xml (the new agreement) or .json (the report). May be given several times.",
)
@click.option("--report", metavar="FILE.json", help="Write the report as JSON, too.")
@click.option("--strict", is_flag=True, help="Exit with 3 if an ordered amendment was not applied.")
@click.option("--author", default="clausetrack", help="The author of the tracked changes.")
@click.option(
    "--date",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The day that the tracked changes carry (none unless given).",
)
@options.revisions
def command(
    base: str,
    terms: str,
    outputs: tuple[str, ...],
    report: str | None,
    strict: bool,
    author: str,
    date: datetime | None,
    revisions: Revisions,
) -> int:
    """Apply the terms of settlement in TERMS to the agreement in BASE as tracked changes.

    What could not be applied is listed with the reason. Everything that is written was proved
    first, on its own bytes; where the proof fails nothing is written, and the exit code is 4.
    Without -o and --report nothing is written, and the summary says what would be done.
    """
    makers = {name: _maker(name) for name in outputs}
    if report:
        makers[report] = _maker(report, only="json")
    from clausetrack.markup import markup

    if base == terms == "-":
        raise click.UsageError("BASE and TERMS cannot both be standard input.")
    if not author.strip() or not author.isprintable():
        raise click.UsageError("the author has to be a name, without control characters.")
    for name in makers:
        if any(_same_file(name, source) for source in (base, terms)):
            raise click.UsageError(f"{name} is one of the sources; give it a name of its own.")
    result = markup(
        read_bytes(base),
        read_bytes(terms),
        base_name=_name(base),
        terms_name=_name(terms),
        revisions=revisions,
        author=author,
        date=date.replace(tzinfo=UTC) if date else None,
    )
    # what watches a figure that the terms change: part of no instruction, and not of the proof
    from clausetrack.commands import records
    from clausetrack.provisions.watchers import watched

    linked = watched(result.base, result.applied.document, records.read(None))
    findings = (*result.applied.findings, *linked)
    result = replace(result, applied=replace(result.applied, findings=findings))
    write_all({name: make(result) for name, make in makers.items()})
    from clausetrack.render import terminal

    documents.show(
        terminal.markup(
            result.base,
            result.terms,
            result.instructions,
            result.applied,
            result.proof,
            colour=True,
        )
    )
    for name in makers:
        echo(f"wrote {name}", err=True)
    done = all(outcome.status == "applied" for outcome in result.applied.outcomes)
    return NOT_APPLIED if strict and not done else 0


def _same_file(one: str, other: str) -> bool:
    return other != "-" and Path(one).exists() and Path(one).samefile(other)


def _name(source: str) -> str:
    return "standard input" if source == "-" else Path(source).name


def _maker(name: str, only: str = "") -> Callable[[Markup], bytes]:
    """What makes the file of that name, by its ending."""
    ending = Path(name).suffix.lower().lstrip(".")
    makers = {"docx": _docx, "html": _html, "xml": _xml, "json": _json}
    if ending not in makers or (only and ending != only):
        wanted = f".{only}" if only else ", ".join(f".{each}" for each in makers)
        raise click.UsageError(
            f"cannot tell what to write to {name}: its name must end in {wanted}"
        )
    return makers[ending]


def _docx(result: Markup) -> bytes:
    return result.docx


def _html(result: Markup) -> bytes:
    from clausetrack.render import html

    return html.schedule(
        result.base, result.terms, result.instructions, result.applied, result.proof
    )


def _xml(result: Markup) -> bytes:
    from clausetrack.xmlio import to_xml

    return to_xml(result.applied.document)


def _json(result: Markup) -> bytes:
    from clausetrack.render import json

    return json_bytes(
        json.markup(result.base, result.terms, result.instructions, result.applied, result.proof)
    )

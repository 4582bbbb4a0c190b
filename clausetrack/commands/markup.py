"""`clausetrack markup`: terms of settlement applied to an agreement as tracked changes."""

from __future__ import annotations

from collections.abc import Callable
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
    help="Where to write: .docx (the marked-up agreement), .html (the review report), "
    ".pdf (the report on paper), .xml (the new agreement) or .json (the report). "
    "May be given several times.",
)
@click.option(
    "--tracked",
    metavar="TRACKED",
    help="The tracked agreement that the terms refer to: wording that they leave to it is taken "
    "from there, and said to be.",
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
    tracked: str | None,
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

    sources = [one for one in (base, terms, tracked) if one is not None]
    if sources.count("-") > 1:
        raise click.UsageError("only one of BASE, TERMS and TRACKED can be standard input.")
    if not author.strip() or not author.isprintable():
        raise click.UsageError("the author has to be a name, without control characters.")
    for name in makers:
        if any(_same_file(name, source) for source in sources):
            raise click.UsageError(f"{name} is one of the sources; give it a name of its own.")
    result = markup(
        read_bytes(base),
        read_bytes(terms),
        base_name=documents.name(base),
        terms_name=documents.name(terms),
        tracked=None if tracked is None else read_bytes(tracked),
        tracked_name="" if tracked is None else documents.name(tracked),
        revisions=revisions,
        author=author,
        date=date.replace(tzinfo=UTC) if date else None,
    )
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
    done = all(outcome.done for outcome in result.applied.outcomes)
    return NOT_APPLIED if strict and not done else 0


def _same_file(one: str, other: str) -> bool:
    return other != "-" and Path(one).exists() and Path(one).samefile(other)


def _maker(name: str, only: str = "") -> Callable[[Markup], bytes]:
    """What makes the file of that name, by its ending."""
    ending = Path(name).suffix.lower().lstrip(".")
    makers = {"docx": _docx, "html": _html, "pdf": _pdf, "xml": _xml, "json": _json}
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

    return html.report(
        result.base, result.terms, result.instructions, result.applied, result.proof
    )


def _pdf(result: Markup) -> bytes:
    from clausetrack.render.pdf import pdf

    return pdf(_html(result))


def _xml(result: Markup) -> bytes:
    from clausetrack.xmlio import to_xml

    return to_xml(result.applied.document)


def _json(result: Markup) -> bytes:
    from clausetrack.render import json

    return json_bytes(
        json.markup(result.base, result.terms, result.instructions, result.applied, result.proof)
    )

"""`clausetrack markup`: terms of settlement applied to an agreement as tracked changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clausetrack.commands import documents, options
from clausetrack.commands.input import read_bytes
from clausetrack.commands.output import echo, json_bytes, write_all
from clausetrack.commands.records import watching

if TYPE_CHECKING:
    from clausetrack.ingest import Revisions
    from clausetrack.markup import Markup
    from clausetrack.render.record import Entry, Inputs

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
@click.option("--ratification", metavar="FILE.docx",
              help="Write the ratification copy: tracked, no comments, no names or times.")
@click.option("--signing", metavar="FILE.docx",
              help="Write the signing copy: clean, every change accepted.")
@click.option("--schedule", "schedules", metavar="FILE.xlsx|.docx", multiple=True,
              help="Write the schedule of changes, for a reviewer to fill in. May be given twice.")
@click.option("--out-dir", metavar="DIR", type=click.Path(file_okay=False),
              help="Write all of these into a folder: the working copy, the ratification and "
              "signing copies, and the schedule in both forms.")
@click.option("--decisions", metavar="SCHEDULE.xlsx",
              help="A schedule of changes, filled in: what is withheld in it is left out.")
@click.option("--report", metavar="FILE.json", help="Write the report as JSON, too.")
@click.option("--strict", is_flag=True, help="Exit with 3 if an ordered amendment was not applied.")
@click.option("--author", default="clausetrack", help="The author of the tracked changes.")
@click.option(
    "--date",
    type=options.DAY,
    metavar="YYYY-MM-DD",
    help="The day that the tracked changes carry (none unless given).",
)
@options.revisions
def command(
    base: str,
    terms: str,
    outputs: tuple[str, ...],
    tracked: str | None,
    ratification: str | None,
    signing: str | None,
    schedules: tuple[str, ...],
    out_dir: str | None,
    decisions: str | None,
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
    makers = {name: _maker(name, "-o", _MAKERS) for name in outputs}
    if report:
        makers[report] = _maker(report, "--report", {"json": _json})
    if ratification:
        makers[ratification] = _maker(ratification, "--ratification", {"docx": _ratification})
    if signing:
        makers[signing] = _maker(signing, "--signing", {"docx": _signing})
    for name in schedules:
        makers[name] = _maker(name, "--schedule", _SCHEDULES)
    if out_dir:
        makers |= {str(Path(out_dir, name)): make for name, make in _COPIES.items()}
    copies = [str(Path(out_dir, name)) for name in _COPIES] if out_dir else []
    documents.distinct(
        [base, terms, tracked, decisions],
        [*outputs, report, ratification, signing, *schedules, *copies],
    )
    from clausetrack.markup import markup

    if not author.strip() or not author.isprintable():
        raise click.UsageError("the author has to be a name, without control characters")
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
        decisions=read_bytes(decisions) if decisions else None,
        decisions_name=documents.name(decisions) if decisions else "",
    )
    # what watches a figure that the terms change: part of no instruction, and not of the proof
    from clausetrack.provisions import watchers

    records, new = watching(result.base.agreement), result.applied.document
    linked = (
        *watchers.watched(result.base, new, records),
        *watchers.ordered(result.terms, new, records),
    )
    findings = (*result.applied.findings, *linked)
    result = replace(result, applied=replace(result.applied, findings=findings))
    made: dict[str | Path, bytes] = {name: make(result) for name, make in makers.items()}
    if out_dir:
        Path(out_dir).mkdir(exist_ok=True)
    write_all(made)
    from clausetrack.render import terminal

    documents.show(
        terminal.markup(
            result.base,
            result.terms,
            result.instructions,
            result.applied,
            result.proof,
            documents.width(),
            colour=True,
        )
    )
    for name in makers:
        echo(f"wrote {name}", err=True)
    done = all(outcome.done for outcome in result.applied.outcomes)
    return NOT_APPLIED if strict and not done else 0


def _maker(
    name: str, option: str, makers: Mapping[str, Callable[[Markup], bytes]]
) -> Callable[[Markup], bytes]:
    """What makes the file of that name, by its ending."""
    ending = Path(name).suffix.lower().lstrip(".")
    if ending not in makers:
        wanted = ", ".join(f".{each}" for each in makers)
        raise click.UsageError(
            f"cannot tell what {option} is to write to {name}: its name must end in {wanted}"
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
    from clausetrack.render import settlement_json

    return json_bytes(
        settlement_json.markup(
            result.base, result.terms, result.instructions, result.applied, result.proof
        )
    )


def _ratification(result: Markup) -> bytes:
    from clausetrack.copies import ratification

    return ratification(result)


def _signing(result: Markup) -> bytes:
    from clausetrack.copies import signing

    return signing(result)


def _schedule_docx(result: Markup) -> bytes:
    from clausetrack.render import schedule_docx

    return schedule_docx.schedule(_entries(result), _inputs(result), result.banner)


def _schedule_xlsx(result: Markup) -> bytes:
    from clausetrack.render import schedule_xlsx

    return schedule_xlsx.schedule(_entries(result), _inputs(result), result.banner)


def _entries(result: Markup) -> Iterator[Entry]:
    from clausetrack.render.record import entries

    return entries(result.base, result.terms, result.applied, result.full, result.decisions)


def _inputs(result: Markup) -> Inputs:
    from clausetrack.render.record import Inputs

    return Inputs(result.base.title, result.base.file, result.terms.file, result.fingerprint)


_MAKERS = {"docx": _docx, "html": _html, "pdf": _pdf, "xml": _xml, "json": _json}
_SCHEDULES = {"xlsx": _schedule_xlsx, "docx": _schedule_docx}

#: What --out-dir writes.
_COPIES = {
    "working-copy.docx": _docx,
    "ratification-copy.docx": _ratification,
    "signing-copy.docx": _signing,
    "schedule.docx": _schedule_docx,
    "schedule.xlsx": _schedule_xlsx,
}

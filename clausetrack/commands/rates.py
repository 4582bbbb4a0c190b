"""`clausetrack rates`: every dated amount, what is in force on a day, and what payroll needs."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import TYPE_CHECKING

import click

from clausetrack.commands import documents, options
from clausetrack.commands import records as record_files
from clausetrack.commands.output import echo, emit, json_bytes

if TYPE_CHECKING:
    from clausetrack.ingest import Revisions
    from clausetrack.rates.report import Report

FORMS = ("text", "csv", "json", "xlsx", "html")


def _code(_context: click.Context, _option: click.Parameter, given: str | None) -> str:
    """A currency as its three letters, "" where none is named."""
    if given is not None and not (len(given) == 3 and given.isascii() and given.isalpha()):
        raise click.BadParameter(f"{given!r} is no code of three letters, such as NZD or USD")
    return given.upper() if given else ""


@click.command("rates")
@click.argument("sources", metavar="DOC...", nargs=-1, required=True)
@click.option(
    "--as-at",
    type=options.DAY,
    metavar="DATE",
    help="Only what is in force on that day, such as 2026-02-01.",
)
@click.option(
    "--against",
    "others",
    metavar="OLD",
    multiple=True,
    help="Compare with another version or agreement, step by step, in dollars and per cent.",
)
@click.option(
    "--brief", "briefs", is_flag=True, help="Add what payroll needs: from when, paid when."
)
@click.option(
    "--measures",
    metavar="FILE",
    help="What is comparable across agreements: TOML. [default: the file that comes with the"
    " program]",
)
@click.option(
    "--currency",
    metavar="CODE",
    callback=_code,
    help="Whose dollars these are, such as USD. [default: NZD, or “$” where a document speaks of"
    " another country]",
)
@click.option("--suggest", is_flag=True, help="Print the measures that a person might confirm.")
@options.form("rates", FORMS)
@options.to_file
@options.revisions
def command(
    sources: tuple[str, ...],
    as_at: datetime | None,
    others: tuple[str, ...],
    briefs: bool,
    measures: str | None,
    currency: str,
    suggest: bool,
    form: str | None,
    output: str | None,
    revisions: Revisions,
) -> None:
    """List every amount that each DOC sets, with the days from which and to which it runs.

    Of several versions of one agreement the later ends the rates of the earlier; the expiry of an
    agreement ends none. A figure that cannot be read is reported and gives no rate.
    """
    from clausetrack.rates import measures as known_measures
    from clausetrack.rates.report import report

    documents.distinct([*sources, *others, measures], [output])
    documents.once(sources)
    form = "text" if suggest else options.form_of(form, output, FORMS)
    if form == "xlsx" and output is None and sys.stdout.isatty():
        raise click.UsageError("a workbook cannot be shown here; name a file with -o FILE")
    known = record_files.known_measures(measures)
    given = [documents.read(source, revisions) for source in sources]
    if suggest:
        from clausetrack.rates.find import find

        every = [find(document, currency=currency) for document in given]
        found = known_measures.suggest(every, known)
        emit(known_measures.as_toml(found).encode(), output)
        return
    result = report(
        given,
        as_at=as_at.date() if as_at else None,
        against=[documents.read(other, revisions) for other in others],
        measures=known,
        briefs=briefs,
        currency=currency,
    )
    documents.warn(result.findings)
    emit(_made(result, form), output)
    if form == "csv" and not others:
        from clausetrack.render.rates import beside_csv

        for line in beside_csv(result):
            echo(f"note: {line}", err=True)
    unconfirmed = sorted(
        {*result.measures, *(d.by for d in result.differences)}
        & {measure.name for measure in known if not measure.confirmed_by}
    )
    if others and unconfirmed:
        echo(f"note: no person has confirmed the measures {', '.join(unconfirmed)}", err=True)


def _made(result: Report, form: str) -> bytes:
    """The bytes of the output in one of its forms."""
    if form == "xlsx":
        from clausetrack.render import rates_xlsx

        return rates_xlsx.workbook(result)
    if form == "html":
        from clausetrack.render import rates_html

        return rates_html.rates_page(result)
    from clausetrack.render import rates

    if form == "csv":
        return rates.as_csv(result)
    return json_bytes(rates.as_json(result)) if form == "json" else rates.as_text(result).encode()

"""`clausetrack diff`: what changed from one version of a document to the next."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import click

from clausetrack.commands import documents, options
from clausetrack.commands.input import read_bytes
from clausetrack.commands.output import echo, emit, json_bytes
from clausetrack.commands.records import watching

if TYPE_CHECKING:
    from clausetrack.comparison import Compared
    from clausetrack.ingest import Revisions
    from clausetrack.model import Document, Finding

#: The bytes of the old version and the new one, and what they are called.
Sources = tuple[bytes, bytes, str, str]

DIFFERENT = 1
_MAIN = "word/document.xml"  # where nearly every Word file has its text
_BEGINNING = 200_000  # bytes of it, in which an agreement has said its name
FORMS = ("text", "html", "pdf", "docx", "json")


@click.command("diff")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@options.form("changes", FORMS)
@options.to_file
@click.option("--all", "slight", is_flag=True,
              help="Show changes of spacing, quotation marks and emphasis alone, too.")  # fmt: skip
@click.option("--author", default="clausetrack", help="The author of tracked changes.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 if the documents differ.")
@options.revisions
def command(
    old: str,
    new: str,
    form: str | None,
    output: str | None,
    slight: bool,
    author: str,
    exit_code: bool,
    revisions: Revisions,
) -> int:
    """Show what changed from OLD to NEW, clause by clause and word by word.

    Clauses are matched by what they are: one that took another number, moved, was split or joined
    is shown as that, once. Both may be in any format, and need not be agreements.
    """
    documents.distinct([old, new], [output])
    form = options.form_of(form, output, FORMS)
    if form in {"docx", "pdf"} and output is None and sys.stdout.isatty():
        raise click.UsageError(f"{form.upper()} cannot be shown here; name a file with -o FILE")
    sources = (read_bytes(old), read_bytes(new), documents.name(old), documents.name(new))
    if form == "docx" and not exit_code:
        _tell(_tracked(sources, output, revisions, author))
        if _may_be_watched(sources[1]):
            _tell(_linked(*_read(sources, revisions)))
        return 0
    from clausetrack.comparison import compared

    result = compared(*sources, revisions=revisions)
    linked = _linked(lambda: result.old, result.new)
    result = replace(result, findings=(*result.findings, *linked))
    if form == "text" and output is None:
        from clausetrack.render import diff_terminal

        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        documents.show(
            diff_terminal.diff(result.changes, result.findings, result.renames, slight=slight,
                               colour=colour, width=documents.width())
        )  # fmt: skip
    elif form == "docx":
        _tell((*_tracked(sources, output, revisions, author), *linked))
    else:
        emit(_made(result, form, slight), output)
    return DIFFERENT if exit_code and result.differs else 0


def _tracked(
    sources: Sources, output: str | None, revisions: Revisions, author: str
) -> tuple[Finding, ...]:
    """Write the changes as a Word file, and say what that does not show."""
    from clausetrack.comparison import tracked

    made, told = tracked(*sources, revisions=revisions, author=author)
    emit(made, output)
    return told


def _may_be_watched(new: bytes) -> bool:
    """Is it worth reading the new file again? Not where the beginning of a Word file says no."""
    import zipfile

    try:
        with zipfile.ZipFile(BytesIO(new)) as archive, archive.open(_MAIN) as part:
            marked = part.read(_BEGINNING).decode(errors="ignore")
    except (zipfile.BadZipFile, KeyError, NotImplementedError, OSError):
        return True
    from clausetrack.agreements import named

    said = re.sub(r"<[^>]*>", "", re.sub(r"</(?:\w+:)?p>", "\n", marked))
    return any(map(watching, sorted(named(said))))


def _read(
    sources: Sources, revisions: Revisions
) -> tuple[Callable[[], Document], Document]:
    """The old document, read when it is asked for, and the new one."""
    from clausetrack.ingest import read

    old, new, old_name, new_name = sources
    return (
        lambda: read(old, old_name, revisions, any_text=True, places=False),
        read(new, new_name, revisions, any_text=True, places=False),
    )


def _linked(old: Callable[[], Document], new: Document) -> tuple[Finding, ...]:
    """The provisions that watch a figure that changed; most agreements have none."""
    if not (records := watching(new.agreement)):
        return ()
    from clausetrack.provisions.watchers import watched

    return watched(old(), new, records)


def _tell(findings: tuple[Finding, ...]) -> None:
    """What a Word file that may be handed on does not say, on the terminal."""
    for finding in findings:
        said = ": ".join(filter(None, (finding.clause, finding.message)))
        echo(f"not in the Word file: {said} [{finding.code}]", err=True)


def _made(result: Compared, form: str, slight: bool) -> bytes:
    """The bytes of the output in one of its forms."""
    if form == "json":
        from clausetrack.render import diff_json

        return json_bytes(
            diff_json.diff(
                result.old, result.new, result.changes, result.findings, result.renames
            )
        )
    if form in {"html", "pdf"}:
        from clausetrack.render import diff_html

        page = diff_html.diff(result.old, result.new, result.comparison, result.findings,
                              result.renames)  # fmt: skip
        if form == "html":
            return page
        from clausetrack.render.pdf import pdf

        return pdf(page)
    from clausetrack.render import diff_terminal

    return diff_terminal.diff(
        result.changes, result.findings, result.renames, slight=slight
    ).encode()

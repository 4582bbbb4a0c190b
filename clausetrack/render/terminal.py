"""Results as plain text for a terminal; with `colour`, in ANSI styles.

Every text from a document is made safe before it is styled: control characters and the marks
that reorder text never pass.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

import click

from clausetrack.model import Clause, Document, Finding, Table, by_depth, plain, subtree
from clausetrack.render.items import spelled_out
from clausetrack.settlement import STATUSES, UNREAD, Amendment, Applied, Instructions, Outcome
from clausetrack.values import counted
from clausetrack.visible import HIDDEN, visible

if TYPE_CHECKING:
    from clausetrack.prove import Proof

_INDENT = "  "
_WIDTH = 100
_PRIVATE = "\ue000"  # the first of the characters that a font of symbols has for its own
_HEADING = 16  # columns that the heading of a narrow column of a table may take
_STATUS_COLOURS = {
    "applied": "green",
    "applied-from-tracked": "green",
    "conflict": "red",
    "precondition-failed": "red",
}

# ------------------------------------------------------------------------------------ outline


def outline(document: Document, width: int = _WIDTH, *, colour: bool = False) -> str:
    """The clause tree, one line a clause: number, heading or first words; quoted wording marked.

    Wording that an item of the terms quotes stands under that item, behind a bar.
    """
    quoted: dict[str, list[str]] = {}
    for fragment in document.fragments:
        quoted.setdefault(fragment.item, []).append(fragment.id)
    lines = [styled(" ".join(_names(document)), colour, bold=True)]
    for clause, depth in by_depth(document.body.values()):
        lines.append(_outline_line(clause, _INDENT * depth, width, colour))
        for fragment_id in quoted.get(clause.id, ()):
            for part, inner in by_depth(document.fragment(fragment_id)):
                bar = f"{_INDENT * (depth + 1)}│ {_INDENT * inner}"
                lines.append(_outline_line(part, bar, width, colour))
    return "\n".join(lines) + "\n"


def _names(document: Document) -> list[str]:
    title = safe(document.title or document.file or document.kind)
    short = " ".join(filter(None, (document.agreement, document.version)))
    return [title, *([f"({safe(short)})"] if short and short not in title else [])]


def _outline_line(clause: Clause, indent: str, width: int, colour: bool) -> str:
    name = safe(clause.shown_number if clause.number and clause.citable else clause.id)
    words = clause.heading_text if clause.heading_text.strip() else clause.own_text
    rest = one_line(words)
    if not clause.number and name.casefold() == rest.casefold():
        name, rest = rest, ""
    if clause.inferred:
        name += "*"
    if clause.table and not rest:
        rest = f"{len(clause.table.rows)} rows"
    room = max(width - len(indent) - len(name) - 2, 10)
    short = rest if len(rest) <= room else rest[: room - 1].rstrip() + "…"
    bold = bool(clause.heading_text.strip())
    line = f"{styled(indent, colour, dim=True)}{styled(name, colour, fg='cyan', bold=bold)}"
    return f"{line}  {styled(short, colour, bold=bold)}".rstrip()


# --------------------------------------------------------------------------------------- show


def clause(
    document: Document,
    clause_id: str,
    fragment: str | None = None,
    width: int = _WIDTH,
    *,
    colour: bool = False,
) -> str:
    """A clause of the body, or of one quoted fragment, with all that stands under it."""
    space = document.fragment(fragment) if fragment else tuple(document.body.values())
    blocks = [
        _clause_block(part, _INDENT * depth, width, colour)
        for part, depth in by_depth(subtree(space, clause_id))
    ]
    return "\n".join(blocks) + "\n" if blocks else ""


def _clause_block(part: Clause, indent: str, width: int, colour: bool) -> str:
    number = safe(part.shown_number or plain(part.label).strip())
    heading, text = safe(part.heading_text.strip()), safe(part.own_text.strip())
    mark = number or ("•" if part.kind == "bullet" else "")
    lines = []
    if heading:
        lines.append(indent + styled(" ".join(filter(None, (mark, heading))), colour, bold=True))
        mark = ""
    if text or mark:
        lead = f"{indent}{mark} " if mark else indent
        hanging = " " * len(lead) if len(lead) <= len(indent) + 10 else indent + _INDENT
        filled = _filled(text, lead, hanging, width)
        if mark:
            filled = filled.replace(mark, styled(mark, colour, fg="cyan"), 1)
        lines.append(filled)
    if part.table:
        lines.append(textwrap.indent(table(part.table, colour=colour), indent))
    return "\n".join(lines)


def _filled(text: str, first: str, rest: str, width: int) -> str:
    """Paragraphs wrapped to `width`; a line break in the text stays one."""
    out = []
    for line in text.split("\n") or [""]:
        out.append(
            textwrap.fill(
                line,
                max(width, len(first) + 20),
                initial_indent=first,
                subsequent_indent=rest,
                break_long_words=False,
                break_on_hyphens=False,
            )
            or first.rstrip()
        )
        first = rest
    return "\n".join(out)


def table(source: Table, *, colour: bool = False) -> str:
    """The rows of a table with their columns aligned; amounts stand to the right.

    Headings are wrapped to what the figures need, so that a scale fits on a screen.
    """
    from clausetrack.diff.rises import amount
    from clausetrack.grids import fill

    rows: list[list[str]] = []
    for cells in fill(source.rows):
        texts: list[str] = []
        for at, cell in enumerate(cells):
            repeated = at > 0 and cells[at - 1] is cell
            texts.append("" if repeated else one_line(cell.text))
        rows.append(texts)
    heads, body = rows[: source.header_rows], rows[source.header_rows :]
    heads = [line for head in heads for line in _wrapped(head, body)]
    return _aligned(
        [*heads, *body], len(heads), colour, right=lambda text: amount(text) is not None
    )


def _wrapped(head: Sequence[str], body: Sequence[Sequence[str]]) -> list[list[str]]:
    """A heading row as the lines that it takes, its columns no wider than they need be."""
    columns = []
    for at, text in enumerate(head):
        needed = max((len(row[at]) for row in body if at < len(row)), default=0)
        columns.append(textwrap.wrap(text, max(needed, _HEADING), break_long_words=False))
    return [list(line) for line in zip_longest(*columns, fillvalue="")]


# --------------------------------------------------------------------------------- amendments


def amendments(instructions: Instructions, width: int = _WIDTH, *, colour: bool = False) -> str:
    """A table of the instructions, then what stays in the terms and wording bound to nothing."""
    heads = ["id", "action", "target", "wording", "dates", "clauses"]
    rows = [heads, *(_amendment_row(each) for each in instructions.amendments)]
    out = [_aligned(_fitted(rows, width), 1, colour)]
    if held := [each for each in instructions.amendments if each.held not in {"", UNREAD}]:
        out.append(styled("\nNot carried out as they stand", colour, bold=True))
        out += [_listed(each.id, each.held, width) for each in held]
    if instructions.terms_only:
        out.append(styled("\nIn the terms only: binding the parties, not in the agreement", colour,
                          bold=True))  # fmt: skip
        out += [_listed(each.item, each.text, width) for each in instructions.terms_only]
    if instructions.unused:
        out.append(styled("\nWording that no instruction uses", colour, bold=True, fg="red"))
        out += [_listed("?", text, width) for text in instructions.unused]
    return "\n".join(out) + "\n"


def _fitted(rows: Sequence[Sequence[str]], width: int) -> list[Sequence[str]]:
    """Rows of which the long cells (target, dates, clauses) run over several lines if they must."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for at, least in ((5, _HEADING), (4, len("2026-01-28")), (2, _HEADING + 4)):
        over = sum(widths) + 2 * (len(widths) - 1) - width
        widths[at] = max(widths[at] - max(over, 0), min(widths[at], least))
    out: list[Sequence[str]] = []
    for row in rows:
        cells = [textwrap.wrap(text, room) for text, room in zip(row, widths, strict=True)]
        out += zip_longest(*cells, fillvalue="")
    return out


def _amendment_row(each: Amendment) -> list[str]:
    dates = list(dict.fromkeys(day.date.isoformat() for day in each.effective))
    described = f"“{_short(each.described_target, 40)}”" if each.described_target else "—"
    return [
        safe(each.id),
        each.action,
        safe(each.target or described),
        each.wording,
        " ".join(dates) or "—",
        safe(" ".join(c.replace(" ", "\u00a0") for c in each.clauses)) or "—",
    ]


def _short(text: str, room: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= room else line[: room - 1].rstrip() + "…"


def _listed(name: str, text: str, width: int) -> str:
    return textwrap.fill(one_line(text), width, initial_indent=f"  {safe(name)}: ",
                         subsequent_indent="     ")  # fmt: skip


# ------------------------------------------------------------------------------------- markup


def markup(
    base: Document,
    terms: Document,
    instructions: Instructions,
    applied: Applied,
    proof: Proof,
    width: int = _WIDTH,
    *,
    colour: bool = False,
) -> str:
    """The summary: how many of each outcome, what was not applied, what to check, the proof.

    To check is every finding that is more than information, in the agreement, the terms or both.
    """
    from clausetrack.render.schedule import findings, not_in_full, statements

    counts = Counter(outcome.status for outcome in applied.outcomes)
    lines = [f"{counted(len(applied.outcomes), 'amendment')} ordered"]
    if applied.withheld:
        banner = textwrap.fill(safe(not_in_full(terms, applied)), width)
        lines[:0] = [styled(banner, colour, fg="red", bold=True), ""]
    for status in STATUSES:
        if counts[status]:
            name = styled(f"{status:<20}", colour, fg=_STATUS_COLOURS.get(status, "yellow"))
            lines.append(f"  {name}{counts[status]:>4}")
    idle = sum(o.done and not o.operations for o in applied.outcomes)
    if idle:
        lines.append(f"  of the applied, {idle} changed nothing: the agreement reads so already")
    if passages := len(instructions.terms_only):
        verb = "passage of the terms is" if passages == 1 else "passages of the terms are"
        said = (f"{passages} {verb} read as changing no clause; `clausetrack amendments` "
                f"lists {'it' if passages == 1 else 'them'}")  # fmt: skip
        lines.append(textwrap.fill(said, width))
    undone = [outcome for outcome in applied.outcomes if not outcome.done]
    if undone:
        lines.append(styled("\nNot applied", colour, bold=True))
        lines += [_undone(outcome, width) for outcome in undone]
    taken = [outcome for outcome in applied.outcomes if outcome.status == "applied-from-tracked"]
    if taken:
        title = "\nApplied with the wording of the tracked agreement, not of the terms"
        lines.append(styled(title, colour, bold=True))
        lines += [_undone(outcome, width) for outcome in taken]
    found = findings(base, terms, instructions, applied)
    doubts = [(about, each) for about, each in found if each.severity != "info"]
    if doubts:
        lines.append(styled(f"\nTo check: {len(doubts)}", colour, bold=True))
        lines += [_doubt(about, each, applied, width, colour) for about, each in doubts]
    lines.append(styled("\nProof", colour, bold=True))
    for name, holds in statements(proof):
        mark = styled("✓", colour, fg="green") if holds else styled("✗", colour, fg="red")
        lines.append(f"  {mark} {name}")
    lines += [f"    {safe(failure)}" for failure in proof.failures]
    return "\n".join(lines) + "\n"


def _doubt(about: str, found: Finding, applied: Applied, width: int, colour: bool) -> str:
    """A finding: its clause, or where it stands in the terms or the base; why."""
    place = found.clause
    if about != "amending" or not place:
        place = ", ".join(filter(None, (place, str(found.source or "") or about)))
    orders = [outcome.amendment for outcome in applied.outcomes]
    message = one_line(spelled_out(found.message, orders))
    severity = "" if found.severity == "warning" else f"{found.severity}: "
    place = safe(place)
    filled = textwrap.fill(f"{place}: {severity}{message}", width, initial_indent="  ",
                           subsequent_indent=" " * 6, break_on_hyphens=False)  # fmt: skip
    # the style has no width on the screen: it is put on when the line is filled
    shown = styled(place, colour, fg="yellow")
    return filled.replace(place, shown, 1) if place in filled else filled


def _undone(outcome: Outcome, width: int) -> str:
    amendment = outcome.amendment
    where = safe(amendment.target or _short(amendment.described_target, 60) or "no clause named")
    lead = f"  {safe(amendment.id)}  {where}: {outcome.status}"
    reason = one_line(outcome.reason)
    filled = textwrap.fill(reason, width - 6)
    return f"{lead}\n{textwrap.indent(filled, ' ' * 6)}"


# ------------------------------------------------------------------------------------ shared


def _aligned(
    rows: Sequence[Sequence[str]],
    header_rows: int,
    colour: bool,
    *,
    right: Callable[[str], bool] | None = None,
) -> str:
    """Columns as wide as their widest text, two spaces apart, a rule under the header rows."""
    count = max((len(row) for row in rows), default=0)
    padded = [[*row, *[""] * (count - len(row))] for row in rows]
    widths = [max(len(row[at]) for row in padded) for at in range(count)]
    out = []
    for number, row in enumerate(padded):
        cells = [
            text.rjust(width) if right and right(text) else text.ljust(width)
            for text, width in zip(row, widths, strict=True)
        ]
        line = "  ".join(cells).rstrip()
        out.append(styled(line, colour, bold=True) if number < header_rows else line)
        if number == header_rows - 1:
            out.append(styled("  ".join("─" * width for width in widths), colour, dim=True))
    return "\n".join(out)


def styled(text: str, colour: bool, **style: Any) -> str:
    """A text in a style of `click.style`, if the output is in colour."""
    return click.style(text, **style) if colour and text else text


def one_line(text: str) -> str:
    """Text from a document, made safe, without line breaks."""
    return " ".join(safe(text).split())


def safe(text: str) -> str:
    """Text from a document, as it may reach a terminal; two symbols of a font do not look alike."""
    return HIDDEN.sub(
        lambda found: visible(found[0]) if found[0] >= _PRIVATE else "\ufffd", text
    )

"""The findings of a review as text: by document and clause, those alike put together."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from clausetrack.errors import SEVERITIES
from clausetrack.render.quotations import quotation
from clausetrack.render.terminal import safe, styled
from clausetrack.values import grouped

if TYPE_CHECKING:
    from clausetrack.checks.review import Report, Reported

_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}
_QUOTED = 160


def check(report: Report, width: int = 100, *, colour: bool = False) -> str:
    """Each document's findings in the order of its clauses, and a line that counts them.

    A fault of conversion comes by the dozen: findings of one code that say the same are one entry
    with all its places. Why a code matters is said where it stands first.
    """
    lines: list[str] = []
    for at, document in enumerate(report.documents):
        mine = [each for each in report.findings if each.document is document]
        if not mine:
            continue
        title = safe(document.file or document.title)
        lines += [*([""] if at and lines else []), styled(title, colour, bold=True)]
        alike = grouped(mine, lambda each: (each.finding.code, each.finding.message))
        explained: set[str] = set()
        for (code, _), same in alike.items():
            lines += _entry(same, width, colour)
            if code not in explained:
                explained.add(code)
                why = _filled(same[0].why, width, "  → ")
                lines += [styled(line, colour, dim=True) for line in why]
    lines += [""] if lines else []
    lines.append(_summary(report))
    return "\n".join(lines) + "\n"


def _entry(same: list[Reported], width: int, colour: bool) -> list[str]:
    first = same[0].finding
    places = [_place(each) for each in same]
    shown = "; ".join(places[:6]) + (f" and {len(places) - 6} more" if len(places) > 6 else "")
    name = styled(first.severity, colour, fg=_COLOURS[first.severity])
    code = f"[{first.code}{' ' + same[0].pin if len(same) == 1 else ''}]"
    out = [f"{name}  {styled(shown, colour, bold=True)}  {styled(code, colour, dim=True)}"]
    out += _filled(safe(first.message), width, "  ")
    if first.quote and len(same) == 1 and first.quote not in first.message:
        quote = safe(quotation(first, same[0].document))
        if len(quote) > _QUOTED:
            quote = f"{quote[:_QUOTED].rpartition(' ')[0]}…"
        out += _filled(f"“{quote}”", width, "    ")
    return out


def _place(each: Reported) -> str:
    finding = each.finding
    source = finding.source
    where = ""
    if source is not None and source.page is not None:
        where = f"page {source.page}"
    elif source is not None and source.line is not None:
        where = f"line {source.line}"
    clause = safe(finding.clause)
    clause = clause if len(clause) < 50 else f"{clause[:47]}…"
    return f"{clause} ({where})" if clause and where else clause or where or "document"


def _filled(text: str, width: int, indent: str) -> list[str]:
    return textwrap.wrap(
        text, width, initial_indent=indent, subsequent_indent=" " * len(indent)
    ) or [indent]


def _summary(report: Report) -> str:
    counts = {
        severity: sum(each.finding.severity == severity for each in report.findings)
        for severity in SEVERITIES
    }
    said = ", ".join(
        f"{count} {_plural(severity, count)}" for severity, count in counts.items() if count
    )
    aside = f"; {len(report.set_aside)} set aside" if report.set_aside else ""
    return f"{said or 'nothing found'}{aside}"


def _plural(severity: str, count: int) -> str:
    if severity == "info":
        return "worth knowing"
    return severity if count == 1 else f"{severity}s"

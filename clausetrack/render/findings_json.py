"""`clausetrack/check/1`: the findings of a review as one JSON object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from clausetrack.render.json import about, finding

if TYPE_CHECKING:
    from clausetrack.checks.review import Report, Reported


def check(report: Report) -> dict[str, Any]:
    """The findings, what was set aside and why, and how many there are of each severity."""
    counts = dict.fromkeys(("error", "warning", "info"), 0)
    for each in report.findings:
        counts[each.finding.severity] += 1
    return {
        "schema": "clausetrack/check/1",
        "documents": [about(document) for document in report.documents],
        "findings": [_reported(each) for each in report.findings],
        "counts": counts,
        "set_aside": [{**_reported(each), "reason": each.reason} for each in report.set_aside],
        "outdated": [
            {"code": each.code, "clause": each.clause, "pin": each.pin, "reason": each.reason}
            for each in report.outdated
        ],
    }


def _reported(each: Reported) -> dict[str, Any]:
    return {
        **finding(each.finding),
        "group": each.group,
        "why": each.why,
        "pin": each.pin,
        "document": each.document.file,
        "agreement": f"{each.document.agreement} {each.document.version}".strip(),
    }

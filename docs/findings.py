"""Write docs/findings.md, the list of all findings: python docs/findings.py"""

from __future__ import annotations

from pathlib import Path

from clausetrack.checks.registry import CODES, GROUPS

HEAD = """# Findings

What is wrong or noteworthy *in a document*. Codes are permanent. `clausetrack check` prints all
that apply; the other commands print those that they meet. `--select` and `--ignore` take codes and
the groups below. A rule lowers the severity where it is less sure; it never raises it.

A finding that was looked at is set aside in a file beside the document, `NAME.review.toml`, with
the pin that `check` prints; when the clause changes, the finding comes back:

    [[reviewed]]
    code = "heading-repeated"
    clause = "15"
    pin = "3f2a91c04b"
    reason = "Item 15 records what item 7 did not say."

This file is written by `python docs/findings.py`.
"""
TITLES = {
    "extraction": "Damage done by conversion, not by the drafter",
    "amending": "Terms and what they do to an agreement",
    "arithmetic": "Figures",
    "documents": "Documents held against one another, and provisions against their like",
    "structure": "Numbering and structure",
    "references": "References and definitions",
    "wording": "Wording",
    "dates": "Dates and duties",
}


def main() -> None:
    out = [HEAD]
    for group in GROUPS:
        out.append(f"\n## {TITLES[group]} (`{group}`)\n")
        out.append("| code | severity | why it matters |\n|---|---|---|")
        for code in CODES.values():
            if code.group == group:
                out.append(f"| `{code.name}` | {code.severity} | {code.why} |")
    path = Path(__file__).with_suffix(".md")
    path.write_text("\n".join(out) + "\n", "utf-8")


if __name__ == "__main__":
    main()

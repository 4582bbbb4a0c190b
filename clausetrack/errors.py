"""What stops the program, and the permanent codes of what is wrong in a document.

An exception of this tree ends a command with its `exit_code` and one line: what, where and how
to mend it. What is wrong *in a document* never raises: it is a `model.Finding` whose code stands
in `FINDINGS`, and `finding` makes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clausetrack.model import Finding, Source


class ClausetrackError(Exception):
    """The root of the tree; `str()` of it is the one line that a user reads."""

    exit_code = 2


class UnreadableInput(ClausetrackError):
    """The bytes cannot be read as any document we know: empty, binary, damaged, too large."""


class NotAnAgreement(UnreadableInput):
    """The text was read, and is neither an agreement nor terms of settlement."""


class InvalidXml(UnreadableInput):
    """XML that is not well formed, carries a DOCTYPE, or breaks our schema."""


class MalformedXml(InvalidXml):
    """What is not XML at all: no parser can read it."""


class UnknownClause(ClausetrackError):
    """A clause ID that does not parse, or that the document does not hold."""


class TermsDoNotFit(ClausetrackError):
    """The terms amend another agreement, or another version, than the base that was given."""


class InvalidFacts(ClausetrackError):
    """A facts file or a provision record that breaks its own rules."""


class MissingExtra(ClausetrackError):
    """What was asked for needs an optional library that is not installed."""


class InvalidDecisions(ClausetrackError):
    """A filled-in schedule of changes that cannot be followed, or that is of other documents."""


class UnknownCode(ClausetrackError):
    """A name that is no finding's code, nor a group of codes."""


class InvalidReview(ClausetrackError):
    """A file of reviewed findings that breaks its own rules."""


class ProofFailed(ClausetrackError):
    """What we were about to write does not stand the proof; nothing was written."""

    exit_code = 4


#: The gravest first.
SEVERITIES = ("error", "warning", "info")

#: Finding code -> severity. Codes are permanent: they are added, never renamed or reused.
FINDINGS: dict[str, str] = {
    # reading
    "label-inferred": "warning",
    "number-repeated": "warning",
    "number-out-of-order": "warning",
    "sentence-rejoined": "info",
    "emphasis-unbalanced": "info",
    "character-replaced": "warning",
    "encoding-inferred": "info",
    "table-ragged": "warning",
    "column-undated": "warning",
    "document-marked-up": "warning",
    "changes-not-shown": "warning",
    "changes-unproved": "warning",
    "text-struck-out": "warning",
    "text-hidden": "warning",
    "figure-raised": "warning",
    "number-worded": "warning",
    "number-unread": "warning",
    "text-left-out": "info",
    "page-unread": "warning",
    "part-unread": "warning",
    "picture-unread": "warning",
    "cell-number-unread": "warning",
    "wording-unlabelled": "warning",
    # amending
    "base-not-verified": "warning",
    "child-repealed": "warning",
    "row-repealed": "warning",
    "list-ill-joined": "warning",
    "clause-emptied": "warning",
    "other-reading": "warning",
    "reference-stale": "warning",
    "reference-unresolved": "warning",
    "wording-unused": "error",
    "instruction-unread": "warning",
    "terms-perhaps-ordered": "warning",
    "operative-later": "warning",
    "figure-malformed": "warning",
    "currency-open": "warning",
    "title-unchanged": "warning",
    "not-taken-over": "warning",
    "note-kept": "warning",
    # rates
    "rate-unread": "warning",
    "figure-marked": "info",
    "step-unmapped": "warning",
    "scale-open": "warning",
    # reconciling
    "tracked-unmarked": "warning",
    "not-compared": "warning",
    "outside-changed": "warning",
    "term-renamed": "info",
    "term-left": "warning",
    "table-in-words": "warning",
    "sentence-moved": "info",
    "decision-unsigned": "warning",
    "terms-not-in-full": "warning",
    # linking
    "figure-watched": "warning",
    # arithmetic
    "rate-off-increase": "warning",
    "rate-off-column": "info",
    "step-below": "warning",
    "rate-falls": "info",
    "rate-off-period": "warning",
    "figure-words-differ": "warning",
    "figure-off-sum": "warning",
    # across documents
    "opening-differs": "warning",
    "scale-differs": "warning",
    "group-dropped": "warning",
    "parallel-differs": "info",
    "parallel-left-behind": "warning",
    "term-gap": "warning",
    "term-overlap": "warning",
    "promise-after-expiry": "warning",
    # numbering and structure
    "label-malformed": "info",
    "label-skipped": "warning",
    "number-skipped": "info",
    "list-without-conjunction": "warning",
    "list-of-one": "info",
    "bullets-uncitable": "info",
    "alternative-unresolved": "error",
    "heading-repeated": "info",
    "heading-not-printed": "info",
    "item-unnumbered": "info",
    "note-scope-unclear": "info",
    "terms-only-unclosed": "warning",
    "terms-only-amends": "warning",
    # references and definitions
    "references-unfollowed": "info",
    "reference-lost": "warning",
    "reference-malformed": "warning",
    "reference-plural": "info",
    "act-undated": "info",
    "act-style-mixed": "info",
    "section-style-mixed": "info",
    "abbreviation-undefined": "info",
    "abbreviation-variant": "warning",
    "term-undefined": "info",
    "term-defined-twice": "warning",
    "party-misspelt": "warning",
    "party-named-variously": "info",
    # wording
    "wording-elsewhere": "warning",
    "without-prejudice": "info",
    "capital-mixed": "info",
    "hyphen-mixed": "info",
    "macron-mixed": "info",
    "name-style-mixed": "info",
    "number-style-mixed": "info",
    "terms-mixed": "info",
    "time-style-mixed": "info",
    # dates and duties
    "commences-early": "warning",
    "date-ambiguous": "warning",
    "date-by-event": "info",
    "date-without-year": "info",
    "deadline-on-holiday": "info",
    "deadline-open": "info",
    "duty-without-actor": "info",
    "duty-without-deadline": "info",
    "hours-without-period": "info",
    "implemented-later": "info",
    "period-reversed": "warning",
    "period-off-length": "warning",
    "rates-overlap": "warning",
    "signature-blank": "info",
    "signature-undated": "warning",
    "weekday-wrong": "warning",
    # damage done by conversion
    "dash-unspaced": "info",
    "hyphen-lost": "info",
    "page-furniture": "info",
    "quote-unbalanced": "info",
    "row-empty": "info",
    "sentence-unfinished": "info",
    "space-lost": "info",
}

#: What a file strikes out, hides or raises by its format alone: it reads as if it stood. And what
#: it prints with a number, and is read as no text.
BY_FORMAT = ("text-struck-out", "text-hidden", "figure-raised", "number-worded")

#: What of a document was not read: whether it differs from another one nobody can say.
UNREAD = ("page-unread", "part-unread", "picture-unread")

#: What a finding says of a sentence that was put together again, by whichever reader.
REJOINED = "a sentence that was cut in two, as by a page break, was joined again"


def finding(
    code: str, message: str, clause: str = "", source: Source | None = None, quote: str = ""
) -> Finding:
    """A finding of a code of `FINDINGS`, with the severity that the code has."""
    from clausetrack.model import Finding  # `--help` needs the errors alone

    return Finding(code, FINDINGS[code], message, clause, source, quote)

"""What is said in a few words behind an order that is carried out by its own: "Opposed."

A sentence without a verb says what somebody thought of the order, or what became of it. No list of
such words is whole, so that the list is of what is understood; in doubt the order is a person's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausetrack.amend.drafts import Draft
from clausetrack.segment.wording import ORDER, masked
from clausetrack.values import MONTH_IN_FULL

_FEW = 8  # words
_LONGEST = 200  # characters that are looked at: texts are hostile
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|will|shall|would|should|may|must|can|has|have|had|do|does|did"
    r"|appl(?:y|ies)|remains?|stays?|takes?|goes|comes?|means?|follows?|covers?|costs?|needs?"
    r"|gives?|makes?|clarif(?:y|ies)|reflects?|corrects?|refers?|aligns?|confirms?|agrees?"
    r"|becomes?|reads?|recogni[sz]es?|provides?|ensures?|allows?|removes?|replaces?)\b",
    re.I,
)
#: Who does something: it is no remark in a few words, whatever its verb.
_SUBJECT = re.compile(r"\W*(?:(?:the|both|these) parties|they|it|we|this|that|these)\b", re.I)
#: That all agreed, why, from when, which claim it was, and what kind of change it is.
_UNDERSTOOD = re.compile(
    r"\W*(?:(?:(?:status|outcome)\W+)?(?:fully |mutually )?"
    r"(?:agreed|settled|accepted|ratified|confirmed|resolved)\b"
    r"(?! (?:in (?:part|principle)|subject|only|if|provided|with|to|for|except))(?!.*\bnot\b)"
    r"|done\b|complete[d.]|to (?!be\b|come\b|follow\b)|so (?:as|that)\b"
    r"|for (?:the (?:sake|avoidance)|clarity|consistency|completeness|accuracy|ease|information)"
    r"|(?:with effect|effective|operative|commencing|as|from|on|at)\b(?=.*\b(?:\d{4}|ratif\w+"
    rf"|sign\w+|commence\w+|{MONTH_IN_FULL})\b)"
    r"|in (?:line|keeping|consequence|accordance|settlement|recognition|response)\b"
    r"|by (?:consent|agreement)\b|as (?:agreed|discussed|claimed|above|before|per)\b"
    r"|(?:reason|rationale|purpose|background|explanation|intent(?:ion)?|note|nb|n\.b)\b"
    r"|(?:no|nil|minor|small|low|additional|estimated|annual)?\W?costs?\b|no (?:other|further)"
    r"|consequential|technical|housekeeping|editorial|drafting|minor|clarification|correction"
    r"|correcting|typo|tidy|update|alignment|standard|(?:new|existing|old|former|previous) wording"
    r"|(?:union|employer|joint|parties)(?:[’']s?)? claims?\b|claims? \d|item \d|clauses? \d"
    r"|(?:see|refer|ref|cf|both|all|same|(?:the )?(?:rest|remainder)|other\w*)\b)",
    re.I,
)


#: The label of an entry that is not the first of its list.
_ENTRY = re.compile(r"\W?[B-HJ-Z][.)]\s+")
_ENDS = re.compile(r"(?<=[.!?])\s+")
_WORD = re.compile(r"[^\W\d_]{2}")
_MOST_SHOWN = 120


def is_entry(text: str, pattern: re.Pattern[str]) -> bool:
    """Is a text an entry of its own that says nothing but what a pattern does: "B. Withdrawn"?"""
    label = _ENTRY.match(text)
    return label is not None and pattern.fullmatch(text, label.end()) is not None


def hold(text: str, drafts: Sequence[Draft], reason: str) -> None:
    """Hold orders that need no wording where a few words behind them are not understood."""
    whole = [one for one in drafts if one.is_whole and one.fragment is None]
    said = " ".join(" ".join(one.said[0].split()) for one in whole)
    sentences = _ENDS.split(text)
    ordering = (at for at, one in enumerate(sentences, 1) if " ".join(one.split()) in said)
    behind = sentences[max(ordering, default=0) :]
    if whole and (found := next(filter(stands_open, behind), "")):
        for draft in whole:
            draft.held = draft.held or reason.format(found.strip()[:_MOST_SHOWN])


def stands_open(sentence: str) -> bool:
    """Does a short sentence without a verb say something of an order that is not understood?"""
    said = masked(sentence[:_LONGEST]).strip()
    if not said.endswith((".", "!", "?")) or len(said.split()) > _FEW or not _WORD.match(said):
        return False
    known = _VERB.search(said) or ORDER.search(said) or _SUBJECT.match(said)
    known = known or _UNDERSTOOD.match(said)
    return said == sentence.strip() and not known

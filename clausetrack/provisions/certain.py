"""Whether a period from an event is the last day of a duty, by all that stands round it."""

from __future__ import annotations

import re

from clausetrack.provisions.sentences import sentences

#: What may stand right behind the event and leaves the last day as it is: who ratifies, what the
#: thing to be done is for, who must do it, or a condition (which is told by itself).
_BEHIND = re.compile(
    r"(?: by (?:the |its )?(?:(?:union|guild|association)(?:['’]s)? )?members(?:hip)?)?"
    r"(?:\s*[.;]|\s*\Z| to(?: [a-z]|:)| and (?:shall|will|must) (?!not\b)"
    r"|,? (?:if|unless|provided|subject to)\b"
    r"|,? (?!(?:and|or|at|in|on|of|for|from|by|with)\b)(?:[\w’'-]+ ){1,8}?"
    r"(?:shall|will|must|may|should|is|are)\b)"
)
#: Words that give another last day beside the event, or that make no duty of what is to be done.
_UNCERTAIN = re.compile(
    r"\b(?:whichever|(?:earlier|earliest|later|latest|sooner) of|(?:no|not) (?:before|earlier)"
    r"|or (?:up)?(?:on|by|within|before|after|at|from|of|if|the|that|sign\w*|ratif\w*|such|sooner"
    r"|earlier|later)|until|but|though|however|except|endeavours?|efforts"
    r"|(?:wher(?:e|ever)|if|(?:as|so|in so|inso) ?far as)(?: \w+){0,3}? (?:practicable|possible)"
    r"|aims?|hopes?|intends?|expects?|tr(?:y|ies))\b",
    re.I,
)
#: What is not to be done has no last day: "No post will be cut within six months of ratification".
_NOT = re.compile(r"\b(?:not|no|nor|neither|never|none|nobody|cannot|without|refrains?)\b", re.I)
_NEXT = 6  # characters behind "shall" in which "not" stands
_MODAL = re.compile(r"\b(?:shall|will|must|should|may|can|could|might)\b")


def is_certain(match: re.Match[str]) -> bool:
    """Whether a match of `AFTER_EVENT` is the last day of a duty and nothing says otherwise.

    What is not understood in its sentence may move the day, so the words alone are told then.
    """
    start, end = sentences(match.string, match.start(), match.end())
    before, behind = match.string[start : match.start()], match.string[match.end() : end]
    modals = _MODAL.findall(before)[-1:] or _MODAL.findall(behind)[:1]
    after = None if _MODAL.search(before) else _MODAL.search(behind)
    ordered = f"{before} {behind[: after.end() + _NEXT] if after else ''}"
    return (
        not _NOT.search(ordered)
        and _BEHIND.match(behind) is not None
        and not _UNCERTAIN.search(match.string, start, end)
        and not set(modals) - {"shall", "will", "must"}
    )

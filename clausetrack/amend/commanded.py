"""Is the change that a sentence names commanded, or does the sentence only speak of it?

"The union will look into replacing “x” with “y” in clause 4" has the verb, the words and the clause
of an order. No list of the words by which one only speaks of a change is whole; where the verb of
an order stands in its sentence is soon told.
"""

from __future__ import annotations

import re

from clausetrack.segment.wording import as_order, masked

_LONGEST = 600  # characters of a sentence that are looked at: texts are hostile
_MOST_SHOWN = 4  # words before the verb
_STEM = r"(?:amend|chang|delet|insert|omit|remov|repeal|replac|renumber|substitut|add)"
_BARE = r"(?:amend|change|delete|insert|omit|remove|repeal|replace|renumber|substitute|add|vary)"
_DONE = rf"(?:{_STEM}(?:e?d)|omitted|varied)"
#: An order, in the words that nothing but one has.
_ORDERED = re.compile(
    rf"(?<!\bto )(?<!\ba )(?<!\bthe )(?<!\bany )\b{_BARE}\b"
    rf"|\b(?:is|are|be)(?: hereby| to be)? {_DONE}\b",
    re.I,
)
_FORMS = re.compile(
    rf"\b(?P<gerund>(?:{_STEM}|omitt|vary)ing)\b|\b(?P<infinitive>to (?:\w+ly )?{_BARE})\b", re.I
)
_AGREED = r"agree[sd]?|reached (?:an? )?agreement|resolve[sd]?|decide[sd]?|settle[sd]?"
#: What an "-ing" may stand behind: "by replacing", "in clause 4, replacing", "agree on replacing".
_BEFORE_GERUND = re.compile(
    r"(?:\A|[.,:;–—)\]”\"’\d-]|\b(?:by|and|then|also|through|hereby"
    rf"|(?:{_AGREED})(?: on| upon| to)?))"
    r"\s*\Z",
    re.I,
)
#: "“x” is to replace “y”", "they agree to replace".
_BEFORE_INFINITIVE = re.compile(
    rf"(?:\A|[.,:;–—)\]\d-]|\b(?:is|are|and|then|(?:{_AGREED})(?: instead| also)?))\s*\Z", re.I
)
_WHETHER = re.compile(
    rf"\b(?:whether\b|(?:how (?:best )?to|why(?: (?:to|we|they|the parties))?) {_BARE}\b)", re.I
)
#: Why a change is made: "To make clear whether it lapses, …"
_PURPOSE = re.compile(
    r"(?:\A\W*|(?<=,) )(?:in order to|so as to|to|following|given|because|having)"
    r" [^,;:“”\"]{1,200},",
    re.I,
)
_THAT_DOES = re.compile(
    r"\b(?:that|which)(?: would| will)? (?:(?:amend|insert|add|omit|repeal)s|"
    r"(?:change|delete|remove|replace|substitute)s|varies)\b",
    re.I,
)
_DID = re.compile(
    r"\b(?:parties|they|we|union|company|employer|council|board|ministry|trust)(?: \w+ly)? "
    rf"{_DONE}\b",
    re.I,
)


def spoken_of(sentence: str) -> str:
    """The words by which a sentence only speaks of a change; "" where it orders one."""
    plain = masked(as_order(sentence))[:_LONGEST]
    plain = _PURPOSE.sub(lambda found: " " * (len(found[0]) - 1) + ",", plain)
    ordered = _ORDERED.search(plain)
    end = ordered.start() if ordered else len(plain)
    if found := _WHETHER.search(plain, 0, end):
        return _shown(sentence, found)
    for form in _FORMS.finditer(plain, 0, end):
        stands = _BEFORE_GERUND if form["gerund"] else _BEFORE_INFINITIVE
        return "" if stands.search(plain[: form.start()]) else _shown(sentence, form)
    told = _THAT_DOES.search(plain, 0, end) or _DID.search(plain, 0, end)
    return _shown(sentence, told) if told else ""


def _shown(sentence: str, found: re.Match[str]) -> str:
    before = sentence[: found.start()].split()[-_MOST_SHOWN:]
    return " ".join([*before, found[0]]).strip(' ,;:“”"')

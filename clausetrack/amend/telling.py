"""Sentences that order a change by telling it: "Clause 9.4 no longer applies", "… goes up to $13".

No list of verbs is whole. So a sentence that names a clause of the agreement and says that anything
in it becomes, goes, is now or shall be something is a change, and a person is told of it, unless it
says that all stays as it is, what people will do about the clause, or what was so before.
"""

from __future__ import annotations

import re

from clausetrack.numbering import NUMBER_WORD
from clausetrack.segment.phrases import DIVISION
from clausetrack.segment.wording import CITATION, as_order, masked

_LONGEST = 2000  # characters; texts are hostile
_LETTERED = r"[A-Z]\.?\d[\w.]*"
_CLAUSE = (
    rf"(?:(?:(?:sub-?)?(?:clauses?|paragraphs?)|cls?)\.? (?:{CITATION}|{_LETTERED})"
    rf"|(?:{DIVISION}|Table) (?:\d+|[A-Z])\b"
    r"(?:,? clauses? \d[\w.]*)?"
    r"|(?<![\w.$])[1-9]\d*[A-Z]?(?:\.\d+[A-Z]?)+(?:\([a-z]+\))*"
    r"(?!\w|[.,]\d| ?(?:%|per\b|cents|am\b|pm\b|hours|days|weeks|million|times|FTT?E)))"
)
_CITES = re.compile(rf"(?i:{_CLAUSE})(?! of (?:these|this) (?:terms|settlement|offer))")
#: "In clause 4.1, ", "Clause 12: "
_LED = re.compile(
    rf"\W*(?:(?:In|At|Under|For|From|To|Within|On) )?(?i:{_CLAUSE})"
    r"(?: \([^()]{1,40}\)| [A-ZĀĒĪŌŪ][\w ’']{0,40})?(?:,|\s?[:–—]|\s-)\s"
)
_STATUTE = re.compile(
    r"\b(?:clauses?|sections?|ss?|parts?|schedules?)\.? ?\d[\w().]*,?"
    r"(?: (?:of|to|in) schedule \d+)? (?:of|to|in) the (?:[A-ZĀĒĪŌŪ][\w’']*\s|(?:and|of|for"
    r"|in)\s)*?Act\b", re.I
)  # fmt: skip
#: A part of the sentence that has a verb of its own.
_JOINT = re.compile(r"[;:]\s|,?\s(?:and|but|while|whereas)\s|,\s")
_SUBORDINATE = re.compile(
    r"\A\W*(?:When|Where|If|As|While|Because|Since|Although|Though|Given|Until|Unless|Once|Whereas"
    r"|Whenever|Should)\b[^,]*,",
    re.I,
)
#: Words that make what follows no statement of the sentence itself ("the tools that will be").
_HANGS = re.compile(
    r"\b(?:that|which|who|what|how|whether)(?: \w+)?\s*$"
    r"|\b(?:if|when|whenever|where|wherever|because|since|until|unless|once|as)\b[^,;]*"
    r"(?<!\bit )(?<!\bthey )$",
    re.I,
)
_RELATIVE = re.compile(r"\W*(?:who|whose|which)\b")
_EXPLAINS = (
    r"\W*(?:(?:explanatory|drafting|background) (?:notes?|comments?)|explanations?|rationale"
    r"|background|context|commentary|comments?|reasons?|purpose|recitals?|preamble|ratification"
    r"|introduction|whereas)"
)
_REMARK = re.compile(rf"{_EXPLAINS}\s?[:–—-]|\W*whereas\b", re.I)
_REMARKS = re.compile(rf"{_EXPLAINS}(?: (?:and|to|on) [\w ]{{1,30}})?\W*", re.I)
_WHO = (
    r"(?:parties|unions?|employers?|ministry|secretary|members|managers?|committee|board|council"
    r"|(?:working )?(?:party|group)|(?-i:[A-Z]{3,6})|we|it is|they)"
)
#: What somebody thinks of a clause, or is glad of.
_HELD = re.compile(
    rf"\b{_WHO}(?: (?:also|both|further|jointly|have|has|hereby))* (?:note[sd]?|acknowledge[sd]?"
    r"|recogni[sz]e[sd]?|understands?|understood|believes?|considers?|hopes?|hoped|expects?"
    r"|expected|intends?|intended|wish(?:es)?|thanks?|reserves?|affirms?|reaffirms?"
    r"|sought|asked|claimed|wanted|argued)\b", re.I
)  # fmt: skip
#: What the terms say of themselves.
_OWN = re.compile(r"\W*(?:this|the|these) (?:offer|settlement|terms|memorandum)\b", re.I)
_THAT = re.compile(r"\W*(?:and |but )?that\b", re.I)
_ALTER = (
    r"(?:abolish|broaden|confine|cut|discontinue|disapply|dispense with|double|drop|expand|extend"
    r"|freeze|get rid|halve|improve|increase|lengthen|lift|limit|lower|narrow|raise|redraft|reduce"
    r"|rephrase|rescind|restore|restrict|revoke|reword|rewrite|scrap|shorten|simplify|strike"
    r"|take out|tidy|widen)\b"
)
#: "The parties agree to scrap clause 9.4."
_RESOLVES = re.compile(
    r"\b(?:(?:agree|propose|resolve|decide)[sd]? to|(?:is|are) to|will|shall)(?: (?:now|also))?"
    rf" {_ALTER}",
    re.I,
)
_PROMISES = re.compile(
    rf"\b{_WHO}(?: (?:and|the|its|his|their|also|both|each|jointly|{_WHO})){{0,6}}"
    r" (?:(?:will|shall|must|should|may|can)|(?:is|are) to"
    r"|(?:agree|undertake|commit|intend|propose)s? to(?! (?:an?|the)\b))\b"
    r"(?! (?:now |also )?(?:pay|provide|give|grant|supply|allow|have|receive|get)\b)", re.I
)  # fmt: skip
_UNNAMED = (
    r"\bnot [^.;]{0,40}\b(?:listed|mentioned|referred to|shown|included|covered|set out|specified"
    r"|amended|changed|addressed|noted)\b"
)
#: "If a clause is not mentioned below, it stays as it is."
_REST_STAYS = re.compile(
    rf"(?:[^.;]{{0,60}}\b(?:clauses?|provisions?|terms|conditions|parts?|matters?)\b[^.;]{{0,40}}"
    rf"{_UNNAMED}|\W*(?:unless|except)\b[^.;,]{{0,60}}\b(?:specified|stated|listed|mentioned"
    r"|set out|amended|noted|varied|shown)\b)[^;]{0,80}\b(?:remains?|stays?|unchanged|continues?"
    r"|roll(?:s|ed)? over|carr(?:y|ied|ies) (?:over|forward)|stands?)\b[^.;]{0,80}\W*",
    re.I,
)
_THE = re.compile(r"\W*(?:[\d.]+ )?(?:\([a-z]{1,4}\) )?(?:(?:the|both|each) )?", re.I)
#: What may be of the order before it, or say how far that goes.
_POINTS = re.compile(
    r"\b(?:th(?:is|at|ese|ose|ey|em)|it|such|above|below|before|same|also|only|new|extra|others?"
    r"|additional|if|unless|when|where|subject|provided|except|excluding|from|until|rates?|amounts?"
    r"|pa(?:y|id|yment)|backdat\w+|implement\w*|introduc\w+|appl(?:y|ies|ied|ication)\w*|operat\w+"
    r"|commenc\w+|start\w*|begin\w*|phase\w*|increas\w+|chang\w+|amend\w*|var(?:y|ied|iation)\w*"
    r"|clauses?|paragraphs?|wording|accordingly|agree\w*)\b|[%$]",
    re.I,
)
_STAYS = re.compile(
    r"\b(?:(?<!who )(?<!that )remains?|stays?|(?<!who )(?<!that )continues?|unchanged|unaltered"
    r"|unaffected|(?:is|are|be) (?:maintained|retained)|nothing|never"
    r"|as (?:it|they|before)(?: (?:is|are|was|were|do|does|now|stands?))?"
    r"|(?:not|no longer|cannot)(?: \w+)? (?:agree|accept|propose)\w*"
    r"|no (?:\w+ )?(?:changes?|effects? on)"
    r"|not (?:be )?(?:\w+ly )?"
    r"(?:agreed|(?:chang|alter|amend|affect|propos|intend|limit|prevent|mean)\w*)"
    r"|(?:aim|intent|intention|object(?:ive)?|purpose) (?:behind|of)"
    r"|(?:claims?|proposals?) (?:for|to|that|about|on|is|are|was|were|has|have))\b",
    re.I,
)
_MODAL = (
    r"(?:will|shall|should|must|(?:is|are|has|have|ought)(?: not)? to)"
    r"(?: (?:not|now|also|then|only|instead|always|in future|each))*"
)
#: What is done about a clause, and not to it.
_ABOUT = (
    r"(?:made|met|calculated|paid(?! (?:at|\$|an?\b|for|double|out))|explained|promoted|discussed"
    r"|reviewed|monitored|evaluated|looked|considered|consulted|chaired|notified|published|offered"
    r"|funded|communicated|implemented|(?:re)?printed|circulated|distributed|provided (?:to|with)"
    r"|raised with|referred|dealt|familiar|settled|signed|ratified|convened|established|completed"
    r"|undertaken|carried out|conducted|held|developed|prepared|drafted|reported|recorded|noted"
    r"|subject to|in accordance|in line|consistent|by|read|interpreted|construed|understood"
    r"|available|pleased|happy|grateful|reminded|asked|encouraged|trained|briefed|advised|informed"
    r"|told|surveyed|supported|helped|posted|tested|piloted|trialled|used|followed|applied|needed"
    r"|easier|harder|clear|clearer|borne)\b"
)
_SHALL = re.compile(
    rf"\b{_MODAL} (?:be (?!{_ABOUT})\S|(?:provide|cover|apply|include|extend|say|state|refer|mean"
    r"|allow|give|have|require|go(?! to [a-z]+ation)|come|become|change|move|increase|rise|fall"
    r"|drop|double|halve|end|cease|expire|lapse|operate|run|start|begin|commence|take effect|pay"
    r"|receive|get|contain|permit|exclude|prevail|override|count|revert|reduce|stand(?! as)"
    r"|disappear|attract|carry|form|follow|keep|match|track)\b)",
    re.I,
)
_PARTICIPLE = (
    r"(?:abolished|added|adjusted|altered|amended|brought (?:up|down|in|into)|broadened|cancelled"
    r"|capped|changed|collapsed|combined|compressed|confined|created|crossed out|cut|deleted"
    r"|discontinued|disestablished|doubled|dropped|exchanged|expanded|extended|fixed at|folded|gone"
    r"|halved|incorporated|increased|inserted|introduced|lengthened|lifted|limited|lowered"
    r"|modernised|narrowed|omitted|opened|overridden|put (?:up|down|on|in)|raised|redrafted|reduced"
    r"|relocated|removed|rephrased|replaced|rescinded|restated|restricted|revised|revoked|reworded"
    r"|rewritten|scrapped|set (?:at|to)|shortened|simplified|strengthened|struck|substituted"
    r"|superseded|suspended|swapped|taken out|tidied|transferred|trebled|tripled|uncapped|updated"
    r"|uplifted|varied|widened|withdrawn|redundant|obsolete|void|spent|history|over|at an end"
    r"|of no (?:further )?effect|(?:up|down) (?:by|to|from)|(?:up|down|out)(?=\W*$))"
)
_AWAY = r"(?:up|down|out|from|to|away|back|in|into)\b"
_MOVES = re.compile(
    rf"\b(?:becomes?|turns? into|(?<!\bto )(?:goes|go)(?! to [a-z]+ation)(?= {_AWAY}|\W*$)"
    r"|(?<!when it )(?<!\bto )comes? (?:out|in|into|to|down|up|off|under|within)"
    r"|(?<!the )(?<!any )(?<!no )(?<!these )(?<!those )(?<!of )(?<!to )"
    r"changes(?= (?:to|from|so|as|on|in)\b|\W*$)"
    r"|(?:moves?|drops?|lifts?|rises?|falls?|increases?|decreases?|grows?|shrinks?|widens?|narrows?"
    r"|reverts?|switch(?:es)?|extends?)(?: \w+ly)? (?:to|from|by|up|down|away|off)\b"
    rf"(?! (?:the )?{_CLAUSE})"
    r"|doubles|halves|expires?|lapses?|ceases?|disappears?|ends(?= on|\W*$)"
    r"|(?:is|are)(?: (?:hereby|now|then|therefore|also|only|henceforth|being|to be))*"
    rf" {_PARTICIPLE}"
    rf"|(?:has|have)(?: been)? {_PARTICIPLE}\b(?! (?:since|in \d{{4}}|for (?:many|some|years|\d)))"
    r"|(?<!\buntil )(?<!\bby )(?<!\bas )now(?! (?:that|agreed|be (?:seen|clear)))|no longer"
    r"|(?:has|have) (?:ceased|lapsed|expired|ended)"
    r"|(?:has|have) no (?:further |more )?(?:effect|force|application)|from now on|henceforth"
    r"|also (?:appl|cover|includ|extend)\w*"
    r"|(?:appl(?:y|ies)|extends?|covers?) [^.;,]{1,60} (?:as well|too)\b"
    r"|(?:has|have) (?:an? )?(?:additional|extra|further|new|second)|instead|in place of|no more"
    r"|needs? not"
    r"|(?:do|does|is|are) not (?:have|need|required) to"
    rf"|gives? way|goes (?=(?:the )?{_CLAUSE})|swap|dies?|to go(?=\W*$)|to be \w+ed(?=\W*$))\b"
    r"|→|[-=]>",
    re.I,
)
_TURNS = re.compile(
    rf"{_CLAUSE} (?:gains?|gets?|joins?|loses?|merges?|picks? up|takes? on)\b"
    # "Clause 6.1 to have a cap": a sentence of a few words that has no other verb
    rf"|\A\W*{_CLAUSE} to (?:be (?!{_ABOUT})|(?:allow|apply|cover|exclude|extend|have|include"
    rf"|provide"
    r"|refer|require|say|state)\b)",
    re.I,
)
#: Where behind the words a clause is named for them, and not in passing.
_BEHIND = re.compile(
    r"(?<!set out )(?<!provided )(?<!provided for )(?<!described )(?<!specified )(?<!defined )"
    rf"(?<!contained )(?<!referred to )(?<!on )\b(?:in|of|from|at) (?i:{_CLAUSE})"
)
_UNDER = re.compile(rf"{_BEHIND.pattern}|\b(?:into|on|to|under|within) (?i:{_CLAUSE})")
_FIGURE = re.compile(
    r"(?<!within )(?<!within the next )(?<!least )(?<!\bcost )(?<!\bcost of )(?<!about )(?:\$\s?\d"
    r"|(?<![\d.,])\b\d[\d.,]*\s?(?:%|(?:per cent|cents|hours?|days?|weeks?|months|years|minutes)\b)"
    rf"|\b(?!(?:zero|one)\b)(?:{NUMBER_WORD})"
    r"(?: (?:more|further|additional|extra|fewer|less|paid|working))*"
    r" (?:hours|days|weeks|months|years|per cent)\b)",
    re.I,
)
#: A day from which something is so.
_FROM = re.compile(
    r"\b(?:as )?[Ff]rom (?:\d{1,2} [A-Z][a-z]+|20\d\d|(?:the date of )?(?:ratification|settlement"
    r"|signing))\b"
)
#: "The rates in Schedule A are as follows:", over a table.
_SHOWN = re.compile(
    r"\b(?:rates?|scales?|salar(?:y|ies)|wages|allowances?|amounts?|figures?|wording|text|table)\b"
    r"[^;]*\b(?:is|are|(?:shall|will) be)(?: now)?(?: as (?:follows|below)| the following"
    r"| those below| (?:set out|shown|printed) (?:below|in the table))\s*[:.]?\s*$",
    re.I,
)
_AGREED = re.compile(r"\b(?:has|have)(?: now)?(?: been)? agreed\b", re.I)
#: What is so already, or was, or is only reckoned.
_TOLD = re.compile(
    r"\b(?:was|were|(?:has|have)(?! \d)|had|current(?:ly)?|present(?:ly)?|existing|costs?|costed"
    r"|worth|budget"
    r"|value of|equivalent|reflects?|represents?|equates?|amounts? to|based on|calculated|rounded"
    r"|average|within|because)\b",
    re.I,
)
_DO = (
    r"(?:make(?! no)|put(?! simply| another)|set(?! out)|bring|give(?! effect| notice)|cut|scrap"
    r"|strike|get rid|dispense with|take(?! note| effect)|tidy|fix|cancel|rescind|revoke|ditch|lose"
    r"|widen|broaden|narrow|limit|restrict|confine|expand|shorten|lengthen|double|halve|lower"
    r"|rephrase|redraft|restore|adjust|simplify|shift|withdraw|cross out|apply|align|convert|define"
    r"|re-?letter|transfer|relocate|separate|join|cap|extend|freeze|abolish|discontinue|drop"
    r"|disapply)\b"
)
_IMPERATIVE = re.compile(
    rf"\W*(?:(?:and|then|also) )?(?i:{_DO})|(?:{_LED.pattern})\(?(?i:{_DO})"
    rf"|\W*(?i:{_ALTER})|\W*(?:No more|Out goes?|Out with) (?i:{_CLAUSE})"
    r"|\W*(?:Added|Amended|Changed|Deleted|Inserted|Omitted|Removed|Replaced|Substituted)"
    r" (?:at|from|in|to)\b"
)
_BARE = re.compile(
    rf"\W*(?:Sub-?)?(?i:{_CLAUSE})\s*[:–—-]?\s*(?:out|gone|up|down|ditto|{_PARTICIPLE})\b(?! of)"
)


def tells_change(text: str) -> bool:
    """Does a sentence of terms tell of a change to a clause that it names?"""
    plain = _STATUTE.sub("the Act", " ".join(masked(as_order(text[:_LONGEST])).split()))
    if not _CITES.search(plain) or _REMARK.match(plain):
        return False
    rest = _SUBORDINATE.sub("", plain, count=1)
    if (_IMPERATIVE.match(rest) or _BARE.match(rest)) and not _STAYS.search(rest):
        return True
    led = _LED.match(rest)
    named = led is not None
    start = led.end() if led else 0
    held = False
    for end in [*(one.start() for one in _JOINT.finditer(rest, start)), len(rest)]:
        part = rest[start:end]
        held = bool(_HELD.search(part)) or (held and bool(_THAT.match(part)))
        stays = held or bool(_OWN.match(part) or _STAYS.search(part))
        if not stays and _RESOLVES.search(part) and (named or _CITES.search(part)):
            return True
        if not (stays or _PROMISES.search(part)) and _tells(part, named):
            return True
        named = named or (not _RELATIVE.match(part) and bool(_CITES.search(part)))
        start = end
    return False


def _tells(part: str, named: bool) -> bool:
    """Does one statement tell a change, of a clause that it names or that is `named` before it?"""
    if _TURNS.search(part) or (_SHOWN.search(part) and (named or _CITES.search(part))):
        return True
    for pattern, behind in ((_MOVES, _UNDER), (_SHALL, _BEHIND)):
        for found in pattern.finditer(part):
            before = part[: found.start()]
            about = named or _CITES.search(before) or behind.search(part, found.start())
            if about and not _HANGS.search(before):
                return True
    figure = _FIGURE.search(part) or _FROM.search(part)
    aimed = named or _CITES.search(part)
    done = re.search(rf"\bbe {_ABOUT}", part, re.I)
    return bool(
        figure
        and aimed
        and not (_TOLD.search(_AGREED.sub("", part)) or done or _HANGS.search(part))
    )


def is_promised(text: str) -> bool:
    """Does a sentence say what somebody will do, and not what people are paid or have?"""
    return bool(_PROMISES.search(text[:_LONGEST]))


def figures(text: str) -> bool:
    """Does a sentence give an amount, or how much or how long something is?"""
    return bool(_FIGURE.search(text[:_LONGEST]))


def is_held(text: str) -> bool:
    """Does a sentence say what somebody notes or thinks, or what stays as it is?"""
    return bool(_HELD.search(text[:_LONGEST]) or _STAYS.search(text[:_LONGEST]))


def rest_stays(text: str) -> bool:
    """Does a sentence say that what the terms do not name stays as it is, and no more?"""
    return bool(_REST_STAYS.fullmatch(text[:_LONGEST]))


def stands_apart(text: str) -> bool:
    """Does a sentence say what somebody will do or notes, and point at nothing said before it?

    "The employer will brief its managers by 1 August 2025." behind an order does not limit it.
    """
    said = text[:_LONGEST]
    who = _THE.match(said)
    at = who.end() if who else 0
    about = _PROMISES.match(said, at) or _HELD.match(said, at)
    return about is not None and not _POINTS.search(said)


def is_explained(heading: str) -> bool:
    """Is a heading the title of what explains terms, or says why they were agreed?"""
    return bool(_REMARKS.fullmatch(heading))

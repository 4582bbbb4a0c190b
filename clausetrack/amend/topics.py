"""What stands before the colon of an order: its topic, or for whom, where or when alone it holds.

"Hours of work: in clause 5.1 replace …" says what the order is about, and "Cleaners: in clause 5.1
replace …" for whom. No list tells names of people from names of things, so a topic is what the
clause itself is called, or a word by which agreements call what they regulate. In doubt it limits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausetrack.amend.citing import as_printed
from clausetrack.amend.fronts import CITED, front_of
from clausetrack.amend.groups import groups
from clausetrack.amend.naming import PEOPLE
from clausetrack.amend.plan import Refusal
from clausetrack.amend.tree import Tree, citation
from clausetrack.model import Clause, Document
from clausetrack.segment.phrases import ORDINAL
from clausetrack.segment.wording import CITATION, ORDER, as_order, masked
from clausetrack.settlement import Amendment
from clausetrack.values import MONTH_IN_FULL

_LONGEST = 600  # characters of an order that are looked at: texts are hostile
_MOST_WORDS = 8
_STEM = 4  # letters by which a word is known in its other forms
_MOST_BELOW = 20  # clauses below the one that an order is on
_LEAD = re.compile(
    r"\W*(?P<words>[^\W\d_](?:[^:;.!?“”\"]|\.(?=\d)){0,80}?)\s*(?::|\s[–—-])\s+(?=\S)"
)
#: "At the Harbour site, in clause 5.1 …"
_SOMEWHERE = re.compile(
    r"\W*(?P<words>(?:at|in|within|across|during|on|over|for|among|while|whilst|pending|concerning"
    r"|regarding|with (?:respect|regard) to|as (?:regards|to)) [^,:;.“”\"]{2,60}),\s+"
    r"(?=(?:(?:in|at|for|under|from|after|before|amend|replace|delete|insert|vary|change) )?"
    r"(?:the )?"
    r"(?:(?:sub-?)?clauses?\b|paragraphs? \d|\d+\.\d))",
    re.I,
)
#: "In clause 5.1 (cleaners), …", "Clause 5.1 – Cleaners: …"
_NAMED = re.compile(
    rf"\W*(?:(?:in|at|from|under|amend) )?clause {CITATION}(?: (?:is|are|(?:shall|will) be))?,? ?"
    r"(?:\((?P<name>[^()\d]{3,60})\)(?=\s*[,:]| (?:is|are|be|shall|will|to|by|replace|delete"
    r"|insert|omit|amend|substitute|add|remove)\b)"
    r"|[:–—-] ?(?P<called>[^\d:;,.()“”\"–—]{3,60})(?=:|,? (?:[–—-] )?(?:replace|delete|insert"
    r"|omit|substitute|add|remove)\b)"
    r"|(?<=, )(?!(?:delet|omit|remov|replac|strik)\w*\b)"
    r"(?P<between>[^\d,:;.()“”\"‘'][^,:;.()“”\"‘']{1,40}),(?= (?:replace|delete|insert|omit"
    r"|substitute|add|remove|amend|vari|change)\w*\b))",
    re.I,
)
#: "Clause 5.1 for cleaners is amended …", "In clause 5.1, so far as it concerns cleaners, …"
_QUALIFIED = re.compile(
    rf"\bclauses? {CITATION}(?: \([^()]*\))?,? (?P<words>(?:"
    r"for (?!(?:(?:the|each|every|any) )?(?:words?|figures?|phrases?|references?|amounts?|sums?"
    rf"|rates?|expressions?|definitions?|headings?|sentences?|{ORDINAL}|term"
    r"|(?:sub-?)?(?:clause|paragraph)s?|items?|bullets?|notes?|rows?|tables?"
    r"|duration|purposes?|avoidance|sake)\b|clarity|consistency|completeness"
    r"|(?:this|that|these) reason|[“\"‘'$£\d])"
    r"|(?:as|so far as|in so far as|insofar as|to the extent(?: that)?) (?:it|they|that|this)"
    r" (?:appl|relat|concern|affect|deal|govern)\w*|in (?:its|their) application to"
    r"|as (?:applied|applicable) to|(?:with (?:respect|regard) to|in (?:relation to|respect of)"
    r"|as regards|concerning|regarding|covering) (?!clauses?\b|the (?:words?|figures?)\b))"
    r"[^,:;.“”\"‘']{2,60}"
    r"|(?:at|in|within|across) (?!(?:(?:the|each|its|that|this) )*(?:end|start|beginning|foot|top"
    rf"|{ORDINAL}|opening|following|existing|current|words?|figures?|phrase"
    r"|place|line|list|lists|lead|table|scale|rates?|row|column|heading|title|definitions?|sentence"
    r"|note|(?:sub-?)?paragraph|(?:sub-?)?clauses?|bullet|item|part|schedule|appendix|annex"
    r"|supplement|article|agreement|full|order|respect|relation|its|both|two|three|all|every|it|them"
    r"|lieu|each)\b|[“\"‘'(\d]|[A-Z]\.?\d)[\w’' -]{2,40}?"
    r"(?= (?:is|are|shall|will|be|replace|delete|insert|omit|substitute|to read)\b))",
    re.I,
)
#: What such words are, that say neither for whom nor where.
_MANNER = re.compile(
    r"(?:in (?:addition|accordance|consequence|consideration|exchange|full|keeping|light|line|order"
    r"|particular|place|lieu|principle|recognition|relation|respect of (?:clause|part)|response"
    r"|return|settlement|turn|view|the (?:interests?|same way)"
    r"|(?:the|this|that|our) (?:[\w-]+ ){0,4}agreement$)"
    r"|for (?:the )?(?:avoidance|clarity|completeness|consistency|example|instance|purposes?"
    r"|reasons?|sake|(?:the same|this|these|that) (?:purpose|reason)s?)"
    r"|to (?!be )[a-z]{3,}|so (?:that|as)|as (?:agreed|noted|above|part|an? (?:consequence|result))"
    r"|because|since|having|recogni[sz]ing|noting|reflecting|given (?:the|that)|consistent with"
    r"|(?:after|following) (?:bargaining|discussions?|negotiations?|consultation|mediation)"
    r"|by agreement|pursuant to"
    r"|at the (?:same time|(?:beginning|end|foot|start|top)$)|on (?:the|that|this) basis)\b",
    re.I,
)
#: A place in a text.
_UNIT = re.compile(
    r"\b(?:sentence|paragraph|bullet|row|column|table|scale|heading|title|note|definition|word"
    r"|figure|list|section|clause|line|item)s?\b",
    re.I,
)
#: What only brings an order in: "Agreed change:", "Consequential amendment:".
_BRINGS_IN = re.compile(
    r"\b(?:agree\w*|follow\w*|chang\w+|amend\w*|vari\w+|settle\w*|correct\w*|consequen\w+|items?"
    r"|issues?|points?|orders?|instructions?|claims?|numbers?|housekeeping|editorial|drafting"
    r"|technical\w*|tid(?:y|ies|ying)|typo\w*|general|new|also|first(?:ly)?|second(?:ly)?"
    r"|third(?:ly)?|last(?:ly)?|likewise|similarly|therefore|moreover"
    r"|next|finally|further(?:more)?|additional\w*|accordingly|then|update[sd]?|outcome"
    r"|resolution|resolved|motion|moved|note|action|wording|parts?|articles?|schedules?|appendix"
    r"|insert\w*|delet\w+|replac\w+|renumber\w*|repeal\w*|substitut\w+|remov\w+|omit\w*)\b",
    re.I,
)
_HALF_AGREED = re.compile(
    r"(?:partly |provisionally )?agreed (?:in (?!full|settlement|bargaining)|subject|if|only"
    r"|provided|pending|to be|by (?!(?:the|both|all) parties)|for (?!all\b)|with |except|save)",
    re.I,
)
_DAY = re.compile(
    r"(?:with effect |effective |operative |commencing |as )?(?:from|on|at|of|upon)? ?(?:the )?"
    rf"(?:(?:\w+day,? )?\d{{1,2}}(?:st|nd|rd|th)? {MONTH_IN_FULL}"
    r"|(?:\w+ of )?(?:ratif|sign|commenc)\w+"
    r"|\d{1,2}/\d{1,2}/\d{2,4})\b",
    re.I,
)
#: By what agreements call what they regulate.
_TOPIC = re.compile(
    r"\b(?:absences?|abandonment|accidents?|acting up|administration|allowances?|annual|application"
    r"|appointments?|arrangements?|attendance|backpay|bargaining|bereavement|bonus(?:es)?"
    r"|breaks?|call[- ]?(?:back|out|in)s?|certificates?|change management|classifications?"
    r"|clothing|commencement|committees?|communications?|compensation|complaints?|conditions?"
    r"|confidentiality|consultation|coverage|deductions?|definitions?|development|disciplin\w+"
    r"|disputes?|duration|duties|education|employment|entitlements?|equipment|equity|evaluation"
    r"|expenses?|expiry|fees?|flexib\w+|footwear|gratuit(?:y|ies)|grievances?|harassment"
    r"|hazards?|health|higher duties|holidays?|hours|increments?|induction|inductions|insurance"
    r"|interpretation|kilometres|kiwisaver|laundry|leave|loadings?|meals?|meetings?|mileage"
    r"|misconduct|notice|objectives?|on[- ]call|overtime|parking|pay|payments?|penal(?:ty|ties)?"
    r"|penalty rates|pensions?|performance|policy|policies|procedures?|process|progression"
    r"|protections?|protective|purpose|qualifications?|rates?|recognition|records?|recruitment"
    r"|redundanc(?:y|ies)|registration|reimbursements?|relocation|remuneration|representation"
    r"|resignation|rest|restructuring|retention|retirement|retraining|reviews?|rights"
    r"|roster(?:s|ing)?|safety|salar(?:y|ies)|savings|scope|security|service|severance|sick"
    r"|sickness|standby|stand[- ]down|study|superannuation|supervision|suspension|tea"
    r"|term(?:s|ination)?|tikanga|time in lieu|toil|tools?|training|transfers?|transport|travel"
    r"|uniforms?|vehicles?|violence|wages?|washing|wellbeing|wellness|work|workloads?)\b",
    re.I,
)
_NOT_PEOPLE = (
    r"(?:rosters?|orders?|numbers?|matters?|letters?|offers?|papers?|powers?|transfers?|covers?"
    r"|computers?|quarters?|others?|dinners?|errors?|factors?|floors?|lists?|renewers?|indicators?)"
)
#: Whom, where, or when alone.
_LIMITS = re.compile(
    rf"\b(?:{PEOPLE}|(?!{_NOT_PEOPLE}\b)\w{{2,}}(?:ers|ors|ists|ians|[a-z]men|hands)"
    r"|women|midwi(?:fe|ves)|nurses?|cooks?|clerks?|aides?|guards?|chefs?|porters?|cleaners?|cadets?|students?"
    r"|graduates?|part[- ]time\w*|full[- ]time\w*|fixed[- ]term|casual|temporary|permanent"
    r"|seasonal|new starters|sites?|branch(?:es)?|depots?|offices?|campus(?:es)?|hospitals?"
    r"|regions?|areas?|plants?|factor(?:y|ies)|stores?|mills?|stations?|wards?|centres?"
    r"|districts?|departments?|divisions?|teams?|units?|crews?|libraries|library|north\w*"
    r"|south\w*|shifts?|nights?|days?|weekends?|evenings?|winter|summer|season|saturdays?"
    r"|sundays?|grades?|steps?|levels?|bands?|tiers?|groups?|only)\b",
    re.I,
)
_TIMES = re.compile(r"\b(?:shifts?|nights?|days?|weekends?|evenings?)\b", re.I)
_BEGINS_LIMIT = re.compile(
    r"(?:at|in|within|across|during|on|over|for|among|from|until|after|before|when|where|while"
    r"|if|once|unless|except|excluding|subject|provided|as regards|regarding|upon|following|but"
    r"|not|no|each|every|\w+ permitting)\b",
    re.I,
)
_ALL = re.compile(
    r"(?:for )?(?:all|every|each|both)(?: (?:of|the|other))* (?:employees?|staff|members?|workers?"
    r"|grades|sites|clauses|parties)\W*",
    re.I,
)
#: "Cleaners (clause 5.1): …"
_CITED_ASIDE = re.compile(rf"\s*\((?:clauses? )?{CITATION}\)", re.I)
#: "Item 3", "Claim 12(b)"
_COUNTED = re.compile(r"(?:items?|claims?|issues?|points?|changes?|amendments?) [\w().]{1,6}", re.I)
_JOINED = re.compile(r"[,/&]|\b(?:and|or)\b", re.I)
_WORD = re.compile(r"[^\W\d_][\w’']*")
#: What makes a word one of several, or a part of a name of people: "boots and overalls".
_BESIDE = rf"(?:,? (?:and|or)\b|, (?!(?:who|which)\b)|/| {PEOPLE}\b)"
_MORE = rf"(?:{_BESIDE}| (?:on|in|at|with|who|employed)\b)"
_SMALL = frozenset(re.findall(
    r"\w+", "the a an of in to for and or on at by with from our its their"
))  # fmt: skip
_IN_IT = (
    "“{}”, which it stands under, is clause {}, and the words may be meant in that alone: "
    "a person must decide"
)
_OF_PART = re.compile(
    rf"(?:the )?{ORDINAL} (?:sentence|paragraph|bullet(?: ?-?point)?|line|row|column)s?\W*", re.I
)  # fmt: skip
_PART_ALONE = "“{}”, which it stands under, is a part of the clause: a person must decide"
_FOR_SOME = "“{}” may say for whom, where or when alone the order holds: a person must decide"


def limited(base: Tree, amendment: Amendment, terms: Document) -> Refusal | None:
    """Refuses an order that may hold for some, somewhere or for a time alone."""
    if amendment.part is not None and amendment.part.everywhere and amendment.over:
        meant = _stems(amendment.over)
        called = next((one.id for one in base.clauses if _stems(one.heading_text) == meant), "")
        if called and amendment.part.place == "throughout":
            return Refusal("needs-decision", _IN_IT.format(amendment.over, called))
    if amendment.part is None and names_part(amendment.over):
        return Refusal("needs-decision", _PART_ALONE.format(amendment.over.rstrip(" :.")))
    said = _limiting(base, amendment, terms.fragment(amendment.fragment or ""))
    return Refusal("needs-decision", _FOR_SOME.format(said)) if said else None


def names_part(title: str) -> bool:
    """Is a title a part of a clause, and nothing else: "Second sentence"?"""
    return _OF_PART.fullmatch(title) is not None


def _limiting(base: Tree, amendment: Amendment, wording: Sequence[Clause]) -> str:
    """The words over or before an order that may limit it; "" where all of them are understood.

    `wording` is what is printed for it.
    """
    said = as_order(amendment.said[:_LONGEST])
    plain = masked(said)
    if qualified := _QUALIFIED.search(re.split(r":\s", plain)[0]):
        return as_printed(qualified["words"].strip(), amendment.said)
    words, never = front_of(plain)
    everywhere = amendment.part is not None and amendment.part.everywhere
    about = _About(base, amendment, wording)
    if words and (never or (not everywhere and not about.are_topics(words))):
        return as_printed(words, amendment.said)
    if not asks_the_clause(amendment):
        return ""
    found, named = _SOMEWHERE.match(plain), _NAMED.match(plain)
    if about.is_for_others(amendment.over):
        return amendment.over
    if amendment.over.endswith(":") and not about.is_topic(amendment.over.rstrip(" :")):
        return amendment.over
    if found and not (CITED.search(found["words"]) or about.is_topic(found["words"])):
        return found["words"]
    title = named and (named["name"] or named["called"] or named["between"])
    part = amendment.part
    if part is not None and part.kind == "row" and title == part.which:
        title = None  # the row by its name
    if title and not about.is_topic(title, title=title[0].isupper() or about.says(title)):
        return title
    at = 0
    while found := _LEAD.match(plain, at):
        words = _CITED_ASIDE.sub("", found["words"])
        if _is_order(words):
            break
        if not about.is_topic(words):
            return said[found.start("words") : found.end("words")]
        at = found.end()
    return ""


def asks_the_clause(amendment: Amendment) -> bool:
    """Has the order words over or before it of which its clause may say what they are?"""
    plain = masked(as_order(amendment.said[:_LONGEST]))
    leads = (_SOMEWHERE, _NAMED, _LEAD)
    over = amendment.over.endswith(":") or groups(amendment.over)
    return bool(over) or any(lead.match(plain) for lead in leads)


def is_lead(text: str) -> bool:
    """Is a line of the terms a few words that only lead in what stands below: "Cleaners:"?"""
    words = text.strip()
    return words.endswith(":") and not _is_order(words[:-1])


def _is_order(words: str) -> bool:
    """Are the words before a colon an order themselves, a sentence, or do they name a clause?"""
    return bool(CITED.search(words) or ORDER.search(words)) or len(words.split()) > _MOST_WORDS


class _About:
    """What an order is about: its clause with what stands over that, or the wording that it adds.

    `names` are their headings, `texts` what they say, and `subjects` those of the clause alone.
    """

    def __init__(self, base: Tree, amendment: Amendment, wording: Sequence[Clause]) -> None:
        aim = amendment.target or ""
        self.adds = aim not in base
        self.said = f"{amendment.said} {base.clauses[0].printed if base.clauses else ''}"
        path = base.path(aim) if aim in base else _over(base, aim)
        self.names = [one.heading_text for one in (*(base[each] for each in path), *wording)]
        own = base.subtree(aim)[:_MOST_BELOW] if aim in base else ()
        self.subjects = [one.own_text for one in (*own[:1], *wording)]
        self.texts = [one.own_text for one in (*own, *wording)]

    def is_topic(self, words: str, *, title: bool = False) -> bool:
        """Is this what the order is about? A `title` is, unless it names people or a place."""
        if _ALL.fullmatch(words) or _COUNTED.fullmatch(words):
            return True
        numbered, meant = bool(re.search(r"\d", words)), _stems(words)
        if not meant:
            return not numbered
        if self._is_called(meant) or any(self._is_subject(words, one) for one in self.subjects):
            return True
        if _HALF_AGREED.match(words):
            return False
        if _MANNER.match(words) or _DAY.match(words):
            return True
        limits = _LIMITS.search(words)
        if limits and not (title and self._has_time(words)):
            return False
        if _UNIT.search(words):
            return True
        if _BEGINS_LIMIT.match(words) or (numbered and not title):
            return False
        known = _BRINGS_IN.search(words) or _TOPIC.search(words)
        return title or bool(known) or any(_speaks_of(text, words) for text in self.texts)

    def are_topics(self, words: str) -> bool:
        """Is each of the words between commas before an order what it is about, or why?"""
        return all(self.is_topic(re.sub(r"^(?:and|but) ", "", one)) for one in words.split(", "))

    def is_for_others(self, title: str) -> bool:
        """Is it about others than the groups of people that are all that a title names?"""
        people, texts = groups(title), (*self.texts, *self.names)
        if not people or any(self._is_subject(title.rstrip(".:"), text) for text in texts):
            return False
        return not all(
            self._is_called(_stems(one)) or re.search(rf"\b{_phrase(one)}", self.said, re.I)
            or any(self._is_subject(one, text) for text in self.subjects)
            or any(_speaks_of(text.casefold(), one) for text in texts)
            for one in people
        )  # fmt: skip

    def says(self, words: str) -> bool:
        """Does the clause have these words in whatever form: "carry over" by "carried over"?"""
        said = {one[:_STEM] for text in (*self.names, *self.texts) for one in _stems(text)}
        return all(one[:_STEM] in said for one in _stems(words))

    def _has_time(self, words: str) -> bool:
        """Is it something of a shift or day that the clause speaks of: "shift length"?"""
        rest = _TIMES.sub(" ", words)
        spoken = all(re.search(rf"\b{one}", text, re.I) for text in self.subjects
                     for one in _TIMES.findall(words))  # fmt: skip
        named = bool(rest.strip()) and not words.endswith(tuple(_TIMES.findall(words)))
        return named and spoken and not _LIMITS.search(rest)

    def _is_called(self, meant: frozenset[str]) -> bool:
        """Is a clause over the order called so, or by these words and others of the same thing?"""
        called = ((name, _stems(name)) for name in self.names)
        return any(meant == has or (meant < has and not _JOINED.search(name))
                   for name, has in called)  # fmt: skip

    def _is_subject(self, words: str, text: str) -> bool:
        """Does a text begin with these words alone, or, where it is new, have them all?"""
        if self.adds:
            return _stems(words) <= _stems(text)
        spoken = rf"(?:(?:an?|the|each|every|all) )?{_phrase(words)}"
        return bool(re.match(rf"{spoken}(?!{_MORE})", text, re.I))


def _speaks_of(text: str, words: str) -> bool:
    """Does a text speak of a thing by these words, and of no other like it: "boots" in 8.1?"""
    plain, said = text[:_LONGEST], _phrase(words)
    alone = re.search(rf"(?<!\band )(?<!\bor )(?<!, )\b{said}(?!{_BESIDE})", plain)
    return bool(alone) and not re.search(rf"\b{said}{_BESIDE}", plain, re.I)


def _phrase(words: str) -> str:
    """A pattern of the words, the last in any of its forms: "melting" by "melted"."""
    *first, last = map(str.casefold, words.split())
    stem = re.escape(re.sub(r"(?<=\w{3})(?:ing|ed|es|s|e)$", "", last))
    return r"\s+".join([*map(re.escape, first), rf"{stem}(?:ing|ed|es|s|e)?\b"])


def _stems(text: str) -> frozenset[str]:
    """The words of a text that mean something, in singular."""
    found = (one.removesuffix("’s").removesuffix("'s") for one in _WORD.findall(text.casefold()))
    return frozenset(one.removesuffix("s") for one in found) - _SMALL


def _over(base: Tree, clause_id: str) -> list[str]:
    """The clauses over one that is not in the base yet."""
    found = citation(clause_id)
    while found is not None and str(found) not in base:
        found = found.parent
    return base.path(str(found)) if found is not None else []

"""What a document is and who issues it, from its title, its shape and its publisher (codebook, "What is a statement").

A release, a transcript and a post speak for their issuer where they cite nobody. A news story about a statement does
not, however much of the statement it quotes: what is not certain is an article.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from onrecord.record import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

_POST_WORDS = 120
_POST_CHARACTERS = 1_500
_LOOKED_AT = 2_000
"""Characters of a paragraph in which signs of news or of an own voice are sought: more would tell no more."""

_OPENING_LINES = 6
_ENDING_LINES = 6
_MIN_TURNS = 3
_TURN_SHARE = 0.3
"""Share of paragraphs that begin with a speaker's name in a transcript; answers run over several paragraphs."""

_ISSUER_CHARACTERS = 300
_LONGEST_TITLE = 400


@dataclass(frozen=True, slots=True)
class Shape:
    """What a document is.

    Attributes:
        kind: article, release, transcript or post.
        issuer: who speaks where nobody is cited, as the document names it; None for an article or where not told.
    """

    kind: Kind
    issuer: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a kind is told from.

    Attributes:
        body: the text after its title, byline and date.
        head: lines between title and body.
        title: headline.
        outlet: publisher's name.
        url: address.
    """

    body: str
    head: Sequence[str] = ()
    title: str | None = None
    outlet: str | None = None
    url: str | None = None


def tell(evidence: Evidence) -> Shape:
    """Say what a document is; the first shape that fits counts, and an article needs no shape."""
    lines = [line.strip() for line in evidence.body.split("\n") if line.strip()]
    title = unescape((evidence.title or "")[: 2 * _LONGEST_TITLE])
    official = _official(evidence)
    for shape in (
        _post(lines, title),
        _by_title(title, lines, official),
        _transcript(lines),
        _marked_release(title, evidence.head, lines, official),
        Shape(Kind.RELEASE, official) if official else None,
    ):
        if shape is not None:
            return shape
    return Shape(Kind.ARTICLE)


def is_release_title(line: str) -> bool:
    """Whether a line can only be the title of a release or a transcript, however long it is.

    Args:
        line: one line; longer ones than a title with a list of signatories are none.
    """
    title = unescape(line)
    if len(title) > _LONGEST_TITLE or title[-1:] in {".", ":", ","} or _TELLS.search(title):
        return False
    return bool(_spoken(title, []) or _written(title, None))


def unescape(title: str) -> str:
    r"""Undo what exports from Markdown and YAML leave in titles: ``\_``, a backslash and blank, ``\u2019``."""
    plain = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), title)
    return " ".join(re.sub(r"\\[ \n]?", "", plain.replace("\\_", " ").replace("\\ \\ ", " ")).split())


# --- posts -----------------------------------------------------------------------------------------------------------

_HANDLE = r"@(?P<handle>\w{2,30})"
_SIGNATURE = re.compile(
    rf"(?P<before>.*?)\s*[—–-]{{1,2}}\s*(?P<name>[^()—@\n]{{2,80}}?)\s*\({_HANDLE}\)(?P<after>[^\n]{{0,60}})"
)
_ADDRESSED = re.compile(
    rf"(?:(?P<name>[^()@:\n]{{2,80}}?)\s*)?\(?{_HANDLE}\)?\s*(?::|·|on (?:X|Twitter|Threads|Bluesky)\b|,?\s*[A-Z][a-z]{{2,8}}\.? \d)"
)


def _post(lines: list[str], title: str) -> Shape | None:
    """One short text signed "— Name (@handle) date", or headed "@handle:"."""
    words = sum(len(line.split()) for line in lines)
    if not lines or words > _POST_WORDS or sum(map(len, lines)) > _POST_CHARACTERS:
        return None
    signed = [found for line in lines if (found := _SIGNATURE.fullmatch(line))]
    if len(signed) == 1 and _SIGNATURE.fullmatch(lines[-1]):
        return Shape(Kind.POST, signed[0]["name"].strip())
    for opening in filter(None, (lines[0], title)):
        found = _ADDRESSED.match(opening)
        headed = sum(bool(_ADDRESSED.match(line)) for line in lines)
        if found and not signed and headed <= 1:
            return Shape(Kind.POST, (found["name"] or "").strip(" -–—|") or f"@{found['handle']}")
    return None


# --- titles ----------------------------------------------------------------------------------------------------------

_WRITTEN = r"(?:statement|declaration|communiqu[eé]|message|open letter|letter|condolences|greetings|comments?|comment)"
_LEAD = r"(?:(?:joint|press|media|public|official|written|full|personal|new year|read-?out|g7|g20|quad|trilateral|presidential|chair'?s?)\s+)*"
_WHO = rf"(?P<who>.{{3,{_ISSUER_CHARACTERS}}})"
_STATEMENT_BY = re.compile(
    rf"{_LEAD}{_WRITTEN}\s*(?:by|from|of|attributable to|attributed to|issued by)\s+{_WHO}", re.IGNORECASE
)
_SPOKEN_BY = re.compile(
    r"(?:(?:opening|closing|joint|prepared|full|introductory|keynote|press|media|on-the-record|background|daily|state of the union|"
    r"televised|video|inaugural|transcript of(?: the)?|transcript:)\s+)*"
    r"(?:remarks?|speech|address|intervention|press (?:briefing|conference|gaggle|availability|call)|(?:media|news|department press) (?:briefing|conference)|"
    r"briefing|gaggle|testimony|interview)"
    r"(?:\s+as prepared for delivery|\s+and q(?:uestion)?s?\s*&?(?:and)?\s*a(?:nswers)?)?\s+(?:by|from|of|with)\s+"
    + _WHO,
    re.IGNORECASE,
)
_READOUT = re.compile(rf"(?:read-?outs?)\s+(?P<how>of|from|by)\s+{_WHO}", re.IGNORECASE)
_BY_LAST = re.compile(r".*\bby\s+(?P<who>(?:the\s+)?[A-Z].{3,})", re.DOTALL)
_JOINT = re.compile(r"joint (?:press )?(?:statement|declaration|communiqu)", re.IGNORECASE)
_BARE = re.compile(
    r"(?:press|news|media)\s+(?:release|statement|note|communiqu[eé])s?|(?:joint |official |public )?(?:statement|communiqu[eé]|declaration)|for immediate release|"
    r"media note|note to correspondents",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(
    r"(?P<who>[A-Z].{2,120}?)(?:['’]s?)?\s+(?:Joint |Press |Official )?(?:Statement|Communiqu[eé]|Declaration)"
    r"(?:\s+(?:on|regarding|about|concerning|following|after)\s+.+)?"
)
_BRIEFING = re.compile(
    r"(?:.*\b)?(?:Press Briefing|Press Conference|Press Gaggle|Daily Briefing|Transcript|Q&A)\b(?:\s*[–—:,-]\s*.+|\s+on\s+.+|\s+of\s+.+)?"
)
# Where the name of the issuer ends and the subject begins.
_SUBJECT = re.compile(
    r"\s*(?:,\s*)?\b(?:on(?! behalf)|regarding|about|concerning|following|after|marking|ahead of|amid|commemorating|condemning|welcoming|"
    r"announcing|honoring|honouring|in response to|in support of|in memory of|upon|before|during|at(?= the\b| a\b)|to(?= the (?:press|nation|people|media|house|congress|parliament|press corps)\b))\s",
    re.IGNORECASE,
)
# Bodies and offices that carry their subject in their name: "Commission on Human Rights", "Special Envoy on Climate".
_ON_OFFICE = re.compile(
    r"(?:(?<!european )commission(?:er)?|committee|rapporteurs?|envoy|special representative|advis[eo]r|coordinator|working group|"
    r"panel|subcommittee|mechanism|inquiry|experts?|caucus)$",
    re.IGNORECASE,
)
_TRAILING_DATE = re.compile(
    r"[\s,|(–—-]*(?:\d{1,2}\s+)?[A-Z][a-z]{2,8}\.?\s+(?:\d{1,2},?\s+)?\d{4}\)?$|[\s,|(–—-]*\d{4}-\d\d-\d\d\)?$"
)
# A headline that tells what a statement did is the headline of an article.
_TELLS = re.compile(
    r"\b(?:draws?|drew|sparks?|sparked|prompts?|prompted|raises?|raised|angers?|angered|causes?|caused|triggers?|triggered|"
    r"fuels?|fans|slammed|condemned|criticised|criticized|met with|is|are|was|were|has|have|had|says?|said|will|may|could|gets?|goes|"
    r"earns?|wins?|stirs?|backfires?|hints?|suggests?|shows?|leaves?|puts?|makes?|contradicts?|rejects?|welcomes?|falls?|divides?)\b"
)
_REPORTED = re.compile(
    r"\b(?:said|told|says|wrote|tweeted)\b[^.\n]{0,80}\b(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|reporters|Reuters|AFP|CNN|the BBC|"
    r"in a (?:statement|post|tweet|speech|letter)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day[^.\n]{0,60}\b(?:said|told)\b|\b(?:said|say) in a (?:joint )?statement\b"
)
_OWN_VOICE = re.compile(r"(?:^|[\s(])(?:We|I|we|our|Our|my|My)\s")


def _by_title(title: str, lines: list[str], official: str | None) -> Shape | None:
    if not title or _is_news(title, lines, official):
        return None
    return _spoken(title, lines) or _written(title, official) or _by_ambiguous_title(title, lines, official)


def _spoken(title: str, lines: list[str]) -> Shape | None:
    """Remarks, speeches and briefings by somebody; an interview only where it is printed turn by turn."""
    found = _SPOKEN_BY.fullmatch(title)
    if not found or not _names_somebody(found["who"]):
        return None
    if "interview" in title[: found.start("who")].lower():
        return _transcript(lines)
    return Shape(Kind.TRANSCRIPT, _issuer(found["who"]))


def _written(title: str, official: str | None) -> Shape | None:
    """Statements by somebody, joint statements, readouts of calls (whose author is the publisher)."""
    readout = _READOUT.fullmatch(title)
    if readout:
        named = re.split(r"['’]s?\s+(?=[A-Z])", _issuer(readout["who"]), maxsplit=1)[0]
        return Shape(Kind.RELEASE, official or named)
    found = _STATEMENT_BY.fullmatch(title)
    if found and _names_somebody(found["who"]):
        return Shape(Kind.RELEASE, _issuer(found["who"]))
    if _JOINT.match(title):
        last = _BY_LAST.fullmatch(title)
        return Shape(Kind.RELEASE, _issuer(last["who"]) if last else official)
    return None


def _by_ambiguous_title(title: str, lines: list[str], official: str | None) -> Shape | None:
    """Titles that a newspaper could print too: they need the issuer's own voice or an official publisher."""
    own = official is not None or _has_own_voice(lines)
    possessive = _POSSESSIVE.fullmatch(title)
    tells = _TELLS.search(title.lower())  # in title case verbs are capitals too
    if possessive and own and not tells and _is_title_case(title) and not _BARE.fullmatch(title):
        return Shape(Kind.RELEASE, _issuer(possessive["who"]))
    if _BRIEFING.fullmatch(title) and (official or _transcript(lines)):
        turns = _transcript(lines)
        return Shape(Kind.TRANSCRIPT, turns.issuer if turns else official)
    return None


def _is_news(title: str, lines: list[str], official: str | None) -> bool:
    """Whether a title or its text tells of a statement rather than being one."""
    if official is not None:
        return False
    return bool(_TELLS.search(title)) or any(_REPORTED.search(_unquoted(line)) for line in lines[:4])


def _unquoted(line: str) -> str:
    return re.sub(r"“[^”]*”|\"[^\"]*\"", " ", line[:_LOOKED_AT])


def _has_own_voice(lines: list[str]) -> bool:
    return any(_OWN_VOICE.search(_unquoted(line)) for line in lines[:3])


def _is_title_case(title: str) -> bool:
    long = [word for word in re.findall(r"[^\W\d_]+", title) if len(word) > 4]  # noqa: PLR2004 - shorter ones are often particles
    return all(word[0].isupper() for word in long)


def _names_somebody(words: str) -> bool:
    """Whether "by ..." goes on with a name or an office."""
    first = re.sub(r"^(?:the|a|an|H\.?E\.?)\s+", "", words, flags=re.IGNORECASE)
    return bool(first) and (
        first[0].isupper() or first.lower().startswith(("spokes", "president", "minister", "secretary"))
    )


def _issuer(words: str) -> str:
    """The name in front of the subject: "President X on the Situation in Y" gives "President X"."""
    who = _TRAILING_DATE.sub("", words.strip())
    cuts = [found.start() for found in _SUBJECT.finditer(who)]
    if len(cuts) > 1 and _ON_OFFICE.search(who[: cuts[0]].rstrip(" ,")):
        cuts = cuts[1:]
    name = who[: cuts[0]] if cuts else who
    return re.sub(r"^the\s+", "", name.strip(" ,:–—-"), flags=re.IGNORECASE) or words.strip()


# --- transcripts -----------------------------------------------------------------------------------------------------

_LABEL = re.compile(
    r"(?P<label>(?:Q|A|[A-Z][\w.'’-]*)(?:\s+(?:[A-Z][\w.'’-]*|of|the|de|al|von|van|bin|for|and)){0,7})(?:\s*\([^()]{1,60}\))?\s*[:.]?(?<=[:])\s+\S"
)
_ASKS = re.compile(
    r"(?:q|question|questioner|reporter|journalist|moderator|operator|interviewer|host|presenter|anchor|staff|aide)s?(?: \d+)?",
    re.IGNORECASE,
)
_HONORIFIC = re.compile(
    r"(?:MR|MS|MRS|DR|SEN|REP|GEN|AMB|Mr|Ms|Mrs|Dr)\.?\s|(?:THE|The|President|Secretary|Minister|Commissioner|Ambassador|Senator|Spokes\w+)\s"
)


def _transcript(lines: list[str]) -> Shape | None:
    """Turns that begin with the speaker's name; the issuer is the only one who answers, if there is one."""
    turns = [(at, " ".join(found["label"].split())) for at, line in enumerate(lines) if (found := _LABEL.match(line))]
    labels = [label for _, label in turns]
    if len(turns) < _MIN_TURNS or len(turns) < len(lines) * _TURN_SHARE or not _runs_through(turns, len(lines)):
        return None
    counted = Counter(labels)
    if counted.most_common(1)[0][1] == 1:  # names recur; "Place:", "Time:", "Contact:" do not
        return None
    named = [
        label
        for label in counted
        if label.isupper() or _HONORIFIC.match(label) or " " in label or _ASKS.fullmatch(label)
    ]
    if len(named) * 2 < len(counted):
        return None
    speakers = [label for label in counted if not _ASKS.fullmatch(label) and label != "A"]
    return Shape(Kind.TRANSCRIPT, speakers[0] if len(speakers) == 1 else None)


def _runs_through(turns: list[tuple[int, str]], lines: int) -> bool:
    """Whether the turns make up the whole and not a passage that somebody quotes between words of their own.

    The last answer may be long, so where all names stand in capitals, as in stenographers' work, only the beginning counts.
    """
    begins = turns[0][0] * 3 <= lines
    return begins and (turns[-1][0] * 3 >= lines * 2 or all(label.isupper() for _, label in turns))


# --- marks of a release, official publishers ---------------------------------------------------------------------------

_RELEASE_LINE = re.compile(
    r"(?:for immediate release|(?:press|news|media) (?:release|statement|note)|embargoed until.*)(?:\s*[:–—|-].{0,80}|\s+\d.{0,40})?",
    re.IGNORECASE,
)
_ISSUED_BY = re.compile(
    r"the following (?:statement|is a statement|is attributable|statement is attributable)\s*(?:was|is)?\s*(?:issued|released|made|attributable)?"
    r"\s*(?:today\s+)?(?:by|to|from)\s+(?:the\s+)?(?P<who>[^:]{3,200}):?.*",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"(?:media|press) (?:contacts?|enquiries|inquiries|office)\b.*|contact:.*|ends|#\s?#\s?#|-\s?30\s?-|notes to editors:?",
    re.IGNORECASE,
)


def _marked_release(title: str, head: Sequence[str], lines: list[str], official: str | None) -> Shape | None:
    opening = [title, *head, *lines[:_OPENING_LINES]]
    for line in opening:
        found = _ISSUED_BY.fullmatch(line)
        if found:
            return Shape(Kind.RELEASE, found["who"].strip(" ,."))
    if any(_RELEASE_LINE.fullmatch(line) for line in opening) or _BARE.fullmatch(title):
        if _is_news(title, lines, official) and not any(_CONTACT.fullmatch(line) for line in lines[-_ENDING_LINES:]):
            return None
        return Shape(Kind.RELEASE, official or _letterhead(opening))
    return None


def _letterhead(opening: list[str]) -> str | None:
    """A line among the first that names an official body, alone or with a headline after a colon."""
    for line in opening:
        name = line.partition(": ")[0]
        if is_official(name) and len(name.split()) <= 12 and name[-1] not in ".!?":  # noqa: PLR2004 - a name, no sentence
            return name
    return None


_MEDIA = re.compile(
    r"\b(?:news|newspaper|times|post|herald|tribune|daily|weekly|gazette|journal|magazine|review|radio|tv|television|broadcasting|press agency|"
    r"news agency|wire|online|mail|telegraph|guardian|observer|chronicle|star|sun|insider|today|report|watchdog|monitor|affairs magazine|blog|media|"
    r"public radio|council on foreign relations)\b|\.com\b|\.co\.",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:ministry|minister|ministers|department of|embassy|consulate|high commission|permanent mission|mission of|delegation of the european|"
    r"government of|governorate|office of the|cabinet of|cabinet office|white house|kremlin|state department|foreign office|downing street|"
    r"presidency|president of|presidential (?:office|administration)|prime minister|parliament|national assembly|senate|house of representatives|"
    r"supreme court|prosecutor(?:'s|’s)? general|prosecutor general|armed forces|ministerial|federal council|"
    r"united nations|security council|european (?:union|commission|council|parliament|external action)|council of europe|council of the (?:eu|european)|"
    r"african union|arab league|nato|osce|ohchr|unhcr|unicef|g7|g20|world health organi[sz]ation|red cross|red crescent|"
    r"amnesty international|human rights watch|médecins sans frontières|doctors without borders|oxfam|"
    r"international (?:criminal court|atomic energy agency|committee|federation|court of justice))\b",
    re.IGNORECASE,
)
_OFFICIAL_HOST = re.compile(
    r"(?:^|\.)(?:gov|mil|int)$|(?:^|\.)(?:gov|gob|gouv|govt|go|gc|mil|mfa|mod|mid|mae|admin|parliament)\.[a-z]{2}$|(?:^|\.)(?:un|nato|osce|ohchr|unhcr|icrc|hrw|amnesty|"
    r"kremlin|europa|auswaertiges-amt|bundesregierung|elysee|government)\.(?:org|int|ru|eu|de|fr|bg|nl|se|no|is)$"
)


def is_official(outlet: str) -> bool:
    """Whether a publisher is itself a government, ministry, international body or organisation, and no news outlet."""
    return bool(_BODY.search(outlet)) and not _MEDIA.search(outlet)


def _official(evidence: Evidence) -> str | None:
    """The publisher, where it is an official body by its name or, if unnamed, by its address."""
    if evidence.outlet:
        return evidence.outlet if is_official(evidence.outlet) or _is_official_host(evidence.outlet) else None
    host = (_host(evidence.url) or "").removeprefix("www.")
    return host if host and _is_official_host(host) else None


def _is_official_host(host: str) -> bool:
    return bool(_OFFICIAL_HOST.search(host.lower())) and not host.lower().startswith("news.")


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url or "").hostname
    except ValueError:
        return None

"""The lines of a text that are no prose: header, title, byline, dateline, captions and credits.

Only lines that are certain are told apart: a title taken for prose costs little, a statement taken for a title is lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.intake.dates import find_date, read_date
from onrecord.intake.kinds import is_release_title
from onrecord.record import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

_TITLE_CHARACTERS = 160
_TITLE_WORDS = range(2, 28)
_HEAD_LINES = 8
_DATELINE_CHARACTERS = 90
_CAPTION_CHARACTERS = 500
_ECHO = 20
"""Letters that a line must share with a title known from elsewhere to be that title shortened."""

_HEADER = re.compile(
    r"(?P<name>title|headline|outlet|source|publisher|date|published|url|link|byline|author)[ \t]*:[ \t]*(?P<value>\S.*)",
    re.IGNORECASE,
)
_FIELD = {
    "title": "title",
    "headline": "title",
    "outlet": "outlet",
    "source": "outlet",
    "publisher": "outlet",
    "date": "published",
    "published": "published",
    "url": "url",
    "link": "url",
}
_NAME = r"(?:[A-Z][\w.'’-]*|[A-Z]\.|de|da|al|el|van|von|der|bin)"
_BYLINE = re.compile(rf"(?:By|BY)[ \t]+{_NAME}(?:(?:,|[ \t]+and|[ \t]+AND|[ \t]+in)?[ \t]+{_NAME}){{1,11}}")
_RELEASE_MARK = re.compile(r"(?:for immediate release|(?:press|news|media) (?:release|statement))[.:]?", re.IGNORECASE)
_STAMP = re.compile(
    r"(?:(?:last |first )?(?:published|updated|posted|modified)(?: on| at)?:?|date:)[ \t]+.*\d.*",
    re.IGNORECASE,
)
_PLACE = r"[A-Z][A-Z.'’ /-]{2,40}(?:,[ \t]*[A-Z][\w. ]{1,25})?"
_DATELINE = re.compile(rf"{_PLACE}[ \t]*(?:,[^()—–.]{{5,30}}?)?[ \t]*(?:\([A-Za-z. ]{{2,20}}\))?[ \t]*[—–-]?[ \t]*")
_CERTAIN_DATELINE = re.compile(r"[—–-]\s*$|\([A-Za-z. ]{2,20}\)|\b\d{4}\b")
_CREDIT = re.compile(
    r"""(?:file[ ])?(?:photo(?:graph)?s?|images?|pictures?|picture[ ]credit|(?:photo|image)[ ](?:credit|source|by))[ \t]*:[ \t]*\S.{0,300}
    | (?:photo(?:graph)?|picture)[ ]by[ ][A-Z].{0,120}
    | \(?(?:additional[ ]|with[ ])?(?:reporting|writing|editing)[ ]by[ ].{0,300}
    | (?:read[ ]more|see[ ]also|also[ ]read|related(?:[ ](?:stories|articles|content|news))?|more[ ]on[ ]this)[ \t]*:.{0,200}
    | (?:copyright|©|\(c\))[ \t]*(?:©[ \t]*|\(c\)[ \t]*)?\d{4}\b.{0,200}
    | .{0,100}\ball[ ]rights[ ]reserved\.?
    | (?:enlarge[ ]this[ ]image|toggle[ ]caption|hide[ ]caption|view[ ]gallery|story[ ]highlights|advertisement|share[ ]this(?:[ ]article)?)[.:]?
    """,
    re.IGNORECASE | re.VERBOSE,
)
# A picture agency after a slash, or a photographer after one, at the very end: the line is a caption.
_CAPTION_END = re.compile(
    r"(?:/[ ]?(?:Getty(?:[ ]Images)?|AFP|AP|EPA|Reuters|REUTERS|Shutterstock|Alamy|Landov|TASS)"
    r"|\bGetty Images|\bREUTERS/[A-Z][\w.'’-]+(?:[ ][A-Z][\w.'’-]+){0,3}|\(AP Photo/[^()]{2,60}\)"
    r"|\((?:Photo|Image|Picture)(?:[ ]by)?:?[ ][^()]{2,80}\))[)\].]*"
)
_TURN = re.compile(r"[A-Z][\w.'’ -]{0,40}:\s")
_OPENERS = "\"“«„'‘"
_CLOSERS = "\"”»'’"


@dataclass(frozen=True, slots=True)
class Layout:
    """What the shape of a text tells.

    Attributes:
        title: the headline as it stands in the text or its header, None where none is certain.
        outlet: publisher named in a header.
        published: date in a header, or alone on a line at the head.
        url: address named in a header.
        furniture: title, header, byline, datelines, captions and credits, ascending, without blanks around them.
        body: offset at which the prose begins.
    """

    title: str | None
    outlet: str | None
    published: date | None
    url: str | None
    furniture: tuple[Span, ...]
    body: int


def lay_out(text: str, *, title: str | None = None) -> Layout:
    """Find the furniture of a plain text.

    Args:
        text: the document's text.
        title: its title, where that is known from elsewhere; a line that repeats it is furniture.
    """
    rows = list(lines(text))
    header = _header(rows)
    fields = _fields(header)
    header += _marks(rows[len(header) :])
    rest = rows[len(header) :]
    wanted = title or fields.get("title")
    heading = _titled(rest, wanted) if wanted else _headline(text, rest)
    after = rest[len(heading) :]
    head, published = _head(after)
    inside = [line for line in after[len(head) :] if _is_credit(line.text)]
    furniture = (*header, *heading, *head, *inside)
    found = heading[0].text if heading else None
    body = after[len(head)].start if len(after) > len(head) else len(text)
    return Layout(
        title=wanted or found,
        outlet=fields.get("outlet"),
        published=read_date(fields.get("published")) or published,
        url=fields.get("url"),
        furniture=tuple(furniture),
        body=body,
    )


def lines(text: str) -> Iterator[Span]:
    """Lines that are not blank, without the blanks around them."""
    at = 0
    for raw in text.split("\n"):
        words = raw.strip()
        if words:
            start = at + raw.index(words[0])
            yield Span.of(text, start, start + len(words))
        at += len(raw) + 1


def _header(lines: list[Span]) -> list[Span]:
    """The block of "Name: value" lines at the very top; one such line alone counts only as a title."""
    header: list[Span] = []
    for line in lines:
        if not _HEADER.fullmatch(line.text):
            break
        header.append(line)
    names = [found["name"].lower() for line in header if (found := _HEADER.fullmatch(line.text))]
    return header if len(header) > 1 or names in (["title"], ["headline"]) else []


def _marks(lines: list[Span]) -> list[Span]:
    """Lines at the top that only say what the paper is, such as "FOR IMMEDIATE RELEASE": the title comes below them."""
    marks = []
    for line in lines[:2]:
        if not _RELEASE_MARK.fullmatch(line.text):
            break
        marks.append(line)
    return marks if len(lines) > len(marks) else []


def _fields(header: Iterable[Span]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for line in header:
        found = _HEADER.fullmatch(line.text)
        field = _FIELD.get(found["name"].lower()) if found else None
        if found and field:
            fields.setdefault(field, found["value"].strip())
    return fields


def _titled(lines: list[Span], title: str) -> list[Span]:
    """The first line, where it is the known title, whole or cut at the site's name."""
    if not lines:
        return []
    here, known = _folded(lines[0].text), _folded(title)
    short, long = sorted((here, known), key=len)
    echoes = here == known or (len(short) >= _ECHO and long.startswith(short) and len(here) <= _TITLE_CHARACTERS)
    return lines[:1] if echoes else []


def _folded(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


def _headline(text: str, lines: list[Span]) -> list[Span]:
    """The first paragraph, where it looks like a headline and a body follows it."""
    if not lines[1:] or not (looks_like_headline(lines[0].text) or is_release_title(lines[0].text)):
        return []
    first, second = lines[:2]
    if "\n\n" in text[first.end : second.start + 1].replace(" ", "").replace("\t", ""):
        return [first]
    # With no blank line between, the first line may be one of a hard-wrapped paragraph, all about as long.
    apart = _is_head_line(second.text) or (
        len(second.text) > 2 * len(first.text) and second.text[-1] in f".!?{_CLOSERS}"
    )
    return [first] if apart else []


def looks_like_headline(words: str) -> bool:
    """Whether a line can only be a headline: short, several words, no sentence's end, no turn, no quotation.

    Args:
        words: one line without blanks around it.
    """
    if len(words) > _TITLE_CHARACTERS or len(words.split()) not in _TITLE_WORDS:
        return False
    if words[-1] in ".,;:…!—–-" or words[0] in "@#-•*([" or not any(c.isalpha() for c in words):
        return False
    quoted = words[0] in _OPENERS and words[-1] in _CLOSERS
    ended = bool(re.search(rf"[.!?,][{_CLOSERS}]$", words))
    speaks = bool(_TURN.match(words)) and words[0:2] in {"Q:", "A:"}
    named = _HEADER.fullmatch(words) is not None
    return not (quoted or ended or speaks or named or _is_head_line(words) or words[0].islower())


def _head(lines: list[Span]) -> tuple[list[Span], date | None]:
    """Byline, date and dateline between the title and the prose, and the date they give."""
    head: list[Span] = []
    published = None
    for line in lines[:_HEAD_LINES]:
        if not _is_head_line(line.text):
            break
        head.append(line)
        published = published or _stamp(line.text)
    return head, published


def _is_head_line(words: str) -> bool:
    if _BYLINE.fullmatch(words) or read_date(words) or _STAMP.fullmatch(words) or _is_credit(words):
        return True
    return (
        len(words) <= _DATELINE_CHARACTERS
        and bool(_DATELINE.fullmatch(words))
        and bool(_CERTAIN_DATELINE.search(words))
    )


def _stamp(words: str) -> date | None:
    return None if _BYLINE.fullmatch(words) or _is_credit(words) else find_date(words)


def _is_credit(words: str) -> bool:
    if _CREDIT.fullmatch(words):
        return True
    ends = list(_CAPTION_END.finditer(words[-120:]))
    return bool(ends) and ends[-1].end() == len(words[-120:]) and len(words) <= _CAPTION_CHARACTERS

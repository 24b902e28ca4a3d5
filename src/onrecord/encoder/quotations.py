"""Which characters of a text lie inside quotation marks, for every style of mark.

Marks are matched inside a paragraph: straight and curly double marks, pairs of single ones standing for a double,
guillemets, low marks, and single marks (British style) told apart from apostrophes. A quotation that is not closed
runs to the end of its paragraph, and goes on over paragraphs without marks of their own where a later one closes it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.encoder.paragraphs import Paragraph, paragraphs

#: How many paragraphs a quotation may run over without a mark of its own before it is held for a typing slip.
LONGEST_RUN = 12

_CLOSING = {"“": "”", "„": "“”", "‟": "”", "«": "»", "‹": "›", "”": "”", "»": "«", "「": "」", "『": "』"}
_OPENERS = frozenset("“„‟«‹「『")
_CLOSERS = frozenset("”»›」』")
_MARK = re.compile(r"``|''|’’|‘‘|[\"“”„‟«»‹›「」『』'‘’`]")
#: Words that begin with an apostrophe, which is then no opening mark.
_ELISIONS = re.compile(r"(?:em|til|tis|twas|cause|bout|round|n|\d0s)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """An outermost quotation in one paragraph.

    Attributes:
        start: offset of its opening mark, or of the paragraph where it goes on without one.
        inner_start: offset of the first character inside.
        inner_end: offset after the last character inside.
        end: offset after its closing mark, or the paragraph's end where none closes it.
        opened: whether an opening mark stands in this paragraph.
        closed: whether a closing mark stands in this paragraph.
    """

    start: int
    inner_start: int
    inner_end: int
    end: int
    opened: bool = True
    closed: bool = True


def quotations(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations of a text, in order; time linear in its length."""
    found: list[Quotation] = []
    open_since: list[Paragraph] | None = None  # paragraphs passed since one ended with an open quotation
    for paragraph in paragraphs(text):
        here, stray = _in_paragraph(text, paragraph)
        first = here[0].start if here else paragraph.end
        if open_since is not None and stray is not None and stray < first:
            found.extend(_whole(p) for p in open_since)
            head = Quotation(paragraph.start, paragraph.start, stray, stray + 1, opened=False)
            here = [head, *here]
            open_since = None
        elif here or stray is not None or (open_since is not None and len(open_since) >= LONGEST_RUN):
            open_since = None
        found.extend(here)
        if here and not here[-1].closed:
            open_since = []
        elif open_since is not None:
            open_since.append(paragraph)
    return tuple(sorted(found, key=lambda q: q.start))


def _whole(paragraph: Paragraph) -> Quotation:
    return Quotation(paragraph.start, paragraph.start, paragraph.end, paragraph.end, opened=False, closed=False)


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    sign: str


def _in_paragraph(text: str, paragraph: Paragraph) -> tuple[list[Quotation], int | None]:
    """Quotations of one paragraph, and the place of the first closing mark that closes nothing."""
    marks = [_Mark(m.start(), m.end(), m.group()) for m in _MARK.finditer(text, paragraph.start, paragraph.end)]
    last_single_close = max((m.start for m in marks if _may_close_single(text, m)), default=-1)
    found: list[Quotation] = []
    stray: int | None = None
    position = 0
    while position < len(marks):
        mark = marks[position]
        closers = _closers_if_opening(text, mark, paragraph, last_single_close)
        if closers is None:
            if stray is None and not found and mark.sign in ("”", '"', "»"):
                stray = mark.start
            position += 1
            continue
        close = _find_close(text, marks, position + 1, closers)
        if close is None:
            if closers == "'" and mark.start != paragraph.start:
                position += 1  # an apostrophe after all
                continue
            found.append(Quotation(mark.start, mark.end, paragraph.end, paragraph.end, closed=False))
            break
        found.append(Quotation(mark.start, mark.end, marks[close].start, marks[close].end))
        position = close + 1
    return found, stray


def _closers_if_opening(text: str, mark: _Mark, paragraph: Paragraph, last_single_close: int) -> str | None:
    """The signs that would close a quotation opened by ``mark`` ("'" for single ones); None where it opens none."""
    before = text[mark.start - 1] if mark.start > paragraph.start else " "
    after = text[mark.end] if mark.end < paragraph.end else " "
    if mark.sign in _OPENERS:
        return _CLOSING[mark.sign]
    if mark.sign == '"':
        return None if (not before.isspace() and before.isalnum() and not after.isalnum()) else '"'
    if mark.sign in ("``", "''", "’’", "‘‘"):
        return None if before.isalnum() else "''"
    if mark.sign in _CLOSERS:  # some texts open with a closing mark
        opens = mark.sign in "”»" and not before.isalnum() and before not in ".,!?…" and after.isalnum()
        return _CLOSING[mark.sign] if opens else None
    if not after.isspace() and not (before.isalnum() or before in ".,!?…") and mark.sign in "'‘’`":
        if mark.sign != "‘" and _ELISIONS.match(text, mark.end):
            return None
        starts_paragraph = mark.start == paragraph.start
        return "'" if last_single_close > mark.start or starts_paragraph else None
    return None


def _find_close(text: str, marks: list[_Mark], position: int, closers: str) -> int | None:
    """Index of the mark that closes; nested quotations of another kind are stepped over by not looking at them."""
    if closers == "'":
        return _find_single_close(text, marks, position)
    nested = 0
    for index in range(position, len(marks)):
        mark = marks[index]
        if mark.sign in _OPENERS and closers == _CLOSING[mark.sign] and mark.sign not in closers:
            # a second opening mark of the same kind: a nested quotation, or a slip for a closing one
            after = text[mark.end : mark.end + 1]
            nested += 1 if after.isalnum() else 0
            continue
        closes = mark.sign in closers or (closers == "''" and mark.sign in ("''", "’’", '"'))
        if closes or (closers == "”" and mark.sign == '"' and not _looks_opening(text, mark)):
            if nested:
                nested -= 1
                continue
            return index
    if nested:  # the nested one was never closed on its own: the last closing mark ends the whole
        for index in range(len(marks) - 1, position - 1, -1):
            if marks[index].sign in closers:
                return index
    return None


def _looks_opening(text: str, mark: _Mark) -> bool:
    before = text[mark.start - 1 : mark.start]
    after = text[mark.end : mark.end + 1]
    return (not before or before.isspace() or before in "([—") and after.isalnum()


def _may_close_single(text: str, mark: _Mark) -> bool:
    if mark.sign not in ("'", "’"):
        return False
    before = text[mark.start - 1 : mark.start]
    after = text[mark.end : mark.end + 1]
    return bool(before) and not before.isspace() and not (after.isalnum())


def _find_single_close(text: str, marks: list[_Mark], position: int) -> int | None:
    """The closing single mark; a plural's apostrophe ("rights' groups") is passed over where a better one follows."""
    fallback: int | None = None
    for index in range(position, len(marks)):
        mark = marks[index]
        if mark.sign == "‘" and fallback is not None:
            return fallback
        if not _may_close_single(text, mark):
            continue
        before = text[mark.start - 1]
        follows = text[mark.end : mark.end + 2]
        plural = before in "sS" and len(follows) > 1 and follows[0] == " " and follows[1].islower()
        if not plural:
            return index
        if fallback is None:
            fallback = index
    return fallback

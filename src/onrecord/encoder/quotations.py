"""Which characters of a text lie inside quotation marks, for every style of mark.

Marks are matched inside a paragraph: straight and curly double marks, pairs of single ones standing for a double,
guillemets, low marks, and single marks (British style) told apart from apostrophes. A quotation that is not closed
runs to the end of its paragraph, and goes on over paragraphs without marks of their own where a later one closes it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.encoder.paragraphs import Paragraph, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: How many paragraphs a quotation may run over without a mark of its own before it is held for a typing slip.
LONGEST_RUN = 12

_CLOSERS_OF = {
    "“": frozenset("”"),
    "„": frozenset("“”"),
    "‟": frozenset("”"),
    "«": frozenset("»"),
    "‹": frozenset("›"),
    "「": frozenset("」"),
    "『": frozenset("』"),
}
_DOUBLE = frozenset('"')
_PAIRED = frozenset(("''", "’’", '"'))  # two single marks for a double one, as typewriters and some newspapers write it
_SINGLE = frozenset("'’")
_MARK = re.compile(r"``|''|’’|‘‘|[\"“”„‟«»‹›「」『』'‘’`]")
#: Signs after which an opening mark may stand without a space.
_BEFORE_OPENING = frozenset("([{—–-/“‘«„")
#: Signs that end a clause: what follows them closely closes rather than opens.
_ENDINGS = frozenset(".,!?…")
#: Words that begin with an apostrophe, which is then no opening mark.
_ELISIONS = re.compile(r"(?:em|til|tis|twas|n|\d0s)\b", re.IGNORECASE)


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


def overlapping(quoted: Sequence[Quotation], start: int, end: int) -> Iterator[Quotation]:
    """The quotations that share a character with the range ``start:end``, in order; the rest is not walked over.

    Args:
        quoted: outermost quotations of a text, in order.
        start: offset of the range's first character.
        end: offset after its last.
    """
    for number in range(max(0, bisect_right(quoted, start, key=lambda q: q.start) - 1), len(quoted)):
        quotation = quoted[number]
        if quotation.start >= end:
            return
        if quotation.end > start:
            yield quotation


def _whole(paragraph: Paragraph) -> Quotation:
    return Quotation(paragraph.start, paragraph.start, paragraph.end, paragraph.end, opened=False, closed=False)


def _in_paragraph(text: str, paragraph: Paragraph) -> tuple[list[Quotation], int | None]:
    """Quotations of one paragraph, and the place of the first closing mark that closes nothing."""
    marks = [
        _Mark(m.start(), m.end(), m.group(), text[m.start() - 1 : m.start()], text[m.end() : m.end() + 1])
        for m in _MARK.finditer(text, paragraph.start, paragraph.end)
    ]
    last_single_close = max((m.start for m in marks if m.may_close_single), default=-1)
    found: list[Quotation] = []
    stray: int | None = None
    position = 0
    while position < len(marks):
        mark = marks[position]
        at_start = mark.start == paragraph.start
        closers = _closers_if_opening(text, mark, single_follows=last_single_close > mark.start or at_start)
        if closers is None:
            if stray is None and not found and mark.sign in ("”", '"', "»"):
                stray = mark.start
            position += 1
            continue
        close = _find_single_close(text, marks, position + 1) if closers is _SINGLE else _find_close(marks, position)
        if close is not None:
            found.append(Quotation(mark.start, mark.end, marks[close].start, marks[close].end))
            position = close + 1
        elif closers is _SINGLE and not at_start:
            position += 1  # an apostrophe after all
        else:
            found.append(Quotation(mark.start, mark.end, paragraph.end, paragraph.end, closed=False))
            break
    return found, stray


@dataclass(frozen=True, slots=True)
class _Mark:
    """A quotation mark or apostrophe, with the characters beside it ("" at the text's edges)."""

    start: int
    end: int
    sign: str
    before: str
    after: str

    @property
    def may_open(self) -> bool:
        """Whether a mark of no direction can open here: at a word's head, not at a word's or a sentence's end."""
        if not self.before or self.before.isspace() or self.before in _BEFORE_OPENING:
            return True
        return self.after.isalnum() and not self.before.isalnum()

    @property
    def may_close_single(self) -> bool:
        return self.sign in _SINGLE and bool(self.before) and not self.before.isspace() and not self.after.isalnum()


def _closers_if_opening(text: str, mark: _Mark, *, single_follows: bool) -> frozenset[str] | None:
    """The signs that would close a quotation opened by ``mark``; None where it opens none."""
    if mark.sign in _CLOSERS_OF:
        return _CLOSERS_OF[mark.sign]
    if mark.sign == '"':
        return _DOUBLE if mark.may_open else None
    if mark.sign in ("``", "''", "’’", "‘‘"):
        return _PAIRED if mark.may_open else None
    if mark.sign == "”":  # some texts open with a closing mark
        opens = not mark.before.isalnum() and mark.before not in _ENDINGS and mark.after.isalnum()
        return _CLOSERS_OF["“"] if opens else None
    if mark.sign in ("'", "‘", "’", "`") and single_follows and _opens_single(text, mark):
        return _SINGLE
    return None


def _opens_single(text: str, mark: _Mark) -> bool:
    """Whether a single mark can open a quotation rather than be an apostrophe."""
    if not mark.after or mark.after.isspace() or mark.before.isalnum():
        return False
    if (mark.before in _ENDINGS or mark.before == ":") and not mark.after.isupper():
        return False
    return mark.sign == "‘" or _ELISIONS.match(text, mark.end) is None


def _find_close(marks: list[_Mark], position: int) -> int | None:
    """Index of the mark that closes the one at ``position``; quotations of another kind inside are looked past."""
    opening = marks[position].sign
    closers = _CLOSERS_OF.get("“" if opening == "”" else opening, _DOUBLE if opening == '"' else _PAIRED)
    nested = 0
    last: int | None = None
    for index in range(position + 1, len(marks)):
        mark = marks[index]
        if mark.sign == opening and mark.sign in _CLOSERS_OF:
            # a second opening mark of the same kind: a nested quotation, or a slip for a closing one
            nested += mark.after.isalnum()
            continue
        slip = mark.sign == '"' and "”" in closers and not (mark.may_open and mark.after.isalnum())
        if mark.sign in closers or slip:
            last = index
            if not nested:
                return index
            nested -= 1
    # where a nested one was never closed on its own, the last closing mark ends the whole
    return last if nested else None


def _find_single_close(text: str, marks: list[_Mark], position: int) -> int | None:
    """The closing single mark; a plural's apostrophe ("rights' groups") is passed over where a better one follows."""
    fallback: int | None = None
    for index in range(position, len(marks)):
        mark = marks[index]
        if fallback is not None and mark.sign in ("'", "‘") and mark.before.isspace() and _opens_single(text, mark):
            return fallback  # another quotation begins: the doubtful mark closed this one
        if not mark.may_close_single:
            continue
        follows = text[mark.end : mark.end + 2]
        plural = mark.before in "sS" and follows[:1] == " " and follows[1:].islower()
        if not plural:
            return index
        if fallback is None:
            fallback = index
    return fallback

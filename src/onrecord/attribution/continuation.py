"""The paragraph rule: a new paragraph begins a new statement, even when it goes on with the same quotation.

Codebook, "What is a statement". The networks find what hangs on a cue; what goes on without one is told by shape.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.attribution.verbatim import verbatim
from onrecord.encoder import overlapping
from onrecord.encoder.paragraphs import Paragraph, paragraphs
from onrecord.record import Attribution, Basis, Span, letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.encoder import Quotation

#: Share of a paragraph's letters that stand in quotation marks where the paragraph is held for a quotation.
WHOLLY_QUOTED = 0.9
#: Fewest letters of a quotation that can be a statement by itself.
FEWEST_LETTERS = 12
#: Letters of another sentence that may follow an attribution in its paragraph where the next goes on with it.
MOST_AFTER = 40
_SENTENCE_END = re.compile(r"[.!?…][\"”'’)]*\s")
#: How sure the shape makes us that a quoted paragraph goes on with the one before.
SHAPE_SCORE = 0.8


class Layout:
    """Paragraphs and quotations of a text, with look-ups."""

    def __init__(self, text: str, quoted: Sequence[Quotation]) -> None:
        self.text = text
        self.quoted = quoted
        self.paragraphs = list(paragraphs(text))
        self._starts = [p.start for p in self.paragraphs]
        self._quote_starts = [q.start for q in quoted]

    def number(self, offset: int) -> int:
        """Number of the paragraph that an offset lies in."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def quotations_in(self, paragraph: Paragraph) -> Sequence[Quotation]:
        """The quotations that begin in a paragraph."""
        low = bisect_left(self._quote_starts, paragraph.start)
        return self.quoted[low : bisect_left(self._quote_starts, paragraph.end)]

    def quotations_at(self, span: Span) -> Sequence[Quotation]:
        """The quotations that share a character with a span."""
        return list(overlapping(self.quoted, span.start, span.end))

    def wholly_quoted(self, paragraph: Paragraph) -> Span | None:
        """The words of a paragraph that is one quotation, or a few without words between; None where it is not."""
        inside = self.quotations_in(paragraph)
        if not inside or any(c.isalnum() for c in self.text[paragraph.start : inside[0].start]):
            return None
        total = letters(self.text[paragraph.start : paragraph.end])
        quoted = sum(letters(self.text[q.inner_start : min(q.inner_end, paragraph.end)]) for q in inside)
        if quoted < FEWEST_LETTERS or quoted < WHOLLY_QUOTED * total:
            return None
        start, end = inside[0].inner_start, min(inside[-1].inner_end, paragraph.end)
        while start < end and self.text[start].isspace():
            start += 1
        while start < end and self.text[end - 1].isspace():
            end -= 1
        return Span.of(self.text, start, end)


def split_at_paragraphs(found: Iterable[Attribution], layout: Layout) -> list[Attribution]:
    """Statements cut where their content goes into another paragraph: the part nearest the cue keeps it."""
    out: list[Attribution] = []
    for attribution in found:
        by_paragraph: dict[int, list[Span]] = {}
        for span in attribution.content:
            by_paragraph.setdefault(layout.number(span.start), []).append(span)
        if len(by_paragraph) == 1:
            out.append(attribution)
            continue
        anchor = attribution.cue.start if attribution.cue else attribution.start
        at = layout.number(anchor)
        nearest = min(by_paragraph, key=lambda n: (abs(n - at), n))
        for number, spans in sorted(by_paragraph.items()):
            content = tuple(spans)
            inside = verbatim(layout.text, content, layout.quoted)
            if number == nearest:
                out.append(replace(attribution, content=content, verbatim=inside))
            else:
                out.append(
                    replace(
                        attribution,
                        content=content,
                        verbatim=inside,
                        source=None,
                        cue=None,
                        basis=Basis.CONTINUATION,
                        carried=attribution.speaker_words,
                    )
                )
    return out


def continue_quotations(found: Sequence[Attribution], layout: Layout) -> list[Attribution]:
    """The attributions, and one more for every quoted paragraph that goes on with the paragraph before.

    A paragraph goes on where it is wholly quoted, holds no attribution, and the paragraph before ends with an
    attribution or announces words with a colon; else it goes with the quotation that follows if it is left open for it.
    """
    by_paragraph: dict[int, list[Attribution]] = {}
    for attribution in found:
        for span in attribution.content:
            by_paragraph.setdefault(layout.number(span.start), []).append(attribution)
        if attribution.cue is not None:
            by_paragraph.setdefault(layout.number(attribution.cue.start), []).append(attribution)
    added: list[Attribution] = []
    for number, paragraph in enumerate(layout.paragraphs):
        words = None if number in by_paragraph else layout.wholly_quoted(paragraph)
        if words is None:
            continue
        origin = _before(by_paragraph.get(number - 1), layout, number) or _after(
            by_paragraph.get(number + 1), layout, number
        )
        if origin is None:
            continue
        more = Attribution(
            content=(words,),
            verbatim=verbatim(layout.text, (words,), layout.quoted),
            basis=Basis.CONTINUATION,
            carried=origin.speaker_words,
            attribution_score=SHAPE_SCORE * origin.attribution_score,
            statement_score=SHAPE_SCORE * origin.statement_score,
        )
        added.append(more)
        by_paragraph[number] = [more]
    return sorted([*found, *added], key=lambda a: a.start)


def _before(previous: list[Attribution] | None, layout: Layout, number: int) -> Attribution | None:
    """The attribution that the paragraph before ends with, or whose words its colon announces."""
    spoken = [a for a in previous or () if not a.silent]
    if not spoken:
        return None
    last = max(spoken, key=_end)
    rest = layout.text[_end(last) : layout.paragraphs[number - 1].end]
    ends_it = letters(rest) <= MOST_AFTER or _SENTENCE_END.search(rest.rstrip()) is None
    return last if ends_it or rest.rstrip().endswith(":") else None


def _end(attribution: Attribution) -> int:
    """Where the last word of an attribution ends."""
    return max(s.end for s in (*attribution.content, attribution.cue, attribution.source) if s is not None)


def _after(following: list[Attribution] | None, layout: Layout, number: int) -> Attribution | None:
    """The attribution of the paragraph that follows, where this paragraph's quotation is left open for it."""
    here = layout.quotations_in(layout.paragraphs[number])
    if not following or not here or here[-1].closed:
        return None
    first = min(following, key=lambda a: a.start)
    return first if first.verbatim and first.start - layout.paragraphs[number + 1].start <= 1 else None

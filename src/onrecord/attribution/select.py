"""What of the attributions found is a statement by the codebook; what is not goes with a reason."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.attribution.continuation import Layout, continue_quotations, split_at_paragraphs
from onrecord.attribution.issuer import issuer_paragraphs, of_others
from onrecord.attribution.silence import split_silent
from onrecord.attribution.turns import by_layout
from onrecord.attribution.verbatim import verbatim
from onrecord.encoder.quotations import Quotation, quotations
from onrecord.record import Attribution, Basis, Dropped, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from onrecord.record import Document

NOT_PUBLIC = "not told as public words: a thought, a belief, or an attribution below the threshold"
FURNITURE = "in a title, standfirst, caption or credit"
ISSUERS_OWN = "the issuer's own words, already a statement as a paragraph"
SAME_WORDS = "the same words are already a statement"
NOBODY = "said of nobody"
_NOBODY = frozenset(("nobody", "no one", "no-one", "none"))
#: "No official", but not "No 10"; "no spokesman was available" is a silence, and somebody's.
_NONE_OF_THEM = re.compile(r"[Nn]o(?: one from)? [a-z][\w ]*")
BY_LAYOUT = "the layout names the speaker of these words"


def select(
    document: Document, found: Iterable[Attribution], threshold: float, quoted: Sequence[Quotation] | None = None
) -> tuple[tuple[Attribution, ...], tuple[Dropped, ...]]:
    """Apply the codebook ("What is a statement") to what ``find`` gave.

    Args:
        document: the document.
        found: its attributions, in the codebook's convention.
        threshold: ``statement_score`` from which an attribution is public words.
        quoted: the document's quotations, where they are known already.

    Returns:
        The statements' attributions in order of their content, and what was dropped, with reasons.
    """
    quoted = quotations(document.text) if quoted is None else quoted
    layout = Layout(document.text, quoted)
    dropped: list[Dropped] = []

    def keep(items: Iterable[Attribution], reason: str, test: Callable[[Attribution], bool]) -> list[Attribution]:
        kept = []
        for item in items:
            if test(item):
                kept.append(item)
            else:
                dropped.append(Dropped(item, reason))
        return kept

    items = keep(found, FURNITURE, lambda a: not _in_furniture(a, document))
    items = keep(items, NOBODY, lambda a: not _is_nobody(a))
    items = keep(items, NOT_PUBLIC, lambda a: a.statement_score >= threshold)
    items = split_at_paragraphs(items, layout)
    laid_out, questions = by_layout(document, layout)
    laid_out = keep(laid_out, FURNITURE, lambda a: not _in_furniture(a, document))
    issued, frame = issuer_paragraphs(document, layout, laid_out)
    dropped += [*questions, *frame]
    if laid_out:
        named = {layout.number(a.start): a for a in laid_out}
        items = keep(items, BY_LAYOUT, lambda a: not _repeats(a, named.get(layout.number(a.start))))
    if issued:
        items, own = of_others(items, document, layout)
        dropped += [Dropped(a, ISSUERS_OWN) for a in own]
    items = keep(continue_quotations(items, layout), FURNITURE, lambda a: not _in_furniture(a, document))
    items = [_bare(part, layout) for a in [*items, *laid_out, *issued] for part in split_silent(a)]
    items = keep(sorted(items, key=_order), SAME_WORDS, _Unique())
    return tuple(items), tuple(dropped)


def _order(attribution: Attribution) -> tuple[int, int]:
    return attribution.start, attribution.source.start if attribution.source else -1


class _Unique:
    """Lets each content of each source pass once."""

    def __init__(self) -> None:
        self._seen: set[tuple[tuple[Span, ...], Span | None, bool]] = set()

    def __call__(self, attribution: Attribution) -> bool:
        key = (attribution.content, attribution.speaker_words, attribution.basis is Basis.ISSUER)
        if key in self._seen:
            return False
        self._seen.add(key)
        return True


def _in_furniture(attribution: Attribution, document: Document) -> bool:
    return any(f.overlaps(span) for f in document.furniture for span in attribution.content)


def _is_nobody(attribution: Attribution) -> bool:
    if attribution.source is None:
        return False
    words = attribution.source.text
    return words.casefold() in _NOBODY or (not attribution.silent and _NONE_OF_THEM.fullmatch(words) is not None)


def _repeats(attribution: Attribution, turn: Attribution | None) -> bool:
    """Whether most of the content lies in a turn's words and nobody else is cited for it."""
    if turn is None:
        return False
    words, named = attribution.speaker_words, turn.speaker_words
    if named is not None and any(
        s.start >= named.start and s.start >= turn.content[-1].end for s in attribution.content
    ):
        return True  # made of the signature
    same = words is None or (named is not None and words.overlaps(named)) or words.text.casefold() in ("i", "we")
    if not same:
        return False
    total = sum(s.end - s.start for s in attribution.content)
    shared = sum(max(0, min(s.end, o.end) - max(s.start, o.start)) for s in attribution.content for o in turn.content)
    return shared > total / 2


def _bare(attribution: Attribution, layout: Layout) -> Attribution:
    """The attribution without the quotation marks at the edges of its spans: they are not the speaker's."""
    if attribution.silent:
        return attribution
    spans = tuple(_without_marks(s, layout) for s in attribution.content)
    if spans == attribution.content:
        return attribution
    return replace(attribution, content=spans, verbatim=verbatim(layout.text, spans, layout.quoted))


def _without_marks(span: Span, layout: Layout) -> Span:
    inside = [q for q in layout.quotations_at(span) if q.start <= span.start and span.end <= q.end]
    if not inside:
        return span
    start, end = max(span.start, inside[0].inner_start), min(span.end, inside[0].inner_end)
    return Span.of(layout.text, start, end) if start < end else span

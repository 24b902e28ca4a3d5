"""Documents that are themselves a statement: each paragraph is one statement of the issuer (codebook)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.record import Attribution, Basis, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribution.continuation import Layout
    from onrecord.encoder.paragraphs import Paragraph
    from onrecord.record import Document

#: Fewest letters of a paragraph of its own; less is a heading, a place and date, or a salutation.
FEWEST_LETTERS = 25
_SCORE = 0.9
#: Lines around a release that are not its words.
_FRAME = re.compile(
    r"(?:for immediate release|press release|media contact|contact|###|-+ ?(?:end|ends|30) ?-+|ends|notes? to editors|"
    r"(?:published|updated|posted|released)(?: on)?:?|end of (?:text|statement))\b|^[#*_\s-]+$",
    re.IGNORECASE,
)


def issuer_paragraphs(document: Document, layout: Layout, taken: Sequence[Attribution]) -> list[Attribution]:
    """A statement for each paragraph of a release, a post, or a transcript of one speaker.

    Args:
        document: the document.
        layout: its paragraphs.
        taken: attributions made by turns, whose paragraphs are theirs.
    """
    if document.kind is Kind.ARTICLE or (document.kind is Kind.TRANSCRIPT and document.issuer is None):
        return []
    held = {layout.number(a.start) for a in taken}
    out = []
    for number, paragraph in enumerate(layout.paragraphs):
        if number in held or not _speaks(document, paragraph):
            continue
        words = document.span(paragraph.start, paragraph.end)
        out.append(
            Attribution(
                content=(words,),
                verbatim=(words,),
                basis=Basis.ISSUER,
                attribution_score=_SCORE,
                statement_score=_SCORE,
            )
        )
    return out


def _speaks(document: Document, paragraph: Paragraph) -> bool:
    words = document.text[paragraph.start : paragraph.end]
    if any(f.start < paragraph.end and paragraph.start < f.end for f in document.furniture):
        return False
    fewest = 1 if document.kind is Kind.POST else FEWEST_LETTERS
    return sum(c.isalnum() for c in words) >= fewest and _FRAME.match(words) is None


def is_issuers_own(attribution: Attribution, document: Document) -> bool:
    """Whether an attribution inside an issuer's document only repeats the issuer ("we condemn", "the ministry calls")."""
    if attribution.source is None:
        return True
    words = attribution.source.text.casefold()
    if words in _SELF:
        return True
    issuer = (document.issuer or "").casefold()
    return bool(issuer) and (words in issuer or issuer in words)


_SELF = frozenset(("i", "we", "us", "me", "he", "she", "it", "they", "this statement", "the statement"))

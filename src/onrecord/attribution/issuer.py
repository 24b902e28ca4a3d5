"""Documents that are themselves a statement: each paragraph is one statement of the issuer (codebook)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.record import Attribution, Basis, Dropped, Kind, letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.attribution.continuation import Layout
    from onrecord.record import Document

FRAME = "a line around the statement: a heading, a contact, an end mark"
#: Fewest letters of a paragraph of its own; less is a heading, a place and date, or a salutation.
FEWEST_LETTERS = 25
_SCORE = 0.9
#: Lines around a release that are not its words.
_FRAME = re.compile(
    r"(?:for immediate release|press release|statement|(?:media |press )?contacts?(?::.*)?|#+|[#*_\s-]+|"
    r"-*\s?(?:ends?|30)\.?\s?-*|notes? to editors:?|(?:published|updated|posted|released)(?: on)?:? .{0,40}\d{4}.{0,20}|"
    r"end of (?:text|statement)|end\b.{0,20}(?:[ap]\.?m\.?|e[sd]t|gmt)\b.{0,12}|for (?:more|further) information.*|(?:tel|phone|e-?mail|fax)\b.{0,80})",
    re.IGNORECASE,
)
_LONGEST_FRAME = 120
_OWN_WORDS = frozenset(
    ("I", "We", "we", "us", "me", "This statement", "this statement", "The statement", "the statement")
)  # not "US"
_PRONOUNS = frozenset(("he", "she", "it", "they"))


def is_frame(words: str) -> bool:
    """Whether a paragraph is a line around a statement rather than its words."""
    return len(words) <= _LONGEST_FRAME and _FRAME.fullmatch(words) is not None


def issuer_paragraphs(
    document: Document, layout: Layout, taken: Sequence[Attribution]
) -> tuple[list[Attribution], list[Dropped]]:
    """A statement for each paragraph of a release, a post, or a transcript that is one speech.

    Args:
        document: the document.
        layout: its paragraphs.
        taken: attributions made by layout, whose paragraphs are theirs; in a transcript with turns all are somebody's.

    Returns:
        The statements, and the lines left out as no words of the statement; furniture is passed over.
    """
    if document.kind is Kind.ARTICLE or (document.kind is Kind.TRANSCRIPT and (taken or document.issuer is None)):
        return [], []
    held = {layout.number(a.start) for a in taken}
    held.update(layout.number(f.start) for f in document.furniture)
    fewest = 1 if document.kind is Kind.POST else FEWEST_LETTERS
    kept: list[Attribution] = []
    dropped: list[Dropped] = []
    for number, paragraph in enumerate(layout.paragraphs):
        if number in held:
            continue
        words = document.span(paragraph.start, paragraph.end)
        found = Attribution(
            content=(words,), verbatim=(words,), basis=Basis.ISSUER, attribution_score=_SCORE, statement_score=_SCORE
        )
        if is_frame(words.text) or letters(words.text) < fewest:
            dropped.append(Dropped(found, FRAME))
        else:
            kept.append(found)
    return kept, dropped


def of_others(
    found: Iterable[Attribution], document: Document, layout: Layout
) -> tuple[list[Attribution], list[Attribution]]:
    """Attributions in an issuer's document, parted into others' words and the issuer's own ("we condemn").

    A pronoun is somebody else's where the paragraph has cited somebody else before.
    """
    others: list[Attribution] = []
    own: list[Attribution] = []
    last_cited = -1
    for attribution in sorted(found, key=lambda a: a.cue.start if a.cue else a.start):
        number = layout.number(attribution.start)
        words = attribution.speaker_words
        folded = words.text.casefold() if words else ""
        if folded in _PRONOUNS:
            foreign = number == last_cited
        else:
            foreign = words is not None and words.text not in _OWN_WORDS and not _names(document.issuer, folded)
        if foreign:
            last_cited = number
        (others if foreign else own).append(attribution)
    return others, own


def _names(issuer: str | None, folded: str) -> bool:
    """Whether words name the issuer: a whole part of its name, or its name with a title before it."""
    name = (issuer or "").casefold()
    if not name:
        return False
    bare = folded.removeprefix("the ")
    return (
        re.search(rf"\b{re.escape(bare)}\b", name) is not None
        or re.search(rf"(?<!to )\b{re.escape(name)}$", folded) is not None
    )

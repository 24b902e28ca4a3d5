"""Speakers told by layout: turns of a transcript ("Commissioner X: …") and signatures ("… — X (@x)")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.record import Attribution, Basis, Kind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.attribution.continuation import Layout
    from onrecord.encoder.paragraphs import Paragraph
    from onrecord.record import Document

#: "NAME:" or "Title Name:" at the head of a paragraph, then the words.
_TURN = re.compile(
    r"(?P<name>(?:[A-Z][\w.'’-]*|of|the|and|for|de|al|bin|von|van)(?:[ -](?:[A-Z][\w.'’-]*|of|the|and|for|de|al|bin|von|van|\([^)\n]{1,40}\))){0,8})"
    r":[ \t]+(?=\S)"
)
#: "— Name (@handle) April 22, 2022" or "— Name, office" at the end of a paragraph.
_SIGNATURE = re.compile(
    r"\s+[—–-]{1,2}\s*(?P<name>[A-Z][\w.'’-]*(?: [\w.'’-]+){0,5})\s*"
    r"(?P<rest>\(@\w{1,20}\)[^\n]{0,40}|,[^\n]{1,60})?$"
)
#: Heads of paragraphs that look like a turn and are none.
_NO_NAMES = re.compile(
    r"(?:notes?|updated?|correction|photo|image|video|watch|read|related|more|sources?|editor|copyright|title|date|outlet|url|"
    r"subject|to|from|cc|re|background|summary|conclusion|question|answer|q|a|location|time|when|where|what|who|why|how|warning|"
    r"breaking|exclusive|analysis|opinion)\.?",
    re.IGNORECASE,
)
#: Fewest turns that make a layout of turns.
FEWEST_TURNS = 3
_SCORE = 0.9


def by_layout(document: Document, layout: Layout) -> list[Attribution]:
    """Attributions that the layout makes: signed posts everywhere, turns where a document is written in them."""
    signed = [a for p in layout.paragraphs if (a := _signed(document, p, layout)) is not None]
    turns = list(_turns(document, layout))
    names = {a.source.text for a in turns if a.source}
    written_in_turns = len(turns) >= FEWEST_TURNS and len(names) < len(turns)
    return signed + (turns if written_in_turns or (document.kind is Kind.TRANSCRIPT and turns) else [])


def _signed(document: Document, paragraph: Paragraph, layout: Layout) -> Attribution | None:
    match = _SIGNATURE.search(document.text, max(paragraph.start, paragraph.end - 160), paragraph.end)
    if match is None or not match["rest"]:
        return None
    # without a handle only a wholly quoted line is signed: dashes are common in prose
    if (
        not match["rest"].startswith("(@")
        and layout.wholly_quoted(paragraph) is None
        and not _quoted_before(layout, paragraph, match.start())
    ):
        return None
    return _spoken(document, match.span("name"), paragraph.start, match.start())


def _quoted_before(layout: Layout, paragraph: Paragraph, end: int) -> bool:
    inside = layout.quotations_in(paragraph)
    return bool(inside) and inside[0].start == paragraph.start and inside[-1].closed and inside[-1].end >= end - 1


def _turns(document: Document, layout: Layout) -> Iterator[Attribution]:
    """Turns with their names, and the paragraphs that go on with a turn without one."""
    holder: Attribution | None = None
    for paragraph in layout.paragraphs:
        match = _TURN.match(document.text, paragraph.start, paragraph.end)
        if match is not None and _NO_NAMES.fullmatch(match["name"]) is None and len(match["name"]) > 1:
            holder = _spoken(document, match.span("name"), match.end(), paragraph.end)
            if holder is not None:
                yield holder
        elif holder is not None and document.kind is Kind.TRANSCRIPT:
            words = document.span(paragraph.start, paragraph.end)
            yield Attribution(
                content=(words,),
                verbatim=(words,),
                basis=Basis.CONTINUATION,
                carried=holder.source,
                attribution_score=_SCORE,
                statement_score=_SCORE,
            )


def _spoken(document: Document, name: tuple[int, int], start: int, end: int) -> Attribution | None:
    text = document.text
    while start < end and (text[start].isspace() or text[start] in "“\"'‘«"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in "”\"'’»"):
        end -= 1
    if start >= end or not any(c.isalnum() for c in text[start:end]):
        return None
    words = Span.of(text, start, end)
    return Attribution(
        content=(words,),
        verbatim=(words,),
        source=document.span(*name),
        attribution_score=_SCORE,
        statement_score=_SCORE,
    )

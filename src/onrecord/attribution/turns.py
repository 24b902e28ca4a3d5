"""Speakers told by layout: turns of a transcript ("Commissioner X: …") and signed posts ("… — X (@x)")."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.attribution.issuer import is_frame
from onrecord.record import Attribution, Basis, Dropped, Kind, letters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.attribution.continuation import Layout
    from onrecord.encoder.paragraphs import Paragraph
    from onrecord.record import Document, Span

QUESTION = "a question put to the speaker"
#: Longest head of a turn, in characters and words.
LONGEST_HEAD, MOST_WORDS = 80, 9
#: Fewest turns that make an article one written in turns, and the share of its paragraphs that they are.
FEWEST_TURNS, LEAST_SHARE = 4, 0.6
#: Paragraphs that a post copied as it is shown has at most.
MOST_POST_PARAGRAPHS = 8
#: Fewest letters of a paragraph that goes on with a turn.
FEWEST_LETTERS = 12
_SCORE = 0.9
_PARTICLES = frozenset(
    ["of", "the", "and", "for", "de", "del", "la", "al", "el", "bin", "ibn", "von", "van", "der", "den", "to", "at"]
)
_BARE_QUESTION = re.compile(r"Q\s+(?=[A-Z“])")
_QUESTIONERS = re.compile(r"(?:q|questions?|questioner|reporters?|journalists?|interviewer|moderator)", re.IGNORECASE)
#: Heads of lines that look like a turn and are none.
_NO_NAMES = re.compile(
    r"(?:notes?|updated?|correction|photo|image|video|watch|read|related|more|sources?|editor|copyright|title|date|outlet|"
    r"url|subject|to|from|cc|re|background|summary|conclusion|a|answer|location|time|when|where|what|who|why|how|warning|"
    r"breaking|exclusive|analysis|opinion)\.?",
    re.IGNORECASE,
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_NAME = r"(?P<name>\w[\w.'’-]*(?:\ \w[\w.'’-]*){0,5})"
#: "— Name (@handle) April 22, 2022" at the end of a paragraph.
_POSTED = re.compile(
    rf"\s[—–-]{{1,2}}\s?{_NAME}\s?\(@\w{{1,20}}\)(?:,?\s(?:{_MONTH}\s\d{{1,2}},?\s\d{{4}}|\d{{1,2}}\s{_MONTH}\s\d{{4}}))?$"
)
#: "— First Last, office" after a line that is one quotation.
_QUOTED = re.compile(rf"\s[—–-]{{1,2}}\s?{_NAME},\s[^\n,.]{{1,60}}$")
#: The same in a line of its own below, the office left out at times.
_SIGNED_BELOW = re.compile(rf"[—–-]{{1,2}}\s?{_NAME}(?:,\s[^\n.]{{1,80}})?")
_LONGEST_SIGNATURE = 160
#: "Name (@handle): words".
_HANDLED = re.compile(rf"{_NAME}\s?\(@\w{{1,20}}\):?\s(?=\S)")
#: A line "Name @handle", alone or with a date, above the words of a post.
_POSTER = re.compile(rf"{_NAME}\s@\w{{1,20}}(?:\s?[·|-]\s?[\w ,]{{1,30}})?")
#: The line with time and date below them.
_POST_TIME = re.compile(r"\d{1,2}[:.]\d{2}\s?(?:[AaPp]\.?[Mm]\.?)?\s?[·|,-].{4,40}\d{4}.{0,40}")


def by_layout(document: Document, layout: Layout) -> tuple[list[Attribution], list[Dropped]]:
    """Attributions that the layout makes: posts everywhere, turns where a document is written in them.

    Returns:
        The attributions, and the questions put to the speakers, dropped.
    """
    signed = [a for p in layout.paragraphs if (a := _signed(document, p, layout) or _handled(document, p)) is not None]
    signed += [*_signed_below(document, layout), *_posts(document, layout)]
    turns = list(_turns(document, layout))
    if not _written_in_turns(document, layout, turns):
        return signed, []
    kept: list[Attribution] = []
    questions: list[Attribution] = []
    for turn in turns:
        (questions if turn.is_question else kept).append(turn.attribution)
    return signed + kept, [Dropped(a, QUESTION) for a in questions]


@dataclass(frozen=True, slots=True)
class _Turn:
    """Words that the layout gives to somebody."""

    attribution: Attribution
    is_question: bool


def _written_in_turns(document: Document, layout: Layout, turns: list[_Turn]) -> bool:
    """Whether the turns are no chance: most of an article, by two who each speak again; any in a transcript."""
    if document.kind is Kind.TRANSCRIPT:
        return bool(turns)
    heads = Counter(t.attribution.source.text for t in turns if t.attribution.source is not None)
    again = sum(count > 1 for count in heads.values())
    return again > 1 and heads.total() >= max(FEWEST_TURNS, LEAST_SHARE * len(layout.paragraphs))


def _turns(document: Document, layout: Layout) -> Iterator[_Turn]:
    """Turns with their names, and the paragraphs of a transcript that go on with a turn."""
    holder: _Turn | None = None
    for paragraph in layout.paragraphs:
        head = _head(document.text, paragraph, document.kind)
        if head is not None:
            holder = None
            name = document.text[paragraph.start : head].rstrip()
            words = _words(document, head + 1, paragraph.end)
            if words is None or _NO_NAMES.fullmatch(name):
                continue
            source = document.span(paragraph.start, paragraph.start + len(name))
            asked = _QUESTIONERS.fullmatch(name.split(" ")[-1].rstrip(".")) is not None
            holder = _Turn(_laid_out(words, source), asked)
            yield holder
        elif holder is not None and document.kind is Kind.TRANSCRIPT and _goes_on(document, paragraph):
            span = document.span(paragraph.start, paragraph.end)
            turn = holder.attribution
            more = replace(
                turn, content=(span,), verbatim=(span,), source=None, basis=Basis.CONTINUATION, carried=turn.source
            )
            yield _Turn(more, holder.is_question)


def _head(text: str, paragraph: Paragraph, kind: Kind) -> int | None:
    """Offset of the colon that ends a name at the paragraph's head; None where there is none.

    Transcripts of the White House mark a question by "Q" and spaces alone; the offset is then the space's.
    """
    question = _BARE_QUESTION.match(text, paragraph.start, paragraph.end) if kind is Kind.TRANSCRIPT else None
    if question is not None:
        return question.end() - 1
    colon = text.find(":", paragraph.start, min(paragraph.end, paragraph.start + LONGEST_HEAD))
    if colon < 0 or not text[colon + 1 : colon + 2].isspace():
        return None
    words = text[paragraph.start : colon].split(" ")
    fits = 0 < len(words) <= MOST_WORDS and words[0][:1].isupper()
    return colon if fits and all(_in_name(word) for word in words) else None


def _in_name(word: str) -> bool:
    return word.lower() in _PARTICLES or word[:1].isupper() or (word[:1] == "(" and word[-1:] == ")") or word == "&"


def _goes_on(document: Document, paragraph: Paragraph) -> bool:
    words = document.text[paragraph.start : paragraph.end]
    bracketed = words[0] in "([" and words[-1] in ")]"  # "(Applause.)"
    return letters(words) >= FEWEST_LETTERS and not bracketed and not is_frame(words)


def _signed(document: Document, paragraph: Paragraph, layout: Layout) -> Attribution | None:
    low = max(paragraph.start, paragraph.end - _LONGEST_SIGNATURE)
    match = _POSTED.search(document.text, low, paragraph.end)
    if match is None:
        # without a handle only a line that is one quotation is signed: dashes are common in prose
        match = _QUOTED.search(document.text, low, paragraph.end)
        if match is None or " " not in match["name"] or not _quoted_before(layout, paragraph, match.start()):
            return None
    if not match["name"][:1].isupper():
        return None
    words = _words(document, paragraph.start, match.start())
    if words is None:
        return None
    return _laid_out(words, document.span(*match.span("name")))


def _signed_below(document: Document, layout: Layout) -> Iterator[Attribution]:
    """Lines that are one quotation, with a dash and a name in the line below."""
    for above, below in pairwise(layout.paragraphs):
        match = _SIGNED_BELOW.fullmatch(document.text, below.start, below.end)
        if match is None or not match["name"][:1].isupper() or not _quoted_before(layout, above, above.end):
            continue
        words = _words(document, above.start, above.end)
        if words is not None:
            yield _laid_out(words, document.span(*match.span("name")))


def _handled(document: Document, paragraph: Paragraph) -> Attribution | None:
    match = _HANDLED.match(document.text, paragraph.start, paragraph.end)
    if match is None or not match["name"][:1].isupper():
        return None
    words = _words(document, match.end(), paragraph.end)
    return None if words is None else _laid_out(words, document.span(*match.span("name")))


def _posts(document: Document, layout: Layout) -> list[Attribution]:
    """Posts copied as they are shown: a line with name and handle, the words, a line with time and date."""
    lines = [document.text[p.start : p.end] for p in layout.paragraphs]
    out = []
    for number, line in enumerate(lines):
        match = _POSTER.fullmatch(line) if line[:1].isupper() else None
        if match is None:
            continue
        at = layout.paragraphs[number].start
        source = document.span(at + match.start("name"), at + match.end("name"))
        for below in range(number + 1, min(len(lines), number + 1 + MOST_POST_PARAGRAPHS)):
            if _POST_TIME.fullmatch(lines[below]) or _POSTER.fullmatch(lines[below]):
                break
            words = _words(document, layout.paragraphs[below].start, layout.paragraphs[below].end)
            if words is not None:
                out.append(_laid_out(words, source))
            if not any(_POST_TIME.fullmatch(after) for after in lines[below + 1 : number + 1 + MOST_POST_PARAGRAPHS]):
                break  # without a line of time below only the next paragraph is surely the post's
    return out


def _laid_out(words: Span, source: Span) -> Attribution:
    return Attribution(
        content=(words,), verbatim=(words,), source=source, basis=Basis.LAYOUT,
        attribution_score=_SCORE, statement_score=_SCORE,
    )  # fmt: skip


def _quoted_before(layout: Layout, paragraph: Paragraph, end: int) -> bool:
    inside = layout.quotations_in(paragraph)
    return bool(inside) and inside[0].start == paragraph.start and inside[-1].closed and inside[-1].end >= end - 1


def _words(document: Document, start: int, end: int) -> Span | None:
    """The words between two offsets without spaces and quotation marks at their edges."""
    text = document.text
    while start < end and (text[start].isspace() or text[start] in "“\"'‘«"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in "”\"'’»"):
        end -= 1
    return document.span(start, end) if any(c.isalnum() for c in text[start:end]) else None

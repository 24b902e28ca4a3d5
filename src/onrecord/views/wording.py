"""The words of a statement, cut into parts that are verbatim and parts that are told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.views.printable import fragment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.record import Attribution, Document, Span

# Marks that stand around verbatim words in the text; the round-up sets its own, alike for every style of document.
# An apostrophe is one of them only where it stands next to verbatim words. Some papers write two single marks for one.
_OPENING = "“„«‹‟\"'‘‚`"
_CLOSING = "”»›\"'’“"
_OPENING_AT_END = re.compile(rf"(?:''|``|[{_OPENING}])$")
_CLOSING_AT_START = re.compile(rf"^(?:''|[{_CLOSING}])")


@dataclass(frozen=True, slots=True)
class Part:
    """A run of a statement's words.

    Attributes:
        text: safe to show on one line.
        verbatim: whether the speaker's own words, as the document quotes them.
    """

    text: str
    verbatim: bool


def parts(attribution: Attribution) -> list[Part]:
    """Cut the content of an attribution into verbatim and told parts, in order; spans are joined by an ellipsis.

    The quotation marks around a verbatim part are left out, those inside it kept.
    """
    out: list[Part] = []
    for index, span in enumerate(attribution.content):
        if index:
            out.append(Part(" … ", verbatim=False))
        inside = [v for v in attribution.verbatim if v.overlaps(span)]
        out.extend(part for part in _cut(span, inside) if part.text)
    return out


def quoted(attribution: Attribution) -> str:
    """Give the words on one line, verbatim parts in “ ”."""
    return "".join(f"“{p.text.strip()}”" if p.verbatim else p.text for p in parts(attribution)).strip()


def place(document: Document, attribution: Attribution) -> str:
    """Where the words stand, for a person: paragraph of the text, counted from 1, and character offsets.

    Example: ``¶3, characters 412-480``.
    """
    first, last = attribution.content[0], attribution.content[-1]
    return f"¶{paragraph(document.text, first.start)}, characters {first.start}-{last.end}"


def paragraph(text: str, offset: int) -> int:
    """Count the paragraphs (lines that are not blank) of ``text`` up to the one that holds ``offset``, from 1."""
    return sum(1 for line in text[: offset + 1].split("\n") if line.strip()) or 1


def _cut(span: Span, verbatim: list[Span]) -> Iterator[Part]:
    at = span.start
    for index, words in enumerate(verbatim):
        start, end = max(words.start, span.start), min(words.end, span.end)
        yield Part(fragment(_told(span, at, start, after=index > 0, before=True)), verbatim=False)
        yield Part(fragment(_unquoted(span.text[start - span.start : end - span.start])), verbatim=True)
        at = max(at, end)
    yield Part(fragment(_told(span, at, span.end, after=bool(verbatim), before=False)), verbatim=False)


def _told(span: Span, start: int, end: int, *, after: bool, before: bool) -> str:
    """Cut told words, without the quotation marks of the verbatim part ``after`` which, or ``before`` which, they are."""
    text = span.text[start - span.start : max(start, end) - span.start]
    if after:
        text = _CLOSING_AT_START.sub("", text)
    return _OPENING_AT_END.sub("", text) if before else text


def _unquoted(text: str) -> str:
    """Take off quotation marks that wrap the whole of ``text``; one without its fellow stays, it may be an apostrophe."""
    inner = text.strip()
    wrapped = len(inner) > 1 and inner[0] in _OPENING and inner[-1] in _CLOSING
    return inner[1:-1] if wrapped else text

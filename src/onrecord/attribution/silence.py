"""Reported silence: each silent actor named gets a statement of its own (codebook, "One cue, one statement")."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.record import Attribution, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_JOINED = re.compile(r"\s*,?\s+(?:nor|and|or)\s+|\s*,\s+(?=(?:the|a|an)\s|[A-Z])")
_NEITHER = re.compile(r"(?:neither|both|either)\s+", re.IGNORECASE)
#: Joined words that stand for one actor all the same.
_ONE_ACTOR = re.compile(
    r"\b(?:ministry|department|office|bureau|committee|council|organi[sz]ation|centers?|administration) (?:of|for)\b",
    re.IGNORECASE,
)


def split_silent(attribution: Attribution) -> Iterator[Attribution]:
    """The silent actors of an attribution, one by one; others come back as they are."""
    source = attribution.source
    if not attribution.silent or source is None or _ONE_ACTOR.search(source.text):
        yield attribution
        return
    places = list(_places(source.text))
    if len(places) == 1 or not all(any(c.isalnum() for c in source.text[s:e]) for s, e in places):
        yield attribution
        return
    for start, end in places:
        part = Span(source.start + start, source.start + end, source.text[start:end])
        yield replace(attribution, source=part)


def _places(words: str) -> Iterator[tuple[int, int]]:
    head = _NEITHER.match(words)
    start = head.end() if head else 0
    # only noun phrases that begin like one are parts: "Smith, a spokesman" is one actor
    for match in _JOINED.finditer(words, start):
        if "nor" in match.group() or "and" in match.group() or "or" in match.group():
            yield start, match.start()
            start = match.end()
    yield start, len(words)

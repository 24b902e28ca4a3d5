"""Reported silence: each silent actor named gets a statement of its own (codebook, "One cue, one statement")."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.record import Attribution, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_JOINT = re.compile(r"(?P<comma>,\s(?:(?P<listed>nor|and|or)\s)?)|\s(?P<word>nor|and|or)\s")
_NEITHER = re.compile(r"(?:neither|both|either)\s", re.IGNORECASE)
_DETERMINER = re.compile(r"(?:the|his|her|its|their|our|other|several|two|three)\s", re.IGNORECASE)
#: Two names side by side, each of two words or more: "Human Rights Watch and Amnesty International". Names of one body
#: that hold an "and" have a small word before it, or single words round it.
_TWO_NAMES = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)+ and [A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)+")
#: A part that begins so says who the one before is: "Smith, a spokesman".
_APPOSITION = re.compile(r"(?:an?|who|which|whose|head|chief|director|spokes\w+)\s", re.IGNORECASE)


def split_silent(attribution: Attribution) -> Iterator[Attribution]:
    """The silent actors of an attribution, one by one; others come back as they are."""
    source = attribution.source
    if not attribution.silent or source is None:
        yield attribution
        return
    for start, end in _actors(source.text):
        yield replace(attribution, source=Span(source.start + start, source.start + end, source.text[start:end]))


def _actors(words: str) -> list[tuple[int, int]]:
    """Places of the actors joined in ``words``; one place where they are one.

    "The Department of Health and Human Services" is one: a part counts where it begins as actors do, with a determiner,
    after "nor", or with a capital in a list with commas.
    """
    head = _NEITHER.match(words)
    start = head.end() if head else 0
    joints = [m for m in _JOINT.finditer(words, start) if not (m["comma"] and _APPOSITION.match(words, m.end()))]
    listed = any(m["comma"] for m in joints)
    if not joints or not any(m["word"] or m["listed"] for m in joints):
        return [(0, len(words))]
    places = []
    begin = start
    for joint in joints:
        capital = words[joint.end() : joint.end() + 1].isupper()
        apart = (
            head is not None
            or joint["word"] == "nor"
            or _DETERMINER.match(words, joint.end())
            or (listed and capital)
            or _TWO_NAMES.fullmatch(words)
        )
        if apart:
            places.append((begin, joint.start()))
            begin = joint.end()
        elif joint["comma"]:
            return [(0, len(words))]  # a comma inside one actor: no list after all
    places.append((begin, len(words)))
    if len(places) == 1 or not all(any(c.isalnum() for c in words[s:e]) for s, e in places):
        return [(0, len(words))]
    return places

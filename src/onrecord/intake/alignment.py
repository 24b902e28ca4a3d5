"""The map from a document's text to its decoded original, for plain text and for HTML."""

from __future__ import annotations

import bisect
import html
import re
from array import array
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.record import Alignment, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LONG = 40
"""Characters from which a paragraph is an anchor: shorter ones also stand in menus and are placed between anchors."""

_SEED = 24
"""Characters that must agree for a broken paragraph to be taken up again."""

_STEP = 8
"""Characters given up at a time while looking for a place where a broken paragraph goes on."""

_NEAR = 6_000
"""Characters of the source within which a broken paragraph may go on."""

_MISSES = 64
"""Searches of all that remains which may fail before searches stay near: keeps the whole linear."""

_SKIPPED = re.compile(r"(script|style|template|textarea|title|svg|iframe)\b", re.IGNORECASE)
_OPENS_TAG = re.compile(r"[A-Za-z/!?]")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")


def unify_newlines(original: str) -> tuple[str, Alignment]:
    r"""Turn CRLF and lone CR into LF, and change nothing else.

    Args:
        original: decoded text.

    Returns:
        The text, and where it stands in ``original``; a lone CR, which became another letter, maps nowhere.
    """
    if "\r" not in original:
        return original, identity(original)
    runs: list[Run] = []
    pieces: list[str] = []
    length = at = 0
    for found in re.finditer(r"\r\n?", original):
        if found.start() > at:
            runs.append(Run(length, at, found.start() - at))
        pieces.append(original[at : found.start()])
        length += found.start() - at
        if found.group() == "\r":
            pieces.append("\n")
            length += 1
        at = found.end() if found.group() == "\r" else found.end() - 1
    if at < len(original):
        runs.append(Run(length, at, len(original) - at))
    pieces.append(original[at:])
    return "".join(pieces), Alignment(tuple(runs))


def identity(text: str) -> Alignment:
    """The map of a text that is its own original."""
    return Alignment((Run(0, 0, len(text)),) if text else ())


def align_html(text: str, source: str) -> Alignment:
    """Find where text that was extracted from HTML stands in the HTML, letter for letter.

    Paragraphs are looked up in the source's text nodes in order: long ones first, as anchors, then short and broken ones
    between them. Blanks are left out of the search, since extraction collapses them. Letters written as character
    references (``&rsquo;``) are recognised but belong to no run, since other letters stand there.

    Args:
        text: extracted text, one paragraph a line.
        source: the decoded HTML.

    Returns:
        Runs, ascending in both, in each of which text and source are equal. Time is linear in both lengths.
    """
    needle, hay = _letters([(0, text, False)]), _letters(_nodes(source))
    pairs = _pair(needle.text, hay.text, _paragraphs(text, needle.offsets))
    return Alignment(tuple(_runs(text, source, needle, hay, pairs)))


@dataclass(frozen=True, slots=True)
class _Letters:
    """Visible characters and where each stands; the offset is ``~start`` for what a character reference gives."""

    text: str
    offsets: array[int]


def _letters(nodes: Iterable[tuple[int, str, bool]]) -> _Letters:
    letters: list[str] = []
    offsets = array("q")
    for start, piece, is_reference in nodes:
        if is_reference:
            seen = [c for c in html.unescape(piece) if _is_visible(c)]
            letters.extend(seen)
            offsets.extend([~start] * len(seen))
        else:
            letters.extend(c for c in piece if _is_visible(c))
            offsets.extend(start + i for i, c in enumerate(piece) if _is_visible(c))
    return _Letters("".join(letters), offsets)


def _is_visible(character: str) -> bool:
    return character.isprintable() and character != " "


def _paragraphs(text: str, offsets: array[int]) -> list[tuple[int, int]]:
    """The lines of ``text`` as (start, end) among its visible letters, empty ones left out."""
    ends = [found.start() for found in re.finditer("\n", text)] + [len(text)]
    cuts = [0, *(bisect.bisect_left(offsets, end) for end in ends)]
    return [(start, end) for start, end in pairwise(cuts) if end > start]


def _nodes(source: str) -> Iterator[tuple[int, str, bool]]:
    """Text and character references outside tags, comments and scripts: (offset, characters, is a reference)."""
    at = 0
    unclosed: set[str] = set()
    while at < len(source):
        tag = source.find("<", at)
        end = len(source) if tag < 0 else tag
        yield from _references(source, at, end)
        at = end if tag < 0 else _after_tag(source, tag, unclosed)
        if tag >= 0 and at == tag:  # a bare "<" is a letter
            yield tag, "<", False
            at = tag + 1


def _references(source: str, start: int, end: int) -> Iterator[tuple[int, str, bool]]:
    at = start
    for found in _REFERENCE.finditer(source, start, end):
        if found.start() > at:
            yield at, source[at : found.start()], False
        yield found.start(), found.group(), True
        at = found.end()
    if end > at:
        yield at, source[at:end], False


def _after_tag(source: str, tag: int, unclosed: set[str]) -> int:
    """Where the markup that opens at ``tag`` ends; ``tag`` itself where it is none.

    A ``>`` inside an attribute ends the tag too early; the rest of the attribute is then only more text to search past.
    """
    if source.startswith("<!--", tag):
        return _past(source, "-->", tag + 4)
    if not _OPENS_TAG.match(source, tag + 1):
        return tag
    end = _past(source, ">", tag)
    skipped = _SKIPPED.match(source, tag + 1)
    if skipped is None or source.endswith("/>", tag, end):
        return end
    return _past_closing(source, skipped.group(1).lower(), end, unclosed)


def _past(source: str, mark: str, start: int) -> int:
    found = source.find(mark, start)
    return len(source) if found < 0 else found + len(mark)  # unclosed: all that follows is markup


def _past_closing(source: str, name: str, start: int, unclosed: set[str]) -> int:
    """Where the element ``name`` is closed after ``start``; ``unclosed`` remembers what was sought to the end in vain."""
    found = None if name in unclosed else re.compile(rf"</{name}\s*>", re.IGNORECASE).search(source, start)
    if found is None:
        unclosed.add(name)
        return start
    return found.end()


def _pair(needle: str, hay: str, paragraphs: list[tuple[int, int]]) -> array[int]:
    """For each letter of ``needle`` its index in ``hay``, ascending, -1 where it has none."""
    pairs = array("q", [-1]) * len(needle)
    anchors = _anchors(needle, hay, paragraphs)
    placed = {start for start, _, _ in anchors}
    for start, end, at in anchors:
        pairs[start:end] = array("q", range(at, at + end - start))
    bounds = [(0, 0, 0), *anchors, (len(needle), len(needle), len(hay))]
    for before, after in pairwise(bounds):
        low, high = before[2] + before[1] - before[0], after[2]
        first, last = bisect.bisect_left(paragraphs, (before[1],)), bisect.bisect_left(paragraphs, (after[0],))
        if before[1] == 0:  # what precedes the first anchor stands close to it, behind menus
            low = max(low, high - _NEAR)
        for paragraph in paragraphs[first:last]:
            if paragraph[0] not in placed:
                low = _fill(pairs, (needle, hay), paragraph, (low, high))
    return pairs


def _anchors(needle: str, hay: str, paragraphs: list[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Long paragraphs that stand whole in the source: (start, end, index in ``hay``)."""
    anchors = []
    cursor = misses = 0
    for start, end in paragraphs:
        if end - start < _LONG:
            continue
        limit = len(hay) if misses < _MISSES else cursor + end - start + _NEAR
        at = hay.find(needle[start:end], cursor, limit)
        if at < 0:
            misses += 1
            continue
        anchors.append((start, end, at))
        cursor = at + end - start
    return anchors


def _fill(pairs: array[int], texts: tuple[str, str], paragraph: tuple[int, int], room: tuple[int, int]) -> int:
    """Place a short or broken paragraph in ``hay[low:high]``, piece by piece; returns where the next may begin."""
    needle, hay = texts
    at, end = paragraph
    low, high = room
    floor = at
    while at < end:
        seed = needle[at : min(at + _SEED, end)]
        found = hay.find(seed, low, min(high, low + _NEAR)) if len(seed) >= min(_STEP, end - paragraph[0]) else -1
        if found < 0:
            at += _STEP
            continue
        while at > floor and found > low and needle[at - 1] == hay[found - 1]:
            at, found = at - 1, found - 1
        length = 0
        while at + length < end and found + length < high and needle[at + length] == hay[found + length]:
            length += 1
        pairs[at : at + length] = array("q", range(found, found + length))
        at = floor = at + length
        low = found + length
    return low


def _runs(text: str, source: str, needle: _Letters, hay: _Letters, pairs: array[int]) -> Iterator[Run]:
    """Join paired letters to runs, with the blanks between them where these too are the same on both sides."""
    start = original = 0
    length = 0
    for index, paired in enumerate(pairs):
        if paired < 0 or hay.offsets[paired] < 0:
            continue
        here, there = needle.offsets[index], hay.offsets[paired]
        gap = here - start
        if length and gap == there - original and text[start + length : here] == source[original + length : there]:
            length = gap + 1
            continue
        if length:
            yield Run(start, original, length)
        start, original, length = here, there, 1
    if length:
        yield Run(start, original, length)

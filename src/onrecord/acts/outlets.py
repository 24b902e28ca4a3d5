"""Outlets named beside a frame ("told ...", "quoted by ..."), through which an article has somebody's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from onrecord.acts.lexicon import longest
from onrecord.vocabulary import acts as vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.acts.lexicon import Page
    from onrecord.acts.places import Run

_NEAR: Final = 6
_OF_UNNAMED: Final = frozenset({"told", "tells", "telling", "tell", "quoted", "cited"})
_JOINERS: Final = frozenset({"of", "the", "on", "and"})


class Outlet(NamedTuple):
    """An outlet's name in the text, and the word that says that the words came through it.

    Attributes:
        first: its first token.
        end: after its last.
        name: the name without its article, as it stands.
        frame: the frame's token.
    """

    first: int
    end: int
    name: str
    frame: int


def framed(page: Page, runs: Sequence[Run]) -> Iterator[Outlet]:
    """The outlets named in ``runs`` of tokens that stand near a frame in the same runs, in order."""
    sets = vocabulary.outlets()
    for first, end, named in _mentions(page, runs):
        low, high = page.tokens.sentence(first)
        before = sets.frames_before if named else _OF_UNNAMED
        frame = _frame(page, range(first - 1, max(low, first - _NEAR) - 1, -1), before)
        if frame is None:
            frame = _frame(page, range(end, min(high, end + 2)), sets.frames_after if named else sets.quoting)
        if frame is not None:
            yield Outlet(first, end, _name(page, first, end), frame)


def quoting(page: Page, runs: Sequence[Run]) -> Iterator[Outlet]:
    """The outlets in ``runs`` that quote somebody: "Xinhua cited her", "quoted by the agency Xinhua"."""
    sets = vocabulary.outlets()
    for first, end, _ in _mentions(page, runs):
        low, high = page.tokens.sentence(first)
        frame = _frame(page, range(end, min(high, end + 2)), sets.quoting)
        if frame is None and "by" in page.tokens.folded[max(low, first - _NEAR) : first]:
            frame = _frame(page, range(first - 1, max(low, first - _NEAR) - 1, -1), sets.quoting)
        if frame is not None:
            yield Outlet(first, end, _name(page, first, end), frame)


def mentioned(page: Page, runs: Sequence[Run]) -> bool:
    """Whether ``runs`` of tokens name an outlet at all."""
    return any(named for _, _, named in _mentions(page, runs))


def _frame(page: Page, order: range, frames: frozenset[str]) -> int | None:
    return next((at for at in order if page.tokens.folded[at] in frames), None)


def _name(page: Page, first: int, end: int) -> str:
    if page.tokens.folded[first] == "the" and end - first > 1:
        first += 1
    return page.words(first, end).text


def _mentions(page: Page, runs: Sequence[Run]) -> Iterator[tuple[int, int, bool]]:
    """The outlets in each of ``runs`` as first token, end, and whether it has a name; those that have one first."""
    for first, end in runs:
        hits = longest(page.outlets.within(first, end))
        known = [(h.first, h.end) for h in hits if h.entry.code == "outlet" and _capitals(page, h.first, h.end)]
        known += (run for run in _shaped(page, first, end) if not any(run[0] < b and a < run[1] for a, b in known))
        generic = [(h.first, h.end) for h in hits if h.entry.code == "generic"]
        unnamed = [run for run in generic if not any(run[0] < b and a < run[1] for a, b in known)]
        yield from ((*run, True) for run in sorted(known))
        yield from ((*run, False) for run in unnamed)


def _capitals(page: Page, first: int, end: int) -> bool:
    skip = first + 1 if page.tokens.folded[first] == "the" else first
    return page.tokens.capital[skip] and page.tokens.capital[end - 1]


def _shaped(page: Page, first: int, end: int) -> Iterator[Run]:
    """Runs of capitals that hold a word such as "Times" or "Radio", and another beside it."""
    sets = vocabulary.outlets()
    at = first
    while at < end:
        if not page.tokens.capital[at]:
            at += 1
            continue
        stop = at + 1
        while stop < end and _goes_on(page, stop):
            stop += 1
        words = page.tokens.folded[at:stop]
        if stop - at > 1 and any(w in sets.shapes for w in words) and " ".join(words) not in sets.never:
            yield at, stop
        at = stop


def _goes_on(page: Page, at: int) -> bool:
    """Whether the capitals before ``at`` go on there: nothing but a space or a hyphen between."""
    gap = page.text[page.tokens.ends[at - 1] : page.tokens.starts[at]]
    return page.tokens.capital[at] and gap in {" ", "-"} and page.tokens.folded[at] not in _JOINERS

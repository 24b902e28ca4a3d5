"""Where in a document's tokens an attribution's cue, content and surroundings lie."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.acts.tokens import Tokens
    from onrecord.record import Attribution

Run = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Place:
    """One attribution's tokens, as runs of first and end.

    Attributes:
        cue: the cue's runs without the source's, none where there is no cue.
        source: the source's.
        content: the content's without the source's: who speaks is not what is said.
        verbatim: the parts of the content inside quotation marks.
        beside: the rest of the cue's sentence up to the neighbouring cues: where channel and date are told.
    """

    cue: tuple[Run, ...]
    source: tuple[Run, ...]
    content: tuple[Run, ...]
    verbatim: tuple[Run, ...]
    beside: tuple[Run, ...]

    @property
    def length(self) -> int:
        """How many tokens the content has."""
        return sum(end - first for first, end in self.content)


def places(tokens: Tokens, attributions: Sequence[Attribution]) -> list[Place]:
    """The place of each of ``attributions``, in their order."""
    cues = [tokens.under((a.cue,)) if a.cue is not None else () for a in attributions]
    starts = sorted(runs[0][0] for runs in cues if runs)
    ends = sorted(runs[0][1] for runs in cues if runs)
    out = []
    for attribution, cue in zip(attributions, cues, strict=True):
        source = tokens.under((attribution.source,)) if attribution.source is not None else ()
        content = _without(tokens.under(attribution.content), source)
        beside = _beside(tokens, cue, content, starts, ends)
        out.append(Place(_without(cue, source), source, content, tokens.under(attribution.verbatim), beside))
    return out


def _beside(
    tokens: Tokens, cue: tuple[Run, ...], content: tuple[Run, ...], starts: Sequence[int], ends: Sequence[int]
) -> tuple[Run, ...]:
    if not cue:
        return ()
    first, end = cue[0]
    low, high = tokens.sentence(first)
    high = max(high, end)
    following, before = bisect_left(starts, end), bisect_right(ends, first) - 1
    if following < len(starts):
        high = min(high, starts[following])
    if before >= 0:
        low = max(low, ends[before])
    return subtract((low, high), (*cue, *content))


def _without(runs: Sequence[Run], holes: Sequence[Run]) -> tuple[Run, ...]:
    """``runs`` without ``holes``; as they are where nothing would be left."""
    left = tuple(part for run in runs for part in subtract(run, holes))
    return left or tuple(runs)


def contains(runs: Sequence[Run], at: int) -> bool:
    """Whether the token ``at`` lies in any of ``runs``."""
    return any(first <= at < end for first, end in runs)


def subtract(run: Run, holes: Sequence[Run]) -> tuple[Run, ...]:
    """What is left of ``run`` without ``holes``, in order."""
    left = []
    at, last = run
    for first, end in sorted(holes):
        if end <= at or first >= last:
            continue
        if first > at:
            left.append((at, first))
        at = max(at, end)
    if at < last:
        left.append((at, last))
    return tuple(left)

"""Sorts what a reader missed, and what it found that nobody annotated, by kind; knows places alone, no model.

Matching follows the attribution scorer: one-to-one pairs, content and source alike by letters and digits. What is left
is paired once more where both sides plainly mean the same attribution; what is left then is missed, or extra.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias

from training.measure import SAME, letters, one_to_one, overlap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

#: (start, end) character offsets, ascending.
Places: TypeAlias = tuple[tuple[int, int], ...]
#: Share of a content's letters that the other holds where the other is too long for it.
MOST = 0.8


class Kind(StrEnum):
    """What is wrong; the kinds of a missed one stand in the order of how far the reader came with it."""

    UNSEEN = "missed: no cue candidate"
    UNMADE = "missed: has no cue, no rule made it"
    LOW = "missed: scored too low"
    EMPTY = "missed: no word held for content"
    TAKEN = "missed: words taken by a stronger one"
    DROPPED = "missed: dropped"
    MERGED = "missed: merged with another"
    TOO_LONG = "content: too long"
    TOO_SHORT = "content: too short"
    ELSEWHERE = "content: other words"
    SOURCE_WRONG = "source: somebody else"
    SOURCE_UNFOUND = "source: none found"
    SOURCE_ADDED = "source: none annotated"
    SOURCE_BOUNDARY = "source: boundary"
    NOTHING = "extra: nothing annotated there"
    NESTED = "extra: cue inside an annotated content"
    AGAIN = "extra: split or duplicate of a paired one"
    BESIDE = "extra: overlaps a missed one"


_STAGES = list(Kind)


@dataclass(frozen=True, slots=True)
class Words:
    """One attribution, annotated or found.

    Attributes:
        content: places of the content.
        source: places of the source, empty where the text names none.
        cue: places of the cue, empty where there is none.
        silent: whether it is reported silence, whose cue and content are one.
    """

    content: Places
    source: Places = ()
    cue: Places = ()
    silent: bool = False

    @classmethod
    def of(cls, spans: Mapping[str, Any], *, silent: bool = False) -> Words:
        """Read the scorers' form: ``source``, ``cue`` and ``content`` as lists of [start, end], each may be absent."""
        content, source, cue = (
            tuple(sorted((start, end) for start, end in spans.get(name) or ())) for name in ("content", "source", "cue")
        )
        return cls(content, source, cue, silent)


@dataclass(frozen=True, slots=True)
class Lost:
    """A candidate that the reader looked at and left.

    Attributes:
        kind: where it was left: ``LOW``, ``EMPTY``, ``TAKEN`` or ``DROPPED``.
        words: its places, the cue alone where it came no further.
        reason: of a dropped one, why.
    """

    kind: Kind
    words: Words
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Error:
    """One error, of exactly one kind.

    Attributes:
        kind: what is wrong.
        annotated: the missed attribution, None of an extra one.
        found: what was found in its place, None of a missed one.
        reason: of a dropped one, why.
    """

    kind: Kind
    annotated: Words | None
    found: Words | None
    reason: str = ""

    @property
    def name(self) -> str:
        """The kind, with the reason where there is one."""
        return f"{self.kind}, {self.reason}" if self.reason else str(self.kind)


@dataclass(frozen=True, slots=True)
class Sorted:
    """A document's attributions, sorted.

    Attributes:
        matched: number of the found attribution by number of the annotated one it meets.
        errors: every other annotated one and every other found one, each in one error; a pair shares one.
    """

    matched: dict[int, int]
    errors: tuple[Error, ...]


@dataclass(frozen=True, slots=True)
class Letters:
    """Offsets of an attribution's parts: letters and digits alone, but of a cue all but spaces, it may be a colon."""

    content: frozenset[int]
    source: frozenset[int]
    cue: frozenset[int]

    @classmethod
    def of(cls, text: str, words: Words) -> Letters:
        """Where the parts of ``words`` stand in ``text``; the cue of a silence without one is its content."""
        cue = words.content if words.silent and not words.cue else words.cue
        signs = frozenset(i for start, end in cue for i in range(start, end) if not text[i].isspace())
        return cls(letters(text, words.content), letters(text, words.source), signs)


def sort_errors(text: str, annotated: Sequence[Words], found: Sequence[Words], lost: Iterable[Lost] = ()) -> Sorted:
    """Sort a document's errors by kind.

    Args:
        text: the document's text.
        annotated: what people marked.
        found: what the reader found.
        lost: what the reader looked at and left.
    """
    gold, mine = [Letters.of(text, w) for w in annotated], [Letters.of(text, w) for w in found]
    left = [(item, Letters.of(text, item.words)) for item in lost]
    matched = one_to_one(
        ((_likeness(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(mine) if _alike(g, f))
    )
    used = set(matched.values())
    near = one_to_one(
        ((bool(g.cue & f.cue) * 2 + _likeness(g, f), i, j))
        for i, g in enumerate(gold)
        for j, f in enumerate(mine)
        if i not in matched and j not in used and _meant(g, f)
    )
    paired = matched | near
    errors = [Error(_fault(gold[i], mine[j]), annotated[i], found[j]) for i, j in sorted(near.items())]
    for i, words in enumerate(annotated):
        if i not in paired:
            kind, reason = _loss(gold[i], mine, left)
            errors.append(Error(kind, words, None, reason))
    errors += [
        Error(_surplus(mine[j], gold, paired), None, words) for j, words in enumerate(found) if j not in paired.values()
    ]
    return Sorted(matched, tuple(errors))


def _likeness(a: Letters, b: Letters) -> float:
    return overlap(a.content, b.content) + overlap(a.source, b.source)


def _alike(a: Letters, b: Letters) -> bool:
    """Whether the scorer takes them for the same: content and source."""
    return bool(a.content & b.content) and overlap(a.content, b.content) >= SAME and overlap(a.source, b.source) >= SAME


def _meant(a: Letters, b: Letters) -> bool:
    """Whether they mean the same attribution, with a fault: the same cue, content, or source with most of the words."""
    shared = len(a.content & b.content)
    if a.cue & b.cue or (shared and overlap(a.content, b.content) >= SAME):
        return True
    smaller = min(len(a.content), len(b.content))
    return shared > 0 and shared >= SAME * smaller and overlap(a.source, b.source) >= SAME


def _fault(gold: Letters, found: Letters) -> Kind:
    """What is wrong with a pair that means the same; a fault of the content goes before one of the source."""
    shared = gold.content & found.content
    if not shared or overlap(gold.content, found.content) < SAME:
        if shared and len(shared) >= MOST * len(gold.content):
            return Kind.TOO_LONG
        return Kind.TOO_SHORT if shared and len(shared) >= MOST * len(found.content) else Kind.ELSEWHERE
    if not found.source:
        return Kind.SOURCE_UNFOUND
    if not gold.source:
        return Kind.SOURCE_ADDED
    return Kind.SOURCE_BOUNDARY if gold.source & found.source else Kind.SOURCE_WRONG


def _loss(gold: Letters, found: Sequence[Letters], lost: Sequence[tuple[Lost, Letters]]) -> tuple[Kind, str]:
    """How far the reader came with a missed attribution, and the reason where it gave one."""
    if gold.cue:
        merged = any(gold.cue & f.cue for f in found)
        left = [item for item, its in lost if gold.cue & its.cue]
    else:
        merged = any(len(gold.content & f.content) >= SAME * max(1, len(gold.content)) for f in found)
        left = [item for item, its in lost if its.content and overlap(gold.content, its.content) >= SAME]
    if merged:
        return Kind.MERGED, ""
    furthest = max(left, key=lambda item: _STAGES.index(item.kind), default=None)
    if furthest is not None:
        return furthest.kind, furthest.reason
    return (Kind.UNSEEN if gold.cue else Kind.UNMADE), ""


def _surplus(found: Letters, gold: Sequence[Letters], paired: Mapping[int, int]) -> Kind:
    """What stands where an extra attribution was found."""
    if found.cue and any(found.cue <= g.content and not found.cue & g.cue for g in gold):
        return Kind.NESTED
    touched = [i for i, g in enumerate(gold) if g.content & found.content]
    if not touched:
        return Kind.NOTHING
    return Kind.AGAIN if any(i in paired for i in touched) else Kind.BESIDE

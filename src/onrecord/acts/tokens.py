"""A document's words for coding: folded, with offsets and sentences, cut once and shared by every attribution."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.record import Span

_TOKEN: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[?!]+")
_STOP: Final = re.compile(r"[.…]\S*\s")
_APOSTROPHES: Final = str.maketrans({"’": "'"})
_ABBREVIATIONS: Final = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "gen",
        "col",
        "lt",
        "sgt",
        "capt",
        "maj",
        "sen",
        "rep",
        "gov",
        "st",
        "jr",
        "sr",
        "vs",
        "rev",
        "hon",
        "amb",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    ],
)
_CONTRACTIONS: Final = frozenset(["it's", "that's", "let's", "he's", "she's", "what's", "there's", "here's", "who's"])


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words and marks ("?", "!") of a text, in order.

    Attributes:
        starts: offset of each one's first character.
        ends: offset after its last.
        folded: each in lower case, the possessive ending left off, apostrophes straight.
        capital: whether each begins with a capital letter or a digit.
        sentences: number of the sentence that each stands in.
        bounds: first token of each sentence, and at the end the count of tokens.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    folded: tuple[str, ...]
    capital: tuple[bool, ...]
    sentences: tuple[int, ...]
    bounds: tuple[int, ...]

    def __len__(self) -> int:
        """How many tokens there are."""
        return len(self.starts)

    def between(self, start: int, end: int) -> tuple[int, int]:
        """The tokens that begin within the characters ``start:end``, as first and end (exclusive)."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def under(self, spans: Sequence[Span]) -> tuple[tuple[int, int], ...]:
        """The runs of tokens under ``spans``, empty ones left out."""
        runs = (self.between(span.start, span.end) for span in spans)
        return tuple((first, end) for first, end in runs if first < end)

    def sentence(self, token: int) -> tuple[int, int]:
        """The tokens of the sentence that ``token`` stands in, as first and end (exclusive)."""
        number = self.sentences[token]
        return self.bounds[number], self.bounds[number + 1]


def tokenise(text: str) -> Tokens:
    """Cut ``text`` into tokens and sentences; linear in its length.

    A sentence ends at a line's end, or at a stop before a capital or a digit, save after an abbreviation or an initial.
    """
    starts: list[int] = []
    ends: list[int] = []
    folded: list[str] = []
    capital: list[bool] = []
    sentences: list[int] = []
    bounds = [0]
    previous = 0
    for match in _TOKEN.finditer(text):
        words = match.group()
        if starts and _breaks(text[previous : match.start()], folded[-1], words):
            bounds.append(len(starts))
        starts.append(match.start())
        ends.append(match.end())
        folded.append(_fold(words))
        capital.append(not words[0].islower())
        sentences.append(len(bounds) - 1)
        previous = match.end()
    bounds.append(len(starts))
    return Tokens(tuple(starts), tuple(ends), tuple(folded), tuple(capital), tuple(sentences), tuple(bounds))


def _fold(words: str) -> str:
    folded = words.translate(_APOSTROPHES).lower()
    if folded[0] in "?!":
        return folded[0]
    return folded if folded in _CONTRACTIONS else folded.removesuffix("'s")


def _breaks(gap: str, before: str, after: str) -> bool:
    if "\n" in gap:
        return True
    if before in {"?", "!"}:
        return not after[0].islower()
    if not _STOP.search(gap) or after[0].islower():
        return False
    if before == "no":
        return not after[0].isdigit()
    return before not in _ABBREVIATIONS and (len(before) > 1 or before.isdigit())

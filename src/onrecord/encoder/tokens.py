"""Subword tokens of a document with what the encoder is told about each: its word's shape, its place in quotations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from onrecord.encoder.paragraphs import paragraphs
from onrecord.encoder.quotations import Quotation, quotations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from tokenizers import Encoding as Subwords
    from tokenizers import Tokenizer

    Integers = NDArray[np.int64]

#: Shapes of words, in the order of their numbers: the encoders are uncased, so case is told apart.
SHAPES = ("lower", "initial", "capitals", "number", "sign")
#: Places against quotation marks, in the order of their numbers.
PLACES = ("outside", "inside", "mark")
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


@dataclass(frozen=True, slots=True)
class Tokens:
    """A document's subword tokens; all arrays have shape [tokens].

    Attributes:
        ids: numbers in the tokenizer's vocabulary.
        starts: offset of each token's first character in the document's text.
        ends: offset after its last.
        words: number of the word it belongs to, ascending through the document.
        paragraphs: number of its paragraph, ascending through the document.
        shapes: index into ``SHAPES``, of the whole word.
        places: index into ``PLACES``.
        quotations: the document's outermost quotations.
    """

    ids: Integers
    starts: Integers
    ends: Integers
    words: Integers
    paragraphs: Integers
    shapes: Integers
    places: Integers
    quotations: tuple[Quotation, ...]

    def __len__(self) -> int:
        return len(self.ids)


def tokenize(text: str, tokenizer: Tokenizer) -> Tokens:
    """Cut a document's text into tokens, paragraph by paragraph.

    Args:
        text: the document's text.
        tokenizer: a tokenizer without truncation or padding that keeps offsets.
    """
    # Lone surrogates cannot cross into the tokenizer; their stand-in has the same length.
    safe = text.translate(_SURROGATES) if _has_surrogates(text) else text
    places = list(paragraphs(safe))
    encodings = tokenizer.encode_batch([safe[p.start : p.end] for p in places], add_special_tokens=False)
    ids, starts, ends, words, numbers = _columns(encodings, [p.start for p in places])
    codes = np.frombuffer(safe.encode("utf-32-le"), dtype="<u4")
    quoted = quotations(text)
    return Tokens(
        ids, starts, ends, words, numbers, _shapes(codes, starts, ends, words), _places(quoted, starts, ends), quoted
    )


def _has_surrogates(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _columns(encodings: Sequence[Subwords], offsets: Sequence[int]) -> tuple[Integers, ...]:
    """Token numbers, starts, ends, words and paragraphs of the encodings of consecutive paragraphs."""
    columns: tuple[list[Integers], ...] = ([], [], [], [], [])
    first_word = 0
    for number, (encoding, offset) in enumerate(zip(encodings, offsets, strict=True)):
        if not encoding.ids:
            continue
        bounds = np.asarray(encoding.offsets, dtype=np.int64)
        words = np.asarray(encoding.word_ids, dtype=np.int64) + first_word
        first_word = int(words[-1]) + 1
        parts = (np.asarray(encoding.ids, np.int64), bounds[:, 0] + offset, bounds[:, 1] + offset, words)
        for column, part in zip(columns, (*parts, np.full(len(words), number, np.int64)), strict=True):
            column.append(part)
    empty = np.zeros(0, np.int64)
    joined = tuple(np.concatenate(column) if column else empty for column in columns)
    keep = joined[2] > joined[1]  # a token that stands for no character cannot be pointed at
    return tuple(column[keep] for column in joined)


def _shapes(codes: NDArray[np.uint32], starts: Integers, ends: Integers, words: Integers) -> Integers:
    """Shape of each token's word, from the classes of its characters."""
    if not len(starts):
        return np.zeros(0, np.int64)
    letters, capitals, digits = (np.concatenate([[0], np.cumsum(c)]) for c in _classes(codes))
    first = np.flatnonzero(np.diff(words, prepend=-1))
    last = np.append(first[1:], len(words)) - 1
    begin, end = starts[first], ends[last]
    counts = [column[end] - column[begin] for column in (letters, capitals, digits)]
    upper_first = capitals[begin + 1] - capitals[begin]
    shape = np.full(len(first), SHAPES.index("sign"), np.int64)
    shape[counts[0] > 0] = SHAPES.index("lower")
    shape[(counts[0] > 0) & (upper_first > 0)] = SHAPES.index("initial")
    shape[(counts[0] > 1) & (counts[1] == counts[0])] = SHAPES.index("capitals")
    shape[(counts[2] > 0) & (counts[0] == 0)] = SHAPES.index("number")
    return np.repeat(shape, last - first + 1)


def _classes(codes: NDArray[np.uint32]) -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]]:
    """Which characters are letters, capitals, digits; asked once for each different one."""
    unique, inverse = np.unique(codes, return_inverse=True)
    signs = [chr(code) for code in unique]
    tests = (str.isalpha, str.isupper, str.isdigit)
    letters, capitals, digits = (np.array([test(s) for s in signs], bool)[inverse] for test in tests)
    return letters, capitals, digits


def _places(quoted: Sequence[Quotation], starts: Integers, ends: Integers) -> Integers:
    """Whether each token lies outside, inside or on the marks of a quotation."""
    places = np.full(len(starts), PLACES.index("outside"), np.int64)
    for quotation in quoted:
        low = int(np.searchsorted(ends, quotation.start, side="right"))
        high = int(np.searchsorted(starts, quotation.end, side="left"))
        inside = (starts[low:high] >= quotation.inner_start) & (ends[low:high] <= quotation.inner_end)
        places[low:high] = np.where(inside, PLACES.index("inside"), PLACES.index("mark"))
    return places

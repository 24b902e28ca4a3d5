"""Paragraphs of a text: the stretches between newlines, without the white space at their edges."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"[^\n\r\u2028\u2029\x85\x0b\x0c]+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's place: offsets of its first character and after its last."""

    start: int
    end: int


def paragraphs(text: str) -> Iterator[Paragraph]:
    """The paragraphs of ``text`` that hold more than white space, in order."""
    for line in _LINE.finditer(text):
        words = line.group()
        left = len(words) - len(words.lstrip())
        right = len(words.rstrip())
        if left < right:
            yield Paragraph(line.start() + left, line.start() + right)

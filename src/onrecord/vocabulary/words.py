"""Words of a text with their offsets, and the folded form in which vocabulary and text are compared."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# A word keeps its inner apostrophes and hyphens ("al-Shabaab", "N'Djamena") and the dots of an abbreviation ("U.S.");
# the possessive ending is matched after it, apart, so that "France's" is the word "France".
_WORD = re.compile(
    r"((?:[^\W\d_]\.){2,}|[^\W_]+(?:(?:['’](?!s\b)|[-‐‑&/])[^\W_]+)*)(['’]s\b|(?<=s)['’](?!\w))?",
)
_UNDECOMPOSED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "’": "'", "‐": "-", "‑": "-"})


class Word(NamedTuple):
    """A word of a text.

    Attributes:
        start: offset of its first character.
        end: offset after its last one, the possessive ending left out.
        text: the word as it stands.
        folded: for comparison: case, accents and kinds of apostrophe gone.
        possessive: whether a possessive ending follows.
    """

    start: int
    end: int
    text: str
    folded: str
    possessive: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def fold(text: str) -> str:
    """``text`` without case, accents and the kinds of apostrophe and hyphen."""
    if text.isascii():
        return text.lower()
    low = text.casefold().translate(_UNDECOMPOSED)
    return "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))


def words(text: str) -> Iterator[Word]:
    """The words of ``text`` in order, in one pass."""
    for match in _WORD.finditer(text):
        word = match.group(1)
        yield Word(match.start(1), match.end(1), word, fold(word), match.group(2) is not None)

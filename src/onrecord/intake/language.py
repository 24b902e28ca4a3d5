"""What language a text is written in."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

UNDETERMINED = "und"
"""ISO 639-2 code for a text whose language cannot be told."""

_PART = 3_000
"""Characters looked at in each of three places of a long text: the answer costs the same for a book."""

_ENOUGH = 20
"""Letters below which Latin script does not tell a language."""

_ENOUGH_OTHER = 4
"""The same where another script is used, which itself tells much."""

_CLEAR = 0.12
"""Share of English function words from which a text is English without asking further. English prose has 0.25 to 0.4."""

_SOME = 0.06
"""The same share below which a doubtful answer is not bent to English."""

_SURE = 0.9
"""Probability of another language from which it is believed although English function words stand in the text."""

_ASCII_LETTER = re.compile(r"[A-Za-z]")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Function words that no other language in Latin script uses often; "in", "is", "was", "of", "to", "for", "me" are left
# out, since Dutch, German, Danish, Afrikaans or Romance texts are full of them.
_ENGLISH = frozenset((
    "about", "after", "against", "all", "also", "and", "any", "are", "be", "because", "been", "before", "being",
    "between", "but", "by", "can't", "could", "did", "does", "don't", "during", "from", "had", "has", "have", "he",
    "her", "his", "i'm", "into", "it", "it's", "its", "not", "other", "our", "over", "said", "says", "she",
    "should", "such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those",
    "through", "under", "us", "we", "we're", "were", "what", "when", "where", "which", "while", "who", "why",
    "with", "would", "you", "your",
))  # fmt: skip


def identify(text: str) -> str:
    """ISO 639-1 code of the language of ``text`` (639-3 for a few that have none), or "und".

    English that its function words make plain is told by these alone, so that foreign names in a short report do not
    mislead, and the identifier's model is only loaded for the rest.

    Args:
        text: clean text of one document.
    """
    sample = _sample(text)
    words = [w.lower().replace("’", "'") for w in _WORD.findall(sample)]
    letters = sum(map(len, words))
    latin = len(_ASCII_LETTER.findall(sample))
    english = sum(w in _ENGLISH for w in words) / len(words) if words else 0.0
    distinct = len(_ENGLISH.intersection(words))
    is_latin = latin * 2 > letters
    if is_latin and english >= _CLEAR and distinct >= min(3, len(words) / 4):
        return "en"
    if letters < (_ENOUGH if is_latin else _ENOUGH_OTHER):
        return UNDETERMINED
    guess, probability = _identifier().classify(sample)
    if guess != "en" and is_latin and english >= _SOME and probability < _SURE:
        return "en"
    return str(guess)


def _sample(text: str) -> str:
    if len(text) <= 3 * _PART:
        return text
    middle = len(text) // 2
    return "\n".join((text[:_PART], text[middle : middle + _PART], text[-_PART:]))


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - half a second that few texts need

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

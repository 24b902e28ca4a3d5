"""Whom an outlet quotes: "Xinhua cited the minister as saying" and "she was quoted by Xinhua as saying" are the minister's word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.actors.mentions import Organisation, role_of
from onrecord.vocabulary.actors import Body

if TYPE_CHECKING:
    from onrecord.actors.mentions import Tag, Text

QUOTING = frozenset({"quoted", "quotes", "quoting", "cited", "cites", "citing"})
"""Verbs by which an outlet says that it has somebody else's words."""

_PASSIVE = frozenset({"quoted", "cited"})
_BEING = frozenset({"was", "were", "is", "are", "been", "being", "as"})
_SPEAKING = frozenset({"saying", "telling", "writing", "having", "calling", "describing", "warning", "adding"})
_REACH = 14  # words between the verb and "as saying"


def is_outlet(tag: Tag | None) -> bool:
    """Whether a tag is a newspaper, an agency or a broadcaster, with a name or without one."""
    if tag is None:
        return False
    named = tag.entry if isinstance(tag.entry, Body | Organisation) else role_of(tag)
    return named is not None and named.sector == "JRN"


def quoted(text: Text, first: int, last: int) -> tuple[int, int] | None:
    """The words that name who is quoted, where the words ``first`` to ``last`` name only the outlet; else None."""
    if not any(is_outlet(text.tag_at[k]) for k in range(first, last)):
        return None
    return quoted_after(text, last) or _quoted_before(text, first, last)


def quoted_after(text: Text, k: int) -> tuple[int, int] | None:
    """The words between a quoting verb at word ``k`` and "as saying"."""
    if k >= len(text.words) or text.words[k].folded not in QUOTING:
        return None
    end = _as_saying(text, k + 1)
    return (k + 1, end) if end is not None and end > k + 1 else None


def _quoted_before(text: Text, first: int, last: int) -> tuple[int, int] | None:
    """The subject of "was quoted by" before an outlet and "as saying" after it."""
    words = text.words
    by = first - 1
    while by > 0 and words[by].folded in {"the", "state"}:
        by -= 1
    if by <= 1 or words[by].folded != "by" or words[by - 1].folded not in _PASSIVE or _as_saying(text, last) != last:
        return None
    end = by - 1
    while end > 0 and words[end - 1].folded in _BEING | {"has", "have", "also"}:
        end -= 1
    begin = end
    while begin > 0 and end - begin < _REACH and not any(mark in text.gap(begin - 1) for mark in '.?!\n”"»;:'):
        begin -= 1
    return (begin, end) if begin < end < by - 1 else None


def _as_saying(text: Text, k: int) -> int | None:
    """Where "as saying" stands from word ``k`` on in the same sentence."""
    for at in range(k, min(k + _REACH, len(text.words) - 1)):
        if text.words[at].folded == "as" and text.words[at + 1].folded in _SPEAKING:
            return at
        if any(mark in text.gap(at) for mark in ".?!\n"):
            return None
    return None

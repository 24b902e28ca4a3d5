"""The lexicon stays small: alternatives in a row multiply, and one phrase of many would fill the memory alone."""

from __future__ import annotations

from math import prod

from onrecord.acts.inflection import inflections
from onrecord.vocabulary import acts as vocabulary

MOST = 3_000


def forms(phrase: str) -> int:
    """How many sequences of words a phrase stands for."""
    return prod(_choices(word) for word in phrase.split())


def _choices(word: str) -> int:
    optional = word.startswith("[")
    choices = word.strip("[]").split("/")
    return optional + sum(len(inflections(c[:-1])) if c.endswith("~") else 1 for c in choices)


def test_no_phrase_has_too_many_forms() -> None:
    entries = (
        *vocabulary.act_entries(),
        *vocabulary.demand_entries(),
        *vocabulary.intensity_entries(),
        *vocabulary.hedge_entries(),
        *vocabulary.channels().entries,
    )
    assert {e.phrase: forms(e.phrase) for e in entries if forms(e.phrase) > MOST} == {}

"""Regular inflections of an English verb, for phrases such as ``condemn~``."""

from __future__ import annotations

from typing import Final

_VOWELS: Final = frozenset("aeiou")
_SHORTEST_DOUBLING: Final = 3


def inflections(verb: str) -> tuple[str, ...]:
    """The base form of ``verb``, its third person, past and participle in -ing; irregular verbs are listed in full.

    A short final syllable gets both its simple and its doubled consonant ("plan": "planned" and the harmless "planed"):
    stress, which decides, is not written.
    """
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", (verb[:-1] if not verb.endswith("ee") else verb) + "ing"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    third = verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh")) else "s")
    forms = (verb, third, verb + "ed", verb + "ing")
    return forms + (_doubled(verb) if _may_double(verb) else ())


def _may_double(verb: str) -> bool:
    return (
        len(verb) >= _SHORTEST_DOUBLING
        and verb[-1] not in _VOWELS | set("wxy")
        and verb[-2] in _VOWELS
        and verb[-3] not in _VOWELS
    )


def _doubled(verb: str) -> tuple[str, ...]:
    return verb + verb[-1] + "ed", verb + verb[-1] + "ing"

"""Names and offices as they should stand, from what scraped pages made of them."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from onrecord.vocabulary.actors import states, word_list
from onrecord.vocabulary.person_names import Heard, agree, heard
from onrecord.vocabulary.words import fold

_TITLES = re.compile(
    r"^((ceo|dr|sir|gen|general|col|colonel|major|brig|lt|ltc|field marshal|sheikh|shaykh|amir|king|queen|prince|grand duke|sultan"
    r"|archbishop|and co-prince|co-prince|crown prince|ret|retired|hon|mr|mrs|ms|-designate|-elect|caretaker|chief executive"
    r"|(new zealand )?high commissioner|(executive vice |deputy |cnsp |temporary vice |second vice )?(prime ministers?|premiers?|president)"
    r"|foreign minister|lord of mann|pope|also spelled|aka|–|-|:)(\.|\b)\s*)+",
    re.IGNORECASE,
)
_LIGHT_TITLES = re.compile(r"^((dr|hon|mr|mrs|ms)\.\s*|(dr|mr|mrs|ms)\s+|pope\s+)+", re.IGNORECASE)
_PEERAGE = re.compile(r"^(baron|baroness|lord|lady|viscount|viscountess|earl|\d+\w\w |marquess|duke)", re.IGNORECASE)
_AFTER = re.compile(r"^(jr|jnr|sr|snr|ii|iii|iv)\b\.?", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*(\([^)]*\)|\[[^\]]*\])\s*")
_NO_NAME = re.compile(
    r"\b(chair|council|vacant|presidents?|ministers?|presidency|office|commander|commissioner|executive|speaker|governor|lord"
    r"|government|spelled|aka|formerly|previously|counselor|serves|elected)\b|[\[\d]|^of\b",
    re.IGNORECASE,
)
_ID = re.compile(r"^Q\d+$")
_LIKE = 0.7  # of two spellings of a name; less is another name


def name_of(written: str, *, plain: bool) -> str | None:
    """A name without titles, brackets and capitals throughout; None where it is no name.

    Args:
        written: as the source has it.
        plain: whether the source tells names alone, so that "Amir", "King" or "Lord" is part of one.
    """
    told = _BRACKETS.sub(" ", "".join(c if c.isprintable() else " " for c in written)).strip(" ,")
    told = _comma(" ".join(told.split()), plain=plain)
    bare = (_LIGHT_TITLES if plain else _TITLES).sub("", told).strip(" ,")
    if " " not in bare and told.startswith(("Sheikh ", "Shaykh ", "Amir ", "Sultan ", "King ", "Prince ")):
        bare = told if told.startswith("Sheikh ") else bare  # part of the name where nothing else stands before it
    tidy = _turned([_cased(w) for w in bare.split()], bare.split())
    if not tidy or "," in tidy or _ID.match(tidy) or not _letter(tidy):
        return None
    return None if not plain and _NO_NAME.search(tidy) else tidy


def _letter(name: str) -> bool:
    return name.lstrip("'‘’ʻ")[:1].isalpha()


def _comma(name: str, *, plain: bool) -> str:
    """A name with what a comma parts off it: "Surname, Given" turned round, titles of peers and "Jr." left out."""
    head, comma, tail = name.partition(",")
    tail = tail.strip()
    if not comma:
        return name
    if _AFTER.match(tail):
        return f"{head} {tail.rstrip('.')}." if tail[:1] in "JjSs" else f"{head} {tail}"
    if _PEERAGE.match(tail) or (plain and re.search(r"\bof\b", tail)) or not plain:
        return head if plain else name
    return f"{tail} {head}" if plain and "," not in tail else name


def _cased(word: str) -> str:
    pieces = [p.capitalize() if p.isupper() and len(p) > len("III") and p.isalpha() else p for p in word.split("-")]
    return "-".join(pieces)


def _turned(tidy: list[str], written: list[str]) -> str:
    """A family name in capitals that leads ("KERN Anna") goes to the end."""
    capitals = [len(w) > 1 and w.isupper() and w.isalpha() for w in written]
    lead = capitals.index(False) if False in capitals else 0
    if lead and not any(capitals[lead:]) and all(len(w) > 2 for w in written[:lead]):  # noqa: PLR2004 - initials lead too
        return " ".join((*tidy[lead:], *tidy[:lead]))
    return " ".join(tidy)


def alias_of(written: str, name: str, codes: frozenset[str], *, trusted: bool) -> str | None:
    """Another name of the person called ``name``; None where it is none, or somebody else's.

    The gathered facts join rows of two sources by likeness, and some aliases are the names of other people. A spelling is
    kept where one name has all words of the other, or where both given name and surname are alike.

    Args:
        written: as the source has it.
        name: the person's name.
        codes: alpha-3 codes of the states that the person speaks for.
        trusted: whether the source gives aliases by hand.
    """
    told = name_of(written, plain=trusted)
    if told is None or fold(told) == fold(name):
        return None
    words = heard(told)
    if len(words) < 2:  # noqa: PLR2004 - one word names nobody, a number apart
        return told if trusted and len(heard(name)) < 2 else None  # noqa: PLR2004
    if trusted:
        return told
    if any(w[0].islower() and w not in word_list("particles") and "-" not in w for w in told.split()):
        return None
    return told if agree(words, name, codes, prominent=True) or _alike(words, heard(name)) else None


def _alike(one: Heard, other: Heard) -> bool:
    if one[: len(other)] == other or other[: len(one)] == one:  # a second surname or a name at the end left out
        return min(len(one), len(other)) > 1
    return len(other) > 1 and _ratio(one[0], other[0]) >= _LIKE and _ratio(one[-1], other[-1]) >= _LIKE


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def role_of(role: str, behalf: str) -> str:
    """An office without the name of its own state: "President of the Swiss Confederation" keeps what is not one."""
    told = " ".join(role.replace("_", "-").replace("Spokeperson", "Spokesperson").split())
    if behalf == "USA" and told == "Secretary of State":  # elsewhere and in the states of the union a lesser office
        return "United States Secretary of State"
    state = states().get(behalf)
    head, of, tail = told.rpartition(" of ")
    own = {fold(n) for n in (state.name, *state.names)} if state is not None else set()
    kept = head if of and fold(tail).removeprefix("the ") in own else told
    return kept[:1].upper() + kept[1:]

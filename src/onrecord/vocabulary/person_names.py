"""People's names as they are compared: spellings of one name made equal, order and middle names minded.

A name is *heard* as its words without particles and what follows it ("Jr."), each reduced to what the transliterations
of one name have in common ("Zelensky", "Zelenskyy"; "Türk", "Tuerk"). The store of people is filed under keys made here,
and a look-up makes the same keys from what it is asked.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.vocabulary.actors import full_form, word_list
from onrecord.vocabulary.words import fold

#: Codes of states where the family name stands first, so that a name is met in both orders.
FAMILY_FIRST = frozenset({"CHN", "TWN", "HKG", "MAC", "KOR", "PRK", "JPN", "HUN", "VNM", "KHM", "SGP"})
#: Those of them where a given name is syllables of which none is ever left out ("Park Jin" is not "Park Yong-jin").
SYLLABLES = FAMILY_FIRST - {"HUN", "JPN", "SGP", "KHM"}
#: Codes of states where the father's surname stands before the mother's, which is often left out.
TWO_SURNAMES = frozenset(
    {"ESP", "MEX", "ARG", "BOL", "CHL", "COL", "CRI", "CUB", "DOM", "ECU", "GTM", "HND", "NIC", "PAN", "PER", "PRY"}
    | {"SLV", "URY", "VEN", "AND"}
)
_KOREAN = re.compile(r"^\S+ \w+-[a-z]\w*$")  # "Ban Ki-moon": the second syllable of a given name after the family's
_ABDUL = re.compile(r"^abd[aeiou]l?(?=\w{4})")
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"['`ʻʼ´]", ""),
        (r"tch", "ch"),
        (r"sch", "sh"),
        (r"ph", "f"),
        (r"dj", "j"),
        (r"x", "ks"),
        (r"ck|q", "k"),
        (r"ee", "i"),
        (r"o[ou]", "u"),
        (r"y|(?<=[iy])j$", "i"),
        (r"i{2,}", "i"),
        (r"^ie", "e"),
        (r"([aou])e", r"\1"),
        (r"(.)\1", r"\1"),
    )
)
_NUMERAL = re.compile(r"^[ivx]+$")
_HONORIFICS = word_list("honorifics")

Heard = tuple[str, ...]
Key = tuple[str, str]


@lru_cache(maxsize=1 << 14)
def sound(word: str) -> str:
    """What the spellings of one folded ``word`` have in common."""
    heard = _ABDUL.sub("abd", full_form(word))
    for pattern, by in _SOUNDS:
        heard = pattern.sub(by, heard)
    return heard if len(heard) > 1 else word  # one letter would be taken for an initial: "Yi"


def heard(name: str) -> Heard:
    """The words of ``name`` by which it is compared; empty where it has none.

    Hyphens part words, initials that follow each other are one word ("J. D."), an initial before a whole given name is
    left out ("A. Donald"), "Abd al-" and "Abdul" are joined to what follows. A numeral is kept where one word is left.
    """
    written = [w for w in re.split(r"[\s\-_]+", fold(name).replace(".", " ").replace(",", " ")) if w]
    small, after = word_list("particles"), word_list("suffixes")
    kept = [w for w in written if w not in small and w not in after] or written
    if len(kept) == 1 and len(written) > 1 and _NUMERAL.match(written[-1]):
        return sound(kept[0]), written[-1]
    return tuple(sound(w) for w in _unled(_joined(kept)))


def _joined(words: list[str]) -> list[str]:
    """Initials in a row as one word; "abd" and "abdul" with the word after them."""
    out: list[str] = []
    initials = False
    for word in words:
        if initials and len(word) == 1:
            out[-1] += word
        elif out and re.fullmatch(r"abd([aeu]l)?", out[-1]):
            out[-1] = f"abd{word}"
        else:
            out.append(word)
        initials = len(word) == 1 and word.isalpha()
    return out


def _unled(words: list[str]) -> list[str]:
    return words[1:] if len(words) > 2 and len(words[0]) == 1 else words  # noqa: PLR2004 - a given name and a surname stay


def family_first(name: str, codes: frozenset[str]) -> bool:
    """Whether ``name`` may stand in the order of family name and given name.

    Args:
        name: as written.
        codes: alpha-3 codes of the states that its bearer speaks or spoke for.
    """
    return bool(codes & FAMILY_FIRST) or _KOREAN.match(name) is not None


def keys(name: str, codes: frozenset[str], *, prominent: bool) -> frozenset[Key]:
    """The pairs of surname and given name under which somebody is filed; without any where nothing of a name is left.

    Args:
        name: as written.
        codes: alpha-3 codes of the states that its bearer speaks or spoke for.
        prominent: whether a middle name may stand for the first one ("Tayyip Erdoğan"): only with people everybody knows.
    """
    words = heard(name)
    if not words:
        return frozenset()
    if len(words) == 1:
        return frozenset({(words[0], "")})
    if len(words) == 2 and _NUMERAL.match(words[1]):  # noqa: PLR2004 - a name and its number
        return frozenset({(words[0], words[1])})
    found = {(words[-1], words[0])}
    if family_first(name, codes):
        found |= {(words[0], "".join(words[1:])), (words[-1], "".join(words[:-1]))}
    if len(words) > 2 and (codes & TWO_SURNAMES or _doubled(name)):  # noqa: PLR2004 - a given name and two surnames
        found.add((words[-2], words[0]))
    if prominent:
        found |= {(words[-1], inner) for inner in words[1:-1] if len(inner) > 2}  # noqa: PLR2004 - no initials
    return frozenset(found)


def _doubled(name: str) -> bool:
    """Whether the surname is two with a hyphen: "Gërvalla-Schwarz", not "al-Assad" nor "Ki-moon"."""
    first, hyphen, second = name.rsplit(maxsplit=1)[-1].partition("-")
    return bool(hyphen) and first[:1].isupper() and second[:1].isupper() and fold(first) not in word_list("particles")


def asked_keys(words: Heard) -> tuple[Key, ...]:
    """The pairs under which somebody with the heard name ``words`` may be filed."""
    if len(words) < 2:  # noqa: PLR2004 - one word
        return ((words[0], ""),) if words else ()
    if _NUMERAL.match(words[-1]):
        return ((words[0], words[-1]),)
    pairs = ((words[-1], words[0]), (words[0], "".join(words[1:])), (words[-1], "".join(words[:-1])))
    return tuple(dict.fromkeys(pairs))


def untitled(words: Heard) -> Heard:
    """A heard name without the honorific before it."""
    return words[1:] if len(words) > 1 and words[0] in _HEARD_HONORIFICS else words


_HEARD_HONORIFICS = frozenset(sound(title) for title in _HONORIFICS)


def agree(asked: Heard, held: str, codes: frozenset[str], *, prominent: bool) -> bool:
    """Whether a full name that is asked for may be the name ``held``.

    The surname has to agree, the first given name too, and of what stands between one name may have less than the other;
    an initial agrees with a word that begins with it, but for the first given name.

    Args:
        asked: a heard name.
        held: a name as written.
        codes: alpha-3 codes of the states that its bearer speaks or spoke for.
        prominent: whether the first given name may be left out.
    """
    words = heard(held)
    if len(words) < 2 or len(asked) < 2:  # noqa: PLR2004 - one word is all of a name or nothing of it
        return words == asked
    if codes & SYLLABLES or _KOREAN.match(held):
        return _reordered(asked, words) or _reordered(untitled(asked), words)
    if _within(asked, words, prominent=prominent):
        return True
    two = len(words) > 2 and (codes & TWO_SURNAMES or _doubled(held))  # noqa: PLR2004 - a given name and two surnames
    if two and _within(asked, words[:-1], prominent=False):
        return True
    return family_first(held, codes) and _reordered(asked, words)


def _reordered(asked: Heard, held: Heard) -> bool:
    """Whether two names have the same syllables, the family name first or last in either."""
    orders = (held, held[1:] + held[:1], held[-1:] + held[:-1])
    return "".join(asked) in {"".join(order) for order in orders}


def _within(asked: Heard, held: Heard, *, prominent: bool) -> bool:
    """Whether one of two names has all words of the other, in order, with the same first and last ones."""
    if asked[-1] != held[-1]:
        return False
    if asked[0] != held[0]:
        if asked[0] in _HEARD_HONORIFICS and len(asked) > 2:  # noqa: PLR2004 - a title before a full name
            return _within(asked[1:], held, prominent=prominent)
        return prominent and asked[0] in held[1:-1] and _ordered(asked, held)
    return _ordered(asked, held) or _ordered(held, asked)


def _ordered(short: Heard, long: Heard) -> bool:
    left = iter(long)
    return all(any(_same(word, other) for other in left) for word in short)


def _same(one: str, other: str) -> bool:
    return one == other or (len(one) == 1 and other.startswith(one)) or (len(other) == 1 and one.startswith(other))

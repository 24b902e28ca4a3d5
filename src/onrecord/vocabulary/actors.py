"""The actor part of the vocabulary: states, places, bodies and role nouns, loaded from tables.

The tables are the ``*.psv`` files beside this module; each tells its columns in its first lines. They are read once, when
first asked for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Generic, TypeVar

from onrecord.vocabulary.words import Word, fold, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

T = TypeVar("T")

_SHORT = 3  # letters up to which a role noun in capitals is an abbreviation


class PlaceKind(StrEnum):
    """How words tell a state: its name, its people, the seat that speaks for it, or a place inside it."""

    NAME = "name"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    INSIDE = "inside"


class RoleClass(StrEnum):
    """What a role noun says of the behalf (the head of ``roles.psv`` explains each)."""

    STATE = "state"
    PRIVATE = "private"
    OFFICE = "office"
    BUSINESS = "business"
    PAPER = "paper"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory of ISO 3166-1, or Kosovo.

    Attributes:
        code: alpha-3 code; XKX for Kosovo.
        name: its short name in English.
        names: other names.
        demonyms: adjectives and peoples, singular.
        capitals: places that stand for its government when they speak.
    """

    code: str
    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Words that tell a state.

    Attributes:
        code: ISO 3166-1 alpha-3.
        kind: how they tell it.
    """

    code: str
    kind: PlaceKind


@dataclass(frozen=True, slots=True)
class Body:
    """A body that speaks under a name of its own.

    Attributes:
        name: the name it is filed under.
        behalf: code of the codebook's table.
        sector: PLOVER code.
        key: identity across documents.
        generic: whether the words that name it may be another state's body as well ("Treasury").
    """

    name: str
    behalf: str
    sector: str
    key: str
    generic: bool = False


@dataclass(frozen=True, slots=True)
class Role:
    """A role noun.

    Attributes:
        noun: its last word, folded and singular.
        words: the whole phrase, folded and singular.
        group: what it says of the behalf.
        sector: PLOVER code, "UNK" where the body decides.
        kind: "person", "people", "body" or "paper".
        country: alpha-3 code that it means where none is told, or None.
    """

    noun: str
    words: str
    group: RoleClass
    sector: str
    kind: str
    country: str | None


Entry = Place | Body | Role


class Phrases(Generic[T]):
    """Phrases to find in a text, longest first.

    Args:
        phrases: (words as written, what they mean, whether a capital is needed).
    """

    def __init__(self, phrases: Iterator[tuple[str, T, bool]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str | None, bool, bool, T]]] = {}
        for written, meaning, capital in phrases:
            tokens = tuple(w.folded for w in words(written))
            if not tokens:
                continue
            article = len(tokens) > 1 and tokens[0] == "the"  # "The Guardian" needs its article, a capital on it or not
            if article:
                tokens = tokens[1:]
            exact = written if len(tokens) == 1 and not article and _abbreviation(written) else None
            self._by_first.setdefault(tokens[0], []).append((tokens[1:], exact, capital, article, meaning))
        for entries in self._by_first.values():
            entries.sort(key=lambda e: -len(e[0]))

    def at(self, text: Sequence[Word], i: int, joined: Sequence[bool]) -> tuple[int, T] | None:
        """The longest phrase that begins at word ``i``, as (number of words, meaning).

        Args:
            text: the words.
            i: where to look.
            joined: for each word, whether the next one stands in the same phrase.
        """
        entries = self._by_first.get(text[i].folded)
        if entries is None:
            return None
        for rest, exact, capital, article, meaning in entries:
            if article and (i == 0 or not joined[i - 1] or text[i - 1].folded != "the"):
                continue
            if (exact is not None and text[i].text != exact) or (capital and not text[i].capital):
                continue
            if _follows(text, i, rest, joined):
                return 1 + len(rest), meaning
        return None


def _abbreviation(written: str) -> bool:
    letters = [c for c in written if c.isalpha()]
    return len(letters) > 1 and all(c.isupper() for c in letters[:-1]) and (letters[-1].isupper() or letters[-1] == "s")


def _follows(text: Sequence[Word], i: int, rest: tuple[str, ...], joined: Sequence[bool]) -> bool:
    if i + len(rest) >= len(text):
        return False
    return all(joined[i + k] and text[i + k + 1].folded == token for k, token in enumerate(rest))


def _rows(table: str) -> Iterator[list[str]]:
    lines = files("onrecord.vocabulary").joinpath(table).read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            yield line.split("|")


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()


@cache
def states() -> dict[str, State]:
    """Every state by its code."""
    rows = (State(c, n, _listed(a), _listed(d), _listed(s)) for c, n, a, d, s in _rows("states.psv"))
    return {s.code: s for s in rows}


def plural(noun: str) -> str:
    """The regular plural of an English ``noun``; of those in -man and -woman too."""
    if noun.isupper():
        return noun + "s"
    if noun.endswith("man") and not fold(noun).endswith(("german", "roman", "ottoman", "human")):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _places() -> Iterator[tuple[str, Place, bool]]:
    for state in states().values():
        for name in (state.name, *state.names):
            yield name, Place(state.code, PlaceKind.NAME), True
        for demonym in state.demonyms:
            meaning = Place(state.code, PlaceKind.DEMONYM)
            yield demonym, meaning, True
            if not demonym.endswith(("s", "sh", "ch", "ese", "x")):
                yield plural(demonym), meaning, True
        for capital in state.capitals:
            yield capital, Place(state.code, PlaceKind.CAPITAL), True
    for code, places in _rows("places.psv"):
        for place in _listed(places):
            yield place, Place(code, PlaceKind.INSIDE), True


def _body(name: str, behalf: str, sector: str) -> Body:
    slug = fold(name).replace(" ", "-")
    if behalf == "ORG":
        return Body(name, f"ORG:{name}", sector, f"org:{slug}")
    if behalf.startswith("PRV:"):
        return Body(name, behalf, sector, f"body:{slug}")
    group = "state" if behalf in states() else "org"
    return Body(name, behalf, sector, f"{group}:{behalf}/{slug}")


@cache
def bodies() -> tuple[Body, ...]:
    """Every body with a name of its own."""
    return tuple(_body(name, behalf, sector) for name, behalf, sector, _ in _rows("bodies.psv"))


def _body_phrases() -> Iterator[tuple[str, Body, bool]]:
    for body, (name, _, _, aliases) in zip(bodies(), _rows("bodies.psv"), strict=True):
        for alias in (name, *_listed(aliases)):
            yield alias.removeprefix("~"), replace(body, generic=alias.startswith("~")), True


def _roles() -> Iterator[tuple[str, Role, bool]]:
    capitals = word_list("capital_roles")
    for group, sector, kind, phrases, *country in _rows("roles.psv"):
        for phrase in _listed(phrases):
            role = Role(
                fold(phrase.split()[-1].rstrip(".")),
                fold(phrase),
                RoleClass(group),
                sector,
                kind,
                country[0] if country else None,
            )
            capital = phrase in capitals
            yield phrase, role, capital
            if (
                len(role.noun) > _SHORT
                or phrase in {"CEO", "MP"}
                or (phrase.isalpha() and phrase.islower() and not capital)
            ):
                yield plural(phrase), role, capital


@cache
def phrases() -> tuple[Phrases[Body], Phrases[Place], Phrases[Role]]:
    """The phrases of bodies, places and role nouns, ready to be found."""
    return Phrases(_body_phrases()), Phrases(_places()), Phrases(_roles())


def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a person's ``name`` that tell it apart: without stops, particles and what follows a name."""
    return bare_name(tuple(fold(name).replace(".", "").split()))


def bare_name(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The folded words of a name without particles ("de") and what follows it ("Jr."); all where nothing would be left."""
    kept = tuple(t for t in tokens if t not in word_list("particles") and t not in word_list("suffixes"))
    return kept or tokens


@cache
def given_names() -> dict[str, str]:
    """Folded given names and the gender, "m" or "f", that a pronoun would take; "" for names given to both."""
    return {name: gender for gender, names in _rows("names.psv") for name in _listed(names)}


@cache
def _full_forms() -> dict[str, str]:
    listed = (group.split("=") for group in word_list("short_forms"))
    return {form: names[0] for names in listed for form in names}


def full_form(name: str) -> str:
    """The name that a folded given name is a short form or another spelling of; itself where none is listed."""
    return _full_forms().get(name, name)


@cache
def _word_lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(listed.split()) for name, listed in _rows("wordlists.psv")}


def word_list(name: str) -> frozenset[str]:
    """The closed list of folded words that ``wordlists.psv`` has under ``name``.

    Raises:
        KeyError: where there is no such list.
    """
    return _word_lists()[name]


@cache
def organisation_words() -> dict[str, tuple[str, str]]:
    """Last words of organisations' names: the sector and whose they are ("STATE", "PRV" or "ORG")."""
    return {word: (sector, group) for sector, group, listed in _rows("organisations.psv") for word in listed.split()}

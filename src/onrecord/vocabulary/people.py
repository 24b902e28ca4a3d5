"""People and the offices they hold or held, with dates and sources: look-ups in the stores beside this module.

The stores are SQLite files that ``python -m training.people`` makes from gathered facts: ``officeholders.sqlite`` (heads of
state and government, ministers, ambassadors, judges, spokespersons and others), ``legislators.sqlite`` and
``listed.sqlite`` (people with a position stated on the European Union's sanctions lists, which tells no dates of office). They are opened
read-only, once, when first asked for, and files that are not asked for stay closed.

Nobody is ever found by surname alone, but through :func:`surnamed`, whose caller knows whom the surname means.
"""

from __future__ import annotations

import sqlite3
from calendar import monthrange
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from onrecord.vocabulary.person_names import agree, asked_keys, heard, sound, untitled
from onrecord.vocabulary.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.vocabulary.person_names import Heard, Key

#: The stores, in the order in which they are asked.
STORES = ("officeholders.sqlite", "legislators.sqlite", "listed.sqlite")
#: What stands before a date of the stores: nothing; last seen then; gone by then.
MARKS = ("", "~", "<")
_YEAR, _MONTH = 10_000, 100  # a date is stored as the number YYYYMMDD, with zeros for what is not known
_DECEMBER = 12

_TERMS = """
SELECT person.id, person.key, person.name, office.behalf, office.role, office.sector, office.prominent,
       term.start, term.mark, term.end, snapshot.asof, snapshot.source, term.left_by, term.left_source
  FROM term JOIN person ON person.id = term.person JOIN office ON office.id = term.office
  JOIN snapshot ON snapshot.id = term.snapshot
 WHERE term.person = ? ORDER BY term.n
"""
_NAMES = "SELECT name, codes, prominent FROM person WHERE id = ?"
_ALIASES = "SELECT name FROM alias WHERE person = ?"
_FILED = "SELECT person FROM filed WHERE surname = ? AND given = ?"
_SURNAMED = "SELECT person FROM filed WHERE surname = ?"
_PROMINENT = "SELECT person FROM filed JOIN person ON person.id = filed.person WHERE surname = ? AND person.prominent"


class Tenure(StrEnum):
    """Whether an office is held on a day."""

    HELD = "held"
    POSSIBLY = "possibly held"
    NOT_YET = "not yet held"
    ENDED = "no longer held"
    UNDATED = "not told"


@dataclass(frozen=True, slots=True)
class Source:
    """What a row rests on.

    Attributes:
        code: "EP:repository@commit" (Wikidata through a scraper), "FB" (CIA World Factbook), "USEXEC", "USLEG", "EU"
            (Official Journal) or "HK" (general knowledge, no source); two that agree are joined by "+".
        words: the same in words.
        licence: of the source; empty where there is none.
        verified: whether any source stands behind the row.
    """

    code: str
    words: str
    licence: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Term:
    """Somebody in an office, for one unbroken time.

    Dates are ISO 8601 prefixes of the precision that is known: a year, a month or a day.

    Attributes:
        name: the person's name.
        key: identity of the person: "wikidata:Q..." or "person:folded name/behalf".
        behalf: code of the codebook's table.
        role: the office, without its own state.
        sector: PLOVER code.
        start: first day; empty where not known.
        end: last day; "~DATE" where it was seen for the last time then and the source looked again later, "<DATE" where it
            had ended by then; empty where it was held at ``asof``.
        asof: when the source was gathered; of a list of persons, the day of listing.
        left_by: first day by which an office without a certain end has surely ended; empty where nothing tells.
        left_source: what tells ``left_by``, where it is not the row's own source.
        source: what the row rests on.
        prominent: whether the office makes the person's bare name enough: heads of state, of government and of international
            organisations, foreign ministers, spokespersons.
        listed: whether it is a position stated on a list, of which no dates are known.
    """

    name: str
    key: str
    behalf: str
    role: str
    sector: str
    start: str
    end: str
    asof: str
    left_by: str
    left_source: Source | None
    source: Source
    prominent: bool
    listed: bool

    @property
    def verified(self) -> bool:
        """Whether a source stands behind the row."""
        return self.source.verified

    @property
    def noun(self) -> str:
        """The folded noun of the office: "minister" of "Minister of Foreign Affairs"."""
        return role_noun(self.role)

    def on(self, day: date) -> Tenure:
        """Whether the office was held on ``day``.

        Inside a year or month of which no day is known, and after the day when the source was gathered, the answer is
        ``POSSIBLY``; of a listed position it is always ``UNDATED``.
        """
        if self.listed:
            return Tenure.UNDATED
        begun = self._begun(day)
        if begun is False:
            return Tenure.NOT_YET
        ended = self._ended(day)
        if ended is True:
            return Tenure.ENDED
        return Tenure.HELD if begun and ended is False else Tenure.POSSIBLY

    def _begun(self, day: date) -> bool | None:
        """Whether it had begun; None where that is not known."""
        first, last = first_day(self.start), last_day(self.start)
        if first is None or last is None:
            seen = first_day(self.asof) if not self.end else None
            return True if seen is not None and day >= seen else None
        if day < first:
            return False
        return True if first == last or day > last else None

    def _ended(self, day: date) -> bool | None:
        """Whether it had ended; None where that is not known."""
        mark, end = self.end[:1], self.end.lstrip("~<")
        first, last = first_day(end), last_day(end)
        if mark in {"", "~", "<"}:
            return self._ended_unseen(day, mark, last)
        if last is not None and day > last:
            return True
        return False if first is not None and (first == last or day < first) else None

    def _ended_unseen(self, day: date, mark: str, told: date | None) -> bool | None:
        """The same for a term of which no source saw the end: held when last seen, ended by a day that something else tells."""
        seen = told if mark == "~" else first_day(self.asof)
        gone = told if mark == "<" else first_day(self.left_by)
        if gone is not None and day >= gone:
            return True
        return False if seen is not None and day <= seen and (gone is None or seen < gone) else None


def first_day(written: str) -> date | None:
    """The first day that an ISO 8601 prefix may mean; None of an empty one."""
    if not written:
        return None
    year, month, day = _parts(written)
    return date(year, month or 1, day or 1)


def last_day(written: str) -> date | None:
    """The last day that an ISO 8601 prefix may mean; None of an empty one."""
    if not written:
        return None
    year, month, day = _parts(written)
    month = month or _DECEMBER
    return date(year, month, day or monthrange(year, month)[1])


def _parts(written: str) -> tuple[int, int, int]:
    year, month, day = (*(int(part) for part in written.split("-")), 0, 0)[:3]
    return year, month, day


def number_of(written: str) -> int:
    """The number that stands for an ISO 8601 prefix in the stores; 0 for an empty one."""
    if not written:
        return 0
    year, month, day = _parts(written)
    return year * _YEAR + month * _MONTH + day


def date_of(number: int) -> str:
    """The ISO 8601 prefix that a number of the stores stands for."""
    if not number:
        return ""
    year, month, day = number // _YEAR, number // _MONTH % _MONTH, number % _MONTH
    return f"{year:04}-{month:02}-{day:02}" if day else f"{year:04}-{month:02}" if month else f"{year:04}"


def role_noun(role: str) -> str:
    """The folded noun of an office: "minister" of "Minister of Foreign Affairs", "spokesman" of "spokesman, Army"."""
    head = role.partition(",")[0]
    for link in (" (", " of ", " for ", " to ", " in ", " at "):
        head = head.partition(link)[0]
    words = fold(head).split()
    return words[-1] if words else ""


class _Store:
    """One of the stores.

    Args:
        name: of the file.
    """

    def __init__(self, name: str, kept: ExitStack) -> None:
        path = kept.enter_context(as_file(files("onrecord.vocabulary").joinpath(name)))
        address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        self._database = sqlite3.connect(address, uri=True, check_same_thread=False)
        self._listed = name == "listed.sqlite"
        rows = self._database.execute("SELECT id, code, words, licence, verified FROM source")
        self._sources = {i: Source(code, words, licence, bool(verified)) for i, code, words, licence, verified in rows}

    def filed(self, key: Key) -> Iterator[int]:
        for (person,) in self._database.execute(_FILED, key):
            yield person

    def surnamed(self, surname: str, *, prominent: bool) -> list[int]:
        rows = self._database.execute(_PROMINENT if prominent else _SURNAMED, (surname,))
        return sorted({person for (person,) in rows})

    def is_named(self, person: int, words: Heard) -> bool:
        """Whether one of a person's names agrees with a heard one."""
        name, codes, prominent = self._database.execute(_NAMES, (person,)).fetchone()
        known = frozenset(codes.split())
        aliases = (alias for (alias,) in self._database.execute(_ALIASES, (person,)))
        return any(agree(words, held, known, prominent=bool(prominent)) for held in (name, *aliases))

    def names(self, person: int) -> tuple[str, ...]:
        name, _, _ = self._database.execute(_NAMES, (person,)).fetchone()
        return (name, *(alias for (alias,) in self._database.execute(_ALIASES, (person,))))

    def terms(self, person: int) -> Iterator[Term]:
        for row in self._database.execute(_TERMS, (person,)):
            _, key, name, behalf, role, sector, prominent, start, mark, end, asof, source, left_by, left = row
            yield Term(
                name=name,
                key=f"wikidata:Q{key}" if isinstance(key, int) else key,
                behalf=behalf,
                role=role,
                sector=sector,
                start=date_of(start),
                end=MARKS[mark] + date_of(end),
                asof=date_of(asof),
                left_by=date_of(left_by),
                left_source=self._sources.get(left),
                source=self._sources[source],
                prominent=bool(prominent),
                listed=self._listed,
            )


@cache
def _kept() -> ExitStack:
    """What keeps the files of the stores in place for as long as the program runs."""
    return ExitStack()


@cache
def _store(name: str) -> _Store:
    return _Store(name, _kept())


def named(name: str, stores: Iterable[str] = STORES) -> tuple[Term, ...]:
    """The terms of everybody whose name agrees with a full name.

    Accents and transliterations make no difference, middle names, initials and particles may be left out, and names of states
    where the family name stands first are found in either order. One word finds only those who have no more of a name.

    Args:
        name: a full name; an honorific before it is no part of it.
        stores: which stores to ask, of ``STORES``.

    Returns:
        One person's terms after another's, in the order of the stores and of time. Several people may bear the name:
        ``Term.key`` tells them apart. A person who stands in two stores has one key in both.
    """
    return _named(heard(name), tuple(stores))


@lru_cache(maxsize=4096)
def _named(words: Heard, stores: tuple[str, ...]) -> tuple[Term, ...]:
    found = _agreeing(words, stores)
    bare = untitled(words)
    return found if found or bare == words else _agreeing(bare, stores)


def _agreeing(words: Heard, stores: tuple[str, ...]) -> tuple[Term, ...]:
    found: list[Term] = []
    for store in map(_store, stores):
        people = dict.fromkeys(person for key in asked_keys(words) for person in store.filed(key))
        found += (term for person in people if store.is_named(person, words) for term in store.terms(person))
    return _by_person(found)


def _by_person(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Terms with each person's together, in the order in which people come first."""
    groups: dict[str, list[Term]] = {}
    for term in terms:
        groups.setdefault(term.key, []).append(term)
    return tuple(term for group in groups.values() for term in group)


@lru_cache(maxsize=1024)
def surnamed(surname: str, stores: tuple[str, ...] = STORES[:1], *, prominent: bool = False) -> tuple[Term, ...]:
    """The terms of everybody whose surname is ``surname``, for where something else tells who of them is meant.

    Args:
        surname: the last word of a name; the first one where the family name stands first.
        stores: which stores to ask.
        prominent: whether to give only people who hold or held an office that everybody knows.
    """
    words = heard(surname)
    last = words[-1] if words else sound(fold(surname))
    found = [
        term
        for store in map(_store, stores)
        for person in store.surnamed(last, prominent=prominent)
        for term in store.terms(person)
    ]
    return _by_person(found)


def aliases(name: str, stores: Iterable[str] = STORES) -> dict[str, tuple[str, ...]]:
    """The names under which the stores have those whom a full name finds, by the keys of the people."""
    words, asked = heard(name), tuple(stores)
    if not _agreeing(words, asked):
        words = untitled(words)
    found: dict[str, tuple[str, ...]] = {}
    for store in map(_store, asked):
        for person in dict.fromkeys(p for key in asked_keys(words) for p in store.filed(key)):
            if store.is_named(person, words):
                key = next(store.terms(person)).key
                found[key] = tuple(dict.fromkeys((*found.get(key, ()), *store.names(person))))
    return found

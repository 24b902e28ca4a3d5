"""Which rows are one person: joined by Wikidata id, else by name within one state and office, or by what a human checked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.vocabulary.actors import full_form, name_words
from onrecord.vocabulary.person_names import agree, heard, keys
from onrecord.vocabulary.words import fold
from training.people.offices import kind_of, prominent
from training.people.tables import said_of_persons

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from training.people.facts import Row


@dataclass(slots=True)
class Person:
    """Rows that are about one person.

    Attributes:
        rows: in the order of the sources.
        name: the name the sources use most, those with an id first.
        aliases: the other ones.
        qid: number of the Wikidata item; 0 where there is none.
    """

    rows: list[Row] = field(default_factory=list)
    name: str = ""
    aliases: tuple[str, ...] = ()
    qid: int = 0

    @property
    def codes(self) -> frozenset[str]:
        """The states and organisations spoken for, private voices under their state."""
        return frozenset(row.behalf.removeprefix("PRV:") for row in self.rows)

    @property
    def prominent(self) -> bool:
        """Whether any office held makes the bare name enough."""
        return any(prominent(row) for row in self.rows)

    @property
    def key(self) -> str:
        """Identity across documents: the Wikidata id, else the folded name and the first behalf."""
        return f"wikidata:Q{self.qid}" if self.qid else f"person:{fold(self.name)}/{self.rows[0].behalf}"


def persons(rows: Sequence[Row], *, by_hand: bool = True) -> list[Person]:
    """Everybody that the rows are about, in the order of their first rows.

    Args:
        rows: sourced rows first, unverified ones last.
        by_hand: whether to join what ``persons.psv`` says is the same.

    Raises:
        ValueError: where ``persons.psv`` names somebody whom no row has.
    """
    joined = _Joined(rows)
    _by_id(rows, joined)
    _by_office(rows, joined)
    _by_name(rows, joined)
    if by_hand:
        _join_by_hand(rows, joined)
    groups: dict[int, list[int]] = {}
    for i in range(len(rows)):
        groups.setdefault(joined.root(i), []).append(i)
    return [_person([rows[i] for i in group]) for group in groups.values()]


class _Joined:
    """Sets of rows that are joined step by step."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._above = list(range(len(rows)))
        self._qids = [row.qid for row in rows]

    def root(self, i: int) -> int:
        while self._above[i] != i:
            self._above[i] = self._above[self._above[i]]
            i = self._above[i]
        return i

    def qid(self, i: int) -> int:
        return self._qids[self.root(i)]

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self.root(one), self.root(other)))
        self._above[second] = first
        self._qids[first] = self._qids[first] or self._qids[second]


def _by_id(rows: Sequence[Row], joined: _Joined) -> None:
    first: dict[int, int] = {}
    for i, row in enumerate(rows):
        if row.qid:
            joined.join(first.setdefault(row.qid, i), i)


def _by_office(rows: Sequence[Row], joined: _Joined) -> None:
    """Who held one of the highest offices of a state at one time under names that are alike is one person."""
    held: dict[tuple[str, str], list[int]] = {}
    for i, row in enumerate(rows):
        kind = kind_of(row)
        if kind is not None:
            held.setdefault((row.behalf, kind), []).append(i)
    for group in held.values():
        for n, i in enumerate(group):
            for k in group[:n]:
                if joined.root(i) != joined.root(k) and _alike(rows[i], rows[k]) and touch(rows[i], rows[k]):
                    joined.join(k, i)


def _alike(one: Row, other: Row) -> bool:
    a, b = name_words(one.name), name_words(other.name)
    given = full_form(a[0]) == full_form(b[0]) or a[0] in b or b[0] in a
    return given and (a[-1] == b[-1] or set(a) <= set(b) or set(b) <= set(a))


def touch(one: Row, other: Row) -> bool:
    """Whether two terms overlap or follow each other within what their dates tell."""
    first, second = sorted((one, other), key=lambda r: r.start)
    end = first.end.lstrip("~<")
    return not end or second.start[: len(end)] <= end[: len(second.start)]


def _by_name(rows: Sequence[Row], joined: _Joined) -> None:
    """Rows without an id go to the one person of their state, or of their rows, whose name agrees."""
    filed: dict[tuple[str, tuple[str, str]], set[int]] = {}
    for i, row in enumerate(rows):
        for key in _keys(row):
            filed.setdefault((_state(row), key), set()).add(i)
    for i, row in enumerate(rows):
        if joined.qid(i):
            continue
        near = {k for key in _keys(row) for k in filed[_state(row), key] if k != i and _agree(row, rows[k])}
        known = {joined.qid(k) for k in near} - {0}
        officials = {joined.qid(k) for k in near if rows[k].sector != "LEG"} - {0}
        chosen = known if len(known) == 1 else officials
        if len(chosen) == 1:
            (qid,) = chosen
            joined.join(min(k for k in near if joined.qid(k) == qid), i)
        else:
            for k in near:
                if not joined.qid(k):
                    joined.join(k, i)


def _state(row: Row) -> str:
    return row.behalf.removeprefix("PRV:")


def _keys(row: Row) -> frozenset[tuple[str, str]]:
    codes = frozenset({_state(row)})
    return frozenset(key for name in (row.name, *row.aliases) for key in keys(name, codes, prominent=False) if key[1])


def _agree(one: Row, other: Row) -> bool:
    codes = frozenset({_state(one)})
    return any(
        agree(heard(a), b, codes, prominent=False)
        for a in (one.name, *one.aliases)
        for b in (other.name, *other.aliases)
    )


def _join_by_hand(rows: Sequence[Row], joined: _Joined) -> None:
    """Join what ``persons.psv`` says is the same.

    Raises:
        ValueError: where it names a person or an id that no row has.
    """
    named = {(row.name, row.behalf): i for i, row in reversed(list(enumerate(rows)))}
    ids = {row.qid: i for i, row in reversed(list(enumerate(rows))) if row.qid}
    for (name, behalf), (qid,) in said_of_persons().get("same", {}).items():
        number = int(qid.removeprefix("Q"))
        if (name, behalf) not in named or number not in ids:
            raise ValueError(f"persons.psv joins {name} ({behalf}) with {qid}, of which one stands in no table")
        joined.join(ids[number], named[name, behalf])


def _person(rows: list[Row]) -> Person:
    known = [row for row in rows if row.qid]
    qid = known[0].qid if known else 0
    written = Counter(row.name for row in (known or rows))
    name = max(written, key=lambda n: (written[n], -list(written).index(n)))
    said = said_of_persons()["alias"]
    others = [n for row in rows for n in (row.name, *row.aliases, *said.get((row.name, row.behalf), ()))]
    return Person(rows, name, tuple(dict.fromkeys(_distinct(others, name))), qid)


def _distinct(names: Iterable[str], name: str) -> Iterable[str]:
    """Names that are found under other words than ``name``."""
    seen = {heard(name)}
    for other in names:
        words = heard(other)
        if words and words not in seen:
            seen.add(words)
            yield other

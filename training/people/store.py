"""The stores as SQLite files: normalised, without what a look-up does not need, the same bytes from the same facts."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from onrecord.vocabulary.people import MARKS, number_of
from onrecord.vocabulary.person_names import heard, keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from onrecord.vocabulary.people import Source
    from training.people.persons import Person
    from training.people.terms import Held

_VERSION_AT = 96  # offset of the writer's version in the head of an SQLite file; nothing depends on it
_SCHEMA = """
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
PRAGMA application_id = 1330790979;
PRAGMA user_version = 1;
CREATE TABLE source (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL, words TEXT NOT NULL, licence TEXT NOT NULL, verified INTEGER NOT NULL
);
CREATE TABLE snapshot (id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source, asof INTEGER NOT NULL);
CREATE TABLE office (
    id INTEGER PRIMARY KEY, behalf TEXT NOT NULL, role TEXT NOT NULL, sector TEXT NOT NULL, prominent INTEGER NOT NULL
);
CREATE TABLE person (
    id INTEGER PRIMARY KEY, key NOT NULL, name TEXT NOT NULL, codes TEXT NOT NULL, prominent INTEGER NOT NULL
);
CREATE TABLE alias (
    person INTEGER NOT NULL REFERENCES person, name TEXT NOT NULL, PRIMARY KEY (person, name)
) WITHOUT ROWID;
CREATE TABLE term (
    person INTEGER NOT NULL REFERENCES person, n INTEGER NOT NULL, office INTEGER NOT NULL REFERENCES office,
    start INTEGER NOT NULL, mark INTEGER NOT NULL, end INTEGER NOT NULL, snapshot INTEGER NOT NULL REFERENCES snapshot,
    left_by INTEGER NOT NULL, left_source INTEGER REFERENCES source, PRIMARY KEY (person, n)
) WITHOUT ROWID;
CREATE TABLE filed (
    surname TEXT NOT NULL, given TEXT NOT NULL, person INTEGER NOT NULL REFERENCES person,
    PRIMARY KEY (surname, given, person)
) WITHOUT ROWID;
"""


class _Numbered:
    """Things that are stored once, by their number."""

    def __init__(self) -> None:
        self.rows: dict[tuple[object, ...], int] = {}

    def of(self, *cells: object) -> int:
        return self.rows.setdefault(cells, len(self.rows) + 1)

    def numbered(self) -> Iterable[tuple[object, ...]]:
        return ((number, *cells) for cells, number in self.rows.items())


def write(path: Path, people: Sequence[tuple[Person, Sequence[Held]]], sources: dict[str, Source]) -> None:
    """Write a store.

    Args:
        path: the file, which is replaced.
        people: everybody with the terms that the store holds of them.
        sources: what the short names of the rows' sources stand for.
    """
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path, isolation_level=None)
    try:
        database.executescript(_SCHEMA)
        database.execute("BEGIN")
        _fill(database, people, sources)
        database.execute("COMMIT")
        database.execute("VACUUM")
    finally:
        database.close()
    _forget_version(path)


def _forget_version(path: Path) -> None:
    """Take out of the file's head which version of SQLite wrote it, so that every one writes the same bytes."""
    with path.open("r+b") as file:
        file.seek(_VERSION_AT)
        file.write(bytes(4))


def _fill(
    database: sqlite3.Connection, people: Sequence[tuple[Person, Sequence[Held]]], sources: dict[str, Source]
) -> None:
    numbers, snapshots, offices = _Numbered(), _Numbered(), _Numbered()

    def source(code: str) -> int:
        told = sources[code]
        return numbers.of(told.code, told.words, told.licence, int(told.verified))

    for i, (person, held) in enumerate(sorted(people, key=lambda p: (heard(p[0].name)[-1:], p[0].name, p[0].key)), 1):
        codes = person.codes
        key = person.qid or person.key
        database.execute(
            "INSERT INTO person VALUES (?, ?, ?, ?, ?)",
            (i, key, person.name, " ".join(sorted(c for c in codes if " " not in c)), int(person.prominent)),
        )
        database.executemany(
            "INSERT INTO alias VALUES (?, ?)", [(i, a) for a in sorted({*person.aliases} - {person.name})]
        )
        names = (person.name, *person.aliases)
        filed = {pair for name in names for pair in keys(name, codes, prominent=person.prominent)}
        database.executemany("INSERT INTO filed VALUES (?, ?, ?)", [(*pair, i) for pair in sorted(filed)])
        for n, term in enumerate(held):
            row = term.row
            mark = row.end[:1] if row.end[:1] in MARKS else ""
            database.execute(
                "INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    i,
                    n,
                    offices.of(row.behalf, row.role, row.sector, int(term.prominent)),
                    number_of(row.start),
                    MARKS.index(mark),
                    number_of(row.end.lstrip("~<")),
                    snapshots.of(source(row.source), number_of(row.asof)),
                    number_of(term.left_by),
                    source(term.left_source) if term.left_source else None,
                ),
            )
    database.executemany("INSERT INTO source VALUES (?, ?, ?, ?, ?)", numbers.numbered())
    database.executemany("INSERT INTO snapshot VALUES (?, ?, ?)", snapshots.numbered())
    database.executemany("INSERT INTO office VALUES (?, ?, ?, ?, ?)", offices.numbered())

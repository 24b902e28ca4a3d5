"""The gathered facts, row by row, in one form: names cleaned, codes and sectors the codebook's."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.vocabulary.actors import states
from training.people.cleaning import alias_of, name_of, role_of
from training.people.tables import HAND_WRITTEN, behalf_of, lines, listed_sector, said_of_persons, sector_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_DATE = re.compile(r"^[~<]?\d{4}(-\d\d(-\d\d)?)?$")
_HAND_ASOF = "2025-12"  # when the hand-written rows were last gone through
# Who represents a state at an organisation stands here under the organisation, the state not told.
_SENDING = re.compile(r"^(permanent representative|ambassador|permanent observer) to ", re.IGNORECASE)
_HEADED = {"United States representative": "Member of the House of Representatives", "United States senator": "Senator"}


@dataclass(frozen=True, slots=True)
class Row:
    """One person in one office, as one source has it.

    Attributes:
        name: cleaned.
        aliases: other names, cleaned.
        role: the office, without its own state.
        behalf: code of the codebook's table.
        sector: PLOVER code.
        start: first day, month or year; empty where not told.
        end: last one, with the marks of the facts ("~", "<"); empty where it was held at ``asof``.
        asof: the source's day or month.
        qid: number of the Wikidata item; 0 where there is none.
        source: the source's short name: "EP:" and a repository, "FB", "USEXEC", "USLEG", "HK", "EU", or two with "+".
        member: whether it is a seat in a chamber, of the table of legislators.
    """

    name: str
    aliases: tuple[str, ...]
    role: str
    behalf: str
    sector: str
    start: str
    end: str
    asof: str
    qid: int
    source: str
    member: bool = False


def _cells(folder: Path, table: str) -> Iterator[dict[str, str]]:
    with (folder / table).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _date(written: str) -> str:
    return written if _DATE.match(written) else ""


def _in_order(start: str, end: str) -> bool:
    """Whether a term's dates can be: rows that end before they begin are a source's mistake."""
    last = end.lstrip("~<")
    return not start or not last or start[: len(last)] <= last[: len(start)]


def officeholders(folder: Path) -> Iterator[Row]:
    """The rows of ``officeholders.csv``, those left out of which nobody can say for whom the person speaks."""
    gathered = {cells["repo"].split("/")[-1]: cells["date"] for cells in _cells(folder, "sources_everypolitician.csv")}
    for cells in _cells(folder, "officeholders.csv"):
        behalf = behalf_of(cells["behalf"])
        role = role_of(cells["role"], behalf)
        name = name_of(cells["name"], plain=cells["qid"] != "")
        start, end, asof = _date(cells["start"]), _date(cells["end"]), cells["asof"]
        if name is None or (behalf not in states() and behalf != "EUU" and _SENDING.match(role)):
            continue
        wrong = said_of_persons()["drop"].get((name, behalf), ())
        if any(start.startswith(w) for w in wrong) or not _in_order(start, end) or start > asof:
            continue
        codes = frozenset({behalf})
        written = [a for a in cells["aliases"].split("|") if a]
        aliases = tuple(a for w in written if (a := alias_of(w, name, codes, trusted=False)) is not None)
        source = cells["source"]
        others = bool(written) and not aliases  # the second source's row is of somebody else, whose name stands there
        if end.startswith("~") and source.startswith("EP:") and ("+" not in source or others):
            # a scraper knows no last sighting: the day was taken from a row about another office or person
            source = source.split("+")[0]
            end, asof = "", min(asof, gathered.get(source.removeprefix("EP:").split("/")[0], asof))
            if start > asof:
                continue
        sector, speaks = sector_of(role, behalf)
        yield _filed(Row(name, aliases, role, speaks, sector, start, end, asof, _number(cells["qid"]), source))


def _number(qid: str) -> int:
    return int(qid.removeprefix("Q")) if qid else 0


def legislators(folder: Path) -> Iterator[Row]:
    """The rows of ``legislators.csv`` with what ``legislatures.csv`` says of their chambers."""
    chambers = {cells["chamber_id"]: cells for cells in _cells(folder, "legislatures.csv")}
    for cells in _cells(folder, "legislators.csv"):
        chamber = chambers[cells["chamber_id"]]
        behalf = behalf_of(chamber["behalf"])
        name = name_of(cells["name"], plain=True)
        start, end = _date(cells["start"]), _date(cells["end"])
        if name is None or not _in_order(start, end):
            continue
        codes = frozenset({behalf})
        aliases = (alias_of(a, name, codes, trusted=False) for a in cells["aliases"].split("|") if a)
        told = role_of(_HEADED.get(chamber["role"], chamber["role"]), behalf)
        yield Row(
            name,
            tuple(a for a in aliases if a is not None),
            told,
            behalf,
            "LEG",
            start,
            end,
            chamber["asof"],
            _number(cells["qid"]),
            chamber["source"],
            member=True,
        )


def curated(folder: Path) -> Iterator[Row]:
    """The rows without a source: ``people_curated.csv`` and the table that the project wrote itself."""
    for cells in _cells(folder, "people_curated.csv"):
        name = name_of(cells["name"], plain=True)
        if name is not None:
            aliases = tuple(a for w in cells["aliases"].split("|") if w and (a := name_of(w, plain=True)) is not None)
            behalf, start = behalf_of(cells["behalf"]), cells["start"]
            row = Row(
                name, aliases, cells["role"], behalf, cells["sector"], start, cells["end"], cells["asof"], 0, "HK"
            )
            yield _filed(row)
    for name, behalf, role, start, end, sector in lines(HAND_WRITTEN):
        yield Row(name, (), role, behalf, sector, start, end, _HAND_ASOF, 0, "HK")


def _filed(row: Row) -> Row:
    """A row under the code where the codebook has it: the opposition speaks for no state."""
    said, of = said_of_persons(), (row.name, row.behalf)
    behalf = said["behalf"].get(of, (row.behalf,))[0]
    if row.sector == "OPP" and behalf in states():
        behalf = f"PRV:{behalf}"
    return replace(row, behalf=behalf, sector=said["sector"].get(of, (row.sector,))[0])


def listed(folder: Path) -> Iterator[Row]:
    """The rows of ``eu_listed_persons.csv``; ``asof`` is the day of listing, and nothing tells since when the position is held."""
    for cells in _cells(folder, "eu_listed_persons.csv"):
        name = name_of(cells["name"], plain=True)
        if name is None or " " not in name:
            continue
        sector, behalf = listed_sector(cells["role"], cells["iso3"])
        aliases = (alias_of(a, name, frozenset(), trusted=True) for a in cells["aliases"].split("|") if a)
        kept = tuple(dict.fromkeys(a for a in aliases if a is not None))
        yield Row(name, kept, " ".join(cells["role"].split()), behalf, sector, "", "", cells["listed"], 0, "EU")

"""The builder of the stores of people: what of the gathered facts becomes a term, and that the stores are what it makes."""

from __future__ import annotations

import csv
import sqlite3
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from onrecord.vocabulary.people import STORES
from training.people.__main__ import build
from training.people.cleaning import alias_of, name_of, role_of
from training.people.facts import Row, listed, officeholders
from training.people.offices import kind_of, prominent
from training.people.persons import persons
from training.people.tables import behalf_of, listed_sector, sector_of
from training.people.terms import Held, terms

if TYPE_CHECKING:
    from pathlib import Path


def row(name: str, role: str, behalf: str = "NLD", **cells: object) -> Row:
    told: dict[str, object] = {"sector": "GOV", "start": "2014-03-01", "end": "", "asof": "2022-07-22", "qid": 0}
    told |= {"source": "EP:test", "aliases": ()} | cells
    return Row(name=name, role=role, behalf=behalf, **told)  # type: ignore[arg-type]


def held(*rows: Row) -> list[Held]:
    return [term for person in terms(persons(rows, by_hand=False)) for term in person]


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        ("President", "state"),
        ("Minister for Foreign Affairs and Trade", "foreign"),
        ("Prime Minister", "government"),
        ("President of De Bank", None),
        ("President of the Senate", None),
        ("Prime Minister of the Cook Islands", None),
        ("Deputy Minister of Foreign Affairs", None),
        ("Foreign Secretary", None),  # the first official of a ministry, but in the United Kingdom
        ("Vice President", None),  # of a chamber, in the scraped lists
    ],
)
def test_an_office_is_told_by_its_whole_text(role: str, kind: str | None) -> None:
    assert kind_of(row("Jan Mole", role)) == kind
    assert prominent(row("Jan Mole", role)) == (kind is not None)


def test_the_same_words_are_another_office_elsewhere() -> None:
    assert kind_of(row("Jan Mole", "Foreign Secretary", "GBR")) == "foreign"
    assert kind_of(row("Jan Mole", "Vice President", source="FB")) == "deputy"
    assert prominent(row("Jan Mole", "Government Spokesperson"))


@pytest.mark.parametrize(
    ("written", "plain", "name"),
    [
        ("Dr. Jan Mole (ABC)", False, "Jan Mole"),
        ("-Designate Jan al-MOLE", False, "Jan al-Mole"),
        ("and Co-prince Archbishop Jan Mole", False, "Jan Mole"),
        ("Sheikh Hasina", False, "Sheikh Hasina"),  # nothing else would tell who
        ("Caretaker Prime Minister Jan Mole", False, "Jan Mole"),
        ("vacant", False, None),
        ("Brig. Gen.", False, None),
        ("of transitional government", False, None),
        ("Amir Khan Muttaqi", True, "Amir Khan Muttaqi"),  # a given name in a list of names alone
        ("Lord Allan Jay Velasco", True, "Lord Allan Jay Velasco"),
        ("KERN Anna", True, "Anna Kern"),
        ("Кернов, Иван Петрович", True, "Иван Петрович Кернов"),
        ("John Mole, Baron Mole of Hole", True, "John Mole"),
        ("J.B. Pritzker", True, "J.B. Pritzker"),
        ("Q27146606", True, None),
    ],
)
def test_titles_and_remarks_are_no_name(written: str, plain: bool, name: str | None) -> None:
    assert name_of(written, plain=plain) == name


@pytest.mark.parametrize(
    ("alias", "name", "kept"),
    [
        ("Ivan Duque Marquez", "Iván Duque", True),
        ("Natalya Kochanova", "Natallya Kachanava", True),
        ("Joao Manuel Goncalves Lourenco", "Goncalves Manuel Muandumba", False),  # somebody else, joined by likeness
        ("Imran Khan", "Imran Ismail", False),
        ("Sebastian Kurz elected chancellor", "Sebastian Kurz", False),
    ],
)
def test_an_alias_is_another_spelling(alias: str, name: str, *, kept: bool) -> None:
    assert (alias_of(alias, name, frozenset({"AGO"}), trusted=False) is not None) == kept


def test_its_own_state_is_no_part_of_an_office() -> None:
    assert role_of("Prime Minister of the Netherlands", "NLD") == "Prime Minister"
    assert role_of("Secretary of State", "USA") == "United States Secretary of State"


def test_an_unknown_code_is_an_error() -> None:
    assert behalf_of("ARM:Artsakh") == "ORG:Nagorno-Karabakh"
    with pytest.raises(ValueError, match="XYZ:New"):
        behalf_of("XYZ:New")


@pytest.mark.parametrize(
    ("role", "sector"),
    [
        ("Minister of Justice and Attorney General", "GOV"),
        ("Attorney General", "JUD"),
        ("Minister for Police", "GOV"),
        ("Chief of the National Police", "COP"),
        ("White House Chief of Staff", "GOV"),
        ("Chief of Staff of the Army", "MIL"),
        ("Chief of Defence Intelligence", "SPY"),
        ("Minister of Social Affairs", "GOV"),  # no intelligence in "special"
        ("Ambassador to the Court of St James's", "GOV"),
        ("Marshal of the Sejm", "LEG"),
        ("Speaker of the House of Commons", "LEG"),
        ("Governor of Punjab", "GOV"),
    ],
)
def test_the_sector_of_an_office(role: str, sector: str) -> None:
    assert sector_of(role, "NLD") == (sector, "NLD")


def test_who_speaks_against_the_state_does_not_speak_for_it() -> None:
    assert sector_of("Leader of the Opposition", "NLD") == ("OPP", "PRV:NLD")
    assert sector_of("Secretary-General", "UNO") == ("IGO", "UNO")
    assert listed_sector("GRU colonel", "RUS") == ("SPY", "RUS")
    assert listed_sector("Military leader of M23", "COD") == ("REB", "unknown")
    assert listed_sector("Former Minister", "SYR") == ("ELI", "PRV:SYR")
    assert listed_sector("Haji", "AFG") == ("UNK", "unknown")


def test_one_term_a_person_and_office() -> None:
    first = row("Sergey Roe", "President", end="2018-03-01")
    again = row("Sergei Roe", "President", start="2014-05-01", asof="2026-05-17", source="FB")
    assert [(h.row.start, h.row.end, h.row.source) for h in held(first, again)] == [("2014-03-01", "", "EP:test+FB")]


def test_an_unverified_row_stays_apart() -> None:
    told = held(row("Jan Mole", "President", qid=7), row("Jan Mole", "President", end="2023-06-03", source="HK"))
    assert {(h.row.source, h.row.end, h.left_by, h.left_source) for h in told} == {
        ("EP:test", "", "2023-06-04", "HK"),
        ("HK", "2023-06-03", "", ""),
    }


def test_an_open_term_ends_with_the_next() -> None:
    told = held(row("Jan Mole", "President"), row("Anna Kern", "President", start="2023-01-01"))
    assert {(h.row.name, h.row.end, h.left_by) for h in told} == {
        ("Anna Kern", "", ""),
        ("Jan Mole", "", "2023-01-02"),
    }


def test_an_office_of_many_does_not_end_with_the_next() -> None:
    role = "Deputy Minister of Defence"
    told = held(row("Jan Mole", role), row("Anna Kern", role, start="2023-01-01"))
    assert {h.left_by for h in told} == {""}


def test_namesakes_of_two_ids_are_two() -> None:
    assert len(persons([row("Jan Mole", "Mayor", qid=1), row("Jan Mole", "Judge", qid=2)], by_hand=False)) == 2
    # a row without an id that may be either's is nobody's
    both = [row("Jan Mole", "Mayor", qid=1), row("Jan Mole", "Judge", qid=2), row("Jan Mole", "envoy", source="HK")]
    assert len(persons(both, by_hand=False)) == 3


def test_a_row_without_an_id_goes_to_the_one_of_its_state() -> None:
    told = [row("Jan Mole", "Mayor", qid=1), row("Jan Mole", "envoy", source="HK"), row("Jan Mole", "envoy", "BEL")]
    assert [(p.qid, len(p.rows)) for p in persons(told, by_hand=False)] == [(1, 2), (0, 1)]


COLUMNS = "name,aliases,role,behalf,start,end,asof,qid,source"


def gathered(folder: Path, *lines: str) -> list[Row]:
    (folder / "officeholders.csv").write_text("\n".join((COLUMNS, *lines)) + "\n", encoding="utf-8")
    (folder / "sources_everypolitician.csv").write_text(
        "repo,behalf,last_commit_of_html,date,officeholder_rows,legislator_rows\na/test,NLD,abc,2022-07-22,1,1\n",
        encoding="utf-8",
    )
    return list(officeholders(folder))


def test_a_scraper_knows_no_last_sighting(tmp_path: Path) -> None:
    made = gathered(tmp_path, "Jan Mole,,Minister of Health,NLD,2020-01-01,~2024-06-27,2022-07-22,Q1,EP:test")
    assert [(r.end, r.asof) for r in made] == [("", "2022-07-22")]


def test_rows_that_cannot_be_are_left_out(tmp_path: Path) -> None:
    made = gathered(
        tmp_path,
        "Jan Mole,,Mayor,NLD,2019-03-11,2012-11-05,2022-07-22,Q1,EP:test",  # ends before it begins
        "Anna Kern,,Permanent Representative to the United Nations,UNO,2012,,2022-07-22,Q2,EP:test",  # of which state?
    )
    assert made == []


def test_the_stores_are_what_the_builder_makes(shared: Path, tmp_path: Path) -> None:
    build(shared, tmp_path)
    for name in STORES:
        made, kept = sqlite3.connect(tmp_path / name), sqlite3.connect(str(files("onrecord.vocabulary").joinpath(name)))
        try:
            assert list(made.iterdump()) == list(kept.iterdump())
        finally:
            made.close()
            kept.close()


def test_a_listing_tells_a_position_and_no_office(shared: Path) -> None:
    folder = shared / "data" / "actors"
    with (folder / "eu_listed_persons.csv").open(encoding="utf-8", newline="") as file:
        days = {cells["listed"] for cells in csv.DictReader(file)}
    made = list(listed(folder))
    assert {(r.start, r.end) for r in made} == {("", "")}
    assert {r.asof for r in made} <= days

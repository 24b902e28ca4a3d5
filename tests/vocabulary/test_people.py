"""The stores of people: the right office on the right day, and never anybody by a surname alone."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.who import NAMED, days_of, judge_named, judge_row, sample
from onrecord.vocabulary.actors import states
from onrecord.vocabulary.people import (
    STORES,
    Source,
    Tenure,
    Term,
    aliases,
    date_of,
    first_day,
    last_day,
    named,
    number_of,
    role_noun,
    surnamed,
)
from onrecord.vocabulary.person_names import agree, asked_keys, heard, keys
from training.people.tables import ORGANISATIONS

DAY = timedelta(days=1)
CURRENT = {Tenure.HELD, Tenure.POSSIBLY}
SOURCE = Source("FB", "a book", "CC0", verified=True)
SECTORS = frozenset(
    {
        "GOV",
        "LEG",
        "JUD",
        "MIL",
        "COP",
        "SPY",
        "OPP",
        "PTY",
        "REB",
        "PRM",
        "IGO",
        "NGO",
        "JRN",
        "BUS",
        "REL",
        "EDU",
        "ELI",
    }
    | {"UNK"}
)


def path(name: str) -> Path:
    return Path(str(files("onrecord.vocabulary").joinpath(name)))


def rows(name: str, query: str) -> list[tuple[object, ...]]:
    database = sqlite3.connect(path(name))
    try:
        return database.execute(query).fetchall()
    finally:
        database.close()


def term(start: str = "", end: str = "", asof: str = "2022-07-23", left_by: str = "", *, listed: bool = False) -> Term:
    return Term(
        name="Jan Mole",
        key="person:jan mole/NLD",
        behalf="NLD",
        role="Minister of Foreign Affairs",
        sector="GOV",
        start=start,
        end=end,
        asof=asof,
        left_by=left_by,
        left_source=None,
        source=SOURCE,
        prominent=True,
        listed=listed,
    )


def everybody() -> list[str]:
    """The names of the stores, each of more than one word."""
    told = [str(name) for store in STORES for (name,) in rows(store, "SELECT name FROM person ORDER BY id")]
    return [name for name in told if len(heard(name)) > 1]


PEOPLE = everybody()


@pytest.mark.parametrize(("name", "day", "behalf", "word"), NAMED, ids=str)
def test_names_of_the_gathered_facts(name: str, day: str, behalf: str, word: str) -> None:
    asked = date.fromisoformat(day)
    current = [t for t in named(name, STORES[:2]) if t.on(asked) in CURRENT]
    assert [t for t in current if t.behalf == behalf and word in t.role.lower()]
    assert judge_named(name, asked, behalf, word) != "wrong"


def test_one_person_has_one_key_whatever_the_office() -> None:
    for name in ("Michelle Bachelet", "Jens Stoltenberg", "Hakan Fidan"):
        assert len({t.key for t in named(name, STORES[:2])}) == 1


def test_an_office_that_changed_hands() -> None:
    def roles(day: date) -> set[str]:
        return {t.role for t in named("Hakan Fidan", STORES[:2]) if t.on(day) is Tenure.HELD}

    assert all("Intelligence" in role for role in roles(date(2022, 10, 4)))
    assert roles(date(2024, 1, 10)) == {"Minister of Foreign Affairs"}


@pytest.mark.parametrize(
    ("start", "end", "asof", "left_by", "day", "expected"),
    [
        ("2014-03-01", "2018-05-31", "2022-07-23", "", "2014-02-28", Tenure.NOT_YET),
        ("2014-03-01", "2018-05-31", "2022-07-23", "", "2014-03-01", Tenure.HELD),
        ("2014-03-01", "2018-05-31", "2022-07-23", "", "2018-05-31", Tenure.HELD),
        ("2014-03-01", "2018-05-31", "2022-07-23", "", "2018-06-01", Tenure.ENDED),
        # a year alone: certain before and after it, possible inside
        ("2014", "2018", "2022-07-23", "", "2013-12-31", Tenure.NOT_YET),
        ("2014", "2018", "2022-07-23", "", "2014-07-01", Tenure.POSSIBLY),
        ("2014", "2018", "2022-07-23", "", "2014-12-31", Tenure.POSSIBLY),
        ("2014", "2018", "2022-07-23", "", "2015-01-01", Tenure.HELD),
        ("2014", "2018", "2022-07-23", "", "2018-01-01", Tenure.POSSIBLY),
        ("2014", "2018", "2022-07-23", "", "2019-01-01", Tenure.ENDED),
        ("2014-02", "2014-02", "2022-07-23", "", "2014-02-10", Tenure.POSSIBLY),
        ("2014-02", "2014-02", "2022-07-23", "", "2014-03-01", Tenure.ENDED),
        # open when the source was gathered: not known after that
        ("2014-03-01", "", "2022-07-23", "", "2022-07-23", Tenure.HELD),
        ("2014-03-01", "", "2022-07-23", "", "2022-07-24", Tenure.POSSIBLY),
        ("2014-03-01", "", "2025-12", "", "2025-12-01", Tenure.HELD),
        ("2014-03-01", "", "2025-12", "", "2025-12-02", Tenure.POSSIBLY),
        # a successor tells when it has ended
        ("2014-03-01", "", "2022-07-23", "2023-06-04", "2023-06-03", Tenure.POSSIBLY),
        ("2014-03-01", "", "2022-07-23", "2023-06-04", "2023-06-04", Tenure.ENDED),
        # last seen, the source looked again later
        ("2014-03-01", "~2017-03-29", "2017-03-29", "2020-11-12", "2017-03-29", Tenure.HELD),
        ("2014-03-01", "~2017-03-29", "2017-03-29", "2020-11-12", "2017-03-30", Tenure.POSSIBLY),
        ("2014-03-01", "~2017-03-29", "2017-03-29", "2020-11-12", "2020-11-12", Tenure.ENDED),
        ("2014-03-01", "~2017-03-29", "2017-03-29", "", "2030-01-01", Tenure.POSSIBLY),
        # gone by a day
        ("2014-03-01", "<2026-06-15", "2022-08-03", "", "2022-08-03", Tenure.HELD),
        ("2014-03-01", "<2026-06-15", "2022-08-03", "", "2022-08-04", Tenure.POSSIBLY),
        ("2014-03-01", "<2026-06-15", "2022-08-03", "", "2026-06-15", Tenure.ENDED),
        # no start
        ("", "2018-05-31", "2022-07-23", "", "2018-05-31", Tenure.POSSIBLY),
        ("", "2018-05-31", "2022-07-23", "", "2018-06-01", Tenure.ENDED),
        ("", "", "2022-07-23", "", "2022-07-22", Tenure.POSSIBLY),
        ("", "", "2022-07-23", "", "2022-07-23", Tenure.HELD),
    ],
)
def test_tenure(start: str, end: str, asof: str, left_by: str, day: str, expected: Tenure) -> None:
    assert term(start, end, asof, left_by).on(date.fromisoformat(day)) is expected


def test_a_listing_is_no_date_of_office() -> None:
    listed = [t for store in ["listed.sqlite"] for t in named("Maria Zakharova", [store])]
    assert listed
    assert {t.on(day) for t in listed for day in (date(1990, 1, 1), date(2022, 3, 1))} == {Tenure.UNDATED}
    assert all(t.listed and not t.start and not t.end for t in listed)


def bounded() -> list[tuple[str, str, str, str, str, str]]:
    """(name, behalf, role, start, end, key) of terms whose days are known."""
    found = []
    for store in STORES[:2]:
        query = (
            "SELECT name, behalf, role, start, end FROM term JOIN person ON person.id = person JOIN office ON office.id = office"
            " WHERE mark = 0 AND start % 100 > 0 AND end % 100 > 0 ORDER BY person, n"
        )
        found += [(str(n), str(b), str(r), date_of(s), date_of(e), store) for n, b, r, s, e in rows(store, query)]  # type: ignore[arg-type]
    return found


BOUNDED = bounded()


@given(st.sampled_from(BOUNDED))
def test_on_the_first_and_last_day_and_beside_them(row: tuple[str, str, str, str, str, str]) -> None:
    name, behalf, role, start, end, store = row
    terms = [t for t in named(name, [store]) if (t.behalf, t.role, t.start, t.end) == (behalf, role, start, end)]
    assert terms
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    for one in terms:
        asked = (first - DAY, first, last, last + DAY)
        assert [one.on(day) for day in asked] == [Tenure.NOT_YET, Tenure.HELD, Tenure.HELD, Tenure.ENDED]


@given(st.sampled_from(PEOPLE))
def test_everybody_is_found_by_the_full_name_and_nobody_by_the_surname(name: str) -> None:
    assert name in {t.name for t in named(name)}
    words = name.split()
    for part in {word for word in (words[0], words[-1]) if len(heard(word)) == 1}:  # "Hans-Adam" is two
        assert name not in {t.name for t in named(part)}


@given(st.sampled_from(PEOPLE))
def test_a_name_agrees_with_itself_in_capitals_and_without_accents(name: str) -> None:
    words = heard(name)
    assert heard(name.upper()) == words or "ß" in name or "ŉ" in name
    assert agree(words, name, frozenset(), prominent=False)
    assert set(asked_keys(words)) & keys(name, frozenset(), prominent=False)


@given(st.text(max_size=40))
def test_any_text_is_a_question(text: str) -> None:
    assert isinstance(named(text), tuple)
    assert isinstance(aliases(text), dict)


@given(st.dates(), st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d"]))
def test_dates_are_stored_with_their_precision(day: date, form: str) -> None:
    written = f"{day.year:04}" + day.strftime(form.removeprefix("%Y"))
    assert date_of(number_of(written)) == written
    first, last = first_day(written), last_day(written)
    assert first is not None
    assert last is not None
    assert first <= day <= last


@pytest.mark.parametrize(
    ("asked", "held", "codes", "expected"),
    [
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", "UKR", True),
        ("Vladimir Zelenskiy", "Volodymyr Zelenskyy", "UKR", True),
        ("Volker Tuerk", "Volker Türk", "UNO", True),
        ("Volker Turk", "Volker Türk", "UNO", True),
        ("Recep Tayyip Erdogan", "Recep Tayyip Erdoğan", "TUR", True),
        ("Tayyip Erdogan", "Recep Tayyip Erdoğan", "TUR", True),
        ("Aleksandr Lukashenko", "Alexander Lukashenko", "BLR", True),
        ("Kim Yo-jong", "Kim Yo Jong", "PRK", True),
        ("Yo-jong Kim", "Kim Yo Jong", "PRK", True),  # the family name last, as in the West
        ("Hua Chun-ying", "Hua Chunying", "CHN", True),
        ("Orbán Viktor", "Viktor Orbán", "HUN", True),  # the family name first
        ("Hassan Ali", "Ali Hassan", "EGY", False),  # no such order here
        ("Josep Borrell", "Josep Borrell Fontelles", "ESP", True),  # the mother's surname
        ("Joe Biden", "Joseph R. Biden Jr.", "USA", True),
        ("George W. Bush", "George Bush", "USA", True),
        ("John A. Smith", "John B. Smith", "USA", False),  # two middle names that can't be one
        ("J. Smith", "John Smith", "USA", False),  # an initial is no full name
        ("Abdelfattah al-Sisi", "Abdel Fattah el-Sisi", "EGY", True),
        ("Dr. Hans Kluge", "Hans Kluge", "WHO", True),
        ("Jane Smith", "John Smith", "USA", False),
        ("Park Jin", "Park Yong-jin", "KOR", False),  # syllables are no middle names
        ("Minister Park Jin", "Park Jin", "KOR", True),
        ("Yi", "Wang Yi", "CHN", False),
    ],
)
def test_names_that_agree(asked: str, held: str, codes: str, *, expected: bool) -> None:
    assert agree(heard(asked), held, frozenset({codes}), prominent=True) is expected


def test_a_middle_name_stands_for_the_first_with_well_known_people_only() -> None:
    assert not agree(heard("Hassan Ali"), "Mohammed Hassan Ali", frozenset({"EGY"}), prominent=False)


@pytest.mark.parametrize(("name", "behalf"), [("Francis", "VAT"), ("Pope Francis", "VAT"), ("Leo XIV", "VAT")])
def test_a_name_of_one_word(name: str, behalf: str) -> None:
    assert behalf in {t.behalf for t in named(name)}


def test_a_surname_is_for_the_inside_of_a_document() -> None:
    assert "Ilham Aliyev" in {t.name for t in surnamed("Aliyev", prominent=True)}
    assert "Hua Chunying" in {t.name for t in surnamed("Hua", prominent=True)}  # the family name first
    assert named("Aliyev", STORES[:1]) == ()


@pytest.mark.parametrize(
    ("role", "noun"),
    [
        ("Minister of Foreign Affairs", "minister"),
        ("spokeswoman, Chinese Foreign Ministry", "spokeswoman"),
        ("Ambassador (US embassy, Chad)", "ambassador"),
        ("Prime Minister", "minister"),
        ("", ""),
    ],
)
def test_the_noun_of_an_office(role: str, noun: str) -> None:
    assert role_noun(role) == noun


@pytest.mark.parametrize("store", STORES)
def test_a_store_is_whole(store: str) -> None:
    assert rows(store, "PRAGMA integrity_check") == [("ok",)]
    assert rows(store, "PRAGMA foreign_key_check") == []
    assert rows(store, "SELECT 1 FROM person WHERE id NOT IN (SELECT person FROM filed)") == []
    assert rows(store, "SELECT 1 FROM person WHERE id NOT IN (SELECT person FROM term)") == []


@pytest.mark.parametrize("store", STORES)
def test_codes_and_sectors_are_the_codebooks(store: str) -> None:
    for behalf, sector in rows(store, "SELECT DISTINCT behalf, sector FROM office"):
        code = str(behalf)
        assert (
            code in ORGANISATIONS
            or code.removeprefix("PRV:") in states()
            or code.startswith("ORG:")
            or store == STORES[2]
        )
        assert sector in SECTORS


def test_what_is_no_state_is_not_taken_for_one() -> None:
    told = {(n, b) for store in STORES[:2] for n, b in rows(store, "SELECT name, behalf FROM term"
        " JOIN person ON person.id = person JOIN office ON office.id = office")}  # fmt: skip
    assert ("Bako Sahakyan", "ORG:Nagorno-Karabakh") in told
    assert ("Ismail Haniyeh", "ORG:Hamas") in told
    assert ("Ismail Haniyeh", "PSE") not in told


def test_who_represents_an_organisations_members_is_left_out_where_the_state_is_not_told() -> None:
    assert rows(STORES[0], "SELECT 1 FROM office WHERE behalf = 'UNO' AND role LIKE 'Permanent Representative%'") == []


def test_rows_without_a_source_are_unverified() -> None:
    terms = named("Ned Price", STORES[:1])
    assert {(t.verified, t.source.licence) for t in terms if t.source.code == "HK"} == {(False, "")}
    assert all(t.verified for t in named("Jeyhun Bayramov", STORES[:2]))


def test_sizes() -> None:
    sizes = [path(store).stat().st_size for store in STORES]
    assert max(sizes) < 5_000_000
    assert sum(sizes) < 9_000_000


def test_random_rows_of_the_tables(shared: Path) -> None:
    asked, known = sample(shared / "data" / "actors", 60, seed=7)
    for one in asked:
        if one.row is None:
            continue
        for when, day in zip(("inside", "before", "after"), days_of(one.row), strict=True):
            assert day is None or judge_row(one, when, day, known) != "wrong", (one, when, day)

"""The actor tables: complete, without contradictions, and the same as what the standards say of names."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

import pycountry
import pytest
from babel import Locale

from onrecord.vocabulary.actors import (
    PlaceKind,
    RoleClass,
    bodies,
    full_form,
    given_names,
    name_words,
    organisation_words,
    phrases,
    plural,
    states,
    word_list,
)
from onrecord.vocabulary.words import fold, words

ORGANISATIONS = frozenset(
    [
        "EUU",
        "UNO",
        "NAT",
        "OSC",
        "COE",
        "AFU",
        "LEA",
        "GCC",
        "OIC",
        "ASN",
        "ECW",
        "CST",
        "CIS",
        "ICC",
        "ICR",
        "OAS",
        "SCO",
        "G7G",
        "IAE",
        "WHO",
    ]
)
SECTORS = frozenset(
    [
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
        "UAF",
        "IGO",
        "NGO",
        "SOC",
        "JRN",
        "CVL",
        "BUS",
        "MNC",
        "REL",
        "EDU",
        "LAB",
        "MED",
        "REF",
        "ELI",
        "CRM",
        "UNK",
    ]
)


def table(name: str) -> list[list[str]]:
    lines = files("onrecord.vocabulary").joinpath(name).read_text(encoding="utf-8").splitlines()
    return [line.split("|") for line in lines if line and not line.startswith("#")]


def found(text: str) -> list[object]:
    listed = list(words(text))
    joined = [True] * (len(listed) - 1) + [False]
    return [hit[1] for table in phrases() if (hit := table.at(listed, 0, joined)) and hit[0] == len(listed)]


def test_every_iso_code_is_there_and_kosovo() -> None:
    assert set(states()) == {country.alpha_3 for country in pycountry.countries} | {"XKX"}


@pytest.mark.parametrize("country", list(pycountry.countries), ids=lambda c: c.alpha_3)
def test_the_common_name_of_cldr_means_the_state(country: object) -> None:
    cldr = Locale("en").territories[country.alpha_2]  # type: ignore[attr-defined]
    name = cldr.replace("’", "'").split(" (")[0].removesuffix(" SAR China")
    if name == "Cocos":
        name = "Cocos Islands"
    name = {"Congo - Kinshasa": "Congo-Kinshasa", "Congo - Brazzaville": "Congo-Brazzaville"}.get(name, name)
    codes = [getattr(entry, "code", None) for entry in found(name)]
    assert country.alpha_3 in codes  # type: ignore[attr-defined]


def test_no_name_means_two_states() -> None:
    seen: dict[str, set[str]] = {}
    for state in states().values():
        for name in (state.name, *state.names, *state.demonyms, *state.capitals):
            seen.setdefault(fold(name), set()).add(state.code)
    assert {name: codes for name, codes in seen.items() if len(codes) > 1} == {}


def test_bodies_have_known_codes_and_sectors() -> None:
    for body in bodies():
        kind, _, rest = body.behalf.partition(":")
        assert kind in {"ORG", "PRV"} or body.behalf in states() or body.behalf in ORGANISATIONS, body
        assert kind != "PRV" or rest in states(), body
        assert body.sector in SECTORS, body


def test_body_keys_are_unique() -> None:
    assert [key for key, n in Counter(body.key for body in bodies()).items() if n > 1] == []


def test_organisation_words_have_known_sectors() -> None:
    assert {sector for sector, _ in organisation_words().values()} <= SECTORS
    assert {group for _, group in organisation_words().values()} == {"STATE", "PRV", "ORG"}


def test_given_names_have_one_gender_or_none() -> None:
    assert set(given_names().values()) == {"m", "f", ""}
    listed = [name for row in table("names.psv") for name in row[1].split(";")]
    assert [name for name, n in Counter(listed).items() if n > 1] == []


def test_no_name_means_two_bodies() -> None:
    names = [alias for row in table("bodies.psv") for alias in (row[0], *filter(None, row[3].split(";")))]
    assert [name for name, n in Counter(names).items() if n > 1] == []


def test_short_forms_stand_in_one_group() -> None:
    forms = [form for group in word_list("short_forms") for form in group.split("=")]
    assert [form for form, n in Counter(forms).items() if n > 1] == []
    assert full_form("joe") == full_form("joey") == "joseph"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Recep Tayyip Erdoğan", ("recep", "tayyip", "erdogan")),
        ("Ursula von der Leyen", ("ursula", "leyen")),
        ("Leo XIV", ("leo",)),
        ("J. D. Vance Jr.", ("j", "d", "vance")),
    ],
)
def test_name_words(name: str, expected: tuple[str, ...]) -> None:
    assert name_words(name) == expected


@pytest.mark.parametrize(
    ("text", "code", "kind"),
    [
        ("US", "USA", PlaceKind.NAME),
        ("U.S.", "USA", PlaceKind.NAME),
        ("Türkiye", "TUR", PlaceKind.NAME),
        ("Turkish", "TUR", PlaceKind.DEMONYM),
        ("Azerbaijanis", "AZE", PlaceKind.DEMONYM),  # the loader's plural
        ("The Hague", "NLD", PlaceKind.CAPITAL),
        ("São Paulo", "BRA", PlaceKind.INSIDE),
    ],
)
def test_places(text: str, code: str, kind: PlaceKind) -> None:
    listed = list(words(text))
    start = 1 if text.startswith("The ") else 0
    hit = phrases()[1].at(listed, start, [True] * len(listed))
    assert hit is not None
    assert (hit[1].code, hit[1].kind) == (code, kind)


@pytest.mark.parametrize("text", ["us", "turkey", "who", "it", "ice", "march"])
def test_common_words_in_small_letters_name_nobody(text: str) -> None:
    assert [entry for entry in found(text) if not hasattr(entry, "group")] == []


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("spokesman", "spokesmen"),
        ("ministry", "ministries"),
        ("German", "Germans"),
        ("witness", "witnesses"),
        ("MP", "MPs"),
    ],
)
def test_plural(noun: str, expected: str) -> None:
    assert plural(noun) == expected


@pytest.mark.parametrize(
    ("text", "group", "sector"),
    [
        ("foreign ministers", RoleClass.STATE, "GOV"),
        ("police", RoleClass.STATE, "COP"),
        ("opposition leader", RoleClass.PRIVATE, "OPP"),
        ("spokeswomen", RoleClass.OFFICE, "UNK"),
        ("MPs", RoleClass.STATE, "LEG"),
    ],
)
def test_roles(text: str, group: RoleClass, sector: str) -> None:
    assert [(entry.group, entry.sector) for entry in found(text) if hasattr(entry, "group")] == [(group, sector)]  # type: ignore[attr-defined]


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(KeyError):
        word_list("no such list")


def test_words_keep_offsets_and_part_the_possessive() -> None:
    text = "N'Djamena’s U.S. al-Shabaab workers' Erdoğan"
    assert [(text[w.start : w.end], w.folded, w.possessive) for w in words(text)] == [
        ("N'Djamena", "n'djamena", True),
        ("U.S.", "u.s.", False),
        ("al-Shabaab", "al-shabaab", False),
        ("workers", "workers", True),
        ("Erdoğan", "erdogan", False),
    ]

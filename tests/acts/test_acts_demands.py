"""What a demand asks for."""

from __future__ import annotations

import pytest
from acts_statements import Said, code_all

OBJECTS = [
    ("an independent inquiry", {"investigation": ["inquiry"]}),
    ("those behind it to be brought to justice", {"accountability": ["brought to justice"]}),
    ("an immediate ceasefire", {"restraint": ["ceasefire"]}),
    ("sanctions on the generals", {"sanctions": ["sanctions"]}),
    ("the report to be made public", {"transparency": ["made public"]}),
    ("both sides to come to the negotiating table", {"talks": ["negotiating table"]}),
    # nothing of the codebook's list: the evidence is the demand's own words
    ("a longer school day", {"other": ["called for"]}),
]


@pytest.mark.parametrize(("asked", "expected"), OBJECTS)
def test_the_object_of_a_demand(asked: str, expected: dict[str, list[str]]) -> None:
    (coding,) = code_all(f"Vesna called for {asked}.", Said("called for", asked, "Vesna"))
    found = {j.value: [span.text for span in j.evidence] for j in coding.demands}
    assert found == expected


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        ("the release of the hostages", "release"),
        ("the protection of civilians", "protection"),
        ("humanitarian assistance", "aid"),
    ],
)
def test_several_words_may_make_one_object(asked: str, value: str) -> None:
    (coding,) = code_all(f"Vesna called for {asked}.", Said("called for", asked, "Vesna"))
    assert [j.value for j in coding.demands] == [value]


def test_what_stands_before_the_demanding_word_is_not_asked_for() -> None:
    content = "The talks have failed. Baku must publish the report."
    (coding,) = code_all(f"“{content}” Vesna said.", Said("said", content, "Vesna"))
    assert [j.value for j in coding.demands] == ["transparency"]


def test_no_demand_no_object() -> None:
    (coding,) = code_all("Vesna condemned the talks.", Said("condemned", "the talks", "Vesna"))
    assert coding.demands == ()


def test_two_objects_are_kept_in_order() -> None:
    asked = "an investigation and a ceasefire"
    (coding,) = code_all(f"Vesna called for {asked}.", Said("called for", asked, "Vesna"))
    assert [j.value for j in coding.demands] == ["investigation", "restraint"]

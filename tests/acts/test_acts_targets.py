"""Who is blamed, asked, threatened or supported, and what is hedged."""

from __future__ import annotations

import pytest
from acts_statements import Said, code_all

TARGETS = [
    ("Vesna accused Baku of torture.", "accused", "Baku of torture", {"AZE": ["Baku"]}),
    ("Vesna urged Israel and Iran to talk.", "urged", "Israel and Iran to talk", {"ISR": ["Israel"], "IRN": ["Iran"]}),
    ("Vesna warned Russia against a raid.", "warned Russia against", "a raid", {"RUS": ["Russia"]}),
    ("Vesna condemned Israel's raid.", "condemned", "Israel's raid", {"ISR": ["Israel"]}),
    ("Vesna praised the U.S. effort.", "praised", "the U.S. effort", {"USA": ["U.S"]}),
    # several are named: the one nearest to the words that act is meant
    (
        "Vesna said that France was late but Russia must withdraw.",
        "said that",
        "France was late but Russia must withdraw",
        {"RUS": ["Russia"]},
    ),
    # nobody is named here
    ("Vesna condemned the raid.", "condemned", "the raid", {}),
    # trap: a fact that names somebody
    ("Vesna said Russia was large.", "said", "Russia was large", {}),
]


@pytest.mark.parametrize(("text", "cue", "content", "expected"), TARGETS)
def test_who_it_is_aimed_at(text: str, cue: str, content: str, expected: dict[str, list[str]]) -> None:
    (coding,) = code_all(text, Said(cue, content, "Vesna"))
    assert {j.value: [span.text for span in j.evidence] for j in coding.target} == expected


def test_a_speaker_is_not_their_own_target() -> None:
    text = "Vesna condemned a raid on Armenia by Azerbaijan."
    (coding,) = code_all(text, Said("condemned", "a raid on Armenia by Azerbaijan", "Vesna", behalf="ARM"))
    assert [j.value for j in coding.target] == ["AZE"]


HEDGES = [
    ("If confirmed, this is a crime.", "If confirmed"),
    ("The alleged killing is a crime.", "alleged"),
    ("The clip is apparently old.", "apparently"),
    ("We will respond if they attack.", "if"),
]


@pytest.mark.parametrize(("content", "words"), HEDGES)
def test_a_hedge_of_the_speaker(content: str, words: str) -> None:
    (coding,) = code_all(f"“{content}” Vesna said.", Said("said", content, "Vesna"))
    assert coding.hedged.value
    assert [span.text for span in coding.hedged.evidence] == [words]


def test_a_hedge_of_the_article_does_not_count() -> None:
    text = "Vesna reportedly condemned the raid, apparently by mail."
    (coding,) = code_all(text, Said("reportedly condemned", "the raid", "Vesna"))
    assert not coding.hedged.value


@pytest.mark.parametrize("content", ["They act as if nothing happened.", "Even if it rains we go."])
def test_an_if_that_is_no_condition(content: str) -> None:
    (coding,) = code_all(f"“{content}” Vesna said.", Said("said", content, "Vesna"))
    assert not coding.hedged.value

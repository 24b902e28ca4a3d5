"""Who is blamed, asked, threatened or supported, and what is hedged."""

from __future__ import annotations

import pytest
from acts_statements import Said, code_all, speaker

from onrecord.acts import code
from onrecord.record import Attribution, Document, Judgement

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


# who was hit, and where, is no target of those who disapprove; who did it is
VICTIMS = [
    ("condemned", "the attack on Ukraine", []),
    ("condemned", "the attack on the besieged Ukrainian town", []),
    ("condemned", "the attack in Kyiv", []),
    ("was concerned about", "the situation in Syria", []),
    ("was horrified by", "the killing of Armenian prisoners", []),
    ("condemned", "the video of Armenian prisoners being shot", []),
    ("condemned", "the attack on Ukraine by Russia", ["RUS"]),
    ("condemned", "the invasion of Ukraine", []),
    ("condemned", "the violation of Ukraine's borders", []),
    ("blamed torture on", "the killing of Armenian prisoners", []),
    # trap: the doer stands in the same places
    ("condemned", "Russia's prisoners of war policy", ["RUS"]),
    ("condemned", "Russia's attack on Ukraine", ["RUS"]),
    ("condemned", "the Russian attack", ["RUS"]),
    ("condemned", "the conditions in Russian prisons", ["RUS"]),
    ("condemned", "the crimes of Russia", ["RUS"]),
    ("was concerned over", "Russia", ["RUS"]),
    ("voiced concern over", "Russia's moves in Syria", ["RUS"]),
    ("condemned", "Russia", ["RUS"]),
    # trap: whom a demand or support is for may stand there too
    ("called for", "calm in Syria", ["SYR"]),
]


@pytest.mark.parametrize(("cue", "content", "expected"), VICTIMS)
def test_a_victim_or_a_place_is_no_target(cue: str, content: str, expected: list[str]) -> None:
    (coding,) = code_all(f"Vesna {cue} {content}.", Said(cue, content, "Vesna"))
    assert [j.value for j in coding.target] == expected


def test_names_joined_are_aimed_at_each_for_itself() -> None:
    text = "Vesna urged Greece and Cyprus to talk."
    (coding,) = code_all(text, Said("urged", "Greece and Cyprus to talk", "Vesna"))
    assert [j.value for j in coding.target] == ["GRC", "CYP"]


@pytest.mark.parametrize(("score", "expected"), [(0.4, []), (0.6, ["ORG:Killing"])])
def test_a_capital_alone_makes_no_target(score: float, expected: list[str]) -> None:
    text = "“Killing is a disgrace,” Vesna said."
    document = Document("x", text)
    said = Attribution((document.span(1, 22),), cue=document.span(31, 35))
    shaped = Judgement("ORG:Killing", "shape", score)
    (coding,) = code(document, [said], [speaker()], lambda words: shaped if words == "Killing" else None)
    assert [j.value for j in coding.target] == expected


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

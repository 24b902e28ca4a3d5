"""Which acts a statement does, and the words that make it so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from acts_statements import Said, code_all

from onrecord.record import Basis, Kind

if TYPE_CHECKING:
    from onrecord.record import Coding


def acts(coding: Coding) -> dict[str, list[str]]:
    return {j.value: [span.text for span in j.evidence] for j in coding.acts}


CUES = [
    # the cue's verb settles it, in every inflection
    ("Vesna condemned the raid.", "condemned", "the raid", {"condemn": ["condemned"]}),
    ("Vesna condemns the raid.", "condemns", "the raid", {"condemn": ["condemns"]}),
    ("Vesna, condemning the raid, left.", "condemning", "the raid", {"condemn": ["condemning"]}),
    ("Vesna denied the accusations of torture.", "denied", "the accusations of torture", {"deny": ["denied"]}),
    ("Vesna accused Baku of torture.", "accused", "Baku of torture", {"accuse": ["accused"]}),
    ("Vesna urged Baku to hold back.", "urged", "Baku to hold back", {"demand": ["urged"]}),
    ("Vesna called for calm.", "called for", "calm", {"demand": ["called for"]}),
    ("Vesna welcomed the truce.", "welcomed", "the truce", {"support": ["welcomed"]}),
    ("Vesna apologised for the delay.", "apologised for", "the delay", {"concede": ["apologised"]}),
    ("Vesna was horrified by the clip.", "was horrified by", "the clip", {"dismay": ["horrified"]}),
    # trap: content words of another act, under a cue that says what is done with them
    ("Vesna denied he had tortured anyone.", "denied", "he had tortured anyone", {"deny": ["denied"]}),
    ("Vesna welcomed the sanctions.", "welcomed", "the sanctions", {"support": ["welcomed"]}),
    # a warning with a forecast is concern, with consequences a threat
    ("Vesna warned that winter was coming.", "warned that", "winter was coming", {"concern": ["warned"]}),
    (
        "Vesna warned that there would be severe consequences.",
        "warned that",
        "there would be severe consequences",
        {"threaten": ["warned", "severe consequences"]},
    ),
    # who vows help promises, who vows revenge threatens
    ("Vesna vowed to help.", "vowed to", "help", {"pledge": ["vowed"]}),
    ("Vesna vowed revenge.", "vowed", "revenge", {"threaten": ["vowed", "revenge"]}),
    # trap: what looks negated is not
    ("Vesna did not rule out a strike.", "did not rule out", "a strike", {"threaten": ["did not rule out"]}),
    # a formal protest
    (
        "Vesna summoned the ambassador.",
        "summoned the ambassador",
        "the ambassador",
        {"protest": ["summoned the ambassador"]},
    ),
]


@pytest.mark.parametrize(("text", "cue", "content", "expected"), CUES)
def test_the_cue_settles_the_act(text: str, cue: str, content: str, expected: dict[str, list[str]]) -> None:
    (coding,) = code_all(text, Said(cue, content, "Vesna"))
    assert acts(coding) == expected


CONTENTS = [
    ("This is unacceptable.", {"condemn": ["unacceptable"]}),
    ("This was a war crime.", {"condemn": ["war crime"]}),
    ("We are deeply concerned.", {"concern": ["concerned"]}),
    ("I am sorry for the delay.", {"concede": ["sorry for"]}),
    ("Baku must withdraw.", {"demand": ["must"]}),
    ("We will help the families.", {"pledge": ["We will"]}),
    ("We stand with the families.", {"support": ["We stand with"]}),
    ("That is completely false.", {"deny": ["is completely false"]}),
    # facts alone explain
    ("The bridge is two miles long.", {"explain": []}),
    # trap: facts that only imply blame
    ("The shells came from the west.", {"explain": []}),
    # trap: a denied verdict is no verdict
    ("It was not barbaric.", {"explain": []}),
    ("It was never a disgrace.", {"explain": []}),
]


@pytest.mark.parametrize(("content", "expected"), CONTENTS)
def test_the_content_of_a_quotation_tells_the_act(content: str, expected: dict[str, list[str]]) -> None:
    (coding,) = code_all(f"“{content}” Vesna said.", Said("said", content, "Vesna"))
    assert acts(coding) == expected


NEGATED = [
    "refused to condemn",
    "did not condemn",
    "stopped short of condemning",
    "never condemned",
    "didn't condemn",
]


@pytest.mark.parametrize("cue", NEGATED)
def test_a_negated_cue_does_not_do_its_act(cue: str) -> None:
    (coding,) = code_all(f"Vesna {cue} the raid.", Said(cue, "the raid", "Vesna"))
    assert "condemn" not in acts(coding)


def test_who_does_not_deny_withholds_and_the_negation_is_evidence() -> None:
    (coding,) = code_all("Vesna did not deny the raid.", Said("did not deny", "the raid", "Vesna"))
    assert acts(coding) == {"withhold": ["not", "deny"]}


def test_reported_silence_withholds_and_does_nothing_else() -> None:
    text = "Vesna declined to condemn the barbaric raid."
    (coding,) = code_all(
        text, Said("declined to condemn", "declined to condemn the barbaric raid", "Vesna", silent=True)
    )
    assert acts(coding) == {"withhold": ["declined to condemn"]}
    assert coding.intensity.value == 0
    assert (coding.channel, coding.hedged.value, coding.target) == (None, False, ())


def test_explain_stands_alone() -> None:
    (coding,) = code_all("Vesna said the road was open.", Said("said", "the road was open", "Vesna"))
    assert [j.value for j in coding.acts] == ["explain"]
    assert coding.acts[0].evidence == ()
    assert coding.acts[0].by == "rule:no other act"


def test_an_issuers_paragraph_can_do_several_acts() -> None:
    text = "We condemn the raid. We call on Baku to withdraw. We stand with the families."
    (coding,) = code_all(text, Said(None, text, basis=Basis.ISSUER), kind=Kind.RELEASE)
    assert set(acts(coding)) == {"condemn", "demand", "support"}

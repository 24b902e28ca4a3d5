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
    ("Vesna vowed revenge.", "vowed", "revenge", {"threaten": ["vowed revenge"]}),
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
    ("This was a war crime.", {"condemn": ["was a war crime"]}),
    ("We are deeply concerned.", {"concern": ["concerned"]}),
    ("I am sorry for the delay.", {"concede": ["sorry for"]}),
    ("Baku must withdraw.", {"demand": ["must"]}),
    ("We will help the families.", {"pledge": ["We will"]}),
    ("We stand with the families.", {"support": ["We stand with"]}),
    ("That is completely false.", {"deny": ["is completely false"]}),
    ("It was yet another war crime, if the film is real.", {"condemn": ["was yet another war crime"]}),
    ("They were concerned by accounts of it.", {"concern": ["concerned by"]}),
    ("We have begun to look into it.", {"investigate": ["have begun to look"]}),
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


# a phrase may run from the cue into content that follows at once
ACROSS = [
    ("summoned", "the Greek ambassador", {"protest": ["summoned the Greek ambassador"]}),
    ("lodged", "a complaint", {"protest": ["lodged a complaint"]}),
    ("rejected", "the allegations", {"deny": ["rejected the allegations"]}),
    ("recalled", "its ambassador", {"sanction": ["recalled its ambassador"]}),
    ("claimed", "responsibility", {"concede": ["claimed responsibility"]}),
    ("called", "for an investigation", {"demand": ["called for"]}),
    ("asked", "Azerbaijan to release all prisoners", {"demand": ["asked Azerbaijan to"]}),
    ("offered", "his condolences to Greece", {"support": ["offered his condolences"]}),
    # trap: the content begins a clause of its own
    ("told", "CNN he used to leave", {"explain": []}),
    ("asked", "whether he had to leave", {"explain": []}),
    # what others ask for is refused, not asked for
    ("rejected", "calls for an investigation", {"dispute": ["rejected calls for"]}),
    ("dropped its", "demand for an inquiry", {"dispute": ["dropped its demand for"]}),
    ("dismissed", "the repeated appeals to stop", {"dispute": ["dismissed the repeated appeals to"]}),
    ("withdrew its", "support for the plan", {"dispute": ["withdrew its support for"]}),
    # trap: a negation in the phrase's gap
    ("expressed", "no regret", {"explain": []}),
    ("expressed", "little regret", {"explain": []}),
    ("voiced", "no support for the plan", {"explain": []}),
    ("expressed", "a little regret", {"concede": ["expressed a little regret"]}),
]


@pytest.mark.parametrize(("cue", "content", "expected"), ACROSS)
def test_a_phrase_may_run_from_the_cue_into_the_content(cue: str, content: str, expected: dict[str, list[str]]) -> None:
    (coding,) = code_all(f"Vesna {cue} {content}.", Said(cue, content, "Vesna"))
    assert acts(coding) == expected


def test_a_phrase_does_not_run_over_words_between_cue_and_content() -> None:
    (coding,) = code_all("Vesna recalled (she said) its ambassador.", Said("recalled", "its ambassador", "Vesna"))
    assert acts(coding) == {"explain": []}


VERDICTS = [
    ("called", "the killings a war crime", {"condemn": ["called", "war crime"]}),
    ("called", "Greece a rogue state", {"condemn": ["called", "rogue state"]}),
    ("described", "the raid as a disgrace", {"condemn": ["described", "disgrace"]}),
    ("termed", "the plan a farce", {"condemn": ["termed", "farce"]}),
    # trap: a name that is no verdict
    ("called", "the plan a plan", {"explain": []}),
]


@pytest.mark.parametrize("sector", ["GOV", "CVL"])
@pytest.mark.parametrize(("cue", "content", "expected"), VERDICTS)
def test_who_calls_it_by_a_bad_name_condemns(
    cue: str, content: str, expected: dict[str, list[str]], sector: str
) -> None:
    (coding,) = code_all(f"Vesna {cue} {content}.", Said(cue, content, "Vesna", sector=sector))
    assert acts(coding) == expected


def test_the_target_of_a_verdict() -> None:
    (coding,) = code_all("Vesna called Greece a rogue state.", Said("called", "Greece a rogue state", "Vesna"))
    assert [j.value for j in coding.target] == ["GRC"]


TURNED = [
    ("never condemned", {"withhold": ["never", "condemned"]}),
    ("didn't condemn", {"withhold": ["didn't", "condemn"]}),
    ("did not accuse", {"withhold": ["not", "accuse"]}),
    ("did not criticise", {"withhold": ["not", "criticise"]}),
    ("refused to condemn", {"withhold": ["refused to", "condemn"]}),
    ("declined to condemn", {"withhold": ["declined to", "condemn"]}),
    ("stopped short of condemning", {"withhold": ["stopped short of", "condemning"]}),
    ("does not support", {"dispute": ["not", "support"]}),
    ("refused to back", {"dispute": ["refused to", "back"]}),
    # trap: what is refused here is asked of the speaker
    ("refused to apologise for", {"dispute": ["refused"]}),
    # trap: it looks negated and is not
    ("not only condemned", {"condemn": ["condemned"]}),
]


@pytest.mark.parametrize(("cue", "expected"), TURNED)
def test_what_a_negated_cue_does_instead(cue: str, expected: dict[str, list[str]]) -> None:
    (coding,) = code_all(f"Vesna {cue} the raid.", Said(cue, "the raid", "Vesna"))
    assert acts(coding) == expected


def test_a_negated_support_in_a_quotation_disputes() -> None:
    text = "“We do not support the plan,” Vesna said."
    (coding,) = code_all(text, Said("said", "We do not support the plan", "Vesna"))
    assert [j.value for j in coding.acts] == ["dispute"]


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


NAUGHT = [
    # what a verb is done to is nothing
    "the council hid nothing",
    "the guards killed nobody",
    "the firm broke no law",
]


@pytest.mark.parametrize("content", NAUGHT)
def test_a_verb_that_is_done_to_nothing_accuses_nobody(content: str) -> None:
    (coding,) = code_all(f"Vesna said {content}.", Said("said", content, "Vesna"))
    assert "accuse" not in acts(coding)
    assert coding.intensity.value == 0


@pytest.mark.parametrize("content", ["the council hid nothing less than the truth", "the council hid. Nothing moved"])
def test_a_naught_that_is_no_object_negates_nothing(content: str) -> None:
    (coding,) = code_all(f"Vesna said {content}.", Said("said", content, "Vesna"))
    assert "accuse" in acts(coding)


@pytest.mark.parametrize("content", ["Is the road open?", "What a morning!", "Where are the keys?!"])
def test_a_mark_alone_disapproves_of_nothing(content: str) -> None:
    (coding,) = code_all(f"“{content}” Vesna asked.", Said("asked", content, "Vesna"))
    assert list(acts(coding)) == ["explain"]
    assert coding.intensity.value == 0


def test_a_mark_beside_a_verdict_strengthens_it() -> None:
    plain, marked = (
        code_all(f"“{content}” Vesna asked.", Said("asked", content, "Vesna"))[0].acts[0]
        for content in ("What kind of disgrace is this", "What kind of disgrace is this?")
    )
    assert plain.value == marked.value == "condemn"
    assert marked.score > plain.score


def test_a_title_inside_the_content_says_nothing() -> None:
    text = "“We ask,” Prosecutor Vesna of the Punishment Office said, “for an inquiry.”"
    said = Said("said", text.strip("“”"), "Prosecutor Vesna of the Punishment Office")
    (coding,) = code_all(text, said)
    assert [j.value for j in coding.demands] == ["investigation"]


def test_what_is_asked_for_ends_with_what_is_said() -> None:
    text = "We must have an inquiry, said Prosecutor Vesna."
    (coding,) = code_all(text, Said("said", "We must have an inquiry", "Prosecutor Vesna"))
    assert [j.value for j in coding.demands] == ["investigation"]


def test_a_word_of_the_source_raises_nothing() -> None:
    text = "Some in the Deep Valley condemned the raid."
    (coding,) = code_all(text, Said("condemned", "the raid", "Some in the Deep Valley"))
    assert coding.intensity.value == 4

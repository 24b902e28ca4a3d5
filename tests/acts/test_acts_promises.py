"""Promises told in the third person: whose future it is decides, and whether something is done or befalls."""

from __future__ import annotations

import pytest
from acts_statements import Said, code_all

OWN = [
    # the speaker's body, by the speaker's office
    ("the government will repair the bridge", "unknown", "GOV"),
    ("the ministry would publish its figures", "unknown", "GOV"),
    ("the army shall return every house to its owner", "unknown", "MIL"),
    ("the court is going to print the list", "unknown", "JUD"),
    ("the bloc would also open an office in the valley", "EUU", "IGO"),
    # a possessive makes any body the speaker's own
    ("his country would plant a million trees", "unknown", "GOV"),
    ("our party will publish its accounts", "unknown", "OPP"),
    # the speaker's state by its name, a complement between or not
    ("Armenia will reopen the road", "ARM", "GOV"),
    ("the government of Armenia will reopen the road", "ARM", "GOV"),
    # reported words that begin with a pronoun take the speaker up
    ("she would walk to the valley", "unknown", "GOV"),
]

OTHERS = [
    # trap: what befalls the speaker's own body is a forecast
    ("the government will fall by winter", "unknown", "GOV"),
    ("the country would become poorer", "unknown", "GOV"),
    # trap: another's body, another state
    ("the government will repair the bridge", "unknown", "EDU"),
    ("the government will repair the bridge", "PRV:ARM", "OPP"),
    ("the company will repair the bridge", "unknown", "GOV"),
    ("Azerbaijan will reopen the road", "ARM", "GOV"),
    # trap: the name belongs to the subject before it
    ("voters in Armenia will choose the road", "ARM", "GOV"),
    # trap: it is only asked or hoped for
    ("nobody knew whether the government will repair the bridge", "unknown", "GOV"),
    # trap: a refusal
    ("the government will not repair the bridge", "unknown", "GOV"),
    # trap: a pronoun further in may be anybody
    ("the driver said nothing and she would walk to the valley", "unknown", "GOV"),
]


def acts(content: str, behalf: str, sector: str, template: str = "Vesna said {}.") -> dict[str, list[str]]:
    said = Said("said", content, "Vesna", behalf=behalf, sector=sector)
    (coding,) = code_all(template.format(content), said)
    return {j.value: [span.text for span in j.evidence] for j in coding.acts}


@pytest.mark.parametrize(("content", "behalf", "sector"), OWN)
def test_an_own_future_action_is_a_pledge(content: str, behalf: str, sector: str) -> None:
    assert list(acts(content, behalf, sector)) == ["pledge"]


@pytest.mark.parametrize(("content", "behalf", "sector"), OTHERS)
def test_a_forecast_is_none(content: str, behalf: str, sector: str) -> None:
    assert "pledge" not in acts(content, behalf, sector)


def test_a_pledge_shows_its_words() -> None:
    assert "government will repair" in acts("the government will repair the bridge", "unknown", "GOV")["pledge"]


def test_a_pronoun_in_a_quotation_is_somebody_else() -> None:
    content = "she would walk to the valley"
    (coding,) = code_all(f"“{content}”, Vesna said.", Said("said", content, "Vesna"), verbatim=True)
    assert [j.value for j in coding.acts] == ["explain"]

"""The ladder of disapproval, and its words."""

from __future__ import annotations

import pytest
from acts_statements import Said, code_all

LADDER = [
    ("took note of", 1),
    ("was concerned about", 2),
    ("was gravely concerned about", 3),
    ("condemned", 4),
    ("condemned in the strongest terms", 5),
]


@pytest.mark.parametrize(("cue", "step"), LADDER)
def test_each_step_of_the_ladder(cue: str, step: int) -> None:
    (coding,) = code_all(f"Vesna {cue} the raid.", Said(cue, "the raid", "Vesna"))
    assert coding.intensity.value == step


def test_the_ladder_rises() -> None:
    steps = [code_all(f"Vesna {cue} it.", Said(cue, "it", "Vesna"))[0].intensity.value for cue, _ in LADDER]
    assert steps == sorted(set(steps))


RAISED = [
    # only condemnation rises above its own step to the top
    ("was deeply shocked by", 4),
    ("was utterly horrified by", 4),
    ("strongly condemned", 5),
    ("strongly protested against", 4),
]


@pytest.mark.parametrize(("cue", "step"), RAISED)
def test_how_far_a_word_raises_a_step(cue: str, step: int) -> None:
    (coding,) = code_all(f"Vesna {cue} the raid.", Said(cue, "the raid", "Vesna"))
    assert coding.intensity.value == step


QUOTED = [
    ("It is unacceptable.", 3, ["unacceptable"]),
    ("It was a war crime.", 4, ["was a war crime"]),
    ("We strongly condemn the raid.", 5, ["strongly condemn"]),
    ("It was genocide.", 5, ["genocide"]),
    ("We are deeply concerned.", 3, ["deeply", "concerned"]),
    # trap: a bare demand, promise, threat or fact disapproves of nothing
    ("Baku must withdraw.", 0, []),
    ("We will help.", 0, []),
    ("There will be consequences.", 0, []),
    ("The road is open.", 0, []),
]


@pytest.mark.parametrize(("content", "step", "words"), QUOTED)
def test_the_words_of_a_step(content: str, step: int, words: list[str]) -> None:
    (coding,) = code_all(f"“{content}” Vesna said.", Said("said", content, "Vesna"))
    assert coding.intensity.value == step
    assert [span.text for span in coding.intensity.evidence] == words


def test_a_word_far_from_the_act_does_not_raise_it() -> None:
    text = "Vesna condemned the raid on the market of a town with a deep harbour."
    content = "the raid on the market of a town with a deep harbour"
    (coding,) = code_all(text, Said("condemned", content, "Vesna"))
    assert coding.intensity.value == 4

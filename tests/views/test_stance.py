from __future__ import annotations

import pytest

from onrecord.views.stance import STANCES, stances
from onrecord.vocabulary.acts import ACTS
from tests.views.builder import coding


@pytest.mark.parametrize(
    ("codings", "expected"),
    [
        ([("condemn", 4)], ("condemned",)),
        ([("accuse", 4)], ("condemned",)),  # strong accusation counts as condemnation
        ([("accuse", 3)], ("accused",)),
        ([("demand", 0), ("sanction", 0)], ("took measures", "called for action")),
        ([("withhold", 0)], ("kept silent",)),
        ([("withhold", 0), ("explain", 0)], ("explained",)),  # silence is a stance only alone
        ([("investigate", 0), ("pledge", 0)], ("promised",)),
        ([], ()),
    ],
)
def test_stances_follow_the_codebook(codings: list[tuple[str, int]], expected: tuple[str, ...]) -> None:
    assert stances(coding(act, intensity=intensity) for act, intensity in codings) == expected


def test_every_act_has_one_stance() -> None:
    assert sorted(act for _, members in STANCES for act in members) == sorted(ACTS)

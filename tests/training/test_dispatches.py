"""The project's own dispatches: the marked-up form is read exactly, slips are named, all that stand there are sound."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.encoder import quotations
from training.dispatches import dispatches, parse

FOLDER = Path(__file__).parents[2] / "training/dispatches"
TEXT = """=== harbour-1 | article
{1s|Ana Pohl, the mayor,} {1q|said} {1c|“the bridge stays shut”}, {2q|adding that} {2c|she was alarmed}. {1c|“For good.”}
{3s|The port} {3qc|did not respond}. Gulls cried.
---
1 speaker=Ana Pohl; acts=explain; channel=briefing
2 speaker=Ana Pohl; acts=concern; intensity=2; hedged=yes
3 speaker=The port; acts=withhold
"""


def words(text: str, places: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in places]


def test_marks_become_places_in_the_plain_text() -> None:
    (dispatch,) = parse(TEXT)
    first, second, silence = dispatch.marks
    assert "{" not in dispatch.text
    assert words(dispatch.text, (first.cue,)) == ["said"]
    assert words(dispatch.text, first.source) == ["Ana Pohl, the mayor,"]
    assert words(dispatch.text, first.content) == ["“the bridge stays shut”", "“For good.”"]
    assert second.source == ()
    assert silence.silent
    assert silence.content == (silence.cue,)
    assert not first.silent


def test_codes_are_the_codebooks_names() -> None:
    (dispatch,) = parse(TEXT)
    first, second, silence = dispatch.statements
    assert first.codes == {"act:explain", "channel:briefing"}
    assert second.codes == {"act:concern", "intensity:1", "intensity:2", "hedged"}
    assert silence.codes == {"act:withhold"}
    assert second.speaker == "Ana Pohl"
    assert dispatch.own


@pytest.mark.parametrize(
    ("right", "wrong", "reason"),
    [
        ("| article", "| novel", "kind 'novel'"),
        ("{1q|said}", "{1q|said", "a mark is broken"),
        ("acts=explain;", "acts=explane;", "act:explane"),
        ("acts=explain;", "", "no act"),
        ("acts=concern", "acts=demand", "demands and the act demand"),
        ("speaker=The port", "voice=The port", "not a field"),
        ("3 speaker", "4 speaker", "differ"),
        ("\n{3s", "\n\n{3s", "an empty line"),
    ],
)
def test_a_slip_is_named_with_its_dispatch(right: str, wrong: str, reason: str) -> None:
    assert right in TEXT
    with pytest.raises(ValueError, match="dispatch harbour-1") as caught:
        parse(TEXT.replace(right, wrong, 1))
    assert reason in str(caught.value)


def test_all_dispatches_are_sound() -> None:
    found = dispatches(FOLDER)
    assert len({d.id for d in found}) == len(found) > 300
    for dispatch in found:
        taken = [place for m in dispatch.marks if not m.silent for place in (m.cue, *m.source, *m.content)]
        for start, end in taken:
            assert dispatch.text[start:end].strip() == dispatch.text[start:end] != "", dispatch.id
            assert "\n" not in dispatch.text[start:end], dispatch.id
        assert len(taken) == len(set(taken)), dispatch.id


def test_they_show_the_styles_that_news_lacks() -> None:
    found = dispatches(FOLDER)
    british = sum(any(d.text[q.start] in "‘'" for q in quotations(d.text)) for d in found)
    silent = sum(m.silent for d in found for m in d.marks)
    none = sum(not d.statements for d in found)
    via = sum("via" in s.codes for d in found for s in d.statements)
    assert (british > 30, silent > 90, none > 15, via > 40) == (True,) * 4

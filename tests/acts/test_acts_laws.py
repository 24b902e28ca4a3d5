"""What holds for every text: as many codings as attributions, codes of the closed lists, spans of the text."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from acts_statements import resolve, speaker
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.acts import ACTS, CHANNELS, DEMANDS, code
from onrecord.record import Actor, Attribution, Basis, Document, Judgement, Kind, Span

if TYPE_CHECKING:
    from onrecord.record import Coding

Reading = tuple[Document, list[Attribution], list[Actor]]

WORDS = (
    "condemned", "did not", "said", "added", "told CNN", "on Monday", "October 3", "if", "must", "Baku", "U.S.", "?!", "“", "’s", "\n",
    "strongly", "in a statement", "genocide", "İstanbul", "ß", "\u202e", "\x00", "🔥", "told", "the", "Times", "31 February 0001", "Dec. 99", ". ",
)  # fmt: skip
texts = st.lists(st.sampled_from(WORDS) | st.text(max_size=8), min_size=1, max_size=40).map(" ".join).filter(bool)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    text = draw(texts)
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 30)).map(
        lambda pair: Span.of(text, pair[0], min(len(text), pair[0] + pair[1])),
    )
    attributions = draw(
        st.lists(
            st.builds(
                Attribution,
                content=st.lists(spans, min_size=1, max_size=3).map(lambda s: tuple(sorted(s))),
                source=st.none() | spans,
                cue=st.none() | spans,
                silent=st.booleans(),
                basis=st.sampled_from(Basis),
            ),
            max_size=6,
        ),
    )
    published = draw(st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31)))
    kind = draw(st.sampled_from(Kind))
    speakers = [speaker(draw(st.sampled_from("AB"))) for _ in attributions]
    return (
        Document("x", text, kind=kind, outlet=draw(st.none() | st.just("CNN")), published=published),
        attributions,
        speakers,
    )


def judgements(coding: Coding) -> list[Judgement[Any]]:
    single = (coding.intensity, coding.hedged, coding.channel, coding.platform, coding.via, coding.said_on)
    return [*coding.acts, *coding.demands, *coding.target, *(j for j in single if j is not None)]


@settings(deadline=None)
@given(readings())
def test_any_text_and_any_spans(reading: Reading) -> None:
    document, attributions, speakers = reading
    codings = code(document, attributions, speakers, resolve)
    assert len(codings) == len(attributions)
    for attribution, coding in zip(attributions, codings, strict=True):
        acts = [j.value for j in coding.acts]
        assert acts
        assert len(set(acts)) == len(acts)
        assert set(acts) <= set(ACTS)
        assert "explain" not in acts or acts == ["explain"]
        assert not attribution.silent or acts == ["withhold"]
        assert {j.value for j in coding.demands} <= set(DEMANDS)
        assert bool(coding.demands) == ("demand" in acts)
        assert coding.intensity.value in range(6)
        assert coding.channel is None or coding.channel.value in CHANNELS
        for judgement in judgements(coding):
            assert judgement.by
            assert 0 <= judgement.score <= 1
            assert list(judgement.evidence) == sorted(judgement.evidence)
            for span in judgement.evidence:
                assert document.text[span.start : span.end] == span.text


@settings(deadline=None)
@given(readings())
def test_the_same_reading_gives_the_same_codings(reading: Reading) -> None:
    document, attributions, speakers = reading
    assert code(document, attributions, speakers, resolve) == code(document, attributions, speakers, resolve)


def test_speakers_must_be_as_many_as_attributions() -> None:
    document = Document("x", "Late.")
    with pytest.raises(ValueError, match="1 attributions need as many speakers, got 0"):
        code(document, [Attribution((document.span(0, 4),))], [], resolve)


def test_a_resolver_that_knows_nobody_gives_no_targets() -> None:
    document = Document("x", "Vesna condemned Baku.")
    attribution = Attribution((document.span(16, 20),), cue=document.span(6, 15))
    (coding,) = code(document, [attribution], [speaker()], lambda _: Judgement("unknown", "test"))
    assert coding.target == ()

"""The nouns keep their laws."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record import Alignment, Attribution, Coding, Form, Run, Span


def test_a_span_holds_exactly_its_words() -> None:
    assert Span.of("one two", 4, 7) == Span(4, 7, "two")


@pytest.mark.parametrize(
    ("start", "end", "text"), [(3, 3, ""), (-1, 2, "abc"), (4, 2, "x"), (0, 5, "four"), (0, 3, "four")]
)
def test_a_span_without_its_words_cannot_be_built(start: int, end: int, text: str) -> None:
    with pytest.raises(ValueError, match="a span needs"):
        Span(start, end, text)


@pytest.mark.parametrize(("start", "end"), [(5, 9), (7, 7), (-2, 3), (9, 12)])
def test_a_span_cannot_be_cut_outside_the_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="a span needs"):
        Span.of("one two", start, end)


def test_records_are_frozen() -> None:
    span = Span(0, 3, "one")
    with pytest.raises(dataclasses.FrozenInstanceError):
        span.start = 1  # type: ignore[misc]


def test_an_attribution_needs_content_and_a_coding_needs_an_act() -> None:
    with pytest.raises(ValueError, match="needs content"):
        Attribution(content=())
    with pytest.raises(ValueError, match="at least one act"):
        Coding(acts=())


@pytest.mark.parametrize(
    ("quoted", "silent", "form"),
    [
        pytest.param((), False, Form.INDIRECT, id="nothing verbatim"),
        pytest.param(((0, 12),), False, Form.DIRECT, id="all verbatim"),
        pytest.param(((0, 11),), False, Form.DIRECT, id="all letters verbatim, the full stop outside"),
        pytest.param(((3, 7),), False, Form.MIXED, id="part verbatim"),
        pytest.param(((0, 12),), True, Form.SILENCE, id="silence is told whatever is quoted"),
    ],
)
def test_form_follows_the_share_that_is_verbatim(quoted: tuple[tuple[int, int], ...], silent: bool, form: Form) -> None:
    text = "We are here."
    inside = tuple(Span.of(text, *place) for place in quoted)
    assert Attribution((Span.of(text, 0, 12),), inside, silent=silent).form is form


def test_alignment_maps_what_lies_in_runs_and_nothing_else() -> None:
    alignment = Alignment((Run(0, 10, 3), Run(4, 20, 3)))
    assert alignment.locate(Span(0, 3, "abc")) == (10, 13)
    assert alignment.locate(Span(1, 6, "bc ef")) == (11, 22)
    assert alignment.locate(Span(3, 5, " e")) is None
    assert alignment.locate(Span(7, 8, "x")) is None
    assert Alignment(()).locate(Span(0, 1, "a")) is None


@given(st.text(min_size=1), st.integers(-3, 30), st.integers(-3, 30))
def test_a_span_either_holds_its_words_or_is_refused(text: str, start: int, end: int) -> None:
    try:
        span = Span.of(text, start, end)
    except ValueError:
        assert start < 0 or end <= start or end > len(text)
    else:
        assert text[span.start : span.end] == span.text
        assert span.text

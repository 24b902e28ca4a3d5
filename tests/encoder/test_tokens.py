"""Tokens point into the text; windows hold every token once."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from benchmarks.odd_texts import odd_texts
from onrecord.encoder import load
from onrecord.encoder.network import special_ids
from onrecord.encoder.tokens import PLACES, SHAPES, tokenize
from onrecord.encoder.windows import LONGEST, WINDOW, blocks, windows

MODEL = load()


def words_with(text: str, names: tuple[str, ...], column: str) -> list[tuple[str, str]]:
    tokens = tokenize(text, MODEL.tokenizer)
    values = getattr(tokens, column)
    return [(text[s:e], names[v]) for s, e, v in zip(tokens.starts, tokens.ends, values, strict=True)]


def test_shapes_are_of_the_whole_word() -> None:
    got = words_with("Zelenskyy met NATO in 2000 iPhone.", SHAPES, "shapes")
    assert {shape for piece, shape in got if piece in ("Ze", "len", "sky", "y")} == {"initial"}
    assert ("NATO", "capitals") in got
    assert ("2000", "number") in got
    assert ("met", "lower") in got
    assert got[-1] == (".", "sign")


def test_places_tell_words_inside_quotation_marks() -> None:
    got = words_with("He said “never”.", PLACES, "places")
    assert got == [
        ("He", "outside"),
        ("said", "outside"),
        ("“", "mark"),
        ("never", "inside"),
        ("”", "mark"),
        (".", "outside"),
    ]


@given(odd_texts())
@settings(max_examples=200, deadline=None)
def test_every_token_stands_in_the_text_in_order(text: str) -> None:
    tokens = tokenize(text, MODEL.tokenizer)
    assert (tokens.ends > tokens.starts).all()
    assert (tokens.ends <= len(text)).all()
    assert (np.diff(tokens.starts) >= 0).all()
    assert (np.diff(tokens.words) >= 0).all()
    stretches = blocks(tokens, text)
    packed = windows(tokens, stretches, *special_ids(MODEL.tokenizer))
    inside = np.concatenate([w.tokens[w.tokens >= 0] for w in packed]) if packed else np.zeros(0)
    assert inside.tolist() == list(range(len(tokens)))


def test_lone_surrogates_are_read_past() -> None:
    tokens = tokenize("He said \ud800 no", MODEL.tokenizer)
    assert "no" in ["He said \ud800 no"[s:e] for s, e in zip(tokens.starts, tokens.ends, strict=True)]


def test_long_paragraphs_are_cut_after_a_sentence_and_no_window_is_too_long() -> None:
    text = "The talks went on without any result today. " * 300
    tokens = tokenize(text, MODEL.tokenizer)
    stretches = blocks(tokens, text)
    assert len(stretches) > 5
    assert all(b.end - b.start <= LONGEST for b in stretches)
    assert all(text[tokens.ends[b.end - 1] - 1] == "." for b in stretches)
    assert all(len(w.ids) <= LONGEST + 2 for w in windows(tokens, stretches, *special_ids(MODEL.tokenizer)))


def test_short_paragraphs_share_a_window_up_to_its_length() -> None:
    text = "\n".join(["The talks went on."] * 200)
    tokens = tokenize(text, MODEL.tokenizer)
    packed = windows(tokens, blocks(tokens, text), *special_ids(MODEL.tokenizer))
    assert all(len(w.ids) <= WINDOW for w in packed)
    assert len(packed) < 200 / 20


@pytest.mark.parametrize("text", ["", " \n\t", "\u200b"])
def test_a_text_without_words_has_no_windows_or_harmless_ones(text: str) -> None:
    tokens = tokenize(text, MODEL.tokenizer)
    assert len(windows(tokens, blocks(tokens, text), *special_ids(MODEL.tokenizer))) <= 1

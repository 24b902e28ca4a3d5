"""What the shipped model finds in short texts of our own: one table a trap."""

from __future__ import annotations

import pytest

from onrecord.attribution import find, select
from onrecord.encoder import encode, load
from onrecord.record import Attribution, Document, Form

MODEL = load()


def statements(text: str) -> list[Attribution]:
    (encoding,) = encode([Document("d", text)], MODEL)
    kept, _ = select(encoding.document, find(encoding, "codebook"), MODEL.thresholds.statement)
    return list(kept)


def told(text: str) -> list[tuple[str | None, str]]:
    """(source, content) of each statement, without edges that do not matter."""
    return [
        (a.source.text if a.source else None, " … ".join(s.text.strip("“”\"'‘’«».,: ") for s in a.content))
        for a in statements(text)
    ]


WORDS = "the strike on the hospital was a grave mistake"


@pytest.mark.parametrize(
    "text",
    [
        f"Foreign Minister Anna Lind said {WORDS}.",
        f"Foreign Minister Anna Lind said that {WORDS}.",
        f"Foreign Minister Anna Lind told reporters in Oslo on Monday that {WORDS}.",
        f"According to Foreign Minister Anna Lind, {WORDS}.",
        f"“{WORDS.capitalize()},” Foreign Minister Anna Lind said.",
        f"“{WORDS.capitalize()},” said Foreign Minister Anna Lind.",
        f"Foreign Minister Anna Lind said: “{WORDS.capitalize()}.”",
        f"'{WORDS.capitalize()},' Foreign Minister Anna Lind said.",
        f"‘{WORDS.capitalize()},’ Foreign Minister Anna Lind said.",
        f"«{WORDS.capitalize()}», Foreign Minister Anna Lind said.",
        f'"{WORDS.capitalize()}," Foreign Minister Anna Lind wrote on Twitter.',
        f"{WORDS.capitalize()}, Foreign Minister Anna Lind said.",
    ],
)
def test_the_same_statement_comes_out_of_every_form(text: str) -> None:
    ((source, content),) = told(text)
    assert source == "Foreign Minister Anna Lind"
    assert content.removeprefix("that ").casefold() == WORDS


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        pytest.param(
            "“We will not wait,” Lind said. “We will act now.”",
            "Lind",
            "We will not wait … We will act now",
            id="interrupted",
        ),
        pytest.param(
            "The embassy of Norway condemned the attack on the convoy.",
            "The embassy of Norway",
            "the attack on the convoy",
            id="the cue says it all",
        ),
        pytest.param(
            "Amnesty International called for an independent investigation.",
            "Amnesty International",
            "an independent investigation",
            id="a demand",
        ),
    ],
)
def test_one_statement_with_its_source_and_content(text: str, source: str, content: str) -> None:
    assert told(text) == [(source, content)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The White House declined to comment.", "The White House"),
        ("The Defence Ministry did not respond to a request for comment.", "The Defence Ministry"),
        ("A spokesman for the police could not be reached on Friday.", "A spokesman for the police"),
    ],
)
def test_reported_silence(text: str, source: str) -> None:
    (found,) = statements(text)
    assert found.form is Form.SILENCE
    assert found.source is not None
    assert found.source.text == source


@pytest.mark.parametrize(
    "text",
    [
        "It rained for three days and the river rose. Two bridges were closed on Monday.",
        "The so-called “peace park” lies north of the old town.",
        "She reads “War and Peace” every summer.",
        "The president flew to Oslo on Monday and visited the harbour.",
    ],
)
def test_texts_without_statements_give_none(text: str) -> None:
    assert told(text) == []


def test_two_cues_are_two_statements() -> None:
    found = told("Anna Lind condemned the raid and called for a ceasefire.")
    assert [content for _, content in found] == ["the raid", "a ceasefire"]
    assert found[0][0] == "Anna Lind"


def test_verbatim_parts_are_known() -> None:
    (found,) = statements("Anna Lind said the raid was “a grave mistake” and must not be repeated.")
    assert found.form is Form.MIXED
    assert [s.text for s in found.verbatim] == ["a grave mistake"]

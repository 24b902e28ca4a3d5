"""Readings made by hand from their words, for tests of what writes them."""

# ruff: noqa: ANN401 - builders pass any field of the record on

from __future__ import annotations

from typing import Any

from onrecord.record import (
    Actor,
    Alignment,
    Attribution,
    Coding,
    Document,
    Dropped,
    Judgement,
    Reading,
    Run,
    Span,
    Statement,
    Versions,
)

VERSIONS = Versions(onrecord="0.1.0", model="test-model", codebook="1")


def cut(document: Document, words: str) -> Span:
    """The first place where ``words`` stand."""
    start = document.text.index(words)
    return document.span(start, start + len(words))


def actor(name: str | None, behalf: str = "USA", sector: str = "GOV", **known: str | None) -> Actor:
    return Actor(
        key=known.get("key") or f"{(name or 'unnamed').casefold()}|{behalf}",
        name=name,
        role=known.get("role"),
        organisation=known.get("organisation"),
        behalf=Judgement(behalf, "vocabulary:state", 0.9),
        sector=Judgement(sector, "vocabulary:office", 0.8),
    )


def coding(*acts: str, intensity: int = 0, **fields: Any) -> Coding:
    lists = {name: tuple(Judgement(v, "lexicon") for v in fields.pop(name, ())) for name in ("demands", "target")}
    single = {name: Judgement(value, "rule") for name, value in fields.items()}
    return Coding(
        acts=tuple(Judgement(act, f"lexicon:{act}") for act in acts),
        intensity=Judgement(intensity, "lexicon"),
        **lists,
        **single,
    )


def attribution(document: Document, *content: str, verbatim: tuple[str, ...] = (), **fields: Any) -> Attribution:
    spans = {name: cut(document, fields.pop(name)) for name in ("source", "cue") if name in fields}
    return Attribution(
        content=tuple(cut(document, words) for words in content),
        verbatim=tuple(cut(document, words) for words in verbatim),
        **spans,
        **fields,
    )


def document(text: str, name: str = "wire.txt", **fields: Any) -> Document:
    fields.setdefault("alignment", Alignment((Run(0, 0, len(text)),)))
    return Document(id=name, text=text, **fields)


def reading(doc: Document, *statements: tuple[Attribution, Actor, Coding], **fields: Any) -> Reading:
    made = tuple(Statement(doc.id, words, who, code) for words, who, code in statements)
    left_out = tuple(Dropped(words, reason) for words, reason in fields.get("dropped", ()))
    return Reading(doc, made, left_out, tuple(fields.get("warnings", ())), VERSIONS)

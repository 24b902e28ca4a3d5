"""Whole readings: the same whatever the batch and the threads, and no text breaks them."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from benchmarks.soak import article, fuzz
from onrecord.intake import document_from_text
from onrecord.pipeline import read
from onrecord.record import Document, Reading
from onrecord.vocabulary import codebook

if TYPE_CHECKING:
    from pathlib import Path


def batch() -> list[Document]:
    """Fifty documents of several lengths and kinds, one of them in another language."""
    made = [document_from_text(article(30 + 25 * n, seed=n), id=f"d{n}") for n in range(48)]
    release = document_from_text(
        "Statement by the Embassy of Norway\n\nWe condemn the attack on the convoy in Lund.", id="r"
    )
    return [*made, release, Document("x", "Der Minister sagte, es werde regnen.", language="de")]


def by_id(readings: list[Reading]) -> dict[str, Reading]:
    return {r.document.id: r for r in readings}


def test_a_document_reads_the_same_alone_shuffled_and_with_any_threads() -> None:
    documents = batch()
    together = by_id(list(read(documents, threads=1)))
    shuffled = documents.copy()
    random.Random(3).shuffle(shuffled)  # noqa: S311 - an order, not a secret
    again = list(read(shuffled, threads=2))
    assert [r.document.id for r in again] == [d.id for d in shuffled]
    alone = {d.id: next(read([d], threads=2)) for d in documents}
    assert together == by_id(again) == alone
    assert sum(len(r.statements) for r in together.values()) > 100


def test_another_language_is_kept_unread_and_told() -> None:
    text = "Der Minister sagte: „Wir verurteilen den Angriff.“"
    (reading,) = read([Document("x", text, language="de")])
    assert reading.statements == ()
    assert reading.document.text == text
    assert reading.warnings == ("kept unread: the text is in another language (de); only English is read",)


def test_documents_are_taken_as_the_work_goes_on() -> None:
    taken: list[int] = []

    def endless() -> object:
        for n in range(10_000):
            taken.append(n)
            yield document_from_text(article(400, seed=n), id=str(n))

    readings = read(endless())  # type: ignore[arg-type]
    next(readings)
    assert len(taken) < 200


def test_versions_are_told() -> None:
    (reading,) = read([Document("x", "It rained.")])
    assert reading.versions.model.startswith("mpnet7-1@")
    assert reading.versions.codebook == codebook.VERSION


@pytest.mark.parametrize("text", ["", "\n\n", "“", "x" * 20_000, "“" * 500, "said " * 3_000, "— " * 500])
def test_texts_without_sense_are_read_without_statements_that_do_not_stand_there(text: str) -> None:
    (reading,) = read([Document("x", text)])
    assert all(text[s.start : s.end] == s.text for s in reading.spans())


@pytest.mark.slow
def test_two_thousand_odd_texts_break_nothing() -> None:
    assert fuzz(2_000)


def test_real_articles_read_with_every_span_in_place(shared: Path) -> None:
    folders = sorted((shared / "cases").iterdir())
    texts = [(f / "article.txt").read_text(encoding="utf-8") for f in folders if (f / "article.txt").is_file()]
    readings = list(read(document_from_text(t, id=str(n)) for n, t in enumerate(texts)))
    assert len(readings) >= 19
    for text, reading in zip(texts, readings, strict=True):
        assert reading.document.text == text
        assert all(text[s.start : s.end] == s.text for s in reading.spans())
        assert reading.statements

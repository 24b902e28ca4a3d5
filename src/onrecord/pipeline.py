"""From documents to readings: the steps joined. The command line and every host call this."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord import __version__, actors, acts, attribution, encoder
from onrecord.record import LANGUAGES, Document, Reading, Statement, Versions
from onrecord.vocabulary import codebook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


def read(documents: Iterable[Document], *, model: Path | None = None, threads: int | None = None) -> Iterator[Reading]:
    """Read documents: who said what, in whose name, and what they do by it.

    A document in another language than English gives a reading without statements and with a warning. The result for
    a document does not depend on the others in the batch, nor on the number of threads.

    Args:
        documents: the documents; taken one by one, a few ahead.
        model: a model folder; None for the one in the package.
        threads: windows, and then cues, run at once; None for the number of processors.

    Yields:
        A reading for each document, in order.

    Raises:
        ModelError: where the model folder cannot be used.
        ValueError: for fewer threads than one.
    """
    if threads is not None and threads < 1:
        msg = f"threads: {threads} is fewer than one"
        raise ValueError(msg)
    network = _model(model)
    workers = threads or os.cpu_count() or 1
    versions = Versions(__version__, network.name, codebook.VERSION)
    unread: dict[int, Document] = {}

    def readable() -> Iterator[Document]:
        for document in documents:
            # an unread document keeps its place in the order: it goes through empty
            if document.language in LANGUAGES:
                yield document
            else:
                empty = Document(document.id, "")
                unread[id(empty)] = document
                yield empty

    for encoding in encoder.encode(readable(), network, workers):
        original = unread.pop(id(encoding.document), None)
        yield _unread(original, versions) if original is not None else _read(encoding, versions, workers)


def _read(encoding: encoder.Encoding, versions: Versions, threads: int) -> Reading:
    document = encoding.document
    found = attribution.find(encoding, "codebook", threads)
    threshold = encoding.model.thresholds.statement
    selected, dropped = attribution.select(document, found, threshold, encoding.tokens.quotations)
    directory = actors.Directory(document)
    speakers = directory.actors(selected)
    codings = acts.code(document, selected, speakers, directory.behalf)
    statements = tuple(
        Statement(document.id, words, speaker, coding)
        for words, speaker, coding in zip(selected, speakers, codings, strict=True)
    )
    return Reading(document, statements, dropped, document.warnings, versions)


def _unread(document: Document, versions: Versions) -> Reading:
    warning = f"kept unread: the text is in another language ({document.language}); only English is read"
    return Reading(document, (), (), (*document.warnings, warning), versions)


@lru_cache(maxsize=4)
def _model(folder: Path | None) -> encoder.Model:
    return encoder.load(folder)

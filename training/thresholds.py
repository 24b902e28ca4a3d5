"""Sets the thresholds on the tenth of the training texts that no network was trained on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord import encoder
from onrecord.attribution import select
from onrecord.attribution.find import Proposal, decode, propose
from onrecord.record import Document
from training import measure

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from onrecord.encoder import Encoding, Model, Thresholds
    from training.corpora import Annotated

#: Values tried for each threshold, in turn, the others held.
GRID: dict[str, tuple[float, ...]] = {
    "cue": (0.1, 0.15, 0.2, 0.25, 0.3),
    "attribution": (0.3, 0.35, 0.4, 0.45, 0.5, 0.55),
    "content": (0.35, 0.4, 0.45, 0.5, 0.55, 0.6),
    "source": (-1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 2.5),
    "statement": (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6),
    "silence": (0.3, 0.4, 0.5, 0.6, 0.7),
}
ROUNDS = 2


class Trial:
    """Encodings of the tuning texts, with their proposals by cue threshold."""

    def __init__(self, documents: Sequence[Annotated], model: Model, heads: int) -> None:
        self.documents = documents
        self.heads = heads
        self.encodings = list(encoder.encode((Document(d.id, d.text) for d in documents), model))
        self._proposals: dict[float, list[list[Proposal]]] = {}

    def proposals(self, thresholds: Thresholds) -> list[list[Proposal]]:
        """The candidates of each text, read."""
        if thresholds.cue not in self._proposals:
            self._proposals[thresholds.cue] = [propose(_with(e, thresholds), self.heads) for e in self.encodings]
        return self._proposals[thresholds.cue]

    def score(self, thresholds: Thresholds) -> float:
        """F1 of attributions with their sources (corpus), or of statements after selection (codebook)."""
        right = found = annotated = 0
        for document, encoding, proposed in zip(
            self.documents, self.encodings, self.proposals(thresholds), strict=True
        ):
            mine = decode(encoding, proposed, self.heads, thresholds)
            if self.heads:
                mine, _ = select(encoding.document, mine, thresholds.statement, encoding.tokens.quotations)
                mine = tuple(a for a in mine if a.cue is not None)
            right += measure.pairs(document.text, document.marks, mine, sources=True)
            found += len(mine)
            annotated += len(document.marks)
        return measure.f1(right, found, annotated)


def _with(encoding: Encoding, thresholds: Thresholds) -> Encoding:
    model = encoder.Model(encoding.model.folder, encoding.model.name, thresholds)
    model.__dict__["attribution"] = encoding.model.attribution  # the same session, opened once
    return replace(encoding, model=model)


def tune(
    corpus: Sequence[Annotated], codebook: Sequence[Annotated], model: Model
) -> tuple[Thresholds, dict[str, float]]:
    """The best thresholds found by trying each in turn, and the figures they reach on the tuning texts."""
    found = model.thresholds
    first, second = Trial(corpus, model, 0), Trial(codebook, model, 1)
    for _ in range(ROUNDS):
        for name in ("attribution", "content", "source", "cue"):
            found = _best(found, name, first.score)
    for _ in range(ROUNDS):
        for name in ("statement", "silence"):
            found = _best(found, name, second.score)
    return found, {"corpus": first.score(found), "codebook": second.score(found)}


def _best(thresholds: Thresholds, name: str, score: Callable[[Thresholds], float]) -> Thresholds:
    tried = [replace(thresholds, **{name: value}) for value in GRID[name]]
    # of equal ones the nearest to the present value, so that noise moves nothing
    return max(tried, key=lambda t: (score(t), -abs(getattr(t, name) - getattr(thresholds, name))))

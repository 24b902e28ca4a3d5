"""Who is cited, with what words: attributions found by the networks, in either convention.

The method follows what is known to work on PolNeAR (Newell, Margolin and Ruths 2018): find cues in one pass, then for
each cue read the words around it for its source and its content, which keeps several attributions in one sentence apart.
"""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from onrecord.attribution.candidates import Candidate, block_numbers, candidates, colons, surroundings
from onrecord.attribution.verbatim import verbatim
from onrecord.encoder import overlapping
from onrecord.encoder.model import CONVENTIONS, SCORE_LABELS
from onrecord.encoder.network import softmax
from onrecord.record import Attribution, Span, letters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from onrecord.encoder import Encoding, Thresholds
    from onrecord.encoder.network import Floats
    from onrecord.encoder.tokens import Integers

Convention = Literal["corpus", "codebook"]
#: Share of a candidate's content that a stronger one may take before nothing is left to stand on.
LEFT_OVER = 0.5
#: Candidates from which more than one thread is worth its cost: other documents keep the processors busy meanwhile.
MANY = 128
#: Candidates that a thread takes at once: handing over single ones costs as much as reading them.
PART = 8
#: Share of a quotation that an attribution holds where the rest is its own too.
MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class Proposal:
    """A candidate with the attribution network's answers.

    Attributes:
        candidate: the cue.
        tokens: indices of the tokens read, shape [length].
        roles: probabilities of none, source, content; shape [length, conventions, 3].
        scores: probabilities in the order of ``SCORE_LABELS``.
    """

    candidate: Candidate
    tokens: Integers
    roles: Floats
    scores: Floats

    def confidence(self, heads: int) -> float:
        """Geometric mean of the cue's score and of the convention's own, 0 to 1."""
        return float(np.sqrt(self.candidate.score * self.scores[heads]))


def find(encoding: Encoding, convention: Convention = "corpus", threads: int = 1) -> tuple[Attribution, ...]:
    """The attributions of a document, in order of their content.

    Args:
        encoding: the document's encoding.
        convention: "corpus" gives what PolNeAR marks, thoughts and beliefs too. "codebook" gives what may be a
            statement, and with a low ``statement_score`` what only the corpora would mark, for ``select`` to drop.
        threads: candidates read at once.
    """
    heads = CONVENTIONS.index(convention)
    found = propose(encoding, heads, threads)
    return decode(encoding, found, heads, encoding.model.thresholds)


def propose(encoding: Encoding, heads: int, threads: int = 1) -> list[Proposal]:
    """Candidates of a convention, read by the attribution network.

    The codebook's are its own cues and those of the corpora that overlap none of them.
    """
    threshold = encoding.model.thresholds.cue
    words, stretches = encoding.tokens.words, encoding.blocks
    own = candidates(encoding.cues[:, heads], words, stretches, threshold)
    if heads:
        own += _apart(candidates(encoding.cues[:, 0], words, stretches, threshold), own)
    numbers = block_numbers(stretches, len(words))
    ends_in_colon = colons(encoding.tokens, stretches, encoding.document.text)

    def read(candidate: Candidate) -> Proposal:
        number = int(numbers[candidate.first])
        around = surroundings(candidate.first, candidate.last, stretches, number, colon=ends_in_colon[number])
        low, high = int(around.tokens[0]), int(around.tokens[-1]) + 1
        first, last = encoding.projected[candidate.first, 1], encoding.projected[candidate.last, 2]
        feeds = {
            "tokens": encoding.projected[None, low:high, 0].astype(np.float32),
            "ends": (first.astype(np.float32) + last.astype(np.float32))[None],
            "distance": around.distance[None],
            "cue": around.cue[None],
        }
        roles, scores = encoding.model.attribution.run(["roles", "scores"], feeds)
        return Proposal(candidate, around.tokens, softmax(roles[0]), _sigmoid(scores[0]))

    if threads == 1 or len(own) < MANY:
        return [read(candidate) for candidate in own]
    parts = [own[start : start + PART] for start in range(0, len(own), PART)]
    with ThreadPoolExecutor(max_workers=threads) as pool:
        return [
            found
            for read_part in pool.map(lambda part: [read(candidate) for candidate in part], parts)
            for found in read_part
        ]


def _apart(others: Sequence[Candidate], own: Sequence[Candidate]) -> list[Candidate]:
    """The candidates among ``others`` that share no token with one of ``own``; both in order."""
    out = []
    position = 0
    for other in others:
        while position < len(own) and own[position].last < other.first:
            position += 1
        if position == len(own) or own[position].first > other.last:
            out.append(other)
    return out


def _sigmoid(logits: Floats) -> Floats:
    out: Floats = (1 / (1 + np.exp(-logits))).astype(np.float32)
    return out


def decode(
    encoding: Encoding, proposals: Sequence[Proposal], heads: int, thresholds: Thresholds
) -> tuple[Attribution, ...]:
    """Turn proposals into attributions: each word of content goes to the attribution that wants it most.

    Args:
        encoding: the document's encoding.
        proposals: its candidates, read.
        heads: index into ``CONVENTIONS``.
        thresholds: from which scores on something counts.
    """
    drafts = [d for p in proposals if (d := _draft(encoding, p, heads, thresholds)) is not None]
    owner = np.full(len(encoding.tokens), -1, np.int64)
    strongest = np.zeros(len(encoding.tokens), np.float32)
    for number, draft in enumerate(drafts):
        better = draft.wanted * draft.weight > strongest[draft.content]
        owner[draft.content[better]] = number
        strongest[draft.content[better]] = (draft.wanted * draft.weight)[better]
    found = []
    for number, draft in enumerate(drafts):
        kept = draft.content[owner[draft.content] == number]
        if len(kept) >= max(1.0, LEFT_OVER * len(draft.content)):
            found.append(_attribution(encoding, draft, _with_whole_quotations(encoding, draft, kept, owner)))
    return tuple(sorted((a for a in found if a is not None), key=lambda a: (a.start, a.cue.start if a.cue else 0)))


@dataclass(frozen=True, slots=True)
class _Draft:
    """A proposal that passed: token indices of its content with their probabilities, and its source's tokens."""

    proposal: Proposal
    content: Integers
    wanted: Floats
    source: Integers
    silent: bool
    weight: float


def _with_whole_quotations(encoding: Encoding, draft: _Draft, content: Integers, owner: Integers) -> Integers:
    """The content with the rest of the quotations that are mostly its own: nobody is quoted by half a quotation.

    Args:
        encoding: the document's encoding.
        draft: the attribution.
        content: indices of its tokens, ascending.
        owner: for each token of the document the number of the attribution that holds it, -1 for none.
    """
    tokens = encoding.tokens
    own = owner[content[0]]
    begin, end = int(tokens.starts[content[0]]), int(tokens.ends[content[-1]])
    taken = np.concatenate([draft.source, np.arange(draft.proposal.candidate.first, draft.proposal.candidate.last + 1)])
    parts = [content]
    for quotation in overlapping(tokens.quotations, begin, end):
        low = int(np.searchsorted(tokens.starts, quotation.inner_start))
        high = int(np.searchsorted(tokens.ends, quotation.inner_end, side="right"))
        holders = owner[low:high]
        mine = holders == own
        free = mine | (holders < 0)
        if quotation.closed and mine.any() and mine.mean() >= MOSTLY and free.all():
            inside = np.arange(low, high)
            if not np.isin(inside, taken).any():
                parts.append(inside)
    return np.unique(np.concatenate(parts))


def _draft(encoding: Encoding, proposal: Proposal, heads: int, thresholds: Thresholds) -> _Draft | None:
    own = proposal.confidence(heads)
    # for the codebook, what only the corpora would mark stays visible, to be dropped with a reason
    passes_own = own >= (thresholds.statement if heads else thresholds.attribution)
    passes_corpus = bool(heads) and proposal.confidence(0) >= thresholds.attribution
    if not passes_own and not passes_corpus:
        return None
    roles = _word_means(proposal.roles[:, heads if passes_own else 0], encoding.tokens.words[proposal.tokens])
    silent = bool(heads) and float(proposal.scores[SCORE_LABELS.index("silence")]) >= thresholds.silence
    inside = (proposal.tokens >= proposal.candidate.first) & (proposal.tokens <= proposal.candidate.last)
    content = roles[:, 2] >= thresholds.content
    if silent:
        content |= inside  # cue and content are one (codebook, "What is a statement")
    else:
        content &= ~inside
    if not content.any():
        return None
    source = _best_run(roles[:, 1], thresholds.source, allowed=~inside & ~content)
    return _Draft(
        proposal,
        proposal.tokens[content],
        roles[content, 2],
        proposal.tokens[source],
        silent,
        weight=own if passes_own else 0.5 * own,
    )


def _word_means(values: Floats, words: Integers) -> Floats:
    """Each token's probabilities replaced by the mean over its word; shape [tokens, roles]."""
    first = np.flatnonzero(np.diff(words, prepend=-1))
    sizes = np.diff(np.append(first, len(words)))
    means = (np.add.reduceat(values, first) / sizes[:, None]).astype(np.float32)
    return np.repeat(means, sizes, axis=0)


def _best_run(probability: Floats, shift: float, allowed: NDArray[np.bool_]) -> Integers:
    """Positions of the contiguous run with the greatest sum of log odds; empty where none is above zero."""
    clipped = np.clip(probability, 1e-6, 1 - 1e-6)
    gains = np.where(allowed, np.log(clipped / (1 - clipped)) + shift, -np.inf)
    best, best_start, best_end = 0.0, 0, 0
    total, start = 0.0, 0
    for index, gain in enumerate(gains.tolist()):
        if total <= 0:
            total, start = 0.0, index
        total += gain
        if total > best:
            best, best_start, best_end = total, start, index + 1
    return np.arange(best_start, best_end)


def _attribution(encoding: Encoding, draft: _Draft, content: Integers) -> Attribution | None:
    document, proposal = encoding.document, draft.proposal
    spans = _spans(encoding, content)
    if not spans:
        return None
    cue = _without_article(
        _spans(encoding, np.arange(proposal.candidate.first, proposal.candidate.last + 1), trim=False), document.text
    )
    spans = _without_scraps(spans, encoding)
    spans = (_with_article(spans[0], encoding), *spans[1:])
    source = _spans(encoding, draft.source)
    return Attribution(
        content=spans,
        verbatim=verbatim(document.text, spans, encoding.tokens.quotations),
        source=_with_article(document.span(source[0].start, source[-1].end), encoding) if source else None,
        cue=document.span(cue[0].start, cue[-1].end) if cue else None,
        silent=draft.silent,
        attribution_score=proposal.confidence(0),
        statement_score=proposal.confidence(1),
    )


def _without_scraps(spans: tuple[Span, ...], encoding: Encoding) -> tuple[Span, ...]:
    """The spans without single short words outside quotation marks, left over beside longer ones."""
    kept = tuple(
        s
        for s in spans
        if letters(s.text) > LONGEST_SCRAP or verbatim(encoding.document.text, (s,), encoding.tokens.quotations)
    )
    return kept or spans


def _with_article(source: Span, encoding: Encoding) -> Span:
    """The source with the article that stands before it: it is part of how somebody is named."""
    text = encoding.document.text
    article = _ARTICLE.search(text, max(0, source.start - len("the ") - 1), source.start)
    return Span.of(text, article.start(1), source.end) if article else source


def _without_article(cue: tuple[Span, ...], text: str) -> tuple[Span, ...]:
    """The cue without an article at its end: that belongs to what is said ("condemned | the attack")."""
    if not cue or not (article := _LAST_ARTICLE.search(cue[-1].text)):
        return cue
    last = cue[-1]
    return (*cue[:-1], Span.of(text, last.start, last.start + article.start()))


#: Letters of a leftover that is no content by itself.
LONGEST_SCRAP = 3
_ARTICLE = re.compile(r"(?:^|(?<=[\s“\"'‘(—-]))((?:[Tt]he|[Aa]n?) )$")
_LAST_ARTICLE = re.compile(r"\s+(?:the|an?)$")
#: Signs that do not belong at a span's edges. A full stop stays at the end: it may be an abbreviation's.
_RIGHT_EDGES = " \t\u00a0,;:-–—"
_LEFT_EDGES = _RIGHT_EDGES + ".!?)]…"


def _spans(encoding: Encoding, tokens: Integers, *, trim: bool = True) -> tuple[Span, ...]:
    """Spans of runs of neighbouring tokens, in one paragraph each, commas and spaces at their edges cut off."""
    if not len(tokens):
        return ()
    text, bounds = encoding.document.text, encoding.tokens
    paragraphs = bounds.paragraphs[tokens]
    breaks = np.flatnonzero((tokens[1:] - tokens[:-1] != 1) | (paragraphs[1:] != paragraphs[:-1]))
    firsts, lasts = tokens[[0, *(breaks + 1)]], tokens[[*breaks, -1]]
    out = []
    for low, high in zip(bounds.starts[firsts].tolist(), bounds.ends[lasts].tolist(), strict=True):
        start, end = _trimmed(text, low, high) if trim else (low, high)
        if start < end and any(c.isalnum() for c in text[start:end]):
            out.append(Span.of(text, start, end))
    return tuple(out)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _LEFT_EDGES:
        start += 1
    while start < end and text[end - 1] in _RIGHT_EDGES:
        end -= 1
    return start, end

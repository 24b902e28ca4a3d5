"""The nouns that all steps share: frozen, and importing nothing of the project.

Offsets are characters of ``Document.text``, end exclusive. A ``Span`` without offsets cannot be built, and
``Span.of`` is the only way to cut one, so that ``document.text[span.start:span.end] == span.text`` holds for
every span in a reading.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

T_co = TypeVar("T_co", covariant=True)

#: Languages of which statements are taken ("und" cannot be told); documents in others are kept unread.
LANGUAGES = frozenset({"en", "und"})


class Kind(StrEnum):
    """What a document is (codebook, "What is a statement"): the last three have an issuer who speaks in it."""

    ARTICLE = "article"
    RELEASE = "release"
    TRANSCRIPT = "transcript"
    POST = "post"


class Form(StrEnum):
    """How much of the content is verbatim (codebook, "Fields"): all of it, none, part of it; or reported silence."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    SILENCE = "silence"


class Basis(StrEnum):
    """Why an attribution stands.

    Its own cue; the layout, as in a transcript's turns; a quotation that goes on from the paragraph before; the issuer.
    """

    CUE = "cue"
    LAYOUT = "layout"
    CONTINUATION = "continuation"
    ISSUER = "issuer"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Words at a place of a document's text.

    Attributes:
        start: offset of the first character.
        end: offset after the last character; greater than ``start``.
        text: the words, to the letter.

    Raises:
        ValueError: where the offsets are negative, empty, or do not measure ``text``.
    """

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if self.start < 0 or self.end <= self.start or self.end - self.start != len(self.text):
            msg = f"a span needs 0 <= start < end and as many characters as it holds, got {self.start}:{self.end}"
            raise ValueError(msg)

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Cut the span ``start:end`` out of a document's ``text``.

        Raises:
            ValueError: where the offsets are empty or reach outside ``text``.
        """
        return cls(start, end, text[max(0, start) : end])

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a document's text that stands in its original letter for letter.

    Attributes:
        start: offset in ``Document.text``.
        original: offset in the decoded original.
        length: characters in the stretch.
    """

    start: int
    original: int
    length: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """The map from a document's text to its decoded original (the bytes read with ``Document.encoding``).

    Attributes:
        runs: stretches common to both, ascending in both.
    """

    runs: tuple[Run, ...]

    def locate(self, span: Span) -> tuple[int, int] | None:
        """Where ``span`` lies in the original, as (start, end); None where its edges do not map (``unmapped``)."""
        start = self._at(span.start)
        last = self._at(span.end - 1)
        return None if start is None or last is None or last < start else (start, last + 1)

    def _at(self, offset: int) -> int | None:
        low, high = 0, len(self.runs)
        while low < high:
            middle = (low + high) // 2
            if self.runs[middle].start <= offset:
                low = middle + 1
            else:
                high = middle
        if low == 0:
            return None
        run = self.runs[low - 1]
        inside = offset - run.start
        return run.original + inside if inside < run.length else None


@dataclass(frozen=True, slots=True)
class Document:
    """One source, as intake fixed it. Its text is never normalised again.

    Attributes:
        id: name of the document in its batch: the path, URL or "-" it came from.
        text: clean text; paragraphs are separated by newlines.
        kind: article, release, transcript or post.
        issuer: who speaks where nobody is cited, for the last three kinds; else None.
        title: headline, None where there is none.
        furniture: titles, standfirsts, captions and credits as they stand in ``text``: they hold no statements.
        outlet: publisher, as the source names it.
        published: date of publication.
        url: canonical address.
        language: ISO 639-1 code of the text's language, or "und" where it cannot be told.
        media_type: "text/plain" or "text/html".
        encoding: name of the encoding that the original bytes were read with.
        sha256: hexadecimal digest of the original bytes.
        alignment: map from ``text`` to the decoded original.
        warnings: what a reader should know of how the text was got.
    """

    id: str
    text: str
    kind: Kind = Kind.ARTICLE
    issuer: str | None = None
    title: str | None = None
    furniture: tuple[Span, ...] = ()
    outlet: str | None = None
    published: date | None = None
    url: str | None = None
    language: str = "en"
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    sha256: str | None = None
    alignment: Alignment | None = None
    warnings: tuple[str, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """Cut a span out of the text; see ``Span.of``."""
        return Span.of(self.text, start, end)


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution: who is cited, by which cue, with what words (PARC3 and PolNeAR's terms).

    Attributes:
        content: the attributed matter, one or more spans in order; never empty.
        verbatim: the parts of ``content`` inside quotation marks, in order.
        source: the words that name who speaks; None where none do.
        cue: the words that attribute; None where none do.
        silent: whether it reports that somebody did not speak.
        basis: what it stands on.
        carried: for a continuation, the source words of the attribution that it carries on, if that has any.
        attribution_score: probability that the corpora would mark it (thoughts and beliefs too), 0 to 1.
        statement_score: probability that the codebook counts it as public words, 0 to 1.
    """

    content: tuple[Span, ...]
    verbatim: tuple[Span, ...] = ()
    source: Span | None = None
    cue: Span | None = None
    silent: bool = False
    basis: Basis = Basis.CUE
    carried: Span | None = None
    attribution_score: float = 1.0
    statement_score: float = 1.0

    def __post_init__(self) -> None:
        if not self.content:
            msg = "an attribution needs content"
            raise ValueError(msg)

    @property
    def start(self) -> int:
        """Offset of the first character of its content."""
        return self.content[0].start

    @property
    def speaker_words(self) -> Span | None:
        """The words to resolve the speaker from: its own source or the one carried over."""
        return self.source if self.source is not None else self.carried

    @property
    def form(self) -> Form:
        """The codebook's form, by how many letters and digits of the content are verbatim."""
        if self.silent:
            return Form.SILENCE
        total = sum(letters(s.text) for s in self.content)
        inside = sum(letters(s.text) for s in self.verbatim)
        if not inside:
            return Form.INDIRECT
        return Form.DIRECT if inside >= total else Form.MIXED


def letters(words: str) -> int:
    """How many letters and digits some words have: what counts of them, whatever marks and spaces stand between."""
    return sum(c.isalnum() for c in words)


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something found and left out of the record.

    Attributes:
        attribution: what was found.
        reason: why it is no statement, in a few words for the user.
    """

    attribution: Attribution
    reason: str


@dataclass(frozen=True, slots=True)
class Judgement(Generic[T_co]):
    """A value that a rule or a model gave a field, and what made it so.

    Attributes:
        value: the final answer.
        by: name of the rule or model that set it, such as "lexicon:condemn" or "vocabulary:state".
        score: how sure it is, 0 to 1.
        evidence: the words that justify it, short; empty where the absence of words does.
    """

    value: T_co
    by: str
    score: float = 1.0
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """Who speaks, and in whose name (codebook, "behalf" and "Sector").

    Attributes:
        key: identity across documents: the vocabulary's id, else folded name and behalf.
        name: fullest name in the document; None where none can be told.
        role: office or function, such as "spokesman": as the text gives it, else from the vocabulary's office holders.
        organisation: the body that the person speaks for, as the text names it.
        behalf: code of the codebook's table, such as "TUR", "EUU", "ORG:Human Rights Watch", "PRV:AZE", "unknown".
        sector: PLOVER code.
    """

    key: str
    name: str | None
    role: str | None
    organisation: str | None
    behalf: Judgement[str]
    sector: Judgement[str]


@dataclass(frozen=True, slots=True)
class Coding:
    """What a statement does (codebook, "Fields", "Acts", "Intensity"); each value with its words.

    Attributes:
        acts: act codes, never empty, each once.
        demands: objects of a demand, each once; empty without the act ``demand``.
        intensity: disapproval, 0 to 5.
        target: codes, as in behalf, of who is blamed, asked, threatened or supported.
        hedged: whether the speaker leaves it conditional or the facts open.
        channel: how it was said, None where the text does not tell.
        platform: for the channel ``post`` which one, such as "Twitter".
        via: another outlet through which the article has it.
        said_on: the day it was said, None where the text does not tell.
    """

    acts: tuple[Judgement[str], ...]
    demands: tuple[Judgement[str], ...] = ()
    intensity: Judgement[int] = Judgement(0, "default")
    target: tuple[Judgement[str], ...] = ()
    hedged: Judgement[bool] = Judgement(value=False, by="default")
    channel: Judgement[str] | None = None
    platform: Judgement[str] | None = None
    via: Judgement[str] | None = None
    said_on: Judgement[date] | None = None

    def __post_init__(self) -> None:
        if not self.acts:
            msg = "a coding needs at least one act"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution in one document, resolved and coded: the unit of the record.

    Attributes:
        document: id of the document it stands in.
        attribution: its words.
        speaker: who speaks.
        coding: what it does.
    """

    document: str
    attribution: Attribution
    speaker: Actor
    coding: Coding


@dataclass(frozen=True, slots=True)
class Versions:
    """What made a reading: package, model folder and codebook."""

    onrecord: str
    model: str
    codebook: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one document.

    Attributes:
        document: the document.
        statements: in order of their first content character.
        dropped: what was found and left out, with reasons.
        warnings: what a user should know, such as a language that is not read.
        versions: what made it.
    """

    document: Document
    statements: tuple[Statement, ...]
    dropped: tuple[Dropped, ...]
    warnings: tuple[str, ...]
    versions: Versions

    def spans(self) -> Iterable[Span]:
        """Every span in the reading, for checks of the span law."""
        for owner in (*self.statements, *self.dropped):
            yield from _spans_of(owner)


def _spans_of(value: object) -> Iterable[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans_of(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from _spans_of(getattr(value, field.name))

"""Makes statements out of short texts: cue, source and content are given as words and looked up in the text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from onrecord.acts import code
from onrecord.record import Actor, Attribution, Basis, Document, Judgement, Kind, Span

if TYPE_CHECKING:
    from onrecord.record import Coding

CODES = {
    "Ankara": "TUR",
    "Baku": "AZE",
    "Azerbaijan": "AZE",
    "Armenia": "ARM",
    "Israel": "ISR",
    "Iran": "IRN",
    "Russia": "RUS",
    "U.S.": "USA",
    "France": "FRA",
    "Ukraine": "UKR",
    "Ukrainian": "UKR",
    "Kyiv": "UKR",
    "Syria": "SYR",
    "Greece": "GRC",
    "Greek": "GRC",
    "Cyprus": "CYP",
    "Greece and Cyprus": "group:Greece and Cyprus",
    "Armenian": "ARM",
    "Russian": "RUS",
}


def resolve(words: str) -> Judgement[str] | None:
    """A resolver that knows a few names."""
    return Judgement(CODES[words], "test") if words in CODES else None


def speaker(name: str = "Vesna", behalf: str = "unknown", sector: str = "GOV") -> Actor:
    return Actor(name, name, None, None, Judgement(behalf, "test"), Judgement(sector, "test"))


@dataclass(frozen=True)
class Said:
    """One statement of a text, its words as they stand there; ``by`` says who speaks."""

    cue: str | None
    content: str
    source: str | None = None
    silent: bool = False
    basis: Basis = Basis.CUE
    by: str = "Vesna"
    behalf: str = "unknown"
    sector: str = "GOV"


def attribution(text: str, said: Said, *, verbatim: bool = False) -> Attribution:
    def find(words: str | None) -> Span | None:
        if words is None:
            return None
        start = text.index(words)
        return Span.of(text, start, start + len(words))

    content = find(said.content)
    assert content is not None
    quoted = (content,) if verbatim else ()
    return Attribution((content,), quoted, find(said.source), find(said.cue), said.silent, said.basis)


def code_all(
    text: str, *statements: Said, kind: Kind = Kind.ARTICLE, outlet: str | None = None, verbatim: bool = False
) -> tuple[Coding, ...]:
    """Codes a text with statements given as words, all ``verbatim`` or none; published on Wednesday 5 October 2022."""
    document = Document("test", text, kind=kind, outlet=outlet, published=date(2022, 10, 5))
    attributions = [attribution(text, said, verbatim=verbatim) for said in statements]
    return code(document, attributions, [speaker(s.by, s.behalf, s.sector) for s in statements], resolve)

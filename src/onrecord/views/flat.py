"""Readings as plain objects: the shape of the json output, described field by field in ``record.schema.json``."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.errors import OnrecordError
    from onrecord.record import Actor, Attribution, Coding, Document, Dropped, Judgement, Reading, Span, Statement

Flat = dict[str, Any]

_ID_LENGTH = 16  # hexadecimal characters of a statement's id: 64 bits, enough for many millions of statements
_PRECISION = 4  # decimals of a score: more would only show the arithmetic of the machine it ran on


def flat_document(reading: Reading) -> Flat:
    """Give the document of a reading, text included, with counts and all warnings."""
    document = reading.document
    return {
        "id": document.id,
        "kind": document.kind.value,
        "issuer": document.issuer,
        "title": document.title,
        "outlet": document.outlet,
        "published": document.published.isoformat() if document.published else None,
        "url": document.url,
        "language": document.language,
        "media_type": document.media_type,
        "encoding": document.encoding,
        "sha256": document.sha256,
        "counts": {"statements": len(reading.statements), "dropped": len(reading.dropped)},
        "warnings": list(dict.fromkeys((*document.warnings, *reading.warnings))),
        "text": document.text,
    }


def flat_statement(statement: Statement, document: Document) -> Flat:
    """Give one statement of ``document``."""
    attribution, coding = statement.attribution, statement.coding
    return {
        "id": statement_id(document, attribution),
        "document": statement.document,
        "content": _content(attribution, document),
        "source": _span(attribution.source),
        "cue": _span(attribution.cue),
        "form": attribution.form.value,
        "speaker": _speaker(statement.speaker),
        "behalf": statement.speaker.behalf.value,
        "sector": statement.speaker.sector.value,
        "acts": [act.value for act in coding.acts],
        "demands": [demand.value for demand in coding.demands],
        "intensity": coding.intensity.value,
        "target": [target.value for target in coding.target],
        "hedged": coding.hedged.value,
        "channel": coding.channel.value if coding.channel else None,
        "platform": coding.platform.value if coding.platform else None,
        "via": coding.via.value if coding.via else None,
        "said_on": coding.said_on.value.isoformat() if coding.said_on else None,
        "basis": attribution.basis.value,
        "scores": _scores(attribution),
        "judgements": _judgements(statement.speaker, coding),
    }


def flat_dropped(dropped: Dropped, document: Document) -> Flat:
    """Give something that was found in ``document`` and left out of the record."""
    attribution = dropped.attribution
    return {
        "document": document.id,
        "reason": dropped.reason,
        "content": _content(attribution, document),
        "source": _span(attribution.source),
        "cue": _span(attribution.cue),
        "scores": _scores(attribution),
    }


def flat_failure(error: OnrecordError) -> Flat:
    """Give an input that gave no reading."""
    return {"what": error.what, "remedy": error.remedy}


def statement_id(document: Document, attribution: Attribution) -> str:
    """Name a statement by where its words stand in which bytes.

    The same bytes give the same ids wherever the file lies and whatever else is read; read twice in one batch they
    give the same ids twice, told apart by the statement's document.

    Returns:
        16 hexadecimal characters.
    """
    digest = document.sha256 or hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
    spans = (*attribution.content, attribution.source, attribution.cue)
    places = ",".join(f"{s.start}-{s.end}" if s else "" for s in spans)
    return hashlib.sha256(f"{digest}:{places}".encode()).hexdigest()[:_ID_LENGTH]


def _content(attribution: Attribution, document: Document) -> list[Flat]:
    return [_content_span(span, attribution, document) for span in attribution.content]


def _content_span(span: Span, attribution: Attribution, document: Document) -> Flat:
    located = document.alignment.locate(span) if document.alignment else None
    return {
        "text": span.text,
        "start": span.start,
        "end": span.end,
        "verbatim": [_plain(v) for v in attribution.verbatim if v.overlaps(span)],
        "original": list(located) if located else "unmapped",
    }


def _plain(span: Span) -> Flat:
    return {"text": span.text, "start": span.start, "end": span.end}


def _span(span: Span | None) -> Flat | None:
    return _plain(span) if span else None


def _speaker(actor: Actor) -> Flat | None:
    if actor.name is None:
        return None
    return {"name": actor.name, "role": actor.role, "organisation": actor.organisation, "key": actor.key}


def _scores(attribution: Attribution) -> Flat:
    return {
        "attribution": round(float(attribution.attribution_score), _PRECISION),
        "statement": round(float(attribution.statement_score), _PRECISION),
    }


def _judgements(actor: Actor, coding: Coding) -> Flat:
    return {
        "behalf": _judgement(actor.behalf),
        "sector": _judgement(actor.sector),
        "acts": [_judgement(act) for act in coding.acts],
        "demands": [_judgement(demand) for demand in coding.demands],
        "intensity": _judgement(coding.intensity),
        "target": [_judgement(target) for target in coding.target],
        "hedged": _judgement(coding.hedged),
        "channel": _optional(coding.channel),
        "platform": _optional(coding.platform),
        "via": _optional(coding.via),
        "said_on": _optional(coding.said_on),
    }


def _optional(judgement: Judgement[Any] | None) -> Flat | None:
    return _judgement(judgement) if judgement else None


def _judgement(judgement: Judgement[Any]) -> Flat:
    value = judgement.value
    return {
        "value": value.isoformat() if hasattr(value, "isoformat") else value,
        "by": judgement.by,
        "score": round(float(judgement.score), _PRECISION),
        "evidence": [_plain(span) for span in judgement.evidence],
    }

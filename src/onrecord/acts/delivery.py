"""How a statement was made and through whom the article has it (codebook, "Fields", `channel` and `via`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from onrecord.acts.leads import led, reacted_to
from onrecord.acts.lexicon import longest, within
from onrecord.acts.outlets import framed, mentioned, quoting
from onrecord.record import Basis, Judgement, Kind, Span
from onrecord.vocabulary import acts as vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.acts.lexicon import Page
    from onrecord.acts.outlets import Outlet
    from onrecord.acts.phrases import Hit
    from onrecord.acts.places import Place, Run
    from onrecord.record import Attribution, Document

# These name a document or a body, so that the words of the source tell them: "the complaint said".
_OF_SOURCE: Final = frozenset({"report", "court", "statement"})
_OWN_ONLY: Final = frozenset({"report", "court"})
_TO_OUTLET: Final = frozenset({"told", "tells", "telling", "tell", "with", "to"})
_PRONOUNS: Final = frozenset({"he", "she", "they", "it"})
_REPORTING: Final = frozenset({"report", "reports", "reported", "reporting", "according"})
_HEAD: Final = 600
_HANDLE: Final = re.compile(r"\s?\(?(?P<handle>@\w{1,20})")


@dataclass(frozen=True, slots=True)
class Delivery:
    """How one statement reached the article; None where its own words do not tell."""

    channel: Judgement[str] | None = None
    platform: Judgement[str] | None = None
    via: Judgement[str] | None = None


NOTHING_TOLD: Final = Delivery()


def delivery(page: Page, document: Document, attribution: Attribution, place: Place) -> Delivery:
    """What the words of one statement tell of its channel; an issuer's paragraph has its document's."""
    if attribution.silent:
        return NOTHING_TOLD
    if attribution.cue is None and attribution.basis in {Basis.ISSUER, Basis.LAYOUT}:
        return _signed(document, attribution) if document.kind is Kind.ARTICLE else _issuers(page, document)
    if not place.cue:
        return NOTHING_TOLD
    near = (*place.cue, *place.beside)
    between = (one for one in framed(page, _without(near, place.source)) if (one.first, one.end) not in place.source)
    outlet = next(between, None) or _quoting(page, place, near)
    via = None
    if outlet is not None and not _own(document, outlet.name):
        via = Judgement(outlet.name, "rule:outlet beside a frame", 0.8, _words(page, outlet))
    opened = _opened(page, place)
    channel = _told(page, place) or _by_outlet(page, place, outlet) or _posted(page, opened)
    platform = _platform(page, channel, (*near, *opened))
    return Delivery(channel, platform, via)


def carries_on(page: Page, attribution: Attribution, place: Place) -> bool:
    """Whether a statement goes on with the one before it: "added", "continued", a continued quotation, or no cue."""
    if attribution.silent or attribution.basis in {Basis.ISSUER, Basis.LAYOUT}:
        return False
    if attribution.cue is None or attribution.basis is Basis.CONTINUATION:
        return True
    return bool(within(page.carriers, place.cue))


def _signed(document: Document, attribution: Attribution) -> Delivery:
    """A post inside an article, told by the handle beside the name; NOTHING_TOLD for other layouts."""
    source = attribution.source
    found = _HANDLE.match(document.text, source.end) if source is not None else None
    if found is None:
        return NOTHING_TOLD
    return Delivery(Judgement("post", "rule:handle beside the name", 0.9, (document.span(*found.span("handle")),)))


def _told(page: Page, place: Place) -> Judgement[str] | None:
    """The channel named in the cue, else beside it; of several the one that comes first in the vocabulary's file."""
    order = {entry.code: n for n, entry in reversed(list(enumerate(vocabulary.channels().entries)))}
    inside = [h for h in longest(within(page.channels, place.cue)) if not reacted_to(page, h, place)]
    source = [h for h in within(page.channels, place.source) if h.entry.code in _OF_SOURCE]
    beside = [h for h in longest(within(page.channels, place.beside)) if _led(page, h, place)]
    hits = [*inside, *beside] or source
    if not hits:
        return None
    hit = min(hits, key=lambda h: (order[h.entry.code], -h.entry.weight, h.first))
    return Judgement(hit.entry.code, f"lexicon:{hit.entry.phrase}", hit.entry.weight, (page.words(hit.first, hit.end),))


def _led(page: Page, hit: Hit, place: Place) -> bool:
    return hit.entry.code not in _OWN_ONLY and led(page, hit, place)


def _quoting(page: Page, place: Place, near: Sequence[Run]) -> Outlet | None:
    """The outlet that quotes the speaker in the words of the source, or split between them and the cue; the source itself if it has somebody say it."""
    found = quoting(page, (*place.source, *near))
    return next((one for one in found if (one.first, one.end) not in place.source or _as_saying(page, one)), None)


def _as_saying(page: Page, outlet: Outlet) -> bool:
    """Whether an outlet is told to have somebody say something: "cited her as saying"."""
    _, high = page.tokens.sentence(outlet.first)
    words = page.tokens.folded[max(outlet.end, outlet.frame) : high]
    return any(pair == ("as", "saying") for pair in pairwise(words))


def _told_to(page: Page, frame: int) -> bool:
    """Whether the frame says that an outlet was told; "according to" one says that it tells."""
    words = page.tokens.folded
    return words[frame] in _TO_OUTLET and words[frame - 1 : frame] != ("according",)


def _by_outlet(page: Page, place: Place, outlet: Outlet | None) -> Judgement[str] | None:
    """Told to a named outlet is an interview; what an outlet itself reports is a report."""
    if outlet is not None and _told_to(page, outlet.frame):
        frame = page.words(outlet.frame, outlet.frame + 1)
        return Judgement("interview", "rule:told to an outlet", 0.75, tuple(sorted((frame, *_words(page, outlet)))))
    if outlet is None and _reports(page, place) and mentioned(page, place.source):
        return Judgement("report", "rule:an outlet speaks", 0.6, tuple(page.words(*run) for run in place.source))
    return None


def _reports(page: Page, place: Place) -> bool:
    """Whether the cue is a reporter's: a bare "said" beside an outlet's name is as often somebody of the outlet."""
    words = {word for first, end in place.cue for word in page.tokens.folded[first:end]}
    return not words.isdisjoint(_REPORTING)


def _opened(page: Page, place: Place) -> tuple[Run, ...]:
    """The words of the sentence before that say that its subject now posts ("took to Twitter"), where a pronoun goes on."""
    first, end = place.source[0] if place.source else (0, 0)
    if end - first != 1 or page.tokens.folded[first] not in _PRONOUNS:
        return ()
    low, _ = page.tokens.sentence(place.cue[0][0])
    if not low or "\n" in page.text[page.tokens.ends[low - 1] : page.tokens.starts[low]]:
        return ()
    return tuple((hit.first, hit.end) for hit in page.openers.within(*page.tokens.sentence(low - 1)))


def _posted(page: Page, opened: Sequence[Run]) -> Judgement[str] | None:
    return Judgement("post", "rule:taken to a platform", 0.8, (page.words(*opened[0]),)) if opened else None


def _platform(page: Page, channel: Judgement[str] | None, near: Sequence[Run]) -> Judgement[str] | None:
    if channel is None or channel.value != "post":
        return None
    names = vocabulary.channels().platforms
    for first, end in near:
        for at in range(first, end):
            word, span = page.tokens.folded[at], page.words(at, at + 1)
            if (name := names.get(word)) is not None:
                return Judgement(name, f"lexicon:{word}", 0.95, (span,))
            if word == "social" and page.tokens.folded[at - 1 : at] == ("truth",):
                return Judgement("Truth Social", "lexicon:truth social", 0.95, (page.words(at - 1, at + 1),))
            if span.text == "X":
                return Judgement("X", "lexicon:x", 0.9, (span,))
    return None


def _issuers(page: Page, document: Document) -> Delivery:
    if document.kind is Kind.POST:
        platform = _site(document)
        return Delivery(Judgement("post", "kind:post", 0.95), platform)
    if document.kind is Kind.TRANSCRIPT:
        head = f"{document.title or ''} {page.text[:_HEAD]}".casefold()
        spoken = any(word in head for word in ("speech", "remarks by", "address by", "address to"))
        asked = any(word in head for word in ("briefing", "press conference", "question:", "news conference"))
        channel = "speech" if spoken and not asked else "briefing"
        return Delivery(Judgement(channel, "kind:transcript", 0.8))
    return Delivery(Judgement("statement", f"kind:{document.kind.value}", 0.95))


def _site(document: Document) -> Judgement[str] | None:
    """The platform from the host of the document's address."""
    host = (document.url or "").partition("//")[2].partition("/")[0].casefold()
    for word, name in vocabulary.channels().platforms.items():
        if word in host:
            return Judgement(name, "rule:address", 0.9)
    return Judgement("X", "rule:address", 0.9) if host.removeprefix("www.") == "x.com" else None


def _own(document: Document, name: str) -> bool:
    """Whether ``name`` is the article's own outlet: what was told to it is not via another."""
    own, other = _plain(document.outlet or ""), _plain(name)
    return bool(own) and (own == other or own.startswith(other + " ") or other.startswith(own + " "))


def _plain(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split())


def _words(page: Page, outlet: Outlet) -> tuple[Span, ...]:
    return (page.words(outlet.first, outlet.end),)


def _without(runs: Sequence[Run], holes: Sequence[Run]) -> tuple[Run, ...]:
    return tuple(run for run in runs if not any(first <= run[0] and run[1] <= end for first, end in holes))

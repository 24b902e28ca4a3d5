"""The coder of rules and lexicon: one coding for each attribution of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.acts.days import said_on
from onrecord.acts.delivery import NOTHING_TOLD, carries_on, delivery
from onrecord.acts.hedging import hedged
from onrecord.acts.ladder import intensity
from onrecord.acts.lexicon import read
from onrecord.acts.objects import demands
from onrecord.acts.places import places
from onrecord.acts.promises import Speaker
from onrecord.acts.targets import Resolver, targets
from onrecord.acts.voting import decide
from onrecord.record import Coding, Judgement

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from onrecord.acts.delivery import Delivery
    from onrecord.acts.lexicon import Page
    from onrecord.acts.places import Place
    from onrecord.record import Actor, Attribution, Document

Told = tuple["Delivery", "Judgement[date] | None"]


def code(
    document: Document,
    attributions: Sequence[Attribution],
    speakers: Sequence[Actor],
    resolve: Callable[[str], Judgement[str] | None],
) -> tuple[Coding, ...]:
    """Code what each statement does, how strongly, to whom, how and when (codebook, "Fields", "Acts", "Intensity").

    Args:
        document: the document that the spans were cut from.
        attributions: its statements.
        speakers: who makes each of them, in the same order.
        resolve: gives the behalf code of words of the text, None where they name nobody.

    Returns:
        One coding for each attribution, in the same order.

    Raises:
        ValueError: where there are not as many speakers as attributions.
    """
    if len(attributions) != len(speakers):
        msg = f"{len(attributions)} attributions need as many speakers, got {len(speakers)}"
        raise ValueError(msg)
    page = read(document.text)
    where = places(page.tokens, attributions)
    told = _told(page, document, attributions, speakers, where)
    resolver = Resolver(page, resolve)
    return tuple(
        _coding(page, attribution, place, resolver, speaker, how)
        for attribution, speaker, place, how in zip(attributions, speakers, where, told, strict=True)
    )


def _coding(
    page: Page, attribution: Attribution, place: Place, resolver: Resolver, speaker: Actor, how: Told
) -> Coding:
    votes = decide(page, attribution, place, Speaker(speaker, resolver))
    delivered, day = how
    if attribution.silent:
        return Coding(tuple(vote.judgement(page) for vote in votes), said_on=day)
    asked = next((vote for vote in votes if vote.act == "demand"), None)
    return Coding(
        acts=tuple(vote.judgement(page) for vote in votes) or (Judgement("explain", "rule:no other act", 0.5),),
        demands=() if asked is None else demands(page, place, asked),
        intensity=intensity(page, place, votes),
        target=targets(page, resolver, place, votes, speaker.behalf.value),
        hedged=hedged(page, place),
        channel=delivered.channel,
        platform=delivered.platform,
        via=delivered.via,
        said_on=day,
    )


def _told(
    page: Page,
    document: Document,
    attributions: Sequence[Attribution],
    speakers: Sequence[Actor],
    where: Sequence[Place],
) -> list[Told]:
    """How and when each was said, carried on in the text's order to statements that go on with the one before."""
    out: list[Told] = [(NOTHING_TOLD, None)] * len(attributions)
    last: dict[str, int] = {}
    for n in sorted(range(len(attributions)), key=lambda n: attributions[n].start):
        own = delivery(page, document, attributions[n], where[n]), said_on(page, where[n], document.published)
        before = last.get(speakers[n].key)
        if before is not None and (
            carries_on(page, attributions[n], where[n]) or _same_sentence(page, where[before], where[n])
        ):
            own = _carried(own, out[before])
        out[n] = own
        if not attributions[n].silent:
            last[speakers[n].key] = n
    return out


def _same_sentence(page: Page, one: Place, other: Place) -> bool:
    if not one.cue or not other.cue:
        return False
    return page.tokens.sentences[one.cue[0][0]] == page.tokens.sentences[other.cue[0][0]]


def _carried(own: Told, before: Told) -> Told:
    delivered, day = own
    said_nothing = delivered.channel is None and delivered.via is None
    return (before[0] if said_nothing else delivered), day or before[1]

"""Which acts a statement does: the vocabulary's phrases vote, the cue's louder than the content's (codebook, "Acts")."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING, Final

from onrecord.acts.promises import OWN_FUTURE, TAKEN_UP, own_futures
from onrecord.acts.standing import Standing, in_content, in_cue
from onrecord.record import Basis, Judgement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.acts.lexicon import Page
    from onrecord.acts.phrases import Hit
    from onrecord.acts.places import Place
    from onrecord.acts.promises import Speaker
    from onrecord.record import Attribution, Span

FIRST: Final = 0.4
"""The least score of the leading act; below it the statement only explains."""
FIRST_OF_OBSERVER: Final = 0.7
"""The same for those who speak to tell rather than to act: witnesses, analysts, media, firms, police."""
OBSERVERS: Final = frozenset({"JRN", "EDU", "MED", "UNK", "BUS", "MNC", "CVL", "COP", "SOC", "REF"})
"""Their PLOVER sectors."""
SECOND: Final = 0.75
"""The least score of a further act."""
SECOND_OF_ISSUER: Final = 0.55
"""The same in an issuer's paragraph, which has room for several acts."""
MOST: Final = 2
MOST_OF_ISSUER: Final = 4

_TELLING_CUE: Final = 0.85
_DAMPING: Final = 0.3
_WEAK: Final = 0.5
_ROOM: Final = 22
# How much the content must speak for the act that a cue turns to ("warned" of consequences), and the score it then has.
_TURNING: Final = 0.4
_TURNED: Final = 0.8
_MARKS: Final = frozenset({"?", "!"})
# A judgement shows at most so many phrases, and no more once they make this score together.
_SHOWN: Final = 3
_ENOUGH: Final = 0.7

_RULED: Final = (OWN_FUTURE, TAKEN_UP)

# Weight, phrase, negating words beside it, whether it stands in the cue.
Ballot = tuple[float, "Hit", "tuple[Span, ...]", bool]


@dataclass(frozen=True, slots=True)
class Vote:
    """What speaks for one act.

    Attributes:
        act: the act.
        score: 0 to 1.
        hits: the phrases, strongest first.
        words: words beside the phrases that turned them, such as a negation.
        from_cue: whether the strongest stands in the cue.
        rule: name of the rule, where none of the vocabulary's phrases gave the vote.
    """

    act: str
    score: float
    hits: tuple[Hit, ...]
    words: tuple[Span, ...] = ()
    from_cue: bool = False
    rule: str | None = None

    def judgement(self, page: Page) -> Judgement[str]:
        """The vote as a judgement with its words."""
        by = self.rule or f"lexicon:{self.hits[0].entry.phrase}"
        evidence = tuple(sorted({*page.evidence(self.telling()), *self.words}))
        return Judgement(self.act, by, round(self.score, 3), evidence)

    def telling(self) -> tuple[Hit, ...]:
        """The strongest phrases, as few as nearly make the score, at most three; and a cue that was turned to this act."""
        kept: list[Hit] = []
        for hit in self.hits[:_SHOWN]:
            if 1.0 - prod(1.0 - h.entry.weight for h in kept) >= _ENOUGH:
                break
            kept.append(hit)
        return (*kept, *(hit for hit in self.hits if hit.entry.turns == self.act and hit not in kept))

    def leans_on(self, other: Vote) -> bool:
        """Whether the strongest words here are already the strongest of ``other``: one word does one act."""
        return bool(self.hits and other.hits) and self.hits[0][:2] == other.hits[0][:2]


def decide(page: Page, attribution: Attribution, place: Place, speaker: Speaker) -> tuple[Vote, ...]:
    """The acts of one statement, strongest first; empty where it only explains.

    A silent attribution withholds and does nothing else; its evidence is the cue, or the content where cue and content are
    one.
    """
    if attribution.silent:
        told = attribution.cue or attribution.content[0]
        return (Vote("withhold", 1.0, (), (told,), from_cue=attribution.cue is not None, rule="attribution:silence"),)
    ranked = sorted(votes(page, place, speaker), key=lambda vote: -vote.score)
    observes = speaker.actor.sector.value in OBSERVERS
    if not ranked or ranked[0].score < (FIRST_OF_OBSERVER if observes else FIRST):
        return ()
    issuer = attribution.basis in {Basis.ISSUER, Basis.LAYOUT}
    least, most = (SECOND_OF_ISSUER, MOST_OF_ISSUER) if issuer else (SECOND, MOST)
    chosen = ranked[:1]
    for vote in ranked[1:]:
        if len(chosen) < most and vote.score >= least and not any(vote.leans_on(other) for other in chosen):
            chosen.append(vote)
    return tuple(chosen)


def votes(page: Page, place: Place, speaker: Speaker) -> list[Vote]:
    """The score of every act that any phrase of the cue or of the content speaks for.

    A question mark or an exclamation mark adds to words that speak for an act and is none by itself.
    """
    futures = (Standing(hit.entry.code, hit) for hit in own_futures(page, place, speaker))
    cue, content = in_cue(page, place), (*in_content(page, place), *futures)
    strong = {act for act, hit, _ in cue if hit.entry.weight >= _TELLING_CUE}
    room = min(1.0, (_ROOM / max(1, place.length)) ** 0.5)
    ballots: dict[str, list[Ballot]] = defaultdict(list)
    for act, hit, words in cue:
        ballots[act].append((hit.entry.weight, hit, words, True))
    for act, hit, words in content:
        weight = hit.entry.weight * (room if hit.entry.weight < _WEAK else 1.0)
        damped = weight * _DAMPING if strong and act not in strong else weight
        ballots[act].append((damped, hit, words, False))
    _turn(ballots, content)
    return [_count(act, cast) for act, cast in ballots.items() if any(b[1].entry.phrase not in _MARKS for b in cast)]


def _turn(ballots: dict[str, list[Ballot]], content: Sequence[Standing]) -> None:
    """Give a cue's vote to the act that it turns to, where the content speaks for that one enough."""
    for act in tuple(ballots):
        for ballot in [b for b in ballots[act] if b[3] and b[1].entry.turns is not None]:
            other = str(ballot[1].entry.turns)
            telling = [hit for voted, hit, _ in content if voted == other]
            if 1.0 - prod(1.0 - hit.entry.weight for hit in telling) < _TURNING:
                continue
            ballots[act].remove(ballot)
            ballots[other].extend((_TURNED, hit, (), False) for hit in telling)
            ballots[other].append((_TURNED, ballot[1], ballot[2], True))
        if not ballots[act]:
            del ballots[act]


def _count(act: str, cast: list[Ballot]) -> Vote:
    cast.sort(key=lambda ballot: -ballot[0])
    against, seen = 1.0, set()
    for weight, hit, _, _ in cast:
        if hit.entry.phrase not in seen:
            seen.add(hit.entry.phrase)
            against *= 1.0 - weight
    words = tuple(span for _, _, spans, _ in cast[:_SHOWN] for span in spans)
    rule = f"rule:{cast[0][1].entry.phrase}" if cast[0][1].entry in _RULED else None
    return Vote(act, 1.0 - against, tuple(hit for _, hit, _, _ in cast), words, cast[0][3], rule)

"""Who is blamed, asked, threatened or supported in a statement (codebook, "Fields", `target`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from onrecord.acts.victims import aside, hurt
from onrecord.record import Judgement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from onrecord.acts.lexicon import Page
    from onrecord.acts.places import Place, Run
    from onrecord.acts.voting import Vote

AIMED: Final = frozenset(
    {"condemn", "dismay", "concern", "protest", "accuse", "dispute", "demand", "threaten", "sanction", "support"},
)
"""Acts that are done to somebody."""

# A statement that does these may name the victims; those of the former kind also tell where it happened.
_OF_EVENTS: Final = frozenset({"condemn", "dismay", "concern"})
_OF_HARM: Final = _OF_EVENTS | {"accuse"}

# Below it a capital is all that makes the words a name ("Killing is a crime").
_SURE: Final = 0.5
_LONGEST_NAME: Final = 6
_HEAD: Final = 14
_SMALL: Final = frozenset({"of", "the", "for", "and", "de", "al", "bin", "von"})


class Named(NamedTuple):
    """Words of the text that somebody is named with, resolved."""

    first: int
    end: int
    code: str
    score: float


class Resolver:
    """Resolves capitalised words of one page, each wording once.

    Args:
        page: the page.
        resolve: gives the behalf code of words, None where they name nobody.
    """

    def __init__(self, page: Page, resolve: Callable[[str], Judgement[str] | None]) -> None:
        self._page = page
        self._resolve = resolve
        self._known: dict[str, Judgement[str] | None] = {}

    def named(self, runs: Sequence[Run]) -> Iterator[Named]:
        """Everybody named in ``runs`` of tokens, in order; the longest resolvable wording at each place."""
        for first, end in runs:
            at = first
            while at < end:
                found = self._at(at, end) if self._page.tokens.capital[at] else None
                if found is not None:
                    yield found
                at = at + 1 if found is None else found.end

    def _at(self, first: int, end: int) -> Named | None:
        stop = first + 1
        while stop < min(end, first + _LONGEST_NAME) and self._joins(stop):
            stop += 1
        for last in range(stop, first, -1):
            if self._page.tokens.capital[last - 1] and (judged := self._code(first, last)) is not None:
                return Named(first, last, judged.value, judged.score)
        return None

    def _joins(self, at: int) -> bool:
        gap = self._page.text[self._page.tokens.ends[at - 1] : self._page.tokens.starts[at]]
        return gap in {" ", ".", ". ", "-"} and (
            self._page.tokens.capital[at] or self._page.tokens.folded[at] in _SMALL
        )

    def _code(self, first: int, last: int) -> Judgement[str] | None:
        words = _name(self._page, first, last)
        if words not in self._known:
            judged = self._resolve(words) if any(c.isalpha() for c in words) else None
            self._known[words] = None if judged is None or _nobody(judged) else judged
        return self._known[words]


def _nobody(judged: Judgement[str]) -> bool:
    """Whether no target is found so; several names joined ("Greece and Cyprus") are resolved each for itself."""
    return judged.score < _SURE or judged.value == "unknown" or judged.value.startswith("group:")


def _name(page: Page, first: int, last: int) -> str:
    """The words without a possessive ending, with the stop of an abbreviation ("U.S.")."""
    span = page.words(first, last)
    abbreviated = span.end - page.tokens.starts[last - 1] == 1 and page.text[span.end : span.end + 1] == "."
    return span.text + "." if abbreviated else span.text


def targets(
    page: Page, resolver: Resolver, place: Place, votes: Sequence[Vote], own: str
) -> tuple[Judgement[str], ...]:
    """The codes that the statement's acts are aimed at, each once; never ``own``, the speaker's.

    Where the cue acts ("accused Ankara of"), whoever follows it first, with those joined to him; where words of the content
    act, whoever stands nearest before them in their sentence, else after them.
    """
    named = [n for n in resolver.named((*place.cue, *place.content)) if n.code != own]
    found: dict[str, Judgement[str]] = {}
    for vote in votes:
        if vote.act not in AIMED:
            continue
        for one in _aim(page, place, vote, named):
            by = f"rule:{'after the cue' if vote.from_cue else 'nearest to the act'}"
            words = (page.words(one.first, one.end),)
            found.setdefault(one.code, Judgement(one.code, by, round(0.7 * one.score, 3), words))
    return tuple(found.values())


def _aim(page: Page, place: Place, vote: Vote, named: Sequence[Named]) -> Sequence[Named]:
    if not named:
        return ()
    hit = vote.hits[0]
    if vote.act in _OF_HARM:
        named = [n for n in named if not hurt(page, (n.first, n.end))]
    if vote.act in _OF_EVENTS:
        named = [n for n in named if not aside(page, (n.first, n.end), hit, place.cue)]
    if vote.from_cue:
        inside = [n for n in named if any(first <= n.first < end for first, end in place.cue) and n.first >= hit.end]
        heads = [n for n in named if any(first <= n.first < first + _HEAD for first, _ in place.content[:1])]
        return _joined(page, inside or heads)
    first, end = page.tokens.sentence(hit.first)
    before = [n for n in named if first <= n.first and n.end <= hit.first]
    after = [n for n in named if hit.first <= n.first < end]
    if before:
        return _joined(page, before[-1:])
    return _joined(page, after)


def _joined(page: Page, named: Sequence[Named]) -> Sequence[Named]:
    """The first of ``named`` and those that a comma or an "and" joins to it."""
    out = list(named[:1])
    for one in named[1:]:
        between = page.text[page.tokens.ends[out[-1].end - 1] : page.tokens.starts[one.first]]
        if between.strip() not in {",", "and", ", and", "&"}:
            break
        out.append(one)
    return out

"""Promises told in the third person: an own future action of the speaker, or of the speaker's body (codebook, "Acts", `pledge`).

"The government will rebuild the bridge" is its minister's promise and anybody else's forecast. Hence the subject before the
future tense has to be the speaker's own, and the verb after it something that is done rather than undergone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from onrecord.acts.phrases import Hit
from onrecord.acts.places import contains
from onrecord.vocabulary import acts as vocabulary
from onrecord.vocabulary.acts import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.acts.lexicon import Page
    from onrecord.acts.places import Place, Run
    from onrecord.acts.targets import Resolver
    from onrecord.record import Actor

OWN_FUTURE: Final = Entry("pledge", "own future action", "content", 0.7)
"""What such a promise is counted as; a future tense that belongs to the speaker says more than the words for it do."""
TAKEN_UP: Final = Entry("pledge", "future action of who is taken up", "content", 0.5)
"""The same where only a pronoun at the head of reported words takes the speaker up."""

_PRONOUNS: Final = frozenset({"he", "she", "they", "it"})
_HEAD: Final = 2
_NAME: Final = 4
_BETWEEN: Final = 3
# After these a noun or a name belongs to the words before it, which are the subject: "the mood in Israel would".
_LINKS: Final = frozenset(
    {"of", "in", "for", "on", "with", "to", "against", "from", "by", "near", "at", "between", "about", "into", "than"}
)
_LEADING: Final = frozenset({"that", "and", "but"})


class Speaker(NamedTuple):
    """What of a speaker says which subjects are the speaker's own.

    Attributes:
        actor: the speaker.
        resolver: resolves names of the page.
    """

    actor: Actor
    resolver: Resolver


def own_futures(page: Page, place: Place, speaker: Speaker) -> Iterator[Hit]:
    """The words of the content that promise an action of the speaker or of the speaker's body, from subject to verb."""
    for first, end in place.content:
        for at, after in _futures(page, first, end):
            verb = _verb(page, after, end)
            if verb is None:
                continue
            subject, pronoun = _subject(page, place, at, speaker)
            if subject is not None and not _asked(page, subject):
                begin = subject if subject >= first else at  # a cue may stand between
                yield Hit(begin, verb + 1, TAKEN_UP if pronoun else OWN_FUTURE)


def _futures(page: Page, first: int, end: int) -> Iterator[Run]:
    """Where a future tense stands, as its first token and the one after it."""
    modals = vocabulary.promises().modals
    for at in range(first, end):
        if page.tokens.folded[at] in modals:
            yield at, at + 1
    for hit in page.futures.within(first, end):
        yield hit.first, hit.end


def _verb(page: Page, at: int, end: int) -> int | None:
    """The verb of a future tense, where it is one of doing."""
    rules = vocabulary.promises()
    words = page.tokens.folded
    stop = min(end, at + _BETWEEN)
    while at < stop and words[at] in rules.between:
        if words[at] in {"not", "never"}:
            return None
        at += 1
    if at >= end or words[at] in rules.fates or not words[at].isalpha() or page.tokens.capital[at]:
        return None
    return at


def _subject(page: Page, place: Place, at: int, speaker: Speaker) -> tuple[int | None, bool]:
    """Where the speaker's own subject of the future at ``at`` begins, and whether it is a pronoun; None for another's."""
    rules, words = vocabulary.promises(), page.tokens.folded
    low, _ = page.tokens.sentence(at)
    last = at - 1
    while last > low and words[last] in rules.between:
        last -= 1
    if last < low:
        return None, False
    if contains((*place.cue, *place.source), last):
        last = _before_cue(place, last)
        if last < low:
            return None, False
    if words[last] in _PRONOUNS:
        return (last if _at_head(page, place, last) else None), True
    if _is_body(page, last, low, speaker.actor.sector.value) or _names_own(page, last, low, speaker):
        return last, False
    return None, False


def _before_cue(place: Place, last: int) -> int:
    """The last token of the content before the cue that interrupts it, "the government, he said, will"; -1 for none."""
    return max((end - 1 for _, end in place.content if end <= last), default=-1)


def _at_head(page: Page, place: Place, at: int) -> bool:
    """Whether a pronoun begins the reported words, so that it takes up who says them; inside a quotation it is another."""
    first = place.content[0][0]
    if contains(place.verbatim, at) or at - first > _HEAD:
        return False
    return all(word in _LEADING for word in page.tokens.folded[first:at])


def _is_body(page: Page, last: int, low: int, sector: str) -> bool:
    """Whether the noun at ``last`` is a body of the speaker's: "his ministry", "the government" told by its member."""
    rules, words = vocabulary.promises(), page.tokens.folded
    before = words[last - 1] if last > low else ""
    if before in rules.possessives:
        return any(words[last] in nouns for nouns in rules.bodies.values())
    if words[last] not in rules.bodies.get(sector, ()) or before not in rules.articles:
        return False
    return last - 1 == low or words[last - 2] not in _LINKS


def _names_own(page: Page, last: int, low: int, speaker: Speaker) -> bool:
    """Whether the name that ends at ``last`` is the speaker's, or of the state or body in whose name the speaker speaks."""
    first = max(low, last - _NAME)
    named = next((n for n in speaker.resolver.named(((first, last + 1),)) if n.end == last + 1), None)
    if named is None or named.code != speaker.actor.behalf.value:
        return False
    words = page.tokens.folded
    before = named.first - 1
    if before >= low and words[before] in vocabulary.promises().articles:
        before -= 1
    return before < low or words[before] not in _LINKS or _governs(page, before, low)


def _governs(page: Page, link: int, low: int) -> bool:
    """Whether the words before a link are a body: "the government of Peru"."""
    if link <= low or page.tokens.folded[link] != "of":
        return False
    return any(page.tokens.folded[link - 1] in nouns for nouns in vocabulary.promises().bodies.values())


def _asked(page: Page, subject: int) -> bool:
    """Whether it is only asked, wished or supposed that the subject will."""
    low, _ = page.tokens.sentence(subject)
    return not vocabulary.promises().asking.isdisjoint(page.tokens.folded[low:subject])

"""Names in a statement of disapproval that say whom or where something befell: never its target (codebook, `target`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.acts.lexicon import Page
    from onrecord.acts.phrases import Hit
    from onrecord.acts.places import Run

# What follows these is hit ("the attack on ..."), and what follows those is where it happened ("the situation in ...").
_AGAINST: Final = frozenset({"on", "against", "upon"})
_WHERE: Final = frozenset({"in", "near", "at", "over", "inside", "across"})
# Others lead to somebody who acts or is spoken of, or begin another clause: the search for the former ends there.
_ENDS: Final = frozenset(
    {"by", "from", "to", "with", "about", "for", "that", "which", "who", "what", "as", "and", "but"}
    | {"when", "while", "after", "before", "because", "is", "are", "was", "were", "has", "have", "had"}
    | {"said", "than", "like"}
)
_REACH: Final = 4
# "The killing of ...", unlike "the crimes of ...", names who suffered.
_HARMS: Final = frozenset(
    {"killing", "killings", "murder", "murders", "invasion", "bombing", "bombardment", "shelling"}
    | {"occupation", "annexation", "execution", "executions", "torture", "assassination", "abduction"}
    | {"massacre", "massacres", "arrest", "arrests", "detention", "slaughter", "persecution", "expulsion"}
    | {"mistreatment", "shooting", "death", "deaths", "blockade", "poisoning", "kidnapping", "beheading"}
    | {"rape", "genocide", "victims", "people", "violation", "violations", "breach", "breaches"}
)
_HELD: Final = frozenset(
    {"prisoners", "prisoner", "captives", "captive", "hostages", "hostage", "pows", "detainees"}
    | {"civilians", "civilian", "victims", "refugees", "children", "women", "families"}
)


def hurt(page: Page, name: Run) -> bool:
    """Whether the name at the tokens ``name`` is a victim's by its own words: "Armenian prisoners", "the killing of ..."."""
    first, end = name
    at = _lead(page, first)
    if at is not None and page.tokens.folded[at] == "of":
        return True
    return _follows(page, end) in _HELD and not _possessive(page, end)


def aside(page: Page, name: Run, hit: Hit, cue: Sequence[Run]) -> bool:
    """Whether the name at ``name`` only tells whom or where the thing befell of which the act's phrase ``hit`` speaks.

    A possessive ("Russia's war") names who acts. So does what the phrase itself leads to ("anger at Russia").
    """
    first, end = name
    at = None if _possessive(page, end) else _lead(page, first)
    if at is None or hit.first <= at <= hit.end or any(low <= at < high for low, high in cue):
        return False
    return page.tokens.folded[at] in _AGAINST or (page.tokens.folded[at] in _WHERE and not _adjective(page, end))


def _lead(page: Page, first: int) -> int | None:
    """The word before a name that says how it is bound to the rest: nearest of a few prepositions in its clause."""
    low, _ = page.tokens.sentence(first)
    for at in range(first - 1, max(low, first - _REACH) - 1, -1):
        if "," in page.text[page.tokens.ends[at] : page.tokens.starts[at + 1]]:
            return None
        word = page.tokens.folded[at]
        if word in _ENDS:
            return None
        if word in _AGAINST or word in _WHERE or (word == "of" and page.tokens.folded[max(low, at - 1)] in _HARMS):
            return at
    return None


def _follows(page: Page, end: int) -> str:
    return page.tokens.folded[end] if end < len(page.tokens) else ""


def _possessive(page: Page, end: int) -> bool:
    stop = page.tokens.ends[end - 1]
    return page.text[stop - 2 : stop] in {"'s", "’s"} or page.text[stop : stop + 1] in {"'", "’"}


def _adjective(page: Page, end: int) -> bool:
    """Whether a name is followed by the noun that it belongs to ("Israeli prisons"): who has a place may be blamed."""
    if end >= len(page.tokens) or page.text[page.tokens.ends[end - 1] : page.tokens.starts[end]] != " ":
        return False
    word = _follows(page, end)
    return word not in _ENDS and word not in _AGAINST and word not in _WHERE and word != "of"

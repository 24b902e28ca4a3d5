"""Groups of annotated attributions that cut across the kinds of error: how the text presents them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.error_kinds import Letters, Words
from onrecord.encoder import Quotation, overlapping, quotations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

#: Share of a content's letters in quotation marks from which a record without cue goes on with a quotation.
QUOTED = 0.5
_STYLES = {
    "curly": frozenset(("“", "”", "„", "‟")),
    "straight": frozenset(('"', "''", "``", "’’", "‘‘")),
    "single": frozenset(("'", "‘", "’", "`")),
}
#: Signs and spaces that may stand between a colon and the words it announces.
_BETWEEN = " \t\n\r\u00a0\"'“”‘’«»"


@dataclass(frozen=True, slots=True)
class _Setting:
    """An annotated attribution in its text, with its letters, those of the others, and its quotations."""

    text: str
    words: Words
    letters: Letters
    others: Sequence[Letters]
    quoted: Sequence[Quotation]

    @property
    def bare(self) -> bool:
        """Whether its content hangs on no cue."""
        return bool(self.words.content) and not self.words.cue and not self.words.silent

    @property
    def style(self) -> str:
        """The marks of the first quotation in the content."""
        if not self.quoted:
            return "none"
        first = self.quoted[0]
        mark = self.text[first.start : first.inner_start] or self.text[first.inner_end : first.end]
        return next((style for style, marks in _STYLES.items() if mark in marks), "other")

    @property
    def mostly_quoted(self) -> bool:
        """Whether most of the content stands in quotation marks."""
        inside = {i for q in self.quoted for i in range(q.inner_start, q.inner_end)}
        return len(self.letters.content & inside) >= QUOTED * max(1, len(self.letters.content))

    @property
    def nested(self) -> bool:
        """Whether another attribution's content holds its cue and its content."""
        mine = self.letters.content | self.letters.cue
        return bool(self.letters.content) and any(mine < other.content for other in self.others)

    @property
    def inverted(self) -> bool:
        """Whether the source stands after the cue."""
        cue, source = self.words.cue, self.words.source
        return bool(cue and source) and source[0][0] >= cue[-1][1]

    @property
    def announced(self) -> bool:
        """Whether a colon stands before the content."""
        start = self.words.content[0][0] if self.words.content else 0
        return self.text[max(0, start - 8) : start].rstrip(_BETWEEN).endswith(":")


#: The groups, in the order they are printed; an attribution may be in several.
GROUPS: dict[str, Callable[[_Setting], bool]] = {
    "no cue: goes on with a quotation": lambda s: s.bare and not s.words.source and s.mostly_quoted,
    "no cue: issuer's paragraph": lambda s: s.bare and not s.words.source and not s.mostly_quoted,
    "no cue: source named": lambda s: s.bare and bool(s.words.source),
    "silence": lambda s: s.words.silent,
    "quotation: curly": lambda s: s.style == "curly",
    "quotation: straight": lambda s: s.style == "straight",
    "quotation: single": lambda s: s.style == "single",
    "quotation: other or unmarked": lambda s: s.style == "other",
    "quotation: none": lambda s: s.style == "none",
    "nested in another's content": lambda s: s.nested,
    "source after cue": lambda s: s.inverted,
    "content in several parts": lambda s: len(s.words.content) > 1,
    "after a colon": lambda s: s.announced,
}


def groups(text: str, annotated: Sequence[Words]) -> Iterator[frozenset[str]]:
    """The groups of each of a document's annotated attributions, in order; names are those of ``GROUPS``."""
    quoted = quotations(text)
    letters = [Letters.of(text, words) for words in annotated]
    for number, words in enumerate(annotated):
        others = [other for index, other in enumerate(letters) if index != number]
        setting = _Setting(text, words, letters[number], others, _quotations_of(words, quoted))
        yield frozenset(name for name, holds in GROUPS.items() if holds(setting))


def _quotations_of(words: Words, quoted: Sequence[Quotation]) -> list[Quotation]:
    """The quotations that hold something of the content, each once, in order."""
    inside = {
        q.start: q
        for start, end in words.content
        for q in overlapping(quoted, start, end)
        if q.inner_start < end and start < q.inner_end
    }
    return [inside[start] for start in sorted(inside)]

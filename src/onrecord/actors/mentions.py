"""One pass over a document: its words, what the vocabulary knows of them, and the runs of capitals that may be names."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.vocabulary.actors import (
    Body,
    Entry,
    Place,
    PlaceKind,
    Role,
    RoleClass,
    given_names,
    organisation_words,
    phrases,
    word_list,
)
from onrecord.vocabulary.words import Word, fold, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.record import Document, Span

TITLES = {
    "mr": "m",
    "sir": "m",
    "lord": "m",
    "mrs": "f",
    "ms": "f",
    "miss": "f",
    "lady": "f",
    "dame": "f",
    "madam": "f",
    "madame": "f",
    "dr": "",
    "prof": "",
    "baroness": "f",
    "doctor": "",
    "monsieur": "m",
}
_ABBREVIATED = word_list("abbreviated")
PARTICLES = word_list("particles")
# Words that begin a sentence or stand in headlines with a capital and are never a name.
_COMMON = word_list("common")
# Names of places that are as often a given name or a surname.
_NAMELIKE = word_list("namelike")
# What stands after a state and a hyphen where the state speaks, or where somebody is from.
_TELLING = frozenset({"based", "born", "run", "controlled", "ruled", "installed", "appointed", "american", "british"})
_SHOUT = 12  # letters of neighbouring words in capitals that make a headline
_AMERICAN_MEMBER = Body("US Congress", "USA", "LEG", "state:USA/us-congress")  # "(R-Texas)"
_SOFT_GAP = re.compile(r"[ \t\u00a0]*(?:[.&][ \t\u00a0]*)?\Z")


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body that its own name tells apart but the vocabulary does not hold.

    Attributes:
        sector: PLOVER code by the last word of its name.
        group: "STATE", "PRV" or "ORG".
    """

    sector: str
    group: str


@dataclass(frozen=True, slots=True)
class Tag:
    """What the vocabulary knows of some words.

    Attributes:
        first: index of the first word.
        last: index after the last word.
        entry: their meaning.
    """

    first: int
    last: int
    entry: Entry | Organisation


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words that the vocabulary does not know: a name, most often.

    Attributes:
        first: index of the first word.
        last: index after the last word.
        tokens: the words, folded, without titles.
        gender: "m", "f" or "" by its title.
    """

    first: int
    last: int
    tokens: tuple[str, ...]
    gender: str


class Text:
    """The words of a document with the vocabulary's tags and the runs of capitals, from one pass.

    Args:
        document: what to look at.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words: list[Word] = list(words(document.text))
        self.starts = [w.start for w in self.words]
        self.joined = _joined(document.text, self.words)
        self.tags: list[Tag] = []
        self.tag_at: list[Tag | None] = [None] * len(self.words)
        self._scan()
        self._part_datelines()
        self._name_organisations()
        self.runs: list[Run] = []
        self.run_at: list[Run | None] = [None] * len(self.words)
        self._find_runs()

    def index(self, offset: int) -> int:
        """Index of the first word that begins at or after ``offset``."""
        return bisect_left(self.starts, offset)

    def range(self, span: Span) -> tuple[int, int]:
        """Indices of the words that begin inside ``span``."""
        return self.index(span.start), self.index(span.end)

    def span(self, first: int, last: int) -> Span | None:
        """The span of the words ``first`` to ``last``, None where there are none."""
        if first >= last or first < 0 or last > len(self.words):
            return None
        return self.document.span(self.words[first].start, self.words[last - 1].end)

    def gap(self, i: int) -> str:
        """What stands between word ``i`` and the next one; a newline after the last."""
        if i + 1 >= len(self.words):
            return "\n"
        return self.document.text[self.words[i].end : self.words[i + 1].start]

    def tags_in(self, first: int, last: int) -> list[Tag]:
        """The tags that begin in a range of words, in order."""
        found, i = [], first
        while i < last:
            tag = self.tag_at[i]
            if tag is not None and tag.first == i:
                found.append(tag)
                i = tag.last
            else:
                i += 1
        return found

    def _scan(self) -> None:
        bodies, places, roles = phrases()
        i = 0
        while i < len(self.words):
            if not self.words[i].text[0].isalnum():
                i += 1
                continue
            best: Tag | None = None
            for table in (bodies, places, roles):
                found = table.at(self.words, i, self.joined)
                if found is not None and (best is None or i + found[0] > best.last):
                    best = Tag(i, i + found[0], found[1])
            if best is None:
                best = _hyphenated(self.words[i], i)
            if best is None or self._is_name(best) or self._in_longer_name(best) or self._begins_name(best):
                i += 1
                continue
            self._tag(best)
            i = best.last

    def _part_datelines(self) -> None:
        """A place in capitals at the head of a paragraph is a dateline, no part of what follows ("AMMAN The minister")."""
        text = self.document.text
        for tag in self.tags:
            word = self.words[tag.first]
            begins = word.start == 0 or text[word.start - 1] == "\n"
            if begins and isinstance(tag.entry, Place) and word.text.isupper() and len(word.text) > len("U.S."):
                self.joined[tag.last - 1] = False

    def _tag(self, tag: Tag) -> None:
        self.tags.append(tag)
        for k in range(tag.first, tag.last):
            self.tag_at[k] = tag

    def _in_longer_name(self, tag: Tag) -> bool:
        """Whether a body's one word ends somebody else's longer name ("Global Guardian")."""
        if (
            not isinstance(tag.entry, Body)
            or tag.last - tag.first > 1
            or not tag.first
            or not self.joined[tag.first - 1]
        ):
            return False
        before, word = self.words[tag.first - 1], self.words[tag.first]
        if (
            before.possessive
            or word.text.isupper()
            or self.tag_at[tag.first - 1] is not None
            or (before.folded in _COMMON and not self._inside_name(tag.first - 1))
        ):
            return False
        return before.capital and len(before.text) > 1 and tag.first > 1 and self.joined[tag.first - 2]

    def _inside_name(self, i: int) -> bool:
        """Whether a capital stands right before a word, so that its own is not that of a sentence's first word."""
        before = self.words[i - 1] if i and self.joined[i - 1] else None
        return before is not None and before.capital and before.folded not in {"the", "a"} and not before.possessive

    def _begins_name(self, tag: Tag) -> bool:
        """Whether a word for several at once begins a longer name ("the World Jewish Congress")."""
        role = role_of(tag)
        if role is None or role.group is not RoleClass.VAGUE or tag.last >= len(self.words) or not tag.first:
            return False
        inside = self.words[tag.first - 1].folded == "the" and self.words[tag.first].capital
        return inside and self.joined[tag.last - 1] and self.words[tag.last].capital

    def _is_name(self, tag: Tag) -> bool:
        """Whether the words of a place are part of a person's name ("Michael Jordan", "Israel Katz")."""
        if tag.last - tag.first != 1 or isinstance(tag.entry, Body) or not self.words[tag.first].capital:
            return False
        word = self.words[tag.first]
        before = self.words[tag.first - 1] if tag.first and self.joined[tag.first - 1] else None
        if before is not None and before.capital and before.folded in given_names() and not before.possessive:
            return not (isinstance(tag.entry, Place) and tag.entry.kind is PlaceKind.DEMONYM)
        if (
            not isinstance(tag.entry, Place)
            or word.folded not in _NAMELIKE
            or word.possessive
            or not self.joined[tag.first]
            or tag.last >= len(self.words)
        ):
            return False
        after = self.words[tag.last]
        known = any(t.at(self.words, tag.last, self.joined) for t in phrases())
        role = role_of(self.tag_at[tag.first - 1]) if before is not None else None
        named = word.folded in given_names() or (role is not None and role.kind == "person")
        return after.capital and not known and after.folded not in _COMMON and named

    def _name_organisations(self) -> None:
        """Tag runs of capitals that end in a word for a kind of organisation ("Hudson Institute")."""
        found: list[Tag] = []
        i = 0
        while i < len(self.words):
            if not self._nameable(i):
                i += 1
                continue
            end = self._capitals_end(i)
            last = next((k for k in range(end - 1, i, -1) if self.words[k].folded in organisation_words()), None)
            if last is None and self._names_by_complement(i):
                sector, group = organisation_words()[self.words[i].folded]
                found.append(Tag(i, self._complement_end(i + 1), Organisation(sector, group)))
            if last is not None:
                sector, group = organisation_words()[self.words[last].folded]
                begin = self._organisation_start(i, last)
                if begin < last:
                    found.append(Tag(begin, self._complement_end(last + 1), Organisation(sector, group)))
            i = max(end, i + 1)
        gone = {id(t) for tag in found for t in self._replace(tag)}
        self.tags = [t for t in self.tags if id(t) not in gone]

    def _names_by_complement(self, i: int) -> bool:
        """Whether one word and its complement name a body; not where it ends a role ("Prosecutor General's Office of")."""
        tag = self.tag_at[i]
        if self.words[i].folded not in organisation_words() or (role_of(tag) is not None and tag and tag.first < i):
            return False
        return self._complement_end(i + 1) > i + 1

    def _nameable(self, i: int) -> bool:
        word = self.words[i]
        return word.capital and word.folded not in _COMMON

    def _capitals_end(self, i: int) -> int:
        end = i + 1
        while (
            end < len(self.words)
            and self.joined[end - 1]
            and not self.words[end - 1].possessive
            and self.words[end].capital
            and "." not in self.gap(end - 1)
        ):
            end += 1
        return end

    def _organisation_start(self, first: int, last: int) -> int:
        """A title, a demonym or a state's name before the organisation's own name is no part of it."""
        k = first
        while k < last:
            tag = self.tag_at[k]
            if (
                tag is None
                or not (isinstance(tag.entry, Place) and tag.entry.kind in {PlaceKind.DEMONYM, PlaceKind.NAME})
                or tag.last > last
            ):
                break
            k = tag.last
        for j in range(last - 1, k - 1, -1):
            tag = self.tag_at[j]
            if (
                tag is not None
                and isinstance(tag.entry, Role)
                and tag.entry.kind == "person"
                and tag.entry.group is not RoleClass.PRIVATE
            ):
                return j + 1
        return k

    def _complement_end(self, i: int) -> int:
        """Where a name goes on after "of" or "for": "Institute for Near East Policy"."""
        if (
            i + 1 < len(self.words)
            and self.joined[i - 1]
            and self.joined[i]
            and self.words[i].folded in {"of", "for"}
            and not self.words[i - 1].possessive
        ):
            k = i + 1
            if self.words[k].folded == "the" and k + 1 < len(self.words) and self.joined[k]:
                k += 1
            if self.words[k].capital and self.words[k].folded not in _COMMON | {"the"}:
                return self._capitals_end(k)
        return i

    def _replace(self, tag: Tag) -> list[Tag]:
        """Put a tag in the place of those inside it, unless one says as much; those that it displaces."""
        inner = {id(t): t for t in self.tag_at[tag.first : tag.last] if t is not None}
        covering = [t for t in inner.values() if t.first <= tag.first and t.last >= tag.last]
        known = [
            t for t in inner.values() if isinstance(t.entry, Body) and t.last - t.first > 1 and self._all_of(t, tag)
        ]
        roles_only = [
            t for t in inner.values() if isinstance(t.entry, Role) and t.first <= tag.first and t.last >= tag.last
        ]
        if covering or known or roles_only:
            return []
        for t in inner.values():
            for k in range(t.first, t.last):
                self.tag_at[k] = None
        self._tag(tag)
        return list(inner.values())

    def _all_of(self, body: Tag, tag: Tag) -> bool:
        """Whether a body's name is all of a longer tag, or all but the state that it is of."""
        if body.last >= tag.last:
            return True
        state = place_of(self.tag_at[tag.last - 1])
        of = self.words[body.last].folded == "of"
        return of and body.first == tag.first and state is not None and state.kind is PlaceKind.NAME

    def _find_runs(self) -> None:
        i = 0
        while i < len(self.words):
            run = self._run(i)
            if run is None:
                i = max(i + 1, self._titles_end(i))
                continue
            self.runs.append(run)
            for k in range(run.first, run.last):
                self.run_at[k] = run
            i = run.last

    def _run(self, i: int) -> Run | None:
        first, gender = i, ""
        if self._shouted(i):
            return None
        begin = i = self._titles_end(i)
        for word in self.words[first:begin]:
            gender = TITLES[word.folded] or gender
        if begin > first and not self.joined[begin - 1]:
            return None
        if i >= len(self.words) or not self._free(i):
            return None
        end = i + 1
        while end < len(self.words) and self.joined[end - 1] and not self.words[end - 1].possessive:
            if self._free(end) or self._surname(end):
                end += 1
            elif self._particle(end):
                end += 1 if "-" in self.words[end].text else 2
            else:
                break
        tokens = tuple(w.folded for w in self.words[begin:end])
        return Run(first, end, tokens, gender) if tokens else None

    def _titles_end(self, i: int) -> int:
        """The index after the titles that stand together from word ``i`` on; ``i`` where none does."""
        while i < len(self.words) and self.words[i].folded in TITLES and self.words[i].capital:
            i += 1
            if not self.joined[i - 1]:
                break
        return i

    def _free(self, i: int) -> bool:
        word = self.words[i]
        return word.capital and self.tag_at[i] is None and word.folded not in _COMMON and word.folded not in TITLES

    def _shouted(self, i: int) -> bool:
        """Whether a word stands in a line of capitals: a headline, whose words are no names of their own."""
        near = self.words[max(0, i - 1) : i + 2]
        return (
            len(near) > 1
            and all(len(w.text) > 1 and w.text.isupper() for w in near)
            and sum(len(w.text) for w in near) > _SHOUT
        )

    def _surname(self, i: int) -> bool:
        """A common word after a given name is a surname ("Theresa May")."""
        word, before = self.words[i], self.words[i - 1]
        return word.capital and self.tag_at[i] is None and before.folded in given_names() and word.folded in _COMMON

    def _particle(self, i: int) -> bool:
        word = self.words[i]
        if word.folded.startswith(("al-", "el-", "ul-")) and word.text[3:4].isupper() and self.tag_at[i] is None:
            return True
        return (
            word.folded in PARTICLES
            and i + 1 < len(self.words)
            and self.joined[i]
            and (
                self._free(i + 1)
                or (self.words[i + 1].folded in PARTICLES and i + 2 < len(self.words) and self._free(i + 2))
            )
        )


def _joined(text: str, found: Sequence[Word]) -> list[bool]:
    """For each word, whether it and the next one may stand in one phrase: no sentence or clause ends between them."""
    joined = []
    for word, after in pairwise(found):
        gap = text[word.end : after.start]
        if gap == " ":
            joined.append(True)
        elif len(gap) > len("' s .") + 1 or "\n" in gap:
            joined.append(False)
        else:
            rest = (
                gap[2:]
                if word.possessive and gap[:1] in "'’" and gap[1:2] in "sS"
                else gap.removeprefix("'").removeprefix("’")
                if word.possessive
                else gap
            )
            dotted = "." in rest
            short = word.folded in _ABBREVIATED or len(word.text) == 1
            joined.append(bool(_SOFT_GAP.match(rest)) and (short or not dotted) and after.start > word.end)
    if found:
        joined.append(False)
    return joined


def _hyphenated(word: Word, i: int) -> Tag | None:
    """A place inside "Berlin-based" or "D-Calif": it tells the country and never speaks."""
    head, hyphen, tail = word.text.partition("-")
    if not hyphen or not tail or not head:
        return None
    if head in {"R", "D"} and tail[0].isupper():
        return Tag(i, i + 1, _AMERICAN_MEMBER)
    if fold(head) in {"ex", "then"}:
        at = word.start + len(head) + len(hyphen)
        held = phrases()[2].at([Word(at, word.end, tail, fold(tail), possessive=False)], 0, [False])
        return Tag(i, i + 1, held[1]) if held is not None else None
    if fold(tail) not in _TELLING:
        return None
    _, places, _ = phrases()
    found = places.at([Word(word.start, word.start + len(head), head, fold(head), possessive=False)], 0, [False])
    if found is None:
        return None
    return Tag(i, i + 1, Place(found[1].code, PlaceKind.INSIDE))


def role_of(tag: Tag | None) -> Role | None:
    """The role noun that a tag is, None where it is something else."""
    return tag.entry if tag is not None and isinstance(tag.entry, Role) else None


def place_of(tag: Tag | None) -> Place | None:
    """The place that a tag is, None where it is something else."""
    return tag.entry if tag is not None and isinstance(tag.entry, Place) else None

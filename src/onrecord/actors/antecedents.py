"""Whom pronouns and bare nouns ("the ministry", "the spokesman") take up, from what was named and who spoke before."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from onrecord.actors.descriptions import country_of
from onrecord.actors.mentions import Organisation, Tag, Text, place_of, role_of
from onrecord.vocabulary.actors import Body, Place, RoleClass, word_list
from onrecord.vocabulary.words import fold, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from onrecord.actors.entities import Entity
    from onrecord.actors.people import People, Person

MASCULINE = frozenset({"he", "him", "his", "himself"})
FEMININE = frozenset({"she", "her", "hers", "herself"})
IT = word_list("it")
THEY = word_list("they")
PRONOUNS = MASCULINE | FEMININE | IT | THEY | word_list("other")
_DEFINITE = frozenset({"the", "this", "that"})
_GENERIC_BODIES = word_list("generic_bodies")
_GENERIC_PEOPLE = word_list("generic_people")
_CAUSE = frozenset({"NGO", "SOC", "REB", "OPP", "PTY", "EDU", "LAB", "BUS", "MNC", "REL", "PRM"})
_KINDS: dict[str, frozenset[str] | None] = {  # sectors of the bodies that a bare noun may stand for
    **dict.fromkeys(("newspaper", "outlet", "magazine", "network", "paper", "publication"), frozenset({"JRN"})),
    **dict.fromkeys(("company", "firm", "giant"), frozenset({"BUS", "MNC"})),
    **dict.fromkeys(("group", "charity", "ngo", "movement", "organisation", "organization"), _CAUSE),
    **dict.fromkeys(("bloc", "union", "alliance"), frozenset({"IGO"})),
    **dict.fromkeys(("agency", "body"), None),
}
_NATIONAL = frozenset({"government", "police", "court", "army", "military"})  # each country has its own
_HEADS = ("president", "secretary-general", "general", "director-general", "chief", "head", "commission")
_REACH = 1500  # characters back that a pronoun or a bare noun looks
_FAR = 2 * _REACH  # the same for who spoke
_RECENT = 12  # speakers back
_NEAREST = 8  # bodies back, words back
_HOLDERS = 200  # mentions back that a bare role noun looks
_SHORT_PHRASE = 5  # words that a taking-up has at most
_LONG_PHRASE = 8  # words that an office told in full has at most


class Antecedents:
    """What was named in a document, in order, for pronouns and bare nouns to take up.

    Args:
        text: the document's words and tags.
        people: whom it names.
    """

    def __init__(self, text: Text, people: People) -> None:
        self._text = text
        self._mentions = sorted(
            ((text.words[r.first].start, k) for k, p in enumerate(people.people) if p.known for r in p.mentions),
        )
        self._people = people.people
        self._bodies = sorted(
            (text.words[t.first].start, t.first, t.last) for t in text.tags if isinstance(t.entry, Body | Organisation)
        )
        self._nouns: dict[str, list[Person]] = {}
        for person in people.people:
            for noun in person.nouns if person.known else ():
                self._nouns.setdefault(noun, []).append(person)
        self._held: dict[tuple[str, str], list[Person]] = {}
        self._named_as: dict[str, list[tuple[int, int]]] = {}  # by role noun, where its people are named
        for start, k in self._mentions:
            for noun in people.people[k].nouns:
                self._named_as.setdefault(noun, []).append((start, k))

    def he_or_she(self, gender: str, at: int, history: Sequence[Entity]) -> Entity | Person | None:
        """The last speaker, or who stood since at the head of a sentence; a told gender must not forbid it, a likely one is preferred.

        Args:
            gender: "m" or "f".
            at: offset of the pronoun.
            history: who spoke before, in order.
        """
        return self._of_gender(gender, at, history, likely=True) or self._of_gender(gender, at, history, likely=False)

    def _of_gender(self, gender: str, at: int, history: Sequence[Entity], *, likely: bool) -> Entity | Person | None:
        recent = (e for e in reversed(history[-_RECENT:]) if at - e.at < _FAR)
        spoke = next((e for e in recent if e.may_be(gender, likely=likely)), None)
        named = self._last_subject(at, gender, spoke.at if spoke else at - _REACH)
        if named is not None and (spoke is None or named is not spoke.person):
            return named
        return spoke or self.last_person(at, gender, likely=likely)

    def last_person(self, at: int, gender: str = "", *, likely: bool = True) -> Person | None:
        """Who was named last before ``at``; of ``gender``, if one is given, or of none that is known."""
        k = bisect_left(self._mentions, (at, 0))
        for start, index in reversed(self._mentions[max(0, k - _RECENT) : k]):
            if at - start > _REACH:
                return None
            person = self._people[index]
            if not gender or person.may_be(gender, likely=likely):
                return person
        return None

    def last_body(self, at: int, wanted: frozenset[str] | None = None) -> tuple[int, int] | None:
        """The words of the body named last before ``at``, of one of the ``wanted`` sectors."""
        k = bisect_left(self._bodies, (at, 0, 0))
        for start, first, last in reversed(self._bodies[max(0, k - _NEAREST) : k]):
            if at - start > _REACH // 2:
                return None
            tag = self._text.tag_at[first]
            sector = tag.entry.sector if tag is not None and isinstance(tag.entry, Body | Organisation) else None
            if wanted is None or sector in wanted:
                return first, last
        return None

    def taken_up(self, first: int, last: int, history: Sequence[Entity]) -> Entity | Person | tuple[int, int] | None:
        """What the words ``first`` to ``last`` take up: who spoke, a person, or the words of a body named before."""
        text = self._text
        tags = text.tags_in(first, last)
        at = text.words[first].start
        role = role_of(tags[-1]) if tags and tags[-1].last == last else None
        if last - first == 1 and role is not None and role.group is RoleClass.STATE:
            return _fuller(role.noun, history)
        if text.words[first].folded not in _DEFINITE:
            return None
        final = text.words[last - 1]
        if first + 1 == last - 1 and final.capital and (body := self._ending_in(final.folded, at)) is not None:
            return body
        holder = self._named_office(first, last, tags)
        if holder is not None:
            return holder
        if any(isinstance(t.entry, Body | Organisation) for t in tags) or last - first > _SHORT_PHRASE:
            return None
        if len(tags) == 1 and role is not None and role.group is RoleClass.PAPER:
            near = bool(history) and at - history[-1].at < _FAR and role.noun not in {"source", "video"}
            return history[-1] if near else None
        if any(text.words[k].folded in {"of", "in", "for", "at", "from"} for k in range(first, last)):
            return None
        if role is not None and role.kind == "body" and role.words != role.noun:
            return self._body_before(role.words, _code(tags), at, history)
        return self._by_noun(
            role.noun if role else final.folded,
            body=role is not None and role.kind == "body",
            code=_code(tags),
            at=at,
            history=history,
        )

    def _by_noun(
        self, noun: str, *, body: bool, code: str | None, at: int, history: Sequence[Entity]
    ) -> Entity | Person | tuple[int, int] | None:
        if body or noun in _GENERIC_BODIES:
            return self._body_before(noun, code, at, history)
        person = self._holder(noun, code, at)
        if person is not None:
            return person
        return _last(history[-_RECENT:], lambda e: e.person is None and noun == e.description.noun and at - e.at < _FAR)

    def _last_subject(self, at: int, gender: str, since: int) -> Person | None:
        """Who stands first in a sentence before ``at`` and after ``since``."""
        k = bisect_left(self._mentions, (at, 0))
        while k > 0 and self._mentions[k - 1][0] > max(since, at - _REACH):
            k -= 1
            start, index = self._mentions[k]
            person = self._people[index]
            told = person.description is not None and person.description.noun != ""
            fits = person.gender == gender or (not person.gender and told)
            if fits and self._begins_sentence(start):
                return person
        return None

    def _begins_sentence(self, start: int) -> bool:
        text = self._text
        i = text.index(start)
        for _ in range(_NEAREST):
            if i == 0 or not text.joined[i - 1]:
                break
            before = text.words[i - 1]
            if (
                text.tag_at[i - 1] is None
                and not before.capital
                and before.folded not in {"the", "a", "of", "for", "and"}
            ):
                return False
            i -= 1
        gap = text.gap(i - 1) if i else "\n"
        return any(mark in gap for mark in "\n.?!")

    def _ending_in(self, word: str, at: int) -> tuple[int, int] | None:
        """The body named before whose name ends in ``word``: "the Post" after "the Jerusalem Post"."""
        k = bisect_left(self._bodies, (at, 0, 0))
        for _, first, last in reversed(self._bodies[max(0, k - 10 * _RECENT) : k]):
            if last - first > 1 and self._text.words[last - 1].folded == word:
                return first, last
        return None

    def _named_office(self, first: int, last: int, tags: list[Tag]) -> Person | None:
        """Who holds an office told in full: "the Israeli leader", "the head of the European Commission"."""
        role = next((r for t in tags if (r := role_of(t)) is not None and r.kind == "person"), None)
        code = _code(tags) or next((t.entry.behalf for t in tags if isinstance(t.entry, Body)), None)
        if role is None or code is None or last - first > _LONG_PHRASE:
            return None
        found = self._in_office((role.noun,), code)
        if not found and role.noun in _GENERIC_PEOPLE:
            found = self._in_office(("president", "minister"), code)
        if not found and role.noun in {"head", "chief", "leader", "president"} and country_of(code) is None:
            found = self._in_office(_HEADS, code)
        return found[0] if len(found) == 1 else None

    def _in_office(self, nouns: Iterable[str], code: str) -> list[Person]:
        return list(dict.fromkeys(p for noun in nouns for p in self._of_code(noun, code)))

    def _of_code(self, noun: str, code: str) -> list[Person]:
        """Of whom the text says the role noun, for a body or state."""
        if (noun, code) not in self._held:
            named = self._nouns.get(noun, ())
            self._held[noun, code] = [p for p in named if p.description and p.description.behalf.value == code]
        return self._held[noun, code]

    def _holder(self, noun: str, code: str | None, at: int) -> Person | None:
        """The person named last before ``at`` of whom the text says the role noun."""
        named = self._named_as.get(noun, [])
        k = bisect_left(named, (at, 0))
        for _, index in reversed(named[max(0, k - _HOLDERS) : k]):
            person = self._people[index]
            if code is None or _country(person) == code:
                return person
        pool = [p for p in self._nouns.get(noun, [])[:_HOLDERS] if code is None or _country(p) == code]
        return pool[0] if len(pool) == 1 else None

    def _body_before(
        self, noun: str, code: str | None, at: int, history: Sequence[Entity]
    ) -> Entity | tuple[int, int] | None:
        recent = [e for e in history[-_RECENT:] if e.person is None and at - e.at < _FAR]
        same = _last(recent, lambda e: noun == e.description.noun or _holds(e.name, noun))
        if same is not None:
            return same if code is None or country_of(same.code) == code else None
        if code is not None or noun in _NATIONAL:
            return None
        k = bisect_left(self._bodies, (at, 0, 0))
        for start, first, last in reversed(self._bodies[max(0, k - _RECENT) : k]):
            span = self._text.span(first, last)
            if at - start < _REACH and span and noun in fold(span.text):
                return first, last
        if noun in {"country", "nation"}:
            return _last(recent, lambda e: e.description.kind == "place")
        if noun not in _KINDS:
            return None
        wanted = _KINDS[noun]
        return _last(
            recent, lambda e: e.description.kind == "body" and (wanted is None or e.description.sector.value in wanted)
        ) or self.last_body(at, wanted)


def _country(person: Person) -> str | None:
    return country_of(person.description.behalf.value) if person.description else None


def _holds(name: str, phrase: str) -> bool:
    """Whether the words of ``phrase`` stand in ``name``."""
    return f" {phrase} " in f" {' '.join(w.folded for w in words(name))} "


def _last(entities: Sequence[Entity], fits: Callable[[Entity], bool]) -> Entity | None:
    return next((e for e in reversed(entities) if fits(e)), None)


def _fuller(noun: str, history: Sequence[Entity]) -> Entity | None:
    """The fuller name under which bare "police" or "prosecutors" spoke before."""
    return _last(
        history[-2 * _RECENT :],
        lambda e: e.person is None and not e.code.startswith("group:") and e.description.noun == noun and " " in e.name,
    )


def _code(tags: Iterable[Tag]) -> str | None:
    place: Place | None = next((p for t in tags if (p := place_of(t)) is not None), None)
    return place.code if place is not None else None

"""From the words of a source to the actor who speaks: a named person, a body, several, or somebody taken up."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from onrecord.actors.antecedents import FEMININE, IT, MASCULINE, PRONOUNS, THEY, Antecedents
from onrecord.actors.descriptions import UNKNOWN, Description, country_of, described, long_names
from onrecord.actors.entities import NOBODY, Entity, detached, unarticled
from onrecord.actors.mentions import Organisation, Run, Tag, Text, place_of, role_of
from onrecord.actors.people import People, Person
from onrecord.actors.quoting import QUOTING, is_outlet, quoted, quoted_after
from onrecord.record import Actor, Attribution, Basis, Document, Judgement
from onrecord.vocabulary.actors import Body, PlaceKind, RoleClass, word_list
from onrecord.vocabulary.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

_ARTICLES = word_list("articles")
_COMPLEMENTS = word_list("complements")
_AFTER_NAMES = frozenset({"of", "who", "from", "at", "in", "and", "himself", "herself"})
_UNOWNED = frozenset(
    {"source", "video", "record", "document", "testimony", "footage", "recording", "photograph", "clip", "evidence"}
)  # papers that are not their author's word
_PLURAL = re.compile(
    r"[^aiousx]s\Z|(?:[xs]|ch|sh)es\Z|men\Z"
)  # of common nouns; names end in "-as", "-is", "-us" as often
_REACH = 1500  # characters over which a speaker is carried on
_NEAR = 3000  # characters back that "it" and "they" look for who spoke
_RECENT = 8  # speakers back that they look
_PARAGRAPHS = 2
_DOMINANT = 0.65  # score from which the document's country is guessed for somebody of whom nothing is told
_SURE = 0.5  # score below which words that the document does not hold tell nobody
_NESTED = 3  # papers of papers that are followed to their author
_JOINED = 4  # places with an "and" at which a source may part


class Directory:
    """Everything a document says of its actors; resolves sources and the targets of statements.

    Args:
        document: the document, read once.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self._text = Text(document)
        self._people = People(self._text)
        self._antecedents = Antecedents(self._text, self._people)
        self._long_names = long_names(self._text)
        self._short_for = _spelt_out(self._text)
        self._asked: dict[str, Judgement[str] | None] = {}
        self._standing = _standing(self._text)
        self._small = frozenset(w.text for w in self._text.words if w.text.islower())
        self._issuer: Entity | None = None
        self._nesting = 0

    def actors(self, attributions: Sequence[Attribution]) -> tuple[Actor, ...]:
        """Who speaks in each attribution.

        Args:
            attributions: in any order.

        Returns:
            One actor for each attribution, in the same order; unknown where the text does not tell.
        """
        history: list[Entity] = []
        found = [NOBODY] * len(attributions)
        for k in sorted(range(len(attributions)), key=lambda k: _place(attributions[k])):
            attribution = attributions[k]
            entity = self._speaker(attribution, history)
            if entity is not None:
                said = attribution.speaker_words or attribution.content[0]
                history.append(replace(entity, at=said.start))
                found[k] = entity.actor()
        return tuple(found)

    def behalf(self, phrase: str) -> Judgement[str] | None:
        """The behalf code of words such as "Ankara", "the Israeli army" or "Erdogan"; None where it can't be told."""
        if phrase not in self._asked:
            self._asked[phrase] = self._behalf(phrase)
        return self._asked[phrase]

    def named(self) -> Entity | None:
        """The one whom the whole text of a document names; for phrases looked at by themselves."""
        return self._words(0, len(self._text.words), []) if self._text.words else None

    def _behalf(self, phrase: str) -> Judgement[str] | None:
        tokens = tuple(w.folded for w in words(phrase))
        bare = tokens[1:] if tokens and tokens[0] in _ARTICLES else tokens
        if not bare:
            return None
        person = self._people.ending_in(bare)
        if person is not None and person.description is not None and person.description.behalf.value != UNKNOWN:
            return person.description.behalf
        place = self._locate(phrase)
        if place is not None:
            entity = self._words(*place, [])
            return entity.description.behalf if entity is not None and entity.code != UNKNOWN else None
        entity = Directory(Document(id=self.document.id, text=phrase)).named()
        if entity is None or entity.code == UNKNOWN:
            return None
        found = entity.description.behalf
        guessed = found.by.startswith(("default", "context")) or found.score < _SURE
        return None if guessed else replace(found, evidence=())

    def _locate(self, phrase: str) -> tuple[int, int] | None:
        """Where the document has these words as whole words, as a range of words."""
        spelt = list(words(phrase))
        if not spelt:
            return None
        pairs = [(w.start, (w.text, v.text)) for w, v in pairwise(spelt)] or [(spelt[0].start, (spelt[0].text, ""))]
        inside, rarest = min(pairs, key=lambda pair: len(self._standing.get(pair[1], ())))
        for start in self._standing.get(rarest, ()):
            at = start - inside
            end = at + len(phrase)
            text = self.document.text
            if at < 0 or not text.startswith(phrase, at):
                continue
            if _inside_word(text[max(0, at - 1) : at]) or _inside_word(text[end : end + 1]):
                continue
            first, last = self._text.index(at), self._text.index(end)
            if first < last and self._text.words[first].start == at:
                return first, last
        return None

    def _speaker(self, attribution: Attribution, history: list[Entity]) -> Entity | None:
        if attribution.basis is Basis.ISSUER:
            return self._of_issuer()
        source = attribution.speaker_words
        if source is None:
            cue = attribution.cue
            place = quoted_after(self._text, self._text.index(cue.start)) if cue is not None else None
            return self._words(*place, history) if place is not None else self._carried(attribution, history)
        first, last = self._text.range(source)
        first, last = quoted(self._text, first, last) or (first, last)
        return self._words(first, last, history) if first < last else None

    def _of_issuer(self) -> Entity | None:
        issuer = self.document.issuer
        if self._issuer is None and issuer:
            place = self._locate(issuer)
            if place is not None:
                self._issuer = self._words(*place, [])
            else:
                self._issuer = detached(Directory(Document(id=self.document.id, text=issuer)).named(), issuer)
        return self._issuer

    def _carried(self, attribution: Attribution, history: list[Entity]) -> Entity | None:
        """Who spoke last, where that is near: a quotation that goes on names nobody."""
        if not history:
            return None
        between = self.document.text[min(history[-1].at, attribution.start) : attribution.start]
        near = len(between) < _REACH and between.strip("\n").count("\n\n") <= _PARAGRAPHS
        return history[-1] if near else None

    def _words(self, first: int, last: int, history: Sequence[Entity]) -> Entity | None:
        """The entity that a range of words names."""
        lead = self._text.words[first]
        abbreviation = lead.text.isupper() and len(lead.text) > 1  # the WHO and the US are no pronouns
        if last - first == 1 and lead.folded in PRONOUNS and not abbreviation:
            return self._pronoun(lead.folded, lead.start, history)
        quoted = self._quoted(first, last)
        if quoted is not None:
            return self._words(quoted, last, history)
        several = self._named_together(first, last) or self._several(first, last, history)
        if several is not None:
            return several
        person = self._person(first, last)
        if person is not None:
            return self._entity(person)
        if lead.folded in MASCULINE | FEMININE | IT | THEY:
            return self._belonging(first, last, history)
        return self._entity_of(self._antecedents.taken_up(first, last, history)) or self._unnamed(first, last)

    def _quoted(self, first: int, last: int) -> int | None:
        """Where somebody begins whom an outlet is told to quote in the same words: "Xinhua cited | the minister"."""
        for k in range(first + 1, last - 1):
            tag = self._text.tag_at[k - 1]
            if self._text.words[k].folded in QUOTING and (self._text.run_at[k - 1] is not None or is_outlet(tag)):
                return k + 1
        return None

    def _entity_of(self, found: Entity | Person | tuple[int, int] | None) -> Entity | None:
        if isinstance(found, Person):
            return self._entity(found)
        if isinstance(found, tuple):
            return self._unnamed(*found)
        return found

    def _entity(self, person: Person) -> Entity:
        return Entity(person.name, person.description or self._private_person(person), person)

    def _private_person(self, person: Person) -> Description:
        """Somebody of whom the text says nothing: a private voice of the country that it is about."""
        country = self._people.describer.context()
        span = self._text.span(person.mentions[0].first, person.mentions[0].last) if person.mentions else None
        evidence = (span,) if span else ()
        if country is None or country.score < _DOMINANT:
            return described(UNKNOWN, "UNK", "default", 0.1, evidence)
        return described(f"PRV:{country.behalf}", "CVL", "context:document-country", 0.3, evidence)

    def _pronoun(self, word: str, at: int, history: Sequence[Entity]) -> Entity | None:
        if word in MASCULINE | FEMININE:
            return self._entity_of(self._antecedents.he_or_she("m" if word in MASCULINE else "f", at, history))
        near = [e for e in reversed(history[-_RECENT:]) if at - e.at < _NEAR]
        latest = near[0] if near else None
        if word in IT:
            body = next((e for e in near if e.is_body), None)
            return body or self._entity_of(self._antecedents.last_body(at)) or latest
        if word in THEY:
            many = next((e for e in near if e.plural), None)
            return many or next((e for e in near if e.person is None), None) or latest
        subject = self._antecedents.last_person(at) if word in {"who", "which", "that"} else None
        return self._entity(subject) if subject is not None else latest

    def _belonging(self, first: int, last: int, history: Sequence[Entity]) -> Entity | None:
        """Somebody by a possessive pronoun: "his statement" is his own word, "her lawyer" is somebody of hers."""
        lead = self._text.words[first]
        owner = self._pronoun(lead.folded, lead.start, history)
        span = self._text.span(first + 1, last)
        if owner is None:
            return self._unnamed(first, last)
        groups = {r.group for t in self._text.tags_in(first, last) if (r := role_of(t)) is not None}
        if span is None or RoleClass.PAPER in groups:
            return owner
        found = self._people.describer.describe(first + 1, last)
        country = country_of(owner.code)
        if RoleClass.OFFICE in groups:
            found = replace(found, behalf=owner.description.behalf, sector=owner.description.sector)
        elif found.behalf.by == "context:document-country" and country:
            code = f"PRV:{country}" if found.behalf.value.startswith("PRV:") else country
            found = replace(found, behalf=Judgement(code, "role:of-person", 0.6, (span,)))
        return Entity(f"{owner.name}'s {span.text}", found)

    def _several(self, first: int, last: int, history: Sequence[Entity]) -> Entity | None:
        """Several speakers joined under one cue; of one country they keep its code."""
        span = self._text.span(first, last)
        if span is None:
            return None
        for k in self._ands(first, last):
            sides = self._seats(first, k, last) or self._sides(first, k, last, history)
            if sides is None:
                continue
            head, tail = sides
            name = unarticled(span.text)
            same = head.behalf.value == tail.behalf.value and head.behalf.value != UNKNOWN
            behalf = head.behalf if same else Judgement(f"group:{name}", "rule:several", 0.7, (span,))
            joined = replace(head, behalf=behalf, kind="people", key=None, role=None, organisation=None)
            return Entity(name, joined, plural=True)
        return None

    def _named_together(self, first: int, last: int) -> Entity | None:
        """Several people named after what they are: "two members of the assembly, Jane Roe and John Doe"."""
        text = self._text
        names = self._name_after_comma(first, last)
        if names is None:
            return None
        cut = next(iter(self._ands(names, last)), None)
        if cut is None or any("," in text.gap(k) for k in range(names, cut)):
            return None
        if text.run_at[names] is None or text.run_at[cut + 1] is None:
            return None
        roles = [t for t in text.tags_in(first, names) if role_of(t) is not None]
        span = text.span(names, last)
        if span is None or not roles or not text.words[roles[0].last - 1].folded.endswith("s"):
            return None
        found = self._people.describer.describe(first, names)
        return Entity(span.text, replace(found, kind="people", key=None), plural=True)

    def _ands(self, first: int, last: int) -> list[int]:
        text = self._text
        found = [k for k in range(first + 1, last - 1) if text.words[k].folded == "and" and text.tag_at[k] is None]
        return found[:_JOINED]

    def _seats(self, first: int, cut: int, last: int) -> tuple[Description, Description] | None:
        """What joins two places of one role: "officials in Tbilisi and Yerevan"."""
        text = self._text
        near, far = text.tag_at[cut - 1], text.tag_at[cut + 1]
        one, other = place_of(near), place_of(far)
        if near is None or far is None or one is None or other is None or one.code == other.code or far.last != last:
            return None
        if near.first <= first or text.words[near.first - 1].folded not in _COMPLEMENTS:
            return None
        if not any(role_of(t) for t in text.tags_in(first, near.first)):
            return None
        found = self._people.describer.describe(first, cut)
        return found, replace(found, behalf=replace(found.behalf, value=other.code))

    def _sides(
        self, first: int, cut: int, last: int, history: Sequence[Entity]
    ) -> tuple[Description, Description] | None:
        """What stands on either side of an "and", where each side names a speaker of its own."""
        text = self._text
        if any(text.words[k].folded in _COMPLEMENTS and text.tag_at[k] is None for k in range(first + 1, cut)):
            return None
        if self._one_person(first, cut, last) or self._shared_noun(first, cut, last):
            return None
        head, tail = self._side(first, cut, history), self._side(cut + 1, last, history)
        return (head, tail) if head is not None and tail is not None else None

    def _shared_noun(self, first: int, cut: int, last: int) -> bool:
        """Whether the noun after the "and" belongs to both: "the French foreign and defence ministries"."""
        text = self._text
        role = role_of(text.tag_at[cut + 1])
        bare = text.tag_at[cut - 1] is None and not text.words[cut - 1].capital and cut - 1 > first
        adjective = bare and text.words[cut - 1].folded not in PRONOUNS
        return adjective and role is not None and role.kind == "body" and text.words[last - 1].folded.endswith("s")

    def _side(self, first: int, last: int, history: Sequence[Entity]) -> Description | None:
        lead = self._text.words[first]
        if lead.folded in MASCULINE | FEMININE | IT | THEY:
            alone = last - first == 1
            taken = self._pronoun(lead.folded, lead.start, history) if alone else self._belonging(first, last, history)
            return taken.description if taken is not None else None
        person = self._person(first, last)
        if person is not None:
            return person.description or self._private_person(person)
        roles = [role_of(t) for t in self._text.tags_in(first, last)]
        if any(role is None or role.group is not RoleClass.PAPER for role in roles):
            return self._people.describer.describe(first, last)
        return None

    def _one_person(self, first: int, cut: int, last: int) -> bool:
        """Whether the "and" joins what one speaker is: "founder and chief executive of", "friend and aide Jane Roe"."""
        text = self._text
        left, right = text.tags_in(first, cut), text.tags_in(cut + 1, last)
        roles = [r for t in left if (r := role_of(t)) is not None]
        bare = len(roles) == len(left) > 0 and not any(text.run_at[k] for k in range(first, cut))
        if bare and not text.words[cut - 1].folded.endswith("s") and role_of(text.tag_at[cut + 1]) is not None:
            return True
        if roles and not any(text.words[k].capital for k in (*range(first, cut), *range(cut + 1, last))):
            return True
        place = place_of(left[-1]) if left else None
        if place is not None and place.kind is PlaceKind.DEMONYM and any(role_of(t) for t in right):
            return False
        leads_up = any(r.kind == "person" for r in roles) and self._person(first, cut) is None
        return leads_up and self._person(cut + 1, last) is not None

    def _person(self, first: int, last: int) -> Person | None:
        """The person named at the head of the words; not a possessor, not in the complement of a role."""
        text = self._text
        k, seen_role = first, False
        while k < last:
            run, tag = text.run_at[k], text.tag_at[k]
            if run is not None and k in {run.first, first}:
                person = self._people.of(run)
                if person is not None and person.known and not self._modifies(run, min(run.last, last), last):
                    return person
                k = min(run.last, last)
            elif tag is not None:
                seen_role = seen_role or role_of(tag) is not None
                k = max(tag.last, k + 1)
            elif text.words[k].folded in _COMPLEMENTS and (seen_role or text.words[k].folded != "of"):
                name = self._name_after_comma(k, last)
                if name is None or k == first:
                    return None
                k = name
            else:
                k += 1
        return None

    def _name_after_comma(self, k: int, last: int) -> int | None:
        """Where a name follows the description: "the head of the agency, Jane Roe"."""
        for m in range(k, last - 1):
            run = self._text.run_at[m + 1]
            if "," in self._text.gap(m) and run is not None and run.first == m + 1:
                return m + 1
        return None

    def _modifies(self, run: Run, end: int, last: int) -> bool:
        """Whether a name only qualifies what follows: "Roe's lawyer", "Roe aides"."""
        text = self._text
        if end >= last:
            return False
        if text.words[end - 1].possessive:
            return True
        if not text.joined[end - 1]:
            return False
        after = text.words[end]
        if text.tag_at[end] is not None:
            return role_of(text.tag_at[end]) is not None
        return len(run.tokens) == 1 and not after.capital and after.folded not in _AFTER_NAMES

    def _unnamed(self, first: int, last: int) -> Entity | None:
        """A speaker without a personal name: a body, or people by their role."""
        span = self._text.span(first, last)
        if span is None:
            return None
        other = self._apposed(first, last)
        if other is not None:
            return self._unnamed(*other)
        spelt = self._spelt(first, last)
        if spelt is not None:
            first, last = spelt
            span = self._text.span(first, last) or span
        tags = self._text.tags_in(first, last)
        author = self._author(first, last, tags)
        if author is not None:
            return author
        found = self._people.describer.describe(first, last)
        name = unarticled(span.text)
        if found.key and len(tags) == 1 and isinstance(tags[0].entry, Body):
            name = self._long_names.get(tags[0].entry.name, name)
        if found.kind == "" and found.behalf.value == UNKNOWN:
            return self._by_capitals(first, last) or Entity(name, found, plural=self._is_plural(tags, last))
        return Entity(name, found, plural=found.kind == "people" or self._is_plural(tags, last), key=found.key)

    def _by_capitals(self, first: int, last: int) -> Entity | None:
        """Somebody of whom nothing is known but a name: a full name or a title is a person's, else it is a body."""
        run = next((r for k in range(first, last) if (r := self._text.run_at[k]) is not None and r.first == k), None)
        if run is None:
            return None
        if self._is_common(run):
            return None
        person = self._people.of(run)
        alone = run.first == first and run.last >= last
        if person is not None and alone and (len(person.tokens) > 1 or person.gender or person.description):
            return self._entity(person)
        end = min(run.last, last)
        while (
            end < last and self._text.words[end].capital and self._text.joined[end - 1] and not self._text.tag_at[end]
        ):
            end += 1
        span = self._text.span(run.first, end)
        whole = self._text.span(first, last)
        if span is None or whole is None:
            return None
        found = described(f"ORG:{span.text}", "BUS", "shape:organisation", 0.4, (span,))
        return Entity(unarticled(whole.text), replace(found, kind="body", organisation=span.text))

    def _is_common(self, run: Run) -> bool:
        """Whether a capital is but a sentence's first letter: a plural ("Neighbours"), or a word that stands in small letters elsewhere."""
        word = self._text.words[run.first]
        if run.last - run.first > 1 or run.gender or not word.text[1:].islower() or not self._begins(run.first):
            return False
        elsewhere = self._standing.get((word.text, ""), ())
        if any(not self._begins(self._text.index(start)) for start in elsewhere):
            return False
        return word.text.lower() in self._small or bool(_PLURAL.search(word.folded))

    def _begins(self, i: int) -> bool:
        """Whether word ``i`` is the first of its sentence."""
        return i == 0 or any(mark in self._text.gap(i - 1) for mark in "\n.?!:")

    def _spelt(self, first: int, last: int) -> tuple[int, int] | None:
        """The words that spell out an abbreviation, with or without its article: "the NWU"."""
        final = last - 1
        bare = first == final or (first + 1 == final and self._text.words[first].folded in _ARTICLES)
        return self._short_for.get(self._text.words[last - 1].text) if bare else None

    def _apposed(self, first: int, last: int) -> tuple[int, int] | None:
        """The name that follows what it is: "the rights group Amnesty International"."""
        tags = self._text.tags_in(first, last)
        what, name = (tags[-2], tags[-1]) if len(tags) > 1 else (None, None)
        if what is None or name is None or name.last != last or what.last != name.first or role_of(what) is None:
            return None
        joined = self._text.joined[what.last - 1] and not self._text.words[what.last - 1].possessive
        return (name.first, name.last) if joined and isinstance(name.entry, Body | Organisation) else None

    def _author(self, first: int, last: int, tags: list[Tag]) -> Entity | None:
        """A statement, report or post is its author's word: "a statement by the ministry", "Roe's tweet"."""
        text = self._text
        paper = next(
            (t for t in tags if (r := role_of(t)) and r.group is RoleClass.PAPER and r.noun not in _UNOWNED), None
        )
        if paper is None:
            return None
        for k in range(first, paper.first):
            run = text.run_at[k]
            person = self._people.of(run) if run is not None and run.first == k else None
            if person is not None and person.known:
                return self._entity(person)
        link = next((k for k in range(paper.last, last - 1) if text.words[k].folded in {"from", "by", "of"}), None)
        if link is not None and self._nesting < _NESTED:
            self._nesting += 1
            after = self._words(link + 1, last, [])
            self._nesting -= 1
            if after is not None and (after.code != UNKNOWN or self._speaks(link, after)):
                return after
        before = text.tags_in(first, paper.first)
        if before and before[-1].last == paper.first:
            return self._unnamed(first, paper.first)
        return None

    def _speaks(self, link: int, after: Entity) -> bool:
        """Whether somebody of whom no country is told is an author all the same: "by the minister", not "of the attack"."""
        if after.person is not None:
            return True
        return self._text.words[link].folded != "of" and after.description.kind in {"body", "person", "people"}

    def _is_plural(self, tags: Sequence[Tag], last: int) -> bool:
        word = self._text.words[last - 1]
        if word.folded == "people" or (word.folded.endswith("men") and tags):
            return True
        return word.folded.endswith("s") and not word.folded.endswith("ss") and not word.capital


def _spelt_out(text: Text) -> dict[str, tuple[int, int]]:
    """Abbreviations that the document spells out, "National Weather Union (NWU)", with the words that do."""
    found: dict[str, tuple[int, int]] = {}
    for k in range(1, len(text.words)):
        short = text.words[k].text
        if short.isupper() and len(short) > 1 and short not in found and "(" in text.gap(k - 1):
            first = _spelling(text, k, short)
            if first is not None:
                found[short] = (first, k)
    return found


def _spelling(text: Text, k: int, short: str) -> int | None:
    """Where the words before ``k`` begin whose first letters make ``short``; small words may stand between."""
    initials, i = "", k
    while i > 0 and k - i < len(short) + 4 and (i == k or text.joined[i - 1]):
        i -= 1
        if text.words[i].capital:
            initials = "".join(p[0] for p in text.words[i].text.split("-") if p).upper() + initials
        if initials == short:
            return i
    return None


def _place(attribution: Attribution) -> int:
    return attribution.source.start if attribution.source is not None else attribution.start


def _standing(text: Text) -> dict[tuple[str, str], list[int]]:
    """Where each word and each pair of words begins: a phrase is looked up by its rarest pair, in no whole scan."""
    found: dict[tuple[str, str], list[int]] = {}
    for word, following in zip_longest(text.words, text.words[1:]):
        found.setdefault((word.text, ""), []).append(word.start)
        if following is not None:
            found.setdefault((word.text, following.text), []).append(word.start)
    return found


def _inside_word(sign: str) -> bool:
    """Whether a sign beside a phrase shows that it is only part of a word."""
    return sign.isalnum() or sign in {"_", "-"}

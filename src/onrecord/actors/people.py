"""The people of a document: their mentions under full and short names, and what the text says of each."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from onrecord.actors.descriptions import UNKNOWN, Describer, Description, Owner, country_of, described
from onrecord.actors.mentions import Run, Text, role_of
from onrecord.vocabulary.actors import (
    Body,
    Place,
    Role,
    RoleClass,
    bare_name,
    full_form,
    given_names,
    word_list,
)
from onrecord.vocabulary.people import STORES, Tenure, Term, named, surnamed
from onrecord.vocabulary.person_names import agree, heard

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from onrecord.record import Span

_REACH = 14  # words that a description before or after a name may have
_AFTER = 24
_TITLE = 0.2  # what a description right before the name is worth more than one after it
_ADJECTIVAL = (
    "-born",
    "-based",
    "-installed",
    "-appointed",
    "ist",
    "al",
    "ian",
)  # endings of adjectives in small letters
_COMPLEMENT = 10  # words that a complement or a predicate has at most
_DEPTH = 20  # people whose descriptions may hang on each other
_LONG = 5  # letters from which one wrong letter in a surname is forgiven
_NAMES = 6  # words of a name under which it is filed
_NEAR = 40  # people of one name among whom a short form is looked for
_MENTIONS = 12  # mentions of one person whose surroundings are read
_DATED = STORES[:2]  # those that tell dates; a list of persons tells of no office on a day
_CURRENT = frozenset({Tenure.HELD, Tenure.POSSIBLY})
_HELD_SCORE = {Tenure.HELD: 0.8, Tenure.POSSIBLY: 0.7}  # how sure a store is of an office on a day
_UNVERIFIED = 0.05  # what a row without a source is worth less
_BY_CONTEXT = 0.35  # a minor office that the document only makes likely
_ADJECTIVES = word_list("adjectives")
_BEING = word_list("being")
_DETERMINERS = word_list("determiners")
_FEMALE = word_list("female")
_MALE = word_list("male")


@dataclass(slots=True, eq=False)
class Person:
    """Somebody whom the document names.

    Attributes:
        tokens: the fullest name, folded.
        name: the fullest name as it stands.
        mentions: runs that name the person, in order.
        gender: "m", "f" or "".
        told: whether a title or noun of the text tells the gender; a given name only makes it likely.
        description: what the text says, None where it says nothing.
        nouns: role nouns that the text says of the person.
        office: the term of office that fits, from the stores of office holders, if any was asked for.
    """

    tokens: tuple[str, ...]
    name: str
    mentions: list[Run] = field(default_factory=list)
    gender: str = ""
    told: bool = False
    description: Description | None = None
    nouns: set[str] = field(default_factory=set)
    office: Term | None = None

    def may_be(self, gender: str, *, likely: bool = True) -> bool:
        """Whether "he" or "she" may stand for the person.

        Args:
            gender: "m" or "f".
            likely: whether the gender that the given name makes likely has to agree too.
        """
        return self.gender in {"", gender} or not (self.told or likely)

    @property
    def known(self) -> bool:
        """Whether it is a person rather than a thing: a full name, a title or a role; an abbreviation is nobody."""
        if len(self.tokens) > 1:
            return True
        if len(self.name) > 1 and self.name.isupper():
            return False
        found = self.description
        return self.gender != "" or (found is not None and found.kind in {"person", ""} and found.noun != "")


class People:
    """Who is named in a document, from one pass over its runs of capitals.

    Args:
        text: the document's words, tags and runs.
    """

    def __init__(self, text: Text) -> None:
        self.text = text
        self.describer = Describer(text, self._owner)
        self.people: list[Person] = []
        self._by_token: dict[str, list[Person]] = {}
        self._mentioned: dict[str, list[Person]] = {}
        self._by_name: dict[tuple[str, str], Person] = {}
        self._of_run: dict[int, Person] = {}
        self._busy: set[int] = set()
        self._done: set[int] = set()
        self._about = _codes(text)
        roles = [t.entry for t in text.tags if isinstance(t.entry, Role)]
        self._offices = frozenset(role.noun for role in roles)
        self._sectors = frozenset(role.sector for role in roles)
        self._gather()
        for person in self.people:
            if id(person) not in self._done:
                self._know(person)

    def of(self, run: Run) -> Person | None:
        """The person that a run of capitals names."""
        return self._of_run.get(run.first)

    def ending_in(self, tokens: tuple[str, ...]) -> Person | None:
        """The first person whose fullest name ends in the folded words ``tokens``."""
        named = self._by_token.get(tokens[-1], ())
        return next((p for p in named if p.known and p.tokens[-len(tokens) :] == tokens), None)

    def _gather(self) -> None:
        full = [r for r in self.text.runs if len(bare_name(r.tokens)) > 1]
        for run in full:
            person = self._same_full(run)
            if person is None:
                person = Person(run.tokens, self._name(run))
                self.people.append(person)
                self._file(person)
            elif len(run.tokens) > len(person.tokens):
                person.tokens, person.name = run.tokens, self._name(run)
                self._file(person)
            self._of_run[run.first] = person
        for run in self.text.runs:
            found = self._of_run.get(run.first) or self._short(run)
            found.mentions.append(run)
            self._of_run[run.first] = found
            for token in dict.fromkeys(bare_name(found.tokens)):
                self._mentioned.setdefault(token, []).append(found)
            found.gender = found.gender or run.gender

    def _name(self, run: Run) -> str:
        begin = run.last - len(run.tokens)
        span = self.text.span(begin, run.last)
        return span.text if span else " ".join(run.tokens)

    def _same_full(self, run: Run) -> Person | None:
        """Who was named before under this full name, an initial, a short form or a longer name."""
        return next((self._by_name[key] for key in _lookups(bare_name(run.tokens)) if key in self._by_name), None)

    def _file(self, person: Person) -> None:
        """Enter a person's fullest name into the indices; who came first under a name keeps it."""
        tokens = bare_name(person.tokens)
        for token in dict.fromkeys(tokens):
            held = self._by_token.setdefault(token, [])
            if not held or held[-1] is not person:
                held.append(person)
        for key in _entries(tokens):
            self._by_name.setdefault(key, person)

    def _short(self, run: Run) -> Person:
        token = bare_name(run.tokens)[-1] if bare_name(run.tokens) else run.tokens[-1]
        near = self._near(token)
        known = [p for p in near if not (run.gender and p.gender and run.gender != p.gender)]
        titled = [p for p in known if not run.gender or _gender(p.tokens) in {"", run.gender}]
        known = titled or known
        last_named = [p for p in known if bare_name(p.tokens)[-1] == token]
        pool = last_named or known
        before = [p for p in pool if p.mentions]
        if pool:
            return max(before, key=lambda p: p.mentions[-1].first) if before else pool[0]
        misspelt = self._misspelt(token) if len(run.tokens) == 1 else None
        if misspelt is not None:
            return misspelt
        person = Person(run.tokens, self._name(run))
        self.people.append(person)
        self._by_token.setdefault(token, []).append(person)
        return person

    def _near(self, token: str) -> list[Person]:
        """Whose name has a word: those mentioned last before those named first; a bounded number of them."""
        mentioned = reversed(self._mentioned.get(token, [])[-_NEAR:])
        return list(dict.fromkeys((*mentioned, *self._by_token.get(token, [])[:_NEAR])))

    def _misspelt(self, token: str) -> Person | None:
        """Somebody with a full name whose surname differs by one letter at the end, or by an article ("al-")."""
        for other in (token[:-1], token + token[-1:], f"al-{token}", f"el-{token}"):
            for person in self._by_token.get(other, ()) if len(token) >= _LONG else ():
                if len(person.tokens) > 1 and bare_name(person.tokens)[-1] == other:
                    return person
        return None

    def _know(self, person: Person) -> None:
        self._busy.add(id(person))
        self._describe(person)
        self._busy.discard(id(person))
        self._done.add(id(person))

    def _describe(self, person: Person) -> None:
        best: Description | None = None
        for run in person.mentions[:_MENTIONS]:
            for found in self._around(run):
                if found.noun:
                    person.nouns.add(found.noun)
                if best is None or _weight(found) > _weight(best):
                    best = found
        held = self._held(person)
        if held is not None and held.noun:
            person.nouns.add(held.noun)
        if held is not None and (best is None or _weight(best) < _weight(held)):
            best = held
        person.description = best
        if not person.gender:
            person.gender = "f" if person.nouns & _FEMALE else "m" if person.nouns & _MALE else ""
        person.told = person.gender != ""
        person.gender = person.gender or _gender(person.tokens)

    def _around(self, run: Run) -> list[Description]:
        found = []
        begin = self._before(run.first)
        if begin < run.first:
            told = self.describer.describe(begin, run.first)
            found.append(replace(told, weight=_TITLE if told.noun else 0.0))
        after = self._after(run)
        if after is not None:
            found.append(self.describer.describe(*after))
        lead = self._lead(run)
        if lead is not None:
            found.append(self.describer.describe(*lead))
        return [
            _as_private(f)
            for f in found
            if (f.noun and not f.behalf.value.startswith("group:")) or f.kind in {"body", "place", "people"}
        ]

    def _before(self, i: int) -> int:
        """Where the description that leads up to a name begins: "Turkish Foreign Minister" before "Mevlut"."""
        text, k, has_role = self.text, i, False
        while k > max(0, i - _REACH) and text.joined[k - 1]:
            tag = text.tag_at[k - 1]
            role = role_of(tag)
            if role is not None and role.group in {RoleClass.PAPER, RoleClass.VAGUE}:
                break
            if tag is not None:
                has_role = has_role or role is not None
                k = tag.first
            elif self._leads_up(k - 1, has_role=has_role):
                k -= 1
            else:
                break
        return k

    def _leads_up(self, k: int, *, has_role: bool) -> bool:
        """Whether a word that the vocabulary does not know may stand in the description before a name."""
        word = self.text.words[k]
        if word.folded in _ADJECTIVES or (not word.capital and word.folded.endswith(_ADJECTIVAL)):
            return True
        if not has_role:
            return False
        if word.folded in {"of", "for", "and", "the"}:
            return k > 0 and role_of(self.text.tag_at[k - 1]) is not None
        return self.text.run_at[k] is not None and len(word.text) > 1

    def _after(self, run: Run) -> tuple[int, int] | None:
        """The apposition, bracket, complement or predicate that follows a name."""
        text, i = self.text, run.last
        if i + 1 >= len(text.words):
            return None
        gap, word = text.gap(i - 1).strip(), text.words[i]
        if gap.startswith("("):
            return i, self._until(i, ")")
        if gap in {",", "-", "–", "—"}:
            return self._apposition(i + 1 if word.text.isdigit() and text.gap(i).strip() == "," else i)
        if gap == "" and word.folded in {"of", "from", "at"}:
            return i, self._until(i, ",", reach=_COMPLEMENT)
        if gap == "" and word.folded in {"is", "was"} and text.words[i + 1].folded in {"a", "an", "the"}:
            return i + 1, self._until(i + 1, ",", reach=_COMPLEMENT)
        return None

    def _apposition(self, i: int) -> tuple[int, int] | None:
        """What follows a name and a comma: "a spokesman for", "who heads the", "principal secretary to"."""
        text = self.text
        if i + 1 >= len(text.words):
            return None
        word, last = text.words[i], self._until(i, ",")
        if word.folded in {"who", "which"} and text.words[i + 1].folded not in _BEING:
            return None
        begins = word.folded in _DETERMINERS | _ADJECTIVES or word.capital or text.tag_at[i] is not None
        begins = begins or role_of(text.tag_at[i + 1]) is not None
        return (i, last) if begins and not self._enumerates(i, last) else None

    def _enumerates(self, i: int, last: int) -> bool:
        """Whether what follows the comma is the next of several people ("Roe, Council President John Doe and")."""
        for tag in self.text.tags_in(i, last):
            run = self.text.run_at[tag.last] if tag.last < last else None
            if (
                isinstance(tag.entry, Role)
                and run is not None
                and run.first == tag.last
                and self.text.joined[tag.last - 1]
            ):
                return all(
                    self.text.words[k].folded not in {"of", "for", "to", "at", "by", "with", "under"}
                    for k in range(i, tag.first)
                )
        return False

    def _lead(self, run: Run) -> tuple[int, int] | None:
        """An apposition that precedes the name: "The head of the agency, Jane Roe, said"."""
        text = self.text
        if run.first > 1 and text.words[run.first - 1].folded == "and":
            return self._shared_lead(text.run_at[run.first - 2])
        if run.first <= 1 or text.gap(run.first - 1).strip() != ",":
            return None
        last = text.tag_at[run.first - 1]
        if last is not None and isinstance(last.entry, Role) and last.entry.kind == "person":
            begin = self._before(last.first)
            head = begin - 1 if begin and text.words[begin - 1].folded in _DETERMINERS else begin
            if head == 0 or text.words[head - 1].folded not in {"of", "for", "to"}:
                return begin, run.first
        k = run.first - 1
        while k > max(0, run.first - _REACH) and text.joined[k - 1]:
            k -= 1
        word = text.words[k]
        if word.folded in _DETERMINERS or text.tag_at[k] is not None or word.possessive:
            roles = [t for t in text.tags_in(k, run.first) if isinstance(t.entry, Role)]
            if roles and text.words[k].folded not in {"who", "which"}:
                return k, run.first
        return None

    def _shared_lead(self, other: Run | None) -> tuple[int, int] | None:
        """What precedes two names and means both: "The members of the assembly, Jane Roe and John Doe"."""
        lead = self._lead(other) if other is not None and len(other.tokens) > 1 else None
        plural = lead is not None and any(
            role_of(t) is not None and self.text.words[t.last - 1].folded.endswith("s")
            for t in self.text.tags_in(*lead)[:1]
        )
        return lead if plural else None

    def _until(self, i: int, mark: str, reach: int = _AFTER) -> int:
        text = self.text
        k = i
        while k < min(len(text.words), i + reach):
            k += 1
            gap = text.gap(k - 1)
            if (
                mark in gap
                or "\n" in gap
                or any(c in gap for c in '“”";:()—')
                or (not text.joined[k - 1] and "," not in gap and "'" not in gap and "’" not in gap)
            ):
                break
            if text.words[k - 1].folded in {"said", "says", "told", "added", "tweeted", "wrote"}:
                return k - 1
        return k

    def _held(self, person: Person) -> Description | None:
        """What the stores of office holders say of a bare name, on the document's date."""
        day = self.text.document.published
        terms = self._told_apart([t for t in self._terms(person) if _tenure(t, day) is not Tenure.NOT_YET], day)
        if not terms:
            return None
        current = [t for t in terms if _tenure(t, day) in _CURRENT]
        if not current:
            return self._left(person, terms)
        term = max(current, key=lambda t: (t.prominent, _tenure(t, day) is Tenure.HELD, t.verified, t.start))
        score, by = _HELD_SCORE[_tenure(term, day)], "table:office-holders"
        if not term.verified:
            score, by = score - _UNVERIFIED, "table:office-holders-unverified"
        if not term.prominent and term.noun not in person.nouns:  # only the document's context speaks for it
            return replace(described(term.behalf, term.sector, by, _BY_CONTEXT, self._evidence(person)), role=term.role)
        person.office = term
        return replace(
            described(term.behalf, term.sector, by, score, self._evidence(person)), role=term.role, noun=term.noun
        )

    def _left(self, person: Person, terms: list[Term]) -> Description:
        """Who holds no office any more speaks for no state."""
        last = max(terms, key=lambda t: (t.prominent, t.end.lstrip("~<") or t.left_by or t.start))
        person.office = last
        country = country_of(last.behalf)
        found = described(
            f"PRV:{country}" if country else UNKNOWN, "ELI", "table:office-holders", 0.3, self._evidence(person)
        )
        return replace(found, role=last.role, noun=last.noun)

    def _evidence(self, person: Person) -> tuple[Span, ...]:
        span = self.text.span(person.mentions[0].first, person.mentions[0].last) if person.mentions else None
        return (span,) if span else ()

    def _terms(self, person: Person) -> list[Term]:
        """The terms of office that a name may mean: those everybody knows, others where the document gives a reason.

        A surname alone means somebody only where the document names the state or organisation. Members of parliament and minor
        officials share their names with too many people: their state has to be named, and their office too.
        """
        bare = bare_name(person.tokens)
        if not bare:
            return []
        if len(bare) == 1:
            return [t for t in surnamed(bare[0], prominent=True) if t.prominent and self._names(t)]
        found = named(" ".join(person.tokens), _DATED)
        known = {t.key for t in found if t.prominent and self._names(t)}
        return [
            t
            for t in found
            if (t.prominent or (self._names(t) and self._calls_for(t, person))) and (not known or t.key in known)
        ]

    def _names(self, term: Term) -> bool:
        """Whether the document names the state or organisation that an office belongs to."""
        return term.behalf in self._about or country_of(term.behalf) in self._about

    def _calls_for(self, term: Term, person: Person) -> bool:
        """Whether the document speaks of an office that by itself is no reason to think of its holder."""
        if term.noun in person.nouns:
            return True
        return term.sector in self._sectors if term.sector == "LEG" else term.noun in self._offices

    def _told_apart(self, terms: list[Term], day: date | None) -> list[Term]:
        """The terms of the one person that they are about; none where several people come into question."""
        current = [t for t in terms if _tenure(t, day) in _CURRENT]
        chosen = current or terms
        if not chosen or _one_holder(chosen):
            return chosen
        near = [t for t in chosen if self._names(t)]
        return near if near and _one_holder(near) else []

    def _owner(self, run: Run) -> Owner | None:
        person = self.of(run)
        if person is None or id(person) in self._busy:
            return None
        if id(person) not in self._done and len(self._busy) < _DEPTH:
            self._know(person)
        found = person.description
        if found is None:
            country = self.describer.context()
            if country is None or len(person.tokens) == 1 or person.tokens[0] not in given_names():
                return None
            return Owner(f"PRV:{country.behalf}", "CVL", "context:document-country", 0.3, person.name, country.evidence)
        return Owner(
            found.behalf.value,
            found.sector.value,
            "role:of-person",
            0.6 * found.behalf.score,
            person.name,
            found.behalf.evidence,
        )


def _as_private(found: Description) -> Description:
    """A place beside a name ("of Ohio", "(D-Calif.)") tells where somebody is from, no more."""
    if found.noun or found.kind == "body":
        return found
    country = country_of(found.behalf.value)
    return described(f"PRV:{country}", "CVL", "vocabulary:state", 0.45, found.behalf.evidence) if country else found


def _weight(found: Description) -> float:
    return (
        found.weight
        + found.behalf.score
        + (0.3 if found.noun else 0.0)
        - (0.4 if found.behalf.value == "unknown" else 0.0)
    )


def _codes(text: Text) -> frozenset[str]:
    """Every state and organisation that the document names."""
    codes = {
        t.entry.code if isinstance(t.entry, Place) else t.entry.behalf
        for t in text.tags
        if isinstance(t.entry, Place | Body)
    }
    return frozenset(codes | {c for b in codes if (c := country_of(b))})


def _initial(token: str) -> bool:
    return len(token.strip(".")) == 1


def _entries(tokens: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The pairs of given name and later name under which a full name is filed, an initial marked by its stop."""
    named = tokens[:_NAMES] if len(tokens) > _NAMES else tokens
    given = named[0].strip(".")
    yield f"{given[:1]}." if _initial(given) else full_form(given), named[-1]
    yield f"{given[:1]}?", named[-1]  # for whoever comes later with an initial only
    for k, token in enumerate(named):
        for later in named[k + 1 :]:
            yield full_form(token), later


def _lookups(tokens: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The pairs under which the same person may be filed already."""
    given = tokens[0].strip(".")
    if _initial(given):
        return (f"{given[:1]}.", tokens[-1]), (f"{given[:1]}?", tokens[-1])
    return (full_form(given), tokens[-1]), (f"{given[:1]}.", tokens[-1])


def _one_holder(terms: list[Term]) -> bool:
    """Whether terms are one person's, or people's of one name and one state, who speak for the same."""
    first = terms[0]
    return all(
        t.key == first.key
        or (_country(t) == _country(first) and agree(heard(first.name), t.name, frozenset(), prominent=True))
        for t in terms
    )


def _country(term: Term) -> str:
    return term.behalf.removeprefix("PRV:")


def _gender(tokens: tuple[str, ...]) -> str:
    return given_names().get(tokens[0], "") if len(tokens) > 1 else ""


def _tenure(term: Term, day: date | None) -> Tenure:
    """Whether an office is held on the document's day; without one, offices that nothing tells to have ended may be."""
    if day is not None:
        return term.on(day)
    return Tenure.ENDED if term.end or term.left_by else Tenure.POSSIBLY

"""The people of a document: their mentions under full and short names, and what the text says of each."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from onrecord.actors.descriptions import UNKNOWN, Describer, Description, Owner, country_of, described
from onrecord.actors.mentions import PARTICLES, SUFFIXES, Run, Text, role_of
from onrecord.vocabulary.actors import Body, Office, Place, Role, RoleClass, given_names, offices, word_list
from onrecord.vocabulary.words import fold

if TYPE_CHECKING:
    from datetime import date

_REACH = 14  # words that a description before or after a name may have
_AFTER = 24
_TITLE = 0.2  # what a description right before the name is worth more than one after it
_ADJECTIVAL = ("-born", "-based", "ist", "al", "ian")  # endings of adjectives in small letters
_COMPLEMENT = 10  # words that a complement or a predicate has at most
_DEPTH = 20  # people whose descriptions may hang on each other
_LONG = 5  # letters from which one wrong letter in a surname is forgiven
_MENTIONS = 12  # mentions of one person whose surroundings are read
_ADJECTIVES = word_list("adjectives")
_BEING = word_list("being")
_DETERMINERS = word_list("determiners")
_FEMALE = word_list("female")
_MALE = word_list("male")


@dataclass(slots=True)
class Person:
    """Somebody whom the document names.

    Attributes:
        tokens: the fullest name, folded.
        name: the fullest name as it stands.
        mentions: runs that name the person, in order.
        gender: "m", "f" or "".
        description: what the text says, None where it says nothing.
        nouns: role nouns that the text says of the person.
        office: the row of the table of office holders that fits, if any was asked for.
    """

    tokens: tuple[str, ...]
    name: str
    mentions: list[Run] = field(default_factory=list)
    gender: str = ""
    description: Description | None = None
    nouns: set[str] = field(default_factory=set)
    office: Office | None = None

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
        self._of_run: dict[int, Person] = {}
        self._busy: set[int] = set()
        self._done: set[int] = set()
        self._about = _codes(text)
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
        full = [r for r in self.text.runs if len(_bare(r.tokens)) > 1]
        for run in full:
            person = self._same_full(run)
            if person is None:
                person = Person(run.tokens, self._name(run))
                self.people.append(person)
                for token in dict.fromkeys(_bare(run.tokens)):
                    self._by_token.setdefault(token, []).append(person)
            elif len(run.tokens) > len(person.tokens):
                person.tokens, person.name = run.tokens, self._name(run)
                for token in _bare(run.tokens):
                    if person not in self._by_token.setdefault(token, []):
                        self._by_token[token].append(person)
            self._of_run[run.first] = person
        for run in self.text.runs:
            found = self._of_run.get(run.first) or self._short(run)
            found.mentions.append(run)
            self._of_run[run.first] = found
            found.gender = found.gender or run.gender

    def _name(self, run: Run) -> str:
        begin = run.last - len(run.tokens)
        span = self.text.span(begin, run.last)
        return span.text if span else " ".join(run.tokens)

    def _same_full(self, run: Run) -> Person | None:
        tokens = _bare(run.tokens)
        for person in self._by_token.get(tokens[-1], ()):
            other = _bare(person.tokens)
            if tokens == other or (tokens[-1] == other[-1] and _given_agree(tokens[0], other[0])):
                return person
            if len(tokens) < len(other) and set(tokens) <= set(other):
                return person
        return None

    def _short(self, run: Run) -> Person:
        token = _bare(run.tokens)[-1] if _bare(run.tokens) else run.tokens[-1]
        known = [p for p in self._by_token.get(token, ()) if not (run.gender and p.gender and run.gender != p.gender)]
        titled = [p for p in known if not run.gender or _gender(p.tokens) in {"", run.gender}]
        known = titled or known
        last_named = [p for p in known if _bare(p.tokens)[-1] == token]
        pool = last_named or known
        before = [p for p in pool if p.mentions]
        if pool:
            return max(before, key=lambda p: p.mentions[-1].first) if before else pool[0]
        near = self._misspelt(token) if len(run.tokens) == 1 else None
        if near is not None:
            return near
        person = Person(run.tokens, self._name(run))
        self.people.append(person)
        self._by_token.setdefault(token, []).append(person)
        return person

    def _misspelt(self, token: str) -> Person | None:
        """Somebody with a full name whose surname differs by one letter at the end, or by an article ("al-")."""
        for other in (token[:-1], token + token[-1:], f"al-{token}", f"el-{token}"):
            for person in self._by_token.get(other, ()) if len(token) >= _LONG else ():
                if len(person.tokens) > 1 and _bare(person.tokens)[-1] == other:
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
        person.gender = person.gender or _gender(person.tokens)
        if not person.gender:
            person.gender = "f" if person.nouns & _FEMALE else "m" if person.nouns & _MALE else ""

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
        if run.first <= 1 or text.gap(run.first - 1).strip() != ",":
            return None
        last = text.tag_at[run.first - 1]
        if last is not None and isinstance(last.entry, Role) and last.entry.kind == "person":
            return self._before(last.first), run.first
        k = run.first - 1
        while k > max(0, run.first - _REACH) and text.joined[k - 1]:
            k -= 1
        word = text.words[k]
        if word.folded in _DETERMINERS or text.tag_at[k] is not None or word.possessive:
            roles = [t for t in text.tags_in(k, run.first) if isinstance(t.entry, Role)]
            if roles and text.words[k].folded not in {"who", "which"}:
                return k, run.first
        return None

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
        """What the table of office holders says of a bare name, on the document's date."""
        rows = offices().get(_bare(person.tokens)[-1] if _bare(person.tokens) else "", ())
        full = [o for o in rows if _names_agree(_words(o.name), _bare(person.tokens))]
        if len(_bare(person.tokens)) == 1:
            full = [o for o in full if o.behalf.removeprefix("PRV:") in self._about]
        if not full:
            return None
        day = self.text.document.published
        current = [o for o in full if _in_office(o, day)]
        chosen = current or full
        names = {o.name for o in chosen}
        if len(names) > 1:
            return None
        office = chosen[0]
        person.office = office
        span = self.text.span(person.mentions[0].first, person.mentions[0].last) if person.mentions else None
        evidence = (span,) if span else ()
        if current or day is None:
            found = described(office.behalf, office.sector, "table:office-holders", 0.8, evidence)
        elif all(o.start > day.isoformat() for o in full):
            return None
        else:
            found = described(
                f"PRV:{country_of(office.behalf)}" if country_of(office.behalf) else UNKNOWN,
                "ELI",
                "table:office-holders",
                0.3,
                evidence,
            )
        return replace(found, role=office.role, noun=office.role.split()[-1].lower())

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


def _bare(tokens: tuple[str, ...]) -> tuple[str, ...]:
    kept = tuple(t for t in tokens if t not in PARTICLES and t not in SUFFIXES)
    return kept or tokens


def _words(name: str) -> tuple[str, ...]:
    return _bare(tuple(fold(name).replace(".", "").split()))


def _codes(text: Text) -> frozenset[str]:
    """Every state and organisation that the document names."""
    codes = {
        t.entry.code if isinstance(t.entry, Place) else t.entry.behalf
        for t in text.tags
        if isinstance(t.entry, Place | Body)
    }
    return frozenset(codes | {c for b in codes if (c := country_of(b))})


def _names_agree(held: tuple[str, ...], named: tuple[str, ...]) -> bool:
    if held[-1] != named[-1]:
        return False
    return len(named) == 1 or _given_agree(held[0], named[0]) or named[0] in held


def _given_agree(one: str, other: str) -> bool:
    """Whether two given names may be one person's: the same, an initial, or one the beginning of the other."""
    return one == other or (
        one[0] == other[0] and (len(one.strip(".")) == 1 or len(other.strip(".")) == 1 or one[:3] == other[:3])
    )


def _gender(tokens: tuple[str, ...]) -> str:
    return given_names().get(tokens[0], "") if len(tokens) > 1 else ""


def _in_office(office: Office, day: date | None) -> bool:
    if day is None:
        return not office.end
    now = day.isoformat()
    return office.start <= now and (not office.end or now[: len(office.end)] <= office.end)

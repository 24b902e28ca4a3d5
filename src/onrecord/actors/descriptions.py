"""What a phrase says of who speaks: role, body, in whose name, which sector (codebook, "behalf" and "Sector")."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.actors.mentions import Organisation, Run, Tag, Text, place_of, role_of
from onrecord.record import Judgement, Span
from onrecord.vocabulary.actors import Body, Place, PlaceKind, Role, RoleClass, phrases, states, word_list

if TYPE_CHECKING:
    from collections.abc import Callable

UNKNOWN = "unknown"
_LINKS = word_list("links")
_OWNING = word_list("owning")
_SENDING = word_list("sending")
_FORMER = word_list("former")
# Offices that also stand at the head of bodies other than states, so that "of" names the body.
_PRESIDING = word_list("presiding")
_STATE_SECTORS = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
_OPINIONS = frozenset({"EDU"})  # experts, observers: without a country they are of any
_PRIVATE_SECTORS = frozenset({"EDU", "JRN", "SOC", "LAB", "BUS", "MNC", "MED", "REL", "NGO"})
_EMPLOYED = frozenset({"BUS", "EDU", "SOC", "LAB", "MED"})  # roles that somebody has in a body with a name
_WIDE = frozenset({"IGO", "LEG"})
_PARTIES = frozenset({"PTY", "OPP"})
_SEATS = {"brussels": "BEL"}  # seats that speak for a body, and the state in which they lie
_LOCAL = frozenset({"COP", "JUD", "MED", "CVL", "REL"})  # roles that belong to the town, not to the body
# Words that lead to an outlet through which something was said, words between them and its name, and words after the name.
_TOLD = frozenset({"told", "tells", "telling", "tell"})
_LED = frozenset(
    {
        "interview with",
        "interviewed by",
        "quoted by",
        "cited by",
        "spoke to",
        "spoke with",
        "speaking to",
        "speaking with",
    }
)
_BEFORE_OUTLETS = frozenset({"the", "agency", "news", "newspaper", "broadcaster", "channel", "state", "daily"})
_QUOTE = frozenset({"quoted", "quotes", "quoting", "cited", "cites", "citing"})
_SENTENCE = 30  # words back that a sentence's first words are looked for
_OUTWEIGHED = 2  # how many times another state is named before a generic name is no longer the listed body's
_LEAD = 600  # characters in which a country counts double: headline, dateline and first paragraphs


@dataclass(frozen=True, slots=True)
class Description:
    """Who speaks, as a phrase tells it.

    Attributes:
        behalf: code of the codebook's table.
        sector: PLOVER code.
        role: the role noun as it stands, None where none does.
        organisation: the body as it stands.
        noun: the head noun, folded and singular; empty where none is known.
        kind: "person", "people", "body", "paper", "place" or "" where it can't be told.
        key: vocabulary id of the body that speaks, where it is one.
        weight: what its place beside a name adds when descriptions of one person are weighed.
    """

    behalf: Judgement[str]
    sector: Judgement[str]
    role: str | None = None
    organisation: str | None = None
    noun: str = ""
    kind: str = ""
    key: str | None = None
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Owner:
    """The body, state or person that an office or a paper belongs to."""

    behalf: str
    sector: str
    by: str
    score: float
    name: str | None = None
    evidence: tuple[Span, ...] = ()


def described(behalf: str, sector: str, by: str, score: float, evidence: tuple[Span, ...]) -> Description:
    """A description whose two judgements rest on the same words."""
    return Description(Judgement(behalf, by, score, evidence), Judgement(sector, by, score, evidence))


def country_of(behalf: str) -> str | None:
    """The state that a code belongs to, None for organisations, groups and the unknown."""
    code = behalf.removeprefix("PRV:")
    return code if code in states() else None


class Describer:
    """Reads descriptions off the words of one document.

    Args:
        text: the document's words and tags.
        owner_of: who a run of capitals is, as an owner; None where nobody knows.
    """

    def __init__(self, text: Text, owner_of: Callable[[Run], Owner | None]) -> None:
        self.text = text
        self._owner_of = owner_of
        self._counts = _countries(text)
        self._country = _document_country(text, self._counts)
        self._names = long_names(text)
        self._named_by: dict[str, list[Tag]] = {}  # organisations by the last word of their names, in order
        for tag in sorted((t for t in text.tags if isinstance(t.entry, Organisation)), key=lambda t: t.first):
            self._named_by.setdefault(text.words[tag.last - 1].folded, []).append(tag)

    def context(self) -> Owner | None:
        """The state that the document is about, as the owner of what names none ("police"); None where it names no state."""
        return self._country

    def describe(self, first: int, last: int) -> Description:
        """What the words ``first`` to ``last`` say of who speaks."""
        cut = self._cut(first, last)
        tags = self.text.tags_in(first, last)
        roles = [t for t in tags if isinstance(t.entry, Role)]
        head = next((t for t in reversed(roles) if t.first < cut), None) or next(iter(roles), None)
        if head is None or not isinstance(head.entry, Role):
            return self._nameless(first, last, tags)
        role = head.entry
        found = self._by_class(first, last, head, role)
        if role.kind in {"person", "people"} and self._is_former(first, max(cut, head.last), last):
            found = _formerly(found)
        span = self.text.span(head.first, head.last)
        return replace(found, role=span.text if span else None, noun=role.noun, kind=found.kind or role.kind)

    def _is_former(self, first: int, cut: int, last: int) -> bool:
        """Whether the office is no longer held: "former", "ex-", "who was ... until"."""
        words = self.text.words
        if any(w.folded in _FORMER or w.folded.startswith("ex-") for w in words[first:cut]):
            return True
        begins = [w.folded for w in words[first : first + 2]]
        return begins[:1] == ["who"] and begins[1:] == ["was"] and any(w.folded == "until" for w in words[first:last])

    def _cut(self, first: int, last: int) -> int:
        for k in range(first + 1, last):
            if self.text.words[k].folded in _LINKS or not self.text.joined[k - 1]:
                tag = self.text.tag_at[k]
                if tag is None or tag.first == k:
                    return k
        return last

    def _by_class(self, first: int, last: int, head: Tag, role: Role) -> Description:
        if role.group is RoleClass.STATE:
            return self._state(first, last, head, role)
        if role.group is RoleClass.PRIVATE:
            return self._private(first, last, head, role)
        if role.group is RoleClass.VAGUE:
            return self._vague(first, last, role)
        return self._office(first, last, head, role)

    def _state(self, first: int, last: int, head: Tag, role: Role) -> Description:
        by = f"role:{role.noun}"
        sender = self._sender(first, head.first) if _sends(role) else None
        before = sender or self._owner(first, head.first, nearest=True)
        after = self._owner_after(head.last, last, role) if before is None else None
        owner = before or after
        spans = self._spans(head)
        if owner is not None:
            spans += owner.evidence
            if owner.sector in _PRIVATE_SECTORS and role.kind != "body":
                return replace(
                    described(owner.behalf, owner.sector, owner.by, owner.score, spans), organisation=owner.name
                )
            if owner.behalf.startswith("PRV:") and (country := country_of(owner.behalf)):
                return described(country, role.sector, by, 0.85, spans)
            if country_of(owner.behalf) is None and owner.behalf != UNKNOWN:
                sector = role.sector if owner.sector == "LEG" or role.sector == "JUD" else owner.sector
                return described(owner.behalf, sector, owner.by, owner.score, spans)
            if owner.behalf != UNKNOWN:
                specific = owner.sector if role.sector == "GOV" and owner.sector in _STATE_SECTORS else role.sector
                return described(owner.behalf, specific, by, 0.95, spans)
        if role.country:
            return described(role.country, role.sector, by, 0.8, spans)
        return self._in_context(role.sector, by, spans, private=False)

    def _sender(self, first: int, last: int) -> Owner | None:
        """The state that sends an envoy, before the body that it sends to: "the Russian UN ambassador"."""
        tag = next(iter(self.text.tags_in(first, last)), None)
        place = place_of(tag)
        if tag is None or place is None or place.kind is PlaceKind.INSIDE:
            return None
        return Owner(place.code, "GOV", "vocabulary:state", 0.9, None, self._spans(tag))

    def _private(self, first: int, last: int, head: Tag, role: Role) -> Description:
        by = f"role:{role.noun}"
        owner = self._owner(first, head.first, nearest=True) or self._owner_after(head.last, last, role)
        spans = self._spans(head)
        if owner is not None and owner.behalf != UNKNOWN:
            spans += owner.evidence
            if country := country_of(owner.behalf):
                return replace(described(f"PRV:{country}", role.sector, by, 0.85, spans), organisation=owner.name)
            if owner.behalf.startswith("ORG:") and role.sector not in {"CVL", "JRN", "OPP"}:
                sector = owner.sector if role.sector in {"PTY", "SOC", "REB"} else role.sector
                return replace(described(owner.behalf, sector, owner.by, 0.7, spans), organisation=owner.name)
        company = self._named_company(first, head, last) if role.sector in _EMPLOYED else None
        if company is not None:
            return replace(
                described(f"ORG:{company.text}", role.sector, by, 0.5, (*spans, company)), organisation=company.text
            )
        return self._in_context(role.sector, by, spans, private=True)

    def _office(self, first: int, last: int, head: Tag, role: Role) -> Description:
        by = f"role:{role.noun}"
        owner = self._owner(first, head.first, nearest=True) or self._owner_after(head.last, last, role)
        spans = self._spans(head)
        if owner is not None:
            spans += owner.evidence
            found = described(owner.behalf, owner.sector, owner.by, owner.score, spans)
            kind = "body" if role.group is RoleClass.PAPER else ""
            return replace(found, organisation=owner.name, kind=kind)
        named = self._named_company(first, head, last) if role.group in {RoleClass.BUSINESS, RoleClass.OFFICE} else None
        if named is not None:
            sector = "BUS" if role.group is RoleClass.BUSINESS else "UNK"
            return replace(described(f"ORG:{named.text}", sector, by, 0.5, (*spans, named)), organisation=named.text)
        if role.group is RoleClass.BUSINESS:
            return self._in_context("BUS", by, spans, private=True)
        if role.group is RoleClass.PAPER:
            return described(UNKNOWN, "UNK", by, 0.3, spans)
        return self._in_context("GOV", by, spans, private=False, score=0.35)

    def _vague(self, first: int, last: int, role: Role) -> Description:
        owner = self._owner(first, last)
        words = self.text.span(first, last)
        evidence = (words,) if words else ()
        if (
            owner is not None
            and country_of(owner.behalf)
            and role.noun in {"some", "many", "other", "most", "critic", "those", "ally", "admirer", "supporter"}
        ):
            value = f"PRV:{country_of(owner.behalf)}"
            return described(value, "UNK", f"role:{role.noun}", 0.5, (*evidence, *owner.evidence))
        sector = (
            "GOV"
            if role.noun
            not in {
                "critic",
                "some",
                "many",
                "other",
                "observer",
                "insider",
                "those",
                "ally",
                "international",
                "detractor",
                "everyone",
                "nobody",
                "one",
                "most",
                "supporter",
                "admirer",
                "person",
            }
            else "UNK"
        )
        if role.noun in {"matter", "familiar", "insider", "person", "critic", "admirer"}:
            return described(UNKNOWN, "UNK", f"role:{role.noun}", 0.6, evidence)
        return described(f"group:{words.text if words else role.words}", sector, f"role:{role.noun}", 0.6, evidence)

    def _nameless(self, first: int, last: int, tags: list[Tag]) -> Description:
        owner = self._owner(first, last)
        if owner is None:
            return described(UNKNOWN, "UNK", "default", 0.1, ())
        tag = next((t for t in tags if not isinstance(t.entry, Role)), None)
        place = tag.entry if tag is not None and isinstance(tag.entry, Place) else None
        behalf, sector, by, kind = owner.behalf, owner.sector, owner.by, "body"
        if place is not None and tag is not None and owner.by == "vocabulary:state":
            kind = "place"
            if self._of_people(tag, place, first, last):
                behalf, sector = f"PRV:{place.code}", "CVL"
                kind = "people"
        entry = tag.entry if tag is not None else None
        listed = isinstance(entry, Body) and owner.by == "vocabulary:body"
        key = entry.key if isinstance(entry, Body) and listed else f"state:{behalf}" if kind == "place" else None
        return replace(
            described(behalf, sector, by, owner.score, owner.evidence),
            kind=kind,
            key=key,
            organisation=owner.name if kind == "body" else None,
        )

    def _of_people(self, tag: Tag, place: Place, first: int, last: int) -> bool:
        """Whether words around a place mean people there, not its government: "Malaysians", "agencies in Gaza"."""
        words = self.text.words
        alone = tag.last >= last
        if alone and place.kind is PlaceKind.DEMONYM:
            return words[tag.last - 1].folded.endswith("s") and tag.first == first
        inside = any(words[k].folded in _LINKS for k in range(first, tag.first))
        return (
            inside
            or place.kind in {PlaceKind.INSIDE, PlaceKind.DEMONYM}
            or (not alone and words[tag.last - 1].possessive)
        )

    def _in_context(
        self, sector: str, by: str, spans: tuple[Span, ...], *, private: bool, score: float = 0.5
    ) -> Description:
        crowd = private and sector in _OPINIONS and bool(spans) and spans[0].text.endswith("s")
        around = self._country if private else self._adjunct(spans) or self._country
        if around is None or crowd:
            return Description(Judgement(UNKNOWN, "default", 0.1, spans), Judgement(sector, by, 0.7, spans))
        code = around.behalf
        behalf = Judgement(
            f"PRV:{code}" if private else code, around.by, score * around.score, (*spans, *around.evidence)
        )
        return Description(behalf, Judgement(sector, by, 0.8, spans))

    def _adjunct(self, spans: tuple[Span, ...]) -> Owner | None:
        """The state told by the place with which the sentence begins: "In Baku, the ministry"."""
        text = self.text
        i = text.index(spans[0].start) if spans else 0
        k = i
        while k > max(0, i - _SENTENCE) and not any(mark in text.gap(k - 1) for mark in '.?!\n“"'):
            k -= 1
        if k + 1 >= i or text.words[k].folded not in {"in", "from"} or not text.words[k].capital:
            return None
        tag = text.tag_at[k + 1]
        place = place_of(tag)
        if tag is None or place is None or "," not in text.gap(tag.last - 1) or tag.last > i:
            return None
        return Owner(place.code, "GOV", "context:sentence", 0.9, None, self._spans(tag))

    def _owner(self, first: int, last: int, *, nearest: bool = False) -> Owner | None:
        """The body or state that stands in a range of words; bodies before states, states before people."""
        tags = self.text.tags_in(first, last)
        best: Owner | None = None
        for tag in tags:
            run = (
                self.text.run_at[tag.last]
                if tag.last < last and isinstance(tag.entry, Role) and tag.entry.kind == "person"
                else None
            )
            person = self._owner_of(run) if run is not None and run.first == tag.last else None
            if person is not None and person.by != "context:document-country":
                return person
            found = self._owner_by(tag, first)
            if found is not None and (
                best is None or found.score > best.score or (nearest and found.score == best.score)
            ):
                best = found
        if best is not None:
            return best
        for k in range(first, last):
            run = self.text.run_at[k]
            if run is not None and run.first == k:
                person = self._owner_of(run)
                if person is not None:
                    return person
        return None

    def _owner_by(self, tag: Tag, first: int) -> Owner | None:
        entry, spans = tag.entry, self._spans(tag)
        name = spans[0].text if spans else None
        if isinstance(entry, Body):
            return self._owner_body(tag, entry, name, spans)
        if isinstance(entry, Organisation):
            return self._owner_organisation(tag, entry, first, name, spans)
        if isinstance(entry, Place):
            score = 0.75 if entry.kind is PlaceKind.INSIDE else 0.9
            return Owner(entry.code, "GOV", "vocabulary:state", score, None, spans)
        return self._owner_role(tag, entry, first, name, spans)

    def _owner_body(self, tag: Tag, entry: Body, name: str | None, spans: tuple[Span, ...]) -> Owner:
        """A body of the vocabulary; the state told beside it is whose it is, and a generic name is of the text's state."""
        seat = self._seat(tag)
        if seat is not None:
            return Owner(seat, "GOV", "vocabulary:state", 0.75, None, spans)
        if entry.behalf.startswith("ORG:"):
            shown = entry.name if entry.sector == "GOV" else self._names.get(entry.name, entry.name)
            return Owner(f"ORG:{shown}", entry.sector, "vocabulary:body", 0.95, name, spans)
        beside = self._beside(tag)
        if entry.sector == "NGO" and beside is not None:
            return Owner(f"PRV:{beside}", "SOC", "rule:state-beside", 0.92, name, spans)
        if (own := country_of(entry.behalf)) is None and not entry.generic:
            return Owner(entry.behalf, entry.sector, "vocabulary:body", 0.95, name, spans)
        if entry.sector in _STATE_SECTORS | _PARTIES and beside is not None and beside != own:
            return Owner(_of_state(entry, beside), entry.sector, "rule:state-beside", 0.92, name, spans)
        around = self._country if entry.generic and beside is None else None
        if (
            around is None
            or around.behalf == own
            or self._counts[own or ""] * _OUTWEIGHED >= self._counts[around.behalf]
        ):
            return Owner(entry.behalf, entry.sector, "vocabulary:body", 0.95, name, spans)
        return Owner(_of_state(entry, around.behalf), entry.sector, around.by, 0.6, name, (*spans, *around.evidence))

    def _seat(self, tag: Tag) -> str | None:
        """The state where a seat of a body is but a town: "in Brussels", "Brussels police"."""
        words = self.text.words
        code = _SEATS.get(words[tag.first].folded)
        if code is None or tag.last - tag.first > 1:
            return None
        after = role_of(self.text.tag_at[tag.last]) if tag.last < len(words) and self.text.joined[tag.first] else None
        inside = tag.first > 0 and words[tag.first - 1].folded == "in"
        return code if inside or (after is not None and after.sector in _LOCAL) else None

    def _beside(self, tag: Tag) -> str | None:
        """The state told right before a body's name or in its complement: "Armenia's", "of Armenia"."""
        text = self.text
        before = text.tag_at[tag.first - 1] if tag.first and text.joined[tag.first - 1] else None
        k = tag.last
        if k < len(text.words) and text.joined[k - 1] and text.words[k].folded == "of":
            k += 2 if k + 2 < len(text.words) and text.words[k + 1].folded == "the" else 1
        after = text.tag_at[k] if tag.last < k < len(text.words) and text.joined[k - 1] else None
        for near in (before, after):
            place = place_of(near)
            if place is not None and place.kind is not PlaceKind.INSIDE:
                return place.code
        return None

    def _owner_organisation(
        self, tag: Tag, entry: Organisation, first: int, name: str | None, spans: tuple[Span, ...]
    ) -> Owner | None:
        if entry.group == "ORG":
            return Owner(f"ORG:{name}", entry.sector, "shape:organisation", 0.92, name, spans)
        inner = _place_in(self.text, tag.first, tag.last) or _place_in(self.text, max(first, tag.first - 2), tag.first)
        around = self._country
        country = inner or (around.behalf if around else None)
        if country is None:
            return Owner(UNKNOWN, entry.sector, "shape:organisation", 0.91, name, spans)
        code = country if entry.group == "STATE" else f"PRV:{country}"
        return Owner(code, entry.sector, "shape:organisation", 0.91, name, spans)

    def _owner_role(self, tag: Tag, role: Role, first: int, name: str | None, spans: tuple[Span, ...]) -> Owner | None:
        if role.group is RoleClass.BUSINESS and role.kind == "body":
            return self._named_so(role.noun, tag.first, spans)
        if role.kind not in {"body", "person"} or role.group not in {RoleClass.STATE, RoleClass.PRIVATE}:
            return None
        if (
            role.group is RoleClass.PRIVATE
            and role.kind == "person"
            and role.sector not in {"OPP", "PTY", "REB", "JRN", "MED", "LAB", "EDU", "SOC", "REL", "CVL"}
        ):
            return None
        before = next(
            (
                t.entry
                for t in reversed(self.text.tags_in(max(first, tag.first - 6), tag.first))
                if isinstance(t.entry, Place)
            ),
            None,
        )
        inside = (
            before.code
            if before
            else (
                _place_in(self.text, tag.last, min(tag.last + 4, len(self.text.words)))
                if self._linked(tag.last)
                else None
            )
        )
        around = self._country
        country = inside or role.country or (around.behalf if around else None)
        score = 0.93 if inside or role.country else 0.6
        if country is None:
            return Owner(UNKNOWN, role.sector, f"role:{role.noun}", 0.3, name, spans)
        private = role.group is RoleClass.PRIVATE
        return Owner(f"PRV:{country}" if private else country, role.sector, f"role:{role.noun}", score, name, spans)

    def _named_so(self, noun: str, i: int, spans: tuple[Span, ...]) -> Owner | None:
        """The organisation named last before whose name ends in ``noun``: "the zoo" is "the Springfield Zoo"."""
        named = self._named_by.get(noun, [])
        k = bisect_left(named, i, key=lambda tag: tag.first)
        tag = named[k - 1] if k else None
        if tag is None or not isinstance(tag.entry, Organisation):
            return None
        entry, told = tag.entry, self._spans(tag)
        return self._owner_organisation(tag, entry, tag.first, told[0].text, (*spans, *told))

    def _linked(self, i: int) -> bool:
        return i < len(self.text.words) and self.text.joined[i - 1] and self.text.words[i].folded in {"in", "of"}

    def _owner_after(self, i: int, last: int, role: Role) -> Owner | None:
        """The owner in the complement: "spokesman for X", "president of X"; where an envoy is sent to is no owner."""
        owning = self.text.words[max(0, i - 2)].folded in {"who", "which"}  # "who heads the agency"
        k = i
        while k < last:
            word = self.text.words[k].folded
            if word in _LINKS or (k > i and not self.text.joined[k - 1] and "," not in self.text.gap(k - 1)):
                owning = word in _OWNING and not (_sends(role) and word in {"to", "in", "for", "at"})
                if role.noun == "minister" and word in {"for", "of"}:
                    owning = False
                if (
                    role.group is RoleClass.STATE
                    and role.kind == "person"
                    and role.sector == "GOV"
                    and (role.country or word in {"in", "at", "with", "to", "by", "near"})
                ):
                    owning = owning and word in {"of", "from"} and role.country is None
                if not owning and word not in _OWNING:
                    return None
                k += 1
                continue
            if owning:
                stop = next(
                    (
                        m
                        for m in range(k + 1, last)
                        if self.text.words[m].folded in _LINKS and self.text.tag_at[m] is None
                    ),
                    last,
                )
                found = self._owner(k, stop)
                if found is not None and not (
                    role.group is RoleClass.STATE
                    and role.noun not in _PRESIDING
                    and found.by == "vocabulary:body"
                    and country_of(found.behalf) is None
                    and found.sector not in _WIDE
                ):
                    return found
                k = stop
                continue
            k += 1
        return None

    def _named_company(self, first: int, head: Tag, last: int) -> Span | None:
        """A run of capitals that nobody knows beside the role: "Facebook spokesperson", "chief executive of Acme"."""
        for k in [*range(first, head.first), *range(head.last, min(last, head.last + 6))]:
            run = self.text.run_at[k]
            if run is None or run.first != k or run.last > last:
                continue
            before = self.text.words[k - 1].folded if k else ""
            beside = (
                run.last == head.first
                or before in {"of", "for", "at", "from", "with"}
                or (before == "the" and k > head.last)
            )
            if beside:
                return self.text.span(run.first, run.last)
        return None

    def _spans(self, tag: Tag) -> tuple[Span, ...]:
        span = self.text.span(tag.first, tag.last)
        return (span,) if span else ()


def long_names(text: Text) -> dict[str, str]:
    """For each body of the vocabulary that the document names, the longest name that it uses."""
    found: dict[str, str] = {}
    for tag in text.tags:
        if isinstance(tag.entry, Body):
            span = text.span(tag.first, tag.last)
            if span and len(span.text) > len(found.get(tag.entry.name, "")):
                found[tag.entry.name] = span.text
    return found


def state_of(tag: Tag) -> str | None:
    """The state that a tag tells, None where it tells none."""
    entry = tag.entry
    if isinstance(entry, Place):
        return entry.code
    return country_of(entry.behalf) if isinstance(entry, Body) else None


def _place_in(text: Text, first: int, last: int) -> str | None:
    for k in range(first, min(last, len(text.words))):
        tag = text.tag_at[k]
        if tag is not None and isinstance(tag.entry, Place):
            return tag.entry.code
    _, places, _ = phrases()
    for k in range(first, min(last, len(text.words))):
        found = places.at(text.words, k, text.joined)
        if found is not None:
            return found[1].code
    return None


def _sends(role: Role) -> bool:
    """Whether the place after a role is where somebody is sent to."""
    return role.noun in _SENDING or role.words.endswith("permanent representative")


def _formerly(found: Description) -> Description:
    """Who held an office of a state speaks for nobody but is of the country; of an organisation, of no country told."""
    code = found.behalf.value
    country = country_of(code)
    if country != code and not (country is None and code.isalpha() and code.isupper()):
        return found
    return replace(
        found,
        behalf=replace(found.behalf, value=f"PRV:{country}" if country else UNKNOWN, by="role:former"),
        sector=replace(found.sector, value="ELI", by="role:former"),
    )


def _of_state(body: Body, code: str) -> str:
    """The behalf of a body of the same kind in another state."""
    return f"PRV:{code}" if body.behalf.startswith("PRV:") else code


def _between(text: Text, tag: Tag) -> bool:
    """Whether a tag is an outlet through which somebody's words came: "told the BBC", "Xinhua cited her"."""
    if not isinstance(tag.entry, Body) or tag.entry.sector != "JRN":
        return False
    first = tag.first - 1
    while first > 0 and text.joined[first] and text.words[first].folded in _BEFORE_OUTLETS:
        first -= 1
    before = [text.words[k].folded for k in range(max(0, first - 1), first + 1) if text.joined[k]]
    after = text.words[tag.last].folded if tag.last < len(text.words) and text.joined[tag.last - 1] else ""
    return not _TOLD.isdisjoint(before[-1:]) or " ".join(before) in _LED or after in _QUOTE


def _countries(text: Text) -> Counter[str]:
    """How often the document names each state, its first lines counted double, words of several states not at all.

    Who is told something, or cites it, says nothing of where it happened: such outlets count for no state.
    """
    counts: Counter[str] = Counter()
    generic: Counter[str] = Counter()
    for tag in text.tags:
        code = state_of(tag)
        if code is not None and not _between(text, tag):
            kept = generic if isinstance(tag.entry, Body) and tag.entry.generic else counts
            kept[code] += 2 if text.words[tag.first].start < _LEAD else 1
    told = Counter({code: n for code, n in generic.items() if code in counts or not counts})
    return counts + told


def _document_country(text: Text, counts: Counter[str]) -> Owner | None:
    """The state that the document names most."""
    if not counts:
        return None
    code, count = counts.most_common(1)[0]
    tag = next(t for t in text.tags if state_of(t) == code)
    span = text.span(tag.first, tag.last)
    share = count / sum(counts.values())
    return Owner(code, "GOV", "context:document-country", 0.5 + 0.5 * share, None, (span,) if span else ())

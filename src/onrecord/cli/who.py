"""Tell who somebody is: the one call behind ``onrecord who``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from onrecord.cli.output import open_output
from onrecord.cli.progress import Reporter
from onrecord.errors import OnrecordError
from onrecord.views import Format
from onrecord.views.printable import one_line
from onrecord.vocabulary.people import Tenure, Term, aliases, first_day, named, surnamed
from onrecord.vocabulary.person_names import heard

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from typing import TextIO

    from rich.console import Console

KNOWN, NOBODY = 0, 1

_SHOWN = (Tenure.HELD, Tenure.POSSIBLY, Tenure.UNDATED)
_WIDEST = 100  # columns beyond which lines grow hard to read
_FEW = 5  # names that are suggested, or shown beside somebody's own
_INDENT = 4


class UnknownPersonError(OnrecordError):
    """A name that nobody in the stores bears."""


def tell(name: str, day: date | None, *, as_json: bool) -> int:
    """Print who bears ``name``: each person with the offices held.

    Args:
        name: as the user gave it.
        day: the day asked about, or None for all offices.
        as_json: whether to write JSON rather than text for people.

    Returns:
        The exit status: ``KNOWN``, or ``NOBODY`` after an error on standard error.
    """
    people = _people(named(name), day)
    if not people:
        with Reporter(live=False, quiet=False) as reporter:
            reporter.error(_unknown(name))
        return NOBODY
    with open_output(None, Format.JSON if as_json else Format.TERMINAL) as out:
        if as_json:
            json.dump(_answer(name, day, people), out, ensure_ascii=False, indent=2)
            out.write("\n")
        else:
            _print(people, aliases(name), day, out)
    return KNOWN


def _people(terms: Iterable[Term], day: date | None) -> list[list[Term]]:
    """Each person's terms in the order of time; first those in office on the day, last those without dates."""
    people: dict[str, list[Term]] = {}
    for term in terms:
        people.setdefault(term.key, []).append(term)
    ordered = [
        sorted(held, key=lambda t: (t.start or t.end.lstrip("~<") or t.asof, t.role)) for held in people.values()
    ]
    return sorted(ordered, key=lambda held: min(_rank(term, day) for term in held))


def _rank(term: Term, day: date | None) -> tuple[int, bool]:
    if term.listed:
        return len(Tenure), True
    return (list(Tenure).index(term.on(day)) if day else 0), not term.prominent


def _unknown(name: str) -> UnknownPersonError:
    words = heard(name)
    what = f"nobody called “{name}” is known"
    near = surnamed(name.rsplit(maxsplit=1)[-1], prominent=True) if words else ()
    names = list(dict.fromkeys(term.name for term in near))[:_FEW]
    if names:
        return UnknownPersonError(what, f"give a full name, such as {', '.join(names)}")
    if len(words) < 2:  # noqa: PLR2004 - one word is no full name
        return UnknownPersonError(what, "give the full name, since a surname alone is never looked up")
    return UnknownPersonError(what, "try another spelling; whoever is missing is unknown, not a private person")


def _print(people: list[list[Term]], names: dict[str, tuple[str, ...]], day: date | None, out: TextIO) -> None:
    from rich.console import Console  # noqa: PLC0415 - not needed for JSON

    console = Console(file=out, markup=False, highlight=False, emoji=False)
    console.width = min(console.width, _WIDEST)
    for index, held in enumerate(people):
        if index:
            console.print()
        _print_person(console, held, names.get(held[0].key, ()), day)


def _print_person(console: Console, held: list[Term], names: tuple[str, ...], day: date | None) -> None:
    first = held[0]
    others = [name for name in names if name != first.name][:_FEW]
    _line(console, first.name, 0, "bold cyan")
    if others:
        _line(console, f"also {', '.join(others)}", _INDENT)
    if first.key.startswith("wikidata:"):
        _line(console, f"Wikidata {first.key.removeprefix('wikidata:')}", _INDENT)
    shown = held if day is None else [term for term in held if term.on(day) in _SHOWN]
    for term in shown:
        _print_term(console, term, day)
    if day is not None and not any(not term.listed for term in shown):
        _print_nearby(console, held, day)


def _print_term(console: Console, term: Term, day: date | None) -> None:
    tenure = term.on(day) if day else None
    asked = f"{tenure}: " if tenure in {Tenure.HELD, Tenure.POSSIBLY} else ""
    _line(console, f"{asked}{term.role} [{term.behalf} · {term.sector}]", 2, "bold" if tenure is Tenure.HELD else "")
    _line(console, period(term), _INDENT)
    _line(console, basis(term), _INDENT)


def _print_nearby(console: Console, held: list[Term], day: date) -> None:
    """The offices next in time, where none is held on the day."""
    dated = [term for term in held if not term.listed]
    if not dated:
        return
    _line(console, f"no office known on {day.isoformat()}", 2)
    before = [term for term in dated if term.on(day) is Tenure.ENDED]
    after = [term for term in dated if term.on(day) is Tenure.NOT_YET]
    if before:
        _print_term(console, max(before, key=lambda t: t.end.lstrip("~<") or t.left_by), None)
    if after:
        _print_term(console, min(after, key=lambda t: first_day(t.start) or day), None)


def _line(console: Console, text: str, depth: int, style: str = "") -> None:
    from rich.text import Text  # noqa: PLC0415 - not needed for JSON

    for line in Text(one_line(text), style=style).wrap(console, max(console.width - depth, 1)):
        line.rstrip()
        console.print(Text(" " * depth) + line, soft_wrap=True)


def period(term: Term) -> str:
    """When an office was held, in words: no more than its row tells."""
    if term.listed:
        return f"as listed on {term.asof}: no dates of office" if term.asof else "as listed: no dates of office"
    start = f"since {term.start}" if term.start else "since a day that is not known"
    mark, end = term.end[:1], term.end.lstrip("~<")
    if mark == "~":
        ended = f"last seen in office on {end}, not known after that day"
    elif mark == "<":
        ended = f"not known after {term.asof}, gone by {end}" if term.asof < end else f"gone by {end}"
    elif end:
        return f"{term.start} to {end}" if term.start else f"until {end}"
    else:
        ended = f"not known after {term.asof}"
    if term.left_by:
        told = " (*unverified*)" if term.left_source is not None and not term.left_source.verified else ""
        ended += f", ended before {term.left_by}{told}"
    return f"{start}, {ended}"


def basis(term: Term) -> str:
    """What an office rests on, in words; *unverified* where nothing does."""
    if not term.verified:
        return f"*unverified*: {term.source.words}"
    return f"source: {term.source.words}; {term.source.licence}"


def _answer(name: str, day: date | None, people: list[list[Term]]) -> dict[str, Any]:
    names = aliases(name)
    return {
        "name": name,
        "on": day.isoformat() if day else None,
        "people": [
            {
                "key": held[0].key,
                "name": held[0].name,
                "aliases": [other for other in names.get(held[0].key, ()) if other != held[0].name],
                "offices": [_office(term, day) for term in held],
            }
            for held in people
        ],
    }


def _office(term: Term, day: date | None) -> dict[str, Any]:
    return {
        "role": term.role,
        "behalf": term.behalf,
        "sector": term.sector,
        "start": term.start or None,
        "end": term.end or None,
        "asof": term.asof or None,
        "ended_before": term.left_by or None,
        "tenure": term.on(day).value if day else None,
        "listed": term.listed,
        "verified": term.verified,
        "source": {"code": term.source.code, "words": term.source.words, "licence": term.source.licence or None},
    }

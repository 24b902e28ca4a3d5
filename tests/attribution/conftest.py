"""Forms that the reader does not master yet are listed by name: one that it learns has to be taken off the list."""

from __future__ import annotations

from pathlib import Path

import pytest

NOT_YET = Path(__file__).with_name("not_yet.txt")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    names = {line for line in NOT_YET.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")}
    missing = pytest.mark.xfail(reason="not mastered yet", strict=True)
    for item in items:
        if item.path.parent == NOT_YET.parent and f"{item.path.name}::{item.name}" in names:
            item.add_marker(missing)
            names.discard(f"{item.path.name}::{item.name}")

"""Fixtures that several packages' tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# Models load on first use, so one example may take long; no test here is a test of time.
settings.register_profile("onrecord", deadline=None)
settings.load_profile("onrecord")

ASSETS = Path(__file__).parent / "assets"


def required(name: str) -> bool:
    """Whether the environment says that tests may not be skipped for want of ``name``."""
    return name in {part.strip() for part in os.environ.get("ONRECORD_REQUIRE", "").split(",")}


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real articles and corpora beside the checkout (or where ONRECORD_SHARED says), never part of it."""
    checkout = Path(__file__).resolve().parents[1]
    folder = Path(os.environ.get("ONRECORD_SHARED") or checkout.parent / "shared")
    if folder.is_dir():
        return folder
    missing = f"{folder} is missing: set ONRECORD_SHARED to the folder of articles and corpora"
    if required("shared"):
        pytest.fail(missing)
    pytest.skip(missing)


@pytest.fixture(scope="session")
def assets() -> Path:
    """Files that tests read, one per way to be wrong."""
    return ASSETS

"""Fetching a web page: the one place where intake goes online."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from onrecord.intake import faults
from onrecord.intake.decoding import MAX_BYTES

if TYPE_CHECKING:
    import httpx

TIMEOUT = 20.0
"""Seconds to wait for a connection, or between two pieces of an answer."""

LONGEST = 120.0
"""Seconds that a whole answer may take."""

MAX_REDIRECTS = 5

_AGENT = "onrecord (reads one page at a user's request)"


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer from the web.

    Attributes:
        data: the body, with transfer compression undone.
        url: the address that answered, after redirects.
        media_type: such as "text/html", None where the server does not say.
        charset: encoding that the server names, if any.
    """

    data: bytes
    url: str
    media_type: str | None
    charset: str | None


def fetch(url: str) -> Fetched:
    """Get ``url`` with one request, redirects followed.

    Args:
        url: an http or https address.

    Raises:
        IntakeError: for another scheme, an address that does not answer or answers with an error, and a body of more
            than ``MAX_BYTES`` bytes.
    """
    import httpx  # noqa: PLC0415 - a tenth of a second that only URLs need

    _require_web(url)
    try:
        with (
            httpx.Client(
                follow_redirects=True, max_redirects=MAX_REDIRECTS, timeout=TIMEOUT, headers={"User-Agent": _AGENT}
            ) as client,
            client.stream("GET", url) as response,
        ):
            return _received(url, response)
    except httpx.TimeoutException as error:
        raise faults.slow(url, TIMEOUT) from error
    except httpx.TooManyRedirects as error:
        raise faults.endless(url, MAX_REDIRECTS) from error
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, ValueError) as error:
        raise faults.unreachable(url, error) from error


def is_web_address(words: str) -> bool:
    """Whether an input is meant as an address: it has a scheme and ``//``."""
    scheme, mark, _ = words.partition("://")
    return bool(mark) and scheme.isalpha()


def _require_web(url: str) -> None:
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        parts, host = None, None
    if parts is None or parts.scheme.lower() not in {"http", "https"}:
        raise faults.no_web_address(url)
    if not host:
        raise faults.no_host(url)


def _received(url: str, response: httpx.Response) -> Fetched:
    if not response.is_success:
        raise faults.refused(url, f"{response.status_code} {response.reason_phrase}")
    data = bytearray()
    started = time.monotonic()
    for piece in response.iter_bytes():
        data += piece
        if time.monotonic() - started > LONGEST:
            raise faults.slow(url, LONGEST)
        if len(data) > MAX_BYTES:
            raise faults.too_long(url, MAX_BYTES, "bytes", "give the address of a single document")
    media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    return Fetched(bytes(data), str(response.url), media_type or None, response.charset_encoding)

"""Fetching, over a server on this machine."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import IntakeError
from onrecord.intake import fetch, fetching, open_documents
from onrecord.record import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

STORY = "Bridge closed\n\nThe mayor of Port Elsin said that nobody would cross the bridge. “Nobody,” he said.\n"
PAGE = (
    "<html><body><article>"
    + "<p>The mayor said that “nobody” crosses the bridge today.</p>" * 6
    + "</article></body></html>"
)


class _Handler(BaseHTTPRequestHandler):
    """Answers by path."""

    def do_GET(self) -> None:
        answers = {
            "/story": (200, "text/plain; charset=windows-1252", STORY.encode("cp1252")),
            "/page": (200, "text/html", PAGE.encode()),
            "/data": (200, "application/json", b"{}"),
            "/long": (200, "text/plain", b"word " * 100),
        }
        moved = {"/moved": "/story", "/loop": "/loop", "/away": "ftp://l.example/"}.get(self.path)
        status, kind, body = answers.get(self.path, (404, "text/plain", b"gone"))
        self.send_response(302 if moved else status)
        self.send_header("Content-Type", kind)
        if moved:
            self.send_header("Location", moved)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the base class gives it
        """Say nothing."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a running server."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_bytes_and_headers_are_kept(site: str) -> None:
    fetched = fetch(f"{site}/story")
    assert fetched.data == STORY.encode("cp1252")
    assert (fetched.url, fetched.media_type, fetched.charset) == (f"{site}/story", "text/plain", "windows-1252")


def test_redirects_are_followed_to_their_end(site: str) -> None:
    assert fetch(f"{site}/moved").url == f"{site}/story"


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("/gone", "answered 404 Not Found"),
        ("/loop", "redirects more than 5 times"),
        ("/away", "could not be fetched"),
    ],
)
def test_what_goes_wrong_is_named(site: str, path: str, what: str) -> None:
    with pytest.raises(IntakeError) as caught:
        fetch(site + path)
    assert caught.value.what.startswith(f"{site}{path} {what}")
    assert caught.value.remedy


def test_a_body_over_the_cap_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "MAX_BYTES", 10)
    with pytest.raises(IntakeError, match="longer than 10 bytes"):
        fetch(f"{site}/long")


def test_nobody_there_is_an_error(site: str) -> None:
    with pytest.raises(IntakeError, match="could not be fetched"):
        fetch(site.rsplit(":", 1)[0] + ":1/")


def test_addresses_are_inputs(site: str) -> None:
    story, page, data, gone = open_documents([f"{site}/{path}" for path in ("story", "page", "data", "gone")])
    assert isinstance(story, Document)
    assert (story.id, story.url, story.text, story.encoding) == (f"{site}/story", f"{site}/story", STORY, "cp1252")
    assert isinstance(page, Document)
    assert (page.media_type, page.url) == ("text/html", f"{site}/page")
    assert isinstance(data, IntakeError)
    assert isinstance(gone, IntakeError)

"""What can be wrong with an input, each with what to do: the same fault has the same words wherever it is found."""

from __future__ import annotations

from onrecord.errors import IntakeError

_SAVE_PAGE = "save the page from a browser and read the file"
_SPLIT = "split it into its documents"
_REMEDIES = {
    PermissionError: "give yourself permission to read it (chmod u+r)",
    FileNotFoundError: "check the spelling and the folder you are in, or where the link points",
}


def empty(name: str) -> IntakeError:
    """Nothing but blanks in it."""
    return IntakeError(f"{name} is empty", "give a file with text in it")


def too_long(name: str, limit: int, unit: str, remedy: str = _SPLIT) -> IntakeError:
    """Longer than is read; ``unit`` is what ``limit`` counts."""
    return IntakeError(f"{name} is longer than {limit:,} {unit}", remedy)


def not_text(name: str, what: str, remedy: str = "give text or HTML") -> IntakeError:
    """Binary; ``what`` tells what it is."""
    return IntakeError(f"{name} is {what}, not text", remedy)


def other_format(name: str, what: str, remedy: str) -> IntakeError:
    """Text, but of a format that is not read."""
    return IntakeError(f"{name} is {what}, which is not read", remedy)


def damaged(name: str, encoding: str) -> IntakeError:
    """Not valid in the encoding of its byte order mark."""
    return IntakeError(
        f"{name} has the byte order mark of {encoding} but is not valid in it",
        "get an undamaged copy, or save it as UTF-8",
    )


def no_encoding(name: str) -> IntakeError:
    """In no encoding that can be told."""
    return IntakeError(f"{name} is in no encoding that can be told", "save it as UTF-8")


def half_character(name: str) -> IntakeError:
    """A string that no file can hold."""
    return IntakeError(f"{name} holds half a surrogate pair", "decode the original with errors='strict'")


def no_article(name: str) -> IntakeError:
    """HTML in which no article is found."""
    return IntakeError(
        f"{name} is HTML without an article in it",
        "open the article's own page rather than a list or a front page, or save its words as .txt",
    )


def needs_script(name: str) -> IntakeError:
    """A page that only asks to enable JavaScript."""
    return IntakeError(
        f"{name} holds only a request to enable JavaScript", "save the page from a browser once it has loaded"
    )


def no_path(given: str) -> IntakeError:
    """Not even the form of a path."""
    return IntakeError(f"{given!r} is no path", "give a file, a directory, a glob, a URL or -")


def missing(name: str, *, is_glob: bool) -> IntakeError:
    """No such file, or a glob that matches none."""
    what = "matches no file" if is_glob else "does not exist"
    return IntakeError(f"{name} {what}", "check the spelling and the folder you are in")


def nothing_inside(name: str) -> IntakeError:
    """A directory without documents."""
    return IntakeError(
        f"{name} holds no document", "put .txt, .text, .html, .htm or .xhtml files in it, or name the files themselves"
    )


def unreadable(name: str, error: OSError) -> IntakeError:
    """The system refuses to read it."""
    remedy = _REMEDIES.get(type(error), "check that it is a readable file")
    return IntakeError(f"{name} cannot be read ({error.strerror or error})", remedy)


def no_web_address(url: str) -> IntakeError:
    """A scheme that is not fetched."""
    return IntakeError(f"{url} is not a web address", "give one that begins with http:// or https://, or a file")


def no_host(url: str) -> IntakeError:
    """An address that names no host."""
    return IntakeError(f"{url} names no host", "check the address")


def slow(url: str, seconds: float) -> IntakeError:
    """No answer in time."""
    return IntakeError(f"{url} did not answer within {seconds:.0f} s", f"try again later, or {_SAVE_PAGE}")


def endless(url: str, redirects: int) -> IntakeError:
    """Redirected too often."""
    return IntakeError(f"{url} redirects more than {redirects} times", _SAVE_PAGE)


def refused(url: str, status: str) -> IntakeError:
    """Answered with an error."""
    return IntakeError(f"{url} answered {status}".rstrip(), f"check the address, or {_SAVE_PAGE}")


def unreachable(url: str, error: Exception) -> IntakeError:
    """Could not be fetched for another reason."""
    words = str(error).strip()
    reason = words.splitlines()[0] if words else type(error).__name__
    return IntakeError(
        f"{url} could not be fetched ({reason})", f"check the address and the connection, or {_SAVE_PAGE}"
    )

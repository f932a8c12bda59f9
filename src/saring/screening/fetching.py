"""Lists from the network: only when asked for, over HTTPS, within limits of time and size."""

from __future__ import annotations

import time
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from saring.model import SaringError

from .lists.opened import MAX_BYTES

SECONDS = 300.0
PATIENCE = 30.0
LOCAL = ("127.0.0.1", "localhost", "::1")
# What lies beside the chief table of OFAC's CSV.
BESIDE = {"sdn.csv": ("alt.csv", "add.csv", "sdn_comments.csv"),
          "cons_prim.csv": ("cons_alt.csv", "cons_add.csv", "cons_comments.csv")}  # fmt: skip


def is_address(given: str) -> bool:
    """Whether a word is an address rather than a file."""
    return given.startswith(("https://", "http://"))


def fetch(address: str, folder: Path, seconds: float = SECONDS) -> Path:
    """The file behind an address, in a folder, with the tables that belong to it; over HTTPS, or from this machine."""
    end = time.monotonic() + seconds
    path = _one(address, folder, end)
    name = urlsplit(address).path.rsplit("/", 1)[-1]
    for other in BESIDE.get(name.lower(), ()):
        _one(address.replace(name, other), folder, end)
    return path


class _Same(HTTPRedirectHandler):
    """Follows a redirect only to an address that could have been given."""

    def redirect_request(
        self, req: Request, fp: object, code: int, msg: str, headers: object, newurl: str
    ) -> Request | None:
        """The request for the new address, if that address is allowed."""
        _check(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def _check(address: str) -> None:
    parts = urlsplit(address)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOCAL):
        raise SaringError("unreadable", address, "only addresses with https are fetched", "https://…")


def _one(address: str, folder: Path, end: float) -> Path:
    _check(address)
    name = urlsplit(address).path.rsplit("/", 1)[-1] or "list"
    path = folder / "".join(c if c.isalnum() or c in "._-" else "_" for c in name)
    size = 0
    request = Request(address, headers={"User-Agent": "saring"})  # noqa: S310  # its scheme was checked above
    try:
        with build_opener(_Same).open(request, timeout=PATIENCE) as answer, path.open("wb") as stream:
            while chunk := answer.read(1 << 16):
                size += len(chunk)
                if size > MAX_BYTES:
                    raise SaringError("too_large", address, "the file is too large", f"up to {MAX_BYTES} bytes")
                if time.monotonic() > end:
                    raise SaringError("unreadable", address, "the time is over", "try again, or the file by hand")
                stream.write(chunk)
    except (URLError, OSError, ValueError) as failure:
        raise SaringError(
            "unreadable", address, f"cannot be fetched: {failure}", "a network, or the file by hand"
        ) from failure
    return path

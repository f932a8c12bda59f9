"""Listening for callers: the port is taken before anybody is told of it."""

from __future__ import annotations

import contextlib
import os
import socket
from typing import Any

from saring.apps.complaints import DONE, SOME_UNUSABLE


def listening(host: str, port: int) -> socket.socket:
    """A socket on a host and port (0: any that is free); a port that cannot be had is a wrong option."""
    from saring.apps.cli import WrongOption

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        where = "--host" if isinstance(error, socket.gaierror) else "--port"
        words = error.strerror or (os.strerror(error.errno) if error.errno else str(error))
        message = f"cannot listen on {place(host, port)}: {words}"
        raise WrongOption(where, message, "another port, 0 for any that is free") from None


def place(host: str, port: int) -> str:
    """Host and port as an address has them."""
    return f"{f'[{host}]' if ':' in host else host}:{port}"


def serve_on(taken: socket.socket, app: Any) -> int:
    """Serve an application until it is stopped; the exit code is 1 where it could not start."""
    import uvicorn

    # The access log would hold the texts that stand in links; the audit log has the calls without them.
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
    with contextlib.suppress(KeyboardInterrupt), taken:  # Ctrl-C is how it is stopped
        server.run(sockets=[taken])
    return DONE if server.started else SOME_UNUSABLE

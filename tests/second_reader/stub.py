"""A server on this machine that speaks the chat-completions protocol, with its failures, as a test tells it to."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

USAGE = {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100}


@dataclass
class Answer:
    """What the server sends: a status, headers, a body, after some seconds; `cut` announces more bytes than it sends."""

    body: Any
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    cut: int = 0


def chat(content: Any, finish: str = "stop", **more: Any) -> Answer:
    """A completion as the protocol has it; content that is no text is written as JSON."""
    words = content if isinstance(content, str) or content is None else json.dumps(content, ensure_ascii=False)
    message = {"role": "assistant", "content": words, **more}
    choice = {"index": 0, "message": message, "finish_reason": finish, "logprobs": None}
    return Answer({"id": "c1", "object": "chat.completion", "model": "stub", "choices": [choice], "usage": USAGE})


def refusal(status: int, message: str, param: str | None = None, **headers: str) -> Answer:
    """An error as the protocol has it."""
    error = {"message": message, "type": "invalid_request_error", "param": param, "code": None}
    return Answer({"error": error}, status, {name.replace("_", "-"): value for name, value in headers.items()})


@dataclass
class Stub:
    """The server's address, what it is to answer (the last answer again and again), and what it was asked."""

    url: str
    answers: list[Answer | Callable[[dict[str, Any]], Answer]] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)

    def next(self, body: dict[str, Any]) -> Answer:
        told = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return told(body) if callable(told) else told


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    stub: Stub

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.stub.asked.append(body)
        self.stub.headers.append(dict(self.headers.items()))
        self.stub.paths.append(self.path)
        answer = self.stub.next(body)
        time.sleep(answer.delay)
        sent = answer.body if isinstance(answer.body, bytes) else json.dumps(answer.body).encode()
        try:
            self.send_response(answer.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(sent) + answer.cut))
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(sent)
        except OSError:
            return  # the client has gone, as in the test of a slow server
        self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: the test looks at what was asked."""


@contextmanager
def serving() -> Iterator[Stub]:
    """A running server on a free port of 127.0.0.1."""
    handler = type("Handler", (_Handler,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    stub = Stub(f"http://127.0.0.1:{server.server_address[1]}/v1")
    handler.stub = stub  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield stub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

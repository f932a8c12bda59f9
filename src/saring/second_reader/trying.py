"""From a question to the text of an answer: forms that an endpoint may not know, waits, tries and the budget."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from saring.model import ErrorCode, SaringError
from saring.second_reader.endpoint import Endpoint, Reply, UnreachedError
from saring.second_reader.tally import Tally, estimate

TRIES = 4
REPLY_TOKENS = 4_000
LONGEST_WAIT = 60.0
_FORMS = ("response_format", "json_schema", "json_object", "schema", "structured", "grammar")
_TOO_LONG = ("context_length", "context length", "context window", "too many tokens", "prompt is too long")


class CutOffError(Exception):
    """Question and answer have no room: the answer was cut off, or the question alone is too long for the model."""


@dataclass
class Manner:
    """How the endpoint wants to be asked; what it refuses is left out of every later request."""

    form: str = "json_schema"
    limit: str = "max_tokens"
    temperature: bool = True

    def yield_to(self, refusal: str) -> bool:
        """Give way to what a refusal names; False when it names nothing that can be given up."""
        words = refusal.lower()
        if "temperature" in words and self.temperature:
            self.temperature = False
        elif "max_completion_tokens" in words and self.limit == "max_tokens":
            self.limit = "max_completion_tokens"
        elif self.form != "plain" and any(name in words for name in _FORMS):
            self.form = "json_object" if self.form == "json_schema" else "plain"
        else:
            return False
        return True


@dataclass
class Conversation:
    """Questions to one model at one endpoint."""

    endpoint: Endpoint
    model: str
    timeout: float
    tally: Tally
    max_cost: float | None = None
    sleep: Callable[[float], None] = time.sleep
    manner: Manner = field(default_factory=Manner)

    def ask(self, messages: list[dict[str, str]], form: dict[str, Any], where: str) -> Any:
        """The decoded JSON of the answer; `where` names the document in what goes wrong.

        Raises `CutOffError` for an answer that was cut off, `SaringError` when none can be had.
        """
        problem = ""
        for attempt in range(TRIES):
            if attempt:
                self.tally.retries += 1
            wait = 2.0**attempt
            try:
                reply, size = self._send(messages, form, where)
            except UnreachedError as error:
                problem = str(error)
                if not error.again:
                    raise self._failed(where, problem) from None
            else:
                if reply.status == 200:
                    answer, problem = self._answer(reply, size, where)
                    if not problem:
                        return answer
                else:
                    problem = self._said(reply)
                    wait = self._patience(reply, wait, problem, where)
            if attempt + 1 < TRIES:
                self.sleep(wait)
        raise self._failed(where, f"{problem}; given up after {TRIES} tries")

    def _body(self, messages: list[dict[str, str]], form: dict[str, Any]) -> bytes:
        asked: dict[str, Any] = {"model": self.model, "messages": messages, self.manner.limit: REPLY_TOKENS}
        if self.manner.temperature:
            asked["temperature"] = 0
        if self.manner.form == "json_schema":
            schema = {"name": "dealings", "strict": True, "schema": form}
            asked["response_format"] = {"type": "json_schema", "json_schema": schema}
        elif self.manner.form == "json_object":
            asked["response_format"] = {"type": "json_object"}
        return json.dumps(asked, ensure_ascii=False).encode("utf-8", errors="replace")

    def _send(self, messages: list[dict[str, str]], form: dict[str, Any], where: str) -> tuple[Reply, int]:
        """One answer and the bytes asked; a request whose form is refused goes out again in a plainer one, at once."""
        while True:
            body = self._body(messages, form)
            self._afford(len(body), where)
            try:
                reply = self.endpoint.post(body, self.timeout)
            except UnreachedError as error:
                if error.again:
                    self.tally.count(None, len(body), 0)  # what was sent may be charged
                raise
            refusal = reply.body[:10_000].decode("utf-8", errors="replace") if reply.status in (400, 413, 422) else ""
            if any(words in refusal.lower() for words in _TOO_LONG):
                raise CutOffError
            if not refusal or not self.manner.yield_to(refusal):
                return reply, len(body)

    def _afford(self, size: int, where: str) -> None:
        """Refuse a request that could go over the budget, before it is sent."""
        price = self.tally.price
        if self.max_cost is None or price is None:
            return
        worst = price.of(estimate(size), REPLY_TOKENS)
        if self.tally.cost + worst > self.max_cost:
            message = f"the next request could cost {worst:.4f} USD and {self.tally.cost:.4f} is spent"
            raise SaringError("too_large", where, message, f"--max-cost, now {self.max_cost:g}")

    def _patience(self, reply: Reply, wait: float, problem: str, where: str) -> float:
        """How long to wait before the next try; refusals that time does not mend end it."""
        if not reply.again:
            raise self._failed(where, problem)
        if reply.wait is not None and reply.wait > LONGEST_WAIT:
            raise self._failed(where, f"{problem}; it asks to wait {reply.wait:.0f} s")
        return wait if reply.wait is None else max(reply.wait, 0.1)

    def _answer(self, reply: Reply, size: int, where: str) -> tuple[Any, str]:
        """The decoded answer, or what is wrong with it in words when another try may be better."""
        try:
            whole = json.loads(reply.body)
        except (ValueError, RecursionError):
            self.tally.count(None, size, len(reply.body))
            return None, "the answer is no JSON"
        if not isinstance(whole, dict):
            whole = {}
        self.tally.count(whole.get("usage"), size, len(reply.body))
        if "error" in whole and not whole.get("choices"):
            return None, self._said(reply)
        choices = whole.get("choices")
        choice = choices[0] if isinstance(choices, list) and choices else None
        message = choice.get("message") if isinstance(choice, dict) else None
        if not isinstance(choice, dict) or not isinstance(message, dict):
            return None, "the answer holds no choice"
        if choice.get("finish_reason") == "length":
            raise CutOffError
        refusal = message.get("refusal")
        if isinstance(refusal, str) and refusal:
            raise self._failed(where, f"the model refuses: {self.endpoint.clean(refusal)}")
        if choice.get("finish_reason") == "content_filter":
            raise self._failed(where, "the endpoint's filter withheld the answer")
        found = decoded(_text(message.get("content")))
        return (found, "") if found is not None else (None, "the model's words are no JSON object")

    def _said(self, reply: Reply) -> str:
        """What the endpoint says went wrong, in one short line."""
        try:
            told = json.loads(reply.body)
        except (ValueError, RecursionError):
            told = None
        error = told.get("error") if isinstance(told, dict) else None
        if isinstance(error, dict):
            words = " ".join(str(error[name]) for name in ("message", "param") if error.get(name))
        else:
            words = error if isinstance(error, str) else ""
        meaning = {401: "the key is refused (SARING_LLM_KEY)", 403: "the key may not do this (SARING_LLM_KEY)"}
        meaning |= {404: "no such model or address", 429: "too many requests"}
        parts = [f"{reply.status}", meaning.get(reply.status, ""), self.endpoint.clean(words)]
        if 300 <= reply.status < 400:
            parts[1] = "it points to another address, which is not followed"
        return ": ".join(part for part in parts if part)

    def _failed(self, where: str, problem: str, code: ErrorCode = "unreadable") -> SaringError:
        return SaringError(code, where, f"the second reader got no answer from {self.endpoint.address}: {problem}")


def _text(content: Any) -> str:
    """The words of a message, which may come whole or in pieces."""
    if isinstance(content, list):
        pieces = [piece.get("text") for piece in content if isinstance(piece, dict)]
        return "".join(piece for piece in pieces if isinstance(piece, str))
    return content if isinstance(content, str) else ""


def decoded(words: str) -> dict[str, Any] | None:
    """The JSON object in a model's words; a fence or thoughts around it are passed over."""
    reader = json.JSONDecoder()
    words = words.rpartition("</think>")[2]
    start = words.find("{")
    while start >= 0:
        try:
            found, _ = reader.raw_decode(words, start)
        except (ValueError, RecursionError):
            return None
        if isinstance(found, dict):
            return found
        start = words.find("{", start + 1)
    return None

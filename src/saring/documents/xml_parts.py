"""XML read safely: no document type, no entities of its own, no depth without end, nothing fetched."""

from __future__ import annotations

from collections.abc import Callable
from xml.parsers import expat

from saring.documents.limits import MAX_XML_DEPTH
from saring.model import SaringError

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Words = Callable[[str], None]


def read_xml(raw: bytes, source: str, start: Start, end: End, words: Words) -> None:
    """Walk an XML text; names come without prefix and in lower case. Raises `unreadable` for what is refused."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = 0

    def opened(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_XML_DEPTH:
            raise SaringError("unreadable", source, "XML nested too deep", f"at most {MAX_XML_DEPTH} levels")
        start(_local(name), {_local(key): value for key, value in attributes.items()})

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(_local(name))

    def refused(*_: object) -> None:
        # Entities are how a small file becomes a large one; no feed or document of ours needs them.
        raise SaringError("unreadable", source, "XML that declares entities is not opened")

    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    parser.CharacterDataHandler = words
    parser.EntityDeclHandler = refused
    parser.ExternalEntityRefHandler = None
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    try:
        parser.Parse(raw, True)
    except (expat.ExpatError, LookupError, ValueError) as problem:
        raise SaringError("unreadable", source, f"broken XML ({problem})") from problem


def _local(name: str) -> str:
    return name.rpartition(" ")[2].lower()

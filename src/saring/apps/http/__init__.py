"""The HTTP door: `application` builds the whole server, pages among it."""

from saring.apps.http.application import application

__all__ = ["application"]

"""The room `documents`: bytes → `Document`.

`open_document` opens a file or bytes, `open_feed` the items of a feed, `open_text` a text at hand.
"""

from saring.documents.opening import open_document, open_feed, open_text

__all__ = ["open_document", "open_feed", "open_text"]

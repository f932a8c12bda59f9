"""What a text only asks, advises or says as a rule: whether something may be bought, what nobody sends there."""

from __future__ import annotations

import re

from saring.reading.bound import Bound
from saring.reading.scene import Scene

CLOSE = "\"'”»’“)›… "
OPEN = "\"'“„«‘(‹–—- "
# Yes-or-no questions by their own word or by a verb in front; of other questions only those that ask how to do it.
ASKED = re.compile(
    r"(?<!\w)(?:ли|чи|можно|apakah|bolehkah|bisakah|dapatkah|benarkah|akankah|mungkinkah|perlukah)(?!\w)"
    r"|(?<!\w)(?:где|как|куда|откуда|зачем|почему|кому|де|як|куди) \w+(?:ть|ти|чь|ться)(?!\w)"
)
FRONTED = re.compile(
    r"(?:so |and |but |or )?(?:can|could|may|might|must|will|would|should|shall|do|does|did|is|are|was|were|has|have|had)(?:n't)? "
)
SAYS_AS_RULE = re.compile(r"\w+(?:ют|ят|ат|ут)(?:ся)?$")  # "в республику не отправляют": what is not done, by nobody
ADVISED = re.compile(  # "советуют не высылать технику": what nobody has told of
    r"\b(?:совет|рекоменд|призва|призыв|прос[ия]|попрос|требу|потребова|предупре|предостере|настаива|рад[ия]т|закликал|закликают)"
    r"\w*\b[^.;:]{0,90}? не $"
)
BEFORE = 100  # characters between advice and what it advises against
LONGEST = 260  # characters of a question


def asks(scene: Scene) -> bool:
    """Whether a sentence only asks."""
    start, end = max(scene.sentence.start, scene.head), scene.sentence.end
    words = scene.folded[start:end].rstrip(CLOSE)
    if not words.endswith("?") or scene.glued:
        return False
    opened = max(words.rfind(mark, 0, len(words) - 1) for mark in ("«", "“", "„", ": ", '"', "? ", ". "))
    question = words[opened + 1 :].lstrip(OPEN)
    return len(question) <= LONGEST and bool(ASKED.search(question) or FRONTED.match(question))


def as_rule(bound: Bound, word: str, scene: Scene) -> bool:
    """Whether a denial in the present, of nobody named, says what is not allowed: "станки туда не отправляют"."""
    if scene.glued or word != "denied" or bound.act.entry.form != "active":
        return False
    if ADVISED.search(scene.folded, max(scene.sentence.start, bound.act.start - BEFORE), bound.act.start):
        return True
    if not SAYS_AS_RULE.search(scene.folded[bound.act.start : bound.act.end].split(maxsplit=1)[0]):
        return False
    if scene.labelled("say") or not scene.folded.endswith((" не ", "не "), 0, bound.act.start):
        return False
    return not any(place.marker in ("subject", "") and place.form != "adjectives" for place in scene.places)

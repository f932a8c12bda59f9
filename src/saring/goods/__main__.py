"""Check the term files and say what is wrong with them, for their authors: `python -m saring.goods`."""

import sys

from saring.goods.compiling import build
from saring.goods.lexicon import problems
from saring.goods.packs import LANGUAGES


def main() -> int:
    """List every fault, or how many phrases each pack has; 1 where there are faults."""
    faults = [str(fault) for fault in problems()]
    lines = faults or [f"{language}: {len(build(language).phrases)} phrases" for language in LANGUAGES]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())

"""The software bill of materials: every package of requirements.lock as CycloneDX 1.6 JSON, on standard output.

    python tools/sbom.py > build/sbom.json

Name, version, package URL, SHA-256 digests of the files that may be installed, the licence that an installed package
declares, and whether the core needs it. The same lock gives the same bytes: no time and no number at random stand in it.
"""

from __future__ import annotations

import importlib.metadata
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_NAME = re.compile(r"^[A-Za-z0-9._-]+")


class Pinned(NamedTuple):
    """One package of the lock."""

    name: str
    version: str
    hashes: tuple[str, ...]


def pinned(lock: str) -> Iterator[Pinned]:
    """The packages of a lock in its order."""
    for entry in re.split(r"(?<!\\)\n", lock):
        found = _PIN.match(entry)
        if found:
            yield Pinned(plain(found[1]), found[2], tuple(_HASH.findall(entry)))


def plain(name: str) -> str:
    """The name of a package as the index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def core(project: dict[str, Any]) -> frozenset[str]:
    """The packages that every installation needs by the word of the project itself."""
    return frozenset(plain(found[0]) for line in project["dependencies"] if (found := _NAME.match(line)))


def licence(name: str) -> str | None:
    """What an installed package says of its licence, in few words."""
    try:
        told = importlib.metadata.metadata(name)
    except importlib.metadata.PackageNotFoundError:
        return None  # locked for another platform or another Python
    marks = [c.rpartition(" :: ")[2] for c in told.get_all("Classifier") or () if c.startswith("License ::")]
    said = [*(told.get_all("License-Expression") or ()), ", ".join(marks), *(told.get_all("License") or ())]
    return next((words.splitlines()[0][:120] for words in said if words.strip()), None)


def bill(root: Path = ROOT) -> dict[str, Any]:
    """The bill of the lock below a folder."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = core(project)
    components = []
    for package in pinned((root / "requirements.lock").read_text(encoding="utf-8")):
        said = licence(package.name)
        components.append(
            {
                "type": "library",
                "bom-ref": f"pkg:pypi/{package.name}@{package.version}",
                "name": package.name,
                "version": package.version,
                "scope": "required" if package.name in needed else "optional",
                "purl": f"pkg:pypi/{package.name}@{package.version}",
                "hashes": [{"alg": "SHA-256", "content": content} for content in package.hashes],
                **({"licenses": [{"license": {"name": said}}]} if said else {}),
            }
        )
    about = {"type": "application", "name": project["name"], "version": project["version"], "bom-ref": project["name"]}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {**about, "licenses": [{"license": {"id": project["license"]}}]}},
        "components": components,
    }


if __name__ == "__main__":
    json.dump(bill(), sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")

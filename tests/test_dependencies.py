"""What we install: pinned with digests, few in the core, under licences that allow it; and the bill names all of it."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools"))
import sbom  # noqa: E402 - the folder is no package

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PACKAGES = {package.name: package for package in sbom.pinned(LOCK)}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
# Weak copyleft (LGPL, MPL) is used as a library and not changed; strong copyleft would bind those who use Saring.
FORBIDDEN = re.compile(r"\b(?:A?GPL|GNU (?:Affero )?General Public)\b(?!.*(?:Lesser|LGPL|exception))", re.IGNORECASE)


def test_every_package_is_pinned_with_digests_and_comes_from_no_address() -> None:
    lines = [line for line in LOCK.splitlines() if line and not line.startswith((" ", "#", "\t"))]
    assert len(lines) == len(PACKAGES) > 50
    for package in PACKAGES.values():
        assert package.hashes, package.name
    assert "://" not in LOCK


def test_the_lock_is_what_the_project_asks_for() -> None:
    from packaging.requirements import Requirement

    asked = [*PROJECT["dependencies"]]
    for name, extra in PROJECT["optional-dependencies"].items():
        asked += [] if name in ("spark", "ftm", "fuzz", "all") else extra
    for line in asked:
        requirement = Requirement(line)
        package = PACKAGES.get(sbom.plain(requirement.name))
        assert package is not None, f"{requirement.name} is not in the lock"
        assert requirement.specifier.contains(package.version), (line, package.version)


def test_the_core_has_at_most_ten_packages_of_its_own() -> None:
    assert len(PROJECT["dependencies"]) <= 10


def test_the_bill_names_every_package_and_is_the_same_each_time() -> None:
    bill = sbom.bill()
    assert [c["purl"] for c in bill["components"]] == [f"pkg:pypi/{p.name}@{p.version}" for p in PACKAGES.values()]
    assert {c["name"] for c in bill["components"] if c["scope"] == "required"} == sbom.core(PROJECT)
    assert bill == sbom.bill()


@pytest.mark.parametrize("name", sorted(PACKAGES))
def test_no_licence_binds_those_who_use_saring(name: str) -> None:
    said = sbom.licence(name)
    assert said is None or not FORBIDDEN.search(said), f"{name}: {said}"

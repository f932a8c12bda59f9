"""The lists of OFAC in XML: the older simple form (sdnList) and the advanced one (Sanctions)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from ..entry import Listed, ListedKind, aliases
from ..lands import lands
from ..names import numbers_of_imo
from .opened import day, records

SIMPLE: dict[str, ListedKind] = {
    "individual": "person",
    "entity": "organisation",
    "vessel": "vessel",
    "aircraft": "aircraft",
}
# PartySubType of the advanced form.
ADVANCED: dict[str, ListedKind] = {"1": "vessel", "2": "aircraft", "3": "organisation", "4": "person"}


def read_simple(path: Path) -> Iterator[Listed]:
    """The entries of sdn.xml or consolidated.xml."""
    for record in records(path, "sdnEntry"):
        others = []
        for aka in record.iterfind("akaList/aka"):
            weak = (aka.findtext("category") or "") == "weak"
            others.append((_full(aka), weak, (aka.findtext("type") or "").startswith("f")))
        numbers = [(n.findtext("idType") or "", n.findtext("idNumber") or "") for n in record.iterfind("idList/id")]
        programmes = tuple((p.text or "").strip() for p in record.iterfind("programList/program"))
        imo = [n for kind, text in numbers if "Vessel" in kind for n in numbers_of_imo(text)]
        yield Listed(
            list="US-SDN" if any(p in SDN_MARKS for p in programmes) else "US-NONSDN",
            id=(record.findtext("uid") or "").strip(),
            kind=SIMPLE.get((record.findtext("sdnType") or "").lower(), "unknown"),
            names=aliases(_full(record), others),
            countries=lands(
                *(n.text for n in record.iterfind("nationalityList/nationality/country")),
                *(n.text for n in record.iterfind("citizenshipList/citizenship/country")),
                *(n.text for n in record.iterfind("addressList/address/country")),
                record.findtext("vesselInfo/vesselFlag"),
            ),
            births=tuple(
                d for n in record.iterfind("dateOfBirthList/dateOfBirthItem/dateOfBirth") if (d := day(n.text))
            ),
            imo=tuple(dict.fromkeys(imo)),
            identifiers=tuple(text for _, text in numbers if len(text) > 4)[:40],
            programmes=programmes,
            note=(record.findtext("title") or "")[:300] or None,
        )


# The simple form does not name its list; blocking programmes stand only on the SDN list.
SDN_MARKS = frozenset(
    "SDGT SDNT SDNTK NPWMD DPRK DPRK2 DPRK3 DPRK4 CUBA IRAN SYRIA DARFUR BELARUS IRAQ2 GLOMAG".split()
)


def _full(node: Element) -> str:
    return f"{node.findtext('lastName') or ''}, {node.findtext('firstName') or ''}".strip(", ")


def date(path: Path) -> str | None:
    """The day of publication."""
    for record in records(path, "Publish_Date", "DateOfIssue"):
        if record.tag == "Publish_Date":
            return day(record.text)
        return _date(record)
    return None


def read_advanced(path: Path) -> Iterator[Listed]:
    """The parties of sdn_advanced.xml or cons_advanced.xml."""
    countries: dict[str, str] = {}
    places: dict[str, str] = {}
    numbers: dict[str, list[str]] = {}
    features: dict[str, str] = {}
    parties: list[Element] = []
    programmes: dict[str, tuple[str | None, list[str]]] = {}
    tags = ("Country", "Location", "IDRegDocument", "FeatureType", "DistinctParty", "SanctionsEntry")
    for record in records(path, *tags):
        key = record.get("ID", "")
        if record.tag == "Country":
            countries[key] = record.get("ISO2", "")
        elif record.tag == "FeatureType":
            features[key] = (record.text or "").strip()
        elif record.tag == "Location":
            node = record.find("LocationCountry")
            places[key] = countries.get(node.get("CountryID", ""), "") if node is not None else ""
        elif record.tag == "IDRegDocument":
            numbers.setdefault(record.get("IdentityID", ""), []).append(record.findtext("IDRegistrationNo") or "")
        elif record.tag == "SanctionsEntry":
            listed = record.find("EntryEvent/Date")
            comments = [c.text or "" for c in record.iterfind("SanctionsMeasure/Comment") if c.text]
            programmes[record.get("ProfileID", "")] = (_date(listed) if listed is not None else None, comments)
        else:
            parties.append(record)
    name = "US-SDN" if "sdn" in path.name.lower() else "US-NONSDN"
    for party in parties:
        yield _party(party, name, features, places, numbers, programmes)


def _party(
    party: Element, name: str, features: dict[str, str], places: dict[str, str], numbers: dict[str, list[str]],
    programmes: dict[str, tuple[str | None, list[str]]],
) -> Listed:  # fmt: skip
    profile = party.find("Profile")
    profile = profile if profile is not None else party
    chief = ""
    others: list[tuple[str, bool, bool]] = []
    for alias in profile.iterfind("Identity/Alias"):
        for documented in alias.iterfind("DocumentedName"):
            written = " ".join(p.text or "" for p in documented.iterfind("DocumentedNamePart/NamePartValue"))
            if alias.get("Primary") == "true" and not chief:
                chief = written
            else:
                others.append((written, alias.get("LowQuality") == "true", False))
    ids = [n for identity in profile.iterfind("Identity") for n in numbers.get(identity.get("ID", ""), [])]
    births, where, texts = _features(profile, features, places)
    since, said = programmes.get(profile.get("ID", ""), (None, []))
    return Listed(
        list=name, id=party.get("FixedRef", ""), kind=ADVANCED.get(profile.get("PartySubTypeID", ""), "unknown"),
        names=aliases(chief, others), countries=tuple(dict.fromkeys(c for c in where if c)), births=births,
        imo=tuple(dict.fromkeys(n for text in [*ids, *texts] for n in numbers_of_imo(text) if "IMO" in text)),
        identifiers=tuple(n for n in ids if len(n) > 4)[:40], programmes=tuple(said), since=since,
    )  # fmt: skip


def _features(
    profile: Element, features: dict[str, str], places: dict[str, str]
) -> tuple[tuple[str, ...], list[str], list[str]]:
    births: list[str] = []
    where: list[str] = []
    texts: list[str] = []
    for feature in profile.iterfind("Feature"):
        kind = features.get(feature.get("FeatureTypeID", ""), "")
        if kind == "Birthdate":
            births += [d for node in feature.iter("From") if (d := _date(node))][:1]
        where += [places.get(n.get("LocationID", ""), "") for n in feature.iter("VersionLocation")]
        texts += [n.text or "" for n in feature.iter("VersionDetail")]
    return tuple(births), where, texts


def _date(node: Element) -> str | None:
    parts = [(node.findtext(tag) or "").strip() for tag in ("Year", "Month", "Day")]
    return "-".join(p.zfill(2) for p in parts if p) if parts[0].isdigit() else None

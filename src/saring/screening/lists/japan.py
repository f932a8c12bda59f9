"""Japan's workbook of asset-freeze targets (XLSX): one sheet a list, heads in row 2 to 6, names in kana and Latin."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

from ..entry import Listed, ListedKind, aliases
from ..lands import lands
from ..names import numbers_of_imo
from .opened import day
from .workbook import sheets

KANA, LATIN, NUMBER, NOTICE = "日本語表記", "英語表記", "告示番号", "告示日付"
OTHER: tuple[str, ...] = (
    "別名",
    "別称",
    "旧称",
    "別称・旧称",
    "別称・別名",
    "別名・別称",
    "確定可能な別名",
    "以前の別名",
    "過去の別名",
)
OTHER += ("旧称・以前の呼称", "確定に十分でない別名")
PERSONAL = ("生年月日", "生年月日・出生地")
_UNKNOWN = ("不明", "なし", "")


def read(path: Path) -> Iterator[Listed]:
    """The rows of all list sheets that name somebody; rows of deleted entries have no name and are left out."""
    for title, table in sheets(path):
        heads: list[str] | None = None
        number = title.split(".", 1)[0].strip()
        for row in table:
            cells = [cell.strip() for cell in row]
            if heads is None:
                heads = [re.sub(r"\s", "", c) for c in cells] if KANA in [re.sub(r"\s", "", c) for c in cells] else None
                continue
            # A row ends with its last filled cell; what is left blank behind it is still a head of the sheet.
            found = dict(zip(heads, [*cells, *[""] * len(heads)], strict=False))
            if found.get(LATIN) or found.get(KANA):
                yield _entry(title, number, found)


def _entry(title: str, sheet: str, row: dict[str, str]) -> Listed:
    person = any(head.startswith("生年月日") for head in row) or "旅券番号" in row or "国籍" in row
    kind: ListedKind = "organisation" if "団体" in title or "銀行" in title or not person else "person"
    if kind == "person" and "個人" not in title and not any(row.get(h) for h in (*PERSONAL, "国籍", "旅券番号")):
        kind = "unknown"
    others: list[tuple[str, bool, bool]] = [(row.get(KANA, ""), False, False)]
    others += [(n, False, False) for n in re.split(r"\n", row.get(LATIN, ""))[1:]]
    for head in OTHER:
        former = "旧" in head or "以前" in head or "過去" in head
        weak = "十分でない" in head
        others += [(n, weak, former and not weak) for n in _split(row.get(head, ""))]
    chief = re.split(r"\n", row.get(LATIN, "") or row.get(KANA, ""))[0]
    birth = row.get("生年月日") or row.get("生年月日・出生地") or ""
    return Listed(
        list="JP",
        id=f"{sheet}-{row.get(NUMBER, '').strip()}",
        kind=kind,
        names=aliases(chief, [(_bare(n), w, f) for n, w, f in others]),
        countries=lands(row.get("国籍"), *(["北朝鮮"] if "北朝鮮" in title else [])),
        births=_births(birth),
        imo=tuple(dict.fromkeys(numbers_of_imo(row.get("その他の情報", ""))))
        if "IMO" in row.get("その他の情報", "")
        else (),
        programmes=(title.strip(),),
        since=_notice(row.get(NOTICE, "")),
        note=row.get("役職", "")[:300] or None,
    )


def _split(cell: str) -> list[str]:
    """Names of a cell: ; and line breaks part them, (a) (b) number them, a Latin form may stand in brackets."""
    names: list[str] = []
    for part in re.split(r"[;；\n]|[（(][a-zａ-ｚ]{1,2}[）)]", cell):
        match = re.fullmatch(r"(.*?[ぁ-ヺ一-鿿].*?)[（(]([A-Za-z][^（）()]*)[）)]、?\s*", part.strip())
        names += [match.group(1), match.group(2)] if match else [part]
    return [n.strip(" 、,") for n in names if n.strip(" 、,") not in _UNKNOWN]


def _bare(name: str) -> str:
    name = re.sub(r"^[（(](?:別称|旧称|別名|original script|a\.k\.a\.)[）):：\s]*", "", name.strip())
    return (
        re.sub(r"^[（(]?original script[：:]\s*|[）)]$(?<!\([A-Z]{2}[)）])", "", name) if "original" in name else name
    )


def _births(cell: str) -> tuple[str, ...]:
    """Years, days, or the serial numbers that a workbook stores for dates (day 1 is 1900-01-01)."""
    if cell.isdigit() and len(cell) == 5:
        return ((dt.date(1899, 12, 30) + dt.timedelta(days=int(cell))).isoformat(),)
    found = re.findall(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?", cell)
    dates = ["-".join([y, *(p.zfill(2) for p in (m, d) if p)]) for y, m, d in found]
    return tuple(dict.fromkeys(dates)) or tuple(d for d in (day(cell),) if d)


def _notice(cell: str) -> str | None:
    match = re.match(r"(\d{4})\.(\d{1,2})\.(\d{1,2})", cell)
    return f"{match.group(1)}-{int(match.group(2)):02d}-{int(match.group(3)):02d}" if match else None


def date(path: Path) -> str | None:
    """The day in the file's name (…20260305.xlsx), the only place that states it."""
    match = re.search(r"(20\d\d)(\d\d)(\d\d)", path.name)
    return "-".join(match.groups()) if match else None

"""Small datasets on the disk, for checks to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yiwu_diff.check import CHECKS, Finding, Result
from yiwu_diff.check import draft as drafts
from yiwu_diff.check.run import run

if TYPE_CHECKING:
    from pathlib import Path

    from yiwu_diff.check.settings import Settings

GOOD = {
    "audience": "在本市居住的65周岁及以上老年人",
    "content": "每年提供1次健康管理服务，包括体格检查、健康指导",
    "level": "健康管理率达到70%以上",
    "funding": "由本市财政承担支出责任",
    "lead": "市卫生健康局",
}


def item(id: str, name: str, **texts: str | None) -> dict[str, Any]:
    """An item with all five fields, unless ``texts`` says otherwise (None leaves one out)."""
    fields = {**GOOD, **texts}
    return {"id": id, "name": name, **{k: v for k, v in fields.items() if v is not None}}


def write(
    root: Path,
    ref: str,
    *items: dict[str, Any],
    file: str = "01-health.yaml",
    domain: str = "病有所医",
    **standard: str,
) -> Path:
    """A standard of one domain under ``root``. ``standard`` holds YAML, key by key."""
    place, edition = ref.split("@")
    folder = root / place / edition
    folder.mkdir(parents=True, exist_ok=True)
    keys = {
        "title": f"{place}基本公共服务标准",
        "jurisdiction": place,
        "name": place,
        "level": "county",
        "edition": f'"{edition}"',
        "builds_on": "[]",
        "agencies": "[市卫生健康局, 市民政局]",
        **standard,
    }
    lines = [f"{key}: {value}" for key, value in keys.items() if value]
    (folder / "standard.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    out = [f"domain: {domain}", "services:", "  - service: 公共卫生服务", "    items:"]
    for one in items:
        texts = {"basis": "official", **one}
        mark = "- "
        for key, value in texts.items():
            shown = "[" + ", ".join(value) + "]" if isinstance(value, list) else value
            out.append(f"      {mark}{key}: {shown}")
            mark = "  "
    (folder / file).write_text("\n".join(out) + "\n", encoding="utf-8")
    return folder


def check(root: Path, ref: str, settings: Settings | None = None, **more: Any) -> Result:
    """Run all checks."""
    against = more.pop("against", ())
    return run(drafts.read(ref, root, against), settings, **more)


def of(result: Result, id: str) -> list[Finding]:
    """The findings of one check, which must exist."""
    assert id in CHECKS
    return [one for one in result.findings if one.check == id]

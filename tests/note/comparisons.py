"""Comparisons labelled by hand, so that these tests do not hang on the engine's readings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from yiwu_diff.compare.model import Change, Comparison, ItemComparison, Span
from yiwu_diff.standard.model import FIELDS, Declared, Item, Standard
from yiwu_diff.standard.reader import read_standard

if TYPE_CHECKING:
    from yiwu_diff.compare.labels import LabelName

DATA = Path(__file__).parents[2] / "data"

_SUPPLEMENTED = {
    "preconception-checkup",
    "maternal-health",
    "child-health",
    "children-in-difficulty",
    "left-behind-children",
    "preschool-aid",
    "senior-high-tuition",
    "vocational-tuition",
    "disability-allowances",
    "disabled-children-education",
}
_RAISED = {"environment-quality"}
_REFINED = {
    "maternal-health",
    "senior-high-tuition",
    "vocational-tuition",
    "employment-registration",
    "internship",
    "chronic-disease",
    "family-planning-award",
    "family-planning-special",
    "elderly-allowance",
    "public-rental-housing",
    "shantytown-renovation",
    "rural-dilapidated-housing",
    "emergency-management",
}


def change(
    label: LabelName, base: Item | None, target: Item | None, field: str, *, sure: bool = True
) -> Change:
    """A change that spans what differs in a field."""
    old = (base.text(field) or "") if base else ""
    new = (target.text(field) or "") if target else ""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return Change(
        kind="by-hand",
        rule=None,
        label=label,
        field=field,
        base=Span(field, start, len(old) - end, old[start : len(old) - end]) if base else None,
        target=Span(field, start, len(new) - end, new[start : len(new) - end]) if target else None,
        sure=sure,
        basis=(target or base).basis_of(field) if target or base else None,  # type: ignore[union-attr]
    )


def whole(label: LabelName) -> Change:
    """The change of an item without counterpart."""
    return Change(kind="item", rule=None, label=label, field="item", base=None, target=None)


def shipped() -> Comparison:
    """Jinhua and Yiwu as shipped, labelled as the drafting note has it."""
    base = read_standard(DATA / "jinhua" / "2021")
    target = read_standard(DATA / "yiwu" / "2021")
    entries: list[ItemComparison] = []
    for item in target.items:
        old = base.item(item.id or "")
        if old is None:
            entries.append(
                ItemComparison(base=(), target=(item,), how="none", changes=(whole("new"),))
            )
            continue
        changes: list[Change] = []
        for label, ids in (
            ("supplemented", _SUPPLEMENTED),
            ("raised", _RAISED),
            ("refined", _REFINED),
        ):
            if item.id in ids:
                field = _field(old, item, label)
                changes.append(change(label, old, item, field))  # type: ignore[arg-type]
        entries.append(
            ItemComparison(
                base=(old,),
                target=(item,),
                how="id",
                changes=tuple(changes),
                compared=old.has_text and item.has_text,
            )
        )
    return Comparison(base=base, target=target, items=tuple(entries))


def _field(base: Item, target: Item, label: str) -> str:
    """The field that a label is about: what grows in the content, what moves in the level."""

    def local(text: str | None) -> str:
        for word in ("金华市", "义乌市", "本市", "各县（市、区）"):
            text = (text or "").replace(word, "")
        return text or ""

    order = ("content", "level", "audience") if label == "supplemented" else ("level", "audience")
    return next(f for f in order if local(base.text(f)) != local(target.text(f)))


# -- a small pair of another province ------------------------------------------------------


def _item(id: str, name: str, domain: str, **texts: str) -> Item:
    return Item(
        id=id,
        name=name,
        domain=domain,
        basis={field: "official" for field in FIELDS if field in texts},
        **texts,  # type: ignore[arg-type]
    )


def other_city() -> Comparison:
    """青山省 → 临江市: two new, three supplemented, two raised, one refined, one of them both
    supplemented and raised; all texts official."""
    old = {
        "meals": _item(
            "meals", "老年助餐服务", "老有所养", audience="60周岁以上老年人", content="提供助餐。"
        ),
        "checkup": _item("checkup", "老年人健康体检", "老有所养", level="每年1次。"),
        "allowance": _item("allowance", "高龄津贴", "老有所养", level="每人每月100元。"),
        "books": _item("books", "读书看报", "文有所化", content="免费借阅图书。"),
        "jobs": _item("jobs", "就业援助", "劳有所得", level="及时办结。"),
        "care": _item("care", "残疾人托养、康复和照护服务", "弱有所扶", content="提供托养服务。"),
        "films": _item("films", "观赏电影", "文有所化", content="每村每月放映1场。"),
    }
    new = {
        "meals": _item(
            "meals",
            "老年助餐服务",
            "老有所养",
            audience="60周岁以上老年人",
            content="提供助餐，为失能老年人送餐上门。",
        ),
        "checkup": _item("checkup", "老年人健康体检", "老有所养", level="每年2次。"),
        "allowance": _item(
            "allowance",
            "高龄津贴",
            "老有所养",
            content="发放护理补贴。",
            level="每人每月150元。",
        ),
        "books": _item("books", "读书看报", "文有所化", content="免费借阅图书，免费借阅电子书。"),
        "jobs": _item("jobs", "就业援助", "劳有所得", level="5个工作日内办结。"),
        "care": _item("care", "残疾人托养、康复和照护服务", "弱有所扶", content="提供托养服务。"),
        "films": _item("films", "观赏电影", "文有所化", content="每村每月放映1场。"),
        "nursery": _item(
            "nursery",
            "社区托育服务",
            "幼有所育",
            audience="3岁以下婴幼儿",
            content="提供临时托育。",
        ),
        "hearing": _item(
            "hearing", "儿童听力筛查", "幼有所育", audience="0—6岁儿童", content="每年筛查1次。"
        ),
    }
    labels: dict[str, tuple[tuple[LabelName, str], ...]] = {
        "meals": (("supplemented", "content"),),
        "checkup": (("raised", "level"),),
        "allowance": (("supplemented", "content"), ("raised", "level")),
        "books": (("supplemented", "content"),),
        "jobs": (("refined", "level"),),
    }
    entries = [
        ItemComparison(
            base=(old[id],) if id in old else (),
            target=(item,),
            how="id" if id in old else "none",
            changes=tuple(
                change(label, old[id], item, field) for label, field in labels.get(id, ())
            )
            if id in old
            else (whole("new"),),
        )
        for id, item in new.items()
    ]
    return Comparison(
        base=Standard(
            items=tuple(old.values()),
            title="青山省基本公共服务标准（2023年版）",
            jurisdiction="qingshan",
            name="青山省",
            level="province",
            edition="2023",
        ),
        target=Standard(
            items=tuple(new.values()),
            title="临江市基本公共服务标准（2023年版）",
            jurisdiction="linjiang",
            name="临江市",
            level="prefecture",
            edition="2023",
            declared=Declared(domains=9, services=22, items=88),
        ),
        items=tuple(entries),
    )

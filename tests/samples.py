"""A small comparison made by hand, with one of everything that a report must show."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yiwu_diff.compare.model import Change, Comparison, ItemComparison, Span
from yiwu_diff.standard.model import (
    FIELDS,
    Basis,
    Declared,
    Item,
    Place,
    Source,
    Standard,
)

if TYPE_CHECKING:
    from yiwu_diff.compare.labels import LabelName

BASE_FILE = "data/jinhua/2021/01-childcare.yaml"
TARGET_FILE = "data/yiwu/2021/01-childcare.yaml"


def item(
    name: str, *, id: str, file: str, line: int = 1, basis: Basis = "reconstructed", **more: str
) -> Item:
    texts = [field for field in FIELDS if field in more]
    places = {"item": Place(file, line, 9)}
    places |= {field: Place(file, line + 1 + n, 18) for n, field in enumerate(texts)}
    bases: dict[str, Basis] = dict.fromkeys(texts, basis) or {"name": "named"}
    return Item(
        id=id,
        name=name,
        domain=more.pop("domain", "幼有所育"),
        service=more.pop("service", "优孕优生服务"),
        basis=bases,
        places=places,
        **more,  # type: ignore[arg-type]
    )


def span(one: Item, field: str, text: str, *, after: str | None = None) -> Span:
    """The place of a text in a field; with ``after``, an empty span behind that text."""
    whole = one.text(field) or ""
    if after is not None:
        start = whole.index(after) + len(after)
        return Span(field, start, start, "", one.places.get(field))
    start = whole.index(text)
    return Span(field, start, start + len(text), text, one.places.get(field))


def change(
    label: LabelName | None,
    rule: str | None,
    kind: str,
    base: Span | None,
    target: Span | None,
    **more: object,
) -> Change:
    field = (target or base).field if (target or base) is not None else "item"  # type: ignore[union-attr]
    settings: dict[str, object] = {
        "field": field,
        "basis": "reconstructed",
        "fingerprint": f"{rule}-{field}",
    } | more
    return Change(kind=kind, rule=rule, label=label, base=base, target=target, **settings)  # type: ignore[arg-type]


def sample() -> Comparison:
    entries: list[ItemComparison] = []

    new = item(
        "0-3岁儿童发育及养育风险筛查",
        id="risk-screening",
        file=TARGET_FILE,
        line=12,
        basis="quoted",
        service="儿童健康服务",
        audience="0—3岁户籍儿童",
        content=(
            "为0—3岁儿童开展发育筛查，包括儿童脑发育评估、儿童髋关节发育筛查、孤独症早期筛查等；"
            "同时增加养育风险筛查，包括3、6、8、12、18、24、30、36月龄时，共8次。"
        ),
    )
    entries.append(
        ItemComparison(
            base=(),
            target=(new,),
            how="none",
            changes=(
                change("new", "item-new", "item-added", None, None, field="item", basis="quoted"),
            ),
        )
    )

    old = item(
        "农村免费孕前优生健康检查",
        id="preconception",
        file=BASE_FILE,
        line=5,
        audience="农村计划怀孕夫妇",
        content="开展免费孕前优生健康检查。提供优生健康教育、病史询问、体格检查、临床实验室检查等服务。",
        level="目标人群覆盖率达到80%以上。",
        lead="市卫生健康委",
    )
    now = item(
        "免费孕前优生健康检查",
        id="preconception",
        file=TARGET_FILE,
        line=30,
        audience="计划怀孕夫妇",
        content=(
            "开展免费孕前优生健康检查。提供优生健康教育、病史询问、体格检查、临床实验室检查等服务；"
            "开设新婚夫妇课堂、孕妇课堂等，开展公益性早期家庭教育指导。"
        ),
        level="目标人群覆盖率达到80%以上，自受理之日起10个工作日内出具结果。",
        lead="市卫生健康局",
    )
    entries.append(
        ItemComparison(
            base=(old,),
            target=(now,),
            how="id",
            changes=(
                change(None, None, "renamed", None, None, field="name"),
                change(
                    "supplemented",
                    "condition-removed",
                    "condition-dropped",
                    span(old, "audience", "农村"),
                    span(now, "audience", "", after=""),
                ),
                change(
                    "supplemented",
                    "service-added",
                    "clause-added",
                    span(old, "content", "", after="等服务"),
                    span(
                        now,
                        "content",
                        "；开设新婚夫妇课堂、孕妇课堂等，开展公益性早期家庭教育指导",
                    ),
                ),
                change(
                    "refined",
                    "deadline-added",
                    "clause-added",
                    span(old, "level", "", after="80%以上"),
                    span(now, "level", "，自受理之日起10个工作日内出具结果"),
                    sure=False,
                ),
                change(
                    None,
                    None,
                    "localised",
                    span(old, "lead", "市卫生健康委"),
                    span(now, "lead", "市卫生健康局"),
                ),
            ),
        )
    )

    old = item(
        "环境质量",
        id="environment",
        file=BASE_FILE,
        line=40,
        basis="quoted",
        domain="事有所便",
        service="环境质量服务",
        level="空气质量优良天数比率达到92%。",
    )
    now = replace(old, level="空气质量优良天数比率达到97%以上。", places={})
    entries.append(
        ItemComparison(
            base=(old,),
            target=(now,),
            how="id",
            changes=(
                change(
                    "raised",
                    "quantity-raised",
                    "quantity-moved",
                    span(old, "level", "92%"),
                    span(now, "level", "97%以上"),
                    detail="92% → ≥97%",
                    basis="quoted",
                ),
            ),
        )
    )

    old = item(
        "慢性病患者健康管理",
        id="chronic",
        file=BASE_FILE,
        line=60,
        domain="病有所医",
        service="公共卫生服务",
        content="为辖区内35岁及以上常住居民中原发性高血压患者和2型糖尿病患者提供定期随访和健康体检服务。",
        level="按照有关规定执行，规范管理率不低于60%，每年提供不少于4次面对面随访。",
    )
    now = replace(
        old,
        content=(
            "为辖区内35岁及以上户籍居民中原发性高血压患者和2型糖尿病患者"
            "提供每年至少4次随访和1次健康体检服务。"
        ),
        level="按照《国家基本公共卫生服务规范（第三版）》执行，规范管理率不低于50%。",
        places={},
    )
    entries.append(
        ItemComparison(
            base=(old,),
            target=(now,),
            how="similar",
            score=0.83,
            sure=False,
            changes=(
                change(
                    "refined",
                    "frequency-added",
                    "vague-made-precise",
                    span(old, "content", "定期随访和健康体检"),
                    span(now, "content", "每年至少4次随访和1次健康体检"),
                ),
                change(
                    "refined",
                    "document-named",
                    "vague-made-precise",
                    span(old, "level", "有关规定"),
                    span(now, "level", "《国家基本公共卫生服务规范（第三版）》"),
                ),
                change(
                    "lowered",
                    "quantity-lowered",
                    "quantity-moved",
                    span(old, "level", "不低于60%"),
                    span(now, "level", "不低于50%"),
                    detail="≥60% → ≥50%",
                ),
                change(
                    "narrowed",
                    "condition-added",
                    "condition-added",
                    span(old, "content", "常住居民"),
                    span(now, "content", "户籍居民"),
                ),
                change(
                    "narrowed",
                    "clause-dropped",
                    "clause-dropped",
                    span(old, "level", "，每年提供不少于4次面对面随访"),
                    span(now, "level", "", after="不低于50%"),
                    sure=False,
                ),
            ),
        )
    )

    gone = item(
        "法律援助",
        id="legal-aid",
        file=BASE_FILE,
        line=80,
        domain="弱有所扶",
        service="公共法律服务",
        audience="经济困难公民",
        content="提供法律咨询、代理、刑事辩护等无偿法律服务。",
    )
    entries.append(
        ItemComparison(
            base=(gone,),
            target=(),
            how="none",
            changes=(change("missing", "item-missing", "item-dropped", None, None, field="item"),),
        )
    )

    same = item("预防接种", id="vaccination", file=BASE_FILE, content="接种国家免疫规划疫苗。")
    entries.append(ItemComparison(base=(same,), target=(same,), how="id"))

    old = item(
        "送戏曲下乡", id="opera", file=BASE_FILE, domain="文有所化", content="省每年送戏三次"
    )
    now = replace(old, content="市每年送戏3次")
    entries.append(
        ItemComparison(
            base=(old,),
            target=(now,),
            how="id",
            changes=(
                change(
                    None,
                    None,
                    "localised",
                    span(old, "content", "省"),
                    span(now, "content", "市"),
                ),
            ),
        )
    )

    for name, id in (("生育保险", "maternity-insurance"), ("基本避孕服务", "contraception")):
        one = item(name, id=id, file=BASE_FILE)
        entries.append(ItemComparison(base=(one,), target=(one,), how="id", compared=False))

    return Comparison(
        base=Standard(
            items=tuple(i for e in entries for i in e.base),
            title="金华市基本公共服务标准（2021年版）",
            jurisdiction="jinhua",
            name="金华市",
            level="prefecture",
            edition="2021",
            builds_on=("zhejiang@2021",),
        ),
        target=Standard(
            items=tuple(i for e in entries for i in e.target),
            title="义乌市基本公共服务标准（2021年版）",
            jurisdiction="yiwu",
            name="义乌市",
            level="county",
            edition="2021",
            builds_on=("jinhua@2021", "zhejiang@2021"),
            declared=Declared(domains=11, services=25, items=99),
            sources=(Source(title="起草说明", basis="quoted", file="seed/note.txt"),),
            place=Place("data/yiwu/2021/standard.yaml", 1, 1),
        ),
        items=tuple(entries),
    )

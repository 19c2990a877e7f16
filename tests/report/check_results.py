"""A result made by hand, with one of everything that a form must show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.check.base import Check, Finding, Related, Result, in_order
from yiwu_diff.compare.rules.base import Words
from yiwu_diff.standard.model import Declared, Item, Place, Standard

if TYPE_CHECKING:
    from collections.abc import Mapping

DRAFT = "data/yiwu/2026-draft"
CHILDCARE = f"{DRAFT}/01-childcare.yaml"
JINHUA = "data/jinhua/2021/01-childcare.yaml"

CHECKS: Mapping[str, Check] = {
    one.id: one
    for one in (
        Check(
            "falls-short",
            "error",
            Words("低于上级标准", "falls short of the base"),
            Words("上级标准的待遇被削减。", "An entitlement of the base is cut."),
            Words("恢复上级标准的规定。", "Restore what the base says."),
            lambda draft: (),
            graded=True,
        ),
        Check(
            "basis-unofficial",
            "warning",
            Words("文本不是正式文本", "text is not official"),
            Words("文本由公开资料重构，不能发布。", "The text is reconstructed."),
            Words("换成正式文本。", "Put the official text in its place."),
            lambda draft: (),
        ),
    )
}
"""The registry as the forms see it: ``numbering`` and others are unknown to it."""

TARGET = Standard(
    items=(Item(id="maternal-health", name="孕产妇健康服务", content="系统管理率达到90%以上"),),
    title="义乌市基本公共服务标准（2026年版）",
    jurisdiction="yiwu",
    name="义乌市",
    level="county",
    edition="2026-draft",
    builds_on=("jinhua@2021",),
    declared=Declared(items=99),
    place=Place(f"{DRAFT}/standard.yaml", 1, 1),
)

LOWERED = Finding(
    check="falls-short",
    severity="error",
    place=Place(CHILDCARE, 12, 18),
    zh="孕产妇系统管理率由97%以上调低到90%以上；请恢复原来的数值，或者把理由写入 decisions.yaml",
    en="the rate of managed pregnancies is lowered from 97% to 90%; restore it, or say why in "
    "decisions.yaml",
    item="maternal-health",
    name="孕产妇健康服务",
    label="lowered",
    against=("jinhua@2021", "zhejiang@2021"),
    quote="孕产妇系统管理率达到90%以上",
    related=(
        Related(
            Place(JINHUA, 14, 18),
            "金华标准规定“孕产妇系统管理率达到97%以上”",
            "the Jinhua standard says “孕产妇系统管理率达到97%以上”",
        ),
        Related(
            Place("HEAD~1:data/zhejiang/2021/01 幼有所育.yaml", 15, 18),
            "浙江标准规定“孕产妇系统管理率达到95%以上”",
            "the Zhejiang standard says “孕产妇系统管理率达到95%以上”",
        ),
    ),
    fingerprint="0a1b2c3d4e5f6071",
)

FINDINGS = (
    LOWERED,
    Finding(
        check="falls-short",
        severity="warning",
        place=Place(CHILDCARE, 30, 18),
        zh="“每年免费体检一次”变成笼统的“定期体检”",
        en="“每年免费体检一次” became the general “定期体检”",
        item="child-health",
        name="儿童健康管理",
        label="relaxed",
        against=("jinhua@2021",),
        quote="定期为辖区内0—6岁儿童提供体检，" + "体检项目由承担服务的医疗机构按照规定确定，" * 20,
        sure=False,
        fingerprint="1111111111111111",
    ),
    # Two of one item, check and fingerprint, and what a form must not take for its own syntax.
    Finding(
        check="numbering",
        severity="error",
        place=Place(f"{DRAFT}/02-education.yaml", 3, 5),
        zh="编号重复：第3项, 100%\n::warning::<b>|`x`|*y*[z](1)",
        en="number twice: 3, 100%\r\n::warning::<b>|`x`|*y*[z](1)",
        name="学前教育\n资助",
        fingerprint="2222222222222222",
    ),
    Finding(
        check="numbering",
        severity="error",
        place=Place(f"{DRAFT}/02-education.yaml", 9, 5),
        zh="编号重复：第3项",
        en="number twice: 3",
        name="学前教育\n资助",
        fingerprint="2222222222222222",
    ),
    Finding(
        check="declared-totals",
        severity="note",
        place=Place(f"{DRAFT}/standard.yaml", 6, 10),
        zh="声明 99 项，实有 1 项",
        en="99 items declared, 1 held",
        fingerprint="3333333333333333",
    ),
    Finding(
        check="beyond-unjustified",
        severity="error",
        place=Place(CHILDCARE, 40, 9),
        zh="新增项目没有论证",
        en="a new item without a justification",
        item="infant-care",
        name="3岁以下婴幼儿照护",
        label="new",
        against=("jinhua@2021",),
        fingerprint="4444444444444444",
        status="known",
    ),
    *(
        Finding(
            check="basis-unofficial",
            severity="error",
            place=Place(CHILDCARE, line, 18),
            zh="文本是据公开资料重构的",
            en="the text is reconstructed from public sources",
            item="maternal-health",
            name="孕产妇健康服务",
            quote=quote,
            fingerprint=f"555555555555555{line % 10}",
            status="waived",
            reason="官方文本尚未公开，\n换成官方文本后删去本条。",
            until="2027-06-30",
        )
        for line, quote in ((13, "户籍人口和常住人口"), (14, "免费"))
    ),
    Finding(
        check="lead-unknown",
        severity="warning",
        place=Place(CHILDCARE, 16, 15),
        zh="牵头单位不在发文单位之列",
        en="the lead agency is not among the issuing ones",
        item="maternal-health",
        name="孕产妇健康服务",
        quote="市卫生健康局",
        fingerprint="6666666666666666",
        status="waived",
    ),
    # What was committed, and what lies elsewhere: no line of the work tree.
    Finding(
        check="note-claim",
        severity="warning",
        place=Place("main:data/yiwu/2026-draft/note.yaml", 7, 3),
        zh="起草说明称“新增4项”，比对结果是5项",
        en="the note claims 4 new items, the comparison has 5",
        label="new",
        fingerprint="7777777777777777",
    ),
    Finding(
        check="note-claim",
        severity="note",
        place=Place("/srv/标准 库/note.yaml", 8, 3),
        zh="起草说明没有说明比对的依据",
        en="the note does not say what it compares with",
        fingerprint="8888888888888888",
    ),
)

RESULT = Result(
    target=TARGET,
    bases=("jinhua@2021", "zhejiang@2021"),
    findings=tuple(in_order(FINDINGS)),
    checks=23,
)

EMPTY = Result(target=TARGET, bases=("jinhua@2021", "zhejiang@2021"), checks=23)


def many(number: int) -> Result:
    """A result with so many open findings."""
    places = (Place(f"{DRAFT}/{n // 100:02}.yaml", n % 100 + 1, 9) for n in range(number))
    found = (
        Finding(
            check=LOWERED.check,
            severity=("error", "warning", "note")[n % 3],  # type: ignore[arg-type]
            place=place,
            zh=LOWERED.zh,
            en=LOWERED.en,
            item=LOWERED.item,
            name=LOWERED.name,
            label=LOWERED.label,
            against=LOWERED.against,
            quote=LOWERED.quote,
            related=LOWERED.related,
            fingerprint=f"{n:016x}",
        )
        for n, place in enumerate(places)
    )
    return Result(target=TARGET, bases=("jinhua@2021",), findings=tuple(in_order(found)), checks=23)

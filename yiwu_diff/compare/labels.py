"""The ten labels: their order, their names and what `check` makes of them (``labels.md``)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

LabelName = Literal[
    "new",
    "supplemented",
    "raised",
    "refined",
    "missing",
    "lowered",
    "narrowed",
    "relaxed",
    "reassigned",
    "unchanged",
]
Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Label:
    """A label's names, its severity in `check` (None: no finding) and its meaning."""

    name: LabelName
    zh: str
    en: str
    severity: Severity | None
    means_zh: str
    means_en: str


LABELS: dict[LabelName, Label] = {
    one.name: one
    for one in (
        Label("new", "新增", "new", None, "上级标准没有对应的项目", "the base has no such item"),
        Label(
            "supplemented",
            "补充完善",
            "supplemented",
            None,
            "增加了上级标准没有的对象、服务、待遇或活动",
            "grants a recipient group, service, benefit or activity that the base does not",
        ),
        Label(
            "raised",
            "调高",
            "raised",
            None,
            "上级标准已定的数量调得对服务对象更有利",
            "a quantity that the base sets is more favourable to the recipient",
        ),
        Label(
            "refined",
            "细化",
            "refined",
            None,
            "同一待遇说得更具体，没有增加待遇，也没有改动数量",
            "the same entitlement said more precisely; nothing granted, no quantity moved",
        ),
        Label(
            "missing",
            "缺项",
            "missing",
            "error",
            "上级标准的项目在本标准中没有对应",
            "an item of the base has no counterpart",
        ),
        Label(
            "lowered",
            "调低",
            "lowered",
            "error",
            "上级标准已定的数量调得对服务对象更不利",
            "a quantity that the base sets is less favourable to the recipient",
        ),
        Label(
            "narrowed",
            "缩减",
            "narrowed",
            "error",
            "减少了对象、服务、待遇或义务，或者增加了限制条件",
            "a recipient group, service, benefit or duty is dropped, or a condition added",
        ),
        Label(
            "relaxed",
            "模糊化",
            "relaxed",
            "warning",
            "具体的规定变得笼统，待遇仍在",
            "a precise wording became general; the entitlement stays",
        ),
        Label(
            "reassigned",
            "责任调整",
            "reassigned",
            "note",
            "支出责任或者牵头单位有实质变化",
            "another agency answers or another budget pays, beyond the change of level",
        ),
        Label(
            "unchanged",
            "一致",
            "unchanged",
            None,
            "相同，或者只有不增不减的文字差别",
            "equal, or different only in ways that grant and take nothing",
        ),
    )
}
"""Every label by name, in the order in which reports show them."""

HARMFUL: frozenset[LabelName] = frozenset({"missing", "lowered", "narrowed", "relaxed"})
"""The labels that say that somebody may lose something."""

BEYOND: tuple[LabelName, ...] = ("new", "supplemented", "raised")
"""The labels that need a justification: more than the base grants."""

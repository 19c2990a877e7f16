"""Write the section of a drafting note that says what differs, out of a comparison.

The draft holds only what the comparison holds. What the comparison leaves open (items without
text, readings to be verified, the basis of the texts) stands in remarks behind the section.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from yiwu_diff.compare.labels import HARMFUL, LABELS
from yiwu_diff.note import decided
from yiwu_diff.note.added import phrases, set_against, tidy
from yiwu_diff.note.context import place, short_title
from yiwu_diff.standard.model import BASES, weakest

if TYPE_CHECKING:
    from yiwu_diff.compare.labels import LabelName
    from yiwu_diff.compare.model import Change, Comparison, ItemComparison
    from yiwu_diff.standard.model import Basis, Standard

Kind = Literal["section", "opening", "heading", "entry", "names", "argue"]
_ORDER: tuple[LabelName, ...] = ("new", "supplemented", "raised", "refined")
_SAID: dict[LabelName, str] = {"missing": "缺少"}
"""Labels that a sentence says otherwise than a table."""
_WHAT = "基本公共服务项目"
_LISTED_LIMIT = 400
"""A quoted phrase of a draft is not longer than this; the rest is in the comparison table."""

_BASES: dict[Basis, tuple[str, str]] = {
    "official": ("官方文本", "official text"),
    "quoted": ("起草说明引述的文本", "text quoted from a drafting note"),
    "reconstructed": ("公开资料重构的文本", "text reconstructed from public sources"),
    "named": ("名称", "the name alone"),
}


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the section."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """The section, and what those who use it must know."""

    blocks: tuple[Block, ...]
    remarks: tuple[str, ...]
    remarks_title: str

    @property
    def text(self) -> str:
        """The section alone, a paragraph a line."""
        return "\n".join(block.text for block in self.blocks)


def draft(comparison: Comparison, lang: str = "zh", *, number: str = "（二）") -> Draft:
    """The section. Its text is Chinese in any case; ``lang`` is that of the remarks.

    ``number`` stands before the section's title.
    """
    return _Writer(comparison, lang, number).draft()


class _Writer:
    def __init__(self, comparison: Comparison, lang: str, number: str) -> None:
        self.comparison = comparison
        self.lang = lang
        self.number = number
        self.base, self.target = _shown(comparison)
        self.blocks: list[Block] = []
        self.heading = 0

    def draft(self) -> Draft:
        self._add("section", f"{self.number}与{self._base_title()}的区别")
        found: list[LabelName] = [
            *(label for label in _ORDER if self.comparison.with_label(label)),
            *(
                label
                for label in LABELS
                if label not in _ORDER
                and label != "unchanged"
                and self.comparison.with_label(label)
            ),
        ]
        self._add("opening", self._opening(found))
        argued = False
        for label in found:
            if label not in _ORDER and not argued:
                argued = True
                self._add(
                    "argue",
                    f"以下各项与{self.base}标准相比有所减少或者调整，须逐项说明理由：",
                )
            self._list(label)
        return Draft(
            tuple(self.blocks),
            tuple(self._remarks(found)),
            "（以下供起草人员核对，定稿时删去）"
            if self.lang == "zh"
            else "(For the drafters; delete before use)",
        )

    def _add(self, kind: Kind, text: str) -> None:
        self.blocks.append(Block(kind, text))

    def _base_title(self) -> str:
        base = self.comparison.base
        if place(base) == place(self.comparison.target):
            return f"{self.base}标准"
        return f"{place(base)}标准"

    def _opening(self, found: list[LabelName]) -> str:
        if not found:
            compared = any(entry.compared for entry in self.comparison.items)
            if not compared:
                return f"对照{self._base_title()}，各项目均没有可比对的文本。"
            return f"对照{self._base_title()}，各项服务标准没有增减。"
        counts: list[str] = []
        for n, label in enumerate(found):
            count = len(self.comparison.with_label(label))
            counts.append(f"{_SAID.get(label, LABELS[label].zh)}{count}项" + _WHAT * (n == 0))
        labels = sum(len(self.comparison.with_label(label)) for label in found)
        items = len(self.comparison.labelled)
        us = _we(self.comparison.target)
        text = f"{us}结合本地实际，在{self._base_title()}的基础上，{'，'.join(counts)}"
        if labels != items:
            # An item may stand in two lists: the reader is told how many there really are.
            text += f"，合计{labels}项，涉及{items}个项目"
        return text + "。"

    def _list(self, label: LabelName) -> None:
        entries = self.comparison.with_label(label)
        self.heading += 1
        said = _SAID.get(label, LABELS[label].zh)
        are = "分别是" if len(entries) > 1 else "是"
        self._add("heading", f"{self.heading}.{said}的{len(entries)}项{are}：")
        if label == "refined":
            names = [f"{_name(entry)}{self._doubt(entry, label)}" for entry in entries]
            joint = "；" if any("、" in name for name in names) else "、"
            self._add("names", joint.join(names) + "。")
            return
        for n, entry in enumerate(entries, 1):
            self._add("entry", f"（{n}）{self._entry(entry, label)}")

    def _entry(self, entry: ItemComparison, label: LabelName) -> str:
        domain = entry.item.domain
        head = (f"{domain}领域的" if domain else "") + _name(entry)
        changes = [
            change for change in entry.changes if change.label == label and change.kind != "decided"
        ]
        doubt = self._doubt(entry, label)
        if label == "new":
            return _whole(head + doubt, entry)
        if label == "missing":
            return f"{head}{doubt}（{self.base}标准有此项目，本标准未列）。"
        if label == "supplemented":
            return f"{head}，{self._supplement(entry, changes)}{doubt}。"
        if not changes:
            # A person added the label: which words it stands on, only they can say.
            return f"{head}（与{self.base}标准相比{LABELS[label].zh}，具体内容请补写）{doubt}。"
        return f"{head}（{self._moved(entry, changes)}）{doubt}。"

    def _supplement(self, entry: ItemComparison, changes: list[Change]) -> str:
        added = phrases(entry, changes, "target")
        gone = phrases(
            entry, [c for c in changes if c.target is None or not c.target.text.strip()], "base"
        )
        parts: list[str] = []
        if added:
            parts.append("增加" + _joined(added))
        if gone:
            parts.append("不再限定" + _joined(gone))
        said = "，".join(parts) or "有所补充"
        return f"在{self.base}标准基础上{said}"

    def _moved(self, entry: ItemComparison, changes: list[Change]) -> str:
        """Both sides of the changes of an entry."""
        bases: list[str] = []
        targets: list[str] = []
        for change in changes:
            both = set_against(entry, change)
            if both is not None:
                bases.append(both.base)
                targets.append(both.target)
                continue
            bases += phrases(entry, [change], "base")
            targets += phrases(entry, [change], "target")
        base = _joined(list(dict.fromkeys(bases))) or "无此规定"
        target = _joined(list(dict.fromkeys(targets))) or "无此规定"
        return f"{self.base}标准：{base}；{self.target}标准：{target}"

    def _doubt(self, entry: ItemComparison, label: LabelName) -> str:
        changes = [change for change in entry.changes if change.label == label]
        sure = entry.sure and any(change.sure for change in changes)
        return "" if sure else "（待核）"

    def _remarks(self, found: list[LabelName]) -> list[str]:
        zh = self.lang == "zh"
        remarks: list[str] = []
        bases: dict[Basis, int] = {}
        for label in found:
            for entry in self.comparison.with_label(label):
                basis = weakest(
                    tuple(c.basis for c in entry.changes if c.label == label and c.basis)
                )
                if basis or entry.basis:
                    known: Basis = basis or entry.basis  # type: ignore[assignment]
                    bases[known] = bases.get(known, 0) + 1
        if bases:
            each = [
                f"{bases[b]}项据{_BASES[b][0]}" if zh else f"{bases[b]} on {_BASES[b][1]}"
                for b in BASES
                if b in bases
            ]
            remarks.append(
                "依据：" + "，".join(each) + "。" if zh else "Basis: " + ", ".join(each) + "."
            )
            if "reconstructed" in bases:
                remarks.append(
                    "重构的文本不是官方文本，据此写出的内容须换成正式文本后再用。"
                    if zh
                    else "Reconstructed text is not official: replace it before use."
                )
        unsure = sum(
            bool(self._doubt(entry, label))
            for label in found
            for entry in self.comparison.with_label(label)
        )
        if unsure:
            remarks.append(
                f"{unsure}处判断把握不足，标有“待核”，须人工核对。"
                if zh
                else f"{unsure} readings are marked 待核: a person must verify them."
            )
        absent = len(self.comparison.not_compared)
        if absent:
            remarks.append(
                f"另有{absent}个项目至少一方没有文本，未比对，不能算作一致。"
                if zh
                else f"{absent} more items have no text on at least one side and were not "
                "compared; they are not known to be unchanged."
            )
        harmful = [label for label in found if label in HARMFUL]
        if harmful:
            names = [LABELS[label].zh if zh else LABELS[label].en for label in harmful]
            remarks.append(
                f"{'、'.join(names)}各项低于{self.base}标准，发布前须改正或者论证。"
                if zh
                else f"{', '.join(names)}: these fall short of the base and must be mended or "
                "argued for."
            )
        legend = [
            f"{LABELS[label].zh}：{LABELS[label].means_zh}"
            if zh
            else f"{LABELS[label].zh} ({LABELS[label].en}): {LABELS[label].means_en}"
            for label in found
        ]
        if legend:
            joined = "；".join(legend) if zh else "; ".join(legend)
            remarks.append(f"标签含义：{joined}。" if zh else f"Labels: {joined}.")
        if self.comparison.decisions:
            remarks += decided.remarks(self.comparison, self.lang)
        return remarks


def _name(entry: ItemComparison) -> str:
    """The item's name; all of them where one was split."""
    return "、".join(item.name for item in entry.target or entry.base)


def _shown(comparison: Comparison) -> tuple[str, str]:
    """What to put before 标准 for the base and the target."""
    base, target = comparison.base, comparison.target
    if place(base) != place(target):
        return short_title(base).removesuffix("标准"), short_title(target).removesuffix("标准")
    return _edition(base, "原"), _edition(target, "本")


def _edition(standard: Standard, otherwise: str) -> str:
    return f"{standard.edition}年版" if standard.edition.isdigit() else otherwise


def _we(standard: Standard) -> str:
    """What the place calls itself: 我市."""
    end = place(standard)[-1:]
    return f"我{end}" if end in ("省", "市", "县", "区", "州") else "本地"


def _whole(head: str, entry: ItemComparison) -> str:
    """A new item with its recipients and its content."""
    item = entry.item
    parts = [
        f"{name}是{_cut(tidy(text))}"
        for name, text in (("服务对象", item.audience), ("服务内容", item.content))
        if text
    ]
    if not parts:
        return f"{head}（尚无文本）。"
    return f"{head}。{'，'.join(parts)}。"


def _joined(found: list[str]) -> str:
    joint = "；" if len(found) > 1 and any("，" in one for one in found) else "，"
    return _cut(joint.join(found))


def _cut(text: str) -> str:
    text = "".join(char for char in text if char.isprintable())
    return text if len(text) <= _LISTED_LIMIT else text[:_LISTED_LIMIT] + "……"

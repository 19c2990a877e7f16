"""The keys of the YAML files: one table, from which files are read and schemas are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from yiwu_diff.standard.model import BASES, FIELDS, LEVELS

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal["text", "texts", "count", "word", "basis", "record", "records"]
"""What a key holds: a text, a list of texts, a whole number, one of ``words``, the basis of an
item (a word or a record), a record, a list of records."""


class Key(NamedTuple):
    """One key of a record."""

    zh: str
    """What it means, in Chinese; ``en`` the same in English."""
    en: str
    kind: Kind = "text"
    required: bool = False
    words: Mapping[str, str] = {}
    """The words allowed, each with its Chinese name."""
    shape: Shape | None = None
    """What the record, or each record of the list, looks like."""
    pattern: str | None = None
    """What a text has to match as a whole, in the syntax that Python and ECMA 262 share."""
    also: tuple[str, ...] = ()
    """What people write instead; suggested, never accepted."""
    may_be_empty: bool = False
    """Whether a list of records may hold none."""


class Shape(NamedTuple):
    """A record: its keys in the order in which they are written."""

    zh: str
    en: str
    keys: Mapping[str, Key]
    one_of: tuple[str, ...] = ()
    """At least one of these keys has to be there."""


_BASIS_ZH = ("官方文本", "起草说明引述", "据公开资料重构", "仅有名称")
BASIS_WORDS: Mapping[str, str] = dict(zip(BASES, _BASIS_ZH, strict=True))
LEVEL_WORDS: Mapping[str, str] = dict(zip(LEVELS, ("国家", "省", "市", "县"), strict=True))

LABEL_WORDS: Mapping[str, str] = {
    "new": "新增",
    "supplemented": "补充完善",
    "raised": "调高",
    "refined": "细化",
    "missing": "缺项",
    "lowered": "调低",
    "narrowed": "缩减",
    "relaxed": "模糊化",
    "reassigned": "责任调整",
}
"""The labels that a decision may be about; what they mean is said in `compare.labels`."""

FIELD_KEYS: Mapping[str, Key] = {
    "audience": Key("服务对象", "Who the service is for", also=("服务对象", "对象", "target")),
    "content": Key("服务内容", "What is provided", also=("服务内容", "内容", "service_content")),
    "level": Key("服务标准", "How much, how often, how good", also=("服务标准", "标准")),
    "funding": Key("支出责任", "Who pays", also=("支出责任", "经费", "payer")),
    "lead": Key("牵头单位", "The department in the lead", also=("牵头单位", "部门", "department")),
}
if tuple(FIELD_KEYS) != FIELDS:  # pragma: no cover - a slip in this file
    raise AssertionError("FIELD_KEYS does not follow model.FIELDS")

BASIS = Shape(
    "按字段写明依据",
    "The basis field by field",
    {
        "name": Key("名称的依据", "The basis of the name", "word", words=BASIS_WORDS),
        **{
            field: Key(
                f"{key.zh}的依据", f"The basis of {field}", "word", words=BASIS_WORDS, also=key.also
            )
            for field, key in FIELD_KEYS.items()
        },
    },
)

ITEM = Shape(
    "一个服务项目",
    "One service item",
    {
        "id": Key(
            "编号：同一项目在各级、各版标准中编号相同",
            "The same item has the same id in every jurisdiction and edition",
            required=True,
            also=("编号", "标识", "序号", "项目编号", "code"),
        ),
        "name": Key(
            "项目名称",
            "The name of the item",
            required=True,
            also=("名称", "项目名称", "服务项目", "title"),
        ),
        **FIELD_KEYS,
        "basis": Key(
            "文本依据：一个词，或按字段写明",
            "Where the texts come from: one word for all, or field by field",
            "basis",
            required=True,
            words=BASIS_WORDS,
            shape=BASIS,
            also=("依据", "来源", "文本依据", "source"),
        ),
        "aliases": Key(
            "别名：该项目的其他名称",
            "Other names that the item is known by",
            "texts",
            also=("别名", "又名", "其他名称"),
        ),
        "origin": Key(
            "出处：来源文件和其中的位置，如 标准.docx 第3页表2第5行",
            "The source file and the place in it, such as 标准.docx 第3页表2第5行",
            also=("出处", "位置"),
        ),
    },
)

SERVICE = Shape(
    "一类服务",
    "A service category",
    {
        "service": Key(
            "服务类别名称",
            "The name of the service category",
            required=True,
            also=("服务", "服务类别", "类别", "name", "category"),
        ),
        "items": Key(
            "该类服务的项目",
            "The items of the category",
            "records",
            required=True,
            shape=ITEM,
            also=("项目", "服务项目"),
        ),
    },
)

DOMAIN = Shape(
    "一个领域（NN-名称.yaml）",
    "One domain (NN-name.yaml)",
    {
        "domain": Key(
            "领域，如 幼有所育", "The domain, such as 幼有所育", required=True, also=("领域",)
        ),
        "services": Key(
            "服务类别",
            "The service categories",
            "records",
            shape=SERVICE,
            also=("服务", "服务类别"),
        ),
        "items": Key(
            "服务类别不明的项目",
            "Items whose service category is not known",
            "records",
            shape=ITEM,
            also=("项目", "服务项目"),
        ),
    },
    one_of=("services", "items"),
)

DECLARED = Shape(
    "标准自述的总数",
    "The totals that the standard states about itself",
    {
        "domains": Key("领域数", "Number of domains", "count", also=("领域", "领域数")),
        "services": Key("服务类别数", "Number of services", "count", also=("服务", "服务数")),
        "items": Key("项目数", "Number of items", "count", also=("项目", "项目数")),
    },
)

SOURCE = Shape(
    "一份来源文件",
    "A document that the dataset was made from",
    {
        "title": Key("文件标题", "Title of the document", required=True, also=("标题", "名称")),
        "basis": Key(
            "由此而来的文本的依据",
            "The basis of the texts taken from it",
            "word",
            required=True,
            words=BASIS_WORDS,
            also=("依据",),
        ),
        "file": Key("文件名或路径", "File name or path", also=("文件", "path")),
        "sha256": Key(
            "文件的 SHA-256（64 位十六进制）",
            "SHA-256 of the file, 64 hexadecimal digits",
            pattern="[0-9a-fA-F]{64}",
            also=("校验和", "hash", "sha"),
        ),
        "note": Key("说明", "A remark", also=("说明", "备注")),
    },
)

# What a ref such as yiwu@2021 or git:REV:yiwu@2021 is made of cannot hold what takes refs apart.
_REF_PART = r"[^\s@:/\\]+"

STANDARD = Shape(
    "一部标准（standard.yaml）",
    "One edition of a standard (standard.yaml)",
    {
        "title": Key("标准全称", "Full title", required=True, also=("标题", "全称")),
        "jurisdiction": Key(
            "地区代号，如 yiwu，不含空格和 @ : / \\",
            "The jurisdiction, such as yiwu, without spaces and @ : / \\",
            required=True,
            pattern=_REF_PART,
            also=("地区", "代号", "region"),
        ),
        "name": Key(
            "地区名称，如 义乌市",
            "What readers call the place, such as 义乌市",
            required=True,
            also=("名称", "地区名称"),
        ),
        "level": Key(
            "层级",
            "The level of government",
            "word",
            words=LEVEL_WORDS,
            also=("层级", "级别"),
        ),
        "edition": Key(
            '版本，如 "2021"，加引号，不含空格和 @ : / \\',
            'The edition, such as "2021", in quotes, without spaces and @ : / \\',
            required=True,
            pattern=_REF_PART,
            also=("版本", "年份", "year", "version"),
        ),
        "builds_on": Key(
            "所依据的上级标准，由近及远，如 jinhua@2021",
            "Refs of the standards it must not fall short of, nearest first",
            "texts",
            also=("依据标准", "上级标准", "base"),
        ),
        "agencies": Key(
            "联合印发的部门", "The issuing departments", "texts", also=("部门", "印发部门")
        ),
        "declared": Key(
            "标准自述的总数",
            "The totals that the standard states about itself",
            "record",
            shape=DECLARED,
            also=("总数", "合计", "totals"),
        ),
        "sources": Key(
            "来源文件", "The documents it was made from", "records", shape=SOURCE, also=("来源",)
        ),
    },
)

VERDICT_WORDS: Mapping[str, str] = {"accept": "认可", "reject": "否定", "add": "补加"}

_ITEM_KEY = Key(
    "项目编号", "The id of the item", required=True, also=("项目", "编号", "项目编号", "id")
)
_BASE_KEY = Key(
    "相对于哪一份标准，如 jinhua@2021；不写则为所依据的第一份",
    "The standard it is about, such as jinhua@2021; the first that is built on if left out",
    pattern=rf"{_REF_PART}@{_REF_PART}",
    also=("上级标准", "对照", "against"),
)
_BY_KEY = Key("谁定的", "Who says so", also=("姓名", "经办人", "who"))
_DATE_KEY = Key(
    '日期，如 "2026-11-24"，加引号',
    'The day, such as "2026-11-24", in quotes',
    pattern=r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
    also=("日期", "when"),
)
_FINGERPRINT_KEY = Key(
    "两份文本的指纹，由 yiwu-diff 写入",
    "Fingerprint of both texts, written by yiwu-diff",
    required=True,
    pattern="[0-9a-f]{16}",
    also=("指纹",),
)

DECISION = Shape(
    "一条裁定",
    "One decision",
    {
        "item": _ITEM_KEY,
        "base": _BASE_KEY,
        "label": Key("标签", "The label", "word", required=True, words=LABEL_WORDS, also=("标签",)),
        "verdict": Key(
            "裁定：认可、否定或补加这个标签",
            "Accept, reject or add the label",
            "word",
            required=True,
            words=VERDICT_WORDS,
            also=("裁定", "结论", "decision"),
        ),
        "reason": Key("理由", "Why", also=("理由", "原因")),
        "by": _BY_KEY,
        "date": _DATE_KEY,
        "fingerprint": _FINGERPRINT_KEY,
    },
)

DECISIONS = Shape(
    "对标签的裁定（decisions.yaml）",
    "What people decided about labels (decisions.yaml)",
    {
        "decisions": Key(
            "裁定",
            "The decisions",
            "records",
            required=True,
            shape=DECISION,
            also=("裁定",),
            may_be_empty=True,
        )
    },
)

JUSTIFICATION = Shape(
    "一个项目的论证",
    "Why one item goes beyond the base",
    {
        "item": _ITEM_KEY,
        "base": _BASE_KEY,
        "necessity": Key("必要性", "Why it is needed", also=("必要性",)),
        "reasonableness": Key(
            "合理性（含财力）", "Why it is reasonable and can be paid for", also=("合理性",)
        ),
        "risk": Key(
            "风险评估", "What may go wrong, and how that is met", also=("风险评估", "风险")
        ),
        "by": _BY_KEY,
        "date": _DATE_KEY,
        "fingerprint": _FINGERPRINT_KEY,
    },
)

JUSTIFICATIONS = Shape(
    "超出上级标准部分的论证（justifications.yaml）",
    "Why the standard goes beyond the base (justifications.yaml)",
    {
        "justifications": Key(
            "论证",
            "The justifications",
            "records",
            required=True,
            shape=JUSTIFICATION,
            also=("论证",),
            may_be_empty=True,
        )
    },
)

KEPT_TOTALS = Shape(
    "起草说明所称的总数",
    "The totals that the note states",
    dict(DECLARED.keys.items()),
)

KEPT_ITEM = Shape(
    "清单中的一项",
    "One entry of a list",
    {
        "name": Key(
            "项目名称，照录", "The item as the note calls it", required=True, also=("名称",)
        ),
        "domain": Key("领域，照录", "The domain that the note puts it in", also=("领域",)),
        "quote": Key("原文", "The note's own words", also=("原文", "引文")),
    },
)

KEPT_LIST = Shape(
    "一份清单",
    "One list",
    {
        "label": Key("标签", "The label", "word", required=True, words=LABEL_WORDS, also=("标签",)),
        "heading": Key("标题，照录", "The heading in the note's words", also=("标题",)),
        "claimed": Key("所称的项数", "How many the note claims", "count", also=("项数",)),
        "items": Key("所列的项目", "What it lists", "records", shape=KEPT_ITEM, also=("项目",)),
    },
)

KEPT_FIGURE = Shape(
    "一处数值",
    "Two figures that the note sets against each other",
    {
        "item": Key(
            "项目名称，照录", "The item as the note calls it", required=True, also=("项目",)
        ),
        "base": Key("上级标准的数值", "The figure of the base", required=True),
        "target": Key("本标准的数值", "The figure of the target", required=True),
    },
)

KEPT_NOTE = Shape(
    "起草说明的说法（note.yaml）",
    "What a drafting note claims (note.yaml)",
    {
        "title": Key("起草说明的标题", "Title of the note", also=("标题",)),
        "source": Key("文件名", "Its file", also=("来源", "文件")),
        "base": _BASE_KEY,
        "totals": Key(
            "所称的总数", "The totals it states", "record", shape=KEPT_TOTALS, also=("总数",)
        ),
        "lists": Key("清单", "Its lists", "records", shape=KEPT_LIST, also=("清单",)),
        "figures": Key("数值", "Its figures", "records", shape=KEPT_FIGURE, also=("数值",)),
    },
)

NAMES: frozenset[str] = frozenset(
    name
    for shape in (
        *(STANDARD, DECLARED, SOURCE, DOMAIN, SERVICE, ITEM),
        *(DECISIONS, DECISION, JUSTIFICATIONS, JUSTIFICATION),
        *(KEPT_NOTE, KEPT_LIST, KEPT_ITEM, KEPT_FIGURE),
    )
    for name in shape.keys
)
"""Every key of every record."""


def nearest(word: str, names: Mapping[str, Key] | Mapping[str, str]) -> str | None:
    """The key or word that the user most likely meant, by its Chinese name or by spelling."""
    from difflib import get_close_matches

    if len(word) > 40:
        return None
    word = word.strip().strip("：:").strip()
    spelled: dict[str, str] = {}
    for name, known in names.items():
        others = known.also if isinstance(known, Key) else (known,)
        for other in (name, *others):
            spelled.setdefault(other.casefold(), name)
    if (same := spelled.get(word.casefold())) is not None:
        return same
    # By spelling only the names proper count: "standard" must not come out of "standrad".
    near = get_close_matches(word.casefold(), list(names), n=1, cutoff=0.6)
    return near[0] if near else None

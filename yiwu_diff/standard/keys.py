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

NAMES: frozenset[str] = frozenset(
    name for shape in (STANDARD, DECLARED, SOURCE, DOMAIN, SERVICE, ITEM) for name in shape.keys
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

"""Compare ``lead`` and ``funding``: who answers, and who pays."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from yiwu_diff.compare.facts import Fact
from yiwu_diff.compare.model import Span
from yiwu_diff.text.agencies import apart, fields_by_name, offices, places
from yiwu_diff.text.lazy import lazy
from yiwu_diff.text.normal import level
from yiwu_diff.text.quantities import quantities

if TYPE_CHECKING:
    from collections.abc import Collection

    from yiwu_diff.standard.model import Item

Body = tuple[frozenset[str], str]
"""What an office is for, and the words of its tier."""

_MARK = lazy(r"[、,;。:()和与及]|牵头|配合|参与|负责|会同|等|其他")
_EACH = lazy("各(?:县|区|市|乡|镇|街道)")
_OPEN = lazy(r"(?:有关|相关|各|其他)(?:部门|单位)|按职责|职责分工")
_PREFIXES = frozenset("中国全省市县区州旗盟镇各本我级由")
_PREFIX = lazy(r"^(?:中国|国家|全国|省|市|县|区|州|旗|盟|镇|各|本|我|全|级|由)+")

_ENDINGS = (
    *("会", "局", "厅", "部", "委", "办", "院", "中心", "公司", "集团"),
    *("处", "署", "行", "社", "室", "团", "队", "所", "馆"),
)

_AGENT = lazy(r"(?:事业|服务|管理|经办)+(?:中心|处|所|站|局)$")
_BOARD = lazy(r"(?:委员会|工作委员会|办公室)$")

_READABLE = 4000
"""Of longer texts it is only said that they differ."""


def find(base: Item, target: Item) -> list[Fact]:
    """The facts of ``lead`` and ``funding``."""
    facts: list[Fact] = []
    for name in ("lead", "funding"):
        old, new = base.text(name) or "", target.text(name) or ""
        if old == new or level(old) == level(new):
            continue
        kind, detail, favour, sure = _compared(name, old, new)
        if kind:
            facts.append(
                Fact(
                    kind=kind,
                    field=name,
                    base=Span(name, 0, len(old), old, base.places.get(name)),
                    target=Span(name, 0, len(new), new, target.places.get(name)),
                    favour=favour,
                    sure=sure,
                    detail=detail,
                )
            )
    return facts


def _compared(name: str, old: str, new: str) -> tuple[str, str, int, bool]:
    """Kind, detail, favour, and whether it is sure; no kind where nothing of substance differs."""
    if not old or not new:
        # A side that says nothing leaves it open.
        return ("made-vague" if old else "vague-filled"), "", 0, False
    if max(len(old), len(new)) > _READABLE:
        return f"{name}-changed", "", 0, False
    old, new = level(old), level(new)
    kind, detail = _leads(old, new) if name == "lead" else _funding(old, new)
    if not kind and name == "funding" and (favour := _floor(old, new)):
        figures = "、".join(_numbers(old)), "、".join(_numbers(new))
        return "quantity-moved", f"{figures[0]} → {figures[1]}", favour, True
    return kind, detail, 0, True


# -- lead ---------------------------------------------------------------------------------


@lru_cache(maxsize=256)
def bodies(text: str) -> tuple[Body, ...]:
    """The offices that a text in normal form names."""
    sentences = [_named(sentence) for _, sentence in apart(text)]
    return (
        *(one for known, _ in sentences for one in known),
        *(one for _, others in sentences for one in others),
    )


@lru_cache(maxsize=1024)
def _named(sentence: str) -> tuple[list[Body], list[Body]]:
    """The offices of a sentence: those that are known, and what only looks like one."""
    known: list[Body] = []
    others: list[Body] = []
    fields = fields_by_name()
    rest = list(sentence)
    for one in offices(sentence):
        known.append((one.fields, one.tier))
        rest[one.start : one.end] = "、" * (one.end - one.start)
    for start, end in places(sentence):
        rest[start:end] = "、" * (end - start)
    for part in filter(None, _MARK.split("".join(rest))):
        bare = _PREFIX.sub("", part) if part[0] in _PREFIXES else part
        if field := fields.get(bare):
            # 民政、财政等部门: the ending stands only behind the last.
            others.append((frozenset((field,)), ""))
            continue
        if len(bare) >= 3 and bare.endswith(_ENDINGS):
            # 医疗保险事业处 and 医疗保险事业中心
            named = _AGENT.sub("", bare)
            field = fields.get(named) if named != bare else None
            others.append((frozenset((field or _BOARD.sub("", bare),)), ""))
    return known, others


def _leads(old: str, new: str) -> tuple[str, str]:
    was, now = bodies(old), bodies(new)
    if not was and not now:
        return "", ""
    if not was and _OPEN.search(old):
        return "vague-filled", ""
    if not now and _OPEN.search(new):
        return "made-vague", ""
    before, after = (frozenset().union(*(fields for fields, _ in side)) for side in (was, now))
    gone = [b for b in was if not b[0] & after]
    come = [c for c in now if not c[0] & before]
    if gone or come:
        return "lead-changed", _signed(gone, come)
    if _EACH.search(new) and not _EACH.search(old):
        # One office becomes one of each county.
        return "lead-changed", ""
    for fields, tier in was:
        for others, other in now:
            if fields & others and _other_tier(tier, other):
                return "lead-changed", f"{tier} → {other}"
    return "", ""


def _signed(gone: Collection[Body], come: Collection[Body]) -> str:
    parts = ["-" + "·".join(sorted(fields)) for fields, _ in gone]
    parts += ["+" + "·".join(sorted(fields)) for fields, _ in come]
    return " ".join(parts)


def _other_tier(old: str, new: str) -> bool:
    """Another tier of the same standard, not the same office one tier down: both name a tier
    in general (设区的市级人民政府 → 县级人民政府)."""
    general = [bool(re.search(r"人民政府|级", tier)) for tier in (old, new)]
    return all(general) and _grade(old) != _grade(new)


def _grade(tier: str) -> str:
    match = re.search(r"省|自治区|设区|市|县|区|乡|镇", tier)
    return (
        {"设区": "市", "区": "县", "镇": "乡", "自治区": "省"}.get(match[0], match[0])
        if match
        else ""
    )


# -- funding ------------------------------------------------------------------------------

_SHARE = lazy(
    r"\d+(?:\.\d+)?%|百分之[零一二三四五六七八九十百点]+|\d+(?:\.\d+)?[:∶比]\d+(?:\.\d+)?(?:[:∶]\d+)?|[一二三四五六七八九]成"
    r"|全额|各半"
)
_RATIO = lazy(r"\d+(?:\.\d+)?(?:[:∶比]\d+(?:\.\d+)?)+|各半|各[^,;。\d]{0,4}一半")
_PAYER = lazy(
    r"中央|省|自治区(?!直)|地方|市县|县市|县区|[市县区](?!场|民|直|域|别)|乡(?!村)|镇(?!居)"
)
_RANKS = "中省自地市县区乡镇"
_AMOUNT = lazy(r"\d+(?:\.\d+)?(?:万|亿)?元|增幅|增长比例|不低于")
_TIERS = (
    ("中央", lazy(r"中央|国务院|国家财政")),
    ("省", lazy(r"省(?!会)|自治区(?!直)")),
    (
        "市",
        lazy(r"(?<!县、)(?<!\()市(?!场|县|民|区|、县|\(|直)|地级|设区|州(?!市)|盟|市县|市、县"),
    ),
    ("县", lazy(r"县|(?<!自治)(?<!地)(?<!社)(?<!辖)区(?!域|别)|旗|本级")),
    ("乡镇", lazy(r"乡(?!村)|镇(?!居)|街道")),
)
_KINDS = (
    ("用人单位", lazy(r"用人单位|所在单位|企业|雇主|单位(?:和|与|缴|承担|负担)")),
    (
        "个人",
        lazy(
            r"个人|本人|职工(?:和|与|缴|个人)|家庭(?!教育|经济|困难|成员)|自负|自付|监护人|学生家长"
        ),
    ),
    ("基金", lazy(r"基金|公益金|保障金|保险费|统筹基金|专账|彩票")),
    ("集体", lazy(r"村集体|集体经济")),
    ("社会", lazy(r"社会(?:捐|力量|资金)|慈善|捐赠|捐助")),
    ("经营单位", lazy(r"运营|经营者|开发商|建设单位|市场化")),
)
_FUND_OF = lazy(r"(失业|工伤|生育|养老|医疗|医保|就业|长期护理|长护)[^,;。]{0,8}(?:基金|资金)")
_GOVERNMENT = lazy(r"财政|政府|预算|经费|中央|地方|省|市|县|区")
_DELEGATED = lazy(
    r"按(?:照)?(?:国家|省|市)?(?:有关|相关)?规定|有关规定|相关规定|按比例|分级|分档|分担|共同|多渠道|必要的"
)


_SHARED = lazy(rf"{_DELEGATED.pattern}|地方|各级|补助|为主")


@lru_cache(maxsize=64)
def tiers(text: str) -> tuple[str, ...]:
    """The tiers of government that pay."""
    return tuple(name for name, pattern in _TIERS if pattern.search(text))


@lru_cache(maxsize=64)
def _kinds(text: str) -> frozenset[str]:
    found = {name for name, pattern in _KINDS if pattern.search(text)}
    fund = _FUND_OF.search(text)
    if fund and "基金" in found:
        of = {"医保": "医疗", "长护": "长期护理"}.get(fund[1], fund[1])
        found = (found - {"基金"}) | {f"{of}基金"}
    return frozenset(found)


def _numbers(text: str) -> list[str]:
    return sorted(share for _, sentence in apart(text) for share in _numbers_of(sentence))


@lru_cache(maxsize=256)
def _numbers_of(sentence: str) -> list[str]:
    return [re.sub("[∶比]", ":", share) for share in _SHARE.findall(sentence)]


def _shares(text: str) -> tuple[list[float], bool]:
    """What each payer bears of a hundred, and whether in the order of their tiers: 7∶3 says the
    same as 70%和30%."""
    text = re.sub(r"\([^)]*\)", "", text)
    payers = [match[0][0] for match in _PAYER.finditer(text)]
    ratio = _RATIO.search(text)
    if ratio and ratio[0][0] == "各":
        shares = [50.0, 50.0]
    elif ratio:
        parts = [float(part) for part in re.split("[:∶比]", ratio[0])]
        shares = [round(100 * part / (sum(parts) or 1), 1) for part in parts]
    else:
        shares = [round(100 * q.values[0], 1) for q in quantities(text) if q.kind == "ratio"]
        if len(shares) == 1 and "各" in text:
            shares *= len(payers) or 1
        elif shares and sum(shares) < 100 and len(payers) > len(shares):
            # 其余由县级财政承担
            shares.append(round(100 - sum(shares), 1))
    if len(payers) != len(shares):
        return sorted(shares), False
    ranks = map(_RANKS.index, payers)
    return [share for _, share in sorted(zip(ranks, shares, strict=True))], True


def _same_shares(old: str, new: str) -> bool:
    (was, ranked), (now, both) = _shares(old), _shares(new)
    return was == now if ranked and both else sorted(was) == sorted(now)


def _funding(old: str, new: str) -> tuple[str, str]:
    was, now = _numbers(old), _numbers(new)
    if was and now:
        if re.search("不低于|不少于|达到|以上", old) and re.search("不低于|不少于|达到|以上", new):
            # A floor for the budget is a quantity like any other: `_floor` compares it.
            return _payers(old, new)
        return (
            ("funding-changed", f"{'、'.join(was)} → {'、'.join(now)}")
            if not _same_shares(old, new)
            else _payers(old, new)
        )
    if was and not now:
        payers = _payers(old, new)
        changed = payers[0] == "funding-changed" and not _spelt_out(new, old)
        if changed or not _DELEGATED.search(new):
            return "funding-changed", f"{'、'.join(was)} →"
        return "made-vague", "、".join(was)
    if now and not was:
        changed = (
            _kinds(old) != _kinds(new)
            or (_payers(old, new)[0] == "funding-changed" and not _spelt_out(old, new))
            # One payer bore the whole of it.
            or (len(tiers(old)) == 1 < len(tiers(new)) and not _SHARED.search(old))
        )
        return ("funding-changed" if changed else "vague-filled"), "、".join(now)
    if bool(_AMOUNT.search(old)) != bool(_AMOUNT.search(new)):
        return ("made-vague" if _AMOUNT.search(old) else "vague-filled"), ""
    return _payers(old, new)


def _spelt_out(vague: str, precise: str) -> bool:
    """中央与地方财政→中央财政60%，省级财政40%: the tiers of 地方 by name."""
    same = _kinds(vague) == _kinds(precise)
    return same and "地方" in vague and set(tiers(vague)) <= set(tiers(precise))


def _floor(old: str, new: str) -> int:
    """Which way a floor for the budget moved: 1 up, -1 down, 0 where there is none or where
    it stayed. Of several the worst counts."""
    was = _floors(old)
    now = _floors(new) if was else []
    moves = [b - a for a, b in zip(was, now, strict=False) if a != b]
    if not moves:
        return 0
    return -1 if min(moves) < 0 else 1


def _floors(text: str) -> list[float]:
    return [floor for _, sentence in apart(text) for floor in _floors_of(sentence)]


@lru_cache(maxsize=256)
def _floors_of(sentence: str) -> list[float]:
    found = quantities(sentence)
    return [q.values[0] for q in found if q.kind in ("ratio", "money") and q.bound == "≥"]


def _payers(old: str, new: str) -> tuple[str, str]:
    was, now = _kinds(old), _kinds(new)
    if was != now:
        both = _GOVERNMENT.search(old), _GOVERNMENT.search(new)
        if was and not now and both[1] and _earmarked(old) and tiers(old) == tiers(new):
            # The budget line goes, the payer stays.
            return "made-vague", ""
        if now and not was and both[0] and _earmarked(new) and tiers(old) == tiers(new):
            return "vague-filled", ""
        return "funding-changed", f"{'、'.join(sorted(was))} → {'、'.join(sorted(now))}"
    a, b = tiers(old), tiers(new)
    if a == b:
        return "", ""
    if not a and _DELEGATED.search(old):
        return "vague-filled", ""
    if not b and _DELEGATED.search(new):
        return "made-vague", ""
    if a and not b and _GOVERNMENT.search(old) and not _GOVERNMENT.search(new):
        # 无, 待定: nobody is said to pay any more.
        return "made-vague", ""
    if b and not a and _GOVERNMENT.search(new) and not _GOVERNMENT.search(old):
        return "vague-filled", ""
    if not a or not b:
        return "", ""
    if "地方" in old and set(a) <= {"中央"} and "中央" not in set(b) - set(a):
        # 地方 by its tiers.
        return "", ""
    if _by_level(a, b, bool(re.search("[各本我]", old + new))):
        return "", ""
    return "funding-changed", f"{'+'.join(a)} → {'+'.join(b)}"


def _earmarked(text: str) -> bool:
    return bool(re.search(r"公益金|保障金|彩票|列入|列支|专项", text))


_ORDER = [name for name, _ in _TIERS]


def _by_level(a: tuple[str, ...], b: tuple[str, ...], own: bool) -> bool:
    """Whether the payers are the same seen from one tier further down, or only written out.

    ``own``: a text speaks of its own place (本市) or of all places below (各县)."""
    if set(a) | {"市"} == set(b) | {"市"} and {"市", "县"} & set(a) and {"市", "县"} & set(b):
        return True
    local = {"市", "县"}
    if local < set(a) and set(a) - local == set(b) - local and set(b) & local:
        # 省和市、县 seen from one city is 省和市.
        return True
    if own and set(a) - local == set(b) - local and set(a) & local and set(b) & local:
        # 各县（市、区） seen from one of them is 本市.
        return True
    if len(a) == len(b) == 1:
        return _ORDER.index(b[0]) == _ORDER.index(a[0]) + 1
    shifted = {_ORDER[min(_ORDER.index(t) + 1, len(_ORDER) - 1)] for t in a}
    return set(b) == shifted


def same_payers(old: str, new: str) -> bool:
    """Whether the budgets that two texts name are the same, or one seen from further down."""
    return not _payers(old, new)[0]

"""Bodies that no list knows, told by where they stand: 由采血的血站发给, 向调解委员会申请."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from yiwu_diff.text.agencies import fields_by_name
from yiwu_diff.text.lazy import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator


class Agent(NamedTuple):
    """A body where it stands, and what its name says of it."""

    start: int
    end: int
    stem: str
    """What tells it from others: 血 of 采血的血站."""
    fields: frozenset[str]
    """The branches of government that its name speaks of."""


def agents(text: str, act: re.Pattern[str]) -> Iterator[Agent]:
    """Whoever acts or is asked in a sentence. ``act``: the verbs for what bodies do."""
    done = 0
    for match in _LED.finditer(text):
        start = match.end()
        if start < done:
            continue
        ends = {one.start() for one in _ENDS.finditer(text, start + 2, start + _WIDE)}
        ends.update(one.start() for one in act.finditer(text, start + 2, start + _WIDE + 2))
        for end in sorted(ends):
            if _BODY.search(text, start, end):
                break
            if text[end] in _MARKS:
                # What it does is no verb of the list: 由仲裁委员会调解.
                tails = [one.end() for one in _TAIL.finditer(text, start, end)]
                end = tails[-1] if tails else 0
                break
        else:
            continue
        if end >= start + 2:
            done = end
            for one in _NAME.finditer(text, start, end):
                if stem := _stem(one[0]):
                    yield Agent(*one.span(), stem, _fields(one[0]))


ABOVE = "上级"
"""The stem of the body above another, whichever that is."""
_LED = lazy(
    "(?<![自理缘])由(?![于此])|向(?!社会|公众)|请求|(?<![曾已])经(?![济费营常过验办历])|报(?:请|送|经(?!办))?(?![告销名酬警考])"
    "|[审查核受评][审核查实理议定](?:后|通过)?[、,](?:并|再)?|申请(?:后)?、"
)
_WIDE = 24
"""No name of a body is longer."""
_ENDS = lazy(
    "[,;。:()《\\d]|当场|依[法照据]|按|根据|应当?|必须|统一|先行|直接|全额|免费|无偿|定期|及时|共同|分别"
    "|自(?:收到|受理|行)|(?<!所)在|[于从对为向将](?!外)|以(?!上)|每[年月季周日学半]|代为|具体|会同|联合"
    "|[一二两三四五六七八九十]+个?[日年月工次]|监督(?!管理)|[申提请举投](?:请|出|求|报|诉)|复[查核议审]|初审"
    "|保管|协调|反映|组织"
)
_MARKS = ",;。:("
_NAME = lazy("(?:[^、和与及或者]|(?<!或)者){2,}")
_BODY_WORDS = (
    "(?:(?<!社)会(?![计议员同展费场])|部门|机[构关]|单位|中心|站|[^场处有]所(?![在有])|院(?!校)|局(?!部)|馆|报社|旅行社|合作社"
    "|公司|集团|(?<=[业会济益助务善育者])组织|业主|开发商"
    "|(?:持有|管理|承运|出[租卖]|经营|发包|承包|所有权|产权|使用)人|(?:经营|生产|销售|管理|开发|[举主承开]办)者)"
)
_BODY = lazy(f"{_BODY_WORDS}$")
_TAIL = lazy(f"{_BODY_WORDS}(?=[\u4e00-\u9fff]{{2}})(?![的或和、委所下指])")
"""What the name of a body ends in. What people do is no matter of who is in charge."""


def _stem(name: str) -> str:
    """What tells a body from others; empty where it may be any: 有关部门."""
    if _SAME.match(name):
        return ""
    if _HIGHER.search(name):
        return ABOVE
    head = name.rpartition("的")[2]
    return _bare(head) or _bare(name)


def _bare(name: str) -> str:
    return _ANY.sub("", _KIND.sub("", name.replace("卫生院", "医院")))


_SAME = lazy("[该原其本]")
_HIGHER = lazy("上一?级")
_KIND = lazy(
    "(?:行政主管部门|行政管理部门|主管部门|管理部门|行政部门|部门|行政机关|机关|单位|机构|企业|公司|集团|组织"
    "|委员会|基金会|协会|学会|中心|[站所院局会社人者商])$"
)
_ANY = lazy(
    "有关|相关|各|其他?|所属|所在地?|当地|[本该原]|县|市|省|区|乡|镇|级|国家|地方|定点|指定|专业|具体|具备|条件|任何"
    "|社会|行政|经办|法定|工作|负责|的|自己|第三方"
)


_BRANCHES = {
    "户口登记": "公安",
    "户籍登记": "公安",
    "救助管理": "民政",
    "婚姻登记": "民政",
    "福利院": "民政",
    "就业": "人力资源社会保障",
    "人才": "人力资源社会保障",
    "法律援助": "司法",
    "公证": "司法",
    "道路运输": "交通运输",
    "公路": "交通运输",
    "不动产登记": "自然资源",
    "动物防疫": "农业农村",
}
"""What stands under an office without its name."""


@lru_cache(maxsize=512)
def _fields(name: str) -> frozenset[str]:
    if "医" in name or "卫生院" in name:
        # Who serves the sick is no office of health.
        return frozenset()
    if name.endswith(("的单位", "的企业")):
        # Any employer may be meant.
        return frozenset({"单位"})
    return frozenset(
        field
        for known in (fields_by_name(), _BRANCHES)
        for word, field in known.items()
        if word in name
    )

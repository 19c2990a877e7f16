"""Who does what in a sentence: the bodies that it names, and the acts that it gives to each."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from yiwu_diff.compare.agents import agents
from yiwu_diff.text.agencies import offices
from yiwu_diff.text.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yiwu_diff.text.reading import Sentence


class Body(NamedTuple):
    """A body where it stands, with the words of its tier."""

    start: int
    end: int
    kinds: frozenset[str]
    """What it is for, or what sort of body it is; two bodies that share one may be the same."""
    tier: str
    offices: int = 1
    """Of how many offices it is the name: 民政和教育部门."""
    stem: str = ""
    """What a body is for that is no office, in the words of its name: 接种 of 接种单位."""


class Act(NamedTuple):
    """What some bodies do together."""

    does: str
    """The kind of act: ``approves``, ``pays`` …"""
    bodies: tuple[Body, ...]
    partners: tuple[Body, ...]
    """With whom they do it: 会同财政部门."""
    sentence: Sentence
    whole: bool
    """Whether the bodies are all that do it: no 等 leaves more of them open."""

    @property
    def span(self) -> tuple[int, int]:
        return self.bodies[0].start, self.bodies[-1].end

    @property
    def everybody(self) -> frozenset[str]:
        """What all of them are for."""
        return frozenset().union(*(one.kinds for one in (*self.bodies, *self.partners)))


# Bodies without a field: governments, and whoever pays.
_SORTS = {
    "town": "乡镇",
    "police": "公安",
    "state": "政府",
    "employer": "单位",
    "fund": "基金",
    "budget": "预算",
    "person": "个人",
    "school": "学校",
    "manager": "管理者",
    "owners": "业主",
    "army": "军队",
    "other": "",
}
_SORT = lazy(
    r"(?P<town>(?:乡镇|[乡镇](?!村|居))(?:\(街道\)|人民政府|政府)|街道办(?:事处)?(?!理)|镇街"
    # What a village does for its town, the town does.
    r"|(?:村|居|村\(居\))(?:民委员会|委会))"
    r"|(?P<police>公安机关(?!交通)|派出所)"
    r"|(?P<state>人民政府(?![^,;。、的由应和]{2,10}部门))"
    r"|(?P<employer>(?:用人|所在|工作)单位|企业|雇主)"
    r"|(?P<fund>(?:(?:失业|工伤|生育|养老|医疗|医保|长期护理|长护)(?:保险|保障)?)?"
    r"(?:统筹|保险|保障)?基金(?!会|管理机构)|就业补助资金|公益金|[^,;。:由从的]{2,6}收入(?=中(?:予以)?(?:安排|列支|支付|支出|解决)))"
    r"|(?P<army>(?:军|部)队(?!驻|院))"
    r"|(?P<budget>财政(?!部门|局|厅|补|资|专户|困难|状况|[和、](?![省市县区])))"
    r"|(?P<person>个人(?!账户|缴费|信息)|本人(?!账户))"
    r"|(?P<school>(?:学校|幼儿园)(?!园?食堂))"
    r"|(?P<manager>(?:管理|产权|运营|维护|养护)(?:机构|单位|公司))"
    r"|(?P<owners>业主(?:大会|委员会)(?!成立|会议))"
    r"|(?P<other>(?<=[\u4e00-\u9fff])(?:单位|(?<!服务)机构|企业|公司|(?<=行业|社会|服务|慈善|经济|公益|费者)组织(?!的?活动)|协会|医?学会|联合会|红十字会|基金会|慈善会|银行|经营者|[开举主]办者"
    r"|持有人|服务人|承包人|医院|卫生院|司法所|[理援血]站)(?!负责人|法定代表|工作人员|[的之]?性质|类型|名称))"
)
_SIGNS = frozenset("字善队收府街委安派单企雇基就公财个本学幼管产运维养机组协学银者持服承业医卫司站")
"""Where none of these stands, none of those bodies is named."""

_VERBS = {
    "approves": r"审批|批准|批复|同意|核准|确认|认定|审定|核定|评定|作出[^,;。]{0,6}决定|决定是否",
    "reviews": r"(?:审核|审查|初审|复审|复核|核实|核查)(?!意见|结果|之日|机关|材料)",
    "accepts": r"受理(?!之日|机关|后|申请之日)",
    "pays": r"承担|负担|垫付|列支|补足|解决|报销(?!比例|标准|范围)|缴纳"
    r"|安排(?=$|资金|经费)|落实(?=$|[^,;。]{0,14}(?:资金|经费))",
    "gives": r"支付|给予|提供|予以"
    r"|(?:发放|发给|颁发|核发|拨付|代发|制发)(?!标准|范围|对象|方式)",
    "builds": r"建立|设立|建设(?!部门)|设置|兴建",
    "makes": r"制定|拟定|拟订|编制|规定|确定|公布|发布|调整",
    "runs": r"负责|管理(?!人员|机构|办法|部门|服务机构|单位)|"
    r"组织(?!的|机构|应|可|者|,|、(?!协调|指导|实施|监督|督促))"
    r"|实施|牵头|主管(?!部门)|监督检查|检查|调拨|监管|开展|统筹|进行|考[核评]|监督(?!检查|管理|电话|员)",
    "reports": r"(?:报告|通报|上报)(?!之日|书|后)",
}
_ACTS = lazy("|".join(f"(?P<{kind}>{verbs})" for kind, verbs in _VERBS.items()))
_ASKS = lazy(
    r"[^,;。:]{0,12}?(?:申请|请求|复[查核议]|提出|申报|报名|登记|报告|备案|投诉|举报|办理|领取)"
)
_TO = lazy(r"(?:向|到|请求)(?:[^,;。:的]{0,6}?)$")
_HANDS = lazy(r"(?:移交|移送|交付|转交|转送|设在)(?:给|至|到|由)?(?:[^,;。:的]{0,4}?)$")
_BY = lazy(r"(?:由|经(?!济|费|营)|报(?:请|送|经)?|提请|从|委托)(?P<where>[^,;。:由]{0,10}?)$")
_WHERE = lazy(
    r"(?:[\u4e00-\u9fff]{0,8}?地的?|[\u4e00-\u9fff]{0,6}所在的?|当地|统筹地区|[\u4e00-\u9fff]{2,3}[省市县区]"
    r"|各?(?:县|区|市|省|乡|镇|州|旗)级?|以上|地方|各级|本级|同级|不?设区的市级?|市辖|死者|生前|其|本|该|社区"
    r"|公安|[、()和与及]|人民政府|有关|相关|所属|辖区|原|国家|国务院|中央)*"
)
"""What may stand between 由 and the body."""
_JOINT = lazy(
    r"(?:[、和与及或]|以及|或者|[^,;。:]{0,6}(?:会同|联合)(?:[^,;。:]{0,12}[、和])?|\(|\))+"
    r"(?:当地|所在地|同级|其|[省市县区]级?(?:、[市县区]级?)*)?"
)
_NOT_ACTING = lazy("(?!或者其(?:委托|指定|授权)的)[的网窗内工等、和与或及]")
"""民政部门的, 民政部门网站: the body does nothing there."""


def acts(sentence: Sentence, named: Sequence[Body]) -> Iterator[Act]:
    """The acts that a sentence gives to the bodies that it names."""
    groups = list(_groups(sentence.text, named))
    text = sentence.text
    for number, group in enumerate(groups):
        if not group.led:
            continue
        end = group.bodies[-1].end
        _, until = sentence.clause_of(end - 1)
        following = groups[number + 1].start if number + 1 < len(groups) else len(text)
        after = text[end : min(until, following)]
        if after[:1] == "的":
            continue
        whole = not _OPEN.match(after)
        kinds: dict[str, None] = {}
        if group.led == "to":
            kinds = {"asked": None} if _ASKS.match(after) else {}
        elif group.led == "hands":
            kinds = {"receives": None}
        else:
            # 民政部门按照差额,按月发给: the act may stand in a later clause.
            found = list(_ACTS.finditer(after))
            rest = after[found[-1].end() :] if found else after
            if not found and not (after and group.bodies[-1].stem):
                found = list(_ACTS.finditer(text[until:following]))
            if group.led == "by" and _ANSWERS.fullmatch(after):
                # 审核确认由乡镇人民政府负责
                start, _ = sentence.clause_of(group.start)
                found += _ACTS.finditer(text[start : group.start])
            for match in found:
                kinds[match.lastgroup or ""] = None
                if match[0] == "支付":
                    kinds["pays"] = None
            if group.led == "by" and (
                own := _LAST_ACT.fullmatch(rest) or (not kinds and _FIRST_ACT.match(rest))
            ):
                # 由公证处保管: whatever it is that they do.
                kinds[own[1]] = None
        for kind in kinds:
            yield Act(kind, group.leads, group.partners, sentence, whole)


_FIRST_ACT = lazy(
    "(?:每[天日周月年季]度?|每学[期年]|在[^,;。]{1,10}[内前后]|按[月季年周日]"
    "|及时|当场|免费|统一|[应依][当法])*"
    "([\u4e00-\u9fff]{2})"
)
_LAST_ACT = lazy("[\u4e00-\u9fff]{0,8}?([\u4e00-\u9fff]{2})(?<![后前时次日的])")
_ANSWERS = lazy("(?:负责|承担|办理|实施|进行)+")
_OPEN = lazy("等|[^,;。:]{0,4}(?:会同|[和与及])(?:有关|相关|其他)")


class _Group:
    """Bodies that act together."""

    def __init__(self, first: Body, led: str) -> None:
        self.bodies = [first]
        self.leading = 1
        """How many of them stand before 会同."""
        self.led = led
        """How the sentence leads to them."""

    @property
    def start(self) -> int:
        return self.bodies[0].start

    @property
    def leads(self) -> tuple[Body, ...]:
        return tuple(self.bodies[: self.leading])

    @property
    def partners(self) -> tuple[Body, ...]:
        return tuple(self.bodies[self.leading :])

    def add(self, body: Body, joint: str) -> None:
        if "会同" not in joint and self.leading == len(self.bodies):
            self.leading += 1
        self.bodies.append(body)


def _groups(text: str, named: Sequence[Body]) -> Iterator[_Group]:
    """The bodies that act together."""
    group: _Group | None = None
    for body in named:
        between = text[group.bodies[-1].end : body.start] if group else ""
        if group and _JOINT.fullmatch(between):
            group.add(body, between)
            continue
        led = _led(text, body)
        if group:
            if not led and group.led and not _ALSO.search(between):
                # What an act is done with, or to.
                continue
            yield _closed(group, text)
        # 由民政部门核定、财政部门拨付
        group = _Group(body, led or (group.led if group else ""))
    if group:
        yield _closed(group, text)


_ALSO = lazy(rf"^[^,;。:]*(?:{_ACTS.pattern}|申请|申报)[^,;。:]{{0,4}}[、并]$")


_UNKNOWN = lazy(r"([、和与及])((?!有关|相关|其他)[\u4e00-\u9fff]{2,10}?)(?:部门|机构)")


def _closed(group: _Group, text: str) -> _Group:
    """A group with the last of it, though what that is for is not known."""
    end = group.bodies[-1].end
    if group.led == "begins":
        group.led = "" if _NOT_ACTING.match(text, end) else "does"
    if match := _UNKNOWN.match(text, end):
        group.add(Body(match.start(2), match.end(), frozenset({match[2]}), ""), match[1])
    return group


def _led(text: str, body: Body) -> str:
    """How a body comes in: as the one that acts, is asked, or receives."""
    before = text[max(0, body.start - 16) : body.start]
    clause = before[max(before.rfind(mark) for mark in ",;。:") + 1 :]
    if (by := _BY.search(clause)) and (
        # 由职工所在单位, 由应急救助基金
        text.startswith(("所在", "基金"), body.start) or _WHERE.fullmatch(by["where"])
    ):
        return "by"
    if _HANDS.search(clause):
        return "hands"
    if _TO.search(clause):
        return "to"
    begins = len(clause) < len(before) or body.start <= 16
    return "begins" if begins and _WHERE.fullmatch(clause) else ""


def bodies(sentence: Sentence) -> list[Body]:
    """The bodies that a sentence names."""
    return _bodies(sentence.text)


@lru_cache(maxsize=256)
def _bodies(text: str) -> list[Body]:
    named = offices(text)
    found = [
        Body(
            *(one.start, one.end, one.fields, one.tier),
            # 教育和体育局 is one office.
            len(one.fields) if text.endswith("部门", one.start, one.end) else 1,
        )
        for one in named
        if one.fields
    ]
    taken = [(one.start, one.end) for one in named]
    for match in () if _SIGNS.isdisjoint(text) else _SORT.finditer(text):
        start, end = match.span()
        if any(first <= start < last for first, last in taken):
            continue
        sort = match.lastgroup or ""
        kind = _fund(match[0]) if sort == "fund" else _SORTS[sort]
        # 财政部门 may be meant.
        kinds = {kind, "财政"} if sort == "budget" else {kind}
        stem = ""
        if sort == "other" or match[0] == "企业":
            start, stem = _name(text, start, match[0])
            if stem:
                kinds = set() if _FIRM.search(stem) else set(stem)
                if not kinds or _OWN_PLACE.search(text, start, end):
                    # 教师所在的学校 is a 用人单位, too.
                    kinds.add("单位")
            elif sort == "other":
                continue
        elif sort == "manager":
            # 道路运输管理机构 may be 道路运输机构.
            start, name = _name(text, start, "")
            kinds |= {*name, "基金"} if "基金" in name else {*name}
        before = text[max(0, start - 20) : start]
        tier = before[len(before.rstrip(_TIER)) :]
        found.append(Body(start, end, frozenset(kinds), tier, 1, stem))
    for one in agents(text, _ACTS):
        over = [known for known in found if known.start < one.end and one.start < known.end]
        if any(known.end != one.end or not known.stem for known in over):
            continue
        # 见义勇为工作协会 is more than 工作协会.
        found = [known for known in found if known not in over]
        # What is a 部门 is an office, though not a known one.
        stem = "" if text.endswith("部门", one.start, one.end) else one.stem
        found.append(Body(one.start, one.end, one.fields | {*one.stem}, "", 1, stem))
    found.sort()
    return found


def _name(text: str, end: int, last: str) -> tuple[int, str]:
    """Where the name of a body begins that is no office, and what tells it from others; empty
    where it may be any: 有关单位, 患者所在单位."""
    found = _NAMED.search(text, max(0, end - 16), end)
    if found is None or _AT.search(found[0]) or _CHOSEN.search(text, 0, found.end()):
        return (found.start() if found else end), ""
    named = found[0] if "所在" in found[0] else found[0].replace("的", "")
    return found.start(), _ANY.sub("", _LAST.split(named)[-1] + _OWN.sub("", last))


_NAMED = lazy("(?:[^由从向经对为应与和及或者在于到至把将给以按不,;:、。()]|经(?=[营济办]))*$")
_OWN_PLACE = lazy("所在(?!地)")
_AT = lazy("用人|本单位|^该|^其$")
_CHOSEN = lazy("(?:可以?委托|通过|依托|鼓励|支持|引导|聘请)[^,;:、。]*$")
_FIRM = lazy("企业|事业|机关")
_LAST = lazy("的|单位|机构|企业|公司")
_OWN = lazy("单位|机构|企业|公司|组织|服务人|者|人$")
_ANY = lazy(
    "其(?:委托)?|有关|相关|各|其他|所属|当地|所在地|本|县|市|省|级|区|定点|指定|专业|具体|服务|具备|条件|任何|社会|生产|经营|[举开主承]办"
)
_TIER = "国中央省市县区州旗级各本同地方设的以上自治统筹务院、和与及()"


def _fund(name: str) -> str:
    """Which fund: 医保基金 is 医疗保险统筹基金, and 统筹基金 may be any."""
    of = next((one for one in _INSURANCE if one in name), "")
    if of or "基金" not in name:
        return {"医保": "医疗", "长护": "长期护理"}.get(of, of) + "基金" if of else name
    return "基金"


_INSURANCE = ("失业", "工伤", "生育", "养老", "医疗", "医保", "长期护理", "长护")

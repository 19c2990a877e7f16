from __future__ import annotations

from pathlib import PureWindowsPath

import pytest

from yiwu_diff.compare.model import Comparison, ItemComparison
from yiwu_diff.report.by_lead import agencies, divide, file_names
from yiwu_diff.standard.model import Item, Standard


@pytest.mark.parametrize(
    ("lead", "named"),
    [
        (None, ()),
        ("", ()),
        ("市民政局", ("市民政局",)),
        ("市民政局、市财政局，市残联", ("市民政局", "市财政局", "市残联")),
        ("市民政局；市财政局;市残联", ("市民政局", "市财政局", "市残联")),
        ("市教育局和市残联", ("市教育局", "市残联")),
        ("市教育局、市民政局与市残联", ("市教育局", "市民政局", "市残联")),
        ("教育局和民政局", ("教育局", "民政局")),
        ("市妇联和市总工会", ("市妇联", "市总工会")),
        ("市人力资源和社会保障局", ("市人力资源和社会保障局",)),
        ("人力资源和社会保障局", ("人力资源和社会保障局",)),
        ("市文化和广电旅游体育局", ("市文化和广电旅游体育局",)),
        ("市住房和城乡建设局和市财政局", ("市住房和城乡建设局", "市财政局")),
        ("市财政局和市住房和城乡建设局", ("市财政局", "市住房和城乡建设局")),
        (
            "市人力资源和社会保障局与市卫生和计划生育局",
            ("市人力资源和社会保障局", "市卫生和计划生育局"),
        ),
        ("国家发展和改革委", ("国家发展和改革委",)),
        ("市社会和谐办公室", ("市社会和谐办公室",)),
        ("市民政局、市民政局", ("市民政局",)),
        (
            "市民政局（市慈善总会、市红十字会）、市财政局",
            ("市民政局（市慈善总会、市红十字会）", "市财政局"),
        ),
        ("由市民政局牵头，市财政局配合", ("市民政局", "市财政局")),
        (" 市民政局 、\n市财政局 ", ("市民政局", "市财政局")),
        ("、、", ()),
        ("市生态环境局义乌分局", ("市生态环境局义乌分局",)),
        ("各镇人民政府（街道办事处）和市民政局", ("各镇人民政府（街道办事处）和市民政局",)),
    ],
)
def test_agencies(lead: str | None, named: tuple[str, ...]) -> None:
    assert agencies(lead) == named


def test_many_joints_are_no_trouble() -> None:
    lead = "和".join(["市民政局"] * 300)
    assert agencies(lead) == ("市民政局",)
    assert agencies("和" * 5000) == ("和" * 5000,)


def entry(name: str, lead: str | None, *, base: str | None = None) -> ItemComparison:
    """A pair; without a lead of its own a missing item, led as ``base`` says."""
    old = Item(name=name, lead=base)
    if lead is None and base is not None:
        return ItemComparison(base=(old,), target=(), how="none")
    return ItemComparison(base=(old,), target=(Item(name=name, lead=lead),), how="name")


def comparison(*entries: ItemComparison) -> Comparison:
    return Comparison(
        base=Standard(items=tuple(i for e in entries for i in e.base), name="甲市"),
        target=Standard(items=tuple(i for e in entries for i in e.target), name="乙县"),
        items=entries,
    )


def shares(whole: Comparison, *chosen: str) -> dict[str | None, list[str]]:
    return {
        part.agency: [one.name for one in part.comparison.items] for part in divide(whole, chosen)
    }


WHOLE = comparison(
    entry("无人", None),
    entry("低保", "市民政局"),
    entry("资助", "市教育局和市残联"),
    entry("补贴", "市残联、市民政局"),
    entry("援助", None, base="市司法局"),
    entry("疫苗", "市卫生健康局", base="市卫生健康委"),
    entry("体检", None, base="市卫生健康委"),
)


def test_each_agency_gets_its_items() -> None:
    assert shares(WHOLE) == {
        "市民政局": ["低保", "补贴"],
        "市教育局": ["资助"],
        "市残联": ["资助", "补贴"],
        "市司法局": ["援助"],
        # A missing item goes to the agency that has the same business here.
        "市卫生健康局": ["疫苗", "体检"],
        None: ["无人"],
    }
    assert [part.agency for part in divide(WHOLE)][-1] is None
    assert all(part.comparison.base is WHOLE.base for part in divide(WHOLE))


def test_no_item_is_lost() -> None:
    for chosen in ((), ("残联",), ("没有这样的",)):
        found = {name for names in shares(WHOLE, *chosen).values() for name in names}
        assert found == {one.name for one in WHOLE.items}


def test_a_filter_by_lead_leaves_the_other_agencies_out() -> None:
    only = comparison(entry("资助", "市教育局和市残联"), entry("补贴", "市残联、市民政局"))
    assert shares(only, "残联") == {"市残联": ["资助", "补贴"]}


def test_nothing_to_divide() -> None:
    assert divide(comparison()) == []


RESERVED = ["CON", "nul", "Aux", "com1", "LPT9", "COM¹", "con.局", "CONIN$"]


@pytest.mark.parametrize(
    "name",
    [
        *RESERVED,
        'a<b>c:d"e/f\\g|h?i*j',
        "市民政局. .",
        "  ..",
        "",
        "\x00\x1f\x7f\n",
        "\ud800",
        "../../etc/passwd",
        "市" * 300,
        "😀" * 300,
    ],
)
def test_file_names_are_fit_for_windows(name: str) -> None:
    (made,) = file_names([name])
    assert made
    assert not set(made) & set('<>:"/\\|?*')
    assert made.isprintable()
    assert made[-1] not in " ."
    assert made[0] not in " ."
    assert made.split(".")[0].upper() not in {r.split(".")[0].upper() for r in RESERVED}
    assert len((made + ".markdown").encode()) <= 255
    assert PureWindowsPath(made + ".docx").name == made + ".docx"


def test_good_names_stay() -> None:
    assert file_names(["市民政局", "市生态环境局义乌分局", "CONSUL"]) == [
        "市民政局",
        "市生态环境局义乌分局",
        "CONSUL",
    ]


def test_no_two_names_are_the_same() -> None:
    long = "市" * 100
    names = file_names(["A/b", "a?B", "a_b", long + "甲", long + "乙", "a_b-2"])
    assert len({name.casefold() for name in names}) == len(names)

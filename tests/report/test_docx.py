from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import docx
import pytest
from docx_reading import W, body, dump, paragraph, paragraphs, part, tables

from yiwu_diff.compare.model import Change, Comparison, ItemComparison
from yiwu_diff.report.docx import render
from yiwu_diff.report.filters import Filters, narrow
from yiwu_diff.report.options import Options
from yiwu_diff.report.xml_text import clean
from yiwu_diff.standard.model import FIELDS, Item, Standard

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree import ElementTree as Tree

TRACKED = Options(track_changes=True)
CAPTIONS = {
    "audience": "服务对象：",
    "content": "服务内容：",
    "level": "服务标准：",
    "funding": "支出责任：",
    "lead": "牵头单位：",
}


def entry_rows(data: bytes) -> dict[str, list[Tree.Element]]:
    """The rows of the comparison table by number."""
    table = tables(data)[-1]
    return {paragraphs(row[0], "marked")[0]: row for row in table[1:] if len(row) == 7}


def fields(lines: list[str]) -> dict[str, str]:
    """The fields of a cell's text."""
    found = {}
    for line in lines:
        for name, caption in CAPTIONS.items():
            if line.startswith(caption):
                found[name] = line.removeprefix(caption)
    return found


def texts(item: Item) -> dict[str, str]:
    return {name: clean(text) for name in FIELDS if (text := item.text(name)) is not None}


def pair(base: Item, target: Item) -> Comparison:
    change = Change(
        kind="text-added", rule="x", label="supplemented", field="content", base=None, target=None
    )
    entry = ItemComparison(base=(base,), target=(target,), how="id", changes=(change,))
    return Comparison(
        base=Standard(items=(base,), title="甲标准", name="甲市"),
        target=Standard(items=(target,), title="乙标准", name="乙县"),
        items=(entry,),
    )


@pytest.mark.parametrize("grouping", ["label", "domain"])
def test_accepted_is_the_target_and_rejected_the_base(
    comparison: Comparison, grouping: str
) -> None:
    options = replace(TRACKED, group_by=grouping)  # type: ignore[arg-type]
    rows = entry_rows(render(comparison, options)).values()
    seen = set()
    by_name = {entry.name: entry for entry in comparison.items}
    for row in rows:
        entry = by_name[paragraphs(row[2], "marked")[0]]
        seen.add(entry.name)
        accepted = fields(paragraphs(row[4], "accepted"))
        rejected = fields(paragraphs(row[4], "rejected"))
        assert accepted == (texts(entry.target[0]) if entry.target else {})
        assert rejected == (texts(entry.base[0]) if entry.base else {})
        if entry.base:
            assert fields(paragraphs(row[3], "accepted")) == texts(entry.base[0])
    assert seen == {entry.name for entry in comparison.labelled}


HARD = [
    pytest.param({"content": "旧"}, {"level": "新"}, id="other fields"),
    pytest.param({"audience": "甲"}, {"audience": "甲", "lead": "乙局"}, id="last field new"),
    pytest.param({"audience": "甲", "lead": "乙局"}, {"audience": "甲"}, id="last field gone"),
    pytest.param({"content": "甲\n乙\r\n丙\t丁"}, {"content": "甲\n\n乙\r丁"}, id="newlines"),
    pytest.param({"content": "  前 后  "}, {"content": "前  后 "}, id="spaces"),
    pytest.param({"content": "甲\x00乙\x1b[31m"}, {"content": "甲\ud800乙\ufffe"}, id="control"),
    pytest.param({"content": "😀甲"}, {"content": "甲👩‍👩‍👧"}, id="emoji"),
    pytest.param({"content": "<script>"}, {"content": "]]><w:p/>&amp;"}, id="markup"),
    pytest.param({"content": ""}, {"content": "有"}, id="empty field"),
    pytest.param({"content": "服务。" * 6000}, {"content": "服务，" * 6600}, id="long"),
]


@pytest.mark.parametrize(("old", "new"), HARD)
def test_hard_texts_come_through(old: dict[str, str], new: dict[str, str]) -> None:
    base, target = Item(name="项目", **old), Item(name="项目", **new)  # type: ignore[arg-type]
    (row,) = entry_rows(render(pair(base, target), TRACKED)).values()
    for view, item in (("accepted", target), ("rejected", base)):
        lines = paragraphs(row[4], view)  # type: ignore[arg-type]
        assert lines == [CAPTIONS[name] + text for name, text in texts(item).items()]


def test_split_and_merged_items_come_through(comparison: Comparison) -> None:
    change = Change(kind="x", rule="x", label="refined", field="content", base=None, target=None)
    one = Item(name="补贴", content="发放补贴。", lead="民政局")
    two = Item(name="生活补贴", content="发放生活补贴。")
    three = Item(name="护理补贴", content="发放护理补贴。", lead="残联")
    split = ItemComparison(base=(one,), target=(two, three), how="split", changes=(change,))
    merged = ItemComparison(base=(two, three), target=(one,), how="merged", changes=(change,))
    rows = entry_rows(render(replace(comparison, items=(split, merged)), TRACKED))
    whole = {
        "one": ["服务项目：补贴", "服务内容：发放补贴。", "牵头单位：民政局"],
        "both": [
            "服务项目：生活补贴",
            "服务内容：发放生活补贴。",
            "服务项目：护理补贴",
            "服务内容：发放护理补贴。",
            "牵头单位：残联",
        ],
    }
    assert paragraphs(rows["1"][4], "accepted") == whole["both"]
    assert paragraphs(rows["1"][4], "rejected") == whole["one"]
    assert paragraphs(rows["2"][4], "accepted") == whole["one"]
    assert paragraphs(rows["2"][4], "rejected") == whole["both"]
    assert "（拆分）" in paragraphs(rows["1"][2], "marked")


def test_each_tracked_change_has_a_number_an_author_and_the_same_date(
    comparison: Comparison,
) -> None:
    tracked = [
        e for e in body(render(comparison, TRACKED)).iter() if e.tag in (W + "ins", W + "del")
    ]
    numbers = [element.get(W + "id") for element in tracked]
    assert len(numbers) == len(set(numbers)) > 10
    assert {element.get(W + "author") for element in tracked} == {"yiwu-diff"}
    assert {element.get(W + "date") for element in tracked} == {"2021-01-01T00:00:00Z"}


def test_without_tracking_differences_are_coloured_and_marked_twice(
    comparison: Comparison,
) -> None:
    data = render(comparison, Options(track_changes=False))
    assert not [e for e in body(data).iter() if e.tag in (W + "ins", W + "del")]
    (row,) = (
        row for row in entry_rows(data).values() if paragraphs(row[2], "marked")[0] == "环境质量"
    )
    marked = {}
    for column in (3, 4):
        for run in row[column].iter(W + "r"):
            if run.find(f"{W}rPr/{W}color") is not None:
                text = "".join(t.text or "" for t in run.iter(W + "t"))
                marked[text] = {child.tag.removeprefix(W) for child in run.iterfind(f"{W}rPr/*")}
    assert marked == {"92%": {"color", "strike"}, "97%以上": {"color", "u"}}
    assert fields(paragraphs(row[4], "accepted")) == {"level": "空气质量优良天数比率达到97%以上。"}


def test_the_counts_come_first(comparison: Comparison) -> None:
    blocks = list(body(render(comparison, TRACKED)))
    assert paragraph(blocks[0], "marked").startswith("《义乌市基本公共服务标准（2021年版）》")
    assert paragraph(blocks[1], "marked") == "一、概要"
    assert paragraph(blocks[2], "marked").startswith("合计 8 个标签，落在 5 个项目上")
    labels = {
        paragraphs(row.findall(W + "tc")[0], "marked")[0]: paragraphs(
            row.findall(W + "tc")[1], "marked"
        )[0]
        for row in blocks[3].iter(W + "tr")
    }
    assert labels["细化"] == "2"
    assert labels["模糊化"] == "0"
    assert len(labels) == 11


def test_the_summary_alone(comparison: Comparison) -> None:
    data = render(comparison, replace(TRACKED, summary=True))
    assert "对照表" not in [paragraph(p, "marked")[2:] for p in body(data).iterfind(W + "p")]
    assert len(tables(data)) == 2
    assert "修订" not in dump(data)


def test_every_item_is_accounted_for(comparison: Comparison) -> None:
    text = dump(render(comparison, TRACKED))
    for entry in comparison.items:
        assert entry.name in text
    assert "未比对（没有文本）（2 项）" in text
    assert "幼有所育：生育保险、基本避孕服务。" in text
    assert "完全相同（1 项）" in text


def test_the_head_repeats_and_rows_stay_whole(comparison: Comparison) -> None:
    long = Item(name="长", content="很长的服务内容。" * 100)
    data = render(
        replace(
            comparison,
            items=(*comparison.items, *pair(long, replace(long, content="短")).items),
        ),
        TRACKED,
    )
    table = list(body(data).iter(W + "tbl"))[-1]
    rows = list(table.iter(W + "tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows].count(True) == 1
    assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
    broken = [row for row in rows if row.find(f"{W}trPr/{W}cantSplit") is None]
    assert [paragraphs(row.findall(W + "tc")[2], "marked") for row in broken] == [["长"]]


def test_in_doubt_is_said(comparison: Comparison) -> None:
    text = dump(render(comparison, TRACKED))
    assert "deadline-added（待核）" in text
    assert "（配对待核）" in text


def test_unknown_texts_are_not_shown_as_empty() -> None:
    base, target = Item(name="项目", content="甲"), Item(name="项目", content="甲", level="乙")
    (row,) = entry_rows(render(pair(base, target), TRACKED)).values()
    assert paragraphs(row[3], "accepted") == ["服务内容：甲", "服务标准：（没有文本）"]


def test_by_domain_an_item_stands_once(comparison: Comparison) -> None:
    data = render(comparison, replace(TRACKED, group_by="domain"))
    table = tables(data)[-1]
    groups = [paragraphs(row[0], "marked")[0] for row in table[1:] if len(row) == 1]
    assert groups == [
        "幼有所育（2 项）",
        "事有所便（1 项）",
        "病有所医（1 项）",
        "弱有所扶（1 项）",
    ]
    assert len(entry_rows(data)) == 5


def test_official_typography(comparison: Comparison) -> None:
    data = render(comparison, TRACKED)
    styles = {style.get(W + "styleId"): style for style in part(data, "word/styles.xml")}

    def look(name: str) -> tuple[str | None, ...]:
        style = styles[name]
        fonts, size, spacing = (
            style.find(f"{W}rPr/{W}rFonts"),
            style.find(f"{W}rPr/{W}sz"),
            style.find(f"{W}pPr/{W}spacing"),
        )
        assert fonts is not None and size is not None and spacing is not None
        return (
            fonts.get(W + "eastAsia"),
            size.get(W + "val"),
            spacing.get(W + "line"),
            spacing.get(W + "lineRule"),
        )

    assert look("Title")[:2] == ("方正小标宋简体", "44")
    assert look("Heading1") == ("黑体", "32", "560", "exact")
    assert look("Heading2") == ("楷体_GB2312", "32", "560", "exact")
    assert look("BodyText") == ("仿宋_GB2312", "32", "560", "exact")
    names = {}
    for font in part(data, "word/fontTable.xml"):
        instead = font.find(W + "altName")
        assert instead is not None
        names[font.get(W + "name")] = instead.get(W + "val")
    used = {fonts.get(W + "eastAsia") for s in styles.values() for fonts in s.iter(W + "rFonts")}
    assert used <= names.keys()
    assert "FangSong" in (names["仿宋_GB2312"] or "")


def test_the_page(comparison: Comparison) -> None:
    document = docx.Document(BytesIO(render(comparison, TRACKED)))
    (section,) = document.sections
    assert section.page_width is not None and section.page_height is not None
    assert (section.page_width.mm, section.page_height.mm) == pytest.approx((297, 210), abs=0.1)
    assert document.settings.odd_and_even_pages_header_footer
    for footer in (section.footer, section.even_page_footer):
        xml = footer.paragraphs[0]._p.xml
        assert re.sub("<[^>]+>|\\s", "", xml) == "—PAGE1—"


def test_a_strict_reader_finds_everything_in_place(comparison: Comparison) -> None:
    data = render(comparison, TRACKED)
    document = docx.Document(BytesIO(data))
    assert document.core_properties.author == "yiwu-diff"
    assert "对照表" in document.core_properties.title
    assert len(document.tables) == 3
    assert [p.style.name for p in document.paragraphs if p.style][:2] == ["Title", "Heading 1"]
    with ZipFile(BytesIO(data)) as archive:
        used = set(
            re.findall(r'w:pStyle w:val="(\w+)"', archive.read("word/document.xml").decode())
        )
        known = {s.get(W + "styleId") for s in part(data, "word/styles.xml")}
        assert used <= known
        assert len(archive.namelist()) == len(set(archive.namelist()))
        for name in archive.namelist():
            assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", archive.read(name))


def test_the_same_comparison_gives_the_same_bytes(comparison: Comparison) -> None:
    assert render(comparison, TRACKED) == render(comparison, TRACKED)


def test_filters_are_told(comparison: Comparison) -> None:
    filters = Filters(label=("raised",))
    narrowed = narrow(comparison, filters)
    options = replace(TRACKED, filters=filters, items_before=len(comparison.items))
    text = dump(render(narrowed, options))
    assert "只含筛选后的 1 项（共 9 项）：标签 = 调高。" in text


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        (lambda entry: entry.equal, "两份标准已比对的文本完全相同。"),
        (lambda entry: entry.name == "送戏曲下乡", "没有增减：差别只在本地化"),
        (lambda entry: not entry.compared, "没有比对任何项目：没有一对项目双方都有文本。"),
        (lambda entry: False, "没有可比对的项目：两份标准都没有项目。"),
    ],
)
def test_empty_results_are_told_apart(
    comparison: Comparison, chosen: Callable[[ItemComparison], bool], sentence: str
) -> None:
    items = tuple(entry for entry in comparison.items if chosen(entry))
    data = render(replace(comparison, items=items), TRACKED)
    assert sentence in dump(data)
    assert len(tables(data)) == 1


def test_in_english(comparison: Comparison) -> None:
    text = dump(render(comparison, replace(TRACKED, lang="en")))
    assert "[Heading1] 1. Summary" in text
    assert "8 labels on 5 distinct items; none relaxed among those compared. 2 unchanged" in text
    ours = re.sub(r"[\u4e00-\u9fff].*", "", text)
    assert "项" not in ours


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("tracked", TRACKED),
        ("by-domain-en", replace(TRACKED, group_by="domain", lang="en")),
        ("coloured", Options(track_changes=False)),
    ],
)
def test_golden(
    comparison: Comparison, golden: Callable[[str, str], None], name: str, options: Options
) -> None:
    golden(f"docx/{name}.txt", dump(render(comparison, options)))

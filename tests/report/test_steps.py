from __future__ import annotations

import json
from typing import TYPE_CHECKING

import jsonschema
from docx_reading import W, body, dump, paragraphs, tables

from yiwu_diff.report import SHOW_FORMATS, by_suffix, docx_show, levels, show_json
from yiwu_diff.report.html import render_show
from yiwu_diff.report.options import Options
from yiwu_diff.report.schema import show_schema
from yiwu_diff.report.steps import bases_of, fields_of, marked, newest, steps
from yiwu_diff.standard.model import Item, Standard

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from yiwu_diff.report.steps import Version


def version(name: str, **texts: str) -> Version:
    item = Item(name="环境质量", id="air", **texts) if texts else None  # type: ignore[arg-type]
    standard = Standard(items=(item,) if item else (), name=name, jurisdiction=name, edition="2021")
    return standard, item


CHECKUP = "开展健康检查。"
LEVELS = [
    version("浙江省", content=CHECKUP, level="优良天数比率达到90%。"),
    version("金华市"),
    version("义乌市", content=CHECKUP + "免费提供午餐。", level="优良天数比率达到97%。"),
    version("某镇", content=CHECKUP, level="优良天数比率达到97%。", lead="镇政府"),
]


def words(number: int, field: str) -> dict[str, str]:
    item = LEVELS[number][1]
    assert item is not None
    text = item.text(field) or ""
    return {text[a:b]: style for a, b, style in marked(steps(LEVELS), number, field)}


def test_a_step_goes_to_the_nearest_level_that_has_the_item() -> None:
    found = steps(LEVELS)
    assert [step and (step.above, step.standard.name) for step in found] == [
        None,
        None,
        (0, "浙江省"),
        (2, "义乌市"),
    ]
    assert found[2] is not None and found[3] is not None
    assert found[2].entry.labels == {"raised", "supplemented"}
    assert "narrowed" in found[3].entry.labels


def test_what_is_added_is_marked_and_what_the_next_level_drops() -> None:
    assert words(0, "level") == {"90%": "drop"}
    assert words(2, "level") == {"97%": "add"}
    # Added here, and dropped below: the first mark stands.
    assert "免费提供午餐" in "".join(words(2, "content"))
    assert words(3, "content") == {}


def test_helpers() -> None:
    assert newest(LEVELS) is LEVELS[3][1]
    assert fields_of(LEVELS) == ["content", "level", "lead"]
    assert bases_of(None) == []
    assert bases_of(
        Item(name="x", level="y", lead="z", basis={"level": "quoted", "lead": "official"})
    ) == [
        "official",
        "quoted",
    ]


def test_terminal() -> None:
    for width in (80, 160):
        text = levels.render(LEVELS, Options(width=width))
        assert "【-90%】" in text
        assert "【+97%】" in text
        assert "比义乌市：" in text
        assert "（没有这一项）" in text


def test_json_fits_its_schema() -> None:
    schema = show_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    text = show_json.render(LEVELS, Options(lang="en"))
    assert text == show_json.render(LEVELS, Options())
    record = json.loads(text)
    jsonschema.validate(record, schema)
    assert record["name"] == "环境质量"
    assert [level["standard"]["name"] for level in record["levels"]] == [
        "浙江省",
        "金华市",
        "义乌市",
        "某镇",
    ]
    assert record["levels"][1]["item"] is None
    assert [level["step"] and level["step"]["against"] for level in record["levels"]] == [
        None,
        None,
        "浙江省@2021",
        "义乌市@2021",
    ]
    assert record["levels"][2]["step"]["labels"] == ["supplemented", "raised"]


def cells() -> list[list[Element]]:
    (table,) = tables(docx_show.render(LEVELS, Options()))
    return table


def test_docx_has_a_column_for_each_level() -> None:
    rows = [["/".join(paragraphs(cell, "marked")) for cell in row] for row in cells()]
    assert rows[0] == ["栏目", "浙江省 2021", "金华市 2021", "义乌市 2021", "某镇 2021"]
    assert [row[0] for row in rows[1:]] == ["变化", "依据", "服务内容", "服务标准", "牵头单位"]
    assert rows[1][1:3] == ["—", "（没有这一项）"]
    assert rows[1][3].startswith("比浙江省：/补充完善：服务内容：")
    assert "调高：服务标准：" in rows[1][3]
    assert "90% → ≥97%" in rows[1][3]
    assert rows[4][1:] == [
        "优良天数比率达到90%。",
        "",
        "优良天数比率达到97%。",
        "优良天数比率达到97%。",
    ]
    assert rows[5][1:] == ["（没有文本）", "", "（没有文本）", "镇政府"]


def test_docx_marks_in_colour_and_line() -> None:
    looks: dict[str, set[str]] = {}
    for row in cells()[3:]:
        for cell in row:
            for run in cell.iter(W + "r"):
                style = {child.tag.removeprefix(W) for child in run.iterfind(f"{W}rPr/*")}
                if style & {"u", "strike"}:
                    looks["".join(t.text or "" for t in run.iter(W + "t"))] = style
    assert looks["97%"] == {"color", "u"}
    assert looks["90%"] == {"color", "strike"}
    data = docx_show.render(LEVELS, Options())
    assert not [e for e in body(data).iter() if e.tag in (W + "ins", W + "del")]
    assert "下一级标准没有的" in dump(data)


def test_docx_in_english_and_the_same_twice() -> None:
    english = dump(docx_show.render(LEVELS, Options(lang="en")))
    assert "环境质量: every level's standard" in english
    assert "over 浙江省" in english
    assert docx_show.render(LEVELS, Options()) == docx_show.render(LEVELS, Options())


def test_hard_texts_come_through() -> None:
    hard = "<w:p/>&\x00\x1b[31m]]>😀=cmd|' /C calc'!A0\n" + "长" * 20_000
    versions = [version("甲"), version("乙", content=hard)]
    assert "😀=cmd|" in dump(docx_show.render(versions, Options()))
    assert "<w:p/>" not in render_show(versions, Options())
    assert "\x1b" not in levels.render(versions, Options())
    assert json.loads(show_json.render(versions, Options()))["levels"][1]["item"]["content"] == hard


def test_every_form_renders() -> None:
    for form in SHOW_FORMATS.values():
        report = form.render(LEVELS, Options())
        assert isinstance(report, bytes) == form.binary
        assert by_suffix("x" + form.suffixes[0], SHOW_FORMATS) is form
    assert by_suffix("x.xlsx", SHOW_FORMATS) is None

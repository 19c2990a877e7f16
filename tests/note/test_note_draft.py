"""The section that is drafted."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from difflib import SequenceMatcher

import pytest
from comparisons import DATA, change, other_city, shipped, whole
from notes import FIXTURES, briefly, findings

from yiwu_diff.compare.model import Change, Comparison, ItemComparison, Span
from yiwu_diff.note.draft import draft
from yiwu_diff.standard.model import Item
from yiwu_diff.text.normal import level


def seed_section() -> str:
    text = (FIXTURES / "yiwu-2021.txt").read_text(encoding="utf-8")
    return text[text.index("（二）与金华市标准的区别") :]


def nearness(text: str) -> float:
    return SequenceMatcher(None, level(seed_section()), level(text), autojunk=False).ratio()


def missing_names(text: str) -> list[str]:
    """Items of the note that the draft does not name, under the names of the data."""
    from ruamel.yaml import YAML

    kept = YAML(typ="safe").load((DATA / "yiwu" / "2021" / "note.yaml").read_text("utf-8"))
    target = shipped().target
    names = [item["name"] for one in kept["lists"] for item in one["items"]]
    items = [target.item(name) for name in names]
    return [n for n, item in zip(names, items, strict=True) if not item or item.name not in text]


def test_the_draft_reads_like_the_section_of_the_real_note() -> None:
    text = draft(shipped()).text
    assert nearness(text) > 0.92
    assert missing_names(text) == []


def test_so_it_does_with_what_the_engine_reads() -> None:
    from yiwu_diff.compare.engine import compare

    comparison = shipped()
    text = draft(compare(comparison.base, comparison.target)).text
    assert nearness(text) > 0.9
    assert missing_names(text) == []


def test_no_sentence_of_the_note_stands_in_the_code() -> None:
    """What the draft says comes from the data; only general phrases are the code's own."""
    from pathlib import Path

    import yiwu_diff.note as package

    code = "".join(
        path.read_text(encoding="utf-8")
        for path in sorted(Path(package.__file__).parent.rglob("*.*"))
        if path.suffix in (".py", ".yaml")
    )
    section = level(seed_section())
    plain = level(code)
    longest = SequenceMatcher(None, section, plain, autojunk=False).find_longest_match()
    assert longest.size < 14, section[longest.a : longest.a + longest.size]


def test_the_draft_of_a_small_comparison(golden) -> None:  # type: ignore[no-untyped-def]
    from yiwu_diff.note.forms import markdown, text

    golden("note/draft.txt", text(draft(other_city())))
    golden("note/draft.md", markdown(draft(other_city())))
    golden("note/draft-en.txt", text(draft(other_city(), "en")))


@pytest.mark.parametrize("make", [shipped, other_city])
def test_the_audit_has_nothing_against_a_draft(make) -> None:  # type: ignore[no-untyped-def]
    comparison = make()
    assert briefly(findings(draft(comparison).text, comparison)) == []


def harmful() -> Comparison:
    base = Item(
        id="x",
        name="公租房保障",
        domain="住有所居",
        content="提供实物配租和租赁补贴。",
        level="不低于60%，20日内办结。",
        lead="市住房局",
    )
    target = replace(base, content="提供实物配租。", level="不低于50%，及时办结。", lead="市城管局")
    gone = Item(id="y", name="法律援助", domain="弱有所扶", content="提供法律援助。")
    low = change("lowered", base, target, "level")
    comparison = other_city()
    dropped = Change(
        kind="text-dropped",
        rule=None,
        label="narrowed",
        field="content",
        base=Span("content", 6, 11, "和租赁补贴"),
        target=Span("content", 6, 6, ""),
        sure=False,
    )
    return replace(
        comparison,
        items=(
            *comparison.items,
            ItemComparison(
                base=(base,),
                target=(target,),
                how="id",
                changes=(low, dropped, change("reassigned", base, target, "lead")),
            ),
            ItemComparison(base=(gone,), target=(), how="none", changes=(whole("missing"),)),
        ),
    )


def test_cuts_are_listed_as_points_to_be_argued(golden) -> None:  # type: ignore[no-untyped-def]
    from yiwu_diff.note.forms import text

    comparison = harmful()
    golden("note/draft-harmful.txt", text(draft(comparison)))
    assert briefly(findings(draft(comparison).text, comparison)) == []


def test_labels_without_items_are_left_out_and_headings_stay_in_order() -> None:
    comparison = other_city()
    only = replace(
        comparison, items=tuple(one for one in comparison.items if "raised" in one.labels)
    )
    text = draft(only).text
    assert "1.补充完善的1项是：" in text
    assert "2.调高的2项分别是：" in text
    assert "新增" not in text


def test_nothing_to_say_is_said() -> None:
    comparison = other_city()
    same = replace(
        comparison, items=tuple(one for one in comparison.items if one.labels == {"unchanged"})
    )
    assert draft(same).text.endswith("各项服务标准没有增减。")
    unread = tuple(replace(one, compared=False, changes=()) for one in comparison.items)
    assert draft(replace(comparison, items=unread)).text.endswith("没有可比对的文本。")


def test_a_condition_that_fell_away() -> None:
    base = Item(id="x", name="助餐", audience="农村户籍老年人")
    target = replace(base, audience="老年人")
    one = Change(
        kind="condition-dropped",
        rule=None,
        label="supplemented",
        field="audience",
        base=Span("audience", 0, 4, "农村户籍"),
        target=Span("audience", 0, 0, ""),
    )
    comparison = replace(
        other_city(),
        items=(ItemComparison(base=(base,), target=(target,), how="id", changes=(one,)),),
    )
    assert "不再限定农村户籍" in draft(comparison).text


def test_two_editions_of_one_place() -> None:
    comparison = other_city()
    base = replace(comparison.target, edition="2020", items=comparison.base.items)
    text = draft(replace(comparison, base=base)).text
    assert "与2020年版标准的区别" in text
    assert "在2020年版标准基础上增加" in text
    assert "（2020年版标准：每年1次；2023年版标准：每年2次）" in text


def test_the_remarks_tell_basis_doubt_and_what_was_not_compared() -> None:
    remarks = "\n".join(draft(shipped()).remarks)
    assert "项据公开资料重构的文本" in remarks
    assert "未比对，不能算作一致" in remarks
    assert "标签含义" in remarks
    english = "\n".join(draft(shipped(), "en").remarks)
    assert "not compared" in english


@pytest.mark.parametrize(
    "bad", ["长" * 20_000, "😀" * 50, "<script>alert(1)</script>", "=cmd|'/C calc'!A1\x1b[31m\x00"]
)
def test_odd_texts_harm_no_form(bad: str) -> None:
    from yiwu_diff.note.forms import FORMS

    new = Item(id="x", name=bad[:60], domain="幼有所育", audience=bad, content=bad)
    comparison = replace(
        other_city(),
        items=(ItemComparison(base=(), target=(new,), how="none", changes=(whole("new"),)),),
    )
    section = draft(comparison)
    assert len(section.text) < 3_000
    markdown = FORMS["markdown"](section)
    assert isinstance(markdown, str)
    assert "<script>" not in markdown
    document = FORMS["docx"](section)
    assert isinstance(document, bytes)
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        assert b"\x1b" not in archive.read("word/document.xml")


def test_the_word_file() -> None:
    from docx import Document

    from yiwu_diff.note.forms import docx

    section = draft(shipped())
    data = docx(section)
    assert isinstance(data, bytes)
    assert data == docx(draft(shipped()))
    texts = [paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs]
    assert texts == [
        *(block.text for block in section.blocks),
        section.remarks_title,
        *section.remarks,
    ]


def test_the_word_file_names_its_fonts_and_what_to_take_instead() -> None:
    from yiwu_diff.note.forms import docx

    with zipfile.ZipFile(io.BytesIO(docx(draft(other_city())))) as archive:  # type: ignore[arg-type]
        assert "仿宋_GB2312" in archive.read("word/styles.xml").decode()
        assert 'altName w:val="仿宋' in archive.read("word/fontTable.xml").decode()
        assert {info.date_time[0] for info in archive.infolist()} == {2021}

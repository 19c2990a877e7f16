from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from samples import change, item, span

from yiwu_diff.compare.model import ItemComparison
from yiwu_diff.report.excerpt import Excerpts, align, highlights, styled

if TYPE_CHECKING:
    from yiwu_diff.standard.model import Item

EXCERPTS = Excerpts(room=8, marks=("[+{text}+]", "[-{text}-]"), omitted="…({n})…")


def entry(base: Item, target: Item) -> ItemComparison:
    return ItemComparison(base=(base,), target=(target,), how="id")


def made(level: str) -> Item:
    return item("项目", id="x", file="x.yaml", level=level)


def shown(base: Item, target: Item, *changes: object) -> list[str]:
    found = EXCERPTS.paragraphs(entry(base, target), changes)  # type: ignore[arg-type]
    return ["".join(text for text, _ in paragraph.runs) for paragraph in found]


def test_a_figure_changes_with_its_unit() -> None:
    assert [tuple(p) for p in align("不少于60元整", "不少于80元整")] == [
        ("不少于", "不少于"),
        ("60元", "80元"),
        ("整", "整"),
    ]


def test_texts_with_nothing_in_common_are_replaced_whole() -> None:
    assert len(align("按照有关规定", "每年三次")) == 1


@given(st.text("一二三，。1", max_size=40), st.text("一二三，。1", max_size=40))
def test_alignment_keeps_both_texts(old: str, new: str) -> None:
    pieces = align(old, new)
    assert "".join(piece.old for piece in pieces) == old
    assert "".join(piece.new for piece in pieces) == new


def test_an_addition_stands_in_its_sentence() -> None:
    old, new = made("第一句。提供服务。第三句。"), made("第一句。提供服务和补贴。第三句。")
    one = change(
        "supplemented",
        "r",
        "k",
        span(old, "level", "", after="服务"),
        span(new, "level", "和补贴"),
    )
    assert shown(old, new, one) == ["…提供服务[+和补贴+]。…"]


def test_a_loss_is_shown_where_it_belongs_in_the_target() -> None:
    old, new = made("提供服务和补贴。"), made("提供服务。")
    one = change(
        "narrowed",
        "r",
        "k",
        span(old, "level", "和补贴"),
        span(new, "level", "", after="服务"),
    )
    assert shown(old, new, one) == ["提供服务[-和补贴-]。"]


def test_a_loss_without_a_place_in_the_target_is_shown_in_the_base() -> None:
    old, new = made("提供服务和补贴。"), made("没有关系。")
    one = change("narrowed", "r", "k", span(old, "level", "和补贴"), None)
    assert shown(old, new, one) == ["提供服务[-和补贴-]。"]


def test_changes_of_one_field_share_a_stretch() -> None:
    old, new = made("甲乙丙丁"), made("甲一乙丙二丁")
    changes = (
        change("refined", "r", "k", span(old, "level", "", after="甲"), span(new, "level", "一")),
        change("refined", "r", "k", span(old, "level", "", after="丙"), span(new, "level", "二")),
    )
    assert shown(old, new, *changes) == ["甲[+一+]乙丙[+二+]丁"]


def test_two_rules_about_the_same_words_show_them_once() -> None:
    old, new = made("定期随访"), made("每年随访")
    spans = span(old, "level", "定期"), span(new, "level", "每年")
    changes = (change("refined", "a", "k", *spans), change("refined", "b", "k", *spans))
    assert shown(old, new, *changes) == ["[-定期-][+每年+]随访"]


def test_long_sentences_are_shortened_at_a_clause() -> None:
    old = made("很长很长的前文一，很长很长的前文二，中间后文，" + "很长" * 20)
    new = made("很长很长的前文一，很长很长的前文二，中间新词后文，" + "很长" * 20)
    one = change(
        "refined", "r", "k", span(old, "level", "", after="中间"), span(new, "level", "新词")
    )
    assert shown(old, new, one) == ["…中间[+新词+]后文，…"]


def test_the_same_change_highlights_both_full_texts() -> None:
    old, new = made("比率达到92%。"), made("比率达到97%以上。")
    one = change("raised", "r", "k", span(old, "level", "92%"), span(new, "level", "97%以上"))
    marks = highlights(entry(old, new), [one])
    sides = {where.side: found for where, found in marks.items()}
    assert sides == {"base": [(4, 7, "drop")], "target": [(4, 9, "add")]}
    runs = styled(new.level or "", sides["target"], EXCERPTS)
    assert "".join(text for text, _ in runs) == "比率达到[+97%以上+]。"


def test_a_very_long_text_loses_its_middle() -> None:
    short = EXCERPTS.shorten("字" * 1000)
    assert len(short) < 620
    assert "(400)" in short


def test_a_change_within_another_is_shown_once_and_fields_in_reading_order() -> None:
    from yiwu_diff.compare.model import Change, ItemComparison, Span
    from yiwu_diff.report.excerpt import Excerpts
    from yiwu_diff.standard.model import Item

    old = Item(name="x", audience="老人。", level="发放补贴。")
    now = Item(name="x", audience="60岁老人。", level="发放补贴。每月不低于450元。")

    def added(field: str, text: str, rule: str) -> Change:
        whole = now.text(field) or ""
        start = whole.index(text)
        return Change(
            kind="x",
            rule=rule,
            label="refined",
            field=field,
            base=Span(field, 0, 0, ""),
            target=Span(field, start, start + len(text), text),
        )

    changes = (
        added("level", "每月不低于450元", "clause"),
        added("level", "不低于450元", "quantity"),
        added("audience", "60岁", "age"),
    )
    entry = ItemComparison(base=(old,), target=(now,), how="id", changes=changes)
    excerpts = Excerpts(room=24, marks=("+{text}+", "-{text}-"), omitted="{n}")
    found = excerpts.paragraphs(entry, changes)
    assert [[change.rule for change in one.changes] for one in found] == [
        ["age"],
        ["clause", "quantity"],
    ]
    assert "".join(text for text, _ in found[1].runs) == "发放补贴。+每月不低于450元+。"

"""Reading what a note says."""

from __future__ import annotations

import pytest
from comparisons import DATA, other_city, shipped
from notes import fixture, note_of

from yiwu_diff.note.model import Figure
from yiwu_diff.note.parse import parse
from yiwu_diff.note.source import lines_of


def test_the_real_note_is_read_as_the_claims_kept_beside_the_data() -> None:
    from ruamel.yaml import YAML

    kept = YAML(typ="safe").load((DATA / "yiwu" / "2021" / "note.yaml").read_text("utf-8"))
    note = fixture("yiwu-2021.txt", shipped())
    assert {total.what: total.count for total in note.totals} == kept["totals"]
    assert [one.labels for one in note.lists] == [(one["label"],) for one in kept["lists"]]
    for read, written in zip(note.lists, kept["lists"], strict=True):
        assert read.claimed == written["claimed"]
        assert written["heading"].endswith(read.heading)
        assert [entry.name for entry in read.entries] == [e["name"] for e in written["items"]]
        assert [e.domain for e in read.entries] == [e.get("domain") for e in written["items"]]
        for entry, item in zip(read.entries, written["items"], strict=True):
            assert entry.quote == item.get("quote", item["name"])
    assert [(c.labels, c.count) for c in note.claims] == [
        (("new",), 4),
        (("supplemented",), 10),
        (("raised",), 1),
        (("refined",), 13),
    ]
    figure = kept["figures"][0]
    assert note.lists[2].entries[0].figures == (
        Figure(base=figure["base"], target=figure["target"]),
    )


def test_the_real_note_is_read_alike_without_the_names_known() -> None:
    known, unknown = fixture("yiwu-2021.txt", shipped()), fixture("yiwu-2021.txt")
    assert known == unknown


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        ("新增了3项服务，提高2项标准。", [("new", 3), ("raised", 2)]),
        ("新增三项、拓展两项、明确十二项。", [("new", 3), ("supplemented", 2), ("refined", 12)]),
        ("其中4项为新增，２项标准提高。", [("new", 4), ("raised", 2)]),
        ("新增服务项目3个，缩减1项，调低1项。", [("new", 3), ("narrowed", 1), ("lowered", 1)]),
        ("扩大服务对象2项，取消1项。", [("supplemented", 2), ("missing", 1)]),
        ("每一个服务项目都明确了服务对象。", []),
        ("由29个部门明确5项任务，完善3项机制，提高认识。", []),
        ("共收集意见6条，采纳后修改完善6条。", []),
    ],
)
def test_claims(sentence: str, claims: list[tuple[str, int]]) -> None:
    note = note_of(sentence)
    assert [(claim.labels[0], claim.count) for claim in note.claims] == claims


def test_two_labels_in_one_number() -> None:
    assert [(c.labels, c.count) for c in note_of("新增和补充完善14项。").claims] == [
        (("new", "supplemented"), 14)
    ]


@pytest.mark.parametrize(
    ("sentence", "totals"),
    [
        (
            "由幼有所育、体有所健等11大领域25项服务99项基本公共服务项目组成。",
            {"domains": 11, "services": 25, "items": 99},
        ),
        ("共九个领域、22类、84个服务项目。", {"domains": 9, "services": 22, "items": 84}),
        ("涵盖9个领域22大类84项。", {"domains": 9, "services": 22, "items": 84}),
        ("《甲市基本公共服务标准》共88个服务项目。", {"items": 88}),
        ("联合发文的29个部门共收集意见6条。", {}),
    ],
)
def test_totals(sentence: str, totals: dict[str, int]) -> None:
    assert {total.what: total.count for total in note_of(sentence).totals} == totals


@pytest.mark.parametrize(
    "heading",
    [
        "1.新增的2项分别是：\n",
        "（一）新增2项\n",
        "一、新增服务项目2项。\n",
        "2、新增2项：\n",
        "①新增项目（2项）\n",
        "第一部分 新增2项\n",
        "新增了2项，分别是：",
        "对照省标准，新增2项：",
    ],
)
@pytest.mark.parametrize(
    "entries",
    [
        "甲服务、乙服务。",
        "甲服务；乙服务",
        "幼有所育领域的甲服务、文有所化领域的乙服务。",
        "（1）甲服务，在省标准基础上增加一次。\n（2）乙服务项目。服务对象是居民。",
        "（1）甲服务；（2）乙服务。",
    ],
)
def test_headings_and_lists_of_every_form(heading: str, entries: str) -> None:
    (one,) = note_of(heading + entries).lists
    assert one.labels == ("new",)
    assert one.claimed == 2
    assert [entry.name for entry in one.entries] == ["甲服务", "乙服务"]


def test_several_lists_in_one_paragraph() -> None:
    note = note_of("对照省标准，新增2项：甲、乙；提高1项，即丙；细化3项，分别为丁、戊等。")
    assert [
        (one.labels[0], one.claimed, [e.name for e in one.entries], one.open_ended)
        for one in note.lists
    ] == [
        ("new", 2, ["甲", "乙"], False),
        ("raised", 1, ["丙"], False),
        ("refined", 3, ["丁", "戊"], True),
    ]


KNOWN = ("甲服务", "乙服务", "丙服务")


@pytest.mark.parametrize(
    "text",
    [
        "与省标准相比，新增服务项目2项，分别为“甲服务”“乙服务”；提标项目1项，即“丙服务”。",
        "一是新增项目2个。甲服务、乙服务。\n二是提标1个。丙服务。",
        "一是新增2项服务。包括甲服务和乙服务。二是提高1项标准。即丙服务。",
        "与省标准相比，增加“甲服务”“乙服务”2个服务项目，提高“丙服务”1项标准。",
        "相比省标准，我市新增甲服务、乙服务2项，提高丙服务等1项。",
        "新增2项：\n——甲服务\n——乙服务\n提高1项：\n——丙服务",
        "1.新增2项（甲服务、乙服务）\n2.提高1项（丙服务）",
        "一、新增项目\n1、甲服务\n服务对象：居民\n2、乙服务\n二、提标项目\n1、丙服务\n",
        "（一）新增的服务项目（2项）。\n1.甲服务。\n2.乙服务。\n（二）提标1项。\n1.丙服务。由1次提高到2次。",
        "新增２项，为甲服务、乙服务，提高一项，为丙服务。",
    ],
)
def test_known_names_show_where_a_list_begins(text: str) -> None:
    note = parse(lines_of(text.encode()), KNOWN)
    assert [(one.labels[0], [e.name for e in one.entries]) for one in note.lists] == [
        ("new", ["甲服务", "乙服务"]),
        ("raised", ["丙服务"]),
    ]
    assert note.claims == ()


def test_lists_by_domain() -> None:
    note = parse(
        lines_of(
            "一、幼有所育领域\n新增1项：甲服务。\n二、老有所养\n新增2项：乙服务、丙服务。".encode()
        ),
        KNOWN,
    )
    assert [(e.name, e.domain) for one in note.lists for e in one.entries] == [
        ("甲服务", "幼有所育"),
        ("乙服务", "老有所养"),
        ("丙服务", "老有所养"),
    ]
    claims = note_of("幼有所育领域新增2项，老有所养领域新增3项。").claims
    assert [(claim.domain, claim.count) for claim in claims] == [("幼有所育", 2), ("老有所养", 3)]


def test_names_that_hold_list_marks_are_told_by_the_known_ones() -> None:
    text = "细化2项：残疾人托养、康复和照护服务和高龄津贴。"
    entries = note_of(text, other_city()).lists[0].entries
    assert [entry.name for entry in entries] == ["残疾人托养、康复和照护服务", "高龄津贴"]


def test_an_entry_goes_on_over_lines() -> None:
    note = note_of(
        "一、新增1项\n（一）甲服务\n服务对象：居民。\n服务内容：由1次提高到2次。\n1.细目。\n二、其他\n说明。"
    )
    (entry,) = note.lists[0].entries
    assert entry.quote == "（一）甲服务服务对象：居民。服务内容：由1次提高到2次。1.细目。"
    assert entry.figures == (Figure(base="1次", target="2次"),)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("由每月100元提高到每月150元", Figure(base="每月100元", target="每月150元")),
        ("从92%提高至97%以上", Figure(base="92%", target="97%以上")),
        ("省标准为5日，我市标准为3日", Figure(base="5日", target="3日")),
        ("甲省标准：5日；乙市标准：3日", Figure(base="5日", target="3日")),
        ("由20个工作日缩短为10个工作日", Figure(base="20个工作日", target="10个工作日")),
    ],
)
def test_figures(text: str, figure: Figure) -> None:
    note = note_of(f"1.提高1项：\n（1）甲服务（{text}）。")
    assert note.lists[0].entries[0].figures == (figure,)


def test_what_is_compared_with_is_taken_from_the_chapter() -> None:
    note = note_of(
        "（一）与国家标准的区别\n1.新增项目\n（1）甲。\n（二）与省标准的区别\n1.新增项目\n（1）乙。"
    )
    assert [one.against for one in note.lists] == ["国家标准", "省标准"]


def test_label_words_in_other_chapters_are_no_lists() -> None:
    assert note_of("四、完善保障机制\n（一）明确责任\n（二）提高标准\n1.抓落实。").lists == ()


def test_numbers_in_running_text_are_no_headings() -> None:
    text = "3、6、8月龄各1次\n12.5平方米\n一、二年级学生\n2021年\n（65周岁及以上）"
    assert note_of(text).headings == ()


def test_what_a_converter_left_is_no_text() -> None:
    (one,) = note_of("[bookmark: _GoBack]3.细化的1项是：\n甲服务。").lists
    assert one.heading == "细化的1项是："

"""What is exported comes in again the same, in every form."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from yiwu_diff import importers
from yiwu_diff.importers.clean import clean, line
from yiwu_diff.importers.entries import Document, entries
from yiwu_diff.report import EXPORT_FORMATS
from yiwu_diff.report.options import Options
from yiwu_diff.standard.as_records import bases, in_order
from yiwu_diff.standard.columns import guarded, unguarded
from yiwu_diff.standard.model import FIELDS, Item, Standard
from yiwu_diff.standard.reader import read_standard
from yiwu_diff.standard.yaml_writing import as_read
from yiwu_diff.text.normal import level

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parents[2]
DOMAINS = ("幼有所育", "学有所教", "老有所养")
SERVICES = (None, "儿童健康服务", "公共文化服务", "养老助老服务")
PROSE = (
    *(
        "每人每月300元",
        "具有本市户籍的老年人",
        "（一）第一点；\n（二）第二点。",
        "=1+1",
        "+86",
        "-5℃",
    ),
    *(
        "@所有人",
        "'=1",
        "a,b",
        '说"引号"',
        "<b>&amp;</b>",
        "0-3岁儿童",
        "“引号”",
        "80%以上",
        "𠮷",
        "👨‍👩‍👧",
    ),
    *(
        "1.第一点；\n2.第二点。",
        "按照〔2016〕36号执行；",
        "x_x0041_y",
        "一；\n二。",
        "#N/A",
        "TRUE",
        "2021-01-01",
    ),
)
TEXT = st.lists(
    st.sampled_from(PROSE)
    | st.text("一二三有无市县每年，。；：%（）“”/'=@+-_<>&#0123456789", max_size=9),
    min_size=1,
    max_size=3,
).map("".join)
NAME = st.text("幼育学教老养病医残障补贴救助服务保障12", min_size=3, max_size=8).filter(
    lambda name: not name[0].isdigit() and not name[-1].isdigit()
)


def stable(text: str) -> bool:
    """Whether nothing in a text is mere layout, and it is no word for nothing."""
    return clean(text) == text and any(char.isalnum() for char in text) and "同上" not in text


@st.composite
def standards(draw: Any, text: st.SearchStrategy[str]) -> Standard:
    names = draw(st.lists(NAME, min_size=1, max_size=5, unique_by=level))
    items = []
    for number, name in enumerate(names):
        texts = {field: draw(text) for field in FIELDS if draw(st.integers(0, 3))}
        of = st.sampled_from(["official", "quoted", "reconstructed"])
        one = draw(st.booleans())
        first = draw(of)
        basis = {key: first if one else draw(of) for key in ("name", *texts)}
        items.append(
            Item(
                id=f"id-{number}",
                name=name,
                domain=draw(st.sampled_from(DOMAINS)),
                service=draw(st.sampled_from(SERVICES)),
                basis=basis if texts else {"name": "named"},
                **texts,
            )
        )
    return Standard(items=in_order(items), title="义乌市基本公共服务标准（2021年版）")


def back(standard: Standard, form: str, folder: Path) -> list[Any]:
    path = folder / f"标准.{form}"
    data = EXPORT_FORMATS[form].render(standard, Options())
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    taken = importers.read(path)
    found, unplaced = entries([Document(path.name, taken)])
    assert unplaced == []
    if form != "csv":
        assert taken.title == standard.title
    return told([entry.item for entry in found])


def told(items: Iterable[Item]) -> list[Any]:
    return [
        (i.domain, i.service, i.name, *(i.text(field) for field in FIELDS), bases(i)) for i in items
    ]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("exports")


EASY = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


@settings(EASY, max_examples=60)
@given(standards(st.text(max_size=15).filter(lambda t: as_read(t) == t and t != "")))
def test_json(folder: Path, standard: Standard) -> None:
    assert back(standard, "json", folder) == told(standard.items)


@pytest.mark.parametrize("form", ["csv", "html"])
@settings(EASY, max_examples=40)
@given(standard=standards(TEXT.filter(stable)))
def test_text_forms(folder: Path, form: str, standard: Standard) -> None:
    assert back(standard, form, folder) == told(standard.items)


@pytest.mark.parametrize("form", ["docx", "xlsx"])
@settings(EASY, max_examples=12)
@given(standard=standards(TEXT.filter(stable)))
def test_office_forms(folder: Path, form: str, standard: Standard) -> None:
    assume(standard.items)
    assert back(standard, form, folder) == told(standard.items)


@pytest.mark.parametrize("form", EXPORT_FORMATS)
@pytest.mark.parametrize("place", ["yiwu", "jinhua", "zhejiang"])
def test_the_shipped_standards(folder: Path, form: str, place: str) -> None:
    standard = read_standard(ROOT / "data" / place / "2021")
    assert back(standard, form, folder) == told(in_order(standard.items))


@pytest.mark.parametrize("form", EXPORT_FORMATS)
def test_the_same_standard_is_the_same_bytes(form: str) -> None:
    standard = read_standard(ROOT / "data" / "yiwu" / "2021")
    first, second = (EXPORT_FORMATS[form].render(standard, Options()) for _ in range(2))
    assert first == second


@given(st.text())
def test_the_mark_against_formulas_comes_off_again(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "＝", "\t"))


def test_names_are_lines() -> None:
    assert line("孕产妇\n健康服务") == "孕产妇健康服务"

"""PDF: cells and rows across pages, running text, scans, and what must be refused."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path

import pytest
from office import HEADINGS, ITEM, fields, taken
from pdf_writer import FONT, HEIGHT, Page, folded, long_table, pdf

from yiwu_diff.importers import read
from yiwu_diff.standard.problems import ReadError

LOCKED = Path(__file__).parents[1] / "documents" / "locked"

KEYS = ["序号", "服务项目", "服务对象", "服务内容", "牵头单位"]
WIDTHS = [30.0, 80.0, 90.0, 220.0, 100.0]
LONG = "为服务对象提供健康检查、健康指导和随访，每年至少4次，并按规定建立档案。" * 6


def page(*lines: str) -> Page:
    one = Page()
    for number, text in enumerate(lines):
        one.text(60, 60 + number * 20, text)
    return one


def rows(count: int) -> list[dict[str, str]]:
    head = dict(zip(KEYS, KEYS, strict=True))
    return [head] + [
        {
            "序号": str(number),
            "服务项目": f"健康检查服务{number}",
            "服务对象": f"本市第{number}类常住居民。",
            "服务内容": LONG + f"第{number}次。",
            "牵头单位": "市卫生健康局、市财政局",
        }
        for number in range(1, count + 1)
    ]


def test_rows_broken_at_the_end_of_a_page_are_one(tmp_path: Path) -> None:
    given = rows(25)
    got = taken(tmp_path / "a.pdf", long_table(given, KEYS, WIDTHS))
    assert [row.name for row in got.rows] == [row["服务项目"] for row in given[1:]]
    assert [row.content for row in got.rows] == [row["服务内容"] for row in given[1:]]
    assert {row.lead for row in got.rows} == {"市卫生健康局、市财政局"}
    assert got.rows[-1].place > "第2页"


def test_progress_is_told_page_by_page(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    data = long_table(rows(25), KEYS, WIDTHS)
    taken(tmp_path / "a.pdf", data, progress=lambda done, total: told.append((done, total)))
    assert [done for done, _ in told] == list(range(1, told[-1][1] + 1))


def test_upper_part_of_a_row_without_its_name_belongs_to_the_next_page(tmp_path: Path) -> None:
    first, second = Page(), Page()
    y = first.row(700, WIDTHS, [[one] for one in KEYS])
    y = first.row(y, WIDTHS, [["1"], ["孕产妇健康服务"], ["孕产妇。"], ["建册。"], ["卫健局"]])
    first.row(y, WIDTHS, [[""], [""], ["儿童，包"], ["免费接种疫苗，按照"], [""]])
    second.row(40, WIDTHS, [["2"], ["预防接种"], ["括流动儿童。"], ["国家规定执行。"], ["卫健局"]])
    got = taken(tmp_path / "a.pdf", pdf([first, second]))
    assert [row.name for row in got.rows] == ["孕产妇健康服务", "预防接种"]
    assert got.rows[1].audience == "儿童，包括流动儿童。"
    assert got.rows[1].content == "免费接种疫苗，按照国家规定执行。"
    assert got.rows[0].content == "建册。"


def test_name_broken_across_pages(tmp_path: Path) -> None:
    first, second = Page(), Page()
    y = first.row(700, WIDTHS, [[one] for one in KEYS])
    first.row(y, WIDTHS, [["1"], ["建立居民健"], ["居民。"], ["建立档"], ["卫健局"]])
    y = second.row(40, WIDTHS, [[""], ["康档案"], [""], ["案。"], [""]])
    second.row(y, WIDTHS, [["2"], ["预防接种"], ["儿童。"], ["接种。"], ["卫健局"]])
    got = taken(tmp_path / "a.pdf", pdf([first, second]))
    assert [(row.name, row.content) for row in got.rows] == [
        ("建立居民健康档案", "建立档案。"),
        ("预防接种", "接种。"),
    ]


def test_name_of_a_service_broken_across_pages(tmp_path: Path) -> None:
    first, second = Page(), Page()
    widths = [60.0, 80.0, 90.0, 200.0]
    y = first.row(700, widths, [["服务类别"], ["服务项目"], ["服务对象"], ["服务内容"]])
    y = first.row(y, widths, [["儿童关爱"], ["预防接种"], ["儿童。"], ["接种。"]])
    # The rest of the name stands in a cell that goes down two rows of the next page.
    second.box(30, 40, 90, 100, ["服务"])
    second.row(40, widths[1:], [["儿童管理"], ["儿童。"], ["管理。", ""]], left=90)
    second.row(72, widths[1:], [["儿童筛查"], ["儿童。"], ["筛查。"]], left=90)
    got = taken(tmp_path / "a.pdf", pdf([first, second]))
    assert [(row.service, row.name) for row in got.rows] == [
        ("儿童关爱服务", "预防接种"),
        ("儿童关爱服务", "儿童管理"),
        ("儿童关爱服务", "儿童筛查"),
    ]


def test_cell_merged_over_items_of_two_pages(tmp_path: Path) -> None:
    first, second = Page(), Page()
    widths = [80.0, 90.0, 200.0, 100.0]
    y = first.row(700, widths, [["服务项目"], ["服务对象"], ["服务内容"], ["牵头单位"]])
    first.box(400, y, 500, y + 38, ["市卫生健康局"])
    y = first.row(y, widths[:3], [["预防接种"], ["儿童。"], ["接种。"]])
    first.row(y, widths[:3], [["儿童管理"], ["儿童。"], ["管理。"]])
    second.row(40, widths, [["儿童筛查"], ["儿童。"], ["筛查。"], [""]])
    got = taken(tmp_path / "a.pdf", pdf([first, second]))
    assert [row.lead for row in got.rows] == ["市卫生健康局"] * 3
    assert any("跨页" in one.zh for one in got.remarks)


def test_line_with_room_left_was_ended_by_its_author(tmp_path: Path) -> None:
    one = Page()
    widths = [100.0, 100.0, 200.0]
    y = one.row(40, widths, [["项目名称"], ["服务对象"], ["服务内容"]])
    lines = [
        "提供下列服务：",
        "（1）免费建立档案；",
        *folded("（2）每年进行健康检查一次，并按规定给予健康指导和随访；", 200),
        "（3）其他服务。",
    ]
    one.row(y, widths, [["孕产妇健康服务"], ["孕产妇"], lines])
    got = taken(tmp_path / "a.pdf", pdf([one]))
    assert got.rows[0].content == (
        "提供下列服务：\n（1）免费建立档案；\n（2）每年进行健康检查一次，并按规定给予健康指导和随访；\n（3）其他服务。"
    )


# A page turned to landscape has its number an eighth of its height above the edge.
@pytest.mark.parametrize("foot", [810, 745])
def test_page_numbers_and_what_pages_repeat_are_no_text(tmp_path: Path, foot: int) -> None:
    pages = []
    for number in range(1, 5):
        one = page(
            f"{number}.甲项服务{number}",
            "服务对象：居民。",
            "服务内容：提供服务。",
            "牵头单位：市卫生健康局",
        )
        one.text(60, 20, "义乌市基本公共服务标准汇编")
        one.text(290, foot, f"— {number} —")
        pages.append(one)
    got = taken(tmp_path / "a.pdf", pdf(pages))
    assert [row.lead for row in got.rows] == ["市卫生健康局"] * 4
    assert not got.unplaced


def test_text_that_pages_have_in_common_is_text(tmp_path: Path) -> None:
    pages = []
    for number in range(1, 6):
        one = Page()
        one.text(60, 30, "义乌市基本公共服务标准汇编")
        if number > 1:
            one.text(60, 50, "牵头单位：市卫生健康局")
            one.text(60, 70, "支出责任：由市财政承担支出责任。")
        one.text(60, 100, f"{number}.甲项服务{number}")
        one.text(60, 120, "服务对象：居民。")
        one.text(60, 140, "服务内容：提供服务。")
        pages.append(one)
    got = taken(tmp_path / "a.pdf", pdf(pages))
    assert [row.lead for row in got.rows] == ["市卫生健康局"] * 4 + [None]


def test_scan_says_that_there_is_no_text(tmp_path: Path) -> None:
    from PIL import Image

    out = BytesIO()
    Image.new("L", (60, 80), 255).save(out, "PDF")
    with pytest.raises(ReadError) as raised:
        taken(tmp_path / "a.pdf", out.getvalue())
    assert "没有文字" in raised.value.text("zh") and "OCR" in raised.value.text("en")


def test_blank_pages_among_others_are_no_matter(tmp_path: Path) -> None:
    got = taken(
        tmp_path / "a.pdf",
        pdf([Page(), page("1.甲服务", "服务对象：居民。", "服务内容：乙。"), Page()]),
    )
    assert [row.name for row in got.rows] == ["甲服务"]


def test_cut_short(tmp_path: Path) -> None:
    data = long_table(rows(10), KEYS, WIDTHS)
    for end in (len(data) // 3, len(data) - 300):
        with pytest.raises(ReadError, match="cut short"):
            taken(tmp_path / "a.pdf", data[:end])


def test_bomb(tmp_path: Path) -> None:
    packed = zlib.compress(b" " * (200 * 1024 * 1024), 9)
    data = pdf([page("甲")]).replace(
        b"%%EOF",
        b"9 0 obj\n<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream\n%%%%EOF"
        % (len(packed), packed),
    )
    with pytest.raises(ReadError, match="enormous"):
        taken(tmp_path / "a.pdf", data)


def test_table_without_numbers_to_go_by(tmp_path: Path) -> None:
    given = [{k: v for k, v in row.items() if k != "序号"} for row in rows(12)]
    got = taken(tmp_path / "a.pdf", long_table(given, KEYS[1:], WIDTHS[1:]))
    assert [row.content for row in got.rows] == [row["服务内容"] for row in given[1:]]


def test_item_of_all_columns(tmp_path: Path) -> None:
    one = Page()
    widths = [59.0] * 9
    y = one.row(40, widths, [folded(text, 59) for text in HEADINGS])
    one.row(y, widths, [folded(text, 59) for text in ITEM])
    got = taken(tmp_path / "a.pdf", pdf([one]))
    assert fields(got.rows[0]) == ITEM[4:]
    assert (got.rows[0].domain, got.rows[0].service) == ("幼有所育", "优孕优生服务")


def test_fonts_that_do_not_say_their_characters(tmp_path: Path) -> None:
    font = FONT.replace("UniGB-UCS2-H", "Identity-H").replace("(GB1)", "(Identity)")
    with pytest.raises(ReadError) as raised:
        taken(
            tmp_path / "a.pdf",
            pdf([page("服务对象：居民。服务内容：乙。提供服务。按规定执行。")], font),
        )
    assert "乱码" in raised.value.text("zh")


def test_characters_printed_twice_to_look_bold(tmp_path: Path) -> None:
    one = page("1.甲服务", "服务内容：乙。")
    for number, text in enumerate(("服务对象：", "服务对象：")):
        one.text(60 + number * 0.4, 100, text)
    one.text(110, 100, "居民，居民。")
    assert taken(tmp_path / "a.pdf", pdf([one])).rows[0].audience == "居民，居民。"


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_tables_printed_sideways(tmp_path: Path, turn: int) -> None:
    import pypdfium2

    given = rows(4)
    document = pypdfium2.PdfDocument(long_table(given, KEYS, WIDTHS))
    for number in range(len(document)):
        document[number].set_rotation(turn)
    document.save(tmp_path / "a.pdf")
    got = read(tmp_path / "a.pdf")
    assert [row.content for row in got.rows] == [row["服务内容"] for row in given[1:]]


def test_rules_that_are_thin_boxes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def line(self: Page, x0: float, y0: float, x1: float, y1: float) -> None:
        wide, high = max(x1 - x0, 0.5), max(y1 - y0, 0.5)
        self.parts.append(f"{x0:.1f} {HEIGHT - y1:.1f} {wide:.1f} {high:.1f} re f")

    monkeypatch.setattr(Page, "line", line)
    given = rows(4)
    got = taken(tmp_path / "a.pdf", long_table(given, KEYS, WIDTHS))
    assert [row.content for row in got.rows] == [row["服务内容"] for row in given[1:]]


def test_password() -> None:
    with pytest.raises(ReadError, match="encrypted"):
        read(LOCKED / "locked.pdf")


def test_rights_taken_away_do_not_hinder_reading() -> None:
    assert [row.name for row in read(LOCKED / "no-copying.pdf").rows] == ["预防接种"]

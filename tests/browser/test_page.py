"""What a reader does with the page: reads, finds, filters, shares the address, prints."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from page_reading import hostile
from samples import sample

from yiwu_diff.report.html import render, render_show
from yiwu_diff.report.options import Options

if TYPE_CHECKING:
    from collections.abc import Callable

    from yiwu_diff.report.words import Lang

DATA = Path(__file__).parents[2] / "data"
ALL = [
    "0-3岁儿童发育及养育风险筛查",
    "免费孕前优生健康检查",
    "环境质量",
    "慢性病患者健康管理",
    "法律援助",
    "预防接种",
    "送戏曲下乡",
    "生育保险",
    "基本避孕服务",
]


@cache
def page_of(name: str, lang: Lang = "zh") -> str:
    """A page by name: the sample, the worst texts, the shipped data, one item of it."""
    options = Options(lang=lang)
    if name == "sample":
        return render(sample(), options)
    if name == "hostile":
        return render(hostile(), options)
    from yiwu_diff.compare.engine import compare
    from yiwu_diff.standard.refs import load

    standards = [load(ref, DATA) for ref in ("zhejiang", "jinhua", "yiwu")]
    if name == "show":
        return render_show([(one, one.item("maternal-health")) for one in standards], options)
    return render(compare(standards[1], standards[2]), options)


def focused(opened: Any) -> str:
    text: str = opened.page.evaluate(
        "document.activeElement.querySelector('.name')?.textContent ?? "
        "(document.activeElement.name || document.activeElement.id)"
    )
    return text


# -- layout and looks ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "lang", "width"),
    [
        *((name, "zh", 360) for name in ("sample", "hostile", "shipped", "show")),
        *((name, "en", 360) for name in ("shipped", "show")),
        *(("shipped", "zh", width) for width in (600, 768, 1024, 1280)),
        ("show", "zh", 768),
    ],
)
def test_nothing_is_wider_than_the_window(
    name: str, lang: Lang, width: int, open_page: Callable[..., Any]
) -> None:
    with open_page(page_of(name, lang), width=width) as opened:
        opened.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert opened.page.evaluate("document.documentElement.scrollWidth") == width
        outside = opened.page.evaluate(
            "Array.from(document.querySelectorAll('body *')).filter(e => e.checkVisibility() "
            "&& !e.closest('.scroll, .skip') && !['OPTION'].includes(e.tagName) "
            "&& e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML)"
        )
        assert outside == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("name", "lang"), [("sample", "zh"), ("sample", "en"), ("show", "zh"), ("shipped", "zh")]
)
def test_everybody_can_read_it(
    name: str, lang: Lang, scheme: str, open_page: Callable[..., Any]
) -> None:
    """axe-core finds nothing: contrast (AA), landmarks, headings, names, tables, focus."""
    from axe_playwright_python.sync_playwright import Axe

    for width in (1280, 360):
        with open_page(page_of(name, lang), width=width, color_scheme=scheme) as opened:
            opened.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            told = Axe().run(opened.page).response
            assert {"color-contrast", "region", "heading-order"} <= {
                v["id"] for v in told["passes"]
            }
            found = told["violations"]
            assert [(v["id"], [n["html"] for n in v["nodes"]][:3]) for v in found] == []


def test_the_theme_can_be_chosen(open_page: Callable[..., Any]) -> None:
    def ground(opened: Any) -> str:
        color: str = opened.page.evaluate("getComputedStyle(document.body).backgroundColor")
        return color

    with open_page(page_of("sample"), color_scheme="dark") as opened:
        button = opened.page.locator("#theme")
        dark = ground(opened)
        button.click()
        assert button.inner_text() == "外观：浅色"
        assert ground(opened) == "rgb(255, 255, 255)"
        button.click()
        assert button.inner_text() == "外观：深色"
        assert ground(opened) == dark
        button.click()
        assert button.inner_text() == "外观：跟随系统"


def test_changes_differ_by_more_than_colour(open_page: Callable[..., Any]) -> None:
    with open_page(page_of("sample")) as opened:
        style = "e => getComputedStyle(e).textDecorationLine"
        assert opened.page.eval_on_selector("ins:not(.whole)", style) == "underline"
        assert opened.page.eval_on_selector("del:not(.whole)", style) == "line-through"
        spoken = "e => getComputedStyle(e, '::before').content"
        assert opened.page.eval_on_selector("ins", spoken) == '"［增加："'
        assert opened.page.eval_on_selector("del", spoken) == '"［删去："'


def test_it_reads_without_script(open_page: Callable[..., Any]) -> None:
    with open_page(page_of("sample"), java_script_enabled=False) as opened:
        page = opened.page
        assert page.locator(".item:visible .name").all_inner_texts() == ALL
        # What only the script can do is not offered.
        assert page.locator("form:visible, #theme:visible, #help:visible").count() == 0
        evidence = page.locator("#i-environment .changes details")
        evidence.locator("summary").click()
        assert "97%以上" in evidence.inner_text()


def test_it_prints_without_what_paper_cannot_do(open_page: Callable[..., Any]) -> None:
    with open_page(page_of("sample"), color_scheme="dark", hash="#label=raised") as opened:
        page = opened.page
        page.emulate_media(media="print")
        assert page.locator("form:visible, #theme:visible, #help:visible").count() == 0
        assert opened.shown() == ["环境质量"]
        assert page.locator("#count").inner_text() == "显示 1 项，共 9 项"
        ground = page.evaluate("getComputedStyle(document.documentElement).colorScheme")
        assert ground == "light"
        assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


# -- finding -------------------------------------------------------------------------------


def test_labels_are_alternatives_and_kinds_of_filter_add_up(open_page: Callable[..., Any]) -> None:
    with open_page(page_of("sample")) as opened:
        page = opened.page
        assert opened.shown() == ALL
        page.check("[name=label][value=raised]")
        assert opened.shown() == ["环境质量"]
        page.check("[name=label][value=refined]")
        assert opened.shown() == ["免费孕前优生健康检查", "环境质量", "慢性病患者健康管理"]
        page.select_option("[name=domain]", "病有所医")
        assert opened.shown() == ["慢性病患者健康管理"]
        page.select_option("[name=domain]", "")
        page.select_option("[name=basis]", "quoted")
        assert opened.shown() == ["环境质量"]
        page.click("button[type=reset]")
        assert opened.shown() == ALL
        page.select_option("[name=lead]", "市卫生健康局")
        assert opened.shown() == ["免费孕前优生健康检查"]
        page.select_option("[name=lead]", "-")
        assert opened.shown() == [name for name in ALL if name != "免费孕前优生健康检查"]
        page.select_option("[name=lead]", "")
        page.check("[name=unsure]")
        assert opened.shown() == ["免费孕前优生健康检查", "慢性病患者健康管理"]


def test_what_was_not_compared_can_be_chosen(open_page: Callable[..., Any]) -> None:
    with open_page(page_of("sample")) as opened:
        opened.page.check("[name=label][value=not-compared]")
        assert opened.shown() == ["生育保险", "基本避孕服务"]
        opened.page.uncheck("[name=label][value=not-compared]")
        opened.page.check("[name=label][value=unchanged]")
        assert opened.shown() == ["预防接种", "送戏曲下乡"]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("户籍", ["0-3岁儿童发育及养育风险筛查", "慢性病患者健康管理"]),
        # Across a mark: the page has 空气…达到<ins>97%以上</ins>.
        ("达到97%", ["环境质量"]),
        ("９７％", ["环境质量"]),
        # The number of the change stands between these, and is no part of the text.
        ("97%以上。", ["环境质量"]),
        ("孕前 课堂", ["免费孕前优生健康检查"]),
        ("农村免费", []),
        ("<script>", []),
    ],
)
def test_search(typed: str, names: list[str], open_page: Callable[..., Any]) -> None:
    with open_page(page_of("sample")) as opened:
        opened.page.fill("[name=q]", typed)
        assert opened.shown() == names
        count = opened.page.locator("#count").inner_text()
        assert count.startswith(f"显示 {len(names)} 项，共 9 项")
        assert ("没有符合条件的项目" in count) == (not names)


def test_search_shows_where(open_page: Callable[..., Any]) -> None:
    with open_page(page_of("sample")) as opened:
        page = opened.page
        marked = "Array.from(CSS.highlights.get('found'), String)"
        page.fill("[name=q]", "达到97%")
        assert page.evaluate(marked) == ["达到97%"]
        # A hit in a folded text unfolds it, until the search is over.
        page.fill("[name=q]", "免疫规划")
        assert page.evaluate(marked) == ["免疫规划", "免疫规划"]
        assert page.locator("#i-vaccination details[open]").count() == 1
        page.fill("[name=q]", "")
        assert page.locator("#i-vaccination details[open]").count() == 0


def test_the_count_is_announced(open_page: Callable[..., Any]) -> None:
    with open_page(page_of("sample")) as opened:
        status = opened.page.get_by_role("status")
        assert status.get_attribute("aria-live") == "polite"
        opened.page.check("[name=label][value=raised]")
        assert status.inner_text() == "显示 1 项，共 9 项"
        assert opened.page.locator(".group:visible").count() == 1
        assert opened.page.locator(".group:visible h3 small").inner_text() == "1 项"


@pytest.mark.parametrize(
    ("cell", "kept", "names"),
    [
        ("#heat-map a[data-set-domain='病有所医'][data-set-label=lowered]",
         "#label=lowered&domain=病有所医", ["慢性病患者健康管理"]),
        (".tiles a[data-set-label=missing]", "#label=missing", ["法律援助"]),
    ],
)  # fmt: skip
def test_counts_lead_to_their_items(
    cell: str, kept: str, names: list[str], open_page: Callable[..., Any]
) -> None:
    with open_page(page_of("sample")) as opened:
        opened.page.fill("[name=q]", "别的")
        opened.page.click(cell)
        assert opened.shown() == names
        assert opened.hash() == kept
        assert focused(opened) == "items-h"


# -- the address ---------------------------------------------------------------------------


def test_the_address_keeps_every_filter(open_page: Callable[..., Any]) -> None:
    html = page_of("sample")
    with open_page(html) as opened:
        page = opened.page
        page.fill("[name=q]", "健康 随访&+#")
        page.fill("[name=q]", "健康")
        page.check("[name=label][value=refined]")
        page.check("[name=label][value=lowered]")
        page.select_option("[name=domain]", "病有所医")
        page.select_option("[name=lead]", "-")
        page.select_option("[name=basis]", "reconstructed")
        page.check("[name=unsure]")
        names, kept = opened.shown(), page.evaluate("location.hash")
        assert names == ["慢性病患者健康管理"]
        assert "label=refined,lowered" in kept
    with open_page(html, hash=kept) as opened:
        page = opened.page
        assert opened.shown() == names
        assert page.evaluate("location.hash") == kept
        assert page.input_value("[name=q]") == "健康"
        assert page.is_checked("[name=label][value=lowered]")
        assert not page.is_checked("[name=label][value=raised]")
        assert page.input_value("[name=domain]") == "病有所医"
        assert page.is_checked("[name=unsure]")
        page.click("button[type=reset]")
        assert page.evaluate("location.hash") == ""
        page.go_back()
        assert opened.shown() == names
        page.go_forward()
        assert opened.shown() == ALL


def test_a_search_reaches_the_address_when_typing_stops(open_page: Callable[..., Any]) -> None:
    with open_page(page_of("sample")) as opened:
        opened.page.fill("[name=q]", "a&label=new #%")
        opened.page.wait_for_url(lambda url: "q=" in url)
        assert (
            opened.page.evaluate("new URLSearchParams(location.hash.slice(1)).get('q')")
            == "a&label=new #%"
        )


@pytest.mark.parametrize(
    "hash", ["#label=nonsense", "#domain=%E4", "#lead=<b>", "#%", "#x=1", "#no"]
)
def test_a_broken_address_shows_everything(hash: str, open_page: Callable[..., Any]) -> None:
    with open_page(page_of("sample"), hash=hash) as opened:
        assert opened.shown() == ALL


def test_an_item_has_an_address(open_page: Callable[..., Any]) -> None:
    with open_page(page_of("sample"), hash="#i-legal-aid") as opened:
        assert focused(opened) == "法律援助"
        assert opened.page.locator("#i-legal-aid").bounding_box()["y"] < 700
        # From a filtered page too.
        opened.page.check("[name=label][value=raised]")
        opened.page.evaluate("location.hash = 'i-chronic'")
        opened.page.wait_for_timeout(100)
        assert focused(opened) == "慢性病患者健康管理"
        assert opened.shown() == ALL


def test_a_mark_leads_to_its_evidence(open_page: Callable[..., Any]) -> None:
    with open_page(page_of("sample"), hash="#label=lowered") as opened:
        page = opened.page
        page.locator("#i-chronic .ref a", has_text="3").first.click()
        assert page.locator("#i-chronic-3 details[open]").count() == 1
        assert "≥60% → ≥50%" in page.evaluate("document.activeElement.textContent")
        assert opened.hash() == "#label=lowered"


# -- keys ----------------------------------------------------------------------------------


def test_items_are_walked_by_key(open_page: Callable[..., Any]) -> None:
    with open_page(page_of("sample"), hash="#label=refined,raised") as opened:
        press = opened.page.keyboard.press
        names = []
        for key in ("j", "ArrowRight", "j", "j", "k", "ArrowLeft"):
            press(key)
            names.append(focused(opened))
        first, second, third = "免费孕前优生健康检查", "环境质量", "慢性病患者健康管理"
        assert names == [first, second, third, third, second, first]
        press("j")
        press("o")
        assert opened.page.locator("#i-environment details[open]").count() == 1
        press("Enter")
        assert opened.page.locator("#i-environment details[open]").count() == 0


def test_search_and_escape_by_key(open_page: Callable[..., Any]) -> None:
    with open_page(page_of("sample"), hash="#label=raised") as opened:
        keyboard = opened.page.keyboard
        keyboard.press("/")
        assert focused(opened) == "q"
        # Within the box they are letters.
        keyboard.type("jk/?")
        assert opened.page.input_value("[name=q]") == "jk/?"
        keyboard.press("Escape")
        assert opened.page.input_value("[name=q]") == ""
        assert opened.shown() == ["环境质量"]
        keyboard.press("Escape")
        assert focused(opened) != "q"
        keyboard.press("Escape")
        assert opened.shown() == ALL
        assert opened.hash() == ""


def test_the_heat_map_is_walked_by_arrows(open_page: Callable[..., Any]) -> None:
    with open_page(page_of("sample")) as opened:
        page = opened.page

        def cell() -> tuple[str, str]:
            data = page.evaluate("Object.assign({}, document.activeElement.dataset)")
            return data.get("setDomain"), data.get("setLabel")

        page.focus("#heat-map a[data-set-domain='病有所医'][data-set-label=refined]")
        page.keyboard.press("ArrowRight")
        assert cell() == ("病有所医", "lowered")
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("ArrowUp")
        assert cell() == ("幼有所育", "refined")
        page.keyboard.press("Enter")
        assert opened.shown() == ["免费孕前优生健康检查"]


def test_keys_are_told_and_can_be_turned_off(open_page: Callable[..., Any]) -> None:
    with open_page(page_of("sample")) as opened:
        page = opened.page
        page.keyboard.press("?")
        text = page.locator("#help").inner_text()
        for key in ("/", "j", "k", "→", "←", "o", "Enter", "Esc", "?"):
            assert key in text
        page.uncheck("#keys-on")
        page.locator("#theme").focus()
        page.keyboard.press("/")
        assert focused(opened) == "theme"
        page.keyboard.press("j")
        assert focused(opened) == "theme"


def test_everything_is_reached_by_tab(open_page: Callable[..., Any]) -> None:
    with open_page(page_of("sample")) as opened:
        page = opened.page
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        seen = set()
        for _ in range(40):
            page.keyboard.press("Tab")
            seen.add(page.evaluate("document.activeElement.name || document.activeElement.tagName"))
        assert {"q", "label", "domain", "lead", "basis", "A", "SUMMARY"} <= seen


# -- harm ----------------------------------------------------------------------------------


def test_the_worst_texts_do_nothing(open_page: Callable[..., Any]) -> None:
    with open_page(page_of("hostile")) as opened:
        page = opened.page
        assert page.evaluate("document.scripts.length") == 1
        assert page.locator("img, iframe, object").count() == 0
        page.fill("[name=q]", "onerror=alert(2)")
        assert len(opened.shown()) == len(ALL)
        assert page.evaluate("[...CSS.highlights.get('found')].length") <= 2000


def test_the_policy_holds(browser: Any, tmp_path: Path) -> None:
    """Were a script or a request to slip in all the same, the browser would refuse it."""
    evil = "<img src='https://example.org/x.png'><script>document.title = 'owned'</script>"
    path = tmp_path / "page.html"
    path.write_text(page_of("sample").replace("</main>", f"{evil}</main>"), encoding="utf-8")
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda one: said.append(one.text))
    page.goto(path.as_uri())
    assert page.title() == "义乌市 对照 金华市"
    assert len([one for one in said if "Content Security Policy" in one]) == 2
    page.close()

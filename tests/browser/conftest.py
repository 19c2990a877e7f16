"""Pages in a real browser: headless Chromium, driven by playwright.

These tests run when they are asked for (``pytest tests/browser``) and then fail, never skip,
where a browser is wanting. A plain ``pytest`` leaves them out and says so at its end.
"""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HERE = Path(__file__).parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
left_out: list[str] = []


def _asked_for(config: pytest.Config) -> bool:
    if config.getoption("--browser", default=False):
        return True
    start = config.invocation_params.dir
    paths = [(start / str(argument).split("::")[0]).resolve() for argument in config.args]
    return any(path == HERE or HERE in path.parents for path in paths)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    if collection_path.suffix != ".py" or HERE not in collection_path.parents:
        return None
    if _asked_for(config):
        return None
    if collection_path.name.startswith("test_"):
        left_out.append(collection_path.name)
    return True


def pytest_terminal_summary(terminalreporter: Any) -> None:
    if left_out:
        terminalreporter.write_line(
            f"tests/browser left out ({', '.join(sorted(left_out))}): it needs Chromium; "
            "run: pytest tests/browser"
        )


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, started once."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        pytest.fail(
            "no Chromium on the PATH: install it (Debian: apt-get install chromium)", pytrace=False
        )
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        pytest.fail("playwright is not installed: pip install 'yiwu-diff[browser]'", pytrace=False)
    with sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=path, args=list(FLAGS), headless=True)
        yield running
        running.close()


class Opened:
    """A page and what went wrong in it."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.trouble: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda one: self.trouble.append(one.text))
        page.on("pageerror", lambda one: self.trouble.append(str(one)))
        page.on("request", lambda one: self.requests.append(one.url))

    def shown(self) -> list[str]:
        """The names of the items that a reader sees."""
        names: list[str] = self.page.eval_on_selector_all(
            ".item",
            "all => all.filter(i => i.checkVisibility()).map(i => "
            "i.querySelector('.name').textContent)",
        )
        return names

    def hash(self) -> str:
        """The part of the address that keeps the filters, readable."""
        text: str = self.page.evaluate("decodeURIComponent(location.hash)")
        return text


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """``with open_page(html, width=360) as opened``: whatever the page complains of fails the
    test."""

    @contextmanager
    def opening(html: str, *, width: int = 1280, hash: str = "", **settings: Any) -> Iterator[Any]:
        path = tmp_path / "page.html"
        path.write_text(html, encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": 800}, **settings)
        opened = Opened(context.new_page())
        opened.page.goto(path.as_uri() + hash)
        yield opened
        context.close()
        assert opened.trouble == []
        assert {url.split("#")[0] for url in opened.requests} <= {path.as_uri(), "data:,"}

    yield opening

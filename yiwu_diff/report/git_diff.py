"""What became of one dataset file, as ``git diff`` shows it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from yiwu_diff.report.cells import visible
from yiwu_diff.report.git_diff_items import items_diff
from yiwu_diff.report.page import Page
from yiwu_diff.report.readable import readable
from yiwu_diff.report.text_diff import decoded, text_diff
from yiwu_diff.report.words import Say
from yiwu_diff.standard.folders import STANDARD_FILE
from yiwu_diff.standard.problems import ReadError
from yiwu_diff.standard.reader import OTHER_FILES, is_domain_file, read_items

if TYPE_CHECKING:
    from yiwu_diff.report.git_diff_items import Elsewhere
    from yiwu_diff.report.options import Options

_KNOWN = frozenset((STANDARD_FILE, *OTHER_FILES))


class Version(NamedTuple):
    """A file on one side."""

    path: str
    """As git names it, from the top of the repository."""
    data: bytes | None
    """None where there is no such file."""
    mode: str = "100644"

    @property
    def regular(self) -> bool:
        """Whether it is a file, not a link or a repository within."""
        return self.mode.startswith("100")

    @property
    def name(self) -> str:
        """Without the folder."""
        return self.path.rpartition("/")[2]

    @property
    def of_dataset(self) -> bool:
        """Whether it is one of the files that an edition has."""
        return self.name in _KNOWN or is_domain_file(self.name)


def render(old: Version, new: Version, options: Options, elsewhere: Elsewhere) -> str:
    """The whole of what git shows for a file. ``elsewhere`` finds an item that is no longer in
    this file in another one, where that is known."""
    page = Page(options.width, color=options.color)
    _head(page, old, new, options)
    head = page.text()
    if old.data == new.data:
        return f"{head}\n"
    try:
        body = _by_meaning(old, new, options, elsewhere)
    except ReadError as error:
        first = error.problems[0].text(options.lang)
        why = Say(options.lang)("diff.unreadable", problem=first)
        body = by_lines(old, new, options, why)
    # The next file's head comes right behind.
    return f"{head}{body}\n"


def _head(page: Page, old: Version, new: Version, options: Options) -> None:
    say = Say(options.lang)
    names = dict.fromkeys((old.path, new.path))
    page.lines.append([(visible("diff --yiwu-diff " + " ".join(names)), "bold")])
    if old.data is None:
        page.lines.append([(say("diff.file_new"), "good")])
    elif new.data is None:
        page.lines.append([(say("diff.file_gone"), "bad")])
    else:
        if old.path != new.path:
            told = say("diff.file_renamed", old=old.path, new=new.path)
            page.lines.append([(visible(told), "bold")])
        if old.mode != new.mode:
            page.lines.append([(say("diff.mode", old=old.mode, new=new.mode), "bold")])


def _by_meaning(old: Version, new: Version, options: Options, elsewhere: Elsewhere) -> str:
    """Raises ReadError where a side cannot be read."""
    sides = (old, new)
    if not all(side.regular and side.of_dataset for side in sides if side.data is not None):
        return by_lines(old, new, options)
    page = Page(options.width, color=options.color)
    if all(is_domain_file(side.name) for side in sides):
        before, after = (
            read_items(side.data, side.path) if side.data is not None else () for side in sides
        )
        if before != after:
            page.lines += items_diff(before, after, options, elsewhere)
            _comments(page, old, new, options)
            return page.text()
    else:
        lines = [
            readable(side.data, side.path, options.lang) if side.data is not None else []
            for side in sides
        ]
        hunks = text_diff(*lines)
        if hunks is None:
            return by_lines(old, new, options)
        if hunks:
            page.lines += hunks
            _comments(page, old, new, options)
            return page.text()
    page.add([(Say(options.lang)("diff.layout_only"), "dim")])
    return page.text()


def _comments(page: Page, old: Version, new: Version, options: Options) -> None:
    """That comments changed too, where neither file is new."""
    if old.data is None or new.data is None:
        return
    was, is_ = (
        Counter(line for line in map(bytes.strip, data.splitlines()) if line.startswith(b"#"))
        for data in (old.data, new.data)
    )
    if was != is_:
        page.blank()
        page.add([(Say(options.lang)("diff.comments"), "dim")])


def by_lines(old: Version, new: Version, options: Options, why: str = "") -> str:
    """The raw texts line by line; ``why`` they are shown so."""
    page = Page(options.width, color=options.color)
    say = Say(options.lang)
    if why:
        page.add([(why, "warn")])
    lines = [decoded(side.data) if side.data is not None else [] for side in (old, new)]
    before, after = lines
    if before is None or after is None:
        page.add([(say("diff.binary"), "dim")])
        return page.text()
    hunks = text_diff(before, after)
    if hunks is None:
        page.add([(say("diff.too_long"), "warn")])
    elif not hunks:
        page.add([(say("diff.line_ends"), "dim")])
    else:
        page.lines += hunks
    return page.text()

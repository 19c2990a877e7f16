"""``yiwu-diff.toml``: how grave each check is here, and what is waived, why and until when."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from yiwu_diff.check.base import SEVERITIES
from yiwu_diff.standard.model import Place
from yiwu_diff.standard.problems import Problems, fail, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yiwu_diff.check.base import Check, Finding
    from yiwu_diff.compare.labels import Severity
    from yiwu_diff.standard.model import Standard

SETTINGS_FILE = "yiwu-diff.toml"
OFF = "off"
FAIL_ON = (*SEVERITIES, "never")
CUTS = ("missing", "text-missing", "lowered", "narrowed")
"""What recipients lose. Waived as a whole, it would hide the cuts that are still to come."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """Findings that may be, for a reason."""

    checks: tuple[str, ...]
    reason: str
    place: Place
    items: tuple[str, ...] = ()
    """Ids; empty for every item."""
    standards: tuple[str, ...] = ()
    """Refs or jurisdictions; empty for every standard."""
    until: str = ""
    """The last day on which it holds (``2027-06-30``); "" for no end."""

    def is_about(self, standard: Standard) -> bool:
        return not self.standards or bool(
            {standard.ref, standard.jurisdiction} & set(self.standards)
        )

    def expired(self, today: str) -> bool:
        return bool(self.until) and bool(today) and self.until < today

    def covers(self, finding: Finding) -> bool:
        return finding.check in self.checks and (not self.items or finding.item in self.items)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a settings file says; without one, everything is as the checks have it."""

    severities: Mapping[str, str] = field(default_factory=dict)
    """By check: a severity or ``off``."""
    waivers: tuple[Waiver, ...] = ()
    fail_on: str = "error"

    def severity(self, check: Check) -> Severity | None:
        """How grave a check is here; None where it is off."""
        word = self.severities.get(check.id, check.severity)
        return next((one for one in SEVERITIES if one == word), None)


def read(data: bytes, file: str) -> Settings:
    """The settings of a file, named ``file`` in messages. Raises ReadError with every problem
    that is in it."""
    import tomllib

    try:
        text = data.decode("utf-8-sig")
        tree = tomllib.loads(text)
    except UnicodeDecodeError:
        raise fail(
            Place(file, 1, 1),
            "不是 UTF-8 编码；请另存为 UTF-8",
            "this is not UTF-8; save it as UTF-8",
        ) from None
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        place = Place(file, int(where[1]), int(where[2])) if where else Place(file, 1, 1)
        reason = re.sub(r" \(at .*\)$", "", str(error))
        raise fail(
            place,
            f"不是正确的 TOML（{reason}）；请改正这一行",
            f"this is no valid TOML ({reason}); mend this line",
        ) from None
    return _Reader(text, tree, file).read()


class _Reader:
    def __init__(self, text: str, tree: dict[str, Any], file: str) -> None:
        self.lines = text.splitlines()
        self.tree = tree
        self.file = file
        self.problems = Problems()

    def read(self) -> Settings:
        self.known(self.tree, ("fail-on", "checks", "waivers"), 0)
        fail_on = self.tree.get("fail-on", "error")
        if fail_on not in FAIL_ON:
            self.wrong("fail-on", fail_on, FAIL_ON, self.at("fail-on"))
        settings = Settings(self.severities(), self.waivers(), str(fail_on))
        if self.problems:
            raise self.problems.error()
        return settings

    def severities(self) -> dict[str, str]:
        table = self.tree.get("checks", {})
        if not isinstance(table, dict):
            self.tell(
                self.at("checks"),
                'checks 应当是一张表；请写 [checks]，下面每行一个：检查 = "级别"',
                'checks has to be a table; write [checks], and below it: check = "severity"',
            )
            return {}
        start = self.header("checks")
        words = (*SEVERITIES, OFF)
        for name, word in table.items():
            place = self.at(name, start)
            self.check(name, place)
            if word not in words:
                self.wrong(name, word, words, place)
        return {name: word for name, word in table.items() if word in words}

    def waivers(self) -> tuple[Waiver, ...]:
        tables = self.tree.get("waivers", [])
        if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
            self.tell(
                self.at("waivers"),
                "waivers 应当是表的列表；每一条请以 [[waivers]] 开头",
                "waivers has to be a list of tables; begin each with [[waivers]]",
            )
            return ()
        starts = [
            number
            for number, line in enumerate(self.lines)
            if re.match(r"\s*\[\[\s*[\"']?waivers[\"']?\s*\]\]", line)
        ]
        starts += [0] * (len(tables) - len(starts))
        return tuple(
            waiver
            for table, start in zip(tables, starts, strict=False)
            if (waiver := self.waiver(table, start)) is not None
        )

    def waiver(self, table: dict[str, Any], start: int) -> Waiver | None:
        import datetime

        before = self.problems.of(self.file)
        here = Place(self.file, start + 1, 1)
        self.known(table, ("check", "item", "standard", "reason", "until"), start)
        checks = self.words(table, "check", start)
        for name in checks:
            self.check(name, self.at("check", start))
        if "check" not in table:
            self.tell(here, "缺少 check（检查的名称）；请补上", "check is missing; name the check")
        reason = table.get("reason")
        if not isinstance(reason, str) or not reason.strip():
            self.tell(
                self.at("reason", start) if "reason" in table else here,
                "缺少 reason；豁免要写明理由",
                "reason is missing; a waiver says why",
            )
        items = self.words(table, "item", start)
        if not items and (cuts := [name for name in checks if name in CUTS]):
            named = "、".join(cuts)
            self.tell(
                here,
                f"缺少 item；{named} 只能按项目豁免，否则以后的缺项、缩减就看不见了",
                f"item is missing; {', '.join(cuts)} can be waived item by item only, or nobody "
                "would see what is cut later",
            )
        until = table.get("until")
        if until is None and items:
            self.tell(
                here,
                "缺少 until；对单个项目的豁免要写明到哪一天，如 until = 2027-06-30",
                "until is missing; a waiver of an item says when it ends: until = 2027-06-30",
            )
        elif until is not None and (
            not isinstance(until, datetime.date) or isinstance(until, datetime.datetime)
        ):
            self.tell(
                self.at("until", start),
                "until 应当是日期，不加引号，如 until = 2027-06-30",
                "until has to be a date without quotes: until = 2027-06-30",
            )
        standards = self.words(table, "standard", start)
        if self.problems.of(self.file) > before:
            return None
        return Waiver(
            checks, str(reason).strip(), here, items, standards, until.isoformat() if until else ""
        )

    def words(self, table: dict[str, Any], name: str, start: int) -> tuple[str, ...]:
        """A word, or a list of words."""
        value = table.get(name, [])
        words = [value] if isinstance(value, str) else value
        good = isinstance(words, list) and all(isinstance(one, str) and one for one in words)
        if not good or (name in table and not words):
            self.tell(
                self.at(name, start),
                f'{name} 应当是带引号的文字，或者它们的列表，如 {name} = ["甲", "乙"]',
                f'{name} has to be a text in quotes or a list of them: {name} = ["a", "b"]',
            )
            return ()
        return tuple(words)

    def check(self, name: str, place: Place) -> None:
        from yiwu_diff.check import CHECKS

        if name not in CHECKS:
            meant = _nearest(name, tuple(CHECKS))
            self.tell(
                place,
                f"没有检查 {shown(name)}"
                + (f"；是否要写 {meant}？" if meant else "；全部检查见 yiwu-diff rules"),
                f"there is no check {shown(name)}"
                + (f"; did you mean {meant}?" if meant else "; yiwu-diff rules lists them"),
            )

    def known(self, table: dict[str, Any], names: tuple[str, ...], start: int) -> None:
        for name in table:
            if name not in names:
                meant = _nearest(name, names)
                self.tell(
                    self.at(name, start),
                    f"不认识的键 {shown(name)}；"
                    + (f"是否要写 {meant}？" if meant else "")
                    + f"此处可用：{'、'.join(names)}",
                    f"unknown key {shown(name)}; "
                    + (f"did you mean {meant}? " if meant else "")
                    + f"known here: {', '.join(names)}",
                )

    def wrong(self, name: str, value: object, words: tuple[str, ...], place: Place) -> None:
        meant = _nearest(str(value), words)
        self.tell(
            place,
            f"{name} 不能是 {shown(str(value))}；"
            + (f"是否要写 {meant}？" if meant else "")
            + f"可用：{'、'.join(words)}",
            f"{name} cannot be {shown(str(value))}; "
            + (f"did you mean {meant}? " if meant else "")
            + f"write one of {', '.join(words)}",
        )

    def tell(self, place: Place, zh: str, en: str) -> None:
        self.problems.add(place, zh, en)

    def header(self, name: str) -> int:
        """The line at which a table begins; the first where it has no header of its own."""
        pattern = re.compile(rf"\s*\[\s*[\"']?{re.escape(name)}[\"']?\s*\]")
        return next((n for n, line in enumerate(self.lines) if pattern.match(line)), 0)

    def at(self, name: str, start: int = 0) -> Place:
        """Where a key stands, from a line on; that line itself if it is not found."""
        pattern = re.compile(rf"\s*\[*\s*[\"']?{re.escape(name)}[\"']?\s*[\]=.]")
        for number in range(start, len(self.lines)):
            if pattern.match(self.lines[number]):
                column = len(self.lines[number]) - len(self.lines[number].lstrip()) + 1
                return Place(self.file, number + 1, column)
        return Place(self.file, start + 1, 1)


def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    from difflib import get_close_matches

    found = get_close_matches(word[:60].casefold(), known, n=1, cutoff=0.5)
    return found[0] if found else None

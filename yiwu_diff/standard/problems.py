"""What is wrong with a file that could not be read: where, what, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from yiwu_diff.standard.model import Place

if TYPE_CHECKING:
    from collections.abc import Iterable

Lang = Literal["zh", "en"]

MOST_PER_FILE = 200
"""So many problems of one file are told; a file with more is broken as a whole."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend.

    ``place`` is a place in a file, or only the file (or folder), or "" where neither exists,
    as with a ref that names nothing. Both messages say what is wrong and the mend.
    """

    place: Place | str
    zh: str
    en: str

    @property
    def file(self) -> str:
        """The file as the user named it, "" if there is none."""
        return self.place.file if isinstance(self.place, Place) else self.place

    def text(self, lang: Lang = "zh") -> str:
        """``file:line:col: message``, on one line, with nothing that a terminal would obey."""
        message = self.zh if lang == "zh" else self.en
        where = printable(str(self.place))
        return f"{where}: {printable(message)}" if where else printable(message)

    def _order(self) -> tuple[str, int, int]:
        if isinstance(self.place, Place):
            return (self.place.file, self.place.line, self.place.column)
        return (self.place, 0, 0)


class ReadError(Exception):
    """A dataset cannot be read. Carries every problem of every file, in order of place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(problems, key=Problem._order))
        super().__init__(self.problems)

    def text(self, lang: Lang = "zh") -> str:
        """All problems, one a line."""
        return "\n".join(problem.text(lang) for problem in self.problems)

    def __str__(self) -> str:
        return self.text("en")


class Problems:
    """Collects problems while reading goes on, so that all of them can be told at once."""

    def __init__(self) -> None:
        self._found: list[Problem] = []
        self._per_file: dict[str, int] = {}

    def __bool__(self) -> bool:
        return bool(self._found)

    def add(self, place: Place | str, zh: str, en: str) -> None:
        """Note a problem. From ``MOST_PER_FILE`` in one file on they are only counted."""
        problem = Problem(place, zh, en)
        count = self._per_file.get(problem.file, 0) + 1
        self._per_file[problem.file] = count
        if count <= MOST_PER_FILE:
            self._found.append(problem)

    def take(self, error: ReadError) -> None:
        """Note the problems of an error that was caught."""
        for problem in error.problems:
            self.add(problem.place, problem.zh, problem.en)

    def of(self, file: str) -> int:
        """How many problems of this file there are."""
        return self._per_file.get(file, 0)

    def full(self, file: str) -> bool:
        """Whether further problems of this file would only be counted."""
        return self.of(file) >= MOST_PER_FILE

    def error(self) -> ReadError:
        """The error to raise for what was collected."""
        more = [
            Problem(
                file,
                f"另有 {count - MOST_PER_FILE} 处问题未列出；请先改正已列出的",
                f"{count - MOST_PER_FILE} more problems are not listed; mend the listed ones first",
            )
            for file, count in self._per_file.items()
            if count > MOST_PER_FILE
        ]
        return ReadError([*self._found, *more])


def fail(place: Place | str, zh: str, en: str) -> ReadError:
    """An error of one problem, to be raised."""
    return ReadError([Problem(place, zh, en)])


def no_file(file: str) -> ReadError:
    """The error to be raised for a file that somebody named and that is not there."""
    return fail(file, "没有这个文件；请核对路径", "there is no such file; check the path")


def unreadable(file: str, error: Exception) -> ReadError:
    """The error to be raised for a file that the system did not let us read."""
    reason = getattr(error, "strerror", None) or str(error)
    return fail(
        file,
        f"无法读取（{reason}）；请检查文件和权限",
        f"cannot be read ({reason}); check the file and its permissions",
    )


def printable(text: str) -> str:
    """The text with everything unprintable escaped (``\\n``, ``\\x1b``, ``\\ud800``)."""
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in text
    )


def shown(text: str, most: int = 30) -> str:
    """A user's own text inside a message: quoted, shortened, on one line."""
    flat = " ".join(text[: most * 4].split())
    cut = flat[:most] + "…" if len(flat) > most or len(text) > most * 4 else flat
    return f"“{printable(cut)}”"

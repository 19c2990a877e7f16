"""The YAML parser's complaints in sentences that say what to do, in Chinese and English."""

from __future__ import annotations

import re

from yiwu_diff.standard.keys import NAMES
from yiwu_diff.standard.model import Place
from yiwu_diff.standard.problems import ReadError, fail, shown

_TAB = (
    "缩进用了制表符（Tab）；请改用空格",
    "a tab is used for indentation; use spaces instead",
)
_UNKNOWN = (
    "YAML 写法有误；请检查引号、冒号和缩进",
    "this is not valid YAML; check quotes, colons and indentation",
)

# A part of the parser's message, in the words of the C parser and of the one in Python, with
# our sentence. The first that fits is taken.
_SENTENCES: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (("tab character",), *_TAB),
    (
        ("mapping values are not allowed", "unexpected ':'"),
        "这里不该有冒号；文字里若有冒号，请给整段文字加引号，否则请检查缩进",
        "a colon cannot stand here; put a text that holds one in quotes, else check the "
        "indentation",
    ),
    (
        ("sequence entries are not allowed",),
        "这里不该有“- ”；请另起一行并对齐缩进，或给整段文字加引号",
        '"- " cannot stand here; start a new line at the right indentation, or put the text in '
        "quotes",
    ),
    (
        ("mapping keys are not allowed",),
        "这里不该有“? ”；请给以问号开头的文字加引号",
        '"? " cannot stand here; put a text that starts with a question mark in quotes',
    ),
    (
        ("expected ',' or ']'",),
        "方括号 [ ] 没有闭合，或各项之间缺少半角逗号；请补上",
        "a bracket [ ] is not closed, or a comma is missing between its parts; add it",
    ),
    (
        ("expected ',' or '}'",),
        "花括号 { } 没有闭合，或各项之间缺少半角逗号；请补上",
        "a brace { } is not closed, or a comma is missing between its parts; add it",
    ),
    (
        ("could not find expected ':'",),
        "缺少半角冒号和空格；每行写成“键: 值”，跨行的文字请加引号或用 >-",
        'a colon and a space are missing; write "key: value", and put a text of several lines '
        "in quotes or after >-",
    ),
    (
        ("node content",),
        "这里缺少内容，或前面的括号没有闭合；请补上",
        "something is missing here, or a bracket before it is not closed; add it",
    ),
    (
        ("unexpected end of stream",),
        "引号没有闭合；请补上与开头相同的引号",
        "a quote is not closed; add the same quote at its end",
    ),
    (
        ("unknown escape character", "expected hexdecimal", "escape sequence of", "escape code"),
        "双引号里的反斜线写法不对；请改用单引号",
        "a backslash inside double quotes is not understood; use single quotes",
    ),
    (
        ("expected '-' indicator",),
        "列表在此中断；请让各项以“- ”开头并对齐",
        'the list breaks off here; start each entry with "- ", all at one indentation',
    ),
    (
        ("expected key", "expected <block end>"),
        "缩进与上文不一致，或上文的引号提前结束；请对齐，文字里的引号请改用中文引号",
        "the indentation does not fit what is above, or a quote above ends too early; align it",
    ),
    (
        ("expected alphabetic or numeric",),
        "以 & 或 * 开头的文字必须加引号",
        "a text that starts with & or * has to stand in quotes",
    ),
    (
        ("document indicator", "<document start>", "document start"),
        "此处的内容不属于上面的部分；请检查缩进，并删去多余的“---”“...”",
        'this does not belong to what is above; check the indentation, delete any "---" or "..."',
    ),
    (
        ("indentation indicator", "comment or line break", "chomping"),
        "“|” 或 “>” 之后只能换行；以它们开头的文字请加引号",
        'after "|" or ">" the line has to end; put a text that starts with them in quotes',
    ),
    (
        ("directive", "incompatible YAML", "version number", "expected digit"),
        "以 % 开头的行在这里没有用处；请删去它",
        "a line that starts with % is of no use here; delete it",
    ),
    (
        ("tag", "expected '!'", "expected the '>'"),
        "以 ! 开头的文字必须加引号",
        "a text that starts with ! has to stand in quotes",
    ),
)

_WRONG_COLON = re.compile(r"[ \t]*(?:- +)?([a-z][a-z_0-9]{1,19})(：|:(?=[^\s/:]))")


def explain(error: Exception, text: str, file: str) -> ReadError:
    """The error to raise for what ruamel's parser, C or pure, said about ``text``."""
    words = " ".join(str(getattr(error, "problem", None) or error).split())
    context = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None) or context
    if mark is None:
        return fail(file, _UNKNOWN[0], f"{_UNKNOWN[1]} ({words})")
    lines = re.split(r"\r\n|\r|\n", text)
    line, column = mark.line + 1, mark.column + 1
    begun = min(context.line + 1, line) if context else line

    if (colon := _wrong_colon(lines, max(begun, line - 20), line)) is not None:
        line, column, key, written = colon
        zh = f"键 {key} 之后的“{written}”不对；请写成“{key}: ”（半角冒号加空格）"
        en = f'"{written}" after {key} is wrong; write "{key}: " (an ASCII colon and a space)'
        return fail(Place(file, line, column), zh, f"{en} ({words})")

    this = lines[line - 1] if line <= len(lines) else ""
    indentation = this[: len(this) - len(this.lstrip())]
    if "\t" in indentation:
        column = indentation.index("\t") + 1
        zh, en = _TAB
    elif "cannot start any token" in words:
        char = shown(this[column - 1 : column])
        zh = f"文字不能以 {char} 开头；请给整段文字加引号"
        en = f"a text cannot start with {char}; put it in quotes"
    else:
        zh, en = next(
            ((zh, en) for parts, zh, en in _SENTENCES if any(part in words for part in parts)),
            _UNKNOWN,
        )

    last = max((number for number, one in enumerate(lines, 1) if one.strip()), default=1)
    if line > last:
        # The parser ran to the end: where the open part begins is of more use.
        line, column = last, len(lines[last - 1]) + 1
        if context and begun <= last:
            line, column = begun, context.column + 1
    elif begun != line:
        zh += f"（相关部分始于第 {begun} 行）"
        en += f" (what it belongs to starts at line {begun})"
    return fail(Place(file, line, column), zh, f"{en} ({words})")


def _wrong_colon(lines: list[str], first: int, last: int) -> tuple[int, int, str, str] | None:
    """The place of a key with a full-width colon, or with no space after it, above an error.

    Such a line reads as plain text, and the parser stumbles only further down.
    """
    for number in range(max(first - 1, 1), min(last, len(lines)) + 1):
        match = _WRONG_COLON.match(lines[number - 1])
        if match and match.group(1) in NAMES:
            return number, match.start(2) + 1, match.group(1), match.group(2)
    return None

"""What commands say: help texts stand beside their options, messages in one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.report.words import LANGS

if TYPE_CHECKING:
    from yiwu_diff.report.words import Lang

_ENGLISH: dict[str, str] = {}
_CHINESE = {
    "Show this message and exit.": "显示这份说明",
    "Install completion for the current shell.": "为当前的 shell 安装补全",
    "Show completion for the current shell, to copy it or customize the installation.": (
        "显示当前 shell 的补全脚本，供复制或自行安装"
    ),
}
"""Help texts that typer brings."""


def both(zh: str, en: str) -> str:
    """A help text. typer carries the Chinese one about; `translate` finds the other."""
    _ENGLISH[zh] = en
    return zh


def translate(text: str, lang: Lang) -> str:
    """A help text in the language asked for."""
    return _ENGLISH.get(text, text) if lang == "en" else _CHINESE.get(text, text)


MESSAGES: dict[str, tuple[str, str]] = {
    "error": ("错误：{message}", "Error: {message}"),
    "problems": ("共 {n} 处问题，没有继续", "{n} problems; nothing was done"),
    "see_help": ("用法见：{command} --help", "For help: {command} --help"),
    "crash": (
        "内部错误：{error}。这是程序的缺陷，不是您的错；加上 --debug 可以看到经过",
        "internal error: {error}. This is a bug of the program; --debug shows where",
    ),
    "nearest": ("；是不是「{nearest}」？", "; did you mean “{nearest}”?"),
    "known": ("可以是：{known}", "known: {known}"),
    # usage
    "usage": ("用法：", "Usage: "),
    "arguments": ("参数", "Arguments"),
    "options": ("选项", "Options"),
    "commands": ("命令", "Commands"),
    "default": ("默认 {value}", "default {value}"),
    "required": ("必填", "required"),
    "repeatable": ("可重复", "repeatable"),
    "variable": ("环境变量 {name}", "environment variable {name}"),
    "no_command": ("没有命令「{name}」", "no such command: “{name}”"),
    "missing_command": ("缺少命令", "missing command"),
    "no_option": ("没有选项 {name}", "no such option: {name}"),
    "missing": ("缺少{kind} {name}", "missing {kind} {name}"),
    "kind.argument": ("参数", "argument"),
    "kind.option": ("选项", "option"),
    "needs_value": ("选项 {name} 需要一个值", "option {name} needs a value"),
    "takes_no_value": ("选项 {name} 不带值", "option {name} takes no value"),
    "extra": ("多余的参数：{names}", "unexpected extra argument: {names}"),
    "bad_value": ("{name} 的值不对：{why}", "bad value for {name}: {why}"),
    "not_integer": ("「{value}」不是整数", "“{value}” is not an integer"),
    "not_in_range": ("{value} 不在范围 {range} 内", "{value} is not in the range {range}"),
    "unknown_value": (
        "{option} 的值「{value}」不认识{nearest}",
        "unknown value “{value}” for {option}{nearest}",
    ),
    # output files
    "suffix": (
        "不知道「{file}」要写成什么格式；后缀可以是：{known}",
        "cannot tell the form of “{file}” by its suffix; known: {known}",
    ),
    "is_input": (
        "「{file}」是正在比对的数据文件，不能覆盖",
        "“{file}” is a file being compared, and is not overwritten",
    ),
    "twice": ("「{file}」要写两次", "“{file}” would be written twice"),
    "is_folder": ("「{file}」是文件夹", "“{file}” is a folder"),
    "no_folder": ("没有文件夹「{folder}」", "there is no folder “{folder}”"),
    "cannot_write": ("写不了「{file}」：{why}", "cannot write “{file}”: {why}"),
    "written": ("已写入 {file}", "wrote {file}"),
    "making": ("正在生成 {file}", "making {file}"),
    "comparing": ("正在比对……", "comparing …"),
    # a file for each lead agency
    "by_needs_folder": (
        "--by {by} 要用 -o 指定一个文件夹，只指定一个",
        "--by {by} needs one folder: name it with -o, once",
    ),
    "by_is_file": (
        "--by {by} 的 -o 是文件夹，「{file}」像是文件；格式请用 --format {form}",
        "-o of --by {by} is a folder, and “{file}” looks like a file; use --format {form}",
    ),
    "not_folder": ("「{file}」是文件，不是文件夹", "“{file}” is a file, not a folder"),
    "by_file": ("{file}  {n} 项", "{file}  {n} items"),
    "by_total": (
        "已写入 {folder}：{files} 个文件，{items} 个项目",
        "wrote {files} files to {folder}, {items} items",
    ),
    "by_joint": (
        "；其中 {n} 个由几个单位牵头，各写一份",
        "; {n} of them are led by several agencies and stand in each one's file",
    ),
    "by_nothing": ("没有项目，没有写文件", "no items, so no files"),
    "by_others": (
        "{folder} 里还有这次没有写的文件，可能已过时：{files}",
        "{folder} also holds files that this run did not write, and may be outdated: {files}",
    ),
    "binary": (
        "{format} 格式只能写到文件：请用 -o",
        "{format} can only be written to a file: use -o",
    ),
    "export_how": (
        "请用 -o 写明文件（如 -o 标准.docx），或用 --format 写明格式：{known}",
        "name a file with -o (such as -o standard.docx), or a form with --format: {known}",
    ),
    "suffix_differs": (
        "「{file}」的后缀与 --format {format} 不一致",
        "the suffix of “{file}” and --format {format} do not agree",
    ),
    # refs and items
    "no_builds_on": (
        "「{ref}」没有写明依据哪一份标准（builds_on）；请写出两份：yiwu-diff diff BASE TARGET",
        "“{ref}” does not say what it builds on; name both: yiwu-diff diff BASE TARGET",
    ),
    "no_item": (
        "没有项目「{name}」{nearest}",
        "no item “{name}”{nearest}",
    ),
    "ambiguous": (
        "「{name}」不止一个项目：",
        "“{name}” fits more than one item:",
    ),
    "no_rule": ("没有规则「{name}」{nearest}", "no rule “{name}”{nearest}"),
    "no_data": ("{root} 里没有数据集", "there is no dataset in {root}"),
}
"""The table: a key, the Chinese, the English."""


def message(key: str, lang: Lang, **values: object) -> str:
    """One of `MESSAGES`."""
    text = MESSAGES[key][LANGS.index(lang)]
    return text.format(**values) if values else text


def nearest(value: str, known: list[str], lang: Lang) -> str:
    """“Did you mean …?”, or nothing."""
    from difflib import get_close_matches

    found = get_close_matches(value, known, n=1, cutoff=0.5)
    # difflib asks for much in common, which short Chinese words cannot have.
    within = found or [one for one in known if value and (value in one or one in value)]
    return message("nearest", lang, nearest=within[0]) if within else ""

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
    # git
    "driver_arguments": (
        "这些参数由 git 给出（7 个，更名时 9 个）；要让 git 使用它，请运行 "
        "yiwu-diff git-diff-driver --install",
        "git gives these arguments (7, or 9 for a renamed file); to have git use it, run "
        "yiwu-diff git-diff-driver --install",
    ),
    "driver_one_file": ("--textconv 要一个文件", "--textconv takes one file"),
    "driver_alone": ("{option} 要与 --install 同用", "{option} goes with --install"),
    "driver_no_arguments": ("--install 不带参数", "--install takes no arguments"),
    "driver_installed": (
        "已写入 git 的设置 diff.yiwu-diff（{where}）",
        "wrote git's settings diff.yiwu-diff ({where})",
    ),
    "driver_local": ("本仓库", "this repository"),
    "driver_global": ("本人的所有仓库", "all your repositories"),
    "driver_attributes_there": ("{file} 里已有：{line}", "{file} has it already: {line}"),
    "driver_attributes_written": ("已在 {file} 末尾加上：{line}", "added to {file}: {line}"),
    "driver_attributes_missing": (
        "还要在仓库的 .gitattributes 里写上这一行（或加 --attributes 由程序写）：\n{line}",
        "now put this line into the repository's .gitattributes (or let --attributes do it):\n"
        "{line}",
    ),
    "git_failed": ("git 没有照办：{why}", "git did not do it: {why}"),
    "no_git": ("没有找到 git", "git was not found"),
    # check
    "one_stdout": (
        "标准输出只能有一种格式：{formats}；其余的请用 -o 写到文件",
        "only one form can go to standard output: {formats}; write the others with -o",
    ),
    "cannot_read": ("读不了「{file}」：{why}", "cannot read “{file}”: {why}"),
    "no_baseline": (
        "「{file}」不是 yiwu-diff check 的 JSON；请用 yiwu-diff check -f json -o {file} 生成",
        "“{file}” is no JSON of yiwu-diff check; make it with yiwu-diff check -f json -o {file}",
    ),
    "since_unreadable": (
        "{revision} 时的数据读不了，无从知道当时有哪些问题；现在的问题全部算数",
        "the data of {revision} cannot be read, so nobody knows what was found then; everything "
        "that is found now counts",
    ),
    "other_baseline": (
        "「{file}」是 {place} 的检查结果，不能用于 {ref}；请用同一地区以前的结果",
        "“{file}” is a check of {place} and says nothing of {ref}; name an earlier run for the "
        "same place",
    ),
    # export
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
    # what people decide
    "one_verdict": (
        "请写明怎样裁定，只写一个：--accept（认可）、--reject（否定）、--add（补加），"
        "或者 --remove（收回）",
        "say what you decide, one of: --accept, --reject, --add, or --remove to take it back",
    ),
    "no_verdict_on_unchanged": (
        "「一致」不能裁定；如有应当给出的标签，请用 --add 补加，如有不当的标签，请用 --reject 否定",
        "“unchanged” cannot be decided; add the label that is wanting with --add, or reject the "
        "one that is wrong with --reject",
    ),
    "label_not_there": (
        "「{item}」没有标签「{label}」，现有：{labels}；要加上它，请用 --add",
        "“{item}” does not carry “{label}”, only: {labels}; to give it that label use --add",
    ),
    "label_there": (
        "「{item}」已有标签「{label}」；认可它请用 --accept，否定它请用 --reject",
        "“{item}” carries “{label}” already; use --accept or --reject",
    ),
    "no_label": ("没有标签", "no label"),
    "needs_text": ("缺少 {option}，请写明", "{option} is missing: give a text"),
    "ask_reason": ("理由：", "Reason: "),
    "ask_necessity": ("必要性：", "Necessity: "),
    "ask_reasonableness": ("合理性（含财力）：", "Reasonableness: "),
    "ask_risk": ("风险评估：", "Risk: "),
    "remove_alone": (
        "--remove 不能与论证的内容一起用",
        "--remove takes no arguments of a justification",
    ),
    "replaced_decision": ("取代了以前的裁定：{what}", "replaced the older decision: {what}"),
    "removed_decision": ("已收回裁定：{what}", "took the decision back: {what}"),
    "no_decision": (
        "「{item}」的「{label}」没有裁定，无可收回",
        "there is no decision about “{label}” of “{item}” to take back",
    ),
    "replaced_justification": ("取代了以前的论证：{what}", "replaced the older one: {what}"),
    "removed_justification": ("已收回论证：{what}", "took the justification back: {what}"),
    "no_justification": (
        "「{item}」没有论证，无可收回",
        "there is no justification of “{item}” to take back",
    ),
    "was_stale": ("（已过期，按现在的文本更新）", " (it was stale; renewed for the present texts)"),
    "not_beyond": (
        "注意：「{item}」现在没有新增、补充完善或调高，不一定需要论证",
        "Note: “{item}” is neither new nor supplemented nor raised now; it may need no "
        "justification",
    ),
    # writing into datasets
    "write_git": (
        "「{ref}」是已提交的版本，不能写入；请写工作区中的标准，如 yiwu@2021 或文件夹",
        "“{ref}” is a committed version and cannot be written; name the standard in your working "
        "folder, such as yiwu@2021 or a folder",
    ),
    "write_packaged": (
        "「{ref}」是程序自带的数据（{root}），不能写入；请到数据所在的文件夹里运行，"
        "或用 --data 指明您的数据文件夹",
        "“{ref}” is the program's own copy of the data ({root}) and is not written; run the "
        "command where your data is, or name your data folder with --data",
    ),
    "file_changed": (
        "{file} 刚被别人改过，没有写入，谁的内容也没有丢；请再运行一次",
        "{file} was changed by somebody else just now; nothing was written and nothing is lost: "
        "run the command again",
    ),
    # a new edition
    "edition_ref": (
        "「{ref}」不能作为新版的名称；请写“地区@版本”，如 yiwu@2026 或 yiwu@2026-draft",
        "“{ref}” cannot name a new edition; write PLACE@EDITION, such as yiwu@2026 or "
        "yiwu@2026-draft",
    ),
    "edition_name": (
        '「{edition}」不能作为版本名：不能有空格和 @ : / \\ < > " | ? *，'
        "不能以 . ~ - 开头或以 . 结尾，不超过 {n} 个字符",
        '“{edition}” cannot name an edition: no spaces and none of @ : / \\ < > " | ? *, no . ~ - '
        "at its beginning nor . at its end, at most {n} characters",
    ),
    "edition_place": (
        "「{ref}」的新版应当是 {place}@…，不是「{other}」",
        "a new edition of “{ref}” is {place}@…, not “{other}”",
    ),
    "edition_exists": (
        "{folder} 已经存在，没有改动；请换一个版本名，或直接修改其中的文件",
        "{folder} is there already and was not touched; choose another name, or edit its files",
    ),
    "edition_made": (
        "已新建 {folder}：复制自 {ref}，{n} 个领域文件原样不变",
        "made {folder}: copied from {ref}, with {n} domain files as they were",
    ),
    "edition_title": ("标题：{title}", "title: {title}"),
    "edition_title_same": (
        "标题没有改：{title}；其中没有旧版的年份，请自行核对",
        "title as it was: {title}; it does not name the old edition, look whether it fits",
    ),
    "edition_above": ("依据：{old} → {new}", "builds on: {old} → {new}"),
    "edition_above_same": (
        "依据：{old}（数据中没有更新的版本）",
        "builds on: {old} (the data hold no newer edition)",
    ),
    "edition_above_unknown": (
        "依据：{old}（数据中没有这个地区的标准，请核对）",
        "builds on: {old} (the data hold no standard of that place; check it)",
    ),
    "edition_cleared": (
        "须按新版重写（standard.yaml）：agencies、declared、sources",
        "to be said anew (standard.yaml): agencies, declared, sources",
    ),
    "edition_left": (
        "没有复制（属于旧版）：{files}",
        "not copied, since they are about the old edition: {files}",
    ),
    "edition_next": (
        "接下来：\n"
        "    修改 {folder} 中的文字\n"
        "    yiwu-diff diff {old} {new}   新版改了什么\n"
        "    yiwu-diff diff {new}   对照上级标准\n"
        "    yiwu-diff check {new}   检查\n"
        "    yiwu-diff check {new} --against {old}   比旧版少了什么\n"
        "    yiwu-diff decide、yiwu-diff justify   写裁定和论证",
        "next:\n"
        "    edit the texts in {folder}\n"
        "    yiwu-diff diff {old} {new}   what the new edition changes\n"
        "    yiwu-diff diff {new}   against the level above\n"
        "    yiwu-diff check {new}   check it\n"
        "    yiwu-diff check {new} --against {old}   what it lacks of the old edition\n"
        "    yiwu-diff decide, yiwu-diff justify   record decisions and justifications",
    ),
    "no_rule": ("没有规则或检查「{name}」{nearest}", "no rule or check “{name}”{nearest}"),
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

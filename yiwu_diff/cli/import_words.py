"""What ``yiwu-diff import`` says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.report.words import LANGS

if TYPE_CHECKING:
    from yiwu_diff.report.words import Lang

WORDS: dict[str, tuple[str, str]] = {
    # usage
    "as_edition": (
        "--as 要写明地区和版本，如 jinhua@2021；现在是「{value}」",
        "--as needs place and edition, such as jinhua@2021; here is “{value}”",
    ),
    "as_folder": (
        "--as 写的是地区和版本（如 jinhua@2021），不是文件夹；写到哪里用 --into",
        "--as takes place and edition (jinhua@2021), not a folder; --into says where to write",
    ),
    "map_form": (
        "--map 要写成 列名=字段，如 --map 保障标准=服务标准；现在是「{value}」",
        "--map is written HEADING=FIELD, such as --map 保障标准=level; here is “{value}”",
    ),
    "no_target": (
        "不知道写到哪里：没有用 --data 指明数据文件夹，这里也没有 data 文件夹。请加 --into data，"
        "新建一个；只想先看结果，请加 --dry-run。软件自带的数据不会改动",
        "it is not known where to write: no --data, and no folder data here. Add --into data to "
        "make one, or --dry-run to see the result only. The data in the package is never changed",
    ),
    "packaged_target": (
        "「{folder}」是软件自带的数据，不能改动；请用 --into 指明另一个文件夹，如 --into data",
        "“{folder}” is the data in the package and is not changed; name another folder with "
        "--into, such as --into data",
    ),
    "into_edition": (
        "「{folder}」里有 standard.yaml，是一份标准的文件夹；--into 要写数据文件夹，即它上面两层",
        "“{folder}” holds a standard.yaml and is the folder of one standard; --into takes the data "
        "folder, two levels above",
    ),
    "needs_title": (
        "文件里没有找到标准的标题；请加 --title 写明全称",
        "no title was found in the document; give it with --title",
    ),
    "needs_name": (
        "从标题看不出是哪个地方的标准；请加 --name 写明地名，如 --name 金华市",
        "the title does not tell which place it is; give it with --name, such as --name 金华市",
    ),
    "no_rows": (
        "没有读到任何项目，没有写入；上面列出了没有采用的内容。列名不同的，请用 --map 说明",
        "no item was found, and nothing was written; what was not taken is listed above. Where "
        "headings have other names, tell them with --map",
    ),
    "changed_meanwhile": (
        "「{file}」在读取之后被改动，没有写入；请重新运行",
        "“{file}” was changed after it was read, and nothing was written; run it again",
    ),
    "reading": ("正在读取 {file}", "reading {file}"),
    "matching": ("正在与已有的项目对照……", "matching the items with those at hand …"),
    "leftover": (
        "「{folder}」里没有 standard.yaml，却有 {files}；请移走或删去这些文件，再导入",
        "“{folder}” holds no standard.yaml, but {files}; move or delete these files, then import "
        "again",
    ),
    # what was taken
    "taken": ("读到的内容", "What was read"),
    "document": ("{format}，{layout}，{n} 行", "{format}, {layout}, {n} rows"),
    "title": ("标题：{title}", "title: {title}"),
    "layout.table": ("一张总表", "one table"),
    "layout.tables": ("多张表", "several tables"),
    "layout.paragraphs": ("条文段落", "paragraphs"),
    "layout.": ("版式不明", "layout unknown"),
    "unplaced": ("没有采用的内容", "What was not taken"),
    "remarks": ("读取时的说明", "Remarks on the reading"),
    "more": ("另有 {n} 处，加 --format json 可看全部", "{n} more; --format json lists them all"),
    # the standard
    "new_standard": ("新建数据集 {ref}：{title}", "a new dataset {ref}: {title}"),
    "old_standard": ("更新数据集 {ref}：{title}", "updating the dataset {ref}: {title}"),
    "head": (
        "地区 {name}，层级 {level}，版本 {edition}",
        "{name}, level {level}, edition {edition}",
    ),
    "no_level": (
        "不明（请加 --level 写明：province 省、prefecture 市、county 县）",
        "unknown (tell it with --level: province, prefecture or county)",
    ),
    "builds_on": ("依据的上级标准：{refs}", "builds on {refs}"),
    "no_builds_on": (
        "没有写明依据的上级标准；需要时请加 --builds-on，如 --builds-on zhejiang@2021",
        "builds on no standard; name one with --builds-on, such as --builds-on zhejiang@2021",
    ),
    "seeded": (
        "{folder} 里还没有数据集，先放入软件自带的 {refs}，供对照使用",
        "{folder} holds no dataset yet; the shipped ones are put there first, to compare with: "
        "{refs}",
    ),
    "will_seed": (
        "写入时，{folder} 会先放入软件自带的 {refs}，供对照使用",
        "{folder} would first get the shipped datasets, to compare with: {refs}",
    ),
    "unreadable": ("「{ref}」读不了，没有用来对照编号", "“{ref}” cannot be read, and gave no ids"),
    # what changes
    "changes": ("与原数据集相比", "Against the dataset before"),
    "contents": ("写入的内容", "What goes in"),
    "count.new": ("新增项目", "new items"),
    "count.known": (
        "其中编号沿用其他标准的同一项目",
        "of these, with the id of the same item elsewhere",
    ),
    "count.renamed": ("改名（原名留作别名）", "renamed (the old name stays as an alias)"),
    "count.filled": ("补上文字", "texts filled in"),
    "count.replaced": (
        "官方文字替换重构或推定的内容",
        "texts that replaced reconstructed or inferred ones",
    ),
    "count.confirmed": ("文字相同，改记为官方文本", "same text, now on a better basis"),
    "count.overwritten": ("替换原有的官方或引述文字", "official or quoted texts overwritten"),
    "count.differs": ("与原有文字不同，已保留原文", "differing texts, the old ones kept"),
    "count.layout": (
        "只差标点、空格或换行，保留原文",
        "differing only in punctuation, spaces or line breaks, the old ones kept",
    ),
    "count.same": ("没有变化的项目", "items without a change"),
    "count.kept": ("数据集里有、文件里没有，已保留", "items that the documents lack, kept"),
    "items": ("{n} 项", "{n}"),
    "texts": ("{n} 处", "{n}"),
    "no_change": ("没有变化", "no change"),
    "list.new": ("新增项目", "New items"),
    "list.alike": ("按相似沿用其他标准编号的项目", "Items with the id of a like one elsewhere"),
    "list.renamed": ("改名", "Renamed"),
    "list.replaced": (
        "替换了重构或推定内容的项目",
        "Items whose reconstructed texts were replaced",
    ),
    "list.differs": ("与原有文字不同", "Differing texts"),
    "list.unsaid": (
        "文件里没有、保留了原有文字的栏",
        "Fields that the documents lack; their texts stay",
    ),
    "list.kept": ("文件里没有的项目", "Items that the documents lack"),
    "list.unsure": ("可能就是已有的项目", "These may be items that are there already"),
    "id.other": ("编号同 {ref} 的「{name}」", "id of “{name}” in {ref}"),
    "id.alike": ("按名称和内容相似", "by likeness of name and text"),
    "unsure.new": (
        "「{name}」像是{ref}的「{old}」，这次当作新项目；如果是同一项目，请加 --yes 重新导入",
        "“{name}” is like “{old}” of {ref}, and was taken as a new item; if they are one, import "
        "again with --yes",
    ),
    "unsure.same": (
        "「{name}」像是{ref}的「{old}」，已当作同一项目",
        "“{name}” is like “{old}” of {ref}, and was taken as the same item",
    ),
    "this": ("数据集", "the dataset"),
    "kept.old": ("保留原文", "old text kept"),
    "taken.new": ("已替换", "overwritten"),
    "how_overwrite": (
        "要用文件中的文字替换，请加 --overwrite；不加，就保留原文",
        "to take the document's texts, add --overwrite; without it the old ones stay",
    ),
    # questions
    "ask.pair": (
        "「{name}」（{place}）像是{ref}的「{old}」。是同一项目吗？[y 是 / n 不是] ",
        "“{name}” ({place}) is like “{old}” of {ref}. Are they the same item? [y/n] ",
    ),
    "ask.text": (
        "用文件中的文字替换吗？[y 替换 / n 保留 / a 全部替换 / q 其余全部保留] ",
        "Take the document's text? [y yes / n no / a all / q none of the rest] ",
    ),
    # the end
    "dry_run": ("这是试运行，没有写入任何文件", "a dry run: nothing was written"),
    "wrote": ("已写入 {folder}：{files}", "wrote to {folder}: {files}"),
    "next": (
        "接下来：yiwu-diff list {ref}；比对请用 yiwu-diff diff",
        "next: yiwu-diff list {ref}; to compare, yiwu-diff diff",
    ),
}


def word(key: str, lang: Lang, **values: object) -> str:
    """One of `WORDS`."""
    text = WORDS[key][LANGS.index(lang)]
    return text.format(**values) if values else text

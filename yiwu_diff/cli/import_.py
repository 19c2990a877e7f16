"""``yiwu-diff import``: a published standard into a dataset."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yiwu_diff.cli import (
    asking,
    choose,
    complete,
    import_decisions,
    import_head,
    import_report,
    import_target,
    import_writing,
    streams,
)
from yiwu_diff.cli.errors import RefusedError
from yiwu_diff.cli.import_words import word
from yiwu_diff.cli.options import TerminalOrJson
from yiwu_diff.cli.progress import Progress
from yiwu_diff.cli.settings import lang_of
from yiwu_diff.cli.words import both

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from yiwu_diff.importers import Unplaced
    from yiwu_diff.importers.entries import Document
    from yiwu_diff.report.words import Lang

HELP = both(
    "把正式发布的标准（Word、Excel、网页、PDF、文本）导入为数据集，或更新已有的数据集。\n\n"
    "例：yiwu-diff import 金华标准.docx --as jinhua@2021 --dry-run 先看结果，"
    "去掉 --dry-run 即写入。\n\n"
    "项目按名称、别名和内容与数据集对上，编号不变；文字记为官方文本，并记下出自哪个文件的哪一页、"
    "哪张表、哪一行。重构或推定的文字直接由官方文字替换；官方或引述的文字如果不同，只列出差别，"
    "要加 --overwrite 或当场回答“是”才替换。",
    "Read a published standard (Word, Excel, web page, PDF, text) into a dataset, or update "
    "one.\n\n"
    "For example: yiwu-diff import standard.docx --as jinhua@2021 --dry-run shows what would come "
    "of it; without --dry-run it is written.\n\n"
    "Items are matched with the dataset's by name, alias and text and keep their ids; the texts "
    "are marked official, with the file, page, table and row that they come from. Reconstructed "
    "and inferred texts give way; an official or quoted one that differs is only shown, and is "
    "replaced with --overwrite or on a yes.",
)


def run(
    ctx: typer.Context,
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...",
            help=both(
                "标准的文件；几个文件合成一份标准", "the documents; several make one standard"
            ),
        ),
    ],
    as_: Annotated[
        str,
        typer.Option(
            "--as",
            metavar="PLACE@EDITION",
            help=both("地区和版本，如 jinhua@2021", "place and edition, such as jinhua@2021"),
            autocompletion=complete.refs,
        ),
    ],
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help=both("只看结果，不写入", "show the result, write nothing")),
    ] = False,
    into: Annotated[
        str | None,
        typer.Option(
            "--into",
            metavar="DIR",
            help=both(
                "写到哪个数据文件夹，没有就新建；不写则为 --data，再则为当前文件夹里的 data",
                "the data folder to write to, made if it is not there; else --data, else ./data",
            ),
        ),
    ] = None,
    with_shipped: Annotated[
        bool,
        typer.Option(
            "--with-shipped",
            help=both(
                "新建数据文件夹时，先放入软件自带的浙江、金华、义乌标准，供对照使用",
                "put the shipped standards into a new data folder first, to compare with",
            ),
        ),
    ] = False,
    map_: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="HEADING=FIELD",
            help=both(
                "说明一个列名是哪一栏，如 保障标准=服务标准",
                "what a heading of the document means: HEADING=level",
            ),
            autocompletion=complete.map_fields,
        ),
    ] = None,
    overwrite: Annotated[
        bool,
        typer.Option(
            "--overwrite",
            help=both(
                "与原有官方或引述文字不同的，一律用文件中的文字替换",
                "replace official and quoted texts that differ",
            ),
        ),
    ] = False,
    yes: Annotated[
        bool,
        typer.Option(
            "--yes",
            "-y",
            help=both(
                "不询问：像是同一项目的当作同一项目；不同的文字仍然保留，除非加 --overwrite",
                "ask nothing: items that look the same are the same; differing texts stay, unless "
                "there is --overwrite",
            ),
        ),
    ] = False,
    title: Annotated[
        str | None,
        typer.Option("--title", metavar="TEXT", help=both("标准全称", "the standard's full title")),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(
            "--name", metavar="TEXT", help=both("地名，如 金华市", "what the place is called")
        ),
    ] = None,
    level: Annotated[
        str | None,
        typer.Option(
            "--level",
            metavar="LEVEL",
            help=both(
                "层级：national 国家、province 省、prefecture 市、county 县",
                "national, province, prefecture or county",
            ),
        ),
    ] = None,
    builds_on: Annotated[
        list[str] | None,
        typer.Option(
            "--builds-on",
            metavar="REF",
            help=both(
                "依据的上级标准，由近及远",
                "a standard that it must not fall short of, nearest first",
            ),
            autocompletion=complete.refs,
        ),
    ] = None,
    format: TerminalOrJson = "terminal",
) -> None:
    """See `HELP`."""
    lang = lang_of(ctx)
    form = choose.one_of(format, ("terminal", "json"), "--format", lang)

    from yiwu_diff.standard.model import LEVELS

    if level is not None:
        level = choose.one_of(level, LEVELS, "--level", lang)
    jurisdiction, edition = _place_and_edition(ctx, as_, into, lang)
    mapping = _mapping(map_ or [], lang)
    target = import_target.find(
        ctx, jurisdiction, edition, into, dry_run=dry_run, with_shipped=with_shipped, lang=lang
    )
    documents = _read(files, mapping, lang)

    from yiwu_diff.importers.entries import entries
    from yiwu_diff.importers.matching import match
    from yiwu_diff.importers.merging import merge

    found, unplaced = entries(documents)
    left = (one for document in documents for one in _left(document, len(documents) > 1))
    unplaced = [*left, *unplaced]
    told = import_report.Told(documents, unplaced, target, dry_run=dry_run, lang=lang)
    talk = form == "terminal"
    if talk:
        told.taken()
    if not found:
        raise RefusedError(word("no_rows", lang))
    head = import_head.head(target, documents, title, name, level, builds_on, lang)
    asks = talk and not dry_run and not yes and asking.possible()
    with Progress() as progress:
        progress.step(word("matching", lang))
        matches = match(found, target.before, target.library)
    matches, doubtful = import_decisions.settled(matches, yes=yes, asks=asks, lang=lang)
    ids = {item.id for one in target.library for item in one.items if item.id}
    plan = merge(matches, head, target.before, taken_ids=ids, accepted="all" if overwrite else ())
    if asks and plan.open:
        accepted = import_decisions.accepted(plan, lang)
        plan = merge(matches, head, target.before, taken_ids=ids, accepted=accepted)
    changes = import_writing.changes(target, plan, lang) if plan.changed else {}
    if talk:
        told.planned(plan, doubtful)
    if (changes or target.seed) and not dry_run:
        import_writing.put(target, changes, lang)
    if talk:
        told.written(plan, [] if dry_run else sorted(changes))
    else:
        streams.put(told.json(plan, doubtful, [] if dry_run else sorted(changes)))


def _place_and_edition(ctx: Any, text: str, into: str | None, lang: Lang) -> tuple[str, str]:
    from yiwu_diff.standard.refs import parse_ref

    ref = parse_ref(text)
    if ref.is_path:
        raise RefusedError(word("as_folder", lang))
    if ref.revision is not None or not ref.name or not ref.edition or "@" in ref.edition:
        raise RefusedError(word("as_edition", lang, value=text))
    if any(char.isspace() or char in ":" for char in ref.name + ref.edition):
        raise RefusedError(word("as_edition", lang, value=text))
    return import_target.place_called(ref.name, ctx, into, lang), ref.edition


def _mapping(pairs: Sequence[str], lang: Lang) -> dict[str, str]:
    from yiwu_diff.importers import KEYS
    from yiwu_diff.standard.columns import HEADINGS

    known = {**{key: key for key in KEYS}, **{zh: key for key, zh in HEADINGS.items()}}
    mapping = {}
    for pair in pairs:
        heading, equals, field = (part.strip() for part in pair.rpartition("="))
        if not equals or not heading or not field:
            raise RefusedError(word("map_form", lang, value=pair))
        mapping[heading] = known[choose.one_of(field, known, "--map", lang)]
    return mapping


def _read(files: Sequence[str], mapping: dict[str, str], lang: Lang) -> list[Document]:
    from yiwu_diff import importers
    from yiwu_diff.importers.dataset_json import read_head
    from yiwu_diff.importers.entries import Document

    documents = []
    with Progress(len(files)) as progress:
        for name in files:
            path = Path(name)
            text = word("reading", lang, file=path.name)
            progress.step(text)

            def far(done: int, total: int, text: str = text) -> None:
                progress.part(text, done, total)

            taken = importers.read(path, mapping=mapping or None, progress=far)
            head = read_head(path.read_bytes()) if taken.format == "json" else None
            documents.append(Document(path.name, taken, head))
    return documents


def _left(document: Document, several: bool) -> list[Unplaced]:
    """What the document holds besides items; its title has its place."""
    from dataclasses import replace

    from yiwu_diff.importers.entries import where

    title = document.taken.title
    left = [one for one in document.taken.unplaced if not title or one.text.strip() != title]
    return [replace(one, place=where(document, one.place)) for one in left] if several else left

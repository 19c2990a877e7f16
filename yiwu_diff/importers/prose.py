"""Items out of running text, as the national standard is printed: a numbered name, and below it
服务对象：…, 服务内容：… and so on."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from yiwu_diff.importers.clean import breaks_between_offices, clean, line
from yiwu_diff.importers.groups import HEADINGS, LONGEST, Groups, is_domain, is_note, marked, named
from yiwu_diff.importers.headings import key_of, lexicon, plain
from yiwu_diff.importers.model import Row
from yiwu_diff.standard.model import FIELDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yiwu_diff.importers.blocks import Paragraph
    from yiwu_diff.importers.tables import Result

_BREAK = re.compile(r"[\n\v\f\r\x85\u2028\u2029]+")
_NAME_LABELS = ("项目名称", "服务项目名称", "服务项目", "事项名称", "指标名称", "具体项目")
_GROUP_LABELS = {"domain": ("所属领域", "服务领域", "领域"), "service": ("服务类别", "项目类别")}
_UNFINISHED = ("、", "，", "和", "及", "（", "与", ",")
_UNIT = re.compile(r"^[（(]?(?:计量|货币)?单位[：:]")
_AFTER = re.compile(
    r"(?:第.{1,3}章|[一二三四五六七八九十]+、)?\s*(?:附\s*则|附\s*录|附\s*[件表]|后\s*记)(?:[：:\s\d一二三四五六七八九十A-Z]|$)"
)
"""What comes after the items of a standard, in a line of its own."""
_LONGEST_NAME = 80
_SENTENCE = ("。", "；", "！", "？", "，", "、", ";", "：", ":")
_LEAD = r"[\s\u3000\xa0]*"
_MARK = (
    r"(?:[（(〔]?\d{1,2}[）)〕.．、][\s\u3000]*|[（(][一二三四五六七八九十]{1,2}[）)][\s\u3000]*|[①-⑳][\s\u3000]*"
    r"|[一二三四五六七八九十]{1,2}、[\s\u3000]*|[•●◆■▪◦○·\uf000-\uf0ff\-][\s\u3000]*)?"
)


@dataclass(slots=True)
class Piece:
    """A line, or what stands behind one label."""

    text: str
    place: str
    key: str = ""
    """What the label before it says it is; "" where there is none."""
    label: str = ""
    aside: bool = False
    glued: bool = False
    """It goes on in the line of the piece before."""


@dataclass(slots=True)
class _Item:
    name: str
    place: str
    number: str = ""
    parts: dict[str, list[Piece]] = field(default_factory=dict)
    group: tuple[str | None, str | None] = (None, None)
    last: str = ""


@cache
def _spaced(name: str) -> str:
    return r"[ \u3000\xa0]*".join(map(re.escape, name))


@cache
def _labels(extra: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What begins a text with its label, and what begins one in the middle of a line."""
    known = {name for key in FIELDS for name in lexicon()[key] if len(name) >= 4}
    known |= {*_NAME_LABELS, *(name for names in _GROUP_LABELS.values() for name in names), *extra}
    names = "|".join(_spaced(name) for name in sorted(known, key=len, reverse=True))
    begin = re.compile(
        rf"{_LEAD}(?P<mark>{_MARK})(?:"
        rf"[【\[〔〖][ \u3000]*(?P<boxed>{names})[ \u3000]*[】\]〕〗][ \u3000]*[:：]?"
        rf"|(?P<plain>{names})(?:[（(][^（）()]{{1,12}}[）)])?[ \u3000\xa0]*"
        rf"(?:[:：]|(?P<bare>$|[ \u3000\xa0\t]+)))"
    )
    inside = re.compile(
        rf"(?<=[。；;．\s\u3000！])(?={_MARK}(?:{names})[ \u3000\xa0]*[:：])"
        rf"|(?=【[ \u3000]*(?:{names})[ \u3000]*】)"
    )
    return begin, inside


def begins_with_label(text: str) -> bool:
    """Whether a line begins with a label such as 服务对象：."""
    found = _labels(())[0].match(text)
    return found is not None and found["bare"] is None


@cache
def _key(label: str) -> str:
    name = plain(label)
    for key, names in _GROUP_LABELS.items():
        if label in names:
            return key
    if label in _NAME_LABELS:
        return "name"
    return next((key for key in FIELDS if name in map(plain, lexicon()[key])), "")


def pieces(paragraphs: Sequence[Paragraph], mapping: Mapping[str, str]) -> list[Piece]:
    """Paragraphs taken apart at their lines and at the labels inside them."""
    begin, inside = _labels(tuple(mapping))
    done: list[Piece] = []
    for paragraph in paragraphs:
        offset = 0
        for raw in _BREAK.split(paragraph.text):
            strong = paragraph.strong - offset
            offset += len(raw) + 1
            for number, part in enumerate(inside.split(raw)):
                if not part.strip():
                    continue
                piece = _piece(part, paragraph, begin, mapping, strong if number == 0 else 0)
                piece.glued = number > 0
                done.append(piece)
    return done


def _piece(
    text: str,
    paragraph: Paragraph,
    begin: re.Pattern[str],
    mapping: Mapping[str, str],
    strong: int,
) -> Piece:
    found = begin.match(text)
    label = ""
    if found is not None:
        label = re.sub(r"[\s\u3000]+", "", found["boxed"] or found["plain"])
        end = found.end()
        rest = text[end:]
        if found["bare"] is not None and rest.strip() and not 0 < strong <= end:
            # Without a colon it is a label only where it is set off from what follows.
            label = ""
    elif 0 < strong < len(text):
        # Set in bold and run into the text: 服务对象农村计划怀孕夫妇。
        head = re.sub(r"[\s\u3000:：]+", "", text[:strong])
        if head in {name for key in FIELDS for name in lexicon()[key]}:
            label, rest = head, text[strong:]
    if not label:
        return Piece(text.strip(), paragraph.place, aside=paragraph.aside)
    key = key_of(label, mapping) or _key(label)
    return Piece(rest.strip().lstrip("：:").strip(), paragraph.place, key, label)


def count_labels(found: Sequence[Piece]) -> int:
    """How many different fields are labelled in a text."""
    return len({piece.key for piece in found if piece.key in FIELDS})


class Prose:
    """Reads the items of running text, through one document."""

    def __init__(
        self, groups: Groups, result: Result, first: str, usual: Mapping[str, str]
    ) -> None:
        self.groups = groups
        self.result = result
        self.first = first
        """The key with which items begin."""
        self.usual = usual
        """The label that the document usually has for each key."""
        self.style: str | None = None
        """How the names of the items are numbered."""
        self.item: _Item | None = None
        self.loose: list[Piece] = []
        """Lines without a label since the last one with one."""
        self.prefix: dict[str, str] = {}

    @staticmethod
    def survey(found: Sequence[Piece]) -> tuple[str, dict[str, str]]:
        """With which key items begin, and how each key is labelled, in a document."""
        firsts: Counter[str] = Counter()
        labels: dict[str, Counter[str]] = {}
        previous = ""
        for piece in found:
            if piece.key in FIELDS:
                labels.setdefault(piece.key, Counter())[piece.label] += 1
                if not previous or previous == "name":
                    firsts[piece.key] += 1
            previous = piece.key
        order: dict[str, int] = {key: -at for at, key in enumerate(FIELDS)}
        first = max(firsts, key=lambda key: (firsts[key], order[key]), default="")
        return first, {key: count.most_common(1)[0][0] for key, count in labels.items()}

    def read(self, found: Sequence[Piece]) -> None:
        """Take a run of pieces; what stands at its end may still be headings of a table."""
        for piece in found:
            if piece.key and self._is_label(piece):
                self._labelled(piece)
            else:
                if piece.label:
                    text = f"{piece.label}：{piece.text}"
                    piece = Piece(text, piece.place, glued=piece.glued)
                self.loose.append(piece)

    def _is_label(self, piece: Piece) -> bool:
        """Whether the label is one of an item, and not a word in a list inside a field."""
        if piece.key not in FIELDS or piece.label == self.usual.get(piece.key):
            return True
        held = self.item.parts.get(piece.key) if self.item is not None else None
        if held and held[0].label == self.usual.get(piece.key):
            return False
        # 保障标准：… inside 服务内容, where the document's own word for it is 服务标准.
        inside = self.item is not None and self.item.last == "content" and piece.key == "level"
        return not (inside and piece.key in self.usual)

    def _labelled(self, piece: Piece) -> None:
        if piece.key in ("domain", "service"):
            if self.item is None or self.item.parts:
                self._close()
            self.prefix[piece.key] = named(piece.text)
            if self.item is not None:
                self.item.group = self._group()
            return
        if piece.key == "name":
            above = self._above(self.loose, piece)
            self.loose = self.loose[: len(self.loose) - len(above)]
            self._close()
            for one, what in above:
                self._enter(one, what)
            self._start(Piece(piece.text, piece.place), with_mark=False)
            return
        if self._again(piece):
            self.result.remark(
                piece.place,
                "一个项目有几段同名的栏，文字已合在一起；请核对",
                "an item has a field in several parts, which were put together",
            )
            self._go_on()
        elif (
            self.item is None
            or piece.key in self.item.parts
            or (piece.key == self.first and self.item.parts and self._names_above())
        ):
            self._next(piece)
        else:
            self._go_on()
        if self.item is not None:
            self.item.parts.setdefault(piece.key, []).append(piece)
            self.item.last = piece.key
        else:
            self.result.leave(
                f"{piece.label}：{piece.text}",
                piece.place,
                "前面没有项目名称，不知道属于哪一项",
                "there is no item name before it",
            )

    def _again(self, piece: Piece) -> bool:
        """Whether a label stands a second time right behind its own text, with no name between:
        the text goes on. With the label that items begin with it would be a nameless item."""
        return (
            self.item is not None and piece.key == self.item.last != self.first and not self.loose
        )

    def _names_above(self) -> bool:
        """Whether the loose lines end with a name: an item may have its fields in an order that
        is not the usual one, and the label that others begin with then begins nothing."""
        for piece in self.loose[-2:] if self.result.wrapped else self.loose[-1:]:
            text = line(piece.text)
            style = marked(text).style
            if text.endswith(_SENTENCE) or len(text) > _LONGEST_NAME:
                continue
            if style == self.style or (self.style is None and not style):
                return True
        return False

    def _go_on(self) -> None:
        """The loose lines belong to the field before them."""
        item = self.item
        loose, self.loose = self.loose, []
        if item is None:
            return
        for piece in loose:
            if item.last:
                item.parts[item.last].append(piece)
            elif len(item.name) + len(piece.text) <= _LONGEST_NAME and self.result.wrapped:
                item.name += piece.text
            else:
                self.result.leave(
                    piece.text,
                    piece.place,
                    "在项目名称和第一栏之间，不知道属于哪一栏",
                    "stands between the name and the first field",
                )

    def _next(self, piece: Piece) -> None:
        """A new item begins with this label: its name is the last of the loose lines."""
        loose, self.loose = self.loose, []
        while loose and is_note(loose[-1].text):
            self._leave([loose.pop()])
        if not loose:
            self._close()
            return
        name = loose.pop()
        if (
            self.result.wrapped
            and loose
            and not marked(line(name.text)).style
            and marked(line(loose[-1].text)).style == (self.style or "1.")
            and len(loose[-1].text) + len(name.text) <= _LONGEST_NAME
        ):
            upper = loose.pop()
            name = Piece(line(upper.text + "\n" + name.text), upper.place)
        above = self._above(loose, name)
        self.loose = loose[: len(loose) - len(above)]
        self._close()
        for one, what in above:
            self._enter(one, what)
        self._start(name)

    def _above(self, loose: list[Piece], name: Piece) -> list[tuple[Piece, str]]:
        """Those of the lines right before a name that are headings, or items of which there is
        no more than the name."""
        own = marked(line(name.text))
        style, following, crossed = own.style, own.number, False
        done: list[tuple[Piece, str]] = []
        for piece in reversed(loose):
            text = line(piece.text)
            mark = marked(text)
            if len(text) > LONGEST or text.endswith(_SENTENCE[:-1]):
                break
            if mark.style == style and style and mark.number.isdecimal():
                expected = following.isdecimal() and int(mark.number) == int(following) - 1
                if not (expected or (crossed and following == "1")):
                    break
                following = mark.number
                done.append((piece, "item"))
            elif is_domain(text) or mark.style in HEADINGS:
                if mark.style == style and style and not is_domain(text):
                    break
                crossed = True
                done.append((piece, "group"))
            elif not mark.style and self.item is None and not done and len(text) <= 15:
                # Before the first item, a short line right above its name.
                crossed = True
                done.append((piece, "group"))
            else:
                break
        return done[::-1]

    def _enter(self, piece: Piece, what: str) -> None:
        if what == "item":
            self._start(piece)
            self._close()
            return
        level = self.groups.level(line(piece.text))
        if level is not None:
            self.groups.enter(line(piece.text), level)

    def _start(self, piece: Piece, *, with_mark: bool = True) -> None:
        text = line(piece.text)
        mark = marked(text)
        if with_mark and mark.style:
            self.style = self.style or mark.style
        self.item = _Item(
            mark.text.rstrip("。：: ").strip("【】"),
            piece.place,
            mark.number,
            group=self._group(),
        )

    def _group(self) -> tuple[str | None, str | None]:
        return (
            self.prefix.get("domain", self.groups.domain),
            self.prefix.get("service", self.groups.service),
        )

    def _close(self) -> None:
        """The item ends here; the loose lines before are its last field's, or nobody's."""
        item, self.item = self.item, None
        loose, self.loose = self.loose, []
        if item is None:
            self._leave(loose)
            return
        keep: list[Piece] = []
        for at, piece in enumerate(loose):
            if not item.last or not self._goes_on(item, piece):
                keep = loose[at:]
                break
            item.parts[item.last].append(piece)
        self._take(item)
        self._leave(keep)

    def _goes_on(self, item: _Item, piece: Piece) -> bool:
        """Whether a line without a label goes on with an item's last field."""
        if is_note(piece.text) or piece.aside or _AFTER.match(piece.text):
            return False
        before = item.parts[item.last][-1].text
        if item.last != "lead":
            return True
        return (
            before.endswith(_UNFINISHED)
            or breaks_between_offices(before, line(piece.text))
            or (self.result.wrapped and not before.endswith("。"))
            or not before
        )

    def _take(self, item: _Item) -> None:
        texts: dict[str, str] = {}
        places: dict[str, str] = {}
        for key, parts in item.parts.items():
            whole = "".join(("" if part.glued else "\n") + part.text for part in parts)
            text = clean(whole, wrapped=self.result.wrapped)
            if text:
                texts[key] = text
                places[key] = parts[0].place
        if not item.name:
            self.result.leave(
                "；".join(texts.values()), item.place, "没有项目名称", "there is no item name"
            )
            return
        if len(item.name) > _LONGEST_NAME:
            self.result.remark(
                item.place,
                "项目名称很长，请核对是否读对",
                "the item's name is very long; check that it was read right",
            )
        self.result.rows.append(
            Row(
                number=item.number or None,
                domain=item.group[0],
                service=item.group[1],
                name=item.name,
                audience=texts.get("audience"),
                content=texts.get("content"),
                level=texts.get("level"),
                funding=texts.get("funding"),
                lead=texts.get("lead"),
                place=item.place,
                places=places,
            )
        )
        self.groups.item()

    def _leave(self, loose: Sequence[Piece]) -> None:
        """Tell lines that belong to no item: one text for all that stand together."""
        left = [piece for piece in loose if piece.text and not piece.aside]
        if not left:
            return
        text = "\n".join(piece.text for piece in left)
        place = left[0].place if len(left) == 1 else f"{left[0].place}至{left[-1].place}"
        self.result.leave(
            text,
            place,
            "不在任何项目之内（标题、前言、说明等）",
            "belongs to no item (title, preamble, explanations)",
        )

    def before_table(self, *, captions: bool) -> None:
        """A table of the standard follows: the headings right before it hold for it.

        ``captions``: a short line without a number is a heading too.
        """
        loose, self.loose = self.loose, []
        above: list[Piece] = []
        units: list[Piece] = []
        while loose:
            text = line(loose[-1].text)
            style = marked(text).style
            if len(text) > LONGEST or text.endswith(("。", "；", "，")):
                break
            numbered = style in (*HEADINGS, "1.", "(1)")
            if _UNIT.match(text):
                units.append(loose.pop())
                continue
            short = (
                captions
                and not above
                and not loose[-1].aside
                and not re.search(r"标准|附件|单位[：:]|通知|年版|目录|清单|一览", text)
            )
            if is_domain(text) or numbered or short:
                above.append(loose.pop())
            elif loose[-1].aside:
                loose.pop()
            else:
                break
        self.loose = loose
        self._close()
        self._leave(units)
        for piece in reversed(above):
            text = line(piece.text)
            level = self.groups.level(text)
            if level is not None:
                self.groups.enter(text, level)

    def end(self) -> None:
        """The document ends: lines that only name items are items."""
        rest: list[Piece] = []
        if self.item is not None and self.style:
            number = self.item.number
            for at, piece in enumerate(self.loose):
                mark = marked(line(piece.text))
                if (
                    mark.style == self.style
                    and mark.number.isdecimal()
                    and number.isdecimal()
                    and int(mark.number) == int(number) + 1
                    and not piece.text.endswith(_SENTENCE)
                ):
                    rest = self.loose[at:]
                    self.loose = self.loose[:at]
                    break
        self._close()
        for piece in rest:
            text = line(piece.text)
            mark = marked(text)
            if mark.style == self.style and len(text) <= LONGEST:
                self._start(piece)
                self._close()
            elif is_domain(text) or mark.style in HEADINGS:
                self._enter(piece, "group")
            else:
                self._leave([piece])

"""Read a drafting note: what it claims, list by list.

The reader looks for the language of such notes, not for one note's phrases: words for labels
beside a number of 项, headings numbered in any of the usual forms, lists numbered or joined
by 、.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from yiwu_diff.note import claims as reading
from yiwu_diff.note.entries import bare, begins_with_known, inline_numbered, numbered
from yiwu_diff.note.marks import outline, unmarked
from yiwu_diff.note.model import Claim, Entry, Line, Note, NoteList, Total
from yiwu_diff.note.names import Names
from yiwu_diff.note.words import label_words, labels_in, lexicon
from yiwu_diff.text.lexicon import any_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yiwu_diff.compare.labels import LabelName
    from yiwu_diff.note.model import Heading

_LONGEST_HEADING = 60
_OPENS = re.compile(
    r"[^，。；：:]{0,24}?(?:"
    r"[，,]?\s*(?:具体)?(?:分别(?:是|为|包括|有)?|即|具体(?:是|为|包括)|(?:是|为|包括|有|如下)(?=[：:]))[：:]?"
    r"|[：:]|[（(](?=[^）)]*、))"
)
_MAY_OPEN = re.compile(r"(?:具体|主要)?(?:包括|涉及|即|为|是|有)|[，,。（(]|^")
"""What may stand before a list of names; that they are names must be known."""
_NEAR = 30
_REST_OF_HEADING = re.compile(r"[^。；;\n]{0,20}[。]?")
_DOMAIN = r"([\u4e00-\u9fff]有所[\u4e00-\u9fff])(?:领域|方面|类)?"
_DOMAIN_TITLE = re.compile(rf"{_DOMAIN}|([\u4e00-\u9fff]{{2,10}})领域")
_DOMAIN_BEFORE = re.compile(rf"(?:{_DOMAIN}|([\u4e00-\u9fff]{{2,8}})领域)[，,：:中内]?$")
_FIELD = re.compile(r"\s*(?:服务对象|服务内容|服务标准|支出责任|牵头单位)")


@cache
def _bare_heading() -> re.Pattern[str]:
    """A heading that names a label and no number: 新增项目, 标准提高的项目."""
    what = r"(?:基本公共|公共|服务|具体|的|类|项目|标准|内容|事项|对象|情况|部分|方面|了)*"
    return re.compile(rf"(?:关于|主要)?{what}(?P<label>{label_words()}){what}[：:。]?")


@cache
def _compares() -> re.Pattern[str]:
    return re.compile(any_of(lexicon()["compare"]))


def parse(lines: Sequence[Line], names: Iterable[str] = ()) -> Note:
    """The note that the lines hold. With the items' ``names`` known, names that hold 、 or 和
    are told from lists of names."""
    reader = _Reader(lines, Names(names))
    reader.run()
    return reader.note()


class _Open:
    """A list that is being read."""

    def __init__(self, claim: Claim, line: int, heading: str, depth: int) -> None:
        self.labels = claim.labels
        self.claimed = claim.count or None
        self.line = line
        self.heading = heading
        self.against = claim.against
        self.subject = claim.subject
        self.domain = claim.domain
        self.depth = depth
        """Depth of its heading; entries lie deeper."""
        self.entry_depth: int | None = None
        self.entries: list[Entry] = []
        self.finished = False
        self.open_ended = False


class _Context(NamedTuple):
    """What a chapter's title says of all that stands in it."""

    against: str
    compares: bool
    domain: str | None


class _Reader:
    def __init__(self, lines: Sequence[Line], names: Names) -> None:
        self.lines = tuple(lines)
        self.names = names
        self.headings = outline(self.lines)
        self.by_line = {heading.line: heading for heading in self.headings}
        self.claims: list[Claim] = []
        self.lists: list[_Open] = []
        self.totals: list[Total] = []
        self.distinct: list[Claim] = []
        self.current: _Open | None = None
        self.depth = -1
        """Depth of the last heading that is no entry."""
        self.contexts: dict[int, _Context] = {}
        """By depth, the chapters that the line stands in."""

    def run(self) -> None:
        for line in self.lines:
            if not line.text.strip():
                continue
            heading = self.by_line.get(line.number)
            if heading is not None and self._is_entry(heading):
                self._entry(line, heading)
            elif heading is not None:
                self.current = None
                self._heading(line, heading)
            elif not self._continues(line):
                self._prose(line, unmarked(line.text), depth=self.depth)

    def note(self) -> Note:
        return Note(
            lines=self.lines,
            headings=self.headings,
            claims=tuple(self.claims),
            lists=tuple(
                NoteList(
                    labels=one.labels,
                    line=one.line,
                    heading=one.heading,
                    claimed=one.claimed,
                    entries=tuple(
                        replace(entry, domain=one.domain)
                        if one.domain and not entry.domain
                        else entry
                        for entry in one.entries
                    ),
                    against=one.against,
                    subject=one.subject,
                    open_ended=one.open_ended,
                )
                for one in self.lists
            ),
            totals=tuple(self.totals),
            distinct=tuple(self.distinct),
        )

    def _is_entry(self, heading: Heading) -> bool:
        open_ = self.current
        if open_ is None or heading.depth <= open_.depth:
            return False
        if open_.entry_depth is None and open_.entries:
            return False
        if open_.entry_depth is None:
            # Two lists under one heading, neither numbered: 新增3项：… 提高2项：…
            return not self._opens_list(heading.title)
        return heading.depth >= open_.entry_depth

    def _opens_list(self, title: str) -> bool:
        found = reading.label_counts(title, self.names)
        return any(self._opens(title, one, len(title)) for one in found if one.start < 8)

    def _opens(self, text: str, one: reading.Found, until: int) -> int | None:
        """Where the list that a claim announces begins; None where it announces none."""
        opens = _OPENS.match(text, one.end, until)
        if opens is not None:
            return opens.end()
        near = re.split("[；;：:]", text[one.end : min(until, one.end + _NEAR)], maxsplit=1)[0]
        for may in _MAY_OPEN.finditer(near):
            begin = one.end + may.end()
            if begins_with_known(text[begin:until], self.names):
                return begin
        return None

    def _entry(self, line: Line, heading: Heading) -> None:
        open_ = self.current
        assert open_ is not None
        if open_.entry_depth is None:
            open_.entry_depth = heading.depth
        if heading.depth > open_.entry_depth and open_.entries:
            self._append(line)
            return
        text = heading.title
        if heading.upto > heading.number:
            self._numbered_within(unmarked(line.text), line)
            return
        open_.entries.append(
            numbered(
                text,
                line=line.number,
                number=heading.number,
                quote=unmarked(line.text),
                names=self.names,
            )
        )

    def _append(self, line: Line) -> None:
        """The line belongs to the last entry of the list."""
        from yiwu_diff.note.entries import figures

        assert self.current is not None
        last = self.current.entries[-1]
        text = unmarked(line.text)
        self.current.entries[-1] = replace(
            last,
            quote=f"{last.quote}{text}",
            figures=tuple(dict.fromkeys((*last.figures, *figures(text)))),
        )

    def _continues(self, line: Line) -> bool:
        """Whether a line without a number belongs to the list that is open."""
        open_ = self.current
        if open_ is None or open_.finished:
            return False
        text = unmarked(line.text)
        if self._opens_list(text):
            return False
        if open_.entry_depth is not None:
            unfinished = not open_.entries[-1].quote.rstrip().endswith(("。", "；", ";"))
            if unfinished or _FIELD.match(text):
                self._append(line)
                return True
            open_.finished = True
            return False
        if open_.entries and open_.claimed and len(open_.entries) >= open_.claimed:
            open_.finished = True
            return False
        found = bare(text.lstrip("-—●·•◆■*　 "), line=line.number, names=self.names)
        open_.entries += found.entries
        open_.open_ended |= found.open_ended
        if text.endswith("。") and (open_.claimed is None or len(open_.entries) >= open_.claimed):
            open_.finished = True
        return True

    def _heading(self, line: Line, heading: Heading) -> None:
        self.depth = heading.depth
        for depth in [d for d in self.contexts if d >= heading.depth]:
            del self.contexts[depth]
        title = heading.title
        first = re.split(r"[。；;\n]", title, maxsplit=1)[0]
        if len(first) <= _LONGEST_HEADING:
            domain = _DOMAIN_TITLE.fullmatch(first.strip())
            self.contexts[heading.depth] = _Context(
                reading.against(first),
                _compares().search(first) is not None,
                (domain[1] or domain[2]) if domain else None,
            )
        if self._prose(line, title, depth=heading.depth, is_heading=True):
            return
        bare_heading = _bare_heading().fullmatch(first.strip())
        if bare_heading and (
            any(context.compares for context in self.contexts.values())
            or begins_with_known(self._next_title(line), self.names)
        ):
            labels = labels_in(bare_heading["label"])
            self._start(self._claim(labels, None, line, first, ""), line, first, heading.depth)
            self._tail(title[len(first) :].lstrip("：:。"), line)

    def _next_title(self, line: Line) -> str:
        """The text of the line after this one, without its number."""
        after = (one for one in self.lines[self.lines.index(line) + 1 :] if one.text.strip())
        following = next(after, None)
        if following is None:
            return ""
        heading = self.by_line.get(following.number)
        return heading.title if heading else unmarked(following.text)

    def _prose(self, line: Line, text: str, *, depth: int, is_heading: bool = False) -> bool:
        """Read totals, claims and lists out of a line; whether it announced a list."""
        self.totals += reading.totals(line.number, text)
        distinct = reading.distinct_count(text)
        if distinct is not None:
            count, quote = distinct
            self.distinct.append(self._claim((), count, line, quote, text))
        found = reading.label_counts(text, self.names)
        opened = False
        for n, one in enumerate(found):
            start = _sentence_start(text, one.start)
            # What follows belongs to this claim up to the sentence of the next one.
            until = len(text)
            if n + 1 < len(found):
                until = max(one.end, _clause_start(text, found[n + 1].start))
            opens = self._opens(text, one, until)
            if opens is None and is_heading and len(found) == 1 and one.start < 12:
                rest = _REST_OF_HEADING.fullmatch(text, one.end)
                opens = rest.end() if rest else None
            whole = _sentence_start(text, one.start, "。！？\n")
            quote = text[one.start : one.end]
            claim = self._claim(
                one.labels,
                one.number,
                line,
                quote,
                text[whole:until],
                one.start - whole,
                text[start : one.start],
            )
            if one.names is not None:
                self._start(claim, line, quote, depth)
                self._tail(text[slice(*one.names)], line)
                self.lists[-1].finished = opened = True
                continue
            if opens is None:
                self.claims.append(claim)
                continue
            heading = text[0 if is_heading and n == 0 else one.start : opens]
            self._start(claim, line, heading, depth)
            self._tail(text[opens:until], line)
            opened = True
        return opened

    def _claim(
        self,
        labels: tuple[LabelName, ...],
        count: int | None,
        line: Line,
        quote: str,
        sentence: str,
        at: int = 0,
        before: str = "",
    ) -> Claim:
        domain = _DOMAIN_BEFORE.search(before)
        return Claim(
            labels=labels,
            count=count or 0,
            line=line.number,
            quote=quote,
            against=reading.against(sentence, at) or self._context(),
            subject=reading.subject(before),
            domain=(domain[1] or domain[2]) if domain else self._domain(),
        )

    def _start(self, claim: Claim, line: Line, heading: str, depth: int) -> None:
        open_ = _Open(claim, line.number, heading.strip(), depth)
        self.lists.append(open_)
        self.current = open_

    def _tail(self, tail: str, line: Line) -> None:
        """Entries that stand in the line of their list's heading."""
        open_ = self.current
        assert open_ is not None
        tail = tail.strip()
        if not re.search(r"[\u4e00-\u9fff]", tail):
            return
        if self._numbered_within(tail, line):
            open_.entry_depth = open_.depth + 1
            return
        found = bare(tail.rstrip("）)"), line=line.number, names=self.names)
        open_.entries += found.entries
        open_.open_ended = found.open_ended
        open_.finished = tail.endswith("。") or len(open_.entries) >= (open_.claimed or 1)

    def _numbered_within(self, text: str, line: Line) -> bool:
        """Entries that are numbered within one line; whether there are any."""
        assert self.current is not None
        parts = list(inline_numbered(text))
        for number, start, end in parts:
            words = text[start:end].strip()
            self.current.entries.append(
                numbered(words, line=line.number, number=number, quote=words, names=self.names)
            )
        return bool(parts)

    def _context(self) -> str:
        """What the innermost chapter around compares with."""
        for depth in sorted(self.contexts, reverse=True):
            if self.contexts[depth].against:
                return self.contexts[depth].against
        return ""

    def _domain(self) -> str | None:
        """The domain that the innermost chapter around is about."""
        for depth in sorted(self.contexts, reverse=True):
            if self.contexts[depth].domain:
                return self.contexts[depth].domain
        return None


def _sentence_start(text: str, at: int, ends: str = "。！？；;\n") -> int:
    return max(text.rfind(end, 0, at) + 1 for end in ends)


def _clause_start(text: str, at: int) -> int:
    return max((text.rfind(end, 0, at) + 1 for end in "。！？；;，,：:\n"), default=0)

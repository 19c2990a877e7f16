"""Opening a file that anybody may have made: its bytes, within bounds, and what it really is."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any, Final

from yiwu_diff.standard.problems import fail, no_file, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from yiwu_diff.standard.problems import ReadError

MOST_BYTES: Final = 64 * 1024 * 1024
MOST_UNPACKED: Final = 256 * 1024 * 1024
MOST_PART: Final = 128 * 1024 * 1024
"""Of one part of a packed file."""
MOST_PARTS: Final = 10_000
MOST_RATIO: Final = 400
"""Text packs some twenty times; a bomb a thousand times."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def load(path: Path) -> bytes:
    """A file's bytes. Raises ReadError where there are none to be had, or too many."""
    shown = path.as_posix()
    try:
        if path.is_dir():
            raise fail(
                shown,
                "这是文件夹；请给出一个文件，如 标准.docx",
                "this is a folder; name a file, such as standard.docx",
            )
        if not path.is_file() and path.exists():
            raise fail(shown, "不是普通文件；请给出一个文档", "not a regular file; name a document")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise no_file(shown) from None
    except (OSError, ValueError) as error:
        raise unreadable(shown, error) from None
    if len(data) > MOST_BYTES:
        raise fail(
            shown,
            f"文件超过 {MOST_BYTES // 2**20} MB；请去掉图片、附件，或拆分后再导入",
            f"larger than {MOST_BYTES // 2**20} MB; take out pictures, or import it in parts",
        )
    if not data.strip(b"\x00 \t\r\n"):
        raise fail(
            shown,
            "文件是空的；请核对是否下载、保存完整",
            "the file is empty; check that it was downloaded and saved in full",
        )
    return data


def kind(data: bytes, shown: str) -> str:
    """What the file is by its bytes, whatever its name says.

    One of docx, xlsx, odt, ods, ole-doc, ole-xls, xml-doc, xml-xls, rtf, pdf, html, csv, txt.
    Raises ReadError for what is none of them.
    """
    head = data[:4096]
    if data.startswith(_OLE):
        return _ole(data, shown)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _packed(data, shown)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    for magic, zh, en in _STRANGERS:
        if data.startswith(magic):
            raise fail(
                shown,
                f"这是{zh}，不是文档；{_FORMATS_ZH}",
                f"this is {en}, no document; {_FORMATS_EN}",
            )
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "replace").encode()
    for space, sort in _XML:
        if space in head and b"<html" not in head.lower() and not _DOCTYPE.search(head):
            return sort
    if _HTML.search(head) or (
        shown.lower().endswith((".html", ".htm", ".mht", ".shtml")) and b"<" in head
    ):
        if re.search(rb"(?im)^content-type:\s*multipart/related", head):
            raise fail(
                shown,
                "这是单个文件网页（.mht）；请在浏览器或 Word 中另存为 .html 或 .docx",
                "this is a web archive (.mht); save it as .html or .docx",
            )
        return "html"
    return "csv" if shown.lower().endswith((".csv", ".tsv")) else "txt"


_FORMATS_ZH = "请另选文件，可以导入 .docx、.xlsx、.html、.pdf、.txt、.csv"
_FORMATS_EN = "choose another file; what can be imported is .docx, .xlsx, .html, .pdf, .txt, .csv"
_STRANGERS = (
    (b"\x89PNG", "图片", "a picture"),
    (b"\xff\xd8\xff", "图片", "a picture"),
    (b"GIF8", "图片", "a picture"),
    (b"BM6", "图片", "a picture"),
    (b"II*\x00", "图片", "a picture"),
    (b"MM\x00*", "图片", "a picture"),
    (b"Rar!", "压缩包（请先解压）", "a packed file (unpack it first)"),
    (b"7z\xbc\xaf", "压缩包（请先解压）", "a packed file (unpack it first)"),
    (b"\x1f\x8b", "压缩包（请先解压）", "a packed file (unpack it first)"),
    (b"MZ", "程序", "a program"),
    (b"\x7fELF", "程序", "a program"),
)
_XML = (
    (b"urn:schemas-microsoft-com:office:spreadsheet", "xml-xls"),
    (b"http://schemas.microsoft.com/office/word/2003/wordml", "xml-doc"),
)
"""How Office of 2003 wrote XML; systems still hand out such files as .xls and .doc."""
_HTML = re.compile(
    rb"(?i)<(?:!doctype\s+html|html|head|body|table|meta|div|title|style|tr|td|p|span|xml)[\s>]"
)


def _ole(data: bytes, shown: str) -> str:
    def named(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if named("EncryptedPackage"):
        raise locked(shown)
    if named("WordDocument"):
        return "ole-doc"
    if named("Workbook") or named("Book\0"):
        return "ole-xls"
    if shown.lower().endswith((".xls", ".et")):
        return "ole-xls"
    if shown.lower().endswith((".doc", ".wps")):
        return "ole-doc"
    raise fail(
        shown,
        f"旧格式的 Office 文件，但既不是文档也不是表格；{_FORMATS_ZH}",
        f"an old Office file that is neither text nor table; {_FORMATS_EN}",
    )


def locked(shown: str) -> ReadError:
    """The error for a file that needs a password."""
    return fail(
        shown,
        "文件已加密，需要密码；请用密码打开后另存为不加密的文件",
        "the file is encrypted; open it with its password and save it without one",
    )


def broken(shown: str, what: str, error: object = "") -> ReadError:
    """The error for a file that begins as it should and cannot be read to its end."""
    reason = " ".join(str(error).split())[:100]
    zh, en = (f"（{reason}）", f" ({reason})") if reason else ("", "")
    return fail(
        shown,
        f"{what} 文件不完整或已损坏{zh}；请重新下载，或在 Word、WPS 中打开后重新保存",
        f"the {what} file is cut short or damaged{en}; download it again, or open it and save it "
        "anew",
    )


def _packed(data: bytes, shown: str) -> str:
    with Package(data, shown, "Office") as package:
        names = package.names
        if "mimetype" in names:
            mime = package.read("mimetype")[:100]
            if b"opendocument.text" in mime:
                return "odt"
            if b"opendocument.spreadsheet" in mime:
                return "ods"
        if any(name.startswith("word/") for name in names):
            return "docx"
        if any(name.startswith("xl/") for name in names):
            return "xlsx"
        if "[Content_Types].xml" in names:
            types = package.read("[Content_Types].xml")
            for word, result in ((b"wordprocessingml", "docx"), (b"spreadsheetml", "xlsx")):
                if word in types:
                    return result
        if any(name.startswith("ppt/") for name in names):
            raise fail(
                shown,
                f"这是演示文稿，不是标准文本；{_FORMATS_ZH}",
                f"this is a presentation; {_FORMATS_EN}",
            )
    raise fail(
        shown,
        f"这是压缩包，不是文档；请先解压，再导入其中的文件（{_FORMATS_ZH}）",
        f"this is a packed file, no document; unpack it first ({_FORMATS_EN})",
    )


class Package:
    """The parts of a packed Office file. Refuses bombs before anything is unpacked."""

    def __init__(self, data: bytes, shown: str, what: str) -> None:
        self.shown = shown
        self.what = what
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            parts = self._archive.infolist()
        except Exception as error:
            # zipfile raises what a broken directory happens to provoke.
            raise broken(shown, what, error) from None
        unpacked = sum(part.file_size for part in parts)
        if (
            len(parts) > MOST_PARTS
            or unpacked > MOST_UNPACKED
            or any(part.file_size > MOST_PART for part in parts)
            or any(
                part.file_size > 1_000_000 and part.file_size > MOST_RATIO * part.compress_size
                for part in parts
            )
        ):
            self.close()
            raise self.too_large()
        if any(part.flag_bits & 1 for part in parts):
            self.close()
            raise locked(shown)
        self._parts = {part.filename.replace("\\", "/").lstrip("/"): part for part in parts}
        self.names = tuple(self._parts)
        self._left = MOST_UNPACKED

    def __enter__(self) -> Package:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._archive.close()

    def too_large(self) -> ReadError:
        return fail(
            self.shown,
            "文件解压后异常巨大，已拒绝读取；请在 Word 或 WPS 中打开，去掉图片后重新保存",
            "unpacks to an enormous size and was refused; open it, take out pictures and save it "
            "anew",
        )

    def find(self, name: str) -> str | None:
        """The part of this name, in whatever case it is written."""
        name = name.lstrip("/")
        if name in self._parts:
            return name
        return next((one for one in self.names if one.lower() == name.lower()), None)

    def read(self, name: str) -> bytes:
        """A part's bytes. Raises ReadError where it is absent, damaged or too large."""
        found = self.find(name)
        if found is None:
            raise broken(self.shown, self.what, f"{name} ?")
        try:
            # What the directory says of sizes may be a lie: count what comes.
            with self._archive.open(self._parts[found]) as file:
                data = file.read(min(MOST_PART, self._left) + 1)
        except Exception as error:
            raise broken(self.shown, self.what, error) from None
        self._left -= len(data)
        if self._left < 0 or len(data) > MOST_PART:
            raise self.too_large()
        return data

    def xml(self, name: str) -> Any:
        """The root of a part's XML."""
        return xml(self.read(name), self.shown, self.what)

    def targets(self, name: str) -> dict[str, tuple[str, str]]:
        """The parts that a part refers to: by id, its kind and its name. Links leading out of
        the file are left out."""
        folder, _, base = name.rpartition("/")
        found = self.find(f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels")
        if found is None:
            return {}
        done = {}
        for one in children(self.xml(found), "Relationship"):
            if one.get("TargetMode", "").lower() == "external":
                continue
            target = one.get("Target", "")
            if not target.startswith("/"):
                target = f"{folder}/{target}"
            done[one.get("Id", "")] = (one.get("Type", "").rpartition("/")[2], _plain(target))
        return done


def _plain(target: str) -> str:
    done: list[str] = []
    for part in target.replace("\\", "/").split("/"):
        if part == "..":
            del done[-1:]
        elif part not in ("", "."):
            done.append(part)
    return "/".join(done)


def xml(data: bytes, shown: str, what: str) -> Any:
    """The root of an XML text. Raises ReadError where it is none, or declares a type: no Office
    program writes that, and entities are declared there."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if _DOCTYPE.search(_ascii(data)):
            raise _entities(shown) from None
        raise broken(shown, what, error) from None
    if root.getroottree().docinfo.doctype:
        raise _entities(shown)
    return root


_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def _ascii(data: bytes) -> bytes:
    return data[:4096].replace(b"\x00", b"")


def _entities(shown: str) -> ReadError:
    return fail(
        shown,
        "文件里有 XML 实体声明，Office 软件不会这样写，已拒绝读取；请在 Word 或 WPS 中重新保存",
        "declares XML entities, which no Office program does, and was refused; save it again in "
        "Word or WPS",
    )


def local(element: Any) -> str:
    """An element's name without its namespace; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Any, name: str) -> str | None:
    """An attribute by its name without namespace: the two forms of Office files differ there."""
    value: str | None = element.get(name)
    if value is not None:
        return value
    for key, held in element.items():
        if key.rpartition("}")[2] == name:
            return str(held)
    return None


def children(element: Any, name: str) -> Iterator[Any]:
    """An element's children of a name, whatever their namespace."""
    return (child for child in element if local(child) == name)


def child(element: Any, name: str) -> Any:
    """The first child of a name, or None."""
    return None if element is None else next(children(element, name), None)

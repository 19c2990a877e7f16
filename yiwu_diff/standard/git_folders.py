"""Datasets as they were committed. Git is only asked what it holds: no branch, no worktree."""

from __future__ import annotations

import os.path
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from yiwu_diff.standard.catalog import ordered
from yiwu_diff.standard.folders import STANDARD_FILE, as_named
from yiwu_diff.standard.problems import ReadError, fail, shown
from yiwu_diff.standard.yaml_nodes import MAX_BYTES, too_big

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class _Blob(NamedTuple):
    """A file of a commit."""

    path: str
    """Relative to the top of the repository."""
    sha: str
    size: int
    """In bytes; -1 if git has the tree but not the file, as in a partial clone."""
    regular: bool


class _Commit(NamedTuple):
    top: Path
    """The folder that holds ``.git``."""
    sha: str
    revision: str
    """As the user named it."""

    def files(self, folder: str, *, below: bool) -> list[_Blob]:
        """The files in a folder of the commit ("" for the top); with ``below``, under it."""
        args = ["ls-tree", "-l", "-z", "--full-tree", *(["-r"] if below else []), self.sha]
        output = _git(self.top, *args, *(["--", f"{folder}/"] if folder else []))
        blobs = []
        for line in output.decode("utf-8", "surrogateescape").split("\0"):
            about, _, path = line.partition("\t")
            mode, kind, sha, size = about.split() if path else ("", "", "", "")
            if kind == "blob":
                known = int(size) if size.isdecimal() else -1
                blobs.append(_Blob(path, sha, known, mode.startswith("100")))
        return blobs

    def shown(self, path: str) -> str:
        name = f"{self.revision}:{path}"
        return name.encode("utf-8", "backslashreplace").decode("utf-8")


class GitFolder:
    """A folder of a commit; see ``folders.Folder``."""

    def __init__(self, commit: _Commit, path: str, blobs: Sequence[_Blob]) -> None:
        self._commit = commit
        self._path = path
        self._blobs = {blob.path.rpartition("/")[2]: blob for blob in blobs}
        self._contents: dict[str, bytes] | None = None

    @property
    def shown(self) -> str:
        return self._commit.shown(self._path)

    def names(self) -> Sequence[str]:
        return list(self._blobs)

    def shown_file(self, name: str) -> str:
        return self._commit.shown(f"{self._path}/{name}" if self._path else name)

    def read(self, name: str) -> bytes:
        blob = self._blobs[name]
        if not blob.regular:
            raise fail(
                self.shown_file(name),
                "这不是普通文件；请换成 YAML 文件，或删去它",
                "this is not a regular file; put a YAML file in its place, or delete it",
            )
        if blob.size > MAX_BYTES:
            raise too_big(self.shown_file(name), blob.size)
        if self._contents is None:
            # One process for all files: starting git costs more than reading.
            wanted = [
                one
                for one in self._blobs.values()
                if one.path.endswith(".yaml") and one.regular and 0 <= one.size <= MAX_BYTES
            ]
            self._contents = _contents(self._commit.top, wanted)
        if name not in self._contents:
            raise _git_failed(self.shown_file(name), "missing object")
        return self._contents[name]


class GitShelf:
    """The data folder as it was at a commit; see ``catalog.Shelf``."""

    def __init__(self, commit: _Commit, path: str) -> None:
        self._commit = commit
        self._path = path
        self._folders: dict[tuple[str, str], list[_Blob]] = {}
        skip = path.count("/") + 1 if path else 0
        for blob in commit.files(path, below=True):
            parts = blob.path.split("/")[skip:]
            if len(parts) == 3:
                self._folders.setdefault((parts[0], parts[1]), []).append(blob)

    @property
    def shown(self) -> str:
        return self._commit.shown(self._path)

    def editions(self) -> Mapping[str, list[str]]:
        return ordered(
            key
            for key, blobs in self._folders.items()
            if any(blob.path.endswith(f"/{STANDARD_FILE}") for blob in blobs)
        )

    def folder(self, jurisdiction: str, edition: str) -> GitFolder:
        path = f"{jurisdiction}/{edition}"
        return GitFolder(
            self._commit,
            f"{self._path}/{path}" if self._path else path,
            self._folders[jurisdiction, edition],
        )


def shelf_at(revision: str, root: Path) -> GitShelf:
    """The data folder ``root`` as it was at ``revision``. Raises ReadError."""
    root = _absolute(root)
    commit = _commit(revision, root)
    return GitShelf(commit, _inside(root, commit.top))


def folder_at(revision: str, path: Path) -> GitFolder | None:
    """A folder as it was at ``revision``; None if it was not there. Raises ReadError.

    The path counts from the working directory, or else from the top of its repository.
    """
    place = _absolute(path)
    commit = _commit(revision, place)
    for inside in dict.fromkeys((_inside(place, commit.top), path.as_posix())):
        if inside.startswith(("/", "..")):
            continue
        if blobs := commit.files(inside, below=False):
            return GitFolder(commit, inside, blobs)
    return None


def _absolute(path: Path) -> Path:
    # Not resolve(): the last parts need not exist any more.
    return Path(os.path.normpath(Path.cwd() / path))


def _inside(path: Path, top: Path) -> str:
    inside = path.relative_to(top).as_posix()
    return "" if inside == "." else inside


def _commit(revision: str, place: Path) -> _Commit:
    """The commit that ``revision`` names in the repository that ``place`` lies in."""
    top = next((one for one in (place, *place.parents) if (one / ".git").exists()), None)
    if top is None:
        raise fail(
            as_named(place) or ".",
            "不在 git 仓库里；请在仓库中运行，或用 --data 指明仓库里的数据文件夹",
            "this is not in a git repository; run inside one, or name a data folder in one "
            "with --data",
        )
    # Through stdin a revision can never be taken for an option.
    answer = _git(top, "cat-file", "--batch-check", stdin=f"{revision}^{{commit}}\n".encode())
    words = answer.decode("utf-8", "replace").split()
    if len(words) != 3 or words[1] != "commit":
        raise fail(
            as_named(top) or ".",
            f"git 仓库里没有版本 {shown(revision)}；请用分支、标签或提交号，如 main、v1.0、HEAD~1",
            f"the git repository has no revision {shown(revision)}; name a branch, tag or "
            "commit, such as main, v1.0 or HEAD~1",
        )
    return _Commit(top, words[0], revision)


def _contents(top: Path, blobs: Sequence[_Blob]) -> dict[str, bytes]:
    output = _git(
        top, "cat-file", "--batch", stdin="".join(f"{blob.sha}\n" for blob in blobs).encode()
    )
    contents = {}
    at = 0
    for blob in blobs:
        start = output.find(b"\n", at) + 1
        if not output[at:start].endswith(f" blob {blob.size}\n".encode()):
            break
        contents[blob.path.rpartition("/")[2]] = output[start : start + blob.size]
        at = start + blob.size + 1
    return contents


def _git(top: Path, *args: str, stdin: bytes = b"") -> bytes:
    """What git prints. Raises ReadError if there is no git or it fails."""
    import subprocess

    try:
        done = subprocess.run(
            # Drafts are confidential: a partial clone must not fetch what it lacks.
            ["git", "-c", "protocol.allow=never", "--literal-pathspecs", "-C", str(top), *args],
            input=stdin,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise fail(
            "",
            "没有找到 git；请安装 git，或给出文件夹代替 git: 引用",
            "git was not found; install it, or name a folder instead of a git: ref",
        ) from None
    except (OSError, ValueError) as error:
        raise _git_failed(as_named(top) or ".", str(error)) from None
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip()
        raise _git_failed(as_named(top) or ".", reason or f"exit {done.returncode}")
    return done.stdout


def _git_failed(place: str, reason: str) -> ReadError:
    return fail(
        place,
        f"git 无法读取这个仓库（{reason}）；请先让 git log 能在此运行",
        f"git cannot read the repository ({reason}); first make git log work here",
    )

# SPDX-License-Identifier: BSL-1.0
"""What the house tests share.

A house test has a function that takes the root of a source tree and returns a list of sentences, each a fault. It is run on
this project, where it must find none, and on small trees with one planted fault each, where it must find that one: a check
that can't fail proves nothing.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(os.environ.get("SINEDIE_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
TEXT = {".hpp", ".cpp", ".md", ".py", ".sh", ".txt", ".cmake", ".in", ".json", ".yml", ".yaml", ".1", ".bash"}


def files(root, *folders, suffixes=(".hpp", ".cpp")):
    """The files with one of the suffixes in folders of root, sorted, as (path, path relative to root)."""
    found = []
    for folder in folders:
        for path in (root / folder).rglob("*"):
            if path.is_file() and path.suffix in suffixes:
                found.append((path, path.relative_to(root).as_posix()))
    return sorted(found, key=lambda each: each[1])


def sources(root):
    """All text files that belong to the project: what git tracks or would track, else everything outside build folders."""
    names = []
    if shutil.which("git") and (root / ".git").exists():
        listing = subprocess.run(["git", "-C", str(root), "ls-files", "-coz", "--exclude-standard"], capture_output=True, text=True)
        names = sorted(set(listing.stdout.split("\0")) - {""})
    if not names:
        for folder, folders, here in os.walk(root):
            if pathlib.Path(folder) == root:
                folders[:] = [f for f in folders if f not in {".git", ".cache"} and not f.startswith("build")]
            names += [(pathlib.Path(folder) / n).relative_to(root).as_posix() for n in here]
        names.sort()
    plain = {"dev", "run", "LICENSE", ".gitignore"}
    return [(root / n, n) for n in names
            if (root / n).is_file() and ((root / n).suffix in TEXT or (root / n).name in plain)]


def run(check, planted):
    """Runs `check` on this project and on each planted tree: {what is wrong: ({path: text}, part of the expected sentence)}."""
    failures = [f"{fault}" for fault in check(ROOT)]
    for name, (tree, expected) in planted.items():
        root = pathlib.Path(tempfile.mkdtemp(prefix="sinedie-house-"))
        try:
            for path, text in tree.items():
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_text(text, encoding="utf-8")
            faults = check(root)
        finally:
            shutil.rmtree(root)
        if expected is None and faults:
            failures.append(f"planted tree “{name}” is sound, yet: {faults}")
        if expected is not None and not any(expected in fault for fault in faults):
            failures.append(f"planted fault “{name}” was not found; found: {faults}")
    for failure in failures:
        print(failure)
    print(f"{len(failures)} faults; {len(planted)} planted trees")
    sys.exit(1 if failures else 0)

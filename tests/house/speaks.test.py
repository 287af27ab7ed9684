# SPDX-License-Identifier: BSL-1.0
"""The project speaks of itself: nothing in it points at the machine, the tracker or the moment in which it was written."""
import re

import house

# Written so that this file doesn't find itself.
PATTERNS = {
    r"\b(TO[D]O|FIX[M]E|XX[X])\b": "work left undone",
    r"(?<![\w.])/(wor[k]|hom[e]|roo[t]|User[s])/\w": "a path of one machine",
    r"\b[Ii]ssu[e]s? #?\d": "a tracker's number",
    r"(?<![\w&#(/])#\d+\b": "a tracker's number",
    r"(?i)\bco-authored-b[y]\b|\bgenerated (by|with) a[n]? ": "how it was made",
    r"\x1b": "a raw control character",
}


def check(root):
    faults = []
    for path, name in house.sources(root):
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            faults.append(f"{name}: is not UTF-8: {error}")
            continue
        for number, line in enumerate(text.splitlines(), 1):
            for pattern, what in PATTERNS.items():
                found = re.search(pattern, line)
                if found:
                    faults.append(f"{name}:{number}: {what}: {found.group(0)!r}")
    return faults


house.run(check, {
    "a sound page": ({"docs/a.md": "The second round has no date yet; see [above](#1918).\n"}, None),
    "work left": ({"src/a.cpp": "// TO" + "DO: dates\n"}, "undone"),
    "a machine's path": ({"docs/a.md": "see /hom" + "e/ann/notes\n"}, "one machine"),
    "a tracker": ({"docs/a.md": "as issu" + "e 12 says\n"}, "tracker"),
    "bad bytes": ({"docs/a.md": "\x1b[1m\n"}, "control"),
})

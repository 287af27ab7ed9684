# SPDX-License-Identifier: BSL-1.0
"""An include points down or stays on its floor. Walks the include lines of include/ and src/."""
import re
import posixpath

import house

FLOORS = {"time": 1, "model": 2, "knowledge": 3, "chronology": 4, "timeline": 5, "io": 6, "store": 6,
          "detail": 0}
GROUND = {"config", "error", "error-inl", "result"}
TOP = {"sinedie": 5, "format": 5, "format-inl": 5}
APART = {"sinedie/time/posix_time.hpp", "sinedie/time/stated_date.hpp"}  # in no umbrella but the last
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')

# What may be included only here, since it is heavy or belongs to one floor's dependency.
CONFINED = {
    r"fmt/.*": r"include/sinedie/format(-inl)?\.hpp|src/.*\.cpp|src/.*\.hpp",
    r"boost/date_time/posix_time/.*": r"include/sinedie/time/posix_time-inl\.hpp",
    r"boost/date_time/gregorian/gregorian\.hpp": r"$.",
    r"simdjson.*": r"src/io/.*",
    r"utf8proc\.h": r".*-inl\.hpp|src/.*",
}


def floor(path):
    """The floor of a file, by its path below include/ or src/; None where it belongs to none."""
    parts = path.split("/")
    if parts[0] == "include":
        parts = parts[2:]
        if len(parts) > 1:
            return FLOORS.get(parts[0])
        name = parts[0].removesuffix(".hpp")
        return 0 if name in GROUND else TOP.get(name, FLOORS.get(name))
    if parts[1] == "compiled":
        return FLOORS.get(parts[2].removesuffix(".cpp"))
    return 7 if parts[1] == "tool" else FLOORS.get(parts[1])


def reached(root, start):
    """The headers that `start` includes where the library is compiled, directly or not, itself too."""
    found, todo = set(), [start]
    while todo:
        name = todo.pop()
        if name in found or not (root / "include" / name).exists():
            continue
        found.add(name)
        text = (root / "include" / name).read_text(encoding="utf-8")
        todo += [name for name in re.findall(r"^\s*#\s*include\s*<(sinedie/[^>]+)>", text, re.M) if not name.endswith("-inl.hpp")]
    return found


def umbrellas(root):
    """A floor's umbrella brings every header of the floor; the library's everything up to floor 5, but networks as numbers."""
    faults = []
    public = [name.removeprefix("include/") for _, name in house.files(root, "include")]
    public = [name for name in public if "/detail/" not in name and not name.endswith("-inl.hpp")]
    for umbrella in ["sinedie", *FLOORS]:
        if not (root / f"include/sinedie/{umbrella}.hpp").exists():
            continue
        inside = reached(root, f"sinedie/{umbrella}.hpp")
        for name in public:
            if umbrella == "sinedie":
                belongs = (floor("include/" + name) or 0) <= 5 and not name.startswith("sinedie/chronology")
            else:
                belongs = name.startswith(f"sinedie/{umbrella}/") and name not in APART
            if belongs and name not in inside:
                faults.append(f"include/sinedie/{umbrella}.hpp: does not bring {name}")
    return faults


def check(root):
    faults = umbrellas(root)
    compiled = "".join(path.read_text(encoding="utf-8") for path, _ in house.files(root, "src/compiled"))
    for path, name in house.files(root, "include", "src"):
        here = floor(name)
        if here is None:
            faults.append(f"{name}: stands on no floor")
            continue
        if name.endswith("-inl.hpp") and here <= 5 and f"<{name.removeprefix('include/')}>" not in compiled:
            faults.append(f"{name}: src/compiled/ does not include it")
        lines = path.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            quote, target = match.groups()
            place = f"{name}:{number}"
            if target.startswith("sinedie/"):
                resolved = "include/" + target
            elif quote == '"':
                if name.startswith("include/"):
                    faults.append(f"{place}: a public header includes {target} in quotes")
                    continue
                beside = posixpath.normpath(posixpath.join(posixpath.dirname(name), target))
                resolved = beside if (root / beside).exists() else "src/" + target
            else:
                for pattern, allowed in CONFINED.items():
                    if re.fullmatch(pattern, target) and not re.fullmatch(allowed, name):
                        faults.append(f"{place}: {target} is not for this file")
                continue
            if not (root / resolved).exists():
                if f"__has_include(<{target}>)" in lines[number - 2]:
                    continue
                faults.append(f"{place}: there is no {target}")
                continue
            there = floor(resolved)
            if there is None or there > here:
                faults.append(f"{place}: climbs from floor {here} to {target} on floor {there}")
            if target == "sinedie/sinedie.hpp" and here < 6:
                faults.append(f"{place}: the library's own headers do not include all of it")
    return faults


def tree(**extra):
    base = {"include/sinedie/config.hpp": "", "include/sinedie/time/span.hpp": "#include <sinedie/config.hpp>\n",
            "include/sinedie/model/event.hpp": "#include <sinedie/time/span.hpp>\n",
            "include/sinedie/io/json.hpp": "#include <sinedie/model/event.hpp>\n"}
    return base | {path.replace("__", "/").replace("_hpp", ".hpp"): text for path, text in extra.items()}


house.run(check, {
    "a sound tree": (tree(), None),
    "an arrow that climbs": (tree(include__sinedie__time__span_hpp="#include <sinedie/model/event.hpp>\n"), "climbs from floor 1"),
    "with blanks in the line": (tree(include__sinedie__time__span_hpp="#  include  <sinedie/model/event.hpp>\n"), "climbs"),
    "the ground looks up": (tree(include__sinedie__config_hpp="#include <sinedie/time/span.hpp>\n"), "climbs from floor 0"),
    "a reader that calls the command": (tree() | {"src/io/a.cpp": '#include "tool/b.hpp"\n', "src/tool/b.hpp": ""}, "climbs from floor 6"),
    "a header that isn't there": (tree(include__sinedie__model__event_hpp="#include <sinedie/time/moon.hpp>\n"), "there is no"),
    "fmt in a public header": (tree(include__sinedie__time__span_hpp="#include <fmt/format.h>\n"), "not for this file"),
    "the heavy half of Boost": (tree(include__sinedie__time__span_hpp="#include <boost/date_time/gregorian/gregorian.hpp>\n"),
                                "not for this file"),
    "a body that nobody compiles": (tree() | {"include/sinedie/time/span-inl.hpp": ""}, "src/compiled/ does not include it"),
    "an umbrella with a hole": (tree() | {"include/sinedie/time.hpp": ""}, "does not bring sinedie/time/span.hpp"),
    "a folder without a floor": (tree() | {"include/sinedie/attic/old.hpp": ""}, "on no floor"),
})

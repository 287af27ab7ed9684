# SPDX-License-Identifier: BSL-1.0
"""A header is short and opens by teaching its concept; each file has its SPDX line; tests have names that CTest can carry."""
import re

import house

SPDX = "// SPDX-License-Identifier: BSL-1.0"


def check(root):
    faults = []
    for path, name in house.files(root, "include", "src", "tests", "examples"):
        lines = path.read_text(encoding="utf-8").splitlines()
        if not lines or lines[0] != SPDX:
            faults.append(f"{name}: does not begin with the SPDX line")
        for number, line in enumerate(lines, 1):
            if len(line) > 140:
                faults.append(f"{name}:{number}: {len(line)} columns, more than 140")
            if line != line.rstrip():
                faults.append(f"{name}:{number}: blanks at the end of the line")
            if "\t" in line:
                faults.append(f"{name}:{number}: a tab")
        if name.endswith(".hpp") and "#pragma once" not in lines[:2]:
            faults.append(f"{name}: the second line is not #pragma once")
        if re.search(r"\b(stable_sort|stable_partition|inplace_merge)\(", "\n".join(lines)):
            faults.append(f"{name}: clang 19 refuses the stable algorithms of libstdc++ 12 for what they use; sort by a key that decides")
        if name.startswith("include/"):
            if len(lines) >= 400:
                faults.append(f"{name}: {len(lines)} lines; a header has fewer than 400")
            if not name.endswith("-inl.hpp") and not any(line.startswith("///") for line in lines[2:5]):
                faults.append(f"{name}: does not open by saying what it stands for")
        if name.endswith(".test.cpp"):
            text = "\n".join(lines)
            for title in re.findall(r'TEST_CASE\(\s*"((?:[^"\\]|\\.)*)"', text):
                if re.search(r"[;\\]", title):
                    faults.append(f"{name}: a test's name has no semicolon and no backslash (CTest can't carry them): {title}")
            if re.search(r"#include <(thread|future)>", text) and "[threads]" not in text:
                faults.append(f"{name}: uses threads, yet no test is tagged [threads], so none runs under ThreadSanitizer")
    return faults


GOOD = f"{SPDX}\n#pragma once\n\n/// A span is never empty.\n"
house.run(check, {
    "a sound header": ({"include/sinedie/a.hpp": GOOD}, None),
    "no licence": ({"src/a.cpp": "int a;\n"}, "SPDX"),
    "a long header": ({"include/sinedie/a.hpp": GOOD + "\n" * 400}, "fewer than 400"),
    "a wide line": ({"include/sinedie/a.hpp": GOOD + "//" + "-" * 140 + "\n"}, "more than 140"),
    "what a compiler refuses in a test": ({"tests/a.cpp": f"{SPDX}\nvoid f() {{ std::stable_partition(a, b); }}\n"}, "clang 19 refuses"),
    "what a compiler refuses": ({"src/a.cpp": f"{SPDX}\nvoid f() {{ std::stable_sort(a, b); }}\n"}, "clang 19 refuses"),
    "no guard": ({"include/sinedie/a.hpp": f"{SPDX}\n\n/// A span.\n"}, "#pragma once"),
    "no prose": ({"include/sinedie/a.hpp": f"{SPDX}\n#pragma once\n\n#include <string>\n"}, "what it stands for"),
    "a name that CTest splits": ({"tests/a.test.cpp": f'{SPDX}\nTEST_CASE("a; b") {{}}\n'}, "semicolon"),
    "threads that nothing watches": ({"tests/a.test.cpp": f'{SPDX}\n#include <thread>\nTEST_CASE("a") {{}}\n'}, "[threads]"),
})

# SPDX-License-Identifier: BSL-1.0
"""What must not compile doesn't: tests/<floor>/*.fail.cpp.

Such a file compiles as it stands, and no longer once FAULT is defined as one of the numbers that it mentions:

    #if FAULT == 1
    bool const b = sinedie::time::dating{"2025"} < sinedie::time::dating{"2026"};  // no operator that lies
    #endif
"""
import re
import sys

import compiler
import house


def faults_of(name, text):
    clean = compiler.call(["-fsyntax-only"], text)
    if clean.returncode != 0:
        return [f"{name}: doesn't compile as it stands:\n{clean.stderr}"]
    numbers = sorted(set(re.findall(r"FAULT == (\d+)", text)), key=int)
    faults = [] if numbers else [f"{name}: mentions no FAULT == n"]
    for number in numbers:
        if compiler.call(["-fsyntax-only", f"-DFAULT={number}"], text).returncode == 0:
            faults.append(f"{name}: compiles with FAULT {number}")
    return faults


failures = []
for path, name in house.files(house.ROOT, "tests"):
    if name.endswith(".fail.cpp"):
        failures += faults_of(name, path.read_text(encoding="utf-8"))

if faults_of("planted", "#if FAULT == 1\nint a = nonsense;\n#endif\n"):
    failures.append("a sound file is found at fault")
if not faults_of("planted", "#if FAULT == 1\nint a = 1;\n#endif\n"):
    failures.append("a planted line that compiles was not found")
if not faults_of("planted", "int a = nonsense;\n#if FAULT == 1\n#endif\n"):
    failures.append("a planted file that never compiles was not found")
print("\n".join(failures) or "nothing compiles that must not")
sys.exit(1 if failures else 0)

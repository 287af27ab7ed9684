# SPDX-License-Identifier: BSL-1.0
"""A program that can't be compiled with the library is told why in a sentence, not in a page of errors: whichever header it begins with."""
import sys

import compiler
import house

CASES = {"C++17": (["-std=c++17"], "compile with -std=c++20"), "no exceptions": (["-fno-exceptions"], "compile without -fno-exceptions")}


def faults_of(name, flags, expected, text):
    done = compiler.call(["-fsyntax-only", *flags], text)
    said = [line for line in done.stderr.splitlines() if "error: " in line]
    if done.returncode == 0:
        return [f"{name}: compiles with {' '.join(flags)}"]
    if not said or expected not in said[0] or len(said) > 2:
        return [f"{name}: with {' '.join(flags)} the errors are {said[:4]}, not one that says “{expected}”"]
    return []


failures, tried = [], 0
for path, header in house.files(house.ROOT / "include", "sinedie"):
    # The umbrellas, and what stands lowest: all others include one of these before they declare anything.
    if header.count("/") > 1 and not header.startswith("sinedie/time/") or "/detail/" in header or header.endswith("-inl.hpp"):
        continue
    for name, (flags, expected) in CASES.items():
        failures += faults_of(f"{header}, {name}", flags, expected, f"#include <{header}>\n")
        tried += 1
if tried < 30:
    failures.append(f"only {tried} were tried")
if not faults_of("planted", ["-std=c++17"], "compile with -std=c++20", "int main() {}\n"):
    failures.append("a planted file that compiles was not found")
if not faults_of("planted", ["-std=c++17"], "compile with -std=c++20", "concept a = 1;\nconcept b = 1;\nconcept c = 1;\n"):
    failures.append("a planted page of errors was not found")
print("\n".join(failures) or f"{tried} refusals are plain")
sys.exit(1 if failures else 0)

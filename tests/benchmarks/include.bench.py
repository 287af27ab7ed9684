# SPDX-License-Identifier: BSL-1.0
"""What including costs: the seconds that a compiler works on a file that only includes something.

User time, the least of several runs; each header in turn and then all over again, so that what else the machine does meets all of
them alike. For each compiler that is found: that of CXX, g++ and clang++.
"""
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
RUNS = int(os.environ.get("SINEDIE_RUNS", "9"))
GREGORIAN = "boost/date_time/gregorian/gregorian_types.hpp"

#: what is included, with which definitions
SUBJECTS = {
    "nothing": ((), ()),
    "<string>": (("string",), ()),
    "<memory>, <chrono>": (("memory", "chrono"), ()),
    "Boost's gregorian_types.hpp": ((GREGORIAN,), ()),
    "gregorian_types.hpp and <string>": ((GREGORIAN, "string"), ()),
    "fmt/format.h": (("fmt/format.h",), ()),
    "gregorian_types.hpp and fmt/format.h": ((GREGORIAN, "fmt/format.h"), ()),
    "nlohmann/json.hpp": (("nlohmann/json.hpp",), ()),
    "sinedie/time.hpp": (("sinedie/time.hpp",), ()),
    "sinedie/time.hpp, compiled": (("sinedie/time.hpp",), ("SINEDIE_COMPILED",)),
    "sinedie/timeline.hpp, compiled": (("sinedie/timeline.hpp",), ("SINEDIE_COMPILED",)),
    "sinedie/sinedie.hpp": (("sinedie/sinedie.hpp",), ()),
    "sinedie/sinedie.hpp, compiled": (("sinedie/sinedie.hpp",), ("SINEDIE_COMPILED",)),
}
#: what is held against what, and how many times as much it may take
GOALS = [("sinedie/time.hpp", "gregorian_types.hpp and <string>", 1.5),
         ("sinedie/time.hpp, compiled", "gregorian_types.hpp and <string>", 1.5),
         ("sinedie/sinedie.hpp, compiled", "gregorian_types.hpp and fmt/format.h", 1.5),
         ("sinedie/sinedie.hpp", "gregorian_types.hpp and fmt/format.h", None),
         ("sinedie/sinedie.hpp, compiled", "nlohmann/json.hpp", None)]


def seconds(compiler, folder, number, definitions):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    done = subprocess.run([compiler, "-std=c++20", "-I", str(ROOT / "include"), *(f"-D{d}" for d in definitions), "-c",
                           str(folder / f"{number}.cpp"), "-o", str(folder / "out.o")], capture_output=True, text=True)
    if done.returncode != 0:
        return None
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def measure(compiler):
    version = subprocess.run([compiler, "--version"], capture_output=True, text=True).stdout.splitlines()[0]
    print(f"\n{version}\n")
    least = {}
    with tempfile.TemporaryDirectory(prefix="sinedie-include-") as name:
        folder = pathlib.Path(name)
        for number, (headers, _) in enumerate(SUBJECTS.values()):
            (folder / f"{number}.cpp").write_text("".join(f"#include <{h}>\n" for h in headers) + "int main() {}\n", encoding="utf-8")
        for _ in range(RUNS):
            for number, (subject, (_, definitions)) in enumerate(SUBJECTS.items()):
                took = seconds(compiler, folder, number, definitions)
                if took is not None:
                    least[subject] = min(took, least.get(subject, took))
    for subject in SUBJECTS:
        print(f"  {subject:<40}" + (f"{least[subject]:6.2f} s" if subject in least else "  isn't here"))
    print()
    for ours, theirs, most in GOALS:
        if ours in least and theirs in least:
            ratio = least[ours] / least[theirs]
            goal = "" if most is None else f", wanted at most {most}" + ("" if ratio <= most else ": ABOVE")
            print(f"  {ours} : {theirs} = {ratio:.2f}{goal}")
    if not least.get("sinedie/sinedie.hpp, compiled"):
        sys.exit("sinedie/sinedie.hpp doesn't compile")


def main():
    seen = set()
    for name in (os.environ.get("CXX"), "g++", "clang++", "clang++-14"):
        path = shutil.which(name) if name else None
        if path and pathlib.Path(path).resolve() not in seen:
            seen.add(pathlib.Path(path).resolve())
            measure(path)


main()

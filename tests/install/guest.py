# SPDX-License-Identifier: BSL-1.0
"""As a part of another project the library brings no tests, examples, benchmarks or install rules, and changes none of its settings.

    guest.py SOURCE BUILD COMPILER [CMAKE OPTIONS…]
"""
import pathlib
import re
import shutil
import subprocess
import sys

source, build, compiler, *options = sys.argv[1:]
here = pathlib.Path(__file__).parent
failures = []


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        failures.append(f"{command} returned {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def wanted(what, holds):
    if not holds:
        failures.append(what)


shutil.rmtree(build, ignore_errors=True)
said = run("cmake", "-S", str(here / "guest"), "-B", build, "-G", "Ninja", f"-DCMAKE_CXX_COMPILER={compiler}", f"-DSINEDIE_SOURCE={source}",
           "-DCMAKE_DISABLE_FIND_PACKAGE_Catch2=ON", *options)
wanted(f"the settings aren't as they were: {said}", "std=23 type= shared= testing=\n" in said)
run("cmake", "--build", build)
targets = run("cmake", "--build", build, "--target", "help")
wanted(f"not the targets that there should be: {targets}", "sinedie_compiled" in targets and
       not re.search(r"sinedie_test|sinedie_acceptance|example_|bench_|fuzz_", targets))
built = sorted(path.name for path in pathlib.Path(build).rglob("*") if path.suffix in {".a", ".so"} or path.name == "sinedie")
wanted(f"more is built than was linked: {built}", not [name for name in built if name.startswith("lib")])
wanted("there are tests", "Total Tests: 0" in run("ctest", "--test-dir", build, "-N"))
prefix = pathlib.Path(build) / "prefix"
run("cmake", "--install", build, "--prefix", str(prefix))
installed = [str(path) for path in prefix.rglob("*") if path.is_file()]
wanted(f"it is installed: {installed[:5]}", not installed)
print("\n".join(failures) or "a good guest")
sys.exit(1 if failures else 0)

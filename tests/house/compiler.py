# SPDX-License-Identifier: BSL-1.0
"""The compiler of this build, for house tests that call it."""
import os
import shlex
import subprocess

import house

CXX = os.environ.get("SINEDIE_CXX", "g++")
FLAGS = ["-std=c++20", f"-I{house.ROOT / 'include'}"]
for folder in os.environ.get("SINEDIE_INCLUDE_PATH", "").split(":"):
    # Naming the system's own folder would put it before the compiler's.
    if folder and os.path.normpath(folder) != "/usr/include":
        FLAGS += ["-isystem", folder]


def call(arguments, text):
    command = [CXX, *FLAGS, *arguments, "-x", "c++", "-"]
    return subprocess.run(command, input=text, capture_output=True, text=True)


def preprocessed_lines(*headers):
    """How many lines `-E -P` makes of a file that includes the headers."""
    done = call(["-E", "-P"], "".join(f"#include <{header}>\n" for header in headers))
    if done.returncode != 0:
        raise SystemExit(f"{shlex.join([CXX, *FLAGS])} can't preprocess {headers}:\n{done.stderr}")
    return done.stdout.count("\n")

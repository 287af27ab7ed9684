# SPDX-License-Identifier: BSL-1.0
"""What including the library costs, in preprocessed lines: at most twice what a program that uses its dependencies pays anyway.

Lines, not seconds: they are the same on every run.
"""
import sys

import compiler
import house

GREGORIAN = "boost/date_time/gregorian/gregorian_types.hpp"
BUDGETS = [("sinedie/time.hpp", (GREGORIAN, "string")), ("sinedie/sinedie.hpp", (GREGORIAN, "fmt/format.h"))]

failed = False
for header, measure in BUDGETS:
    if not (house.ROOT / "include" / header).exists():
        print(f"there is no {header} yet")
        sys.exit(77)
    cost = compiler.preprocessed_lines(header)
    allowed = 2 * compiler.preprocessed_lines(*measure)
    within = 0 < cost <= allowed
    failed = failed or not within
    print(f"{'within' if within else 'ABOVE'} budget: {header} is {cost} lines, allowed are {allowed}: twice {' and '.join(measure)}")

# The measure itself can tell a heavy header from a light one.
if not compiler.preprocessed_lines("cstddef") < compiler.preprocessed_lines("string") < compiler.preprocessed_lines(GREGORIAN):
    print("the count of lines doesn't grow with what is included")
    failed = True
sys.exit(1 if failed else 0)

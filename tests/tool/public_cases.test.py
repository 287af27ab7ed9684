# SPDX-License-Identifier: BSL-1.0
"""Holds the inputs of cases.test.py against the whole collection: none of an area is left out or told otherwise."""
import json
import sys

from public_cases import AREAS, CASES
from tool import DATA, room

if not DATA:
    print("skipped: SINEDIE_DATA names no folder with the public cases")
    sys.exit(77)
with room() as r:
    for line in (DATA / "cases" / "public_cases.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if case["area"] in AREAS:
            r.same(f"the input of {case['id']}", CASES.get(case["id"]), case["input"])
    r.done(len(CASES))

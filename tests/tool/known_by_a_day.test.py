# SPDX-License-Identifier: BSL-1.0
"""Faults that people met in other programs, about what was known when, and what is right instead."""
from public_cases import CASES
from tool import room


def no_look_ahead(r, given):
    path = r.file(given)
    r.same("before anybody told of it", r.entries(path, "--as-of", "2023-03-19"), {})
    first = r.entries(path, "--as-of", "2023-03-31")["talks"]
    r.same("announced", (first["status"], first["stated"], first["start"]),
           ("announced", "2023-03", {"earliest": "2023-03-20", "latest": "2023-03-31"}))
    r.true("not overdue on its last day", "overdue" not in first["flags"])
    late = r.entries(path, "--as-of", "2023-04-11")["talks"]
    r.same("on the eve", (late["status"], late["stated"]), ("announced", "2023-03"))
    r.true("overdue", "overdue" in late["flags"])
    held = r.entries(path, "--as-of", "2023-04-12")["talks"]
    r.same("held", (held["status"], held["stated"], held["datedness"]), ("held", "2023-03-31", "exact"))
    r.true("nothing is wrong with it", not {"disputed", "overdue"} & set(held["flags"]))


def preferred_before_later(r, given):
    path = r.file(given)
    e = r.entries(path)["accord"]
    r.same("shown", (e["stated"], e["status"]), ("1996-05-01", "held"))
    r.true("disputed", "disputed" in e["flags"])
    checked = r.json("check", path, code=1)
    r.same("disputes", [(d["event"], d["field"], set(d["reports"])) for d in checked["disputes"]], [("accord", "when", {"r1", "r2"})])
    r.same("contradictions", checked["contradictions"], [])


def moved_to_an_earlier_day(r, given):
    path = r.file(given)
    before, after = (r.entries(path, "--as-of", day)["board"] for day in ("2023-11-28", "2023-11-29"))
    r.same("before", (before["status"], before["stated"]), ("scheduled", "2023-12-26"))
    r.true("not moved yet", "moved" not in before["flags"])
    r.same("after", (after["status"], after["stated"]), ("scheduled", "2023-12-13"))
    r.true("moved, and no more", "moved" in after["flags"] and not {"postponed", "disputed"} & set(after["flags"]))
    changed = r.json("compare", path, "--from", "2023-11-28", "--to", "2023-11-29")["events"]
    r.same("compared", [(e["id"], [(c["change"], c["from"], c["to"]) for c in e["changes"]]) for e in changed],
           [("board", [("moved", "2023-12-26", "2023-12-13")])])


def venue_withdrawn(r, given):
    path = r.file(given)
    r.same("before", r.entries(path, "--as-of", "2024-10-06")["round"]["venues"], ["geneva"])
    e = r.entries(path, "--as-of", "2024-10-07")["round"]
    r.true(f"no venue any more: {e['venues']}", not e["venues"])
    r.same("all else stays", (e["stated"], e["status"]), ("2024-11-05", "announced"))
    for query in ("venue:geneva", "possibly venue:geneva"):
        r.same(query, r.entries(path, "--as-of", "2024-10-07", "--where", query), {})
    r.same("found while it was there", list(r.entries(path, "--as-of", "2024-10-06", "--where", "venue:geneva")), ["round"])


RIGHT = {
    "knowledge-no-look-ahead": no_look_ahead, "knowledge-preferred-before-later": preferred_before_later,
    "knowledge-moved-to-an-earlier-day": moved_to_an_earlier_day, "knowledge-venue-withdrawn": venue_withdrawn,
}

with room() as r:
    r.hold(CASES, RIGHT)
    # The planted fault: values that came out later.
    planted = room()
    told_at_once = CASES["knowledge-no-look-ahead"]
    no_look_ahead(planted, {**told_at_once, "reports": [{**told, "published": "2023-03-20"} for told in told_at_once["reports"]]})
    r.true("looking ahead isn't noticed", bool(planted.failures))
    r.done(25)

# SPDX-License-Identifier: BSL-1.0
"""Faults that people met in other programs, and what is right instead."""
import itertools
import json

from public_cases import CASES
from tool import room

def years_before_the_common_era(r, given):
    r.same("order", list(r.entries(r.file(given))), ["e", "d", "b", "c", "a"])


def empty_and_words(r, given):
    for letter in "ab":
        path = r.file(given[letter])
        done = r.run("show", path, "--json")
        r.same(f"exit of {letter}", done.returncode, 2)
        r.true(f"{letter}: the error names the place and the file: {done.stderr}", b"/events/0/when" in done.stderr and path.encode() in done.stderr)
        r.same(f"output of {letter}", done.stdout, b"")
    for letter in "cd":
        e = r.entries(r.file(given[letter]))["e"]
        r.same(f"stated of {letter}", e["stated"], None)
        r.true(f"flags of {letter}", {"undated", "no_date_yet"} <= set(e["flags"]))


def four_kinds(r, given):
    path = r.file(given)
    right = {"off": ({"undated", "never_dated"}, "no"), "was": ({"undated", "date_unstated"}, "yes"),
             "soon": ({"undated", "no_date_yet"}, "maybe"), "bare": ({"undated"}, "maybe")}
    for name, e in r.entries(path).items():
        r.same(f"flags and occurs of {name}", (set(e["flags"]), e["occurs"]), right[name])
    r.same("no_date_yet", list(r.entries(path, "--where", "no_date_yet")), ["soon"])
    r.same("undated", set(r.entries(path, "--where", "undated")), set(right))


def between_two(r, given):
    path = r.file(given)
    entries = r.entries(path)
    r.same("order", list(entries), ["a", "b-note", "c"])
    note, window = entries["b-note"], {"earliest": "2016-06-01", "latest": "2016-07-20"}
    r.same("the note", (note["stated"], note["datedness"], note["start"], note["end"], set(note["flags"])),
           (None, "bounded", window, window, {"undated", "derived"}))
    why = r.json("why", path, "b-note")
    for end, other in (("earliest", "a"), ("latest", "c")):
        chain = why[end]["chain"]
        r.same(f"kinds of {end}", sorted(s["kind"] for s in chain), ["date", "relation"])
        r.true(f"{end} speaks of {other}", all(other in (s["event"], s["other"]) for s in chain))


def no_alarm(r, given):
    path = r.file(given)
    checked = r.json("check", path)
    r.same("check", (checked["contradictions"], checked["disputes"]), ([], []))
    entries = r.entries(path)
    r.same("order", list(entries), ["seen", "dissolved"])
    e = entries["dissolved"]
    r.same("dissolved", (e["stated"], e["start"]["earliest"], e["end"]["latest"]), ("[1881..]", "1890-01-01", None))
    r.true("derived", "derived" in e["flags"])


def diamond(r, given):
    for row in itertools.permutations(given["events"]):
        path = r.file({**given, "events": list(row)})
        r.same("contradictions", r.json("check", path)["contradictions"], [])
        r.same("order", list(r.entries(path)), ["d", "b", "c", "a"])


def date_twice(r, given):
    done = r.run("show", r.file(given), "--json")
    r.same("exit", done.returncode, 2)
    r.same("output", done.stdout, b"")
    said = done.stderr.decode()
    r.true(f"names the member and both places: {said}", '"when"' in said and "line 3, column 4" in said and ".json:4:4" in said)


def asked(r, path, query):
    return list(r.entries(path, "--where", query))


def not_in_every_window(r, given):
    path = r.file(given)
    r.same("how many more", r.json("show", path, "--where", "during:2025-02")["possibly"], 1)
    for query, right in (("during:2025-02", ["e1"]), ("certainly during:2025-02", ["e1"]), ("before:2025-01-01", ["e3"]), ("no_date_yet", ["e2"])):
        r.same(query, asked(r, path, query), right)
    for query, right in (("possibly during:2025-02", {"e1", "e2"}), ("not during:2025-02", {"e2", "e3"})):
        r.same(query, set(asked(r, path, query)), right)


def lasting_overlap(r, given):
    path = r.file(given)
    for query, right in (("certainly during:2016", {"lasting"}), ("during:2016", {"lasting", "some-year"}),
                         ("certainly during:2019-02", {"lasting", "spring"}), ("during:2021", set()), ("possibly during:2021", set())):
        r.same(query, set(asked(r, path, query)), right)


def office_to_the_year(r, given):
    path = r.file(given)
    for query, right in (("party:p", ["e14", "e16", "e17", "e18"]), ("party:s", ["e16", "e17"]), ("certainly party:s", ["e16"]),
                         ("possibly party:s", ["e16", "e17"])):
        r.same(query, asked(r, path, query), right)


def dotted_i(r, given):
    path = r.file(given)
    answers = {}
    for locale in ("C", "C.UTF-8", "tr_TR.UTF-8"):
        for name in ("istanbul", "ISTANBUL", "Istanbul", "\u0130stanbul", "\u0130STANBUL", "I\u0307stanbul"):
            done = r.run("show", path, "--as-of", "2025-04-01", "--where", f"venue:{name}", "--json", environment={"LC_ALL": locale})
            answers.setdefault(name, set()).add(done.stdout)
            r.same(f"{name} in {locale}", [e["id"] for e in json.loads(done.stdout)["entries"]], ["e1"])
    r.true("other bytes in another locale", all(len(a) == 1 for a in answers.values()))


RIGHT = {
    "query-undated-not-in-every-window": not_in_every_window, "query-lasting-overlap": lasting_overlap,
    "query-office-dated-to-the-year": office_to_the_year, "words-dotted-i": dotted_i,
    "json-date-twice": date_twice,
    "order-bce-is-not-text": years_before_the_common_era, "undated-empty-string-and-words": empty_and_words,
    "undated-four-kinds": four_kinds, "relations-between-two-dated": between_two, "relations-after-a-date-is-no-alarm": no_alarm,
    "relations-diamond-is-no-ring": diamond,
}

with room() as r:
    r.hold(CASES, RIGHT)
    # The planted fault: a right answer to something else.
    planted = room()
    years_before_the_common_era(planted, CASES["relations-diamond-is-no-ring"])
    r.true("a wrong answer isn't noticed", bool(planted.failures))
    r.done(120)

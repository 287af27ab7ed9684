# SPDX-License-Identifier: BSL-1.0
"""What `sinedie show` does with what it can't use: exit code 2, a message that names file, place and value, and nothing on standard
output. Never a crash, a hang or half a dossier."""
import json
import os
import pathlib

from tool import SOURCE, room

GOOD = {
    "sinedie": 1, "as_of": "2025-04-06", "title": "Talks", "parties": [{"id": "russia", "kind": "state", "name": {"en": "Russia"}}],
    "venues": [{"id": "turkiye", "kind": "country"}, {"id": "istanbul", "kind": "city", "in": "turkiye"}],
    "events": [{"id": "first", "kind": "meeting", "status": "held", "when": "2025-02-18", "parties": ["russia"], "venues": ["istanbul"]},
               {"id": "second", "status": "announced", "when": None, "relations": [{"after": "first"}]}]}


def with_event(**fields):
    return {"sinedie": 1, "events": [{"id": "e", **fields}]}


#: what is no date, though it might be taken for one
BAD_DATES = {
    "30 February": "2025-02-30", "month 13": "2025-13", "no hyphens": "20250227", "slashes": "27/02/2025",
    "a reversed interval": "2025-04/2025-02", "a blank before": " 2025-02-27", "a blank behind": "2025-02-27 ",
    "a plus before the year": "+1918-02-14", "a month of one digit": "1918-2-14", "day or month first": "03/04/1918",
    "a year of two digits": "18-02-14", "day 0": "2025-02-00", "a time that no clock shows": "2025-02-27T25:61:61",
    "digits of another script": "\u0662\u0660\u0662\u0665",
}

#: what is wrong: (content, what the message must hold)
BAD = {name: (with_event(when=date), [date, "/events/0/when"]) for name, date in BAD_DATES.items()} | {
    "not JSON": ("hello", ["hello"]),
    "an empty file": ("", ["1:1"]),
    "not UTF-8": (b'{"sinedie": 1, "title": "\xff"}', ["0xFF", "1:26"]),
    "UTF-16": ('{"sinedie": 1}'.encode("utf-16"), ["encod"]),
    "100,000 levels": ("[" * 100000 + "]" * 100000, ["64"]),
    "levels in a member": ('{"sinedie": 1, "x-deep": ' + "[" * 100000 + "]" * 100000 + "}", ["64"]),
    "a key twice": ('{"sinedie": 1, "events": [{"id": "e", "when": "2025", "when": "2026"}]}', ["when", "/events/0"]),
    "an event's id twice": ({"sinedie": 1, "events": [{"id": "e"}, {"id": "e"}]}, ["/events/1", '"e"']),
    "a party's id twice": ({"sinedie": 1, "parties": [{"id": "p"}, {"id": "p"}]}, ["/parties/1", '"p"']),
    "an unknown member": (with_event(expectd="2025"), ["expectd", "/events/0", "expected"]),
    "an unknown member at the top": ({"sinedie": 1, "evnts": []}, ["evnts", "events"]),
    "no version": ({"events": []}, ["sinedie"]),
    "another version": ({"sinedie": 2}, ["2"]),
    "no id": ({"sinedie": 1, "events": [{}]}, ["id", "/events/0"]),
    "a reference to no party": (with_event(parties=["nobody"]), ["nobody", "/events/0/parties/0"]),
    "a reference to no venue": (with_event(venues=["nowhere"]), ["nowhere", "/events/0/venues/0"]),
    "a reference to no event": (with_event(relations=[{"after": "nothing"}]), ["nothing", "/events/0/relations/0"]),
    "a relation to itself": (with_event(relations=[{"before": "e"}]), ['"e"', "/events/0/relations/0"]),
    "a venue in itself": ({"sinedie": 1, "venues": [{"id": "v", "in": "v"}]}, ['"v"', "/venues/0"]),
    "venues in each other": ({"sinedie": 1, "venues": [{"id": "v", "in": "w"}, {"id": "w", "in": "v"}]}, ['"v"', '"w"', "/venues/"]),
    "organs of each other": ({"sinedie": 1, "parties": [{"id": "p", "organ_of": "q"}, {"id": "q", "organ_of": "p"}]},
                            ['"p"', '"q"', "/parties/"]),
    "a member of itself": ({"sinedie": 1, "parties": [{"id": "p", "memberships": [{"in": "p"}]}]}, ['"p"', "/parties/0/memberships/0/in"]),
    "a report that cites itself": ({"sinedie": 1, "events": [{"id": "e"}], "reports": [{"id": "r", "about": "e", "citing": [{"report": "r"}]}]},
                                   ['"r"', "/reports/0/citing/0"]),
    "a gap past the range": (with_event(relations=[{"after": "f", "at_least": "P9223372036854775807Y"}]), ["/events/0/relations/0/at_least"]),
    "declared and reported": ({"sinedie": 1, "events": [{"id": "e", "when": "2025"}],
                               "reports": [{"id": "r", "about": "e", "says": {"when": "2025-02"}}]},
                              ['"e"', '"r"', "/reports/0/says/when", "/events/0/when"]),
    "a list for an object": ([], ["object"]),
    "a number for a title": (with_event(title=7), ["/events/0/title", "7"]),
    "text for a list": (with_event(parties="russia"), ["/events/0/parties", "russia"]),
    "an unknown status": (with_event(status="anounced"), ["anounced", "announced", "/events/0/status"]),
    "an id with a blank": ({"sinedie": 1, "events": [{"id": "a b"}]}, ["a b", "/events/0/id"]),
    "text behind": (with_event(when="2025-02-27 at noon"), ["at noon", "/events/0/when"]),
    "an empty date": (with_event(when=""), ["/events/0/when"]),
    "a number for a date": (with_event(when=2025), ["2025", "/events/0/when"]),
    "true for a date": (with_event(when=True), ["true", "/events/0/when"]),
    "an offset without a colon": (with_event(when="2025-02-27T12:00:00+0400"), ["+0400", "/events/0/when"]),
    "an offset of minus zero": (with_event(when="2025-02-27T12:00:00-00:00"), ["-00:00", "/events/0/when"]),
    "a year beyond the axis": (with_event(when="Y99999999999999999999"), ["/events/0/when", "axis"]),
    "digits without end": (with_event(when="9" * 5000), ["/events/0/when"]),
    "a year that isn't the calendar's": (with_event(when={"edtf": "1900-02-29"}), ["1900-02-29", "/events/0/when"]),
    "a bad date in an object": (with_event(when={"edtf": "2025-02-30"}), ["2025-02-30", "/events/0/when"]),
    "a bad expected window": (with_event(expected="soon"), ["soon", "/events/0/expected"]),
    "a bad day of knowledge": ({"sinedie": 1, "as_of": "2025"}, ["2025", "/as_of"]),
    "a trailing comma": ('{"sinedie": 1, "events": [],}', ["1:29"]),
    "a comment": ('{"sinedie": 1} // talks', ["1:16"]),
    "two roots": ('{"sinedie": 1} {}', ["1:16"]),
    "NaN": ('{"sinedie": NaN}', ["1:13"]),
    "a huge number": ('{"sinedie": 1e400}', ["1e400"]),
    "NUL": (b'{"sinedie": 1, "title": "\x00"}', ["1:26"]),
    "a name past the limit": ('{"sinedie": 1, "title": "' + "a" * 1100000 + '"}', ["1048576", "1:25"]),
    "a lone surrogate": ('{"sinedie": 1, "title": "\\ud800"}', ["ud800"]),
}


def with_name(name):
    return {"sinedie": 1, "parties": [{"id": "p", "kind": "state", "name": name}],
            "events": [{"id": "e", "title": name, "status": "held", "when": "2025-02-01", "parties": ["p"]}]}


#: what is kept, made harmless where it is shown, and told by `check`: (content, what `check` says, what no output may hold)
KEPT = {
    "an escape sequence": (with_name("a\x1b[31mb"), ["U+001B at byte 1", '"p"', '"e"'], "\x1b"),
    "a bidirectional override": (with_name("Talks \u202egnidne"), ["U+202E at byte 6", '"p"', '"e"'], "\u202e"),
    "a character without width": (with_name("Is\u200btanbul"), ["U+200B at byte 2"], "\u200b"),
    "a blank name": (with_name("  "), ['the name of party "p" is blank'], None),
    "a party twice": ({"sinedie": 1, "parties": [{"id": "p", "kind": "state", "name": "Türkiye"}, {"id": "q", "kind": "state", "name": "TURKIYE"}]},
                      ['"p"', '"q"', "one name"], None),
    "two names that look alike": ({"sinedie": 1, "parties": [{"id": "p", "kind": "person", "name": "Sachsen"},
                                                             {"id": "q", "kind": "person", "name": "S\u0430chsen"}]}, ['"p"', '"q"'], None),
    "a weekday that isn't the date's": ({"sinedie": 1, "events": [{"id": "e", "status": "held",
                                         "when": {"edtf": "2025-04-01", "as_written": "mercredi", "language": "fr"}}]}, ["mercredi", '"e"'], None),
    "reports that cite each other": ({"sinedie": 1, "events": [{"id": "e"}], "reports": [
        {"id": "a", "about": "e", "citing": [{"report": "b"}], "says": {"status": "held"}},
        {"id": "b", "about": "e", "citing": [{"report": "a"}], "says": {"status": "held"}}]}, ['"a" cites "b" cites "a"', "ring"], None),
}

#: what is as good as any other: content
GOOD_TOO = {
    "a byte order mark": b"\xef\xbb\xbf" + json.dumps(GOOD).encode(),
    "a year before the common era": with_event(when="-1918-02-14"),
    "an interval without ends": with_event(when="../.."),
    "midnight as 24:00": with_event(when="2025-02-27T24:00:00"),
    "composed and decomposed": with_name("e\u0301tat"),
    "a thousand combining marks": with_name("e" + "\u0301" * 1000),
    "no events at all": {"sinedie": 1},
    "a surrogate pair": '{"sinedie": 1, "title": "\\ud83d\\udd4a"}',
}


def refused(r, name, arguments, holds, stdin=None):
    done = r.run(*arguments, stdin=stdin)
    r.same(f"{name}: exit code", done.returncode, 2)
    r.same(f"{name}: standard output", done.stdout, b"")
    said = done.stderr.decode("utf-8", "replace")
    for text in holds:
        r.true(f"{name}: the message doesn't name {text!r}: {said[:400]!r}", text in said)
    r.true(f"{name}: the message acts on a terminal", "\x1b" not in said and "\x00" not in said)


with room() as r:
    good = r.file(GOOD, "good.json")
    done = r.run("show", good)
    r.same("a good file", (done.returncode, done.stderr), (0, b""))

    for name, (content, holds) in BAD.items():
        path = r.file(content)
        refused(r, name, ["show", path], [path, *holds])

    for name, (content, holds, never) in KEPT.items():
        path = r.file(content)
        done = r.run("check", path)
        said = done.stdout.decode()
        r.same(f"{name}: exit code of check", (done.returncode, done.stderr), (1, b""))
        for text in holds:
            r.true(f"{name}: check doesn't say {text!r}: {said!r}", text in said)
        for arguments in (["check", path], ["show", path], ["show", path, "--json"], ["show", path, "--format", "markdown"], ["convert", path]):
            done = r.run(*arguments)
            r.true(f"{name}: {arguments} fails: {done.stderr}", done.returncode in (0, 1))
            r.true(f"{name}: {arguments} lets it through", never is None or never not in done.stdout.decode())
    for name, content in GOOD_TOO.items():
        done = r.run("show", r.file(content))
        r.same(f"{name}: exit code and complaints", (done.returncode, done.stderr), (0, b""))

    folder = r.folder.name
    refused(r, "a folder", ["show", folder], [folder])
    missing = str(pathlib.Path(folder) / "missing.json")
    refused(r, "no file", ["show", missing], [missing])
    locked = r.file(GOOD, "locked.json")
    os.chmod(locked, 0)
    r.without_privilege = True
    refused(r, "no permission", ["show", locked], [locked, "ermission"])
    r.without_privilege = False
    refused(r, "no argument", ["show"], ["no file is given"])
    refused(r, "an unknown option", ["show", good, "--wher", "undated"], ["--wher", "--where"])
    refused(r, "an unknown command", ["shwo", good], ["shwo", "show"])

    # Cut at any byte: refused with a place, but for the blanks at the end.
    text = json.dumps(GOOD).encode()
    for size in range(len(text)):
        refused(r, f"cut at {size}", ["show", r.file(text[:size], "cut.json")], ["cut.json"])

    # All that is wrong comes at once.
    both = r.file(with_event(when="2025-02-30", status="anounced", parties=["nobody"]))
    refused(r, "several problems", ["show", both], ["2025-02-30", "anounced"])

    # A hundred of many, and how many more there are; a reader gives up after a thousand, and says so.
    def many(wrong):
        return r.file({"sinedie": 1, "events": [{"id": f"e{i}", "when": "soon"} for i in range(wrong)]}, "many.json")

    for wrong, lines, last in ((100, 100, b"at /events/99/when"), (101, 101, b"and 1 more problem\n"), (150, 101, b"and 50 more problems\n"),
                               (5000, 101, b"and 901 more problems")):
        done = r.run("check", many(wrong))
        said = done.stderr.splitlines(keepends=True)
        r.same(f"{wrong} problems: exit code and lines", (done.returncode, done.stdout, len(said)), (2, b"", lines))
        r.true(f"{wrong} problems: the last line is {said[-1]}", last in said[-1])
        r.true(f"{wrong} problems: the first is the file's first", b"many.json:1:" in said[0] and b"/events/0/when" in said[0])

    for example in sorted((SOURCE / "examples" / "data").glob("*.json")):
        r.same(f"{example.name} is shown", r.run("show", str(example)).returncode, 0)
    r.done(2000)

# SPDX-License-Identifier: BSL-1.0
"""Queries that can't be read, on the command line: an error with its offset, never an empty answer that looks like a true one."""
import datetime
import re

from tool import SOURCE, room

LONG = ('between:russia,"united-states" (venue:istanbul or host:third-country) not status:cancelled '
        'certainly (during:2025 or allen:before,event:anchorage) possibly within:P30D,event:istanbul-1 text:"a \\"b\\" \\\\ c"')

#: (query, where it is wrong, what the message holds)
BAD = {
    "empty": ("", 0, "empty query"), "blank": (" \t ", 3, "empty query"), "a stray quote": ('undated "', 8, "begins no value"),
    "an open quote": ('text:"a', 7, "isn't closed"), "an unknown key": ("partie:russia", 0, "did you mean 'party'"),
    "an unknown party": ("party:rusia", 6, '"russia"'), "an unknown venue": ("undated venue:istambul", 14, '"istanbul"'),
    "an unknown event": ("within:P1D,event:anchorag", 17, '"anchorage"'), "an unknown kind": ("kind:sumit", 5, '"summit"'),
    "an unknown source": ("source:TAS", 7, '"TASS"'), "a misspelt flag": ("undatd", 0, "did you mean 'undated'"),
    "a misspelt status": ("status:canceled", 7, "did you mean 'cancelled'"), "a misspelt mode": ("mode:telefone", 5, "did you mean 'telephone'"),
    "a window that ends before it starts": ("during:2025-03/2025-02", 15, "2025-03/2025-02"), "no such day": ("on:2025-02-30", 11, "2025-02-30"),
    "no number of a round": ("round:-1", 6, "round"), "a distance that isn't one": ("within:30,event:anchorage", 7, "duration"),
    "parentheses 10,000 deep": ("(" * 10000 + "undated" + ")" * 10000, 64, "parentheses"), "nots and parentheses": ("not (" * 9000, 324, "parentheses"),
    "a hundred thousand bytes": ("undated " * 12500, 65536, "bytes"), "not UTF-8": (b"party:\xff", 6, "UTF-8"),
    "certainly of what may be": ("certainly (possibly undated)", 10, "certainly"),
}

with room() as r:
    path = str(SOURCE / "examples/data/russia-us-2025.json")
    for name, (query, offset, holds) in BAD.items():
        for command in ("show", "count", "explain"):
            done = r.run(command, path, "--where", query)
            said = done.stderr.decode("utf-8", "replace")
            r.same(f"{name}: exit code of {command}", done.returncode, 2)
            r.same(f"{name}: standard output of {command}", done.stdout, b"")
            r.true(f"{name}: {command} doesn't say {holds!r}: {said[:300]}", holds in said and len(said) < 2000)
            r.true(f"{name}: {command} doesn't tell offset {offset}: {said[:300]}", re.search(rf"\boffset {offset}\b", said) is not None)
    # What isn't a query, and is as wrong.
    for name, (words, holds) in {
        "a group by nothing": (("count", "--by", ""), "expected one of party, pair, venue, kind, status, year, month"),
        "a group by what nobody counts by": (("count", "--by", "colour"), "expected one of party, pair"),
        "a misspelt group": (("count", "--by", "mnth"), "did you mean month?"),
        "a page of -1": (("show", "--first", "-1"), '"-1"'), "a page of none": (("show", "--first", "0"), '"0"'),
        "a page behind nothing": (("show", "--after", "anchorag"), '"anchorag"'),
    }.items():
        done = r.run(words[0], path, *words[1:])
        r.same(name, (done.returncode, done.stdout), (2, b""))
        r.true(f"{name} doesn't say {holds!r}: {done.stderr}", holds in done.stderr.decode())
    # Cut anywhere it is read or refused, and never anything else.
    good = cut_well = 0
    for size in range(len(LONG) + 1):
        done = r.run("count", path, "--as-of", "2025-12-31", "--where", LONG[:size])
        if done.returncode == 0:
            cut_well += 1
            r.true(f"cut at {size}: {done.stdout}", done.stdout.strip().isdigit())
        else:
            r.true(f"cut at {size}: {done.stderr}", done.returncode == 2 and not done.stdout and b"offset" in done.stderr)
    r.true(f"{cut_well} cuts are queries of their own", 3 < cut_well < len(LONG) // 2)
    # Where events stand of which nothing is known, and where all undated ones.
    placed = r.file({"sinedie": 1, "as_of": "2025-04-06", "events": [
        {"id": "dated", "when": "2025-02-18"}, {"id": "limited", "relations": [{"after": "dated"}]}, {"id": "nowhere", "kind": "visit"}]})
    for place, right in (("last", ["dated", "limited", "nowhere"]), ("first", ["nowhere", "dated", "limited"]),
                         ("apart", ["dated", "limited", "nowhere"]), ("only", ["limited", "nowhere"]), ("hide", ["dated"])):
        r.same(f"--undated {place}", [e["id"] for e in r.json("show", placed, "--undated", place)["entries"]], right)
        for form in ("table", "markdown"):
            text = r.run("show", placed, "--undated", place, "--format", form).stdout.decode()
            found = sorted((text.index(f" {i}"), i) for i in right)
            r.same(f"--undated {place} as {form}", [i for _, i in found], right)
            r.same(f"--undated {place} as {form}: apart", "apart, for nothing" in text, place == "apart")
    apart = r.run("show", placed, "--undated", "apart", "--where", "possibly during:2025-03 or kind:visit").stdout.decode()
    r.true("what stands apart is asked too", apart.index(" limited") < apart.index("apart, for nothing") < apart.index(" nowhere"))
    none = r.run("show", placed, "--undated", "apart", "--where", "during:2025-03")
    r.true("nothing apart, and how many more", b"none stands apart" in none.stdout and b"2 more would do" in none.stderr)
    # Where neither the dossier nor anybody names a day of knowledge, today counts.
    def today():
        return datetime.datetime.now(datetime.timezone.utc).date().isoformat()

    late = {"id": "late", "status": "scheduled", "when": "2001-01-01"}
    for own, asked, days in ((None, (), None), ("2000-06-01", (), ["2000-06-01"]), (None, ("--as-of", "2000-07-01"), ["2000-07-01"]),
                             ("2000-06-01", ("--as-of", "2002-07-01"), ["2002-07-01"])):
        before = today()
        shown = r.json("show", r.file({"sinedie": 1, "events": [late], **({"as_of": own} if own else {})}), *asked)
        days = days or [before, today()]
        r.true(f"as of {shown['as_of']}, not {days}", shown["as_of"] in days)
        r.same(f"overdue on {days}", "overdue" in shown["entries"][0]["flags"], days[0] > "2001-01-01")
    # The planted fault: a query that finds nothing is no error.
    done = r.run("count", path, "--where", "mode:video")
    r.same("an answer that is empty", (done.returncode, done.stdout), (0, b"0\n"))
    r.done(300)

# SPDX-License-Identifier: BSL-1.0
"""The thirty questions of docs/query.md: each answer as it stands there, by the command, as a listing, as JSON and as a count.

The answers about the journeys are found once more without the library, from the table itself.
"""
import csv
import re

from tool import DATA, SOURCE, room


def questions():
    """By the file that they are asked of: the number, the query, the answer's words."""
    text = (SOURCE / "docs/query.md").read_text(encoding="utf-8").split("## Thirty questions")[1].split("\n## ")[0]
    asked, of = {}, None
    for line in text.splitlines():
        if named := re.search(r"`examples/data/([a-z0-9-]+\.json)`", line):
            of = str(SOURCE / "examples/data" / named.group(1))
        elif "sinedie convert" in line:
            of = "journeys"
        elif row := re.fullmatch(r"\| (\d+) \| ([^|]+) \| `([^|]+)` \| ([^|]+) \|", line):
            answer = [] if row.group(4) == "nothing" else row.group(4).split(", ")
            asked.setdefault(of, []).append((int(row.group(1)), row.group(3), answer))
    return asked


def journeys():
    """The last six answers, straight from the table."""
    with open(DATA / "us_travel/us_leader_travels.csv", encoding="utf-8", newline="") as file:
        rows = [(r["start_date"], r["end_date"] or r["start_date"], r) for r in csv.DictReader(file)]
    meets = lambda first, last: lambda s, e, r: s <= last and e >= first
    tests = {25: lambda s, e, r: r["country"] == "Iceland",
             26: lambda s, e, r: r["name"] == "Condoleezza Rice" and meets("2006-01-01", "2006-12-31")(s, e, r),
             27: meets("1945-07-20", "1945-07-20"), 28: lambda s, e, r: e < "1900-01-01",
             29: lambda s, e, r: "gorbachev" in r["remarks"].lower(),
             30: lambda s, e, r: r["country"] == "Switzerland" and meets("1985-01-01", "1985-12-31")(s, e, r)}
    return {n: [r["id"] for s, e, r in rows if test(s, e, r)] for n, test in tests.items()}


with room() as r:
    asked = questions()
    r.same("numbers of questions", [n for of in asked.values() for n, _, _ in of], list(range(1, 31)))
    answered = 0
    for path, list_of in asked.items():
        right = {}
        if path == "journeys":
            if not DATA:
                continue
            path = r.file("", "travels.json")
            r.run("convert", str(DATA / "us_travel/us_leader_travels.csv"), "--map", "parties=name,kind:=visit,status:=held", "-o", path)
            right = journeys()
        for n, query, answer in list_of:
            as_of = ("--as-of", "2025-12-31", "--where", query)
            found = r.json("show", path, *as_of)
            ids = [e["id"] for e in found["entries"]]
            counted = len(answer) == 1 and answer[0].isdigit()
            r.same(f"{n}. {query}", [str(len(ids))] if counted else ids, answer)
            if n in right:
                r.same(f"{n}. {query} by the table", sorted(ids), sorted(right[n]))
            r.same(f"{n}. count", int(r.run("count", path, *as_of).stdout), len(ids))
            r.same(f"{n}. count in JSON", r.json("count", path, *as_of)["total"], len(ids))
            table = r.run("show", path, *as_of, "--format", "markdown", "--ids").stdout.decode()
            r.same(f"{n}. rows of Markdown", sum(line.startswith("|") for line in table.splitlines()) - 2, len(ids))
            r.true(f"{n}. ids in Markdown", all(i.replace("-", "\\-") in table or i in table for i in ids))
            more = r.run("count", path, *as_of).stderr.decode()
            r.same(f"{n}. how many more", int(m.group(1)) if (m := re.search(r"(\d+) more would do", more)) else 0, found["possibly"])
            reversed_ids = [e["id"] for e in r.json("show", path, *as_of, "--reversed")["entries"]]
            r.same(f"{n}. reversed", reversed_ids, ids[::-1])
            answered += 1
    # The planted fault: another query doesn't give the answer.
    n, _, answer = asked[str(SOURCE / "examples/data/russia-us-2025.json")][0]
    other = r.json("show", str(SOURCE / "examples/data/russia-us-2025.json"), "--as-of", "2025-12-31", "--where", "off")
    r.true("another query gives the same answer", [e["id"] for e in other["entries"]] != answer)
    r.same("answered", answered, 30 if DATA else 24)
    r.done(24 * 8)

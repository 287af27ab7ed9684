# SPDX-License-Identifier: BSL-1.0
"""The main job: the talks of April 2025 in order, the second round plainly without a date; and the same of a copy in which every id,
name and date is another one, so that nothing of it can have been known beforehand."""
import datetime
import json
import re

from tool import SOURCE, room

TALKS = SOURCE / "examples" / "data" / "istanbul-april-2025.json"


def check(r, path, riyadh, february, second, title):
    order = list(r.entries(path))
    r.true("the second round stands after the one in Riyadh", order.index(riyadh) < order.index(second))
    r.true("the second round stands after the meeting of February", order.index(february) < order.index(second))
    lines = r.run("show", path).stdout.decode("utf-8").splitlines()
    at = [i for i, line in enumerate(lines) if title in line]
    r.same("lines that begin with the title of the second round", len(at), 1)
    r.true(f"its line says that it has no date yet: {lines[at[0]]!r}", "no date yet" in lines[at[0]])
    r.true(f"the next says between what limits: {lines[at[0] + 1]!r}", "not before" in lines[at[0] + 1])
    flagged = [e for e, v in r.entries(path).items() if "no_date_yet" in v["flags"]]
    r.same("flags", flagged, [e for e in order if e in flagged])
    r.true("the second round is flagged", second in flagged)
    r.true("the count", re.search(rf"^{len(order)} events as of .*of which {len(flagged)} have no date yet$", lines[-1]))


def disguised(value, ids, shift):
    """Other ids, other words, other years; the same shape."""
    if isinstance(value, dict):
        return {k: disguised(v, ids, shift) if k not in ("title", "name", "note", "aliases", "as_written", "source", "unnamed")
                else reworded(v) for k, v in value.items()}
    if isinstance(value, list):
        return [disguised(v, ids, shift) for v in value]
    if isinstance(value, str):
        if value in ids:
            return ids[value]
        return re.sub(r"\b(20\d\d)\b", lambda m: str(int(m.group(1)) + shift), value)
    return value


def reworded(value):
    if isinstance(value, dict):
        return {k: reworded(v) for k, v in value.items()}
    if isinstance(value, list):
        return [reworded(v) for v in value]
    return value[::-1] if isinstance(value, str) else value


with room() as r:
    check(r, str(TALKS), "riyadh-round", "istanbul-meeting", "second-round", "Second Russia-US meeting on normal relations,")
    talks = json.loads(TALKS.read_text(encoding="utf-8"))
    ids = {}
    for section in ("parties", "venues", "series", "events", "documents", "reports"):
        for entry in talks[section]:
            ids.setdefault(entry["id"], f"z{len(ids)}")
    copy = disguised(talks, ids, 28)  # the days of the week are the same again
    for event in copy["events"]:
        if event["id"] == ids["second-round"]:
            event["title"] = "A conference"
    path = r.file(copy)
    check(r, path, ids["riyadh-round"], ids["istanbul-meeting"], ids["second-round"], "A conference")
    for old, new in zip(r.entries(str(TALKS)).values(), r.entries(path).values()):
        r.same(f"flags of {old['id']}", new["flags"], old["flags"])
    # A day that is asked for isn't the dossier's own: what is declared is so by its own.
    declared = {"sinedie": 1, "as_of": "2025-04-06", "events": [{"id": "x", "status": "announced"}]}
    for day in ("2025-04-01", "2025-04-06", "2025-04-10"):
        r.same("not before", r.entries(r.file(declared), "--as-of", day)["x"]["start"]["earliest"], "2025-04-06")
    del declared["as_of"]
    r.same("not before", r.entries(r.file(declared), "--as-of", "2025-04-10")["x"]["start"]["earliest"], None)
    # Without a day of their own, lists and pictures are of today.
    said = [{"status": "scheduled", "expected": "2025-09/2025-10"}, {"status": "announced"}]
    reports = [{"id": e, "about": e, "published": "2025-08-01", "says": says} for e, says in zip("ab", said)]
    plan = r.file({"sinedie": 1, "events": [{"id": "a"}, {"id": "b"}], "reports": reports})
    for kind in ("json", "svg", "html", "chart"):
        for _ in range(2):  # unless midnight passes in between
            today = datetime.datetime.now(datetime.timezone.utc).date().isoformat()
            by_itself, asked = r.run("show", plan, "--format", kind).stdout, r.run("show", plan, "--format", kind, "--as-of", today).stdout
            if by_itself == asked:
                break
        r.true(f"{kind} is of today", by_itself == asked and len(asked) > 0)
    r.done(30)

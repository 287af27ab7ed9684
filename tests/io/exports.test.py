# SPDX-License-Identifier: BSL-1.0
"""What `convert --to` and `show --format` write, read by Python's own readers of CSV and JSON: the same events come back, nothing
acts, nothing has a date that nobody stated. Lines of a calendar are folded as RFC 5545 says."""
import csv
import io
import json
import os
import subprocess
import sys
import tempfile

tool = os.environ.get("SINEDIE_TOOL")
if not tool:
    print("skipped: the command isn't built")
    sys.exit(77)

EVIL = "=1+1 \"quoted\", comma; Ğü 中文 </script>\x1b[31m‮\nnext line\r\n%%{init}%% " + "long " * 40
dossier = {
    "sinedie": 1,
    "as_of": "2025-04-06",
    "parties": [{"id": "p", "name": EVIL}],
    "venues": [{"id": "v", "name": "Ankara", "at": [39.9, 32.8]}],
    "events": [
        {"id": "dated", "title": EVIL, "kind": "meeting", "status": "held", "when": "2025-02-18", "parties": ["p"], "venues": ["v"], "note": EVIL},
        {"id": "minus", "title": "-2+3", "note": "'=x", "when": "-0044"},
        {"id": "none", "title": "@SUM(A1)", "status": "announced", "when": None, "relations": [{"after": "dated"}]},
    ],
}
ids = ["dated", "minus", "none"]


def run(*words):
    done = subprocess.run([tool, *words], capture_output=True, timeout=60)
    return done.returncode, done.stdout, done.stderr.decode()


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "d.json")
    with open(path, "w", encoding="utf-8") as f:
        json.dump(dossier, f)
    texts = {}
    for name in "csv jsonl ics geojson dot mermaid timelinejs vis plover".split():
        code, out, err = run("convert", path, "--to", name)
        assert code == 1 and "sinedie: not written: " in err, (name, code, err)
        shown = run("show", path, "--format", name)
        assert shown[0] == 0, (name, shown)
        assert b"\x1b" not in out and "‮".encode() not in out, name
        texts[name] = out.decode("utf-8")

    rows = list(csv.DictReader(io.StringIO(texts["csv"], newline="")))
    assert sorted(r["id"] for r in rows) == ids, rows
    for row in rows:
        for cell in row.values():
            assert not cell or cell[0] not in "=+-@\t\r", cell
    assert {r["id"]: r["date_edtf"] for r in rows} == {"dated": "2025-02-18", "minus": "'-0044", "none": ""}
    assert next(r for r in rows if r["id"] == "dated")["note"].startswith("'=1+1 \"quoted\", comma; Ğü 中文 </script>\\u{1b}[31m\\u{202e}\nnext")

    lines = [json.loads(line) for line in texts["jsonl"].splitlines()]
    assert sorted(e["id"] for e in lines) == ids
    assert next(e for e in lines if e["id"] == "dated")["title"] == EVIL

    geo = json.loads(texts["geojson"])
    assert geo["type"] == "FeatureCollection" and sorted(f["id"] for f in geo["features"]) == ids
    assert next(f for f in geo["features"] if f["id"] == "dated")["geometry"] == {"type": "Point", "coordinates": [32.8, 39.9]}

    slides = json.loads(texts["timelinejs"])
    assert sorted(e["unique_id"] for e in slides["events"]) == ["dated", "minus"]
    items = json.loads(texts["vis"])
    assert [i["id"] for i in items] == ["dated"] and items[0]["end"] == "2025-02-19T00:00:00"
    records = json.loads(texts["plover"])
    assert [(r["id"], r["date"], r["event"]) for r in records] == [("dated", "2025-02-18", "CONSULT")]

    raw = texts["ics"]
    assert raw.count("\n") == raw.count("\r\n")
    for line in raw.split("\r\n"):
        assert len(line.encode()) <= 75, line
    whole = raw.replace("\r\n ", "")
    assert whole.count("\r\nBEGIN:VEVENT") == 1 and whole.count("\r\nBEGIN:VTODO") == 2 and whole.count("DTSTART") == 1

    # The name of the output says what is meant; a word that is no format is an error with the nearest.
    out = os.path.join(folder, "x.ics")
    assert run("convert", path, "-o", out)[0] == 1 and open(out, encoding="utf-8", newline="").read().startswith("BEGIN:VCALENDAR\r\n")
    code, _, err = run("convert", path, "--to", "mermade")
    assert code == 2 and "mermaid" in err, err
print("9 formats compared")

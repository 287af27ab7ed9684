# SPDX-License-Identifier: BSL-1.0
"""Real files through the command: what it read is counted against Python's own reader."""
import collections
import csv
import gzip
import json
import os
import pathlib
import subprocess
import sys
import tempfile

tool = os.environ.get("SINEDIE_TOOL")
if not tool or not os.environ.get("SINEDIE_DATA"):
    print("skipped: the command isn't built, or SINEDIE_DATA names no folder of real files")
    sys.exit(77)
data = pathlib.Path(os.environ["SINEDIE_DATA"])


def run(*words, given=None):
    done = subprocess.run([tool, "convert", *map(str, words)], capture_output=True, input=given, timeout=300)
    return done.returncode, done.stdout, done.stderr.decode()


def rows_of(path):
    with open(path, newline="", encoding="utf-8") as f:
        return list(csv.DictReader(f))


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)

    def counted(path, wrong, *words):
        """Reads the file, and checks the counts against Python's: `wrong` rows are to be rejected."""
        code, _, err = run(path, *words, "-o", folder / "o.json", "--rejects", folder / "bad.csv")
        rows = len(rows_of(path))
        assert f": {rows} rows: {rows - wrong} read, {wrong} rejected" in err, err
        assert code == (1 if wrong else 0)
        assert len(json.loads((folder / "o.json").read_text(encoding="utf-8"))["events"]) == rows - wrong
        assert len(rows_of(folder / "bad.csv")) == wrong
        return rows

    # All four series in one go.
    series = sorted((data / "series").glob("*.csv"))
    code, out_, err = run(*series)
    assert code == 0 and len(json.loads(out_)["events"]) == sum(len(rows_of(p)) for p in series), err
    total = 0
    for part in ("series", "us_travel"):
        for path in sorted((data / part).glob("*.csv")):
            total += counted(path, 0)
    treaty = "id=treatyID,date=Signature,venue=Location,topics=TypeSubject,kind:=treaty,status:=held"
    for path in sorted((data / "treaties").glob("*.csv")):
        rows = rows_of(path)
        ids = collections.Counter(r["treatyID"] for r in rows)
        twice = sum(n - 1 for n in ids.values())
        broken = [r for r in rows if ".." in r["Signature"]]
        assert all(ids[r["treatyID"]] == 1 for r in broken)
        total += counted(path, twice + len(broken), "--map", treaty)
    # The full layouts, by the published lists of columns: what stands in each is found under its name, with a header and without.
    first = (data / "gdelt" / "GDELT_1.0_event_Column_Labels_Header_Row_Sep2016.tsv").read_text(encoding="utf-8").split()[1:]
    with open(data / "gdelt" / "GDELT_2.0_Events_Column_Labels_Header_Row_Sep2016.csv", newline="", encoding="utf-8") as f:
        second = [r["tableId"].strip() for r in csv.DictReader(f)]
    assert len(first) == 58 and len(second) == 61, (len(first), len(second))
    known = {"GLOBALEVENTID": "410", "SQLDATE": "20180125", "Actor1Name": "RUSSIA", "Actor2Name": "TURKEY", "EventCode": "046",
             "ActionGeo_FullName": "Sochi, Russia", "ActionGeo_Lat": "43.6", "ActionGeo_Long": "39.7", "SOURCEURL": "https://example.org"}
    for columns in (first, second, first[:-1]):
        row = "\t".join(known.get(c, "in " + c) for c in columns) + "\n"
        answers = {run("-", "--from", "gdelt", given=text.encode())[1] for text in (row, "\t".join(columns) + "\n" + row)}
        assert len(answers) == 1, columns
        whole = json.loads(answers.pop())
        event = whole["events"][0]
        kept = {c: "in " + c for c in columns if c not in known}
        kept["cameo"] = "046"
        if "SOURCEURL" in columns:
            kept["url"] = "https://example.org"
        assert event.pop("attributes") == kept, event
        assert event == {"id": "410", "kind": "negotiation", "status": "held", "when": "2018-01-25", "venues": ["sochi-russia"],
                         "parties": ["russia", "turkey"]}, event
        assert whole["venues"] == [{"id": "sochi-russia", "name": "Sochi, Russia", "at": [43.6, 39.7]}], whole
        total += 2
    # Every code of the published table is one, and 040 to 046 are what PLOVER calls consulting.
    table = [line.split("\t")[-1].strip() for line in (data / "gdelt" / "cameoCodeTable.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    text = "id\tcameo\n" + "".join(f"{i}\t{code}\n" for i, code in enumerate(table))
    code, out_, err = run("-", "--from", "tsv", "-o", folder / "codes.json", given=text.encode())
    assert code == 0 and f"{len(table)} rows: {len(table)} read" in err and len(table) > 250, err
    shown = subprocess.run([tool, "show", folder / "codes.json", "--json", "--where", "kind:consult status:held"], capture_output=True, timeout=60)
    consulting = sorted(table[int(e["id"])] for e in json.loads(shown.stdout)["entries"])
    assert consulting == sorted(c for c in table if c.startswith("04")), consulting
    total += len(table)
    packed = data / "gdelt" / "gdelt_2018-01-25_27.tsv.gz"
    with gzip.open(packed, "rt", encoding="utf-8") as f:
        codes = collections.Counter(line.split("\t")[2] for line in f)
    assert codes.pop("cameo") == 1
    code, _, err = run(packed, "-o", folder / "g.json")
    if "without zlib" not in err:
        assert code == 0 and f"{sum(codes.values())} rows: {sum(codes.values())} read, 0 rejected" in err, err
        text = (folder / "g.json").read_bytes()
        visits = sum(n for c, n in codes.items() if c in ("042", "043"))
        assert text.count(b'"kind": "visit"') == visits, "42 and 43 are visits"
        assert text.count(b'"cameo": "') == sum(codes.values())
        total += sum(codes.values())
    records = json.loads((data / "plover" / "PLOVER_GSR_CAMEO.txt").read_text(encoding="utf-8"))
    twice = sum(n - 1 for n in collections.Counter(r["id"] for r in records).values())
    documents = sum(r["event"] == "DOCUMENT" for r in records)
    code, _, err = run(data / "plover" / "PLOVER_GSR_CAMEO.txt", "--from", "plover", "-o", folder / "p.json")
    assert f"{len(records)} rows: {len(records) - twice - documents} read, {twice + documents} rejected" in err, err
    print(f"{total + len(records)} rows counted")

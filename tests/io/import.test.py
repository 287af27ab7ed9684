# SPDX-License-Identifier: BSL-1.0
"""Tables and event data through the command: from standard input, packed, rejected rows to a file; and, where they are beside the
checkout, real files, whose rows Python's own reader counts."""
import collections
import csv
import gzip
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile

tool = os.environ.get("SINEDIE_TOOL")
if not tool:
    print("skipped: the command isn't built")
    sys.exit(77)


def run(*words, given=None):
    done = subprocess.run([tool, "convert", *map(str, words)], capture_output=True, input=given, timeout=300)
    return done.returncode, done.stdout, done.stderr.decode()


TABLE = b"id,date,parties,venue,note\r\na,2025-02-18,Russia;United States,Riyadh,'=1+1\r\nb,30.02.2025,,,\r\nc,,Russia,Istanbul?,\"two\nlines\"\r\n"

with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    code, out, err = run("-", "--from", "csv", "--rejects", folder / "bad.csv", given=TABLE)
    assert code == 1 and "3 rows: 2 read, 1 rejected" in err, err
    dossier = json.loads(out)
    assert [e["id"] for e in dossier["events"]] == ["a", "c"]
    assert dossier["events"][0]["note"] == "=1+1", "a guard is taken off"
    assert dossier["events"][1]["venues"] == [{"venue": "istanbul", "certainty": "possible"}]
    rejects = list(csv.DictReader(io.StringIO((folder / "bad.csv").read_text(encoding="utf-8"))))
    assert [(r["line"], r["column"]) for r in rejects] == [("3", "3")] and "2025-02-30" in rejects[0]["reason"], rejects
    assert run("-", "--from", "csv", "--strict", given=TABLE)[0] == 2
    assert run("-", given=TABLE)[0] == 2, "what standard input holds must be said"
    packed = folder / "t.csv.gz"
    packed.write_bytes(gzip.compress(TABLE[:40]) + gzip.compress(TABLE[40:]))
    code, again, err = run(packed)
    if "without zlib" in err:
        print("this build has no zlib: a packed file is refused")
        assert code == 2
    else:
        assert again == out, err
        packed.write_bytes(packed.read_bytes()[:-20])
        assert run(packed)[0] == 2
    # From rows to rows, one at a time: the same events, without a dossier between.
    code, lines, err = run("-", "--from", "csv", "--to", "jsonl", given=TABLE)
    assert code == 1 and "names of parties" in err, err
    assert [json.loads(line) for line in lines.splitlines()] == dossier["events"], lines
    code, _, err = run("-", "--from", "csv", "-o", folder / "o.jsonl", "--rejects", folder / "bad2.csv", given=TABLE)
    assert code == 1 and (folder / "o.jsonl").read_bytes() == lines and (folder / "bad2.csv").read_bytes() == (folder / "bad.csv").read_bytes()
    (folder / "t.csv").write_bytes(TABLE)
    code, table, err = run(folder / "t.csv", "--to", "csv")
    assert code == 1 and run("-", "--from", "csv", "--to", "csv", given=TABLE)[:2] == (1, table), err
    again = json.loads(run("-", "--from", "csv", given=table)[1])
    assert again["events"] == dossier["events"] and again["parties"] == dossier["parties"], again
    before = (folder / "o.jsonl").read_bytes()
    assert run("-", "--from", "csv", "--strict", "-o", folder / "o.jsonl", given=TABLE)[0] == 2
    assert (folder / "o.jsonl").read_bytes() == before, "what fails leaves the old file whole"
    # Several tables are one dossier: the same name is the same party, rows without ids stay apart.
    (folder / "u.csv").write_bytes(b"date,parties,venue\r\n2025,RUSSIA;Oman,Riyadh\r\n")
    (folder / "v.csv").write_bytes(b"id,date\r\na,2026\r\n")
    code, out_, err = run(folder / "u.csv", folder / "u.csv", folder / "t.csv", folder / "v.csv")
    whole = json.loads(out_)
    assert [e["id"] for e in whole["events"]] == ["row-2", "file-2-row-2", "a", "c"], whole
    assert [p for p in whole["parties"] if p["id"] == "russia"] == [{"id": "russia", "name": "RUSSIA", "aliases": ["Russia"]}], whole
    assert 'line 2: the id "a" stands at line 2 of "' in err, err
    # What isn't read row by row goes the same ways: standard input, packed, strict, the rejected with what they were.
    CALENDAR = (b"BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:a\r\nSUMMARY:END:VEVENT\r\nEND:VTODO\r\nBEGIN:VEVENT\r\nUID:b\r\n"
                b"DTSTART;TZID=Nowhere:20250218T100000\r\nEND:VEVENT\r\nBEGIN:VTODO\r\nUID:c\r\nRRULE:FREQ=DAILY\r\nEND:VTODO\r\n"
                b"END:VCALENDAR\r\n")
    SLIDES = (b'{"events": [{"unique_id": "a", "text": {"headline": "END:VEVENT"}}, {"unique_id": "b",\n "start_date": {"year": "x"}}, '
              b'{"unique_id": "c", "autolink": true}]}')
    for form, text, row, line in (("ics", CALENDAR, "BEGIN:VEVENT\nUID:b\nDTSTART;TZID=Nowhere:20250218T100000\nEND:VEVENT", "8"),
                                  ("timelinejs", SLIDES, '{"unique_id": "b",\n "start_date": {"year": "x"}}', "2")):
        code, out_, err = run("-", "--from", form, "--rejects", folder / "bad.csv", given=text)
        assert code == 1 and "3 rows: 2 read, 1 rejected" in err and "not taken over: " in err, err
        assert [(e["id"], e.get("when")) for e in json.loads(out_)["events"]] == [("a", None), ("c", None)], out_
        rejects = list(csv.DictReader(io.StringIO((folder / "bad.csv").read_text(encoding="utf-8"), newline="")))
        assert [(r["line"], r["row"]) for r in rejects] == [(line, row)], rejects
        assert run("-", "--from", form, "--strict", given=text)[0] == 2
        assert run("-", "--from", form, "--map", "id=x", given=text)[0] == 2
        (folder / "packed").write_bytes(gzip.compress(text))
        code, packed_out, err = run(folder / "packed", "--from", form)
        assert (code, packed_out) == (1, out_) or "without zlib" in err, err
    assert json.loads(run("-", "--from", "dossier", given=json.dumps(dossier).encode())[1]) == dossier
    assert run("-", "-", "--from", "csv", given=TABLE)[0] == 2
    # Nothing that comes from outside moves a terminal's cursor or is a formula, in no message, list of the rejected or output.
    EVIL = "=cmd|' /C calc'!A0\x1b]0;x\x07\x1b[2J\u202e"
    (folder / "evil\x1b[31m.csv").write_bytes(f'id,date,{EVIL},parties\r\na,{EVIL},{EVIL},{EVIL}\r\n{EVIL},2025,{EVIL},{EVIL}\r\n'.encode())
    for words in (("--to", "csv"), ("--to", "jsonl"), (), ("--strict",), ("--map", EVIL + "=x"), ("--map", "id=" + EVIL + "x"), ("--from", EVIL)):
        code, out_, err = run(folder / "evil\x1b[31m.csv", *words, "--rejects", folder / "bad.csv")
        assert code == (2 if words and words[0] in ("--strict", "--map", "--from") else 1), (words, err)
        for text in (out_.decode(), err, (folder / "bad.csv").read_bytes().decode()):
            assert not set(text) & {"\x1b", "\x07", "\u202e"}, (words, text)
        for text in (out_.decode() if words == ("--to", "csv") else "", (folder / "bad.csv").read_text(encoding="utf-8")):
            for row in csv.reader(io.StringIO(text, newline="")):
                assert not [cell for cell in row if cell and cell[0] in "=+-@\t\r"], row
    # Out and in again: what is lost is what was listed.
    (folder / "d.json").write_bytes(out)
    code, table, err = run(folder / "d.json", "--to", "csv")
    code, back, _ = run("-", "--from", "csv", given=table)
    assert json.loads(back)["events"] == dossier["events"], (table, back)
    code, lines, err = run(folder / "d.json", "--to", "jsonl")
    code, back, _ = run("-", "--from", "jsonl", given=lines)
    assert json.loads(back)["events"] == dossier["events"], back

    source = pathlib.Path(os.environ["SINEDIE_SOURCE_DIR"])
    data = pathlib.Path(os.environ.get("SINEDIE_DATA", source.parent / "shared" / "data"))
    if not data.is_dir():
        print("skipped in part: the real tables aren't here; set SINEDIE_DATA to their folder")
        sys.exit(0)

    def rows_of(path):
        with open(path, newline="", encoding="utf-8") as f:
            return list(csv.DictReader(f))

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

# SPDX-License-Identifier: BSL-1.0
"""Tables and event data through the command: from standard input, packed, rejected rows to a file."""
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

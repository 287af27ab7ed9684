# SPDX-License-Identifier: BSL-1.0
"""Holds the example dossiers against the tables that they were made from: nothing that a row says is lost."""
import csv
import json
import os
import pathlib
import sys

SOURCE = pathlib.Path(os.environ.get("SINEDIE_SOURCE_DIR", pathlib.Path(__file__).resolve().parents[2]))
if not os.environ.get("SINEDIE_DATA"):
    print("skipped: SINEDIE_DATA names no folder of tables")
    sys.exit(77)
SERIES = pathlib.Path(os.environ["SINEDIE_DATA"]) / "series"

failures = []
held = 0


def text_of(date):
    return date["edtf"] if isinstance(date, dict) else date


def venues_of(says):
    for v in says.get("venues") or []:
        yield from [v] if isinstance(v, str) else [v["venue"]] if "venue" in v else v.get("one_of", v.get("not_in", []))


def expect(holds, message):
    global held
    held += 1
    if not holds:
        failures.append(message)


def check(table, dossier, url_column):
    d = json.loads((SOURCE / "examples" / "data" / dossier).read_text(encoding="utf-8"))
    documents = {x["id"]: x for x in d.get("documents", [])}
    venues = {x["id"]: x for x in d.get("venues", [])}
    events = {x["id"]: x for x in d["events"]}
    rows = list(csv.DictReader((SERIES / table).open(encoding="utf-8")))
    for row in rows:
        reports = [r for r in d["reports"] if r["id"] == row["id"]]
        expect(len(reports) == 1, f"{table}: no report {row['id']}")
        if not reports:
            continue
        report = reports[0]
        says = report.get("says", {})
        siblings = [r for r in d["reports"] if r["about"] == report["about"]]
        document = documents[report["document"]]
        url = row.get(url_column, "")
        if url.startswith("http"):
            expect(any(documents[r["document"]].get("url") == url for r in siblings), f"{row['id']}: {url} is missing")
        date = row["date_edtf"]
        said = {text_of(r.get("says", {}).get(f)) for r in siblings for f in ("when", "expected") if r.get("says", {}).get(f)}
        loose = {s for s in said if s} | {"[" + s.replace("/..", "..").replace("/", "..") + "]" for s in said if s}
        dates = [x.strip("[]") for x in date.split(",")] if "," in date else [date]
        for one in dates:
            expect(not one or one in loose, f"{row['id']}: the date {one} isn't among {sorted(loose)}")
        if row["kind"] in ("held", "scheduled", "cancelled", "postponed"):
            expect(says.get("status") == row["kind"], f"{row['id']}: status {says.get('status')}")
        if row["kind"] == "undated":
            expect("when" in says and says["when"] is None, f"{row['id']}: says nothing of having no date")
        if row["kind"] == "denied":
            expect(any("denies" in r for r in siblings), f"{row['id']}: nobody denies it")
        city = row.get("city", "").rstrip("?")
        if city:
            named = set()
            for r in siblings:
                for v in venues_of(r.get("says", {})):
                    while v:
                        named.add(venues[v]["name"])
                        v = venues[v].get("in")
            expect(city in named, f"{row['id']}: {city} isn't among {sorted(named)}")
        for word in filter(None, row.get("relation", "").split(" ")[1:]):
            expect(any(word in r.values() for r in events[report["about"]].get("relations", [])), f"{row['id']}: {row['relation']}")
        if row.get("as_of"):
            published = text_of(report.get("published") or document.get("published"))
            expect(published == row["as_of"], f"{row['id']}: published {published}, the table has {row['as_of']}")
        for party in filter(None, row.get("parties", "").split(";")):
            names = {p["id"]: p["name"] for p in d["parties"]}
            there = {names[p if isinstance(p, str) else p["party"]] for r in siblings for p in r.get("says", {}).get("parties") or []}
            expect(party in there, f"{row['id']}: {party} isn't among {sorted(there)}")
    print(f"{dossier}: {len(rows)} rows")


check("russia_us_2025.csv", "russia-us-2025.json", "source_url")
check("black_sea_grain.csv", "black-sea-grain.json", "source_url")
check("cold_war_talks.csv", "cold-war-talks.json", "source")
check("minsk_and_istanbul.csv", "minsk.json", "source")
for failure in failures:
    print("FAILED", failure)
print(f"held {held} statements; {len(failures)} failed")
sys.exit(1 if failures else 0)

# SPDX-License-Identifier: BSL-1.0
"""Faults that people met in other programs, each by the name that it has among the public cases: what comes in."""

AREAS = {"knowledge", "query", "undated", "order", "relations", "edtf", "calendar", "words", "json"}


def event(name, **more):
    return {"id": name, **more}


def dossier(*events):
    return {"sinedie": 1, "events": list(events)}


def report(name, published, source, about, says, **more):
    return {"id": name, "published": published, "source": source, "about": about, "says": says, **more}


CASES = {
    "order-bce-is-not-text": dossier(
        event("a", status="held", when="Y12000"), event("b", status="held", when="-0044"), event("c", status="held", when="0009"),
        event("d", status="held", when="-0100"), event("e", status="held", when="Y-20000")),
    "undated-empty-string-and-words": {
        "a": dossier(event("e", status="announced", when="")), "b": dossier(event("e", status="announced", when="undated")),
        "c": dossier(event("e", status="announced", when=None)), "d": dossier(event("e", status="announced"))},
    "undated-four-kinds": dossier(
        event("off", status="cancelled", when=None), event("was", status="held", when=None), event("soon", status="announced", when=None),
        event("bare")),
    "relations-between-two-dated": dossier(
        event("b-note", title="Note handed over", relations=[{"after": "a"}, {"before": "c"}]), event("a", status="held", when="2016-06-01"),
        event("c", status="held", when="2016-07-20")),
    "relations-after-a-date-is-no-alarm": dossier(
        event("dissolved", title="Mission dissolved", status="held", when="[1881..]"),
        event("seen", title="Mission still at work", status="held", when="1890", relations=[{"before": "dissolved"}])),
    "relations-diamond-is-no-ring": dossier(
        event("a", relations=[{"after": "b"}, {"after": "c"}]), event("b", relations=[{"after": "d"}]), event("c", relations=[{"after": "d"}]),
        event("d")),
    "edtf-month-mask-1984-1X": ["1984-1X"],
    "edtf-negative-mask": ["-1XXX"],
    "edtf-masked-and-uncertain": ["198X?", "16XX~"],
    "edtf-hour-only-offset": ["1985-04-12T23:20:30-04", "1985-04-12T23:20:30+04:30"],
    "edtf-syntax-of-2012": ["1990-uu-uu", "2004-01-01/open", "unknown/2006", "y170000002", "(2011)-06-04~"],
    "edtf-unknown-end-is-not-today": ["1998/", "/1998", "1998/..", "../1998"],
    "edtf-which-part-is-uncertain": ["1816-?01-01", "1816-01?-01", "1816-01-01?", "?1816-?01-01"],
    "calendar-julian-leap-days": dossier(
        event("j1000", status="held", when={"edtf": "1000-02-29", "calendar": "julian"}),
        event("j1700", status="held", when={"edtf": "1700-02-29", "calendar": "julian"}),
        event("j1900", status="held", when={"edtf": "1900-02-29", "calendar": "julian"})),
    "calendar-leap-years-before-one": [
        "0000-02-29", "-0004-02-29", "-0400-02-29", "2000-02-29", "-0001-02-29", "-0100-02-29", "-1000-02-29", "1900-02-29"],
    "calendar-year-is-the-same-in-every-zone": ["1500", "1400", "1599", "1582-10-10"],
    "json-date-twice": '{"sinedie": 1,\n "events": [{"id": "e", "status": "announced",\n   "when": "2025-02-27",\n   "when": null}]}\n',
    "query-undated-not-in-every-window": {"sinedie": 1, "as_of": "2025-02-05", "events": [
        event("e1", status="held", when="2025-02-03"), event("e2", status="announced", when=None), event("e3", status="held", when="2024-05-05")]},
    "query-lasting-overlap": dossier(
        event("lasting", kind="situation", status="held", when="2014/2020"), event("some-year", status="held", when="[2014..2020]"),
        event("spring", status="held", when="2019-01-23/2019-05-30")),
    "query-office-dated-to-the-year": {
        "sinedie": 1,
        "parties": [{"id": "s", "kind": "state", "name": "S"},
                    {"id": "p", "kind": "person", "name": "P", "offices": [{"of": "s", "title": "Minister", "when": "2015/2017"}]}],
        "events": [event(name, status="held", when=when, parties=["p"])
                   for name, when in (("e14", "2014-12-31"), ("e16", "2016-03-03"), ("e17", "2017-05-10"), ("e18", "2018-01-05"))]},
    "words-dotted-i": {
        "sinedie": 1,
        "venues": [{"id": "v1", "kind": "city", "name": "İstanbul"}, {"id": "v2", "kind": "city", "name": "Izmir", "aliases": ["İzmir"]}],
        "events": [{"id": "e1", "status": "held", "when": "2025-02-27", "venues": ["v1"]}, {"id": "e2", "status": "held", "when": "2025-03-01", "venues": ["v2"]}]},
    "knowledge-no-look-ahead": {**dossier(event("talks")), "reports": [
        report("r1", "2023-03-20", "Agency", "talks", {"status": "announced", "when": "2023-03"}),
        report("r2", "2023-04-12", "Agency", "talks", {"status": "held", "when": "2023-03-31"})]},
    "knowledge-preferred-before-later": {**dossier(event("accord")), "as_of": "2000-01-01", "reports": [
        report("r1", "1996-06-01", "Register", "accord", {"status": "held", "when": "1996-05-01"}, rank="preferred"),
        report("r2", "1997-06-01", "Memoir", "accord", {"status": "held", "when": "1997-05-01"})]},
    "knowledge-moved-to-an-earlier-day": {**dossier(event("board")), "reports": [
        report("r1", "2023-11-02", "Secretariat", "board", {"status": "scheduled", "when": "2023-12-26"}),
        report("r2", "2023-11-29", "Secretariat", "board", {"when": "2023-12-13"})]},
    "knowledge-venue-withdrawn": {
        **dossier(event("round")), "venues": [{"id": "geneva", "kind": "city", "name": "Geneva"}], "reports": [
            report("r1", "2024-09-01", "A", "round", {"status": "announced", "when": "2024-11-05", "venues": ["geneva"]}),
            report("r2", "2024-10-07", "A", "round", {"venues": None})]},
}

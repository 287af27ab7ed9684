# SPDX-License-Identifier: BSL-1.0
"""Faults that people met in other programs, each by the name that it has among the public cases: what comes in."""

AREAS = {"undated", "order", "relations"}


def event(name, **more):
    return {"id": name, **more}


def dossier(*events):
    return {"sinedie": 1, "events": list(events)}


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
}

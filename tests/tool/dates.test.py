# SPDX-License-Identifier: BSL-1.0
"""What people met in other programs that read dates, calendars and names, by its name among the public cases, and what is right
instead: the command `date`, and how names are found."""
import json
import unicodedata

from public_cases import CASES
from tool import room


def answers(r, *arguments, code=0, lines=None):
    """What `date` answers, by input; `lines` go in by standard input."""
    given = ["-"] if lines is not None else []
    done = r.run("date", *given, *arguments, "--json", stdin=None if lines is None else "".join(f"{t}\n" for t in lines).encode())
    r.same("exit code", done.returncode, code)
    out = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    if lines is not None:
        r.same("inputs", [a["input"] for a in out], lines)
    return {a["input"]: a for a in out}


def versus(r, a, b):
    return json.loads(r.run("date", a, "--versus", b, "--json").stdout)


def holds(r, answer, **right):
    for key, value in right.items():
        r.same(f"{key} of {answer['input']}", answer[key], value)


def month_mask(r, given):
    holds(r, answers(r, *given)["1984-1X"], valid=True, level=2, earliest="1984-10-01", latest="1984-12-31", precision="month")


def negative_mask(r, given):
    holds(r, answers(r, lines=given)["-1XXX"], valid=True, level=2, earliest="-1999-01-01", latest="-1000-12-31")


def masked_and_uncertain(r, given):
    a = answers(r, *given)
    holds(r, a["198X?"], valid=True, earliest="1980-01-01", latest="1989-12-31", qualifiers=["uncertain"])
    holds(r, a["16XX~"], valid=True, earliest="1600-01-01", latest="1699-12-31", qualifiers=["approximate"])


def hour_only_offset(r, given):
    west, east = given
    a = answers(r, *given)
    holds(r, a[west], valid=True, level=0, precision="second", earliest=west + ":00", latest=west + ":00")
    holds(r, a[east], valid=True, level=0, earliest=east, latest=east)
    day = versus(r, west, "1985-04-12")
    r.same("against its day", (day["same_day"], day["intersects"], day["precedes"]), ("yes", "maybe", "maybe"))
    utc = versus(r, west, "1985-04-13T02:00:00Z")
    r.same("against a time in UTC", (utc["relations"]["after"], utc["precedes"]), ("yes", "no"))


def syntax_of_2012(r, given):
    a = answers(r, lines=given, code=1)
    for text, offset in zip(given, [5, 11, 0, 0, 0]):
        holds(r, a[text], valid=False, earliest=None, latest=None)
        r.same(f"offset in {text}", a[text]["error"]["offset"], offset)


def unknown_end(r, given):
    a = answers(r, *given)
    for text in given:
        first, _ = text.split("/")
        begins = first == "1998"
        holds(r, a[text], valid=True, level=1, earliest="1998-01-01" if begins else None, latest=None if begins else "1998-12-31")


def which_part(r, given):
    a = answers(r, *given)
    for text in given:
        holds(r, a[text], valid=True, level=1 if text == "1816-01-01?" else 2, earliest="1816-01-01", latest="1816-01-01", qualifiers=["uncertain"])
    month, year_and_month, whole, same = given
    r.same("canonical", [a[t]["canonical"] for t in given], [month, year_and_month, whole, year_and_month])
    r.same("components", a[same]["components"], {"year": ["uncertain"], "month": ["uncertain"], "day": []})


def julian_leap_days(r, given):
    entries = r.entries(r.file(given))
    for event, day in (("j1000", "1000-03-06"), ("j1700", "1700-03-11"), ("j1900", "1900-03-13")):
        r.same(event, (entries[event]["start"]["earliest"], entries[event]["end"]["latest"]), (day, day))
    holds(r, answers(r, "1900-02-29", code=1)["1900-02-29"], valid=False)


def leap_years_before_one(r, given):
    a = answers(r, lines=given, code=1)
    valid = given[:4]
    r.same("valid", [t for t in given if a[t]["valid"]], valid)
    for text in valid:
        holds(r, a[text], earliest=text, latest=text)


def same_in_every_zone(r, given):
    outputs = {r.run("date", *given, "--json", environment={"TZ": zone}).stdout
               for zone in ("UTC", "America/Los_Angeles", "Pacific/Kiritimati", "Africa/Monrovia")}
    r.same("different outputs", len(outputs), 1)
    a = answers(r, *given)
    for year in given[:3]:
        holds(r, a[year], earliest=year + "-01-01", latest=year + "-12-31")
    holds(r, a["1582-10-10"], valid=True, earliest="1582-10-10", latest="1582-10-10")


def dotted_i(r, given):
    path = r.file(given)
    names = ["istanbul", "ISTANBUL", "Istanbul", "\u0130stanbul", "\u0130STANBUL"]
    for name in names + [unicodedata.normalize("NFD", n) for n in names[3:]]:
        outputs = {r.run("show", path, "--as-of", "2025-04-01", "--where", f"venue:{name}", "--json", environment={"LC_ALL": locale}).stdout
                   for locale in ("C", "C.UTF-8", "tr_TR.UTF-8")}
        r.same(f"different outputs for {name}", len(outputs), 1)
        r.same(f"found as {name}", [e["id"] for e in json.loads(outputs.pop())["entries"]], ["e1"])


RIGHT = {
    "edtf-month-mask-1984-1X": month_mask, "edtf-negative-mask": negative_mask, "edtf-masked-and-uncertain": masked_and_uncertain,
    "edtf-hour-only-offset": hour_only_offset, "edtf-syntax-of-2012": syntax_of_2012, "edtf-unknown-end-is-not-today": unknown_end,
    "edtf-which-part-is-uncertain": which_part, "calendar-julian-leap-days": julian_leap_days,
    "calendar-leap-years-before-one": leap_years_before_one, "calendar-year-is-the-same-in-every-zone": same_in_every_zone,
    "words-dotted-i": dotted_i,
}

with room() as r:
    r.hold(CASES, RIGHT)

    # Each line is answered as it stands, whatever it holds.
    odd = b"2025 \r\n\r\n\xff2025\n2025-02-30\n" + "\u0662\u0660\u0662\u0665\n".encode() + b"20\x0025\n" + b"9" * 10000 + b"\n" + b"[" * 1000000
    done = r.run("date", "-", "--json", stdin=odd)
    r.same("exit code of odd lines", done.returncode, 1)
    out = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    r.same("odd lines", [(a["input"][:8], a["error"]["code"], a["error"]["offset"], a["error"]["found"]) for a in out],
           [("2025 ", "bad_date", 4, " "), ("", "bad_date", 0, ""), ("\ufffd2025", "bad_encoding", 0, "\ufffd"), ("2025-02-", "bad_date", 8, "3"),
            ("\u0662\u0660\u0662\u0665", "bad_date", 0, "\u0662"), ("20\x0025", "bad_date", 2, "\x00"), ("99999999", "bad_date", 4, "9"),
            ("[[[[[[[[", "limit_exceeded", 0, "[")])
    # What isn't a date has no relations, and the line says why.
    none = versus(r, "2025-13", "2025")
    r.same("against a date", [none[k] for k in ("a", "b", "relations", "precedes", "intersects", "same_day")], ["2025-13", "2025", *[None] * 4])
    r.same("its error", (none["error"]["code"], none["error"]["offset"]), ("bad_date", 5))

    # The planted fault: the same dates in another order.
    planted = room()
    leap_years_before_one(planted, CASES["calendar-leap-years-before-one"][::-1])
    r.true("a wrong answer isn't noticed", bool(planted.failures))
    r.done(140)

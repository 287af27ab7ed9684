# SPDX-License-Identifier: BSL-1.0
"""What the command does on a terminal and what comes into files: width, colour, and text that would act where it is shown."""
import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
import unicodedata

from tool import SOURCE, TOOL, room

#: in titles, names, notes and sources: escapes, a bell, direction, tabs and line ends, marks in heaps, what browsers and roff act on
HOSTILE = "x\u001b[31m\u0007 \u202eevil\u202c\u2066 a\tb\nc\r\nd " + "e" + "\u0301" * 3000 + " \u200b</script><!-- `|*_ .SH 'X"
ACTS = re.compile("[\x00-\x08\x0b-\x1f\x7f\u0080-\u009f\u200b\u202a-\u202e\u2066-\u2069]")


try:
    for end in pty.openpty():
        os.close(end)
except OSError as e:
    print(f"no terminal can be opened here: {e}")
    sys.exit(77)


def on_terminal(arguments, columns, environment=None):
    """What is shown on a terminal so wide."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    environment = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS")} | (environment or {})
    with subprocess.Popen([TOOL, *arguments], stdout=slave, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, env=environment) as child:
        os.close(slave)
        shown = b""
        while True:
            try:
                more = os.read(master, 65536)
            except OSError:
                break
            if not more:
                break
            shown += more
        complained = child.stderr.read()
    os.close(master)
    return child.returncode, shown.decode().replace("\r\n", "\n"), complained.decode()


def columns_of(line):
    """Columns that it takes: what East Asians write takes two, what stands on another character none."""
    return sum(0 if unicodedata.combining(c) or unicodedata.category(c) in ("Mn", "Mc", "Me", "Cf") else
               2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


with room() as r:
    names = str(SOURCE / "tests/io/data/listing/names.json")
    for columns in (40, 60, 80, 120, 200):
        code, shown, complained = on_terminal(["show", names], columns)
        r.same(f"exit code at {columns}", (code, complained), (0, ""))
        r.true(f"colours at {columns}", "\x1b[" in shown)
        plain = re.sub("\x1b\\[[0-9]*m", "", shown)
        r.true(f"nothing but colours acts at {columns}", not ACTS.search(plain.replace("\n", "")))
        widest = max(map(columns_of, plain.splitlines()))
        r.true(f"at {columns} a line takes {widest}", widest <= columns)
        r.same(f"NO_COLOR at {columns}", on_terminal(["show", names], columns, {"NO_COLOR": "1"})[1], plain)
    piped = r.run("show", names).stdout.decode()
    r.same("not on a terminal it is 80 wide, without colours", piped, on_terminal(["show", names], 80, {"NO_COLOR": "1"})[1])
    out = r.folder.name + "/out.txt"
    r.same("nor into a file", on_terminal(["show", names, "-o", out], 120)[1], "")
    r.same("which holds the same", open(out, encoding="utf-8").read(), piped)
    r.true("an empty NO_COLOR is none", "\x1b[" in on_terminal(["show", names], 80, {"NO_COLOR": ""})[1])

    hostile = r.file({
        "sinedie": 1, "as_of": "2025-05-01", "title": HOSTILE, "parties": [{"id": "p", "name": HOSTILE, "note": HOSTILE}],
        "venues": [{"id": "v", "name": HOSTILE}], "series": [{"id": "s", "name": HOSTILE}],
        "events": [{"id": "e", "title": HOSTILE, "status": "held", "when": "2025-02-18", "parties": ["p"], "venues": ["v"], "topics": [HOSTILE],
                    "series": [{"id": "s", "round": 1}], "note": HOSTILE, "attributes": {"a": HOSTILE}},
                   {"id": "f", "title": HOSTILE, "relations": [{"after": "e"}]}],
        "documents": [{"id": "d", "source": HOSTILE, "title": HOSTILE, "published": "2025-03-01"}],
        "reports": [{"id": "r", "document": "d", "about": "f", "citing": [{"unnamed": HOSTILE}], "says": {"status": "announced"}}]})
    lines = {}
    for arguments in (["show"], ["show", "--ids"], ["show", "--undated", "apart"], ["show", "--format", "markdown"], ["show", "--lang", "fr"],
                      ["check"], ["check", "--format", "markdown"], ["why", "f"], ["why", "f", "--format", "markdown"], ["history", "f"],
                      ["history", "--slips"], ["compare", "--from", "2025-02-01", "--to", "2025-04-01"], ["count", "--by", "party"],
                      ["count", "--by", "venue", "--format", "markdown"], ["show", "--format", "chart"]):
        done = r.run(arguments[0], hostile, *arguments[1:])
        text = done.stdout.decode()
        r.true(f"{arguments} fails: {done.stderr}", done.returncode in (0, 1))
        found = ACTS.search(text)
        r.true(f"{arguments} lets {found and ascii(found.group())} through", not found)
        r.true(f"{arguments} shows heaps of marks", text.count("\u0301") <= 40 * len(text.splitlines()))
        if "markdown" not in arguments:
            widest = max(map(columns_of, text.splitlines()))
            r.true(f"a line of {arguments} takes {widest}", widest <= 80 or arguments[0] == "check")
    for arguments in (["show"], ["check"], ["why", "f"], ["history", "f"], ["count", "--by", "party"]):
        text = r.run(arguments[0], hostile, *arguments[1:], "--json").stdout.decode()
        r.true(f"{arguments} in JSON lets control characters through", not re.search("[\x00-\x08\x0b-\x1f]", text))
    # The planted fault: what acts is noticed.
    r.true("what acts isn't noticed", ACTS.search(HOSTILE))
    r.done(80)

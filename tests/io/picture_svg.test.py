# SPDX-License-Identifier: BSL-1.0
"""A drawing is well-formed XML in which every title is there as text, and rsvg-convert, where it is installed, renders it."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

TOOL = os.environ.get("SINEDIE_TOOL")
ROOT = pathlib.Path(os.environ["SINEDIE_SOURCE_DIR"])
SVG = "{http://www.w3.org/2000/svg}"
if not TOOL:
    print("skipped: the command isn't built")
    sys.exit(77)

HOSTILE = ["</script><script>x</script>", "<img src=x onerror=x>", "<!-- ]]> -->", "&lt; &amp; ' \" >", "javascript:x", "\u2028 \u202e \u200b",
           "\x07\x1b[31m", "\uffff\ufffe", "e" + "\u0301" * 5000, "W" * 10000, "سلام", "会談", "שלום", "${x} `x`"]


def dossier(titles):
    return {"sinedie": 1, "title": titles[0], "parties": [{"id": "a", "name": titles[1 % len(titles)]}],
            "events": [{"id": f"e{i}", "title": t, "status": "held", "when": f"2025-02-{1 + i % 28:02}" if i % 3 else None, "parties": ["a"]}
                       for i, t in enumerate(titles)]}


def drawn(path, *options):
    made = subprocess.run([TOOL, "show", str(path), "--format", "svg", *options], capture_output=True, check=True)
    return made.stdout


def check(svg):
    """The texts of a drawing that is sound."""
    root = xml.fromstring(svg)
    assert root.tag == SVG + "svg"
    allowed = {"svg", "title", "defs", "linearGradient", "stop", "pattern", "marker", "rect", "line", "circle", "path", "text", "g"}
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in allowed, element.tag
        for name, value in element.attrib.items():
            assert not name.startswith("on") and "href" not in name, name
            assert "url(" not in value or value.startswith("url(#"), value
    return ["".join(e.itertext()) for e in root.iter(SVG + "text")]


def main():
    checked = 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        hostile = folder / "hostile.json"
        hostile.write_text(json.dumps(dossier(HOSTILE)), encoding="utf-8")
        for path in [hostile, *sorted((ROOT / "examples/data").glob("*.json"))]:
            for options in [(), ("--lang", "fr", "--dark"), ("--lanes", "venue", "--size", "480x600"), ("--window", "2025-02/2025-03")]:
                texts = check(drawn(path, *options))
                checked += 1
                if path == hostile and not options:
                    together = "\n".join(texts)
                    for title in ["</script><script>x</script>", "<img src=x onerror=x>", "<!-- ]]> -->", "会談", "سلام"]:
                        assert title in together, title
                    assert "\u202e" not in together and "\x1b" not in together
                if shutil.which("rsvg-convert"):
                    svg = folder / "a.svg"
                    svg.write_bytes(drawn(path, *options))
                    png = subprocess.run(["rsvg-convert", str(svg)], capture_output=True, check=True)
                    assert png.stdout.startswith(b"\x89PNG") and len(png.stdout) > 2000
        # What the check is for, it must notice.
        for broken in [b'<svg xmlns="http://www.w3.org/2000/svg"><text><script>x</script></text></svg>',
                       b'<svg xmlns="http://www.w3.org/2000/svg"><rect onload="x"/></svg>', b"<svg><text>&</text></svg>"]:
            try:
                check(broken)
            except (AssertionError, xml.ParseError):
                continue
            raise SystemExit(f"not noticed: {broken}")
    print(f"{checked} drawings are sound" + ("" if shutil.which("rsvg-convert") else "; rsvg-convert isn't installed"))


main()

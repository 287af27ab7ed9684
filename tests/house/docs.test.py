# SPDX-License-Identifier: BSL-1.0
"""The documents quote compiled code and checked output only, and their links lead somewhere.

In README.md, CHANGELOG.md, docs/*.md and the examples' README.md every block of C++ has, on the line before its fence, a comment that says where it is from:

    <!-- from: examples/first_timeline.cpp -->            the whole file, without its SPDX line
    <!-- from: examples/first_timeline.cpp [build] -->    what stands there between `// [build]` and `// [/build]`

and any other block may have one (scripts mark sections with `# [build]`). A block of output has

    <!-- output: first_timeline -->

and equals examples/output/first_timeline.txt, which a test compares with what examples/first_timeline.cpp, or .sh, prints.
examples/README.md numbers the examples; one that is a project of its own is a folder there.
"""
import re
import textwrap

import house

CPP = {"cpp", "c++", "cc", "cxx", "hpp", "h"}
MARKER = re.compile(r"^\s*(?://|#) \[(/?)([\w-]+)\]\s*$")
ORIGIN = re.compile(r"^\s*<!-- (from|output): (\S+?)(?: \[([\w-]+)\])? -->\s*$")
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")


def quoted(text, section):
    """What a document may quote of a file: all of it, or one section; markers and the SPDX line left out."""
    lines, inside, seen = [], section is None, section is None
    for line in text.splitlines():
        marker = MARKER.match(line)
        if marker:
            if marker.group(2) == section:
                inside = not marker.group(1)
                seen = True
            continue
        if inside and not re.match(r"^(//|#) SPDX-License-Identifier:", line):
            lines.append(line)
    return textwrap.dedent("\n".join(lines)).strip("\n") if seen else None


def blocks(lines):
    """(number of the fence's line, language, origin, text) for each fenced block; origin is the match of the line before, or None."""
    number = 0
    while number < len(lines):
        fence = re.match(r"^( *)(`{3,}|~{3,})\s*([\w+#-]*)", lines[number])
        number += 1
        if not fence:
            continue
        start, body = number, []
        while number < len(lines) and not re.match(rf"^ *{re.escape(fence.group(2))}\s*$", lines[number]):
            body.append(lines[number])
            number += 1
        number += 1
        origin = ORIGIN.match(lines[start - 2]) if start >= 2 else None
        yield start, fence.group(3).lower(), origin, textwrap.dedent("\n".join(body)).strip("\n")


def anchors(text):
    """The fragments that headings make, spelled as code hosts spell them."""
    found = set()
    for heading in re.findall(r"^#{1,6} +(.*?) *#*$", re.sub(r"(?ms)^```.*?^```", "", text), re.M):
        slug = re.sub(r"[^\w\- ]", "", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()).replace(" ", "-")
        found.add(slug)
    return found


def check(root):
    faults, quotes = [], set()
    pages = [(root / name, name) for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md") if (root / name).exists()]
    pages += house.files(root, "docs", suffixes=(".md",)) + house.files(root, "examples", suffixes=(".md",))
    for path, name in pages:
        text = path.read_text(encoding="utf-8")
        lines = text.splitlines()
        if name == "README.md" and len(lines) > 150:
            faults.append(f"{name}: {len(lines)} lines, more than 150")
        for line, language, origin, body in blocks(lines):
            place = f"{name}:{line}"
            if origin is None:
                if language in CPP:
                    faults.append(f"{place}: C++ that says not where it is from")
                continue
            kind, source, section = origin.groups()
            file = source if kind == "from" else f"examples/output/{source}.txt"
            if not (root / file).is_file():
                faults.append(f"{place}: there is no {file}")
                continue
            if language in CPP and not file.startswith(("examples/", "tests/")):
                faults.append(f"{place}: {file} is not compiled by the examples or the tests")
            expected = quoted((root / file).read_text(encoding="utf-8"), section)
            if kind == "output":
                quotes.add(source)
                expected = textwrap.dedent((root / file).read_text(encoding="utf-8")).strip("\n")
            if expected is None:
                faults.append(f"{place}: {file} has no section [{section}]")
            elif body != expected:
                faults.append(f"{place}: differs from {file}" + (f" [{section}]" if section else ""))
        for target in LINK.findall(re.sub(r"(?ms)^```.*?^```", "", text)):
            if re.match(r"[a-z]+:", target):
                continue
            file, _, fragment = target.partition("#")
            there = (path.parent / file) if file else path
            if not there.exists():
                faults.append(f"{name}: a link leads to {target}, which isn't there")
            elif fragment and there.suffix == ".md" and fragment not in anchors(there.read_text(encoding="utf-8")):
                faults.append(f"{name}: a link leads to {target}, and no heading is called so")
    outputs = root / "examples/output"
    for output in sorted(outputs.glob("*.txt")) if outputs.is_dir() else []:
        if not any((root / "examples" / (output.stem + suffix)).exists() for suffix in (".cpp", ".sh", "/CMakeLists.txt")):
            faults.append(f"examples/output/{output.name}: no example prints it")
    for path, name in house.files(root, "examples", suffixes=(".cpp",)):
        if len(path.read_text(encoding="utf-8").splitlines()) >= 60:
            faults.append(f"{name}: an example has fewer than 60 lines")
        example = name.split("/")[1].removesuffix(".cpp")
        if not (outputs / f"{example}.txt").exists():
            faults.append(f"{name}: its output is not checked: there is no examples/output/{example}.txt")
        if (root / "examples/README.md").exists() and not re.search(
                rf"(?m)^\d+\. \[{example}(?:\.cpp|/)\]\(", (root / "examples/README.md").read_text(encoding="utf-8")):
            faults.append(f"{name}: examples/README.md doesn't number it")
    return faults


SPDX = "// SPDX-License-Identifier: BSL-1.0\n"
EXAMPLE = {"examples/a.cpp": SPDX + "int main() {\n  // [build]\n  int a = 1;\n  // [/build]\n  return a;\n}\n",
           "examples/output/a.txt": "two lines\n  of text\n"}


def page(text, name="docs/a.md"):
    return EXAMPLE | {name: text}


house.run(check, {
    "a whole file": (page("<!-- from: examples/a.cpp -->\n```cpp\nint main() {\n  int a = 1;\n  return a;\n}\n```\n"), None),
    "a section": (page("<!-- from: examples/a.cpp [build] -->\n```cpp\nint a = 1;\n```\n"), None),
    "its output": (page("<!-- output: a -->\n```\ntwo lines\n  of text\n```\n"), None),
    "sound links": (page("# One two\n[up](#one-two) [there](../examples/a.cpp) [b](https://example.org/)\n"), None),
    "code from nowhere": (page("```cpp\nint a = 2;\n```\n"), "not where it is from"),
    "code from nowhere, in a list": (page("- so:\n\n  ```c++\n  int a = 2;\n  ```\n"), "not where it is from"),
    "code that has changed": (page("<!-- from: examples/a.cpp [build] -->\n```cpp\nint a = 2;\n```\n"), "differs from examples/a.cpp"),
    "a section that isn't there": (page("<!-- from: examples/a.cpp [sort] -->\n```cpp\nint a = 1;\n```\n"), "no section"),
    "a file that isn't there": (page("<!-- from: examples/b.cpp -->\n```cpp\nint a = 1;\n```\n"), "there is no examples/b.cpp"),
    "code that nobody compiles": (page("<!-- from: docs/b.cpp -->\n```cpp\nint b;\n```\n") | {"docs/b.cpp": "int b;\n"}, "not compiled"),
    "output that has changed": (page("<!-- output: a -->\n```text\ntwo lines\nof text\n```\n"), "differs from examples/output/a.txt"),
    "output that nothing prints": (EXAMPLE | {"examples/output/b.txt": "x\n"}, "no example prints it"),
    "an example without output": ({"examples/a.cpp": "int main() {}\n"}, "not checked"),
    "a long example": (EXAMPLE | {"examples/a.cpp": SPDX + "\n" * 60}, "fewer than 60"),
    "an example of its own": (EXAMPLE | {"examples/b/main.cpp": "int main() {}\n", "examples/b/CMakeLists.txt": "",
                                         "examples/output/b.txt": ""}, None),
    "an example that isn't numbered": (page("1. [b.cpp](../docs/b.cpp)\n", "examples/README.md") | {"docs/b.cpp": ""}, "doesn't number it"),
    "a link to nothing": (page("[there](b.md)\n"), "isn't there"),
    "a link to no heading": (page("# One\n[there](#two)\n"), "no heading"),
    "a long README": (page("line\n" * 151, "README.md"), "more than 150"),
})

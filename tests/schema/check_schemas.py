#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Holds the schemas under docs/ against files, against the headers' word lists, and against the command.

    check_schemas.py [--source FOLDER] [--tool COMMAND]
    check_schemas.py --edtf [--source FOLDER]    the pattern of a date against the expressions in the folder SINEDIE_DATA

A sample's name begins with the schema that it is for (dossier-, show-, check-, count-, …). Those in valid/ must pass; each in
invalid/ has one planted fault and must be rejected. The command must judge each dossier sample as the schema does, and what
it prints must fit. Returns 77 where Python's jsonschema, or the data that is asked for, is missing.
"""
import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("skipped: Python has no module jsonschema that knows draft 2020-12")
    sys.exit(77)

HERE = pathlib.Path(__file__).resolve().parent
failures = []
counts = {}


def expect(what, holds, message):
    counts[what] = counts.get(what, 0) + 1
    if not holds:
        failures.append(f"{what}: {message}")


def once_each(pairs):
    keys = [key for key, _ in pairs]
    if len(set(keys)) != len(keys):
        raise ValueError(f"a key twice among {keys}")
    return dict(pairs)


def load(path):
    return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=once_each)


def first_error(schema, value):
    errors = sorted(schema.iter_errors(value), key=lambda e: list(map(str, e.absolute_path)))
    return None if not errors else "/" + "/".join(map(str, errors[0].absolute_path)) + ": " + errors[0].message[:200]


def conclude():
    for failure in failures:
        print("FAILED", failure)
    print("; ".join(f"{n} {what}" for what, n in counts.items()) + f"; {len(failures)} failed")
    return 0 if counts and not failures else 1


def check_samples(schemas, examples):
    for path in sorted(examples.glob("*.json")):
        problem = first_error(schemas["dossier"], load(path))
        expect("examples", problem is None, f"{path.name}: {problem}")
    for path in sorted((HERE / "valid").glob("*.json")):
        problem = first_error(schemas[path.name.split("-")[0]], load(path))
        expect("valid samples", problem is None, f"{path.name}: {problem}")
    for path in sorted((HERE / "invalid").glob("*.json")):
        problem = first_error(schemas[path.name.split("-")[0]], load(path))
        expect("planted faults", problem is not None, f"{path.name} passes")


def words_in(header, name):
    """The strings of the first braced list after `name`."""
    found = re.search(re.escape(name) + r"[^;]*?\{([^{}]*)\}\s*;", header.read_text(encoding="utf-8"), re.S)
    return re.findall(r'"([^"]*)"', found.group(1)) if found else None


def check_words(schemas, model):
    defs = schemas["dossier"].schema["$defs"]
    report = defs["report"]["properties"]
    relation = [name for name in defs["relation"]["properties"] if name not in ("at_least", "at_most")]
    basis = next(form for form in defs["date"]["oneOf"] if form.get("type") == "object")["properties"]["basis"]
    for header, name, words in (
        ("status.hpp", "status_words", defs["status"]["enum"]),
        ("relation.hpp", "relation_words", relation),
        ("vocabulary.hpp", "words_of<party_kind>", defs["party"]["properties"]["kind"]["enum"]),
        ("vocabulary.hpp", "words_of<mode>", defs["mode"]["enum"]),
        ("vocabulary.hpp", "words_of<why_undated>", defs["why_undated"]["enum"]),
        ("vocabulary.hpp", "words_of<basis>", basis["enum"]),
        ("vocabulary.hpp", "words_of<report_kind>", report["kind"]["enum"]),
        ("vocabulary.hpp", "words_of<rank>", report["rank"]["enum"]),
    ):
        expect("word lists", words_in(model / header, name) == words, f"{header} and the schema differ about {name}: {words}")
    said = [word for word in words_in(model / "relation.hpp", "relation_words") if word not in ("realised_as", "maybe_same_as")]
    for name in ("check", "why"):
        enum = schemas[name].schema["$defs"]["statement"]["properties"]["relation"]["enum"]
        expect("word lists", enum == [*said, None], f"relation.hpp and the schema of {name} differ about relations: {enum}")


def at(value, steps):
    """A part of a value: each step names a member, or in a list the entry of that id."""
    for step in steps:
        value = next(entry for entry in value if entry["id"] == step) if isinstance(value, list) else value[step]
    return value


def check_snippets(source):
    """Each JSON snippet in a page equals the part of a file that the comment before it names."""
    for page in [source / "README.md", *sorted((source / "docs").glob("*.md"))]:
        if not page.is_file():
            continue
        text = page.read_text(encoding="utf-8")
        for block in re.finditer(r"(?:<!-- from: ([^\n]*?) -->\n)?```json\n(.*?)```", text, re.S):
            where = f"{page.name}, line {text.count(chr(10), 0, block.start()) + 1}"
            try:
                file, *steps = (block.group(1) or "").split()
                same = at(load(source / file), steps) == json.loads(block.group(2), object_pairs_hook=once_each)
                expect("JSON snippets", same, f"{where} differs from {block.group(1)}")
            except (ValueError, LookupError, StopIteration, OSError) as problem:
                expect("JSON snippets", False, f"{where}: {problem!r}")


def check_edtf(schema):
    """Every expression on which the public test suites agree that it is valid passes; of the invalid ones, most don't."""
    if not os.environ.get("SINEDIE_DATA"):
        print("skipped: SINEDIE_DATA names no folder with the public expressions")
        return 77
    path = pathlib.Path(os.environ["SINEDIE_DATA"]) / "edtf" / "edtf_consensus_public.jsonl"
    pattern = re.compile(schema["$defs"]["edtf"]["pattern"])
    rejected = 0
    invalid = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["valid"]:
            expect("public EDTF expressions", pattern.search(row["input"]), f"{row['input']!r} is rejected")
        else:
            invalid += 1
            rejected += not pattern.search(row["input"])
    print(f"of {invalid} expressions that aren't EDTF, the outline alone rejects {rejected}")
    return conclude()


def run(tool, *arguments):
    done = subprocess.run([tool, *arguments], capture_output=True, stdin=subprocess.DEVNULL, timeout=60)
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8", "replace")


def judge_output(schemas, name, arguments, outcome, codes):
    code, out, err = outcome
    expect(f"{name} outputs", code in codes, f"{' '.join(arguments)}: exit code {code}: {err[:300]}")
    if code not in codes:
        return
    try:
        values = [json.loads(line, object_pairs_hook=once_each) for line in out.splitlines()] if name == "date" else \
            [json.loads(out, object_pairs_hook=once_each)]
    except ValueError as problem:
        expect(f"{name} outputs", False, f"{' '.join(arguments)}: {problem}: {out[:200]!r}")
        return
    for value in values:
        problem = first_error(schemas[name], value)
        expect(f"{name} outputs", problem is None, f"{' '.join(arguments)}: {problem}")


def check_tool(schemas, tool, examples):
    dossiers = sorted(examples.glob("*.json")) + sorted((HERE / "valid").glob("dossier-*.json"))
    for path in dossiers:
        for arguments, codes in ((["show", str(path), "--json"], {0}), (["check", str(path), "--json"], {0, 1}),
                                 (["show", str(path), "--json", "--where", "undated"], {0}),
                                 (["count", str(path), "--json"], {0}),
                                 (["count", str(path), "--json", "--by", "pair"], {0}),
                                 (["count", str(path), "--json", "--by", "month", "--where", "not undated"], {0}),
                                 (["explain", str(path), "--json", "--where", "undated or during:2025"], {0}),
                                 (["show", str(path), "--json", "--lang", "fr", "--as-of", "2025-04-02"], {0})):
            judge_output(schemas, arguments[0], arguments, run(tool, *arguments), codes)
        for event in load(path).get("events", [])[:3]:
            arguments = ["why", str(path), event["id"], "--json"]
            code, _, err = outcome = run(tool, *arguments)
            if code != 2 or "there is no event" not in err:  # one that is only known of later
                judge_output(schemas, "why", arguments, outcome, {0})
        for event in [e["id"] for e in load(path).get("events", [])][:8]:
            arguments = ["history", str(path), event, "--json"]
            judge_output(schemas, "history", arguments, run(tool, *arguments), {0})
        for by in ([], ["--by", "party"], ["--by", "pair"], ["--by", "venue"], ["--by", "kind"]):
            arguments = ["history", str(path), "--slips", *by, "--json"]
            judge_output(schemas, "slips", arguments, run(tool, *arguments), {0})
        arguments = ["check", str(path), "--overdue", "--quiet", "7", "--as-of", "2025-11-01", "--json"]
        judge_output(schemas, "check", arguments, run(tool, *arguments), {0, 1})
        arguments = ["compare", str(path), "--from", "2025-02-10", "--to", "2025-10-22", "--json"]
        judge_output(schemas, "compare", arguments, run(tool, *arguments), {0})
    for path in sorted((HERE / "invalid").glob("dossier-*.json")):
        code, out, err = run(tool, "check", str(path), "--json")
        expect("faults that the command rejects", code == 2 and err and not out, f"{path.name}: exit code {code}, {err[:200]!r}")
    with tempfile.TemporaryDirectory() as folder:
        for path in dossiers:
            once, twice = (os.path.join(folder, name) for name in ("once.json", "twice.json"))
            for origin, target in ((str(path), once), (once, twice)):
                code, out, err = run(tool, "convert", origin, "-o", target)
                expect("conversions", code == 0, f"{path.name}: exit code {code}: {err[:300]}")
            if not (os.path.isfile(once) and os.path.isfile(twice)):
                continue
            written = pathlib.Path(once).read_bytes()
            expect("conversions", written == pathlib.Path(twice).read_bytes(), f"{path.name}: writing what was written changes it")
            if path.parent == examples:
                expect("conversions", written == path.read_bytes(), f"{path.name} isn't laid out as the writer does; convert it")
            problem = first_error(schemas["dossier"], load(pathlib.Path(once)))
            expect("conversions", problem is None, f"{path.name}, converted: {problem}")
    code, out, err = run(tool, "date", "--help")
    if code != 0:
        print("skipped: the command has no `date`")
        return
    for expressions in (["2025-02-27"], ["2025-02~", "2009/2017", "2025-02-18/.."], ["2025-02-30", "27/02/2025", ""]):
        arguments = ["date", "--json", *expressions]
        judge_output(schemas, "date", arguments, run(tool, *arguments), {0} if "" not in expressions else {1})
    for arguments in (["1/14 February 1918", "2025"], ["1917-10-25", "1918", "1920-05", "--country", "russia"],
                      ["1918-02-01", "~2004-~06-11/2005?", "--calendar", "julian"], ["2004-06~-11", "--calendar", "unknown"]):
        arguments = ["date", "--json", *arguments]
        judge_output(schemas, "date", arguments, run(tool, *arguments), {0})
    arguments = ["date", "--json", "1/14 February 1918", "--versus", "1918-02-14"]
    judge_output(schemas, "date", arguments, run(tool, *arguments), {0})
    arguments = ["date", "--json", "1918-02-05", "--country", "RU"]
    judge_output(schemas, "date", arguments, run(tool, *arguments), {1})
    arguments = ["date", "--json", "2025-02-18", "--versus", "2025-02-19"]
    judge_output(schemas, "date", arguments, run(tool, *arguments), {0})


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--source", type=pathlib.Path, default=HERE.parent.parent)
    options.add_argument("--tool", default=os.environ.get("SINEDIE_TOOL"))
    options.add_argument("--edtf", action="store_true")
    given = options.parse_args()
    docs = given.source / "docs"
    if given.edtf:
        return check_edtf(load(docs / "dossier.schema.json"))
    schemas = {}
    for path in sorted(docs.glob("*.schema.json")):
        schema = load(path)
        Draft202012Validator.check_schema(schema)
        schemas[path.name.split(".")[0]] = Draft202012Validator(schema)
    examples = given.source / "examples" / "data"
    check_samples(schemas, examples)
    model = given.source / "include" / "sinedie" / "model"
    if (model / "vocabulary.hpp").is_file():
        check_words(schemas, model)
    else:
        print("skipped: no word lists in", model)
    changes = words_in(model.parent / "knowledge" / "change.hpp", "change_words")
    short = words_in(model.parent / "knowledge" / "change.hpp", "change_words_in_short")
    for name in ("history", "compare"):
        words = schemas[name].schema["$defs"]["change"]["properties"]
        expect("word lists", words["detail"]["enum"] == changes, f"change.hpp and the schema of {name} differ: {words['detail']['enum']}")
        expect("word lists", words["change"]["enum"] == list(dict.fromkeys(short)), f"change.hpp and the schema of {name} differ: {words['change']['enum']}")
    check_snippets(given.source)
    if given.tool and os.access(given.tool, os.X_OK):
        check_tool(schemas, given.tool, examples)
    else:
        print("skipped: the command isn't built, so its outputs aren't held against the schemas")
    return conclude()


if __name__ == "__main__":
    sys.exit(main())

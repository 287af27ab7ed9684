# SPDX-License-Identifier: BSL-1.0
"""Help, the manual page and what shells complete: all say the same, and all of it is so."""
import re
import shutil
import subprocess

from tool import room

COMMANDS = "show check date history compare why count explain convert completion".split()


def options_in(help_text):
    """Each option that a help text lists, with the name of its value."""
    found = {}
    for line in help_text.splitlines():
        m = re.match(r"  (-{1,2}[a-z-]+)(?: ([A-Za-z=]+))?(?:  |$)", line)
        if m:
            found[m.group(1)] = m.group(2)
    return found


def bash_completes(script, *words):
    """What bash offers for the last of the words."""
    quoted = " ".join(f"'{w}'" for w in words)
    done = subprocess.run(["bash", "-c", f"source '{script}'; COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; _sinedie; "
                           'printf "%s\\n" "${COMPREPLY[@]}"'], capture_output=True, text=True)
    return done.stdout.split() if done.returncode == 0 and not done.stderr else [done.stderr]


with room() as r:
    overview = r.run("help").stdout.decode()
    page = r.run("completion", "man").stdout.decode()
    scripts = {}
    for shell in ("bash", "zsh", "fish"):
        scripts[shell] = r.file(r.run("completion", shell).stdout.decode(), f"completion.{shell}")
    text = {shell: open(path).read() for shell, path in scripts.items()}
    for command in COMMANDS:
        shown = r.run(command, "--help").stdout.decode()
        r.true(f"{command} is in the overview", f"sinedie {command} " in overview)
        r.true(f"{command} has examples", f"examples:\n  sinedie {command} " in shown)
        r.same(f"help {command} is {command} --help", r.run("help", command).stdout.decode(), shown)
        r.true(f"{command} fits 80 columns but for its examples",
               all(len(line) <= 80 for line in shown.split("examples:")[0].splitlines()))
        options = options_in(shown)
        r.true(f"{command} lists the common options: {options}", {"-o", "--format", "--json", "--lang", "--help", "--version"} <= set(options))
        r.true(f"{command} is in the manual page", f".SS sinedie {command}" in page)
        r.same(f"bash completes the options of {command}", sorted(bash_completes(scripts["bash"], "sinedie", command, "-")), sorted(options))
        for name, value in options.items():
            # An option that is listed is taken: with a value where it has one, and without where it hasn't.
            done = r.run(command, name, *(["x"] if value else []), "--no-such-option")
            said = done.stderr.decode()
            r.true(f"{command} takes {name}: {said}", 'no option "--no-such-option"' in said and done.returncode == 2)
            r.true(f"{name} of {command} is in the manual page", "\\fB" + name.replace("-", "\\-") + "\\fR" in page)
            for shell in ("zsh", "fish"):
                spelt = f"{name}[" if shell == "zsh" else f"-{'s' if len(name) == 2 else 'l'} {name.lstrip('-')} "
                r.true(f"{shell} knows {name} of {command}", spelt in text[shell])
    for words, right in ((("show", "--undated", ""), "last first apart only hide"), (("count", "--by", "k"), "kind"),
                         (("history", "--by", "ye"), "year"), (("date", "--calendar", "j"), "julian"), (("completion", "z"), "zsh"),
                         (("sh",), "show"), (("help", "co"), "compare count convert completion"), (("show", "--lang", ""), "en fr"),
                         (("compare", "--from", ""), "")):
        r.same(f"bash completes {words}", sorted(bash_completes(scripts["bash"], "sinedie", *words)), sorted(right.split()))
    # Values that the table lists are taken; others are refused with what there is.
    path = r.file({"sinedie": 1, "events": [{"id": "e"}]})
    for word in "last first apart only hide".split():
        r.same(f"--undated {word}", r.run("show", path, "--undated", word).returncode, 0)
    for word in "party pair venue kind status year month".split():
        r.same(f"--by {word}", r.run("count", path, "--by", word).returncode, 0)
    refused = (("show", path, "--undated", "there"), ("count", path, "--by", ""), ("count", path, "--by", "day"), ("show", path, "--first", "-1"),
               ("show", path, "--first", "0"), ("show", path, "--lang", "de"), ("show", path, "--format", "pdf"), ("completion", "csh"),
               ("show", path, "--where", ""), ("show", path, "--where", "undatd"), ("shwo", path))
    for words in refused:
        done = r.run(*words)
        r.same(f"exit of {words}", done.returncode, 2)
        r.same(f"output of {words}", done.stdout, b"")
        r.true(f"{words} is explained: {done.stderr}", done.stderr.startswith(b"sinedie: ") and len(done.stderr) > 20)
    for shell in ("bash", "zsh", "fish"):
        if shutil.which(shell):
            r.same(f"{shell} reads its script", subprocess.run([shell, "-n", scripts[shell]], capture_output=True).stderr, b"")
    if shutil.which("groff"):
        done = subprocess.run(["groff", "-man", "-ww", "-Tascii"], input=page.encode(), capture_output=True)
        r.same("groff has nothing to say of the manual page", done.stderr, b"")
        r.true("the manual page reads as text", "--undated PLACE" in re.sub("\x1b\\[[0-9]*m|.\x08", "", done.stdout.decode()))
    # The planted fault: an option that a help text doesn't list.
    r.true("an option that isn't listed isn't noticed", "--no-such-option" not in options_in(r.run("show", "--help").stdout.decode()))
    r.done(300)

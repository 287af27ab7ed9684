# SPDX-License-Identifier: BSL-1.0
"""What tests of the command share: a folder to write dossiers into, and a way to run `sinedie` on them."""
import json
import os
import pathlib
import subprocess
import tempfile

SOURCE = pathlib.Path(os.environ["SINEDIE_SOURCE_DIR"])
TOOL = os.environ["SINEDIE_TOOL"]
#: Data that doesn't ship; None where it isn't at hand.
DATA = pathlib.Path(os.environ["SINEDIE_DATA"]) if os.environ.get("SINEDIE_DATA") else None


class room:
    """A folder of its own; `failures` collects what is wrong, as sentences."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="sinedie-tool-")
        self.failures = []
        self.compared = 0
        #: Whether the command runs as somebody to whom permissions matter, even where the tests run as root.
        self.without_privilege = False

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.folder.cleanup()

    def file(self, content, name="dossier.json"):
        """Writes bytes, text, or anything else as JSON."""
        path = pathlib.Path(self.folder.name) / name
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content if isinstance(content, str) else json.dumps(content, ensure_ascii=False), encoding="utf-8")
        return str(path)

    def run(self, *arguments, stdin=None, environment=None):
        environment = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "SINEDIE_DATA")} | (environment or {})
        command = [TOOL, *arguments]
        if self.without_privilege and os.geteuid() == 0:
            rights = "-dac_override,-dac_read_search"
            command = ["setpriv", f"--bounding-set={rights}", f"--inh-caps={rights}", *command]
        return subprocess.run(command, input=stdin, capture_output=True, timeout=60, env=environment)

    def json(self, *arguments, code=0):
        done = self.run(*arguments, "--json")
        self.same(" ".join(arguments[:1]) + " exit code", done.returncode, code)
        return json.loads(done.stdout) if done.stdout else {}

    def entries(self, path, *arguments):
        """By id, in the order in which they are shown."""
        return {e["id"]: e for e in self.json("show", path, *arguments)["entries"]}

    def same(self, what, is_, should):
        self.compared += 1
        if is_ != should:
            self.failures.append(f"{what} is {is_!r}, not {should!r}")

    def true(self, what, holds):
        self.compared += 1
        if not holds:
            self.failures.append(what)

    def hold(self, cases, right):
        """Calls what is right of each case, by its name, with this room and the case; names it in what fails."""
        for name, holds in right.items():
            before = len(self.failures)
            holds(self, cases[name])
            self.failures[before:] = [f"{name}: {f}" for f in self.failures[before:]]

    def done(self, least):
        """Ends the test: `least` comparisons at least were made, and none failed."""
        if self.compared < least:
            self.failures.append(f"only {self.compared} comparisons, {least} expected")
        print("\n".join(self.failures) or f"{self.compared} compared")
        raise SystemExit(1 if self.failures else 0)

# SPDX-License-Identifier: BSL-1.0
"""Scripts parse, and JSON files are JSON. Where shellcheck is installed, it has nothing to say."""
import json
import shutil
import subprocess

import house


def check(root):
    faults = []
    for path, name in house.sources(root):
        text = path.read_text(encoding="utf-8")
        first = text.split("\n", 1)[0]
        if first.startswith("#!") and "sh" in first or name.endswith(".sh"):
            parsed = subprocess.run(["bash", "-n", str(path)], capture_output=True, text=True)
            if parsed.returncode != 0:
                faults.append(f"{name}: bash can't read it: {parsed.stderr}")
            elif shutil.which("shellcheck"):
                said = subprocess.run(["shellcheck", "-S", "warning", "-f", "gcc", str(path)], capture_output=True, text=True)
                if said.returncode != 0:
                    faults.append(f"{name}: {said.stdout}{said.stderr}")
        elif name.endswith(".py"):
            try:
                compile(text, name, "exec")
            except SyntaxError as error:
                faults.append(f"{name}: Python can't read it: {error}")
        elif name.endswith(".json") and not name.startswith("tests/"):
            try:
                json.loads(text)
            except ValueError as error:
                faults.append(f"{name}: is not JSON: {error}")
    return faults


house.run(check, {
    "a sound script": ({"a.sh": "#!/usr/bin/env bash\necho \"$1\"\n", "a.py": "print(1)\n", "a.json": "{}"}, None),
    "a shell script cut short": ({"a.sh": "#!/usr/bin/env bash\nif true; then\n"}, "bash can't read it"),
    "a Python script cut short": ({"a.py": "def f(:\n"}, "Python can't read it"),
    "JSON cut short": ({"a.json": "{"}, "is not JSON"),
})

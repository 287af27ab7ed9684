#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Other people's readers read what we write: tests/io/readers.mjs. They come from the npm registry, into the build folder, once.
# Skips where there is no Node.js or npm, or where they can't be had.
set -uo pipefail
[ -n "${SINEDIE_PEERS:-}" ] || { echo "skipped: ./dev check runs it, with other people's programs from the npm registry"; exit 77; }
[ -n "${SINEDIE_TOOL:-}" ] || { echo "skipped: the command isn't built"; exit 77; }
if ! command -v node >/dev/null || ! command -v npm >/dev/null; then echo "skipped: no Node.js or no npm"; exit 77; fi
folder=$(dirname "$SINEDIE_TOOL")/../readers-test
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
if [ ! -f "$folder/complete" ]; then
  (cd "$folder" && echo '{"private": true}' >package.json &&
    timeout 300 npm install --no-audit --no-fund --silent ical.js@2 @duckdb/node-api@1.4.4-r.3 vis-timeline@7 @knight-lab/timelinejs@3 \
      @hpcc-js/wasm-graphviz@1 jsdom@26 >npm.log 2>&1 && touch complete) ||
    { echo "skipped: the readers can't be installed"; exit 77; }
fi
cp "$SINEDIE_SOURCE_DIR/tests/io/readers.mjs" "$folder/readers.mjs"
cd "$folder" && exec timeout 120 env SINEDIE_TOOL="$(realpath "$SINEDIE_TOOL")" node readers.mjs

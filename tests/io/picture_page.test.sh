#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Opens pages in a real browser and uses them: tests/io/picture_page.mjs. Skips where there is no browser, Node.js or npm. The
# driver, playwright-core, is installed into the build folder, once.
set -uo pipefail
[ -n "${SINEDIE_PEERS:-}" ] || { echo "skipped: ./dev check runs it, with other people's programs from the npm registry"; exit 77; }
[ -n "${SINEDIE_TOOL:-}" ] || { echo "skipped: the command isn't built"; exit 77; }
browser=${SINEDIE_BROWSER:-}
for name in chromium chromium-browser google-chrome google-chrome-stable microsoft-edge; do
  [ -n "$browser" ] || browser=$(command -v "$name" || true)
done
[ -n "$browser" ] || { echo "skipped: no browser"; exit 77; }
if ! command -v node >/dev/null || ! command -v npm >/dev/null; then echo "skipped: no Node.js or no npm"; exit 77; fi
folder=$(dirname "$SINEDIE_TOOL")/../browser-test
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
if [ ! -d "$folder/node_modules/playwright-core" ]; then
  (cd "$folder" && echo '{"private": true}' >package.json && npm install --no-audit --no-fund --silent playwright-core@1 >npm.log 2>&1) ||
    { echo "skipped: playwright-core can't be installed"; exit 77; }
fi
exec env SINEDIE_BROWSER="$browser" SINEDIE_BROWSER_FOLDER="$folder" node "$SINEDIE_SOURCE_DIR/tests/io/picture_page.mjs" "$@"

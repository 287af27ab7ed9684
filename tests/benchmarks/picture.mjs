// SPDX-License-Identifier: BSL-1.0
// Opens pages of 1,000, 10,000 and 100,000 events, ours and one by vis-timeline, in the same browser and window, and tells how
// long each took from asking for the page until the first picture stood there. Run by picture.bench.cpp with the folder.
import {execFileSync} from "node:child_process";
import fs from "node:fs";
import {createRequire} from "node:module";
import path from "node:path";
import {pathToFileURL} from "node:url";

const folder = process.argv[2];
const {chromium} = createRequire(path.join(folder, "index.js"))("playwright-core");
const module_ = (name) => path.join(folder, "node_modules", name);
const version = (name) => JSON.parse(fs.readFileSync(path.join(module_(name), "package.json"))).version;
let program = process.env.SINEDIE_BROWSER ?? "";
for (const name of ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"]) {
  if (program !== "") break;
  try {
    program = execFileSync("sh", ["-c", "command -v " + name], {encoding: "utf8"}).trim();
  } catch {
    // The next one.
  }
}
if (program === "") {
  console.log("skipped: no browser");
  process.exit(0);
}
const patience = 120_000;
const browser = await chromium.launch({executablePath: program, args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]});
console.log(`browser ${browser.version()}, window of 1300 by 900; vis-timeline ${version("vis-timeline")}, stand-alone minified build, one group a party,`);
console.log("height 650 px, moments as boxes with default stacking (\"stacked\"), and without stacking (\"flat\")");

// The other's page: its script and the events in one file, as in ours. All of the axis is in sight, as in ours.
function otherPage(n, stack) {
  const script = fs.readFileSync(path.join(module_("vis-timeline"), "standalone/umd/vis-timeline-graph2d.min.js"), "utf8").replaceAll("</script", "<\\/script");
  const style = fs.readFileSync(path.join(module_("vis-timeline"), "styles/vis-timeline-graph2d.min.css"), "utf8");
  const file = path.join(folder, `vis-${n}-${stack}.html`);
  fs.writeFileSync(file, `<!DOCTYPE html><meta charset="utf-8"><style>${style}</style><div id="v"></div><script>${script}</script>
<script type="application/json" id="data">${fs.readFileSync(path.join(folder, n + ".json"), "utf8")}</script><script>
const rows = JSON.parse(document.getElementById("data").textContent);
const items = new vis.DataSet(rows.map(([id, content, start, group]) => ({id, content, start, group})));
const groups = new vis.DataSet([...new Set(rows.map((r) => r[3]))].sort().map((id) => ({id, content: id})));
const timeline = new vis.Timeline(document.getElementById("v"), items, groups, {height: 650, stack: ${stack}, start: "1960-01-01", end: "2020-04-01",
  onInitialDrawComplete: () => { document.documentElement.dataset.drawn = "1"; }});
</script>`);
  return file;
}

// Milliseconds from navigation to the first frame after the picture stood there; Infinity where that took too long.
async function opened(file, look) {
  const context = await browser.newContext({viewport: {width: 1300, height: 900}}), tab = await context.newPage();
  await tab.addInitScript(() => {
    const wait = () => requestAnimationFrame(() => {
      if (document.documentElement?.dataset.drawn === undefined) return wait();
      requestAnimationFrame(() => { window.firstPicture = performance.now(); });
    });
    wait();
  });
  tab.setDefaultTimeout(patience);
  let ms = Infinity, seen;
  try {
    await tab.goto(pathToFileURL(file).href, {timeout: patience});
    await tab.waitForFunction(() => window.firstPicture !== undefined, null, {timeout: patience});
    ms = await tab.evaluate(() => window.firstPicture);
    seen = look ? await tab.evaluate(look) : undefined;
  } catch (e) {
    if (!/Timeout/.test(String(e))) throw e;
  }
  await context.close();
  return {ms, seen};
}
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const inTime = (ms) => (ms === Infinity ? `more than ${patience} ms` : `${Math.round(ms)} ms`);

// What each holds: id and day of every event. Compared before anything is timed.
const ourEvents = () => events.id.map((id, e) => id + " " + spell(hullFrom[current[e]])).sort().join("\n");
const otherEvents = () => items.get().map((i) => i.id + " " + new Date(i.start).toISOString().slice(0, 10)).sort().join("\n");

let wrong = false;
for (const n of [1000, 10000, 100000]) {
  const ours = path.join(folder, n + ".html");
  const pages = [["stacked", otherPage(n, true)], ["flat", otherPage(n, false)]];
  const mine = (await opened(ours, ourEvents)).seen;
  // Where the other may not come to an end, what it is given.
  const given = () => JSON.parse(fs.readFileSync(path.join(folder, n + ".json"))).map((r) => r[0] + " " + r[2]).sort().join("\n");
  const other = n > 10000 ? given() : (await opened(pages[1][1], otherEvents)).seen ?? given();
  if (mine !== other || mine.split("\n").length !== n) {
    console.log(`${n} events: the pages don't hold the same`);
    wrong = true;
    continue;
  }
  const runs = [];
  for (let i = 0; i < 5; ++i) runs.push((await opened(ours)).ms);
  const us = median(runs), size = fs.statSync(ours).size;
  console.log(`${n} events, the same for both: first picture ${inTime(us)} (${runs.map(Math.round).sort((a, b) => a - b).join(" ")}), ${size} bytes`);
  for (const [name, file] of pages) {
    const times = [];
    for (let i = 0; i < 3 && times.at(-1) !== Infinity; ++i) times.push((await opened(file)).ms);
    const them = median(times), bytes = fs.statSync(file).size;
    console.log(`  vis-timeline, ${name}: ${inTime(them)}, ${bytes} bytes; ours is ${them === Infinity ? "more than " : ""}${(Math.min(them, patience) / us).toFixed(1)} times as fast, with ${(bytes / size).toFixed(2)} times fewer bytes`);
  }
}

// A hundred thousand events of all sorts: opening, and what a frame costs while moving, when the whole is in sight and when marks
// are. A frame is counted from the step that asks for it until the next one could be asked for.
const sorts = path.join(folder, "mixture.html"), runs = [];
for (let i = 0; i < 5; ++i) runs.push((await opened(sorts)).ms);
console.log(`100000 events of all sorts: first picture ${inTime(median(runs))} (${runs.map(Math.round).sort((a, b) => a - b).join(" ")}), ${fs.statSync(sorts).size} bytes`);
const context = await browser.newContext({viewport: {width: 1300, height: 900}}), tab = await context.newPage();
await tab.goto(pathToFileURL(sorts).href);
await tab.waitForFunction(() => document.documentElement.dataset.ready !== undefined);
for (const [what, span] of [["60 years", 22000], ["5 years", 1826], ["three months", 90], ["a week", 7]]) {
  const seen = await tab.evaluate(async (days) => {
    look(3000, 3000 + days);
    measure();
    draw();
    const frames = [], drawing = [];
    for (let i = 0; i < 120; ++i) {
      const start = performance.now();
      pan(i % 40 < 20 ? 9 : -9);
      await new Promise(requestAnimationFrame);
      frames.push(performance.now() - start);
      drawing.push(lastFrameMs);
    }
    const sorted = (list) => list.sort((a, b) => a - b);
    return {frames: sorted(frames), drawing: sorted(drawing), histograms: lanes.filter((l) => l.mode === "histogram").length, lanes: lanes.length, marks: spots.size};
  }, span);
  const at = (list, share) => list[Math.floor((list.length - 1) * share)];
  console.log(`  panning, ${what} in sight (${seen.histograms} of ${seen.lanes} lanes as histograms, ${seen.marks} marks): ${(1000 / at(seen.frames, 0.5)).toFixed(0)} frames a second (median), ` +
    `19 of 20 within ${at(seen.frames, 0.95).toFixed(0)} ms; drawing takes ${at(seen.drawing, 0.5).toFixed(1)} ms (median), at most ${at(seen.drawing, 1).toFixed(1)}`);
}
await browser.close();
process.exit(wrong ? 1 : 0);

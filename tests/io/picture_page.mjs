// SPDX-License-Identifier: BSL-1.0
// Uses pages as a reader would, in a real browser, and holds what they show against what was put in. Run by picture_page.test.sh.
import {execFileSync} from "node:child_process";
import fs from "node:fs";
import {createRequire} from "node:module";
import os from "node:os";
import path from "node:path";
import {pathToFileURL} from "node:url";

const {SINEDIE_TOOL: tool, SINEDIE_SOURCE_DIR: source, SINEDIE_BROWSER: browserPath, SINEDIE_BROWSER_FOLDER: home} = process.env;
const {chromium} = createRequire(path.join(home, "index.js"))("playwright-core");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "sinedie-page-"));
let checks = 0;
const failures = [];
function check(holds, what) {
  if (process.env.SINEDIE_TRACE) console.log(holds ? "ok" : "NOT", what.slice(0, 200));
  ++checks;
  if (!holds) failures.push(what);
}
function same(got, wanted, what) { check(JSON.stringify(got) === JSON.stringify(wanted), `${what}: ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`); }

const combining = "Heap" + "\u0308".repeat(4000);
const hostile = ["</script><script>window.hit=1</script>", "<img src=x onerror=window.hit=1>", "<!--<script>window.hit=1", "javascript:window.hit=1", "a\u2028b",
  "\u202edesrever", "\u001b[31mred", "&lt;b&gt; &amp; \" ' ]]>", combining, "W".repeat(10000), "${window.hit=1}", "سلام عليكم", "会談", "Переговоры", "\uffff"];

function talks() {
  const e = (id, title, more) => ({id, title, ...more});
  const both = ["aland", "beland"];
  const events = [
    e("first", "First round", {status: "held", when: "2025-02-18", parties: both, venues: ["portia"]}),
    e("second", "Second round", {status: "held", when: "2025-03-05", parties: both, venues: ["geneva"], relations: [{after: "first"}]}),
    e("long", "A long negotiation", {status: "held", when: "2025-02-20/2025-04-10", parties: ["aland"]}),
    e("month", "Some time in March", {status: "held", when: "2025-03", parties: ["beland"]}),
    e("third", "Third round", {status: "announced", parties: both, relations: [{after: "second"}, {before: "signing"}]}),
    e("signing", "Signing", {status: "scheduled", when: "2025-05-20", parties: both, venues: ["geneva"]}),
    e("visit", "A visit", {status: "possible", expected: "2025-04-20/2025-04-30", parties: ["beland"]}),
    e("off", "What was called off", {status: "cancelled", when: "2025-04-01", parties: ["aland"]}),
    e("nothing", "Of which nothing is known", {}),
    e("late", "A summit", {}),
  ];
  const reports = [
    {id: "r1", about: "late", published: "2025-03-10", source: "A paper", url: "https://example.org/a", says: {status: "announced", expected: "2025-06-01/2025-06-30", parties: both}},
    {id: "r2", about: "late", published: "2025-04-02", source: "Another paper", url: "javascript:alert(1)", says: {status: "postponed", when: null, expected: null}},
  ];
  return {sinedie: 1, as_of: "2025-04-06", title: {en: "Talks", fr: "Pourparlers"}, note: "A note",
    parties: [{id: "aland", name: {en: "Aland", fr: "Alande"}, kind: "state"}, {id: "beland", name: "Beland", kind: "state"}],
    venues: [{id: "portia", name: "Portia"}, {id: "helvetia", name: "Helvetia"}, {id: "geneva", name: "Geneva", in: "helvetia"}], events, reports};
}
function hostileTalks() {
  const events = hostile.map((title, i) => ({id: "e" + i, title, note: title, kind: "meeting", status: "held", parties: ["p"], venues: ["v"], topics: [title.slice(0, 200)], ...(i % 3 ? {when: `2025-02-${10 + i}`} : {})}));
  return {sinedie: 1, title: hostile[0], note: hostile[1], parties: [{id: "p", name: hostile[1], aliases: [hostile[2]]}], venues: [{id: "v", name: hostile[0]}], events,
    reports: hostile.map((title, i) => ({id: "r" + i, about: "e" + i, source: title.slice(0, 500), url: i % 2 ? "javascript:window.hit=1" : "https://example.org/\"><script>window.hit=1</script>", published: "2025-03-01"}))
      .map((r, i) => ({...r, citing: [{unnamed: hostile[i].slice(0, 300)}]}))};
}
function many(n) {
  const events = [];
  for (let i = 0; i < n; ++i) events.push({id: "e" + i, title: "Meeting " + i, status: "held", when: new Date(Date.UTC(2000, 0, 1 + (i * 7919) % 9000)).toISOString().slice(0, 10), parties: ["p" + (i % 7)]});
  return {sinedie: 1, parties: [...Array(7).keys()].map((i) => ({id: "p" + i})), events};
}
function page(name, dossier, ...options) {
  const json = path.join(folder, name + ".json"), html = path.join(folder, name + ".html");
  fs.writeFileSync(json, JSON.stringify(dossier));
  execFileSync(tool, ["show", json, "--format", "html", "-o", html, ...options]);
  return html;
}

const args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const browser = await chromium.launch({executablePath: browserPath, args});
async function open(html, hash = "", options = {}) {
  const context = await browser.newContext({viewport: {width: 1300, height: 950}, ...options});
  const tab = await context.newPage();
  const wrong = [];
  // That pixels are read back often is this test's doing.
  tab.on("console", (m) => { if ((m.type() === "error" || m.type() === "warning") && !m.text().includes("willReadFrequently")) wrong.push("console: " + m.text()); });
  tab.on("pageerror", (e) => wrong.push("error: " + e.message));
  tab.on("dialog", (d) => { wrong.push("dialog: " + d.message()); d.dismiss(); });
  tab.on("request", (r) => { if (!r.url().startsWith(pathToFileURL(html).href) && r.url() !== "data:,") wrong.push("request: " + r.url()); });
  await tab.goto(pathToFileURL(html).href + hash);
  await tab.waitForFunction(() => document.documentElement.dataset.ready !== undefined);
  return {tab, wrong, close: () => context.close()};
}
const frame = (tab) => tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))).then(draw));
// Pixels of the canvas that aren't the ground, and how many colours there are.
const ink = (tab) => tab.evaluate(() => {
  const p = ctx.getImageData(0, 0, canvas.width, canvas.height).data, seen = new Map();
  for (let i = 0; i < p.length; i += 4) {
    const c = (p[i] << 16) | (p[i + 1] << 8) | p[i + 2];
    seen.set(c, (seen.get(c) ?? 0) + 1);
  }
  return {colours: seen.size, drawn: 1 - Math.max(...seen.values()) / (p.length / 4)};
});

// Is each event found by search, and by touching the canvas at the place where its date is? `shift` moves the place: a fault.
async function findsEach(tab, dossier, shift) {
  const missed = [];
  for (const e of dossier.events) {
    const middle = !e.when ? null : e.when === "2025-03" ? Date.UTC(2025, 2, 16) : Date.parse(e.when.split("/")[0] + "T12:00:00Z");
    const found = await tab.evaluate(([id, title, t, by]) => {
      search('"' + title + '"');
      const at = events.id.indexOf(id), searched = shown.includes(at);
      search("");
      draw();
      const spot = spots.get(at)?.[0];
      if (!spot) return {searched, hit: false};
      const days = t / 864e5;
      const x = t === null ? 20 : geo.left + (days - view.from) / (view.to - view.from) * (geo.right - geo.left);
      return {searched, hit: hit(x + by, t === null ? spot.y - 4 : spot.y)?.e === at};
    }, [e.id, e.title, middle, shift]);
    if (!found.searched || !found.hit) missed.push(e.id);
  }
  return missed;
}
// Labels of lanes and shelf that lie on each other, as they were drawn.
const overlaps = (tab) => tab.evaluate(() => {
  const drawn = [], real = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (t, x, y) {
    if (this === ctx) drawn.push({t, x, y, w: this.measureText(t).width});
    return real.call(this, t, x, y);
  };
  try {
    draw();
  } finally {
    CanvasRenderingContext2D.prototype.fillText = real;
  }
  const bad = [];
  for (let i = 0; i < drawn.length; ++i)
    for (let k = i + 1; k < drawn.length; ++k) {
      const a = drawn[i], b = drawn[k];
      if (Math.abs(a.y - b.y) < 9 && a.x < b.x + b.w && b.x < a.x + a.w && a.t.trim() !== "" && b.t.trim() !== "") bad.push(a.t + " | " + b.t);
    }
  return {bad, labels: drawn.length};
});

async function reading() {
  const dossier = talks(), html = page("talks", dossier);
  const {tab, wrong, close} = await open(html);
  const drawn = await ink(tab);
  check(drawn.colours > 20 && drawn.drawn > 0.01, "the picture has ink");
  same(await findsEach(tab, dossier, 0), [], "events not found");
  check((await findsEach(tab, dossier, -60)).length > 3, "a misplaced picture would be noticed");

  // The mouse selects; details say what is known, with links to the web only.
  const at = await tab.evaluate(() => ({...spots.get(events.id.indexOf("second"))[0], r: canvas.getBoundingClientRect().toJSON()}));
  await tab.mouse.click(at.r.x + (at.x0 + at.x1) / 2, at.r.y + at.y);
  check((await tab.textContent("#details h2")) === "Second round", "a click selects");
  check((await tab.textContent("#details")).includes("Geneva, Helvetia"), "details name the venue and where it lies");
  same(await tab.getAttribute("#rows tr[aria-selected=true] button", "class"), "link", "the table is in step");
  await tab.keyboard.press("Tab");
  await tab.evaluate(() => select(events.id.indexOf("late"), true));
  const links = await tab.evaluate(() => [...document.querySelectorAll("#details a")].map((a) => a.href));
  same(links, ["https://example.org/a"], "links of sources");
  check((await tab.textContent("#details")).includes("javascript:alert(1)"), "what is no link stays text");

  // Wheel, drag, keys.
  const span = () => tab.evaluate(() => view.to - view.from), from = () => tab.evaluate(() => view.from);
  const s0 = await span(), f0 = await from();
  await tab.mouse.move(at.r.x + 600, at.r.y + 60);
  await tab.mouse.wheel(0, -400);
  await frame(tab);
  check((await span()) < s0 * 0.8, "the wheel zooms in");
  await tab.mouse.down();
  await tab.mouse.move(at.r.x + 400, at.r.y + 60, {steps: 4});
  await tab.mouse.up();
  check((await from()) > f0, "dragging moves");
  await tab.focus("#canvas");
  await tab.keyboard.press("0");
  await tab.keyboard.press("Escape");
  await tab.keyboard.press("ArrowRight");
  const order = await tab.evaluate(() => shown.map((e) => events.id[e]));
  same(await tab.evaluate(() => events.id[selected]), order[0], "the first key goes to the first event");
  await tab.keyboard.press("ArrowRight");
  same(await tab.evaluate(() => events.id[selected]), order[1], "the second to the second");
  check((await tab.textContent("#told")).length > 10, "and it is told to those who don't see");
  const s1 = await span();
  await tab.keyboard.press("+");
  check((await span()) < s1, "plus zooms");
  await tab.keyboard.press("-");
  await tab.keyboard.press("Shift+ArrowRight");
  await tab.keyboard.press("End");
  same(await tab.evaluate(() => events.id[selected]), order.at(-1), "End goes to the last");
  await tab.keyboard.press("/");
  same(await tab.evaluate(() => document.activeElement.id), "search", "the slash goes to the search");

  // Search, in the terms of the query language.
  for (const [q, ids] of [["party:Aland venue:helvetia", ["second", "signing"]], ["status:announced or status:possible", ["third", "visit"]], ["undated not no_date_yet", ["nothing"]],
    ["during:2025-03", ["second", "month", "long"]], ["certainly during:2025-03", ["second", "month", "long"]], ["(venue:portia or venue:geneva) before:2025-03", ["first"]], ["roun", ["first", "second", "third"]], ["after:2025-05-01", ["signing"]]]) {
    await tab.fill("#search", q);
    await tab.waitForTimeout(150);
    same((await tab.evaluate(() => shown.map((e) => events.id[e]))).sort(), ids.sort(), "found by " + q);
    same(await tab.locator("#rows tr").count(), ids.length, "rows of " + q);
  }
  await tab.fill("#search", "party:nobody");
  await tab.waitForTimeout(150);
  check((await tab.textContent("#problem")).includes("nobody"), "an unknown party is named");
  await tab.fill("#search", "");
  await tab.waitForTimeout(150);

  // Lanes.
  const names = () => tab.evaluate(() => lanes.map(laneName));
  same((await names()).slice(0, 2).sort(), ["Aland", "Beland"], "lanes of parties");
  await tab.selectOption("#lanes", "venue");
  check((await names()).includes("Geneva"), "lanes of venues");
  await tab.selectOption("#lanes", "none");
  same((await names()).length, 1, "no lanes");
  await tab.selectOption("#lanes", "party");

  // The slider.
  same(await tab.evaluate(() => data.days.length), 3, "days of knowledge");
  same(await tab.locator("#rows tr").count(), 10, "all events on the last day");
  await tab.focus("#day");
  await tab.keyboard.press("Home");
  same(await tab.textContent("#day-name"), "10 Mar 2025", "the first day");
  check((await tab.textContent("#changes")).includes("A summit"), "what is new on the first day");
  await tab.keyboard.press("ArrowRight");
  check(/announced.*put off/.test(await tab.textContent("#changes")), "what changed on the second day");
  await tab.evaluate(() => select(events.id.indexOf("late"), true));
  check((await tab.textContent("#details")).includes("put off"), "details follow the day");
  await tab.keyboard.press("End");

  // Language and theme.
  await tab.click("#language");
  same(await tab.textContent("#title"), "Pourparlers", "the title in French");
  check((await names()).includes("Alande"), "a lane in French");
  check((await tab.textContent("#details")).includes("reporté"), "details in French");
  const untold = await tab.evaluate(() => Object.keys(words.en).filter((k) => !(k in words.fr)).concat(Object.keys(words.fr).filter((k) => !(k in words.en))));
  same(untold, [], "words in one language only");
  await tab.click("#theme");
  const dark = await tab.evaluate(() => [document.documentElement.dataset.theme, ...ctx.getImageData(2, 2, 1, 1).data]);
  await frame(tab);
  const ground = await tab.evaluate(() => [...ctx.getImageData(2, 2, 1, 1).data].slice(0, 3));
  check(dark[0] === "dark" && ground[0] < 60, "dark");

  // The link brings all of it back.
  await tab.evaluate(() => { look(20100, 20200); $("search").value = "party:aland"; search("party:aland"); chooseDay(1); });
  await tab.waitForTimeout(350);
  const was = await tab.evaluate(() => [view.from, view.to, lanesBy, day, selected, lang, theme, shown.length]);
  const hash = await tab.evaluate(() => linkText());
  same(await tab.evaluate(() => location.hash), hash, "the address bar has the link");
  const again = await open(html, hash);
  same(await again.tab.evaluate(() => [view.from, view.to, lanesBy, day, selected, lang, theme, shown.length]), was, "the view after following the link");
  same(again.wrong, [], "what went wrong there");
  await again.close();
  same(await tab.evaluate(() => { location.hash = "#from=x&to=1e999&lanes=__proto__&day=%00&event=nobody&q=((("; return 1; }), 1, "a bad link");
  await frame(tab);

  // On paper.
  check((await tab.pdf({format: "A4"})).length > 10000, "it prints");
  same(wrong, [], "what went wrong");
  await close();
}

async function touching() {
  const {tab, wrong, close} = await open(page("touch", talks()), "", {hasTouch: true, viewport: {width: 420, height: 800}});
  const client = await tab.context().newCDPSession(tab), r = await tab.evaluate(() => { canvas.scrollIntoView(); return canvas.getBoundingClientRect().toJSON(); });
  const touch = (type, ...points) => client.send("Input.dispatchTouchEvent", {type, touchPoints: points.map(([x, y], id) => ({x: r.x + x, y: r.y + y, id}))});
  const span = () => tab.evaluate(() => view.to - view.from);
  const s0 = await span(), f0 = await tab.evaluate(() => view.from);
  await touch("touchStart", [150, 60], [250, 60]);
  for (let i = 1; i <= 5; ++i) await touch("touchMove", [150 - 12 * i, 60], [250 + 12 * i, 60]);
  await touch("touchEnd");
  check((await span()) < s0 * 0.75, "two fingers zoom");
  const f1 = await tab.evaluate(() => view.from);
  await touch("touchStart", [300, 60]);
  for (let i = 1; i <= 5; ++i) await touch("touchMove", [300 - 20 * i, 60]);
  await touch("touchEnd");
  check((await tab.evaluate(() => view.from)) > f1 && f0 !== f1, "one finger moves");
  await tab.evaluate(() => fitAll());
  await frame(tab);
  const at = await tab.evaluate(() => spots.get(events.id.indexOf("first"))[0]);
  await touch("touchStart", [(at.x0 + at.x1) / 2, at.y]);
  await touch("touchEnd");
  check((await tab.textContent("#details h2")) === "First round", "a tap selects");
  same(wrong, [], "what went wrong with touch");
  await close();
}

// What can't all be true and what sources disagree on, each with who says so.
async function quarrels() {
  const e = (id, title, more) => ({id, title, ...more});
  const dossier = {sinedie: 1, as_of: "2025-04-06", events: [e("x", "Inspection", {status: "held", when: "2025-02-02", relations: [{after: "y"}]}), e("y", "Repair", {}), e("swap", "Exchange", {})],
    reports: [{id: "y1", about: "y", published: "2025-03-01", source: "The Gazette", says: {status: "held", when: "2025-02-27"}},
      {id: "p1", about: "swap", published: "2025-03-25", source: "The Gazette", url: "https://example.org/a", says: {status: "held", when: "2025-03-22"}},
      {id: "p2", about: "swap", published: "2025-03-26", source: "The Radio", says: {status: "held", when: "2025-03-24"}}]};
  const {tab, wrong, close} = await open(page("quarrels", dossier));
  const details = (id) => tab.evaluate((i) => { select(events.id.indexOf(i), true); return [...document.querySelectorAll("#details section")].map((s) => [s.querySelector("h3").textContent, s.textContent]); }, id);
  const part = (list, head) => list.find(([h]) => h.includes(head))?.[1] ?? "";
  const clash = part(await details("x"), "can’t all be true");
  check(clash.includes("Inspection is dated 2025-02-02") && clash.includes("Repair is dated 2025-02-27") && clash.includes("Inspection is after Repair"), "a contradiction's statements: " + clash);
  check(clash.includes("The Gazette, published 2025-03-01") && clash.includes("the dossier itself"), "who made them: " + clash);
  const dispute = part(await details("swap"), "Sources disagree");
  check(/2025-03-22 — The Gazette.*2025-03-24 — The Radio/.test(dispute), "a dispute with both sources: " + dispute);
  same(await tab.evaluate(() => [...document.querySelectorAll("#details section a")].map((a) => a.href)), ["https://example.org/a", "https://example.org/a"], "links of a dispute");
  same(await tab.evaluate(() => [cautionOf(current[events.id.indexOf("x")]), cautionOf(current[events.id.indexOf("swap")])]), ["!", "≠"], "marks on the picture");
  await tab.evaluate(() => chooseDay(data.days.length - 3));
  same(part(await details("swap"), "Sources disagree"), "", "no dispute before the second source");
  same(wrong, [], "what went wrong with quarrels");
  await close();
}

async function hostileTexts() {
  const dossier = hostileTalks();
  for (const language of ["en", "fr"]) {
    const {tab, wrong, close} = await open(page("hostile-" + language, dossier, "--lang", language));
    for (let i = 0; i < dossier.events.length; ++i) await tab.evaluate((n) => { select(n, true); draw(); }, i);
    for (const by of ["party", "venue", "series", "topic", "none"]) await tab.evaluate((b) => { chooseLanes(b); draw(); }, by);
    await tab.evaluate((list) => { for (const t of list) { search(t); search('"' + t + '"'); } search(""); }, hostile.map((t) => t.slice(0, 300)));
    same(await tab.evaluate(() => window.hit), undefined, "something ran");
    same(await tab.evaluate(() => document.querySelectorAll("img, iframe, object, embed, form, script:not(#data)").length), 1, "elements that nobody put there");
    const links = await tab.evaluate(() => { for (let e = 0; e < count; ++e) { select(e, false); for (const a of document.querySelectorAll("a")) if (!/^https?:$/.test(a.protocol)) return a.href; } return "none"; });
    same(links, "none", "links that lead elsewhere");
    const texts = await tab.evaluate(() => [document.body.textContent, ...events.title].join("\n"));
    check(!/[\u202a-\u202e\u2066-\u2069\u001b\u2028]/.test(texts), "characters that act");
    check(texts.includes("</script><script>window.hit=1</script>") && texts.includes("会談") && texts.includes("سلام"), "texts are there as text");
    check((await tab.evaluate(() => { const start = performance.now(); draw(); return performance.now() - start; })) < 1000, "a heap of marks doesn't hold it up");
    // A planted script, where the policy is the only guard.
    await tab.evaluate(() => { const s = document.createElement("script"); s.textContent = "window.hit=2"; document.body.append(s); });
    same(await tab.evaluate(() => window.hit), undefined, "the policy lets a foreign script run");
    same(wrong.filter((w) => !w.includes("Content Security Policy") && !w.includes("script-src")), [], "what went wrong with hostile texts");
    check(wrong.some((w) => w.includes("script-src")), "the planted script is refused aloud");
    await close();
  }
}

async function manyEvents() {
  const {tab, wrong, close} = await open(page("many", many(12000)));
  check(await tab.evaluate(() => Number(document.documentElement.dataset.drawn) <= Number(document.documentElement.dataset.ready)), "the picture comes before the table");
  check(await tab.evaluate(() => lanes.every((l) => l.mode === "histogram")), "dense lanes are histograms");
  check((await ink(tab)).drawn > 0.05, "histograms have ink");
  const bin = await tab.evaluate(() => { const b = boxes.find((x) => x.e < 0 && x.n > 0); return {x: b.x + b.w / 2, y: b.y + b.h / 2, r: canvas.getBoundingClientRect().toJSON()}; });
  await tab.mouse.click(bin.r.x + bin.x, bin.r.y + bin.y);
  for (let i = 0; i < 12 && (await tab.evaluate(() => lanes[0].mode)) === "histogram"; ++i) {
    await tab.evaluate(() => zoom(0.5));
    await frame(tab);
  }
  same(await tab.evaluate(() => lanes[0].mode), "marks", "a histogram opens on zoom");
  let labels = 0;
  for (let i = 0; i < 25; ++i) {
    await tab.evaluate((n) => { pan((n % 5) * 97 - 150); zoom(n % 2 ? 0.8 : 1.3); scrollY = n * 40; clampScroll(); }, i);
    const o = await overlaps(tab);
    labels += o.labels;
    same(o.bad, [], "labels on each other");
  }
  check(labels > 300, "there were labels to compare");
  // Two labels on one spot would be noticed.
  const planted = await tab.evaluate(() => {
    lanes[0].mode = "marks";
    look(lanes[0].list.length ? knownFrom[current[lanes[0].list[50]]] - 3 : 0, knownFrom[current[lanes[0].list[50]]] + 20);
    scrollY = 0;
    draw();
    const [a, b] = lanes[0].items.filter((i) => i.s >= 0 && X(knownFrom[i.s]) > geo.left && X(knownFrom[i.s]) < geo.right - 200);
    Object.assign(b, {from: a.from, to: a.to, row: a.row});
    return true;
  });
  check(planted && (await overlaps(tab)).bad.length > 0, "labels on each other would be noticed");
  await tab.evaluate(() => { for (const l of lanes) l.laid = ""; });
  await tab.evaluate(() => { select(events.id.indexOf("e777"), true); draw(); });
  check(await tab.evaluate(() => spots.has(selected)), "a selected event is brought into sight");
  same(await tab.locator("#rows tr").count(), 100, "the table shows a hundred rows");
  check(await tab.evaluate(() => document.querySelector("#rows tr[aria-selected=true] button").textContent === "Meeting 777"), "among them the selected one");
  const first = await tab.evaluate(() => { turnTable(0); return document.querySelector("#rows tr").dataset.e; });
  await tab.click("#later-rows");
  check((await tab.evaluate(() => document.querySelector("#rows tr").dataset.e)) !== first, "the next hundred");
  same(wrong, [], "what went wrong with many");
  await close();
}

// The table against the command's own list: the same events in the same order.
async function table() {
  for (const file of fs.readdirSync(path.join(source, "examples/data")).filter((f) => f.endsWith(".json"))) {
    const json = path.join(source, "examples/data", file), html = path.join(folder, file + ".html");
    execFileSync(tool, ["show", json, "--format", "html", "-o", html]);
    const listed = JSON.parse(execFileSync(tool, ["show", json, "--json"], {maxBuffer: 1 << 28})).entries;
    const {tab, wrong, close} = await open(html);
    const seen = [];
    for (let at = 0; at < listed.length; at += 100) seen.push(...await tab.evaluate((n) => { turnTable(n); return [...document.querySelectorAll("#rows tr")].map((r) => events.id[Number(r.dataset.e)]); }, at));
    same(seen, listed.map((e) => e.id), "rows of " + file);
    const undated = await tab.evaluate(() => shown.filter((e) => has(current[e], "undated")).map((e) => events.id[e]));
    same(undated, listed.filter((e) => e.flags.includes("undated")).map((e) => e.id), "undated events of " + file);
    const o = await overlaps(tab);
    same(o.bad, [], "labels on each other in " + file);
    same(wrong, [], "what went wrong with " + file);
    await close();
  }
}
// The chains of reasons against those of the command `why`, for each event of the example dossiers, on the newest day and on an
// earlier one; and in words, in both languages. `fault` spoils a step of the page: what is compared must notice.
async function reasons() {
  let compared = 0, steps = 0, noticed = 0;
  const limitsOf = ["earliest", "latest_start", "earliest_end", "latest"];
  // Two dates that rule out members of each other: some limits come about by fewer statements than those were drawn tighter by.
  const narrowed = path.join(folder, "narrowed.json");
  fs.writeFileSync(narrowed, JSON.stringify({sinedie: 1, as_of: "2025-12-31", events: [
    {id: "first", when: "2025-XX-09", relations: [{before: "second", at_least: "P1D"}]},
    {id: "second", when: "[2025-01-12,2025-02-01,2025-02-10]"}
  ]}));
  const examples = path.join(source, "examples/data");
  const files = fs.readdirSync(examples).filter((f) => f.endsWith(".json")).map((f) => path.join(examples, f));
  for (const json of [...files, narrowed]) {
    const file = path.basename(json);
    const {tab, wrong, close} = await open(page("why-" + file, JSON.parse(fs.readFileSync(json, "utf8"))));
    if (json === narrowed) check(await tab.evaluate(() => Object.keys(data.shorter[lastDay]).length > 1), "some chains are shorter than their steps");
    const [ids, days] = await tab.evaluate(() => [events.id, data.days.map((d) => (d === null ? null : spell(d)))]);
    for (const at of [...new Set([days.length - 1, Math.floor((days.length - 1) / 2)])]) {
      await tab.evaluate((d) => chooseDay(d), at);
      for (const [e, id] of ids.entries()) {
        if (!(await tab.evaluate((n) => current[n] >= 0, e))) continue;
        const asked = ["why", json, id, "--json", ...(days[at] === null ? [] : ["--as-of", days[at]])];
        const wanted = JSON.parse(execFileSync(tool, asked, {maxBuffer: 1 << 26}));
        const chains = (fault) => tab.evaluate(([n, spoil]) => {
          const was = data.why.steps;
          if (spoil) data.why.steps = was.map((x) => (typeof x === "number" && x >= 0 ? -1 : x));
          const made = [0, 1, 2, 3].map((i) => chainOf(n, i).map((x) => {
            const [sort, of, other, report] = typeof x === "number" ? data.statements[x] : x;
            return [statementSorts[sort], events.id[of], other < 0 ? null : events.id[other], typeof report === "string" ? report : report < 0 ? null : data.reports[report].id];
          }));
          data.why.steps = was;
          return made;
        }, [e, fault]);
        const theirs = limitsOf.map((l) => wanted[l].chain.map((x) => [x.kind, x.event, x.other, x.report].map((v) => v ?? null)));
        // An open end of the event's own date has no reason there, and needs none here.
        const ours = (await chains(false)).map((c, i) => (wanted[limitsOf[i]].value === null ? [] : c));
        same(ours, theirs, `why ${id} of ${file} on ${days[at]}`);
        ++compared;
        steps += theirs.flat().length;
        if (JSON.stringify((await chains(true)).map((c, i) => (wanted[limitsOf[i]].value === null ? [] : c))) !== JSON.stringify(theirs)) ++noticed;
      }
    }
    same(wrong, [], "what went wrong with reasons of " + file);
    await close();
  }
  console.log(`reasons compared with the command's: ${compared} events, ${steps} statements, ${noticed} planted faults noticed`);
  check(compared > 100 && steps > 300 && noticed > 20, "there was enough to compare");

  // A round that is only possible: that it is still to come on the dossier's day limits nothing, so its neighbours' dates do.
  const dossier = talks();
  dossier.events.find((e) => e.id === "third").status = "possible";
  const {tab, wrong, close} = await open(page("why", dossier));
  const told = (id, head) => tab.evaluate(([i, h]) => {
    select(events.id.indexOf(i), true);
    return [...document.querySelectorAll("#details section")].filter((s) => s.querySelector("h3").textContent === h).map((s) => s.innerText).join();
  }, [id, head]);
  const third = await told("third", "WHY") || await told("third", "Why");
  check(/Not before 5 Mar 2025, because.*Third round is after Second round.*Second round is dated 2025-03-05.*the dossier itself/s.test(third), "why the third round isn't earlier: " + third);
  check(/Over by .* because.*Third round is before Signing.*Signing is dated 2025-05-20/s.test(third), "nor later: " + third);
  check(/Signing is dated 2025-05-20/.test(await told("signing", "Why")), "a date of its own is its reason");
  check(/Nothing says how early/.test(await told("nothing", "Why")), "of which nothing is known");
  await tab.click("#language");
  const french = await told("third", "Pourquoi");
  check(/Pas avant le 5 mars 2025, parce que.*Third round a lieu après Second round.*le dossier lui-même/s.test(french), "the same in French: " + french);
  // Where only the newest day is explained, earlier ones say so.
  await tab.evaluate(() => { data.whyLastOnly = 1; chooseDay(0); });
  check(/Les raisons ne sont données que pour le jour le plus récent/.test(await told("third", "Pourquoi")), "that reasons are missing is said");
  await tab.evaluate(() => chooseDay(lastDay));
  check(/Second round/.test(await told("third", "Pourquoi")), "and on the newest they are there");
  // A statement's names are buttons that lead there.
  await tab.evaluate(() => [...document.querySelectorAll("#details .chain .link")].find((b) => b.textContent === "Second round").click());
  same(await tab.textContent("#details h2"), "Second round", "a name in a chain leads to its event");
  same(wrong, [], "what went wrong with reasons");
  await close();
}
async function odd() {
  for (const [name, dossier] of Object.entries({none: {sinedie: 1}, undated: {sinedie: 1, events: [{id: "a"}, {id: "b", status: "announced"}]},
    oneDay: {sinedie: 1, events: [...Array(300).keys()].map((i) => ({id: "e" + i, when: "2025-02-18", status: "held"}))},
    ages: {sinedie: 1, events: [{id: "a", when: "-9999", status: "held"}, {id: "b", when: "9999-12-31"}, {id: "c", when: "../2025", status: "held"}, {id: "d", when: "2025-01-01/..", status: "under_way"}]}})) {
    const {tab, wrong, close} = await open(page(name, dossier));
    await tab.evaluate(() => { fitAll(); draw(); for (let i = 0; i < shown.length; ++i) step(1); zoom(1e-9); draw(); zoom(1e12); draw(); fitAll(); draw(); });
    const o = await overlaps(tab);
    same(o.bad, [], "labels on each other in " + name);
    check((await ink(tab)).drawn > 0, name + " has ink");
    same(wrong, [], "what went wrong with " + name);
    await close();
  }
}

// A drawing looks the same in the browser and in rsvg-convert, but for how letters are smoothed.
async function drawing() {
  const svg = path.join(folder, "talks.svg");
  execFileSync(tool, ["show", path.join(folder, "talks.json"), "--format", "svg", "-o", svg]);
  let other;
  try {
    other = execFileSync("rsvg-convert", [svg], {maxBuffer: 1 << 28});
  } catch {
    console.log("rsvg-convert isn't installed: drawings aren't compared");
    return;
  }
  const context = await browser.newContext({viewport: {width: 1200, height: 900}}), tab = await context.newPage();
  await tab.setContent("<canvas></canvas>");
  const difference = (a, b) => tab.evaluate(async ([x, y]) => {
    const pixels = async (url) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      const c = new OffscreenCanvas(Math.round(image.width / 4), Math.round(image.height / 4)), d = c.getContext("2d");
      d.drawImage(image, 0, 0, c.width, c.height);
      return d.getImageData(0, 0, c.width, c.height).data;
    };
    const p = await pixels(x), q = await pixels(y);
    if (p.length !== q.length) return 255;
    let sum = 0;
    for (let i = 0; i < p.length; ++i) sum += Math.abs(p[i] - q[i]);
    return sum / p.length;
  }, [a, b]);
  const text = fs.readFileSync(svg), as = (type, bytes) => `data:${type};base64,${Buffer.from(bytes).toString("base64")}`;
  const alike = await difference(as("image/svg+xml", text), as("image/png", other));
  check(alike < 2.5, "the drawing in the browser and in rsvg-convert differ by " + alike);
  const moved = text.toString().replaceAll(/<circle cx="(\d+)/g, (_, x) => `<circle cx="${Number(x) + 40}`);
  check((await difference(as("image/svg+xml", moved), as("image/png", other))) > alike + 0.02, "a moved mark would be noticed");
  await context.close();
}

try {
  const parts = [reading, touching, quarrels, reasons, hostileTexts, manyEvents, table, odd, drawing];
  const wanted = process.argv.slice(2);  // some of them, by name
  for (const part of parts.filter((p) => wanted.length === 0 || wanted.includes(p.name))) {
    const start = Date.now();
    await part();
    console.log(`${part.name}: ${Date.now() - start} ms`);
  }
} catch (e) {
  failures.push(e.stack);
}
await browser.close();
fs.rmSync(folder, {recursive: true, force: true});
for (const f of failures) console.log("FAILED: " + f.slice(0, 1500));
console.log(`${checks} checks, ${failures.length} failed`);
process.exit(failures.length > 0 ? 1 : 0);

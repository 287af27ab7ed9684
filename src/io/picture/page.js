// SPDX-License-Identifier: BSL-1.0
// What the reader does: choosing, moving, searching, and a link that brings it all back.
const $ = (id) => document.getElementById(id);
let theme = "";
let restoring = false;
let started = false;  // the picture comes first, the table after it

function measure() {
  geo.width = Math.max(240, $("frame").clientWidth);
  geo.named = geo.width >= 640 && lanesBy !== "none";
  geo.left = geo.named ? 170 : 10;
  geo.right = geo.width - 10;
  geo.scale = (geo.right - geo.left) / (view.to - view.from);
  // Tall enough for what there is, within the window; each part scrolls where that isn't enough.
  let lanesNeed = 0;
  for (const lane of lanes) {
    layLane(lane);
    lanesNeed += laneHeight(lane);
  }
  const shelfNeed = shelf.length > 0 ? 32 + shelfOffsets[shelf.length] : 0;
  const most = printing ? 1e4 : Math.max(360, window.innerHeight * 0.74);
  geo.height = Math.round(Math.min(most, Math.max(220, geo.top + lanesNeed + shelfNeed + 6)));
  const shelfPart = Math.min(shelfNeed, Math.max(geo.height * 0.36, geo.height - geo.top - lanesNeed - 6));
  geo.shelfTop = Math.round(geo.height - shelfPart);
  geo.lanesHeight = lanesNeed;
  canvas.style.width = geo.width + "px";
  canvas.style.height = geo.height + "px";
  clampScroll();
}
function clampScroll() {
  scrollY = Math.max(0, Math.min(scrollY, (geo.lanesHeight ?? 0) - (geo.shelfTop - geo.top)));
  shelfScroll = Math.max(0, Math.min(shelfScroll, shelfOffsets[shelf.length] - (geo.height - geo.shelfTop - 30)));
}

// After what is shown has changed: everything follows.
function refresh(arranged = false) {
  if (!arranged) arrange();
  findChanges();
  measure();
  $("count").textContent = queryTest === null ? (shown.length === 1 ? say("event1") : say("events", shown.length)) : say("found", shown.length, order.length);
  canvas.setAttribute("aria-label", say("canvasLabel", shown.length));
  showKnowledge();
  showDetails();
  if (started) showTable();
  redraw();
  remember();
}
function chooseLanes(by) {
  lanesBy = by;
  $("lanes").value = by;
  scrollY = 0;
  refresh();
}
function search(words) {
  const {test, error} = parseQuery(words);
  $("problem").textContent = error === undefined ? "" : say("badQuery", error);
  $("search").setAttribute("aria-invalid", String(error !== undefined));
  if (error !== undefined) return;
  queryTest = test;
  tableFrom = 0;
  refresh();
}
function chooseDay(d) {
  setDay(d);
  $("day").value = String(day);
  refresh();
}
function showKnowledge() {
  $("knowledge").hidden = lastDay === 0;
  $("asof").textContent = data.days[day] === null ? say("allKnown") : say("asOf", dayText(data.days[day]));
  if (lastDay === 0) return;
  $("knew").textContent = say(data.days[day] === null ? "knowledgeNow" : "knowledge");
  $("new-on").textContent = say(data.days[day] === null ? "changedSince" : "changedOn");
  $("day-name").textContent = data.days[day] === null ? "" : isoDay(data.days[day]);
  $("day").setAttribute("aria-valuetext", isoDay(data.days[day]));
  $("earlier-day").disabled = day === 0;
  $("later-day").disabled = day === lastDay;
  const items = [...changedToday].slice(0, 50).map(([e, lines]) => el("li", {}, eventButton(e), ": ", lines.join("; ")));
  $("changes").replaceChildren(...(items.length > 0 ? [el("ul", {class: "plain"}, items)] : [el("p", {class: "faint"}, say("nothingChanged"))]));
  $("left-out").textContent = data.leftOut > 0 ? say("leftOut", data.leftOut) : "";
}

function moved() {
  clampScroll();
  redraw();
  remember();
}
function pan(pixels) {
  const t = pixels / geo.scale;
  look(view.from + t, view.to + t);
  moved();
}
function zoom(factor, x) {
  const t = timeAt(x ?? (geo.left + geo.right) / 2), span = view.to - view.from;
  const wanted = Math.max(1 / 24, Math.min(8e8, span * factor));
  const share = (t - view.from) / span;
  look(t - wanted * share, t + wanted * (1 - share));
  moved();
}
function fitAll() {
  const all = wholeExtent();
  if (all) lookAtAll(all[0], all[1]);
  scrollY = 0;
  measure();
  moved();
}
// Brings an event into sight, lets go with -1.
function select(e, reveal) {
  selected = e;
  if (e >= 0 && current[e] >= 0 && reveal) bringIntoSight(e);
  showDetails();
  markRow();
  $("told").textContent = e >= 0 && current[e] >= 0 ? titleOf(e) + ". " + whenText(current[e]) + ". " + statusText(e, current[e]) : "";
  redraw();
  remember();
}
function bringIntoSight(e) {
  const s = current[e];
  if (has(s, "undated")) {
    const i = shelf.indexOf(e), room = geo.height - geo.shelfTop - 30;
    if (i >= 0 && (shelfOffsets[i] < shelfScroll || shelfOffsets[i + 1] > shelfScroll + room)) shelfScroll = shelfOffsets[i] - room / 3;
    clampScroll();
    return;
  }
  const span = view.to - view.from;
  if (knownTo[s] < view.from || knownFrom[s] > view.to) {
    const middle = Number.isFinite(knownFrom[s]) ? (knownFrom[s] + knownTo[s]) / 2 : 0;
    look(middle - span * 0.4, middle + span * 0.6);
  }
  // A mark that lies in a histogram: closer, until it is one.
  for (let i = 0; i < 40; ++i) {
    draw();
    const lane = lanes.find((l) => l.list.includes(e));
    if (!lane) return;
    if (lane.mode === "marks") {
      const item = lane.items.find((x) => x.e === e);
      if (item) {
        const y = lane.y + scrollY - geo.top + 7 + item.row * rowHeight, room = geo.shelfTop - geo.top;
        if (y < scrollY || y + rowHeight + 10 > scrollY + room) scrollY = y - room / 3;
        clampScroll();
      }
      return;
    }
    const now = (view.to - view.from) / 3, middle = (knownFrom[s] + Math.min(knownTo[s], knownFrom[s] + now / 4)) / 2;
    look(middle - now * 0.4, middle + now * 0.6);
  }
}
function step(by) {
  if (shown.length === 0) return;
  const at = selected >= 0 ? shown.indexOf(selected) : -1;
  const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.max(0, Math.min(shown.length - 1, at + by));
  select(shown[next], true);
}

// --- The link ---
let remembering = 0;
function linkText() {
  const p = new URLSearchParams();
  p.set("from", view.from.toFixed(4));
  p.set("to", view.to.toFixed(4));
  p.set("lanes", lanesBy);
  if ($("search").value !== "") p.set("q", $("search").value);
  if (lastDay > 0) p.set("day", data.days[day] === null ? "all" : spell(data.days[day]));
  if (selected >= 0) p.set("event", events.id[selected]);
  p.set("lang", lang);
  if (theme !== "") p.set("theme", theme);
  return "#" + p.toString();
}
function remember() {
  if (restoring || remembering !== 0) return;
  remembering = setTimeout(() => {
    remembering = 0;
    try {
      history.replaceState(null, "", linkText());
    } catch {
      // Some browsers keep files from changing their own address; the button still gives the link.
    }
  }, 200);
}
function restore() {
  const p = new URLSearchParams(location.hash.slice(1));
  restoring = true;
  setLanguage(p.get("lang") === "fr" || p.get("lang") === "en" ? p.get("lang") : lang);
  setTheme(p.get("theme") === "dark" || p.get("theme") === "light" ? p.get("theme") : theme);
  const wantedDay = p.get("day");
  let d = lastDay;
  if (wantedDay !== null && wantedDay !== "all") {
    const w = edtfWindow(wantedDay);
    if (w) for (let i = 0; i <= lastDay; ++i) if (data.days[i] !== null && data.days[i] <= w[0]) d = i;
  }
  setDay(d);
  $("day").value = String(day);
  lanesBy = Object.hasOwn(castPart, p.get("lanes") ?? "") || p.get("lanes") === "none" ? p.get("lanes") : data.lanes;
  $("lanes").value = lanesBy;
  $("search").value = p.get("q") ?? $("search").value;
  queryTest = null;
  const parsed = parseQuery($("search").value);
  if (!parsed.error) queryTest = parsed.test;
  $("problem").textContent = parsed.error === undefined ? "" : say("badQuery", parsed.error);
  selected = p.has("event") ? events.id.indexOf(p.get("event")) : -1;
  const from = Number(p.get("from") ?? "x"), to = Number(p.get("to") ?? "x");
  geo.width = $("frame").clientWidth;
  geo.left = geo.width >= 640 ? 170 : 10;
  geo.right = geo.width - 10;
  arrange();  // room on the right is for the labels of what is shown
  if (Number.isFinite(from) && Number.isFinite(to) && from < to) look(from, to);
  else lookAtAll(data.window[0], data.window[1]);
  refresh(true);
  if (started) markRow();
  restoring = false;
}

function setLanguage(to) {
  lang = to;
  document.documentElement.lang = to;
  for (const n of document.querySelectorAll("[data-say]")) n.textContent = say(n.dataset.say);
  for (const n of document.querySelectorAll("[data-title]")) {
    n.title = say(n.dataset.title);
    n.setAttribute("aria-label", say(n.dataset.title));
  }
  $("search").placeholder = say("searchHint");
  $("title").textContent = text(data.title) || "Sine Die";
  document.title = text(data.title) || "Sine Die";
  $("note").textContent = text(data.note);
  $("about").hidden = text(data.note) === "";
  for (const lane of lanes) lane.laid = "";
}
function setTheme(to) {
  theme = to;
  if (to === "") document.documentElement.removeAttribute("data-theme");
  else document.documentElement.dataset.theme = to;
  readColours();
}
function legendSamples() {
  for (const c of document.querySelectorAll("canvas[data-sample]")) {
    const ratio = window.devicePixelRatio || 1, kind = c.dataset.sample, wide = 34;
    c.width = wide * ratio;
    c.height = 16 * ratio;
    c.style.width = wide + "px";
    c.style.height = "16px";
    const sample = c.getContext("2d");
    sample.setTransform(ratio, 0, 0, ratio, 0, 0);
    borrow(sample, () => {
      const planned = kind === "expected" || kind === "derived";
      if (kind in signs) drawSign(kind, 17, 8, colourOf(kind));
      else if (kind.startsWith("arrow")) curve({x0: 2, x1: 2, y: 4}, {x0: 31, x1: 31, y: 12}, kind !== "arrowLoose", kind === "arrowClash" ? colours.warn : kind === "arrowOrder" ? colours.accent : colours.faint, kind === "arrowCertain" ? [] : kind === "arrowOrder" ? [6, 3, 1.5, 3] : [1.5, 3], 1.3);
      else if (kind === "connector") {
        sample.fillStyle = colours.held;
        sample.fillRect(16.5, 1, 1, 14);
      } else {
        const was = [view.from, view.to, geo.left, geo.right, geo.scale];
        [view.from, view.to, geo.left, geo.right, geo.scale] = [0, 30, 2, 32, 1];
        drawBar({what: kind, from: 0, to: 30}, 8, planned ? colours.planned : colours.held, false);
        [view.from, view.to, geo.left, geo.right, geo.scale] = was;
      }
    });
  }
}

// --- Pointers: one pans or selects, two zoom ---
const pointers = new Map();
let pressed = null;
function pointOf(ev) {
  const r = canvas.getBoundingClientRect();
  return {x: ev.clientX - r.left, y: ev.clientY - r.top};
}
// "31 events from … to …: held 20, planned 11".
function barText(b) {
  const by = ["held", "planned", "offOrUnknown"].map((w, i) => (b.by[i] > 0 ? say(w) + " " + b.by[i] : "")).filter((w) => w !== "");
  return say("bar", b.n, dayText(Math.floor(b.from)), dayText(Math.ceil(b.to) - 1), by.join(", "));
}
function tell(p, found) {
  const tip = $("tip");
  tip.hidden = found === null;
  if (found === null) return;
  tip.textContent = found.e >= 0 ? titleOf(found.e).slice(0, 300) + " — " + whenText(current[found.e]) + " — " + statusText(found.e, current[found.e]) : barText(found);
  tip.style.left = Math.max(0, Math.min(p.x + 14, geo.width - 290)) + "px";
  tip.style.top = Math.min(p.y + 18, geo.height - 30) + "px";
}
function listen() {
  canvas.addEventListener("pointerdown", (ev) => {
    canvas.setPointerCapture(ev.pointerId);
    const p = pointOf(ev);
    pointers.set(ev.pointerId, p);
    if (pointers.size === 1) pressed = {...p, moved: false, shelf: p.y >= geo.shelfTop};
    else if (pressed) pressed.moved = true;
    $("tip").hidden = true;
  });
  canvas.addEventListener("pointermove", (ev) => {
    const p = pointOf(ev), was = pointers.get(ev.pointerId);
    if (!was) {
      const found = hit(p.x, p.y), e = found && found.e >= 0 ? found.e : -1;
      tell(p, ev.pointerType === "mouse" ? found : null);
      canvas.style.cursor = found ? "pointer" : "grab";
      if (e !== hovered) {
        hovered = e;
        redraw();
      }
      return;
    }
    if (pointers.size === 2) {
      const other = [...pointers].find(([id]) => id !== ev.pointerId)[1];
      const before = Math.hypot(was.x - other.x, was.y - other.y), after = Math.hypot(p.x - other.x, p.y - other.y);
      if (before > 10 && after > 10) zoom(before / after, (p.x + other.x) / 2);
      pan(-(p.x - was.x) / 2);
    } else if (pressed && (pressed.moved || Math.hypot(p.x - pressed.x, p.y - pressed.y) > 5)) {
      pressed.moved = true;
      if (pressed.shelf) shelfScroll -= p.y - was.y;
      else scrollY -= p.y - was.y;
      pan(-(p.x - was.x));
    }
    pointers.set(ev.pointerId, p);
  });
  const up = (ev) => {
    pointers.delete(ev.pointerId);
    if (pointers.size > 0 || !pressed) return;
    if (!pressed.moved && ev.type === "pointerup") {
      const found = hit(pressed.x, pressed.y);
      if (found && found.e >= 0) select(found.e, false);
      else if (found) {
        const span = found.to - found.from, middle = (found.from + found.to) / 2;
        look(middle - span * 6, middle + span * 6);
        moved();
      } else select(-1, false);
    }
    pressed = null;
  };
  canvas.addEventListener("pointerup", up);
  canvas.addEventListener("pointercancel", up);
  canvas.addEventListener("pointerleave", () => {
    $("tip").hidden = true;
    if (hovered >= 0) {
      hovered = -1;
      redraw();
    }
  });
  canvas.addEventListener("wheel", (ev) => {
    ev.preventDefault();
    const p = pointOf(ev), unit = ev.deltaMode === 1 ? 16 : 1;
    if (ev.shiftKey) pan((ev.deltaY + ev.deltaX) * unit);
    else if (Math.abs(ev.deltaX) > Math.abs(ev.deltaY)) pan(ev.deltaX * unit);
    else if (!ev.ctrlKey && p.y >= geo.shelfTop) {
      shelfScroll += ev.deltaY * unit;
      moved();
    } else if (!ev.ctrlKey && geo.named && p.x < geo.left) {
      scrollY += ev.deltaY * unit;
      moved();
    } else zoom(Math.exp(Math.max(-1, Math.min(1, ev.deltaY * unit * 0.002))), p.x);
  }, {passive: false});
  canvas.addEventListener("dblclick", (ev) => zoom(0.4, pointOf(ev).x));
  canvas.addEventListener("keydown", (ev) => {
    if (ev.ctrlKey || ev.metaKey || ev.altKey) return;
    const keys = {
      ArrowRight: () => (ev.shiftKey ? pan(geo.width / 8) : step(1)), ArrowLeft: () => (ev.shiftKey ? pan(-geo.width / 8) : step(-1)),
      ArrowUp: () => { scrollY -= 48; moved(); }, ArrowDown: () => { scrollY += 48; moved(); },
      PageUp: () => { shelfScroll -= 120; moved(); }, PageDown: () => { shelfScroll += 120; moved(); },
      "+": () => zoom(0.6), "=": () => zoom(0.6), "-": () => zoom(1.6), "−": () => zoom(1.6), 0: fitAll, Home: () => select(shown[0] ?? -1, true), End: () => select(shown[shown.length - 1] ?? -1, true),
      Enter: () => $("details").focus(), Escape: () => select(-1, false), "/": () => $("search").focus(), "[": () => chooseDay(day - 1), "]": () => chooseDay(day + 1),
    };
    if (!Object.hasOwn(keys, ev.key)) return;
    ev.preventDefault();
    keys[ev.key]();
  });
  $("details").addEventListener("keydown", (ev) => {
    if (ev.key !== "Escape") return;
    select(-1, false);
    canvas.focus();
  });
  $("lanes").addEventListener("change", () => chooseLanes($("lanes").value));
  let typing = 0;
  $("search").addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => search($("search").value), count > 20000 ? 250 : 80);
  });
  $("day").addEventListener("input", () => chooseDay(Number($("day").value)));
  $("earlier-day").addEventListener("click", () => chooseDay(day - 1));
  $("later-day").addEventListener("click", () => chooseDay(day + 1));
  $("in").addEventListener("click", () => zoom(0.6));
  $("out").addEventListener("click", () => zoom(1.6));
  $("all").addEventListener("click", fitAll);
  $("language").addEventListener("click", () => {
    setLanguage(lang === "en" ? "fr" : "en");
    refresh();
  });
  $("theme").addEventListener("click", () => {
    const darkNow = theme === "dark" || (theme === "" && matchMedia("(prefers-color-scheme: dark)").matches);
    setTheme(darkNow ? "light" : "dark");
    legendSamples();
    redraw();
    remember();
  });
  $("print").addEventListener("click", () => window.print());
  $("share").addEventListener("click", () => {
    try {
      history.replaceState(null, "", linkText());
    } catch {
      location.hash = linkText();
    }
    navigator.clipboard?.writeText(location.href).catch(() => {});
    $("told").textContent = $("shared").textContent = say("copied");
    setTimeout(() => { $("shared").textContent = ""; }, 4000);
  });
  $("earlier-rows").addEventListener("click", () => turnTable(tableFrom - rowsAtOnce));
  $("later-rows").addEventListener("click", () => turnTable(tableFrom + rowsAtOnce));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    setTheme(theme);
    legendSamples();
    redraw();
  });
  new ResizeObserver(() => {
    const keep = [view.from, view.to];
    measure();
    look(keep[0], keep[1]);
    measure();
    redraw();
  }).observe($("frame"));
  window.addEventListener("hashchange", () => { if (location.hash !== linkText()) restore(); });
  // On paper: a white ground, and all lanes.
  window.addEventListener("beforeprint", () => setPrinting(true));
  window.addEventListener("afterprint", () => setPrinting(false));
}
let printing = false;
let screenTheme = "";
function setPrinting(on) {
  if (on === printing) return;
  printing = on;
  if (on) screenTheme = theme;
  setTheme(on ? "light" : screenTheme);
  measure();
  legendSamples();
  draw();
}

lang = data.lang;
lanesBy = data.lanes;
$("day").max = String(lastDay);
readColours();
listen();
restore();
if (frame !== 0) cancelAnimationFrame(frame);
draw();
document.documentElement.dataset.drawn = String(Math.round(performance.now()));
function finish() {
  if (started) return;
  started = true;
  legendSamples();
  showTable();
  markRow();
  document.documentElement.dataset.ready = String(Math.round(performance.now()));
}
requestAnimationFrame(() => setTimeout(finish));
setTimeout(finish, 500);  // a page in the background has no frames

// SPDX-License-Identifier: BSL-1.0
// Which events are shown, in which lanes, and in which row of its lane each of them stands at the present scale.
const rowHeight = 24;
const fewEvents = 400;      // a lane with no more than these is laid out whole, so that moving about changes nothing
const denseMarks = 60;      // more than these in view at once are a histogram
const histogramHeight = 66;

const view = {from: 0, to: 1};
const geo = {width: 0, height: 0, left: 0, right: 0, top: 30, shelfTop: 0, scale: 1};
let lanesBy = "party";
let shown = [];              // in order: what stands on the day and answers the search
let lanes = [];
let shelf = [];              // undated, in order
let shelfOffsets = new Float64Array(1);
let queryTest = null;
let scrollY = 0, shelfScroll = 0;

function X(t) { return geo.left + (t - view.from) * geo.scale; }
function timeAt(x) { return view.from + (x - geo.left) / geo.scale; }

// Which part of a state's cast names lanes, and where in [number, more] the lane's number stands.
const castPart = {party: [0, 1], venue: [1, 0], series: [2, 0], topic: [3, 0]};
const listOf = {party: "parties", venue: "venues", series: "series", topic: "topics"};

// The first index in a sorted array whose value is at least t.
function lowerBound(a, t) {
  let low = 0, high = a.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (a[mid] < t) low = mid + 1;
    else high = mid;
  }
  return low;
}

function laneFrom(key, list) {
  const n = list.length, starts = new Float64Array(n), long = [];
  let sorted = true;
  const fill = () => {
    for (let i = 0; i < n; ++i) {
      starts[i] = knownFrom[current[list[i]]];
      if (i > 0 && starts[i - 1] > starts[i]) sorted = false;
    }
  };
  fill();
  if (!sorted) {
    list.sort((a, b) => knownFrom[current[a]] - knownFrom[current[b]] || a - b);
    fill();
  }
  for (let i = 0; i < n; ++i) {
    const s = current[list[i]];
    if (hullTo[s] - hullFrom[s] > 366) long.push(list[i]);
  }
  return {key, list, starts, long, items: [], rows: 1, mode: "marks", laid: ""};
}

// After a change of day, search, or kind of lanes.
function arrange() {
  shown = queryTest === null ? order : order.filter((e) => queryTest(e));
  const byLane = [];
  const without = [];
  const [part, place] = castPart[lanesBy] ?? [-1, 0];
  const undated = flagBit.undated;
  shelf = [];
  for (const e of shown) {
    const s = current[e];
    if (states.flags[s] & undated) {
      shelf.push(e);
      continue;
    }
    const named = part < 0 ? undefined : data.casts[states.cast[s]][part];
    if (named === undefined || named.length === 0) {
      without.push(e);
      continue;
    }
    for (const x of named) {
      const list = (byLane[typeof x === "number" ? x : x[place]] ??= []);
      if (list[list.length - 1] !== e) list.push(e);
    }
  }
  // The fullest first; beyond thirty, the rest is one lane.
  const sorted = byLane.map((list, key) => [key, list]).filter((x) => x !== undefined).sort((a, b) => b[1].length - a[1].length || a[0] - b[0]);
  const rest = new Set(without);
  for (const [, list] of sorted.slice(30)) for (const e of list) rest.add(e);
  lanes = sorted.slice(0, 30).map(([key, list]) => laneFrom(key, list));
  if (rest.size > 0) lanes.push(laneFrom(-1, rest.size === without.length ? without : shown.filter((e) => rest.has(e))));
  shelfOffsets = new Float64Array(shelf.length + 1);
  for (let i = 0; i < shelf.length; ++i) shelfOffsets[i + 1] = shelfOffsets[i] + (states.bars[current[shelf[i]]].length === 0 ? 24 : 38);
}
function laneName(lane) {
  if (lane.key >= 0) return nameOf(listOf[lanesBy], lane.key);
  return lanesBy === "none" ? "" : say("others");
}

// Events of a lane that meet [from, to), at most `most` of them.
function eventsIn(lane, from, to, most) {
  const found = [];
  const end = lowerBound(lane.starts, to);
  for (const e of lane.long) if (hullTo[current[e]] > from && hullFrom[current[e]] < to && found.push(e) >= most) return found;
  for (let i = lowerBound(lane.starts, from - 367); i < end; ++i) {
    const s = current[lane.list[i]];
    if (hullTo[s] > from && hullTo[s] - hullFrom[s] <= 366 && found.push(lane.list[i]) >= most) return found;
  }
  return found;
}

const widths = new Map();
const labelFont = "12.5px Helvetica, Arial, 'Liberation Sans', 'Noto Sans', sans-serif";
function labelOf(e) {
  const caution = cautionOf(current[e]);
  const t = titleOf(e);
  return (caution === "" ? "" : caution + " ") + (t.length > 72 ? [...t.slice(0, 140)].slice(0, 70).join("") + "…" : t);
}
function widthOf(label) {
  let w = widths.get(label);
  if (w === undefined) {
    ctx.font = labelFont;
    w = ctx.measureText(label).width;
    if (widths.size > 20000) widths.clear();
    widths.set(label, w);
  }
  return w;
}

// Rows from left to right, each mark in the first that has room for it and its label. Positions are in pixels from day 0.
function pack(list) {
  const items = list.map((e) => {
    const s = current[e], k = geo.scale;
    let from = hullFrom[s] * k, to = hullTo[s] * k;
    const point = to - from < 12;
    if (point) [from, to] = [(from + to) / 2 - 6, (from + to) / 2 + 6];
    const label = labelOf(e), width = widthOf(label);
    // A long bar carries its label above itself, wherever one looks at it.
    const above = !point && to - from > width + 40;
    return {e, s, point, label, width, above, from, to, end: (above ? to : to + 8 + width) + 14, row: 0};
  });
  items.sort((a, b) => a.from - b.from || a.e - b.e);
  const ends = [];
  for (const item of items) {
    let row = 0;
    while (row < ends.length && ends[row] > item.from) ++row;
    item.row = row;
    ends[row] = item.end;
  }
  return {items, rows: Math.max(1, ends.length)};
}
function layLane(lane) {
  const span = view.to - view.from;
  const scaleKey = geo.scale + " " + lang;
  if (lane.list.length <= fewEvents) {
    if (lane.laid !== scaleKey) {
      const whole = pack(lane.list);
      lane.laid = scaleKey;
      lane.whole = whole.rows <= 16 || lane.list.length <= denseMarks ? whole : null;
      lane.range = null;
    }
    if (lane.whole) {
      Object.assign(lane, {mode: "marks", items: lane.whole.items, rows: lane.whole.rows});
      return;
    }
  }
  const inView = eventsIn(lane, view.from, view.to, span > 3 ? denseMarks + 1 : 1500);
  if (inView.length > denseMarks && span > 3) {
    lane.mode = "histogram";
    return;
  }
  const covered = lane.range && lane.laid === scaleKey + "part" && lane.range[0] <= view.from && lane.range[1] >= view.to;
  if (lane.mode === "marks" && covered) return;
  const wide = eventsIn(lane, view.from - span / 2, view.to + span / 2, 600);
  const fits = wide.length < 600;
  const packed = pack(fits ? wide : inView);
  Object.assign(lane, {mode: "marks", items: packed.items, rows: packed.rows, laid: scaleKey + "part"});
  lane.range = fits ? [view.from - span / 2, view.to + span / 2] : [view.from, view.to];
}
function laneHeight(lane) { return (lane.mode === "histogram" ? histogramHeight : lane.rows * rowHeight) + 14 + (geo.named || lane.key < 0 && lanesBy === "none" ? 0 : 18); }

// The stretch that holds everything shown that has bounds.
function wholeExtent() {
  let from = Infinity, to = -Infinity;
  for (const e of shown) {
    const s = current[e];
    if (knownFrom[s] < from) from = knownFrom[s];
    if (knownTo[s] > to) to = knownTo[s];
  }
  return from < to ? [from, to] : null;
}
// With room on the right for the last labels.
function look(from, to) {
  const width = Math.max(50, geo.right - geo.left);
  const least = 1 / 24;
  if (to - from < least) [from, to] = [(from + to) / 2 - least / 2, (from + to) / 2 + least / 2];
  const limit = 4e8;
  view.from = Math.max(-limit, from);
  view.to = Math.min(limit, to);
  geo.scale = width / (view.to - view.from);
}
function lookAtAll(from, to) {
  const width = Math.max(50, geo.right - geo.left);
  const pad = Math.max((to - from) * 0.02, 0.25);
  let room = 0;
  const some = shown.length > 3000 ? [] : shown.filter((e) => !has(current[e], "undated") && knownTo[current[e]] <= to + pad);
  for (let again = 0; again < 3; ++again) {
    look(from - pad, to + pad + (to - from + 2 * pad) * room / (width - room));
    for (const e of some) {
      const s = current[e], x1 = X(knownTo[s]), wide = x1 - X(knownFrom[s]), label = widthOf(labelOf(e));
      if (wide < label + 40) room = Math.min(width * (width < 600 ? 0.3 : 0.45), Math.max(room, x1 + label + (wide < 12 ? 20 : 32) - geo.right + room));
    }
  }
}

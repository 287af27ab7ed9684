// SPDX-License-Identifier: BSL-1.0
// The picture itself, on a canvas. Drawn whole, once a frame at most, whenever anything about it has changed.
const canvas = document.getElementById("canvas");
let ctx = canvas.getContext("2d", {alpha: false});
// Draws on another canvas for a moment.
function borrow(other, work) {
  const was = ctx;
  ctx = other;
  try {
    work();
  } finally {
    ctx = was;
  }
}
let colours = {};
let hatches = {};
let boxes = [];              // what can be hit in this frame: {e, x, y, w, h} or {from, to, x, y, w, h} of a histogram's bar
let spots = new Map();       // of each event that is drawn: where, [{x0, x1, y}]
let selected = -1, hovered = -1;
let frame = 0;
let lastFrameMs = 0;

function readColours() {
  const css = getComputedStyle(document.documentElement);
  for (const name of ["ground", "band", "ink", "faint", "rule", "held", "planned", "off", "warn", "accent"]) colours[name] = css.getPropertyValue("--" + name).trim();
  hatches = {};
}
function colourOf(look) { return look === "held" || look === "under_way" ? colours.held : look === "planned" || look === "postponed" ? colours.planned : colours.off; }
function hatchOf(colour) {
  if (!hatches[colour]) {
    const tile = document.createElement("canvas");
    tile.width = tile.height = 6;
    const c = tile.getContext("2d");
    c.strokeStyle = colour;
    c.lineWidth = 1.5;
    c.beginPath();
    for (const d of [-6, 0, 6]) {
      c.moveTo(d - 1, 7);
      c.lineTo(d + 7, -1);
    }
    c.stroke();
    hatches[colour] = ctx.createPattern(tile, "repeat");
  }
  return hatches[colour];
}

function drawSign(look, x, y, colour) {
  ctx.lineWidth = 1.7;
  ctx.strokeStyle = ctx.fillStyle = colour;
  const ring = (r, dash) => {
    ctx.beginPath();
    ctx.arc(x, y, r, 0, 7);
    ctx.fillStyle = colours.ground;
    ctx.fill();
    ctx.setLineDash(dash);
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.fillStyle = colour;
  };
  if (look === "held") {
    ctx.beginPath();
    ctx.arc(x, y, 5.2, 0, 7);
    ctx.fill();
  } else if (look === "under_way") {
    ring(4.6, []);
    ctx.beginPath();
    ctx.arc(x, y, 4.6, Math.PI / 2, Math.PI * 1.5);
    ctx.fill();
  } else if (look === "off") {
    ctx.lineWidth = 2;
    ctx.beginPath();
    ctx.moveTo(x - 4.2, y - 4.2);
    ctx.lineTo(x + 4.2, y + 4.2);
    ctx.moveTo(x - 4.2, y + 4.2);
    ctx.lineTo(x + 4.2, y - 4.2);
    ctx.stroke();
  } else {
    ring(look === "unknown" ? 2.8 : 4.6, look === "postponed" ? [2.5, 2.3] : []);
  }
}
function drawSignOn(look, x, y, colour, ground) {
  ctx.fillStyle = ground;
  ctx.beginPath();
  ctx.arc(x, y, 7, 0, 7);
  ctx.fill();
  drawSign(look, x, y, colour);
}
function withAlpha(colour, a) { return colour + Math.round(a * 255).toString(16).padStart(2, "0"); }
function drawBar(b, y, colour, dated) {
  const x0 = Math.max(geo.left, X(b.from)), x1 = Math.min(geo.right, X(b.to));
  if (x1 <= geo.left || x0 >= geo.right) return;
  const w = Math.max(2, x1 - x0);
  const fade = (...stops) => {
    // The colour's course is that of the whole bar, also where one sees a part of it.
    const from = b.from === -Infinity ? geo.left : X(b.from), to = b.to === Infinity ? geo.right : X(b.to);
    const g = ctx.createLinearGradient(Math.max(-1e5, from), 0, Math.min(1e5, to), 0);
    stops.forEach((a, i) => g.addColorStop(i / (stops.length - 1), withAlpha(colour, a)));
    return g;
  };
  if (b.what === "derived") {
    ctx.strokeStyle = dated ? withAlpha(colour, 0.6) : colour;
    ctx.lineWidth = 1.5;
    ctx.setLineDash([5, 4]);
    ctx.beginPath();
    ctx.moveTo(x0, y);
    ctx.lineTo(x1, y);
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.beginPath();
    for (const t of [b.from, b.to]) {
      const x = X(t);
      if (x < geo.left || x > geo.right) continue;
      ctx.moveTo(x, y - 5);
      ctx.lineTo(x, y + 5);
    }
    ctx.stroke();
  } else if (b.what === "expected") {
    ctx.fillStyle = hatchOf(colour);
    ctx.fillRect(x0, y - 5, w, 10);
    ctx.strokeStyle = colour;
    ctx.lineWidth = 1;
    ctx.strokeRect(x0 + 0.5, y - 4.5, Math.max(1, w - 1), 9);
  } else {
    ctx.fillStyle = b.what === "solid" ? colour : b.what === "rising" ? fade(0.04, 0.32, 0.75) : b.what === "falling" ? fade(0.75, 0.32, 0.04) : fade(0.05, 0.65, 0.05);
    ctx.fillRect(x0, y - 4, w, 8);
  }
  // What goes on outside has a point at the edge.
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.7;
  ctx.beginPath();
  if (X(b.from) < geo.left - 1) {
    ctx.moveTo(geo.left + 7, y - 5);
    ctx.lineTo(geo.left + 1, y);
    ctx.lineTo(geo.left + 7, y + 5);
  }
  if (X(b.to) > geo.right + 1) {
    ctx.moveTo(geo.right - 7, y - 5);
    ctx.lineTo(geo.right - 1, y);
    ctx.lineTo(geo.right - 7, y + 5);
  }
  ctx.stroke();
}
function drawLimits(b, from, to, y) {
  ctx.strokeStyle = colours.ink;
  ctx.lineWidth = 1.3;
  ctx.setLineDash([2.5, 2]);
  ctx.beginPath();
  for (const t of [b.from, b.to]) {
    const x = X(t);
    if (t <= from || t >= to || x < geo.left || x > geo.right) continue;
    ctx.moveTo(x, y - 8);
    ctx.lineTo(x, y + 8);
  }
  ctx.stroke();
  ctx.setLineDash([]);
}
function drawWords(words, x, y, colour, ground, struck) {
  ctx.lineJoin = "round";
  ctx.lineWidth = 3;
  ctx.strokeStyle = ground;
  ctx.strokeText(words, x, y);
  ctx.fillStyle = colour;
  ctx.fillText(words, x, y);
  if (struck) {
    ctx.fillRect(x, y - 4.5, ctx.measureText(words).width, 1);
  }
}
function note(e, x0, x1, y) {
  const spot = {x0, x1, y};
  if (spots.has(e)) spots.get(e).push(spot);
  else spots.set(e, [spot]);
}

// `quiet` only notes where the marks are: lines between them are drawn before them.
let quiet = false;
function drawItem(item, top, ground) {
  const {e, s} = item;
  const x0 = item.from - view.from * geo.scale + geo.left, x1 = item.to - view.from * geo.scale + geo.left;
  if (x1 < geo.left || item.end - view.from * geo.scale + geo.left < geo.left || x0 > geo.right) return;
  const look = lookOf(s), colour = colourOf(look), marked = e === selected || e === hovered;
  const y = top + item.row * rowHeight + (item.above ? 17 : 12);
  const from = Math.max(geo.left, x0), to = Math.min(geo.right, x1);
  // What the axis or the shelf would cut through is left for when it has been scrolled to.
  if (y < geo.top + 6 || y > geo.shelfTop - 4) return;
  if (quiet) {
    note(e, Math.max(geo.left, Math.min(from, geo.right)), Math.max(geo.left, to), y);
    return;
  }
  const sharp = states.bars[s].length === undefined || barsOf(s).some((b) => b.what === "solid");
  if (!item.point || !sharp) for (const b of barsOf(s)) if (b.what !== "derived") drawBar(b, y, colour, true);
  // Of a date that other statements narrow: where the limits are.
  if (has(s, "derived") && !item.point)
    for (const b of barsOf(s)) if (b.what === "derived") drawLimits(b, hullFrom[s], hullTo[s], y);
  ctx.font = labelFont;
  let x = x1 + 8;
  let box = {e, x: from - 3, y: top + item.row * rowHeight + 1, w: to - from + 6, h: rowHeight - 2};
  if (item.point) {
    drawSign(look, (x0 + x1) / 2, y, colour);
  } else if (item.above) {
    x = Math.min(from + 18, to - item.width - 4);
    drawSign(look, x - 10, y - 11, colour);
  } else {
    // On its bar, never beside it, where it would pass for another date.
    drawSignOn(look, (from + to) / 2, y, colour, ground);
  }
  if (item.point || !item.above) {
    const label = x + item.width > geo.right && x < geo.right - 24 ? cutTo(item.label, geo.right - x) : item.label;
    drawWords(label, x, y + 4, look === "off" ? colours.faint : marked ? colours.accent : colours.ink, ground, look === "off");
    boxes.push({e, x, y: y - 9, w: item.width, h: 18});
  } else {
    drawWords(item.label, x, y - 7, look === "off" ? colours.faint : marked ? colours.accent : colours.ink, ground, look === "off");
  }
  boxes.push(box);
  if (marked) {
    ctx.strokeStyle = colours.accent;
    ctx.lineWidth = 1.5;
    ctx.strokeRect(from - 3.5, y - 8.5, to - from + 7, 17);
  }
  if (changedToday.has(e)) {
    ctx.fillStyle = colours.accent;
    ctx.beginPath();
    ctx.moveTo(from - 9, y - 4);
    ctx.lineTo(from - 4, y);
    ctx.lineTo(from - 9, y + 4);
    ctx.fill();
  }
}
// One column on the other: what took place solid, what is planned hatched, what is off or not told hollow.
function columnsOf(lane) {
  if (!lane.columns) {
    const by = [[], [], []];
    for (const e of lane.list) by[columnOfStatus[states.status[current[e]] + 2]].push(knownFrom[current[e]]);
    lane.columns = by.map((list) => Float64Array.from(list));
  }
  return lane.columns;
}
// By status, from "never shown" and "not given" on.
const columnOfStatus = [-2, -1, ...statusWords.keys()].map((i) => {
  const w = i < 0 ? "" : statusWords[i];
  return w === "held" || w === "under_way" ? 0 : w === "" || w === "cancelled" || w === "lapsed" || w === "denied" ? 2 : 1;
});
function drawHistogram(lane, top) {
  const bins = Math.max(1, Math.floor((geo.right - geo.left) / 5));
  const wide = (geo.right - geo.left) / bins, per = (view.to - view.from) / bins;
  const columns = columnsOf(lane), counts = columns.map((starts) => {
    const made = new Uint32Array(bins);
    let before = lowerBound(starts, view.from);
    for (let i = 0; i < bins; ++i) {
      const next = lowerBound(starts, view.from + (i + 1) * per);
      made[i] = next - before;
      before = next;
    }
    return made;
  });
  let most = 1;
  for (let i = 0; i < bins; ++i) most = Math.max(most, counts[0][i] + counts[1][i] + counts[2][i]);
  const height = histogramHeight - 12, fills = [colours.held, hatchOf(colours.planned), colours.ground], edges = [null, colours.planned, colours.off];
  ctx.lineWidth = 1;
  for (let i = 0; i < bins; ++i) {
    const n = counts[0][i] + counts[1][i] + counts[2][i];
    if (n === 0) continue;
    const x = geo.left + i * wide, w = Math.max(1, wide - 1), whole = Math.max(1.5, n / most * height);
    let y = top + height;
    for (let k = 0; k < 3; ++k) {
      if (counts[k][i] === 0) continue;
      const h = counts[k][i] / n * whole;
      y -= h;
      ctx.fillStyle = fills[k];
      ctx.fillRect(x, y, w, h);
      if (edges[k] !== null) {
        ctx.strokeStyle = edges[k];
        ctx.strokeRect(x + 0.5, y + 0.5, Math.max(0.5, w - 1), Math.max(0.5, h - 1));
      }
    }
    boxes.push({e: -1, from: view.from + i * per, to: view.from + (i + 1) * per, n, by: counts.map((c) => c[i]), x, y: top, w: wide, h: height});
  }
  lane.most = most;
}
function drawAxis() {
  const marks = axisMarks(view.from, view.to, Math.max(2, Math.floor((geo.right - geo.left) / 88)));
  ctx.fillStyle = colours.rule;
  for (const m of marks) ctx.fillRect(Math.round(X(m.t)), 22, m.major ? 1.5 : 1, geo.height - 22);
  const taken = [];
  for (const major of [true, false])
    for (const m of marks) {
      ctx.font = (m.major ? "bold " : "") + "11.5px Helvetica, Arial, sans-serif";
      const x = X(m.t), end = x + ctx.measureText(m.label).width + 12;
      if (m.major !== major || end > geo.right + 20 || taken.some(([a, b]) => x < b && a < end)) continue;
      taken.push([x, end]);
      ctx.fillStyle = m.major ? colours.ink : colours.faint;
      ctx.fillText(m.label, x + 4, 15);
    }
}
function cutTo(words, room) {
  if (ctx.measureText(words).width <= room) return words;
  let letters = [...words.slice(0, 300)];
  while (letters.length > 1 && ctx.measureText(letters.join("") + "…").width > room) letters = letters.slice(0, Math.floor(letters.length * 0.9));
  return letters.join("") + "…";
}
function drawLanes() {
  let y = geo.top - scrollY;
  lanes.forEach((lane, number) => {
    layLane(lane);
    const h = laneHeight(lane);
    lane.y = y;
    if (y + h > geo.top && y < geo.shelfTop) {
      const ground = number % 2 === 0 ? colours.band : colours.ground;
      const named = geo.named || (lane.key < 0 && lanesBy === "none");
      const top = y + 7 + (named ? 0 : 18);
      if (lane.mode === "marks") for (const item of lane.items) drawItem(item, top, ground);
      else if (!quiet) drawHistogram(lane, top + 4);
      if (quiet) {
        y += h;
        return;
      }
      if (y + h < geo.top + 26) {
        y += h;
        return;
      }
      ctx.fillStyle = colours.ink;
      ctx.font = "bold 12.5px Helvetica, Arial, 'Noto Sans', sans-serif";
      const name = laneName(lane);
      // A lane higher than the window keeps its name in sight.
      const at = Math.min(Math.max(y, geo.top), y + h - 34) + 22;
      drawWords(cutTo(name, geo.named ? geo.left - 24 : geo.right - 80), 12, named ? at : y + 17, colours.ink, ground, false);
      ctx.font = "11px Helvetica, Arial, sans-serif";
      const earlier = lane.long.length === 0 ? lowerBound(lane.starts, view.from) : lane.list.length < 5000 ? lane.list.filter((e) => hullTo[current[e]] <= view.from).length : 0;
      const later = lane.list.length - lowerBound(lane.starts, view.to);
      const said = [(earlier > 0 ? "◂ " + numberText(earlier) + "   " : "") + (later > 0 ? numberText(later) + " ▸" : "")];
      if (lane.mode === "histogram") said.push(say("highest", lane.most));
      if (geo.named) said.filter((line) => line !== "").forEach((line, i) => drawWords(cutTo(line, geo.left - 24), 12, at + 15 * (i + 1), colours.faint, ground, false));
    }
    y += h;
  });
  geo.lanesHeight = y + scrollY - geo.top;
}
function noteShelf() {
  for (let i = Math.max(0, lowerBound(shelfOffsets, shelfScroll - 40) - 1); i < shelf.length; ++i) {
    const y = geo.shelfTop + 28 + shelfOffsets[i] - shelfScroll, s = current[shelf[i]];
    if (y > geo.height) break;
    const within = (t) => Math.max(geo.left, Math.min(geo.right, X(t)));
    if (y < geo.shelfTop) continue;
    if (states.bars[s].length === 0) note(shelf[i], 18, 18, y + 9);
    else note(shelf[i], within(knownFrom[s]), within(knownTo[s]), y + 26);
  }
}
function drawShelf() {
  if (shelf.length === 0) return;
  ctx.save();
  ctx.beginPath();
  ctx.rect(0, geo.shelfTop, geo.width, geo.height - geo.shelfTop);
  ctx.clip();
  ctx.fillStyle = colours.ink;
  ctx.fillRect(0, geo.shelfTop, geo.width, 1.5);
  ctx.font = "bold 12.5px Helvetica, Arial, sans-serif";
  drawWords(say("undatedShelf") + " · " + shelf.length, 12, geo.shelfTop + 18, colours.ink, colours.ground, false);
  ctx.beginPath();
  ctx.rect(0, geo.shelfTop + 26, geo.width, geo.height - geo.shelfTop - 26);
  ctx.clip();
  const first = Math.max(0, lowerBound(shelfOffsets, shelfScroll - 40) - 1);
  for (let i = first; i < shelf.length; ++i) {
    const y = geo.shelfTop + 28 + shelfOffsets[i] - shelfScroll;
    if (y > geo.height) break;
    const e = shelf[i], s = current[e], look = lookOf(s), colour = colourOf(look), marked = e === selected || e === hovered;
    drawSign(look, 18, y + 9, colour);
    ctx.font = labelFont;
    const title = cutTo(labelOf(e), (geo.right - 40) * 0.62), w = ctx.measureText(title).width;
    drawWords(title, 30, y + 13, look === "off" ? colours.faint : marked ? colours.accent : colours.ink, colours.ground, look === "off");
    ctx.font = "11.5px Helvetica, Arial, 'Noto Sans', sans-serif";
    const said = cutTo(statusText(e, s) + " · " + whenText(s), geo.right - 44 - w);
    if (geo.right - 44 - w > 60) drawWords(said, 42 + w, y + 13, colours.faint, colours.ground, false);
    // What is expected and what is concluded, one above the other.
    const bars = barsOf(s), both = bars.length > 1;
    for (const b of bars) drawBar(b, y + (!both ? 26 : b.what === "derived" ? 31 : 23), colour, false);
    boxes.push({e, x: 0, y: Math.max(y, geo.shelfTop + 26), w: geo.width, h: bars.length > 0 ? 36 : 22});
    if (marked) {
      ctx.strokeStyle = colours.accent;
      ctx.lineWidth = 1.5;
      ctx.strokeRect(6.5, y - 0.5, geo.width - 13, bars.length > 0 ? 35 : 20);
    }
    if (changedToday.has(e)) {
      ctx.fillStyle = colours.accent;
      ctx.fillRect(3, y + 2, 3, 15);
    }
  }
  ctx.restore();
}
function curve(a, b, directed, colour, dash, wide) {
  const onward = directed && a.x1 <= b.x0 + 4;
  const x1 = onward ? a.x1 : a.x0, bend = Math.min(40, Math.max(10, Math.abs(b.y - a.y) / 2), onward ? 40 : Math.max(3, Math.min(x1, b.x0) - 3));
  const x2 = b.x0 - (directed ? 3 : 0);
  ctx.strokeStyle = ctx.fillStyle = colour;
  ctx.lineWidth = wide;
  ctx.setLineDash(dash);
  ctx.beginPath();
  ctx.moveTo(x1, a.y);
  // Along a row it sags, so that it doesn't strike the labels through.
  const sag = onward && Math.abs(a.y - b.y) < 2 && x2 - x1 > 30 ? 15 : 0;
  ctx.bezierCurveTo(onward ? x1 + bend : x1 - bend, a.y + sag, x2 - bend, b.y + sag, x2, b.y);
  ctx.stroke();
  ctx.setLineDash([]);
  if (!directed) return;
  ctx.beginPath();
  ctx.moveTo(x2 + 2, b.y);
  ctx.lineTo(x2 - 5, b.y - 3.5);
  ctx.lineTo(x2 - 5, b.y + 3.5);
  ctx.fill();
}
// Behind the marks and their labels: thin, and only where both ends are in sight.
function drawLinks() {
  if (spots.size <= 300 && lanesBy === "party")
    for (const [e, list] of spots) {
      if (list.length < 2) continue;
      ctx.fillStyle = withAlpha(colourOf(lookOf(current[e])), e === selected || e === hovered ? 0.9 : 0.32);
      const x = (list[0].x0 + list[0].x1) / 2;
      ctx.fillRect(x - 0.5, list[0].y, e === selected || e === hovered ? 2 : 1, list[list.length - 1].y - list[0].y);
    }
  const seen = new Set();
  let left = 400;
  for (const e of spots.keys())
    for (const i of relationsOf.get(e) ?? []) {
      const mine = data.relations[i][0] === selected || data.relations[i][1] === selected;
      if (seen.has(i) || (left <= 0 && !mine)) continue;
      seen.add(i);
      --left;
      const link = linkOf(i), a = spots.get(link.from)?.[0], b = spots.get(link.to)?.[0];
      if (!a || !b) continue;
      const colour = link.what === "clash" ? colours.warn : mine ? colours.accent : withAlpha(colours.faint, 0.75);
      curve(a, b, link.directed, colour, link.what === "certain" ? [] : [1.5, 3], mine ? 1.7 : 1);
    }
  // Of the selected one, also its neighbours by mere convention.
  if (selected >= 0 && spots.has(selected))
    for (const n of neighboursOf(selected)) {
      if (n.certainty !== 0 || !spots.has(n.e)) continue;
      const [a, b] = n.before ? [n.e, selected] : [selected, n.e];
      curve(spots.get(a)[0], spots.get(b)[0], true, withAlpha(colours.accent, 0.8), [6, 3, 1.5, 3], 1.2);
    }
}
function drawScrollbar(y, height, at, whole) {
  if (whole <= height + 1) return;
  ctx.fillStyle = withAlpha(colours.faint, 0.45);
  ctx.fillRect(geo.width - 5, y + at / whole * height, 4, Math.max(18, height / whole * height));
}

function draw() {
  frame = 0;
  const start = performance.now();
  const ratio = window.devicePixelRatio || 1;
  if (canvas.width !== Math.round(geo.width * ratio) || canvas.height !== Math.round(geo.height * ratio)) {
    canvas.width = Math.round(geo.width * ratio);
    canvas.height = Math.round(geo.height * ratio);
  }
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  boxes = [];
  spots = new Map();
  ctx.fillStyle = colours.ground;
  ctx.fillRect(0, 0, geo.width, geo.height);
  // Bands first, then the marks of the axis, then what stands on them.
  let y = geo.top - scrollY;
  ctx.fillStyle = colours.band;
  lanes.forEach((lane, i) => {
    layLane(lane);
    const h = laneHeight(lane);
    if (i % 2 === 0) ctx.fillRect(0, Math.max(geo.top, y), geo.width, Math.min(geo.shelfTop, y + h) - Math.max(geo.top, y));
    y += h;
  });
  ctx.fillStyle = colours.ground;
  ctx.fillRect(0, geo.shelfTop, geo.width, geo.height - geo.shelfTop);
  drawAxis();
  const inside = (y0, y1, work) => {
    ctx.save();
    ctx.beginPath();
    ctx.rect(0, y0, geo.width, y1 - y0);
    ctx.clip();
    work();
    ctx.restore();
  };
  quiet = true;
  drawLanes();
  noteShelf();
  quiet = false;
  inside(geo.top, geo.height, drawLinks);
  inside(geo.top - 4, geo.shelfTop, drawLanes);
  drawShelf();
  drawScrollbar(geo.top, geo.shelfTop - geo.top, scrollY, geo.lanesHeight ?? 0);
  if (shelf.length > 0) drawScrollbar(geo.shelfTop + 26, geo.height - geo.shelfTop - 26, shelfScroll, shelfOffsets[shelf.length]);
  if (shown.length === 0) {
    ctx.font = "14px sans-serif";
    drawWords(say(count === 0 ? "empty" : "nothingFound"), geo.left + 12, geo.top + 30, colours.faint, colours.ground, false);
  }
  lastFrameMs = performance.now() - start;
}
function redraw() { if (frame === 0) frame = requestAnimationFrame(draw); }

// The event at a point of the canvas; an object for a histogram's bar; null for nothing.
function hit(x, y) {
  let found = null, distance = Infinity;
  for (const b of boxes) {
    if (x < b.x || x > b.x + b.w || y < b.y || y > b.y + b.h) continue;
    if ((y < geo.top) || (y >= geo.shelfTop) !== (b.y >= geo.shelfTop)) continue;
    const d = Math.abs(x - b.x - b.w / 2) + b.w;
    if (d < distance) [found, distance] = [b, d];
  }
  return found;
}

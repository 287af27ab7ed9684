// SPDX-License-Identifier: BSL-1.0
// What the page knows: columns, one state after the other. Time is counted in days since 1970-01-01, null where it has no bound.
const data = JSON.parse(document.getElementById("data").textContent);
const statusWords = ["possible", "proposed", "announced", "scheduled", "postponed", "under_way", "held", "cancelled", "lapsed", "denied"];
const flagWords = ["undated", "no_date_yet", "date_unstated", "never_dated", "expected", "derived", "approximate", "uncertain", "inferred",
  "postponed", "moved", "overdue", "presumed", "maybe_known", "disputed", "denied_by_some", "unconfirmed", "contradictory"];
const barWords = ["solid", "rising", "falling", "window", "expected", "derived"];
const statementSorts = ["date", "relation", "series", "status", "duration"];
const modeWords = ["in_person", "telephone", "video", "written"];
const flagBit = Object.fromEntries(flagWords.map((w, i) => [w, 1 << i]));

const events = data.events;
const count = events.id.length;
const states = data.states;
const stateCount = states.status.length;
const lastDay = data.days.length - 1;

// Of each event, its first state; of each state, its hull (infinite where unbounded) and the bounded points in it.
const firstState = new Int32Array(count + 1);
const hullFrom = new Float64Array(stateCount), hullTo = new Float64Array(stateCount);
const knownFrom = new Float64Array(stateCount), knownTo = new Float64Array(stateCount);
if (states.e === 0) {
  for (let i = 0; i <= count; ++i) firstState[i] = i;
} else {
  for (let s = 0; s < stateCount; ++s) ++firstState[states.e[s] + 1];
  for (let i = 0; i < count; ++i) firstState[i + 1] += firstState[i];
}
for (let s = 0; s < stateCount; ++s) {
  const b = states.bars[s];
  if (typeof b === "number") {
    hullFrom[s] = knownFrom[s] = b;
    hullTo[s] = knownTo[s] = b + 1;
    continue;
  }
  let from = Infinity, to = -Infinity, first = Infinity, last = -Infinity;
  for (let i = 0; i < b.length; i += 3) {
    from = Math.min(from, b[i + 1] ?? -Infinity);
    to = Math.max(to, b[i + 2] ?? Infinity);
    for (const t of [b[i + 1], b[i + 2]]) {
      if (t === null) continue;
      first = Math.min(first, t);
      last = Math.max(last, t);
    }
  }
  hullFrom[s] = from;
  hullTo[s] = to;
  knownFrom[s] = first;
  knownTo[s] = last;
}

function sinceOf(s) { return states.since === 0 ? 0 : states.since[s]; }
function eventOf(s) { return states.e === 0 ? s : states.e[s]; }
function has(s, flag) { return (states.flags[s] & flagBit[flag]) !== 0; }
function statusOf(s) { return states.status[s] >= 0 ? statusWords[states.status[s]] : ""; }
function barsOf(s) {
  const b = states.bars[s];
  if (typeof b === "number") return [{what: "solid", from: b, to: b + 1}];
  const list = [];
  for (let i = 0; i < b.length; i += 3) list.push({what: barWords[b[i]], from: b[i + 1] ?? -Infinity, to: b[i + 2] ?? Infinity});
  return list;
}
// [party, lane] pairs, [venue, certain] pairs, [series, round] pairs, topics, modes: written short in the data, in full here.
const casts = new Array(data.casts.length);
function castOf(s) {
  const i = states.cast[s];
  if (casts[i] === undefined) {
    const [parties = [], venues = [], series = [], topics = [], modes = []] = data.casts[i];
    const whole = (list, usual) => list.map((x) => (typeof x === "number" ? [x, usual(x)] : x));
    casts[i] = [whole(parties, (x) => x), whole(venues, () => 1), whole(series, () => 0), topics, modes];
  }
  return casts[i];
}
function kindOf(e) { return events.kinds[events.kind[e]]; }
function noteOf(e) { return text(events.note[e] ?? ""); }
function statedOf(s) {
  const t = states.stated[s];
  return t === 0 ? spell(states.bars[s]) : t;
}
function titleOf(e) { return text(events.title[e]) || events.id[e]; }
function nameOf(list, i) {
  const n = data[list][i];
  return typeof n === "string" ? n : text(n[1]) || n[0];
}

// What stands on the chosen day: the state of each event, or -1.
const current = new Int32Array(count).fill(-1);
let day = lastDay;
let order = [];
function stateOn(e, d) {
  let found = -1;
  for (let s = firstState[e]; s < firstState[e + 1] && sinceOf(s) <= d; ++s) found = s;
  return found >= 0 && states.status[found] > -2 ? found : -1;
}
function setDay(d) {
  day = Math.max(0, Math.min(lastDay, d));
  if (states.plain === 1) for (let e = 0; e < count; ++e) current[e] = e;
  else for (let e = 0; e < count; ++e) current[e] = stateOn(e, day);
  order = data.order[day] === 0 ? Array.from({length: count}, (_, i) => i) : data.order[day];
}

// held, under_way, planned, postponed, off, unknown: as signs are drawn.
function lookOf(s) {
  const w = statusOf(s);
  if (w === "") return "unknown";
  if (w === "held" || w === "under_way" || w === "postponed") return w;
  return w === "cancelled" || w === "lapsed" || w === "denied" ? "off" : "planned";
}
function cautionOf(s) {
  if (has(s, "contradictory")) return "!";
  if (has(s, "disputed") || has(s, "denied_by_some")) return "≠";
  return has(s, "uncertain") ? "?" : has(s, "approximate") ? "~" : "";
}

// Relations by event.
const relationsOf = new Map();
data.relations.forEach((r, i) => {
  for (const e of [r[0], r[1]]) {
    if (!relationsOf.has(e)) relationsOf.set(e, []);
    relationsOf.get(e).push(i);
  }
});
const backward = new Set(["after", "met_by", "follows_up"]);
const forward = new Set(["before", "meets", "prepares", "realised_as"]);
// The earlier and the later event, whether it has a direction, and whether it is certain, loose or a clash on the chosen day.
function linkOf(i) {
  const [from, to, kind] = data.relations[i];
  const link = {from, to, kind, directed: backward.has(kind) || forward.has(kind), what: "certain"};
  if (backward.has(kind)) [link.from, link.to] = [to, from];
  const off = (e) => current[e] < 0 || lookOf(current[e]) === "off";
  if (kind === "realised_as" || kind === "maybe_same_as" || off(from) || off(to)) link.what = "loose";
  if (data.contradictions[day].some((c) => c.pairs.some(([a, b]) => a === from && b === to))) link.what = "clash";
  return link;
}
const reportsOf = new Map();
data.reports.forEach((r, i) => {
  if (!reportsOf.has(r.event)) reportsOf.set(r.event, []);
  reportsOf.get(r.event).push(i);
});
// Why events have their limits: of each event, which entries tell, from day to day.
const whyOf = new Map();
data.why.e.forEach((e, i) => {
  if (!whyOf.has(e)) whyOf.set(e, []);
  whyOf.get(e).push(i);
});
function whyOn(e) {
  let found = -1;
  for (const i of whyOf.get(e) ?? []) if (data.why.since[i] <= day) found = i;
  return found;
}

// SPDX-License-Identifier: BSL-1.0
// What is known of one event, in words: when, by whom, why there, and how that changed.
function el(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [k, v] of Object.entries(attributes ?? {})) {
    if (k === "class") made.className = v;
    else if (k.startsWith("on")) made.addEventListener(k.slice(2), v);
    else if (v !== false) made.setAttribute(k, v === true ? "" : v);
  }
  for (const c of children.flat()) if (c !== null && c !== "") made.append(c);
  return made;
}

function isSituation(e) { return kindOf(e) === "situation" || kindOf(e).startsWith("situation."); }
function statusText(e, s, timeless = false) {
  const w = statusOf(s);
  let made = w === "" ? say("noStatus") : say(w === "held" && isSituation(e) ? "isTheCase" : w);
  for (const f of ["overdue", "moved", "presumed", "maybe_known", "disputed", "denied_by_some", "unconfirmed", "contradictory"]) if (has(s, f) && !(timeless && f === "overdue")) made += ", " + say(f);
  if (has(s, "postponed") && w !== "postponed") made += ", " + say("date_put_off");
  return made;
}
function windowText(from, to) {
  if (from === -Infinity && to === Infinity) return say("noDate");
  if (from === -Infinity) return say("until", lastDayText(to));
  if (to === Infinity) return say("from", dayText(from));
  return to - from <= 1 ? say("onDay", dayText(from)) : say("between", dayText(from), lastDayText(to));
}
// When it is, in words: the date that was stated and what it means, or that there is none, and what can be concluded.
function whenText(s) {
  const parts = [];
  let datedFrom = NaN, datedTo = NaN;
  if (has(s, "undated")) {
    parts.push(say(has(s, "no_date_yet") ? "no_date_yet" : has(s, "date_unstated") ? "date_unstated" : has(s, "never_dated") ? "never_dated" : "noDate"));
  } else {
    const bars = barsOf(s).filter((b) => b.what !== "expected" && b.what !== "derived");
    const solid = bars.find((b) => b.what === "solid");
    const from = Math.min(...bars.map((b) => b.from)), to = Math.max(...bars.map((b) => b.to));
    [datedFrom, datedTo] = [from, to];
    if (!solid) parts.push(say("somewhere", dayText(from), lastDayText(to)));
    else if (to - from <= 1) parts.push(dayText(from));
    else if (to === Infinity) parts.push(bars.length > 1 ? say("from", dayText(from)) : say("goesOn", dayText(from)));
    else if (from === -Infinity) parts.push(say("begunBefore", lastDayText(to)));
    else parts.push(say("duringText", dayText(from), lastDayText(to)));
    for (const f of ["approximate", "uncertain", "inferred"]) if (has(s, f)) parts.push(say(f));
  }
  for (const b of barsOf(s)) {
    if (b.what === "expected") parts.push(say("expectedIn", windowText(b.from, b.to)));
    if (b.what === "derived" && (b.from !== datedFrom || b.to !== datedTo)) parts.push(windowText(b.from, b.to));
  }
  return parts.join("; ");
}
function partiesText(s) { return castOf(s)[0].map((p) => nameOf("parties", p[0])).join(", "); }
function venuesText(s) {
  const names = castOf(s)[1].map(([v, sure]) => nameOf("venues", v) + (sure ? "" : "?"));
  for (const m of castOf(s)[4]) if (m !== 0) names.push(say(modeWords[m]));
  return names.join(", ");
}

// The events before and after one in the order of what is shown, and why: 0 by convention, 1 by limits, 2 by a relation.
function neighboursOf(e) {
  const made = [];
  const at = order.indexOf(e);
  if (at < 0) return made;
  const why = data.certain[day];
  if (at > 0) made.push({e: order[at - 1], before: true, certainty: Number(why[at] ?? 0)});
  if (at + 1 < order.length) made.push({e: order[at + 1], before: false, certainty: Number(why[at + 1] ?? 0)});
  return made;
}
function certaintyText(c) { return say(c === 2 ? "certain_relation" : c === 1 ? "certain_limits" : "conventional"); }

// What changed about an event between two states: lines of words. -1 stands for not being known.
function changesBetween(a, b) {
  if (a < 0 && b < 0) return [];
  if (a < 0) return [say("firstHeard") + ": " + statusText(eventOf(b), b) + "; " + whenText(b)];
  if (b < 0) return [say("gone")];
  const lines = [];
  const e = eventOf(b);
  const compare = (x, y) => { if (x !== y) lines.push((x || "—") + " → " + (y || "—")); };
  // Beyond the last day there is no day on which anything could be late.
  compare(statusText(e, a, data.days[sinceOf(b)] === null), statusText(e, b));
  compare(whenText(a), whenText(b));
  compare(venuesText(a), venuesText(b));
  compare(partiesText(a), partiesText(b));
  return lines;
}
let changedToday = new Map();
function findChanges() {
  changedToday = new Map();
  if (lastDay === 0) return;
  for (const e of shown) {
    const s = current[e];
    if (sinceOf(s) !== day || (day === 0 && sinceOf(s) === 0 && reportsOf.get(e) === undefined)) continue;
    const lines = changesBetween(day > 0 ? stateOn(e, day - 1) : -1, s);
    if (lines.length > 0) changedToday.set(e, lines);
  }
}

function eventButton(e) {
  return el("button", {class: "link", type: "button", onclick: () => select(e, true)}, titleOf(e));
}
// The same in the midst of a sentence: a button would be a box that lines can't break in.
function eventWords(e) {
  const go = (ev) => {
    if (ev.type === "keydown" && ev.key !== "Enter" && ev.key !== " ") return;
    ev.preventDefault();
    select(e, true);
  };
  return el("span", {class: "link", role: "link", tabindex: "0", onclick: go, onkeydown: go}, titleOf(e));
}
function section(title, ...children) {
  const kept = children.flat().filter((c) => c !== null);
  return kept.length === 0 ? null : el("section", {}, el("h3", {}, title), kept);
}
function row(term, ...value) {
  const kept = value.flat().filter((v) => v !== null && v !== "");
  return kept.length === 0 ? [] : [el("dt", {}, term), el("dd", {}, kept)];
}
function joined(nodes) { return nodes.flatMap((n, i) => (i === 0 ? [n] : [", ", n])); }
// Only what leads to the web is a link; anything else stays text.
function linkOrText(url, words) {
  return /^https?:\/\/[^\s]+$/i.test(url) ? el("a", {href: url, target: "_blank", rel: "noopener noreferrer nofollow"}, words || url) : words || url;
}

function sourceItem(r) {
  const about = [];
  if (r.published) about.push(say("published", r.published));
  if (r.said) about.push(say("said", r.said));
  if (r.cites.length > 0) about.push(say("cites", r.cites.map(text).filter((t) => t !== "").join(", ")));
  if (r.rank && r.rank !== "normal") about.push(say("rank", r.rank));
  const field = ([name, value]) => (words.en[name] ? say(name) : name) + " " + (statusWords.includes(value) ? say(value) : value);
  const lines = [];
  if (r.says.length > 0) lines.push(el("div", {}, say("says") + ": " + r.says.map(field).join("; ")));
  if (r.denies !== null) lines.push(el("div", {class: "warn"}, r.denies.length === 0 ? say("deniesAll") : say("denies") + ": " + r.denies.map(field).join("; ")));
  return el("li", {}, sourceLink(r), r.url && !/^https?:/i.test(r.url) ? el("div", {class: "faint"}, r.url) : null,
    about.length > 0 ? el("div", {class: "faint"}, about.join(" · ")) : null, lines);
}
function sourceName(r) { return [text(r.source), text(r.title)].filter((t) => t !== "").join(": ") || r.id; }
function sourceLink(r) { return linkOrText(r.url, sourceName(r)); }
// A statement in words, with buttons and links in place of ids, and who made it.
function statementWords(x) {
  const [sort, e, other, report, words] = typeof x === "number" ? data.statements[x] : x;
  const kind = statementSorts[sort], source = typeof report === "string" ? data.reports.find((r) => r.id === report) : data.reports[report];
  const made = [];
  if (kind === "date") made.push(eventWords(e), " ", say("dated", text(words)));
  else made.push(...withNames(text(words), kind === "status" && source ? [[source.id, () => sourceLink(source)]] : [], [e, other]));
  if (kind === "status" && source) return made;
  made.push(el("div", {class: "faint"}, source ? [sourceLink(source), source.published ? ", " + say("published", source.published) : ""] : typeof report === "string" ? report : say("declared")));
  return made;
}
// A sentence with ids in quotes, in which they are replaced by what they stand for.
function withNames(sentence, named, ids) {
  const pairs = [...named, ...ids.filter((e, i) => e >= 0 && ids.indexOf(e) === i).map((e) => [events.id[e], () => eventWords(e)])];
  let parts = [sentence];
  for (const [id, make] of pairs)
    for (const quoted of ['"' + id + '"', "« " + id + " »"])
      parts = parts.flatMap((p) => (typeof p !== "string" ? [p] : p.split(quoted).flatMap((piece, i) => (i === 0 ? [piece] : [make(), piece]))));
  return parts;
}
// Why an event can't be earlier or later: for each of its limits, the statements that lead to what bounds it.
function chainOf(e, limit) {
  const shorter = data.shorter[day][4 * e + limit];
  if (shorter) return shorter;
  const found = [];
  const add = (x) => { if (!found.some((y) => String(y) === String(x))) found.push(x); };
  for (let at = 4 * e + limit, n = 0; at >= 0 && n <= 4 * count; ++n) {
    const of = at >> 2, which = at & 3, w = whyOn(of);
    if (w < 0) {
      const s = current[of];
      if (s >= 0 && !has(s, "undated")) add([0, of, -1, -1, statedOf(s)]);
      break;
    }
    const step = data.why.steps[4 * w + which];
    if (step === -1) break;
    if (step === -2) at = 4 * of + (which === 2 ? 0 : 3);
    else if (typeof step === "number") {
      add(step);
      break;
    } else {
      add(step[0]);
      at = step[1];
    }
  }
  const rests = data.rests[day];
  for (let i = 0; i < found.length; ++i) for (const x of rests[found[i]] ?? []) add(x);
  return found;
}
const limitHeads = ["notBefore", "startsBy", "notOverBefore", "overBy"];
function reasonsOf(e) {
  if (data.whyLastOnly && day !== lastDay) return [el("p", {class: "faint"}, say("whyLastOnly"))];
  const w = whyOn(e), s = current[e];
  const limits = [0, 1, 2, 3].map((i) => (w >= 0 ? data.why.limits[4 * w + i] : null));
  const made = [], groups = [];
  if (w < 0 && !has(s, "undated")) groups.push({heads: [], chain: chainOf(e, 0)});
  else
    for (const i of [0, 1, 2, 3]) {
      if (limits[i] === null || (i === 1 && limits[1] === limits[3]) || (i === 2 && limits[2] === limits[0])) continue;
      const chain = chainOf(e, i), head = say(limitHeads[i], i % 2 === 0 ? dayText(limits[i]) : lastDayText(limits[i]));
      const same = groups.find((g) => String(g.chain) === String(chain));
      if (same) same.heads.push(head);
      else groups.push({heads: [head], chain});
    }
  for (const g of groups) {
    const most = 24, shownPart = g.chain.length > most ? g.chain.slice(0, most - 4) : g.chain;
    const items = shownPart.map((x) => el("li", {}, statementWords(x)));
    if (shownPart.length < g.chain.length) items.push(el("li", {class: "faint"}, say("moreStatements", g.chain.length - most + 1)), ...g.chain.slice(-3).map((x) => el("li", {}, statementWords(x))));
    if (g.heads.length > 0) made.push(el("p", {class: "head"}, g.heads.join("; ") + ", " + say("because")));
    made.push(el(items.length > 1 ? "ol" : "ul", {class: "chain"}, items));
  }
  if (limits[0] === null && (w >= 0 || has(s, "undated"))) made.push(el("p", {class: "faint"}, say("noEarliest")));
  if (limits[3] === null && (w >= 0 || has(s, "undated"))) made.push(el("p", {class: "faint"}, say("noLatest")));
  return made;
}
// A field on which sources disagree: each of them beside what it says.
function disputed(e, [field, reports]) {
  const value = (list) => list.filter(([name]) => name === field).map(([, v]) => (statusWords.includes(v) ? say(v) : v)).join(", ");
  const items = reports.map((i) => {
    const r = data.reports[i], denies = r.denies ?? [], says = value(r.says);
    const no = r.denies === null ? "" : denies.length === 0 ? say("deniesAll") : value(denies) ? say("denies") + " " + value(denies) : "";
    return el("li", {}, el("b", {}, [says, no].filter((w) => w !== "").join("; ") || "—"), " — ", sourceLink(r), r.published ? el("span", {class: "faint"}, ", " + say("published", r.published)) : null);
  });
  return [el("div", {}, words.en[field] ? say(field) : field), el("ul", {}, items)];
}
function relationItem(e, i) {
  const [from, to, kind, gap, rounds] = data.relations[i];
  const link = linkOf(i);
  const mark = link.what === "clash" ? el("span", {class: "warn"}, " " + say("arrowClash")) : link.what === "loose" ? el("span", {class: "faint"}, " " + say("arrowLoose")) : null;
  const verb = rounds ? say("nextRound") : say(kind);
  const names = from === e ? [verb, " ", eventButton(to)] : [eventButton(from), " ", verb, " “" + titleOf(e) + "”"];
  return el("li", {}, names, gap ? " (" + gap + ")" : null, mark);
}
function historyOf(e) {
  const items = [];
  for (let s = firstState[e]; s < firstState[e + 1]; ++s) {
    const known = (n) => (n < firstState[e] || states.status[n] === -2 ? -1 : n);
    const lines = changesBetween(known(s - 1), known(s));
    if (lines.length === 0) continue;
    const d = sinceOf(s);
    items.push(el("li", d === day ? {class: "now"} : {}, el("button", {class: "link", type: "button", onclick: () => chooseDay(d)}, isoDay(data.days[d])), lines.map((l) => el("div", {}, l))));
  }
  return items.length > 1 ? el("ol", {class: "plain"}, items) : null;
}
function showDetails() {
  const panel = document.getElementById("details");
  panel.replaceChildren();
  panel.classList.toggle("open", selected >= 0);
  if (selected < 0) {
    panel.append(el("p", {class: "faint"}, say("select")));
    return;
  }
  const e = selected, s = current[e];
  panel.append(el("button", {class: "close", type: "button", "aria-label": say("close"), onclick: () => select(-1, false)}, "×"), el("h2", {}, titleOf(e)));
  if (s < 0) {
    const heard = firstState[e] < firstState[e + 1] && sinceOf(firstState[e]) <= day;
    panel.append(el("p", {class: "faint"}, say(heard ? "gone" : "notYet")));
    return;
  }
  const [, , series, topics, modes] = castOf(s);
  const statedText = statedOf(s);
  const list = el("dl", {},
    row(say("status"), el("span", {class: "look " + lookOf(s)}, signs[lookOf(s)]), " " + statusText(e, s)),
    row(say("when"), whenText(s), !has(s, "undated") && statedText ? el("span", {class: "faint"}, " (" + statedText + ")") : null),
    row(say("parties"), partiesText(s)),
    row(say("venues"), castOf(s)[1].map(([v, sure]) => chain("venues", v).map((i) => nameOf("venues", i)).join(", ") + (sure ? "" : "?")).join("; ")),
    row(say("modes"), modes.map((m) => say(modeWords[m])).join(", ")),
    row(say("series"), series.map(([i, round]) => (round > 0 ? say("seriesRound", nameOf("series", i), round) : nameOf("series", i))).join("; ")),
    row(say("topics"), topics.map((t) => data.topics[t]).join(", ")),
    row(say("kind"), kindOf(e)),
    row(say("id"), el("code", {}, events.id[e])));
  panel.append(list);
  const wrong = data.contradictions[day].filter((c) => c.events.includes(e));
  const clash = section("⚠ " + say("contradiction"), wrong.map((c) => el("ul", {class: "clash"}, c.statements.map((x) => el("li", {}, statementWords(x))))));
  const quarrel = section("≠ " + say("dispute"), (states.disputes[s] || []).flatMap((d) => disputed(e, d)));
  const neighbours = neighboursOf(e).map((n) => el("p", {}, ...placeLine(n)));
  for (const part of [clash, quarrel, section(say("why"), reasonsOf(e)),
    section(say("note"), noteOf(e) === "" ? null : el("p", {}, noteOf(e))),
    section(say("sources"), reportsOf.has(e) ? el("ul", {class: "plain"}, reportsOf.get(e).map((i) => sourceItem(data.reports[i]))) : null),
    section(say("relations"), relationsOf.has(e) ? el("ul", {}, relationsOf.get(e).slice(0, 100).map((i) => relationItem(e, i))) : null),
    section(say("place"), neighbours), section(say("history"), historyOf(e))]) if (part) panel.append(part);
}
function placeLine(n) {
  const [head, tail] = say(n.before ? "standsAfter" : "standsBefore", "\u0000", certaintyText(n.certainty)).split("\u0000");
  return [head, eventButton(n.e), tail];
}
const signs = {held: "●", under_way: "◐", planned: "○", postponed: "◌", off: "✕", unknown: "·"};

// --- The table: the same events, the same order, the same words. ---
const rowsAtOnce = 100;
let tableFrom = 0;
function showTable() {
  const body = document.getElementById("rows");
  const n = shown.length;
  tableFrom = Math.max(0, Math.min(tableFrom, n - 1 - ((n - 1) % rowsAtOnce)));
  const rows = [];
  for (let i = tableFrom; i < Math.min(n, tableFrom + rowsAtOnce); ++i) {
    const e = shown[i], s = current[e];
    rows.push(el("tr", {"data-e": e, "aria-rowindex": i + 2, "aria-selected": e === selected ? "true" : false, class: lookOf(s) === "off" ? "off" : ""},
      el("td", {}, whenText(s)), el("th", {scope: "row"}, el("button", {class: "link", type: "button", onclick: () => select(e, true)}, titleOf(e))),
      el("td", {}, partiesText(s)), el("td", {}, venuesText(s)), el("td", {}, signs[lookOf(s)] + " " + statusText(e, s))));
  }
  body.replaceChildren(...rows);
  const table = document.getElementById("table");
  table.setAttribute("aria-rowcount", String(n + 1));
  document.getElementById("range").textContent = n === 0 ? say(count === 0 ? "empty" : "nothingFound") : say("rows", tableFrom + 1, Math.min(n, tableFrom + rowsAtOnce), n);
  document.getElementById("earlier-rows").disabled = tableFrom === 0;
  document.getElementById("later-rows").disabled = tableFrom + rowsAtOnce >= n;
}
function turnTable(to) {
  tableFrom = to;
  showTable();
}
function markRow() {
  if (selected >= 0) {
    const at = shown.indexOf(selected);
    if (at >= 0 && (at < tableFrom || at >= tableFrom + rowsAtOnce)) {
      tableFrom = at - at % rowsAtOnce;
      showTable();
      return;
    }
  }
  for (const r of document.getElementById("rows").children) {
    if (Number(r.dataset.e) === selected) r.setAttribute("aria-selected", "true");
    else r.removeAttribute("aria-selected");
  }
}

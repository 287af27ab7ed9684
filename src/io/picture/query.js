// SPDX-License-Identifier: BSL-1.0
// The simple terms of the query language, and plain words: a predicate on events, or an error to show.
function fold(s) {
  return s.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().replace(/ı/g, "i").replace(/ß/g, "ss").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
let haystacks = null;
function haystackOf(e) {
  haystacks ??= new Array(count);
  if (haystacks[e] === undefined) {
    const t = events.title[e];
    haystacks[e] = fold((typeof t === "string" ? t : t.join(" ")) + " " + events.id[e]);
  }
  return haystacks[e];
}
const foldedNames = {};
// Places in a list whose id, name or alias is this; failing that, begins so.
function placesNamed(list, value) {
  foldedNames[list] ??= data[list].map((n) => (typeof n === "string" ? [n] : [n[0], ...[n[1]].flat(), ...(n[3] ?? [])]).map(fold));
  const wanted = fold(value);
  const all = foldedNames[list];
  const that = (test) => all.flatMap((names, i) => (names.some((n) => n !== "" && test(n)) ? [i] : []));
  const exact = that((n) => n === wanted);
  return new Set(exact.length > 0 || wanted === "" ? exact : that((n) => n.startsWith(wanted)));
}
function chain(list, i) {
  const found = [];
  for (let n = 0; i >= 0 && n < 64; i = data[list][i][2], ++n) found.push(i);
  return found;
}

// The stretch that a stated or expected date gives; null where there is none.
function placedWindow(s) {
  let from = Infinity, to = -Infinity;
  for (const b of barsOf(s)) {
    if (b.what === "derived") continue;
    from = Math.min(from, b.from);
    to = Math.max(to, b.to);
  }
  return from < to ? [from, to] : null;
}
function timeTest(key, value, mode) {
  const w = edtfWindow(value);
  if (!w) throw value;
  const [a, b] = w;
  return (e) => {
    const s = current[e];
    const placed = placedWindow(s);
    const hull = placed ?? (hullFrom[s] < hullTo[s] ? [hullFrom[s], hullTo[s]] : [-Infinity, Infinity]);
    let sure, maybe;
    if (key === "before") [sure, maybe] = [hull[1] <= a, hull[0] < a];
    else if (key === "after") [sure, maybe] = [hull[0] >= b, hull[1] > b];
    else {
      maybe = hull[0] < b && hull[1] > a;
      sure = maybe && ((hull[0] >= a && hull[1] <= b) || barsOf(s).some((x) => x.what === "solid" && x.from < b && x.to > a));
    }
    if (mode === "certainly") return sure && placed !== null;
    if (mode === "possibly") return maybe;
    return sure || (maybe && placed !== null && (placed[0] > -Infinity || placed[1] < Infinity));
  };
}
function termTest(key, value, mode, exactly) {
  switch (key) {
    case "during": case "on": case "before": case "after": return timeTest(key, value, mode);
    case "party": {
      const found = placesNamed("parties", value);
      if (found.size === 0) throw say("unknownWord", value);
      return (e) => castOf(current[e])[0].some(([p, lane]) => found.has(p) || (!exactly && (found.has(lane) || chain("parties", p).some((i) => found.has(i)))));
    }
    case "venue": {
      const found = placesNamed("venues", value);
      if (found.size === 0) throw say("unknownWord", value);
      return (e) => castOf(current[e])[1].some(([v, sure]) => (sure || mode !== "certainly") && (found.has(v) || (!exactly && chain("venues", v).some((i) => found.has(i)))));
    }
    case "series": {
      const found = placesNamed("series", value);
      if (found.size === 0) throw say("unknownWord", value);
      return (e) => castOf(current[e])[2].some(([i]) => found.has(i));
    }
    case "topic": {
      const wanted = fold(value);
      return (e) => castOf(current[e])[3].some((i) => fold(data.topics[i]) === wanted);
    }
    case "kind": return (e) => kindOf(e) === value || (!exactly && kindOf(e).startsWith(value + "."));
    case "status":
      if (!statusWords.includes(value)) throw say("unknownWord", value);
      return (e) => statusOf(current[e]) === value;
    default: throw say("unknownWord", key + ":");
  }
}
// Returns {test} or {error}. An empty query finds everything: {test: null}.
function parseQuery(source) {
  const tokens = source.match(/[()]|[^\s()":]+:"[^"]*"?|"[^"]*"?|[^\s()]+/g) ?? [];
  let at = 0;
  const primary = () => {
    let mode = "", exactly = false;
    while (tokens[at] === "certainly" || tokens[at] === "possibly" || tokens[at] === "exactly") {
      if (tokens[at] === "exactly") exactly = true;
      else mode = tokens[at];
      ++at;
    }
    const t = tokens[at++];
    if (t === undefined || t === ")") throw t ?? "…";
    if (t === "(") {
      const inner = either();
      if (tokens[at++] !== ")") throw ")";
      return inner;
    }
    const colon = t.indexOf(":");
    if (!t.startsWith('"') && colon > 0 && /^[a-z]+$/.test(t.slice(0, colon))) return termTest(t.slice(0, colon), t.slice(colon + 1).replaceAll('"', ""), mode, exactly);
    if (flagWords.includes(t)) return (e) => has(current[e], t);
    const wanted = fold(t.replaceAll('"', ""));
    return wanted === "" ? (e) => titleOf(e).includes(t.replaceAll('"', "")) : (e) => haystackOf(e).includes(wanted);
  };
  const negated = () => {
    if (tokens[at] !== "not") return primary();
    ++at;
    const inner = negated();
    return (e) => !inner(e);
  };
  const all = () => {
    const list = [negated()];
    while (at < tokens.length && tokens[at] !== "or" && tokens[at] !== ")") {
      if (tokens[at] === "and") ++at;
      list.push(negated());
    }
    return list.length === 1 ? list[0] : (e) => list.every((test) => test(e));
  };
  const either = () => {
    const list = [all()];
    while (tokens[at] === "or") {
      ++at;
      list.push(all());
    }
    return list.length === 1 ? list[0] : (e) => list.some((test) => test(e));
  };
  if (tokens.length === 0) return {test: null};
  if (tokens.filter((t) => t === "(").length > 64) return {error: "("};
  try {
    const test = either();
    if (at < tokens.length) throw tokens[at];
    return {test};
  } catch (what) {
    if (typeof what !== "string") throw what;
    return {error: what};
  }
}

// SPDX-License-Identifier: BSL-1.0
// Days and their names: proleptic Gregorian, far beyond what Date can do.
function daysFromCivil(y, m, d) {
  y -= m <= 2 ? 1 : 0;
  const of = Math.floor((153 * (m > 2 ? m - 3 : m + 9) + 2) / 5) + d - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + of - 719468;
}
function civilFromDays(t) {
  const z = Math.floor(t) + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const m = mp < 10 ? mp + 3 : mp - 9;
  return {y: yoe + era * 400 + (m <= 2 ? 1 : 0), m, d: doy - Math.floor((153 * mp + 2) / 5) + 1};
}
function yearText(y) {
  const n = String(Math.abs(y)).padStart(4, "0");
  return y < 0 ? "−" + n : y > 9999 ? "+" + n : n;
}
function two(n) { return String(n).padStart(2, "0"); }
// 2025-02-18
function spell(t) {
  const c = civilFromDays(t);
  return (c.y < 0 ? "-" : c.y > 9999 ? "+" : "") + String(Math.abs(c.y)).padStart(4, "0") + "-" + two(c.m) + "-" + two(c.d);
}
const monthNames = {
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  fr: ["janv.", "févr.", "mars", "avril", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
};
function monthText(m) { return monthNames[lang][m - 1]; }
function clockText(t) {
  const minutes = Math.round((t - Math.floor(t)) * 1440);
  return two(Math.floor(minutes / 60) % 24) + ":" + two(minutes % 60);
}
// 18 Feb 2025; with the time where it isn't midnight.
function dayText(t) {
  const c = civilFromDays(t + 1e-7);
  const date = c.d + " " + monthText(c.m) + " " + (c.y >= 0 && c.y <= 9999 ? String(c.y) : yearText(c.y));
  return Math.abs(t - Math.round(t)) < 1e-5 ? date : date + " " + clockText(t) + " UTC";
}
// The last day of a stretch that ends before t.
function lastDayText(t) { return Math.abs(t - Math.round(t)) < 1e-5 ? dayText(t - 1) : dayText(t); }
function isoDay(t) { return t === null ? say("allKnown") : dayText(t); }

const steps = [["hour", 1], ["hour", 3], ["hour", 6], ["hour", 12], ["day", 1], ["day", 2], ["day", 5], ["day", 10], ["month", 1], ["month", 2],
  ["month", 3], ["month", 6], ["year", 1], ["year", 2]];
const stepDays = {hour: 1 / 24, day: 1, month: 30.44, year: 365.25};
function stepFor(length, most) {
  for (const [unit, n] of steps) if (length / (stepDays[unit] * n) <= most) return [unit, n];
  for (let ten = 1; ; ten *= 10)
    for (const n of [5, 10, 20]) if (length / (365.25 * n * ten) <= most || ten > 1e11) return ["year", n * ten];
}
// At most about `most` marks between two days, at round places: [{t, label, major}].
function axisMarks(from, to, most) {
  const [unit, n] = stepFor(to - from, most);
  const made = [];
  const put = (t, label, major, whole) => { if (t >= from - 1e-9 && t <= to + 1e-9) made.push({t, label, major, whole}); };
  if (unit === "year") {
    const first = Math.floor((civilFromDays(from).y - 1) / n) * n;
    for (let y = first; ; y += n) {
      const t = daysFromCivil(y, 1, 1);
      if (t > to) break;
      put(t, yearText(y), n > 1 && y % (n * 10) === 0, "");
    }
  } else if (unit === "month") {
    const c = civilFromDays(from);
    for (let m = Math.floor((c.y * 12 + c.m - 1) / n) * n; ; m += n) {
      const y = Math.floor(m / 12), of = m - y * 12 + 1, t = daysFromCivil(y, of, 1);
      if (t > to) break;
      const whole = monthText(of) + " " + yearText(y);
      put(t, of === 1 ? whole : monthText(of), of === 1, whole);
    }
  } else if (unit === "day") {
    const c = civilFromDays(from);
    for (let t = daysFromCivil(c.y, c.m, 1); t <= to; ++t) {
      const now = civilFromDays(t);
      if ((now.d - 1) % n !== 0 || (n > 2 && now.d > 30 - n / 2)) continue;
      const date = now.d + " " + monthText(now.m);
      put(t, now.d === 1 ? date : String(now.d), now.d === 1, date + " " + yearText(now.y));
    }
  } else {
    for (let i = Math.floor(from * 24 / n); i * n / 24 <= to; ++i) {
      const t = i * n / 24, now = civilFromDays(t + 1e-7), hour = ((i * n) % 24 + 24) % 24;
      const date = now.d + " " + monthText(now.m), clock = two(hour) + ":00";
      put(t, hour === 0 ? date : clock, hour === 0, date + " " + yearText(now.y) + (hour === 0 ? "" : " " + clock));
    }
  }
  const full = made.find((m) => m.major) ?? made[0];
  if (full?.whole) full.label = full.whole;
  // What stands before the first round place belongs to another year.
  if (made[0] !== full && made[0]?.whole && unit === "month") made[0].label = made[0].whole;
  return made;
}

// What an EDTF expression of level 0 means, for searching: [from, to) in days, or null.
function edtfWindow(s) {
  const one = (p, end) => {
    const f = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?[?~%]?$/.exec(p);
    if (!f) return null;
    const y = Number(f[1]), m = f[2] ? Number(f[2]) : 0, d = f[3] ? Number(f[3]) : 0;
    if (m > 12 || d > 31 || (f[2] && m < 1) || (f[3] && d < 1)) return null;
    if (d > 0) {
      const t = daysFromCivil(y, m, d), back = civilFromDays(t);
      return back.m === m ? t + (end ? 1 : 0) : null;
    }
    if (m > 0) return end ? daysFromCivil(m === 12 ? y + 1 : y, m === 12 ? 1 : m + 1, 1) : daysFromCivil(y, m, 1);
    return daysFromCivil(end ? y + 1 : y, 1, 1);
  };
  const parts = s.split("/");
  if (parts.length > 2) return null;
  const open = (p) => p === "" || p === "..";
  const from = open(parts[0]) && parts.length === 2 ? -Infinity : one(parts[0], false);
  const last = parts[parts.length - 1];
  const to = open(last) && parts.length === 2 ? Infinity : one(last, true);
  return from === null || to === null || from >= to ? null : [from, to];
}

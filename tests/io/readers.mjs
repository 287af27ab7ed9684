// SPDX-License-Identifier: BSL-1.0
// A dossier with every sort of date and hostile text goes out, and other people's readers read it: ical.js the calendar, DuckDB the
// CSV and JSON Lines, vis-timeline and TimelineJS their JSON in a page, GraphViz the graph. Each finds the events that should be
// there, with the dates that were stated, and no text has become anything else. Each is also given a file with a fault.
import assert from 'node:assert';
import {execFileSync, spawnSync} from 'node:child_process';
import {mkdtempSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'sinedie-'));
const evil = '=1+1 "quoted", comma; </script><img src=x onerror="window.acted=1"><script>window.acted=1</script>\nEND:VEVENT\r\nBEGIN:VEVENT\n\u001b[31m\u202e {{x}} ${y} \\';
const dossier = {
  sinedie: 1,
  as_of: '2025-04-06',
  parties: [{id: 'p', name: evil}],
  venues: [{id: 'v', name: 'Ankara', at: [39.9, 32.8]}],
  events: [
    {id: 'day', title: evil, note: evil, kind: 'meeting', status: 'held', when: '2025-02-18', parties: ['p'], venues: ['v']},
    {id: 'days', title: 'Camp David', status: 'held', when: '1978-09-05/1978-09-17'},
    {id: 'moment', title: 'Call', status: 'held', when: '2025-02-18T10:00:00Z', relations: [{after: 'days'}]},
    {id: 'month', title: 'Some day', when: '2025-02'},
    {id: 'early', title: 'Year one', when: '0001-03-04'},
    {id: 'war', title: 'October', when: '1917-11-07'},
    {id: 'undated', title: 'Second round', status: 'announced', when: null, why_undated: 'unannounced'},
    {id: 'nothing', title: '@SUM(A1)'},
  ],
};
const file = join(folder, 'd.json');
writeFileSync(file, JSON.stringify(dossier));
const convert = (format) => {
  const done = spawnSync(process.env.SINEDIE_TOOL, ['convert', file, '--to', format], {encoding: 'utf8'});
  assert.equal(done.status, 1, done.stderr);
  const path = join(folder, 'out.' + format);
  writeFileSync(path, done.stdout);
  return [done.stdout, path];
};
const ids = dossier.events.map((e) => e.id).sort();
let compared = 0;

{
  const {default: ICAL} = await import('ical.js');
  const read = (text) => new ICAL.Component(ICAL.parse(text));
  const [text] = convert('ics');
  const calendar = read(text);
  const events = calendar.getAllSubcomponents('vevent').map((c) => new ICAL.Event(c));
  const todos = calendar.getAllSubcomponents('vtodo');
  assert.deepEqual([...events.map((e) => e.uid), ...todos.map((t) => t.getFirstPropertyValue('uid'))].sort(), ids);
  const starts = Object.fromEntries(events.map((e) => [e.uid, e.startDate.toString().replace(/^\d+/, (y) => y.padStart(4, '0'))]));
  assert.deepEqual(starts, {day: '2025-02-18', days: '1978-09-05', moment: '2025-02-18T10:00:00Z', early: '0001-03-04', war: '1917-11-07'});
  assert.equal(events.find((e) => e.uid === 'days').endDate.toString(), '1978-09-18');
  for (const t of todos) for (const p of ['dtstart', 'due', 'completed']) assert.equal(t.getFirstPropertyValue(p), null);
  const exact = calendar.getAllSubcomponents().find((c) => c.getFirstPropertyValue('uid') === 'month').getFirstPropertyValue('x-sinedie-date');
  assert.equal(exact, '2025-02');
  const summary = events.find((e) => e.uid === 'day').summary;
  assert(summary.includes('</script><img') && summary.includes('\nEND:VEVENT') && !summary.includes('\u001b'));
  assert.throws(() => read(text.replace('DTSTART;VALUE=DATE:', 'DTSTART;VALUE=DATE\r\n')), 'a fault in a calendar is noticed');
  compared += events.length + todos.length;
}
{
  const {DuckDBInstance} = await import('@duckdb/node-api');
  const db = await (await DuckDBInstance.create(':memory:')).connect();
  const rows = async (sql) => (await db.runAndReadAll(sql)).getRowObjects();
  const [text, path] = convert('csv');
  const table = await rows(`select id, title, date_edtf from read_csv('${path}', all_varchar=true, header=true)`);
  assert.deepEqual(table.map((r) => r.id).sort(), ids);
  for (const r of table) {
    const when = dossier.events.find((e) => e.id === r.id).when ?? null;
    assert.equal(r.date_edtf, when);
    assert(!/^[=+\-@\t\r]/.test(r.title), r.title);
  }
  writeFileSync(path, text.replace('""quoted""', '"quoted"'));
  const broken = await rows(`select count(*)::int n from read_csv('${path}', all_varchar=true, header=true)`).catch(() => [{n: -1}]);
  const [, lines] = convert('jsonl');
  const objects = await rows(`select id, title::varchar t from read_json('${lines}', format='newline_delimited')`);
  assert.deepEqual(objects.map((r) => r.id).sort(), ids);
  assert.equal(objects.find((r) => r.id === 'day').t, evil);
  writeFileSync(lines, readFileSync(lines, 'utf8').slice(0, -30));
  await assert.rejects(rows(`select * from read_json('${lines}', format='newline_delimited')`), 'a fault in JSON Lines is noticed');
  compared += table.length + objects.length;
  assert.notEqual(broken[0].n, ids.length, 'a fault in a CSV is noticed');
}
// The example dossiers: as many events as `show` lists, each dated as it was stated, and no other date anywhere.
const examples = readdirSync(join(process.env.SINEDIE_SOURCE_DIR, 'examples/data')).filter((name) => name.endsWith('.json'));
assert(examples.length >= 5);
{
  const {default: ICAL} = await import('ical.js');
  const {DuckDBInstance} = await import('@duckdb/node-api');
  const db = await (await DuckDBInstance.create(':memory:')).connect();
  const tool = (...words) => execFileSync(process.env.SINEDIE_TOOL, words, {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']});
  for (const name of examples) {
    const path = join(process.env.SINEDIE_SOURCE_DIR, 'examples/data', name);
    const entries = Object.fromEntries(JSON.parse(tool('show', path, '--json')).entries.map((e) => [e.id, e]));
    const all = Object.keys(entries).sort();
    const out = (format) => {
      const to = join(folder, `${name}.${format}`);
      writeFileSync(to, tool('show', path, '--format', format));
      return to;
    };
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(out('ics'), 'utf8')));
    const parts = [...calendar.getAllSubcomponents('vevent'), ...calendar.getAllSubcomponents('vtodo')];
    assert.deepEqual(parts.map((p) => p.getFirstPropertyValue('uid')).sort(), all, name);
    for (const p of parts) {
      const {stated, id} = entries[p.getFirstPropertyValue('uid')];
      const start = p.getFirstPropertyValue('dtstart');
      if (p.name === 'vtodo') assert.equal(start, null, id);
      else assert.equal(start.toString().slice(0, 10), stated.slice(0, 10), id);
      const day = /^\d{4}-\d\d-\d\d[?~%]?$/.test(stated ?? '');
      assert(p.name === 'vevent' || !day, `${id} has a day and no DTSTART`);
    }
    const table = (await db.runAndReadAll(`select id, date_edtf from read_csv('${out('csv')}', all_varchar=true, header=true)`)).getRowObjects();
    assert.deepEqual(table.map((r) => r.id).sort(), all, name);
    for (const r of table) assert.equal(r.date_edtf, entries[r.id].stated, r.id);
    const lines = (await db.runAndReadAll(`select id, "when"::varchar w from read_json('${out('jsonl')}', format='newline_delimited')`)).getRowObjects();
    assert.deepEqual(lines.map((r) => r.id).sort(), all, name);
    for (const r of lines) assert(r.w === null || r.w.includes(entries[r.id].stated), r.id);
    for (const item of JSON.parse(readFileSync(out('vis'), 'utf8'))) {
      assert(entries[item.id].stated !== null, item.id);
      // The first day of what is stated; a season (2025-21) only has its year in it.
      const first = entries[item.id].stated.match(/\d{4}(-[01]\d)?(-\d\d)?/)[0];
      if (/^\d{4}-[2-4]/.test(entries[item.id].stated)) assert.equal(item.start.slice(0, 4), first.slice(0, 4), item.id);
      else assert.equal(item.start.slice(0, 10), first.padEnd(7, '-01').padEnd(10, '-01'), item.id);
    }
    for (const {unique_id: id, start_date: s} of JSON.parse(readFileSync(out('timelinejs'), 'utf8')).events) {
      const parts = [s.year, s.month, s.day].filter((n) => n !== undefined).map((n, i) => String(n).padStart(i === 0 ? 4 : 2, '0'));
      assert(entries[id].stated.startsWith(parts.join('-')), id);
    }
    compared += all.length;
  }
}
{
  const {JSDOM} = await import('jsdom');
  const page = () => {
    const dom = new JSDOM('<!doctype html><html><head></head><body><div id="t"></div></body></html>',
      {runScripts: 'dangerously', pretendToBeVisual: true, url: 'https://localhost/'});
    const w = dom.window;
    w.matchMedia = () => ({matches: false, addListener() {}, addEventListener() {}});
    w.ResizeObserver = class { observe() {} unobserve() {} disconnect() {} };
    w.scrollTo = () => {};
    return w;
  };
  const wait = () => new Promise((r) => setTimeout(r, 1000));
  {
    const w = page();
    w.eval(readFileSync('node_modules/@knight-lab/timelinejs/dist/js/timeline.js', 'utf8') + ';window.TL = TL;');
    const data = JSON.parse(convert('timelinejs')[0]);
    const t = new w.TL.Timeline('t', data, {language: 'en'});
    await wait();
    assert(t.config.isValid(), t.config.getErrors('; '));
    const slides = Object.fromEntries(t.config.events.map((e) => [e.unique_id, e.start_date.data]));
    const stated = {day: [2025, 2, 18], days: [1978, 9, 5], moment: [2025, 2, 18], month: [2025, 2, undefined], early: [1, 3, 4], war: [1917, 11, 7]};
    assert.deepEqual(Object.keys(slides).sort(), Object.keys(stated).sort());
    for (const [id, date] of Object.entries(stated))
      assert.deepEqual(['year', 'month', 'day'].map((k) => slides[id][k]), date, id);
    assert.equal(w.acted, undefined, 'a title acts in a page');
    assert.equal(w.document.querySelectorAll('img[src=x]').length, 0);
    compared += Object.keys(slides).length;
    delete data.events[0].start_date;
    const again = new w.TL.Timeline('t', data, {language: 'en'});
    await wait();
    assert(!again.config?.isValid() || again.config.events.length < Object.keys(stated).length, 'a slide without a date is noticed');
  }
  {
    const w = page();
    w.eval(readFileSync('node_modules/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js', 'utf8'));
    const items = JSON.parse(convert('vis')[0]);
    const draw = (list) => new w.vis.Timeline(w.document.getElementById('t'), new w.vis.DataSet(w.JSON.parse(JSON.stringify(list))), w.JSON.parse('{}'));
    const t = draw(items);
    await wait();
    assert.deepEqual(Object.keys(t.itemSet.items).sort(), ['day', 'days', 'moment', 'month', 'war']);
    const day = (d) => [d.getFullYear(), d.getMonth() + 1, d.getDate()];
    assert.deepEqual(day(t.itemSet.items.war.data.start), [1917, 11, 7]);
    assert.deepEqual(day(t.itemSet.items.month.data.end), [2025, 3, 1]);
    assert.equal(w.acted, undefined, 'a title acts in a page');
    assert.equal(w.document.querySelectorAll('img[src=x]').length, 0);
    assert.throws(() => draw([{id: 'x', content: 'x'}]), 'an item without a start is noticed');
    compared += items.length;
  }
}
{
  // The GraphViz of the system where there is one, else the same compiled for Node.js.
  const [text, path] = convert('dot');
  let svg;
  const layout = await (async () => {
    if (spawnSync('dot', ['-V']).status === 0) return (dot) => execFileSync('dot', ['-Tsvg'], {input: dot, encoding: 'utf8', stdio: 'pipe'});
    const {Graphviz} = await import('@hpcc-js/wasm-graphviz');
    const g = await Graphviz.load();
    return (dot) => g.layout(dot, 'svg', 'dot');
  })();
  svg = layout(text);
  assert.equal(svg.match(/class="node"/g).length, ids.length, path);
  assert.equal(svg.match(/class="edge certain"/g).length + svg.match(/class="edge conventional"/g).length, ids.length - 1);
  assert.equal(svg.match(/class="edge relation"/g).length, 1);
  assert.equal(svg.includes('<script'), false);
  assert.throws(() => {
    const out = layout(text.replace('"];', '];'));
    assert.equal(out.match(/class="node"/g).length, ids.length);
  }, 'a fault in a graph is noticed');
  compared += ids.length;
}
console.log(`${compared} events read by other readers`);
process.exit(0);

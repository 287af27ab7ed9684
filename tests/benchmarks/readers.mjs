// SPDX-License-Identifier: BSL-1.0
// DuckDB reads a CSV into a table, with so many threads, and prints rows, how many are held, and the seconds it took by
// the processor and by the clock; without a file, its version. Run by readers.bench.cpp.
import {DuckDBInstance} from '@duckdb/node-api';

const [file, threads] = process.argv.slice(2);
const db = await (await DuckDBInstance.create(':memory:')).connect();
const rows = async (sql) => (await db.runAndReadAll(sql)).getRowsJson();
if (!file) {
  console.log(`DuckDB ${(await rows('select version()'))[0][0]}`);
  process.exit(0);
}
await db.run(`set threads = ${Number(threads)}`);
const start = performance.now();
const before = process.cpuUsage();
await db.run(`create table t as select * from read_csv('${file.replaceAll("'", "''")}', header = true, all_varchar = true)`);
const used = process.cpuUsage(before);
const seconds = `${(used.user + used.system) / 1e6} ${(performance.now() - start) / 1000}`;
const [[n, held]] = await rows("select count(*), count(*) filter (status = 'held') from t");
console.log(`${n} ${held} ${seconds}`);
process.exit(0);

/**
 * Reading and writing of the tables: CSV with one header line, as text or packed with gzip.
 *
 * The scripts here are plain Node and need nothing installed, so that a table can be made again years from now.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';

/** The rows of a CSV file as objects; `path` may end in `.gz`, or in `.tsv` with cells between tabs and no quotes. */
export function readCsv(path) {
  const bytes = readFileSync(path);
  const text = (path.toString().endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const isTabbed = path.toString().endsWith('.tsv');
  const [header, ...rows] = isTabbed ? text.trim().split('\n').map((line) => line.split('\t')) : cellsOf(text);
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, (row[i] ?? '').trim()])));
}

/** Writes `rows`, sorted by the columns in their order, so that the same facts make the same file; packed where `path` ends in `.gz`. */
export function writeCsv(path, columns, rows) {
  const lines = rows.map((row) => columns.map((name) => quote(row[name] ?? '')).join(','));
  lines.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const text = `${[columns.join(','), ...lines].join('\n')}\n`;
  writeFileSync(path, path.endsWith('.gz') ? gzipSync(text, { level: 9 }) : text);
  console.log(`${path}: ${rows.length} rows`);
}

/** A path beside this folder's scripts, or below `graph-data/`. */
export const beside = (name) => new URL(name, import.meta.url).pathname;

function cellsOf(text) {
  const rows = [];
  let [row, cell, quoted] = [[], '', false];
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[i + 1] === '"') cell += text[i++];
      else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === ',') {
      row.push(cell);
      cell = '';
    } else if (sign === '\n') {
      row.push(cell.replace(/\r$/, ''));
      rows.push(row);
      [row, cell] = [[], ''];
    } else cell += sign;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}

const quote = (cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : String(cell));

/** Rows by what `keyOf` says of each, in their order. */
export function groupBy(rows, keyOf) {
  const groups = new Map();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/**
 * The answer to any question, laid out: lists of objects are tables, what is deeper stands below its heading, and whatever
 * is called by an id is a link with its name.
 */
import type { JSX } from 'preact';
import { edgeAddress, entityAddress, sourceAddress } from '../address.ts';
import { inWords, nameOf, type Thing } from '../ask.ts';
import { words } from '../words.ts';
import { DateText } from './edge-table.tsx';
import { Text } from './properties.tsx';

export type Fields = Readonly<Record<string, unknown>>;
/** Things that texts of an answer name by their ids. */
export type Known = ReadonlyMap<string, Thing>;

interface ShownProps {
  readonly value: unknown;
  readonly known: Known;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value of an answer, whatever its shape. */
export function Answer({ value, known }: ShownProps): JSX.Element {
  if (value === null || value === undefined || value === '') return <span class="dim">–</span>;
  if (Array.isArray(value)) {
    const rows = value.map(rowOf).filter((it) => it !== null);
    if (rows.length === 0) return <span class="dim">{words.question.nothing}</span>;
    if (rows.every((it) => it === '')) return <span class="dim">–</span>;
    if (!rows.every(isFields) || rows.every(isThing)) return <List values={rows} known={known} />;
    const flat = rows.map(flattened);
    return flat.some((it) => Object.values(it).some(isDeep)) ? (
      <Stack rows={rows} known={known} />
    ) : (
      <Table rows={flat} known={known} />
    );
  }
  if (isThing(value)) return <ThingName thing={value} known={known} />;
  const row = rowOf(value);
  if (Array.isArray(row)) return <Answer value={row} known={known} />;
  if (isFields(row)) return <FieldList fields={row} known={known} />;
  const text = String(value);
  if (text.startsWith('edge:')) return <a href={edgeAddress(text)}>{words.table.sign}</a>;
  if (isDate(text)) return <DateText text={text} />;
  const thing = known.get(text);
  return thing ? <ThingName thing={thing} known={known} /> : <Text value={value} />;
}

/** A day, a month or a span, in EDTF: a year by itself needs no care. */
const isDate = (text: string): boolean => /^[\d.X~?%-]+(\/[\d.X~?%-]*)?$/.test(text) && /\d-\d\d|\//.test(text);

/** A field of an answer as words: a connection is called what the relation is. */
const fieldInWords = (name: string): string => inWords(name.replace(/Connection$/, ''));

/** A page of a list is its rows; the number of all is told by the table. */
const rowOf = (value: unknown): unknown => (isFields(value) && Array.isArray(value.edges) ? value.edges : value);

const plainNames = ['id', '__typename', 'name', 'title'];

/** What has a name and nothing else that would have to be told. */
const isThing = (value: unknown): value is Thing =>
  isFields(value) &&
  typeof (value.name ?? value.title ?? value.id) === 'string' &&
  Object.keys(value).every((it) => plainNames.includes(it));

/** Whether a value needs more room than a cell. */
const isDeep = (value: unknown): boolean => {
  const row = rowOf(value);
  return Array.isArray(row) && row.some((it) => isFields(it) && !isThing(it));
};

/** The fields of a row, those of its parts among them: an edge's node and properties stand side by side. */
function flattened(fields: Fields): Fields {
  const flat: Record<string, unknown> = {};
  const own = isFields(fields.node) && !isThing(fields.node) ? [fields.node, { ...fields, node: null }] : [fields];
  for (const [key, value] of own.flatMap((it) => Object.entries(it))) {
    if (value === null && key === 'node') continue;
    if (isFields(value) && !isThing(value) && !Array.isArray(value.edges)) {
      for (const [inner, it] of Object.entries(flattened(value))) flat[inner in flat ? `${key} ${inner}` : inner] = it;
    } else flat[key in flat ? `${key} ` : key] = value;
  }
  return flat;
}

/** Columns of rows: a name stands for its id, places for their sources, and what is empty everywhere is left out. */
function columnsOf(rows: readonly Fields[]): string[] {
  const names = [...new Set(rows.flatMap((it) => Object.keys(it)))].filter((it) => it !== '__typename');
  const isEmpty = (value: unknown): boolean =>
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.every(isEmpty));
  return names.filter(
    (name) =>
      !(name === 'id' && rows.some((it) => 'name' in it)) &&
      !(name === 'locators' && names.includes('sources')) &&
      !rows.every((it) => isEmpty(it[name])),
  );
}

function Table({ rows, known }: { readonly rows: readonly Fields[]; readonly known: Known }): JSX.Element {
  const columns = columnsOf(rows);
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            {columns.map((it) => (
              <th scope="col" key={it}>
                {fieldInWords(it)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {columns.map((name) => (
                <td key={name}>
                  <Cell row={row} name={name} known={known} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ row, name, known }: { readonly row: Fields; readonly name: string; readonly known: Known }) {
  const { id, locators } = row;
  if (name === 'name' && typeof id === 'string') {
    return <ThingName thing={{ id, name: row.name, __typename: '' }} known={known} />;
  }
  if (name === 'sources' && Array.isArray(row.sources) && Array.isArray(locators)) {
    return (
      <ul class="sources">
        {row.sources.map((it, i) => (
          <li key={i}>
            <Answer value={it} known={known} />
            {locators[i] && <span class="dim"> {locators[i]}</span>}
          </li>
        ))}
      </ul>
    );
  }
  return <Answer value={row[name]} known={known} />;
}

/** Rows that hold tables, one below the other. */
function Stack({ rows, known }: { readonly rows: readonly Fields[]; readonly known: Known }): JSX.Element {
  return (
    <>
      {rows.map((row, i) => (
        <article class="part" key={i}>
          <FieldList fields={flattened(row)} known={known} />
        </article>
      ))}
    </>
  );
}

function FieldList({ fields, known }: { readonly fields: Fields; readonly known: Known }): JSX.Element {
  const columns = columnsOf([fields]);
  const [deep, short] = [columns.filter((it) => isDeep(fields[it])), columns.filter((it) => !isDeep(fields[it]))];
  return (
    <>
      {typeof fields.name === 'string' && (
        <h3>
          <Cell row={fields} name="name" known={known} />
        </h3>
      )}
      <dl class="properties">
        {short
          .filter((it) => it !== 'name')
          .map((name) => (
            <div key={name}>
              <dt>{fieldInWords(name)}</dt>
              <dd>
                <Cell row={fields} name={name} known={known} />
              </dd>
            </div>
          ))}
      </dl>
      {deep.map((name) => (
        <section key={name}>
          <h4>{fieldInWords(name)}</h4>
          <Answer value={fields[name]} known={known} />
        </section>
      ))}
    </>
  );
}

function List({ values, known }: { readonly values: readonly unknown[]; readonly known: Known }): JSX.Element {
  return (
    <>
      {values.map((it, i) => (
        <span class="value" key={i}>
          <Answer value={it} known={known} />
        </span>
      ))}
    </>
  );
}

/** A thing by its name, as a link where it has an id. */
function ThingName({ thing, known }: { readonly thing: Thing; readonly known: Known }): JSX.Element {
  const name = <bdi>{nameOf(known.get(thing.id) ?? thing)}</bdi>;
  if (!thing.id) return name;
  const isSource = thing.id.startsWith('source:');
  return <a href={isSource ? sourceAddress(thing.id) : entityAddress(thing.id)}>{name}</a>;
}

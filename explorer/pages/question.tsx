/**
 * A shipped question and its answer, laid out as tables: lists of objects are rows, ids of things are links.
 */
import type { JSX } from 'preact';
import { entityAddress } from '../address.ts';
import type { Ask } from '../ask.ts';
import { Document, type Site } from '../parts/document.tsx';
import { safeUrl } from '../parts/edge-table.tsx';
import { QueryBehind } from '../parts/query-behind.tsx';
import { words } from '../words.ts';
import { firstSentence, type Question } from './home.tsx';

export async function questionPage(
  asker: Ask,
  site: Site,
  question: Question,
): Promise<{ status: number; page: JSX.Element }> {
  const { data, errors } = await asker(question.query);
  const title = firstSentence(question.description) || question.name;
  const page = (
    <Document site={site} title={title} description={question.description}>
      <h1>{title}</h1>
      <p>{question.description.slice(title.length)}</p>
      {errors?.map((it) => (
        <p key={it.message}>{it.message}</p>
      ))}
      {Object.entries(data ?? {}).map(([name, value]) => (
        <section key={name}>
          <h2>{name}</h2>
          <Shown value={value} />
        </section>
      ))}
      <QueryBehind query={question.query} editor={site.editor} />
    </Document>
  );
  return { status: 200, page };
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value of an answer, whatever its shape. */
function Shown({ value }: { readonly value: unknown }): JSX.Element {
  if (value === null || value === undefined) return <span class="dim">–</span>;
  if (Array.isArray(value)) {
    if (value.length === 0) return <span class="dim">{words.entity.none}</span>;
    if (value.every(isFields)) return <Rows rows={value} />;
    return (
      <span>
        {value.map((it, i) => (
          <span class="value" key={i}>
            <Shown value={it} />
          </span>
        ))}
      </span>
    );
  }
  if (isFields(value)) return <FieldList fields={value} />;
  const text = String(value);
  const url = safeUrl(text);
  if (url)
    return (
      <a href={url} rel="noreferrer noopener">
        {text}
      </a>
    );
  return <bdi>{text}</bdi>;
}

function FieldList({ fields }: { readonly fields: Fields }): JSX.Element {
  const shown = Object.entries(fields).filter(([name]) => name !== '__typename');
  // A thing by its name alone needs no list of one.
  if (typeof fields.name === 'string' && shown.every(([name]) => name === 'id' || name === 'name')) {
    return typeof fields.id === 'string' ? (
      <a href={entityAddress(fields.id)}>
        <bdi>{fields.name}</bdi>
      </a>
    ) : (
      <bdi>{fields.name}</bdi>
    );
  }
  return (
    <dl class="properties">
      {shown.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{name === 'id' && typeof value === 'string' ? <IdLink id={value} /> : <Shown value={value} />}</dd>
        </div>
      ))}
    </dl>
  );
}

function Rows({ rows }: { readonly rows: readonly Fields[] }): JSX.Element {
  const names = [...new Set(rows.flatMap((it) => Object.keys(it)))].filter((it) => it !== '__typename');
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            {names.map((it) => (
              <th scope="col" key={it}>
                {it}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {names.map((name) => (
                <td key={name}>
                  {name === 'id' && typeof row[name] === 'string' ? (
                    <IdLink id={row[name]} />
                  ) : (
                    <Shown value={row[name]} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const IdLink = ({ id }: { readonly id: string }): JSX.Element => (
  <a href={id.startsWith('edge:') ? `/edge/${id}` : entityAddress(id)}>{id}</a>
);

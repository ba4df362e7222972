/**
 * Statements as rows: the other end, when, in which role, how it stands and who says so. The accessible form of a picture.
 */
import type { JSX } from 'preact';
import { edgeAddress, entityAddress, sourceAddress, type View } from '../address.ts';
import { nameOf, type Thing } from '../ask.ts';
import { type CitedSource, type Edge, sourceText } from '../statements.ts';
import { words } from '../words.ts';
import { safeUrl } from './properties.tsx';
import { signOf } from './sign.ts';

interface TableProps {
  readonly edges: readonly Edge[];
  readonly view: View;
  /** Ids of the edges that are certain on the date of the view; undefined where no date is chosen. */
  readonly certain?: ReadonlySet<string> | undefined;
  /** The node whose page this is: its own column is left out. */
  readonly of?: string;
  /** Where rows can be put in order: by which column they are, and what a click on another does. */
  readonly order?: Order;
}

export interface Order {
  readonly by: keyof typeof words.table | undefined;
  readonly onOrder: (by: keyof typeof words.table) => void;
}

export function EdgeTable({ edges, view, certain, of, order }: TableProps): JSX.Element {
  const columns: (keyof typeof words.table)[] = of === undefined ? ['from', 'relation', 'to'] : ['to'];
  columns.push('role', 'when', 'at', 'sign', 'sources');
  return (
    <div class="scroll">
      <table class="edges">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" aria-sort={order?.by === column ? 'ascending' : undefined}>
                {order ? (
                  <button type="button" onClick={() => order.onOrder(column)}>
                    {words.table[column]}
                  </button>
                ) : (
                  words.table[column]
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ordered(edges, order?.by).map((edge) => (
            <EdgeRow key={edge.id} edge={edge} view={view} certain={certain} of={of} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What rows are ordered by, in each column. */
const keys: Readonly<Record<keyof typeof words.table, (edge: Edge) => string>> = {
  from: (edge) => nameOf(edge.from),
  relation: (edge) => edge.type,
  to: (edge) => nameOf(edge.to),
  role: (edge) => edge.role ?? '',
  when: (edge) => edge.since ?? edge.attested ?? '',
  at: (edge) => (edge.at ? nameOf(edge.at) : ''),
  sign: (edge) => signOf(edge),
  sources: (edge) => String(99 - edge.sources.length),
};

/** Rows by a column; those with nothing in it last. */
function ordered(edges: readonly Edge[], by: keyof typeof words.table | undefined): readonly Edge[] {
  if (by === undefined) return edges;
  const key = keys[by];
  return [...edges].sort((a, b) => {
    const [one, other] = [key(a), key(b)];
    return Number(one === '') - Number(other === '') || one.localeCompare(other);
  });
}

function EdgeRow({
  edge,
  view,
  certain,
  of,
}: Omit<TableProps, 'edges' | 'of'> & { edge: Edge; of: string | undefined }) {
  const other = edge.from.id === of ? edge.to : edge.from;
  return (
    <tr class={`row-${signOf(edge)}`}>
      {of === undefined ? (
        <>
          <td>
            <ThingLink thing={edge.from} view={view} />
          </td>
          <td>{edge.type}</td>
          <td>
            <ThingLink thing={edge.to} view={view} />
          </td>
        </>
      ) : (
        <td>
          <ThingLink thing={other} view={view} />
        </td>
      )}
      <td>{edge.role ?? ''}</td>
      <td class="when">{whenOf(edge)}</td>
      <td>{edge.at && <ThingLink thing={edge.at} view={view} />}</td>
      <td>
        <Standing edge={edge} view={view} certain={certain} />
      </td>
      <td>
        <Sources edge={edge} view={view} />
      </td>
    </tr>
  );
}

/** How a statement stands, in words; certain or possible on the chosen date. */
export function Standing({
  edge,
  view,
  certain,
}: {
  edge: Edge;
  view: View;
  certain: ReadonlySet<string> | undefined;
}) {
  const sign = signOf(edge);
  return (
    <span class="standing">
      <a class={`sign sign-${sign}`} href={edgeAddress(edge.id, view)}>
        {words.signs[sign]}
      </a>
      {edge.saidBy && <> by {nameOf(edge.saidBy)}</>}
      {certain && (
        <span class={certain.has(edge.id) ? 'certain' : 'possible'}>
          {certain.has(edge.id) ? words.certain : words.possible}
        </span>
      )}
    </span>
  );
}

export function Sources({ edge, view }: { readonly edge: Edge; readonly view: View }): JSX.Element {
  if (edge.sources.length === 0) {
    return <a href={edgeAddress(edge.id, view)}>{words.edge.inferredBy(edge.rule ?? '')}</a>;
  }
  return (
    <ul class="sources">
      {edge.sources.map((source, i) => (
        <li key={i}>
          <SourceLink source={source} />
        </li>
      ))}
      {edge.voices && edge.voices.length > 1 && <li class="dim">{words.edge.voices(edge.voices.length)}</li>}
    </ul>
  );
}

/** A source by its title, with the place in it; its own address beside it where it has one that a browser may follow. */
export function SourceLink({ source }: { readonly source: CitedSource }): JSX.Element {
  const url = safeUrl(sourceText(source, 'url'));
  const told = [sourceText(source, 'publisher'), sourceText(source, 'published')].filter((it) => it !== undefined);
  return (
    <>
      <a href={sourceAddress(source.id)}>
        {sourceText(source, 'title') ?? (source.node ? nameOf(source.node) : source.id)}
      </a>
      {told.length > 0 && <span class="dim"> {told.join(', ')}</span>}
      {source.locator && <span class="dim"> {source.locator}</span>}
      {url && (
        <a class="outward" href={url} rel="noreferrer noopener" target="_blank">
          {' '}
          ↗<span class="unseen"> {url}</span>
        </a>
      )}
      {source.quotation && <q>{source.quotation}</q>}
    </>
  );
}

export function ThingLink({ thing, view }: { readonly thing: Thing; readonly view?: View }): JSX.Element {
  return (
    <a class="thing" href={entityAddress(thing.id, view)} title={thing.__typename}>
      <bdi>{nameOf(thing)}</bdi>
    </a>
  );
}

/** The date as it is written; where it was only seen to hold, that. */
export function whenOf({ when, attested, since, until }: Edge): string {
  if (when !== null) return when;
  if (attested !== null) return `seen ${attested}`;
  if (since !== null || until !== null) return `${since ?? ''} – ${until ?? ''}`;
  return '';
}

/**
 * Statements as rows: the other end, when, in which role, how it stands and who says so. The accessible form of a picture.
 */
import { Fragment, type JSX } from 'preact';
import { edgeAddress, entityAddress, sourceAddress, type View } from '../address.ts';
import { nameOf, type Thing } from '../ask.ts';
import { type CitedSource, type Edge, sourceText, whenOf } from '../statements.ts';
import { words } from '../words.ts';
import { type Column, cellTexts, type Order, ordered, usualColumns } from './columns.ts';
import { safeUrl } from './properties.tsx';
import { signOf } from './sign.ts';

interface TableProps {
  readonly edges: readonly Edge[];
  readonly view: View;
  /** Ids of the edges that are certain on the date of the view; undefined where no date is chosen. */
  readonly certain?: ReadonlySet<string> | undefined;
  /** The node whose page this is: its own column is left out. */
  readonly of?: string;
  readonly columns?: readonly Column[];
  readonly order?: Order | undefined;
  /** What a click on the head of a column does; without it, heads are no buttons. */
  readonly onOrder?: (by: Column) => void;
}

export function EdgeTable({ edges, columns = usualColumns, order, onOrder, ...row }: TableProps): JSX.Element {
  const shown = row.of === undefined ? columns : columns.filter((it) => it !== 'from' && it !== 'relation');
  // On the page of a thing the column has the other end.
  const headOf = (column: Column): string =>
    words.table[column === 'to' && row.of !== undefined && edges.every((it) => it.to.id === row.of) ? 'from' : column];
  const sorted = order && (order.down ? 'descending' : 'ascending');
  return (
    <div class="scroll">
      <table class="edges">
        <thead>
          <tr>
            {shown.map((column) => (
              <th key={column} scope="col" aria-sort={order?.by === column ? sorted : undefined}>
                {onOrder ? (
                  <button type="button" onClick={() => onOrder(column)}>
                    {headOf(column)}
                  </button>
                ) : (
                  headOf(column)
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ordered(edges, order).map((edge) => (
            <tr key={edge.id} class={`row-${signOf(edge)}`}>
              {shown.map((column) => (
                <td key={column}>{cells[column]?.(edge, row) ?? cellTexts[column](edge)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Row = Pick<TableProps, 'view' | 'certain' | 'of'>;

/** Cells that are more than their text. */
const cells: Partial<Record<Column, (edge: Edge, row: Row) => JSX.Element | null>> = {
  from: (edge, { view }) => <ThingLink thing={edge.from} view={view} />,
  to: (edge, { view, of }) => (
    <ThingLink thing={edge.to.id === of && edge.from.id !== of ? edge.from : edge.to} view={view} />
  ),
  when: (edge) => <DateText text={whenOf(edge)} />,
  at: (edge, { view }) => edge.at && <ThingLink thing={edge.at} view={view} />,
  saidBy: (edge, { view }) => edge.saidBy && <ThingLink thing={edge.saidBy} view={view} />,
  sign: (edge, { view, certain }) => <Standing edge={edge} view={view} certain={certain} />,
  sources: (edge, { view }) => <Sources edge={edge} view={view} />,
};

/** A span of time, which breaks between its words and its two dates, and never within one. */
export function DateText({ text }: { readonly text: string }): JSX.Element {
  const parts = text.split(/(?<=[ /])/);
  return (
    <span class="when">
      {parts.map((part, i) => (
        <Fragment key={i}>
          {i > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </span>
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

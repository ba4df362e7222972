/**
 * The page of one statement: its sentence, its sources, the rule and premises it follows from, rivals, and what would fall.
 */
import type { JSX } from 'preact';
import { directivesOf, edgeAddress, entityAddress, pictureAddress, readView, type View } from '../address.ts';
import { type Ask, ask, nameOf, schemaOf } from '../ask.ts';
import { Document, type Page, type Site } from '../parts/document.tsx';
import { SourceLink, ThingLink } from '../parts/edge-table.tsx';
import { QueryBehind } from '../parts/query-behind.tsx';
import { signOf } from '../parts/sign.ts';
import { type Edge, edgeFragment, whenOf } from '../statements.ts';
import { words } from '../words.ts';
import { NotFound } from './not-found.tsx';

interface Derivation {
  readonly rule: string;
  readonly name: string | null;
  readonly sentence: string | null;
  readonly premises: readonly { readonly id: string }[];
}
interface Step {
  readonly edge: Edge;
  readonly corroboration: string | null;
  readonly voices: readonly { readonly name: string; readonly self: boolean }[];
  readonly derivations: readonly Derivation[];
}
interface Rival {
  readonly value: string;
  readonly rank: string;
  readonly note: string | null;
  readonly edge: { readonly id: string } | null;
}

/** Sources whose loss is reckoned on the page. */
const MOST_SOURCES = 5;

export async function edgePage(asker: Ask, site: Site, id: string): Promise<Page> {
  const view = readView(site.params);
  const schema = await schemaOf(asker, view);
  const quoted = JSON.stringify(id);
  const known = await ask<{ edge: { from: { id: string } } | null }>(asker, `{ edge(id: ${quoted}) { from { id } } }`);
  if (!known.edge) return { status: 404, page: <NotFound site={site} id={id} near={[]} /> };
  const query = `query Statement ${directivesOf(view)} {
  why(edge: ${quoted}) { steps { edge { ...Edge } corroboration voices { name self } derivations { rule name sentence premises { id } } } }
  disagreements(of: ${JSON.stringify(known.edge.from.id)}) { name rivals { value rank note edge { id } } }
}
${edgeFragment(schema)}`;
  const { why, disagreements } = await ask<{
    why: { steps: readonly Step[] };
    disagreements: readonly { name: string; rivals: readonly Rival[] }[];
  }>(asker, query);
  const steps = new Map(why.steps.map((it) => [it.edge.id, it]));
  const { edge, voices } = steps.get(id) ?? why.steps[0]!;
  const rivals = disagreements
    .filter((it) => it.rivals.some((rival) => rival.edge?.id === edge.id))
    .flatMap((it) => it.rivals.filter((rival) => rival.edge?.id !== edge.id));
  const losses = await lossesOf(asker, edge);
  const page = (
    <Document site={site} viewed title={sentenceOf(edge)} description={sentenceOf(edge)}>
      <article>
        <p class="kind">
          <span class={`sign sign-${signOf(edge)}`}>{words.signs[signOf(edge)]}</span> {edge.type}
        </p>
        <h1>
          <ThingLink thing={edge.from} view={view} /> <span class="relation">{edge.type}</span>{' '}
          <ThingLink thing={edge.to} view={view} />
        </h1>
        <dl class="properties">
          {qualifiersOf(edge).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
        <p class="actions">
          <a href={pictureAddress([edge.from.id, edge.to.id], view)}>{words.entity.picture}</a>
        </p>
        {edge.sources.length > 0 && (
          <section>
            <h2>
              {words.edge.sources} <span class="count">{words.edge.voices(voices.length)}</span>
            </h2>
            <ul class="evidence">
              {edge.sources.map((source, i) => (
                <li key={i}>
                  <SourceLink source={source} />
                  {losses.has(source.id) && (
                    <p class="dim">
                      {losses.get(source.id)}{' '}
                      <a href={entityAddress(edge.from.id, { ...view, without: [...view.without, source.id] })}>
                        {words.view.without}
                      </a>
                    </p>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
        {(steps.get(edge.id)?.derivations.length ?? 0) > 0 && (
          <section>
            <h2>{words.edge.derivations}</h2>
            <Why id={edge.id} steps={steps} view={view} above={[]} />
          </section>
        )}
        {rivals.length > 0 && (
          <section>
            <h2>{words.edge.rivals}</h2>
            <ul>
              {rivals.map((rival, i) => (
                <li key={i}>
                  {rival.edge && <a href={edgeAddress(rival.edge.id, view)}>{rival.value}</a>}{' '}
                  <span class="dim">{rival.rank.toLowerCase()}</span> {rival.note}
                </li>
              ))}
            </ul>
          </section>
        )}
        <QueryBehind query={query} editor={site.credit.editor} />
      </article>
    </Document>
  );
  return { page };
}

/** A statement in words, for titles. */
export const sentenceOf = (edge: Edge): string =>
  `${nameOf(edge.from)} – ${edge.type} – ${nameOf(edge.to)}${whenOf(edge) === '' ? '' : `, ${whenOf(edge)}`}`;

function qualifiersOf(edge: Edge): [string, string][] {
  const told: [string, string | null][] = [
    ['when', whenOf(edge)],
    ['role', edge.role],
    ['occasion', edge.at && nameOf(edge.at)],
    ['said by', edge.saidBy && nameOf(edge.saidBy)],
    ['confidence', String(edge.confidence)],
    ['rank', edge.rank === 'NORMAL' ? null : edge.rank.toLowerCase()],
    ['note', edge.note],
    ...edge.properties.map(({ name, value }): [string, string] => [name, value]),
  ];
  return told.flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value] as [string, string]]));
}

interface WhyProps {
  readonly id: string;
  readonly steps: ReadonlyMap<string, Step>;
  readonly view: View;
  /** Edges explained on the way here: a circle is not followed. */
  readonly above: readonly string[];
}

/** Derivations as a tree, down to sources. */
function Why({ id, steps, view, above }: WhyProps): JSX.Element | null {
  const step = steps.get(id);
  if (!step) return null;
  if (above.includes(id)) return <p class="dim">{words.edge.above}</p>;
  return (
    <ul class="why">
      {step.derivations.map((derivation, i) => (
        <li key={i}>
          <p>
            {derivation.sentence ?? derivation.name} <span class="dim">{words.edge.inferredBy(derivation.rule)}</span>
          </p>
          <p class="dim">{words.edge.premises}</p>
          <ul>
            {derivation.premises.map((premise) => {
              const edge = steps.get(premise.id)?.edge;
              return (
                <li key={premise.id}>
                  {edge && <a href={edgeAddress(premise.id, view)}>{sentenceOf(edge)}</a>}
                  {edge?.sources.map((source, k) => (
                    <div key={k} class="dim">
                      <SourceLink source={source} />
                    </div>
                  ))}
                  <Why id={premise.id} steps={steps} view={view} above={[...above, id]} />
                </li>
              );
            })}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** What would fall without each source. */
async function lossesOf(asker: Ask, edge: Edge): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(edge.sources.map((it) => it.id))].slice(0, MOST_SOURCES);
  if (ids.length === 0) return new Map();
  const fields = ids.map((id, i) => `s${i}: retract(source: ${JSON.stringify(id)}) { statementCount conclusionCount }`);
  const losses = await ask<Record<string, { statementCount: number; conclusionCount: number }>>(
    asker,
    `{ ${fields.join(' ')} }`,
  );
  return new Map(
    ids.flatMap((id, i) => {
      const loss = losses[`s${i}`];
      return loss ? [[id, words.edge.fall(loss.statementCount, loss.conclusionCount)] as const] : [];
    }),
  );
}

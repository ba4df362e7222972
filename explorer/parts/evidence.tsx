/**
 * What a statement rests on: its sources and what would fall without each, the rule and premises it follows from, and the
 * statements that contradict it.
 */
import type { JSX } from 'preact';
import { directivesOf, edgeAddress, entityAddress, type View } from '../address.ts';
import { type Ask, ask, schemaOf } from '../ask.ts';
import { type Edge, edgeFragment, sentenceOf } from '../statements.ts';
import { words } from '../words.ts';
import { SourceLink } from './edge-table.tsx';

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

export interface EvidenceOfEdge {
  readonly edge: Edge;
  readonly steps: ReadonlyMap<string, Step>;
  readonly rivals: readonly Rival[];
  /** What would fall without each source, in a sentence. */
  readonly losses: ReadonlyMap<string, string>;
  /** The query that gives it. */
  readonly query: string;
}

/** The evidence of a statement that goes out from a thing, by the ids of both. */
export async function readEvidence(asker: Ask, id: string, from: string, view: View): Promise<EvidenceOfEdge> {
  const schema = await schemaOf(asker, view);
  const query = `query Statement ${directivesOf(view)} {
  why(edge: ${JSON.stringify(id)}) { steps { edge { ...Edge } corroboration voices { name self } derivations { rule name sentence premises { id } } } }
  disagreements(of: ${JSON.stringify(from)}) { name rivals { value rank note edge { id } } }
}
${edgeFragment(schema)}`;
  const { why, disagreements } = await ask<{
    why: { steps: readonly Step[] };
    disagreements: readonly { name: string; rivals: readonly Rival[] }[];
  }>(asker, query);
  const steps = new Map(why.steps.map((it) => [it.edge.id, it]));
  const { edge } = steps.get(id) ?? why.steps[0]!;
  const rivals = disagreements
    .filter((it) => it.rivals.some((rival) => rival.edge?.id === edge.id))
    .flatMap((it) => it.rivals.filter((rival) => rival.edge?.id !== edge.id));
  return { edge, steps, rivals, losses: await lossesOf(asker, edge), query };
}

interface EvidenceProps {
  readonly evidence: EvidenceOfEdge;
  readonly view: View;
  /** What leaving out a source does, where that is no link to another page. */
  readonly leaveOut?: (source: string) => void;
}

export function Evidence({ evidence: { edge, steps, rivals, losses }, view, leaveOut }: EvidenceProps): JSX.Element {
  const { voices = [], derivations = [] } = steps.get(edge.id) ?? {};
  return (
    <>
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
                    {leaveOut ? (
                      <button type="button" onClick={() => leaveOut(source.id)}>
                        {words.view.leaveOut}
                      </button>
                    ) : (
                      <a href={entityAddress(edge.from.id, { ...view, without: [...view.without, source.id] })}>
                        {words.view.without}
                      </a>
                    )}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {derivations.length > 0 && (
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
    </>
  );
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

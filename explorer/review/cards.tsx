/**
 * What is to be decided, one card each: what is claimed and how surely, what the graph says already, and what can be done.
 */
import type { JSX } from 'preact';
import { words } from '../words.ts';
import type { Claim, ClaimedNode, KnownStatement } from './desk.ts';

/** What a person does with what is selected. */
export type Act =
  | 'accept'
  | 'acceptGroup'
  | 'reject'
  | 'edit'
  | 'merge'
  | 'link'
  | 'makeNew'
  | 'isKnown'
  | 'undo'
  | 'undoThis';

interface Acting {
  readonly onAct: (act: Act) => void;
}

function Buttons({
  acts,
  onAct,
  names = {},
}: Acting & { readonly acts: readonly Act[]; readonly names?: Partial<Record<Act, string>> }) {
  return (
    <p class="actions">
      {acts.map((act) => (
        <button key={act} type="button" onClick={() => onAct(act)}>
          {names[act] ?? (act === 'isKnown' ? '' : words.review[act])}
        </button>
      ))}
    </p>
  );
}

/** Who is meant by a name that is nearly one that the graph has. */
export function LinkCard({
  node,
  selected,
  onAct,
}: Acting & { readonly node: ClaimedNode; readonly selected: boolean }): JSX.Element {
  const known = node.runnerUpName ?? node.link.runnerUp ?? '';
  return (
    <>
      <p class="kind">{node.type}</p>
      <p class="claimed">
        <bdi>{words.review.who(node.name)}</bdi>
      </p>
      {selected && (
        <Buttons
          acts={['isKnown', 'link', 'makeNew', 'merge']}
          onAct={onAct}
          names={{ isKnown: words.review.isKnown(known) }}
        />
      )}
    </>
  );
}

interface ClaimCardProps extends Acting {
  readonly item: Claim;
  /** Of the article. */
  readonly nodes: readonly ClaimedNode[];
  readonly selected: boolean;
  /** How many open claims are about the same. */
  readonly group: number;
  readonly words: string | undefined;
}

export function ClaimCard({ item, nodes, selected, group, words: quoted, onAct }: ClaimCardProps): JSX.Element {
  const { claim, from, to, state, confidence, decided } = item;
  const nameOf = (id: string | undefined): string | undefined => nodes.find((it) => it.id === id)?.name;
  const [speaker, occasion] = [nameOf(claim.saidBy), nameOf(claim.at)];
  const told = [
    claim.when,
    claim.role,
    claim.count,
    claim.amount,
    speaker && words.review.isSaidBy(speaker),
    occasion && words.review.isAt(occasion),
    claim.isQuoted ? words.review.quoted : undefined,
  ].filter(Boolean);
  return (
    <>
      <p class="claimed">
        <End node={from} /> <span class="relation">{claim.edge}</span> <End node={to} />
        {claim.modality !== 'FACT' && <span class="sign">{claim.modality.toLowerCase().replace('_', ' ')}</span>}
        {told.length > 0 && <span class="dim"> {told.join(', ')}</span>}
        {state !== 'open' && <b class={`state state-${state}`}> {words.review.states[state]}</b>}
      </p>
      <p class="dim">
        {words.review.place(claim.evidence.line)}; {words.review.sure(confidence, decided)} ({claim.rule})
      </p>
      {selected && quoted !== undefined && <q>{quoted}</q>}
      <Known item={item} selected={selected} />
      {selected && (
        <Buttons
          onAct={onAct}
          acts={
            state === 'open'
              ? [
                  'accept',
                  ...(group > 1 ? ['acceptGroup' as const] : []),
                  'reject',
                  'edit',
                  'merge',
                  'link',
                  ...(from.isNew || to.isNew ? ['makeNew' as const] : []),
                ]
              : ['undoThis']
          }
        />
      )}
    </>
  );
}

function End({ node }: { readonly node: ClaimedNode }): JSX.Element {
  return (
    <span title={`${node.type} ${node.id}`}>
      <bdi>{node.name}</bdi>
      {node.isNew && (
        <span class="dim">
          {' '}
          ({words.review.isNew} {node.type})
        </span>
      )}
    </span>
  );
}

/** What the graph says of the same, and what the article says elsewhere. */
function Known({ item, selected }: { readonly item: Claim; readonly selected: boolean }): JSX.Element {
  const { same, others, otherCount, alreadyStatedBy, statedByThis, alsoSaid, isSuggestion } = item;
  return (
    <div class="known">
      <p>
        {statedByThis
          ? words.review.knownByThis
          : same.length > 0
            ? words.review.known(alreadyStatedBy)
            : words.review.fresh}
        {alsoSaid.length > 0 && ` ${words.review.also(alsoSaid.map((it) => it.evidence.line))}`}
        {isSuggestion && ` ${words.review.suggestion}`}
      </p>
      {selected && same.length > 0 && <Statements statements={same} />}
      {selected && otherCount > 0 && (
        <>
          <p class="dim">{words.review.others(otherCount)}</p>
          <Statements statements={others} />
        </>
      )}
    </div>
  );
}

function Statements({ statements }: { readonly statements: readonly KnownStatement[] }): JSX.Element {
  return (
    <ul>
      {statements.map(({ id, other, when, modality, sources, differsIn }) => (
        <li key={id}>
          <bdi>{other}</bdi> <span class="dim">{[when, modality.toLowerCase()].filter(Boolean).join(', ')}</span>{' '}
          {differsIn.map((it) => (
            <b key={it} class="rival">
              {words.review.differs[it]}{' '}
            </b>
          ))}
          {sources.length > 0 && <span class="dim">– {sources.join('; ')}</span>}
        </li>
      ))}
    </ul>
  );
}

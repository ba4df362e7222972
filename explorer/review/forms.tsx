/**
 * Forms within a card: a claim told otherwise, and a node linked to one of the graph.
 */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { addSuggestions } from '../client/suggestions.ts';
import { words } from '../words.ts';
import type { Claim, ClaimedNode, Desk } from './desk.ts';
import { nodeKey } from './desk.ts';
import type { Item } from './queue.ts';

interface EditFormProps {
  readonly item: Claim;
  /** All that the article speaks of: who said it, and at what. */
  readonly nodes: readonly ClaimedNode[];
  readonly modalities: readonly string[];
  readonly onSave: (changes: Record<string, string>) => void;
  readonly onLeave: () => void;
}

export function EditForm({ item: { claim }, nodes, modalities, onSave, onLeave }: EditFormProps): JSX.Element {
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    const given = [...new FormData(event.currentTarget as HTMLFormElement)] as [string, string][];
    const before: Record<string, unknown> = { ...claim };
    const changes = given.filter(([key, value]) => value.trim() !== String(before[key] ?? ''));
    if (changes.length === 0) onLeave();
    else onSave(Object.fromEntries(changes.map(([key, value]) => [key, value.trim()])));
  };
  const nodeField = (name: 'saidBy' | 'at'): JSX.Element => (
    <label>
      {words.review[name]}{' '}
      <select name={name}>
        <option value="" />
        {nodes.map((it) => (
          <option key={it.id} value={it.id} selected={it.id === claim[name]}>
            {it.name} ({it.type})
          </option>
        ))}
      </select>
    </label>
  );
  const textField = (name: 'when' | 'role' | 'count' | 'amount', size: number, placeholder?: string): JSX.Element => (
    <label>
      {words.review[name]} <input name={name} value={claim[name] ?? ''} size={size} placeholder={placeholder} />
    </label>
  );
  return (
    <form class="change" onSubmit={save} onKeyDown={submitsOnEnter}>
      <label>
        {words.review.modality}{' '}
        <select name="modality" ref={focused}>
          {modalities.map((it) => (
            <option key={it} value={it} selected={it === claim.modality}>
              {it.toLowerCase().replaceAll('_', ' ')}
            </option>
          ))}
        </select>
      </label>
      {textField('when', 12, '2024-10-28')}
      {textField('role', 16)}
      {nodeField('saidBy')}
      {nodeField('at')}
      {textField('count', 6)}
      {textField('amount', 12)}
      <FormButtons onLeave={onLeave} />
    </form>
  );
}

/** A select takes Enter for itself, and who decides by keys wants to save. */
function submitsOnEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLSelectElement)) return;
  event.preventDefault();
  event.target.form?.requestSubmit();
}

interface LinkFormProps {
  readonly nodes: readonly ClaimedNode[];
  readonly desk: Desk;
  readonly onLink: (node: ClaimedNode, id: string) => void;
  readonly onLeave: () => void;
}

export function LinkForm({ nodes, desk, onLink, onLeave }: LinkFormProps): JSX.Element {
  const [of, setOf] = useState(() => nodes.find((it) => it.isNew) ?? nodes[0]!);
  const input = useRef<HTMLInputElement>(null);
  const chosen = useRef(of);
  chosen.current = of;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field is made once, and what it does stays the same.
  useLayoutEffect(() => {
    const find = async (text: string) =>
      (await desk.find(text)).map(({ id, type, name }) => ({ id, name, remark: `${type}, ${id}` }));
    addSuggestions(input.current!, find, (id) => onLink(chosen.current, id));
    input.current!.focus();
  }, []);
  return (
    <form class="change" onSubmit={(event) => event.preventDefault()}>
      {nodes.length > 1 && (
        <fieldset>
          <legend>{words.review.which}</legend>
          {nodes.map((it) => (
            <label key={nodeKey(it)}>
              <input type="radio" name="of" checked={it === of} onChange={() => setOf(it)} /> <bdi>{it.name}</bdi>
            </label>
          ))}
        </fieldset>
      )}
      <label>
        <bdi>{of.name}</bdi> {words.review.linkTo}{' '}
        <span>
          <input ref={input} aria-label={words.review.link} />
        </span>
      </label>
      <FormButtons onLeave={onLeave} onlyLeave />
    </form>
  );
}

interface MergeFormProps {
  readonly item: Item;
  readonly onMerge: (of: string, to: string) => void;
  readonly onLeave: () => void;
}

/** Two names of the article that are of one thing, or two claims that say the same. */
export function MergeForm({ item, onMerge, onLeave }: MergeFormProps): JSX.Element {
  const { names, claims } = mergeable(item);
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    const [of = '', to = ''] = String(new FormData(event.currentTarget as HTMLFormElement).get('one')).split('\n');
    onMerge(of, to);
  };
  if (names.length + claims.length === 0) {
    return (
      <form class="change" onSubmit={onLeave}>
        {words.review.nothingToMerge} <FormButtons onLeave={onLeave} onlyLeave />
      </form>
    );
  }
  return (
    <form class="change" onSubmit={save} onKeyDown={submitsOnEnter}>
      <label>
        {words.review.oneWith}{' '}
        <select name="one" ref={focused}>
          <optgroup label={words.review.names}>
            {names.map(([it, other]) => (
              <option key={nodeKey(it) + nodeKey(other)} value={`${nodeKey(it)}\n${nodeKey(other)}`}>
                {words.review.isAlso(it.name, other.name)}
              </option>
            ))}
          </optgroup>
          <optgroup label={words.review.claims}>
            {claims.map(([it, other]) => (
              <option key={other.claim.id} value={`${it.claim.id}\n${other.claim.id}`}>
                {words.review.saysAlso(
                  `${other.from.name} ${other.claim.edge} ${other.to.name}`,
                  other.claim.evidence.line,
                )}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      <FormButtons onLeave={onLeave} />
    </form>
  );
}

/** What an item may be one with: names of proposed nodes with all others of the article, claims that share an end. */
function mergeable(item: Item): {
  readonly names: readonly (readonly [ClaimedNode, ClaimedNode])[];
  readonly claims: readonly (readonly [Claim, Claim])[];
} {
  const { claims, links } = item.review;
  const own = 'node' in item ? [item.node] : [item.claim.from, item.claim.to].filter((it) => it.isNew);
  const proposed = [...claims.flatMap((it) => [it.from, it.to]), ...links].filter((it) => it.isNew);
  const others = new Map(proposed.map((it) => [nodeKey(it), it]));
  const names = own.flatMap((it) =>
    [...others.values()].filter((other) => nodeKey(other) !== nodeKey(it)).map((other) => [it, other] as const),
  );
  if ('node' in item) return { names, claims: [] };
  const { claim } = item;
  const near = claims.filter((it) => it !== claim && (it.from.id === claim.from.id || it.to.id === claim.to.id));
  return { names, claims: near.map((it) => [claim, it] as const) };
}

function FormButtons({
  onLeave,
  onlyLeave = false,
}: {
  readonly onLeave: () => void;
  readonly onlyLeave?: boolean;
}): JSX.Element {
  return (
    <>
      {!onlyLeave && <button type="submit">{words.review.save}</button>}{' '}
      <button type="button" onClick={onLeave}>
        {words.review.cancel}
      </button>
    </>
  );
}

const focused = (element: HTMLElement | null): void => element?.focus();

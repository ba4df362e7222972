/**
 * The page of a review at work: the article beside the queue, and keys for whoever decides hundreds of claims.
 */
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { KeyList } from '../parts/key-list.tsx';
import { words } from '../words.ts';
import { Article } from './article.tsx';
import { type Act, ClaimCard, LinkCard } from './cards.tsx';
import { type ClaimedNode, type Desk, type DeskState, nodeKey, type Wish } from './desk.ts';
import { EditForm, LinkForm, MergeForm } from './forms.tsx';
import { groupOf, type Item, isOpen, itemsOf, nextOpen } from './queue.ts';

interface ReviewPageProps {
  readonly desk: Desk;
  readonly first: DeskState;
}

export function ReviewPage({ desk, first }: ReviewPageProps): JSX.Element {
  const [state, setState] = useState(first);
  const [withDecided, setWithDecided] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const [form, setForm] = useState<'edit' | 'link' | 'merge'>();
  const [told, setTold] = useState('');
  const [by, setBy] = useState('');
  const keys = useRef<HTMLDialogElement>(null);
  const items = itemsOf(state, withDecided);
  const item = items.find((it) => it.id === chosen) ?? items[0];
  const review = item?.review ?? state.reviews[0];
  const claim = item && 'claim' in item ? item.claim : undefined;

  // One after the other, so that the last answer is the latest.
  const line = useRef(Promise.resolve());
  const attempt = (act: () => Promise<void>): Promise<void> => {
    setTold('');
    line.current = line.current.then(act).catch((error: Error) => setTold(error.message));
    return line.current;
  };
  const decide = (...wishes: readonly Wish[]): Promise<void> =>
    attempt(async () => {
      let next = state;
      for (const wish of wishes) next = await desk.decide({ ...wish, by });
      setState(next);
      // Whoever has gone on meanwhile stays where she is.
      setForm((now) => (now === form ? undefined : now));
      const goTo = (id: string | undefined): void => setChosen((now) => (now === chosen ? id : now));
      if (wishes[0]?.decision === 'undo') return goTo(next.about);
      // A claim that is still open stays in sight: an edit and a link decide nothing.
      const left = itemsOf(next, true).find((it) => it.id === item?.id);
      if (left === undefined || !isOpen(left)) goTo(nextOpen(itemsAround(items, next, withDecided), item?.id));
    });
  const linkable = (it: Item): readonly ClaimedNode[] => ('node' in it ? [it.node] : [it.claim.from, it.claim.to]);
  const act = (what: Act): void => {
    if (what === 'undo') return void decide({ decision: 'undo', of: '' });
    if (!item || !review) return;
    const within = review.name;
    const proposed = linkable(item).find((it) => it.isNew);
    if (what === 'link' || what === 'merge') setForm(what);
    if (what === 'undoThis' && claim)
      void decide({ within, decision: 'undo', of: claim.decision?.of ?? claim.claim.id });
    if (what === 'makeNew' && proposed)
      return void decide({ within, decision: 'link', of: nodeKey(proposed), to: 'new' });
    if (what === 'isKnown' && proposed?.link.runnerUp !== undefined) {
      return void decide({ within, decision: 'link', of: nodeKey(proposed), to: proposed.link.runnerUp });
    }
    if (claim?.state !== 'open') return;
    const of = claim.claim.id;
    if (what === 'edit') setForm('edit');
    if (what === 'accept' || what === 'reject') void decide({ within, decision: what, of });
    if (what === 'acceptGroup') {
      void decide(...groupOf(item, claim).map((it) => ({ within, decision: 'accept' as const, of: it.claim.id })));
    }
  };
  const write = (): void =>
    void attempt(async () => {
      const { written } = await desk.write();
      setTold(written.length === 0 ? words.review.nothingWritten : written.join(' '));
    });
  const move = (by: number): void => {
    const at = (item ? items.indexOf(item) : 0) + by;
    const next = items[Math.max(0, Math.min(items.length - 1, at))];
    setForm(undefined);
    setChosen(next?.id);
  };
  // Before the next frame: what is typed right after a key belongs to the form that it opened.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setForm(undefined);
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (form !== undefined || typing || event.ctrlKey || event.metaKey || event.altKey || keys.current?.open) return;
      const pressed = actOfKey[event.key];
      if (pressed) act(pressed);
      else if (event.key === 'j' || event.key === 'ArrowDown') move(1);
      else if (event.key === 'k' || event.key === 'ArrowUp') move(-1);
      else if (event.key === '?') keys.current?.showModal();
      else if (event.key === 'w') write();
      else if (event.key === 'd') setWithDecided(!withDecided);
      else if (event.key === 't') document.querySelector<HTMLInputElement>('.article input[type=file]')?.click();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
  const current = useRef<HTMLLIElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the card in sight is another one then.
  useEffect(() => current.current?.scrollIntoView({ block: 'nearest' }), [item?.id]);

  const all = state.reviews.flatMap((it) => it.claims);
  const open = all.filter((it) => it.state === 'open').length;
  return (
    <>
      <header class="top">
        <h1 class="brand">{words.review.title}</h1>
        <label>
          {words.review.by} <input value={by} maxLength={200} onInput={(event) => setBy(event.currentTarget.value)} />
        </label>
        <button type="button" onClick={write}>
          {words.review.write}
        </button>
        <button type="button" onClick={() => act('undo')}>
          {words.review.undo}
        </button>
        <button type="button" onClick={() => keys.current?.showModal()}>
          {words.nav.keys}
        </button>
      </header>
      <main class="wide review">
        {review && (
          <Article
            review={review}
            selected={claim}
            onSelect={setChosen}
            onGive={(file) => attempt(async () => setState(await desk.giveText(file)))}
          />
        )}
        <section class="queue" aria-label={words.review.queue}>
          <p>
            {words.review.counts(open, all.length - open)}{' '}
            <label>
              <input type="checkbox" checked={withDecided} onChange={() => setWithDecided(!withDecided)} />{' '}
              {words.review.showDecided}
            </label>
          </p>
          <p role="status">{told}</p>
          {items.length === 0 && <p>{words.review.done}</p>}
          <ol>
            {items.map((it) => {
              const selected = it === item;
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: keys go through the queue, wherever the focus is.
                <li
                  key={it.id}
                  ref={selected ? current : null}
                  aria-current={selected}
                  onClick={() => {
                    if (!selected) {
                      setForm(undefined);
                      setChosen(it.id);
                    }
                  }}
                >
                  {'node' in it ? (
                    <LinkCard node={it.node} selected={selected} onAct={act} />
                  ) : (
                    <ClaimCard
                      item={it.claim}
                      nodes={it.review.nodes}
                      selected={selected}
                      group={groupOf(it, it.claim).length}
                      words={it.review.text?.slice(it.claim.claim.evidence.start, it.claim.claim.evidence.end)}
                      onAct={act}
                    />
                  )}
                  {selected && form === 'edit' && claim && (
                    <EditForm
                      item={claim}
                      nodes={it.review.nodes}
                      modalities={state.modalities}
                      onSave={(changes) =>
                        decide({ within: it.review.name, decision: 'edit', of: claim.claim.id, changes })
                      }
                      onLeave={() => setForm(undefined)}
                    />
                  )}
                  {selected && form === 'merge' && (
                    <MergeForm
                      item={it}
                      onMerge={(of, to) => decide({ within: it.review.name, decision: 'merge', of, to })}
                      onLeave={() => setForm(undefined)}
                    />
                  )}
                  {selected && form === 'link' && (
                    <LinkForm
                      nodes={linkable(it)}
                      desk={desk}
                      onLink={(node, to) => decide({ within: it.review.name, decision: 'link', of: nodeKey(node), to })}
                      onLeave={() => setForm(undefined)}
                    />
                  )}
                </li>
              );
            })}
          </ol>
          {state.reviews.flatMap((it) =>
            it.vanished.map(({ of }) => (
              <p key={`${it.name} ${of}`} class="dim">
                {words.review.gone(of)}
              </p>
            )),
          )}
        </section>
      </main>
      <KeyList keys={words.review.keys} dialog={keys} />
    </>
  );
}

const actOfKey: Readonly<Record<string, Act>> = {
  a: 'accept',
  A: 'acceptGroup',
  r: 'reject',
  e: 'edit',
  m: 'merge',
  l: 'link',
  n: 'makeNew',
  u: 'undo',
};

/** The queue as it was, of those items that are still in it: so that what comes next is what stood below. */
function itemsAround(before: readonly Item[], next: DeskState, withDecided: boolean): readonly Item[] {
  const now = new Map(itemsOf(next, true).map((it) => [it.id, it]));
  const kept = before.flatMap((it) => now.get(it.id) ?? []);
  return kept.length > 0 ? kept : itemsOf(next, withDecided);
}

/**
 * The keys of a page and what each does, in a dialog that is closed until somebody asks.
 */
import type { JSX, Ref } from 'preact';
import { words } from '../words.ts';

interface KeyListProps {
  /** Keys, and what each does. */
  readonly keys: readonly (readonly [string, string])[];
  readonly id?: string;
  readonly dialog?: Ref<HTMLDialogElement>;
}

export function KeyList({ keys, id, dialog }: KeyListProps): JSX.Element {
  return (
    <dialog id={id} ref={dialog ?? null} aria-label={words.nav.keys}>
      <h2>{words.nav.keys}</h2>
      <dl>
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit">{words.nav.close}</button>
      </form>
    </dialog>
  );
}

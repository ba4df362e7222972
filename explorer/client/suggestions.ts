/**
 * A combobox on a search field, as WAI-ARIA has it: names as one types, arrows to choose, Enter to open, Esc to leave.
 */
import { words } from '../words.ts';

export interface Suggestion {
  readonly id: string;
  readonly name: string;
  /** What is said beside the name. */
  readonly remark: string;
}

/** Rest before the server is asked, in milliseconds. */
const REST = 60;

let lists = 0;

/** Suggestions below a field, found while one types; `choose` is told which one is taken. */
export function addSuggestions(
  input: HTMLInputElement,
  find: (text: string) => Promise<readonly Suggestion[]>,
  choose: (id: string) => void,
): void {
  const list = document.createElement('ul');
  list.className = 'suggestions';
  list.id = `suggestions-${lists++}`;
  list.role = 'listbox';
  list.ariaLabel = words.search.label;
  list.hidden = true;
  const place = input.parentElement!;
  place.classList.add('has-suggestions');
  input.after(list);
  input.role = 'combobox';
  input.autocomplete = 'off';
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.ariaExpanded = 'false';

  let hits: readonly Suggestion[] = [];
  let active = -1;
  let timer = 0;
  let asked = 0;

  const show = (found: readonly Suggestion[]): void => {
    hits = found;
    active = -1;
    list.replaceChildren(...found.map((hit, i) => suggestion(hit, `${list.id}-${i}`)));
    list.hidden = found.length === 0;
    input.ariaExpanded = String(!list.hidden);
    input.removeAttribute('aria-activedescendant');
  };
  const mark = (next: number): void => {
    active = (next + hits.length) % hits.length;
    for (const [i, item] of [...list.children].entries()) item.setAttribute('aria-selected', String(i === active));
    input.setAttribute('aria-activedescendant', `${list.id}-${active}`);
    list.children[active]?.scrollIntoView({ block: 'nearest' });
  };
  const take = (at: number): void => {
    const hit = hits[at];
    show([]);
    if (hit) choose(hit.id);
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    const text = input.value.trim();
    const turn = ++asked;
    if (text === '') return show([]);
    timer = window.setTimeout(async () => {
      const found = await find(text).catch(() => []);
      // An answer that comes after a later question is out of date.
      if (turn === asked) show(found);
    }, REST);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      if (list.hidden) input.blur();
      show([]);
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      take(active);
    } else if (hits.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      mark(event.key === 'ArrowDown' ? active + 1 : active < 0 ? hits.length - 1 : active - 1);
    }
  });
  input.addEventListener('blur', () => setTimeout(() => show([]), 150));
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    const item = (event.target as Element).closest('li');
    if (item) take([...list.children].indexOf(item));
  });
}

function suggestion({ name: called, remark }: Suggestion, id: string): HTMLLIElement {
  const item = document.createElement('li');
  item.id = id;
  item.role = 'option';
  item.ariaSelected = 'false';
  const name = document.createElement('bdi');
  name.textContent = called;
  const type = document.createElement('span');
  type.className = 'dim';
  type.textContent = ` ${remark}`;
  item.append(name, type);
  return item;
}

/**
 * What a page that stays open is told: that the server does not answer, and that it serves other data than it did.
 *
 * Whoever finds the server gone says so by the event `server-lost`; when it answers again, all hear `server-back`.
 */
import { words } from '../words.ts';
import { base } from './base.ts';

/** Milliseconds between two looks at the server: while it answers, and while it does not. */
const LOOK = 20_000;
const LOOK_AGAIN = 2000;

export function tellNews(): void {
  let loadedAt: string | undefined;
  let lost = false;
  let timer = 0;

  const look = async (): Promise<void> => {
    clearTimeout(timer);
    try {
      // A page that nobody looks at need not know.
      const ready = document.hidden ? undefined : await (await fetch(`${base}/ready`)).json();
      const seen: string | undefined = ready?.loadedAt ?? loadedAt;
      loadedAt ??= seen;
      if (lost) document.dispatchEvent(new Event('server-back'));
      lost = false;
      show(seen === loadedAt ? undefined : words.news.changed, 'status', words.news.reload);
    } catch {
      lost = true;
      show(words.news.lost, 'alert');
    }
    timer = window.setTimeout(look, lost ? LOOK_AGAIN : LOOK);
  };
  document.addEventListener('server-lost', look);
  void look();
}

/** A banner above the page; its button opens the same address anew, and so the same view. */
function show(text: string | undefined, role: string, button?: string): void {
  const shown = document.querySelector<HTMLElement>('#news');
  if (text === shown?.dataset.text) return;
  shown?.remove();
  if (text === undefined) return;
  const banner = document.createElement('p');
  banner.id = 'news';
  banner.className = 'banner';
  banner.dataset.text = text;
  banner.role = role;
  banner.textContent = `${text} `;
  if (button !== undefined) {
    const reload = document.createElement('button');
    reload.textContent = button;
    reload.addEventListener('click', () => location.reload());
    banner.append(reload);
  }
  document.querySelector('main')?.prepend(banner);
}

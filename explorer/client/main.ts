/**
 * What a script adds to the pages: suggestions while typing, keys, and the picture, which is loaded where there is one.
 */
import { entityAddress } from '../address.ts';
import { nameOf } from '../ask.ts';
import { remarkOf, searchFor } from '../pages/search.tsx';
import { askServer } from './ask-server.ts';
import { base } from './base.ts';
import { tellNews } from './news.ts';
import { addSuggestions } from './suggestions.ts';

const box = document.querySelector<HTMLInputElement>('form.search input');
const find = async (text: string) =>
  (await searchFor(askServer, text, 8)).map((hit) => ({
    id: hit.node.id,
    name: nameOf(hit.node),
    remark: remarkOf(hit),
  }));
if (box) addSuggestions(box, find, (id) => location.assign(base + entityAddress(id)));
for (const input of document.querySelectorAll<HTMLInputElement>(
  'form.connect input[name="from"], form.connect input[name="to"]',
)) {
  addSuggestions(input, find, (id) => {
    input.value = id;
  });
}

document.addEventListener('keydown', (event) => {
  const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === '/' && box) {
    event.preventDefault();
    box.focus();
    box.select();
  }
  if (event.key === '?') document.querySelector<HTMLDialogElement>('dialog#keys')?.showModal();
});

tellNews();

const maker = document.querySelector<HTMLButtonElement>('button#make-story');
if (maker) {
  maker.hidden = false;
  maker.addEventListener('click', () => import('./story-maker.tsx').then((it) => it.openStoryMaker()));
}
if (/[?&]story=mine\./.test(location.search)) void import('./story-maker.tsx').then((it) => it.showOwnStep());

const graph = document.getElementById('graph');
if (graph) void import('./graph-view.tsx').then(({ showGraph }) => showGraph(graph));

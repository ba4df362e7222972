/**
 * What a script adds to the pages: suggestions while typing, keys, and the picture, which is loaded where there is one.
 */
import { tellNews } from './news.ts';
import { addSuggestions } from './suggestions.ts';

const box = document.querySelector<HTMLInputElement>('form.search input');
if (box) addSuggestions(box);
for (const input of document.querySelectorAll<HTMLInputElement>(
  'form.connect input[name="from"], form.connect input[name="to"]',
)) {
  addSuggestions(input, (id) => {
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

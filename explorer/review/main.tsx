/**
 * The page on which claims are reviewed, as `diplograph review` serves it.
 */
import { render } from 'preact';
import { words } from '../words.ts';
import { openDesk } from './desk.ts';
import { ReviewPage } from './review-page.tsx';

const root = document.getElementById('review')!;

async function start(): Promise<void> {
  const desk = await openDesk();
  if (!desk) throw new Error(words.review.noToken);
  render(<ReviewPage desk={desk} first={await desk.read()} />, root);
}

start().catch((error: Error) => {
  const told = document.createElement('p');
  told.className = 'banner';
  told.role = 'alert';
  told.textContent = error.message;
  root.replaceChildren(told);
});

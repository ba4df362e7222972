/**
 * The state of a picture, which is its address: every change is a step of the browser's history, so back is undo.
 */
import { useEffect, useState } from 'preact/hooks';
import { type GraphState, readState, writeState } from '../graph-state.ts';

export interface Addressed {
  readonly state: GraphState;
  readonly go: (change: Partial<GraphState>) => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export function useAddress(): Addressed {
  const [state, setState] = useState(currentState);
  const [steps, setSteps] = useState({ at: currentStep(), last: currentStep() });
  const go = (change: Partial<GraphState>): void => {
    const next = { ...state, ...change };
    const step = currentStep() + 1;
    history.pushState({ step }, '', writeState(next, location.pathname));
    setState(next);
    setSteps({ at: step, last: step });
  };
  useEffect(() => {
    const back = (): void => {
      setState(currentState());
      setSteps((it) => ({ ...it, at: currentStep() }));
    };
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  const [canUndo, canRedo] = [steps.at > 0, steps.at < steps.last];
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      if (
        event.target instanceof HTMLElement &&
        event.target.matches('input:not([type="checkbox"]), textarea, select')
      ) {
        return;
      }
      const command = event.ctrlKey || event.metaKey;
      if (command && event.key === 'z' && canUndo) history.back();
      if (command && event.key === 'y' && canRedo) history.forward();
      if (event.key === 'Escape' && state.selected.length > 0) go({ selected: [] });
    };
    document.addEventListener('keydown', key);
    return () => document.removeEventListener('keydown', key);
  });
  return { state, go, canUndo, canRedo };
}

const currentState = (): GraphState => readState(new URLSearchParams(location.search));

/** How many changes of this picture lie behind the current entry of the browser's history. */
const currentStep = (): number => (history.state as { readonly step?: number } | null)?.step ?? 0;

/**
 * While a file of tests is loaded no mutant is active: in a thread that stays, it would be the one before.
 */
import { inject } from 'vitest';

const provided = inject as (key: string) => string;
const stryker = (globalThis as unknown as Record<string, { activeMutant?: string | undefined } | undefined>)[
  provided('globalNamespace')
];
if (stryker && provided('mutantActivation') === 'runtime') stryker.activeMutant = undefined;

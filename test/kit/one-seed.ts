/**
 * Property tests draw the same examples on every run, so that a red test is red for everybody.
 *
 * `FAST_CHECK_SEED=7 npx vitest run` draws others; a seed that fails is worth an example in its test.
 */
import { configureGlobal } from 'fast-check';

configureGlobal({
  seed: Number(process.env.FAST_CHECK_SEED ?? 20_241_028),
  // That a mutant is noticed is enough; nobody reads the smallest example.
  endOnFailure: process.env.MUTATION_TESTS !== undefined,
});

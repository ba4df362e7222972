/**
 * Keeps the shipped facts ready to be opened, beside the compiled code: the last step of a build.
 *
 * Facts under edit may be broken. That is told and stops no build: the commands that find and mend the fault are built.
 */
import { snapshotFile } from '../base/shipped-files.ts';
import { openFolder } from '../opening/open-folder.ts';
import { printFailure } from '../server/problems.ts';

try {
  await openFolder({ cache: snapshotFile });
} catch (error) {
  process.stderr.write(`${printFailure(error)}\nBuilt all the same, without a graph kept ready.\n`);
}

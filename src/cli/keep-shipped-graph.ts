/**
 * Keeps the shipped facts ready to be opened, beside the compiled code: the last step of a build.
 */
import { snapshotFile } from '../base/shipped-files.ts';
import { openFolder } from '../opening/open-folder.ts';
import { printFailure } from '../server/print-failure.ts';

try {
  await openFolder({ cache: snapshotFile });
} catch (error) {
  process.stderr.write(`${printFailure(error)}\n`);
  process.exitCode = 1;
}

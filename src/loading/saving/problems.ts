/**
 * Why facts cannot be saved somewhere, in sentences.
 */
import { KnowledgeError } from '../../base/knowledge-error.ts';

export const folderHasFacts = (folder: string, names: readonly string[]): KnowledgeError =>
  new KnowledgeError(
    'folder-has-facts',
    `"${folder}" has facts already (${names.join(', ')}), and nothing was saved. Choose another folder, or say { replace: true } to put these facts in their place.`,
  );

export const notAFolder = (folder: string): KnowledgeError =>
  new KnowledgeError('not-a-folder', `"${folder}" is a file. Name a folder to save to.`);

export const nothingToSave = (): KnowledgeError =>
  new KnowledgeError(
    'nothing-to-save',
    'A graph without nodes cannot be opened again, so it is not saved. Add some first.',
  );

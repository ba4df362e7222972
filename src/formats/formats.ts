/**
 * The formats, in the order in which help and documentation list them. A new one is one file and one line here.
 */
import type { Format } from './format.ts';
import { gexf } from './write/gexf.ts';
import { graphml } from './write/graphml.ts';
import { jsonLines } from './write/json-lines.ts';

export type { Format, PictureFormat, TextFormat, WriteOptions } from './format.ts';

export const formats: readonly Format[] = [gexf, graphml, jsonLines];

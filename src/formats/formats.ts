/**
 * The formats, in the order in which help and documentation list them. A new one is one file and one line here.
 */
import type { Format } from './format.ts';
import { png, svg } from './picture/svg.ts';
import { jsonLd } from './rdf/json-ld.ts';
import { nQuads } from './rdf/n-quads.ts';
import { turtle } from './rdf/turtle.ts';
import { csv, csvGephi, csvNeo4j } from './write/csv.ts';
import { cx2 } from './write/cx2.ts';
import { cypher } from './write/cypher.ts';
import { cytoscape } from './write/cytoscape.ts';
import { dot } from './write/dot.ts';
import { gexf } from './write/gexf.ts';
import { graphml } from './write/graphml.ts';
import { graphology } from './write/graphology.ts';
import { jsonLines } from './write/json-lines.ts';
import { nodeLink } from './write/node-link.ts';

export const formats: readonly Format[] = [
  gexf,
  graphml,
  cytoscape,
  cx2,
  dot,
  nodeLink,
  graphology,
  csv,
  csvGephi,
  csvNeo4j,
  cypher,
  jsonLines,
  jsonLd,
  turtle,
  nQuads,
  svg,
  png,
];

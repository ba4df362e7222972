/**
 * The formats, in the order in which help and documentation list them. A new one is one file and one line here.
 */
import type { Format } from './format.ts';
import { csv } from './write/csv.ts';
import { csvGephi } from './write/csv-gephi.ts';
import { csvNeo4j } from './write/csv-neo4j.ts';
import { cx2 } from './write/cx2.ts';
import { cypher } from './write/cypher.ts';
import { cytoscape } from './write/cytoscape.ts';
import { dot } from './write/dot.ts';
import { gexf } from './write/gexf.ts';
import { graphml } from './write/graphml.ts';
import { graphology } from './write/graphology.ts';
import { jsonLd } from './write/json-ld.ts';
import { jsonLines } from './write/json-lines.ts';
import { nQuads } from './write/n-quads.ts';
import { nodeLink } from './write/node-link.ts';
import { png } from './write/png.ts';
import { svg } from './write/svg.ts';
import { turtle } from './write/turtle.ts';

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

/**
 * The one table of what things look like: every picture, every format that can carry colours, and the page.
 *
 * Each colour stands out on white and on nearly black alike, so one table does for both grounds. Colour is never the
 * only sign: node types differ in shape or size too, edges carry their name, and what is inferred or only reported is
 * told by the line.
 */

/** Shapes that GEXF and every drawing program have. */
export type Shape = 'disc' | 'square' | 'triangle' | 'diamond';

/** What Cytoscape and Graphviz call them; Graphviz alone has another name for a square. */
export const shapeNames: Readonly<Record<Shape, string>> = {
  disc: 'ellipse',
  square: 'rectangle',
  triangle: 'triangle',
  diamond: 'diamond',
};

export type Line = 'solid' | 'dashed' | 'dotted';

export interface NodeStyle {
  /** `#rrggbb`. */
  readonly colour: string;
  readonly shape: Shape;
  /** Radius; 10 is usual. */
  readonly size: number;
}

const node = (colour: string, shape: Shape, size: number): NodeStyle => ({ colour, shape, size });

const nodeStyles: Readonly<Record<string, NodeStyle>> = {
  State: node('#2b78c5', 'disc', 12),
  Organisation: node('#c0504d', 'square', 11),
  Official: node('#2e8b57', 'disc', 8),
  Office: node('#6f8f3a', 'square', 7),
  Conference: node('#8e5bb5', 'diamond', 13),
  Event: node('#a0649b', 'diamond', 9),
  Initiative: node('#c46210', 'triangle', 12),
  Resolution: node('#9a7b1f', 'square', 8),
  Treaty: node('#8c6d46', 'square', 10),
  Delegation: node('#2a8c8c', 'disc', 9),
  Place: node('#7a7f87', 'disc', 8),
  Topic: node('#5a7d9a', 'triangle', 7),
  Conflict: node('#d1435b', 'triangle', 10),
  Statement: node('#5f7fd0', 'diamond', 6),
  UnnamedGroup: node('#978c80', 'disc', 9),
  Source: node('#8a8a8a', 'square', 5),
};

/** Colours for types that the table does not know, and for edge types: told apart as well as so many can be. */
const palette: readonly string[] = [
  '#2b78c5',
  '#c0504d',
  '#2e8b57',
  '#8e5bb5',
  '#c46210',
  '#2a8c8c',
  '#9a7b1f',
  '#d1435b',
  '#5f7fd0',
  '#8c6d46',
  '#a0649b',
  '#6f8f3a',
];

const shapes: readonly Shape[] = ['disc', 'square', 'triangle', 'diamond'];

/** What nodes of a type look like; `code` is the place of the type in its ontology. */
export function nodeStyle(type: string, code: number): NodeStyle {
  return nodeStyles[type] ?? node(colourAt(code), shapes[code % shapes.length] ?? 'disc', 10);
}

/** Edge types that belong together share a colour: there are more of them than colours that can be told apart. */
const families: readonly (readonly [colour: string, types: readonly string[]])[] = [
  [
    '#2b78c5',
    ['participated-in', 'organised', 'hosts', 'host-country', 'held-in', 'chaired', 'visited', 'met-with', 'brokered'],
  ],
  ['#2e8b57', ['represented', 'delegation-of', 'served-on', 'presented-credentials-to', 'national-of']],
  ['#5f7fd0', ['spoke-at', 'delivered', 'about', 'called-on', 'concerns', 'has-purpose', 'addresses']],
  [
    '#c46210',
    ['co-launched', 'joined', 'leads', 'co-chairs', 'guarantees', 'pledged', 'established', 'proposed', 'endorsed'],
  ],
  ['#9a7b1f', ['adopted', 'decided', 'voted-on', 'sponsored', 'signed', 'party-to', 'withdrew-from', 'awarded']],
  [
    '#c0504d',
    [
      'heads',
      'holds',
      'office-in',
      'office-for',
      'elected-to',
      'candidate-for',
      'carries-seat-in',
      'appointed-to',
      'succeeded',
    ],
  ],
  ['#8e5bb5', ['member-of', 'organ-of', 'part-of', 'society-of', 'operates', 'follows', 'located-in']],
  ['#d1435b', ['deployed-to', 'repatriated-from', 'provided-aid-to']],
  ['#8a8a8a', ['published', 'cites']],
];

const colourOfEdgeType: ReadonlyMap<string, string> = new Map(
  families.flatMap(([colour, types]) => types.map((type) => [type, colour] as const)),
);

/** The colour of an edge type; `code` is its place in its ontology. */
export function edgeColour(type: string, code: number): string {
  return colourOfEdgeType.get(type) ?? colourAt(code);
}

/** How an edge is drawn: dashed where a rule inferred it, dotted where it is reported speech, planned or denied. */
export function edgeLine(inferred: boolean, modality: unknown): Line {
  if (inferred) return 'dashed';
  return modality === 'FACT' ? 'solid' : 'dotted';
}

const colourAt = (code: number): string => palette[code % palette.length] ?? '#8a8a8a';

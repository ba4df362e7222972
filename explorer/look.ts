/**
 * What types look like: the server's own table of shapes and colours, which also draws the exported pictures. It comes with
 * the page, so the explorer has no list of types and works with any ontology.
 */

export type Shape = 'disc' | 'square' | 'triangle' | 'diamond';

export interface NodeLook {
  /** `#rrggbb`; stands out on white and on nearly black. */
  readonly colour: string;
  readonly shape: Shape;
  /** Radius; 10 is usual. */
  readonly size: number;
}

export interface Look {
  readonly nodes: Readonly<Record<string, NodeLook>>;
  /** The colours of edge types. */
  readonly edges: Readonly<Record<string, string>>;
}

const PLAIN: NodeLook = { colour: '#8a8a8a', shape: 'disc', size: 10 };

export const nodeLook = ({ nodes }: Look, type: string): NodeLook => nodes[type] ?? PLAIN;
export const edgeColour = ({ edges }: Look, type: string): string => edges[type] ?? PLAIN.colour;

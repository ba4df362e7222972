/**
 * How TypeScript reads an ontology: from the `Schema` that `print-types` writes to what a node, an edge or an end may be.
 *
 * Every type here also takes `AnyOntology`, of which nothing is known in advance: names are then any text, and nodes
 * have any properties. Constraints say `object` where they could say more, because interfaces have no index signature.
 */

/** What a printed `Schema` looks like, as far as a constraint can tell. */
export interface TypedOntology {
  readonly nodes: object;
  readonly interfaces: object;
  readonly edges: object;
  readonly carried: object;
}

/** The value of a property: a single one, or a list. */
export type TypedValue = string | number | boolean | bigint | readonly (string | number | boolean | bigint)[];

/** A node of an ontology whose types were not printed. */
export interface AnyNode {
  readonly type: string;
  readonly id: string;
  readonly [property: string]: TypedValue | undefined;
}

/** What edges of such an ontology carry. */
export interface AnyProperties {
  readonly [property: string]: TypedValue | undefined;
}

/** An ontology whose types were not printed: every name is accepted, and judged when the program runs. */
export interface AnyOntology {
  readonly nodes: {
    readonly [type: string]: {
      readonly node: AnyNode;
      readonly times: AnyTimes;
      readonly out: { readonly [edgeType: string]: string };
      readonly in: { readonly [edgeType: string]: string };
    };
  };
  readonly interfaces: { readonly [name: string]: string };
  readonly edges: {
    readonly [edgeType: string]: { readonly from: string; readonly to: string; readonly carries: string };
  };
  readonly carried: { readonly [name: string]: { readonly properties: AnyProperties; readonly times: AnyTimes } };
}

interface AnyTimes {
  readonly [property: string]: 'Date' | 'DateTime' | 'PartialDate';
}

/** What every node has, whatever its type. */
export interface NodeShape {
  readonly type: string;
  readonly id: string;
}

/** The names of the node types. */
export type NodeTypeName<S extends TypedOntology> = keyof S['nodes'] & string;
/** The names of the interfaces. */
export type InterfaceName<S extends TypedOntology> = keyof S['interfaces'] & string;
/** The names of the edge types. */
export type EdgeTypeName<S extends TypedOntology> = keyof S['edges'] & string;

type Member<T, K extends PropertyKey> = T extends { readonly [_ in K]: infer V } ? V : never;
/** The keys of every member of a union, not only those that all have. */
type KeyOf<T> = T extends unknown ? keyof T & string : never;

/** The node types a name stands for: itself, or the implementations of an interface. */
export type Concrete<S extends TypedOntology, Name extends string> = Name extends keyof S['nodes']
  ? Name
  : Name extends keyof S['interfaces']
    ? S['interfaces'][Name] & string
    : never;

/** What the nodes of a type look like; for several names, one or the other. */
export type NodeNamed<S extends TypedOntology, Name extends string> = Name extends keyof S['nodes']
  ? Extract<Member<S['nodes'][Name], 'node'>, NodeShape>
  : never;

/** Any node of the ontology. */
export type NodeOf<S extends TypedOntology> = NodeNamed<S, NodeTypeName<S>>;

/** Which texts of a node type are times. */
export type NodeTimes<S extends TypedOntology, Name extends string> = Name extends keyof S['nodes']
  ? Member<S['nodes'][Name], 'times'>
  : never;

/** For a node type and a direction: its edge types, each with the types at the other end. */
type Ends<S extends TypedOntology, Name extends string, Side extends 'out' | 'in'> = Name extends keyof S['nodes']
  ? Side extends unknown
    ? Member<S['nodes'][Name], Side>
    : never
  : never;

/** The edge types that may be followed from nodes `N`. */
export type StepName<S extends TypedOntology, N extends NodeShape, Side extends 'out' | 'in'> = KeyOf<
  Ends<S, N['type'], Side>
>;

/** The nodes that may be reached from nodes `N` along edges of the types `E`. */
export type StepTarget<
  S extends TypedOntology,
  N extends NodeShape,
  Side extends 'out' | 'in',
  E extends string,
> = NodeNamed<S, TargetName<Ends<S, N['type'], Side>, E>>;

type TargetName<T, E extends string> = T extends unknown ? T[keyof T & E] & string : never;

/** The name of the type of what edges carry. */
type CarriedName<S extends TypedOntology, E extends string> = E extends keyof S['edges']
  ? Member<S['edges'][E], 'carries'>
  : never;

/** What edges of a type carry: their envelope and properties of their own. */
export type CarriedBy<S extends TypedOntology, E extends string> =
  CarriedName<S, E> extends infer Name
    ? [Name] extends [never]
      ? object
      : Name extends keyof S['carried']
        ? Member<S['carried'][Name], 'properties'>
        : never
    : never;

/** Which texts among what edges carry are times. */
export type CarriedTimes<S extends TypedOntology, E extends string> =
  CarriedName<S, E> extends infer Name
    ? Name extends keyof S['carried']
      ? Member<S['carried'][Name], 'times'>
      : never
    : never;

/** An edge: its id, its type, the ids of its ends, and what it carries. */
export type EdgeNamed<S extends TypedOntology, E extends string> = E extends unknown
  ? EdgeEnds<E> & CarriedBy<S, E>
  : never;

interface EdgeEnds<E extends string> {
  readonly id: string;
  readonly type: E;
  readonly from: string;
  readonly to: string;
}

/** Any edge of the ontology. */
export type EdgeOf<S extends TypedOntology> = EdgeNamed<S, EdgeTypeName<S>>;

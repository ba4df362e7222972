/**
 * What a `where` means, in a few plain lines over plain facts: the slow twin of the compiled filters.
 */
export interface PlainNode {
  readonly id: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}
export interface PlainEdge {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly properties: Readonly<Record<string, unknown>>;
}
export interface PlainWorld {
  readonly nodes: readonly PlainNode[];
  readonly edges: readonly PlainEdge[];
}
/** The edge type of a relation, and which way it is read. */
interface PlainRelation {
  readonly type: string;
  readonly way: 'OUT' | 'IN' | 'BOTH';
  /** It leads to one node at most, which is filtered without a quantifier. */
  readonly single?: true;
  /** It leads to a union, whose filter names its members. */
  readonly union?: true;
  /** An interface declares it: what its edges carry is asked by this name. */
  readonly carries?: string;
}
/** Fields that are relations, by their names, or as `Cat.fans` where types differ. */
export type PlainRelations = Readonly<Record<string, PlainRelation>>;

type Where = Readonly<Record<string, unknown>>;
type Truth = boolean | null;
type Row = { readonly node: PlainNode; readonly edge: PlainEdge | undefined; readonly carries?: string | undefined };

const and = (all: readonly Truth[]): Truth => (all.includes(false) ? false : all.includes(null) ? null : true);
const not = (it: Truth): Truth => (it === null ? null : !it);
const or = (all: readonly Truth[]): Truth => not(and(all.map(not)));

const comparisons: Readonly<Record<string, (a: never, b: never) => boolean>> = {
  eq: (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b),
  in: (a: unknown, b: readonly unknown[]) => b.includes(a),
  gt: (a: number, b: number) => a > b,
  gte: (a: number, b: number) => a >= b,
  lt: (a: number, b: number) => a < b,
  lte: (a: number, b: number) => a <= b,
  contains: (a: string, b: string) => a.includes(b),
  startsWith: (a: string, b: string) => a.startsWith(b),
  endsWith: (a: string, b: string) => a.endsWith(b),
  includes: (a: readonly unknown[], b: unknown) => a.includes(b),
  matches: (a: string, b: string) => new RegExp(`^(?:${b})$`).test(a),
};

function compare(value: unknown, operator: string, asked: unknown): Truth {
  if (asked === null) return value === undefined;
  if (operator === 'caseInsensitive') {
    const small = (it: unknown): unknown => (it == null ? it : JSON.parse(JSON.stringify(it).toLowerCase()));
    return and(Object.entries(asked as Where).map(([name, text]) => compare(small(value), name, small(text))));
  }
  if (operator === 'in' && (asked as readonly unknown[]).length === 0) return false;
  return value === undefined ? null : (comparisons[operator]?.(value as never, asked as never) ?? null);
}

export class PlainFilter {
  readonly #world: PlainWorld;
  readonly #relations: PlainRelations;

  constructor(world: PlainWorld, relations: PlainRelations) {
    this.#world = world;
    this.#relations = relations;
  }

  /** The edges of a relation at a node, each with the node at its other end. */
  rows(node: PlainNode, field: string): Row[] {
    const { type, way, carries } = this.#relation(node, field) ?? { type: '', way: 'OUT' };
    return this.#world.edges.flatMap((edge) => {
      const out = way !== 'IN' && edge.from === node.id ? [edge.to] : [];
      const back =
        way !== 'OUT' && edge.to === node.id && !(way === 'BOTH' && edge.from === node.id) ? [edge.from] : [];
      return edge.type === type ? [...out, ...back].map((id) => ({ edge, node: this.#node(id), carries })) : [];
    });
  }

  #relation(node: PlainNode, field: string): PlainRelation | undefined {
    return this.#relations[`${node.type}.${field}`] ?? this.#relations[field];
  }

  #node(id: string): PlainNode {
    return this.#world.nodes.find((it) => it.id === id) as PlainNode;
  }

  /** Whether a node, or an edge with its node, meets a filter: yes, no, or unknown. */
  holds(where: Where, row: Row): Truth {
    return and(Object.entries(where).map(([field, asked]) => this.#field(field, asked as never, row)));
  }

  #field(field: string, asked: never, row: Row): Truth {
    if (field === 'AND') return and((asked as Where[]).map((it) => this.holds(it, row)));
    if (field === 'OR') return or((asked as Where[]).map((it) => this.holds(it, row)));
    if (field === 'NOT') return not(this.holds(asked, row));
    if (field === 'typename') return (asked as string[]).includes(row.node.type);
    if (field === 'node') return this.holds(asked, { node: row.node, edge: undefined });
    if (field === 'edge') {
      const own = row.carries === undefined ? asked : ((asked as Where)[row.carries] ?? {});
      return this.#properties(own as Where, row.edge?.properties ?? {}, row);
    }
    const name = field.replace(/Connection$/, '');
    const relation = this.#relation(row.node, name);
    if (relation) return this.#quantified(relation, asked, this.rows(row.node, name));
    return this.#property(asked, row.node.properties[field]);
  }

  #properties(where: Where, properties: Readonly<Record<string, unknown>>, row: Row): Truth {
    const asNode = { ...row.node, properties };
    return this.holds(where, { node: asNode, edge: undefined });
  }

  #property(filter: Where, value: unknown): Truth {
    return and(Object.entries(filter).map(([operator, asked]) => compare(value, operator, asked)));
  }

  #quantified({ single, union }: PlainRelation, filter: Where | null, rows: readonly Row[]): Truth {
    if (filter === null) return rows.length === 0;
    const holds = (where: Where, row: Row): Truth => {
      const inner = union ? where[row.node.type] : where;
      return inner === undefined ? false : this.holds(inner as Where, row);
    };
    if (single) return rows.some((row) => holds(filter, row) === true);
    return and(
      Object.entries(filter).map(([quantifier, where]) => {
        if (quantifier === 'aggregate') return this.#counted(where as Where, rows);
        const truths = rows.map((row) => holds(where as Where, row));
        const matches = truths.filter((it) => it === true).length;
        if (quantifier === 'some') return matches > 0;
        if (quantifier === 'none') return matches === 0;
        if (quantifier === 'single') return matches === 1;
        return matches > 0 && !truths.includes(false);
      }),
    );
  }

  #counted(where: Where, rows: readonly Row[]): Truth {
    const nodes = [...new Set(rows.map((row) => row.node))].map((it) => it.properties);
    const edges = rows.map((row) => row.edge?.properties ?? {});
    const counts: Readonly<Record<string, number>> = { nodes: nodes.length, edges: edges.length };
    return this.#joined(where, (field, asked) => {
      if (field === 'node') return this.#numbers(asked, nodes);
      if (field === 'edge') return this.#numbers(asked, edges);
      return and(Object.entries(asked).map(([what, filter]) => this.#property(filter as Where, counts[what])));
    });
  }

  #numbers(where: Where, rows: readonly Readonly<Record<string, unknown>>[]): Truth {
    return this.#joined(where, (field, asked) => {
      const values = rows.map((it) => it[field]).filter((it) => it !== undefined);
      return and(
        Object.entries(asked).map(([name, filter]) => this.#property(filter as Where, numberOf(name, values))),
      );
    });
  }

  #joined(where: Where, holds: (field: string, asked: Where) => Truth): Truth {
    return and(
      Object.entries(where).map(([field, asked]) => {
        if (field === 'AND') return and((asked as Where[]).map((it) => this.#joined(it, holds)));
        if (field === 'OR') return or((asked as Where[]).map((it) => this.#joined(it, holds)));
        if (field === 'NOT') return not(this.#joined(asked as Where, holds));
        return holds(field, asked as Where);
      }),
    );
  }
}

function numberOf(name: string, values: readonly unknown[]): number | undefined {
  const numbers = values.map((it) => (typeof it === 'string' ? it.length : Number(it)));
  const sum = numbers.reduce((a, b) => a + b, 0);
  if (name === 'sum') return sum;
  if (numbers.length === 0) return undefined;
  if (name.startsWith('average')) return sum / numbers.length;
  return name === 'min' || name === 'shortestLength' ? Math.min(...numbers) : Math.max(...numbers);
}

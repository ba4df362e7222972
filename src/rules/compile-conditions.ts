/**
 * Conditions on nodes as functions: whether what the cells hold at the moment meets them.
 *
 * What a node does not say decides nothing: neither "is" nor "is not" holds of a missing property.
 */
import type { PropertyValue } from '../facts/fact.ts';
import { concreteTypes, type Ontology } from '../ontology/ontology.ts';
import type { Cell } from './compiled-rule.ts';
import type { Premises } from './premises.ts';
import type { Condition, PropertyOfNode } from './rule.ts';

/** A condition that is met or not once its cells are filled. */
export interface CompiledCondition {
  readonly cells: readonly Cell[];
  readonly holds: () => boolean;
}

type CellOf = (variable: string) => Cell;

export function compileCondition(
  ontology: Ontology,
  premises: Premises,
  cellOf: CellOf,
  condition: Condition,
): CompiledCondition {
  switch (condition.kind) {
    case 'type': {
      const cell = cellOf(condition.variable.text);
      const types = new Set(condition.types.flatMap((it) => concreteTypes(ontology, it.text)));
      return { cells: [cell], holds: () => types.has(premises.nodes.typeOf(cell.node)) !== condition.negated };
    }
    case 'different': {
      const [left, right] = [cellOf(condition.left.text), cellOf(condition.right.text)];
      return { cells: [left, right], holds: () => left.node !== right.node };
    }
    case 'property': {
      const { left, right, negated } = condition;
      const cell = cellOf(left.variable.text);
      const value = readerOf(premises, cell, left);
      if ('values' in right) {
        const wanted = right.values.map((it) => it.value);
        return { cells: [cell], holds: () => compares(value(), (it) => wanted.some((one) => same(it, one)), negated) };
      }
      const otherCell = cellOf(right.of.variable.text);
      const other = readerOf(premises, otherCell, right.of);
      const holds = (): boolean => {
        const compared = plus(other(), right.plus);
        return compared !== undefined && compares(value(), (it) => same(it, compared), negated);
      };
      return { cells: [cell, otherCell], holds };
    }
  }
}

/** A value with a number added; undefined when it is missing or no number that could be added to. */
export function plus(value: PropertyValue | undefined, added: number): PropertyValue | undefined {
  if (added === 0 || value === undefined) return value;
  return typeof value === 'number' ? value + added : undefined;
}

function readerOf(premises: Premises, cell: Cell, { property }: PropertyOfNode): () => PropertyValue | undefined {
  return () => premises.nodes.property(cell.node, property.text);
}

/** A list meets a comparison when one of its values does. */
function compares(value: PropertyValue | undefined, meets: (it: PropertyValue) => boolean, negated: boolean): boolean {
  if (value === undefined) return false;
  return (Array.isArray(value) ? value.some(meets) : meets(value)) !== negated;
}

const same = (a: PropertyValue, b: PropertyValue): boolean => a === b || String(a) === String(b);

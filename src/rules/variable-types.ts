/**
 * Which node types each variable of a rule can stand for, given what its premises and conditions say of it.
 *
 * Every premise allows some pairs of node types; a variable keeps those that some allowed pair gives it, until nothing
 * changes. A variable that is left without any shows a rule that could never fire.
 */
import { concreteTypes, type EdgeType, type Ontology } from '../ontology/ontology.ts';
import type { EdgePattern, Rule, Word } from './rule.ts';

export type VariableTypes = ReadonlyMap<string, ReadonlySet<string>>;

/** A premise that no pair of types can meet: the end at fault, what it can be, and what the edge type takes there. */
export interface TypeFault {
  readonly word: Word;
  readonly edgeType: string;
  readonly end: 'from' | 'to';
  readonly can: readonly string[];
  readonly takes: readonly string[];
}

/** The types of all variables, or the first premise that cannot be met. Unknown names narrow nothing. */
export function variableTypes(ontology: Ontology, rule: Rule): VariableTypes | TypeFault {
  const types = new Map<string, Set<string>>();
  const typesOf = (variable: string): Set<string> => {
    let known = types.get(variable);
    if (!known) types.set(variable, (known = new Set(ontology.nodeTypes.keys())));
    return known;
  };
  for (const condition of rule.conditions) {
    if (condition.kind !== 'type') continue;
    const named = new Set(condition.types.flatMap((it) => concreteTypes(ontology, it.text)));
    const variable = typesOf(condition.variable.text);
    for (const type of variable) if (named.has(type) === condition.negated) variable.delete(type);
  }
  // An occasion is named by an id, which may be of any node.
  for (const { occasion } of rule.premises) if (occasion) typesOf(occasion.text);
  for (let changed = true; changed; ) {
    changed = false;
    for (const premise of rule.premises) {
      const edgeType = ontology.edgeTypes.get(premise.type.text);
      if (!edgeType) continue;
      const [from, to] = [typesOf(premise.from.text), typesOf(premise.to.text)];
      const pairs = fittingPairs(edgeType, from, to);
      if (pairs.length === 0) return faultOf(premise, edgeType, from, to);
      const narrowed = [
        narrow(from, new Set(pairs.map((it) => it.from))),
        narrow(to, new Set(pairs.map((it) => it.to))),
      ];
      changed ||= narrowed.includes(true);
    }
  }
  return types;
}

/** Whether an edge of this type can join these variables, and if not, which end is at fault. */
export function conclusionFault(
  edgeType: EdgeType,
  conclusion: EdgePattern,
  types: VariableTypes,
): TypeFault | undefined {
  const [from, to] = [types.get(conclusion.from.text), types.get(conclusion.to.text)];
  if (!from || !to || fittingPairs(edgeType, from, to).length > 0) return undefined;
  return faultOf(conclusion, edgeType, from, to);
}

/** The ends of an edge type, in both directions where it is symmetric. */
export function directedEnds(edgeType: EdgeType): readonly { readonly from: string; readonly to: string }[] {
  return edgeType.symmetric
    ? [...edgeType.ends, ...edgeType.ends.map(({ from, to }) => ({ from: to, to: from }))]
    : edgeType.ends;
}

function fittingPairs(
  edgeType: EdgeType,
  from: ReadonlySet<string>,
  to: ReadonlySet<string>,
): readonly { readonly from: string; readonly to: string }[] {
  return directedEnds(edgeType).filter((it) => from.has(it.from) && to.has(it.to));
}

function narrow(types: Set<string>, possible: ReadonlySet<string>): boolean {
  const before = types.size;
  for (const type of types) if (!possible.has(type)) types.delete(type);
  return types.size !== before;
}

function faultOf(
  pattern: EdgePattern,
  edgeType: EdgeType,
  from: ReadonlySet<string>,
  to: ReadonlySet<string>,
): TypeFault {
  const ends = directedEnds(edgeType);
  // When each end fits for itself and no pair fits both, the target is to blame: it is read with the source in mind.
  const fromFits = ends.filter((it) => from.has(it.from));
  const end = fromFits.length === 0 ? 'from' : 'to';
  const takes = end === 'from' ? ends.map((it) => it.from) : fromFits.map((it) => it.to);
  return {
    word: end === 'from' ? pattern.from : pattern.to,
    edgeType: edgeType.name,
    end,
    can: [...(end === 'from' ? from : to)],
    takes: [...new Set(takes)],
  };
}

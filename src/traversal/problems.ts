/**
 * What is thrown when a walk cannot be taken: a sentence, with the remedy.
 */
import { printValue } from '../base/checked-options.ts';
import { didYouMean } from '../base/did-you-mean.ts';
import { KnowledgeError } from '../base/knowledge-error.ts';
import type { Property } from '../ontology/ontology.ts';
import { printPropertyType } from '../ontology/ontology.ts';

/** A type that has properties, of nodes or of what edges carry. */
export interface Owner {
  readonly name: string;
  readonly properties: ReadonlyMap<string, Property>;
}

export function unknownProperty(owners: Iterable<Owner>, name: string, of: 'node' | 'edge'): KnowledgeError {
  const known = new Set([...owners].flatMap((it) => [...it.properties.keys()]));
  const hint =
    name === 'type' && of === 'node' ? ' To keep nodes of a type, call ofType("…").' : didYouMean(name, known);
  const said =
    of === 'node' ? `No node type has a property "${name}".` : `No edge followed here has a property "${name}".`;
  return new KnowledgeError('unknown-property', `${said}${hint}`);
}

export function unknownOperator(property: Property, operator: string, known: readonly string[]): KnowledgeError {
  const hint = didYouMean(operator, known) || ` It takes ${known.join(', ')}.`;
  return new KnowledgeError(
    'unknown-operator',
    `"${property.name}" is ${printPropertyType(property)} and has no operator "${operator}".${hint}`,
  );
}

export function badOperand(property: Property, operator: string, operand: unknown, many: boolean): KnowledgeError {
  const { name, kind } = property;
  const type = 'enum' in kind ? kind.enum.name : kind.scalar;
  const values = 'enum' in kind ? kind.enum.values.map((it) => it.name) : [];
  const hint = typeof operand === 'string' ? didYouMean(operand, values) : '';
  const takes = many ? `a list of ${type}` : values.length > 0 ? `one of ${values.join(', ')}` : `a value of ${type}`;
  return new KnowledgeError(
    'bad-operand',
    `"${name}: { ${operator}: ${printValue(operand)} }" does not fit: give ${takes}.${hint}`,
  );
}

export const nullCondition = (name: string): KnowledgeError =>
  new KnowledgeError(
    'bad-operand',
    `"${name}: null" is no condition. To find missing values, write "${name}: { eq: null }".`,
  );

export const listForOneValue = ({ name, list }: Property): KnowledgeError =>
  new KnowledgeError('bad-operand', `"${name}" was given a list. Write "${name}: { ${list ? 'eq' : 'in'}: [...] }".`);

export const notAFilter = (given: unknown): KnowledgeError =>
  new KnowledgeError('bad-operand', `A filter is an object such as { name: "…" }, not ${printValue(given)}.`);

export const undefinedCondition = (place: string): KnowledgeError =>
  new KnowledgeError(
    'bad-operand',
    `"${place}" is no condition: its value was not set. Leave it out, or find missing values with { eq: null }.`,
  );

export const emptyCondition = ({ name }: Pick<Property, 'name'>, known: readonly string[]): KnowledgeError =>
  new KnowledgeError('empty-filter', `"${name}: {}" asks nothing. Give one of ${known.join(', ')}, or leave it out.`);

export const severalNegated = (): KnowledgeError =>
  new KnowledgeError(
    'bad-operand',
    '"NOT" takes one filter, not a list. Write NOT: { OR: [...] } or NOT: { AND: [...] }.',
  );

export const emptyTypes = (): KnowledgeError =>
  new KnowledgeError('empty-filter', '"ofType" names no type and would keep nothing. Name one, or leave the step out.');

export const emptyBranch = (operator: 'OR' | 'NOT'): KnowledgeError =>
  new KnowledgeError('empty-filter', `"${operator}" holds a filter without a condition. Leave it out, or say one.`);

export const emptyOrder = (): KnowledgeError =>
  new KnowledgeError('ambiguous-order', "An order names a property. Write order('name') or order({ name: 'DESC' }).");

export const severalOrders = (names: readonly string[]): KnowledgeError =>
  new KnowledgeError(
    'ambiguous-order',
    `An order by several properties at once (${names.join(', ')}) says not which comes first. Give one object for each: ` +
      `order({ ${names[0]}: 'ASC' }, { ${names[1]}: 'ASC' }).`,
  );

export const endlessRepeat = (): KnowledgeError =>
  new KnowledgeError(
    'endless-repeat',
    'A step repeated along every path never ends on a circle. Say how many "times", or leave out "dedupe: false".',
  );

export const fruitlessRepeat = (): KnowledgeError =>
  new KnowledgeError(
    'fruitless-repeat',
    'A step repeated to the end passes on nothing without "until". Leave out "emit: false".',
  );

export const strayStep = (method: string): KnowledgeError =>
  new KnowledgeError(
    'stray-step',
    `The step given to "${method}" must go on with the walk it is given: ${method}((at) => at.out('…')).`,
  );

export const badMaxHops = (given: number, most: number): KnowledgeError =>
  new KnowledgeError('bad-max-hops', `A path may have 1 to ${most} hops, not ${given}. Give maxHops in that range.`);

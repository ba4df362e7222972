/**
 * Two nodes of one type that share a name or an alias cannot be told apart by it: worth a look, and no error. Where a
 * judgement keeps them apart, somebody has looked.
 */
import { foldText } from '../../base/fold-text.ts';
import type { NodeFact } from '../../facts/fact.ts';
import { ambiguousName } from '../problems.ts';
import type { CheckSubject } from './fact-check.ts';

export function checkDistinctNames({ nodes, places, problems, judgements }: CheckSubject): void {
  const owners = new Map<string, NodeFact>();
  const apart = judgements
    .filter((it) => it.says === 'different-from')
    .map(({ ids }) => new Set(ids.map((it) => it.id)));
  for (const node of nodes) {
    const { name, aliases } = node.properties;
    const check = (text: unknown, part: string, index: number): void => {
      const key = `${node.type} ${foldText(String(text))}`;
      const owner = owners.get(key);
      if (!owner) owners.set(key, node);
      else if (owner.id !== node.id && !apart.some((ids) => ids.has(owner.id) && ids.has(node.id))) {
        const at = places.of(node, part, index);
        problems.warning(ambiguousName, at, String(text), node, owner, owner.at);
      }
    };
    if (name !== undefined) check(name, 'name', 0);
    for (const [index, alias] of (Array.isArray(aliases) ? aliases : []).entries()) check(alias, 'aliases', index);
  }
}

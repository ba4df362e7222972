/**
 * How well a statement is supported, and who says otherwise. Ends may be names, however spelt.
 *
 *     node examples/dist/check-claim.js Kazakhstan co-launched "Global Initiative"
 */
import { openGraph } from 'diplograph';

const [from = 'Kazakhstan', type = 'co-launched', to = 'Global Initiative'] = process.argv.slice(2);
const graph = await openGraph();

const [subject, object] = [from, to].map((name) => graph.node(name) ?? graph.find(name)[0]?.node);
if (!subject || !object) throw new Error(`Nothing is called "${subject ? to : from}".`);
const statements = graph
  .from(subject)
  .out()
  .is(object)
  .edges()
  .filter((it) => it.type === type);

console.log(`${subject.name} — ${type} → ${object.name}: ${statements.length || 'no'} statements`);
for (const statement of statements) {
  const { edge, corroboration, voices, derivations } = graph.why(statement);
  console.log(`${statement.modality}, ${statement.when ?? 'undated'}, confidence ${statement.confidence}`);
  for (const { id, node, locator, quotation } of edge.sources) {
    console.log(`  says ${node?.name ?? id}${locator ? `, ${locator}` : ''}${quotation ? `: "${quotation}"` : ''}`);
  }
  for (const { rule, sentence } of derivations) console.log(`  follows by ${rule}: ${sentence}`);
  if (corroboration) console.log(`  support: ${corroboration} (${voices.map((it) => it.name).join('; ')})`);
}
const rivals = graph.conflicts(subject).filter((it) => it.name === type && it.to?.id === object.id);
for (const { rivals: said } of rivals)
  console.log(`Sources disagree: ${said.map((it) => `${it.value} (${it.rank})`).join(', ')}`);

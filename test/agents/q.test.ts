import { test } from 'vitest';
import { openGraph } from '../../src/open-graph.ts';
import { askTool } from '../../src/agents/tool.ts';
import { getTool } from '../../src/agents/tools.ts';
import { printAnswer } from '../../src/agents/print-facts.ts';
import { defaultLimits } from '../../src/graphql/limits/query-limits.ts';
const Q: [string, string, object][] = [
 ['With whom did Kazakhstan launch the Global Initiative on IHL?', 'entity', {of:'initiative:global-ihl', via:['co-launched'], first: 20}],
 ['Who headed the ICRC in 2005?', 'entity', {of:'ICRC', via:['heads'], asOf:'2005'}],
 ['Who is president of the ICRC?', 'entity', {of:'ICRC', via:['heads'], asOf:'2025'}],
 ['Who represented Kazakhstan at the 34th International Conference?', 'entity', {of:'Kazakhstan', via:['represented'], asOf:'2024-10-30'}],
 ['How are Brazil and Kate Forbes connected?', 'connections', {from:'Brazil', to:'Kate Forbes', maxHops:4, first:2}],
 ['Was Swaziland a member of the UN in 1970?', 'search', {text:'Swaziland'}],
 ['UN membership of Eswatini 1970', 'entity', {of:'state:swz', via:['member-of'], asOf:'1970'}],
 ['What did Kazakhstan do in October 2024?', 'timeline', {of:'Kazakhstan', during:'2024-10'}],
 ['Why took Switzerland part in the conference', 'evidence', {from:'Switzerland', type:'participated-in', to:'34IC'}],
 ['launch date disagreement','evidence', {from:'Kazakhstan', type:'co-launched', to:'initiative:global-ihl'}],
 ['What without El.kz', 'evidence', {source:'source:el-kz-34ic'}],
 ['parties to AP III count', 'query', {query:'{ treaties(where:{id:{eq:"treaty:ap3"}}) { id name partiesConnection { totalCount } } }'}],
 ['Which states are elected to Standing Commission', 'entity', {of:'Standing Commission of the Red Cross and Red Crescent', first:10}],
 ['What is covered','dataset',{}],
];
test('x', async () => {
 const g = await openGraph();
 for (const [q,t,i] of Q) { try {
  const tool = getTool(t); const a = await askTool(tool,{view:g.view,about:g.about,limits:defaultLimits},i);
  const txt = printAnswer(tool.print(a),a);
  console.log('#####',q,JSON.stringify(a).length,txt.length); console.log(txt.slice(0,1500)); } catch(e) { console.log('#####',q,'ERR',(e as Error).message.slice(0,600)); } }
}, 60000);

/**
 * Makes `tables/state-beginnings.csv`: since when a state has been one.
 *
 *     node graph-data/make/state-beginnings.mjs [states-dated.csv.gz]
 *
 * The input is in `make/from/` (see its README): globalgov/manystates, with a beginning from each of its data sets GGO and
 * GW (CC BY 4.0). Only where both agree is a beginning said: to the day where they give the same day, to the year where
 * they give the same year. Of the small island states that GW leaves out, which became independent after 1945, GGO's year
 * is taken. A row with a known fault of either set gives the year at most.
 */
import { beside, readCsv, writeCsv } from './csv.mjs';

const islands = new Set('ATG DMA FSM GRD KIR KNA LCA NRU PLW STP SYC TON TUV VCT VUT WSM'.split(' '));
const former = new Map([['YMD', 'state:ymd']]);
const known = new Set(readCsv(beside('../tables/states.csv')).map((it) => it.iso3));

const rows = readCsv(process.argv[2] ?? beside('from/states-dated.csv.gz')).flatMap((it) => {
  const id = former.get(it.state) ?? (known.has(it.state) ? `state:${it.state.toLowerCase()}` : undefined);
  const founded = beginningOf(it);
  const sets = it.begin_gw ? 'GGO and GW' : 'GGO';
  return id && founded ? [{ id, founded, locator: `states: ${it.state}, begin, ${sets}` }] : [];
});
writeCsv(beside('../tables/state-beginnings.csv'), ['id', 'founded', 'locator'], rows);

function beginningOf({ state, begin_ggo: ggo, begin_gw: gw, fault }) {
  const year = (date) => (/^\d{4}/.test(date) ? date.slice(0, 4) : '');
  if (islands.has(state) && !gw) return year(ggo);
  if (!year(ggo) || year(ggo) !== year(gw)) return '';
  return ggo === gw && !fault ? ggo : year(ggo);
}

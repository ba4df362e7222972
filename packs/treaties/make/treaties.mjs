/**
 * Makes the tables of the pack: treaties on the environment, trade, health, labour and human rights, who signed them and who
 * is bound, beside those of the default world.
 *
 *     node packs/treaties/make/treaties.mjs [treaties.csv.gz] [treaty-parties.csv.gz] [core-treaty-parties.csv.gz] [states-dated.csv.gz]
 *
 * The inputs are those of the default world, in `graph-data/make/from/` (see its README): globalgov/manytreaties, set GGO.
 *
 * The set lists who is concerned by a text, and fills dates that it does not have. What this script decides:
 * - A treaty of the default world is not said again. One that is among the 93 whose dates were mended by hand is taken from those.
 * - Resolutions, reports, declarations and regulations are left out, and texts of ten or more under which nobody deposited
 *   anything, but for those on trade: the set names as parties whoever belonged to the body that adopted them. So is a code that
 *   several texts share, or none has, for its rows cannot be told apart.
 * - An amendment binds those who deposited something for it; rows of amendments without a deposit have dates of the parent.
 * - A day on which more than one in twenty of ten or more states did not exist yet is no day on which they signed, consented or
 *   were bound: it is a default of the source, and goes from all of them. So does any day of a state before its beginning, and a
 *   signature on the very day of that.
 * - A signature on the day of the consent or after it, or on the day from which a late-comer is bound, is an accession: no signature.
 *   Nor is one on the day on which a treaty of many entered into force.
 * - Nobody is bound who only signed, where others deposited something and the source gives the day of the treaty's own entry into
 *   force; nor for whom the source has it enter into force on 9999-12-31.
 * - An end before the beginning goes, and so does one that the source gives to ten or more states if it is impossible for one.
 * - An agreement of two is told of those whom its title names, for the codes err.
 * - Where the source has a state twice for one treaty, a column in which the two differ is left out.
 * - Territories, and states that ended before 1946, are no nodes here, and their rows go.
 *
 * `SHOW_LEFT=1` counts the rows by what became of them; `test/packs/treaties.test.ts` holds these counts.
 */
import { groupBy, readCsv, writeCsv } from '../../../graph-data/make/csv.mjs';
import { formerStates } from '../../../graph-data/make/former-states.mjs';
import { isNamed } from '../../../graph-data/make/named-in-title.mjs';
import { treaties as chosen } from '../../../graph-data/make/treaties-chosen.mjs';

const graphData = (name) => new URL(`../../../graph-data/${name}`, import.meta.url).pathname;
const table = (name) => new URL(`../tables/${name}`, import.meta.url).pathname;
const from = ['treaties', 'treaty-parties', 'core-treaty-parties', 'states-dated'];
const [texts, parties, mended, dated] = from.map((it, i) => process.argv[i + 2] ?? graphData(`make/from/${it}.csv.gz`));

const KINDS = new Set(['Agreement', 'Amendment', 'Protocol', 'MOU', 'Extending']);
const TOPICS = { Environment: 'environment', Trade: 'trade', Health: 'health', 'Human Rights': 'human-rights' };
/** From how many states on a common day may be a default of the source, and which share of them must not have existed. */
const MANY = 10;
const IMPOSSIBLE = 1 / 20;

const names = new Map(readCsv(graphData('tables/states.csv')).map((it) => [it.iso3, it.name]));
const former = new Map(formerStates.map((it) => [it.code, it]));
const begins = new Map(readCsv(dated).map((it) => [it.state, it.begin.replace('/', '')]));
const bilateral = readCsv(graphData('tables/bilateral-agreements.csv')).map((it) => it.code);
// The Geneva Conventions are one treaty there, under the code of the first.
const otherConventions = ['GA07FS_1949A', 'GNRTPW_1949A', 'LNG_1949A'];
const inDefault = new Set([...chosen.map((it) => it.code), ...bilateral, ...otherConventions]);
/**
 * Too thin there, or too often wrong: Nagoya, Minamata, migratory species, the law of the sea of 1958, civil liability for oil,
 * the Energy Charter and its protocol (consent of states that only signed).
 */
const UNSOUND = new Set(
  'NA09BD_2010P:CBD_1992A MNMTMR_2013A CNMSWA_1979A HIGHSS_1958A TRRSCZ_1958A CNTNNS_1958A FCLRHS_1958A CLC_1969A ENRGCT_1994A EC04EA_1994A'.split(
    ' ',
  ),
);
const mendedOf = groupBy(
  readCsv(mended).map((it) => ({ ...it, ratified: it.consent_date })),
  (it) => it.treaty,
);

const fate = {};
const count = (what, rows) => {
  fate[what] = (fate[what] ?? 0) + rows;
};

const rowsOf = groupBy(readCsv(parties), (it) => it.treaty);
const textsOf = groupBy(readCsv(texts), (it) => it.treaty);
const [treaties, signatures, bound] = [[], [], []];
for (const [code, rows] of rowsOf) {
  const [text, ...others] = textsOf.get(code) ?? [];
  if (inDefault.has(code)) count('in the default world', rows.length);
  else if (!text) count('without a title', rows.length);
  else if (others.length > 0) count('under a code that several texts share', rows.length);
  else if (!KINDS.has(text.kind) || /_\d{4}R/.test(code))
    count('of resolutions, reports, declarations and regulations', rows.length);
  else if (UNSOUND.has(code)) count('of treaties whose dates are too often wrong', rows.length);
  else if (!isTrade(text) && rows.length >= MANY && !rows.some((it) => it.ratified))
    count('of texts under which nobody deposited anything', rows.length);
  else add(text, rows);
}

/** Agreements on trade come from a list of their own, which has no deposits. */
function isTrade({ domain }) {
  return domain.split(',').includes('Trade');
}

/** One treaty, from the rows of its parties. */
function add(text, rows) {
  const { treaty: code, kind } = text;
  const known = mendedOf.get(code) ?? rows;
  const ofState = [...groupBy(known, (it) => it.state).values()].map(joined);
  const withNode = ofState.filter(({ state }) => nodeOf(state));
  const states = withNode.filter(
    ({ state }) => text.ambit !== 'Bilateral' || state === 'X-EU' || isNamed(state, text.title),
  );
  const nodeless = rows.filter((it) => !nodeOf(it.state)).length;
  count('of territories, former states and bodies without a node', nodeless);
  count('a second row of a state', rows.length - nodeless - withNode.length);
  count('of states that the title of an agreement of two does not name', withNode.length - states.length);
  for (const column of ['signed', 'ratified', 'in_force']) dropDefaults(states, column);
  dropEnds(states);
  const inForce = isDay(text.in_force) && text.in_force >= text.begin ? text.in_force : '';
  const takesDeposits = states.length >= MANY && states.some((it) => it.ratified);
  const said = states.map((it) => datesOf(it, { kind, begin: text.begin, inForce, takesDeposits }));
  const told = said.filter((it) => it.signed || it.since || it.until);
  count(
    kind === 'Amendment' ? 'of amendments without a deposit' : 'without a date that stands',
    said.length - told.length,
  );
  count('told', told.length);
  if (told.length < 2) {
    count('told', -told.length);
    count('the only one of its treaty', told.length);
    return;
  }
  const id = idOf(code);
  treaties.push({
    id,
    name: `${nameOf(text)} (${text.begin.slice(0, 4)})`,
    concluded: text.begin,
    inForce,
    topics: text.domain
      .split(',')
      .flatMap((it) => TOPICS[it] ?? [])
      .join(' '),
    code,
  });
  const group = (into, rest, pick) => {
    for (const of of groupBy(told.filter(pick), (it) => JSON.stringify(rest(it))).values()) {
      into.push({
        treaty: id,
        code,
        ...rest(of[0]),
        parties: of
          .map((it) => nodeOf(it.state))
          .sort()
          .join(' '),
      });
    }
  };
  group(
    signatures,
    (it) => ({ when: it.signed }),
    (it) => it.signed,
  );
  group(
    bound,
    ({ since, until, ratified, inForce, note }) => ({ when: `${since}/${until}`, ratified, inForce, note }),
    (it) => it.since || it.until,
  );
}

/** What is said of a state: when it signed, and from when to when it is bound. */
function datesOf({ state, signed, ratified, in_force, end, isNever }, { kind, begin, inForce, takesDeposits }) {
  if (kind === 'Amendment' && !ratified) return { state };
  if (ratified && begin && ratified < begin.slice(0, ratified.length)) ratified = '';
  if (isNever) ratified = '';
  let bound = isNever || (takesDeposits && signed && !ratified && in_force === inForce) ? '' : in_force;
  if (bound && ((begin && bound < begin) || (ratified && bound < ratified) || (inForce && bound < inForce))) bound = '';
  // Of many, nobody signs on the day on which the treaty enters into force.
  const isDefault = takesDeposits && signed === inForce && inForce > begin;
  const isAccession =
    signed && ((ratified && signed >= ratified) || (signed === in_force && inForce && signed > inForce));
  const since = bound || (ratified && inForce && ratified < inForce ? inForce : ratified);
  const note = since && !bound ? 'The source has no entry into force for it that fits; dated by the deposit.' : '';
  const until = end && since && end > since ? end : '';
  return {
    state,
    signed: isAccession || isDefault || (signed && begin && signed < begin) ? '' : signed,
    ratified,
    inForce: bound,
    since,
    until,
    note,
  };
}

/** `9999-12-31` and `2020-99-99` stand for what is not known. */
function isDay(text) {
  return /^(?!9999)\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text);
}

/** Rows of one state as one, and whether one of them says that it never entered into force for it: a column in which they differ is not known. */
function joined([first, ...others]) {
  const row = { ...first, isNever: [first, ...others].some((it) => it.in_force.startsWith('9999')) };
  for (const column of ['signed', 'ratified', 'in_force', 'end']) {
    if (!isDay(row[column]) || others.some((it) => it[column] !== first[column])) row[column] = '';
  }
  return row;
}

/** Takes days out that are not days on which these states did anything. */
function dropDefaults(states, column) {
  for (const [day, of] of groupBy(states, (it) => it[column])) {
    if (day === '') continue;
    const tooEarly = of.filter(
      ({ state }) => !existed(state, day) || (column === 'signed' && begins.get(state) === day),
    );
    const isDefault = of.length >= MANY && tooEarly.length > of.length * IMPOSSIBLE;
    for (const it of isDefault ? of : tooEarly) it[column] = '';
  }
}

function dropEnds(states) {
  for (const [day, of] of groupBy(states, (it) => it.end)) {
    if (day === '') continue;
    const isWrong = ({ signed, ratified, in_force }) => [signed, ratified, in_force].some((it) => it && it >= day);
    const wrong = of.filter(isWrong);
    for (const it of of.length >= MANY && wrong.length > 0 ? of : wrong) it.end = '';
  }
}

function existed(state, day) {
  const end = former.get(state)?.end;
  return day >= (begins.get(state) ?? '').slice(0, day.length) && (end === undefined || day <= end);
}

/** `state:kaz`, `org:eu`; undefined for territories and others. */
function nodeOf(code) {
  if (code === 'X-EU') return 'org:eu';
  return former.get(code)?.id ?? (names.has(code) ? `state:${code.toLowerCase()}` : undefined);
}

function idOf(code) {
  return code
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** A title in sentence case; one that only names states, as those on trade do, is said in words. */
function nameOf({ title, ...treaty }) {
  const small =
    /^(an?|and|at|between|by|concerning|for|from|in|into|of|on|or|regarding|relating|respecting|the|their|to|under|with|within)$/i;
  const words = title.replace(/\s+/g, ' ').trim().split(' ');
  const text = words.map((word, i) => (i > 0 && small.test(word) ? word.toLowerCase() : word)).join(' ');
  const isText =
    /agreement|treaty|convention|protocol|memorandum|notes?\b|arrangement|understanding|accord|charter|statute|act\b/i;
  if (isTrade(treaty) && !isText.test(text)) return `Trade agreement: ${text}`;
  return text.length <= 160 ? text : `${text.slice(0, text.lastIndexOf(' ', 158))} …`;
}

// Names that two treaties share say which code each has.
for (const of of groupBy(treaties, (it) => it.name.toLowerCase()).values()) {
  if (of.length > 1) for (const it of of) it.name = `${it.name.slice(0, -1)}, ${it.code})`;
}
writeCsv(table('treaties.csv.gz'), ['id', 'name', 'concluded', 'inForce', 'topics', 'code'], treaties);
writeCsv(table('treaty-signatures.csv.gz'), ['treaty', 'when', 'parties', 'code'], signatures);
writeCsv(table('treaty-parties.csv.gz'), ['treaty', 'when', 'ratified', 'inForce', 'note', 'parties', 'code'], bound);
if (process.env.SHOW_LEFT) process.stdout.write(`${JSON.stringify(fate, null, 2)}\n`);

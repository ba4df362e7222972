/**
 * Which speeches of one state were given by one person. A wrong join puts one person's speeches in another's mouth,
 * so that where the names leave a doubt, two persons remain; who knows better writes it into the judgements.
 */
import { groupBy } from './csv.mjs';
import { alike, distance, readName } from './names-of-speakers.mjs';

/** States whose names are written with the family name first as often as last. */
const familyFirst = new Set(['CHN', 'KOR', 'PRK', 'VNM', 'KHM', 'LAO', 'MNG', 'HUN', 'JPN', 'MMR', 'SGP']);
/** Family names of whole dynasties and of many: nobody is told apart by them. */
const dynasties = new Set(
  `saud sabah khalifa thani faisal nahyan maktoum dlamini bongo singh gandhi bandaranaike bhutto jugnauth castro abdulla abdullah
  abdallah nguyen kim lee park wang li khan mohamed mohammed ahmed ali hassan hussein bolkiah norodom sihanouk rana duvalier
  assad gnassingbe eyadema kabila obiang nguema mba ndong mobutu aliyev kirchner fernandez rodriguez gonzalez perez garcia
  lopez martinez hernandez sanchez silva santos pereira ramirez torres
  rahman choudhury chowdhury`.split(/\s+/),
);

/**
 * Groups of speeches, each one person's. `judgements` are pairs of names in a state that somebody looked at: `same` are
 * joined whatever the rules say, `different` never.
 */
export function personsOf(speeches, judgements) {
  const judged = judgements.map((it) => ({
    ...it,
    one: { key: readName(it.one, it.state).key, ...yearsOf(it.oneYears) },
    other: { key: readName(it.other, it.state).key, ...yearsOf(it.otherYears) },
  }));
  return [...groupBy(speeches, (it) => it.state)].flatMap(([state, of]) => {
    const here = judged.filter((it) => it.state === state);
    return personsOfState(state, of, here.filter((it) => it.verdict === 'same'), here.filter((it) => it.verdict === 'different'));
  });
}

const yearsOf = (text) => {
  const [from, to] = text === '' ? [0, 9999] : text.split('-').map(Number);
  return { from, to: to ?? from };
};

function personsOfState(state, speeches, same, different) {
  const spellings = [...groupBy(speeches, (it) => it.person)].flatMap(([text, of]) => {
    const name = readName(text, state);
    // One spelling of a family name alone may be of several persons, years apart.
    return name.full ? runs(of, 40).map((it) => ({ name, of: it })) : runs(of, gapOf(name)).map((it) => ({ name, of: it }));
  });
  const groups = spellings.map(({ name, of }, i) => ({ i, names: [name], of, parent: undefined }));
  const find = (group) => (group.parent ? find(group.parent) : group);
  const join = (a, b) => {
    const [one, other] = [find(a), find(b)];
    if (one === other) return;
    other.parent = one;
    one.names = [...one.names, ...other.names];
    one.of = [...one.of, ...other.of].sort((x, y) => x.year - y.year);
  };
  const roots = () => groups.filter((it) => !it.parent);
  const barred = (a, b) => different.some(({ one: x, other: y }) => (has(a, x) && has(b, y)) || (has(a, y) && has(b, x)));
  const may = (a, b) => !barred(a, b) && gendersAgree(a, b) && !speakTogether(a, b);

  for (const { one: x, other: y } of same) {
    const found = groups.filter((it) => has(it, x) || has(it, y));
    for (const it of found) join(found[0], it);
  }
  // The same words, in whatever order.
  joinAll(roots, join, (a, b) => may(a, b) && a.names.some((x) => b.names.some((y) => sameWords(x, y, gap(a, b)))));
  // A longer and a shorter form, or another spelling.
  joinAll(roots, join, (a, b) => may(a, b) && fullsAgree(a, b, gap(a, b)));
  // The same family name, one letter misread, a year or two apart.
  joinAll(roots, join, (a, b) => may(a, b) && isFamily(a) && isFamily(b) && gap(a, b) <= 2 && misread(a, b));
  // Family names alone with each other, then with the one full name that has them.
  joinAll(roots, join, (a, b) => may(a, b) && isFamily(a) && isFamily(b) && gap(a, b) <= Math.min(...[...a.names, ...b.names].map(gapOf)) && alikeFamily(a, b));
  for (const group of roots().filter(isFamily)) {
    if (group.parent) continue;
    const near = roots().filter((it) => !isFamily(it) && gap(it, group) <= 9 && hasFamily(it, group, state));
    const most = Math.min(...group.names.map(gapOf));
    if (near.length === 1 && gap(near[0], group) <= most && may(near[0], group)) join(near[0], group);
  }
  return roots().map(({ names, of }) => ({ state, names, of: [...of].sort((x, y) => x.year - y.year) }));
}

const has = (group, { key, from, to }) =>
  group.names.some((it) => it.key === key) && group.of.some((it) => it.year >= from && it.year <= to);

const gapOf = (name) => (name.full ? 40 : name.words.some((it) => dynasties.has(it) || it.length < 3) ? 1 : 6);

function runs(of, most) {
  const sorted = [...of].sort((x, y) => x.year - y.year);
  const found = [];
  for (const it of sorted) {
    if (found.length > 0 && it.year - found.at(-1).at(-1).year <= most) found.at(-1).push(it);
    else found.push([it]);
  }
  return found;
}

function joinAll(roots, join, fits) {
  let again = true;
  while (again) {
    again = false;
    const all = roots();
    for (let i = 0; i < all.length; i++) {
      for (let j = i + 1; j < all.length; j++) {
        if (all[i].parent || all[j].parent || !fits(all[i], all[j])) continue;
        join(all[i], all[j]);
        again = true;
      }
    }
  }
}

const isFamily = (group) => group.names.every((it) => !it.full);

function gendersAgree(a, b) {
  const of = (group) => new Set(group.names.map((it) => it.gender).filter((it) => it));
  const [x, y] = [of(a), of(b)];
  return x.size === 0 || y.size === 0 || [...x].some((it) => y.has(it));
}

/** Two who spoke for one state in one year are two, unless the corpus has one speech twice. */
const speakTogether = (a, b) => a.of.some((x) => b.of.some((y) => x.year === y.year && x.person !== y.person));

/** Years between two groups; nothing where they overlap. */
function gap(a, b) {
  let least = Number.POSITIVE_INFINITY;
  for (const x of a.of) for (const y of b.of) least = Math.min(least, Math.abs(x.year - y.year));
  return least;
}

function sameWords(a, b, years) {
  if (a.key !== b.key || a.full !== b.full || !a.full) return false;
  if ([a, b].some((it) => /\b(bin|ibn|bint)\b/i.test(it.text)) && !alike(a.words[0], b.words[0])) return false;
  const [x, y] = [a.initials.join(''), b.initials.join('')];
  // In Arabic names, father and son are each other's words in another order.
  const ordered = a.words.join(' ') === b.words.join(' ');
  return years <= (x !== y ? 6 : ordered ? 40 : 12);
}

function fullsAgree(a, b, years) {
  const [x, y] = [a, b].map((it) => it.names.filter((name) => name.full));
  if (x.length === 0 || y.length === 0) return false;
  return x.every((one) => y.every((other) => compatible(one, other))) && x.some((one) => y.some((other) => agrees(one, other) && years <= (Math.min(one.words.length, other.words.length) >= 3 ? 15 : 8)));
}

/** Whether nothing in two full names speaks against one person. */
const compatible = (a, b) => agrees(a, b) || left(a, b).length === 0 || left(b, a).length === 0;

const left = (a, b) => {
  const rest = [...b.words];
  return a.words.filter((word) => {
    const at = rest.findIndex((it) => alike(word, it));
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
};

/** Whether two full names are one: one has all words of the other, or all but for a space. */
function agrees(a, b) {
  const [more, less] = a.words.length >= b.words.length ? [a, b] : [b, a];
  const joined = Math.min(a.joined.length, b.joined.length) >= 9 && distance(a.joined, b.joined, 2) <= (Math.min(a.joined.length, b.joined.length) >= 14 ? 2 : 1);
  if (joined) return true;
  const missing = left(less, more);
  const [extraOne, missingOne] = [left(more, less)[0] ?? '', missing[0] ?? ''];
  if (more.words.length === less.words.length && missing.length === 1 && less.words.length >= 3) {
    return Math.min(extraOne.length, missingOne.length) >= 4 && extraOne[0] === missingOne[0] && distance(extraOne, missingOne, 2) <= 2;
  }
  if (missing.length > 0 || less.words.length < 1) return false;
  const extra = left(more, less);
  const dynastic = [...more.words, ...less.words].some((it) => dynasties.has(it));
  if (dynastic && !alike(more.words[0], less.words[0])) return false;
  // A son's name holds his father's: "Tamim bin Hamad bin Khalifa" is not "Hamad bin Khalifa".
  if (/\b(bin|ibn|bint)\b/i.test(more.text) && !alike(more.words[0], less.words[0])) return false;
  if (less.words.length >= 2) {
    // An initial that stands for none of the words of the longer name is somebody else's.
    const firsts = [...extra.map((it) => it[0]), ...more.initials];
    return less.initials.every((it) => more.initials.length === 0 && extra.length === 0 ? true : firsts.includes(it));
  }
  // "J. Smith" and "John Smith".
  return less.initials.length > 0 && extra.length > 0 && less.initials.every((it) => extra.some((word) => word[0] === it));
}

/** A family name alone is a slight thing: one letter may differ, in long ones. */
const near = (a, b) => a === b || (Math.min(a.length, b.length) >= 7 && distance(a, b, 1) <= 1);

const misread = (a, b) =>
  a.names.some((x) => b.names.some((y) => Math.min(x.joined.length, y.joined.length) >= 5 && gapOf(x) > 1 && gapOf(y) > 1 && distance(x.joined, y.joined, 1) <= 1));

function alikeFamily(a, b) {
  return a.names.some((x) => b.names.some((y) => x.key === y.key || x.joined === y.joined || (x.words.length === y.words.length && x.words.every((w, i) => near(w, y.words[i]))) || (Math.min(x.joined.length, y.joined.length) >= 8 && distance(x.joined, y.joined, 1) <= 1)));
}

/** Whether a full name of the one has the family name that the other is. */
function hasFamily(group, family, state) {
  return family.names.some((one) =>
    group.names.some((full) => {
      if (!full.full) return alikeFamily({ names: [one] }, { names: [full] });
      const places = full.words.map((_, i) => i).filter((i) => i > 0 || familyFirst.has(state) || full.words.length === 1);
      return one.words.every((word) => places.some((i) => near(word, full.words[i]))) || (one.joined.length >= 7 && full.joined.endsWith(one.joined));
    }),
  );
}

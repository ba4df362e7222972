/**
 * Whether the title of an agreement names a state: the codes of the data set err, and a title does not.
 *
 * Taiwan is under the code of China there, dependencies are under others, and a successor stands for a state that was before it.
 */
import { beside, readCsv } from './csv.mjs';

const names = new Map(readCsv(beside('../tables/states.csv')).map((it) => [it.iso3, it.name]));

/** How titles name a state: by the beginning of a long word of its name, or by one of these. */
const variants = {
  RUS: ['Soviet', 'USSR'], GBR: ['United Kingdom', 'Great Britain', 'British'], USA: ['American', 'United States', 'USA'], DEU: ['German'], FRA: ['French'],
  ESP: ['Spanish'], POL: ['Polish'], NLD: ['Dutch', 'Netherlands'], DNK: ['Danish'], CHE: ['Swiss'], EGY: ['United Arab Republic', 'UAR'], TUR: ['Turk'],
  CIV: ['Ivory Coast', 'Cote'], LKA: ['Ceylon'], MMR: ['Burma'], COD: ['Zaire'], SWZ: ['Swaziland'], CZE: ['Czech'], LAO: ['Lao'], ARE: ['UAE', 'Emirates'],
  KOR: ['Korea'], PRK: ["Democratic People's Republic of Korea", 'Democratic Peoples Republic of Korea', 'North Korea'], MKD: ['Macedonia'], IRL: ['Irish'],
  YUG: ['Yugoslav'], CSK: ['Czechoslovak'], DDR: ['German Democratic'], SCG: ['Serbia'], YMD: ['Democratic Yemen', 'Democratic Republic of Yemen'],
  PRT: ['Portug'], NZL: ['New Zealand'], ZAF: ['South Africa'], SAU: ['Saudi'], VNM: ['Viet'], IRN: ['Iran'], SYR: ['Syria'], BOL: ['Bolivia'], VEN: ['Venezuela'],
  MDA: ['Moldova'], TZA: ['Tanzania'], BRN: ['Brunei'], PNG: ['Papua'], OMN: ['Oman'], COG: ['Congo'], KGZ: ['Kyrgyz'], GRC: ['Hellenic', 'Greek'],
};
const general = /^(United|States|Republic|Democratic|Islands?|South|North|Korea|Guinea|Kingdom|Federated|Saint|Federation|Emirates|Arab|People|China|Congo|and|the)$/;

/** Whether `title` names the state of that code. */
export function isNamed(state, title) {
  const words = (names.get(state) ?? '').split(/[^\p{L}]+/u).filter((word) => word.length > 3 && (!general.test(word) || word === names.get(state)));
  const beginnings = [...(variants[state] ?? []), ...words.map((word) => word.slice(0, Math.max(4, word.length - 2)))];
  if ((state === 'USA' && /\bUS\b/.test(title)) || (state === 'GBR' && /\bUK\b/.test(title))) return true;
  if (state === 'CHN' && /taiwan|taipei/i.test(title)) return false;
  if (state === 'DEU' && /german democratic/i.test(title) && !/federal republic of germany/i.test(title)) return false;
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return beginnings.some((it) => plain.includes(it.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()));
}

/**
 * Titles in capitals as sentences: which words keep a capital letter is learnt from titles that are not in capitals, and
 * from the names of states; slips of the keyboard that would mislead a search are mended.
 */
import { beside, readCsv } from './csv.mjs';

const capital = new Map();
const lower = new Set();

for (const { name } of readCsv(beside('../tables/states.csv'))) {
  for (const word of name.split(/[^\p{L}]+/u)) if (/^\p{Lu}/u.test(word) && !/^(The|And|Of|Republic|Democratic|States|United|Islands?|Federation|People)$/.test(word)) capital.set(word.toUpperCase(), word);
}
for (const word of ('Israel Israeli Palestine Palestinian Palestinians Jerusalem Africa African Africans Namibia Golan Geneva Asia Cuba Mayotte America Latin Arab Antarctica Rhodesia Sahara Atlantic Pacific Caribbean Kampuchea Bosnia Herzegovina Yugoslavia Kosovo Timor Gaza Hebron Portuguese Portugal Falkland Indian Spanish French Soviet Salvador Europe Khmer Rouge Vienna Nairobi Beirut Pretoria Paris Halhul Quneitra Gibraltar Guam Tokelau Niue Helena Ifni Zimbabwe Lagos Chinese Islamic Arabic Nazism Zionism Ghana Somaliland David Caledonia African Saint Korea Congo Syrian Syria Vietnam Russia Laos Bahrain Dutch English Belgium').split(' ')) {
  capital.set(word.toUpperCase(), word);
}
for (const word of 'UN U.N. U.S. US USSR UNRWA IAEA ICJ OSCE UNCTAD PLO IMF UNESCO ECOSOC UNIDO OAU NATO NGO SALT II VII I S.C. G.A. U.K. UNEM GAOR NATIONS'.split(' ')) {
  capital.set(word, word === 'NATIONS' ? 'Nations' : word);
}
const slips = new Map(Object.entries({ TERRIROTIES: 'territories', TERRITPRIES: 'territories', POLIFERATION: 'proliferation', COERSION: 'coercion', DECOLOIZATION: 'decolonization', DECOLONIALIZATION: 'decolonization', PAUPA: 'Papua', PORTUGESE: 'Portuguese', INTERM: 'interim', CESSASION: 'cessation', SUADN: 'Sudan', APPROPROATIONS: 'appropriations', ANTARCITCA: 'Antarctica', NEGOTITATIONS: 'negotiations', CARRIBEAN: 'Caribbean', DISARMAMEMT: 'disarmament', DISARMEMENT: 'disarmament', IMPLEMENTATIOM: 'implementation', ARAPTHEID: 'apartheid', TRANFER: 'transfer', SAFTEY: 'safety', PROTOCAL: 'protocol', SACLE: 'scale', CALEDAR: 'calendar', IMPEDEMENTS: 'impediments', DISAPPEARENCES: 'disappearances', NOTIFCATION: 'notification', DESERTIFICATION: 'desertification', LEAR: 'nuclear', 'UN.': 'UN', MAINTAINENCE: 'maintenance', HEADQUATERS: 'headquarters', STRATIGIC: 'strategic' }));

export const words = {
  /** Takes over how a title that is not in capitals writes the words behind its first. */
  learn(title) {
    if (title === title.toUpperCase() || /^The |President:/.test(title)) return;
    for (const word of title.split(/[^\p{L}'.-]+/u).slice(1)) if (word && word === word.toLowerCase()) lower.add(word.toUpperCase());
  },
};

export function sentenceCase(title) {
  if (title !== title.toUpperCase()) return title;
  const cased = title.replaceAll('--', ': ').replace(/[\p{L}'.]+/gu, (word) => slips.get(word) ?? capital.get(word) ?? word.toLowerCase());
  const phrases = cased
    .replace(/\bunited (Nations|States|Kingdom|Arab)\b/gi, (_, it) => `United ${it[0].toUpperCase()}${it.slice(1)}`)
    .replace(/\bunited states\b/g, 'United States')
    .replace(/\bSouth africa\b/gi, 'South Africa')
    .replace(/\bsouth Africa\b/g, 'South Africa')
    .replace(/\bmiddle east\b/g, 'Middle East')
    .replace(/\bsouth atlantic\b/gi, 'South Atlantic')
    .replace(/\bindian ocean\b/gi, 'Indian Ocean')
    .replace(/\bgolan heights\b/gi, 'Golan Heights')
    .replace(/\bwestern sahara\b/gi, 'Western Sahara')
    .replace(/\bgeneva (convention|protocol)/gi, (_, it) => `Geneva ${it[0].toUpperCase()}${it.slice(1).toLowerCase()}`)
    .replace(/\bgeneral assembly\b/g, 'General Assembly')
    .replace(/\bsecurity council\b/g, 'Security Council')
    .replace(/\bhuman rights council\b/g, 'Human Rights Council')
    .replace(/\bworld war\b/g, 'World War')
    .replace(/\bleague of Arab states\b/g, 'League of Arab States');
  return phrases.charAt(0).toUpperCase() + phrases.slice(1);
}

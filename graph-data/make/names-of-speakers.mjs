/**
 * A speaker's name as the corpus writes it, taken apart: titles, particles and initials aside, what is left are the
 * words by which two spellings are compared.
 */

/** Titles and styles that are no part of a name. What is a title in one country and a name in another has its country. */
const titles = new Set(
  `mr mrs ms miss mme mister madam madame monsieur dr doctor sir lord lady dame baron baroness count prof professor sheikh
  shaikh sheik shaykh prince princess king queen emir amir sultan general gen colonel col lt lieutenant major maj captain
  capt commander brigadier admiral marshal honourable honorable hon rt right reverend monsignor cardinal archbishop
  excellency his her highness majesty royal serene hrh he she hh hm se comrade chief alhaji elhadj hadj hajj haji
  president jr junior sr the pehin dato datuk tun tan sri seri ii iii sayyid sayyed tunku infante ambassador minister
  dame taoiseach honourable crown hereditary grand duke viscount begum shri smt right ambassador eng engineer ing me`.split(/\s+/),
);
const titlesOf = { MMR: ['u', 'daw'], KHM: ['samdech', 'techo', 'akka', 'moha', 'sena', 'padei'], WSM: ['fiame', 'afioga'], FJI: ['ratu'] };
const women = /\b(mrs|ms|miss|mme|madam|madame|princess|queen|lady|dame|baroness|begum|daw)\b/;
const men = /\b(mr|sir|lord|prince|king|sheikh|shaikh|sheik|shaykh|monsieur|emir|sultan|monsignor|cardinal|archbishop|u)\b/;
const particles = new Set(
  'al el as ash ar an ad de da do dos das del della di du le la les van von der den ter ten bin ibn ben ould bint y e und of ul ur und i zu wa st sm ml na af cl mc'.split(' '),
);
const lookAlikes = { а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', х: 'x', у: 'y', і: 'i', К: 'K', М: 'M', О: 'O', А: 'A', Е: 'E', Н: 'H', Т: 'T', С: 'C', Р: 'P', В: 'B', ο: 'o', α: 'a', Α: 'A', Ο: 'O', Ι: 'I', Ν: 'N', Κ: 'K' };
const plain = { đ: 'd', ð: 'd', ø: 'o', ł: 'l', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ə: 'a' };
const digits = { 0: 'o', 1: 'i', 6: 'o' };

/** Lower case, without accents, apostrophes, look-alike letters and digits read for letters. */
export const fold = (text) =>
  [...text]
    .map((sign) => lookAlikes[sign] ?? sign)
    .join('')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[đðøłıßæœþə]/g, (sign) => plain[sign])
    .replace(/(?<=[a-z])[016]|[016](?=[a-z])/g, (sign) => digits[sign])
    .replace(/['’‘`´ʻʼ"“”*]/g, '')
    .replace(/[^a-z]+/g, ' ')
    .trim();

/** What a spelling says: words, initials, whether it is a family name alone, and whether of a woman or of a man. */
export function readName(text, state) {
  const own = new Set(titlesOf[state] ?? []);
  const folded = fold(text.replace(/\b[HS]\.\s?E\.?\s/g, ' ').replace(/\([^)]*\)/g, ' ').replace(/,?\s+(M\.?P|MBBS|Q\.?C)\b.*$|,(\s*[A-Z][A-Za-z]{1,4},?)+$/, ' '));
  const all = folded.split(' ').filter((word) => word !== '');
  let words = all.filter((word) => !titles.has(word) && !own.has(word));
  if (words.filter((word) => word.length > 1).length === 0) words = all;
  const initials = words.filter((word) => word.length === 1);
  const long = words.filter((word) => word.length > 1);
  const names = long.filter((word) => !particles.has(word));
  const kept = names.length > 0 ? names : long;
  const gender = women.test(folded) ? 'F' : men.test(folded) && state !== 'MMR' ? 'M' : undefined;
  return { text, words: kept, key: [...kept].sort().join(' '), joined: words.join(''), initials, gender, full: kept.length + initials.length > 1 };
}

/** Edit distance, at most `most`; more than that is `most + 1`. */
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return Math.min(row[b.length], most + 1);
}

/** Whether two words are one, spelt differently. Short words must be the same. */
export const alike = (a, b) => {
  if (a === b) return true;
  const shorter = Math.min(a.length, b.length);
  return shorter >= 5 && distance(a, b, shorter >= 8 ? 2 : 1) <= (shorter >= 8 ? 2 : 1);
};

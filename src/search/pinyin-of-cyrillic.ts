/**
 * Chinese names as Russian and the languages of Central Asia write them: Palladius's system has a Cyrillic spelling for each
 * syllable, which by its letters alone sounds like another name ("Ван И" like "Van I", and is Wang Yi).
 */

const pairs = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(text.split(', ').map((it) => it.split(' ') as [string, string]));
const initials = pairs(
  'б b, п p, м m, ф f, д d, т t, н n, л l, г g, к k, х h, чж zh, ч ch, ш sh, ж r, цз z, ц c, с s, в w',
);
/** Before и and the vowels that begin with it. */
const palatals = pairs('цз j, ц q, с x');
const finals = pairs(
  'яо iao, янь ian, ян iang, я ia, е ie, инь in, ин ing, и i, ы i, юань uan, юнь un, юн iong, юэ ue, юй u, ю iu, уань uan, ' +
    'уан uang, уай uai, уэй ui, уй ui, унь un, ун ong, уа ua, у u, ань an, ан ang, ай ai, ао ao, а a, эй ei, энь en, эн eng, ' +
    'эр er, э e, оу ou, о uo',
);
/** Without a consonant before them, finals are spelt with one. */
const alone: readonly (readonly [RegExp, string])[] = [
  [/^(?:in|ing|i)$/, 'y$&'],
  [/^iu$/, 'you'],
  [/^iong$/, 'yong'],
  [/^i/, 'y'],
  [/^u$/, 'wu'],
  [/^uo$/, 'o'],
];

const longestFirst = (of: object): string[] => Object.keys(of).sort((a, b) => b.length - a.length);
/** Before a vowel, н begins the next syllable. */
const FINALS = longestFirst(finals).map((it) => (it.endsWith('н') ? `${it}(?![аоуэыиеюя])` : it));
const SYLLABLES = new RegExp(`(${longestFirst(initials).join('|')})?(${FINALS.join('|')})`, 'g');
/** No name is longer. */
const LONGEST = 40;

/**
 * The text in pinyin, where it can be a Chinese name of two words or three; undefined where it cannot.
 * @example
 * pinyinOfCyrillic('Си Цзиньпин') // 'xi jinping'
 */
export function pinyinOfCyrillic(text: string): string | undefined {
  const name = text.trim().toLowerCase();
  const words = name.split(' ').length;
  if (name.length > LONGEST || words < 2 || words > 3) return undefined;
  let read = words - 1;
  const pinyin = name.replace(SYLLABLES, (syllable: string, initial: string | undefined, final: string) => {
    read += syllable.length;
    const vowels = finals[final]!;
    const isPalatal = /^[иеяю]/.test(final);
    if (initial === undefined) return isPalatal && vowels.startsWith('u') ? `y${vowels}` : spelt(vowels);
    const consonant = (isPalatal ? palatals[initial] : undefined) ?? initials[initial]!;
    return consonant + (/[bpmfw]/.test(consonant) && vowels === 'uo' ? 'o' : vowels);
  });
  return read === name.length ? pinyin : undefined;
}

function spelt(vowels: string): string {
  const rule = alone.find(([form]) => form.test(vowels));
  return rule ? vowels.replace(...rule) : vowels;
}

/**
 * The forms of English verbs and the plurals of nouns, so that a pattern names a verb once.
 */

/** What forms a word may be: one word is often several ("attended"). */
export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ing';

/** base past participle, where they are not regular. */
const IRREGULAR = new Map(
  `be was been;become became become;begin began begun;bring brought brought;build built built;choose chose chosen;
come came come;deal dealt dealt;draw drew drawn;find found found;forge forged forged;get got got;give gave given;go went gone;
hold held held;keep kept kept;lead led led;leave left left;lay laid laid;make made made;meet met met;pay paid paid;put put put;
rise rose risen;say said said;see saw seen;send sent sent;set set set;sit sat sat;speak spoke spoken;
stand stood stood;strike struck struck;take took taken;tell told told;undertake undertook undertaken;
write wrote written;withdraw withdrew withdrawn;swear swore sworn;do did done;have had had;host hosted hosted;
visit visited visited;edit edited edited;limit limited limited;broker brokered brokered;offer offered offered;
enter entered entered;order ordered ordered;deliver delivered delivered;gather gathered gathered;foster fostered fostered;
chair chaired chaired;pen penned penned;table tabled tabled;mediate mediated mediated;join joined joined;
consider considered considered;inform informed informed;invite invited invited;shelter sheltered sheltered;
open opened opened;commit committed committed;fly flew flown;win won won;hand handed handed;shake shook shaken;fall fell fallen;know knew known;grow grew grown;
sell sold sold;buy bought bought;fight fought fought;hear heard heard;lose lost lost;quit quit quit;run ran run;seek sought sought;show showed shown;spend spent spent;wind wound wound;cast cast cast;confer conferred conferred;transfer transferred transferred;wrap wrapped wrapped;credit credited credited;veto vetoed vetoed;helm helmed helmed`
    .split(/;\s*/)
    .map((it) => it.trim().split(' ') as [string, string, string])
    .map(([base, past, participle]) => [base, { past, participle }]),
);

/** All forms of a verb, each with what it may be. */
export function verbForms(base: string): Map<string, Set<VerbForm>> {
  const forms = new Map<string, Set<VerbForm>>();
  const add = (form: string, kind: VerbForm): void => {
    forms.set(form, (forms.get(form) ?? new Set()).add(kind));
  };
  const irregular = IRREGULAR.get(base);
  const regular = pastOf(base);
  add(base, 'base');
  add(
    /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`,
    's',
  );
  add(irregular?.past ?? regular, 'past');
  add(irregular?.participle ?? regular, 'participle');
  add(ingOf(base, irregular?.past ?? regular), 'ing');
  // "travelled" and "traveled"
  if (/[^aeiou][aeiou]l$/.test(base)) for (const kind of ['past', 'participle'] as const) add(`${base}led`, kind);
  if (/[^aeiou][aeiou]l$/.test(base)) add(`${base}ling`, 'ing');
  if (base === 'be') for (const form of ['is', 'are', 'am']) add(form, 's');
  if (base === 'be') add('were', 'past');
  return forms;
}

function pastOf(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return doubles(base) ? `${base}${base.at(-1)}ed` : `${base}ed`;
}

function ingOf(base: string, past: string): string {
  if (/[^eo]e$/.test(base) && base !== 'be') return `${base.slice(0, -1)}ing`;
  // A verb whose past doubles its last letter does so here: "committed", "committing".
  const doubled = `${base}${base.at(-1)}`;
  return past.startsWith(doubled) || ['set', 'put', 'get', 'sit'].includes(base) ? `${doubled}ing` : `${base}ing`;
}

/** Short verbs with one vowel before one consonant: "ban", "plan". */
const doubles = (base: string): boolean =>
  /^[^aeiou]*[aeiou][bdglmnprt]$/.test(base) || /(?:mit|fer|cur|pel)$/.test(base);

/** A noun and its plural. */
export function nounForms(noun: string): string[] {
  if (noun.endsWith('s')) return [noun];
  return [
    noun,
    /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : /(?:x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`,
  ];
}

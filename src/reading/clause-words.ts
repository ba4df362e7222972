/**
 * The closed sets of English words by which clauses are told apart.
 */

export const RELATIVE: ReadonlySet<string> = new Set(['which', 'who', 'whom', 'that', 'where']);
export const BOUNDARY: ReadonlySet<string> = new Set([
  ...RELATIVE,
  ...'while when because although though if whether unless but whose whereas'.split(' '),
]);
export const AUXILIARIES: ReadonlySet<string> = new Set(
  'be is are was were been being am has have had having will would shall should may might can could must do does did'.split(
    ' ',
  ),
);
export const SKIPPED: ReadonlySet<string> = new Set(['ADV', 'PART', 'AUX']);
/** Verbs whose object does what their infinitive says: "urged Peru to attend". */
export const CONTROLS: ReadonlySet<string> = new Set(
  'invite invited invites inviting urge urged urges urging ask asked asks asking request requested requests call called calls calling on upon for encourage encouraged encourages allow allowed allows enable enabled send sent elect elected appoint appointed commission commissioned authorise authorised authorize authorized press pressed want wants wanted require required help helped'.split(
    ' ',
  ),
);
/** "two days of talks" are talks. */
export const MEASURES: ReadonlySet<string> = new Set('days hours weeks months rounds'.split(' '));

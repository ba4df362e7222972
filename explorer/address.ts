/**
 * Addresses: what chooses a view, read from and written to the query of an address, so that a copied one shows the same.
 *
 * Whatever an address says comes from a stranger: texts are cut at a length, lists at a number, unknown words are left out.
 */

/** What of the graph is seen. */
export interface View {
  /** A date in EDTF; all times without it. */
  readonly on?: string;
  readonly certain: boolean;
  readonly stated: boolean;
  /** The least confidence, from 0 to 1. */
  readonly trust?: number;
  /** Ids of sources that are left out. */
  readonly without: readonly string[];
  /** The script in which names are shown where things have one in it, such as `Cyrl`; the names of the data without it. */
  readonly names?: string;
}

const LONGEST_TEXT = 200;
const LONGEST_LIST = 200;

/** A text of an address; undefined where it is absent or blank. */
export function textOf(params: URLSearchParams, name: string): string | undefined {
  const text = params.get(name)?.trim().slice(0, LONGEST_TEXT);
  return text === '' ? undefined : text;
}

/** All values of a name: `c=state:kaz&c=state:bra`. */
export function textsOf(params: URLSearchParams, name: string): string[] {
  const texts = params.getAll(name).map((it) => it.trim().slice(0, LONGEST_TEXT));
  return [...new Set(texts)].filter((it) => it !== '').slice(0, LONGEST_LIST);
}

export function numberOf(params: URLSearchParams, name: string, least: number, most: number): number | undefined {
  const text = textOf(params, name);
  const number = text === undefined ? Number.NaN : Number(text);
  return number >= least && number <= most ? number : undefined;
}

/** The least confidence as an address has it, where it is none. */
export const badTrust = (params: URLSearchParams): string | undefined =>
  numberOf(params, 'trust', 0, 1) === undefined ? textOf(params, 'trust') : undefined;

export function readView(params: URLSearchParams): View {
  const on = textOf(params, 'on');
  const trust = numberOf(params, 'trust', 0, 1);
  const names = textOf(params, 'names');
  return {
    ...(on !== undefined && { on }),
    certain: params.get('certain') === '1',
    stated: params.get('stated') === '1',
    ...(trust !== undefined && trust > 0 && { trust }),
    without: textsOf(params, 'without'),
    ...(names !== undefined && isScript(names) && { names }),
  };
}

/** Whether it is the code of a script that Unicode has. */
function isScript(text: string): boolean {
  try {
    return /^[A-Z][a-z]{3}$/.test(text) && new RegExp(`\\p{Script=${text}}`, 'u') !== undefined;
  } catch {
    return false;
  }
}

export function writeView(view: View, params: URLSearchParams = new URLSearchParams()): URLSearchParams {
  if (view.on !== undefined) params.set('on', view.on);
  if (view.certain) params.set('certain', '1');
  if (view.stated) params.set('stated', '1');
  if (view.trust !== undefined) params.set('trust', String(view.trust));
  for (const source of view.without) params.append('without', source);
  if (view.names !== undefined) params.set('names', view.names);
  return params;
}

/** The directives of an operation that sees this view; `certain` needs a date to be certain on. */
export function directivesOf(view: View, certain: boolean = view.certain): string {
  const quoted = (text: string): string => JSON.stringify(text);
  return [
    view.on === undefined ? '' : `@asOf(date: ${quoted(view.on)}, mode: ${certain ? 'CERTAIN' : 'POSSIBLE'})`,
    view.stated ? '@stated' : '',
    view.trust === undefined ? '' : `@trust(min: ${view.trust})`,
    view.without.length === 0 ? '' : `@sources(except: [${view.without.map(quoted).join(', ')}])`,
  ]
    .filter((it) => it !== '')
    .join(' ');
}

/** An address below the base, with the parameters that say something. */
export function addressOf(path: string, params: URLSearchParams = new URLSearchParams()): string {
  const query = params.toString().replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%7E', '~');
  return query === '' ? path : `${path}?${query}`;
}

/** The page of a thing, in this view. Ids hold colons, which addresses may. */
export const entityAddress = (id: string, view?: View): string =>
  addressOf(`/entity/${encodeId(id)}`, view && writeView(view));
export const edgeAddress = (id: string, view?: View): string =>
  addressOf(`/edge/${encodeId(id)}`, view && writeView(view));
export const sourceAddress = (id: string): string => `/source/${encodeId(id)}`;
/** The picture of what is around a thing; of several things, what is between these alone. */
export function pictureAddress(things: readonly string[], view?: View): string {
  const params = new URLSearchParams();
  for (const thing of things) params.append(things.length === 1 ? 'c' : 'a', thing);
  return addressOf('/graph', view ? writeView(view, params) : params);
}

const encodeId = (id: string): string => encodeURIComponent(id).replaceAll('%3A', ':').replaceAll('%2F', '/');

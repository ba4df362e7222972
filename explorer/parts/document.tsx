/**
 * The frame of every page: the head, the search box, the view, and whatever the page has to say.
 */
import type { ComponentChildren, JSX } from 'preact';
import { readView, type View, writeView } from '../address.ts';
import type { Look } from '../look.ts';
import type { StoryStep } from '../story.ts';
import { words } from '../words.ts';
import { KeyList } from './key-list.tsx';
import { scriptNames } from './properties.tsx';
import { StoryBar } from './story-bar.tsx';

/** Whose data these are, for captions and credits, and what of the page an operator allows. */
export interface Credit {
  readonly name: string;
  readonly version?: string | undefined;
  readonly licence?: string | undefined;
  /** Whether there is a query editor to link to. */
  readonly editor: boolean;
  /** Whether other sites may show views in frames. */
  readonly embeddable: boolean;
}

/** What every page is given. */
export interface Site {
  readonly credit: Credit;
  readonly look: Look;
  /** The scripts in which things have names. */
  readonly scripts: readonly string[];
  /** Names of the built script and style. */
  readonly script: string;
  readonly style: string;
  readonly indexable: boolean;
  readonly params: URLSearchParams;
  readonly path: string;
  readonly story?: StoryStep | undefined;
}

/** What an address leads to: a page with its status, or where the same thing is found today. */
export type Page = { readonly page: JSX.Element; readonly status?: number } | { readonly location: string };

interface DocumentProps {
  readonly site: Site;
  readonly title: string;
  readonly description?: string;
  /** JSON-LD of what the page is about. */
  readonly data?: unknown;
  /** Other forms of the page: media type → address. */
  readonly alternates?: Readonly<Record<string, string>>;
  /** Whether the view can be chosen here. */
  readonly viewed?: boolean;
  readonly wide?: boolean;
  /** Without header and footer, to stand in a frame of another site. */
  readonly bare?: boolean;
  readonly children: ComponentChildren;
}

export function Document(props: DocumentProps): JSX.Element {
  const {
    site,
    title,
    description,
    data,
    alternates = {},
    viewed = false,
    wide = false,
    bare = false,
    children,
  } = props;
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title === '' ? site.credit.name : `${title} – ${site.credit.name}`}</title>
        {description && <meta name="description" content={description} />}
        {!site.indexable && <meta name="robots" content="noindex" />}
        <link rel="icon" type="image/svg+xml" href="/explorer/icon.svg" />
        <link rel="stylesheet" href={site.style} />
        {Object.entries(alternates).map(([type, href]) => (
          <link key={type} rel="alternate" type={type} href={href} />
        ))}
        {data !== undefined && (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON whose every < is escaped.
          <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonInHtml(data) }} />
        )}
        <script type="module" src={site.script} />
      </head>
      <body class={bare ? 'bare' : ''}>
        {!bare && <Header site={site} />}
        {site.story && <StoryBar story={site.story} />}
        <main id="main" class={wide ? 'wide' : ''}>
          {viewed && <ViewForm site={site} />}
          {children}
        </main>
        {!bare && (
          <footer>
            <CreditLine credit={site.credit} />
          </footer>
        )}
        {!bare && <KeyList id="keys" keys={words.keys} />}
        {!bare && <dialog id="story-maker" aria-label={words.story.make} />}
      </body>
    </html>
  );
}

function Header({ site }: { readonly site: Site }): JSX.Element {
  return (
    <>
      <a class="skip" href="#main">
        {words.nav.skip}
      </a>
      <header class="top">
        <a class="brand" href="/">
          {words.product}
        </a>
        <form class="search" action="/search" role="search">
          <input
            type="search"
            name="q"
            placeholder={words.search.label}
            aria-label={words.search.label}
            autocomplete="off"
            maxLength={200}
            value={site.params.get('q') ?? ''}
          />
          <button type="submit">{words.search.button}</button>
        </form>
        <nav aria-label={words.nav.pages}>
          <a href="/graph">{words.nav.graph}</a>
          <a href="/path">{words.nav.path}</a>
          {site.credit.editor && <a href="/graphql">{words.nav.editor}</a>}
          {/* A script shows what needs one. */}
          <button type="button" id="make-story" hidden>
            {words.nav.story}
          </button>
        </nav>
      </header>
    </>
  );
}

/** Whose data these are, and under which licence. */
export function CreditLine({ credit: { name, version, licence } }: { readonly credit: Credit }): JSX.Element {
  return (
    <>
      {[name, version].filter(Boolean).join(' ')}
      {licence && `. ${words.licence}: ${licence}`}
    </>
  );
}

/** The date and the other choices of a view, as a plain form: it works without a script. */
export function ViewForm({ site }: { readonly site: Site }): JSX.Element {
  const view = readView(site.params);
  const others = [...site.params].filter(
    ([name]) => !['on', 'certain', 'stated', 'trust', 'without', 'names', 'all'].includes(name),
  );
  return (
    <form class="view" aria-label={words.view.heading}>
      <label>
        {words.view.heading}{' '}
        <input name="on" value={view.on ?? ''} size={12} placeholder="2024-10-30" title={words.view.hint} />
      </label>
      <label>
        <input type="checkbox" name="certain" value="1" checked={view.certain} /> {words.view.certain}
      </label>
      <label>
        <input type="checkbox" name="stated" value="1" checked={view.stated} /> {words.view.stated}
      </label>
      <label>
        {words.view.trust} <input name="trust" type="number" min={0} max={1} step={0.05} value={view.trust ?? ''} />
      </label>
      {view.without.map((source) => (
        <label key={source}>
          <input type="checkbox" name="without" value={source} checked /> {words.view.without} {source}
        </label>
      ))}
      <ScriptChoice scripts={site.scripts} chosen={view.names} />
      {others.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <button type="submit">{words.view.apply}</button>
      {view.certain && view.on === undefined && <p class="hint">{words.view.needsDate}</p>}
      {isNarrowed(view) && <a href={site.path}>{words.view.reset}</a>}
    </form>
  );
}

interface ScriptChoiceProps {
  readonly scripts: readonly string[];
  readonly chosen: string | undefined;
  readonly onChange?: (script: string) => void;
}

/** In which script names are shown, where things have names in several. */
export function ScriptChoice({ scripts, chosen, onChange }: ScriptChoiceProps): JSX.Element | null {
  if (scripts.length === 0) return null;
  return (
    <label>
      {words.view.names}{' '}
      <select name="names" onChange={(event) => onChange?.(event.currentTarget.value)}>
        <option value="">{words.view.asNamed}</option>
        {scripts.map((it) => (
          <option key={it} value={it} selected={it === chosen}>
            {scriptNames.of(it)}
          </option>
        ))}
      </select>
    </label>
  );
}

const isNarrowed = (view: View): boolean => writeView(view).size > 0;

/** JSON that cannot end the script element it stands in. */
const jsonInHtml = (data: unknown): string => JSON.stringify(data).replaceAll('<', '\\u003c');

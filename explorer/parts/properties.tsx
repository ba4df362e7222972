/**
 * The properties of a thing, as a list: addresses and sources are links, and each source has its place beside it.
 */
import type { JSX } from 'preact';
import { sourceAddress } from '../address.ts';
import { inWords, isAliases, nameOf, scriptOf } from '../ask.ts';
import type { EntityFields } from '../entity-data.ts';

export const scriptNames: Intl.DisplayNames = new Intl.DisplayNames('en', { type: 'script' });

export function Properties({ fields, sources }: EntityFields): JSX.Element {
  const locators = fields.find(({ field }) => field.name === 'locators')?.value;
  return (
    <dl class="properties">
      {fields.map(({ field, value }) => {
        // Places in sources stand beside these.
        if (field.name === 'locators' && sources.size > 0) return null;
        return (
          <div key={field.name}>
            <dt title={field.description}>{inWords(field.name)}</dt>
            <dd>
              {(isAliases(field.name) ? byScript([value].flat()) : [value].flat()).map((it, i, all) => {
                const script = isAliases(field.name) && scriptOf(String(it));
                const isFirst = script && (i === 0 || scriptOf(String(all[i - 1])) !== script);
                const source = field.name === 'sources' ? sources.get(String(it)) : undefined;
                return (
                  <span class="value" key={i}>
                    {isFirst && script !== 'Latn' && <span class="dim">{scriptNames.of(script)}: </span>}
                    {source ? (
                      <>
                        <a href={sourceAddress(source.id)}>
                          <bdi>{nameOf(source)}</bdi>
                        </a>
                        {Array.isArray(locators) && locators[i] && <span class="dim"> {locators[i]}</span>}
                      </>
                    ) : (
                      <Text value={it} />
                    )}
                  </span>
                );
              })}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Names in one script side by side, in the order in which scripts come first. */
function byScript(names: readonly unknown[]): readonly unknown[] {
  const scripts = [...new Set(names.map((it) => scriptOf(String(it))))];
  return scripts.flatMap((script) => names.filter((it) => scriptOf(String(it)) === script));
}

/** A text, a number, or whatever else a property holds; an address that a browser may follow is a link. */
export function Text({ value }: { readonly value: unknown }): JSX.Element {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  const url = safeUrl(text);
  if (!url) return <bdi>{text}</bdi>;
  return (
    <a href={url} rel="noreferrer noopener">
      {text}
    </a>
  );
}

/** An address that a browser may be sent to; others (`javascript:`) are not links. */
export function safeUrl(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\//i.test(url) ? url : undefined;
}

/**
 * Where the site stands below its host, by where this script is: `/x`, or nothing.
 *
 * Addresses are written from the root everywhere, in pages and in stories alike, so that they hold on another server too. The
 * base is put before them where they are used: in links by a hook of Preact, elsewhere by hand.
 */
import { options } from 'preact';

export const base: string = new URL(import.meta.url).pathname.replace(/\/explorer\/assets\/[^/]*$/, '');

/** The path of this page, from the root of the site. */
export const pathHere = (): string => location.pathname.slice(base.length) || '/';

const before = options.vnode;
options.vnode = (node) => {
  const props = node.props as { href?: unknown; action?: unknown };
  if (typeof node.type === 'string') {
    if (isOwn(props.href)) props.href = base + props.href;
    if (isOwn(props.action)) props.action = base + props.action;
  }
  before?.(node);
};

const isOwn = (address: unknown): address is string => typeof address === 'string' && address.startsWith('/');

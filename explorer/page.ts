/**
 * What an address leads to: a page with its status, or another address.
 */
import type { JSX } from 'preact';

export type Page =
  | { readonly page: JSX.Element; readonly status?: number }
  /** Where the same thing is found today. */
  | { readonly location: string };

/**
 * A whole number from an option.
 */
import { badNumber } from './problems.ts';

/** @throws Misuse `bad-number` */
export function readNumber(option: string, text: string, least: number, most: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw badNumber(option, text, least, most);
}

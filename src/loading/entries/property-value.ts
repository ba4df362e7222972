/**
 * What a property may hold: one table of kinds, read for YAML values and for the texts of table cells alike.
 *
 * In YAML a quoted "12" is a text; in a table everything is, so there the text decides alone.
 */
import { composed, isTorn } from '../../base/composed.ts';
import { didYouMean } from '../../base/did-you-mean.ts';
import { describeValue, type Located, type LocatedMap, type LocatedScalar, shorten } from '../../base/located.ts';
import { type ClockScalar, clockReaders } from '../../facts/clock-times.ts';
import type { PropertyValue, ScalarValue } from '../../facts/fact.ts';
import { dayOf, readPartialDate } from '../../facts/partial-date.ts';
import { faultOfPoint, isPointScalar, type PointScalar, pointOf, printPoint, readPoint } from '../../facts/points.ts';
import type { Property, ScalarName } from '../../ontology/ontology.ts';

/** Why a value does not fit: the end of a sentence that begins with the property's name. */
export interface ValueRefusal {
  readonly code: 'wrong-kind' | 'out-of-range' | 'bad-date' | 'bad-text' | 'unknown-value' | 'empty-value';
  readonly reason: string;
}

interface Kind {
  /** What it takes, in words. */
  readonly takes: string;
  /** The value of a text, or undefined when it is none. */
  fromText(text: string): ScalarValue | undefined;
  /** Whether YAML says it with a word or number of its own instead of a text. */
  readonly native: readonly ('number' | 'boolean' | 'bigint')[];
}

/** No XML can hold these, and ids are made of texts joined by the first of them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;
const LARGEST_INT = 2 ** 31 - 1;
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** As tables of other programs have them. */
const truths: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
  ['1', true],
  ['0', false],
  ['yes', true],
  ['no', false],
]);

/** Times of day and durations: the text, where it can be understood. */
function clock(scalar: ClockScalar, takes: string): Kind {
  return { takes, fromText: (text) => (clockReaders[scalar](text) === undefined ? undefined : text), native: [] };
}

/** Points: the one text of them. */
function point(scalar: PointScalar, takes: string): Kind {
  const fromText = (text: string): string | undefined => {
    const found = readPoint(scalar, text);
    return found && printPoint(found);
  };
  return { takes, fromText, native: [] };
}

const kinds: Readonly<Record<ScalarName, Kind>> = {
  ID: { takes: 'an id', fromText: composed, native: [] },
  String: { takes: 'a text', fromText: composed, native: [] },
  Int: {
    takes: `a whole number up to ${LARGEST_INT}`,
    // Other programs write 5 as 5.0.
    fromText: (text) => {
      const number = /^[+-]?\d+(?:\.0+)?$/.test(text) ? Number(text) : Number.NaN;
      return number >= -LARGEST_INT - 1 && number <= LARGEST_INT ? number : undefined;
    },
    native: ['number', 'bigint'],
  },
  Float: {
    takes: 'a number',
    fromText: (text) => (text !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined),
    native: ['number', 'bigint'],
  },
  BigInt: {
    takes: 'a whole number',
    fromText: (text) => (/^[+-]?\d+$/.test(text) ? BigInt(text.replace('+', '')) : undefined),
    native: ['number', 'bigint'],
  },
  Boolean: {
    takes: 'true or false',
    fromText: (text) => truths.get(text.toLowerCase()),
    native: ['boolean'],
  },
  Date: {
    takes: 'a full date such as 2024-10-28',
    fromText: (text) => (dayOf(text) === undefined ? undefined : text),
    native: [],
  },
  DateTime: {
    takes: 'a time with its zone such as 2024-10-28T09:00:00Z',
    fromText: (text) => (DATE_TIME.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined),
    native: [],
  },
  LocalDateTime: clock('LocalDateTime', 'a day and time without zone such as 2024-10-28T09:00:00'),
  Time: clock('Time', 'a time of day such as 09:00:00Z'),
  LocalTime: clock('LocalTime', 'a time of day without zone such as 09:00:00'),
  Duration: clock('Duration', 'a duration such as P1Y2M3DT4H'),
  Point: point('Point', 'a point such as { latitude: 51.13, longitude: 71.43 } or POINT (71.43 51.13)'),
  CartesianPoint: point('CartesianPoint', 'a point such as { x: 1, y: 2 } or POINT (1 2)'),
  Custom: { takes: 'a text', fromText: composed, native: [] },
  PartialDate: {
    takes: 'a date',
    // The text that is remembered, so that equal dates of a large table share one.
    fromText: (text) => {
      const date = readPartialDate(text);
      return 'validity' in date ? date.text : undefined;
    },
    native: [],
  },
};

/** The value of what YAML, or a caller's record, says. */
export function valueOfLocated(property: Property, located: Located): PropertyValue | ValueRefusal {
  if (property.list) {
    if (located.kind === 'list') return gather(located.items.map((it) => scalarOfLocated(property, it)));
    if (located.kind === 'scalar' && located.isCell) return gather([scalarOfLocated(property, located)]);
    const hint = located.kind === 'scalar' && located.value !== null ? `: write [${shorten(located.text)}]` : '';
    return { code: 'wrong-kind', reason: `takes a list, not ${describeValue(located)}${hint}` };
  }
  return scalarOfLocated(property, located);
}

export function isRefusal(value: PropertyValue | ValueRefusal): value is ValueRefusal {
  return typeof value === 'object' && 'reason' in value;
}

function gather(values: readonly (ScalarValue | ValueRefusal)[]): readonly ScalarValue[] | ValueRefusal {
  return values.find(isRefusal) ?? (values as readonly ScalarValue[]);
}

function scalarOfLocated(property: Property, located: Located): ScalarValue | ValueRefusal {
  if (located.kind === 'map') return pointOfLocated(property, located);
  if (located.kind !== 'scalar') return wrongKind(property, located);
  const { value, text, isCell } = located;
  if (isCell) return scalarOfText(property, text);
  if (value === null) return { code: 'empty-value', reason: 'has no value. Write one, or remove the line' };
  if ('enum' in property.kind)
    return typeof value === 'string' ? scalarOfText(property, text) : wrongKind(property, located);
  const { native } = kinds[property.kind.scalar];
  const fits = native.length === 0 ? typeof value !== 'boolean' : (native as readonly string[]).includes(typeof value);
  // A quoted "12" is a text to whoever wrote it; a plain 2024 where a date belongs is the text 2024.
  return fits ? scalarOfText(property, text) : wrongKind(property, located);
}

/** `{ latitude: 51.13, longitude: 71.43 }`: a point is written by its numbers. */
function pointOfLocated(property: Property, located: LocatedMap): ScalarValue | ValueRefusal {
  const { kind } = property;
  if (!('scalar' in kind) || !isPointScalar(kind.scalar)) return wrongKind(property, located);
  const numbers = [...located.entries].map(([name, { value }]) => [
    name,
    value.kind === 'scalar' && value.text.trim() !== '' ? Number(value.text) : undefined,
  ]);
  const found = pointOf(kind.scalar, Object.fromEntries(numbers));
  if (found) return printPoint(found);
  const fault = faultOfPoint(kind.scalar, Object.fromEntries(numbers));
  return fault === undefined ? wrongKind(property, located) : { code: 'out-of-range', reason: `has ${fault}` };
}

function scalarOfText(property: Property, text: string): ScalarValue | ValueRefusal {
  if (text === '') return { code: 'empty-value', reason: 'is empty. Write a value, or leave it out' };
  const { kind } = property;
  if ('enum' in kind) {
    const names = kind.enum.values.map((it) => it.name);
    if (names.includes(text)) return text;
    const known = names.length <= 12 ? ` It takes ${names.join(', ')}.` : '';
    const hint = didYouMean(text, names) || known;
    return { code: 'unknown-value', reason: `cannot be "${shorten(text)}".${hint}` };
  }
  const value = kinds[kind.scalar].fromText(text);
  if (value !== undefined) {
    const reason = typeof value === 'string' ? faultOfText(value) : undefined;
    return reason === undefined ? value : { code: 'bad-text', reason };
  }
  if (kind.scalar === 'PartialDate') {
    const date = readPartialDate(text);
    return { code: 'bad-date', reason: `cannot be "${shorten(text)}": ${'reason' in date ? date.reason : ''}` };
  }
  return {
    code: kind.scalar === 'Date' ? 'bad-date' : 'wrong-kind',
    reason: `takes ${takenBy(property)}, not "${shorten(text)}"`,
  };
}

function faultOfText(text: string): string | undefined {
  if (CONTROL.test(text)) return 'has a control character in it. Remove it';
  return isTorn(text) ? 'has half of a character in it, which no file can hold. Write the whole character' : undefined;
}

function wrongKind(property: Property, located: Located | LocatedScalar): ValueRefusal {
  return { code: 'wrong-kind', reason: `takes ${takenBy(property)}, not ${describeValue(located)}` };
}

function takenBy({ kind }: Property): string {
  return 'enum' in kind ? `one of ${kind.enum.name}` : kinds[kind.scalar].takes;
}

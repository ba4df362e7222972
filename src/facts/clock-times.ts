/**
 * Times of day, times without a zone, and durations, in forms that can be compared.
 *
 * Times without a zone are compared as texts: without the zeros at the end of a fraction their order is that of time.
 * Of durations only equality is told: whether a month is longer than thirty days depends on the month.
 */
export type ClockScalar = 'LocalDateTime' | 'Time' | 'LocalTime' | 'Duration';

const TIME = /^((?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d))?$/;
const LOCAL_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?$/;
const DURATION =
  /^(-?)P(?=[\dT-])(?:(-?\d+)Y)?(?:(-?\d+)M)?(?:(-?\d+)W)?(?:(-?\d+)D)?(?:T(?=[\d-])(?:(-?\d+)H)?(?:(-?\d+)M)?(?:(-?\d+(?:\.\d{1,9})?)S)?)?$/;

/** The comparable form of a text; undefined when it is none of its kind. */
export const clockReaders: Readonly<Record<ClockScalar, (text: string) => string | number | undefined>> = {
  LocalDateTime(text) {
    const [day = '', time] = text.split('T');
    const isDay = /^\d{4}-\d\d-\d\d$/.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day);
    return isDay && time !== undefined && LOCAL_TIME.test(time) ? `${day}T${trimmed(time)}` : undefined;
  },
  LocalTime: (text) => (LOCAL_TIME.test(text) ? trimmed(text) : undefined),
  /** Seconds since midnight in UTC. */
  Time(text) {
    const found = TIME.exec(text);
    if (!found) return undefined;
    const [, clock = '', seconds = '0', fraction = '0', sign, hours = '0', minutes = '0'] = found;
    const [hour = 0, minute = 0] = clock.split(':').map(Number);
    const offset = (sign === '-' ? -60 : 60) * (60 * Number(hours) + Number(minutes));
    return 3600 * hour + 60 * minute + Number(`${seconds}.${fraction}`) - offset;
  },
  /** Months, days and seconds, which do not convert into each other. */
  Duration(text) {
    const found = DURATION.exec(text);
    if (!found) return undefined;
    const [years, months, weeks, days, hours, minutes, seconds] = found.slice(2).map((it) => Number(it ?? 0));
    const sign = found[1] === '-' ? -1 : 1;
    const parts = [12 * years! + months!, 7 * weeks! + days!, 3600 * hours! + 60 * minutes! + seconds!];
    return parts.map((it) => sign * it || 0).join(' ');
  },
};

const trimmed = (time: string): string => time.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');

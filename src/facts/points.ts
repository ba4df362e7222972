/**
 * Points as texts, in the form of WKT, which other programs read: `POINT (71.43 51.13)`, `POINT Z (71.43 51.13 347)`.
 *
 * A `Point` lies on the earth (WGS 84): its first number is the longitude, the second the latitude, in degrees, the third the
 * height in metres. A `CartesianPoint` has x, y and z in whatever unit its author measures in.
 */

/** Longitude or x, latitude or y, and height or z where the point has one. */
export type Coordinates = readonly [number, number] | readonly [number, number, number];

export type PointScalar = 'Point' | 'CartesianPoint';

/** What the three numbers are called, in entries and in the API. */
export const coordinateNames: Readonly<Record<PointScalar, readonly [string, string, string]>> = {
  Point: ['longitude', 'latitude', 'height'],
  CartesianPoint: ['x', 'y', 'z'],
};

export const isPointScalar = (scalar: string): scalar is PointScalar =>
  scalar === 'Point' || scalar === 'CartesianPoint';

const NUMBER = String.raw`[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?`;
const WKT = new RegExp(String.raw`^POINT ?Z? ?\( ?(${NUMBER}) (${NUMBER})(?: (${NUMBER}))? ?\)$`, 'i');

/** The numbers of a text; undefined when it is no point, or one that is not on the earth. */
export function readPoint(scalar: PointScalar, text: string): Coordinates | undefined {
  const [, x, y, z] = WKT.exec(text.trim()) ?? [];
  if (x === undefined || y === undefined) return undefined;
  return fitting(scalar, z === undefined ? [Number(x), Number(y)] : [Number(x), Number(y), Number(z)]);
}

/** The numbers of `{ latitude, longitude, height }` or `{ x, y, z }`, missing ones undefined. */
export function pointOf(scalar: PointScalar, given: Readonly<Record<string, unknown>>): Coordinates | undefined {
  const names = coordinateNames[scalar];
  if (Object.keys(given).some((it) => !names.includes(it))) return undefined;
  const [x, y, z] = names.map((it) => given[it]);
  if (typeof x !== 'number' || typeof y !== 'number') return undefined;
  if (z == null) return fitting(scalar, [x, y]);
  return typeof z === 'number' ? fitting(scalar, [x, y, z]) : undefined;
}

/** What puts a point beside the earth: `the latitude 91, which lies between -90 and 90`. */
export function faultOfPoint(
  scalar: PointScalar,
  { longitude, latitude }: Readonly<Record<string, unknown>>,
): string | undefined {
  const [name, value, most] =
    Math.abs(Number(latitude)) > 90 ? ['latitude', latitude, 90] : ['longitude', longitude, 180];
  if (scalar !== 'Point' || !(Math.abs(Number(value)) > Number(most))) return undefined;
  return `the ${name} ${value}, which lies between -${most} and ${most}`;
}

function fitting(scalar: PointScalar, point: Coordinates): Coordinates | undefined {
  if (!point.every(Number.isFinite)) return undefined;
  return scalar === 'Point' && (Math.abs(point[0]) > 180 || Math.abs(point[1]) > 90) ? undefined : point;
}

/** The one text of a point: equal points are equal texts. */
export const printPoint = (point: Coordinates): string =>
  `POINT ${point.length === 3 ? 'Z ' : ''}(${point.map((it) => it + 0).join(' ')})`;

/** As Neo4j takes it, in metres. */
const EARTH_RADIUS = 6_378_140;

/**
 * The distance of two points, in metres on the earth (along a great circle, as Neo4j reckons it), else in the unit of their
 * numbers; undefined when only one of them has a height.
 */
export function distanceOf(scalar: PointScalar, one: Coordinates, other: Coordinates): number | undefined {
  if (one.length !== other.length) return undefined;
  const rise = (one[2] ?? 0) - (other[2] ?? 0);
  if (scalar === 'CartesianPoint') return Math.hypot(one[0] - other[0], one[1] - other[1], rise);
  const [lambda1, phi1, lambda2, phi2] = [one[0], one[1], other[0], other[1]].map((it) => (it * Math.PI) / 180) as [
    number,
    number,
    number,
    number,
  ];
  const chord =
    Math.sin((phi2 - phi1) / 2) ** 2 + Math.cos(phi1) * Math.cos(phi2) * Math.sin((lambda2 - lambda1) / 2) ** 2;
  const angle = 2 * Math.asin(Math.min(1, Math.sqrt(chord)));
  const height = ((one[2] ?? 0) + (other[2] ?? 0)) / 2;
  return Math.hypot((EARTH_RADIUS + height) * angle, rise);
}

/** The name and number of the coordinate system, as Neo4j has them. */
export function systemOf(
  scalar: PointScalar,
  { length }: Coordinates,
): { readonly crs: string; readonly srid: number } {
  if (scalar === 'Point') return length === 3 ? { crs: 'wgs-84-3d', srid: 4979 } : { crs: 'wgs-84', srid: 4326 };
  return length === 3 ? { crs: 'cartesian-3d', srid: 9157 } : { crs: 'cartesian', srid: 7203 };
}

import { expect, test } from 'vitest';
import { distanceOf, pointOf, printPoint, readPoint } from '../../src/facts/points.ts';

test('a point is one text, however it is written', () => {
  for (const text of ['POINT (71.43 51.13)', 'point(71.43 51.13)', 'POINT( 71.430 5.113e1 )']) {
    const point = readPoint('Point', text);
    expect(point && printPoint(point), text).toBe('POINT (71.43 51.13)');
  }
  const high = pointOf('Point', { latitude: -0, longitude: 0, height: 2 });
  expect(high && printPoint(high)).toBe('POINT Z (0 0 2)');
});

test('what lies nowhere on the earth is no point, nor is half of one', () => {
  for (const text of ['POINT (200 0)', 'POINT (0 91)', 'POINT (1)', 'POINT (1 2 3 4)', '1 2', 'POINT (a b)']) {
    expect(readPoint('Point', text), text).toBeUndefined();
  }
  expect(readPoint('CartesianPoint', 'POINT (200 -91)')).toEqual([200, -91]);
  expect(pointOf('Point', { latitude: 1 })).toBeUndefined();
  expect(pointOf('Point', { x: 1, y: 2 })).toBeUndefined();
});

test('distances are those along a great circle, and plain ones on paper', () => {
  const [astana, geneva] = [readPoint('Point', 'POINT (71.43 51.13)'), readPoint('Point', 'POINT (6.14 46.2)')];
  if (!astana || !geneva) throw new Error('no points');
  // By the spherical law of cosines.
  const [p1, p2] = [51.13, 46.2].map((it) => (it * Math.PI) / 180) as [number, number];
  const angle = Math.acos(
    Math.sin(p1) * Math.sin(p2) + Math.cos(p1) * Math.cos(p2) * Math.cos(((71.43 - 6.14) * Math.PI) / 180),
  );
  expect(distanceOf('Point', astana, geneva)).toBeCloseTo(6_378_140 * angle, 0);
  expect(distanceOf('Point', astana, astana)).toBe(0);
  expect(distanceOf('Point', [0, 0], [180, 0])).toBeCloseTo(6_378_140 * Math.PI, 5);
  expect(distanceOf('CartesianPoint', [0, 0], [3, 4])).toBe(5);
  expect(distanceOf('CartesianPoint', [0, 0, 0], [2, 3, 6])).toBe(7);
  expect(distanceOf('CartesianPoint', [0, 0], [2, 3, 6])).toBeUndefined();
});

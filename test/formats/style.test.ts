/**
 * The style table: every colour can be seen on both grounds, and every type of the shipped ontology has its own look.
 */
import { expect, test } from 'vitest';
import { edgeColour, edgeLine, nodeStyle } from '../../src/formats/style.ts';
import { seedGraph } from '../kit/seed-graph.ts';

const { nodeTypes, edgeTypes } = seedGraph().ontology;

/** Relative luminance, as the Web Content Accessibility Guidelines define it. */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((it) =>
    it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const contrast = (a: string, b: string): number => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

const colours = [
  ...[...nodeTypes.keys()].map((type, code) => nodeStyle(type, code).colour),
  ...[...edgeTypes.keys()].map(edgeColour),
  ...Array.from({ length: 12 }, (_, code) => nodeStyle('NoSuchType', code).colour),
];

test.each([...new Set(colours)])('%s stands out by 3 to 1 on white and on nearly black', (colour) => {
  expect(contrast(colour, '#ffffff')).toBeGreaterThanOrEqual(3);
  expect(contrast(colour, '#14171c')).toBeGreaterThanOrEqual(3);
});

test('no two node types of the shipped ontology look alike', () => {
  const looks = [...nodeTypes.keys()].map((type, code) => JSON.stringify(nodeStyle(type, code)));
  expect(new Set(looks).size).toBe(nodeTypes.size);
});

test('what is inferred, and what is only reported, is told by the line', () => {
  expect(edgeLine(false, 'FACT')).toBe('solid');
  expect(edgeLine(true, 'FACT')).toBe('dashed');
  expect(edgeLine(true, 'REPORTED')).toBe('dashed');
  expect(edgeLine(false, 'REPORTED')).toBe('dotted');
  expect(edgeLine(false, 'DENIED')).toBe('dotted');
});

/**
 * The resolvers of everything that `query.graphql` declares. A field without one is read off its value.
 */
import { analysisResolvers } from './analyses.ts';
import { datasetResolvers } from './dataset.ts';
import { disagreementResolvers } from './disagreements.ts';
import { edgeResolvers } from './edge.ts';
import { entityResolvers } from './entity.ts';
import { graphEdgeResolvers } from './graph-edge.ts';
import { neighbourhoodResolvers } from './neighbourhood.ts';
import type { OwnResolver, OwnResolvers } from './own-resolver.ts';
import { pathResolvers } from './paths.ts';
import { retractResolvers } from './retract.ts';
import { searchResolvers } from './search.ts';
import { timelineResolvers } from './timeline.ts';
import { whyResolvers } from './why.ts';

const parts: readonly OwnResolvers[] = [
  entityResolvers,
  graphEdgeResolvers,
  searchResolvers,
  pathResolvers,
  neighbourhoodResolvers,
  edgeResolvers,
  analysisResolvers,
  datasetResolvers,
  whyResolvers,
  disagreementResolvers,
  timelineResolvers,
  retractResolvers,
];

/** The resolver of an own field, when it has one. */
export function findOwnResolver(type: string, field: string): OwnResolver | undefined {
  for (const part of parts) {
    const resolver = part[type]?.[field];
    if (resolver) return resolver;
  }
  return undefined;
}

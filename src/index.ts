/**
 * The names of the package, in groups. Everything else may change without notice.
 */

// When something is wrong.
export { KnowledgeError } from './base/knowledge-error.ts';
export type { Position, Problem } from './base/problem.ts';
// What the graph of the package looks like: its nodes, what its edges carry, and the whole as `ShippedSchema`.
export type {
  AdoptionProperties,
  Conference,
  Conflict,
  Delegation,
  DeploymentProperties,
  EdgeProperties,
  ElectionProperties,
  Entity,
  Event,
  Initiative,
  Occasion,
  Office,
  Official,
  Organisation,
  Party,
  Place,
  RepatriationProperties,
  Resolution,
  Schema as ShippedSchema,
  Source,
  SpeakingProperties,
  State,
  Statement,
  TenureProperties,
  Topic,
  Treaty,
  TreatyProperties,
  UnnamedGroup,
  VoteProperties,
  WorkstreamProperties,
} from './generated/shipped-ontology.ts';
export type { ConnectionOptions } from './graph/connections.ts';
export { type Changed, type Difference, diff } from './graph/diff.ts';
// Edit, compare and save.
export type { Changes, Draft } from './graph/draft.ts';
// What questions are answered with.
export type { ExplainedEdge, ExplainedWay } from './graph/explained-edge.ts';
export type { FoundNode } from './graph/found-node.ts';
export type { Graph } from './graph/graph.ts';
export type { FoundCommunities, RankedObject } from './graph/measures.ts';
export type { QueryAnswer, QueryDocument } from './graph/query-document.ts';
export type { SaveOptions } from './graph/save-graph.ts';
export type { ToldConflict, ToldRival } from './graph/told-conflicts.ts';
export type { ToldRetraction } from './graph/told-retraction.ts';
export type { ToldEntry, ToldTimeline } from './graph/told-timeline.ts';
// The types of an ontology of one's own.
export type {
  AnyNode,
  AnyOntology,
  EdgeNamed,
  EdgeOf,
  NodeNamed,
  NodeOf,
  TypedOntology,
} from './ontology/typed-ontology.ts';
// Open a graph, and what one gets.
export { type FolderOptions, type GraphologyOptions, openGraph, type RecordOptions } from './open-graph.ts';
export type { EdgeWhere, NodeWhere } from './traversal/condition.ts';
export type { NodeName } from './traversal/named-nodes.ts';
export type { RepeatOptions } from './traversal/repeat-step.ts';
export type { WalkedPath } from './traversal/results.ts';
export type { Sequence } from './traversal/sequence.ts';
// Walks and what they give.
export type { Walk } from './traversal/walk.ts';

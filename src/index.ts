/**
 * The names of the package, in groups. Everything else may change without notice.
 */

// Open a graph, and what one gets.

export type { DatasetAbout } from './facts/dataset-about.ts';
export type { Graph } from './graph/graph.ts';
export type { GraphRecords } from './loading/load-records.ts';
export { type FolderOptions, type GraphologyOptions, openGraph, type RecordOptions } from './open-graph.ts';

// Walks: what may be asked of nodes and edges, and what they give.

export type { SortDirection } from './filters/comparable.ts';
export type { NodeName } from './traversal/named-nodes.ts';
export type { Sort } from './traversal/order.ts';
export type { RepeatOptions } from './traversal/repeat.ts';
export type { WalkedPath } from './traversal/results.ts';
export type { Sequence } from './traversal/sequence.ts';
export type { NestedWalk, Walk } from './traversal/walk.ts';
export type {
  Choice,
  Comparison,
  EdgeWhere,
  Joined,
  ListCondition,
  NodeWhere,
  PropertyCondition,
  TextCondition,
} from './traversal/where.ts';

// Views.

export type { Certainty } from './facts/validity.ts';
export type { Direction, GraphView } from './views/graph-view.ts';
export type { GraphologyAttributes } from './views/graphology-attributes.ts';
export type { GraphologyGraph } from './views/graphology-of.ts';
export type { AroundOptions } from './views/neighbourhoods.ts';
export type { SourceChoice } from './views/restrictions.ts';
export type { ViewSelection } from './views/select-view.ts';
export type { SimpleEdge } from './views/simple-projection.ts';

// Questions and their answers.

export type { Centrality, RankedNode } from './analysis/centrality.ts';
export type { CommunityOptions } from './analysis/communities.ts';
export type { Communities, Community, GroupCountOptions, NodeGroup } from './answers/analyses.ts';
export type { NodeAnswer } from './answers/answer-form.ts';
export type { Dataset, TypeCount } from './answers/dataset.ts';
export type { Disagreement, Rival } from './answers/disagreements.ts';
export type { CitedSource, EdgeAnswer, EdgeProperty } from './answers/edge-answer.ts';
export type { Neighbourhood, NeighbourhoodOptions } from './answers/neighbourhood.ts';
export type { GraphPath, PathHop, Paths, PathsOptions } from './answers/paths.ts';
export type { ArisenEdge, EdgeTypeCount, RetractedClaim, Retraction } from './answers/retraction.ts';
export type { Timeline, TimelineEntry, TimelineOptions } from './answers/timeline.ts';
export type { ExplainedDerivation, ExplainedEdge, Explanation, WhyOptions } from './answers/why.ts';
export type { CorroborationLevel, Voice } from './evidence/corroboration.ts';
export type { QueryAnswer, QueryDocument } from './graph/query-document.ts';
export type { Retracted } from './rules/retract.ts';
export type { MatchKind, SearchHit, SearchOptions } from './search/search-names.ts';

// Edit, compare, save, export and import.

export type { Claim } from './facts/claim.ts';
export type { EdgeFact, NodeFact } from './facts/fact.ts';
export type { WriteOptions } from './formats/format.ts';
export { type Changed, type Difference, diff } from './graph/diff.ts';
export type { Changes, Draft } from './graph/draft.ts';
export type { Import, ImportOptions } from './graph/import-graph.ts';
export type { SaveOptions } from './graph/save-graph.ts';
export type { Change, Planned } from './importing/plan-import.ts';

// When something is wrong.

export { KnowledgeError } from './base/knowledge-error.ts';
export type { Position, Problem } from './base/problem.ts';
export type { SourceFile } from './base/source-file.ts';

// An ontology: as a program reads it, and as TypeScript does.

export type { Ontology } from './ontology/ontology.ts';
export type {
  AnyNode,
  AnyOntology,
  AnyProperties,
  EdgeNamed,
  EdgeOf,
  EdgeTypeName,
  InterfaceName,
  NodeNamed,
  NodeOf,
  NodeShape,
  NodeTypeName,
  TypedOntology,
  TypedValue,
} from './ontology/typed-ontology.ts';

// The shipped ontology as types: nodes, what edges carry, enums, and the whole as `ShippedSchema`.

export type {
  AdoptionMode,
  AdoptionProperties,
  Capacity,
  Conference,
  Conflict,
  Consent,
  Delegation,
  DeploymentProperties,
  EdgeProperties,
  ElectionProperties,
  Entity,
  Event,
  EventKind,
  Initiative,
  InitiativeKind,
  Modality,
  Occasion,
  Office,
  OfficeKind,
  Official,
  Organisation,
  OrganisationKind,
  Party,
  Place,
  Rank,
  RegionalGroup,
  Reliability,
  RepatriationProperties,
  Resolution,
  ResolutionStatus,
  Schema as ShippedSchema,
  Source,
  SpeakingKind,
  SpeakingProperties,
  State,
  Statement,
  StatementKind,
  Status,
  TenureProperties,
  Topic,
  Treaty,
  TreatyProperties,
  UnnamedGroup,
  VotePosition,
  VoteProperties,
  WorkstreamProperties,
} from './generated/shipped-ontology.ts';

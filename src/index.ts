/**
 * The names of the package, in groups, each with a sentence. Everything else may change without notice.
 */

// Open a graph, and what one gets.

export type {
  /** What a collection of facts says of itself: name, version, licence, coverage. */ DatasetAbout,
} from './facts/dataset-about.ts';
export type {
  /** The graph as a program sees it: to walk, narrow, search, question, query, edit, save and export. */ Graph,
} from './graph/graph.ts';
export type {
  /** Nodes, edges and sources as plain objects, in the form of a dossier's entries. */ GraphRecords,
} from './loading/load-records.ts';
export { /** Connects to a graph that was loaded into a Neo4j. */ connectGraph } from './neo4j/connect-graph.ts';
export type {
  /** Where a Neo4j is, what of its graph is asked, and within which limits. */ ConnectOptions,
  /** A graph in a Neo4j, which answers GraphQL. */ Neo4jGraph,
} from './neo4j/neo4j-graph.ts';
export {
  /** Where a folder of facts lies, and where its graph is to be cached. */ type FolderOptions,
  /** A graphology graph to be opened, with its schema and rules. */ type GraphologyOptions,
  /** Opens a graph: the shipped one, a folder of facts, plain records or a graphology graph. */ openGraph,
  /** Plain records to be opened, with their schema and rules. */ type RecordOptions,
} from './open-graph.ts';

// Walks: what may be asked of nodes and edges, and what they give.

export type { /** The direction of a sort: ASC or DESC. */ SortDirection } from './filters/comparable.ts';
export type { /** What names a node: its id, or an object with one. */ NodeName } from './traversal/named-nodes.ts';
export type { /** What `order` takes: a property, with a direction or rising. */ Sort } from './traversal/order.ts';
export type {
  /** How often a step of a walk is repeated, until where, and what is passed on. */ RepeatOptions,
} from './traversal/repeat.ts';
export type { /** One path that a walk took, as nodes and edges. */ WalkedPath } from './traversal/results.ts';
export type { /** Things found one by one, when they are asked for. */ Sequence } from './traversal/sequence.ts';
export type {
  /** Steps to take from where a walk is, for `having`, `not` and `repeat`. */ NestedWalk,
  /** Where to start and which steps to take; run when results are asked for. */ Walk,
} from './traversal/walk.ts';
export type {
  /** A condition on a value of which equality alone is asked. */ Choice,
  /** A condition on a value with an order: numbers, days and moments. */ Comparison,
  /** Which edges a step follows: when they hold, and by what they carry. */ EdgeWhere,
  /** Conditions joined by AND, OR and NOT. */ Joined,
  /** A condition on a list. */ ListCondition,
  /** Which nodes a walk keeps, by their properties. */ NodeWhere,
  /** A condition on a property: a plain value, or operators. */ PropertyCondition,
  /** A condition on a text. */ TextCondition,
} from './traversal/where.ts';

// Views.

export type { /** How well edges have to be supported. */ SupportChoice } from './evidence/supported.ts';
export type {
  /** Whether no date speaks against it, or the dates leave no doubt: POSSIBLE or CERTAIN. */ Certainty,
} from './facts/validity.ts';
export type {
  /** Which way edges are followed: OUT, IN or BOTH. */ Direction,
  /** A graph and which of its nodes and edges count; `graph.view` is one. */ GraphView,
} from './views/graph-view.ts';
export type {
  /** The attributes of a node or an edge in a graphology graph. */ GraphologyAttributes,
} from './views/graphology-attributes.ts';
export type { /** A view as a read-only graphology graph. */ GraphologyGraph } from './views/graphology-of.ts';
export type { /** Which edges an ego network follows. */ AroundOptions } from './views/neighbourhoods.ts';
export type { /** The only sources that count, or those that do not. */ SourceChoice } from './views/restrictions.ts';
export type { /** All that a view may be narrowed by, as one value. */ ViewSelection } from './views/select-view.ts';
export type {
  /** An edge of the simple projection, with the number of edges it stands for. */ SimpleEdge,
} from './views/simple-projection.ts';

// Questions and their answers.

export type {
  /** A measure of how central nodes are: DEGREE, PAGERANK or BETWEENNESS. */ Centrality,
  /** A node and its score. */ RankedNode,
} from './analysis/centrality.ts';
export type {
  /** How fine communities are, and by which seed. */ CommunityOptions,
} from './analysis/communities.ts';
export type {
  /** The communities of a graph, and how well they hold together. */ Communities,
  /** Nodes that have more to do with each other than with the rest. */ Community,
  /** What nodes are grouped by, and what is counted. */ GroupCountOptions,
  /** Nodes that have a value in common, and how many there are. */ NodeGroup,
} from './answers/analyses.ts';
export type { /** A node in an answer: id, type and name. */ NodeAnswer } from './answers/answer-form.ts';
export type {
  /** An edge that changed in a span of time, certainly or possibly. */ ChangedEdge,
  /** What happened, began, ended and became known in a span of time. */ ChangesBetween,
  /** The span of time, and which of its changes. */ ChangesOptions,
} from './answers/changes.ts';
export type {
  /** The size, the span of time, the sources and the ontology of a graph. */ Dataset,
  /** What edges of a type are called as seen from nodes of a type. */ RelationName,
  /** A type of node or edge, and how many there are. */ TypeCount,
} from './answers/dataset.ts';
export type {
  /** What was added, removed and changed. */ Changed,
  /** What changed from one graph to another: nodes, edges and claims. */ Difference,
} from './answers/difference.ts';
export type {
  /** A property or a relation about which sources disagree. */ Disagreement,
  /** One of several rival values or statements. */ Rival,
} from './answers/disagreements.ts';
export type {
  /** A source that supports a statement, and the place in it. */ CitedSource,
  /** An edge in an answer: its ends, its envelope and its sources. */ EdgeAnswer,
  /** A property of an edge, as text. */ EdgeProperty,
} from './answers/edge-answer.ts';
export type {
  /** Nodes around others with their distances, and the edges between them. */ Neighbourhood,
  /** How far a neighbourhood reaches, along which edges. */ NeighbourhoodOptions,
} from './answers/neighbourhood.ts';
export type {
  /** Days that follow each other. */ DaySpan,
  /** A path between two nodes, hop by hop. */ GraphPath,
  /** One hop of a path: an edge, and which way it is taken. */ PathHop,
  /** What makes a path the best. */ PathMeasure,
  /** The paths found, and whether the search was cut off. */ Paths,
  /** How long paths may be, along which edges, and what they avoid. */ PathsOptions,
} from './answers/paths.ts';
export type {
  /** A conclusion that a retraction would add. */ ArisenEdge,
  /** An edge type and a number of edges. */ EdgeTypeCount,
  /** A claim that a retraction would take away. */ RetractedClaim,
  /** What would fall if sources, statements or rules were taken back. */ Retraction,
} from './answers/retraction.ts';
export type {
  /** What makes nodes alike: shared neighbours as a share, or as a number. */ Similarity,
  /** A node like another, with what they share. */ SimilarNode,
  /** Which neighbours count, and how. */ SimilarOptions,
} from './answers/similar.ts';
export type {
  /** What happened to a node, in the order of the dates. */ Timeline,
  /** A dated relation or property of a node. */ TimelineEntry,
  /** The span of time that a timeline is about. */ TimelineOptions,
} from './answers/timeline.ts';
export type {
  /** A rule and the premises from which a conclusion follows, in words. */ ExplainedDerivation,
  /** An edge, and what supports it directly. */ ExplainedEdge,
  /** Why an edge holds, down to sources. */ Explanation,
  /** The most derivations that an explanation lists of each conclusion. */ WhyOptions,
} from './answers/why.ts';
export type {
  /** How well a statement is supported: SELF, SINGLE or INDEPENDENT. */ CorroborationLevel,
} from './evidence/corroboration.ts';
export type { /** Somebody who vouches for a statement. */ Voice } from './evidence/voices.ts';
export type {
  /** The answer to a GraphQL query, as servers give it. */ QueryAnswer,
  /** A GraphQL query: text, or a typed document. */ QueryDocument,
  /** Which of several operations of a query is asked. */ QueryOptions,
} from './graph/answer-query.ts';
export type {
  /** The sources, stated edges or rules that a retraction is about. */ Retracted,
} from './rules/retract.ts';
export type {
  /** In which way a name answers a search. */ MatchKind,
  /** A node that a search found, with its score and the name that matched. */ SearchHit,
  /** The types, the language and the number of hits of a search. */ SearchOptions,
  /** A time in an office, as far as it answers a search. */ Tenure,
} from './search/search-hit.ts';
export type {
  /** Edges as of a date by how sure they are then. */ CertaintyCounts,
} from './views/certainty.ts';

// Edit, compare, save, export and import.

export type {
  /** What a source says of one property of a node, beside what others say. */ Claim,
} from './facts/claim.ts';
export type {
  /** An edge as it was stated or concluded. */ EdgeFact,
  /** A node as it was stated. */ NodeFact,
} from './facts/fact.ts';
export type { /** What may be chosen of an export. */ WriteOptions } from './formats/format.ts';
export { /** What changed from one graph, or view, to another. */ diff } from './graph/diff.ts';
export type {
  /** Keys of an entry with their new values. */ Changes,
  /** A graph under edit, from `graph.edit()`. */ Draft,
} from './graph/draft.ts';
export type {
  /** What an import would add and change, and what is wrong in it. */ Import,
  /** The format, the mapping and the source of an import. */ ImportOptions,
} from './graph/import-graph.ts';
export type { /** Whether the facts that a folder has are replaced. */ SaveOptions } from './graph/save-graph.ts';
export type {
  /** A node or an edge before and after an import. */ Change,
  /** What an import would add, change and leave as it is. */ Planned,
} from './importing/plan-import.ts';
export type {
  /** A node that a text speaks of, known or proposed. */ ClaimedNode,
  /** An edge that a text is said to state, with the words that say so. */ ReadClaim,
} from './reading/claim.ts';
export type {
  /** What is known of a text that is read, and by which patterns. */ ReadOptions,
  /** What a text says: nodes, claims, and what was refused. */ TextRead,
} from './reading/read-document.ts';

// When something is wrong.

export {
  /** Thrown when the caller made a mistake: a code, and a sentence with the remedy. */ KnowledgeError,
} from './base/knowledge-error.ts';
export type {
  /** A place in a file: line and column. */ Position,
  /** What is wrong or worth a look, where, with a code and a sentence. */ Problem,
} from './base/problem.ts';
export type {
  /** A text with a name, whose offsets have lines and columns. */ SourceFile,
} from './base/source-file.ts';

// An ontology: as a program reads it, and as TypeScript does.

export type { /** What `schema.graphql` declares, as plain data. */ Ontology } from './ontology/ontology.ts';
export type {
  /** A node of an ontology whose types were not printed. */ AnyNode,
  /** An ontology whose types were not printed: every name is accepted by the compiler. */ AnyOntology,
  /** What edges of such an ontology carry. */ AnyProperties,
  /** An edge of some types, typed. */ EdgeNamed,
  /** Any edge of an ontology. */ EdgeOf,
  /** The names of the edge types. */ EdgeTypeName,
  /** The names of the interfaces. */ InterfaceName,
  /** A node of some types, typed. */ NodeNamed,
  /** Any node of an ontology. */ NodeOf,
  /** What every node has: a type and an id. */ NodeShape,
  /** The names of the node types. */ NodeTypeName,
  /** What the `Schema` that `diplograph types` prints looks like. */ TypedOntology,
  /** A value of a property. */ TypedValue,
} from './ontology/typed-ontology.ts';

// The shipped ontology as types: nodes, what edges carry, enums, and the whole as `ShippedSchema`.

export type {
  /** Ways to adopt a text. */ AdoptionMode,
  /** What an edge about the adoption of a text carries. */ AdoptionProperties,
  /** For whom an elected member sits. */ Capacity,
  /** A conference with its own agenda and outcome, often one of a series. */ Conference,
  /** An armed conflict. */ Conflict,
  /** Acts by which a party is bound by a treaty. */ Consent,
  /** The people whom a state or an organisation sent to one occasion. */ Delegation,
  /** What an edge about troops carries. */ DeploymentProperties,
  /** What every edge carries: when, in which role, according to whom. */ EdgeProperties,
  /** What an edge about an election carries. */ ElectionProperties,
  /** Anything the graph knows. */ Entity,
  /** A dated act or meeting that is not a conference of its own: a launch, an election, a visit, a deployment. */ Event,
  /** Sorts of dated acts. */ EventKind,
  /** A joint undertaking: an initiative, a process of talks, a coalition, a pledge, an operation. */ Initiative,
  /** Sorts of joint undertakings. */ InitiativeKind,
  /** How a statement is told. */ Modality,
  /** What people gather for: a conference or an event. */ Occasion,
  /** A post that exists apart from whoever holds it. */ Office,
  /** Sorts of offices. */ OfficeKind,
  /** A person who acts in public for a state or an organisation. */ Official,
  /** Whoever acts as a body: an international organisation, a society, a ministry, a mission, a newspaper. */ Organisation,
  /** Sorts of organisations. */ OrganisationKind,
  /** Whoever acts: a state, an organisation, an official, a delegation, an unnamed group. */ Party,
  /** A city, a region or a site. */ Place,
  /** Which of rival statements to prefer. */ Rank,
  /** Regional groups of the member states of the United Nations. */ RegionalGroup,
  /** How near a source stands to what it reports. */ Reliability,
  /** What an edge about bringing citizens home carries. */ RepatriationProperties,
  /** A text that a conference or a body adopted or was asked to adopt: a resolution, a declaration, a decision. */ Resolution,
  /** What became of a text. */ ResolutionStatus,
  /** The whole shipped ontology, for `Graph<ShippedSchema>`. */ Schema as ShippedSchema,
  /** A page, a document or a data set that statements rest on. */ Source,
  /** Sorts of speeches. */ SpeakingKind,
  /** What an edge about taking the floor carries. */ SpeakingProperties,
  /** A state, or another party that treaties and conferences count as one. */ State,
  /** Something that was said or written: remarks, an appeal, a report, a claim. */ Statement,
  /** Sorts of statements. */ StatementKind,
  /** Where an edge comes from. */ Status,
  /** What an edge about holding a post carries. */ TenureProperties,
  /** A subject or an aim that occasions, initiatives and texts deal with. */ Topic,
  /** An agreement that binds its parties: a convention, a protocol, a memorandum of understanding. */ Treaty,
  /** What an edge about being bound by a treaty carries. */ TreatyProperties,
  /** Several of one kind that a source counts or mentions but does not name: "five members", "191 national societies". */ UnnamedGroup,
  /** How a state voted. */ VotePosition,
  /** What an edge about a vote carries. */ VoteProperties,
  /** What an edge about chairing an initiative carries. */ WorkstreamProperties,
} from './generated/shipped-ontology.ts';

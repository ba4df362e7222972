/**
 * Facts as they are gathered, file by file, before anyone has looked at them together.
 */
import type { Position } from '../base/problem.ts';
import type { Claim } from '../facts/claim.ts';
import type { DatasetAbout } from '../facts/dataset-about.ts';
import type { EdgeFact, NodeFact } from '../facts/fact.ts';
import type { Ontology } from '../ontology/ontology.ts';
import type { Expectation } from './expectations/expectation.ts';
import { FactPlaces } from './fact-places.ts';
import type { Judgement } from './judgements/judgement.ts';
import type { LocatedMap } from './located.ts';
import { ProblemList } from './problem-list.ts';

/** An entry that adds to a node which another entry defines. It is understood once all nodes are known. */
export interface Extension {
  readonly id: string;
  readonly entry: LocatedMap;
  readonly defaultSource: DefaultSource | undefined;
}

/** The source that entries cite by saying nothing of their own. */
export interface DefaultSource {
  readonly id: string;
  readonly at: Position | undefined;
}

/** An id that is no longer used, and the node that took its place. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
  readonly at: Position | undefined;
}

export class FactSet {
  readonly ontology: Ontology;
  readonly problems: ProblemList;
  readonly places: FactPlaces = new FactPlaces();
  readonly nodes: NodeFact[] = [];
  readonly edges: EdgeFact[] = [];
  readonly claims: Claim[] = [];
  readonly extensions: Extension[] = [];
  readonly redirects: Redirect[] = [];
  readonly judgements: Judgement[] = [];
  readonly expectations: Expectation[] = [];
  /** What the folder says of itself. */
  about: DatasetAbout = {};
  /** Ids of nodes and edges whose entries had problems of their own: neither what they lack nor who names them is to blame. */
  readonly faultyIds: Set<string> = new Set();
  /** True when a file could not be read to its end, so that what seems missing may be in it. */
  incomplete = false;

  constructor(ontology: Ontology, problems: ProblemList = new ProblemList()) {
    this.ontology = ontology;
    this.problems = problems;
  }
}

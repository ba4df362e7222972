/**
 * What may be asked of a property, as types: the operators of the GraphQL filters, or a plain value, which means `eq`
 * and for a list `includes`.
 */
import type { DateGiven } from '../base/checked-options.ts';
import type { Certainty } from '../facts/validity.ts';
import type {
  CarriedBy,
  CarriedTimes,
  NodeShape,
  NodeTimes,
  TypedOntology,
  TypedValue,
} from '../ontology/typed-ontology.ts';

/** Filters joined by logic; a comparison with a missing value neither holds nor fails to. */
export interface Joined<Filter> {
  /** All of these hold. */
  readonly AND?: readonly Filter[];
  /** At least one of these holds. */
  readonly OR?: readonly Filter[];
  /** This does not hold. */
  readonly NOT?: Filter;
}

/** Equal to a value; `eq: null` finds what is missing. */
export interface Choice<Value> {
  readonly eq?: Value | null;
  readonly in?: readonly Value[];
}

export interface Comparison<Value> extends Choice<Value> {
  readonly gt?: Value;
  readonly gte?: Value;
  readonly lt?: Value;
  readonly lte?: Value;
}

/** Texts are ordered by their UTF-16 units. */
interface CaselessCondition extends Comparison<string> {
  /** Has this text in it, letter by letter. */
  readonly contains?: string;
  readonly startsWith?: string;
  readonly endsWith?: string;
  /** All of it fits this regular expression: `.*[Cc]ross.*`. */
  readonly matches?: string;
}

export interface TextCondition extends CaselessCondition {
  /** The same operators, to which capitals and small letters are one. */
  readonly caseInsensitive?: CaselessCondition;
}

/** Comparisons with dates that may be vague: of what lasts, `lt` is over before, `gt` begins after the date. */
export interface VagueComparison extends Comparison<DateGiven> {
  /** True: what is possible is kept; else only what is certain. */
  readonly possible?: boolean;
}

export interface ListCondition<Value> {
  /** The same elements in the same order; `null` finds what is missing. */
  readonly eq?: readonly Value[] | null;
  /** Has this among its elements. */
  readonly includes?: Value;
}

type FlagCondition = boolean | Pick<Choice<boolean>, 'eq'>;

/** What may be asked of a value of type `Value`; `Time` says which sort of time a text is. */
export type PropertyCondition<Value, Time> = [TypedValue] extends [Value]
  ? unknown
  : [Value] extends [readonly (infer Element)[]]
    ? Element | ListCondition<Element>
    : [Value] extends [boolean]
      ? FlagCondition
      : [Value] extends [number | bigint]
        ? Value | Comparison<Value>
        : string extends Value
          ? string | TextOrTime<Time>
          : Value | Choice<Value>;

type TextOrTime<Time> = [Time] extends [never]
  ? TextCondition
  : Time extends 'PartialDate'
    ? DateGiven | VagueComparison
    : DateGiven | Comparison<DateGiven>;

type KeyOf<T> = T extends unknown ? keyof T & string : never;
type ValueOf<T, K> = T extends unknown ? (K extends keyof T ? Exclude<T[K], undefined> : never) : never;

/** Which nodes to keep, by their properties; of several, all must hold. */
export type NodeWhere<S extends TypedOntology, N extends NodeShape> = Joined<NodeWhere<S, N>> & {
  readonly [K in Exclude<KeyOf<N>, 'type'>]?: PropertyCondition<ValueOf<N, K>, ValueOf<NodeTimes<S, N['type']>, K>>;
};

/** Which edges to follow: when they hold, who says so, and by what they carry. */
export type EdgeWhere<S extends TypedOntology, E extends string> = DatedWhere & SupportedWhere & CarriedWhere<S, E>;

type CarriedWhere<S extends TypedOntology, E extends string> = Joined<CarriedWhere<S, E>> & {
  readonly [K in KeyOf<CarriedBy<S, E>>]?: PropertyCondition<
    ValueOf<CarriedBy<S, E>, K>,
    ValueOf<CarriedTimes<S, E>, K>
  >;
};

export interface SupportedWhere {
  /** Edges that are supported so well, as `support` in GraphQL; an edge type that carries something of this name asks that. */
  readonly support?: {
    /** Whether independent voices support it. */
    readonly corroborated?: boolean;
    /** The number of sources that state it; 0 for a conclusion. */
    readonly sources?: number | Comparison<number>;
    /** A date at or after which one of them was published, however its date is read. */
    readonly newest?: DateGiven;
  };
}

export interface DatedWhere {
  /** Edges that hold at some time in this period: `2024`, `2024-10-28`, `2022-10-01/2024-10-31`, or a `Date`. */
  readonly during?: DateGiven;
  /** Whether `during` keeps what no date excludes (POSSIBLE, when absent), or only what the dates put beyond doubt. */
  readonly certainty?: Certainty;
}

/**
 * The types of an ontology, printed from its SDL by `diplograph types`. Print it anew; do not edit it.
 */

/** A state, or another party that treaties and conferences count as one. */
export interface State {
  readonly type: 'State';
  /** Stable and readable, `type:slug`; never reused. Old ids redirect after a merge. */
  readonly id: string;
  /** The name shown. */
  readonly name: string;
  /** Other spellings, scripts, acronyms and known misspellings: whatever a source or a reader may write. */
  readonly aliases: readonly string[];
  /** One sentence on what this is. */
  readonly description?: string;
  /** Ids in other systems, `system:value`: `iso3:KAZ`, `un:S/RES/350 (1974)`. */
  readonly identifiers: readonly string[];
  /** Ids of the sources that speak of it; they support the properties of this node. */
  readonly sources: readonly string[];
  /** Where in each source, parallel to `sources`: `P5`, `P5: "short quotation"`; empty text where unsaid. */
  readonly locators: readonly string[];
  /** ISO 3166-1 code of two letters. */
  readonly iso2?: string;
  /** ISO 3166-1 code of three letters. */
  readonly iso3?: string;
  /** The United Nations' statistical code (M49), three digits. */
  readonly m49?: string;
  /** The full official name, for example "Swiss Confederation". */
  readonly officialName?: string;
  /** The regional group in which it votes at the United Nations. */
  readonly regionalGroup?: RegionalGroup;
  /** What its people and officials are called, for example "Kazakh" and "Kazakhstani". */
  readonly demonyms: readonly string[];
  /** Since when it has been a state of its own: its independence or its foundation. */
  readonly founded?: string;
  /** When it ceased to be one. */
  readonly dissolved?: string;
}

/** Whoever acts as a body: an international organisation, a society, a ministry, a mission, a newspaper. */
export interface Organisation {
  readonly type: 'Organisation';
  /** Stable and readable, `type:slug`; never reused. Old ids redirect after a merge. */
  readonly id: string;
  /** The name shown. */
  readonly name: string;
  /** Other spellings, scripts, acronyms and known misspellings: whatever a source or a reader may write. */
  readonly aliases: readonly string[];
  /** One sentence on what this is. */
  readonly description?: string;
  /** Ids in other systems, `system:value`: `iso3:KAZ`, `un:S/RES/350 (1974)`. */
  readonly identifiers: readonly string[];
  /** Ids of the sources that speak of it; they support the properties of this node. */
  readonly sources: readonly string[];
  /** Where in each source, parallel to `sources`: `P5`, `P5: "short quotation"`; empty text where unsaid. */
  readonly locators: readonly string[];
  /** What sort of body it is. */
  readonly kind: OrganisationKind;
  /** Its usual acronym. */
  readonly acronym?: string;
  /** When it was founded. */
  readonly founded?: string;
  /** Whether by its statutes the members elected to it serve until the next conference of the series that elected them. */
  readonly termsEndWithSeries?: boolean;
}

/** A person who acts in public for a state or an organisation. */
export interface Official {
  readonly type: 'Official';
  /** Stable and readable, `type:slug`; never reused. Old ids redirect after a merge. */
  readonly id: string;
  /** The name shown. */
  readonly name: string;
  /** Other spellings, scripts, acronyms and known misspellings: whatever a source or a reader may write. */
  readonly aliases: readonly string[];
  /** One sentence on what this is. */
  readonly description?: string;
  /** Ids in other systems, `system:value`: `iso3:KAZ`, `un:S/RES/350 (1974)`. */
  readonly identifiers: readonly string[];
  /** Ids of the sources that speak of it; they support the properties of this node. */
  readonly sources: readonly string[];
  /** Where in each source, parallel to `sources`: `P5`, `P5: "short quotation"`; empty text where unsaid. */
  readonly locators: readonly string[];
  /** Given name or names. */
  readonly givenName?: string;
  /** Family name or names. */
  readonly familyName?: string;
}

/** A post that exists apart from whoever holds it. */
export interface Office {
  readonly type: 'Office';
  /** Stable and readable, `type:slug`; never reused. Old ids redirect after a merge. */
  readonly id: string;
  /** The name shown. */
  readonly name: string;
  /** Other spellings, scripts, acronyms and known misspellings: whatever a source or a reader may write. */
  readonly aliases: readonly string[];
  /** One sentence on what this is. */
  readonly description?: string;
  /** Ids in other systems, `system:value`: `iso3:KAZ`, `un:S/RES/350 (1974)`. */
  readonly identifiers: readonly string[];
  /** Ids of the sources that speak of it; they support the properties of this node. */
  readonly sources: readonly string[];
  /** Where in each source, parallel to `sources`: `P5`, `P5: "short quotation"`; empty text where unsaid. */
  readonly locators: readonly string[];
  /** The title as its holder bears it. */
  readonly title: string;
  /** What sort of post it is. */
  readonly kind: OfficeKind;
}

/** A conference with its own agenda and outcome, often one of a series. */
export interface Conference {
  readonly type: 'Conference';
  /** Stable and readable, `type:slug`; never reused. Old ids redirect after a merge. */
  readonly id: string;
  /** The name shown. */
  readonly name: string;
  /** Other spellings, scripts, acronyms and known misspellings: whatever a source or a reader may write. */
  readonly aliases: readonly string[];
  /** One sentence on what this is. */
  readonly description?: string;
  /** Ids in other systems, `system:value`: `iso3:KAZ`, `un:S/RES/350 (1974)`. */
  readonly identifiers: readonly string[];
  /** Ids of the sources that speak of it; they support the properties of this node. */
  readonly sources: readonly string[];
  /** Where in each source, parallel to `sources`: `P5`, `P5: "short quotation"`; empty text where unsaid. */
  readonly locators: readonly string[];
  /** The series it is an edition of, for example "International Conference of the Red Cross and Red Crescent". */
  readonly series?: string;
  /** Its number in the series. */
  readonly ordinal?: number;
  /** The motto it was held under. */
  readonly theme?: string;
  /** When it was held, as precisely as is known. */
  readonly when?: string;
  /** First day it can have been held; derived from `when`. */
  readonly start?: string;
  /** Last day it can have been held; derived from `when`. */
  readonly end?: string;
}

/** A dated act or meeting that is not a conference of its own: a launch, an election, a visit, a deployment. */
export interface Event {
  readonly type: 'Event';
  /** Stable and readable, `type:slug`; never reused. Old ids redirect after a merge. */
  readonly id: string;
  /** The name shown. */
  readonly name: string;
  /** Other spellings, scripts, acronyms and known misspellings: whatever a source or a reader may write. */
  readonly aliases: readonly string[];
  /** One sentence on what this is. */
  readonly description?: string;
  /** Ids in other systems, `system:value`: `iso3:KAZ`, `un:S/RES/350 (1974)`. */
  readonly identifiers: readonly string[];
  /** Ids of the sources that speak of it; they support the properties of this node. */
  readonly sources: readonly string[];
  /** Where in each source, parallel to `sources`: `P5`, `P5: "short quotation"`; empty text where unsaid. */
  readonly locators: readonly string[];
  /** What sort of act it was. */
  readonly kind: EventKind;
  /** When it took place, as precisely as is known. */
  readonly when?: string;
  /** First day it can have taken place; derived from `when`. */
  readonly start?: string;
  /** Last day it can have taken place; derived from `when`. */
  readonly end?: string;
}

/** A joint undertaking: an initiative, a process of talks, a coalition, a pledge, an operation. */
export interface Initiative {
  readonly type: 'Initiative';
  /** Stable and readable, `type:slug`; never reused. Old ids redirect after a merge. */
  readonly id: string;
  /** The name shown. */
  readonly name: string;
  /** Other spellings, scripts, acronyms and known misspellings: whatever a source or a reader may write. */
  readonly aliases: readonly string[];
  /** One sentence on what this is. */
  readonly description?: string;
  /** Ids in other systems, `system:value`: `iso3:KAZ`, `un:S/RES/350 (1974)`. */
  readonly identifiers: readonly string[];
  /** Ids of the sources that speak of it; they support the properties of this node. */
  readonly sources: readonly string[];
  /** Where in each source, parallel to `sources`: `P5`, `P5: "short quotation"`; empty text where unsaid. */
  readonly locators: readonly string[];
  /** What sort of undertaking it is. */
  readonly kind: InitiativeKind;
  /** What it is meant to achieve, in one sentence. */
  readonly purpose?: string;
  /** When it was launched or began. */
  readonly launched?: string;
}

/** A text that a conference or a body adopted or was asked to adopt: a resolution, a declaration, a decision. */
export interface Resolution {
  readonly type: 'Resolution';
  /** Stable and readable, `type:slug`; never reused. Old ids redirect after a merge. */
  readonly id: string;
  /** The name shown. */
  readonly name: string;
  /** Other spellings, scripts, acronyms and known misspellings: whatever a source or a reader may write. */
  readonly aliases: readonly string[];
  /** One sentence on what this is. */
  readonly description?: string;
  /** Ids in other systems, `system:value`: `iso3:KAZ`, `un:S/RES/350 (1974)`. */
  readonly identifiers: readonly string[];
  /** Ids of the sources that speak of it; they support the properties of this node. */
  readonly sources: readonly string[];
  /** Where in each source, parallel to `sources`: `P5`, `P5: "short quotation"`; empty text where unsaid. */
  readonly locators: readonly string[];
  /** Its number within the session. */
  readonly number?: number;
  /** Its official symbol, for example "34IC/24/R1". */
  readonly symbol?: string;
  /** Its title. */
  readonly title?: string;
  /** When it was adopted. */
  readonly adopted?: string;
  /** What became of it. */
  readonly status?: ResolutionStatus;
  /** How many voted in favour, where it was put to the vote. */
  readonly inFavour?: number;
  /** How many voted against. */
  readonly against?: number;
  /** How many abstained. */
  readonly abstained?: number;
}

/** An agreement that binds its parties: a convention, a protocol, a memorandum of understanding. */
export interface Treaty {
  readonly type: 'Treaty';
  /** Stable and readable, `type:slug`; never reused. Old ids redirect after a merge. */
  readonly id: string;
  /** The name shown. */
  readonly name: string;
  /** Other spellings, scripts, acronyms and known misspellings: whatever a source or a reader may write. */
  readonly aliases: readonly string[];
  /** One sentence on what this is. */
  readonly description?: string;
  /** Ids in other systems, `system:value`: `iso3:KAZ`, `un:S/RES/350 (1974)`. */
  readonly identifiers: readonly string[];
  /** Ids of the sources that speak of it; they support the properties of this node. */
  readonly sources: readonly string[];
  /** Where in each source, parallel to `sources`: `P5`, `P5: "short quotation"`; empty text where unsaid. */
  readonly locators: readonly string[];
  /** Id of the state or organisation that keeps it. */
  readonly depositary?: string;
  /** When its text was adopted or concluded. */
  readonly concluded?: string;
  /** Since when it could be signed. */
  readonly opened?: string;
  /** When it entered into force. */
  readonly inForce?: string;
}

/** The people whom a state or an organisation sent to one occasion. */
export interface Delegation {
  readonly type: 'Delegation';
  /** Stable and readable, `type:slug`; never reused. Old ids redirect after a merge. */
  readonly id: string;
  /** The name shown. */
  readonly name: string;
  /** Other spellings, scripts, acronyms and known misspellings: whatever a source or a reader may write. */
  readonly aliases: readonly string[];
  /** One sentence on what this is. */
  readonly description?: string;
  /** Ids in other systems, `system:value`: `iso3:KAZ`, `un:S/RES/350 (1974)`. */
  readonly identifiers: readonly string[];
  /** Ids of the sources that speak of it; they support the properties of this node. */
  readonly sources: readonly string[];
  /** Where in each source, parallel to `sources`: `P5`, `P5: "short quotation"`; empty text where unsaid. */
  readonly locators: readonly string[];
  /** How many people belonged to it. */
  readonly size?: number;
}

/** A city, a region or a site. */
export interface Place {
  readonly type: 'Place';
  /** Stable and readable, `type:slug`; never reused. Old ids redirect after a merge. */
  readonly id: string;
  /** The name shown. */
  readonly name: string;
  /** Other spellings, scripts, acronyms and known misspellings: whatever a source or a reader may write. */
  readonly aliases: readonly string[];
  /** One sentence on what this is. */
  readonly description?: string;
  /** Ids in other systems, `system:value`: `iso3:KAZ`, `un:S/RES/350 (1974)`. */
  readonly identifiers: readonly string[];
  /** Ids of the sources that speak of it; they support the properties of this node. */
  readonly sources: readonly string[];
  /** Where in each source, parallel to `sources`: `P5`, `P5: "short quotation"`; empty text where unsaid. */
  readonly locators: readonly string[];
}

/** A subject or an aim that occasions, initiatives and texts deal with. */
export interface Topic {
  readonly type: 'Topic';
  /** Stable and readable, `type:slug`; never reused. Old ids redirect after a merge. */
  readonly id: string;
  /** The name shown. */
  readonly name: string;
  /** Other spellings, scripts, acronyms and known misspellings: whatever a source or a reader may write. */
  readonly aliases: readonly string[];
  /** One sentence on what this is. */
  readonly description?: string;
  /** Ids in other systems, `system:value`: `iso3:KAZ`, `un:S/RES/350 (1974)`. */
  readonly identifiers: readonly string[];
  /** Ids of the sources that speak of it; they support the properties of this node. */
  readonly sources: readonly string[];
  /** Where in each source, parallel to `sources`: `P5`, `P5: "short quotation"`; empty text where unsaid. */
  readonly locators: readonly string[];
}

/** An armed conflict. */
export interface Conflict {
  readonly type: 'Conflict';
  /** Stable and readable, `type:slug`; never reused. Old ids redirect after a merge. */
  readonly id: string;
  /** The name shown. */
  readonly name: string;
  /** Other spellings, scripts, acronyms and known misspellings: whatever a source or a reader may write. */
  readonly aliases: readonly string[];
  /** One sentence on what this is. */
  readonly description?: string;
  /** Ids in other systems, `system:value`: `iso3:KAZ`, `un:S/RES/350 (1974)`. */
  readonly identifiers: readonly string[];
  /** Ids of the sources that speak of it; they support the properties of this node. */
  readonly sources: readonly string[];
  /** Where in each source, parallel to `sources`: `P5`, `P5: "short quotation"`; empty text where unsaid. */
  readonly locators: readonly string[];
}

/** Something that was said or written: remarks, an appeal, a report, a claim. */
export interface Statement {
  readonly type: 'Statement';
  /** Stable and readable, `type:slug`; never reused. Old ids redirect after a merge. */
  readonly id: string;
  /** The name shown. */
  readonly name: string;
  /** Other spellings, scripts, acronyms and known misspellings: whatever a source or a reader may write. */
  readonly aliases: readonly string[];
  /** One sentence on what this is. */
  readonly description?: string;
  /** Ids in other systems, `system:value`: `iso3:KAZ`, `un:S/RES/350 (1974)`. */
  readonly identifiers: readonly string[];
  /** Ids of the sources that speak of it; they support the properties of this node. */
  readonly sources: readonly string[];
  /** Where in each source, parallel to `sources`: `P5`, `P5: "short quotation"`; empty text where unsaid. */
  readonly locators: readonly string[];
  /** What sort of statement it is. */
  readonly kind: StatementKind;
  /** What was said, in our own words. */
  readonly summary: string;
  /** When it was made. */
  readonly when?: string;
}

/** Several of one kind that a source counts or mentions but does not name: "five members", "191 national societies". */
export interface UnnamedGroup {
  readonly type: 'UnnamedGroup';
  /** Stable and readable, `type:slug`; never reused. Old ids redirect after a merge. */
  readonly id: string;
  /** The name shown. */
  readonly name: string;
  /** Other spellings, scripts, acronyms and known misspellings: whatever a source or a reader may write. */
  readonly aliases: readonly string[];
  /** One sentence on what this is. */
  readonly description?: string;
  /** Ids in other systems, `system:value`: `iso3:KAZ`, `un:S/RES/350 (1974)`. */
  readonly identifiers: readonly string[];
  /** Ids of the sources that speak of it; they support the properties of this node. */
  readonly sources: readonly string[];
  /** Where in each source, parallel to `sources`: `P5`, `P5: "short quotation"`; empty text where unsaid. */
  readonly locators: readonly string[];
  /** What its members are, for example "State" or "national society". */
  readonly memberKind: string;
  /** How many they are; absent where no number is given. */
  readonly count?: number;
}

/** A page, a document or a data set that statements rest on. */
export interface Source {
  readonly type: 'Source';
  /** Stable and readable, `type:slug`; never reused. Old ids redirect after a merge. */
  readonly id: string;
  /** The name shown. */
  readonly name: string;
  /** Other spellings, scripts, acronyms and known misspellings: whatever a source or a reader may write. */
  readonly aliases: readonly string[];
  /** One sentence on what this is. */
  readonly description?: string;
  /** Ids in other systems, `system:value`: `iso3:KAZ`, `un:S/RES/350 (1974)`. */
  readonly identifiers: readonly string[];
  /** Ids of the sources that speak of it; they support the properties of this node. */
  readonly sources: readonly string[];
  /** Where in each source, parallel to `sources`: `P5`, `P5: "short quotation"`; empty text where unsaid. */
  readonly locators: readonly string[];
  /** Its address. */
  readonly url?: string;
  /** Who published it; sources of one publisher are not independent of each other. */
  readonly publisher?: string;
  /** Its title. */
  readonly title?: string;
  /** When it was published; absent where the source does not say. */
  readonly published?: string;
  /** When it was read. */
  readonly retrieved?: string;
  /** The language it is written in, as a BCP 47 tag: `en`, `ru`, `kk`. */
  readonly language?: string;
  /** How near it stands to what it reports. */
  readonly reliability?: Reliability;
  /** The licence of its data, where parts of it are reproduced. */
  readonly licence?: string;
  /** The locator of what cites it and names no narrower place: `whole page`, of one that is short. */
  readonly citedAs?: string;
}

/** Anything the graph knows. */
export type Entity = State | Organisation | Official | Office | Conference | Event | Initiative | Resolution | Treaty | Delegation | Place | Topic | Conflict | Statement | UnnamedGroup | Source;

/** Whoever acts: a state, an organisation, an official, a delegation, an unnamed group. */
export type Party = State | Organisation | Official | Delegation | UnnamedGroup;

/** What people gather for: a conference or an event. */
export type Occasion = Conference | Event;

/** What every edge carries: when, in which role, according to whom. */
export interface EdgeProperties {
  /** Stable id of the statement. */
  readonly id: string;
  /** When it holds, as precisely as is known. */
  readonly when?: string;
  /** A time at which it is known to have held, where start or end is not known: `2024-10`, or from the first to the last such time. */
  readonly attested?: string;
  /** First day it can hold; derived from `when`. */
  readonly since?: string;
  /** Last day it can hold; derived from `when`, absent where open or unknown. */
  readonly until?: string;
  /** In which role: participant, observer, head, President, … */
  readonly role?: string;
  /** Id of the occasion at which it happened. */
  readonly at?: string;
  /** Shared by edges that are one act, such as one launch by six states. */
  readonly act?: string;
  /** Whether a source states it or a rule infers it. */
  readonly status: Status;
  /** The rule that inferred it. */
  readonly rule?: string;
  /** Ids of the edges it was inferred from. */
  readonly premises: readonly string[];
  /** Whether it is told as fact, reported speech, plan or denial. */
  readonly modality: Modality;
  /** Id of whoever is reported as saying it. */
  readonly saidBy?: string;
  /** How sure we are, from 0 to 1. */
  readonly confidence: number;
  /** Which of rival statements to prefer. */
  readonly rank: Rank;
  /** What a careful reader should know, such as why it is preferred or deprecated. */
  readonly note?: string;
  /** Ids of the sources; at least one where it is stated. */
  readonly sources: readonly string[];
  /** Where in each source, parallel to `sources`: `P5`, `P5: "short quotation"`; empty text where unsaid. */
  readonly locators: readonly string[];
}

/** What an edge about taking the floor carries. */
export interface SpeakingProperties {
  /** Stable id of the statement. */
  readonly id: string;
  /** When it holds, as precisely as is known. */
  readonly when?: string;
  /** A time at which it is known to have held, where start or end is not known: `2024-10`, or from the first to the last such time. */
  readonly attested?: string;
  /** First day it can hold; derived from `when`. */
  readonly since?: string;
  /** Last day it can hold; derived from `when`, absent where open or unknown. */
  readonly until?: string;
  /** In which role: participant, observer, head, President, … */
  readonly role?: string;
  /** Id of the occasion at which it happened. */
  readonly at?: string;
  /** Shared by edges that are one act, such as one launch by six states. */
  readonly act?: string;
  /** Whether a source states it or a rule infers it. */
  readonly status: Status;
  /** The rule that inferred it. */
  readonly rule?: string;
  /** Ids of the edges it was inferred from. */
  readonly premises: readonly string[];
  /** Whether it is told as fact, reported speech, plan or denial. */
  readonly modality: Modality;
  /** Id of whoever is reported as saying it. */
  readonly saidBy?: string;
  /** How sure we are, from 0 to 1. */
  readonly confidence: number;
  /** Which of rival statements to prefer. */
  readonly rank: Rank;
  /** What a careful reader should know, such as why it is preferred or deprecated. */
  readonly note?: string;
  /** Ids of the sources; at least one where it is stated. */
  readonly sources: readonly string[];
  /** Where in each source, parallel to `sources`: `P5`, `P5: "short quotation"`; empty text where unsaid. */
  readonly locators: readonly string[];
  /** What sort of speech it was. */
  readonly kind?: SpeakingKind;
}

/** What an edge about the adoption of a text carries. */
export interface AdoptionProperties {
  /** Stable id of the statement. */
  readonly id: string;
  /** When it holds, as precisely as is known. */
  readonly when?: string;
  /** A time at which it is known to have held, where start or end is not known: `2024-10`, or from the first to the last such time. */
  readonly attested?: string;
  /** First day it can hold; derived from `when`. */
  readonly since?: string;
  /** Last day it can hold; derived from `when`, absent where open or unknown. */
  readonly until?: string;
  /** In which role: participant, observer, head, President, … */
  readonly role?: string;
  /** Id of the occasion at which it happened. */
  readonly at?: string;
  /** Shared by edges that are one act, such as one launch by six states. */
  readonly act?: string;
  /** Whether a source states it or a rule infers it. */
  readonly status: Status;
  /** The rule that inferred it. */
  readonly rule?: string;
  /** Ids of the edges it was inferred from. */
  readonly premises: readonly string[];
  /** Whether it is told as fact, reported speech, plan or denial. */
  readonly modality: Modality;
  /** Id of whoever is reported as saying it. */
  readonly saidBy?: string;
  /** How sure we are, from 0 to 1. */
  readonly confidence: number;
  /** Which of rival statements to prefer. */
  readonly rank: Rank;
  /** What a careful reader should know, such as why it is preferred or deprecated. */
  readonly note?: string;
  /** Ids of the sources; at least one where it is stated. */
  readonly sources: readonly string[];
  /** Where in each source, parallel to `sources`: `P5`, `P5: "short quotation"`; empty text where unsaid. */
  readonly locators: readonly string[];
  /** How it was adopted; absent where the source does not say. */
  readonly mode?: AdoptionMode;
  /** How many texts were adopted, where they are only counted. */
  readonly count?: number;
}

/** What an edge about a vote carries. */
export interface VoteProperties {
  /** Stable id of the statement. */
  readonly id: string;
  /** When it holds, as precisely as is known. */
  readonly when?: string;
  /** A time at which it is known to have held, where start or end is not known: `2024-10`, or from the first to the last such time. */
  readonly attested?: string;
  /** First day it can hold; derived from `when`. */
  readonly since?: string;
  /** Last day it can hold; derived from `when`, absent where open or unknown. */
  readonly until?: string;
  /** In which role: participant, observer, head, President, … */
  readonly role?: string;
  /** Id of the occasion at which it happened. */
  readonly at?: string;
  /** Shared by edges that are one act, such as one launch by six states. */
  readonly act?: string;
  /** Whether a source states it or a rule infers it. */
  readonly status: Status;
  /** The rule that inferred it. */
  readonly rule?: string;
  /** Ids of the edges it was inferred from. */
  readonly premises: readonly string[];
  /** Whether it is told as fact, reported speech, plan or denial. */
  readonly modality: Modality;
  /** Id of whoever is reported as saying it. */
  readonly saidBy?: string;
  /** How sure we are, from 0 to 1. */
  readonly confidence: number;
  /** Which of rival statements to prefer. */
  readonly rank: Rank;
  /** What a careful reader should know, such as why it is preferred or deprecated. */
  readonly note?: string;
  /** Ids of the sources; at least one where it is stated. */
  readonly sources: readonly string[];
  /** Where in each source, parallel to `sources`: `P5`, `P5: "short quotation"`; empty text where unsaid. */
  readonly locators: readonly string[];
  /** How the state voted. */
  readonly position: VotePosition;
}

/** What an edge about chairing an initiative carries. */
export interface WorkstreamProperties {
  /** Stable id of the statement. */
  readonly id: string;
  /** When it holds, as precisely as is known. */
  readonly when?: string;
  /** A time at which it is known to have held, where start or end is not known: `2024-10`, or from the first to the last such time. */
  readonly attested?: string;
  /** First day it can hold; derived from `when`. */
  readonly since?: string;
  /** Last day it can hold; derived from `when`, absent where open or unknown. */
  readonly until?: string;
  /** In which role: participant, observer, head, President, … */
  readonly role?: string;
  /** Id of the occasion at which it happened. */
  readonly at?: string;
  /** Shared by edges that are one act, such as one launch by six states. */
  readonly act?: string;
  /** Whether a source states it or a rule infers it. */
  readonly status: Status;
  /** The rule that inferred it. */
  readonly rule?: string;
  /** Ids of the edges it was inferred from. */
  readonly premises: readonly string[];
  /** Whether it is told as fact, reported speech, plan or denial. */
  readonly modality: Modality;
  /** Id of whoever is reported as saying it. */
  readonly saidBy?: string;
  /** How sure we are, from 0 to 1. */
  readonly confidence: number;
  /** Which of rival statements to prefer. */
  readonly rank: Rank;
  /** What a careful reader should know, such as why it is preferred or deprecated. */
  readonly note?: string;
  /** Ids of the sources; at least one where it is stated. */
  readonly sources: readonly string[];
  /** Where in each source, parallel to `sources`: `P5`, `P5: "short quotation"`; empty text where unsaid. */
  readonly locators: readonly string[];
  /** The workstream, where it is not the whole initiative. */
  readonly workstream?: string;
}

/** What an edge about holding a post carries. */
export interface TenureProperties {
  /** Stable id of the statement. */
  readonly id: string;
  /** When it holds, as precisely as is known. */
  readonly when?: string;
  /** A time at which it is known to have held, where start or end is not known: `2024-10`, or from the first to the last such time. */
  readonly attested?: string;
  /** First day it can hold; derived from `when`. */
  readonly since?: string;
  /** Last day it can hold; derived from `when`, absent where open or unknown. */
  readonly until?: string;
  /** In which role: participant, observer, head, President, … */
  readonly role?: string;
  /** Id of the occasion at which it happened. */
  readonly at?: string;
  /** Shared by edges that are one act, such as one launch by six states. */
  readonly act?: string;
  /** Whether a source states it or a rule infers it. */
  readonly status: Status;
  /** The rule that inferred it. */
  readonly rule?: string;
  /** Ids of the edges it was inferred from. */
  readonly premises: readonly string[];
  /** Whether it is told as fact, reported speech, plan or denial. */
  readonly modality: Modality;
  /** Id of whoever is reported as saying it. */
  readonly saidBy?: string;
  /** How sure we are, from 0 to 1. */
  readonly confidence: number;
  /** Which of rival statements to prefer. */
  readonly rank: Rank;
  /** What a careful reader should know, such as why it is preferred or deprecated. */
  readonly note?: string;
  /** Ids of the sources; at least one where it is stated. */
  readonly sources: readonly string[];
  /** Where in each source, parallel to `sources`: `P5`, `P5: "short quotation"`; empty text where unsaid. */
  readonly locators: readonly string[];
  /** True for whoever only stands in. */
  readonly acting?: boolean;
}

/** What an edge about an election carries. */
export interface ElectionProperties {
  /** Stable id of the statement. */
  readonly id: string;
  /** When it holds, as precisely as is known. */
  readonly when?: string;
  /** A time at which it is known to have held, where start or end is not known: `2024-10`, or from the first to the last such time. */
  readonly attested?: string;
  /** First day it can hold; derived from `when`. */
  readonly since?: string;
  /** Last day it can hold; derived from `when`, absent where open or unknown. */
  readonly until?: string;
  /** In which role: participant, observer, head, President, … */
  readonly role?: string;
  /** Id of the occasion at which it happened. */
  readonly at?: string;
  /** Shared by edges that are one act, such as one launch by six states. */
  readonly act?: string;
  /** Whether a source states it or a rule infers it. */
  readonly status: Status;
  /** The rule that inferred it. */
  readonly rule?: string;
  /** Ids of the edges it was inferred from. */
  readonly premises: readonly string[];
  /** Whether it is told as fact, reported speech, plan or denial. */
  readonly modality: Modality;
  /** Id of whoever is reported as saying it. */
  readonly saidBy?: string;
  /** How sure we are, from 0 to 1. */
  readonly confidence: number;
  /** Which of rival statements to prefer. */
  readonly rank: Rank;
  /** What a careful reader should know, such as why it is preferred or deprecated. */
  readonly note?: string;
  /** Ids of the sources; at least one where it is stated. */
  readonly sources: readonly string[];
  /** Where in each source, parallel to `sources`: `P5`, `P5: "short quotation"`; empty text where unsaid. */
  readonly locators: readonly string[];
  /** Whether elected in person or for a state or body. */
  readonly capacity?: Capacity;
  /** How many votes were received. */
  readonly count?: number;
}

/** What an edge about being bound by a treaty carries. */
export interface TreatyProperties {
  /** Stable id of the statement. */
  readonly id: string;
  /** When it holds, as precisely as is known. */
  readonly when?: string;
  /** A time at which it is known to have held, where start or end is not known: `2024-10`, or from the first to the last such time. */
  readonly attested?: string;
  /** First day it can hold; derived from `when`. */
  readonly since?: string;
  /** Last day it can hold; derived from `when`, absent where open or unknown. */
  readonly until?: string;
  /** In which role: participant, observer, head, President, … */
  readonly role?: string;
  /** Id of the occasion at which it happened. */
  readonly at?: string;
  /** Shared by edges that are one act, such as one launch by six states. */
  readonly act?: string;
  /** Whether a source states it or a rule infers it. */
  readonly status: Status;
  /** The rule that inferred it. */
  readonly rule?: string;
  /** Ids of the edges it was inferred from. */
  readonly premises: readonly string[];
  /** Whether it is told as fact, reported speech, plan or denial. */
  readonly modality: Modality;
  /** Id of whoever is reported as saying it. */
  readonly saidBy?: string;
  /** How sure we are, from 0 to 1. */
  readonly confidence: number;
  /** Which of rival statements to prefer. */
  readonly rank: Rank;
  /** What a careful reader should know, such as why it is preferred or deprecated. */
  readonly note?: string;
  /** Ids of the sources; at least one where it is stated. */
  readonly sources: readonly string[];
  /** Where in each source, parallel to `sources`: `P5`, `P5: "short quotation"`; empty text where unsaid. */
  readonly locators: readonly string[];
  /** When the party signed. */
  readonly signed?: string;
  /** When it deposited its ratification, acceptance, accession or succession. */
  readonly ratified?: string;
  /** By which act it became a party. */
  readonly consent?: Consent;
  /** When the treaty entered into force for it. */
  readonly inForce?: string;
}

/** What an edge about troops carries. */
export interface DeploymentProperties {
  /** Stable id of the statement. */
  readonly id: string;
  /** When it holds, as precisely as is known. */
  readonly when?: string;
  /** A time at which it is known to have held, where start or end is not known: `2024-10`, or from the first to the last such time. */
  readonly attested?: string;
  /** First day it can hold; derived from `when`. */
  readonly since?: string;
  /** Last day it can hold; derived from `when`, absent where open or unknown. */
  readonly until?: string;
  /** In which role: participant, observer, head, President, … */
  readonly role?: string;
  /** Id of the occasion at which it happened. */
  readonly at?: string;
  /** Shared by edges that are one act, such as one launch by six states. */
  readonly act?: string;
  /** Whether a source states it or a rule infers it. */
  readonly status: Status;
  /** The rule that inferred it. */
  readonly rule?: string;
  /** Ids of the edges it was inferred from. */
  readonly premises: readonly string[];
  /** Whether it is told as fact, reported speech, plan or denial. */
  readonly modality: Modality;
  /** Id of whoever is reported as saying it. */
  readonly saidBy?: string;
  /** How sure we are, from 0 to 1. */
  readonly confidence: number;
  /** Which of rival statements to prefer. */
  readonly rank: Rank;
  /** What a careful reader should know, such as why it is preferred or deprecated. */
  readonly note?: string;
  /** Ids of the sources; at least one where it is stated. */
  readonly sources: readonly string[];
  /** Where in each source, parallel to `sources`: `P5`, `P5: "short quotation"`; empty text where unsaid. */
  readonly locators: readonly string[];
  /** How many soldiers were sent. */
  readonly troops?: number;
}

/** What an edge about bringing citizens home carries. */
export interface RepatriationProperties {
  /** Stable id of the statement. */
  readonly id: string;
  /** When it holds, as precisely as is known. */
  readonly when?: string;
  /** A time at which it is known to have held, where start or end is not known: `2024-10`, or from the first to the last such time. */
  readonly attested?: string;
  /** First day it can hold; derived from `when`. */
  readonly since?: string;
  /** Last day it can hold; derived from `when`, absent where open or unknown. */
  readonly until?: string;
  /** In which role: participant, observer, head, President, … */
  readonly role?: string;
  /** Id of the occasion at which it happened. */
  readonly at?: string;
  /** Shared by edges that are one act, such as one launch by six states. */
  readonly act?: string;
  /** Whether a source states it or a rule infers it. */
  readonly status: Status;
  /** The rule that inferred it. */
  readonly rule?: string;
  /** Ids of the edges it was inferred from. */
  readonly premises: readonly string[];
  /** Whether it is told as fact, reported speech, plan or denial. */
  readonly modality: Modality;
  /** Id of whoever is reported as saying it. */
  readonly saidBy?: string;
  /** How sure we are, from 0 to 1. */
  readonly confidence: number;
  /** Which of rival statements to prefer. */
  readonly rank: Rank;
  /** What a careful reader should know, such as why it is preferred or deprecated. */
  readonly note?: string;
  /** Ids of the sources; at least one where it is stated. */
  readonly sources: readonly string[];
  /** Where in each source, parallel to `sources`: `P5`, `P5: "short quotation"`; empty text where unsaid. */
  readonly locators: readonly string[];
  /** How many people were brought home. */
  readonly count?: number;
}

/**
 * Where an edge comes from.
 *
 * - STATED: A source states it.
 * - INFERRED: A rule infers it from other edges.
 */
export type Status = 'STATED' | 'INFERRED';

/**
 * How a statement is told.
 *
 * - FACT: As a fact.
 * - REPORTED: As something somebody said; `saidBy` names whom.
 * - PLANNED: As something that was to happen.
 * - DENIED: As something that somebody denies.
 */
export type Modality = 'FACT' | 'REPORTED' | 'PLANNED' | 'DENIED';

/**
 * Which of rival statements to prefer.
 *
 * - PREFERRED: The best supported of several.
 * - NORMAL: No judgement.
 * - DEPRECATED: Kept because it was stated, yet known or believed to be wrong; the note says why.
 */
export type Rank = 'PREFERRED' | 'NORMAL' | 'DEPRECATED';

/**
 * Regional groups of the member states of the United Nations.
 *
 * - AFRICAN: African Group.
 * - ASIA_PACIFIC: Asia-Pacific Group.
 * - EASTERN_EUROPEAN: Eastern European Group.
 * - LATIN_AMERICAN_AND_CARIBBEAN: Latin American and Caribbean Group.
 * - WESTERN_EUROPEAN_AND_OTHERS: Western European and Others Group.
 */
export type RegionalGroup = 'AFRICAN' | 'ASIA_PACIFIC' | 'EASTERN_EUROPEAN' | 'LATIN_AMERICAN_AND_CARIBBEAN' | 'WESTERN_EUROPEAN_AND_OTHERS';

/**
 * Sorts of organisations.
 *
 * - IGO: An organisation of states.
 * - NGO: An organisation of private persons or bodies.
 * - MOVEMENT: A movement of several components, such as the Red Cross and Red Crescent.
 * - COMPONENT: An international component of a movement: the ICRC, the IFRC.
 * - NATIONAL_SOCIETY: A National Red Cross or Red Crescent Society.
 * - MINISTRY: A ministry or department of a government.
 * - AGENCY: Another body of a state, or an agency of an international organisation.
 * - ORGAN: An organ, commission or office of a larger body.
 * - PARLIAMENT: A parliament or an assembly of parliamentarians.
 * - MISSION: A permanent mission or an embassy.
 * - PEACE_OPERATION: A peacekeeping or observer mission.
 * - MEDIA: A newspaper, an agency or a site.
 * - ACADEMIC: A university or an institute.
 * - COMPANY: A company.
 */
export type OrganisationKind = 'IGO' | 'NGO' | 'MOVEMENT' | 'COMPONENT' | 'NATIONAL_SOCIETY' | 'MINISTRY' | 'AGENCY' | 'ORGAN' | 'PARLIAMENT' | 'MISSION' | 'PEACE_OPERATION' | 'MEDIA' | 'ACADEMIC' | 'COMPANY';

/**
 * Sorts of offices.
 *
 * - HEAD_OF_STATE: Head of a state.
 * - HEAD_OF_GOVERNMENT: Head of a government.
 * - MINISTER: Head of a ministry.
 * - DEPUTY_MINISTER: Deputy of a minister, state secretary.
 * - SENIOR_OFFICIAL: Another high post in a government or an organisation.
 * - PERMANENT_REPRESENTATIVE: Permanent representative or observer at an international organisation.
 * - AMBASSADOR: Ambassador to a state.
 * - ENVOY: Special envoy or coordinator.
 * - HEAD_OF_ORGANISATION: President or chair of an organisation.
 * - DEPUTY_HEAD_OF_ORGANISATION: Vice-president or deputy of an organisation.
 * - EXECUTIVE_HEAD: Director-general or secretary general, who runs an organisation from day to day.
 * - MEMBER: Seat in a body.
 * - LEGISLATOR: Member of a parliament.
 */
export type OfficeKind = 'HEAD_OF_STATE' | 'HEAD_OF_GOVERNMENT' | 'MINISTER' | 'DEPUTY_MINISTER' | 'SENIOR_OFFICIAL' | 'PERMANENT_REPRESENTATIVE' | 'AMBASSADOR' | 'ENVOY' | 'HEAD_OF_ORGANISATION' | 'DEPUTY_HEAD_OF_ORGANISATION' | 'EXECUTIVE_HEAD' | 'MEMBER' | 'LEGISLATOR';

/**
 * Sorts of dated acts.
 *
 * - LAUNCH: The launch of an initiative.
 * - ELECTION: An election.
 * - ADOPTION: The adoption of a text.
 * - DEPLOYMENT: Troops were sent or came home.
 * - REPATRIATION: Citizens were brought home.
 * - SIGNING: Something was signed.
 * - MEETING: A meeting, a session, a round of talks.
 * - VISIT: A visit.
 * - STATEMENT: Something was said in public.
 * - BRIEFING: A briefing or a training.
 * - CEREMONY: An award, a handing over of credentials, an opening.
 * - DECISION: A body decided something: admitted, suspended, dissolved, extended, cancelled.
 */
export type EventKind = 'LAUNCH' | 'ELECTION' | 'ADOPTION' | 'DEPLOYMENT' | 'REPATRIATION' | 'SIGNING' | 'MEETING' | 'VISIT' | 'STATEMENT' | 'BRIEFING' | 'CEREMONY' | 'DECISION';

/**
 * Sorts of joint undertakings.
 *
 * - INITIATIVE: A political initiative.
 * - PROCESS: A process of talks.
 * - COALITION: A standing group of the willing.
 * - PLEDGE: A pledge or a declaration to be joined.
 * - PROGRAMME: A programme or an operation that runs for some time.
 */
export type InitiativeKind = 'INITIATIVE' | 'PROCESS' | 'COALITION' | 'PLEDGE' | 'PROGRAMME';

/**
 * What became of a text.
 *
 * - PROPOSED: Proposed, not yet decided.
 * - ADOPTED: Adopted.
 * - REJECTED: Put to the vote and not adopted.
 * - WITHDRAWN: Taken back by its sponsors.
 */
export type ResolutionStatus = 'PROPOSED' | 'ADOPTED' | 'REJECTED' | 'WITHDRAWN';

/**
 * Sorts of statements.
 *
 * - REMARKS: A speech or remarks.
 * - APPEAL: A call on others to act.
 * - REPORT: An account of what was done.
 * - CLAIM: A claim or an assessment.
 * - COMMENT: A comment on something.
 * - ANNOUNCEMENT: An announcement of something to come.
 * - JOINT_STATEMENT: A statement of several in common.
 */
export type StatementKind = 'REMARKS' | 'APPEAL' | 'REPORT' | 'CLAIM' | 'COMMENT' | 'ANNOUNCEMENT' | 'JOINT_STATEMENT';

/**
 * Sorts of speeches.
 *
 * - WELCOME: Welcoming remarks.
 * - OPENING: An opening speech.
 * - KEYNOTE: A keynote.
 * - INTERVENTION: An intervention in a debate.
 * - BRIEFING: A briefing for those present.
 * - CLOSING: Closing remarks.
 */
export type SpeakingKind = 'WELCOME' | 'OPENING' | 'KEYNOTE' | 'INTERVENTION' | 'BRIEFING' | 'CLOSING';

/**
 * Ways to adopt a text.
 *
 * - CONSENSUS: Without a vote.
 * - VOTE: By a vote.
 * - ACCLAMATION: By acclamation.
 */
export type AdoptionMode = 'CONSENSUS' | 'VOTE' | 'ACCLAMATION';

/**
 * How a state voted.
 *
 * - YES: In favour.
 * - NO: Against.
 * - ABSTAINED: Present, and neither for nor against.
 * - ABSENT: Took no part in the vote.
 */
export type VotePosition = 'YES' | 'NO' | 'ABSTAINED' | 'ABSENT';

/**
 * For whom an elected member sits.
 *
 * - PERSONAL: For nobody but the person.
 * - REPRESENTATIVE: For the state or the body that put the person forward.
 */
export type Capacity = 'PERSONAL' | 'REPRESENTATIVE';

/**
 * Acts by which a party is bound by a treaty.
 *
 * - RATIFICATION: Ratification, acceptance or approval.
 * - ACCESSION: Accession.
 * - SUCCESSION: Succession to the obligations of a predecessor.
 */
export type Consent = 'RATIFICATION' | 'ACCESSION' | 'SUCCESSION';

/**
 * How near a source stands to what it reports.
 *
 * - PRIMARY: The record or the word of the body or the person concerned.
 * - PRESS: An independent newspaper or agency.
 * - SECONDARY: A compilation: an encyclopaedia, a data set, a history.
 * - AGGREGATOR: A site that passes on what others wrote, edited or not.
 */
export type Reliability = 'PRIMARY' | 'PRESS' | 'SECONDARY' | 'AGGREGATOR';

/** The whole ontology, for `openGraph<Schema>`. */
export interface Schema {
  readonly nodes: {
    readonly 'State': {
      readonly node: State;
      readonly times: { readonly founded: 'PartialDate'; readonly dissolved: 'PartialDate' };
      readonly out: {
        readonly 'participated-in': 'Conference' | 'Event';
        readonly 'delivered': 'Statement';
        readonly 'chaired': 'Organisation' | 'Conference' | 'Event';
        readonly 'organised': 'Conference' | 'Event';
        readonly 'decided': 'Event';
        readonly 'hosts': 'Conference' | 'Event' | 'Initiative';
        readonly 'voted-on': 'Resolution';
        readonly 'sponsored': 'Resolution';
        readonly 'co-launched': 'Initiative';
        readonly 'joined': 'Initiative';
        readonly 'leads': 'Initiative';
        readonly 'co-chairs': 'Initiative';
        readonly 'guarantees': 'Initiative';
        readonly 'pledged': 'Initiative';
        readonly 'candidate-for': 'Organisation' | 'Office';
        readonly 'elected-to': 'Organisation' | 'Office';
        readonly 'succeeds': 'State';
        readonly 'member-of': 'Organisation';
        readonly 'withdrew-from': 'Organisation' | 'Initiative' | 'Treaty';
        readonly 'party-to': 'Treaty';
        readonly 'signed': 'Event' | 'Initiative' | 'Treaty';
        readonly 'established': 'Organisation' | 'Initiative';
        readonly 'deployed-to': 'Organisation';
        readonly 'repatriated-from': 'State';
        readonly 'provided-aid-to': 'State' | 'Organisation' | 'UnnamedGroup';
        readonly 'awarded': 'Organisation' | 'Official';
        readonly 'endorsed': 'Initiative' | 'Resolution' | 'Treaty';
        readonly 'proposed': 'Conference' | 'Event' | 'Initiative' | 'Treaty';
        readonly 'brokered': 'Event' | 'Initiative' | 'Treaty';
      };
      readonly in: {
        readonly 'succeeds': 'State';
        readonly 'repatriated-from': 'State';
        readonly 'provided-aid-to': 'State' | 'Organisation';
        readonly 'represented': 'Official';
        readonly 'delegation-of': 'Delegation';
        readonly 'about': 'Statement';
        readonly 'called-on': 'Statement';
        readonly 'host-country': 'Conference' | 'Event';
        readonly 'concerns': 'Conference' | 'Event' | 'Initiative' | 'Resolution' | 'Treaty' | 'UnnamedGroup';
        readonly 'office-for': 'Office';
        readonly 'organ-of': 'Organisation';
        readonly 'society-of': 'Organisation';
        readonly 'located-in': 'Organisation' | 'Place';
        readonly 'visited': 'Official';
        readonly 'national-of': 'Official';
      };
    };
    readonly 'Organisation': {
      readonly node: Organisation;
      readonly times: { readonly founded: 'PartialDate' };
      readonly out: {
        readonly 'participated-in': 'Conference' | 'Event';
        readonly 'delivered': 'Statement';
        readonly 'organised': 'Conference' | 'Event';
        readonly 'decided': 'Event';
        readonly 'co-launched': 'Initiative';
        readonly 'joined': 'Initiative';
        readonly 'leads': 'Initiative';
        readonly 'pledged': 'Initiative';
        readonly 'member-of': 'Organisation';
        readonly 'party-to': 'Treaty';
        readonly 'signed': 'Event' | 'Initiative' | 'Treaty';
        readonly 'established': 'Organisation' | 'Initiative';
        readonly 'provided-aid-to': 'State' | 'Organisation' | 'UnnamedGroup';
        readonly 'awarded': 'Organisation' | 'Official';
        readonly 'endorsed': 'Initiative' | 'Resolution' | 'Treaty';
        readonly 'proposed': 'Conference' | 'Event' | 'Initiative' | 'Treaty';
        readonly 'brokered': 'Event' | 'Initiative' | 'Treaty';
        readonly 'organ-of': 'State' | 'Organisation';
        readonly 'society-of': 'State';
        readonly 'located-in': 'State' | 'Place';
        readonly 'adopted': 'Resolution' | 'UnnamedGroup';
        readonly 'part-of': 'Organisation';
        readonly 'operates': 'Organisation';
        readonly 'published': 'Source';
      };
      readonly in: {
        readonly 'chaired': 'State' | 'Official';
        readonly 'candidate-for': 'State' | 'Official';
        readonly 'elected-to': 'State' | 'Official' | 'UnnamedGroup';
        readonly 'member-of': 'State' | 'Organisation' | 'Official' | 'UnnamedGroup';
        readonly 'withdrew-from': 'State';
        readonly 'established': 'State' | 'Organisation' | 'Official';
        readonly 'deployed-to': 'State';
        readonly 'provided-aid-to': 'State' | 'Organisation';
        readonly 'awarded': 'State' | 'Organisation' | 'Official';
        readonly 'represented': 'Official';
        readonly 'delegation-of': 'Delegation';
        readonly 'about': 'Statement';
        readonly 'called-on': 'Statement';
        readonly 'concerns': 'Conference' | 'Event' | 'Initiative' | 'Resolution' | 'Treaty' | 'UnnamedGroup';
        readonly 'organ-of': 'Organisation';
        readonly 'part-of': 'Organisation' | 'UnnamedGroup';
        readonly 'operates': 'Organisation';
        readonly 'heads': 'Official';
        readonly 'office-in': 'Office';
        readonly 'carries-seat-in': 'Office';
        readonly 'presented-credentials-to': 'Official';
        readonly 'cites': 'Source';
        readonly 'appointed-to': 'Official';
      };
    };
    readonly 'Official': {
      readonly node: Official;
      readonly times: {};
      readonly out: {
        readonly 'participated-in': 'Conference' | 'Event';
        readonly 'delivered': 'Statement';
        readonly 'chaired': 'Organisation' | 'Conference' | 'Event';
        readonly 'organised': 'Conference' | 'Event';
        readonly 'decided': 'Event';
        readonly 'leads': 'Initiative';
        readonly 'candidate-for': 'Organisation' | 'Office';
        readonly 'elected-to': 'Organisation' | 'Office';
        readonly 'member-of': 'Organisation';
        readonly 'signed': 'Event' | 'Initiative' | 'Treaty';
        readonly 'established': 'Organisation' | 'Initiative';
        readonly 'awarded': 'Organisation' | 'Official';
        readonly 'endorsed': 'Initiative' | 'Resolution' | 'Treaty';
        readonly 'proposed': 'Conference' | 'Event' | 'Initiative' | 'Treaty';
        readonly 'brokered': 'Event' | 'Initiative' | 'Treaty';
        readonly 'represented': 'State' | 'Organisation' | 'Official';
        readonly 'visited': 'State' | 'Place';
        readonly 'national-of': 'State';
        readonly 'heads': 'Organisation';
        readonly 'presented-credentials-to': 'Organisation' | 'Official';
        readonly 'appointed-to': 'Organisation' | 'Office';
        readonly 'served-on': 'Delegation';
        readonly 'spoke-at': 'Conference' | 'Event';
        readonly 'holds': 'Office';
        readonly 'met-with': 'Official';
        readonly 'succeeded': 'Official';
      };
      readonly in: {
        readonly 'awarded': 'State' | 'Organisation' | 'Official';
        readonly 'represented': 'Official';
        readonly 'about': 'Statement';
        readonly 'presented-credentials-to': 'Official';
        readonly 'met-with': 'Official';
        readonly 'succeeded': 'Official';
      };
    };
    readonly 'Office': {
      readonly node: Office;
      readonly times: {};
      readonly out: {
        readonly 'office-for': 'State';
        readonly 'office-in': 'Organisation';
        readonly 'carries-seat-in': 'Organisation';
      };
      readonly in: {
        readonly 'candidate-for': 'State' | 'Official';
        readonly 'elected-to': 'State' | 'Official' | 'UnnamedGroup';
        readonly 'about': 'Statement';
        readonly 'appointed-to': 'Official';
        readonly 'holds': 'Official';
      };
    };
    readonly 'Conference': {
      readonly node: Conference;
      readonly times: { readonly when: 'PartialDate'; readonly start: 'Date'; readonly end: 'Date' };
      readonly out: {
        readonly 'host-country': 'State';
        readonly 'concerns': 'State' | 'Organisation' | 'Initiative' | 'Treaty' | 'Place' | 'Topic' | 'Conflict';
        readonly 'adopted': 'Resolution' | 'UnnamedGroup';
        readonly 'part-of': 'Initiative';
        readonly 'held-in': 'Place';
        readonly 'follows': 'Conference';
        readonly 'has-purpose': 'Topic';
      };
      readonly in: {
        readonly 'participated-in': 'State' | 'Organisation' | 'Official' | 'Delegation' | 'UnnamedGroup';
        readonly 'chaired': 'State' | 'Official';
        readonly 'organised': 'State' | 'Organisation' | 'Official' | 'UnnamedGroup';
        readonly 'hosts': 'State';
        readonly 'proposed': 'State' | 'Organisation' | 'Official';
        readonly 'about': 'Statement';
        readonly 'part-of': 'Event';
        readonly 'spoke-at': 'Official';
        readonly 'follows': 'Conference';
      };
    };
    readonly 'Event': {
      readonly node: Event;
      readonly times: { readonly when: 'PartialDate'; readonly start: 'Date'; readonly end: 'Date' };
      readonly out: {
        readonly 'host-country': 'State';
        readonly 'concerns': 'State' | 'Organisation' | 'Initiative' | 'Treaty' | 'Place' | 'Topic' | 'Conflict';
        readonly 'adopted': 'Resolution' | 'UnnamedGroup';
        readonly 'part-of': 'Conference' | 'Event' | 'Initiative';
        readonly 'held-in': 'Place';
        readonly 'has-purpose': 'Topic';
      };
      readonly in: {
        readonly 'participated-in': 'State' | 'Organisation' | 'Official' | 'Delegation' | 'UnnamedGroup';
        readonly 'chaired': 'State' | 'Official';
        readonly 'organised': 'State' | 'Organisation' | 'Official' | 'UnnamedGroup';
        readonly 'decided': 'State' | 'Organisation' | 'Official';
        readonly 'hosts': 'State';
        readonly 'signed': 'State' | 'Organisation' | 'Official';
        readonly 'proposed': 'State' | 'Organisation' | 'Official';
        readonly 'brokered': 'State' | 'Organisation' | 'Official';
        readonly 'about': 'Statement';
        readonly 'part-of': 'Event';
        readonly 'spoke-at': 'Official';
      };
    };
    readonly 'Initiative': {
      readonly node: Initiative;
      readonly times: { readonly launched: 'PartialDate' };
      readonly out: {
        readonly 'concerns': 'State' | 'Organisation' | 'Initiative' | 'Treaty' | 'Place' | 'Topic' | 'Conflict';
        readonly 'part-of': 'Initiative';
        readonly 'has-purpose': 'Topic';
        readonly 'addresses': 'Conflict';
      };
      readonly in: {
        readonly 'hosts': 'State';
        readonly 'co-launched': 'State' | 'Organisation';
        readonly 'joined': 'State' | 'Organisation' | 'UnnamedGroup';
        readonly 'leads': 'State' | 'Organisation' | 'Official';
        readonly 'co-chairs': 'State';
        readonly 'guarantees': 'State';
        readonly 'pledged': 'State' | 'Organisation' | 'UnnamedGroup';
        readonly 'withdrew-from': 'State';
        readonly 'signed': 'State' | 'Organisation' | 'Official';
        readonly 'established': 'State' | 'Organisation' | 'Official';
        readonly 'endorsed': 'State' | 'Organisation' | 'Official';
        readonly 'proposed': 'State' | 'Organisation' | 'Official';
        readonly 'brokered': 'State' | 'Organisation' | 'Official';
        readonly 'about': 'Statement';
        readonly 'concerns': 'Conference' | 'Event' | 'Initiative' | 'Resolution' | 'Treaty' | 'UnnamedGroup';
        readonly 'part-of': 'Conference' | 'Event' | 'Initiative';
      };
    };
    readonly 'Resolution': {
      readonly node: Resolution;
      readonly times: { readonly adopted: 'PartialDate' };
      readonly out: {
        readonly 'concerns': 'State' | 'Organisation' | 'Initiative' | 'Treaty' | 'Place' | 'Topic' | 'Conflict';
      };
      readonly in: {
        readonly 'voted-on': 'State';
        readonly 'sponsored': 'State';
        readonly 'endorsed': 'State' | 'Organisation' | 'Official';
        readonly 'about': 'Statement';
        readonly 'adopted': 'Organisation' | 'Conference' | 'Event';
      };
    };
    readonly 'Treaty': {
      readonly node: Treaty;
      readonly times: { readonly concluded: 'PartialDate'; readonly opened: 'PartialDate'; readonly inForce: 'PartialDate' };
      readonly out: {
        readonly 'concerns': 'State' | 'Organisation' | 'Initiative' | 'Treaty' | 'Place' | 'Topic' | 'Conflict';
      };
      readonly in: {
        readonly 'withdrew-from': 'State';
        readonly 'party-to': 'State' | 'Organisation' | 'UnnamedGroup';
        readonly 'signed': 'State' | 'Organisation' | 'Official';
        readonly 'endorsed': 'State' | 'Organisation' | 'Official';
        readonly 'proposed': 'State' | 'Organisation' | 'Official';
        readonly 'brokered': 'State' | 'Organisation' | 'Official';
        readonly 'about': 'Statement';
        readonly 'concerns': 'Conference' | 'Event' | 'Initiative' | 'Resolution' | 'Treaty' | 'UnnamedGroup';
      };
    };
    readonly 'Delegation': {
      readonly node: Delegation;
      readonly times: {};
      readonly out: {
        readonly 'participated-in': 'Conference' | 'Event';
        readonly 'delegation-of': 'State' | 'Organisation';
      };
      readonly in: {
        readonly 'about': 'Statement';
        readonly 'served-on': 'Official';
      };
    };
    readonly 'Place': {
      readonly node: Place;
      readonly times: {};
      readonly out: {
        readonly 'located-in': 'State' | 'Place';
      };
      readonly in: {
        readonly 'about': 'Statement';
        readonly 'concerns': 'Conference' | 'Event' | 'Initiative' | 'Resolution' | 'Treaty' | 'UnnamedGroup';
        readonly 'located-in': 'Organisation' | 'Place';
        readonly 'visited': 'Official';
        readonly 'held-in': 'Conference' | 'Event';
      };
    };
    readonly 'Topic': {
      readonly node: Topic;
      readonly times: {};
      readonly out: {
        readonly 'part-of': 'Topic';
      };
      readonly in: {
        readonly 'about': 'Statement';
        readonly 'concerns': 'Conference' | 'Event' | 'Initiative' | 'Resolution' | 'Treaty' | 'UnnamedGroup';
        readonly 'part-of': 'Topic';
        readonly 'has-purpose': 'Conference' | 'Event' | 'Initiative';
      };
    };
    readonly 'Conflict': {
      readonly node: Conflict;
      readonly times: {};
      readonly out: {};
      readonly in: {
        readonly 'about': 'Statement';
        readonly 'concerns': 'Conference' | 'Event' | 'Initiative' | 'Resolution' | 'Treaty' | 'UnnamedGroup';
        readonly 'addresses': 'Initiative';
      };
    };
    readonly 'Statement': {
      readonly node: Statement;
      readonly times: { readonly when: 'PartialDate' };
      readonly out: {
        readonly 'about': 'State' | 'Organisation' | 'Official' | 'Office' | 'Conference' | 'Event' | 'Initiative' | 'Resolution' | 'Treaty' | 'Delegation' | 'Place' | 'Topic' | 'Conflict' | 'Statement' | 'UnnamedGroup' | 'Source';
        readonly 'called-on': 'State' | 'Organisation' | 'UnnamedGroup';
      };
      readonly in: {
        readonly 'delivered': 'State' | 'Organisation' | 'Official' | 'UnnamedGroup';
        readonly 'about': 'Statement';
      };
    };
    readonly 'UnnamedGroup': {
      readonly node: UnnamedGroup;
      readonly times: {};
      readonly out: {
        readonly 'participated-in': 'Conference' | 'Event';
        readonly 'delivered': 'Statement';
        readonly 'organised': 'Conference' | 'Event';
        readonly 'joined': 'Initiative';
        readonly 'pledged': 'Initiative';
        readonly 'elected-to': 'Organisation' | 'Office';
        readonly 'member-of': 'Organisation';
        readonly 'party-to': 'Treaty';
        readonly 'concerns': 'State' | 'Organisation' | 'Initiative' | 'Treaty' | 'Place' | 'Topic' | 'Conflict';
        readonly 'part-of': 'Organisation';
      };
      readonly in: {
        readonly 'provided-aid-to': 'State' | 'Organisation';
        readonly 'about': 'Statement';
        readonly 'called-on': 'Statement';
        readonly 'adopted': 'Organisation' | 'Conference' | 'Event';
      };
    };
    readonly 'Source': {
      readonly node: Source;
      readonly times: { readonly published: 'PartialDate'; readonly retrieved: 'PartialDate' };
      readonly out: {
        readonly 'cites': 'Organisation';
      };
      readonly in: {
        readonly 'about': 'Statement';
        readonly 'published': 'Organisation';
      };
    };
  };
  readonly interfaces: {
    readonly 'Entity': 'State' | 'Organisation' | 'Official' | 'Office' | 'Conference' | 'Event' | 'Initiative' | 'Resolution' | 'Treaty' | 'Delegation' | 'Place' | 'Topic' | 'Conflict' | 'Statement' | 'UnnamedGroup' | 'Source';
    readonly 'Party': 'State' | 'Organisation' | 'Official' | 'Delegation' | 'UnnamedGroup';
    readonly 'Occasion': 'Conference' | 'Event';
  };
  readonly edges: {
    readonly 'participated-in': { readonly from: 'State' | 'Organisation' | 'Official' | 'Delegation' | 'UnnamedGroup'; readonly to: 'Conference' | 'Event'; readonly carries: 'EdgeProperties' };
    readonly 'delivered': { readonly from: 'State' | 'Organisation' | 'Official' | 'UnnamedGroup'; readonly to: 'Statement'; readonly carries: 'EdgeProperties' };
    readonly 'chaired': { readonly from: 'State' | 'Official'; readonly to: 'Organisation' | 'Conference' | 'Event'; readonly carries: 'EdgeProperties' };
    readonly 'organised': { readonly from: 'State' | 'Organisation' | 'Official' | 'UnnamedGroup'; readonly to: 'Conference' | 'Event'; readonly carries: 'EdgeProperties' };
    readonly 'decided': { readonly from: 'State' | 'Organisation' | 'Official'; readonly to: 'Event'; readonly carries: 'EdgeProperties' };
    readonly 'hosts': { readonly from: 'State'; readonly to: 'Conference' | 'Event' | 'Initiative'; readonly carries: 'EdgeProperties' };
    readonly 'voted-on': { readonly from: 'State'; readonly to: 'Resolution'; readonly carries: 'VoteProperties' };
    readonly 'sponsored': { readonly from: 'State'; readonly to: 'Resolution'; readonly carries: 'EdgeProperties' };
    readonly 'co-launched': { readonly from: 'State' | 'Organisation'; readonly to: 'Initiative'; readonly carries: 'EdgeProperties' };
    readonly 'joined': { readonly from: 'State' | 'Organisation' | 'UnnamedGroup'; readonly to: 'Initiative'; readonly carries: 'EdgeProperties' };
    readonly 'leads': { readonly from: 'State' | 'Organisation' | 'Official'; readonly to: 'Initiative'; readonly carries: 'EdgeProperties' };
    readonly 'co-chairs': { readonly from: 'State'; readonly to: 'Initiative'; readonly carries: 'WorkstreamProperties' };
    readonly 'guarantees': { readonly from: 'State'; readonly to: 'Initiative'; readonly carries: 'EdgeProperties' };
    readonly 'pledged': { readonly from: 'State' | 'Organisation' | 'UnnamedGroup'; readonly to: 'Initiative'; readonly carries: 'EdgeProperties' };
    readonly 'candidate-for': { readonly from: 'State' | 'Official'; readonly to: 'Organisation' | 'Office'; readonly carries: 'EdgeProperties' };
    readonly 'elected-to': { readonly from: 'State' | 'Official' | 'UnnamedGroup'; readonly to: 'Organisation' | 'Office'; readonly carries: 'ElectionProperties' };
    readonly 'succeeds': { readonly from: 'State'; readonly to: 'State'; readonly carries: 'EdgeProperties' };
    readonly 'member-of': { readonly from: 'State' | 'Organisation' | 'Official' | 'UnnamedGroup'; readonly to: 'Organisation'; readonly carries: 'EdgeProperties' };
    readonly 'withdrew-from': { readonly from: 'State'; readonly to: 'Organisation' | 'Initiative' | 'Treaty'; readonly carries: 'EdgeProperties' };
    readonly 'party-to': { readonly from: 'State' | 'Organisation' | 'UnnamedGroup'; readonly to: 'Treaty'; readonly carries: 'TreatyProperties' };
    readonly 'signed': { readonly from: 'State' | 'Organisation' | 'Official'; readonly to: 'Event' | 'Initiative' | 'Treaty'; readonly carries: 'EdgeProperties' };
    readonly 'established': { readonly from: 'State' | 'Organisation' | 'Official'; readonly to: 'Organisation' | 'Initiative'; readonly carries: 'EdgeProperties' };
    readonly 'deployed-to': { readonly from: 'State'; readonly to: 'Organisation'; readonly carries: 'DeploymentProperties' };
    readonly 'repatriated-from': { readonly from: 'State'; readonly to: 'State'; readonly carries: 'RepatriationProperties' };
    readonly 'provided-aid-to': { readonly from: 'State' | 'Organisation'; readonly to: 'State' | 'Organisation' | 'UnnamedGroup'; readonly carries: 'EdgeProperties' };
    readonly 'awarded': { readonly from: 'State' | 'Organisation' | 'Official'; readonly to: 'Organisation' | 'Official'; readonly carries: 'EdgeProperties' };
    readonly 'endorsed': { readonly from: 'State' | 'Organisation' | 'Official'; readonly to: 'Initiative' | 'Resolution' | 'Treaty'; readonly carries: 'EdgeProperties' };
    readonly 'proposed': { readonly from: 'State' | 'Organisation' | 'Official'; readonly to: 'Conference' | 'Event' | 'Initiative' | 'Treaty'; readonly carries: 'EdgeProperties' };
    readonly 'brokered': { readonly from: 'State' | 'Organisation' | 'Official'; readonly to: 'Event' | 'Initiative' | 'Treaty'; readonly carries: 'EdgeProperties' };
    readonly 'represented': { readonly from: 'Official'; readonly to: 'State' | 'Organisation' | 'Official'; readonly carries: 'EdgeProperties' };
    readonly 'delegation-of': { readonly from: 'Delegation'; readonly to: 'State' | 'Organisation'; readonly carries: 'EdgeProperties' };
    readonly 'about': { readonly from: 'Statement'; readonly to: 'State' | 'Organisation' | 'Official' | 'Office' | 'Conference' | 'Event' | 'Initiative' | 'Resolution' | 'Treaty' | 'Delegation' | 'Place' | 'Topic' | 'Conflict' | 'Statement' | 'UnnamedGroup' | 'Source'; readonly carries: 'EdgeProperties' };
    readonly 'called-on': { readonly from: 'Statement'; readonly to: 'State' | 'Organisation' | 'UnnamedGroup'; readonly carries: 'EdgeProperties' };
    readonly 'host-country': { readonly from: 'Conference' | 'Event'; readonly to: 'State'; readonly carries: 'EdgeProperties' };
    readonly 'concerns': { readonly from: 'Conference' | 'Event' | 'Initiative' | 'Resolution' | 'Treaty' | 'UnnamedGroup'; readonly to: 'State' | 'Organisation' | 'Initiative' | 'Treaty' | 'Place' | 'Topic' | 'Conflict'; readonly carries: 'EdgeProperties' };
    readonly 'office-for': { readonly from: 'Office'; readonly to: 'State'; readonly carries: 'EdgeProperties' };
    readonly 'organ-of': { readonly from: 'Organisation'; readonly to: 'State' | 'Organisation'; readonly carries: 'EdgeProperties' };
    readonly 'society-of': { readonly from: 'Organisation'; readonly to: 'State'; readonly carries: 'EdgeProperties' };
    readonly 'located-in': { readonly from: 'Organisation' | 'Place'; readonly to: 'State' | 'Place'; readonly carries: 'EdgeProperties' };
    readonly 'visited': { readonly from: 'Official'; readonly to: 'State' | 'Place'; readonly carries: 'EdgeProperties' };
    readonly 'national-of': { readonly from: 'Official'; readonly to: 'State'; readonly carries: 'EdgeProperties' };
    readonly 'adopted': { readonly from: 'Organisation' | 'Conference' | 'Event'; readonly to: 'Resolution' | 'UnnamedGroup'; readonly carries: 'AdoptionProperties' };
    readonly 'part-of': { readonly from: 'Organisation' | 'Conference' | 'Event' | 'Initiative' | 'Topic' | 'UnnamedGroup'; readonly to: 'Organisation' | 'Initiative' | 'Conference' | 'Event' | 'Topic'; readonly carries: 'EdgeProperties' };
    readonly 'operates': { readonly from: 'Organisation'; readonly to: 'Organisation'; readonly carries: 'EdgeProperties' };
    readonly 'published': { readonly from: 'Organisation'; readonly to: 'Source'; readonly carries: 'EdgeProperties' };
    readonly 'heads': { readonly from: 'Official'; readonly to: 'Organisation'; readonly carries: 'TenureProperties' };
    readonly 'office-in': { readonly from: 'Office'; readonly to: 'Organisation'; readonly carries: 'EdgeProperties' };
    readonly 'carries-seat-in': { readonly from: 'Office'; readonly to: 'Organisation'; readonly carries: 'EdgeProperties' };
    readonly 'presented-credentials-to': { readonly from: 'Official'; readonly to: 'Organisation' | 'Official'; readonly carries: 'EdgeProperties' };
    readonly 'cites': { readonly from: 'Source'; readonly to: 'Organisation'; readonly carries: 'EdgeProperties' };
    readonly 'appointed-to': { readonly from: 'Official'; readonly to: 'Organisation' | 'Office'; readonly carries: 'EdgeProperties' };
    readonly 'served-on': { readonly from: 'Official'; readonly to: 'Delegation'; readonly carries: 'EdgeProperties' };
    readonly 'spoke-at': { readonly from: 'Official'; readonly to: 'Conference' | 'Event'; readonly carries: 'SpeakingProperties' };
    readonly 'holds': { readonly from: 'Official'; readonly to: 'Office'; readonly carries: 'TenureProperties' };
    readonly 'met-with': { readonly from: 'Official'; readonly to: 'Official'; readonly carries: 'EdgeProperties' };
    readonly 'succeeded': { readonly from: 'Official'; readonly to: 'Official'; readonly carries: 'EdgeProperties' };
    readonly 'held-in': { readonly from: 'Conference' | 'Event'; readonly to: 'Place'; readonly carries: 'EdgeProperties' };
    readonly 'follows': { readonly from: 'Conference'; readonly to: 'Conference'; readonly carries: 'EdgeProperties' };
    readonly 'has-purpose': { readonly from: 'Conference' | 'Event' | 'Initiative'; readonly to: 'Topic'; readonly carries: 'EdgeProperties' };
    readonly 'addresses': { readonly from: 'Initiative'; readonly to: 'Conflict'; readonly carries: 'EdgeProperties' };
  };
  readonly carried: {
    readonly 'EdgeProperties': {
      readonly properties: EdgeProperties;
      readonly times: { readonly when: 'PartialDate'; readonly attested: 'PartialDate'; readonly since: 'Date'; readonly until: 'Date' };
    };
    readonly 'SpeakingProperties': {
      readonly properties: SpeakingProperties;
      readonly times: { readonly when: 'PartialDate'; readonly attested: 'PartialDate'; readonly since: 'Date'; readonly until: 'Date' };
    };
    readonly 'AdoptionProperties': {
      readonly properties: AdoptionProperties;
      readonly times: { readonly when: 'PartialDate'; readonly attested: 'PartialDate'; readonly since: 'Date'; readonly until: 'Date' };
    };
    readonly 'VoteProperties': {
      readonly properties: VoteProperties;
      readonly times: { readonly when: 'PartialDate'; readonly attested: 'PartialDate'; readonly since: 'Date'; readonly until: 'Date' };
    };
    readonly 'WorkstreamProperties': {
      readonly properties: WorkstreamProperties;
      readonly times: { readonly when: 'PartialDate'; readonly attested: 'PartialDate'; readonly since: 'Date'; readonly until: 'Date' };
    };
    readonly 'TenureProperties': {
      readonly properties: TenureProperties;
      readonly times: { readonly when: 'PartialDate'; readonly attested: 'PartialDate'; readonly since: 'Date'; readonly until: 'Date' };
    };
    readonly 'ElectionProperties': {
      readonly properties: ElectionProperties;
      readonly times: { readonly when: 'PartialDate'; readonly attested: 'PartialDate'; readonly since: 'Date'; readonly until: 'Date' };
    };
    readonly 'TreatyProperties': {
      readonly properties: TreatyProperties;
      readonly times: { readonly when: 'PartialDate'; readonly attested: 'PartialDate'; readonly since: 'Date'; readonly until: 'Date'; readonly signed: 'PartialDate'; readonly ratified: 'PartialDate'; readonly inForce: 'PartialDate' };
    };
    readonly 'DeploymentProperties': {
      readonly properties: DeploymentProperties;
      readonly times: { readonly when: 'PartialDate'; readonly attested: 'PartialDate'; readonly since: 'Date'; readonly until: 'Date' };
    };
    readonly 'RepatriationProperties': {
      readonly properties: RepatriationProperties;
      readonly times: { readonly when: 'PartialDate'; readonly attested: 'PartialDate'; readonly since: 'Date'; readonly until: 'Date' };
    };
  };
}

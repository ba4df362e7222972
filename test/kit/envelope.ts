/**
 * What every edge may say, as the fields of a `@relationshipProperties` type, for ontologies of tests.
 */

export const envelopeEnums = `
enum Status { STATED INFERRED }
enum Modality { FACT REPORTED PLANNED DENIED }
enum Rank { PREFERRED NORMAL DEPRECATED }
`;

export const envelopeFields = `
  id: ID!
  when: PartialDate
  since: Date
  until: Date
  attested: PartialDate
  role: String
  at: ID
  act: ID
  status: Status!
  rule: String
  premises: [ID!]!
  modality: Modality!
  saidBy: ID
  confidence: Float!
  rank: Rank!
  note: String
  sources: [ID!]!
  locators: [String!]!
`;

/**
 * Graphs of other ontologies than ours, and of names that nobody should have.
 */
import { type AnyOntology, type Graph, openGraph } from '../../src/index.ts';

const MOVIES = `
type Person @node {
  id: ID!
  name: String!
  actedIn: [Film!]! @relationship(type: "acted-in", direction: OUT, properties: "Role")
  directed: [Film!]! @relationship(type: "directed", direction: OUT, properties: "Role")
}
type Film @node {
  id: ID!
  title: String!
  year: Int
  url: String
  cast: [Person!]! @relationship(type: "acted-in", direction: IN, properties: "Role")
  directors: [Person!]! @relationship(type: "directed", direction: IN, properties: "Role")
}
type Role @relationshipProperties { role: String }
`;

export const moviesGraph = (): Promise<Graph<AnyOntology>> =>
  openGraph<AnyOntology>({
    schema: MOVIES,
    nodes: [
      { id: 'person:helm', type: 'Person', name: 'Brigitte Helm', replaces: ['person:schittenhelm'] },
      { id: 'person:lang', type: 'Person', name: 'Fritz Lang' },
      { id: 'film:metropolis', type: 'Film', title: 'Metropolis', year: 1927 },
    ],
    edges: [
      { from: 'person:helm', edge: 'acted-in', to: 'film:metropolis', role: 'Maria' },
      { from: 'person:lang', edge: 'directed', to: 'film:metropolis' },
    ],
  });

export const hostileGraph = (): Promise<Graph<AnyOntology>> =>
  openGraph<AnyOntology>({
    schema: MOVIES,
    nodes: [
      { id: 'person:evil', type: 'Person', name: '<img src=x onerror=alert(1)></script><script>alert(2)</script>' },
      { id: 'person:long', type: 'Person', name: `${'Ω'.repeat(5000)}` },
      { id: 'person:han', type: 'Person', name: '哈萨克斯坦' },
      { id: 'person:rtl', type: 'Person', name: 'محمد ‮evil' },
      { id: 'source:evil', type: 'Film', title: '"><svg onload=alert(3)>', url: 'javascript:alert(4)' },
    ],
    edges: [
      { from: 'person:evil', edge: 'acted-in', to: 'source:evil', role: '<b>lead</b>' },
      { from: 'person:long', edge: 'acted-in', to: 'source:evil' },
      { from: 'person:han', edge: 'acted-in', to: 'source:evil' },
      { from: 'person:rtl', edge: 'acted-in', to: 'source:evil' },
    ],
  });

/** A film that so many acted in. */
export function hubGraph(actors: number): Promise<Graph<AnyOntology>> {
  const ids = Array.from({ length: actors }, (_, i) => `person:p${i}`);
  return openGraph<AnyOntology>({
    schema: MOVIES,
    nodes: [
      { id: 'film:hub', type: 'Film', title: 'A film with everybody' },
      ...ids.map((id) => ({ id, type: 'Person', name: `Person ${id.slice(8)}` })),
    ],
    edges: ids.map((from) => ({ from, edge: 'acted-in', to: 'film:hub' })),
  });
}

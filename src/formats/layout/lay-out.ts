/**
 * Where the nodes of a view are drawn: near to what they have to do with, the same on every run.
 *
 * Each component is laid out for itself, brought to one scale and turned so that it is wider than tall; then they are
 * packed side by side, the largest in the middle. A layout is made once for a view and kept with its graph.
 */

import { UndirectedGraph } from 'graphology';
import circlepackModule from 'graphology-layout/circlepack.js';
import { seededRandom } from '../../base/seeded-random.ts';
import type { KnowledgeGraph } from '../../store/knowledge-graph.ts';
import type { GraphView } from '../../views/graph-view.ts';
import { type Component, joinedPairs } from './joined-pairs.ts';
import { placeComponent } from './place-component.ts';

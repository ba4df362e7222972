/**
 * With whom was Kazakhstan bound by most treaties at the end of 2020, and with whom by most that bind five or fewer?
 *
 * Counted are treaties of the default world and of the pack together; where the end of one is not known, it may hold still.
 */
const DAY = '2020-12-31';
const FEW = 5;

export function answer(graph) {
  const then = graph.asOf(DAY);
  const [all, ofFew] = [new Map(), new Map()];
  const treaties = then.from('state:kaz').out('party-to').nodes();
  for (const treaty of treaties) {
    const parties = then.from(treaty.id).in('party-to').nodes();
    for (const { id } of parties) {
      if (id === 'state:kaz') continue;
      all.set(id, (all.get(id) ?? 0) + 1);
      if (parties.length <= FEW) ofFew.set(id, (ofFew.get(id) ?? 0) + 1);
    }
  }
  const first = (counts) =>
    [...counts]
      .map(([id, treaties]) => ({ party: graph.node(id).name, treaties }))
      .sort((a, b) => b.treaties - a.treaties || (a.party < b.party ? -1 : 1))
      .slice(0, 10);
  return { treaties: treaties.length, most: first(all), mostOfFew: first(ofFew) };
}

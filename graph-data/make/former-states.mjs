/**
 * States that no longer exist and that the tables speak of: their codes in the data sets, names, nodes and last days.
 *
 * The last days are those of the notes on membership at the United Nations (`source:wikisource-un-member-states`). The
 * Soviet Union is no state of its own here: the Russian Federation continues its membership and its treaties. Yugoslavia
 * ends here when its membership did, on the day on which the Federal Republic was admitted as a new member.
 */
export const formerStates = [
  { code: 'CSK', name: 'Czechoslovakia', id: 'state:csk', end: '1992-12-31' },
  { code: 'DDR', name: 'German Democratic Republic', id: 'state:ddr', end: '1990-10-03' },
  { code: 'SCG', name: 'Serbia and Montenegro', id: 'state:scg', end: '2006-06-03' },
  { code: 'X-ZAN', name: 'Zanzibar', id: 'state:zanzibar', end: '1964-04-26' },
  { code: 'YMD', name: 'Democratic Yemen', id: 'state:ymd', end: '1990-05-22' },
  { code: 'YUG', name: 'Yugoslavia', id: 'state:yug', end: '2000-11-01' },
];

import { expect, test } from 'vitest';
import { parseWhen } from './dates.ts';
import { officeAt } from './offices.ts';

const office = (title: string, from?: string, until?: string) => ({
  title,
  from: from === undefined ? undefined : parseWhen(from),
  until: until === undefined ? undefined : parseWhen(until),
  source: undefined as never,
});

test.each([
  ['in the office', [office('Mayor', '1901', '1906-03')], 'Mayor'],
  ['not yet', [office('Mayor', '1905')], undefined],
  ['no longer', [office('Mayor', '1901', '1903')], undefined],
  ['since and until when is not known', [office('Mayor')], 'Mayor'],
  ['one of two', [office('Clerk', '1890', '1900'), office('Mayor', '1901')], 'Mayor'],
  ['none', [], undefined],
])('%s', (_, offices, title) => expect(officeAt({ offices }, parseWhen('1904-05-02'))?.title).toBe(title));

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { HeldEntry } from '../../../../subgraphs/kit/applier.ts';
import { openMigratedMemory } from '../../../support/databases.ts';
import { acted, recorded, shown } from '../events.ts';
import { at, HOSPITAL, later, OFFICES } from '../opinion/offices.ts';
import { serveSentiment, staff, type ServedSentiment } from '../serve-sentiment.ts';
import { held, take } from './taking-over.ts';

let city: ServedSentiment;
beforeAll(async () => {
  city = await serveSentiment(await openMigratedMemory());
  city.clock.at = later(0.5);
  await city.tell(...OFFICES);
});
afterAll(() => city.close());

it('an event that was handled here and is handled elsewhere from now on has its own clocks no longer', async () => {
  const input = { source: 'WEIBO', summary: '仅内部', responsible: HOSPITAL, detectedAt: at(0) };
  const { id } = await recorded(city, input);
  await acted(city, 'superviseOpinionEvent', { id, input: { note: '尽快' } }, staff('REVIEWER'));
  const entry = held(await city.entries()).findLast(({ subjectId }) => subjectId === id) as HeldEntry;
  const payload = { ...entry.payload, title: '改由县级处理', severity: 'MAJOR', responseDueAt: at(24) };
  await take(city, [{ ...entry, id: 'from the county', kind: 'REVISED', payload }]);

  const fields = 'title source summary stage responseDueAt deadlines { kind dueAt alarms { stage } } steps { kind }';
  expect(await shown(city, id, fields, staff('EDITOR'))).toEqual({
    ...{ title: '改由县级处理', source: 'WEIBO', summary: '仅内部', stage: 'ASSIGNED', responseDueAt: at(24) },
    deadlines: [{ kind: 'RESPONSE', dueAt: at(24), alarms: [] }],
    steps: ['DETECTED', 'JUDGED', 'ASSIGNED', 'SUPERVISED'].map((kind) => ({ kind })),
  });
  const before = (await city.entries()).length;
  city.clock.at = later(1_000);
  await city.chores();
  expect(await city.entries()).toHaveLength(before);
});

import { expect, it } from 'vitest';
import { heldStage } from '../../../../subgraphs/sentiment/rules/opinion/held-stage.ts';

const ANSWERED = new Date('2026-11-23T01:30:00.000Z');

it.each([
  ['OPEN', null, null, 'JUDGED'],
  ['OPEN', null, 'office', 'ASSIGNED'],
  ['OPEN', ANSWERED, 'office', 'REWORK'],
  ['OPEN', ANSWERED, null, 'REWORK'],
  ['RESPONDED', ANSWERED, null, 'ANSWERED'],
  ['CLOSED', ANSWERED, 'office', 'CLOSED'],
] as const)('an event elsewhere that is %s, answered %s, by %s, is %s', (status, respondedAt, responsibleId, stage) => {
  expect(heldStage({ status, respondedAt, responsibleId })).toBe(stage);
});

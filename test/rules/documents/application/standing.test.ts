import { describe, expect, it } from 'vitest';
import type { ApplicationFact } from '../../../../subgraphs/documents/rules/application/facts.ts';
import { standingOf, type Standing } from '../../../../subgraphs/documents/rules/application/standing.ts';
import { day } from './calendar.ts';

const REGISTERED: Standing = {
  ...{ stage: 'HANDLING', correction: null, consultations: [], extension: null, reasons: null },
  ...{ fee: null, answer: null, archivedOn: null },
};
const at = { on: day('2026-09-03') };
const FACTS: readonly ApplicationFact[] = [
  { ...at, kind: 'CORRECTION_ASKED', correctBy: day('2026-09-20') },
  { ...at, kind: 'CORRECTED' },
  { ...at, kind: 'CONSULTED', consultation: 'a', party: 'THIRD_PARTY' },
  { ...at, kind: 'CONSULTED', consultation: 'b', party: 'CO_MAKER' },
  { ...at, kind: 'CONSULTATION_DELIVERED', consultation: 'b' },
  { ...at, kind: 'CONSULTATION_REPLIED', consultation: 'b', reply: 'REFUSED', isReasonable: true },
  { ...at, kind: 'PUBLIC_INTEREST_TOLD', consultation: 'b' },
  { ...at, kind: 'EXTENDED', days: 3, approvedBy: 'head-1' },
  { ...at, kind: 'REASONS_ASKED' },
  { ...at, kind: 'REASONS_GIVEN', isReasonable: true, delayedUntil: day('2026-12-01') },
  { ...at, kind: 'FEE_NOTIFIED', payBy: day('2026-10-03') },
  { ...at, kind: 'FEE_PAID' },
  { ...at, kind: 'ANSWERED', result: 'GRANTED' },
  { ...at, kind: 'ARCHIVED' },
];

describe('what an application comes to', () => {
  it('is nothing yet once it is registered', () => {
    expect(standingOf([])).toEqual(REGISTERED);
  });

  it('is everything that happened to it', () => {
    const unanswered = { deliveredOn: null, repliedOn: null, reply: null, isReasonable: false };
    expect(standingOf(FACTS)).toEqual({
      stage: 'ARCHIVED',
      correction: { askedOn: at.on, correctBy: '2026-09-20', correctedOn: at.on },
      consultations: [
        { id: 'a', kind: 'THIRD_PARTY', sentOn: at.on, ...unanswered, publicInterestToldOn: null },
        {
          ...{ id: 'b', kind: 'CO_MAKER', sentOn: at.on, deliveredOn: at.on, repliedOn: at.on },
          ...{ reply: 'REFUSED', isReasonable: true, publicInterestToldOn: at.on },
        },
      ],
      extension: { toldOn: at.on, days: 3, approvedBy: 'head-1' },
      reasons: { askedOn: at.on, givenOn: at.on, isReasonable: true, delayedUntil: '2026-12-01' },
      fee: { notifiedOn: at.on, payBy: '2026-10-03', paidOn: at.on },
      answer: { on: at.on, result: 'GRANTED' },
      archivedOn: at.on,
    });
  });

  it.each(FACTS.filter(({ kind }) => /ASKED|CONSULTED|NOTIFIED/.test(kind)))('begins to wait with $kind', (fact) => {
    const { correction, reasons, fee, consultations } = standingOf([fact]);
    expect(correction?.correctedOn ?? null).toBeNull();
    expect(reasons ?? { givenOn: null, isReasonable: false, delayedUntil: null }).toMatchObject({
      ...{ givenOn: null, isReasonable: false, delayedUntil: null },
    });
    expect(fee?.paidOn ?? null).toBeNull();
    expect(consultations.every(({ repliedOn, isReasonable }) => repliedOn === null && !isReasonable)).toBe(true);
  });

  it('does not change by what follows on something that never happened', () => {
    const orphans = ['CORRECTED', 'REASONS_GIVEN', 'FEE_PAID', 'CONSULTATION_DELIVERED', 'PUBLIC_INTEREST_TOLD'];
    expect(standingOf(FACTS.filter(({ kind }) => orphans.includes(kind)))).toEqual(REGISTERED);
  });
});

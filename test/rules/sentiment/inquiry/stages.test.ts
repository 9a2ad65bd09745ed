import { describe, expect, it } from 'vitest';
import {
  INQUIRY_KINDS,
  INQUIRY_STAGES,
  type InquiryKind,
} from '../../../../subgraphs/sentiment/rules/inquiry/inquiry-kinds.ts';
import { stageRefusals, type InquiryStepName } from '../../../../subgraphs/sentiment/rules/inquiry/stages.ts';

/** The order of the stages, written down a second time: where each step is open, and to whom. */
const OPEN: Readonly<Record<InquiryStepName, readonly [stages: string, kinds: 'all' | 'petitions' | 'others']>> = {
  assign: ['RECEIVED IN_HAND', 'all'],
  object: ['IN_HAND', 'petitions'],
  accept: ['RECEIVED IN_HAND', 'petitions'],
  decline: ['RECEIVED IN_HAND', 'petitions'],
  extend: ['RECEIVED IN_HAND', 'all'],
  supervise: ['IN_HAND', 'all'],
  answer: ['RECEIVED IN_HAND', 'all'],
  rate: ['ANSWERED', 'all'],
  rework: ['ANSWERED', 'others'],
  repeat: ['RECEIVED IN_HAND', 'all'],
  askReview: ['ANSWERED', 'petitions'],
  decideReview: ['IN_HAND', 'petitions'],
  close: ['ANSWERED', 'all'],
};

describe('the stages of an inquiry', () => {
  const cases = Object.entries(OPEN) as [InquiryStepName, (typeof OPEN)[InquiryStepName]][];
  it.each(cases)('say when staff may %s', (step, [stages, kinds]) => {
    for (const stage of INQUIRY_STAGES) {
      for (const kind of INQUIRY_KINDS) {
        const codes = stageRefusals(step, { stage, kind }).map(({ code }) => code);
        expect(codes.includes('STATUS_NOT_FITTING')).toBe(!stages.split(' ').includes(stage));
        expect(codes.includes('ONLY_FOR_PETITIONS')).toBe(kinds === 'petitions' && kind !== 'PETITION');
        expect(codes.includes('NOT_FOR_PETITIONS')).toBe(kinds === 'others' && kind === 'PETITION');
      }
    }
  });

  it('name the stages that would do, and the rule', () => {
    expect(stageRefusals('close', { stage: 'IN_HAND', kind: 'COMPLAINT' satisfies InquiryKind })).toEqual([
      { code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'ANSWERED', got: 'IN_HAND', rules: ['P7'] },
    ]);
  });
});

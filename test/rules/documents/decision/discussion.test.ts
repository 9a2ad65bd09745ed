import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../../core/civil-date.ts';
import { discussionRefusals, type MeetingInput } from '../../../../subgraphs/documents/rules/decision/discussion.ts';
import type { PreparedDecision } from '../../../../subgraphs/documents/rules/decision/legality-review.ts';

const day = civilDate;
const READY: PreparedDecision = {
  stage: 'CONSULTATION',
  isPublic: true,
  closesOn: day('2026-04-30'),
  assessments: [
    { kind: 'EXPERTS', on: day('2026-05-04') },
    { kind: 'RISKS', on: day('2026-05-02') },
  ],
  review: { handedInOn: day('2026-05-11'), opinionOn: day('2026-05-20'), opinion: 'LAWFUL' },
};
const INPUT: MeetingInput = {
  heldOn: day('2026-05-20'),
  publicRepresentatives: 3,
  opinionsVoiced: 2,
  opinionsAdopted: 2,
};
const refused = (decision: Partial<PreparedDecision>, input: Partial<MeetingInput> = {}) =>
  discussionRefusals({ ...READY, ...decision }, { ...INPUT, ...input }, day('2026-06-01'));
const unreviewed = (got: string) => ({
  code: 'LEGALITY_REVIEW_MISSING',
  path: ['id'],
  expected: 'LAWFUL',
  got,
  rules: ['M3'],
});

describe('the discussion of a decision', () => {
  it.each<[string, Partial<PreparedDecision>, object[]]>([
    ['that is ready', {}, []],
    ['without a review of legality', { review: null }, [unreviewed('NONE')]],
    [
      'whose review is under way',
      { review: { handedInOn: day('2026-05-11'), opinionOn: null, opinion: null } },
      [unreviewed('HANDED_IN')],
    ],
    [
      'that was found unlawful',
      { review: { handedInOn: day('2026-05-11'), opinionOn: day('2026-05-20'), opinion: 'UNLAWFUL' } },
      [unreviewed('UNLAWFUL')],
    ],
    [
      'the day before the opinion',
      { review: { handedInOn: day('2026-05-11'), opinionOn: day('2026-05-21'), opinion: 'LAWFUL' } },
      [
        {
          code: 'DAY_TOO_EARLY',
          path: ['input', 'heldOn'],
          expected: '2026-05-21',
          got: '2026-05-20',
          rules: ['M3'],
        },
      ],
    ],
    [
      'without an assessment of its risks',
      { assessments: [{ kind: 'EXPERTS', on: day('2026-05-04') }] },
      [{ code: 'ASSESSMENT_MISSING', path: ['id'], expected: 'RISKS', rules: ['M4'] }],
    ],
    [
      'on the last day of the consultation',
      { closesOn: day('2026-05-20') },
      [
        {
          code: 'CONSULTATION_NOT_CLOSED',
          path: ['input', 'heldOn'],
          expected: '2026-05-20',
          got: '2026-05-20',
          rules: ['M2'],
        },
      ],
    ],
  ])('%s', (_case, decision, refusals) => {
    expect(refused(decision)).toEqual(refusals);
  });

  it('of a listed one is told all that lacks', () => {
    const bare = { stage: 'LISTED', closesOn: null, assessments: [], review: null } as const;
    expect(refused(bare).map(({ code }) => code)).toEqual([
      'CONSULTATION_NOT_CLOSED',
      'ASSESSMENT_MISSING',
      'ASSESSMENT_MISSING',
      'LEGALITY_REVIEW_MISSING',
    ]);
  });

  it.each(['DISCUSSED', 'DECIDED', 'FEEDBACK', 'ABANDONED'] as const)('of one that is %s is out of order', (stage) => {
    expect(refused({ stage, closesOn: null, assessments: [], review: null })).toEqual([
      { code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'CONSULTATION', got: stage, rules: ['M1'] },
    ]);
  });

  const count = (field: string, expected: string, got: string) => ({
    code: 'NUMBER_OUT_OF_RANGE',
    path: ['input', field],
    expected,
    got,
  });
  it.each<[Partial<MeetingInput>, object[]]>([
    [{ opinionsAdopted: 3 }, [count('opinionsAdopted', '0–2', '3')]],
    [{ publicRepresentatives: -1 }, [count('publicRepresentatives', '0–10000000', '-1')]],
    [
      { opinionsVoiced: -1, opinionsAdopted: 1 },
      [count('opinionsVoiced', '0–10000000', '-1'), count('opinionsAdopted', '0–0', '1')],
    ],
    [{ opinionsVoiced: -1, opinionsAdopted: 0 }, [count('opinionsVoiced', '0–10000000', '-1')]],
    [
      { heldOn: day('2026-06-02') },
      [{ code: 'VALUE_IN_FUTURE', path: ['input', 'heldOn'], expected: '2026-06-01', got: '2026-06-02' }],
    ],
    [{ heldOn: day('2026-06-01') }, []],
  ])('with %j', (input, refusals) => {
    expect(refused({}, input)).toEqual(refusals);
  });
});

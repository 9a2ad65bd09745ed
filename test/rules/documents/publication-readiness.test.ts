import { describe, expect, it } from 'vitest';
import { publicationRefusals, type Candidate } from '../../../subgraphs/documents/rules/publication-readiness.ts';

const READY: Candidate = {
  status: 'APPROVED',
  attribute: 'PROACTIVE',
  ground: null,
  superiorException: null,
  origin: 'MADE',
  issuerId: 'us',
  leadIssuerId: null,
  isFiled: false,
  isPolicy: true,
  isNormative: false,
  isEnterpriseRelated: false,
  isConsulted: false,
  passes: 3,
  interpretations: 1,
  superiorAttribute: 'PROACTIVE',
};
const codes = (document: Partial<Candidate>) => publicationRefusals({ ...READY, ...document }).map(({ code }) => code);

describe('a document', () => {
  it('is published when it is disclosed proactively, reviewed and interpreted', () => {
    expect(codes({})).toEqual([]);
  });

  it('that is no policy needs no interpretation', () => {
    expect(codes({ isPolicy: false, interpretations: 0 })).toEqual([]);
  });

  it.each<[string, Partial<Candidate>, string[]]>([
    ['without an attribute', { attribute: null }, ['ATTRIBUTE_MISSING']],
    ['on request only', { attribute: 'ON_REQUEST', ground: '第十五条', isFiled: true }, ['NOT_PUBLIC']],
    [
      'on request only, without ground or filing',
      { attribute: 'ON_REQUEST' },
      ['NOT_PUBLIC', 'GROUND_MISSING', 'NOT_FILED'],
    ],
    [
      'withheld although its superior discloses',
      { attribute: 'WITHHELD', ground: '第十四条', isFiled: true },
      ['NOT_PUBLIC', 'WITHHELD_BELOW_PROACTIVE'],
    ],
    ['with two passes signed', { status: 'IN_REVIEW', passes: 2 }, ['REVIEW_INCOMPLETE']],
    ['that is a policy without interpretation', { interpretations: 0 }, ['INTERPRETATION_MISSING']],
    ['that another agency made', { origin: 'OBTAINED_FROM_AGENCY' }, ['NOT_OURS_TO_DISCLOSE']],
    [
      'on which the enterprises that it concerns were not heard',
      { isNormative: true, isEnterpriseRelated: true },
      ['CONSULTATION_MISSING'],
    ],
    ['published already', { status: 'PUBLISHED', passes: 0, attribute: null }, ['STATUS_NOT_FITTING']],
    ['withdrawn', { status: 'WITHDRAWN' }, ['STATUS_NOT_FITTING']],
  ])('%s is refused', (_what, document, expected) => {
    expect(codes(document)).toEqual(expected);
  });

  it.each<[string, Partial<Candidate>]>([
    ['is normative and they were heard', { isNormative: true, isEnterpriseRelated: true, isConsulted: true }],
    ['is not normative', { isEnterpriseRelated: true }],
    ['does not concern them', { isNormative: true }],
  ])('needs no hearing of enterprises when it %s', (_what, document) => {
    expect(codes(document)).toEqual([]);
  });

  it('tells where the reason lies, and the rules', () => {
    const unheard = { ...READY, isNormative: true, isEnterpriseRelated: true, attribute: null };
    expect(publicationRefusals(unheard)).toEqual([
      {
        code: 'ATTRIBUTE_MISSING',
        path: ['id'],
        expected: 'PROACTIVE | ON_REQUEST | WITHHELD',
        rules: ['D1', 'D3'],
      },
      { code: 'CONSULTATION_MISSING', path: ['id'], rules: ['D21'] },
    ]);
  });

  it('tells which status it needs', () => {
    expect(publicationRefusals({ ...READY, status: 'PUBLISHED' })).toEqual([
      { code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'APPROVED', got: 'PUBLISHED' },
    ]);
    expect(publicationRefusals({ ...READY, passes: 1 })).toEqual([
      { code: 'REVIEW_INCOMPLETE', path: ['id'], expected: '3', got: '1', rules: ['D11'] },
    ]);
  });

  it('is refused for every reason at once, each with its rules', () => {
    const draft: Candidate = { ...READY, status: 'DRAFT', attribute: 'WITHHELD', passes: 0, interpretations: 0 };
    expect(publicationRefusals(draft).every(({ path }) => path.join() === 'id')).toBe(true);
    expect(publicationRefusals(draft)[0]).toMatchObject({ expected: 'PROACTIVE', got: 'WITHHELD' });
    expect(publicationRefusals(draft).map(({ code, rules }) => [code, rules])).toEqual([
      ['NOT_PUBLIC', ['D1']],
      ['GROUND_MISSING', ['D2', 'D3']],
      ['NOT_FILED', ['D2']],
      ['WITHHELD_BELOW_PROACTIVE', ['D4']],
      ['REVIEW_INCOMPLETE', ['D11']],
      ['INTERPRETATION_MISSING', ['I2']],
    ]);
  });
});

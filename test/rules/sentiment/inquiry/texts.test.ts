import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockWorking } from '../../../../subgraphs/sentiment/rules/alarms/clock-working.ts';
import { maskedLine } from '../../../../subgraphs/sentiment/rules/inquiry/masked-line.ts';
import {
  normalContact,
  receivingRefusals,
  type ReceivedInquiry,
} from '../../../../subgraphs/sentiment/rules/inquiry/receiving.ts';
import { areNearTitles, repetitionRefusals } from '../../../../subgraphs/sentiment/rules/inquiry/repetition.ts';

const NOW = new Date('2026-11-23T02:00:00.000Z');
const INPUT: ReceivedInquiry = {
  ...{ region: '140521', kind: 'CONSULTATION' as const, isSimple: false, topic: null, title: '甲', body: '乙' },
  ...{ name: null, contact: null, receivedAt: NOW },
};
const codes = (refusals: readonly { readonly code: string; readonly path: readonly string[] }[]) =>
  refusals.map(({ code, path }) => `${code} ${path.join('.')}`);

describe('an inquiry as it comes in', () => {
  it('is taken as it should be', () => expect(receivingRefusals(INPUT, NOW)).toEqual([]));

  it.each([
    [{ title: ' ' }, 'VALUE_MISSING input.title'],
    [{ body: '' }, 'VALUE_MISSING input.body'],
    [{ topic: '题'.repeat(51) }, 'VALUE_TOO_LONG input.topic'],
    [{ name: '\u202e甲' }, 'CHARACTER_NOT_PRINTABLE input.name'],
    [{ contact: '1'.repeat(501) }, 'VALUE_TOO_LONG input.contact'],
    [{ region: '1405' }, 'NOT_FOUND input.region'],
    [{ receivedAt: new Date(NOW.getTime() + 1) }, 'VALUE_IN_FUTURE input.receivedAt'],
    [{ receivedAt: new Date('2025-11-21T15:59:59.999Z') }, 'DAY_TOO_EARLY input.receivedAt'],
    [{ kind: 'PETITION', isSimple: true }, 'KIND_NOT_SIMPLE input.isSimple'],
    [{ kind: 'WEBSITE_FAULT', isSimple: true }, 'KIND_NOT_SIMPLE input.isSimple'],
  ] as const)('is not taken with %j', (wrong, expected) => {
    expect(codes(receivingRefusals({ ...INPUT, ...wrong }, NOW))).toEqual([expected]);
  });

  it('is found by its contact however that is written', () => {
    expect(normalContact('１３８-0000 0000')).toBe('13800000000');
    expect(normalContact('Some.One@Example.CN')).toBe('some.one@example.cn');
  });

  it('is kept under a title without the name and the contact that came with it', () => {
    const known = { name: '欧某某', contact: 'x1@y' };
    expect(maskedLine(' 欧某某来电（x1@y）询问 ', known)).toBe('[姓名]来电（[联系方式]）询问');
    expect(maskedLine('电话13812345678', { name: null, contact: null })).not.toContain('13812345678');
    expect(maskedLine('医保', { name: '医', contact: null })).toBe('医保');
  });
});

describe('a repetition', () => {
  it.each([
    ['医保报销比例咨询', '咨询医保报销比例', true],
    ['医保报销比例咨询', '医保报销比例 咨询？', true],
    ['医保报销比例咨询', '疫苗接种时间', false],
    ['医', '医', true],
    ['医', '保', false],
  ])('is near: %s and %s', (one, other, isNear) => {
    expect(areNearTitles(one, other)).toBe(isNear);
  });

  it('is near both ways, and near itself', () => {
    const title = fc.string({ unit: fc.constantFrom(...Array.from('医保报销比例咨询')) });
    fc.assert(
      fc.property(title, title, (one, other) => {
        expect(areNearTitles(one, one)).toBe(true);
        expect(areNearTitles(one, other)).toBe(areNearTitles(other, one));
      }),
    );
  });

  it('is of an inquiry of the same region that was answered and closed', () => {
    const one = { id: 'a', regionCode: '140521', stage: 'RECEIVED', answeredAt: null } as const;
    const other = { id: 'b', regionCode: '140521', stage: 'CLOSED', answeredAt: NOW } as const;
    expect(repetitionRefusals(one, other)).toEqual([]);
    for (const none of [null, one, { ...other, regionCode: '140522' }]) {
      expect(codes(repetitionRefusals(one, none))).toEqual(['NOT_FOUND of']);
    }
    expect(codes(repetitionRefusals(one, { ...other, answeredAt: null }))).toEqual(['STATUS_NOT_FITTING of']);
    expect(codes(repetitionRefusals({ ...one, answeredAt: NOW }, other))).toEqual(['ANSWERED_BEFORE id']);
  });
});

describe('the working of a clock', () => {
  it('names the start and the hours or the days', () => {
    const hours = { startedAt: NOW, hours: 24, days: null, unit: null };
    expect(clockWorking(hours)).toBe('2026-11-23T02:00:00.000Z + 24 h');
    expect(clockWorking({ ...hours, hours: null, days: 5, unit: 'WORKING_DAY' })).toBe(
      '2026-11-23T02:00:00.000Z + 5 × WORKING_DAY',
    );
  });
});

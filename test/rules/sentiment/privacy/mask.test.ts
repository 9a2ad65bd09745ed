import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPersonalData } from '../../../../subgraphs/sentiment/rules/privacy/mask.ts';
import {
  PASSAGE_MASKS,
  type MaskedPassage,
  type PassageKind,
} from '../../../../subgraphs/sentiment/rules/privacy/passage.ts';
import { cardNumber, grouped, idNumber, wide } from './made-up.ts';
import { NEAR_MISSES } from './near-misses.ts';
import { TRUE_CASES } from './true-cases.ts';

const trueCases = Object.entries(TRUE_CASES).flatMap(([kind, texts]) =>
  texts.map((text) => ({ kind: kind as PassageKind, text })),
);
const nearMisses = Object.values(NEAR_MISSES).flat();

/** What a text is without the marks, and where the marks stand. */
function unmarked(text: string) {
  const spans = Array.from(text.matchAll(/⟦([^⟧]*)⟧/gu), ({ index, 1: passage = '' }, nth) => ({
    at: index - 2 * nth,
    length: passage.length,
  }));
  return { plain: text.replace(/[⟦⟧]/gu, ''), spans };
}

/** The masked text put together from the passages alone. */
function masked(text: string, passages: ReturnType<typeof maskPersonalData>['masked']): string {
  return passages.reduceRight(
    (left, { kind, at, length }) => left.slice(0, at) + PASSAGE_MASKS[kind] + left.slice(at + length),
    text,
  );
}

describe('personal data in a text', () => {
  it.each(trueCases)('are masked where they stand, no more and no less: $text', ({ kind, text }) => {
    const { plain, spans } = unmarked(text);
    const found = maskPersonalData(plain);
    expect(found.masked.map(({ at, length }) => ({ at, length }))).toEqual(spans);
    expect(found.masked.map((passage) => passage.kind)).toContain(kind);
    expect(found.text).toBe(masked(plain, found.masked));
  });

  it.each(nearMisses)('are not seen in what only looks like them: %s', (text) => {
    expect(maskPersonalData(text)).toEqual({ text, masked: [] });
  });

  it('are counted over at least 150 true cases and 150 near misses', () => {
    const missed = trueCases.filter(({ text }) => maskPersonalData(unmarked(text).plain).masked.length === 0);
    const falseAlarms = nearMisses.filter((text) => maskPersonalData(text).masked.length > 0);
    expect(trueCases.length).toBeGreaterThanOrEqual(150);
    expect(nearMisses.length).toBeGreaterThanOrEqual(150);
    expect({ missed: missed.length, falseAlarms: falseAlarms.length }).toEqual({ missed: 0, falseAlarms: 0 });
  });
});

/** What an editor says is public. */
describe('a passage that is kept', () => {
  it('stays wherever it stands, and nothing else does', () => {
    const text = '联系人：王建国，电话13800138000。王建国说，患者李秀英已出院。';
    expect(maskPersonalData(text, { keep: ['王建国'] }).text).toBe(
      '联系人：王建国，电话[电话]。王建国说，患者[姓名]已出院。',
    );
  });

  it('stays when it is part of a longer one that is kept, and not when only part of it is', () => {
    expect(maskPersonalData('患者王建国反映', { keep: ['患者王建国'] }).masked).toEqual([]);
    expect(maskPersonalData('患者王建国反映', { keep: ['王建', '建国反映'] }).text).toBe('患者[姓名]反映');
    expect(maskPersonalData('患者王建国反映', { keep: ['', ' '] }).text).toBe('患者[姓名]反映');
  });
});

const HAN = fc.string({
  unit: fc.constantFrom(...Array.from('市县医院就诊收费公开信息时候我们请问办理已经今天价格药品政策')),
  maxLength: 12,
});
/** Random characters come to read like a name now and then (费信经理), so names are not what a number is held against. */
const numbersIn = (found: readonly MaskedPassage[]) => found.filter(({ kind }) => kind !== 'NAME');
const MARK = fc.constantFrom('，', '。', '；', '\n', '、', '（');
const PERSONAL = [...trueCases.map(({ text }) => unmarked(text).plain), ...nearMisses];
/** Texts of everything that was ever looked at, cut and joined anywhere. */
const jumbled = fc
  .array(
    fc.oneof(
      fc.constantFrom(...PERSONAL),
      HAN,
      MARK,
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constantFrom(...Object.values(PASSAGE_MASKS)),
    ),
    { maxLength: 12 },
  )
  .chain((parts) => fc.tuple(fc.constant(parts.join('')), fc.nat(4)))
  .map(([text, cut]) => text.slice(cut));

describe('masking any text', () => {
  it('finds a shorter name at the very end of a text', () => {
    const found = maskPersonalData('医生徐志远在就诊时收件人：江涛');
    expect(found.masked.at(-1)).toEqual({ kind: 'NAME', at: 13, length: 2 });
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(jumbled, (text) => {
        const once = maskPersonalData(text);
        expect(maskPersonalData(once.text)).toEqual({ text: once.text, masked: [] });
      }),
      { numRuns: 2_000 },
    );
  });

  it('tells passages in their order, apart from each other, that make the masked text', () => {
    fc.assert(
      fc.property(jumbled, (text) => {
        const found = maskPersonalData(text);
        let end = 0;
        for (const { at, length } of found.masked) {
          expect(at).toBeGreaterThanOrEqual(end);
          expect(length).toBeGreaterThan(0);
          end = at + length;
        }
        expect(end).toBeLessThanOrEqual(text.length);
        expect(found.text).toBe(masked(text, found.masked));
      }),
      { numRuns: 1_000 },
    );
  });

  it('never throws, whatever the text holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string()), (text, keep) => {
        expect(() => maskPersonalData(text, { keep })).not.toThrow();
      }),
    );
    expect(maskPersonalData('\ud800患者张三反映\udc00').text).toBe('\ud800患者[姓名]反映\udc00');
  });
});

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: length, maxLength: length });
const birth = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2025-12-31T00:00:00Z'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10).replaceAll('-', ''));
const region = fc
  .tuple(fc.constantFrom('11', '14', '23', '37', '44', '51', '62', '65'), digits(4))
  .map((parts) => parts.join(''));
const anyId = fc.tuple(region, birth, digits(3)).map((parts) => idNumber(...parts));
const written = fc.constantFrom<(id: string) => string>(
  (id) => id,
  wide,
  (id) => grouped(id, [6, 8, 4], ' '),
  (id) => grouped(id, [6, 4, 4, 4], '-'),
);

describe('identity numbers', () => {
  it('are found in any text, however they are written', () => {
    fc.assert(
      fc.property(HAN, anyId, written, HAN, (before, plain, write, after) => {
        const id = write(plain);
        const { masked: found } = maskPersonalData(`${before}${id}${after}`);
        expect(numbersIn(found)).toEqual([{ kind: 'ID_NUMBER', at: before.length, length: id.length }]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are none with any other check character', () => {
    const others = fc.constantFrom(...Array.from('0123456789X'));
    fc.assert(
      fc.property(HAN, anyId, others, (before, id, check) => {
        fc.pre(!id.endsWith(check));
        const { masked: found } = maskPersonalData(`${before}${id.slice(0, 17)}${check}。`);
        expect(found.filter(({ kind }) => kind === 'ID_NUMBER')).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('mobile numbers', () => {
  const mobile = fc
    .tuple(fc.constantFrom(...Array.from('3456789')), digits(9))
    .map(([second, rest]) => `1${second}${rest}`);
  const groups = fc.constantFrom<(number: string) => string>(
    (number) => number,
    wide,
    (number) => grouped(number, [3, 4, 4], ' '),
    (number) => grouped(number, [3, 4, 4], '-'),
    (number) => `+86${number}`,
    (number) => `86-${number}`,
  );

  it('are found in any text, however they are written', () => {
    fc.assert(
      fc.property(HAN, mobile, groups, HAN, (before, number, write, after) => {
        const phone = write(number);
        const { masked: found } = maskPersonalData(`${before}：${phone}，${after}`);
        expect(numbersIn(found)).toEqual([{ kind: 'PHONE', at: before.length + 1, length: phone.length }]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are none with a digit more or less, or within a longer number', () => {
    fc.assert(
      fc.property(mobile, digits(1), (number, digit) => {
        for (const other of [`${number}${digit}`, `${digit}${number}`, number.slice(0, 10)]) {
          expect(maskPersonalData(`共${other}，`).masked).toEqual([]);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('numbers of bank cards', () => {
  it('are found with the right last digit and with no other', () => {
    fc.assert(
      fc.property(digits(16), fc.constantFrom(...Array.from('0123456789')), (rest, last) => {
        const right = cardNumber(`62${rest}`);
        const given = `62${rest}${last}`;
        const { masked: found } = maskPersonalData(`退款至${given}。`);
        expect(found).toEqual(given === right ? [{ kind: 'BANK_CARD', at: 3, length: 19 }] : []);
      }),
      { numRuns: 500 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_NUMBER_EXAMPLE, parseDocumentNumber } from '../../../subgraphs/documents/rules/document-number.ts';

describe('a document number', () => {
  it.each([
    ['济卫办发〔2021〕14号', '济卫办发', 2021, 14],
    ['长子卫体字〔2021〕48号', '长子卫体字', 2021, 48],
    ['沪卫办〔2021〕1号', '沪卫办', 2021, 1],
    ['卫政办发〔2018〕116号', '卫政办发', 2018, 116],
    ['晋卫办函〔2020〕19号', '晋卫办函', 2020, 19],
    ['卫〔2021〕1号', '卫', 2021, 1],
  ])('%s is read into its parts', (typed, sign, year, sequence) => {
    expect(parseDocumentNumber(typed)).toEqual({ sign, year, sequence, text: typed });
  });

  it('shows in refusals a form that it takes itself', () => {
    expect(parseDocumentNumber(DOCUMENT_NUMBER_EXAMPLE)?.text).toBe(DOCUMENT_NUMBER_EXAMPLE);
  });

  it.each([
    ['国卫办政务函﹝2019﹞698号', '国卫办政务函〔2019〕698号'],
    ['沪府办(2021)21号', '沪府办〔2021〕21号'],
    ['沪府办（2021）21号', '沪府办〔2021〕21号'],
    ['沪府办[2021]21号', '沪府办〔2021〕21号'],
    ['沪府办【2021】21号', '沪府办〔2021〕21号'],
    ['沪府办［2021］21号', '沪府办〔2021〕21号'],
    ['沪府办〔２０２１〕２１号', '沪府办〔2021〕21号'],
    [' 沪府办 〔 2021 〕 21 号 ', '沪府办〔2021〕21号'],
    ['\t沪府办\n〔  2021  〕  21  号\u3000', '沪府办〔2021〕21号'],
    ['京卫(医政)〔2021〕3号', '京卫(医政)〔2021〕3号'],
    ['12345卫办〔2021〕3号', '12345卫办〔2021〕3号'],
    ['1卫〔2021〕３号', '1卫〔2021〕3号'],
    ['卫２０办〔2021〕3号', '卫20办〔2021〕3号'],
    ['卫〔2021〕99999号', '卫〔2021〕99999号'],
    [`${'卫'.repeat(30)}〔2021〕1号`, `${'卫'.repeat(30)}〔2021〕1号`],
    [`沪卫办〔2021〕1${' '.repeat(69)}号`, '沪卫办〔2021〕1号'],
  ])('%s is brought to its normal form', (typed, normal) => {
    expect(parseDocumentNumber(typed)?.text).toBe(normal);
  });

  it.each([
    ['no brackets', '长子卫体字2021年48号'],
    ['第 before the running number', '沪卫办〔2021〕第1号'],
    ['a leading zero', '沪卫办〔2021〕01号'],
    ['a full-width leading zero', '沪卫办〔2021〕０１号'],
    ['a running number of zero', '沪卫办〔2021〕0号'],
    ['a year of two digits', '沪卫办〔21〕1号'],
    ['no sign', '〔2021〕1号'],
    ['a sign of digits only', '12〔2021〕1号'],
    ['a space within the sign', '沪卫 办〔2021〕1号'],
    ['第 alone for a sign', '第〔2021〕1号'],
    ['第 at the beginning of the sign', '第卫办〔2021〕1号'],
    ['第 within the sign', '卫第办〔2021〕1号'],
    ['第 at the end of the sign', '卫第〔2021〕1号'],
    ['a sign of one digit', '1〔2021〕1号'],
    ['a sign that ends with a digit', '卫1〔2021〕1号'],
    ['a year of five digits', '沪卫办〔20210〕1号'],
    ['a year in words', '沪卫办〔二〇二一〕1号'],
    ['a running number of six digits', '沪卫办〔2021〕100000号'],
    ['no opening bracket', '沪卫办2021〕1号'],
    ['no closing bracket', '沪卫办〔2021 1号'],
    ['more than 80 characters', `沪卫办〔2021〕1${' '.repeat(70)}号`],
    ['no 号', '沪卫办〔2021〕1'],
    ['something behind 号', '沪卫办〔2021〕1号文'],
    ['a sign of 31 characters', `${'卫'.repeat(31)}〔2021〕1号`],
    ['nothing', ''],
  ])('with %s is none', (_what, typed) => {
    expect(parseDocumentNumber(typed)).toBeNull();
  });

  it('of any length is refused at once, also one that is made to take long', () => {
    expect(parseDocumentNumber(`沪${' '.repeat(1_000_000)}x`)).toBeNull();
  });

  it('is the same for every way to write it, and its own normal form', () => {
    const sign = fc.constantFrom('沪卫办', '国卫办政务函', 'A卫');
    const brackets = fc.constantFrom('〔〕', '﹝﹞', '()', '（）', '[]', '【】', '［］');
    const digits = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    );
    const parts = fc.tuple(sign, fc.integer({ min: 1949, max: 2100 }), fc.integer({ min: 1, max: 99_999 }));
    fc.assert(
      fc.property(parts, brackets, digits, ([sign, year, sequence], [open = '', close = ''], written) => {
        const number = parseDocumentNumber(`${sign}${open}${written(`${year}${close}${sequence}`)}号`);
        const text = `${sign}〔${year}〕${sequence}号`;
        expect(number).toEqual({ sign, year, sequence, text });
        expect(parseDocumentNumber(text)).toEqual(number);
      }),
    );
  });
});

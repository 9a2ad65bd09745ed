import { describe, expect, it } from 'vitest';
import {
  creditCodeCheck,
  indexNumberProblem,
  normalIndexNumber,
  organisationCheck,
} from '../../../subgraphs/documents/rules/index-number.ts';

describe('an index number', () => {
  it.each([
    '076478684Q/2021-00081',
    '11500242322384326D/2023-00148',
    '11620622013933539B/2020-07243',
    'shg58/2021-402',
    '035210000/2025-00016',
  ])('%s, which is in use, is taken', (text) => {
    expect(indexNumberProblem(text)).toBeNull();
  });

  it.each([
    ['two letters of a credit code changed places', '11500242322384236D/2023-00148'],
    ['the check letter of a credit code is another', '11500242322384326E/2023-00148'],
    ['the organisation at the end of a credit code is another', '076478685Q/2021-00081'],
    ['a small letter stands for the wrong check letter', '11500242322384326e/2023-00148'],
  ])('is refused for its check digit when %s', (_what, text) => {
    expect(indexNumberProblem(text)).toBe('CHECK_DIGIT');
  });

  it.each([
    ['a credit code in small letters', '11500242322384326d/2023-00148'],
    ['ten digits, which may be a number of the issuer', '0764786850/2021-00081'],
    ['eighteen characters that are no credit code', 'abcdefghijklmnopqr/2021-1'],
    ['a prefix of two parts', '11500242322384326D-gk/2021-1'],
    ['a subject between prefix and year', 'gk/zcwj/2021-1'],
    ['parts as long and as many as they may be', `${'z'.repeat(18)}-${'y'.repeat(18)}/${'x'.repeat(18)}/2021-12345678`],
    ['nineteen characters that begin like a credit code', '11500242322384326E-1/2023-00148'],
    ['a letter that no credit code has at its beginning', 'I1500242322384326E/2023-00148'],
    ['a letter where a credit code has the place', '115002A2322384326E/2023-00148'],
    ['a letter that no credit code has within it', '11500242O22384326E/2023-00148'],
    ['nine characters, which are no end of a credit code', '07647868Q/2021-00081'],
    ['a letter that no credit code ends with', '076478685I/2021-00081'],
    ['a letter among the eight of an organisation', 'A76478685Q/2021-00081'],
    ['a check character of an organisation that is none', '07647868AQ/2021-00081'],
  ])('is taken with %s', (_what, text) => {
    expect(indexNumberProblem(text)).toBeNull();
  });

  it.each([
    ['no year', '076478684Q'],
    ['a year of five digits', 'shg58/20210-1'],
    ['a running number of nine digits', 'shg58/2021-123456789'],
    ['a letter in the running number', 'shg58/2021-a'],
    ['nothing before the first stroke', '/2021-1'],
    ['a part of nineteen characters', `${'z'.repeat(19)}/2021-1`],
    ['a second part of nineteen characters', `z-${'y'.repeat(19)}/2021-1`],
    ['an empty second part', 'z-/2021-1'],
    ['four parts', 'a-b-c-d/2021-1'],
    ['an underscore', 'a_b/2021-1'],
    ['a blank before it', ' shg58/2021-402'],
    ['a year of two digits', '076478684Q/21-00081'],
    ['no running number', '076478684Q/2021-'],
    ['Chinese text', '索引/2021-1'],
    ['nothing', ''],
    ['a line break behind it', 'shg58/2021-402\n'],
  ])('is refused for its shape with %s', (_what, text) => {
    expect(indexNumberProblem(text)).toBe('SHAPE');
  });
});

describe('the check characters', () => {
  it.each([
    ['11310000076478684', 'Q'],
    ['11500242322384326', 'D'],
    ['11620622013933539', 'B'],
  ])('of the credit code %s is %s', (first17, check) => {
    expect(creditCodeCheck(first17)).toBe(check);
    expect(organisationCheck(first17.slice(8, 16))).toBe(first17.charAt(16));
  });

  it('are none for text that is too long, though a code begins it', () => {
    expect(creditCodeCheck('11310000076478684Q')).toBeNull();
    expect(organisationCheck('076478684')).toBeNull();
  });

  it('are 0 and X where the sum asks for it', () => {
    expect(creditCodeCheck('0'.repeat(17))).toBe('0');
    expect(organisationCheck('40000000')).toBe('X');
  });

  it.each([['1131000007647868'], ['1131000007647868I'], ['']])('are none over %j', (text) => {
    expect(creditCodeCheck(text)).toBeNull();
    expect(organisationCheck(text)).toBeNull();
  });
});

describe('the normal form of an index number', () => {
  it.each([
    [' 076478684q/2021-00081 ', '076478684Q/2021-00081'],
    ['11500242322384326d/2023-00148', '11500242322384326D/2023-00148'],
    ['07647868xa/2021-1', '07647868XA/2021-1'],
    ['076478684q-gk/2021-1', '076478684q-gk/2021-1'],
    ['a076478684q/2021-1', 'a076478684q/2021-1'],
    ['a11500242322384326d/2023-1', 'a11500242322384326d/2023-1'],
    ['shg58/2021-402', 'shg58/2021-402'],
    ['076478684q', '076478684q'],
    ['SHG58/2021-402', 'SHG58/2021-402'],
  ])('of %j is %s', (typed, normal) => {
    expect(normalIndexNumber(typed)).toBe(normal);
  });
});

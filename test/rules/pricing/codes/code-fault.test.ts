import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approvalNumberFault } from '../../../../subgraphs/pricing/rules/codes/approval-number.ts';
import { codeFault } from '../../../../subgraphs/pricing/rules/codes/code-fault.ts';

const SERVICES = [
  ...['120100003', '110700001-1', '110700001-a', '330100001a', '12010000301', '120100003(ACAC001)', 'ACAC001'],
  ...['001102000010000', '001102000010000-110200001', '001102000010000-110700001-1', '013301000010000'],
];
const LOCAL = ['A001', '10023', 'ZY-0301', 'HAA73901', 'B.12', '1', 'F00000012345', '99-3', 'CT平扫01'];
const DRUGS = ['XJ01CAA040A001010102699', 'ZA01AAA0001010100001', '86900001000001', 'Y00012', 'T001700001'];
const CONSUMABLES = ['C0101010011303807555', 'C01010100113038075550000001', 'HC-001'];

describe('a code', () => {
  it.each([
    ...[...SERVICES, ...LOCAL].map((code) => [code, 'SERVICE'] as const),
    ...[...DRUGS, ...LOCAL].map((code) => [code, 'DRUG'] as const),
    ...[...CONSUMABLES, ...LOCAL].map((code) => [code, 'CONSUMABLE'] as const),
  ])('%s is taken in a list of the kind %s', (code, kind) => {
    expect(codeFault(code, kind)).toBeNull();
  });

  it('that lost its leading zeros is found, with all of it', () => {
    const item = fc.tuple(fc.constantFrom('11', '12', '22', '31', '41'), fc.stringMatching(/^\d{7}$/));
    fc.assert(
      fc.property(item, fc.constantFrom('00', '0'), ([chapter, rest], zeros) => {
        const whole = `${zeros}${chapter}${rest}0000${zeros === '0' ? '0' : ''}`;
        const fault = { code: 'CODE_ZEROS_LOST', expected: whole };
        expect(codeFault(whole, 'SERVICE')).toBeNull();
        expect(codeFault(String(BigInt(whole)), 'SERVICE')).toEqual(fault);
        expect(codeFault(String(BigInt(whole)), 'SERVICE', true)).toEqual(fault);
      }),
    );
  });

  it('with letters for digits or blanks between is found, with what it should be', () => {
    const code = fc.constantFrom(
      ...SERVICES.filter((one) => /^\d+$/.test(one)).map((one) => [one, 'SERVICE'] as const),
      ...CONSUMABLES.slice(0, 2).map((one) => [one, 'CONSUMABLE'] as const),
      ...DRUGS.slice(0, 2).map((one) => [one, 'DRUG'] as const),
    );
    fc.assert(
      fc.property(code, fc.nat(), fc.boolean(), ([right, kind], chance, withSpace) => {
        const at = 1 + (chance % (right.length - 1));
        const spaced = `${right.slice(0, at)} ${right.slice(at)}`;
        const wrong = withSpace ? spaced : right.slice(0, at) + right.slice(at).replace('0', 'O');
        if (wrong === right) return;
        expect(codeFault(wrong, kind)).toEqual({ code: 'CODE_MISTYPED', expected: right });
      }),
    );
  });

  it('kept as a number longer than machines keep has lost its end', () => {
    expect(codeFault('110102000100000000', 'SERVICE', true)?.code).toBe('CODE_DIGITS_LOST');
    expect(codeFault('8.69E+13', 'DRUG')?.code).toBe('CODE_DIGITS_LOST');
  });

  it.each([
    ['DRUG', '86900001000001', 'SERVICE'],
    ['SERVICE', '001102000010000', 'CONSUMABLE'],
    ['CONSUMABLE', 'C0101010011303807555', 'DRUG'],
  ] as const)('of a %s (%s) is refused in a list of the kind %s', (_own, code, kind) => {
    expect(codeFault(code, kind)).toEqual({ code: 'CODE_OF_OTHER_KIND', expected: kind });
  });
});

describe('a number of approval, registration or filing', () => {
  it.each([
    ['国药准字H20050001', 'DRUG'],
    ['国药准字 Z11020001', 'DRUG'],
    ['国药准字HJ20140001', 'DRUG'],
    ['注册证号H20140001', 'DRUG'],
    ['豫药制字Z04100010', 'DRUG'],
    ['国药准字H20050001、国药准字H20050002', 'DRUG'],
    ['国械注准20163660001', 'CONSUMABLE'],
    ['国械注进20163660001', 'CONSUMABLE'],
    ['苏械注准20162660001', 'CONSUMABLE'],
    ['国械备20150123', 'CONSUMABLE'],
    ['苏宁械备20150123号', 'CONSUMABLE'],
    ['国食药监械(准)字2014第3660001号', 'CONSUMABLE'],
  ] as const)('%s is taken', (text, kind) => {
    expect(approvalNumberFault(text, kind)).toBeNull();
  });

  it.each([
    ['国药准字H2005001', 'DRUG', '国药准字H20050001'],
    ['国药准字H2O050001', 'DRUG', '国药准字H20050001'],
    ['国药准字20050001', 'DRUG', '国药准字H20050001'],
    ['国械注准2016366001', 'CONSUMABLE', '国械注准20163660001'],
    ['苏宁械备2015012', 'CONSUMABLE', '国械备20150123'],
  ] as const)('%s is told', (text, kind, expected) => {
    expect(approvalNumberFault(text, kind)).toBe(expected);
  });
});

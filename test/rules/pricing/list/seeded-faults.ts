import type { CellKind } from '../../../../core/table.ts';
import type { FindingCode } from '../../../../subgraphs/pricing/rules/finding-codes.ts';
import type { PriceKind } from '../../../../subgraphs/pricing/rules/price-row.ts';

/** A fault that is put into one cell of a list that had none. */
export interface SeededFault {
  readonly what: string;
  readonly kinds: readonly PriceKind[];
  /** The cell it is put into. */
  readonly cell: string;
  readonly text: string;
  readonly code: FindingCode;
  readonly cellKind?: CellKind;
  readonly expected?: string;
  /** Other cells of the row that it needs. */
  readonly beside?: Readonly<Record<string, string>>;
}

const ALL = ['SERVICE', 'DRUG', 'CONSUMABLE'] as const;
const SERVICE = ['SERVICE'] as const;
const DRUG = ['DRUG'] as const;
const CONSUMABLE = ['CONSUMABLE'] as const;
const PLAIN = { unit: '次' };

const inPrice = (what: string, text: string, code: FindingCode, more: Partial<SeededFault> = {}): SeededFault => {
  return { what, kinds: ALL, cell: 'amount', text, code, ...more };
};
const inCode = (kinds: readonly PriceKind[], text: string, code: FindingCode, more: Partial<SeededFault> = {}) => {
  return { what: `code ${text}`, kinds, cell: 'code', text, code, ...more };
};

const AMOUNTS: readonly SeededFault[] = [
  inPrice('a blank price', '', 'PRICE_MISSING', { beside: PLAIN }),
  inPrice('a dash for a price', '—', 'PRICE_MISSING', { beside: PLAIN }),
  inPrice('a price of nothing', '0', 'AMOUNT_PLACEHOLDER'),
  inPrice('a price of nothing with decimals', '0.00', 'AMOUNT_PLACEHOLDER'),
  inPrice('a cent', '0.01', 'AMOUNT_PLACEHOLDER'),
  inPrice('nines', '9999999', 'AMOUNT_PLACEHOLDER'),
  inPrice('nines with decimals', '99999.99', 'AMOUNT_PLACEHOLDER'),
  inPrice('eights', '888888', 'AMOUNT_PLACEHOLDER'),
  inPrice('a negative price', '-70', 'AMOUNT_NEGATIVE'),
  inPrice('a negative price in full width', '－70.00', 'AMOUNT_NEGATIVE'),
  inPrice('five decimals', '12.34567', 'AMOUNT_TOO_PRECISE'),
  inPrice('a float as machines keep it', '12.600000000000001', 'AMOUNT_TOO_PRECISE'),
  inPrice('a range that falls', '300-100', 'RANGE_FALLS'),
  inPrice('letters', 'abc', 'AMOUNT_DAMAGED'),
  inPrice('a letter O', '1O0', 'AMOUNT_DAMAGED'),
  inPrice('two points', '12.5.0', 'AMOUNT_DAMAGED'),
  inPrice('an exponent', '1.2E+3', 'AMOUNT_DAMAGED'),
  inPrice('thousands parted wrongly', '1,23.4', 'AMOUNT_DAMAGED'),
  inPrice('a day', '2026-01-03', 'AMOUNT_DAMAGED', { cellKind: 'DATE' }),
  inPrice('an amount beyond all', '1234567890123456', 'AMOUNT_DAMAGED'),
  inPrice('a guess', '约70', 'AMOUNT_NOT_UNDERSTOOD'),
  inPrice('a beginning', '70起', 'AMOUNT_NOT_UNDERSTOOD'),
  inPrice('a doubt', '70?', 'AMOUNT_NOT_UNDERSTOOD'),
  inPrice('two prices', '70 60', 'AMOUNT_NOT_UNDERSTOOD'),
  inPrice('two prices in words', '成人70，儿童60', 'AMOUNT_NOT_UNDERSTOOD'),
  inPrice('another unit', '70元/月', 'AMOUNT_NOT_UNDERSTOOD', { beside: PLAIN }),
  inPrice('what is not settled', '待定', 'AMOUNT_NOT_UNDERSTOOD'),
  inPrice('a failed formula', '#REF!', 'CELL_ERROR', { cellKind: 'ERROR' }),
  inPrice('a failed formula in a text file', '#N/A', 'CELL_ERROR'),
  inPrice('a formula', '70', 'FORMULA_CELL', { cellKind: 'FORMULA' }),
  inPrice('a formula without a value', '', 'FORMULA_WITHOUT_VALUE', { cellKind: 'FORMULA', beside: PLAIN }),
  inPrice('a surcharge on nothing', '加收30%', 'SURCHARGE_WITHOUT_BASE', { beside: { code: '', note: '' } }),
];

const CODES: readonly SeededFault[] = [
  inCode(ALL, '', 'CODE_MISSING'),
  inCode(ALL, '1.10201E+14', 'CODE_DIGITS_LOST'),
  inCode(SERVICE, '1102000010000', 'CODE_ZEROS_LOST', { cellKind: 'NUMBER', expected: '001102000010000' }),
  inCode(SERVICE, '1102000010000', 'CODE_ZEROS_LOST', { expected: '001102000010000' }),
  inCode(SERVICE, '11102020010000', 'CODE_ZEROS_LOST', { expected: '011102020010000' }),
  inCode(SERVICE, '11O200001', 'CODE_MISTYPED', { expected: '110200001' }),
  inCode(SERVICE, '1l0200001', 'CODE_MISTYPED', { expected: '110200001' }),
  inCode(SERVICE, '110 200 001', 'CODE_MISTYPED', { expected: '110200001' }),
  inCode(SERVICE, "'110200001", 'CODE_MISTYPED', { expected: '110200001' }),
  inCode(SERVICE, '110200001.0', 'CODE_TURNED', { expected: '110200001' }),
  inCode(SERVICE, '2012-01-03', 'CODE_TURNED', { cellKind: 'DATE' }),
  inCode(SERVICE, '１１０２００００１', 'CODE_FULL_WIDTH', { expected: '110200001' }),
  inCode(SERVICE, '11020001', 'CODE_LENGTH', { expected: '9' }),
  inCode(SERVICE, '1102000010', 'CODE_LENGTH', { expected: '9' }),
  inCode(SERVICE, '00110200001000', 'CODE_LENGTH', { expected: '15' }),
  inCode(SERVICE, '1102000A1', 'CODE_ODD'),
  inCode(SERVICE, 'XJ01CAA040A001010102699', 'CODE_OF_OTHER_KIND'),
  inCode(SERVICE, 'C0101010011303807555', 'CODE_OF_OTHER_KIND'),
  inCode(SERVICE, '国药准字H20050001', 'CODE_OF_OTHER_KIND'),
  inCode(DRUG, 'XJ01CAA040A00101010269', 'CODE_LENGTH', { expected: '23' }),
  inCode(DRUG, 'XJO1CAA040A001010102699', 'CODE_MISTYPED', { expected: 'XJ01CAA040A001010102699' }),
  inCode(DRUG, 'xj01caa040a001010102699', 'CODE_MISTYPED', { expected: 'XJ01CAA040A001010102699' }),
  inCode(DRUG, 'C0101010011303807555', 'CODE_OF_OTHER_KIND'),
  inCode(DRUG, '001102000010000', 'CODE_OF_OTHER_KIND'),
  inCode(CONSUMABLE, 'C010101001130380755', 'CODE_LENGTH', { expected: '20 / 27' }),
  inCode(CONSUMABLE, 'C01010100113038075551', 'CODE_LENGTH', { expected: '20 / 27' }),
  inCode(CONSUMABLE, 'C010101OO11303807555', 'CODE_MISTYPED', { expected: 'C0101010011303807555' }),
  inCode(CONSUMABLE, 'XJ01CAA040A001010102699', 'CODE_OF_OTHER_KIND'),
];

type More = Partial<SeededFault>;
const fault = (...[what, cell, text, code, more]: [string, string, string, FindingCode, More?]): SeededFault => {
  return { what, kinds: ALL, cell, text, code, ...more };
};

const CELLS: readonly SeededFault[] = [
  fault('no name', 'name', '', 'NAME_MISSING', { beside: PLAIN }),
  fault('a number for a name', 'name', '123.50', 'NAME_ODD'),
  fault('question marks for a name', 'name', '????', 'NAME_ODD'),
  fault('no unit', 'unit', '', 'UNIT_MISSING', { beside: { amount: '70' } }),
  fault('a number for a unit', 'unit', '70', 'UNIT_ODD', { beside: { amount: '70' } }),
  fault('a price for a unit', 'unit', '70元', 'UNIT_ODD', { beside: { amount: '70' } }),
  fault('yuan for a unit', 'unit', '元', 'UNIT_ODD', { beside: { amount: '70' } }),
  fault('a name too long', 'name', '长'.repeat(501), 'CELL_TOO_LONG'),
  fault('a note too long', 'note', '长'.repeat(4001), 'CELL_TOO_LONG'),
  fault('a NUL', 'name', '挂号\u0000费', 'CHARACTER_UNSEEN'),
  fault('a space without width', 'name', '挂\u200b号费', 'CHARACTER_UNSEEN'),
  fault('a character that was lost', 'name', '挂\ufffd费', 'CHARACTER_LOST'),
  fault('a failed formula for a name', 'name', '#VALUE!', 'CELL_ERROR', { cellKind: 'ERROR' }),
  fault('a day for a name', 'name', '2026-03-04', 'CELL_TURNED_DATE', { cellKind: 'DATE' }),
  fault('a class that is none', 'insuranceClass', '丁类', 'INSURANCE_CLASS_UNKNOWN'),
  fault('a way of pricing that is none', 'mode', '随便', 'MODE_UNKNOWN', { kinds: SERVICE }),
  fault('a share above all', 'selfPayPercent', '120%', 'SELF_PAY_NOT_UNDERSTOOD', { kinds: SERVICE }),
  fault('a day that is none', 'effectiveOn', '2026-02-30', 'DATE_IMPOSSIBLE', { kinds: SERVICE }),
  fault('a day long ago', 'effectiveOn', '1926-01-01', 'DATE_FAR', { kinds: SERVICE }),
  fault('a day far ahead', 'effectiveOn', '2062/1/1', 'DATE_FAR', { kinds: SERVICE }),
  fault('no day at all', 'effectiveOn', '去年', 'DATE_NOT_UNDERSTOOD', { kinds: SERVICE }),
  fault('a number of approval too short', 'approvalNumber', '国药准字H2005001', 'APPROVAL_NUMBER_ODD', { kinds: DRUG }),
  fault('a registration too short', 'approvalNumber', '国械注准2016366001', 'APPROVAL_NUMBER_ODD', {
    kinds: CONSUMABLE,
  }),
  fault('a standard code too short', 'standardCode', '8690000100001', 'CODE_ODD', { kinds: DRUG }),
  fault('a standard code as a number', 'standardCode', '8.69E+13', 'CODE_DIGITS_LOST', { kinds: DRUG }),
];

/** One fault of each class, and of many classes in several ways. */
export const SEEDED_FAULTS: readonly SeededFault[] = [...AMOUNTS, ...CODES, ...CELLS];

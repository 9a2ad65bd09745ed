import { describe, expect, it } from 'vitest';
import type { SheetRow } from '../../../../core/table.ts';
import { cellsOf, errorsOf, readJson, readRows, rowsOf, sharedText } from './reading.ts';

const TALL = rowsOf(await sharedText('cms/v3.0.0-tall-example.csv'));
const WIDE = rowsOf(await sharedText('cms/v3.0.0-wide-example.csv'));
const JSON_FILE = await sharedText('cms/v3-example.json');

/** The rows with cells changed, each by its name like "G5". */
function withCells(rows: readonly SheetRow[], changes: Readonly<Record<string, string>>): SheetRow[] {
  return rows.map(({ number, cells }) => {
    const changed = [...cells];
    for (const [name, text] of Object.entries(changes)) {
      const [, letters = '', row] = /^([A-Z]+)(\d+)$/.exec(name) ?? [];
      const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      if (Number(row) === number) changed[column] = text;
    }
    return { number, cells: changed };
  });
}

const errors = (rows: readonly SheetRow[]): string[] => cellsOf(errorsOf(readRows(rows).findings));

/** The official tall example: D-E the second code, J cash, K-L payer and plan, N-P the three charges, Q-T what was paid. */
describe('in the tall form', () => {
  it.each<[what: string, changes: Record<string, string>, expected: string[]]>([
    ['no description', { A4: ' ' }, ['CMS_VALUE_MISSING A4']],
    ['a code without its type', { E4: '' }, ['CMS_VALUE_MISSING E4']],
    ['a type without its code', { D4: '' }, ['CMS_VALUE_MISSING D4']],
    ['a type that is none', { C4: 'REV' }, ['CMS_VALUE_UNKNOWN C4']],
    ['no code at all', { B8: '', C8: '' }, ['CMS_CODE_MISSING B8']],
    ['a setting that is none', { F4: 'clinic' }, ['CMS_VALUE_UNKNOWN F4']],
    ['no setting', { F4: '' }, ['CMS_VALUE_MISSING F4']],
    ['a sign of currency', { I4: '$1200' }, ['CMS_AMOUNT_MALFORMED I4']],
    ['thousands', { I4: '1,200.00' }, ['CMS_AMOUNT_MALFORMED I4']],
    ['five places', { I4: '1200.12345' }, ['CMS_AMOUNT_MALFORMED I4']],
    ['less than nothing', { J4: '-5' }, ['CMS_AMOUNT_MALFORMED J4']],
    ['words for an amount', { N4: 'see contract' }, ['CMS_AMOUNT_MALFORMED N4']],
    ['no charge', { I4: '', J4: '', N4: '' }, ['CMS_CHARGE_MISSING I4', 'CMS_PAYER_CHARGE_MISSING K4']],
    ['a payer without a charge', { N4: '' }, ['CMS_PAYER_CHARGE_MISSING K4']],
    ['a charge without its payer', { K4: '' }, ['CMS_VALUE_MISSING K4']],
    ['a charge without its plan', { L4: '' }, ['CMS_VALUE_MISSING L4']],
    ['a charge without how it came', { W4: '' }, ['CMS_VALUE_MISSING W4']],
    ['another way of coming to a charge', { W4: 'by lot' }, ['CMS_VALUE_UNKNOWN W4']],
    ['no lowest charge', { U4: '' }, ['CMS_RANGE_MISSING U4']],
    ['no highest charge', { V4: '' }, ['CMS_RANGE_MISSING V4']],
    ['a range that falls', { U4: '401' }, ['CMS_RANGE_FALLING V4']],
    ['other without notes', { W4: 'Other' }, ['CMS_NOTES_MISSING X4']],
    ['an algorithm and no count', { T14: '' }, ['CMS_ALLOWED_AMOUNT_MISSING T14']],
    ['an algorithm and no median', { Q14: '' }, ['CMS_ALLOWED_AMOUNT_MISSING Q14']],
    [
      'an algorithm and no percentiles',
      { R14: '', S14: '' },
      ['R14', 'S14'].map((at) => `CMS_ALLOWED_AMOUNT_MISSING ${at}`),
    ],
    ['a percentage and no count', { T22: '' }, ['CMS_ALLOWED_AMOUNT_MISSING T22']],
    ['a count that tells too much', { T14: '7' }, ['CMS_COUNT_MALFORMED T14']],
    ['a count of none without a word', { X21: '' }, ['CMS_NOTES_MISSING X21', 'CMS_NOTES_MISSING X21']],
    ['a percentage that is none', { O22: '80%' }, ['CMS_AMOUNT_MALFORMED O22']],
    ['a median that is none', { Q14: '~100' }, ['CMS_AMOUNT_MALFORMED Q14']],
    ['an NDC without its measure', { G37: '', H37: '' }, ['G37', 'H37'].map((at) => `CMS_DRUG_MEASURE_MISSING ${at}`)],
    ['half a measure', { H37: '' }, ['CMS_VALUE_MISSING H37']],
    ['a measure of nothing', { G37: '0' }, ['CMS_AMOUNT_MALFORMED G37']],
    ['an unknown measure', { H37: 'PILL' }, ['CMS_VALUE_UNKNOWN H37']],
    ['a modifier without explanation', { O31: '', X31: '' }, ['CMS_MODIFIER_UNEXPLAINED X31']],
  ])('finds %s at its cell and nothing else', (_what, changes, expected) => {
    expect(errors(TALL)).toEqual([]);
    expect(errors(withCells(TALL, changes)).sort()).toEqual([...expected].sort());
  });

  it.each<[what: string, changes: Record<string, string>, expected: string[]]>([
    ['cash above gross, once for both payers', { J4: '1300', J5: '1300' }, ['CMS_CASH_ABOVE_GROSS J4']],
    ['a placeholder', { I4: '0.01', J4: '', I5: '0.01', J5: '' }, ['CMS_AMOUNT_PLACEHOLDER I4']],
    ['nine nines', { Q14: '999999999' }, ['CMS_NINE_NINES Q14']],
    ['an attestation withheld', { H2: 'FALSE' }, ['CMS_ATTESTATION_FALSE H2']],
  ])('warns of %s, and takes the prices', (_what, changes, expected) => {
    const before = cellsOf(readRows(TALL).findings);
    const { findings } = readRows(withCells(TALL, changes));
    expect(cellsOf(findings).filter((one) => !before.includes(one))).toEqual(expected);
    expect(errorsOf(findings)).toEqual([]);
  });

  it.each<[what: string, changes: Record<string, string>, expected: string[]]>([
    ['a column that is missing', { F3: 'place' }, ['CMS_HEADING_MISSING 3']],
    ['a column that stands twice', { X3: 'Description' }, ['CMS_HEADING_REPEATED X3', 'CMS_HEADING_MISSING 3']],
    ['a placeholder', { D3: 'code | [i]' }, ['CMS_HEADING_UNFILLED D3', 'CMS_HEADING_MISSING 3']],
    ['half a pair of codes', { E3: '' }, ['CMS_HEADING_MISSING 3']],
    ['payers in cells and in headings', { X3: 'count|A|B' }, ['CMS_FORM_UNCLEAR 3', 'CMS_HEADING_MISSING 3']],
    ['an unknown version', { C2: '4.0' }, ['CMS_VERSION_UNKNOWN C2']],
    ['no version', { C2: '' }, ['CMS_VALUE_MISSING C2']],
    ['a day that there is not', { B2: '2/30/2026' }, ['CMS_DATE_MALFORMED B2']],
    ['a state that is none', { F1: 'license_number | XX' }, ['CMS_VALUE_UNKNOWN F1']],
    ['no state', { F1: 'license_number' }, ['CMS_HEADING_MISSING 1']],
    ['no attestation', { H1: '' }, ['CMS_HEADING_MISSING 1']],
    ['an attestation that is neither', { H2: 'yes' }, ['CMS_VALUE_UNKNOWN H2']],
    ['no number of the provider', { G2: '' }, ['CMS_VALUE_MISSING G2']],
    ['a heading of the file that stands twice', { J1: 'Version' }, ['CMS_HEADING_REPEATED J1']],
  ])('finds %s in the header', (_what, changes, expected) => {
    const { findings, prices } = readRows(withCells(TALL, changes));
    expect(cellsOf(errorsOf(findings)).sort()).toEqual([...expected].sort());
    const isColumns = Object.keys(changes).some((cell) => cell.endsWith('3'));
    expect(prices.length === 0).toBe(isColumns);
  });
});

describe('in the wide form', () => {
  it.each<[what: string, changes: Record<string, string>, expected: string[]]>([
    ['a charge without how it came', { S4: '' }, ['CMS_VALUE_MISSING S4']],
    ['other without notes of that payer', { S4: 'other' }, ['CMS_NOTES_MISSING T4']],
    ['an amount of the second payer', { U4: 'free' }, ['CMS_AMOUNT_MALFORMED U4']],
    ['no lowest charge', { AD4: '' }, ['CMS_RANGE_MISSING AD4']],
  ])('finds %s at its cell and nothing else', (_what, changes, expected) => {
    expect(errors(withCells(WIDE, changes))).toEqual(expected);
  });

  it('asks for every column of every payer that a heading names', () => {
    const { findings } = readRows(
      withCells(WIDE, { U3: 'standard_charge|Region Health Insurance|POS|negotiated_dollar' }),
    );
    const missing = findings.filter(({ code }) => code === 'CMS_HEADING_MISSING').map(({ expected }) => expected);
    expect(missing).toContain('standard_charge|Region Health Insurance|HMO|negotiated_dollar');
    expect(missing).toContain('additional_payer_notes|Region Health Insurance|POS');
  });
});

describe('in the JSON form', () => {
  it.each<[what: string, from: string, to: string, expected: string[]]>([
    [
      'a text for a number',
      '"gross_charge": 1200',
      '"gross_charge": "1200"',
      ['CMS_SHAPE_WRONG /0/standard_charges/0/gross_charge'],
    ],
    ['null', '"gross_charge": 1200', '"gross_charge": null', ['CMS_SHAPE_WRONG /0/standard_charges/0/gross_charge']],
    [
      'an amount of nothing',
      '"gross_charge": 1200',
      '"gross_charge": 0',
      ['CMS_AMOUNT_MALFORMED /0/standard_charges/0/gross_charge'],
    ],
    [
      'five places',
      '"gross_charge": 1200',
      '"gross_charge": 1.00001',
      ['CMS_AMOUNT_MALFORMED /0/standard_charges/0/gross_charge'],
    ],
    [
      'a list that is none',
      '"code_information": [',
      '"code_information": "611", "other": [',
      ['CMS_SHAPE_WRONG /0/code_information', 'CMS_CODE_MISSING /0/code_information'],
    ],
    ['no settings', '"standard_charges": [', '"charges": [', ['CMS_CHARGE_MISSING /0/standard_charges']],
    ['a blank name', '"MRI of brain (no contrast)"', '" "', ['CMS_VALUE_MISSING /0/description']],
    [
      'a payer without a charge',
      '"standard_charge_dollar": 400',
      '"dollars": 400',
      ['CMS_PAYER_CHARGE_MISSING /0/standard_charges/0/payers_information/0/payer_name'],
    ],
    [
      'an item that is a text',
      '"standard_charge_information": [',
      '"standard_charge_information": ["x",',
      ['CMS_SHAPE_WRONG /0'],
    ],
  ])('finds %s at its pointer and nothing else', async (_what, from, to, expected) => {
    expect(JSON_FILE).toContain(from);
    const { findings } = await readJson(JSON_FILE.replace(from, to));
    const found = errorsOf(findings).map(
      ({ code, heading }) => `${code} ${(heading ?? '').replace('/standard_charge_information', '')}`,
    );
    expect([...new Set(found)]).toEqual(expected);
  });

  it('finds what the file does not say of itself', async () => {
    const { findings } = await readJson(
      '{"standard_charge_information": {"0": 1}, "attestation": {"confirm_attestation": "yes"}}',
    );
    expect(findings.map(({ code, heading, expected }) => `${code} ${heading ?? expected ?? ''}`)).toEqual([
      'CMS_SHAPE_WRONG /standard_charge_information/0',
      'CMS_SHAPE_WRONG /standard_charge_information',
      'CMS_SHAPE_WRONG /attestation/confirm_attestation',
      ...['hospital_name', 'last_updated_on', 'version', 'hospital_address', 'license_number', 'location_name'].map(
        (field) => `CMS_HEADING_MISSING ${field}`,
      ),
      'CMS_HEADING_MISSING type_2_npi',
      'CMS_VALUE_MISSING /attestation/confirm_attestation',
      'CMS_VALUE_MISSING /attestation/attester_name',
    ]);
  });
});

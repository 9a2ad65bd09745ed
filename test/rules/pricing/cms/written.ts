/** What was agreed with a payer, for the three forms to say. */
export interface WrittenPayer {
  readonly payer: string;
  readonly plan: string;
  readonly methodology: string;
  readonly dollar?: string;
  readonly percentage?: string;
  readonly algorithm?: string;
  readonly count?: string;
  readonly median?: string;
  readonly tenth?: string;
  readonly ninetieth?: string;
  readonly notes?: string;
}

/** An item, for the three forms to say. Amounts are decimal text. */
export interface WrittenItem {
  readonly description: string;
  readonly codes: readonly { readonly code: string; readonly type: string }[];
  readonly setting: string;
  readonly modifiers?: readonly string[];
  readonly drug?: { readonly unit: string; readonly type: string };
  readonly gross?: string;
  readonly cash?: string;
  readonly minimum?: string;
  readonly maximum?: string;
  readonly payers: readonly WrittenPayer[];
}

const STATEMENT =
  'to the best of its knowledge and belief … 45 CFR 180.50 … the hospital attests that what can not be an amount is none';
const HEADER = [
  ['hospital_name', 'Sample Hospital'],
  ['last_updated_on', '2026-04-01'],
  ['version', '3.0.0'],
  ['location_name', 'Sample Hospital'],
  ['hospital_address', '1 Main Street'],
  ['license_number | CT', '1'],
  ['type_2_npi', '0000000001'],
  [STATEMENT, 'true'],
  ['attester_name', 'The Attester'],
] as const;

const PAYER_COLUMNS = [
  ['standard_charge', 'negotiated_dollar', 'dollar'],
  ['standard_charge', 'negotiated_percentage', 'percentage'],
  ['standard_charge', 'negotiated_algorithm', 'algorithm'],
  ['median_amount', '', 'median'],
  ['10th_percentile', '', 'tenth'],
  ['90th_percentile', '', 'ninetieth'],
  ['count', '', 'count'],
  ['standard_charge', 'methodology', 'methodology'],
] as const;

/** The tall form: a row for each payer of an item, the item's own charges in each of them. */
export function tallText(items: readonly WrittenItem[]): string {
  const pairs = mostCodes(items);
  const headings = [
    ...itemHeadings(pairs),
    ...['payer_name', 'plan_name'],
    ...PAYER_COLUMNS.map(([group, member]) => (member === '' ? group : `${group} | ${member}`)),
    'additional_generic_notes',
  ];
  const rows = items.flatMap((item) =>
    (item.payers.length === 0 ? [undefined] : item.payers).map((payer) => [
      ...itemCells(item, pairs),
      ...[payer?.payer ?? '', payer?.plan ?? ''],
      ...PAYER_COLUMNS.map(([, , member]) => payer?.[member] ?? ''),
      payer?.notes ?? '',
    ]),
  );
  return csv(headings, rows);
}

/** The wide form: columns for every payer's plan that any item has. */
export function wideText(items: readonly WrittenItem[]): string {
  const pairs = mostCodes(items);
  const plans = [...new Set(items.flatMap(({ payers }) => payers.map(({ payer, plan }) => `${payer}|${plan}`)))];
  const shown = plans.length === 0 ? ['Nobody|None'] : plans;
  const headings = [
    ...itemHeadings(pairs),
    ...shown.flatMap((plan) => [
      ...PAYER_COLUMNS.map(([group, member]) => `${group}|${plan}${member === '' ? '' : `|${member}`}`),
      `additional_payer_notes|${plan}`,
    ]),
    'additional_generic_notes',
  ];
  const rows = items.map((item) => [
    ...itemCells(item, pairs),
    ...shown.flatMap((name) => {
      const found = item.payers.find(({ payer, plan }) => `${payer}|${plan}` === name);
      return [...PAYER_COLUMNS.map(([, , member]) => found?.[member] ?? ''), found?.notes ?? ''];
    }),
    '',
  ]);
  return csv(headings, rows);
}

/** The JSON form. Amounts are written digit by digit as they are given. */
export function jsonText(items: readonly WrittenItem[]): string {
  const header =
    '"hospital_name":"Sample Hospital","last_updated_on":"2026-04-01","version":"3.0.0","location_name":["Sample Hospital"],' +
    '"hospital_address":["1 Main Street"],"type_2_npi":["0000000001"],"license_information":{"state":"CT"},' +
    '"attestation":{"attestation":"…","confirm_attestation":true,"attester_name":"The Attester"}';
  return `{${header},"standard_charge_information":[${items.map(jsonItem).join(',\n')}]}`;
}

function jsonItem({ description, codes, setting, modifiers, drug, payers, ...charges }: WrittenItem): string {
  const listed = payers.map(({ payer, plan, methodology, algorithm, count, notes, ...amounts }) =>
    object([
      ...[text('payer_name', payer), text('plan_name', plan), text('methodology', methodology)],
      ...[text('standard_charge_algorithm', algorithm), text('count', count), text('additional_payer_notes', notes)],
      ...[number('standard_charge_dollar', amounts.dollar), number('standard_charge_percentage', amounts.percentage)],
      ...[number('median_amount', amounts.median), number('10th_percentile', amounts.tenth)],
      number('90th_percentile', amounts.ninetieth),
    ]),
  );
  const charge = object([
    ...[text('setting', setting), number('gross_charge', charges.gross), number('discounted_cash', charges.cash)],
    ...[number('minimum', charges.minimum), number('maximum', charges.maximum)],
    modifiers === undefined ? null : `"modifier_code":${JSON.stringify(modifiers)}`,
    listed.length === 0 ? null : `"payers_information":[${listed.join(',')}]`,
  ]);
  return object([
    text('description', description),
    drug === undefined ? null : `"drug_information":{"unit":${drug.unit},"type":"${drug.type}"}`,
    `"code_information":${JSON.stringify(codes)}`,
    `"standard_charges":[${charge}]`,
  ]);
}

const object = (members: readonly (string | null)[]): string =>
  `{${members.filter((member) => member !== null).join(',')}}`;
const text = (name: string, value: string | undefined): string | null =>
  value === undefined ? null : `${JSON.stringify(name)}:${JSON.stringify(value)}`;
const number = (name: string, value: string | undefined): string | null =>
  value === undefined ? null : `${JSON.stringify(name)}:${value}`;

const mostCodes = (items: readonly WrittenItem[]): number => Math.max(1, ...items.map(({ codes }) => codes.length));

function itemHeadings(pairs: number): string[] {
  return [
    'description',
    ...Array.from({ length: pairs }, (_, index) => [
      `code|${String(index + 1)}`,
      `code|${String(index + 1)}|type`,
    ]).flat(),
    ...['setting', 'modifiers', 'drug_unit_of_measurement', 'drug_type_of_measurement', 'standard_charge|gross'],
    ...['standard_charge|discounted_cash', 'standard_charge|min', 'standard_charge|max'],
  ];
}

function itemCells(item: WrittenItem, pairs: number): string[] {
  return [
    item.description,
    ...Array.from({ length: pairs }, (_, index) => [
      item.codes[index]?.code ?? '',
      item.codes[index]?.type ?? '',
    ]).flat(),
    ...[item.setting, item.modifiers?.join('|') ?? '', item.drug?.unit ?? '', item.drug?.type ?? ''],
    ...[item.gross ?? '', item.cash ?? '', item.minimum ?? '', item.maximum ?? ''],
  ];
}

function csv(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return csvText([HEADER.map(([heading]) => heading), HEADER.map(([, value]) => value), headings, ...rows]);
}

const csvText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');

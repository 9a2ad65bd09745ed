import { positiveAmount, positiveNumber } from './amount.ts';
import { isCharged, NO_COLUMN, type PayerCharge, type Said } from './charge-item.ts';
import { oneOf, type ItemContext, type Report } from './report.ts';
import { COUNT, METHODOLOGIES, NINE_NINES } from './vocabulary.ts';

/** What the findings of a payer's charge depend on beside it. */
export interface PayerContext extends ItemContext {
  readonly isModifier: boolean;
  readonly report: Report;
}

/** Everything that is missing or wrong in what was agreed with one payer. */
export function payerFindings(charge: PayerCharge, context: PayerContext): void {
  reportShape(charge, context);
  if (context.isModifier) {
    if (context.payersIn === 'ENTRIES') reportBlank(context.report, modifierNeeds(charge));
    return;
  }
  reportNames(charge, context);
  reportNotes(charge, context);
  reportAllowed(charge, context);
}

function reportShape(charge: PayerCharge, { version, payersIn, report }: PayerContext): void {
  const { dollar, percentage, methodology, median, tenth, ninetieth, count, estimated } = charge;
  if (dollar.text !== '' && positiveAmount(dollar.text) === null) report('CMS_AMOUNT_MALFORMED', dollar);
  const allowed = version === 3 ? [median, tenth, ninetieth] : [estimated];
  for (const said of [percentage, ...allowed]) {
    if (said.text !== '' && positiveNumber(said.text) === null) report('CMS_AMOUNT_MALFORMED', said);
  }
  for (const said of version === 3 ? [...allowed, count] : allowed) {
    if (said.text === NINE_NINES) report('CMS_NINE_NINES', said);
  }
  if (version === 3 && payersIn === 'ENTRIES' && estimated.text !== '')
    report('CMS_COLUMN_OUTDATED', estimated, { got: 'estimated_amount' });
  oneOf(METHODOLOGIES, methodology, report);
  if (version === 3 && count.text !== '' && !COUNT.test(count.text)) report('CMS_COUNT_MALFORMED', count);
}

function reportNames(charge: PayerCharge, { version, payersIn, report }: PayerContext): void {
  const { payer, plan, methodology } = charge;
  const isSuperfluous = payersIn === 'ENTRIES' || (payersIn === 'CELLS' && payer.text !== '' && plan.text !== '');
  if (version === 3 && isSuperfluous && !isCharged(charge)) report('CMS_PAYER_CHARGE_MISSING', payer);
  if (payersIn !== 'ENTRIES' && !isCharged(charge)) return;
  reportBlank(report, [
    [payer, 'payer_name'],
    [plan, 'plan_name'],
    [methodology, 'methodology'],
  ]);
}

function modifierNeeds({ payer, plan, notes }: PayerCharge): Needed {
  return [
    [payer, 'payer_name'],
    [plan, 'plan_name'],
    [notes, 'description'],
  ];
}

function reportBlank(report: Report, needed: Needed): void {
  for (const [said, expected] of needed) if (said.text === '') report('CMS_VALUE_MISSING', said, { expected });
}

function reportNotes({ methodology, notes, count }: PayerCharge, { version, report }: PayerContext): void {
  if (notes.text !== '') return;
  if (methodology.text.toLowerCase() === 'other')
    report('CMS_NOTES_MISSING', notes, { expected: 'methodology: other' });
  if (version === 3 && count.text === '0') report('CMS_NOTES_MISSING', notes, { expected: 'count: 0' });
}

/** A charge that is no amount must say what was paid in the past. */
function reportAllowed(charge: PayerCharge, { version, report }: PayerContext): void {
  if (charge.percentage.text === '' && charge.algorithm.text === '') return;
  for (const [said, expected] of version === 3 ? allowedSince3(charge) : allowedSince2(charge)) {
    if (said.text === '') report('CMS_ALLOWED_AMOUNT_MISSING', said, { expected });
  }
}

type Needed = readonly (readonly [Said, string])[];

function allowedSince3({ count, median, tenth, ninetieth }: PayerCharge): Needed {
  if (count.text === '0') return [];
  return [
    [count, 'count'],
    [median, 'median_amount'],
    [tenth, '10th_percentile'],
    [ninetieth, '90th_percentile'],
  ];
}

/** Edition 2.0 has no such column, and a file of edition 2.2 calls itself so as well: it is asked for where there is one. */
function allowedSince2({ dollar, estimated }: PayerCharge): Needed {
  return dollar.text !== '' || estimated.at === NO_COLUMN ? [] : [[estimated, 'estimated_amount']];
}

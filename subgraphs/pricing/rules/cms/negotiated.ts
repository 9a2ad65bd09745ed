import type { Yuan } from '../../../../core/yuan.ts';
import { positiveAmount, positiveNumber } from './amount.ts';
import type { PayerCharge, Said } from './charge-item.ts';
import { NINE_NINES } from './vocabulary.ts';

/** One charge of an item before it is a line: which it is, and what is said for it. */
export interface Charge {
  readonly said: Said;
  readonly condition: string | null;
  readonly amount: Yuan | null;
  readonly amountText: string | null;
  readonly note: string | null;
}

/**
 * What was agreed with a payer as one charge: its amount when there is one, else the percentage and the algorithm in words.
 *
 * @param note - what is said of the item as a whole
 * @returns null when nothing is given that could be charged
 */
export function negotiated(payer: PayerCharge, note: string | null): Charge | null {
  const { dollar, percentage, algorithm, notes } = payer;
  const amount = dollar.text === '' ? null : positiveAmount(dollar.text);
  const words = wordsOf(payer);
  if (amount === null && words === '') return null;
  return {
    said: [dollar, percentage, algorithm].find(({ text }) => text !== '') ?? dollar,
    condition: conditionOf(payer, notes.text),
    amount,
    amountText: amount === null ? words : null,
    note: noteOf(payer, { words: amount === null ? '' : words, note }),
  };
}

/** How a modifier changes what a payer pays: as a charge of the payer, but with its explanation as the words. */
export function modified(payer: PayerCharge, note: string | null): Charge | null {
  const { dollar, percentage, algorithm, notes } = payer;
  if (notes.text === '' || dollar.text !== '') return negotiated(payer, note);
  const words = wordsOf(payer);
  return {
    said: [percentage, algorithm].find(({ text }) => text !== '') ?? notes,
    condition: conditionOf(payer, ''),
    amount: null,
    amountText: words === '' || notes.text.includes(words) ? notes.text : `${words}; ${notes.text}`,
    note: noteOf(payer, { words: '', note }),
  };
}

/** Who pays, and when the charge holds. */
function conditionOf({ payer, plan }: PayerCharge, notes: string): string | null {
  return [payer.text, plan.text, notes].filter((part) => part !== '').join(' | ') || null;
}

function wordsOf(payer: PayerCharge): string {
  return [percentWords(payer), payer.algorithm.text].filter((text) => text !== '').join('; ');
}

/** The percentage with that of which it is one, as far as the file says. */
function percentWords({ percentage, methodology }: PayerCharge): string {
  const percent = percentage.text === '' ? null : positiveNumber(percentage.text);
  if (percent === null) return '';
  const how = methodology.text.toLowerCase();
  if (how === 'percent of total billed charges') return `${percent}% of total billed charges`;
  return how === '' ? `${percent}%` : `${percent}% (${how})`;
}

function noteOf(
  payer: PayerCharge,
  { words, note }: { readonly words: string; readonly note: string | null },
): string | null {
  const told: readonly (readonly [string, Said])[] = [
    ['methodology', payer.methodology],
    ['count', payer.count],
    ['median', payer.median],
    ['10th percentile', payer.tenth],
    ['90th percentile', payer.ninetieth],
    ['estimated', payer.estimated],
  ];
  const parts = told
    .filter(([, { text }]) => text !== '' && text !== NINE_NINES)
    .map(([name, { text }]) => `${name}: ${text}`);
  const all = [words, ...parts, note ?? ''].filter((part) => part !== '');
  return all.length === 0 ? null : all.join('; ');
}

import { builder } from '../builder.ts';
import type { Price as PriceRecord } from '../store/database.ts';

/** How the cells that say what something costs, and since when, describe themselves. */
export const AMOUNTS = {
  amount:
    'In yuan, exact; the lower end of a range; null when the list gives words instead of a number. Not what insurance pays (rule H13).',
  amountUpTo: 'The upper end of a range, in yuan; null for a single amount.',
  amountText: 'The cell as it stood, when it is more than one number, such as "100-300" or "医院自主确定" (rule H13).',
  effectiveOn: 'The first day on which it holds.',
  endedOn: 'The first day on which it no longer holds; null while in force.',
} as const;

export const PastPrice = builder.objectRef<PriceRecord>('PastPrice').implement({
  description: 'What an institution charged for the same thing at one time.',
  fields: (t) => ({
    amount: t.expose('amount', { type: 'Yuan', nullable: true, description: AMOUNTS.amount }),
    amountUpTo: t.expose('amountUpTo', { type: 'Yuan', nullable: true, description: AMOUNTS.amountUpTo }),
    amountText: t.exposeString('amountText', { nullable: true, description: AMOUNTS.amountText }),
    effectiveOn: t.expose('effectiveOn', { type: 'Date', description: AMOUNTS.effectiveOn }),
    endedOn: t.expose('endedOn', { type: 'Date', nullable: true, description: AMOUNTS.endedOn }),
  }),
});

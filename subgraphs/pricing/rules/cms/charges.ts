import { parseYuan, tenThousandths } from '../../../../core/yuan.ts';
import type { Finding } from '../finding.ts';
import { BLANK_ROW } from '../price-row.ts';
import type { ListedPrice, Stretch } from '../reading/sheet-reader.ts';
import { positiveAmount } from './amount.ts';
import { found, isModifierAlone, type ChargeItem, type Locate, type Said } from './charge-item.ts';
import { hashText, type ChargeMemory, type TextHash } from './charge-memory.ts';
import { itemIdentity } from './item-identity.ts';
import { modified, negotiated, type Charge } from './negotiated.ts';

/** The currency of the form. */
export const CMS_CURRENCY = 'USD';

const MINIMUM = 'minimum negotiated';
const MAXIMUM = 'maximum negotiated';

/**
 * The prices of an item: one for each charge that is given, on its own condition (rule H7).
 *
 * - `gross`, `discounted cash`: what those pay who have no agreement.
 * - `minimum negotiated`, `maximum negotiated`: the least and the most that any payer agreed to. They are charges of the
 *   template in their own right, and all that a patient of a payer who is not named can go by.
 * - `payer | plan`, and behind it the notes on that charge, which say when it holds.
 *
 * A percentage or an algorithm is kept in its words, never reckoned out (rule H13). A charge that the file gives again,
 * as the tall form does in every payer's row, is taken once; of the bounds the first that is given, since an item has but
 * one range and rows of the tall form are seen to differ in it.
 */
export function itemPrices(item: ChargeItem, locate: Locate, memory: ChargeMemory): Stretch {
  const identity = itemIdentity(item);
  const root = hashText(`${identity.code}\n${identity.name}\n${identity.specification ?? ''}\n${identity.unit}`);
  const prices: ListedPrice[] = [];
  const findings: Finding[] = [];
  const fresh: Said[] = [];
  for (const charge of chargesOf(item)) {
    const { said, condition, amount, amountText, note } = charge;
    const how = memory.take(...hashesOf(charge, root));
    if (how === 'OTHER_WORDS')
      findings.push(
        found(isBound(charge) ? 'CMS_RANGE_CHANGED' : 'CMS_CHARGE_RESTATED', locate(said.at), { got: said.text }),
      );
    if (how !== 'NEW') continue;
    fresh.push(said);
    const cells = { condition, amount, amountText, note, mode: 'MARKET_REGULATED' } as const;
    prices.push({ ...locate(said.at), price: { ...BLANK_ROW, ...identity, ...cells } });
    if (!isBound(charge) && amount !== null && Number(amount) <= 1)
      findings.push(found('CMS_AMOUNT_PLACEHOLDER', locate(said.at), { got: said.text }));
  }
  return { prices, findings: [...findings, ...orderFindings(item, locate, fresh)] };
}

function* chargesOf(item: ChargeItem): Iterable<Charge> {
  const { gross, cash, minimum, maximum, payers } = item;
  const note = item.notes.text === '' ? null : item.notes.text;
  const ofAll = [
    { said: gross, condition: 'gross' },
    { said: cash, condition: 'discounted cash' },
    { said: minimum, condition: MINIMUM },
    { said: maximum, condition: MAXIMUM },
  ];
  for (const { said, condition } of ofAll) {
    const amount = said.text === '' ? null : positiveAmount(said.text);
    if (amount !== null) yield { said, condition, amount, amountText: null, note };
  }
  const isModifier = isModifierAlone(item);
  for (const payer of payers) {
    const charge = isModifier ? modified(payer, note) : negotiated(payer, note);
    if (charge !== null) yield charge;
  }
  if (isModifier && payers.length === 0 && note !== null)
    yield { said: item.notes, condition: null, amount: null, amountText: note, note: null };
}

function isBound({ condition }: Charge): boolean {
  return condition === MINIMUM || condition === MAXIMUM;
}

/** What makes a charge another price, and what may differ: of the bounds the amount, for an item can have but one. */
function hashesOf(charge: Charge, root: TextHash): [charge: TextHash, words: TextHash] {
  const condition = hashText(charge.condition ?? '', root);
  if (isBound(charge)) return [condition, hashText(charge.amount ?? '')];
  return [hashText(`${charge.amount ?? ''}\n${charge.amountText ?? ''}`, condition), hashText(charge.note ?? '')];
}

/** Charges of which one should not be above the other; told once, where the file first gives them. */
function orderFindings(
  { gross, cash, minimum, maximum }: ChargeItem,
  locate: Locate,
  fresh: readonly Said[],
): Finding[] {
  const findings: Finding[] = [];
  if ((fresh.includes(gross) || fresh.includes(cash)) && isAbove(cash, gross))
    findings.push(found('CMS_CASH_ABOVE_GROSS', locate(cash.at), { got: cash.text, expected: gross.text }));
  if ((fresh.includes(minimum) || fresh.includes(maximum)) && isAbove(minimum, maximum))
    findings.push(found('CMS_RANGE_FALLING', locate(maximum.at), { got: maximum.text, expected: minimum.text }));
  return findings;
}

/** A charge of nothing is no price, but it is below every other. */
function isAbove(one: Said, other: Said): boolean {
  if (one.text === '' || other.text === '' || one.text === other.text) return false;
  const [high, low] = [positiveAmount(one.text), positiveAmount(other.text) ?? parseYuan(other.text)];
  return high !== null && low !== null && tenThousandths(high) > tenThousandths(low);
}

import { readReceipt } from '../../rules/inquiry/receipt.ts';
import type { SentimentContext } from '../database.ts';
import type { Inquiry } from './rows.ts';

/** An inquiry with the one that it repeats. */
export interface HeldInquiry extends Inquiry {
  readonly repeats: Pick<Inquiry, 'receipt' | 'contactDigest'> | null;
}

/**
 * The inquiry of a receipt; null when there is none, or what was typed is none. Whoever holds the receipt need not sign in:
 * its last part can not be guessed.
 */
export async function inquiryByReceipt({ db }: SentimentContext, typed: string): Promise<HeldInquiry | null> {
  const receipt = readReceipt(typed);
  if (receipt === null) return null;
  return db.inquiry.findUnique({
    where: { receipt },
    include: { repeats: { select: { receipt: true, contactDigest: true } } },
  });
}

/**
 * The receipt under which the earlier answer to a repeated matter stands; null when it repeats none, and when it is not
 * known to be of the same person, since an answer is for whoever asked.
 */
export function earlierReceipt({ contactDigest, repeats }: HeldInquiry): string | null {
  if (repeats === null || contactDigest === null || repeats.contactDigest === null) return null;
  return Buffer.from(contactDigest).equals(Buffer.from(repeats.contactDigest)) ? repeats.receipt : null;
}

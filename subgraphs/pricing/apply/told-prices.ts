import type { CivilDate } from '../../../core/civil-date.ts';
import type { SqlRunner } from '../../../core/sql.ts';
import type { HeldEntry } from '../../kit/applier.ts';
import { PRICE_KINDS } from '../rules/price-row.ts';
import { ToldPayload } from '../../kit/told-payload.ts';

/** A period that ended. */
interface EndedPrice {
  readonly id: string;
  readonly institution: string;
  readonly effectiveOn: CivilDate;
  /** The same day when it never held. */
  readonly endedOn: CivilDate;
}

/**
 * Ends the periods that entries say have ended, and takes out those that never held. That is all that they do: a period
 * begins with the file of its list, in which all that the list changes stands together; of two lists of a day the file may
 * be newer than the entry, and know that the period is gone. What has ended stays ended.
 *
 * @throws Error when a payload does not fit, or a price is here as one of another institution
 */
export async function endPrices(tx: SqlRunner, entries: readonly HeldEntry[]): Promise<void> {
  const ended = entries.flatMap((entry) => endedPrice(entry) ?? []);
  if (ended.length === 0) return;
  const [other] = await tx.$queryRawUnsafe<{ id: string }[]>(END, JSON.stringify(ended));
  if (other === undefined) return;
  throw new Error(`PRICE ${other.id}: expected a price of the institution that it is told of, got one of another.`);
}

function endedPrice(entry: HeldEntry): EndedPrice | null {
  const told = ToldPayload.of(entry);
  told.oneOf('kind', PRICE_KINDS);
  told.text('listId');
  const institution = told.same('institutionId', entry.publisherId);
  const [effectiveOn, endedOn] = [told.day('effectiveOn'), told.dayOrNull('endedOn')];
  if (!told.flag('hasEnded')) return null;
  return { id: entry.subjectId, institution, effectiveOn, endedOn: endedOn ?? told.day('endedOn') };
}

const END = `
WITH told AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS r (id text, institution text, "effectiveOn" date, "endedOn" date)
), gone AS (
  DELETE FROM pricing.price p USING told
   WHERE p.id = told.id AND p.institution_id = told.institution AND told."endedOn" <= told."effectiveOn"
), ended AS (
  UPDATE pricing.price p SET ended_on = told."endedOn" FROM told
   WHERE p.id = told.id AND p.institution_id = told.institution AND told."endedOn" > told."effectiveOn" AND p.ended_on IS NULL
)
SELECT p.id FROM told JOIN pricing.price p ON p.id = told.id WHERE p.institution_id <> told.institution LIMIT 1`;

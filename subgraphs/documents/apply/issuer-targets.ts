import type { SqlRunner } from '../../../core/sql.ts';
import type { HeldEntry } from '../../kit/applier.ts';
import { remove, upsert, type HeldTable } from '../../kit/held-table.ts';
import { ToldPayload } from '../../kit/told-payload.ts';
import { yearNamed } from './year-named.ts';

const TABLE: HeldTable = {
  name: 'documents.issuer_target',
  key: { issuer_id: 'text', year: 'int' },
  columns: {
    ...{ region_code: 'text', diversified_rate: 'numeric', multi_channel_rate: 'numeric' },
    ...{ leader_interpretations: 'int', meetings_attended: 'int', attribute_review_months: 'int' },
    is_sample: 'boolean',
  },
};

/** Takes over what issuers are measured by in a year. */
export async function applyIssuerTargets(tx: SqlRunner, entries: readonly HeldEntry[]): Promise<void> {
  const gone = entries.filter(({ kind }) => kind === 'WITHDRAWN').map(yearNamed);
  await remove(
    tx,
    TABLE,
    gone.map(({ of, year }) => ({ issuer_id: of, year })),
  );
  await upsert(tx, TABLE, entries.filter(({ kind }) => kind !== 'WITHDRAWN').map(rowOf));
}

function rowOf(entry: HeldEntry) {
  const told = ToldPayload.of(entry);
  const { of, year } = yearNamed(entry);
  if (told.text('issuer') !== of) told.refuse('issuer', of);
  if (told.count('year') !== year) told.refuse('year', String(year));
  return {
    ...{ issuer_id: of, year, region_code: told.text('region'), is_sample: told.flag('isSample') },
    ...{ diversified_rate: told.decimalOrNull('diversifiedRate') },
    ...{ multi_channel_rate: told.decimalOrNull('multiChannelRate') },
    ...{ leader_interpretations: told.countOrNull('leaderInterpretations') },
    ...{ meetings_attended: told.countOrNull('meetingsAttended') },
    ...{ attribute_review_months: told.countOrNull('attributeReviewMonths') },
  };
}

import { parseCivilDate } from '../../../core/civil-date.ts';
import type { SqlRunner } from '../../../core/sql.ts';
import type { HeldEntry } from '../../kit/applier.ts';
import { searchedBy } from '../rules/knowledge/masked-answer.ts';
import { ToldPayload } from '../../kit/told-payload.ts';
import { upsert, type HeldTable } from '../../kit/held-table.ts';

const TABLE: HeldTable = {
  name: 'sentiment.knowledge_answer',
  key: { id: 'text' },
  columns: {
    ...{ region_code: 'text', office_id: 'text', topic: 'text', question: 'text', answer: 'text' },
    ...{ terms: 'text[]', search_text: 'text', is_special_response: 'boolean', version: 'int', review_on: 'date' },
    ...{ published_at: 'timestamptz', revised_at: 'timestamptz', withdrawn_at: 'timestamptz', is_sample: 'boolean' },
  },
  kept: { masked: 'jsonb', recorded_by: 'text' },
};

/**
 * Takes over answers of the knowledge base, with what they are found by. One that is withdrawn stays, as it does where it
 * comes from, for staff alone; one that was never here leaves nothing.
 */
export async function applyKnowledgeAnswers(tx: SqlRunner, entries: readonly HeldEntry[]): Promise<void> {
  const standing = entries.filter(({ kind }) => kind !== 'WITHDRAWN');
  await upsert(tx, TABLE, standing.map(rowOf));
  const withdrawn = entries.filter(({ kind }) => kind === 'WITHDRAWN');
  if (withdrawn.length === 0) return;
  const told = withdrawn.map(({ subjectId: id, occurredAt: at }) => ({ id, at }));
  await tx.$queryRawUnsafe(
    `update sentiment.knowledge_answer k set withdrawn_at = told.at
       from jsonb_to_recordset($1::jsonb) as told (id text, at timestamptz)
      where k.id = told.id and k.withdrawn_at is distinct from told.at returning 1`,
    JSON.stringify(told),
  );
}

function rowOf(entry: HeldEntry) {
  const told = ToldPayload.of(entry);
  const [question, topic, answer] = [told.text('question'), told.textOrNull('topic'), told.text('answer')];
  const { terms, searchText } = searchedBy([question, topic ?? '', answer]);
  return {
    ...{ id: entry.subjectId, region_code: told.text('region'), office_id: told.text('office') },
    ...{ question, topic, answer, terms, search_text: searchText },
    ...{ is_special_response: told.flag('isSpecialResponse'), version: told.count('version') },
    ...{ review_on: dayOrNull(told, 'reviewOn'), published_at: told.instant('publishedAt') },
    ...{ revised_at: told.instantOrNull('revisedAt'), withdrawn_at: null, is_sample: told.flag('isSample') },
    ...{ masked: [], recorded_by: '' },
  };
}

function dayOrNull(told: ToldPayload, member: string): string | null {
  const text = told.textOrNull(member);
  return text === null || parseCivilDate(text) !== null ? text : told.refuse(member, 'a day YYYY-MM-DD or null');
}

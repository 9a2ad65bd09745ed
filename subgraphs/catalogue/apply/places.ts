import type { SqlRunner } from '../../../core/sql.ts';
import type { HeldEntry } from '../../kit/applier.ts';
import { ToldPayload } from '../../kit/told-payload.ts';
import { known, putRows } from './tables.ts';

/** Takes over regions. A region above that is not here is left out. */
export async function putRegions(tx: SqlRunner, entries: readonly HeldEntry[]): Promise<void> {
  const rows = entries.map((entry) => {
    const payload = ToldPayload.of(entry);
    return {
      code: entry.subjectId,
      name: payload.text('name'),
      level: payload.text('level'),
      parent_code: payload.textOrNull('parent'),
      is_pseudo: payload.flag('isPseudo'),
    };
  });
  const parents = rows.map((row) => row.parent_code);
  const here = new Set([...(await known(tx, 'region', parents)), ...rows.map(({ code }) => code)]);
  const placed = rows.map((row) => ({ ...row, parent_code: here.has(row.parent_code) ? row.parent_code : null }));
  await putRows(tx, 'region', placed);
}

/** Takes over institutions. A superior that is not here is left out. */
export async function putInstitutions(tx: SqlRunner, entries: readonly HeldEntry[]): Promise<void> {
  const rows = entries.map((entry) => {
    const payload = ToldPayload.of(entry);
    return {
      id: entry.subjectId,
      name: payload.text('name'),
      kind: payload.text('kind'),
      region_code: payload.text('region'),
      superior_id: payload.textOrNull('superior'),
      hospital_grade: payload.textOrNull('hospitalGrade'),
      is_sample: payload.flag('isSample'),
    };
  });
  const superiors = rows.map((row) => row.superior_id);
  const here = new Set([...(await known(tx, 'institution', superiors)), ...rows.map(({ id }) => id)]);
  const placed = rows.map((row) => ({ ...row, superior_id: here.has(row.superior_id) ? row.superior_id : null }));
  await putRows(tx, 'institution', placed);
}

/** What can not be without its region. */
const IN_REGION = [
  ...(['institution', 'catalogue', 'work_plan', 'half_year_report'] as const).map((table) => [table, 'region_code']),
  ...['region_code', 'superior_code'].map((column) => ['failure_notice', column]),
];
/** What can not be without its institution. */
const OF_INSTITUTION = [
  ['catalogue', 'issuer_id'],
  ['work_plan', 'issuer_id'],
  ['disclosure_contact', 'institution_id'],
];

/** Takes away regions. One that something here still lies in stays: nothing can be shown without its region. */
export function dropRegions(tx: SqlRunner, entries: readonly HeldEntry[]): Promise<void> {
  return dropUnused(tx, { table: 'region', key: 'code', used: IN_REGION }, entries);
}

/** Takes away institutions. One that something here still belongs to stays. */
export function dropInstitutions(tx: SqlRunner, entries: readonly HeldEntry[]): Promise<void> {
  return dropUnused(tx, { table: 'institution', key: 'id', used: OF_INSTITUTION }, entries);
}

async function dropUnused(
  tx: SqlRunner,
  { table, key, used }: { readonly table: string; readonly key: string; readonly used: readonly string[][] },
  entries: readonly HeldEntry[],
): Promise<void> {
  const unused = used.map(
    ([other = '', column = '']) => `not exists (select from catalogue.${other} x where x.${column} = t.${key})`,
  );
  await tx.$queryRawUnsafe(
    `delete from catalogue.${table} t using jsonb_array_elements_text($1::jsonb) as gone (id)
     where t.${key} = gone.id and ${unused.join(' and ')} returning 1`,
    JSON.stringify(entries.map(({ subjectId }) => subjectId)),
  );
}

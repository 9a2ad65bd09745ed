import type { Database } from '../../../prisma/storage/database.ts';

/**
 * Gives a county so many more plans of 2025 with four tasks each (done, done late, not done, waiting), each given to
 * two units.
 */
export async function addPlans({ pool }: Database, region: string, issuer: string, plans: number): Promise<void> {
  const text = `
    with plan as (
      insert into catalogue.work_plan (id, region_code, issuer_id, title, year, issued_on, recorded_by, recorded_at)
      select $1 || '-2025-' || n, $1, $2, 'plan ' || n, 2025, '2025-03-01', 'editor-1', '2025-03-01T00:00:00Z'
        from generate_series(1, $3) n returning id
    ), task as (
      insert into catalogue.work_task (id, plan_id, number, summary, due_on, prerequisite)
      select plan.id || '-' || n, plan.id, n, 'task', '2025-11-30', case n when 4 then '实施办法出台' end
        from plan, generate_series(1, 4) n returning id, number
    )
    insert into catalogue.work_task_unit (task_id, ordinal, name_as_written, unit, role, completed_on)
    select task.id, n, unit, unit, 'LEAD', case number when 1 then date '2025-11-30' when 2 then date '2025-12-01' end
      from task, (values (0, '局办公室'), (1, '法制股')) as u (n, unit)`;
  await pool.query(text, [region, issuer, plans]);
}

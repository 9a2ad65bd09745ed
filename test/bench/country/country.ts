import type { Pool } from 'pg';

/** How large the country is that is measured. */
export interface CountrySize {
  readonly counties: number;
  readonly items: number;
}

/** How many counties a city has: the codes 100101, 100102 … under the city 100100. */
const COUNTIES_PER_CITY = 10;

/**
 * Fills an empty hub database with a country: in every county a catalogue with so many items in 11 categories. Of every
 * ten items seven have disclosures (one to three, some of them withdrawn), and every tenth owes something.
 */
export async function fillCountry(pool: Pool, { counties, items }: CountrySize): Promise<void> {
  for (const sql of statements(counties, items)) await pool.query(sql);
  await pool.query('vacuum analyze');
}

function statements(counties: number, items: number): string[] {
  const cities = Math.ceil(counties / COUNTIES_PER_CITY);
  const county = `(100000 + ((n - 1) / ${String(COUNTIES_PER_CITY)} + 1) * 100 + (n - 1) % ${String(COUNTIES_PER_CITY)} + 1)::text`;
  const days = `'2024-01-01'::timestamptz + ((n * 7 + m) % 900) * interval '1 day'`;
  return [
    `insert into catalogue.category select lpad(n::text, 2, '0'), '类别' || n from generate_series(1, 11) n`,
    `insert into catalogue.region (code, name, level) values ('100000', '全国', 'PROVINCE')`,
    `insert into catalogue.region (code, name, level, parent_code)
      select (100000 + n * 100)::text, '市' || n, 'PREFECTURE', '100000' from generate_series(1, ${String(cities)}) n`,
    `insert into catalogue.region (code, name, level, parent_code)
      select ${county}, '县' || n, 'COUNTY', left(${county}, 4) || '00' from generate_series(1, ${String(counties)}) n`,
    `insert into catalogue.institution (id, name, kind, region_code)
      select 'i' || code, name, 'HEALTH_AUTHORITY', code from catalogue.region where level = 'COUNTY'`,
    `insert into catalogue.catalogue (id, region_code, issuer_id, title, edition, status, effective_on)
      select 'c' || code, code, 'i' || code, name, '2024', 'APPROVED', '2024-01-01' from catalogue.region where level = 'COUNTY'`,
    `insert into catalogue.catalogue_item (id, catalogue_id, matter_id, code, category_code, title, content_elements,
       publisher, channels, audience, method, levels, first_due_from, first_due_days, first_due_unit, first_due_on)
      select i.id, c.id, i.id::uuid, lpad(m::text, 4, '0'), lpad((m % 11 + 1)::text, 2, '0'), '事项' || m, '{办事指南}', '卫健局',
       '{GOVERNMENT_WEBSITE}', 'WHOLE_SOCIETY', 'PROACTIVE', '{COUNTY}', '2024-01-01', 20, 'WORKING_DAY', '2024-01-29'
      from catalogue.catalogue c, generate_series(1, ${String(items)}) m, lateral (select md5(c.id || ' ' || m) as id) i`,
    `insert into catalogue.disclosure (id, kind, title, published_at, subject_id, region_code)
      select 'd' || code || ' ' || n, 'DOCUMENT', '公开' || n, '2024-01-01', code || ' ' || n, code
      from catalogue.region, generate_series(1, 40) n where level = 'COUNTY'`,
    `insert into catalogue.disclosed_period (matter_id, disclosure_id, since, until)
      select i.matter_id, 'd' || right(i.catalogue_id, 6) || ' ' || (m * 13 + n) % 40 + 1, ${days},
             case when (m + n) % 9 = 0 then ${days} + interval '30 days' end
      from (select *, code::int as m from catalogue.catalogue_item) i, generate_series(1, 3) n
      where m % 10 < 7 and n <= m % 3 + 1`,
    `insert into catalogue.disclosure_duty (id, matter_id, item_id, region_code, applies_to, title, arisen_on, days, unit,
       due_on, is_provisional, discharged_at, recorded_by, recorded_at)
      select md5('duty ' || id), matter_id, id, right(catalogue_id, 6), 'RESULT', '结果', '2025-06-01', 7, 'WORKING_DAY', '2025-06-11',
             false, case when code::int % 20 = 0 then '2025-06-05'::timestamptz end, 'editor', '2025-06-01'
      from catalogue.catalogue_item where code::int % 10 = 0`,
  ];
}

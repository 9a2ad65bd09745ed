import type { Pool } from 'pg';

/** What the database is filled with. */
export interface Corpus {
  readonly hospitals: number;
  /** Of each hospital, each of another code. */
  readonly prices: number;
}

/** The province that is asked for, with so many hospitals; all others lie in the rest of the country. */
export const HERE = '140000';
export const HOSPITALS_HERE = 300;

/** Fills an empty database with hospitals, a list of each, and their prices; a tenth of them at another tier. */
export async function fillPrices(pool: Pool, corpus: Corpus): Promise<void> {
  await addHospitals(pool, 0, corpus);
  for (const table of ['followed_institution', 'price_list', 'price']) {
    await pool.query(`vacuum analyze pricing.${table}`);
  }
}

/**
 * Adds hospitals, the first of all in the province that is asked for. The statistics stay as they are: those of a
 * database that has just taken in its lists.
 */
export async function addHospitals(pool: Pool, from: number, { hospitals, prices }: Corpus): Promise<void> {
  const first = [from, from + hospitals - 1];
  await pool.query(
    `insert into pricing.followed_institution (id, name, kind, region_code, hospital_grade)
     select 'hospital-' || lpad(h::text, 6, '0'), '医院' || h, 'HOSPITAL',
            case when h < ${String(HOSPITALS_HERE)} then 140000 + (1 + h % 11) * 100 + 1 + h % 7
                 else 210000 + (h % 30) * 10000 + (1 + h % 20) * 100 + 1 + h % 9 end, '三级甲等'
       from generate_series($1::int, $2::int) h`,
    first,
  );
  await pool.query(
    `insert into pricing.price_list (id, institution_id, kind, title, effective_on, published_at, rows, rows_digest)
     select 'list-' || lpad(h::text, 6, '0'), 'hospital-' || lpad(h::text, 6, '0'), 'SERVICE', '价目表', '2026-01-01',
            '2025-12-20T00:00:00Z', $3, '' from generate_series($1::int, $2::int) h`,
    [...first, prices],
  );
  const step = Math.max(1, Math.floor(500_000 / prices));
  for (let at = from; at < from + hospitals; at += step) {
    await addPrices(pool, [at, Math.min(at + step, from + hospitals) - 1, prices]);
  }
}

async function addPrices(pool: Pool, range: readonly [first: number, last: number, prices: number]): Promise<void> {
  await pool.query(
    `insert into pricing.price (id, institution_id, list_id, kind, code, name, unit, tier, amount, ceiling, mode,
                                effective_on)
     select md5(h || ' ' || c), 'hospital-' || lpad(h::text, 6, '0'), 'list-' || lpad(h::text, 6, '0'), 'SERVICE',
            (110000000 + c)::text, '医疗服务项目' || c, '次', case when (h + c) % 10 = 0 then '三级' end,
            10 + (h * 7919 + c * 104729::bigint) % 100000 / 100.0, 900, 'GOVERNMENT_GUIDED', '2026-01-01'
       from generate_series($1::int, $2::int) h, generate_series(1, $3::int) c order by h, c`,
    [...range],
  );
}

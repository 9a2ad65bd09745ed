import type { Transaction } from '../database.ts';

const DIGITS = 5;

/** Takes the next running number of an office in a year; whoever comes second waits, and a failure gives it back. */
export async function nextSequence(tx: Transaction, officeId: string, year: number): Promise<number> {
  const rows = await tx.$queryRaw<{ last: number }[]>`
    INSERT INTO documents.application_counter AS counter (office_id, year, last) VALUES (${officeId}, ${year}, 1)
    ON CONFLICT (office_id, year) DO UPDATE SET last = counter.last + 1
    RETURNING last`;
  return rows[0]?.last ?? 1;
}

/** The registration number of an application, such as 2026-00001. */
export function registrationNumberOf(year: number, sequence: number): string {
  return `${String(year)}-${String(sequence).padStart(DIGITS, '0')}`;
}

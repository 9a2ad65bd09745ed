import { z } from 'zod';
import { counted } from './digests.ts';
import { line } from './entry.ts';
import { ReachProblem } from './problem.ts';

const begin = z.object({
  export: z.object({ subject: z.string(), cursor: z.string(), region: z.string().nullable() }),
});
const end = z.object({ end: counted });

/** A line of an export: its first, one of its records, or its last. */
export type ExportLine =
  | { readonly begin: z.output<typeof begin>['export'] }
  | { readonly record: z.output<typeof line> }
  | { readonly end: z.output<typeof counted> };

/**
 * Reads a line of an export.
 *
 * @throws ReachProblem FORGED_FILE
 * @see schema/FEED.md §11.2
 */
export function readExportLine(text: string, where: string): ExportLine {
  const value = parsed(text, where);
  if (has(value, 'export')) return { begin: read(begin, value, where).export };
  if (has(value, 'end')) return { end: read(end, value, where).end };
  return { record: read(line, value, where) };
}

function read<Value>(schema: z.ZodType<Value>, value: unknown, where: string): Value {
  const reading = schema.safeParse(value);
  if (reading.success) return reading.data;
  const [issue] = reading.error.issues;
  throw forged(where, `${issue?.path.join('.') ?? ''} of a line is not as it should be: ${issue?.message ?? ''}`);
}

function has(value: unknown, member: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, member);
}

function parsed(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw forged(where, 'a line is not JSON');
  }
}

/** A file that is not what it should be. */
export function forged(where: string, words: string): ReachProblem {
  return new ReachProblem('FORGED_FILE', `${where}: ${words}.`);
}

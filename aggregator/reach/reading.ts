import type { z } from 'zod';
import { ReachProblem, type ReachCode } from './problem.ts';

/**
 * A value as a schema reads it.
 *
 * @throws ReachProblem with the code, naming the first thing that is wrong, but no value
 */
export function readAs<Value>(
  schema: z.ZodType<Value>,
  value: unknown,
  { code, where }: { readonly code: ReachCode; readonly where: string },
): Value {
  const reading = schema.safeParse(value);
  if (reading.success) return reading.data;
  const [issue] = reading.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? 'the whole' : issue.path.join('.');
  throw new ReachProblem(code, `${where}: ${place} is not as it should be: ${issue?.message ?? ''}.`);
}

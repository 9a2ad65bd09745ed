import type { Executor } from '../../subgraphs/kit/executor.ts';
import type { ErrorPlaces } from './error-places.ts';
import type { Run } from './run.ts';
import type { TypeConditions } from './type-conditions.ts';

/** A part of a plan, ready to run; it resolves when its part of the answer stands. Never rejects. */
export type Step = (run: Run) => Promise<void> | undefined;

/** What the parts of a plan are compiled with. */
export interface PlanContext {
  readonly types: TypeConditions;
  executorOf(service: string): Executor;
  errorPlaces(service: string, renamed: ReadonlyMap<string, string>): ErrorPlaces;
}

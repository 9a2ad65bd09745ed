import { StartupProblem } from '../../prisma/storage/startup-problem.ts';
import type { FileRequest } from './file-request.ts';
import { reachHub, type ReachedHub } from './reached-hub.ts';

/** A command with files: its line as it was read, how it is called, and what it does with the hub. */
export interface FileCommand<Request extends FileRequest> {
  /** A request, or one sentence for each mistake. */
  readonly reading: { readonly request: Request } | { readonly problems: readonly string[] };
  readonly usage: string;
  /** @returns whether it was done */
  readonly run: (hub: ReachedHub, request: Request) => Promise<boolean>;
}

/** Exit codes. */
const DONE = 0;
const REFUSED = 1;
const MISUSED = 2;

/** Runs a command to its end; what it has to say goes to the terminal. */
export async function runFileCommand<Request extends FileRequest>({
  reading,
  usage,
  run,
}: FileCommand<Request>): Promise<void> {
  if ('problems' in reading) {
    console.error([...reading.problems, `Usage: ${usage}`].join('\n'));
    process.exitCode = MISUSED;
    return;
  }
  try {
    const hub = await reachHub(reading.request, process.env);
    try {
      process.exitCode = (await run(hub, reading.request)) ? DONE : REFUSED;
    } finally {
      await hub.close();
    }
  } catch (error) {
    console.error(error instanceof StartupProblem ? error.message : error);
    process.exitCode = REFUSED;
  }
}

/** What people read of an answer that is no report: the faults of a hub come as JSON. */
export function wordsOf(text: string): string {
  try {
    const { errors } = JSON.parse(text) as { errors?: readonly { message?: unknown }[] };
    return errors?.map(({ message }) => String(message)).join('\n') ?? text;
  } catch {
    return text.trimEnd();
  }
}
